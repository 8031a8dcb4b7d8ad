"""Contents with what their sentence goes on with between two of their parts: "Moss said the bill went to the council |,
and is expected | to pass"."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_PARTING = frozenset([",", "–", "—", "--", "(", ")"])
_QUOTES = frozenset('“”"„«»‘')


def fill_holes(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the parts of their contents behind a cue joined within a sentence, where what stands between
    two of them is no aside ("which | they say | harms them") and plays no part in another."""
    if all(len(one.content) < 2 or not one.cue for one in found):
        return list(found)
    parts = index_parts(found)
    return [_fill(document, one, parts) if one.cue and len(one.content) > 1 else one for one in found]


def _fill(document: Document, one: Attribution, parts: SpanIndex[None]) -> Attribution:
    told = one.cue[-1][1]
    joined: list[Span] = []
    for start, end in sorted(one.content):
        if joined and joined[-1][0] >= told and _is_hole(document, joined[-1], (start, end), parts):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return one.with_spans(tuple(joined))


def _is_hole(document: Document, before: Span, behind: Span, parts: SpanIndex[None]) -> bool:
    """Whether words between two parts of a content belong to it: they go on with the one or lead on to the other."""
    first, second, gap = document.words_in(before), document.words_in(behind), (before[1], behind[0])
    if not first or not second or gap[0] >= gap[1] or parts.touches([gap]):
        return False
    words = document.words
    between = words[first.stop : second.start]
    if words[first.stop - 1].sentence != words[second.start].sentence or not between:
        return False
    if any(document.is_quoted(word.start) for word in words[first.stop - 2 : second.start + 2]):
        return False
    if len(between) == 2 and between[0].tag == "PRP" and lemma_of(between[1].text) in SAID_LEMMAS:
        return False
    opens = between[0].text in _PARTING or words[first.stop - 1].text in _PARTING
    closes = between[-1].text in _PARTING or words[second.start].text in _PARTING
    return not (opens and closes)
