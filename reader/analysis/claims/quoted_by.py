"""Who is quoted by another: "Ann Lee was quoted by the paper as saying that it rained". What was said is hers, within
what the paper tells; the tagger gives it to the paper alone, or to nobody. The form leaves no doubt, and so a rule
decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_phrase_after, find_phrase_before, is_time, skip_back
from reader.article.model import Span

_QUOTED = ("quoted", "cited", "reported", "recorded", "paraphrased", "overheard")
_QUOTING = ("quoted", "quotes", "cited", "cites", "quoting", "citing")
_BE = frozenset(["was", "were", "is", "are", "been", "being"])
_LEADS = _BE | frozenset(["has", "have", "had", "also", "later", "not"])
_REACH = 14
"""So many words behind the passive "as saying" stands, who quotes it between."""
_AHEAD = 8
"""So many words between "as saying" and a "that", a colon or a mark may tell when or where it was said."""


@dataclass(frozen=True, slots=True)
class _Form:
    """Places of words: the passive's first and last, who is quoted, who quotes, "as saying", and the first behind."""

    start: int
    verb: int
    quoted: range
    agent: range | None
    saying: range
    behind: int


def set_quoted_right(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with those of who is quoted "as saying" something in place of what was found of the same cue."""
    kept = [one._replace(confidence=None) if _quotes(document, one) else one for one in found]
    for at in document.find_all_words(_QUOTED):
        form = _read_form(document, at)
        if form is None:
            continue
        words = document.words
        place = (words[form.start].start, words[form.saying.stop - 1].end)
        own = [one for one in kept if any(place[0] <= a < place[1] for a, _ in one.cue)]
        content = _find_content(document, form, own)
        if content:
            kept = [one for one in kept if not any(one is other for other in own)]
            kept.append(_make(document, form, content))
    return _join_quoting(document, kept)


def _join_quoting(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with those made one that a comma broke in two: "the paper quoted the mayor, Ann Lee," with "as
    saying that the quay was shut". In it lies hers."""
    kept = list(found)
    words = document.words
    for one in found:
        if not one.cue or not one.source or one.cue[-1][1] > one.content[0][0]:
            continue
        at = document.words_in(one.cue[-1]).stop
        if at >= len(words) or words[at - 1].text.lower() not in _QUOTING:
            continue
        high = document.first[words[at].sentence + 1]
        places = ((i, _find_saying(document, i, high)) for i in range(at + 1, min(high, at + _REACH)))
        to, stop = next(((i, stop) for i, stop in places if stop is not None), (None, high))
        if to is None or words[to].start <= one.content[-1][1] - 1 or words[to - 1].text != ",":
            continue
        held = [
            other
            for other in kept
            if other is not one and any(words[to].start <= a < words[stop - 1].end for a, _ in other.cue)
        ]
        if held:
            kept = [other for other in kept if other is not one and not any(other is gone for gone in held)]
            end = max(b for other in held for _, b in other.content)
            kept.append(one._replace(content=((words[at].start, end),), confidence=None))
    return kept


def _quotes(document: Document, one: Attribution) -> bool:
    """Whether an attribution is of who quotes somebody "as saying" what is all behind it."""
    if not one.cue or not one.source or document.words[document.words_in(one.cue[-1]).stop - 1].text not in _QUOTED:
        return False
    inside = document.words_in(one.content[0])
    ahead = range(inside.start + 1, min(inside.stop - 2, inside.start + _REACH))
    return one.cue[-1][1] < one.content[0][0] and any(_find_saying(document, i, inside.stop) for i in ahead)


def _find_saying(document: Document, at: int, high: int) -> int | None:
    """The word behind the "as saying" that a word opens."""
    words = document.words
    if words[at].text.lower() != "as" or at + 2 > high:
        return None
    last = at + 2 if words[at + 1].text.lower() == "having" and at + 2 < high else at + 1
    told = words[at + 1].tag in ("VBG", "NN") and lemma_of(words[last].text) in SAID_LEMMAS
    return last + 1 if told else None


def _read_form(document: Document, at: int) -> _Form | None:
    words = document.words
    low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    start = skip_back(words, at, low, _LEADS)
    if document.is_quoted(words[at].start) or not any(words[i].text.lower() in _BE for i in range(start, at)):
        return None
    places = ((i, _find_saying(document, i, high)) for i in range(at + 1, min(high, at + _REACH)))
    to, stop = next(((i, stop) for i, stop in places if stop is not None), (None, high))
    quoted = find_phrase_before(document, start, low)
    if to is None or quoted is None:
        return None
    first = next((i for i in quoted if not is_time(words[i])), quoted.start)
    quoted = range(first, quoted.stop)
    before, behind = _find_agent(document, at + 1, to), _find_agent(document, stop, high)
    return _Form(start, at, quoted, before or behind, range(to, stop), behind.stop if behind else stop)


def _find_agent(document: Document, start: int, high: int) -> range | None:
    """The phrase behind a "by" that stands at a word."""
    if start >= high or document.words[start].text.lower() != "by":
        return None
    return find_phrase_after(document, start + 1, high)


def _find_content(document: Document, form: _Form, own: Sequence[Attribution]) -> tuple[Span, ...]:
    """What was said: behind "as saying", as far as the tagger read it, or to the sentence's end; else what it read
    around."""
    words = document.words
    high = document.first[words[form.verb].sentence + 1]
    while (
        high > form.behind and not words[high - 1].text[0].isalnum() and not document.is_quoted(words[high - 1].start)
    ):
        high -= 1
    read = sorted({span for one in own for span in one.content})
    first = _find_opening(document, form.behind, high)
    if first is None:
        low, end = words[form.quoted.start].start, words[form.behind - 1].end
        return tuple((a, min(b, low) if a < low else b) for a, b in read if a < low or a >= end)
    start = words[first].start
    later = [(max(a, start), b) for a, b in read if b > start and words[form.behind].start <= a]
    if not later:
        return ((start, words[high - 1].end),)
    return ((min(start, later[0][0]), later[0][1]), *later[1:])


def _find_opening(document: Document, behind: int, high: int) -> int | None:
    """The first word of what was said: a "that", what a colon or a mark opens, or the very next."""
    words = document.words
    if not any(words[i].text[0].isalnum() for i in range(behind, high)):
        return None
    for i in range(behind, min(high, behind + _AHEAD)):
        if words[i].text.lower() == "that" or document.is_quoted(words[i].start):
            return i
        if words[i].text == ":" and i + 1 < high:
            return next((k for k in range(i + 1, high) if words[k].text[0].isalnum()), None)
    return next(i for i in range(behind, high) if words[i].text[0].isalnum())


def _make(document: Document, form: _Form, content: tuple[Span, ...]) -> Attribution:
    """The claim of who is quoted, or, where a text says by whom, of who quotes: in it lies the other."""
    span = document.span_of
    saying = span(form.saying)
    if form.agent is None or content[0][0] < saying[0]:
        return Attribution(content, (span(range(form.start, form.saying.stop)),), (span(form.quoted),))
    held = (span(form.quoted), saying, *content)
    return Attribution(held, (span(range(form.start, form.verb + 1)),), (span(form.agent),))
