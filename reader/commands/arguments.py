"""What the command line understands: its commands, and each one's options."""

import argparse
import re
from collections.abc import Sequence

from reader import __version__
from reader.commands.parser import Parser, count, count_or_zero, share, some_words

PURPOSE = "Read a news article in the terminal and see who said what."
_PIPED = re.compile(r"-#\d+")
"""An item of standard input, which argparse takes for an option."""
_NO_OPTION = "\0"
_SCREEN_OPTIONS = ("--plain", "--private")

_SOURCE = "a path, an http(s):// address, or - for standard input; # and a number for one item of a feed or book"
_OF_SEVERAL = ("add", "analyze", "summary", "list", "compare", "audit")

COMMANDS = {
    "analyze": "everything found, one JSON object a line for each source",
    "summary": "the summary, one sentence a line",
    "claims": "who said what, as a table, Markdown, CSV or JSON",
    "report": "summary, who said what, and the article with numbered claims, as Markdown",
    "text": "the clean article as plain text",
    "compare": "what articles share and how they differ; two editions of a page; quotations against their record",
    "audit": "what an article tells of itself: who never speaks, unnamed sources, what its headline stands on",
    "add": "keep articles in the library, analysed, and put them into its queue",
    "list": "what a feed, a book or a directory holds: source, date and title, one a line",
}

GROUPS = {
    "archive": "the engine over very many articles: Parquet or JSON Lines out, on one machine or on Dask",
    "feeds": "what you subscribe to: asked for what is new, listed, read later; OPML in and out",
    "library": "what you have read: found again, who said what in it, your highlights; in and out in open forms",
}
"""Commands that have commands of their own."""

ABOUT = {
    "completion": "what the Tab key needs to know of all commands, for bash, zsh or fish",
    "manual": "the page for man(1), made of the words that --help shows",
}
"""Commands about the program itself, which take no SOURCE."""

ALL_COMMANDS = COMMANDS | GROUPS | ABOUT


def command_first(argv: Sequence[str]) -> list[str]:
    """The same words, with the screen's options that stand before a command behind it: `reader --private claims X`."""
    at = next((at for at, word in enumerate(argv) if word not in _SCREEN_OPTIONS), len(argv))
    if argv[at:] and argv[at] in ALL_COMMANDS:
        return [argv[at], *argv[:at], *argv[at + 1 :]]
    return list(argv)


def read_options(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    """Parse, with options and sources in any order; what follows "--" is a source whatever it looks like."""
    end = argv.index("--") if "--" in argv else len(argv)
    given = [_NO_OPTION + word if _PIPED.fullmatch(word) else word for word in argv[:end]]
    options = parser.parse_intermixed_args(given)
    options.source = [word.removeprefix(_NO_OPTION) for word in options.source] + list(argv[end + 1 :])
    if "" in options.source:
        parser.error("a SOURCE is empty")
    if options.command is None:
        return options
    if not options.source:
        parser.error("SOURCE is missing")
    if options.command == "compare":
        _check_compared(parser, options)
        return options
    several = options.command == "summary" and not (options.about or options.speaker or options.sides)
    if options.command == "summary" and options.voices and not (several and len(options.source) == 1):
        parser.error("--voices goes with one SOURCE, and not with --about, --speaker or --sides")
    if options.command not in ("add", "analyze", "list", "audit") and not (several and len(options.source) > 1):
        if len(options.source) > 1:
            parser.error(f"one SOURCE at a time, and here is also {options.source[1]!r}")
        options.source = options.source[0]
    return options


def _check_compared(parser: Parser, options: argparse.Namespace) -> None:
    """Whether there are as many sources as the kind of comparison takes."""
    given = len(options.source)
    if options.record is not None and given != 1:
        parser.error("--record takes one SOURCE, whose quotations are looked up in the record")
    if options.editions and given != 2:
        parser.error("--editions takes two SOURCEs, the old edition and the new one")
    if options.record is None and given < 2:
        parser.error("comparing takes two SOURCEs or more")


def parser_of(command: str | None) -> Parser:
    """The parser of one of `COMMANDS` with all its options; without a command, that of `reader SOURCE`."""
    if command is None:
        return _screen_parser()
    parser = Parser(
        prog=f"reader {command}",
        usage=f"reader {command} [OPTIONS] SOURCE{' ...' * (command in _OF_SEVERAL)}",
        description=COMMANDS[command][0].upper() + COMMANDS[command][1:] + ".",
        allow_abbrev=False,
    )
    parser.set_defaults(command=command)
    where = _SOURCE + ", or a directory of articles" if command in ("add", "analyze", "list") else _SOURCE
    parser.add_argument("source", nargs="*", metavar="SOURCE", help=where)
    if command != "add":
        _add_private(parser)
    if command == "analyze":
        parser.add_argument(
            "--jobs", type=count_or_zero, default=1, metavar="N", help="processes to use; 0: one a core (default 1)"
        )
        _add_summary_options(parser, "--summary-sentences", "--summary-words")
    elif command == "summary":
        kind = _add_summary_options(parser, "--sentences", "--words", "--share")
        parser.add_argument("--cite", action="store_true", help="the article's title, site, date and address below")
        kind.add_argument(
            "--about", type=some_words, metavar="WORDS", help="only what bears on these words, or on a question"
        )
        kind.add_argument("--speaker", type=some_words, metavar="NAME", help="what NAME says: a name or a part of one")
        kind.add_argument("--sides", action="store_true", help="one sentence for each of the main speakers")
    elif command == "claims":
        parser.add_argument(
            "--speaker", type=some_words, metavar="NAME", help="only what NAME said: a name or a part of one"
        )
        parser.add_argument(
            "--type", choices=("all", "said", "thought"), default="all", help="only what was said, or thought"
        )
        parser.add_argument(
            "--sure", type=share, metavar="N%", help="only claims whose words and speaker are at least so sure: 60%%"
        )
        parser.add_argument("--inner", action="store_true", help="what others said inside what somebody said, too")
        parser.add_argument(
            "--format", choices=("table", "markdown", "csv", "json"), default="table", help="(default table)"
        )
    elif command == "audit":
        parser.add_argument("--voices", action="store_true", help="only who gets how many of the words, over all")
        parser.add_argument("--format", choices=("text", "json"), default="text", help="(default text)")
    elif command == "compare":
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--editions", action="store_true", help="what changed from one edition of a page to the next")
        how.add_argument(
            "--record", type=some_words, metavar="RECORD", help="look SOURCE's quotations up in a transcript or release"
        )
        parser.add_argument(
            "--format", choices=("text", "table", "markdown", "csv", "json"), default="text", help="(default text)"
        )
        parser.add_argument("--screen", action="store_true", help="side by side on the screen")
        parser.add_argument("--exit-code", action="store_true", help="end with 1 where anything differs, as diff does")
    elif command == "add":
        parser.add_argument(
            "--later",
            action="store_true",
            help="only put them into the queue: the open screen gets their texts",
        )
        parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag for each of them")
        parser.add_argument("--format", choices=("text", "json"), default="text", help="(default text)")
    elif command == "text":
        parser.add_argument("--body", action="store_true", help="without title, byline, date and captions")
    return parser


def about_parser(command: str) -> Parser:
    """The parser of one of `ABOUT`."""
    from reader.commands.completion import SHELLS

    does = ABOUT[command]
    parser = Parser(prog=f"reader {command}", description=does[:1].upper() + does[1:] + ".", allow_abbrev=False)
    if command == "completion":
        parser.add_argument("shell", choices=SHELLS, help="the shell")
    return parser


def tree_of_commands() -> Parser:
    """All commands and their options in one parser, for those who describe them; a SOURCE without a command, which no
    tree of commands knows, is left out."""
    from reader.commands import archive, feeds, library

    tree = Parser(prog="reader", description=PURPOSE, allow_abbrev=False)
    _add_screen_options(tree)
    commands = tree.add_subparsers(metavar="COMMAND")
    groups = {"archive": archive.make_parser, "feeds": feeds.make_parser, "library": library.make_parser}
    for name, does in ALL_COMMANDS.items():
        part = parser_of(name) if name in COMMANDS else groups[name]() if name in GROUPS else about_parser(name)
        added = commands.add_parser(
            name, help=does, parents=[part], add_help=False, prog=part.prog, usage=part.usage, allow_abbrev=False
        )
        added.description, added.epilog = part.description, part.epilog
        added.methods_below = part.methods_below
    return tree


def _screen_parser() -> Parser:
    width = max(map(len, ALL_COMMANDS))
    commands = "\n".join(f"  reader {name:{width}} SOURCE   {does}" for name, does in COMMANDS.items())
    commands += "".join(f"\n  reader {name:{width}} COMMAND  {does}" for name, does in GROUPS.items())
    commands += "".join(f"\n  reader {name:{width}}          {does}" for name, does in ABOUT.items())
    parser = Parser(
        prog="reader",
        usage="reader [--plain] [SOURCE]\n       reader COMMAND [OPTIONS] SOURCE",
        description=PURPOSE,
        epilog=f"without the screen:\n{commands}\n\n"
        "`reader COMMAND --help` shows the options; `reader -- text` opens a file of that name.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    parser.add_argument("source", nargs="*", metavar="SOURCE", help=f"{_SOURCE}; without one: the home screen")
    _add_screen_options(parser)
    return parser


def _add_screen_options(parser: Parser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help="read it out line by line, without a screen: for screen readers and pipes"
    )
    _add_private(parser)
    parser.add_argument("--version", action="version", version=f"reader {__version__}")


def _add_private(parser: Parser) -> None:
    parser.add_argument("--private", action="store_true", help="keep nothing: no article, no place, no copy of a page")


def _add_summary_options(
    parser: Parser, sentences: str, words: str, as_share: str = ""
) -> argparse._MutuallyExclusiveGroup:
    length = parser.add_mutually_exclusive_group()
    length.add_argument(sentences, type=count, metavar="N", help="length of the summary in sentences")
    length.add_argument(words, type=count, metavar="N", help="length of the summary in words, at most")
    if as_share:
        length.add_argument(as_share, type=share, metavar="N%", help="length as a share of the sentences: 20%%")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--method", metavar="NAME", help="how to summarise: one of the methods below")
    parser.add_argument(
        "--voices", action="store_true", help="let every main speaker be heard, as far as there is room"
    )
    parser.methods_below = True
    return kind
