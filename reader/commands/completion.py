"""`reader completion SHELL` and `reader manual`: every command and option, for the shell's Tab key and for `man`."""

import argparse
from collections.abc import Iterator

from reader.commands import streams
from reader.commands.parser import Parser, methods

SHELLS = ("bash", "zsh", "fish")
_SOURCES = (
    "A SOURCE is a path, an http(s):// address, or - for standard input; # and a number behind it name one item of a "
    "feed or one chapter of a book. Without a SOURCE the home screen opens."
)
_FILES = ("source", "file", "record", "out", "inputs", "path", "article")
"""Arguments that may be a file's name."""


def completion(shell: str, tree: argparse.ArgumentParser) -> int:
    """Print the completion of all commands for a shell; gives the exit status."""
    import shtab

    for parser in parsers_in(tree):
        for action in parser._actions:
            if action.dest in _FILES and action.choices is None and not isinstance(action, argparse._StoreTrueAction):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    streams.write(with_files(shtab.complete(tree, shell=shell).rstrip(), shell) + "\n")
    return 0


def with_files(script: str, shell: str) -> str:
    """The completion with file names beside the commands, since `reader FILE` needs none; bash offers them anyway."""
    if shell == "zsh":
        return script.replace(
            "_describe 'reader commands' _commands", "_describe 'reader commands' _commands\n  _files", 1
        )
    return script + "\ncomplete -c reader -n __fish_use_subcommand -F" if shell == "fish" else script


def manual(tree: argparse.ArgumentParser, version: str, about: str) -> int:
    """Print the manual's page (`reader manual > reader.1`), made of the words that `--help` shows."""
    streams.write("".join(f"{line}\n" for line in _page(tree, version, about)))
    return 0


def parsers_in(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser, and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers_in(each)


def _page(tree: argparse.ArgumentParser, version: str, about: str) -> Iterator[str]:
    yield f'.TH READER 1 "" "Reader {version}" "User Commands"'
    yield ".SH NAME"
    yield f"reader \\- {_plain(about[:1].lower() + about[1:].rstrip('.'))}"
    yield ".SH SYNOPSIS"
    yield ".B reader"
    yield "[\\fISOURCE\\fR]"
    yield ".br"
    yield ".B reader"
    yield "\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fISOURCE\\fR...]"
    yield ".SH DESCRIPTION"
    yield _plain(about)
    yield _plain(_SOURCES)
    yield ".SH OPTIONS"
    yield from _arguments(tree)
    yield ".SH COMMANDS"
    for parser in list(parsers_in(tree))[1:]:
        yield from _command(parser)
    yield ".SH EXIT STATUS"
    for status, meaning in (
        ("0", "all done; also when the reader of a pipe went away early"),
        ("1", "a source could not be read or analysed, or a line not taken; all else was done"),
        ("2", "wrong usage"),
        ("130", "ended by ctrl+C"),
    ):
        yield from (".TP", f".B {status}", _plain(meaning))
    yield ".SH ENVIRONMENT"
    for name, meaning in (
        ("READER_CONFIG_DIR", "where settings and the library lie"),
        ("NO_COLOR", "turns colours off on the screen"),
        ("READER_DEBUG", "1 shows the traceback behind an internal error"),
    ):
        yield from (".TP", f".B {name}", _plain(meaning))


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f".SS {_plain(parser.prog)}"
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    yield from (".PP", f"\\fB{_plain(parser.prog)}\\fR{_plain(usage.removeprefix(parser.prog))}")
    yield from (".PP", _plain(parser.description or ""))
    yield from _arguments(parser)
    below = [parser.epilog or "", methods() if isinstance(parser, Parser) and parser.methods_below else ""]
    for text in filter(None, below):
        yield from (".PP", ".nf", *(_plain(line) for line in text.splitlines()), ".fi")


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Each argument and option with its words; those that every command has are told once, of the program itself."""
    for action in parser._actions:
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):
            continue
        if isinstance(action, argparse._HelpAction) and parser.prog != "reader":
            continue
        given = _given(action)
        name = ", ".join(f"\\fB{_plain(each)}\\fR" for each in action.option_strings)
        label = f"{name} {given}".strip() if action.option_strings else given
        choices = ""
        if action.choices and action.metavar:
            choices = f" ({', '.join(map(str, action.choices))})"
        yield from (".TP", label, _plain((action.help or "").replace("%%", "%") + choices) or "\\&")


def _given(action: argparse.Action) -> str:
    """What an argument takes, in italics."""
    if action.nargs == 0:
        return ""
    names = action.metavar
    if names is None:
        names = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()
    several = names if isinstance(names, tuple) else (names,) * (action.nargs if isinstance(action.nargs, int) else 1)
    more = "..." if action.nargs in ("*", "+") else ""
    return " ".join(f"\\fI{_plain(name)}\\fR" for name in several) + more


def _plain(text: str) -> str:
    """Words as roff takes them: nothing in them is a request or an escape."""
    line = " ".join(text.split()) if "\n" in text else text
    line = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "\\&" + line if line.startswith((".", "'")) else line
