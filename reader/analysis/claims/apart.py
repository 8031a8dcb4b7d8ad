"""Claims from attributions that have no word in common with what is drafted already."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.drafts import Draft, draft_claims
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex

_Claim = TypeVar("_Claim", bound=Attribution | Draft)


def index_drafts(drafts: Iterable[Draft]) -> SpanIndex[None]:
    """The spans of what is drafted already: contents and cues."""
    return SpanIndex((span, None) for one in drafts for span in (*one.content, *one.cue))


def add_drafts(taken: SpanIndex[None], drafts: Iterable[Draft]) -> None:
    """Add the spans of more drafts to those of others."""
    for one in drafts:
        for span in (*one.content, *one.cue):
            taken.add(span, None)


def keep_apart(taken: SpanIndex[None], found: Iterable[_Claim]) -> list[_Claim]:
    """Those that share no word of content or cue with what is `taken` by drafts."""
    return [one for one in found if not taken.touches((*one.content, *one.cue))]


def draft_apart(
    document: Document,
    taken: SpanIndex[None],
    attributions: Iterable[Attribution],
    least: Mapping[str, float],
    *,
    written: bool = True,
) -> list[Draft]:
    """Claims from those of some attributions that share no word of content or cue with what is `taken` by drafts."""
    apart = keep_apart(taken, attributions)
    return keep_apart(taken, draft_claims(document, apart, least, written=written)) if apart else []
