"""What the reporter says between two parts of a quotation is no claim of its own: “While we lead it,” she said,
referring to the board, “nothing will change.”"""

import re
from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.article.model import Span

_ASIDE = re.compile(
    r"(?:referring|alluding|pointing|gesturing|nodding) (?:to|at|towards?)\b|in (?:reference|response) to\b"
)


def join_over_asides(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without those of a cue that only tells of what somebody spoke; what is quoted behind one goes on
    with the quotation that the same source said before it."""
    asides = [one for one in found if _is_aside(document, one)]
    kept = [one for one in found if one not in asides] if asides else list(found)
    for aside in asides:
        place = next((i for i, one in enumerate(kept) if _goes_on(document, one, aside)), None)
        if place is None:
            kept.append(aside)
            continue
        quoted = _list_quoted(document, aside.content)
        kept[place] = kept[place]._replace(content=(*kept[place].content, *quoted))
    return kept


def _is_aside(document: Document, one: Attribution) -> bool:
    return bool(one.cue) and _ASIDE.match(document.article.words_of(one.cue[0])) is not None


def _goes_on(document: Document, one: Attribution, aside: Attribution) -> bool:
    """Whether an attribution is of a quotation that ends in the sentence of an aside, before it, by the same source."""
    if not one.cue or one.source != aside.source or one.cue[0][0] >= aside.cue[0][0] or not one.content:
        return False
    at = document.words_in(one.content[-1])
    here = document.words[document.words_in(aside.cue[0]).start].sentence
    return bool(at) and document.is_quoted(one.content[-1][0]) and document.words[at.stop - 1].sentence == here


def _list_quoted(document: Document, content: Sequence[Span]) -> list[Span]:
    """The parts of a content that stand in quotation marks."""
    return [
        (max(start, quotation.span[0]), min(end, quotation.span[1]))
        for start, end in content
        for quotation in document.quotations_in((start, end))
    ]
