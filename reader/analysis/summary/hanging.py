"""Which sentences speak of what another one tells, and where that stands.

Below "A motorist who shot a man is being sought" a line may say that the victim was driving home; in a summary without
that sentence nobody knows whose victim. So with "the two" and what somebody "also" did.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from reader.analysis.summary.strangers import Strangers

_NEAR = 2
"""So many sentences above, and the very first, are taken to tell what is spoken of."""

_TOLD_BEFORE = frozenset((
    "accusation", "actor", "actress", "airline", "allegation", "announcement", "arrest", "assailant", "attack",
    "attacker", "author", "baby", "ban", "bill", "blast", "blaze", "bombing", "boy", "captain", "carmaker", "case",
    "ceremony", "champion", "charge", "child", "children", "claim", "clash", "closure", "collapse", "comment",
    "company", "couple", "crash", "crew", "cut", "daughter", "deal", "debate", "decision", "defendant", "delay",
    "demand", "disaster", "discovery", "dispute", "driver", "duo", "earthquake", "experiment", "explosion", "family",
    "father", "film", "finding", "fire", "firm", "girl", "gunman", "gunmen", "hearing", "husband", "incident",
    "investigation", "judge", "juror", "jury", "killing", "lawsuit", "letter", "man", "measure", "meeting", "men",
    "merger", "message", "mother", "move", "movie", "murder", "officer", "outage", "pair", "parent", "passenger",
    "photo", "picture", "pilot", "plaintiff", "plan", "player", "proposal", "protest", "protester", "raid", "rally",
    "rapper", "recall", "report", "request", "researcher", "result", "revelation", "ruling", "scandal", "scientist",
    "search", "sentence", "shooter", "shooting", "show", "singer", "son", "standoff", "star", "startup", "statement",
    "storm", "strike", "striker", "study", "suit", "survivor", "suspect", "talks", "team", "teenager", "tour",
    "trial", "tribute", "trio", "twins", "verdict", "victim", "video", "warning", "wife", "woman", "women",
))  # fmt: skip
"""What a line that opens with "The" and one of these speaks of has been told, though it may have been called otherwise:
"the gunman" of a killing."""

_THE = re.compile(r"\W*(?:(?:But|And|So|Now|Then|Earlier|Meanwhile),? )?[Tt]he (?=[a-z0-9])")
_WORDS = re.compile(r"[^\W_][\w’'-]*")
_WITHIN = 80
"""Letters behind "The" in which its noun is looked for."""
_ENDS_NOUN = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "must", "should",
    "did", "does", "do", "also", "then", "now", "still", "who", "which", "whose", "said", "says", "told", "took",
    "came", "comes", "went", "died", "began", "made", "saw", "left", "won", "lost",
))  # fmt: skip
_NEW = re.compile(r"\b(?:an?|one|some|several|two|three|four|many) (?:[\w-]+ ){0,3}$")
_BEFORE = 40
"""Letters before a noun in which it is told that nobody knows it yet."""
_TELLS_WHICH = frozenset(("of", "that", "in", "at", "by", "with", "between"))
_MAY_TELL = frozenset(("for", "to", "from", "on", "against", "over", "about"))
_ENDS = _ENDS_NOUN | _TELLS_WHICH | _MAY_TELL
_OWNS = ("'s", "’s", "s'", "s’")
_ALSO = re.compile(
    r"(?:[^\s,“”\"]+ ){0,3}?(?P<who>[^\s,“”\"]+) (?:(?:has|have|had|is|are|was|were|will|would) )?also\b "
)
_TWO = re.compile(r"\b[Tt]he (?:two|pair|duo|trio|couple)\b(?!-| of)")
_PAIRS = ("he two", "he pair", "he duo", "he trio", "he couple")
_WHICH_TWO = re.compile(r"\b(?:and|two|three|pair|couple|both|between)\b|(?<=\s)[A-Z]\w")
_QUOTES = re.compile(r"[“\"‘]")


class _Above:
    """The sentences of an article, and in which of them a word stands."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.texts, self.indices = texts, list(texts)

    @cached_property
    def _small(self) -> dict[int, str]:
        return {index: f" {text.lower()}" for index, text in self.texts.items()}

    def find(self, place: int, word: str) -> list[int]:
        """The sentences above a place that have a word, or one that begins with it."""
        return [index for index in self.indices[:place] if f" {word}" in self._small[index]]

    def has_new(self, indices: Iterable[int], noun: str) -> bool:
        """Whether one of the sentences tells of a thing as of one that nobody knows yet: "a rare pill"."""
        for text in map(self._small.__getitem__, indices):
            at = text.find(f" {noun}")
            while at >= 0:
                if _NEW.search(text, max(0, at - _BEFORE), at + 1):
                    return True
                at = text.find(f" {noun}", at + 1)
        return False

    def near(self, place: int) -> list[int]:
        """The first sentence and those right above a place."""
        return [self.indices[0], *self.indices[max(0, place - _NEAR) : place]]


def find_hanging(texts: Mapping[int, str]) -> Strangers:
    """For each sentence that speaks of what it does not tell, the sentences above that tell it, one of which is enough.

    `texts` are sentences in reading order by their indices.
    """
    above = _Above(texts)
    found: list[tuple[int, tuple[frozenset[int], ...]]] = []
    for place, (index, text) in enumerate(texts.items()):
        if not place:
            continue
        told = [*_tell_noun(above, place, text), *_tell_who(above, place, text), *_tell_others(above, place, text)]
        if told:
            found.append((index, (frozenset(told),)))
    return tuple(found)


def _tell_noun(above: _Above, place: int, text: str) -> list[int]:
    """Where it is told which victim a line that opens with "The victim" means."""
    noun, behind = _find_noun(text)
    if not noun or behind in _TELLS_WHICH:
        return []
    stem = _stem(noun)
    known = stem in _TOLD_BEFORE or noun in _TOLD_BEFORE
    told = above.find(place, stem) if len(stem) > 3 else []
    if not known and (behind in _MAY_TELL or not above.has_new(told, stem)):
        return []
    return [*told, *above.near(place)]


def _find_noun(text: str) -> tuple[str, str]:
    """The noun that a line opens with behind "The", in small letters with at most three words before it, and the word
    behind it; empty where there is none, and where something of its own is spoken of ("The girls' families …")."""
    opening = _THE.match(text)
    if opening is None:
        return "", ""
    start = opening.end()
    words = list(_WORDS.finditer(text, start, start + _WITHIN))[:5]
    noun = ""
    for number, word in enumerate(words[:4]):
        part = word.group()
        if number and (part in _ENDS or part.endswith(("ly", "ed"))):
            return noun, part
        if part[0].isupper() or (number and part[0].isdigit()) or part.endswith(_OWNS):
            return "", ""
        noun = part
        behind = words[number + 1].group() if number + 1 < len(words) else ""
        if text[word.end() : word.end() + 1] in tuple(",;:.") or (
            _stem(part) in _TOLD_BEFORE and _stem(behind) not in _TOLD_BEFORE
        ):
            return noun, behind
    return noun, words[4].group() if len(words) > 4 else ""


def _tell_who(above: _Above, place: int, text: str) -> list[int]:
    """Where more is told of whoever "also" does something."""
    also = _ALSO.match(text) if " also " in text else None
    return [*above.find(place, _stem(also["who"].lower())), *above.near(place)] if also is not None else []


def _tell_others(above: _Above, place: int, text: str) -> list[int]:
    """Where it is told who "the two" are, unless the line itself has told it or somebody else's words say so."""
    two = _TWO.search(text) if any(map(text.__contains__, _PAIRS)) else None
    if two is None or any(form.search(text, 0, two.start()) for form in (_WHICH_TWO, _QUOTES)):
        return []
    return above.near(place)


def _stem(word: str) -> str:
    """A noun as it is called when there is one."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
