"""What makes a claim more doubtful than the tagger thinks: a question that was put, a hole where a "which" stands for
what is spoken of, a cue that tells a story."""

import math

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document

_QUESTION, _HOLE, _STORY = 1.9, 1.0, 0.9
"""How much log odds each takes off, fitted (rounded) on 467 claims of 44 articles of other papers, marked by hand."""
_LONGEST_CUE = 3
_MOST = 0.995
_ASKING = frozenset(["ask", "question"])
_STANDS_FOR = frozenset(["which", "who", "that", "whom"])


def add_doubt(document: Document, one: Attribution) -> float | None:
    """An attribution's confidence with the doubt that its form casts on it; None where rules alone decided."""
    if one.confidence is None:
        return None
    cue = [document.words[i].text for span in one.cue for i in document.words_in(span)]
    doubt = 0.0
    if not one.source and any(lemma_of(word) in _ASKING for word in cue):
        doubt += _QUESTION
    if document.article.words_of(one.content[0]).lower() in _STANDS_FOR:
        doubt += _HOLE
    if sum(word[0].isalnum() for word in cue) > _LONGEST_CUE:
        doubt += _STORY
    if not doubt:
        return one.confidence
    sure = min(one.confidence, _MOST)
    return 1.0 / (1.0 + math.exp(doubt) * (1.0 - sure) / max(sure, 1e-9))
