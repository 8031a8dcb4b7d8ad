"""People who are called by a title and a place: "the Duchess of Weir" is no Weir."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, tells_by_capitals
from reader.article.model import Span

PEERS = frozenset(["duke", "duchess", "earl", "countess", "marquess", "viscount", "viscountess"])
"""Titles that a place stands behind."""

_BESIDE = re.compile(r", (?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?$")


def add_peers(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with those of titles and places in the stead of what was found inside; whose name is told beside the title
    goes by that ("Ann, Duchess of Weir")."""
    known = {name.span[1] for name in names if name.kind == "person"}
    found = list(_find_peers(document))
    named = {document.article.words_of(span) for span in found if _stands_behind(document, span, known)}
    added = [span for span in found if document.article.words_of(span) not in named]
    laid = SpanIndex((span, None) for span in found)
    kept = [name for name in names if not laid.touches([name.span])]
    kept += [Name(span, "person", sureness.VOUCHED) for span in added]
    return sorted(kept, key=lambda name: name.span)


def _find_peers(document: Document) -> Iterator[Span]:
    words = document.words
    for at in document.find_all_words(PEERS):
        sentence = document.sentence_words(words[at].sentence)
        end = at + 2
        if end >= sentence.stop or not words[at].text[0].isupper() or words[at + 1].text != "of":
            continue
        while end < min(sentence.stop, at + 4) and _is_capital(document, end):
            end += 1
        behind = words[end] if end < sentence.stop else None
        thing = behind is not None and behind.tag.startswith("NN") and behind.start == words[end - 1].end + 1
        if end > at + 2 and not thing and tells_by_capitals(document, words[at].sentence):
            yield words[at].start, words[end - 1].end


def _is_capital(document: Document, at: int) -> bool:
    word = document.words[at]
    return word.text[0].isupper() and word.is_proper and word.start == document.words[at - 1].end + 1


def _stands_behind(document: Document, span: Span, people: set[int]) -> bool:
    """Whether a title stands in a comma behind a person's name: ", the Duchess of", ", 2nd Earl of"."""
    led = _BESIDE.search(document.article.text, max(0, span[0] - 20), span[0])
    return led is not None and led.start() in people
