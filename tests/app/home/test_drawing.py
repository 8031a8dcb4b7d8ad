"""How rows of the home screen are drawn."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.app.home.drawing import draw_mark, draw_said
from reader.library.anchors import Anchor
from reader.library.model import Entry, Mark, Said

ENTRY = Entry(
    number=1,
    key="k",
    source="quay.txt",
    url=None,
    title="The quay at Port Lanner has been dry since the morning, and nobody at the town hall knows why it is so",
    site=None,
    byline=(),
    published=None,
    language="en",
    words=100,
    claims=3,
    added=0.0,
    opened=None,
    state="reading",
    starred=False,
    queued=None,
    removed=None,
)
MARK = Mark(1, "u", 1, Anchor("The quay is dry", "", "", 0, 15), "", (), 0.0, 0.0, span=(0, 15))


def below(mark: Mark, width: int) -> str:
    _, line = draw_mark((mark, ENTRY), width, now=60.0)
    return "".join(piece[0] for piece in line)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("note", ["", "ask her", "ask her why nobody looked into the tower that stands behind it"])
def test_the_tags_of_a_highlight_are_seen_however_long_the_title_of_its_article_is(width: int, note: str) -> None:
    drawn = below(replace(MARK, note=note, tags=("harbour", "money")), width)
    assert "#harbour" in drawn
    assert cell_len(drawn) < width
    assert "The quay at" in drawn


def test_a_tag_that_is_a_word_of_the_note_is_shown_once() -> None:
    drawn = below(replace(MARK, note="ask #mayor why", tags=("mayor", "money")), 80)
    assert "ask #mayor why #money · " in drawn
    assert drawn.count("#mayor") == 1


@pytest.mark.parametrize(
    ("chain", "shown"),
    [
        ("", "    2026-10-14 · The Packet · The quay is dry"),
        ("Bo Berg, as told by Ann Lee", "    by way of Ann Lee · 2026-10-14 · The Packet · The quay is dry"),
        (
            "Bo Berg, as told by Bo Berg",
            "    2026-10-14 · The Packet · The quay is dry",
        ),  # as libraries of before have it
    ],
)
def test_by_way_of_whom_something_is_told_stands_first_and_names_nobody_twice(chain: str, shown: str) -> None:
    said = Said(
        "c1",
        1,
        1,
        "The quay is dry",
        "The Packet",
        "2026-10-14",
        "Bo Berg",
        chain,
        "direct",
        "said",
        "No",
        (0, 2),
        False,
    )
    _, line = draw_said(said, 80)
    assert "".join(piece[0] for piece in line) == shown
