"""A path, an http(s) address or standard input becomes an `Article`."""

import json
import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.item_numbers import split_item
from reader.article.model import Article, ArticleError
from reader.article.parsing import LISTS, format_of, parse_as
from reader.article.text.hosts import on_one_host
from reader.article.text.safe import safe_text
from reader.article.web.compression import gunzip

if TYPE_CHECKING:
    from reader.article.web.fetch import Page

Progress = Callable[[str, float | None], None]

MOST_BYTES = 64 * 1024 * 1024
"""Of one file or of standard input."""

LISTED_SECONDS = 24 * 3600.0
"""For so long the numbers of a feed's items are those of the list that was last read."""

LONG_BYTES, BEGINNING_BYTES = 48_000, 16_000
"""From which length on a text's beginning is open notably earlier than all of it, and how much of it that is."""

ARTICLE_SUFFIXES = frozenset(
    (
        *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".epub", ".pdf", ".rss", ".atom"),
        *(".srt", ".vtt"),
    )
)


def has_article_name(name: str) -> bool:
    """Whether a file is called as articles are, packed by gzip or not."""
    return os.path.splitext(name.lower().removesuffix(".gz"))[1] in ARTICLE_SUFFIXES


MAYBE_ARTICLES = (".xml", ".json", ".jsonl", ".ndjson", ".jsonl.gz", ".parquet", ".warc", ".warc.gz", ".zip", ".tar")
"""Endings of what may hold articles, or anything else: read where it is named, passed over where its folder is."""


def open_article(
    source: str, *, stdin: bytes | None = None, typed: bool = True, on_progress: Progress | None = None
) -> Article:
    """The article at a path, at an http(s) URL, or for "-" in the bytes of standard input.

    `#` and a number behind it name one item of a feed or one chapter of a book; of an item that the feed only
    announces, the page is fetched that it links to.
    An address that the user did not type (`typed` is false) may not lead into the local network.
    `on_progress(what, share)` is told what is being done and which share of it is done (None when unknown).
    Raises ArticleError with one line that says what is wrong and what to do.
    """
    whole, number = split_item(source)
    if whole == "-":
        if stdin is None:
            raise ArticleError("nothing was given on standard input; pipe an article in, or name a file")
        article = article_from_bytes(stdin, source=source, item=number, on_progress=on_progress)
    elif is_url(whole):
        article = _open_page(source, number, on_progress, typed=typed)
    else:
        path = _path_of(whole)
        article = article_from_bytes(_read(path), source=source, name=path.name, item=number, on_progress=on_progress)
    return open_announced(article, whole, on_progress) if article.excerpt and article.url else article


def open_beginning(source: str) -> Article | None:
    """The first paragraphs of a long text or Markdown file as an article of their own, open in a moment, to look at.

    None for everything else: what is short, has another format, is no file, or cannot be opened.
    """
    try:
        path = _path_of(source)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(LONG_BYTES + 1)
    except (OSError, ValueError):
        return None
    end = data.rfind(b"\n\n", 0, BEGINNING_BYTES)
    if len(data) <= LONG_BYTES or end <= 0 or b"\0" in data:
        return None
    try:
        if format_of(data[:end], path.name, None)[0] not in ("plain", "markdown"):
            return None
        return article_from_bytes(data[:end], source=source, name=path.name)
    except ArticleError:
        return None


def _open_page(source: str, number: int | None, on_progress: Progress | None, *, typed: bool) -> Article:
    """The article at an address; an item of a feed there, from the copy that its list was last read from."""
    from reader.article.process.client import warm
    from reader.article.web.page_cache import recall

    warm()
    listed = recall(source.partition("#")[0], seconds=LISTED_SECONDS) if number is not None else None
    page, note = (listed[0], None) if listed and _is_list(listed[0]) else _page(source, on_progress, typed=typed)
    return _article_of(page, source, note, number, on_progress)


def _is_list(page: "Page") -> bool:
    try:
        return format_of(page.body, page.media_type, page.charset)[0] in LISTS
    except ArticleError:
        return False


def _page(address: str, on_progress: Progress | None, *, typed: bool = True) -> "tuple[Page, str | None]":
    """The page at an address and a remark; the copy that was kept of it when the address cannot be reached."""
    from reader.article.web.fetch import Unreachable, fetch
    from reader.article.web.page_cache import keep, recall

    address = address.partition("#")[0]
    try:
        page = fetch(address, typed=typed, on_progress=on_progress)
    except Unreachable as problem:
        found = recall(address)
        if found is None:
            raise
        page, day = found
        return page, f"this is the copy kept on {day}: {problem}"
    failure = keep(address, page)
    return page, f"it was not kept for reading offline ({failure})" if failure else None


def _article_of(
    page: "Page", source: str, note: str | None, number: int | None, on_progress: Progress | None
) -> Article:
    if on_progress:
        on_progress("reading the page", None)
    article = article_from_bytes(
        page.body,
        source=source,
        name=page.media_type,
        url=page.url,
        charset=page.charset,
        item=number,
        on_progress=on_progress,
    )
    return replace(article, notes=(*article.notes, note)) if note else article


def open_announced(item: Article, feed: str, on_progress: Progress | None = None) -> Article:
    """The page that an item of a feed announces; the item's own words, and why, where that page cannot be read.

    Nobody typed the address, so it may lead into the local network only where the feed lies on that very host.
    """
    assert item.url
    typed = on_one_host(feed, item.url)
    try:
        page, note = _page(item.url, on_progress, typed=typed)
        found = _article_of(page, item.source, note, None, on_progress)
    except ArticleError as problem:
        return replace(item, notes=(*item.notes, f"only what the feed says of it: {problem}"))
    if found.items or len(found.text.split()) < len(item.text.split()):
        return replace(item, notes=(*item.notes, "only what the feed says of it: its page shows no more"))
    published = found.published or item.published
    return replace(found, byline=found.byline or item.byline, published=published, url=found.url or item.url)


def is_url(source: str) -> bool:
    """Whether a source is an address to fetch; raises ArticleError for an address of another kind."""
    scheme, found, _ = source.partition("://")
    if found and scheme.lower() in ("http", "https"):
        return True
    if found and scheme.isalpha() and not os.path.exists(source):
        raise ArticleError(f"{safe_text(scheme, lines=False)}: addresses are not opened; give a path or an http(s) URL")
    return False


def article_from_bytes(
    data: bytes,
    *,
    source: str = "",
    name: str = "",
    url: str | None = None,
    charset: str | None = None,
    item: int | None = None,
    on_progress: Progress | None = None,
) -> Article:
    """The article in these bytes, its format told by the content.

    `name`, a file name or media type, only breaks ties; `charset` is what a server declared; `item` is the number of
    one item or chapter. Plain text is read here, everything else in a worker process with limits on time and memory.
    Raises ArticleError.
    """
    data, name = _unpacked(data, name)
    kind, text = format_of(data, name, charset)
    if kind == "plain":
        if _is_rows(text):
            raise ArticleError("these are rows of JSON, not an article; `reader archive run` reads such rows")
        return parse_as(kind, text, data, source=source, url=url, item=item)
    from reader.article.process.client import Facts, parse

    facts = Facts(source=source, name=name, url=url, charset=charset, item=item)
    return parse(data, facts, partial(on_progress, "reading the page", None) if on_progress else None)


def articles_from_bytes(data: bytes, *, source: str = "", name: str = "") -> list[Article | ArticleError]:
    """The article in these bytes, or each that a feed or book is a list of, which is read once; in the place of an item
    that is none stands what is wrong with it. Raises ArticleError as `article_from_bytes` does."""
    data, name = _unpacked(data, name)
    kind, text = format_of(data, name, None)
    if kind == "plain":
        return [parse_as(kind, text, data, source=source)]
    from reader.article.process.client import parse_each

    return parse_each(data, source=source, name=name)


def _unpacked(data: bytes, name: str) -> tuple[bytes, str]:
    """Some bytes, unpacked where gzip packed them, and their name without that."""
    if len(data) > MOST_BYTES:
        raise ArticleError(f"it is larger than {MOST_BYTES >> 20} MB; split it or open a part of it")
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise ArticleError("it is empty; there is nothing to read")
    if data.startswith(b"\x1f\x8b"):
        return gunzip(data, MOST_BYTES), name.removesuffix(".gz")
    return data, name


def _path_of(source: str) -> Path:
    """A file's path; "~" is somebody's home where no file has that name."""
    path = Path(source)
    return Path(os.path.expanduser(source)) if source.startswith("~") and not os.path.exists(path) else path


def _read(path: Path) -> bytes:
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise ArticleError("this is a folder; name an article file in it")
        if not (stat.S_ISREG(info.st_mode) or stat.S_ISFIFO(info.st_mode)):
            raise ArticleError("this is a device, not a file; name an article file")
        if info.st_size > MOST_BYTES:
            raise ArticleError(f"the file is larger than {MOST_BYTES >> 20} MB; split it or open a part of it")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError("no such file; check the path") from None
    except PermissionError:
        raise ArticleError("no permission to read it; check the file's rights") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "the path is not valid"
        raise ArticleError(f"it cannot be read ({safe_text(reason, lines=False)}); check the path") from None
    if len(data) > MOST_BYTES:
        raise ArticleError(f"the file is larger than {MOST_BYTES >> 20} MB; split it or open a part of it")
    return data


def expand_sources(sources: Sequence[str]) -> list[str]:
    """The sources with each directory replaced by the article files in it, sorted by name; nothing else is touched.
    What gzip packed counts by its name without `.gz`.

    A directory without article files raises ArticleError; hidden files and folders inside it are left out.
    """
    expanded: list[str] = []
    for source in sources:
        if not _is_folder(source):
            expanded.append(source)
            continue
        try:
            with os.scandir(source) as entries:
                names = sorted(
                    entry.name
                    for entry in entries
                    if not entry.name.startswith(".") and has_article_name(entry.name) and _may_be_read(entry)
                )
        except OSError as problem:
            raise ArticleError(f"the folder cannot be read ({problem.strerror}); check its rights") from None
        if not names:
            raise ArticleError("the folder holds no article files (.txt, .md, .html, .eml, .epub, .pdf)")
        expanded += [os.path.join(source, name) for name in names]
    return expanded


def _is_folder(source: str) -> bool:
    return source != "-" and "://" not in source and os.path.isdir(source)


def _is_rows(text: str) -> bool:
    """Whether a text is JSON Lines: its first line, and its second where there is one, are objects."""
    if not text.startswith("{"):
        return False
    try:
        return all(isinstance(json.loads(line), dict) for line in text.split("\n", 2)[:2] if line.strip())
    except (ValueError, RecursionError):
        return False


def list_passed_over(source: str) -> list[str]:
    """The names in a folder of what may hold articles and is not read as one: rows, feeds and web archives under names
    that other things have too. What is no folder has none."""
    try:
        names = sorted(os.listdir(source)) if _is_folder(source) else []
    except OSError:
        return []
    return [name for name in names if not name.startswith(".") and name.lower().endswith(MAYBE_ARTICLES)]


def _may_be_read(entry: "os.DirEntry[str]") -> bool:
    """Whether what a folder holds is a file, or a link that leads to nothing: opening that one alone says so."""
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
    except OSError:
        return True
