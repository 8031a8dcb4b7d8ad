"""A line that tells too little for its words is left out, and the summary says that it is shorter than asked."""

from collections.abc import Sequence

from reader.analysis.summary import Ranking, cut, note_length
from tests.analysis.summary.conftest import rank_by_hits

TEXTS = (
    "The council of Lund voted on Tuesday to close the bridge to traffic for two years.",
    "Traders fear that a second winter without customers would ruin most of them.",
    "Pryce, who owns a shop there, said that she would go to court within a month.",
    "The bridge was built in 1911 by a firm that also made the gates of the harbour.",
    "Members of the council voted to close the bridge of Lund to traffic for two years.",
    "Its clock was a gift of the guild of weavers and has been slow for some time.",
)


def ranking(hits: Sequence[float], needs: Sequence[tuple[int, tuple[int, ...] | None]] = ()) -> Ranking:
    return rank_by_hits(TEXTS, hits, needs)


def test_a_third_line_that_tells_next_to_nothing_is_left_out_which_is_said() -> None:
    made = ranking((9, 5, 0.3, 0.2, 0, 0))
    picked = cut(made, count=3)
    assert picked.sentences == (0, 1)
    assert note_length(made, picked, count=3) == (
        "2 of the 3 sentences asked for: no other that stands alone adds enough",
    )
    assert cut(ranking((9, 5, 4, 0.2, 0, 0)), count=3).sentences == (0, 1, 2)


def test_what_is_little_beside_a_rich_line_is_enough_beside_poor_ones() -> None:
    assert cut(ranking((12, 9, 1, 0, 0, 0)), count=3).sentences == (0, 1)
    assert cut(ranking((1.5, 1.2, 1, 0, 0, 0)), count=3).sentences == (0, 1, 2)


def test_of_three_lines_one_may_go_and_of_two_none() -> None:
    made = ranking((9, 0.3, 0.2, 0, 0, 0))
    assert cut(made, count=3).sentences == (0, 1)
    assert cut(made, count=2).sentences == (0, 1)


def test_who_asks_for_more_lines_is_told_more() -> None:
    made = ranking((9, 5, 0.9, 0.2, 0, 0))
    assert cut(made, count=3).sentences == (0, 1)
    assert 2 in cut(made, count=5).sentences


def test_who_wants_a_line_more_or_every_line_or_a_share_gets_them() -> None:
    made = ranking((9, 5, 0.3, 0.2, 0, 0))
    assert cut(made, count=3, full=True).sentences == (0, 1, 2)
    assert cut(made, count=6).sentences == (0, 1, 2, 3, 4, 5)
    assert len(cut(made, share=0.5).sentences) == 3


def test_a_line_that_repeats_another_is_worth_only_what_it_adds() -> None:
    assert cut(ranking((9, 0, 5, 0, 8, 0)), count=3).sentences == (0, 2)


def test_a_line_that_others_need_goes_with_them_or_stays_with_them() -> None:
    needs = [(2, (1,))]
    assert cut(ranking((9, 0.1, 8, 0.1, 0, 0), needs), count=3).sentences == (0, 1, 2)
    assert cut(ranking((9, 0.1, 0.2, 0, 0, 0), needs), count=3).sentences == (0,)


def test_where_no_hits_are_told_every_line_stays() -> None:
    words = tuple(len(text.split()) for text in TEXTS)
    assert cut(Ranking("lead", tuple(range(6)), (1.0,) * 6, words), count=3).sentences == (0, 1, 2)
