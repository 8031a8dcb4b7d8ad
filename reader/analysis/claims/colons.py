"""What stands behind a colon that a verb of speech, or a word for how somebody speaks, leads up to: "Hale quipped: the
goat could do better", "The minister was blunt: no more loans", "Lund put it plainly: …"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, make_form
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import drop_end_marks, find_group_start, skip_back
from reader.analysis.document.titles import is_office

_CONFIDENCE = 0.9
"""So sure are these: hardly anything else is written so."""
_FEWEST = 3
_OPENS = frozenset(["no", "never", "not", "do", "don’t", "don't"])
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "ers", "ors", "ists", "ians", "men", "women")


def find_before_colons(document: Document) -> Iterator[Attribution]:
    """What is said behind colons without quotation marks, in no order."""
    words = document.words
    for colon, low, high in document.find_in_sentences((":",)):
        if colon <= low + 1 or colon + _FEWEST >= high or document.is_in_headline(words[colon]):
            continue
        if document.is_quoted(words[colon].start) or document.is_quoted(words[colon + 1].start):
            continue
        start = _find_cue(document, colon, low)
        if start is None:
            continue
        behind = range(colon + 1, high)
        if not any(words[at].is_finite for at in behind) and words[colon + 1].text.lower() not in _OPENS:
            continue
        end = drop_end_marks(words, colon, high)
        one = make_form(document, start, colon, end)
        if one is None:
            continue
        who = document.list_words(one.source[0])
        plain = words[colon - 1].text.lower() in load_group("cues_held", "plain")
        if not cannot_ask(who) and (not plain or _is_somebody(who)):
            content = (words[colon + 1].start, words[end - 1].end)
            yield Attribution((content,), one.cue, one.source, _CONFIDENCE)


def _find_cue(document: Document, colon: int, low: int) -> int | None:
    """Where the cue begins whose last word stands before a colon: "quipped", "was blunt", "put it plainly"."""
    words = document.words
    last = colon - 1
    if words[last].text.endswith("ly") and last - 2 > low and words[last - 1].text.lower() == "it":
        return last - 2 if words[last - 2].text.lower() in ("put", "puts") else None
    if words[last].text.lower() in load_group("cues_held", "plain"):
        verb = skip_back(words, last, low) - 1
        return find_group_start(document, verb, low) if verb > low and words[verb].text.lower() in BE else None
    said = lemma_of(words[last].text) in SAID_LEMMAS and words[last].tag in ("VBD", "VBZ", "VBP")
    start = find_group_start(document, last, low)
    return start if said and not {words[i].text.lower() for i in range(start, last)} & BE else None


def _is_somebody(words: Sequence[Word]) -> bool:
    """Whether a phrase names a person or a body, and not what is clear or simple by itself."""
    head = words[-1]
    text = head.text.lower()
    listed = any(text in load_words(name) for name in ("bodies_called", "people_called")) or is_office(text)
    return head.is_proper or text in ("he", "she", "they") or listed or text.endswith(_PEOPLE)
