"""What is told with a word for that somebody says so, by nobody named: "The firm reportedly lost its licence"."""

from collections.abc import Iterator

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.faint_forms import find_clause_start
from reader.analysis.claims.forms import FAINT, find_by_form
from reader.analysis.claims.meant import is_joined
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import RELATIVE_TAGS, drop_end_marks, find_group_start, find_phrase_before
from reader.article.model import Span

_FEWEST = 2
_BOUNDS = frozenset([";", "—", "–", "--", ":"])


def find_faint_hedges(document: Document) -> Iterator[Attribution]:
    """What is told so, in no order."""
    return find_by_form(document, (_find_hedged,), FAINT)


def _find_hedged(document: Document) -> Iterator[Attribution]:
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "hedging")):
        if document.is_quoted(words[at].start):
            continue
        opens = at + 2 if at + 1 < high and words[at + 1].text == "," else at + 1
        end = _find_end(document, opens, high)
        if end - opens < _FEWEST or document.is_quoted(words[opens].start):
            continue
        verb = next((i for i in range(opens, end) if words[i].tag not in ("RB", "RBR")), opens)
        start = find_group_start(document, verb, low)
        thing = find_phrase_before(document, start, low) if opens == at + 1 else None
        begins = at == low or words[at - 1].text in ",:;—–"
        if thing is None and opens == at + 1 and not (words[verb].tag == "VBG" or begins):
            continue
        if not words[verb].is_verb and start == verb and not begins:
            continue
        content: tuple[Span, ...] = (document.span_of(range(opens, end)),)
        if thing is not None and words[thing.start].tag not in RELATIVE_TAGS:
            if document.is_quoted(words[thing.start].start) or is_joined(document, thing):
                continue
            told = verb > opens or start < at or words[verb].is_finite
            first = find_clause_start(document, thing.start, low) if told else thing.start
            content = (document.span_of(range(first, at)), *content)
        yield Attribution(content, (document.span_of(range(at, at + 1)),))


def _find_end(document: Document, opens: int, high: int) -> int:
    words = document.words
    for i in range(opens + 1, high - 1):
        behind = words[i + 1]
        closes = words[i].text == ")" and not any(word.text == "(" for word in words[opens:i])
        if closes or words[i].text in _BOUNDS or (words[i].tag == "CC" and words[i].text.lower() == "but"):
            return i
        if words[i].text == "," and (behind.tag in ("CC", "WP", "WDT") or behind.text.lower() in ("after", "as")):
            return i
    return drop_end_marks(words, opens, high)
