"""Whom the tagger takes a pronoun or phrase for: where it points, told by actor."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.actors.clusters import Cluster
from reader.analysis.document.document import Document, Pointed
from reader.article.model import Span

_NEXT_TO_NOTHING = 0.02
_HOPS = 4
"""Where nobody is named at the word pointed at ("the company"), so many times on to where that one points."""
_FOLLOWED = 0.03


@dataclass(frozen=True)
class Pointing:
    """What is named where, and where pronouns stand whose actor is known by now."""

    document: Document
    named: Mapping[int, int]
    """The cluster that each character of a naming names; of namings that overlap, the first one's."""
    known: dict[int, int] = field(default_factory=dict)
    """Clusters by where a pronoun or phrase begins that stands for them."""
    _links: dict[int, Pointed] = field(default_factory=dict, compare=False, repr=False)
    _naming: dict[int, int | None] = field(default_factory=dict, compare=False, repr=False)

    def shares(self, start: int) -> Mapping[int | None, float] | None:
        """How much of the pointing of a word falls on each cluster, and on no word at all (None); nothing where the
        tagger says nothing."""
        found: dict[int | None, float] = {}
        return found if self._follow(start, 1.0, _HOPS, found) else None

    def _follow(self, start: int, share: float, hops: int, found: dict[int | None, float]) -> bool:
        links = self._look_back(start)
        for to, part in links:
            who = None if to is None else self._who(to)
            if to is None or who is not None:
                found[who] = found.get(who, 0.0) + share * part
            elif hops > 1 and share * part >= _FOLLOWED:
                self._follow(to[0], share * part, hops - 1, found)
        return bool(links)

    def _look_back(self, start: int) -> Pointed:
        """For which words the one at a position stands; asked once, for many words point at the same ones."""
        if start not in self._links:
            self._links[start] = self.document.look_back(start)
        return self._links[start]

    def _who(self, word: Span) -> int | None:
        start = word[0]
        if start in self.known:
            return self.known[start]
        if start not in self._naming:
            self._naming[start] = next((self.named[at] for at in range(*word) if at in self.named), None)
        return self._naming[start]


def tell_share(share: float) -> float:
    """A share of the pointing as a feature: its logarithm above that of next to nothing."""
    return math.log((max(share, 0.0) + _NEXT_TO_NOTHING) / _NEXT_TO_NOTHING)


def lay_pointing(document: Document, clusters: Sequence[Cluster]) -> Pointing:
    """The pointing of a document over what is named there."""
    named: dict[int, int] = {}
    for (start, end), index in sorted((span, index) for index, one in enumerate(clusters) for span in one.spans):
        for at in range(start, end):
            named.setdefault(at, index)
    return Pointing(document, named)
