"""`reader archive`: run, and what is made of a finished run."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article.text.counted import many
from reader.commands import streams
from reader.commands.ending import leaving_in_order
from reader.commands.group import status_of
from reader.commands.kept_files import tell_left
from reader.commands.out_file import write_file
from reader.commands.parser import Parser, count, count_or_zero

if TYPE_CHECKING:
    from reader.archive.finished import Read
    from reader.archive.work import Done

COMMANDS = {
    "run": "analyse everything that is given, into a folder; started again, it goes on where it broke off",
    "export": "a finished run in another form: brat, w3c, conll, spacy, csv, gqg, schema.org (or claimreview-claim)",
    "sample": "claims to check by hand, drawn from all outlets, kinds and grades of confidence, as CSV",
    "score": "how right a run is, against marks of your own",
    "report": "who speaks most, where, how and through which cues, with uncertainty",
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

    options = make_parser().parse_args(argv)
    streams.quieten_libraries()
    handler: Callable[[argparse.Namespace], int] = options.handler
    return status_of(lambda: handler(options), ArchiveError, unnamed="the output")


def make_parser() -> Parser:
    """The parser of all its commands."""
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
        help="a folder, a pattern, a file, .jsonl(.gz), .parquet, .warc(.gz), .zip, .tar(.gz), or `library`: your own",
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="where the tables go: a folder of their own")
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet", help="(default parquet)")
    parser.add_argument("--list", action="store_true", help="IN are text files with one path a line")
    parser.add_argument("--jobs", type=count_or_zero, default=0, metavar="N", help="processes; 0: one a core (default)")
    parser.add_argument(
        "--threads", type=count, metavar="N", help="threads of the network a process (default: the cores shared out)"
    )
    parser.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler's address, or local[N], instead")
    parser.add_argument("--dedupe", action="store_true", help="analyse one of several copies of a text, and tell which")
    parser.add_argument("--method", metavar="NAME", help="how to summarise (see `reader summary --help`)")
    parser.add_argument("--part-bytes", type=count, default=2_000_000, metavar="N", help="at most (default 2000000)")
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
        with leaving_in_order():
            outcome = run_archive(
                options.inputs,
                options.out,
                settings,
                jobs=options.jobs,
                threads=options.threads,
                cluster=options.cluster,
                listed=options.list,
                on_done=meter.show,
            )
    finally:
        meter.close()
    failed = f", {outcome.failed} failed (table errors)" * bool(outcome.failed)
    before = f", {outcome.before} of them done before" * bool(outcome.before)
    before += f" ({outcome.failed_before} failed then: table errors)" * bool(outcome.failed_before)
    streams.tell(
        f"reader: {many(outcome.articles, 'article')}, {many(outcome.words, 'word')}{failed}; "
        f"{many(outcome.parts, 'part')} in {options.out}{before}"
    )
    return int(outcome.failed + outcome.failed_before > 0)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the folder that `reader archive run` wrote tables into")


def _tell_unfinished(options: argparse.Namespace) -> None:
    from reader.archive.finished import tell_unfinished

    if told := tell_unfinished(Path(options.folder)):
        streams.complain(told)


_LINES = ("w3c", "schema.org", "claimreview-claim", "gqg", "conll")


def _add_export(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("--format", required=True, choices=("brat", *_LINES, "spacy", "csv"), help="the form")
    parser.add_argument("--out", metavar="PATH", help="a file, instead of stdout; for brat a folder")
    parser.add_argument("--force", action="store_true", help="brat: write over files that were changed since")
    parser.set_defaults(handler=_export)


def _export(options: argparse.Namespace) -> int:
    from reader.archive import annotate
    from reader.archive.finished import read_articles

    _tell_unfinished(options)
    articles = read_articles(Path(options.folder))
    if options.format in ("brat", "spacy"):
        if options.out is None:
            streams.complain(f"--format {options.format} wants --out")
            return 2
        left: tuple[Path, ...] = ()
        if options.format == "brat":
            count, left = annotate.write_brat(articles, Path(options.out), over=options.force)
        else:
            count = annotate.write_spacy(articles, Path(options.out))
        for path in left:
            tell_left(path)
        streams.tell(f"reader: {many(count, 'article')} in {options.out}")
        return int(bool(left))
    if options.out is None:
        for part in _written(options.format, articles):
            streams.write(part)
        return 0
    write_file(Path(options.out), _written(options.format, articles))
    return 0


def _written(form: str, articles: "Iterable[Read]") -> Iterator[str]:
    """What the articles are in a form that is one text, piece by piece."""
    from reader.archive import annotate, publish

    if form == "csv":
        for number, read in enumerate(articles):
            yield publish.csv_text(read, head=number == 0)
        return
    lines = {
        "w3c": publish.w3c_lines,
        "schema.org": publish.schema_lines,
        "claimreview-claim": publish.schema_lines,
        "gqg": publish.gqg_lines,
        "conll": annotate.conll_lines,
    }[form]
    for read in articles:
        yield "".join(line + "\n" for line in lines(read))


def _add_sample(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("--n", type=count, default=200, metavar="N", help="claims (default 200)")
    parser.add_argument(
        "--seed", type=count_or_zero, default=1, metavar="N", help="the same seed draws the same claims"
    )
    parser.set_defaults(handler=_sample)


def _sample(options: argparse.Namespace) -> int:
    from reader.archive.judge import draw_sample

    _tell_unfinished(options)
    streams.write(draw_sample(Path(options.folder), options.n, options.seed))
    return 0


def _add_score(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("gold", metavar="GOLD", help="JSON Lines: path, and claims with spans into the article's text")
    parser.set_defaults(handler=_score)


def _score(options: argparse.Namespace) -> int:
    from reader.archive.judge import score_run

    _tell_unfinished(options)
    score = score_run(Path(options.folder), Path(options.gold))
    streams.write(
        f"marked {score.marked}  found {score.found}\n"
        f"precision {score.precision:.1%}  recall {score.recall:.1%}  F1 {score.f1:.1%}\n"
        f"source right {_percent(score.source, score.content)} of {score.content}\n"
        f"speaker right {_percent(score.speaker, score.named)} of {score.named}\n"
    )
    return 0


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _add_report(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("--checked", metavar="CSV", help="a sample with your verdicts (yes or no): the engine's error")
    parser.set_defaults(handler=_report)


def _report(options: argparse.Namespace) -> int:
    from reader.archive.answers import Table, report
    from reader.export.cells import count_cells, make_visible, pad

    def show(heading: str, table: Table) -> None:
        head, rows = table
        cells = [head, *([_cell(cell) for cell in row] for row in rows)]
        widths = [max(count_cells(make_visible(row[at])) for row in cells) for at in range(len(head))]
        lines = [
            "  ".join(pad(make_visible(cell), w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cells
        ]
        streams.write(f"{heading}\n\n" + "\n".join(lines) + "\n\n")

    _tell_unfinished(options)
    report(Path(options.folder), show, None if options.checked is None else Path(options.checked))
    return 0


def _cell(value: object) -> str:
    return f"{value:.1%}" if isinstance(value, float) else "" if value is None else str(value)


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


_ADD: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "run": _add_run,
    "export": _add_export,
    "sample": _add_sample,
    "score": _add_score,
    "report": _add_report,
}
