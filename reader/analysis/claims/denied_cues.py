"""Cues with the words that deny them, wherever in their sentence these stand: "Moss did not, however, say", "At no time
did Moss say", "without saying". What is shown must never say that somebody said what they did not."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.both_sides import DENYING
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_words

_AUXILIARIES = load_words("auxiliaries")
_LONGEST = 8
"""So many words stand between a cue and what denies it."""
_NOT_DOING = load_group("negations", "not-doing")
_ENDS = frozenset([",", ";", ":", "—", "–", "(", "and", "but", "that"])


def take_denials(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with what denies them as a part of their cues."""
    return [_take(document, one) for one in found]


def _take(document: Document, one: Attribution) -> Attribution:
    one = _free_source(document, one)
    at = [i for span in one.cue for i in document.words_in(span)]
    words = document.words
    verb = next((i for i in reversed(at) if lemma_of(words[i].text)), None)
    if verb is None or document.is_quoted(words[verb].start) or any(words[i].text.lower() in DENYING for i in at):
        return one
    denial = _find_between(document, one, at[0]) or _find_before(document, one, verb) or _find_undone(document, at[0])
    if denial is None:
        return one
    span = (words[denial.start].start, words[denial[-1]].end)
    if any(a < span[1] and span[0] < b for a, b in (*one.content, *one.source, *one.cue)):
        return one
    joined = span[1] + 1 >= one.cue[0][0] > span[0]
    cue = ((span[0], one.cue[0][1]), *one.cue[1:]) if joined else (span, *one.cue)
    return one._replace(cue=cue)


def _free_source(document: Document, one: Attribution) -> Attribution:
    """An attribution with a denial at the end of its source given to its cue: "Moss | neither admitted nor denied"."""
    if not one.source or not one.cue or one.source[-1][1] + 1 != one.cue[0][0]:
        return one
    at = document.words_in(one.source[-1])
    last = document.words[at[-1]] if at else None
    if last is None or len(at) < 2 or last.tag.startswith("NN") or last.text.lower() not in DENYING:
        return one
    source = (*one.source[:-1], (one.source[-1][0], document.words[at[-2]].end))
    return one._replace(source=source, cue=((last.start, one.cue[0][1]), *one.cue[1:]))


def _find_between(document: Document, one: Attribution, cue: int) -> range | None:
    """What denies a cue between who does not say it and its verb: "Moss | did not | , however, say"."""
    before = [span for span in one.source if span[1] <= document.words[cue].start]
    if not before:
        return None
    at = document.words_in(before[-1]).stop
    words = document.words
    gap = range(at, cue)
    if not 0 < len(gap) <= _LONGEST or words[at].sentence != words[cue].sentence:
        return None
    opens = words[at].text.lower()
    if words[at].tag != "RB" and opens not in _AUXILIARIES and opens not in DENYING:
        return None
    denied = next((i for i in gap if words[i].text.lower() in DENYING), None)
    if denied is None or any(words[i].is_finite and words[i].text.lower() not in _AUXILIARIES for i in gap):
        return None
    return range(at, denied + 1)


def _find_before(document: Document, one: Attribution, verb: int) -> range | None:
    """What denies a cue before its subject: "At no time did | Moss say"."""
    words = document.words
    source = next((span for span in one.source if span[1] <= words[verb].start), None)
    if source is None or words[verb].tag not in ("VB", "VBN", "VBP", "VBD"):
        return None
    at = document.words_in(source).start - 1
    low = document.first[words[verb].sentence]
    if at <= low or words[at].text.lower() not in _AUXILIARIES or words[at].text.lower() == "to":
        return None
    start = at
    while start > max(low, at - _LONGEST) and words[start - 1].text.lower() not in _ENDS:
        start -= 1
    return range(start, at + 1) if any(words[i].text.lower() in DENYING for i in range(start, at)) else None


def _find_undone(document: Document, cue: int) -> range | None:
    """What tells before a participle that nothing of the kind was done: "without | saying"."""
    words = document.words
    low = document.first[words[cue].sentence]
    if words[cue].tag not in ("VBG", "VB", "VBP") or cue == low:
        return None
    one = words[cue - 1].text.lower()
    two = f"{words[cue - 2].text.lower()}-{one}" if cue - 2 >= low else ""
    return range(cue - 1, cue) if one in _NOT_DOING else range(cue - 2, cue) if two in _NOT_DOING else None
