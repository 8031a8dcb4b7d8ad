"""`reader add`: articles into the library, each analysed, kept and queued before the next is begun."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.commands import streams
from reader.commands.problems import told
from reader.commands.sources import expand_told, stdin_for

if TYPE_CHECKING:
    from reader.article import Article
    from reader.library import Library


def run(sources: Sequence[str], *, tags: Sequence[str] = (), format: str = "text", later: bool = False) -> int:
    """Keep each source, and each item of one that is a list; a line for each on stdout. Gives the exit status.

    `later` only puts them into the queue; their texts are got while the screen is open.
    """
    from reader.article import ArticleError
    from reader.library import Library, LibraryError

    failed = False
    with Library() as library:
        for given in sources:
            try:
                found = expand_told(given)
            except ArticleError as error:
                streams.complain(str(error), given)
                failed = True
                continue
            for source in found:
                try:
                    if later:
                        failed |= not _put_off(library, source, tags, format)
                        continue
                    for article in _articles(source):
                        streams.write(_add(library, article, tags, format) + "\n")
                except (streams.OutputClosed, streams.OutputFailed):
                    raise
                except LibraryError as error:
                    streams.complain(str(error))
                    return 1
                except Exception as error:
                    streams.complain(told(error), source)
                    failed = True
        for remark in library.remarks:
            streams.complain(remark)
    return int(failed)


def _articles(source: str) -> Iterator["Article"]:
    """The article of a source, or all that it is a list of. Raises ArticleError."""
    from reader.article import ArticleError, open_article

    article = open_article(source, stdin=stdin_for(source))
    if not article.items:
        if not article.text.strip():
            raise ArticleError("it holds no text, so there is nothing to keep")
        yield article
    for item in article.items:
        yield from _articles(item.source)


def _put_off(library: "Library", source: str, tags: Sequence[str], format: str) -> bool:
    """Put a source into the queue without its text, and print its line; whether it could be."""
    from reader.commands.library_words import entry_as_dict, entry_line
    from reader.export.as_json import json_text
    from reader.library import LibraryError

    try:
        number = library.add(source)
    except LibraryError as error:
        streams.complain(str(error))
        return False
    if tags:
        library.tag(number, *tags)
    entry = library.entry(number)
    as_json = {**entry_as_dict(entry), "new": not entry.words}
    streams.write((json_text(as_json) if format == "json" else entry_line(entry)) + "\n")
    return True


def _add(library: "Library", article: "Article", tags: Sequence[str], format: str) -> str:
    from reader.analysis import analyse
    from reader.commands.library_words import entry_as_dict, entry_line
    from reader.export.as_json import json_text

    kept = library.keep(article, analyse(article), queued=True)
    if tags:
        library.tag(kept.entry, *tags)
    entry = library.entry(kept.entry)
    return json_text({**entry_as_dict(entry), "new": kept.fresh}) if format == "json" else entry_line(entry)
