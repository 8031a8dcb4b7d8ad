"""What is typed as a note: its words, and its #tags."""

from dataclasses import replace

import pytest

from reader.app.reading.kept import note_line, parted
from reader.library.anchors import Anchor
from reader.library.model import Mark

BARE = Mark(1, "u", 1, Anchor("words", "", "", 0, 5), "", (), 0.0, 0.0)


@pytest.mark.parametrize(
    ("typed", "note", "tags"),
    [
        ("ask her again #harbour #money", "ask her again", ["harbour", "money"]),
        ("ask #mayor about the bill", "ask #mayor about the bill", ["mayor"]),
        ("#mayor lied here #check", "#mayor lied here", ["mayor", "check"]),
        ("see claim #3 of the Ledger", "see claim #3 of the Ledger", []),
        ("it is #1", "it is #1", []),
        ("wrote to #council, no answer", "wrote to #council, no answer", ["council"]),
        ("#harbour", "", ["harbour"]),
        ("costs # and more #", "costs # and more #", []),
        ("a fish #🐟", "a fish", ["🐟"]),
        ("", "", []),
    ],
)
def test_no_word_of_a_note_is_lost_to_its_tags(typed: str, note: str, tags: list[str]) -> None:
    assert parted(typed, BARE) == (note, tags)


@pytest.mark.parametrize(
    "typed", ["ask #mayor about the bill #money", "all of it", "#a #b", "see #3 #x", "#c, then #d"]
)
def test_a_note_that_is_opened_and_kept_as_it_is_stays_as_it_is(typed: str) -> None:
    note, tags = parted(typed, BARE)
    mark = replace(BARE, note=note, tags=tuple(tags))
    assert note_line(mark) == typed
    assert parted(note_line(mark), mark) == (note, tags)


def test_words_typed_behind_the_tags_of_before_leave_these_tags() -> None:
    mark = replace(BARE, note="ask her", tags=("harbour",))
    assert parted(note_line(mark) + " again", mark) == ("ask her again", ["harbour"])


def test_a_tag_of_several_words_stays_one() -> None:
    mark = replace(BARE, note="ask her", tags=("night boats", "money"))
    assert parted(note_line(mark) + " again", mark) == ("ask her again", ["night boats", "money"])
