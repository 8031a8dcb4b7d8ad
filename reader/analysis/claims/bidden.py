"""What somebody tells another to do, in what somebody says, where the tagger sees no claim: "I told them | to wait"."""

from collections.abc import Iterator

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import CONDITIONS, NO_SPEAKER, lay_form
from reader.analysis.claims.meant import find_meant_end, has_tense
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_group_start, find_phrase_after, find_subject, skip_back

_TELLING = ("tell", "tells", "told", "warn", "warns", "warned", "remind", "reminds", "reminded")
_MANY = frozenset(["i", "we", "they"])
_SUBJECTS = _MANY | {"he", "she", "you"}
_NOBODY = NO_SPEAKER | {"who", "something", "somebody", "someone", "nobody", "everybody", "everyone"}
_OPENS = CONDITIONS | {"when", "whenever"}
"""Words behind which nobody is said to have told it."""


def find_bidden(document: Document) -> Iterator[Attribution]:
    """What somebody tells another to do, or not to do."""
    words = document.words
    for at, low, high in document.find_in_sentences(_TELLING):
        start = find_group_start(document, at, low)
        if not (has_tense(document, at, start, low) or _has_pronoun(document, at, low)):
            continue
        hearer = find_phrase_after(document, at + 1, high)
        if hearer is None or hearer.start != at + 1 or hearer.stop + 1 >= high:
            continue
        opens = hearer.stop
        to = opens + 1 if words[opens].text.lower() in ("not", "never") else opens
        source = find_subject(document, start, low)
        if source is None or words[source.start].text.lower() in _NOBODY:
            continue
        held = source.start == low or words[source.start - 1].text.lower() not in _OPENS
        if held and words[to].text.lower() == "to" and to + 1 < high and words[to + 1].tag == "VB":
            content = range(opens, _find_end(document, opens, high))
            yield lay_form(document, content, range(start, at + 1), _drop_time(document, source))


def _find_end(document: Document, opens: int, high: int) -> int:
    """Where what somebody shall do ends: as elsewhere, and before another clause: "to wait | and I went"."""
    words = document.words
    end = find_meant_end(document, opens, high)
    for i in range(opens + 2, end - 2):
        joins = words[i].text == "," or words[i].tag == "CC"
        subject = words[i + 2 if words[i + 1].text.lower() == "so" else i + 1]
        if joins and subject.text.lower() in _SUBJECTS and subject.tag == "PRP":
            return i
    return end


def _has_pronoun(document: Document, at: int, low: int) -> bool:
    """Whether a verb whose form is that of an infinitive has a subject right before it: "I always tell"."""
    words = document.words
    before = skip_back(words, at, low) - 1
    return words[at].tag == "VB" and before >= low and words[before].text.lower() in _MANY


def _drop_time(document: Document, source: range) -> range:
    """A subject without when it was: "last winter | the bank"."""
    words = document.words[source.start : source.stop]
    timed = len(words) > 3 and words[0].text.lower() in ("last", "this") and words[2].tag in ("DT", "PRP$")
    return source[2:] if timed else source
