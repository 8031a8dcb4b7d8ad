"""A quotation that begins in the middle of a clause is told with the words that lead up to it: "The tests show | “it is
a wreck,” Moss said", "Moss said it was | “a wreck”"."""

from collections.abc import Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import RELATIVE_TAGS
from reader.article.model import Span

_SUBJECTS = ("DT", "PRP", "PRP$", "EX", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "CC")
"""Tags of words that such a clause begins with: others may tell when or where something was said."""


def take_leads(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the clauses whose ends their quotations are, never over a word that plays a part in another."""
    parts = cache(lambda: index_parts(found))
    taken: list[Attribution] = []
    for one in found:
        content = list(one.content)
        for number, span in enumerate(content if one.cue and not one.verbatim else ()):
            start = _find_lead(document, one, span)
            if start is not None and not parts().touches([(start, span[0] - 1)]):
                content[number] = (start, span[1])
        taken.append(one.with_spans(tuple(content)))
    return taken


def _find_lead(document: Document, one: Attribution, span: Span) -> int | None:
    """Where the clause begins that a quotation at the beginning of a part of a content goes on with; None where that
    begins with a capital, or what stands before it may tell of how it was said."""
    quotation = document.quotation_opening(span[0])
    if quotation is None or quotation.depth or not document.article.text[quotation.span[0]].islower():
        return None
    words = document.words
    at = document.words_in(quotation.outer).start
    first = words[document.words_in(quotation.span).start]
    low, high = document.first[first.sentence], document.first[first.sentence + 1]
    told = [document.words_in(part) for part in (*one.cue, *one.source, *one.content) if part != span]
    before = [part.stop for part in told if part and low < part.stop <= at]
    behind = any(at < part.start < high for part in (document.words_in(part) for part in one.cue))
    lead = words[max([low, *before]) : at]
    if not lead or any(document.is_quoted(word.start) for word in lead[:-1]):
        return None
    if lead[-1].text in "“\"‘'«":
        lead = lead[:-1]
    if before:
        lead = lead[1:] if lead and lead[0].text == "," else lead
        return lead[0].start if lead and _is_clause(lead) else None
    follows = behind or any(part.stop <= low for part in told)
    return lead[0].start if lead and follows and _leads(lead, first) else None


def _is_clause(lead: Sequence[Word]) -> bool:
    """Whether words behind a cue are the beginning of what is said, and not whoever hears it."""
    if lead[0].text.lower() == "to" and len(lead) > 1 and lead[1].tag == "VB":
        return True
    if lead[0].tag not in _SUBJECTS or any(word.tag in RELATIVE_TAGS for word in lead):
        return False
    verb = next((k for k, word in enumerate(lead) if word.is_finite), 0)
    return verb > 0 and all(word.text[0].isalnum() for word in lead[:verb])


def _leads(lead: Sequence[Word], first: Word) -> bool:
    """Whether words that open a sentence need what is quoted behind them."""
    if lead[0].tag not in _SUBJECTS or not any(word.tag.startswith(("NN", "PRP", "EX", "DT")) for word in lead):
        return False
    if first.is_finite and not any(word.is_finite for word in lead):
        return True
    return any(word.is_finite for word in lead) and (lead[-1].text[0].isalnum() or first.tag == "CC")
