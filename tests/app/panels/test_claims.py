"""The claims panel: what a row shows of a claim."""

from reader.analysis.model import Analysis, Claim
from reader.app.panels.claims import ClaimRows
from tests.app.conftest import Bench, MakeApp, See, article_of, sentences_of, span_of

TALKS = article_of(
    [
        ("title", "Boats stall"),
        ("paragraph", "Cy Dow denied that the boats were unsafe."),
        ("paragraph", "Ann Lee said that the boats would sail."),
    ]
)


async def test_what_is_denied_is_listed_with_the_word_that_denies_it(bench: Bench, make_app: MakeApp, see: See) -> None:
    claims = tuple(
        Claim(f"c{number}", "indirect", "said", (span_of(TALKS, words),), (span_of(TALKS, cue),), (), None, name)
        for number, (name, cue, words) in enumerate(
            (("Cy Dow", "denied", "that the boats were unsafe"), ("Ann Lee", "said", "that the boats would sail")), 1
        )
    )
    bench.articles["ferry.txt"] = TALKS
    bench.result = Analysis(sentences_of(TALKS), claims=claims)
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("l")
        rows = screen.query_one("#claims-rows", ClaimRows)
        drawn = ["".join(text for text, _ in rows.draw_row(index, 60)[1]) for index in range(2)]
        titles = [command.name for command in screen.commands() if command.name.startswith("Go to claim 1")]
    assert [line.lstrip(" ┆") for line in drawn] == ["[denied] that the boats were unsafe", "that the boats would sail"]
    assert titles == ["Go to claim 1: Cy Dow: [denied] that the boats were unsafe"]
