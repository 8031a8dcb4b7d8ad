"""Word lists that names and roles are told by, one entry a line or a space; written by hand, none from a corpus."""

from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> frozenset[str]:
    """The single words of a list, lower-cased ("women", "men", "titles", "organisations", "offices")."""
    return frozenset(_lines(name, " "))


@cache
def load_phrases(name: str) -> frozenset[str]:
    """The lines of a list, lower-cased ("places")."""
    return frozenset(_lines(name, None))


def _lines(name: str, separator: str | None) -> list[str]:
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8").lower()
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [word for line in lines for word in (line.split() if separator else [line])]
