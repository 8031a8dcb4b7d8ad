"""Values that nobody changes and of which there are very many."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def fixed(kind: type[Value]) -> type[Value]:
    """A frozen dataclass with slots that is frozen where types are checked, not where it runs: so it is made in a
    quarter of the time. It has a hash, and its parts are read in a third of the time of a named tuple's."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
