"""Lists of more than a thousand rows: every number is shown whole, with the cursor beside it."""

import pytest

from reader.analysis.model import Analysis, Claim, Stats, Summary
from reader.app.widgets.rows import RowList
from tests.app.conftest import Bench, MakeApp, See, article_of, sentences_of

MANY = 1_234


@pytest.fixture
def long_bench(bench: Bench) -> Bench:
    """An article of as many sentences, each of which is a claim and a line of the summary."""
    article = article_of(
        [("paragraph", f"Ola Brandt said that lamp {number} was lit.") for number in range(1, MANY + 1)]
    )
    sentences = sentences_of(article)
    claims = tuple(
        Claim(
            f"c{number}", "indirect", "said", ((start + 11, end),), ((start + 11, start + 15),), (), None, "Ola Brandt"
        )
        for number, (start, end) in enumerate((sentence.span for sentence in sentences), start=1)
    )
    bench.articles["ferry.txt"] = article
    bench.result = Analysis(sentences, (), claims, Summary("news", tuple(range(MANY))), Stats(9_000, 30, 0, MANY, 0, 0))
    return bench


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_cursor_leaves_every_number_whole(
    long_bench: Bench, make_app: MakeApp, see: See, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        for key, panel in (("l", "claims"), ("s", "summary")):
            await pilot.press(key)
            rows = screen.query_one(f"#{panel}-rows", RowList)
            for number in (1, 9, 10, 99, 100, 999, 1_000, MANY):
                rows.cursor = number - 1
                await pilot.pause()
                (line,) = [line for line in see.rows(screen, panel) if "▸" in line]
                assert line.replace("▸", " ").split()[0] == str(number)
                below = [line for line in see.rows(screen, panel) if line.strip()]
                assert not any("…" in line for line in below if panel == "summary")
