"""Lists as a line of an export holds them."""

from collections.abc import Mapping
from typing import Any


def list_in(values: Mapping[str, Any], name: str) -> list[Any]:
    """A list of whatever; empty where there is none. Raises ValueError, which names the value that is no list."""
    listed = values.get(name, [])
    if not isinstance(listed, list):
        raise ValueError(f"{name} is no list")
    return listed


def texts_in(values: Mapping[str, Any], name: str) -> list[str]:
    """A list of texts; empty where there is none. Raises ValueError, which names the value that is none."""
    listed = values.get(name, [])
    if not isinstance(listed, list) or any(not isinstance(each, str) for each in listed):
        raise ValueError(f"{name} is no list of texts")
    return listed
