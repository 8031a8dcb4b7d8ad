"""Spans with what belongs to them, found by place: to ask what lies at a place costs the same in a long text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from reader.article.model import Span

Held = TypeVar("Held")
_Item = tuple[int, int, int, Span, Held]
"""Where a thing begins and ends, its number, its span and the thing: sorted as they are, for no two have one number."""
_SIZE = 512
"""So many characters are one drawer."""


class SpanIndex(Generic[Held]):
    """Things by their spans, in drawers of so many characters each; more can be added at any time.

    All that is found comes sorted by span, and of equal spans as it was added.
    """

    def __init__(self, items: Iterable[tuple[Span, Held]] = ()) -> None:
        drawers: defaultdict[int, list[_Item[Held]]] = defaultdict(list)
        count = 0
        for span, held in items:
            start, end = span
            item = (start, end, count, span, held)
            count += 1
            first, last = start // _SIZE, (end - 1) // _SIZE
            drawers[first].append(item)
            if last > first:
                for drawer in range(first + 1, last + 1):
                    drawers[drawer].append(item)
        self._drawers, self._count = drawers, count

    def __bool__(self) -> bool:
        return self._count > 0

    def add(self, span: Span, held: Held) -> None:
        """Put one thing at its place."""
        start, end = span
        item = (start, end, self._count, span, held)
        self._count += 1
        first, last = start // _SIZE, (end - 1) // _SIZE
        self._drawers[first].append(item)
        if last > first:
            for drawer in range(first + 1, last + 1):
                self._drawers[drawer].append(item)

    def touching(self, span: Span) -> list[tuple[Span, Held]]:
        """What shares a character with a span."""
        start, end = span
        first, last = start // _SIZE, (end - 1) // _SIZE
        found = [item for item in self._drawers.get(first, ()) if item[0] < end and start < item[1]]
        if last > first:
            for drawer in range(first + 1, last + 1):
                found += [item for item in self._drawers.get(drawer, ()) if drawer * _SIZE <= item[0] < end]
        if not found:
            return []
        if len(found) > 1:
            found.sort()
        return [(item[3], item[4]) for item in found]

    def inside(self, span: Span) -> list[tuple[Span, Held]]:
        """What lies within a span."""
        return [item for item in self.touching(span) if span[0] <= item[0][0] and item[0][1] <= span[1]]

    def around(self, span: Span) -> list[tuple[Span, Held]]:
        """What holds a whole span."""
        return [item for item in self.touching(span) if item[0][0] <= span[0] and span[1] <= item[0][1]]

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether anything shares a character with one of the spans."""
        for start, end in spans:
            for drawer in range(start // _SIZE, max(start, end - 1) // _SIZE + 1):
                for item in self._drawers.get(drawer, ()):
                    if item[0] < end and start < item[1]:
                        return True
        return False
