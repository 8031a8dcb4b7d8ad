"""Nobody comes into a summary by the last name alone, where another line could tell who that is."""

from dataclasses import replace

import pytest

from reader.analysis.summary import Ranking, cut, rank
from reader.analysis.summary.strangers import Strangers, count_strangers, find_strangers
from tests.analysis.summary.conftest import Make, rank_by_hits

PRYCE = "The motion came from Anna Pryce, who leads the council."


def find(*texts: str, headline: str = "Bridge closed") -> Strangers:
    return find_strangers(dict(enumerate(texts)), headline)


@pytest.mark.parametrize(
    "text",
    [
        "Pryce said the bridge was not safe.",
        "Nobody had asked Mrs Pryce before the vote.",
        "But Pryce told the hall that the river would rise.",
        "Two members left the hall with Ms. Pryce.",
        "In the evening Pryce's motion had 400 names under it.",
    ],
)
def test_who_is_called_by_the_last_name_is_told_by_a_sentence_before(text: str) -> None:
    assert find(PRYCE, "The river rose in the night.", text) == ((2, (frozenset({0}),)),)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Pryce said the bridge was not safe.",
        "Councillor Pryce said the bridge was not safe.",
        "It was then that councillor Pryce spoke up.",
        "The bridge is 90 years old.",
        "Lund said the bridge was not safe.",
    ],
)
def test_a_full_name_an_office_and_somebody_told_of_nowhere_need_no_other_sentence(text: str) -> None:
    assert find(PRYCE, text) == ()


def test_where_hardly_anybody_speaks_nobody_is_a_stranger(make: Make) -> None:
    quiet = ("The river rose in the night.",) * 80
    for more, found in (((), True), (quiet, False)):
        article, sentences = make([("title", "Bridge closed"), *(("paragraph", text) for text in (*TEXTS, *more))])
        assert bool(rank(article, sentences).strangers) is found


def test_whom_the_headline_names_is_known() -> None:
    assert find(PRYCE, "Pryce said no.", headline="Pryce closes the bridge") == ()


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("He spoke in the White House on Monday.", "The House said no."),
        ("The town of Port Wenna has one bridge.", "In Wenna the shops were shut."),
        ("They read of it in the Skarn Herald.", "The Herald said so first."),
        ("A letter from Mary Bridge lay on the bridge.", "Bridge said no."),
    ],
)
def test_houses_towns_and_names_that_are_words_too_are_no_people(first: str, then: str) -> None:
    assert find(first, then) == ()


def test_who_is_told_of_further_down_alone_is_not_told_of_before() -> None:
    assert find("Pryce said no.", PRYCE) == ()
    (_, told), *_ = find(PRYCE, "Pryce said no.", "It was Anna Pryce again.")
    assert told == (frozenset({0}),)


def test_each_person_is_told_apart() -> None:
    found = dict(find(PRYCE, "Ida Lund voted against it.", "Pryce and Lund shook hands, Lund said."))
    assert count_strangers(found, frozenset({2})) == 2
    assert count_strangers(found, frozenset({0, 2})) == 1
    assert count_strangers(found, frozenset({0, 1, 2})) == 0


TEXTS = (
    PRYCE,
    "Traders fear that a second winter without customers will ruin them all.",
    "Pryce said that both piers had moved by four inches since the spring flood.",
    "A ferry will carry school children and the post over the river from Monday.",
)


def ranking(hits: tuple[float, ...]) -> Ranking:
    return replace(rank_by_hits(TEXTS, hits), strangers=find(*TEXTS))


def test_a_line_without_strangers_is_picked_where_it_is_worth_nearly_as_much() -> None:
    assert cut(ranking((0.5, 1, 4.2, 4)), words=14).sentences == (3,)
    assert cut(ranking((0.5, 1, 4.8, 4)), words=14).sentences == (2,)


def test_of_so_many_lines_none_calls_a_stranger_while_others_are_left() -> None:
    assert cut(ranking((0.5, 1, 9, 4)), count=1).sentences == (3,)
    made = ranking((5, 1, 9, 4))
    assert cut(made, count=1).sentences == (0,)
    assert cut(made, count=2).sentences == (0, 2)
    assert cut(replace(made, strangers=()), count=1).sentences == (2,)
    assert cut(ranking((0.5, 1, 9, 4)), count=4).sentences == (0, 1, 2, 3)


def test_a_ranking_knows_the_strangers_of_an_english_article(make: Make) -> None:
    article, sentences = make([("title", "Bridge closed"), *(("paragraph", text) for text in TEXTS)])
    assert rank(article, sentences).strangers == ((3, (frozenset({1}),)),)
    assert rank(replace(article, language="de"), sentences).strangers == ()
    assert rank(article, sentences, "lead").strangers == ()
