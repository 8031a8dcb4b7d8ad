"""A summary is a choice of the article's own sentences, by any method and at any length."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis.model import Summary
from reader.analysis.summary import (
    DEFAULT_METHOD,
    METHODS,
    MethodRefused,
    Ranking,
    choose_count,
    cut,
    describe,
    explain,
    is_too_short,
    rank,
    rank_methods,
    summarise,
)
from tests.analysis.summary.conftest import Made, Make


def lines(made: Made, summary: Summary) -> list[str]:
    article, sentences = made
    return [article.words_of(sentences[index].span) for index in summary.sentences]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_picks_prose_in_reading_order(ferry: Made, method: str) -> None:
    article, sentences = ferry
    picked = cut(rank(article, sentences, method), count=3)
    assert picked.method == method
    assert len(picked.sentences) == 3
    assert list(picked.sentences) == sorted(picked.sentences)
    kinds = {article.blocks[sentences[index].block].kind for index in picked.sentences}
    assert kinds == {"paragraph"}


@pytest.mark.parametrize("method", METHODS)
def test_credits_and_invitations_are_never_picked(ferry: Made, method: str) -> None:
    article, sentences = ferry
    everything = cut(rank(article, sentences, method), count=99)
    text = " ".join(lines(ferry, everything))
    assert "Picture" not in text
    assert "Read more" not in text
    assert "Sign up" not in text
    assert "By Nora" not in text


def test_the_default_opens_with_the_news(ferry: Made) -> None:
    assert DEFAULT_METHOD == METHODS[0] == "news"
    picked = summarise(*ferry, count=1)
    assert lines(ferry, picked)[0].startswith("The only ferry to Skarn")


def test_one_ranking_is_cut_to_any_number_of_sentences(ferry: Made) -> None:
    ranking = rank(*ferry)
    assert [len(cut(ranking, count=count).sentences) for count in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert len(cut(ranking, count=0).sentences) == 1
    assert len(cut(ranking, count=500).sentences) == len(ranking.order)
    assert len(cut(ranking, share=0.5).sentences) == round(len(ranking.order) / 2)


@pytest.mark.parametrize("most", [25, 40, 60, 100])
def test_a_summary_keeps_to_a_number_of_words(ferry: Made, most: int) -> None:
    text = " ".join(lines(ferry, cut(rank(*ferry), words=most)))
    assert 0 < len(text.split()) <= most


def test_a_number_of_words_too_small_for_any_sentence_still_gives_one(ferry: Made) -> None:
    assert len(cut(rank(*ferry), words=2).sentences) == 1


def test_a_repeated_sentence_is_picked_once(make: Make) -> None:
    said = "The dam above the town of Ostrava held through the night."
    made = make([("paragraph", f"{said} Engineers watched it."), ("paragraph", f"{said} The rain has ended.")])
    for method in METHODS:
        picked = lines(made, cut(rank(*made, method), count=4))
        assert picked.count(said) == 1


def test_articles_without_prose_and_without_anything(make: Make) -> None:
    assert cut(rank(*make([])), count=3).sentences == ()
    assert cut(rank(*make([("title", "Only a headline here")])), count=3).sentences == ()
    assert choose_count(*make([("title", "Only a headline here")])) == 0
    table = make([("table", "Lyon 3 Lille 1")])
    assert cut(rank(*table), count=3).sentences == (0,)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", ["One short sentence stands here.", "No. No. No.", "!!!", "1 2 3 4 5 6 7 8."])
def test_tiny_articles_break_no_method(make: Make, method: str, text: str) -> None:
    made = make([("paragraph", text)])
    assert len(cut(rank(*made, method), count=3).sentences) <= 3


def test_longer_articles_get_longer_summaries(make: Make) -> None:
    def count(paragraphs: int) -> int:
        text = "The committee heard another long account of the flood and of what came after it in the valley."
        return choose_count(*make([("paragraph", f"{text} Number {n} was read.") for n in range(paragraphs)]))

    assert count(2) == 1
    assert count(20) == 3
    assert count(60) > 3
    assert count(2_000) == 10


def test_a_short_article_is_told_from_a_long_one(make: Make, ferry: Made) -> None:
    assert is_too_short(*make([("paragraph", "A bus broke down. Nobody was hurt.")]))
    assert is_too_short(*ferry) == (choose_count(*ferry) <= 1)


def test_unknown_methods_are_refused_with_the_names_there_are() -> None:
    with pytest.raises(MethodRefused, match="lexrank"):
        describe("magic")


def test_methods_are_listed_by_what_they_are_worth() -> None:
    names = [name for name, _ in rank_methods()]
    assert names[:2] == ["news", "lead"]
    assert names[-1] == "random"
    assert set(names) == set(METHODS)


def test_what_would_take_too_long_is_refused_before_it_starts(make: Make) -> None:
    made = make([("paragraph", "The same words were said once more today. " * 40)] * 250)
    with pytest.raises(MethodRefused, match="10,000"):
        rank(*made, "textrank")
    assert len(cut(rank(*made, "lead"), count=1).sentences) == 1


@pytest.mark.parametrize("method", METHODS)
def test_a_ranking_can_be_called_off(ferry: Made, method: str) -> None:
    class Stop(Exception):
        pass

    def stop(_: str) -> None:
        raise Stop

    with pytest.raises(Stop):
        rank(*ferry, method, on_progress=stop)


def test_scores_shade_every_sentence_from_nothing_to_one(ferry: Made) -> None:
    article, sentences = ferry
    ranking = rank(article, sentences)
    assert len(ranking.scores) == len(ranking.words) == len(sentences)
    assert max(ranking.scores) == 1.0
    assert all(0 <= score <= 1 for score in ranking.scores)
    assert {index for index, score in enumerate(ranking.scores) if score > 0} >= set(ranking.order)


def test_why_is_told_in_plain_words(ferry: Made) -> None:
    ranking = rank(*ferry)
    first = cut(ranking, count=1).sentences[0]
    assert "headline" in explain(ranking, first)
    assert "ferry" in explain(ranking, first)
    assert "Not a line" in explain(ranking, 0)
    assert "LexRank" in explain(rank(*ferry, "lexrank"), first)


def test_importing_the_room_imports_no_heavy_library() -> None:
    heavy = ("nltk", "sumy", "numpy", "onnxruntime", "textual")
    code = f"import sys, reader.analysis.summary; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_rankings_travel_between_processes(ferry: Made) -> None:
    import pickle

    ranking = rank(*ferry)
    assert pickle.loads(pickle.dumps(ranking)) == ranking
    assert isinstance(ranking, Ranking)


@given(st.lists(st.text(alphabet=st.sampled_from("abcHS .!?\"“”'’,1-()"), max_size=60), max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_gives_a_summary_of_its_own_sentences(make: Make, blocks: list[str]) -> None:
    made = make([("paragraph", text) for text in blocks if text])
    for method in METHODS:
        picked = cut(rank(*made, method), count=2).sentences
        assert len(set(picked)) == len(picked) <= 2
        assert all(0 <= index < len(made[1]) for index in picked)


def test_a_turn_of_hardly_a_word_is_no_line_of_a_transcripts_summary(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "THE CHAIR: Order, please."),
            ("paragraph", "STALLARD: The sluices were opened by the company and by nobody else."),
            ("paragraph", "THE CHAIR (Dame Olu): We have until noon to hear who gave the order."),
            ("paragraph", "STALLARD: Sir Rowan’s."),
        ]
    )
    assert set(rank(article, sentences).order) == {1, 2}


def test_trees_sum_the_leaves_that_a_walk_down_each_would_reach(tmp_path: Path) -> None:
    import numpy as np

    from reader.analysis.summary.trees import load_trees

    left_heavy = ("a", 1.0, ("b", 0.5, 1.0, 2.0), 3.0)
    right_heavy = ("b", 0.5, 10.0, ("b", 2.0, 20.0, ("a", -1.0, 30.0, 40.0)))
    stored = [
        ([0, 1, -1, -1, -1], [1.0, 0.5, 1.0, 2.0, 3.0], [2, 1, 0, 0, 0]),
        ([1, -1, 1, -1, 0, -1, -1], [0.5, 10.0, 2.0, 20.0, -1.0, 30.0, 40.0], [1, 0, 1, 0, 1, 0, 0]),
        ([-1], [100.0], [0]),
    ]
    feature, number, below = (np.concatenate(column) for column in zip(*stored, strict=True))
    path = tmp_path / "trees.npz"
    np.savez(path, features=["a", "b"], nodes=[5, 7, 1], feature=feature, number=number, below=below)
    rows = np.array([(0.0, 0.0), (1.0, 0.5), (1.0, 0.6), (2.0, 0.6), (2.0, 3.0), (-2.0, 3.0)])

    def walked(tree: Any, row: Sequence[float]) -> float:
        while isinstance(tree, tuple):
            name, limit, at_most, above = tree
            tree = at_most if row["ab".index(name)] <= limit else above
        return float(tree)

    expected = [100 + walked(left_heavy, row) + walked(right_heavy, row) for row in rows]
    assert load_trees(path).sums(rows).tolist() == expected == [111, 111, 122, 123, 143, 132]
