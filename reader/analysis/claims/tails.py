"""What belongs to a content behind the comma that it was cut off at: how much a number of it is ("…, the highest in ten
years", "…, up from 3%"), what it leads to ("…, which would cost jobs"), and what goes along with it ("…, with one mill
already shut")."""

from collections.abc import Sequence

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
_SHARES = frozenset(["per", "percent", "%", "half", "thirds", "quarters", "majority"])


def add_tails(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with unquoted contents behind their cue that are whole to the end of what belongs to them, never
    over a word that plays a part in another."""
    parts = index_parts(found)
    return [_add(document, one, parts) for one in found]


def _add(document: Document, one: Attribution, parts: SpanIndex[None]) -> Attribution:
    if not one.content or not one.cue or one.verbatim:
        return one
    *others, (start, end) = sorted(one.content)
    at = document.words_in((start, end))
    if start < max(one.cue)[1] or len(at) < _FEWEST or document.is_quoted(end - 1):
        return one
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
    if any(document.is_quoted(word.start) or _reports(word) for word in tail) or parts.touches([grown]):
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
    source = [word for span in one.source for word in document.list_words(span)]
    if any(word.tag == "CD" or word.text.lower() in _SHARES for word in source):
        return False
    verb = next((k for k, word in enumerate(behind[1:], 1) if word.is_verb or word.text in _STOPS), None)
    if verb is None or verb < 2 or behind[verb].tag not in ("VBG", "VBN"):
        return False
    return behind[verb].text.lower() not in load_words("auxiliaries")
