"""Spans with what belongs to them are found by place, as if each were looked at."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda given: (given[0], given[0] + given[1]))


def touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(at_once=st.lists(SPANS, max_size=12), later=st.lists(SPANS, max_size=6), asked=st.lists(SPANS, max_size=6))
def test_what_touches_a_span_is_found_in_order_and_of_equal_spans_as_it_was_added(
    at_once: list[Span], later: list[Span], asked: list[Span]
) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(at_once))
    for number, span in enumerate(later, len(at_once)):
        index.add(span, number)
    every = sorted((span, number) for number, span in enumerate([*at_once, *later]))
    for span in asked:
        found = [one for one in every if touch(one[0], span)]
        assert index.touching(span) == found
        assert index.inside(span) == [one for one in found if span[0] <= one[0][0] and one[0][1] <= span[1]]
        assert index.around(span) == [one for one in found if one[0][0] <= span[0] and span[1] <= one[0][1]]
        assert index.touches([span]) == bool(found)
    assert index.touches(asked) == any(touch(one, span) for one, _ in every for span in asked)
    assert bool(index) == bool(every)


def test_things_that_cannot_be_sorted_may_lie_at_one_span() -> None:
    index = SpanIndex([((0, 4), {"first"}), ((0, 4), {"second"})])
    assert index.touching((3, 9)) == [((0, 4), {"first"}), ((0, 4), {"second"})]
    assert index.touching((4, 9)) == []
