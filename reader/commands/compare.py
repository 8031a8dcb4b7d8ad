"""`reader compare`: articles side by side, two editions of a page, quotations against their record."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, TypeVar

from reader.commands import streams
from reader.commands.sources import analyse_told, open_told

CompareFormat = Literal["text", "table", "markdown", "csv", "json"]
Opened = TypeVar("Opened")
DIFFERENT = 1
TROUBLE = 2
"""The exit statuses under `--exit-code` where the sources differ and where one cannot be read, as `diff` has them."""


def run(sources: Sequence[str], *, editions: bool, record: str | None, format: CompareFormat, exit_code: bool) -> int:
    """Compare and print; with `exit_code` the status says whether anything differs, else ArticleError is raised where a
    source cannot be read."""
    from reader.article import ArticleError

    try:
        if record is not None:
            printed, differs = _against_record(sources[0], record, format)
        elif editions:
            printed, differs = _editions(sources[0], sources[1], format)
        else:
            printed, differs = _articles(sources, format)
    except ArticleError as error:
        if not exit_code:
            raise
        streams.complain(str(error))
        return TROUBLE
    streams.write(printed if printed.endswith("\n") else printed + "\n")
    return DIFFERENT if exit_code and differs else 0


def _articles(sources: Sequence[str], format: CompareFormat) -> tuple[str, bool]:
    from reader.compare import compare
    from reader.export import comparison

    sides = [_named(analyse_told, source) for source in sources]
    found = compare(sides)
    differs = bool(found.only) or any(match.relation != "same" for match in found.matches)
    columns = streams.columns()
    if format == "json":
        return comparison.comparison_as_json(sides, found), differs
    if format in ("text", "table"):
        return comparison.comparison_as_text(sides, found, columns=columns), differs
    if not found.event.same:
        streams.complain(f"these do not seem to be about one event: {', '.join(found.event.apart)}")
    return (
        comparison.rows_in(
            format,
            comparison.COMPARISON_HEAD,
            lambda marks: comparison.comparison_rows(sides, found, marks),
            "nothing to compare: no claims",
            columns,
        ),
        differs,
    )


def _editions(old_source: str, new_source: str, format: CompareFormat) -> tuple[str, bool]:
    from reader.compare import compare_editions, is_byline_changed
    from reader.export import comparison

    old, new = _named(analyse_told, old_source), _named(analyse_told, new_source)
    changes = compare_editions(old, new)
    if is_byline_changed(old[0], new[0]):
        streams.complain(
            "the byline is another, which is not listed: bylines and date lines are passed over", new_source
        )
    if format == "json":
        return comparison.changes_as_json(changes), bool(changes)
    rows = comparison.changes_rows(old, new, changes)
    printed = comparison.rows_in(format, comparison.CHANGES_HEAD, lambda _: rows, "no changes", streams.columns())
    return printed, bool(changes)


def _against_record(source: str, record_source: str, format: CompareFormat) -> tuple[str, bool]:
    from reader.compare import check_record
    from reader.export import comparison

    article, analysis = _named(analyse_told, source)
    record = _named(open_told, record_source)
    quotes = check_record((article, analysis), record)
    differs = any(quote.verdict != "verbatim" for quote in quotes)
    if format == "json":
        return comparison.quotes_as_json(quotes), differs
    rows = partial(comparison.quotes_rows, article, record, quotes)
    printed = comparison.rows_in(format, comparison.QUOTES_HEAD, rows, "no quotations", streams.columns())
    return printed, differs


def _named(open_it: Callable[[str], Opened], source: str) -> Opened:
    """What is opened of a source; where it fails, the error says which of the sources it was."""
    from reader.article import ArticleError

    try:
        return open_it(source)
    except ArticleError as error:
        raise ArticleError(f"{source}: {error}") from error
