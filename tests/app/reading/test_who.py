"""Who speaks, wherever one looks: the card, the notes, the masthead, the strip and the sheet."""

from dataclasses import replace

import pytest

from reader.analysis.model import Analysis, Claim
from reader.app.page.masthead import Masthead
from reader.app.panels.strip import VoiceStrip
from reader.app.widgets.rows import RowList
from reader.article.model import Article
from tests.app.conftest import Bench, MakeApp, See, span_of


def told(widget: Masthead | VoiceStrip) -> str:
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def last_told(rows: list[str]) -> str:
    return next(row.strip() for row in reversed(rows) if row.strip())


def with_a_claim_inside(article: Article, analysis: Analysis) -> Analysis:
    """Thorburn says something inside Marchetti's second claim."""
    words = (span_of(article, "a third crew was hired"),)
    inner = Claim("c2.1", "indirect", "said", words, speaker="a2", speaker_name="Agnes Thorburn", within="c2")
    return replace(analysis, claims=(*analysis.claims[:2], inner, *analysis.claims[2:]))


async def test_the_card_tells_a_claim_in_full_and_its_chain_is_walked(
    make_app: MakeApp, see: See, bench: Bench, article: Article, analysis: Analysis
) -> None:
    bench.result = with_a_claim_inside(article, analysis)
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n")
        card = " ".join(" ".join(see.rows(screen, "card")).split())
        first, second = (article.words_of(span) for span in screen.now.current_claim.content)
        assert f"● Ivo Marchetti, union secretary “{first} … {second}” said · direct · 98% sure" in card
        assert screen.card.heading.remark == "1 of 5 · 1st of 2 by Ivo Marchetti"
        await pilot.press("n")
        assert "in it Agnes Thorburn: a third crew was hired" in " ".join(see.rows(screen, "card"))
        screen.card.rows.focus()
        await pilot.press("j", "j", "enter")
        assert screen.now.current == "c2.1"
        assert "told by Ivo Marchetti" in " ".join(see.rows(screen, "card"))
        await pilot.press("j", "j", "enter")
        assert screen.now.current == "c2"


async def test_the_arrows_walk_one_speakers_claims_and_all_parts_tell_the_same_numbers(
    make_app: MakeApp, see: See, bench: Bench, analysis: Analysis
) -> None:
    doubtful = replace(analysis.claims[3], confidence=0.474, speaker_confidence=0.9)
    thought = replace(analysis.claims[2], id="c9", type="thought")
    bench.result = replace(analysis, claims=(*analysis.claims[:3], doubtful, *analysis.claims[4:], thought))
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n")
        assert screen.card.heading.remark.startswith("1 of 4 ·")
        await pilot.press("F")
        assert screen.card.heading.remark.startswith("1 of 5 ·")
        assert last_told(see.rows(screen, "card")) == "→ next by Ivo Marchetti"
        assert "←/→ theirs" in see.foot(screen)
        await pilot.press("right")
        assert screen.now.current == "c2"
        assert last_told(see.rows(screen, "card")) == "← before by Ivo Marchetti"
        await pilot.press("right")
        assert screen.now.current == "c2"
        assert "Nothing more by Ivo Marchetti." in see.foot(screen)
        screen.card.rows.focus()
        await pilot.press("G", "enter")
        assert screen.now.current == "c1"
        await pilot.press("left", "n", "n", "n")
        screen.foot.hush()
        await pilot.pause()
        # A thought that is not shown is counted nowhere, and a doubt is rounded once.
        sure = f"{doubtful.sureness:.0%} sure"
        assert "4 of 5" in screen.card.heading.remark
        assert any(sure in line for line in see.rows(screen, "card"))
        assert "claim 4 of 5" in see.foot(screen)
        assert sure in see.foot(screen)
        await pilot.press("1")
        assert screen.claims_panel.heading.remark.startswith("2 of 5 · esc clears · only Ivo Marchetti")
        assert "esc back" in see.foot(screen)
        await pilot.press("a")
        await pilot.pause()
        assert any("2 claims" in line for line in see.rows(screen, "actors"))


async def test_notes_beside_the_text_name_each_run_of_claims_once_and_the_chain(
    make_app: MakeApp, see: See, bench: Bench, article: Article, analysis: Analysis
) -> None:
    bench.result = with_a_claim_inside(article, analysis)
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        lines = see.lines(screen)
        at = next(number for number, line in enumerate(lines) if "Nobody can steer" in line)
        assert lines[at].endswith("● Ivo Marchetti")
        assert lines[at + 1].endswith("union secretary")
        assert sum(line.endswith("● Ivo Marchetti") for line in lines) == 1
        assert any(line.endswith("▲ Thorburn ← Ivo Marchetti") or "Thorburn ← " in line for line in lines)
        await pilot.resize_terminal(130, 48)
        await pilot.pause()
        assert not any("Thorburn ←" in line for line in see.lines(screen))


@pytest.mark.parametrize("width", [40, 44, 48, 52, 56, 60, 64, 68])
async def test_nothing_over_the_title_is_cut_in_two(make_app: MakeApp, see: See, width: int) -> None:
    async with make_app().run_test(size=(width, 24)) as pilot:
        screen = await see.settled(pilot)
        parts = told(screen.query_one(Masthead)).strip().split(" · ")
        whole = ("The Osmund Packet", "4 May 2026", "By Hanne Lindqvist", "1 min")
        assert parts[0] == whole[0]
        assert set(parts) <= {*whole, "220 words"}


async def test_the_masthead_tells_outlet_and_date_then_the_title_and_who_speaks(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 24)) as pilot:
        screen = await see.settled(pilot)
        masthead = screen.query_one(Masthead)
        assert told(masthead).strip() == "The Osmund Packet · 4 May 2026 · By Hanne Lindqvist · 1 min"
        assert see.styled(screen, "Ferry crews vote").underline is not True
        await pilot.press("n", "n", "n", "n", "n")
        assert told(masthead).split()[:2] == ["Ferry", "crews"]
        assert "a person who" in told(masthead)


async def test_a_digit_or_a_click_on_the_strip_shows_one_speaker_alone(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        strip = screen.query_one(VoiceStrip)
        assert "1 ● Marchetti" in told(strip)
        assert "1–4: theirs alone" in told(strip)
        await pilot.press("2")
        second = next(key for key, voice in screen.now.voices.items() if voice == 1)
        assert {claim.speaker for claim in screen.now.claims} == {second}
        await pilot.press("n")
        number = screen.now.numbers[screen.now.current_claim.id]
        assert f"claim {number} of 5" in see.foot(screen)
        await pilot.press("2")
        assert len(screen.now.claims) == 5
        await pilot.click(VoiceStrip, offset=(2, 2))
        assert [claim.id for claim in screen.now.claims] == ["c1", "c2"]


async def test_the_number_of_a_voice_that_is_not_there_is_answered(
    make_app: MakeApp, see: See, bench: Bench, analysis: Analysis
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        shown = screen.now.claims
        await pilot.press("6")
        assert see.told(screen) == "Only 4 voices told apart here."
        assert screen.now.claims == shown
    bench.result = replace(analysis, claims=(), actors=())
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("1")
        assert see.told(screen) == "Nobody is quoted or cited in this text."


async def test_a_new_order_is_told_where_no_list_shows_it(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("O")
        assert see.told(screen) == "✓ claims by speaker"
        await pilot.press("O")
        assert see.told(screen) == "✓ claims in the article's order"
        await pilot.press("a", "O")
        assert see.told(screen) == "✓ actors by name"


async def test_walking_the_list_of_claims_walks_article_and_card(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("l", "j", "j")
        assert screen.now.current == "c3"
        assert any("ready to talk" in line for line in see.rows(screen, "card"))
        assert any("▌" in line for line in see.lines(screen))


async def test_on_a_narrow_screen_the_claim_lies_under_whole_lines_of_text(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n")
        assert screen.card.region.height == 7
        await pilot.press("n")
        assert screen.card.region.height == 7, "the next claim needs six, and yet the article stays where it is"
        assert screen.article_view.region.bottom < screen.card.region.y
        shown = [line for line in see.lines(screen) if "strike would end" in line]
        assert shown[0].endswith("hired.")
        for key in ("s", "a", "l"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(screen.focused, RowList)
            assert screen.article_view.region.width > 70
            assert screen.article_view.region.height >= 8
            assert screen.article_view.is_shown(screen.now.current_claim.span)
            await pilot.press("escape")
        await pilot.press("escape")
        assert not screen.query_one("#panels").display


async def test_alone_and_without_its_card_a_narrow_screen_is_all_article(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "z")
        assert not screen.query_one("#panels").display
        await pilot.press("escape")
        assert screen.card.display
        assert screen.now.current == "c1"
        screen.card.rows.focus()
        await pilot.press("x", "n")
        assert "The claim card is hidden" in see.told(screen)
        assert not screen.query_one("#panels").display
        assert screen.now.current == "c2"
        await pilot.press("l")
        assert screen.claims_panel.display
        await pilot.press("escape")
        screen.show_panel("card")
        await pilot.pause()
        assert screen.card.display
