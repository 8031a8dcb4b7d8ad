"""Bodies of whose names "and" has parted: "Harlow | and Women's Hospital", "Weir Health | & Science University", "Vane
| and Vane", "the Local Transport and | Harbour Care Ombudsman"."""

from collections.abc import Sequence

from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, is_time
from reader.analysis.document.titles import is_given, is_post
from reader.analysis.names.by_rule import Name, tells_by_capitals
from reader.article.model import Span

_ANDS = (" and ", " & ")
_STATES = ("US", "U.S.", "UK", "U.K.", "EU")
_MOST = 5
"""So many words stand at most behind or before "and"."""
_LAST = frozenset(
    [
        *("enforcement", "protection", "ombudsman", "resorts", "hotels", "casino", "sons", "daughters", "co"),
        *("holdings", "charity", "festival", "academy"),
    ]
)
"""Words that bodies' names end in behind "and", beside those of which load_words("organisations") has the list."""


def join_over_and(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names of bodies with the rest that stands behind or before "and", where no other name begins there."""
    text = document.article.text
    begun = {name.span[0] for name in names}
    joined: list[Name] = []
    end = 0
    for name in sorted(names, key=lambda one: one.span):
        start, stop = name.span
        if start < end:
            continue
        if joined and name.kind == "organisation" and _is_field_beside(document, joined[-1], name):
            name, end = name._replace(span=(joined.pop().span[0], stop)), stop
            joined.append(name)
            continue
        if name.kind == "organisation" and (text.startswith(_ANDS, stop) or text.endswith(_ANDS, end, start)):
            span = _widen(document, name, begun, joined[-1].span[1] if joined else 0)
            if span != name.span:
                name, end = name._replace(span=span), span[1]
        joined.append(name)
    return joined


def _is_field_beside(document: Document, before: Name, name: Name) -> bool:
    """Whether a name before "and" is but one of the fields of a body's work: "the Food | and Agriculture Agency"."""
    words = document.article.words_of(name.span).split()
    if document.article.text[before.span[1] : name.span[0]] not in _ANDS or len(words) == 1:
        return False
    fields = [*document.article.words_of(before.span).split(), words[0]]
    body = _ends_body(words[-1]) or words[-1] == "Office"
    return body and all(word.lower() in load_words("portfolios") for word in fields)


def _widen(document: Document, name: Name, begun: set[int], limit: int) -> Span:
    """The span of a body's name with what "and" joins to it: behind it, where none of the names `begun` there begins,
    or before it, from `limit` on, where the name before ends."""
    at = document.words_in(name.span)
    words = document.words
    if not at or not tells_by_capitals(document, words[at.start].sentence):
        return name.span
    sentence = document.sentence_words(words[at.start].sentence)
    start, end = name.span
    if _is_and(document, at.stop, sentence):
        last = _find_last(document, at, sentence, begun)
        return (start, end) if last is None else (start, words[last].end)
    if _is_and(document, at.start - 1, sentence) and _ends_body(words[at.stop - 1].text):
        first = _find_first(document, at.start - 1, sentence, limit)
        return (start, end) if first is None else (words[first].start, end)
    return start, end


def _is_and(document: Document, at: int, sentence: range) -> bool:
    return at in sentence and document.words[at].text in ("and", "&")


def _find_last(document: Document, at: range, sentence: range, begun: set[int]) -> int | None:
    """The last word of what belongs to a name behind "and": the name's own word again, or capitalised words of which no
    name begins at the first, and which end as a body's name does."""
    words = document.words
    first = at.stop + 1
    if first >= sentence.stop:
        return None
    opening = words[first].text
    if len(at) == 1 and opening == words[at.start].text:
        return first
    if opening == "The" or is_given(opening.lower()):
        return None
    if _breaks_off(document, at):
        end = next((i for i in range(first, sentence.stop) if not words[i].text[0].isupper()), sentence.stop)
        return end - 1 if end > first and words[end - 1].text.endswith("s") else None
    if words[first].start in begun or _is_whole(words[at.stop - 1].text):
        return None
    end = first
    while end < min(sentence.stop, first + _MOST) and (_is_capital(document, end) or words[end].text in POSSESSIVES):
        end += 1
    return end - 1 if end > first and _ends_body(words[end - 1].text) else None


def _breaks_off(document: Document, at: range) -> bool:
    """Whether a name ends within what its body is of: "Association of School | and Harbour Leaders"."""
    last = [document.words[i].text for i in at[-2:]]
    return len(at) > len(last) and last[0] in ("of", "for") and _is_whole(last[1]) and not last[1].endswith("s")


def _find_first(document: Document, joint: int, sentence: range, limit: int) -> int | None:
    """The first of the capitalised words behind "the" that stand before "and" and belong to no other name."""
    words = document.words
    first = joint
    while first > sentence.start and joint - first < _MOST and _is_capital(document, first - 1):
        first -= 1
    first += first < joint and words[first].text in _STATES
    led = first < joint and first > sentence.start and words[first - 1].text in ("the", "The", *_STATES)
    return first if led and words[first].start >= limit else None


def _is_capital(document: Document, at: int) -> bool:
    word = document.words[at]
    return word.text[0].isupper() and not word.is_initials and not is_time(word) and not is_post(word.text)


def _is_whole(word: str) -> bool:
    """Whether a word ends a name of a body that needs no more behind it: "Norvik Bank"."""
    return word.lower() in load_words("organisations")


def _ends_body(word: str) -> bool:
    return word.lower() in _LAST or _is_whole(word)
