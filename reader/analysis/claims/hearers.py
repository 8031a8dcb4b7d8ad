"""A source without whoever is only written, spoken or answered to right before it: "In a letter to the minister, Bo
Berg, | the mayor, Ann Lee, said", or of whom somebody else is: "Moss, whose | sister said"."""

from collections.abc import Sequence

from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_BEFORE_HEARER = frozenset(["to", "by", "with"])
_OPENS_PART = ("DT", "PRP$")
_LONGEST = 12
"""So many words stand at most between "to" and the hearer's name: "to the former secretary of state for health"."""
_ADDED = frozenset(["according", "as", "due", "thanks", "owing"])
"""Words before "to" behind which the source itself stands, or what is no hearer."""


def drop_hearer(document: Document, source: Span) -> Span:
    """A source from its speaker's own part on, where a name before that part is in its sentence's opening phrase."""
    words = document.list_words(source)
    while words and words[-1].text == ",":
        words = words[:-1]
    commas = [i for i, word in enumerate(words) if word.text == ","]
    if len(commas) < 2:
        return source
    hearer, part, name = _cut(words, commas)
    if not (_is_name(name) and _is_name(hearer)) or part[0].tag not in _OPENS_PART or len(part) < 2:
        return source
    if any(word.is_verb for word in part) or part[-1].text.lower() == "and":
        return source
    return (part[0].start, source[1]) if _opens_with_hearer(document, hearer[0]) else source


def part_whose(document: Document, source: Span, cue: Span) -> Span:
    """Of "Moss, whose sister" who stands beside the cue: "whose sister said" is hers, and what follows is Moss's."""
    words = document.list_words(source)
    at = next((i for i, word in enumerate(words) if i > 1 and word.text.lower() == "whose"), 0)
    closed = document.article.text[source[1] : source[1] + 1] == ","
    if not at or at + 1 == len(words) or words[at - 1].text != "," or closed:
        return source
    if any(word.is_finite for word in words[at:]):
        return source
    behind = document.list_letters((source[1], cue[0])) if source[1] < cue[0] else ()
    beside = source[1] <= cue[0] and not any(word.is_finite for word in behind)
    return (words[at + 1].start, source[1]) if beside else (source[0], words[at - 2].end)


def _cut(words: Sequence[Word], commas: Sequence[int]) -> tuple[Sequence[Word], Sequence[Word], Sequence[Word]]:
    """What stands before the last comma but one, between the last two, and behind the last."""
    begin = commas[-3] + 1 if len(commas) > 2 else 0
    return words[begin : commas[-2]], words[commas[-2] + 1 : commas[-1]], words[commas[-1] + 1 :]


def _is_name(words: Sequence[Word]) -> bool:
    return bool(words) and all(word.is_proper or word.text == "." for word in words)


def _opens_with_hearer(document: Document, name: Word) -> bool:
    """Whether a name stands behind "to", "by" or "with" in what opens its sentence, its own part between them at most:
    "Asked by", "In a letter to the minister,"."""
    words = document.words
    at = document.words_in((name.start, name.end)).start
    first = document.first[name.sentence]
    if words[first].tag not in ("IN", "VBG", "VBN") and not words[first].text.lower().endswith("ed"):
        return False
    for i in range(at - 1, max(first, at - _LONGEST) - 1, -1):
        if words[i].is_finite and i > first:
            return False
        if words[i].text.lower() in _BEFORE_HEARER:
            return i > first and words[i - 1].text.lower() not in _ADDED and _holds_one(words[i + 1 : at])
    return False


def _holds_one(words: Sequence[Word]) -> bool:
    """Whether words are nothing, or the one part of whom the name behind them names: "the health secretary,"."""
    return not words or (sum(word.text == "," for word in words) <= 1 and words[0].tag in (*_OPENS_PART, "NN", "JJ"))
