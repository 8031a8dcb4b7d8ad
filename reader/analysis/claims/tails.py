"""What belongs to a content behind the comma that it was cut off at: how much a number of it is ("…, the highest in ten
years", "…, up from 3%"), what it leads to ("…, which would cost jobs"), and what goes along with it ("…, with one mill
already shut"); the rest of a phrase that it breaks off in; and the clause that follows who says it ("The quay is shut,
Moss said, | and the ferry runs from Holm")."""

from collections.abc import Callable, Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.claims.forms import SHIFTED
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import drop_end_marks
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_MARKS = frozenset([",", "–", "—", "--", "-"])
_STOPS = frozenset(",;:()") | _MARKS
_FEWEST = 3
_MEASURES = frozenset(
    [
        *("increase", "rise", "fall", "drop", "decline", "jump", "surge", "reduction", "gain", "leap", "slump"),
        *("figure", "number", "total", "record", "high", "low", "level", "rate", "average", "proportion", "ratio"),
        "elevation",
    ]
)
_REACH = 5
"""So many words at most stand before the noun of a measure, and before the verb of a relative clause."""
_CHANGED = frozenset(["up", "down"])
_FROM = frozenset(["from", "on", "by"])
_COMPARED = frozenset(["to", "with"])
_MAY_BE = frozenset(["would", "could", "might", "may", "will", "should", "can"])
_FORCING = frozenset(["forcing", "leaving", "making", "meaning", "causing", "costing", "putting", "allowing"])
_TELLING = frozenset(["say", "tell", "add", "note", "explain", "argue", "warn", "state", "insist", "claim"])
_TELLERS = frozenset(["he", "she", "they", "i", "we"])
_CONDITIONS = frozenset(["if", "unless", "until", "before", "once", "when"])
_SHARES = frozenset(["per", "percent", "%", "half", "thirds", "quarters", "majority"])


def add_tails(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with unquoted contents behind their cue that are whole to the end of what belongs to them, never
    over a word that plays a part in another."""
    parts = cache(lambda: index_parts(found))
    return [_add(document, _take_next_half(document, _end_flow(document, one, parts), parts), parts) for one in found]


def _end_flow(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    """One whose content behind its cue breaks off where its clause goes on, with what is left of this: "hopes to settle
    down | and have a family", "may be shut | before winter comes", "the cause of the noise | : it is a loose chain"."""
    at = _find_last(document, one)
    if at is None:
        return one
    *others, (start, end) = sorted(one.content)
    words = document.words
    sentence = words[at.stop - 1].sentence
    high = document.first[sentence + 1]
    if at.stop + 1 >= high or words[at.stop].text == ",":
        return one
    colon = words[at.stop].text == ":"
    stop = drop_end_marks(words, at.stop + 1, high) if colon else _find_end(words, at.stop + 1, high)
    if stop <= at.stop + 1 or any(document.is_quoted(word.start) or _reports(word) for word in words[at.stop : stop]):
        return one
    inside, behind = words[at.start : at.stop], words[at.stop : stop]
    if colon:
        goes_on = _is_named(inside, behind)
    else:
        last = drop_end_marks(words, at.stop + 1, high) == stop
        goes_on = (last and _is_joined(document, one, inside, behind)) or _flows(inside, behind)
    if not goes_on or parts().touches([(end, behind[-1].end)]):
        return one
    return one.with_spans((*others, (start, behind[-1].end)))


def _find_last(document: Document, one: Attribution) -> range | None:
    """The words of the last part of a content that stands unquoted behind its cue; None for others or too few words."""
    if not one.content or not one.cue or one.verbatim:
        return None
    start, end = max(one.content)
    at = document.words_in((start, end))
    if start < max(one.cue)[1] or len(at) < _FEWEST or document.is_quoted(end - 1):
        return None
    return at


def _is_named(inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether what stands behind a colon is what a clause before it only spoke of."""
    return len(behind) > _FEWEST and any(word.is_finite for word in inside)


def _is_joined(document: Document, one: Attribution, inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether words that end a sentence are one more of what stands before them, and no clause."""
    first = behind[1]
    if behind[0].text.lower() not in ("and", "or", "but") or first.text.endswith("ed"):
        return False
    if first.tag in ("VBD", "VBN", "VBZ", "MD", "RB") or any(word.is_finite for word in behind[2:]):
        return False
    if any(word.tag == "VBG" for word in document.gather_words(one.cue)):
        return False
    return not first.is_finite or any(word.text.lower() == "to" for word in inside)


def _flows(inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether words are a condition of what will be or is so before them, or what their last one waits for."""
    last, first, second = inside[-1], behind[0], behind[1]
    if first.text.lower() in _CONDITIONS:
        return any(word.tag in ("MD", "TO") or word.text.lower() == "to" for word in inside) and any(
            word.is_finite for word in behind[1:]
        )
    if first.text == "%":
        return last.tag == "CD"
    if last.tag in ("IN", "TO"):
        return first.tag == ("VB" if last.text.lower() == "to" else "VBG")
    return first.text.lower() == "to" and second.tag == "VB" and last.is_finite


def _take_next_half(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    """One whose content is a clause before who says so between commas, with the clause behind that goes on with it."""
    if (
        len(one.content) != 1
        or len(one.source) != 1
        or not one.cue
        or one.verbatim
        or max(one.content)[1] > one.cue[0][0]
    ):
        return one
    words = document.words
    at = document.words_in(one.content[0])
    stop = document.words_in((one.cue[0][0], max(one.cue[-1][1], one.source[0][1]))).stop
    sentence = words[at.start].sentence if at else -1
    high = document.first[sentence + 1]
    if not at or stop + _FEWEST >= high or [word.text.lower() for word in words[stop : stop + 2]] != [",", "and"]:
        return one
    end = drop_end_marks(words, stop + 1, high)
    half, inside = words[stop + 1 : end], words[at.start : at.stop]
    verb = next((k for k, word in enumerate(half) if word.is_verb or word.text in _STOPS), 0)
    if verb < 2 or not half[verb].is_finite or half[verb].text.lower() == "did" or not any(w.is_finite for w in inside):
        return one
    said = any(
        lemma_of(words[k].text) in _TELLING or words[k].text == "according" for k in document.words_in(one.cue[0])
    )
    fresh: Span = (half[0].start, half[-1].end)
    if not said or any(document.is_quoted(word.start) or _reports(word) for word in (*inside, *half)):
        return one
    return one if parts().touches([fresh]) else one.with_spans((*one.content, fresh))


def _add(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    at = _find_last(document, one)
    if at is None:
        return one
    *others, (start, end) = sorted(one.content)
    words = document.words
    high = document.first[words[at.stop - 1].sentence + 1]
    if at.stop + _FEWEST >= high or words[at.stop].text not in _MARKS:
        return one
    behind = words[at.stop + 1 : high]
    inside = words[at.start : at.stop]
    shifted = _is_shifted(document, one, inside, behind)
    if not (shifted or _measures(inside, behind) or _leads_to(inside, behind) or _goes_along(document, one, behind)):
        return one
    stop = drop_end_marks(words, at.stop + 1, high) if shifted else _find_end(words, at.stop + 1, high)
    grown: Span = (end, words[stop - 1].end)
    tail = words[at.stop + 2 : stop]
    if any(document.is_quoted(word.start) or _reports(word) for word in tail) or parts().touches([grown]):
        return one
    return one.with_spans((*others, (start, grown[1])))


def _reports(word: Word) -> bool:
    return word.is_verb and lemma_of(word.text) is not None


def _find_end(words: Sequence[Word], at: int, high: int) -> int:
    """Where a tail ends: at the next mark."""
    stop = at
    while stop < high and words[stop].text not in _STOPS:
        stop += 1
    return drop_end_marks(words, at, stop)


def _measures(inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether words tell how much a number before them is."""
    if not any(word.tag == "CD" for word in inside):
        return False
    first, second = (word.text.lower() for word in behind[:2])
    if first in _CHANGED:
        return second in _FROM or behind[1].tag == "CD"
    if first == "compared":
        return second in _COMPARED
    if behind[0].tag != "DT":
        return False
    head: list[Word] = []
    for word in behind[1 : 1 + _REACH]:
        if not word.tag.startswith(("JJ", "NN", "CD", "HYPH", "RBS", "VBN")):
            break
        head.append(word)
    best = any(word.tag in ("JJS", "RBS") for word in head)
    return first in ("the", "a", "an") and (best or any(word.text.lower() in _MEASURES for word in head))


def _leads_to(inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether words tell what comes or may come of what stands before them."""
    first = behind[0].text.lower()
    if first in _FORCING:
        return any(word.text.lower() in _MAY_BE for word in inside)
    if first not in ("which", "where"):
        return False
    for word in behind[1 : 1 + _REACH]:
        if word.is_finite or word.text in _STOPS:
            return word.text.lower() in _MAY_BE or (first == "which" and word.text.lower() in ("means", "meant"))
    return False


def _is_shifted(document: Document, one: Attribution, inside: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether a clause goes on with what is told, in the tense that telling it gives it: "said it had spread, but the
    towns were safe"; who only says so little says nothing: "but he would not say where"."""
    cue = document.list_words(one.cue[-1])
    if behind[0].text.lower() != "but" or not any(
        word.tag == "VBD" and lemma_of(word.text) in _TELLING for word in cue
    ):
        return False
    told = [word for word in inside if word.is_finite]
    if not any(word.text.lower() in SHIFTED for word in told) or any(word.tag in ("VBZ", "VBP") for word in told):
        return False
    verb = next((k for k, word in enumerate(behind) if word.is_finite), 0)
    if verb < 2 or behind[verb].text.lower() not in SHIFTED or behind[1].text.lower() in _TELLERS:
        return False
    return not any(word.text in _STOPS for word in behind[:verb])


def _goes_along(document: Document, one: Attribution, behind: Sequence[Word]) -> bool:
    """Whether words tell what is so along with what stands before them, and not what others hold."""
    if behind[0].text.lower() != "with":
        return False
    source = document.gather_words(one.source)
    if any(word.tag == "CD" or word.text.lower() in _SHARES for word in source):
        return False
    verb = next((k for k, word in enumerate(behind[1:], 1) if word.is_verb or word.text in _STOPS), None)
    if verb is None or verb < 2 or behind[verb].tag not in ("VBG", "VBN"):
        return False
    return behind[verb].text.lower() not in load_words("auxiliaries")
