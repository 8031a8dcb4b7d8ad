"""A summary of so many words says more than so many words from the top; a line that tells nothing new is no line."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.summary import Ranking, cut, note_length, rank
from reader.analysis.summary.graph import Floats
from reader.analysis.summary.news import add_central, adjust, carry_speakers, favour_top
from reader.analysis.summary.news_features import NewsSentences, make_matrix, read_sentences
from reader.analysis.summary.ranking import list_content
from tests.analysis.summary.conftest import Make, rank_by_hits

TEXTS = (
    "The council met on Tuesday in the old hall above the market square.",
    "Its members voted 7-4 to close the bridge to traffic for two years.",
    "Traders fear that a second winter without customers will ruin them.",
    "Members of the council voted 7-4 to close the bridge for two years.",
    "Mr Pryce voted to close.",
)


def ranking(hits: Sequence[float], needs: Sequence[tuple[int, tuple[int, ...] | None]] = ()) -> Ranking:
    return rank_by_hits(TEXTS, hits, needs)


def test_a_line_from_further_down_takes_the_place_of_a_poorer_first_one() -> None:
    assert cut(ranking((1, 9, 2, 1, 0.1)), words=13).sentences == (1,)
    assert cut(ranking((9, 1, 2, 1, 0.1)), words=13).sentences == (0,)


def test_room_for_more_words_than_there_can_be_is_room_for_all_of_them() -> None:
    assert cut(ranking((9, 1, 2, 1, 0.1)), words=10**20) == cut(ranking((9, 1, 2, 1, 0.1)), words=1_000)


def test_a_beginning_that_tells_the_headline_is_left_only_for_what_is_much_better() -> None:
    for hits, told, picked in (((4, 5, 2, 1, 0.1), 0.0, 1), ((4, 5, 2, 1, 0.1), 1.0, 0), ((4, 9, 2, 1, 0.1), 1.0, 1)):
        assert cut(replace(ranking(hits), told=told), words=13).sentences == (picked,)


def test_a_choice_that_keeps_the_first_line_of_such_a_beginning_keeps_a_part_of_what_it_gains() -> None:
    made = replace(ranking((4, 1, 6, 1, 0.1)), content=(frozenset[int](),) * 5)
    assert cut(made, words=26).sentences == (0, 2)
    close = replace(made, hits=(4, 5, 5.5, 1, 0.1))
    assert [cut(replace(close, told=told), words=26).sentences for told in (0.0, 0.6, 1.0)] == [(1, 2), (0, 2), (0, 1)]


def test_such_a_beginning_gains_less_the_more_words_are_asked_for() -> None:
    long = tuple(f"{text[:-1]}, {'as was told there, ' * 8}and that was all." for text in TEXTS[:3])
    made = replace(rank_by_hits(long, (4, 5.5, 1)), told=1.0, content=(frozenset[int](),) * 3)
    assert [cut(made, words=words).sentences for words in (60, 80, 100)] == [(0,), (0,), (1,)]


def test_how_much_the_first_sentence_is_the_headline_is_told_in_news_with_one(make: Make) -> None:
    story = [*TEXTS, "“It will cost us a winter,” said Ida Lund."]
    for title, texts, least, most in (
        ("Council met on Tuesday in old hall", story, 0.5, 1),
        ("Rain in Skarn", story, 0, 0),
        (None, story, 0, 0),
        ("Council met on Tuesday in old hall", TEXTS, 0, 0),
    ):
        blocks = [("paragraph", text) for text in texts]
        article, sentences = make([("title", title), *blocks] if title else blocks)
        assert least <= rank(article, sentences).told <= most


def test_what_a_picked_line_says_already_is_worth_nothing() -> None:
    assert cut(ranking((1, 9, 9, 8.9, 0.1)), words=26).sentences == (1, 2)


def test_a_scrap_must_bring_more_than_a_line_of_substance_does() -> None:
    def picked(scrap: float, most: int) -> tuple[int, ...]:
        made = ranking((9, 0, 0.2, 0, scrap))
        return cut(replace(made, words=(13, 13, 12, 14, 6), content=(frozenset[int](),) * 5), words=most).sentences

    assert picked(0.2, most=20) == (0,)
    assert picked(0.6, most=20) == (0, 4)
    assert picked(0.2, most=25) == (0, 2)


def test_two_long_lines_are_found_where_changing_one_of_three_does_not_lead_to_them() -> None:
    words = (20, 20, 20, 20, 20, 18, 18, 30, 30)
    hits = (3.8, 3.8, 3.8, 3.8, 4.0, 4.4, 4.4, 7.0, 7.0)
    made = Ranking("news", tuple(range(9)), (1.0,) * 9, words, content=(frozenset[int](),) * 9, hits=hits)
    assert cut(made, words=60).sentences == (7, 8)


def test_a_line_brings_what_it_needs_or_gives_way() -> None:
    assert cut(ranking((1, 1, 9, 1, 0.1), [(2, (1,))]), words=26).sentences == (1, 2)
    assert cut(ranking((1, 1, 9, 2, 0.1), [(2, (1,))]), words=14).sentences == (3,)


def test_a_further_line_that_tells_nothing_new_is_left_out_and_the_summary_shorter() -> None:
    assert cut(ranking((1, 9, 2, 1, 8)), count=2).sentences == (1, 2)
    assert cut(ranking((1, 9, 2, 1, 8)), count=4).sentences == (0, 1, 2)
    assert cut(ranking((1, 9, 2, 1, 8)), count=5).sentences == (0, 1, 2, 3, 4)


def test_a_short_line_that_says_that_somebody_spoke_is_no_third_line() -> None:
    texts = (*TEXTS[:3], "Ida Lund, who owns a shop there, told the council that traders would sue.", "Mr Marn spoke.")
    for last in ("Mr Marn spoke.", "Mr Marn spoke for ten minutes."):
        texts = (*texts[:4], last)
        words = tuple(len(text.split()) for text in texts)
        made = replace(ranking((1, 9, 2, 7, 8)), words=words, content=list_content(texts), order=(3, 4, 1, 2, 0))
        assert cut(made, count=3, full=True).sentences == (1, 2, 3)


def test_a_brief_line_of_which_nothing_is_expected_is_no_third_line() -> None:
    texts = (
        *TEXTS[:3],
        "Ida Lund, who owns a shop there, told the council that traders would sue.",
        "Rivals gave cooler accounts.",
    )
    words = tuple(len(text.split()) for text in texts)

    def picked(hits: float) -> tuple[int, ...]:
        made = replace(ranking((1, 9, 2, 7, hits)), words=words, content=list_content(texts), order=(3, 1, 4, 2, 0))
        return cut(made, count=3, full=True).sentences

    assert picked(0.1) == (1, 2, 3)
    assert picked(0.5) == (1, 3, 4)


def test_a_summary_of_few_of_the_words_asked_for_says_so_where_the_article_has_more() -> None:
    made = ranking((1, 9, 0.2, 0, 0.1))
    short = cut(made, words=35)
    assert short.sentences == (1,)
    assert note_length(made, short, words=35) == ("13 of the 35 words asked for: no other line that fits adds enough",)
    assert note_length(made, short, words=20) == note_length(made, short, count=1) == ()
    assert note_length(made, cut(made, count=5), words=500) == ()
    assert note_length(made, cut(made, count=4, full=True), count=4) == (
        "3 of the 4 sentences asked for: no other that stands alone adds enough",
    )


def test_a_few_words_are_no_summary_of_many_though_they_beat_the_first_few() -> None:
    made = replace(ranking((6, 4, 0, 2, 0)), words=(30, 8, 12, 30, 6), content=(frozenset[int](),) * 5)
    made = replace(made, needs=((0, None),))
    assert cut(made, words=10).sentences == (1,)
    assert cut(made, words=100).sentences == (1, 2, 3)


@given(
    st.lists(st.floats(0, 20), min_size=5, max_size=5),
    st.integers(1, 90),
    st.lists(st.tuples(st.integers(0, 4), st.one_of(st.none(), st.tuples(st.integers(0, 4)))), max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_no_choice_is_longer_than_asked_and_whole_groups_are_kept(
    hits: list[float], most: int, needs: list[tuple[int, tuple[int, ...] | None]]
) -> None:
    made = ranking(hits, needs)
    picked = cut(made, words=most).sentences
    assert picked
    assert sum(made.words[index] for index in picked) <= most or len(picked) == 1
    required = dict(needs)
    if len(picked) > 1:
        alone = {index for index in picked if required.get(index, ()) == ()}
        brought = {near for index in picked for near in required.get(index) or ()}
        assert all(index in alone | brought or required[index] for index in picked)


def test_of_lines_worth_the_same_the_one_with_a_claim_and_its_known_speaker_is_worth_more() -> None:
    texts = (
        "The yard, Ida Lund said, would take three months.",
        "The yard would take three months for all of it.",
        "On Monday, a man from the yard said so too.",
        "Nobody but Lund was asked about any of that.",
    )
    made = read_sentences(texts, range(4), "", lambda word: word, frozenset())
    assert carry_speakers(made).tolist() == [1, 0, 0, 0]
    without = replace(made, texts=("The yard would, it seems, take three months.", *texts[1:]))
    assert weigh(made)[0] > weigh(without)[0]


def weigh(made: NewsSentences) -> Floats:
    return adjust(made, make_matrix(made), np.ones(len(made.texts)))


def test_a_text_that_is_no_news_is_told_by_what_is_central_to_it() -> None:
    opening = ("Rice is eaten by half the world.", "It grows in water.", "It keeps for years.", "It is cheap.")
    steps = (
        *opening,
        "Wash the rice in cold water until the water runs clear.",
        "Some cooks light a candle first.",
        "Boil the rice in twice as much water as there is rice.",
        "A lid keeps the steam in.",
    )
    stop_words = frozenset({"the", "in", "a", "is", "it", "for"})
    guide = read_sentences(steps, range(8), "", lambda word: word, stop_words)
    spoken = read_sentences((*steps[:7], "A lid, said Lund, keeps it in."), range(8), "", str, stop_words)
    assert weigh(guide)[6] > weigh(guide)[5]
    assert not add_central(make_matrix(spoken)).any()
    assert add_central(make_matrix(guide))[4:].argmax() in (0, 2)


def test_what_stands_far_down_in_a_story_must_tell_more_but_not_in_a_text_that_is_no_news() -> None:
    told = ("The seven old boats of the harbour, Lund said, lie empty today.",) * 30
    done = ("The seven old boats of the harbour, one hears, lie empty today.",) * 30
    story, guide = (read_sentences(lines, range(30), "", str, frozenset()) for lines in (told, done))
    worths = weigh(story)
    assert worths[8] == worths[9] > worths[14] > worths[29]
    assert weigh(guide)[9] == weigh(guide)[29]


def test_a_text_that_is_no_news_is_left_from_the_top_only_for_what_is_much_better() -> None:
    guide = read_sentences(("Wash it.", "Boil it.", "Cool it.", "Eat it.", "Rest."), range(5), "", str, frozenset())
    spoken = read_sentences(("Wash it, said Lund.", "Boil it."), range(2), "", str, frozenset())
    assert favour_top(make_matrix(guide)).tolist() == [1, 0.75, 0.5, 0.25, 0]
    headed = read_sentences(("Wash it.", "Boil it."), range(2), "How to boil rice", str, frozenset())
    assert favour_top(make_matrix(spoken)).tolist() == favour_top(make_matrix(headed)).tolist() == [0, 0]


def test_a_headline_of_one_word_tells_no_sentence_from_another() -> None:
    lines = ("Skarn has one shop.", "The island lies an hour west of Port Wenna.")
    assert read_sentences(lines, (0, 1), "Skarn", str.lower, frozenset()).headline == frozenset()
    assert read_sentences(lines, (0, 1), "Skarn’s shop", str.lower, frozenset()).headline == {"skarn", "shop"}


RETOLD = (
    "Mayor Ines Holt and Governor Karl Brandt spoke for 70 minutes on Sunday, their first meeting this winter.",
    "Mayor Ines Holt told Karl Brandt, the governor, that the harbour stays open, during 70 minutes on Sunday night.",
    "Dockers wait for a ruling on overtime that judges have put off twice since the spring tides.",
    "The ferry firm Nordkap wants its licence back and threatens to sell three of its five ships.",
)


def retold(hits: Sequence[float]) -> Ranking:
    return rank_by_hits(RETOLD, hits)


def test_a_standfirst_and_the_paragraph_that_tells_it_again_are_one_line() -> None:
    assert cut(retold((9, 8, 2, 1)), count=2).sentences == (0, 2)
    assert cut(retold((8, 9, 2, 1)), count=2).sentences == (1, 2)
    assert cut(retold((9, 8, 2, 3)), words=60).sentences == (0, 2, 3)
    assert cut(retold((9, 8, 2, 1)), count=4).sentences == (0, 1, 2, 3)


def test_what_is_retold_further_down_is_weighed_as_ever() -> None:
    far = replace(retold((9, 1, 2, 8)), content=list_content((RETOLD[0], RETOLD[2], RETOLD[3], RETOLD[1])))
    assert cut(far, count=2).sentences == (0, 3)
