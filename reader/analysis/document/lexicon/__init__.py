"""Word lists that names, roles, cues and titles are told by; written by hand, none from a corpus.

A list is a file of words with spaces or line ends between, or of phrases, one a line; a line that opens with `#` is a
remark. In a list of groups each line is `key: words`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

REMEMBERED = 1 << 11
"""So many words are remembered with what the lists say of each: the same few are asked about again and again."""


@cache
def load_words(name: str) -> frozenset[str]:
    """The single words of a list ("women", "men", "organisations"), lower-cased."""
    return frozenset(word for line in _read_lines(name) for word in line.split())


@cache
def load_phrases(name: str) -> frozenset[str]:
    """The lines of a list ("places"), lower-cased."""
    return frozenset(_read_lines(name))


@cache
def load_groups(name: str, separator: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """The words behind each key of a list of groups ("titles"), lower-cased, parted by spaces or a separator; keys that
    come again get the words of all their lines."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _read_lines(name):
        key, _, words = line.partition(":")
        found[key] = (*found.get(key, ()), *(word.strip() for word in words.split(separator) if word.strip()))
    return found


@cache
def load_group(name: str, key: str, separator: str | None = None) -> frozenset[str]:
    """The words behind one key of a list of groups, lower-cased."""
    return frozenset(load_groups(name, separator)[key])


@cache
def _load_legal_forms() -> frozenset[str]:
    return frozenset(word for line in _read_lines("legal_forms", as_written=True) for word in line.split())


def is_legal_form(word: str) -> bool:
    """Whether the last word of a name says that it is a firm's ("Ltd.", "AG"), written as firms write it."""
    return word.replace(".", "") in _load_legal_forms()


def _read_lines(name: str, *, as_written: bool = False) -> list[str]:
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in (text if as_written else text.lower()).splitlines())
    return [line for line in lines if line and not line.startswith("#")]
