"""Marked words are found again in another edition, at the right place or not at all."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import anchor_to, find_anchor
from reader.library.anchors import Anchor

NAMES = ("Adeyemi", "Pryce", "Whitfield", "Okafor", "Lindqvist", "the council", "the mayor", "engineers")
VERBS = ("said", "told the hearing", "denied", "wrote in a letter", "warned", "conceded")
THINGS = ("the bridge", "the budget", "the ferry", "the old school", "the vote", "the report")
ENDS = ("was unsafe", "would close in May", "cost nine million", "had been delayed", "could not wait", "was a mistake")


def sentence(chance: random.Random) -> str:
    parts = (chance.choice(NAMES), chance.choice(VERBS), "that", chance.choice(THINGS), chance.choice(ENDS))
    return " ".join(parts) + f" on day {chance.randrange(30)}."


@pytest.mark.parametrize("seed", [7])
def test_of_two_hundred_edited_articles_marks_are_found_again(seed: int) -> None:
    """Each character carries the number it was born with, so that the right place is known whatever was moved."""
    chance = random.Random(seed)
    standing = right = wrong = 0
    for _ in range(200):
        paragraphs = [" ".join(sentence(chance) for _ in range(chance.randrange(2, 6))) for _ in range(12)]
        old = "\n\n".join(paragraphs)
        starts = [sum(len(each) + 2 for each in paragraphs[:at]) for at in range(len(paragraphs))]
        born = [[start + at for at in range(len(each))] for start, each in zip(starts, paragraphs, strict=True)]
        new = list(zip(paragraphs, born, strict=True))
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(len(new))
            act = chance.choice(("insert", "delete", "move", "swap word", "add words"))
            words, numbers = new[at]
            if act == "insert":
                text = sentence(chance)
                new.insert(at, (text, [-1] * len(text)))
            elif act == "delete" and len(new) > 4:
                del new[at]
            elif act == "move":
                new.insert(chance.randrange(len(new)), new.pop(at))
            elif words:
                cut = chance.randrange(len(words))
                gone = chance.randrange(6) if act == "swap word" else 0
                piece = chance.choice(("late ", "in all ", "again, "))
                new[at] = (
                    words[:cut] + piece + words[cut + gone :],
                    numbers[:cut] + [-1] * len(piece) + numbers[cut + gone :],
                )
        text = "\n\n".join(each for each, _ in new)
        where = [number for _, numbers in new for number in (*numbers, -1, -1)][:-2]
        for _ in range(10):
            at = chance.randrange(len(paragraphs))
            begin = paragraphs[at].rfind(" ", 0, chance.randrange(len(paragraphs[at]) - 12)) + 1
            end = paragraphs[at].find(" ", begin + chance.randrange(4, 90))
            span = starts[at] + begin, starts[at] + (end if end > 0 else len(paragraphs[at]))
            anchor = anchor_to(old, span)
            truth = None
            if span[0] in where:
                place = where.index(span[0])
                if where[place : place + span[1] - span[0]] == list(range(*span)):
                    truth = place, place + span[1] - span[0]
            found = find_anchor(text, anchor)
            standing += truth is not None
            right += truth is not None and found == truth
            if found is not None and found != truth:  # a space may be another one; the words may not
                there = [where[place] for place in range(*found) if not text[place].isspace()]
                wrong += there != [place for place in range(*span) if not old[place].isspace()]
    assert standing > 1000
    assert right / standing >= 0.98, f"{right} of {standing}"
    assert wrong == 0, f"{wrong} of 2000"


def test_words_are_found_whatever_their_spacing_and_marks() -> None:
    anchor = anchor_to("He said: “It was safe — then.” They left.", (10, 28))
    text = 'Edited.\n\nHe said: "It was\nsafe - then." They left.'
    span = find_anchor(text, anchor)
    assert span is not None
    assert text[slice(*span)].split() == ["It", "was", "safe", "-", "then"]


def test_of_equal_places_none_is_chosen() -> None:
    anchor = anchor_to("One lamp was lit.", (4, 8))
    assert find_anchor("The lamp here. The lamp there.", anchor) is None


def test_there_is_nothing_to_mark_in_white_space() -> None:
    with pytest.raises(ValueError, match="no words"):
        anchor_to("a \n b", (1, 4))


@given(st.text(min_size=1), st.integers(0, 50), st.integers(1, 50))
def test_in_the_same_text_words_are_where_they_were(text: str, start: int, length: int) -> None:
    if text[start : start + length].strip():
        anchor = anchor_to(text, (start, start + length))
        assert find_anchor(text, anchor) == (start, min(len(text), start + length))
        assert Anchor.from_dict(anchor.as_dict()) == anchor
