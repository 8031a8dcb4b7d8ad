"""An article before it is read: its text or bytes and what is known of it, and how it becomes an article."""

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.archive.cells import cell_of, mark_unheld, text_of, words_of
from reader.archive.moments import moment_of
from reader.archive.plan import Settings
from reader.article.item_numbers import item_source
from reader.article.model import Article, ArticleError
from reader.article.opening import MOST_BYTES
from reader.article.text.safe import safe_text, short
from reader.child_process import NO_MEMORY


@dataclass(frozen=True, slots=True)
class Raw:
    """An article's text, or its bytes with a name that hints at their format, or itself, or what is wrong with it."""

    source: str
    text: str | None = None
    data: bytes | None = None
    name: str = ""
    title: str | None = None
    url: str | None = None
    published: str | None = None
    undated: str | None = None
    """What a row gives for its date and is none."""
    site: str | None = None
    problem: str | None = None
    article: Article | None = None


def raw_of_row(row: Mapping[str, Any], source: str, settings: Settings) -> Raw:
    """The article in a row; `source` is what it is called where no column says."""
    dated = cell_of(row, settings.date_column)
    published = moment_of(dated)
    known = Raw(
        words_of(cell_of(row, settings.id_column)) or source,
        title=_safe_words(cell_of(row, settings.title_column)),
        url=_safe_words(cell_of(row, settings.url_column)),
        published=published,
        undated=None if published else _safe_words(dated),
        site=_safe_words(cell_of(row, settings.site_column)),
    )
    data = cell_of(row, settings.bytes_column)
    if isinstance(data, str):
        try:
            data = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            return replace(known, problem=f"its {settings.bytes_column} is no base64")
    if isinstance(data, bytes):
        return replace(known, data=data)
    if (html := text_of(cell_of(row, settings.html_column))) is not None:
        return replace(known, data=html.encode("utf-8", "replace"), name="page.html")
    if (text := text_of(cell_of(row, settings.text_column))) is not None:
        return replace(known, text=text)
    columns = ", ".join((settings.text_column, settings.html_column, settings.bytes_column))
    return replace(known, problem=f"it has none of the columns {columns}")


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be made an article, and why."""

    source: str
    problem: str


def build_articles(raw: Raw) -> Iterator[Article | Unread]:
    """The article of what was read, or each of those that a feed or a book is a list of. Nothing is raised."""
    if raw.problem is not None:
        yield Unread(raw.source, raw.problem)
        return
    if raw.article is not None:
        yield raw.article
        return
    try:
        found = _read(raw)
    except Exception as error:
        yield Unread(raw.source, describe(error))
        return
    for number, one in enumerate(found, start=1):
        if isinstance(one, ArticleError):
            yield Unread(raw.source if len(found) == 1 else item_source(raw.source, number), describe(one))
        else:
            yield _known(one, raw)


def _read(raw: Raw) -> Sequence[Article | ArticleError]:
    from reader.article import article_from_text, articles_from_bytes

    if raw.data is None:
        return (_without_title(article_from_text(raw.text or "", source=raw.source), raw.title),)
    if len(raw.data) > MOST_BYTES:
        raise ArticleError(TOO_LARGE)
    return articles_from_bytes(raw.data, source=raw.source, name=raw.name)


def _safe_words(cell: object) -> str | None:
    """A cell's words on one line, without what could drive a terminal that a table is printed on; what UTF-8 cannot
    hold is marked."""
    return safe_text(mark_unheld(words_of(cell) or ""), lines=False) or None


def _without_title(article: Article, title: str | None) -> Article:
    """An article whose first sentence was taken for its title, where its title is known and another."""
    first = article.blocks[0] if article.blocks else None
    if title is None or first is None or first.kind != "title" or _letters(title) == _letters(article.title or ""):
        return article
    if article.text[slice(*first.span)].rstrip("\"'”’")[-1:] not in (".", "!", "?", "…"):
        return article  # a headline of its own
    return replace(article, blocks=(replace(first, kind="paragraph"), *article.blocks[1:]))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _known(article: Article, raw: Raw) -> Article | Unread:
    """An article with what else is known of it."""
    if not article.text.strip():
        return Unread(article.source, "it holds no text")
    return replace(
        article,
        title=raw.title if raw.title and raw.text is not None else article.title or raw.title,
        url=article.url or raw.url,
        published=article.published or raw.published,
        notes=(*article.notes, *_undated(raw)),
        site=article.site or raw.site,
    )


def _undated(raw: Raw) -> tuple[str, ...]:
    told = short(safe_text(raw.undated or "", lines=False), 60)
    return (f"what it gives for its date could not be read: {told}",) if told else ()


TOO_LARGE = f"it is larger than {MOST_BYTES // 1024**2} MB"


def describe(error: Exception) -> str:
    """What is wrong with an article, on one line."""
    if isinstance(error, ArticleError):
        return str(error)
    if isinstance(error, MemoryError):
        return NO_MEMORY
    return f"internal error, {type(error).__name__}"
