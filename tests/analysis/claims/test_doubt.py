"""Which attributions are sure enough to be shown as claims."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.doubt import add_doubt
from reader.analysis.claims.drafts import draft_claims
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.article import article_from_text
from reader.article.model import Span

TEXT = """Harbour board turns down the bridge

The harbour board rejected the new bridge on Monday. It plans to widen the old one. Lund is convinced that it will hold.
"""


def _kept(cue: str, content: str, confidence: float) -> bool:
    article = article_from_text(TEXT)

    def span(words: str) -> Span:
        start = article.text.index(words)
        return start, start + len(words)

    one = Attribution((span(content),), (span(cue),), (), confidence)
    return bool(draft_claims(read_document(article, split_sentences(article)), [one]))


@pytest.mark.parametrize(("cue", "content"), [("plans", "to widen the old one"), ("is convinced", "that it will hold")])
def test_what_somebody_has_in_mind_is_a_claim_when_the_tagger_is_fairly_sure(cue: str, content: str) -> None:
    assert _kept(cue, content, 0.85)
    assert not _kept(cue, content, 0.7)


def test_an_act_upon_a_thing_is_a_claim_only_when_the_tagger_has_no_doubt() -> None:
    assert not _kept("rejected", "the new bridge", 0.85)
    assert _kept("rejected", "the new bridge", 0.95)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "whether it would hold"),
        ("took its time and then plainly said", "that it was late"),
        ("said", "which"),
    ],
)
def test_a_question_a_story_and_a_which_cast_doubt(cue: str, content: str) -> None:
    text = f"Quay shut\n\nBerg {cue} {content} on Monday of the quay.\n"
    article = article_from_text(text)

    def span(words: str) -> Span:
        start = article.text.index(words)
        return start, start + len(words)

    document = read_document(article, split_sentences(article))
    one = Attribution((span(content),), (span(cue),), (), 0.8)
    doubt = add_doubt(document, one)
    assert doubt is not None
    assert doubt < 0.7
    plain = Attribution((span("on Monday"),), (span("Berg"),), (), 0.8)
    assert add_doubt(document, plain) == 0.8
