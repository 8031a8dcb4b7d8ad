"""`reader archive`: run, and what is made of a finished run."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reader.commands import streams
from reader.commands.parser import Parser, count, count_or_zero

if TYPE_CHECKING:
    from reader.archive.work import Done

COMMANDS = {
    "run": "analyse everything that is given, into a folder; started again, it goes on where it broke off",
}
_COLUMNS = {
    "text": "the article's text",
    "html": "its page",
    "bytes": "its file",
    "title": "its title",
    "url": "its address",
    "date": "when it was published",
    "site": "its outlet",
    "id": "what it is called in the output",
}


def main(argv: Sequence[str]) -> int:
    """Run `reader archive` with these arguments; gives the exit status."""
    from reader.archive import ArchiveError

    options = _parser().parse_args(argv)
    streams.quieten_libraries()
    handler: Callable[[argparse.Namespace], int] = options.handler
    try:
        return handler(options)
    except ArchiveError as error:
        streams.complain(str(error))
    except (streams.OutputClosed, streams.OutputFailed):
        raise
    except OSError as error:
        streams.complain(f"{error.filename or 'the output'}: {(error.strerror or type(error).__name__).lower()}")
    except Exception as error:
        streams.complain(streams.internal_error(error))
    return 1


def _parser() -> Parser:
    parser = Parser(
        prog="reader archive",
        description="The engine over very many articles.",
        epilog="`reader archive COMMAND --help` shows the options.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, add in _ADD.items():
        add(commands.add_parser(name, help=COMMANDS[name], description=COMMANDS[name] + ".", allow_abbrev=False))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="IN",
        help="a folder, a pattern, a file, .jsonl, .parquet, .warc(.gz), .zip or .tar",
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="where the tables go: a folder of their own")
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet", help="(default parquet)")
    parser.add_argument("--list", action="store_true", help="IN are text files with one path a line")
    parser.add_argument("--jobs", type=count_or_zero, default=0, metavar="N", help="processes; 0: one a core (default)")
    parser.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler's address, or local[N], instead")
    parser.add_argument("--dedupe", action="store_true", help="analyse one of several copies of a text, and tell which")
    parser.add_argument("--method", metavar="NAME", help="how to summarise (see `reader summary --help`)")
    parser.add_argument("--part-bytes", type=count, default=2_000_000, metavar="N", help="(default 2000000)")
    for name, does in _COLUMNS.items():
        parser.add_argument(f"--{name}-column", metavar="NAME", help=f"the column that holds {does}")
    parser.set_defaults(handler=_run)


def _run(options: argparse.Namespace) -> int:
    from reader.archive import Settings, run_archive

    if options.method is not None:
        from reader.analysis.summary import METHODS

        if options.method not in METHODS:
            streams.complain(f"unknown method {options.method!r}: choose from {', '.join(METHODS)}")
            return 2
    columns = {f"{name}_column": getattr(options, f"{name}_column") for name in _COLUMNS}
    settings = Settings(
        format=options.format,
        method=options.method,
        part_bytes=options.part_bytes,
        dedupe=options.dedupe,
        **{name: value for name, value in columns.items() if value is not None},
    )
    meter = _Meter()
    try:
        outcome = run_archive(
            options.inputs,
            options.out,
            settings,
            jobs=options.jobs,
            cluster=options.cluster,
            listed=options.list,
            on_done=meter.show,
        )
    finally:
        meter.close()
    failed = f", {outcome.failed} failed (table errors)" * bool(outcome.failed)
    streams.tell(
        f"reader: {outcome.articles} articles, {outcome.words} words{failed}; {outcome.parts} parts in {options.out}"
    )
    return int(outcome.failed > 0)


class _Meter:
    """A progress bar of parts, where somebody can see it."""

    def __init__(self) -> None:
        self._words = 0
        self._bar: Any = None

    def show(self, done: int, of: int, part: "Done") -> None:
        """One more part is done."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(
                total=of, initial=done - 1, unit=" parts", file=sys.stderr, dynamic_ncols=True, leave=False
            )
        self._words += part.words
        self._bar.set_postfix_str(f"{self._words:,} words", refresh=False)
        self._bar.update()

    def close(self) -> None:
        """Wipe the bar."""
        if self._bar is not None:
            self._bar.close()


_ADD: dict[str, Callable[[argparse.ArgumentParser], None]] = {"run": _add_run}
