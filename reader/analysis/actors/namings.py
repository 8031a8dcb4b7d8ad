"""Clusters with their roles, found by where they are named and by what they are called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.actors.clusters import Cluster
from reader.analysis.document.lexicon import load_groups
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

OFFICES = load_groups("offices_held_once")
"""Offices of which an article seldom has two, with what else their holders are called."""
CALLED = load_groups("offices_called")
"""What else the holders of an office are called, of whom an article may have several."""

SHORT = {"pm": "prime minister", "ceo": "chief executive", "mp": "member of parliament", "cm": "chief minister"}
"""Offices as they are cut short."""


@dataclass(frozen=True)
class Namings:
    """Clusters, what the article calls each beside the name, and every naming by its place."""

    clusters: Sequence[Cluster]
    roles: Sequence[str | None]
    _laid: SpanIndex[int] = field(repr=False, compare=False)
    _inside: dict[Span, Sequence[tuple[Span, int]]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def inside(self, span: Span) -> Sequence[tuple[Span, int]]:
        """The namings within a span with their clusters, in reading order; a source is asked for many times."""
        found = self._inside.get(span)
        if found is None:
            found = self._inside[span] = self._laid.inside(span)
        return found

    def around(self, span: Span) -> int | None:
        """The first cluster of which a naming holds a whole span."""
        return min((index for _, index in self._laid.around(span)), default=None)

    def ending_in(self, span: Span) -> list[tuple[Span, int]]:
        """The namings whose end is a span's or lies in it."""
        found = self._laid.touching((span[0] - 1, span[1]))
        return [(naming, index) for naming, index in found if span[0] <= naming[1] <= span[1]]

    def starting_with(self, position: int) -> list[tuple[Span, int]]:
        """The namings that start at a position, the shortest first."""
        found = self._laid.touching((position, position + 1))
        return [(naming, index) for naming, index in found if naming[0] == position]

    def starting_at(self, position: int) -> int | None:
        """The last cluster, places left out, of which a naming starts at a position."""
        return self._last(index for _, index in self.starting_with(position))

    def ending_at(self, position: int) -> int | None:
        """The last cluster, places left out, of which a naming ends at a position."""
        return self._last(index for _, index in self.ending_in((position, position)))

    def _last(self, found: Iterable[int]) -> int | None:
        return max((index for index in found if self.clusters[index].kind != "place"), default=None)

    @cached_property
    def in_order(self) -> Sequence[tuple[Span, int]]:
        """Every naming with its cluster, in reading order."""
        return sorted((span, index) for index, one in enumerate(self.clusters) for span in one.spans)

    @cached_property
    def offices(self) -> Mapping[int, frozenset[str]]:
        """The words of each person's role, in small letters and without stops."""
        return {
            index: list_offices(role or "")
            for index, (one, role) in enumerate(zip(self.clusters, self.roles, strict=True))
            if one.kind == "person"
        }

    @cached_property
    def called(self) -> Mapping[str, Sequence[int]]:
        """By a word: people in whose role it stands, or who are called so for it; bodies in whose name it stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self.clusters):
            words: frozenset[str] = frozenset()
            if one.kind == "person":
                offices = self.offices[index]
                words = offices | list_called(offices)
                words |= {short for short, office in SHORT.items() if office in (self.roles[index] or "").lower()}
            elif one.kind != "place":
                words = frozenset(one.name.lower().split())
            for word in words:
                found[word].append(index)
        return found


def list_offices(role: str) -> frozenset[str]:
    """The words of a role, in small letters and without stops."""
    return frozenset(word.rstrip(".,") for word in role.lower().replace("’s", "").replace("'s", "").split())


def list_called(offices: Iterable[str]) -> frozenset[str]:
    """What else the holders of some offices are called."""
    return frozenset(other for office in offices for held in (OFFICES, CALLED) for other in held.get(office, ()))


def lay_namings(clusters: Sequence[Cluster], roles: Sequence[str | None]) -> Namings:
    """Clusters and their roles, ready to be asked for."""
    laid = SpanIndex((span, index) for index, one in enumerate(clusters) for span in one.spans)
    return Namings(clusters, roles, laid)
