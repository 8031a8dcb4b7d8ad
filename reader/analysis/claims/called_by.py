"""What somebody or something is called by whom: "He was described by neighbours as quiet", "The singer has been dubbed
“the voice of the valley” by critics", "a race described by Hale as “mad”"."""

from collections.abc import Iterator

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import drop_end_marks, find_group_start, find_phrase_after, find_phrase_before

_CONFIDENCE = 0.9
"""So sure are these: nothing else is written so."""
_REACH = 14
"""So many words at most are between what is called and who calls it so."""


def find_called_by(document: Document) -> Iterator[Attribution]:
    """What something is called by somebody, in no order; the content is the thing and the name."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_asked", "called")):
        start = find_group_start(document, at, low)
        group = {words[i].text.lower() for i in range(start, at)}
        bare = not group and at + 1 < high and words[at + 1].text.lower() == "by" and words[at].tag == "VBN"
        if not (group & BE or bare) or document.is_quoted(words[at].start) or group & {"to", "not", "never"}:
            continue
        thing = find_passive_subject(document, start, low, bare=bare)
        parts = None if thing is None else _find_parts(document, at, high)
        if thing is None or parts is None or document.is_quoted(words[thing.start].start):
            continue
        by, name = parts
        if bare:
            thing = _take_nearest(document, thing)
        if cannot_ask([words[i] for i in by]) or words[by.start].tag == "PRP$":
            continue
        content, cue = (document.span_of(thing), document.span_of(name)), document.span_of(range(start, at + 1))
        yield Attribution(content, (cue,), (document.span_of(by),), _CONFIDENCE)


def find_passive_subject(document: Document, start: int, low: int, *, bare: bool) -> range | None:
    """The phrase before a passive that begins at a word; a comma may part a bare participle from it."""
    apart = bare and start - 1 > low and document.words[start - 1].text == ","
    return find_phrase_before(document, start - 1 if apart else start, low)


def _take_nearest(document: Document, thing: range) -> range:
    """The last part of a phrase, which a participle tells more of: "Ireland in | a race described by Hale as mad"."""
    words = document.words
    joints = (i for i in reversed(thing[1:-1]) if words[i].tag == "IN" and words[i].text.lower() != "of")
    return range(next(joints, thing.start - 1) + 1, thing.stop)


def _find_parts(document: Document, at: int, high: int) -> tuple[range, range] | None:
    """Who calls a thing so, and what it is called; the name opens with "as" or a quotation mark."""
    words = document.words
    by = next((i for i in range(at + 1, min(high, at + _REACH)) if words[i].text.lower() == "by"), None)
    if by is None or document.is_quoted(words[by].start):
        return None
    who = find_phrase_after(document, by + 1, high)
    if who is None:
        return None
    first = at + 2 if words[at + 1].text.lower() == "to" else at + 1
    if by > first:
        opens = _open_name(document, first, by)
        closes = by
    else:
        opens = _open_name(document, who.stop, high)
        closes = _find_close(document, who.stop + 1, high)
    if opens is None or any(words[i].text in ",;:—–" for i in range(opens, closes)):
        return None
    name = [words[i] for i in range(opens + 2, closes) if not document.is_quoted(words[i].start)]
    if any(word.is_verb and word.tag != "VBG" for word in name):
        return None
    closes = drop_end_marks(words, opens, closes)
    return (who, range(opens, closes)) if closes > opens + (words[opens].text.lower() == "as") else None


def _open_name(document: Document, at: int, high: int) -> int | None:
    if at + 1 >= high:
        return None
    word = document.words[at]
    return at if word.text.lower() == "as" or document.is_quoted(word.start) or word.text in "“\"‘'" else None


def _find_close(document: Document, at: int, high: int) -> int:
    return next((i for i in range(at, high) if document.words[i].text in (",", ";", "—", "–", "(", ".")), high)
