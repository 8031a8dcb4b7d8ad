"""Who is not meant by a phrase for one person that speaks, for the claim or its like tells of them."""

from collections.abc import Callable, Sequence

from reader.analysis.actors.namings import Namings
from reader.analysis.actors.pronouns import Resolved
from reader.analysis.actors.references import Reference, find_span
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document


def find_spoken_of(
    document: Document,
    namings: Namings,
    resolved: Resolved,
    draft: Draft,
    reference: Reference,
    list_saying: Callable[[str], Sequence[tuple[Draft, int]]],
) -> frozenset[int]:
    """Who is not meant by a phrase for one person: whom its claim names, who is told it ("the judge told Lee"), and who
    themselves said something of one called so ("“The president lies,” said Lee")."""
    named = {index for span in draft.content for _, index in namings.inside(span)}
    named.update(_find_hearer(document, draft, namings, resolved))
    phrase = document.article.words_of(find_span(document, reference)).lower()
    if phrase.startswith("the "):
        named.update(who for other, who in list_saying(phrase) if other is not draft)
    return frozenset(named)


def _find_hearer(document: Document, draft: Draft, namings: Namings, resolved: Resolved) -> Sequence[int]:
    """Who is named right behind the words of saying, or stood for by him or her: "told Lee", "asked her"."""
    at = document.words_in(draft.cue[-1]).stop if draft.cue else len(document.words)
    if at >= len(document.words) or document.words[at].sentence != document.words[at - 1].sentence:
        return ()
    word = document.words[at]
    if word.text in ("him", "her") and word.tag == "PRP":
        who = resolved.pronouns.get((word.start, word.end))
    else:
        who = None if document.is_quoted(word.start) else namings.starting_at(word.start)
    return () if who is None else (who,)


def list_saying_of(
    document: Document, drafts: Sequence[Draft], plain: Sequence[int | None], phrase: str
) -> Sequence[tuple[Draft, int]]:
    """The claims in which a phrase in small letters stands, with who says each, where that is known."""
    spoken = ((draft, who) for draft, who in zip(drafts, plain, strict=True) if who is not None)
    return [
        (draft, who)
        for draft, who in spoken
        if any(phrase in document.article.words_of(span).lower() for span in draft.content)
    ]
