"""Our fast versions rate sentences as sumy's own classes do."""

import pytest
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from reader.analysis.summary import classic
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.registry import Everything
from reader.analysis.summary.sumy_document import build_document, load_language
from tests.analysis.summary.conftest import Made, Make

PAIRS = [
    (classic.LexRank, LexRankSummarizer),
    (classic.TextRank, TextRankSummarizer),
    (classic.Lsa, LsaSummarizer),
    (classic.Luhn, LuhnSummarizer),
    (classic.KL, KLSummarizer),
    (classic.SumBasic, SumBasicSummarizer),
    (classic.Reduction, ReductionSummarizer),
]


def ratings(summariser: type[AbstractSummarizer], made: Made) -> dict[int, float]:
    article, sentences = made
    english = load_language("en")
    instance = summariser(english.stem)
    instance.stop_words = english.stop_words
    everything = Everything()
    instance(build_document(article, sentences, list_pickable(article, sentences)), everything)
    return {info.sentence.index: info.rating for info in everything.rated}


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_ratings_are_sumys(ferry: Made, ours: type[AbstractSummarizer], theirs: type[AbstractSummarizer]) -> None:
    expected = ratings(theirs, ferry)
    assert len(expected) > 5
    assert ratings(ours, ferry) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_ratings_are_sumys_where_words_recur_in_a_sentence(
    make: Make, ours: type[AbstractSummarizer], theirs: type[AbstractSummarizer]
) -> None:
    made = make(
        [
            ("paragraph", "The dam held, the dam groaned, and the dam wept. Water stood at the dam."),
            ("paragraph", "Water rose in Brno. Brno, Brno and again Brno was named. Engineers slept at last."),
        ]
    )
    assert ratings(ours, made) == pytest.approx(ratings(theirs, made), abs=1e-9)


def test_words_with_digits_count(make: Make) -> None:
    article, sentences = make([("paragraph", "COVID-19 came in 2020. It left in 2023.")])
    made = build_document(article, sentences, list_pickable(article, sentences))
    assert made.sentences[0].words == ("covid-19", "came", "in", "2020")


def test_equal_sentences_keep_their_own_ratings(make: Make) -> None:
    made = make([("paragraph", "The lake is closed today."), ("paragraph", "The lake is closed today.")])
    assert len(ratings(classic.SumBasic, made)) == 2
