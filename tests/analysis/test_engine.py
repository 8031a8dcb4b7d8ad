"""The engine: any text at all, spans that hold, progress and a way out."""

import pickle

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.analysis.engine import analyse
from reader.article import article_from_text

PIECES = st.sampled_from(
    [
        "said", "“", "”", '"', "‘", "’", "'", "\n\n", "\n", ".", ",", ":", "—", "Ruth Adeyemi", "Mr Pryce", "he", "She",
        "according to", "told", "that", "the president", "U.S. Sen.", "(", ")", "«", "»", "denied",
        "漢字", "é", "🙂", "e\u0301",
        "By", "3", "the", "bridge", "Q:", "A:", "THE CHAIR:", "closed", "\t", "...", "''", "``", "who", "Ministry",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("0A said%000 he SAID")
@given(TEXTS)
def test_any_text_gives_spans_inside_the_text_and_in_order(text: str) -> None:
    article = article_from_text(text)
    got = analyse(article)
    size = len(article.text)
    starts = [sentence.span for sentence in got.sentences]
    assert starts == sorted(starts)
    for sentence in got.sentences:
        block = article.blocks[sentence.block].span
        assert block[0] <= sentence.span[0] < sentence.span[1] <= block[1]
    bounds = [(claim.content[0][0], -claim.content[-1][1]) for claim in got.claims]
    assert bounds == sorted(bounds)  # the outer one of two that begin together comes first
    ids = [claim.id for claim in got.claims]
    assert all(ids.index(claim.within) < ids.index(claim.id) for claim in got.claims if claim.within)
    for claim in got.claims:
        for spans in (claim.content, claim.cue, claim.source):
            assert all(0 <= a < b <= size for a, b in spans)
            assert list(spans) == sorted(spans)
        around = got.claim(claim.within)
        inside = claim.content + claim.cue + claim.source if around else ()
        assert all(any(x <= a and b <= y for x, y in around.content) for a, b in inside)
    known = {actor.id for actor in got.actors}
    assert all(claim.speaker in known for claim in got.claims if claim.speaker is not None)
    for actor in got.actors:
        assert actor.mentions
        assert all(0 <= a < b <= size for a, b in actor.mentions)
        assert all(got.claim(id).speaker == actor.id for id in actor.claims)
    assert all(0 <= index < len(got.sentences) for index in got.summary.sentences)


def test_an_empty_text_has_nothing_in_it() -> None:
    got = analyse(article_from_text(""))
    assert (got.sentences, got.claims, got.actors, got.summary.sentences) == ((), (), (), ())
    assert got.stats.words == 0


def test_articles_and_analyses_travel_between_processes() -> None:
    article = article_from_text("Bridge closed\n\nRuth Adeyemi said that the bridge was closed.\n")
    analysis = analyse(article)
    assert pickle.loads(pickle.dumps((article, analysis))) == (article, analysis)


def test_progress_is_told_and_an_exception_in_it_ends_the_analysis() -> None:
    article = article_from_text("Bridge closed\n\nRuth Adeyemi said that the bridge was closed.\n")
    steps: list[str] = []
    analyse(article, on_progress=steps.append)
    told = [step for step in steps if "%" not in step]
    assert told == [
        "splitting sentences",
        "looking at words",
        "summarising",
        "finding claims",
        "sorting names",
        "matching claims with quotation marks",
        "checking claims",
        "finding claims within claims",
        "finding actors",
        "finding who he and she are",
    ]

    class Enough(Exception):
        pass

    def stop(step: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        analyse(article, on_progress=stop)


def test_claims_are_counted_by_kind() -> None:
    article = article_from_text(
        "Bridge closed\n\n“It is closed,” said Ruth Adeyemi.\n\nTom Pryce said that the bridge was closed.\n"
    )
    stats = analyse(article).stats
    assert (stats.direct, stats.indirect, stats.mixed, stats.unattributed) == (1, 1, 0, 0)
    assert stats.reading_minutes == 1


def test_words_are_counted_also_where_a_script_writes_no_spaces() -> None:
    chinese = article_from_text("市长宣布关闭大桥\n\n" + "检查报告将于周五公布。居民们说，没有人问过他们。" * 40)
    stats = analyse(chinese).stats
    assert stats.words == 4 + 40 * (5 + 2 + 4)
    assert stats.reading_minutes == 2
    assert analyse(article_from_text("Two words – and three more.\n")).stats.words == 5


def test_another_language_gives_its_quotations_with_a_note_and_no_capitalised_nonsense() -> None:
    article = article_from_text(
        "Stadtrat stimmt für Sperrung der Brücke\n\nDer Stadtrat hat am Dienstag die Sperrung der Brücke beschlossen. "
        "„Man hat uns im Januar gesagt, sie sei sicher“, sagte die Vorsitzende. Der Bericht soll am Freitag erscheinen "
        "und die Anwohner protestierten gegen den Beschluss.\n"
    )
    found = analyse(article)
    assert [article.words_of(claim.content[0]) for claim in found.claims] == [
        "Man hat uns im Januar gesagt, sie sei sicher"
    ]
    assert [claim.speaker for claim in found.claims] == [None]
    assert found.actors == ()
    assert any("quotations alone" in note for note in found.notes)
