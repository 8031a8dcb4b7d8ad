"""How two reports of one statement stand to each other, by their words alone."""

import pytest

from reader.analysis.model import Claim
from reader.compare.relation import tell_relation
from reader.compare.splices import find_splices
from reader.compare.statements import Statement, build_statement
from reader.compare.words import tokens_of


def quoted(text: str, article: int = 0, id: str = "c1") -> Statement:
    """A claim that quotes; “|” stands for the cue that breaks a quotation."""
    spans = []
    at = 0
    for part in text.split("|"):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    claim = Claim(id, "direct", "said", tuple(spans))
    return build_statement(text, article, claim, tokens_of(text, spans), tuple(spans))


def reported(text: str, article: int = 0) -> Statement:
    span = (0, len(text))
    return build_statement(text, article, Claim("c1", "indirect", "said", (span,)), tokens_of(text, [span]), ())


QUOTED = [
    ("The barn burned for nine hours.", "the barn burned for 9 hours", "same"),
    ("The barn burned.|Nobody came.", "The barn burned. Nobody came.", "same"),
    ("The barn burned for nine hours, and nobody came.", "The barn burned for nine hours", "shortened"),
    ("The barn burned for nine hours, and nobody came.", "The barn burned … and nobody came", "shortened"),
    ("The barn burned for nine hours.", "The barn blazed for nine hours.", "altered"),
    ("The barn burned for nine hours.", "The barn burned for hours.", "altered"),
    ("It’s the barn that burned.", "It is the barn that burned.", "altered"),
    ("The barn burned. We rang the bell and waited an hour. Nobody came.", "The barn burned. Nobody came.", "joined"),
    ("The barn will not burn again.", "The barn will burn again.", "negated"),
    ("We sold the herd on Monday.", "Our tractor went as well.", "paraphrase"),
]


@pytest.mark.parametrize(("one", "other", "relation"), QUOTED)
def test_both_quote(one: str, other: str, relation: str) -> None:
    assert tell_relation(quoted(one), quoted(other, 1), same_speaker=True) == relation


@pytest.mark.parametrize(("one", "other", "relation"), QUOTED)
def test_swapping_the_sides_changes_nothing(one: str, other: str, relation: str) -> None:
    assert tell_relation(quoted(other), quoted(one, 1), same_speaker=True) == relation


def test_neither_quotes() -> None:
    same, other = reported("the barn had burned"), reported("that the barn had burned", 1)
    assert tell_relation(same, other, same_speaker=True) == "same"
    assert tell_relation(same, reported("the fire took the barn", 1), same_speaker=True) == "paraphrase"
    assert tell_relation(same, reported("the barn had not burned", 1), same_speaker=True) == "negated"


def test_one_quotes_and_the_other_does_not() -> None:
    assert tell_relation(quoted("The barn burned."), reported("the barn burned", 1), same_speaker=True) == "paraphrase"


def test_words_given_to_somebody_else() -> None:
    assert tell_relation(quoted("It was luck."), quoted("It was luck.", 1), same_speaker=False) == "other-speaker"
    assert tell_relation(quoted("It was luck."), quoted("It was luck.", 1), same_speaker=None) == "same"


def test_a_splice_is_one_whatever_the_other_article_shows() -> None:
    apart = [quoted("We lost the barn in an hour.", 0, "c1"), quoted("The cows are safe and well.", 0, "c2")]
    spliced = quoted("We lost the barn in an hour. The cows are safe and well.", 1)
    assert find_splices([apart, [spliced]]) == {(1, "c1")}
    assert tell_relation(apart[0], spliced, same_speaker=True, spliced=True) == "joined"
    broken = quoted("We lost the barn in an hour.|The cows are safe and well.")
    assert find_splices([[broken], [spliced]]) == set()
