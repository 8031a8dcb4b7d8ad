"""What encloses another claim of its sentence from behind: of "The board thinks | the quay is safe, Lund said" all that
stands before her cue is what she said, and of "The crew was warned of | a flood, Lund said" too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.article.model import Span

_HEARER = 4
"""So many words at most stand between an inner verb and its content."""
_LEADS = frozenset(["but", "and", "so", "yet", "however", "meanwhile", ",", "-", "–", "—"])


def take_enclosed(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions whose content stands before its cue, begun behind the verb of another one or within a phrase, with
    the whole clause."""
    spoken: dict[int, list[Attribution]] = defaultdict(list)
    for one in found:
        at = document.words_in(one.cue[-1]) if one.cue and one.source else range(0)
        if at:
            spoken[document.words[at.start].sentence].append(one)
    return [_widen(document, one, spoken) for one in found]


def _widen(document: Document, one: Attribution, spoken: Mapping[int, Sequence[Attribution]]) -> Attribution:
    if not one.cue or not one.content:
        return one
    start, end = min(one.content)
    at, cue = document.words_in((start, end)), document.words_in(one.cue[0])
    if not at or not cue or cue.start < at.stop:
        return one
    words = document.words
    sentence = words[at.start].sentence
    low = document.first[sentence]
    if words[cue.start].sentence != sentence or at.start - low < 2 or _is_whole_quotation(document, (start, end)):
        return one
    pronoun = bool(one.source) and words[document.words_in(one.source[0]).start].tag == "PRP"
    before = range(low, at.start)
    inner = None if pronoun else _find_inner(document, before, (start, end), one, spoken.get(sentence, ()))
    if inner is None and _breaks_off(document, before, at.stop) and _tells(document, one, before):
        inner = 0.0
    if inner is None:
        return one
    while words[low].text.lower() in _LEADS:
        low += 1
    if low >= at.start:
        return one
    if any(document.is_quoted(words[i].start) or words[i].text in ":;" for i in range(low, at.start)):
        return one
    content = ((words[low].start, end), *sorted(one.content)[1:])
    sure = one.confidence if one.confidence is None else max(one.confidence, inner)
    return one._replace(content=content, confidence=sure)


def _find_inner(
    document: Document, before: range, content: Span, one: Attribution, found: Sequence[Attribution]
) -> float | None:
    """How sure the claim is whose source and verb stand right before a content; None where there is none."""
    words = document.words
    low = words[before.start].start
    for other in found:
        parts = (*other.source, *other.cue)
        if other is one or not other.source or not other.cue or set(other.cue) == set(one.cue):
            continue
        if not all(low <= a and b <= content[0] for a, b in parts) or other.source[0][0] > other.cue[0][0]:
            continue
        verb = document.words_in(other.cue[-1])
        if before.stop - verb.stop <= _HEARER and any(a < content[1] and content[0] < b for a, b in other.content):
            return other.confidence if other.confidence is not None else 1.0
    verb_at = before.stop - 1
    if words[verb_at].text.lower() in ("that", "whether"):
        verb_at -= 1
    if verb_at <= before.start or not words[verb_at].is_finite or lemma_of(words[verb_at].text) is None:
        return None
    return 0.0 if any(words[i].tag.startswith(("NN", "PRP")) for i in range(before.start, verb_at)) else None


def _breaks_off(document: Document, before: range, stop: int) -> bool:
    """Whether a content that a comma parts from its cue begins within a phrase or a clause: "The crew had learned in
    May | that the quay had flooded, Lund said"."""
    words = document.words
    last = words[before[-1]]
    if not last.text[-1].isalnum() or last.tag in ("CC", "RB") or last.text.lower() in ("as", "that", "which"):
        return False
    first = next((i for i in before if words[i].text.lower() not in _LEADS), before.stop)
    if words[first].text.lower() in ("as", "while") or any(words[i].text in ";:" for i in range(before.stop, stop)):
        return False
    comma = words[stop - 1].text == "," or words[stop].text == ","
    behind = next((words[i] for i in range(stop, len(words)) if words[i].text[0].isalnum()), last)
    return comma and behind.text.lower() not in ("as", "which", "who") and behind.tag != "CC"


def _tells(document: Document, one: Attribution, before: range) -> bool:
    """Whether a cue is of speech, and its source not told of as speaking before it: "Lund called out |
    weak claims, Lund noted"."""
    words = document.words
    cue = [word.text.lower() for word in document.list_words(one.cue[-1])]
    if cue[-1] == "by" or not any(text == "according" or lemma_of(text) in SAID_LEMMAS for text in cue):
        return False
    source = document.gather_words(one.source)
    if not any(words[i].is_finite and lemma_of(words[i].text) for i in before) or not source:
        return True
    names = {word.text for word in source if word.is_proper}
    return source[0].tag != "PRP" and not any(words[i].text in names for i in before)


def _is_whole_quotation(document: Document, content: Span) -> bool:
    quotation = document.quotation_opening(content[0])
    return quotation is not None and quotation.outer[1] >= content[1]
