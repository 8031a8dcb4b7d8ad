"""One summary over several articles: nothing twice, every line with its article."""

from collections.abc import Sequence

import pytest

from reader.analysis.summary import Pick, summarise_several
from tests.analysis.summary.conftest import Made, Make


@pytest.fixture
def storm(make: Make) -> list[Made]:
    """Two reports of one storm, the second of which adds a death."""
    first = make(
        [
            ("title", "Storm cuts power in Varn"),
            ("paragraph", "A storm cut power to 40,000 homes in the city of Varn on Sunday night. Trams stood still."),
            ("paragraph", "Schools will stay closed until Wednesday, the mayor said."),
        ]
    )
    second = make(
        [
            ("title", "Man dies as storm hits Varn"),
            ("paragraph", "A storm on Sunday night cut power to 40,000 homes in the city of Varn."),
            ("paragraph", "A man of 61 died when a crane fell on his van near the harbour."),
        ]
    )
    return [first, second]


def lines(parts: list[Made], picks: Sequence[Pick]) -> list[str]:
    return [parts[pick.article][0].words_of(parts[pick.article][1][pick.sentence].span) for pick in picks]


def test_what_one_article_says_no_other_repeats(storm: list[Made]) -> None:
    found = lines(storm, summarise_several(storm, count=3))
    assert len(found) == 3
    assert sum("40,000" in line for line in found) == 1
    assert any("crane" in line for line in found)


def test_lines_come_by_article_and_in_reading_order(storm: list[Made]) -> None:
    picks = summarise_several(storm, count=4)
    assert list(picks) == sorted(picks, key=lambda pick: (pick.article, pick.sentence))
    assert {pick.article for pick in picks} == {0, 1}
    assert isinstance(picks[0], Pick)


def test_what_both_report_comes_first(storm: list[Made]) -> None:
    assert "40,000" in lines(storm, summarise_several(storm, count=1))[0]


def test_a_number_of_words_is_kept_to(storm: list[Made]) -> None:
    found = lines(storm, summarise_several(storm, words=35))
    assert 0 < sum(len(line.split()) for line in found) <= 35


def test_a_share_is_one_of_all_sentences_together(storm: list[Made]) -> None:
    assert len(summarise_several(storm, share=0.2)) == 1
    assert len(summarise_several(storm, share=0.6)) == 3


def test_no_articles_and_empty_ones_give_no_lines(make: Make) -> None:
    assert summarise_several([]) == ()
    assert summarise_several([make([]), make([("title", "Nothing else")])]) == ()
