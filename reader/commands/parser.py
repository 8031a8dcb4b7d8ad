"""argparse as this program speaks: errors on one line, numbers checked."""

import argparse
import os
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from reader.commands import streams

LARGEST = 1_000_000_000
"""What a number is taken for at most: there are not so many of anything, and a database counts only so far."""


class Parser(argparse.ArgumentParser):
    """argparse with errors on one line: `reader COMMAND: what is wrong (see reader COMMAND --help)`."""

    methods_below = False

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.register("action", "parsers", _Commands)

    def format_help(self) -> str:
        """The help, with the summary methods below it where the command takes one: they are imported only then."""
        return super().format_help() + (f"\n{methods()}\n" if self.methods_below else "")

    def error(self, message: str) -> NoReturn:
        message = self._asked_for(message) or self._meant(message) or message
        streams.tell(f"{self.prog}: {streams.printable(message)} (see `{self.prog} --help`)")
        raise SystemExit(2)

    def _asked_for(self, message: str) -> str:
        """What to give, and which there are, where argparse only says that something is required."""
        _, found, named = message.partition(_REQUIRED)
        if not found:
            return ""
        missing = named.split(", ")
        for action in self._actions:
            if action.choices and (action.metavar or action.dest) == missing[0]:
                return f"which {missing[0].lower()}? {', '.join(map(str, action.choices))}"
        return f"give {' and '.join(missing)}"

    def _meant(self, message: str) -> str:
        """What may have been meant by an option that there is not."""
        _, found, given = message.partition(_UNRECOGNIZED)
        option = next((word for word in given.split() if word.startswith("-") and word != "-"), "")
        if not found or not option:
            return ""
        if os.path.exists(given) or os.path.exists(option):
            return f"{message}; `--` goes before files whose names begin with a dash"
        name = option.partition("=")[0]
        known = list(self._option_string_actions)
        like = [each for each in known if len(name) > 4 and name.strip("-") in each] or get_close_matches(name, known)
        return f"{message}; did you mean {like[0]}?" if like else ""


class _Commands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """The commands of a group; what one of them does not know is told with that one's help, not with the group's."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        super().__call__(parser, namespace, values, option_string)
        unknown = vars(namespace).pop(_UNKNOWN, None)
        if unknown and values:
            self.choices[values[0]].error(f"{_UNRECOGNIZED}{' '.join(unknown)}")


_UNKNOWN = "_unrecognized_args"
_UNRECOGNIZED = "unrecognized arguments: "
_REQUIRED = "the following arguments are required: "


def methods() -> str:
    """The summary methods, one a line."""
    from reader.analysis.summary import DEFAULT_METHOD, METHODS, describe, rank_methods

    width = max(map(len, METHODS))
    lines = [
        f"  {name:{width}} {gain:+6.1f}  {describe(name)}{' (default)' * (name == DEFAULT_METHOD)}"
        for name, gain in rank_methods()
    ]
    told = "the number: points above the article's first words at the same length, 60 words (docs/command-line.md)"
    return "\n".join(("methods, best first:", *lines, told))


def share(text: str) -> float:
    """A share from 1 to 100 per cent, as a part of one."""
    number = text.strip().removesuffix("%").strip()
    if not number.isascii() or not number.isdigit() or not 1 <= read_number(number) <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 1% to 100%")
    return read_number(number) / 100


def some_words(text: str) -> str:
    """Words of which there are some: an empty variable of a script asks for nothing, and is told so."""
    if not text.strip():
        raise argparse.ArgumentTypeError("nothing is given")
    return text


def count(text: str) -> int:
    """A whole number above 0."""
    if not text.isascii() or not text.isdigit() or not text.strip("0"):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return read_number(text)


def count_or_zero(text: str) -> int:
    """A whole number, nought too."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
    return read_number(text)


def read_number(digits: str) -> int:
    """The number that some digits are, LARGEST at most."""
    return min(int(digits.lstrip("0")[:10] or 0), LARGEST)
