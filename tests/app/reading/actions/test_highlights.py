"""Highlights are on the disk before they are told, seen without colour, walked, and told when their words are gone."""

from dataclasses import replace
from typing import NoReturn

import pytest
from textual.events import Paste
from textual.widgets import Input

from reader.analysis.model import Analysis
from reader.app.app import ReaderApp
from reader.app.screens.dialogs import ChoiceRows
from reader.app.start import bundled_start
from reader.article.model import Article
from reader.library import Library
from reader.library.problems import LibraryError
from tests.app.conftest import Bench, See
from tests.app.reading.actions.conftest import FERRY, kept, make_reading


async def test_what_would_be_kept_says_in_private_that_nothing_is(bench: Bench, see: See, article: Article) -> None:
    bench.articles[FERRY] = article
    async with ReaderApp([FERRY], work=bench.work(), start=bundled_start("plain")).run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        for key in ("x", "E", "comma", "X", "asterisk", "d", "D", "u", "W"):
            screen.foot.hush()
            await pilot.press(key)
            await see.until(pilot, lambda: see.told(screen) == "Nothing is kept of what is read in private.")


async def test_claims_and_selections_are_highlighted_noted_walked_and_brought_back(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        await pilot.press("n", "x")
        await see.until(pilot, lambda: "highlighted" in see.told(screen))
        (mark,) = library.marks()
        assert mark.anchor.exact.startswith("Nobody can steer a boat")
        assert any(line[1:2] == "▎" or "▌▎" in line for line in see.lines(screen)), "seen without colour"
        await pilot.press("E", *"ask him #boats", "enter")
        await see.until(pilot, lambda: library.marks()[0].tags == ("boats",))
        assert library.marks()[0].note == "ask him"
        await pilot.press("v", "v", "x")
        await see.until(pilot, lambda: len(library.marks()) == 2)
        await pilot.press("X")
        rows = screen.marks_panel.mark_rows
        assert rows.has_focus
        await see.until(pilot, lambda: "MARKS 2" in screen.side_tabs.render_line(0).text)
        assert ["".join(words for words, _ in line) for line in rows.draw_row(0, 60)][1:] == ["    ask him · #boats"]
        await pilot.press("g", "j")  # the article walks along
        assert screen.now.lit == rows.marks[1].span
        await pilot.press("E", *"look", "enter")
        await see.until(pilot, lambda: rows.marks[1].note == "look")
        await pilot.press("x")
        await see.until(pilot, lambda: len(library.marks()) == 1)
        await pilot.press("X")  # back to the article and the claims
        assert screen.focused is screen.article_view
        assert screen.claims_panel.display
        assert not screen.marks_panel.display
        await pilot.press("u")
        await see.until(pilot, lambda: len(screen.session.highlights) == 2)
        first, second = screen.now.highlights
        await pilot.press("g", "comma")
        assert screen.now.lit == first
        await pilot.press("comma")
        assert screen.now.lit == second
        await pilot.press("comma", "x")
        await see.until(pilot, lambda: len(library.marks()) == 1)
        await pilot.press("u", "u", "u", "u")  # the one taken away, the note, the one put there last, the first note
        await see.until(pilot, lambda: [mark.note for mark in library.marks()] == [""])


async def test_a_claim_that_is_not_highlighted_yet_is_when_a_note_is_asked_for(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        for number, word in enumerate(("ask", "who"), 1):
            await pilot.press("n", "E")
            await see.until(pilot, lambda: screen.app.screen is not screen)
            await pilot.press(*word, "enter")
            await see.until(pilot, lambda n=number: len(library.marks()) == n and library.marks()[-1].note)  # type: ignore[misc]
            await see.until(pilot, lambda: screen.app.screen is screen)
            claim = screen.now.current_claim
            assert claim is not None
            assert claim.span[0] <= screen.now.highlights[-1][0] < claim.span[1]
        assert {mark.note for mark in library.marks()} == {"ask", "who"}


async def test_a_note_that_was_neither_kept_nor_given_up_is_offered_again_until_it_is(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    entry = library.keep(replace(article, source=FERRY, url=FERRY))
    library.annotate(library.highlight(entry.entry, (0, 5)).number, "as it was", ["crews"])

    async def leave(*keys: str) -> str:
        """Press these keys at the highlight's note in a sitting of its own, and give what stood in the line first."""
        app = make_reading(bench, library, article)
        async with app.run_test(size=(100, 40)) as pilot:
            screen = await kept(pilot, library)
            await see.until(pilot, lambda: screen.session.highlights)
            await pilot.press("E")
            stood = app.screen.query_one(Input).value
            await pilot.press(*keys)
            if app.screen is screen:
                await see.until(pilot, lambda: see.told(screen).startswith("✓"))
        assert app.desk is not None
        app.desk.finish()
        return stood

    assert await leave() == "as it was #crews"
    assert library.marks()[0].draft == ""
    assert await leave(*" no") == "as it was #crews"
    assert await leave(*"t yet") == "as it was #crews no"
    assert await leave("escape") == "as it was #crews not yet"
    assert await leave(*"!") == "as it was #crews"
    assert (library.marks()[0].note, library.marks()[0].draft) == ("as it was", "as it was #crews!")
    assert await leave("enter") == "as it was #crews!"
    assert (library.marks()[0].tags, library.marks()[0].draft) == (("crews!",), "")


async def test_what_is_typed_is_on_the_disk_in_each_pause_and_gone_once_it_is_given_up(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    entry = library.keep(replace(article, source=FERRY, url=FERRY))
    library.highlight(entry.entry, (0, 5))
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        await see.until(pilot, lambda: screen.session.highlights)
        await pilot.press("E", "o", "h")
        await see.until(pilot, lambda: [mark.draft for mark in library.marks()] == ["oh"])
        await pilot.press("escape")
        await see.until(pilot, lambda: [mark.draft for mark in library.marks()] == [""])
        await see.until(pilot, lambda: see.told(screen) == "✓ what was typed is gone")
        await pilot.press("u")
        await see.until(pilot, lambda: [mark.draft for mark in library.marks()] == ["oh"])


async def test_another_edition_has_them_in_their_place_says_what_is_gone_and_what_changed(
    bench: Bench, see: See, article: Article, analysis: Analysis, library: Library
) -> None:
    before = library.keep(replace(article, source=FERRY, url=FERRY), analysis)
    for words in ("Marchetti said the strike would end", "You cannot park a lamb"):
        start = article.text.index(words)
        library.highlight(before.entry, (start, start + len(words)))
    # The same length, so that every block and claim keeps its place.
    edition = replace(article, text=article.text.replace("You cannot park a lamb", "Lambs are not our cars"))
    app = make_reading(bench, library, edition)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        await see.until(pilot, lambda: len(screen.session.highlights) == 2)
        ((start, end),) = screen.now.highlights
        assert edition.text[start:end] == "Marchetti said the strike would end"
        assert screen.session.before is not None
        told = ("since the edition kept", "the words of one highlight are gone")
        await see.until(pilot, lambda: any(words in see.told(screen) for words in told))
        await pilot.press("C")
        assert app.screen.query_one(ChoiceRows).choices[0].words == "the edition kept before"


def _refuse(*_: object, **__: object) -> NoReturn:
    raise LibraryError("the disk is full")


@pytest.mark.parametrize("key", ["x", "asterisk", "d"])
async def test_an_article_that_could_not_be_kept_is_kept_by_the_next_key_that_needs_it(
    bench: Bench, see: See, article: Article, library: Library, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    keep = Library.keep
    monkeypatch.setattr(Library, "keep", _refuse)
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        await see.until(pilot, lambda: "could not be kept: the disk is full" in see.told(screen))
        await pilot.press("n")
        screen.foot.hush()
        await pilot.press(key)
        await see.until(pilot, lambda: "could not be kept: the disk is full" in see.told(screen))
        assert app.screen is screen, "what is not kept is not done"
        monkeypatch.setattr(Library, "keep", keep)
        await pilot.press(key)
        await see.until(pilot, lambda: bool(library.entries()))
        if key == "x":
            await see.until(pilot, lambda: bool(library.marks()))
        else:
            await see.until(pilot, lambda: library.entry(FERRY).starred or library.entry(FERRY).state == "done")


async def test_a_note_that_cannot_be_kept_stays_in_its_line_and_one_is_edited_cleared_and_pasted(
    bench: Bench, see: See, article: Article, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate = Library.annotate
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        await pilot.press("n", "x")
        await see.until(pilot, lambda: len(screen.session.highlights) == 1)
        monkeypatch.setattr(Library, "annotate", _refuse)
        await pilot.press("E", *"ask", "enter")
        await see.until(pilot, lambda: "full" in str(app.screen.query(".question-remark").last().render()))
        assert app.screen.query_one(Input).value == "ask"
        monkeypatch.setattr(Library, "annotate", annotate)
        app.screen.query_one(Input).post_message(Paste("why\n  and\r\nwhen"))
        await pilot.press("enter")
        await see.until(pilot, lambda: app.screen is screen)
        assert library.marks()[0].note == "askwhy and when"
        await pilot.press("E", "exclamation_mark", "enter")  # behind what stands there, not in its place
        await see.until(pilot, lambda: library.marks()[0].note == "askwhy and when!")
        await see.until(pilot, lambda: app.screen is screen)
        monkeypatch.setattr(Library, "annotate", _refuse)
        await pilot.press("u")
        await see.until(pilot, lambda: "the disk is full" in see.told(screen))
        monkeypatch.setattr(Library, "annotate", annotate)
        await pilot.press("u")  # what could not be taken back still can be
        await see.until(pilot, lambda: library.marks()[0].note == "askwhy and when")
        await pilot.press("E", "ctrl+u", "enter")
        await see.until(pilot, lambda: library.marks()[0].note == "")


async def test_two_sittings_at_one_note_lose_no_word_of_each_other(
    bench: Bench, see: See, article: Article, library: Library
) -> None:
    app = make_reading(bench, library, article)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await kept(pilot, library)
        await pilot.press("n")
        claim = screen.now.current_claim
        assert claim is not None
        elsewhere = library.highlight(FERRY, (claim.content[0][0], claim.content[-1][1]), note="theirs", tags=["a"])
        await pilot.press("x")
        await see.until(pilot, lambda: len(screen.session.highlights) == 1)
        assert [mark.number for mark in library.marks()] == [elsewhere.number], "words are highlighted once"
        library.annotate(elsewhere.number, "theirs, longer", ["a"])
        await pilot.press("E", "ctrl+u", *"mine", "enter")
        await see.until(pilot, lambda: "theirs, longer #a" in str(app.screen.query(".question-remark").last().render()))
        assert library.marks()[0].note == "theirs, longer"
        await pilot.press("enter")
        await see.until(pilot, lambda: library.marks()[0].note == "mine")
        await see.until(pilot, lambda: app.screen is screen)
        await pilot.press("u")
        await see.until(pilot, lambda: library.marks()[0].note == "theirs, longer")
