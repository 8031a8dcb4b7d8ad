"""TOML read with the line of each key known, so that a problem in a user's file can be told by its line."""

import json
import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

_TABLE = re.compile(r"^\s*\[+\s*([^\[\]]+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r"""["']([^"']*)["']|([\w-]+)""")


class TomlError(Exception):
    """A file that is no TOML; the message says where, on one line, without the file's name."""


def read_toml(text: str) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    """The values, and for each path of keys (("keys", "claim.next")) the line it stands on, counted from 1.

    Raises TomlError for text that is no TOML.
    """
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise TomlError(_told(str(error))) from error
    return values, _lines(text)


def one_line(text: str) -> str:
    """The text on one line and without anything that a terminal would obey, for a problem that quotes a file."""
    spaced = (" " if character.isspace() else character for character in text)
    return "".join(character for character in spaced if character.isprintable())


def suggestion(word: str, known: Iterable[str]) -> str:
    """`: did you mean "…"?` where one of the known words comes close, else nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f', did you mean "{close[0]}"?' if close else ""


def _told(message: str) -> str:
    place = re.search(r"\(at line (\d+), column \d+\)", message)
    what = re.sub(r"\s*\(at .*\)$", "", message) or "not TOML"
    what = what[:1].lower() + what[1:]
    what = one_line(what)
    return f"line {place[1]}: {what}" if place else f"{what} at the end of the file"


def _lines(text: str) -> dict[tuple[str, ...], int]:
    table: tuple[str, ...] = ()
    found: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _TABLE.match(line):
            table = _path(heading[1])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_path(key[1])), number)
    return found


def _path(dotted: str) -> tuple[str, ...]:
    return tuple(quoted or bare for quoted, bare in _PART.findall(dotted))


def shown(value: Any) -> str:
    """A default as TOML writes it."""
    if isinstance(value, tuple):
        return "[" + ", ".join(json.dumps(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
