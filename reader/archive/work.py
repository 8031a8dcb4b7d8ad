"""What is done with one part, importable by any engine that maps a function over values."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.model import Analysis
from reader.archive.plan import Part, Settings, identify
from reader.archive.rows import build_article, read_place
from reader.archive.tables import Rows, mark_of, write_part
from reader.article.model import Article, ArticleError

KILLED = "the process that analysed it was killed: it may need more memory"


@dataclass(frozen=True, slots=True)
class Done:
    """What a part came to: articles analysed, words in them, articles that failed."""

    part: int
    articles: int = 0
    words: int = 0
    failed: int = 0


def analyse_part(
    part: Part, folder: str, settings: Settings, copies: Mapping[str, str] | None = None, *, threads: int | None = None
) -> Done:
    """Analyse a part's articles and write its files below `folder`; a part that is done already is left as it is.

    `copies` gives, for the id of an article that is a copy, the id of the one that is analysed in its stead; `threads`
    is how many threads the network may use in this process. A bad article becomes a row of `errors`; nothing but a
    full disk or a missing extra is raised.
    """
    if threads is not None:
        use_threads(threads)
    if mark_of(Path(folder), part).exists():
        return Done(part.number)
    rows, done = analyse_places(part, settings, copies or {})
    write_part(Path(folder), part, rows, settings)
    return done


def analyse_places(part: Part, settings: Settings, copies: Mapping[str, str]) -> tuple[Rows, Done]:
    """The rows of a part, without writing them."""
    rows = Rows()
    articles = words = failed = 0
    for place in part.places:
        for raw in read_place(place, settings):
            if raw.source in part.skip:
                rows.fail(raw.source, KILLED)
                failed += 1
                continue
            try:
                article = build_article(raw)
                original = copies.get(identify(article.source, article.text))
                analysis = Analysis() if original else _analyse(article, settings)
            except Exception as error:
                rows.fail(raw.source, describe(error))
                failed += 1
                continue
            rows.add(article, analysis, settings, original)
            articles += 1
            words += analysis.stats.words
    return rows, Done(part.number, articles, words, failed)


def _analyse(article: Article, settings: Settings) -> Analysis:
    from reader.analysis import analyse

    return analyse(article, method=settings.method)


def describe(error: Exception) -> str:
    """What is wrong with an article, on one line."""
    if isinstance(error, ArticleError):
        return str(error)
    return f"internal error, {type(error).__name__}"


def list_sources(part: Part, settings: Settings) -> list[str]:
    """What the articles of a part are called, in order."""
    return [raw.source for place in part.places for raw in read_place(place, settings)]


def use_threads(count: int) -> None:
    """Let the network of this process use `count` threads; said before it is loaded."""
    from reader.analysis.tagger import inference

    inference.THREADS = count
