"""Things that are counted or listed, in words."""

from collections.abc import Sequence


def many(count: int, one: str, *, commas: bool = False) -> str:
    """ "1 claim", "2 claims"; with `commas` "1,200 claims"."""
    return f"{count:{',' * commas}} {one}{'s' * (count != 1)}"


def listed(names: Sequence[str]) -> str:
    """ "Ann Lee, Bo Ray and Cy Young"; "" of none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
