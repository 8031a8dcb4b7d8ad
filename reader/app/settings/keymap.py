"""Keys remapped by the user: binding ids of `[keys]` in `reader.toml` to what `App.set_keymap` takes.

A binding's id names its pane and what it does ("article.page-down"). Problems are told, one line each,
and what is wrong is left out, so the screen always has its keys.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, format_key

from reader.app.settings.settings import FILE, Settings
from reader.app.settings.toml_lines import one_line, suggestion

_MODIFIERS = frozenset(("ctrl", "shift", "alt", "meta", "super", "hyper"))
_SCREENS = frozenset(("reading", "home", "list", "comparing"))
_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One remappable binding: its id, its keys ("j", "down"), the class that owns it and what it does."""

    id: str
    keys: tuple[str, ...]
    owner: str
    description: str


@dataclass(frozen=True, slots=True)
class Keymap:
    """Binding ids to comma-separated keys, for `App.set_keymap`, and the problems found on the way."""

    keys: Mapping[str, str]
    problems: tuple[str, ...] = ()


def shortcuts(owners: Iterable[type[DOMNode]]) -> tuple[Shortcut, ...]:
    """The bindings with an id that these classes declare, in the order they declare them.

    Where a class is made of groups (`GROUPS`), theirs are its own.
    """
    found: list[Shortcut] = []
    for owner in owners:
        for declaring in (*owner.__dict__.get("GROUPS", ()), owner):
            keys: dict[str, list[str]] = {}
            words: dict[str, str] = {}
            for binding in Binding.make_bindings(declaring.__dict__.get("BINDINGS", ())):
                if binding.id:
                    keys.setdefault(binding.id, []).append(binding.key)
                    words[binding.id] = binding.description
            found += [Shortcut(id, tuple(listed), owner.__name__, words[id]) for id, listed in keys.items()]
    return tuple(found)


def keymap_for(settings: Settings, owners: Iterable[type[DOMNode]]) -> Keymap:
    """The user's keys over these classes' bindings.

    Owners are to be listed from the inside out: widgets, then their screen, then the app. Two bindings
    clash where one of them was remapped, both answer to one key, and they stand in the same class or
    one stands around the other (the screen or the app around a widget): then the one further in wins,
    in one class the remapped one.
    """
    known = {shortcut.id: shortcut for shortcut in shortcuts(owners)}
    problems: list[str] = []
    chosen: dict[str, str] = {}
    for id, written in settings.keys.items():
        place = f"{FILE}: line {settings.key_lines[id]}: " if id in settings.key_lines else f"{FILE}: "
        keys = [part.strip() for part in written.split(",") if part.strip()]
        if id not in known:
            problems.append(f'{place}no key is called "{id}"{suggestion(id, known)}')
        elif wrong := [key for key in keys if not is_key(key)]:
            problems.append(f'{place}"{wrong[0]}" is no key: write "n", "G", "ctrl+n", "f5", "question_mark"')
        elif not keys:
            problems.append(f"{place}{id} must have a key")
        else:
            chosen[id] = ",".join(_normal(key) for key in keys)
    return Keymap(chosen, tuple(map(one_line, (*problems, *_clashes(known, chosen, settings)))))


def is_key(key: str) -> bool:
    """Whether this is a key that Textual can report: a character, a named key, or one with modifiers
    before it.
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not last:
        return False
    named = len(last) == 1 or last in _NAMED or re.fullmatch(r"[a-z]+(?:_[a-z]+)+", last) is not None
    return named and all(modifier in _MODIFIERS for modifier in modifiers)


def keys_as_markdown(owners: Iterable[type[DOMNode]]) -> str:
    """The table of remappable keys for the documentation: id, keys, what it does."""
    rows = ["| id | keys | what it does |", "|---|---|---|"]
    for shortcut in shortcuts(owners):
        keys = " ".join(f"`{_written(key)}`" for key in shortcut.keys)
        rows.append(f"| `{shortcut.id}` | {keys} | {shortcut.description} |")
    return "\n".join(rows)


def _written(key: str) -> str:
    """The key as a person writes it in the file: signs as they are, but for what a Markdown table would take amiss."""
    sign = format_key(key)
    return sign if len(sign) == 1 and sign.isascii() and sign not in "|`" else key


def _clashes(known: Mapping[str, Shortcut], chosen: Mapping[str, str], settings: Settings) -> list[str]:
    by_key: dict[str, list[Shortcut]] = {}
    for shortcut in known.values():
        for key in chosen.get(shortcut.id, ",".join(shortcut.keys)).split(","):
            by_key.setdefault(key, []).append(shortcut)
    problems = []
    for key, rivals in by_key.items():
        for index, one in enumerate(rivals):
            for other in rivals[index + 1 :]:
                if one.id not in chosen and other.id not in chosen:
                    continue
                if one.owner != other.owner and not _nested(one, other):
                    continue
                first, second = (other, one) if one.owner == other.owner and one.id not in chosen else (one, other)
                line = settings.key_lines.get(second.id) or settings.key_lines.get(first.id)
                place = f"{FILE}: line {line}: " if line else f"{FILE}: "
                problems.append(f'{place}"{key}" is both {first.id} and {second.id}: {first.id} gets it')
    return problems


def _nested(one: Shortcut, other: Shortcut) -> bool:
    """Whether one of two panes stands around the other: the app around all, a screen around the widgets on it."""
    panes = {one.id.partition(".")[0], other.id.partition(".")[0]}
    return "app" in panes or len(panes & _SCREENS) == 1


def _normal(key: str) -> str:
    """The key under the name that Textual gives it ("?" is "question_mark")."""
    return next(iter(Binding.make_bindings([Binding(key, "none")]))).key if len(key) == 1 else key
