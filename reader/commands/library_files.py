"""`reader library export`, `import` and `backup`: the library, or a part of it, in and out of files.

Of each command `add_…` gives it its options, and the function of its name (`take_in` for `import`, which Python keeps
for itself) does it and gives the exit status.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.text.counted import many
from reader.commands import library_words as words
from reader.commands import streams
from reader.commands.kept_files import write_note, write_unless_changed
from reader.commands.library_words import show_found
from reader.commands.out_file import write_file

if TYPE_CHECKING:
    from reader.library import Entry, Library

FORMATS = {
    "jsonl": "everything, to be imported again (default)",
    "markdown": "notes: a file an article, your marks and who said what, with links (Obsidian, Logseq)",
    "readwise": "highlights, as Readwise imports them (CSV)",
    "w3c": "highlights as Web Annotations (JSON-LD), one a line",
    "csv": "who said what, a row a claim",
    "csl": "the articles for citation managers (CSL JSON)",
    "bibtex": "the articles for LaTeX",
    "brat": "gold: the articles that you corrected, as brat's standoff",
    "gold": "gold: the same for Reader's own gate",
}
"""What the library goes out as; of the last two, only articles that were corrected, unless some are named."""
_FOLDERS = ("markdown", "brat", "gold")


def add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="*", metavar="ARTICLE", help="only these: numbers, addresses or paths")
    parser.add_argument("--all", action="store_true", help="everything, as JSON Lines that `import` reads back")
    parser.add_argument("--tag", metavar="TAG", help="only articles with this tag")
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="jsonl", metavar="FORMAT", help="one of those below"
    )
    parser.add_argument("--out", metavar="PATH", help=f"a file, instead of stdout; a folder for {', '.join(_FOLDERS)}")
    parser.add_argument(
        "--force", action="store_true", help="write over files of that folder that you changed since they were written"
    )
    parser.epilog = "\n".join(f"  {name:{max(map(len, FORMATS))}}  {does}" for name, does in FORMATS.items())


def export(library: "Library", options: argparse.Namespace) -> int:
    chosen = _chosen(library, options)
    if options.format == "jsonl" and chosen is not None:
        streams.complain("jsonl is the whole library: choose another --format for some articles")
        return 2
    if options.all and options.format != "jsonl":
        streams.complain(f"--all writes everything as JSON Lines, and not as {options.format}")
        return 2
    if options.format in _FOLDERS:
        if options.out is None:
            streams.complain(f"--format {options.format} wants --out, a folder")
            return 2
        return _write_files(library, options, chosen)
    parts = _parts(library, options.format, chosen)
    if options.out is None:
        for part in parts:
            streams.write(part)
        return 0
    write_file(Path(options.out), parts)
    return 0


def _chosen(library: "Library", options: argparse.Namespace) -> "list[Entry] | None":
    """The articles that were named, by themselves or by a tag; None where none were."""
    if not options.article:
        return library.entries(tag=options.tag) if options.tag else None
    entries = [library.entry(each) for each in options.article]
    return [entry for entry in entries if options.tag is None or options.tag in entry.tags]


def _parts(library: "Library", format: str, chosen: "Sequence[Entry] | None") -> Iterable[str]:
    from reader.library import exports

    if format == "readwise":
        return [exports.readwise_csv(library, chosen)]
    if format == "csl":
        return [exports.csl_json(library, chosen)]
    if format == "bibtex":
        return exports.bibtex(library, chosen)
    if format == "csv":
        return exports.claims_csv(library, chosen)
    lines = exports.w3c_lines(library, chosen) if format == "w3c" else library.export_lines()
    return (line + "\n" for line in lines)


def _write_files(library: "Library", options: argparse.Namespace, chosen: "Sequence[Entry] | None") -> int:
    """Write a folder's files; the status is 1 where one was left because the user had changed it."""
    from reader.library import exports

    makes: dict[str, Callable[[Library, Sequence[Entry] | None], Iterable[tuple[str, str]]]] = {
        "markdown": exports.markdown_files,
        "brat": exports.brat_files,
        "gold": exports.gold_files,
    }
    write = write_note if options.format == "markdown" else write_unless_changed
    folder = Path(options.out)
    written = left = 0
    for name, text in makes[options.format](library, chosen):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if write(path, text, over=options.force):
            written += 1
        else:
            left += 1
    streams.tell(
        f"reader: {streams.printable(str(folder))}: {many(written, 'file')} written{f', {left} left' * bool(left)}"
    )
    return int(left > 0)


def add_import(parser: argparse.ArgumentParser) -> None:
    from reader.library.imports import FORMS

    parser.add_argument("file", metavar="FILE", help="a path, or - for standard input")
    parser.add_argument(
        "--from", dest="form", choices=tuple(FORMS), metavar="FORM", help="what it is, if it is not told"
    )
    parser.add_argument("--fetch", action="store_true", help="have the queue get the texts of what is to be read")
    parser.epilog = "the library's own JSON Lines, or:\n" + "\n".join(
        f"  {name:{max(map(len, FORMS))}}  {does}" for name, does in FORMS.items()
    )


def take_in(library: "Library", options: argparse.Namespace) -> int:
    from reader.commands.sources import stdin_bytes
    from reader.library.imports import MOST_BYTES
    from reader.library.moving import is_export

    form = options.form or ""
    if options.file == "-":
        taken = library.import_file(stdin_bytes(whole=True), form=form, fetch=options.fetch)
    else:
        with open(options.file, "rb") as file:
            if not form and is_export(file.peek(1000)):  # which may be larger than memory
                lines = (line.decode("utf-8", "replace") for line in file)
                taken = library.import_lines(lines)
            else:
                taken = library.import_file(file.read(MOST_BYTES + 1), form=form, fetch=options.fetch)
    for number, problem in taken.problems:
        streams.complain(f"line {number} was not taken: {problem}", options.file)
    for number, remark in taken.remarks:
        streams.complain(f"line {number} was taken, but {remark}", options.file)
    if options.format == "json":
        show_found(options, [], [words.taken_as_dict(taken)])
    else:
        streams.tell(f"reader: taken in: {words.counted(taken.counts)}")
    if taken.counts.get("text"):
        _analyse_taken(library)
    return int(bool(taken.problems))


def _analyse_taken(library: "Library") -> None:
    """Find who said what in the texts that came in; each is kept as soon as it is analysed: it may be stopped."""
    from tqdm import tqdm

    from reader.analysis import analyse_many

    numbers = library.unanalysed()
    found = analyse_many(library.newest(number).article for number in numbers)
    for article, analysis in tqdm(found, total=len(numbers), unit="text", leave=False, disable=not sys.stderr.isatty()):
        if isinstance(analysis, Exception):
            raise analysis
        library.keep(article, analysis)


def add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="where the copy goes; an earlier copy of the library makes room")
    parser.add_argument("--force", action="store_true", help="whatever stands there")


def backup(library: "Library", options: argparse.Namespace) -> int:
    count = library.count()
    held = None if options.force else _held_by(library, Path(options.file), count)
    library.backup(options.file)
    if options.format == "json":
        show_found(options, [], [{"file": options.file, "articles": count}])
    else:
        earlier = "" if held is None else f"; the copy that stood there had {many(held, 'article')}"
        streams.tell(f"reader: {streams.printable(options.file)}: {many(count, 'article')}{earlier}")
    return 0


def _held_by(library: "Library", target: Path, count: int) -> int | None:
    """How many articles an earlier copy holds that a new one would replace; None where nothing stands there.

    Raises LibraryError where something else stands there, or a copy that holds articles when the library has none.
    """
    from reader.library import LibraryError
    from reader.library.store import count_in

    if not target.exists() or (target.is_file() and not target.stat().st_size):
        return None
    if library.path.exists() and target.samefile(library.path):
        raise LibraryError(f"{target}: this is the library itself; give the copy another name")
    held = count_in(target)
    if held is None:
        raise LibraryError(f"{target}: what stands there is no copy of a library, and was left; --force writes over it")
    if held and not count:
        raise LibraryError(
            f"{target}: this copy holds {many(held, 'article')}, the library none: it was left; --force writes over it"
        )
    return held
