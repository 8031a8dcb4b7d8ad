"""`reader list`: what feeds, books and directories hold, one article a line, ready for `cut`, `fzf` and `xargs`."""

from collections.abc import Sequence

from reader.commands import streams
from reader.commands.problems import told
from reader.commands.sources import expand_told, open_source


def run(sources: Sequence[str]) -> int:
    """Print source, date (or nothing) and title of every article, parted by tabs; gives the exit status."""
    from reader.article import ArticleError

    status = 0
    for given in sources:
        try:
            opened = expand_told(given)
        except ArticleError as error:
            streams.complain(str(error), given)
            status = 1
            continue
        for source in opened:
            try:
                streams.write("".join(f"{line}\n" for line in _lines(source)))
            except (streams.OutputClosed, streams.OutputFailed):
                raise
            except Exception as error:
                streams.complain(told(error), source)
                status = 1
    return status


def _lines(source: str) -> list[str]:
    from reader.article import Item

    article = open_source(source)
    items = article.items or (Item(source, article.title or "", published=article.published),)
    return ["\t".join((_field(i.source), (i.published or "")[:10], _field(i.title))) for i in items]


def _field(words: str) -> str:
    return streams.printable(words)
