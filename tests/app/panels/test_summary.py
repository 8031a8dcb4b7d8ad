"""The summary panel: what a line shows beside its words."""

from functools import partial

import pytest

from reader.analysis.model import Analysis, Summary
from reader.app.panels.summary import SummaryRows
from tests.app.conftest import Bench, MakeApp, See, article_of, sentences_of

HEARING = article_of(
    [
        ("title", "A letter is read out"),
        ("paragraph", "Skarn, the schoolhouse."),
        ("paragraph", "9 March 1926."),
        ("paragraph", "My dear Ida,"),
        ("paragraph", "CHAIR: We have a letter here. It is from the schoolhouse at Skarn."),
        ("paragraph", "LUND: It is mine. I wrote it on the night of the fire."),
        ("paragraph", "CHAIR: Then read it out."),
    ]
)


FIRE = article_of(
    [
        ("title", "The ferry burns"),
        (
            "paragraph",
            "The ferry Halda burnt at her berth on Friday, while the crew slept in the inn above the harbour.",
        ),
        ("paragraph", "Nobody was hurt."),
    ]
)


async def test_a_shortened_line_ends_in_an_ellipsis_and_leads_to_the_words_that_are_shown(
    bench: Bench, make_app: MakeApp, see: See
) -> None:
    sentences = sentences_of(FIRE)
    start, place = FIRE.text.index("The ferry Halda"), FIRE.text.index(", while")
    number = next(index for index, sentence in enumerate(sentences) if sentence.span[0] == start)
    bench.articles["ferry.txt"] = FIRE
    bench.result = Analysis(sentences, summary=Summary("news", (number,), ((number, ((start, place),)),)))
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("s")
        rows = screen.query_one("#summary-rows", SummaryRows)
        drawn = ["".join(text for text, _ in line) for line in rows.draw_row(0, 90)]
        spans = rows.spans
    assert drawn == ["  1 The ferry Halda burnt at her berth on Friday …", ""]
    assert spans == [(start, place)]


async def test_a_line_shows_its_speaker_and_a_letters_head_on_lines_of_its_own(
    bench: Bench, make_app: MakeApp, see: See
) -> None:
    sentences = sentences_of(HEARING)
    bench.articles["ferry.txt"] = HEARING
    bench.result = Analysis(sentences, summary=Summary("news", (0, 1, 2, 4, 5)))
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("s")
        rows = screen.query_one("#summary-rows", SummaryRows)
        drawn = [["".join(text for text, _ in line) for line in rows.draw_row(index, 60)] for index in range(3)]
    assert drawn == [
        ["  1 Skarn, the schoolhouse.", "    9 March 1926.", "    My dear Ida,", ""],
        ["  2 It is from the schoolhouse at Skarn.", "    [CHAIR]", ""],
        ["  3 LUND: It is mine.", ""],
    ]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_a_line_that_is_asked_for_is_scrolled_to(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("s")
        rows = screen.query_one("#summary-rows", SummaryRows)

        def has(count: int) -> bool:
            return rows.count == count

        def sees(line: int) -> bool:
            return rows.scroll_offset.y < line <= rows.scroll_offset.y + rows.size.height

        await pilot.press("greater_than_sign")
        await see.until(pilot, partial(has, 4))
        for count in range(5, 10):
            before = set(rows.spans)
            await pilot.press("greater_than_sign")
            await see.until(pilot, partial(has, count))
            (added,) = (index for index, span in enumerate(rows.spans) if span not in before)
            end = sum(rows.row_height(index, rows.size.width) for index in range(added + 1)) - 1
            await see.until(pilot, partial(sees, end))
        assert rows.cursor == 0
