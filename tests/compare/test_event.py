"""Whether two articles tell of one event, by what they have in common."""

from datetime import date
from itertools import combinations

import pytest

from reader import analyse
from reader.article import article_from_text, open_article
from reader.compare import compare
from reader.compare.event import Profile, is_proved
from reader.resources import bundled
from tests.compare.conftest import Pair

DAY, NEXT, LATER = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 20)


def about(names: str, figures: str = "", day: date | None = DAY) -> Profile:
    return Profile({name: name for name in names.split()}, frozenset(figures.split()), day)


COURT = "okoro stourhaven crown keogh"
EVENING = f"{COURT} marsh geneva avery lindqvist"


@pytest.mark.parametrize(
    ("one", "other", "quoted", "same"),
    [
        (about(EVENING), about(EVENING, day=NEXT), 0, True),  # many names, the same days
        (about(EVENING), about(EVENING, day=LATER), 3, False),
        (about(EVENING), about(EVENING, day=None), 0, False),  # on which days, nobody knows
        (about(f"{COURT} blaine"), about(f"{COURT} rowe"), 0, False),  # one judge, two cases
        (about(f"{COURT} blaine"), about(f"{COURT} blaine"), 1, True),
        (about("marl air holt", "12 30 300", None), about("marl air holt", "12 30 300", None), 0, False),
        (about("marl air holt", "41306", None), about("marl air holt", "41306", None), 0, True),
        (about("marl air holt", "7.12", None), about("marl air holt", "7.12", None), 0, True),
        (about("marl", "41306"), about("marl", "41306"), 2, False),  # one name is too few
        (about("marl air a b c d", "41306"), about("marl air e f g h", "41306"), 0, False),  # most names differ
        (about("marl air a b c d", "41306"), about("marl air e f g h", "41306"), 1, True),
    ],
)
def test_two_articles(one: Profile, other: Profile, quoted: int, same: bool) -> None:
    assert is_proved(one, other, lambda: quoted) is same
    assert is_proved(other, one, lambda: quoted) is same


def test_each_two_of_the_bundled_papers_tell_of_one_evening() -> None:
    folder = bundled("sample_articles") / "one-event"
    opened = [open_article(str(folder / name)) for name in ("wire.txt", "ledger.md", "courier.html")]
    papers = [(article, analyse(article)) for article in opened]
    assert [compare(pair).event.same for pair in combinations(papers, 2)] == [True, True, True]


def test_a_text_and_its_copy_tell_of_one_event_however_short_it_is() -> None:
    article = article_from_text("“We shall go,” said Ann Lee.")
    found = compare([(article, analyse(article))] * 2)
    assert found.event.same
    assert [match.relation for match in found.matches] == ["same"]


def test_one_article_about_something_else_takes_nothing_from_the_others(first: Pair, second: Pair, other: Pair) -> None:
    alone = compare([first, second])
    for at in range(3):
        sides = [first, second]
        sides.insert(at, other)
        found = compare(sides)
        kept = [number for number in range(3) if number != at]
        assert not found.event.same
        assert found.event.groups == tuple(sorted([tuple(kept), (at,)]))
        assert found.event.apart == (f"{at + 1} has little in common with the others",)
        assert [(kept.index(match.left.article), kept.index(match.right.article)) for match in found.matches] == [
            (0, 1) for _ in alone.matches
        ]
        assert [match.relation for match in found.matches] == [match.relation for match in alone.matches]
        assert {place.claim.id for place in found.only if place.article == at} == {c.id for c in other[1].outer}


def test_three_articles_that_stand_apart_are_listed_as_one_lists_them(first: Pair, second: Pair) -> None:
    texts = (
        "Bakers in Brae met to judge loaves. “The crust was fine,” said Una Holt.",
        "A comet passed Mars in May. Dr Lee Ames said its tail was green.",
        "The Norwood choir sold its piano, Ivo Stark said.",
    )
    others = [(article, analyse(article)) for article in map(article_from_text, texts)]
    assert compare([first, *others, second]).event.apart == ("2, 3 and 4 have little in common with the others",)


def test_two_events_in_two_papers_each_are_two_groups(first: Pair, second: Pair, other: Pair) -> None:
    found = compare([first, other, second, other])
    assert found.event.groups == ((0, 2), (1, 3))
    assert {(match.left.article, match.right.article) for match in found.matches} == {(0, 2), (1, 3)}
