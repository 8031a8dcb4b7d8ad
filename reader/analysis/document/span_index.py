"""Spans with what belongs to them, found by place: to ask what lies at a place costs hardly more in a long text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from reader.article.model import Span

Held = TypeVar("Held")
_span_of = itemgetter(0)


class SpanIndex(Generic[Held]):
    """Things by their spans, in order; more can be added at any time.

    All that is found comes sorted by span, and of equal spans as it was added.
    """

    def __init__(self, items: Iterable[tuple[Span, Held]] = ()) -> None:
        self._items = sorted(items, key=_span_of)
        self._starts = [span[0] for span, _ in self._items]
        self._reach = list(accumulate([span[1] for span, _ in self._items], max))
        """How far each and those before it reach: what begins there or later they do not touch."""

    def __bool__(self) -> bool:
        return bool(self._items)

    def add(self, span: Span, held: Held) -> None:
        """Put one thing at its place."""
        start, end = span
        at = bisect_right(self._items, span, key=_span_of)
        self._items.insert(at, (span, held))
        self._starts.insert(at, start)
        reach = self._reach
        reach.insert(at, max(end, reach[at - 1]) if at else end)
        for behind in range(at + 1, len(reach)):
            if reach[behind] >= end:
                break
            reach[behind] = end

    def touching(self, span: Span) -> list[tuple[Span, Held]]:
        """What shares a character with a span."""
        start, end = span
        near = self._items[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [item for item in near if item[0][1] > start]

    def inside(self, span: Span) -> list[tuple[Span, Held]]:
        """What lies within a span."""
        return [item for item in self.touching(span) if span[0] <= item[0][0] and item[0][1] <= span[1]]

    def around(self, span: Span) -> list[tuple[Span, Held]]:
        """What holds a whole span."""
        return [item for item in self.touching(span) if item[0][0] <= span[0] and span[1] <= item[0][1]]

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether anything shares a character with one of the spans: the first that reaches behind where one begins, if
        it begins before that one's end."""
        for start, end in spans:
            first = bisect_right(self._reach, start)
            if first < bisect_left(self._starts, end):
                return True
        return False
