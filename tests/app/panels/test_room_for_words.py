"""What the panels have room for is uncut: a sample's longest claim, and the names of those who speak."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader import open_article
from reader.analysis.model import Actor, Analysis, Claim
from reader.app.state.reading import Reading
from tests.app.conftest import Bench, MakeApp, See

SAMPLES = sorted(each for each in (Path(__file__).parents[3] / "sample_articles").iterdir() if each.is_file())
NAMES = (
    "Wilhelmina Featherstonehaugh",
    "Association of Ropemakers and Netmenders",
    "Oluwaseun Adebayo-Lindqvist",
)


def longest_quoted(path: Path) -> Reading:
    """A sample in which the paragraph that quotes most is claimed, all it quotes at once, and three others speak."""
    article = open_article(str(path))
    quoted = [
        [found.span(1) for found in re.compile('["“]([^"“”]+)["”]').finditer(article.text, *block.span)]
        for block in article.blocks
        if block.kind != "title"
    ]
    most = max(quoted, key=lambda spans: sum(end - start for start, end in spans))
    assert most
    claim = Claim("c1", "direct", "said", tuple(most), (), (), "a0", NAMES[0], 0.9)
    others = tuple(replace(claim, id=f"c{n + 1}", speaker=f"a{n}", speaker_name=NAMES[n]) for n in (1, 2))
    actors = tuple(
        Actor(f"a{n}", name, "person", role="one of many who keep the boats at sea", claims=(f"c{n + 1}",))
        for n, name in enumerate(NAMES)
    )
    return Reading(article, Analysis(claims=(claim, *others), actors=actors), current="c1")


@pytest.mark.parametrize("size", [(160, 48), (240, 60)])
async def test_each_samples_longest_claim_and_all_names_are_uncut(
    make_app: MakeApp, see: See, bench: Bench, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("a")
        assert len(SAMPLES) >= 6
        for path in SAMPLES:
            screen.reading = reading = longest_quoted(path)
            await pilot.pause()
            await pilot.pause()
            claim = reading.current_claim
            assert claim is not None
            card = " ".join(" ".join(see.rows(screen, "card")).split())
            words = " … ".join(reading.article.words_of(span) for span in claim.content)
            assert " ".join(words.split()) in card, path.name
            assert card.endswith("90% sure")
            names = " ".join(see.rows(screen, "actors"))
            assert all(name in names for name in NAMES), path.name
