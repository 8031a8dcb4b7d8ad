"""What is no claim within another one, by the clauses that it stands in: what hearers are bidden to say ("If they ask,
tell them | the quay is shut"), and what the speaker around goes on to say ("Lund said that Moss called, | and that the
quay was shut")."""

from collections.abc import Sequence

from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import CLAUSAL, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.article.model import Span

_OPENS_CLAUSE = frozenset(["if", "when", "once", "until", "unless", "before", "after", "should"])


def bids(document: Document, one: Draft) -> bool:
    """Whether a verb bids somebody to say what stands behind it, and who was taken for its speaker is its hearer or the
    subject of the clause before."""
    if not one.cue or not one.source:
        return False
    words = document.words
    cue, source = document.words_in(one.cue[0]), document.words_in(one.source[0])
    if not cue or not source or words[cue.start].tag not in ("VB", "VBP") or one.content[0][0] < one.cue[0][1]:
        return False
    low = document.first[words[cue.start].sentence]
    opens = cue.start == low or words[cue.start - 1].text in ',“‘":'
    if not opens or lemma_of(words[cue.start].text) not in SAID_LEMMAS:
        return False
    if source.start >= cue.stop:
        return one.source[0][1] <= one.content[0][0] and words[source.start].tag == "PRP"
    gap = words[source.stop : cue.start]
    before = words[source.start - 1].text.lower() if source.start > low else ""
    return bool(gap) and (gap[0].is_verb or before in _OPENS_CLAUSE)


def goes_on_outside(document: Document, one: Draft, around: Sequence[Span]) -> bool:
    """Whether a content is a clause that "and that" joins to the one which the claim around it begins with."""
    words = document.words
    at, cue, outer = (document.words_in(spans[0]) for spans in (one.content, one.cue, around))
    if not at or not cue or not outer or at.start < 2 or len(one.content) > 1:
        return False
    joined = words[at.start].text.lower() == "that" and words[at.start - 1].tag == "CC"
    inside = outer.start <= cue.start and cue.stop < at.start and not document.is_quoted(words[cue.start].start)
    if not joined or not inside or words[outer.start].text.lower() != "that":
        return False
    if words[outer.start].sentence != words[at.start].sentence:
        return False
    lemmas = {lemma_of(words[i].text) for i in cue}
    return not lemmas & (CLAUSAL & SAID_LEMMAS)
