"""Rooms that import what they offer on first use have all of it."""

from importlib import import_module
from operator import attrgetter

import pytest


@pytest.mark.parametrize(
    "room",
    [
        "reader",
        *(f"reader.{name}" for name in ("analysis", "article", "export", "feeds", "library", "library.imports")),
    ],
)
def test_every_name_that_a_room_offers_can_be_had_and_no_other(room: str) -> None:
    offered = import_module(room)
    for name in offered.__all__:
        assert attrgetter(name)(offered) is not None
    with pytest.raises(AttributeError, match="'nothing'"):
        attrgetter("nothing")(offered)
