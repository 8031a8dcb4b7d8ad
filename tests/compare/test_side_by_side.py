"""Articles about one event: what they share, what each has alone."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import article_from_text
from reader.compare import Comparison, Place, compare
from reader.compare.matching import sharing
from reader.compare.model import Side
from reader.compare.statements import statements_of
from tests.compare.conftest import FIRST, SECOND, Pair, analysed


def said(found: Comparison, sides: list[Pair]) -> dict[str, tuple[str, str]]:
    """Each match's relation and its words on the right, by the first word on the left."""

    def words(place: Place) -> str:
        return " ".join(sides[place.article][0].words_of(span) for span in place.claim.content)

    return {
        words(m.left).split()[0] + " " + words(m.left).split()[1]: (m.relation, words(m.right)) for m in found.matches
    }


def test_what_two_papers_share(first: Pair, second: Pair) -> None:
    found = compare([first, second])
    assert found.event.same
    assert "Falkner" in found.event.shared
    shared = said(found, [first, second])
    assert shared["We looked"][0] == "shortened"
    assert shared["It is"][0] == "altered"
    assert shared["I have"][0] == "shortened"
    texts = [
        first[0].words_of(p.claim.content[0]) if p.article == 0 else second[0].words_of(p.claim.content[0])
        for p in found.only
    ]
    assert any("pumps" in text for text in texts)
    assert any("towels" in text for text in texts)


def test_the_words_that_differ_are_spans_into_both_texts(first: Pair, second: Pair) -> None:
    altered = next(match for match in compare([first, second]).matches if match.relation == "altered")
    words = [
        (first[0].words_of(d.left[0]) if d.left else "", second[0].words_of(d.right[0]) if d.right else "")
        for d in altered.differences
    ]
    assert ("dangerous", "harmful") in words


def test_like_words_about_another_event_are_no_match(first: Pair, other: Pair) -> None:
    found = compare([first, other])
    assert not found.event.same
    assert found.event.apart
    assert found.matches == ()
    assert len(found.only) == len([c for pair in (first, other) for c in pair[1].claims])


def test_what_one_speaker_says_of_one_thing_is_not_all_one_statement() -> None:
    one, other = (
        f"Quay wall to be raised\n\n3 June 2026\n\nMayor Ada Poll spoke in Farrow Town on Tuesday about the wall on "
        f"Falkner Quay, which will cost 6,217,400 crowns.\n\nPoll said that {first}. Poll said that {second}."
        for first, second in (
            (
                "the city would raise the wall by a metre before the winter",
                "nobody on the quay would pay for a sandbag",
            ),
            ("the wall would be raised by a metre before winter comes", "the city had asked the firm for its drawings"),
        )
    )
    found = compare([analysed(one), analysed(other)])
    said_that = {m.label for m in found.matches if m.left.claim.id != m.right.claim.id}
    assert found.event.same
    assert "paraphrase" in {m.label for m in found.matches}
    assert said_that <= {"perhaps"}


def test_what_a_very_long_text_says_a_thousand_times_does_not_become_a_million_pairs(first: Pair) -> None:
    one, other = statements_of(Side(*first), 0)[:2]
    few, many = [one] * 3, [one, other] * 1000
    assert len(list(sharing(few, few))) == 9
    pairs = list(sharing(many, many))
    assert [left is right for left, right in pairs] == [True] * 2000


def test_one_article_is_nothing_to_compare(first: Pair) -> None:
    with pytest.raises(ValueError, match="two articles"):
        compare([first])


def test_an_article_and_itself_are_the_same_throughout(first: Pair) -> None:
    found = compare([first, first])
    own = [match for match in found.matches if match.left.claim.id == match.right.claim.id]
    assert {match.relation for match in own} == {"same"}
    assert len(own) == len(first[1].claims)
    assert found.only == ()


def test_swapping_the_sides_mirrors_every_relation(first: Pair, second: Pair) -> None:
    one, other = compare([first, second]), compare([second, first])
    there = {(m.left.claim.id, m.right.claim.id, m.relation, m.speakers) for m in one.matches}
    back = {(m.right.claim.id, m.left.claim.id, m.relation, m.speakers[::-1]) for m in other.matches}
    assert there == back


def test_a_third_paper(first: Pair, second: Pair) -> None:
    third = analysed(SECOND.replace("Pia Vance", "Jo Marr").replace("harmful", "dangerous"))
    found = compare([first, second, third])
    assert {(m.left.article, m.right.article) for m in found.matches} == {(0, 1), (0, 2), (1, 2)}


def test_an_article_without_text_or_claims(first: Pair) -> None:
    empty = analysed("")
    assert compare([empty, empty]).matches == ()
    assert compare([first, empty]).matches == ()


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_spans_of_any_two_texts_stand_in_them(seed: int) -> None:
    rng = random.Random(seed)
    texts = []
    for _ in range(2):
        words = (FIRST + SECOND).split(" ")
        rng.shuffle(words)
        texts.append(" ".join(words[: rng.randrange(5, 90)]))
    sides = [analysed(text) for text in texts]
    sides = [(replace(article, published=None), analysis) for article, analysis in sides]
    found = compare(sides)
    for match in found.matches:
        for place in (match.left, match.right):
            size = len(sides[place.article][0].text)
            assert all(0 <= start < end <= size for start, end in place.claim.content)
        for difference in match.differences:
            assert all(end <= len(sides[match.left.article][0].text) for _, end in difference.left)
            assert all(end <= len(sides[match.right.article][0].text) for _, end in difference.right)


def test_the_same_words_in_a_paper_of_another_month(first: Pair) -> None:
    later = article_from_text(FIRST.replace("3 June 2026", "3 August 2026"))
    assert not compare([first, (later, analysed(FIRST)[1])]).event.same


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("denied that the crews had been paid", "said the crews had been paid", "negated"),
        ("said the crews had been paid", "rejected claims that the crews had been paid", "negated"),
        ("denied that the crews had not been paid", "said the crews had not been paid", "negated"),
        ("denied that the crews had been paid", "denied that the crews had been paid", "same"),
        ("did not deny that the crews had been paid", "said the crews had been paid", "same"),
        ("denied that the crews had not been paid", "said the crews had been paid", "paraphrase"),
    ],
)
def test_what_one_paper_has_denied_and_the_other_said_is_turned_round(one: str, other: str, relation: str) -> None:
    end = ' "We will sail on Friday, whatever the weather on the sound," said Bo Berg, the mayor of Harlow.\n'
    sides = [
        analysed(f"Crews row\n\nHARLOW — Carla Quill, who heads the Boatmen’s Union, {how} in May.{end}")
        for how in (one, other)
    ]
    found = compare(sides)
    assert found.event.same
    assert [match.relation for match in found.matches if "crews" in sides[0][0].words_of(match.left.claim.span)] == [
        relation
    ]
