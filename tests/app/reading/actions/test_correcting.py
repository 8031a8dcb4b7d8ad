"""What is wrong is set right with W, on the disk before it is told, seen at once, and taken back with u."""

from textual.pilot import Pilot

from reader.app.reading.screen import ReadingScreen
from reader.app.screens.dialogs import ChoiceRows, Chooser
from reader.app.screens.picker import Picker
from reader.article.model import Article
from reader.library import Library
from tests.app.conftest import Bench, See
from tests.app.reading.actions.conftest import FERRY, kept, make_reading


async def choose(pilot: Pilot[None], words: str) -> None:
    """Ask what is wrong here, and choose the row that begins with these words."""
    await pilot.press("W")
    await See.shows(pilot, Chooser)
    rows = pilot.app.screen.query_one(ChoiceRows)
    at = next(n for n, choice in enumerate(rows.choices) if words in choice.words)
    await pilot.press(*["j"] * at, "enter")


async def test_claims_are_set_right_and_as_they_were_again(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    app = make_reading(bench, library, article)
    async with app.run_test(size=(110, 40)) as pilot:
        screen = await kept(pilot, library)
        counted = library.entry(FERRY).claims

        await pilot.press("n")
        await choose(pilot, "Somebody else said it")
        await see.shows(pilot, Picker)
        await pilot.press(*"thorb", "enter")
        await see.until(pilot, lambda: "said by Agnes Thorburn" in see.told(screen))
        assert screen.now.current_claim is not None
        assert screen.now.current_claim.speaker_name == "Agnes Thorburn"
        told_on_card = "".join(words for row in screen.card.card_rows.pieces for words, _ in row)
        assert "set right by you" in told_on_card
        assert [said.yours for said in library.claims(FERRY) if said.speaker == "Agnes Thorburn"].count(True) == 1

        await choose(pilot, "other words")
        await pilot.press(*"a boat in the moon", "enter")
        assert "do not stand in the text" in str(app.screen.query_one(".question-remark").render())
        await pilot.press("escape")
        await choose(pilot, "other words")
        await pilot.press(*"a boat safely at four", "enter")
        await see.until(pilot, lambda: "these words were said" in see.told(screen))
        assert article.words_of(screen.now.claims[0].content[0]) == "a boat safely at four"

        await choose(pilot, "no claim")
        await see.until(pilot, lambda: "no claim" in see.told(screen))
        assert [claim.id for claim in screen.now.claims] == ["c2", "c3", "c4", "c6"]
        assert library.entry(FERRY).claims == counted - 1

        await pilot.press("g", "v", "v")
        selected = screen.article_view.selected_span
        await choose(pilot, "missed")
        await pilot.press(*"typed", "enter", *"Pia Halloran", "enter")
        await see.until(pilot, lambda: "a claim of Pia Halloran" in see.told(screen))
        assert [said.span for said in library.claims(FERRY) if said.speaker == "Pia Halloran"] == [selected]

        await choose(pilot, "What was set right here")
        await see.until(pilot, lambda: "Set right in this article" in str(app.screen.query("Static").first().render()))
        await pilot.press("enter")  # the first of them: the speaker
        await see.until(pilot, lambda: len(library.corrections(FERRY)) == 3)
        while screen.session.undoes:
            await pilot.press("u")
        await see.until(pilot, lambda: as_found(screen, bench))
        await pilot.press("u")
        assert library.entry(FERRY).claims == counted


def as_found(screen: ReadingScreen, bench: Bench) -> bool:
    return screen.now.analysis == bench.result


async def test_actors_are_joined_told_apart_called_otherwise(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    app = make_reading(bench, library, article)
    async with app.run_test(size=(110, 40)) as pilot:
        screen = await kept(pilot, library)

        def names() -> dict[str, str | None]:
            actors = screen.now.analysis.actors if screen.now.analysis else ()
            return {actor.name: actor.role for actor in actors}

        await pilot.press("a", "g")
        first = screen.actors_panel.actor_rows.actors[0].name
        await choose(pilot, "called otherwise")
        await pilot.press(*"Ivo M. Marchetti", "enter")
        await see.until(pilot, lambda: "Ivo M. Marchetti" in names())
        await choose(pilot, "another role")
        await pilot.press(*"bosun", "enter")
        await see.until(pilot, lambda: names()["Ivo M. Marchetti"] == "bosun")
        await choose(pilot, "also another one")
        rows = app.screen.query_one(ChoiceRows).choices
        await pilot.press(*["j"] * [choice.words for choice in rows].index("Agnes Thorburn"), "enter")
        await see.until(pilot, lambda: "Agnes Thorburn" not in names())
        assert library.people("Ivo M. Marchetti")[0].claims == 4
        for _ in range(3):
            await pilot.press("u")
        await see.until(pilot, lambda: not library.corrections(FERRY) and first in names())
        assert as_found(screen, bench)

        await pilot.press("a", "escape", "n")  # at what he said: who is named there is somebody else
        await see.until(pilot, lambda: screen.now.current_claim is not None)
        await choose(pilot, "here is somebody else")
        await pilot.press(*"typed", "enter", *"Ida Marchetti", "enter")
        await see.until(pilot, lambda: "Ida Marchetti" in names())
        assert screen.now.claims[0].speaker_name == "Ida Marchetti"
        assert screen.now.claims[1].speaker_name == "Ivo Marchetti"
