"""A command made of commands: how those of `reader archive`, `feeds` and `library` end, and what the last two share."""

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from reader.commands import streams
from reader.commands.parser import Parser

Adder = Callable[[argparse.ArgumentParser], None]


def status_of(work: Callable[[], int], *expected: type[Exception], unnamed: str = "the file") -> int:
    """The exit status of some work; what goes wrong is told in one line, `expected` mistakes in their own words.

    `unnamed` stands for a file that a mistake of the system does not name. Raises OutputClosed and OutputFailed, which
    the command line as a whole answers to.
    """
    try:
        return work()
    except expected as error:
        streams.complain(str(error))
    except (streams.OutputClosed, streams.OutputFailed):
        raise
    except OSError as error:
        streams.complain(f"{error.filename or unnamed}: {(error.strerror or type(error).__name__).lower()}")
    except Exception as error:
        streams.complain(streams.internal_error(error))
    return 1


def parser_of(
    name: str,
    description: str,
    commands: Mapping[str, str],
    parts: Mapping[str, tuple[Adder, Callable[[Any, argparse.Namespace], int]]],
    *,
    formatter: type[argparse.HelpFormatter] = argparse.HelpFormatter,
) -> Parser:
    """The parser of a group: for each command what it does, what adds its options and what handles them.

    All but `export`, whose formats are its own, take `--format text|json`.
    """
    parser = Parser(
        prog=name, description=description, epilog=f"`{name} COMMAND --help` shows the options.", allow_abbrev=False
    )
    group = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command, does in commands.items():
        told = does[:1].upper() + does[1:] + "."
        added = group.add_parser(command, help=does, description=told, allow_abbrev=False, formatter_class=formatter)
        add, handler = parts[command]
        add(added)
        if command != "export":
            added.add_argument("--format", choices=("text", "json"), default="text", help="(default text)")
        added.set_defaults(handler=handler)
    return parser
