"""What is told without a word of who tells it: "It was alleged during the trial that Coyle had hidden the money"."""

from collections.abc import Iterator

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, SUBJECTS, find_clause_verb, find_told_end, has_verb_early
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import SPELLS, is_time, skip_back

_GROUP = frozenset(["is", "was", "has", "had", "been", "being", "’s", "'s", "also", "later", "since"])
_COMES = frozenset(["emerged", "emerges", "transpired", "transpires"])
"""What comes out by itself, whoever told it."""
CONFIDENCE = 0.9
"""So sure are these: nothing else is written so."""
_REACH = 8
"""So many words stand at most between what is done and what is told: "reported over the weekend that"."""
_FEWEST = 3
_OPENS = (*SUBJECTS, "CD", "JJ", "NN")
"""Tags of words that a clause without "that" begins with."""


def find_unnamed(document: Document) -> Iterator[Attribution]:
    """What is reported, alleged or believed by nobody named, in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_asked", "unnamed")):
        start = skip_back(words, at, low, _GROUP)
        comes = words[at].text.lower() in _COMES
        if (start == at and not comes) or start == low or words[start - 1].text.lower() != "it":
            continue
        passive = comes or any(words[i].text.lower() in BE for i in range(start, at))
        if document.is_quoted(words[at].start) or not passive or words[start].text.lower() not in _GROUP | _COMES:
            continue
        opens = _find_opening(document, at, high)
        if opens is None and _ends_sentence(document, start - 2, at, low, high):
            content, cue = document.span_of(range(low, start - 2)), document.span_of(range(start, at + 1))
            yield Attribution((content,), (cue,), (), CONFIDENCE)
        if opens is not None:
            opened = start - 2 == low and words[low].tag in ("IN", "WRB")
            verb = opens if words[opens].text.lower() == "that" else find_clause_verb(words, opens, high)
            end = _find_comma(document, opens, high) if opened else find_told_end(words, verb, high)
            end = next((i for i in range(verb, end) if _turns(document, i)), end)
            end -= words[end - 1].text == ","
            content, cue = document.span_of(range(opens, end)), document.span_of(range(start, at + 1))
            yield Attribution((content,), (cue,), (), CONFIDENCE)


def _turns(document: Document, at: int) -> bool:
    """Whether a word is the "but" behind which something else is told, and not that of "not only … but also"."""
    words = document.words
    return words[at].tag == "CC" and words[at].text == "but" and words[at + 1].text.lower() != "also"


def _ends_sentence(document: Document, comma: int, at: int, low: int, high: int) -> bool:
    """Whether all that stands before it is told so, and mostly unquoted: "The quay was sold in May, it has emerged"."""
    words = document.words
    if comma - low < _FEWEST or words[comma].text != "," or 2 * document.count_quoted(words[low:comma]) > comma - low:
        return False
    behind = [word for word in words[at + 1 : high] if word.text[0].isalnum()]
    when = all(is_time(word) or word.text.lower() in ("on", "last", "this", "night") for word in behind)
    return when and any(word.is_finite for word in words[low:comma])


def _find_comma(document: Document, at: int, high: int) -> int:
    """Where a clause ends that opens its sentence: at the comma behind its verb ("After it was said that …, Moss")."""
    words = document.words
    verb = next((i for i in range(at, high) if words[i].is_verb), at)
    return next((i for i in range(verb, high) if words[i].text == ","), find_told_end(words, at, high))


def _find_opening(document: Document, at: int, high: int) -> int | None:
    words = document.words
    for i in range(at + 1, min(high - _FEWEST, at + _REACH)):
        if words[i].text.lower() == "that" and (
            words[i].tag == "IN" or words[i - 1].text.lower() in SPELLS or has_verb_early(words[i + 1 : high])
        ):
            return i
        if words[i].is_verb or words[i].text in ",;:" or words[i].text.lower() == "by":
            break
    bare = at + _FEWEST < high and any(words[i].is_finite for i in range(at + 2, high))
    bare = bare and not any(words[i].text.lower() in SPELLS for i in range(at + 1, at + 3))
    opens = bare and (words[at + 1].tag in _OPENS or words[at + 1].text.lower() == "there")
    return at + 1 if opens else None
