"""Claims of forms in what others are reported to say: outside quotation marks that is told in the writer's words, which
were looked through already: "Moss said the sailors were believed to have drowned"."""

from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.drafts import Draft, draft_claims
from reader.analysis.claims.forms import FAINT
from reader.analysis.claims.inner_doubt import weigh_denied
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span


def add_told_inside(document: Document, drafts: Sequence[Draft], forms: Iterable[Attribution]) -> tuple[Draft, ...]:
    """The drafts with the forms that stand in the content of one and share no word with what was found in it, in
    reading order; around comes before inside."""
    contents = SpanIndex((span, draft) for draft in drafts for span in draft.content)
    inside = [one for one in forms if contents.around(_span(one))]
    if inside:
        known = SpanIndex((span, None) for draft in drafts for span in draft.cue)
        inside = [one for one in inside if not known.touches(one.cue)]
    if not inside:
        return tuple(drafts)
    told = (one for one in draft_claims(document, inside, written=False) if _names_something(document, one))
    found = [one for draft in told for one in _place(draft, contents)]
    weighed = (one._replace(confidence=weigh_denied(document, one)) for one in found)
    return tuple(sorted((*drafts, *weighed), key=lambda one: one.order))


def _names_something(document: Document, draft: Draft) -> bool:
    """Whether a content is more than "it" or "that"."""
    words = document.list_letters(draft.content[0])
    return len(draft.content) > 1 or len(words) > 1 or any(word.tag.startswith("NN") for word in words)


def _place(draft: Draft, contents: SpanIndex[Draft]) -> Iterator[Draft]:
    """A draft within the nearest one that holds it, where nothing found in that one shares a word with it."""
    around = [one for _, one in contents.around((draft.start, draft.end))]
    if not around:
        return
    owner = max(around, key=lambda one: one.order)
    beside = (one for span in draft.content for _, one in contents.touching(span))
    if all(one in around for one in beside) and {*draft.content} != {*owner.content}:
        yield draft._replace(within=owner, confidence=min(FAINT, draft.confidence or FAINT))


def _span(one: Attribution) -> Span:
    """Where an attribution begins and ends."""
    parts = (*one.content, *one.cue, *one.source)
    return min(parts)[0], max([end for _, end in parts])
