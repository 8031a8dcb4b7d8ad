"""Values of which there are very many are to whoever uses them as frozen dataclasses are."""

from dataclasses import replace

import pytest

from reader.analysis.fixed import fixed


@fixed
class Step:
    """A value of two parts."""

    start: int
    name: str = "one"


def test_equal_parts_make_equal_values_with_one_hash() -> None:
    assert Step(1) == Step(1, "one")
    assert Step(1) != Step(2)
    assert {Step(1), Step(1, "one"), Step(2)} == {Step(2), Step(1)}


def test_one_is_made_of_another_with_some_parts_replaced() -> None:
    assert replace(Step(1, "two"), start=3) == Step(3, "two")


def test_it_takes_no_parts_that_it_was_not_given() -> None:
    with pytest.raises(AttributeError):
        Step(1).other = 2
