"""Whom the tagger takes a pronoun or phrase for: where it points, told by actor."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.references import PRONOUNS
from reader.analysis.document.document import Document
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_NEXT_TO_NOTHING = 0.02
_HOPS = 4
"""Where nobody is named at the word pointed at ("the company"), so many times on to where that one points."""
_FOLLOWED = 0.03
_FORMS: Final = {**PRONOUN_GENDER, **PRONOUNS}


@dataclass
class Nouns:
    """People and things that an article calls by a common noun alone ("the parents"), numbered from `base` on: those of
    one noun in one number are taken for the same."""

    base: int
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _seats: dict[int, Span] = field(default_factory=dict)
    """The nouns of pronouns that stand for one, by where these begin."""
    where: dict[int, Span] = field(default_factory=dict)
    """Of each noun that a word points at, the one that it points at most."""
    _most: dict[int, float] = field(default_factory=dict)
    _at: dict[int, int | None] = field(default_factory=dict)
    """The number of the noun that begins at a position; None where none does."""

    def begin(self) -> None:
        """A word is asked for where it points."""
        self.where, self._most = {}, {}

    def number(self, document: Document, word: Span) -> int | None:
        """The number of the noun at a word; None where none stands there."""
        start = word[0]
        if start not in self._at:
            at = document.words[document.words_in(word).start]
            noun = at.tag in ("NN", "NNS") and at.text[:1].isalpha()
            key = (at.text.lower(), at.tag)
            self._at[start] = self._numbers.setdefault(key, self.base + len(self._numbers)) if noun else None
        return self._at[start]

    def hit(self, number: int, word: Span, share: float) -> None:
        """Count that so much points at a noun, or at a pronoun that stands for it."""
        if number >= self.base and share > self._most.get(number, 0.0):
            self._most[number], self.where[number] = share, self._seats.get(word[0], word)

    def seat(self, pronoun: int, number: int) -> None:
        """Keep which noun a pronoun that begins at a position stands for."""
        self._seats[pronoun] = self.where[number]


@dataclass(frozen=True)
class Pointing:
    """What is named where, and where pronouns stand whose actor is known by now."""

    document: Document
    named: SpanIndex[int]
    """The cluster that each naming names; of namings that overlap, the first one's counts."""
    nouns: Nouns | None = None
    """Where people and things without a name count as well, what they are called."""
    joined: Mapping[Span, int] = field(default_factory=dict)
    """The namings of those who are named side by side, with the number that they have together."""
    known: dict[int, int] = field(default_factory=dict)
    """Clusters by where a pronoun or phrase begins that stands for them; or nouns, by their numbers."""
    _forms: Mapping[int, str] = field(default_factory=dict, compare=False, repr=False)
    """Which pronouns stand where: he, she, it or they, by any of its forms."""
    _naming: dict[int, int | None] = field(default_factory=dict, compare=False, repr=False)

    def widen(self, base: int, joined: Mapping[Span, int], bound: Mapping[tuple[str, str], int]) -> "Pointing":
        """The same pointing with people and things without a name, numbered from `base` on, with those who are named
        side by side taken as one, nouns that are `bound` to some of them, and nobody known yet. What was looked up for
        one is not looked up again for the other."""
        naming = {} if joined else self._naming
        return replace(self, nouns=Nouns(base, dict(bound)), known={}, joined=joined, _naming=naming)

    def begin_anew(self) -> "Pointing":
        """The same pointing with nobody known yet; what was looked up for one is not looked up again for the other."""
        return replace(self, known={})

    def shares(self, start: int) -> Mapping[int | None, float] | None:
        """How much of the pointing of a word falls on each cluster (and each noun, where they count), and on no word at
        all (None); nothing where the tagger says nothing."""
        found: dict[int | None, float] = {}
        if self.nouns is not None:
            self.nouns.begin()
        return found if self._follow(start, 1.0, _HOPS, found) else None

    def _follow(self, start: int, share: float, hops: int, found: dict[int | None, float]) -> bool:
        links = self.document.look_back(start)
        known, naming, forms, nouns = self.known, self._naming, self._forms, self.nouns
        form = forms.get(start)
        for to, part in links:
            much = share * part
            if to is None:
                found[None] = found.get(None, 0.0) + much
                continue
            begin = to[0]
            if form and forms.get(begin, form) != form:
                continue  # he never stands for whom she stands for
            who = known.get(begin)
            if who is None:
                who = naming[begin] if begin in naming else self._name(to)
            if who is not None:
                found[who] = found.get(who, 0.0) + much
                if nouns is not None:
                    nouns.hit(who, to, much)
                continue
            onward: dict[int | None, float] = {}
            if hops > 1 and much >= _FOLLOWED:
                self._follow(begin, much, hops - 1, onward)
            if nouns is not None and (noun := nouns.number(self.document, to)) is not None:
                nouns.hit(noun, to, much)
                if onward:
                    onward = {one: part for one, part in onward.items() if one is not None and one < nouns.base}
                onward[noun] = onward.get(noun, 0.0) + much - sum(onward.values())
            for one, part in onward.items():
                found[one] = found.get(one, 0.0) + part
        return bool(links)

    def _name(self, word: Span) -> int | None:
        """The cluster that is named at a word."""
        found = next(iter(self.named.touching(word)), None)
        who = self._naming[word[0]] = None if found is None else self.joined.get(*found)
        return who


def tell_share(share: float) -> float:
    """A share of the pointing as a feature: its logarithm above that of next to nothing."""
    return math.log((max(share, 0.0) + _NEXT_TO_NOTHING) / _NEXT_TO_NOTHING)


def tell_odds(share: float) -> float:
    """A share of the pointing as a feature: the logarithm of its odds, which tells more of what is next to all."""
    share = min(max(share, 0.0), 1.0)
    return math.log((share + _NEXT_TO_NOTHING) / (1.0 - share + _NEXT_TO_NOTHING))


def tell_pointed(told: dict[str, float], share: float, most: float, *, sourced: bool) -> None:
    """What is told of a candidate at whom a word points so much; `most` is the largest share that any has."""
    if share > 0.0:
        told["pointed at"] = pointed = tell_share(share)
        if sourced:
            told["pointed at from a source"] = pointed
    if share == most:
        told["pointed at most"] = 1.0


def lay_pointing(document: Document, clusters: Sequence[Cluster]) -> Pointing:
    """The pointing of a document over what is named there."""
    named = SpanIndex((span, index) for index, one in enumerate(clusters) for span in one.spans)
    words = (document.words[at] for at in document.find_all_words(_FORMS))
    return Pointing(document, named, _forms={word.start: _FORMS[word.text.lower()] for word in words})
