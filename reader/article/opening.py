"""A path, an http(s) address or standard input becomes an `Article`."""

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reader.article.compression import gunzip
from reader.article.model import Article, ArticleError
from reader.article.parsing import format_of, parse
from reader.article.safe import safe_text

Progress = Callable[[str, float | None], None]

MOST_BYTES = 64 * 1024 * 1024
"""Of one file or of standard input."""

ARTICLE_SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".epub", ".pdf", ".rss", ".atom")
)


def open_article(source: str, *, stdin: bytes | None = None, on_progress: Progress | None = None) -> Article:
    """The article at a path, at an http(s) URL, or for "-" in the bytes of standard input.

    `on_progress(what, share)` is told what is being done and which share of it is done (None when unknown).
    Raises ArticleError with one line that says what is wrong and what to do.
    """
    if source == "-":
        if stdin is None:
            raise ArticleError("nothing was given on standard input; pipe an article in, or name a file")
        return article_from_bytes(stdin, source="-")
    if is_url(source):
        return _open_page(source, on_progress)
    path = Path(source)
    return article_from_bytes(_read(path), source=source, name=path.name)


def _open_page(source: str, on_progress: Progress | None) -> Article:
    """The article at an address; the copy that was kept of it when the address cannot be reached."""
    from reader.article.fetch import Unreachable, fetch
    from reader.article.isolation import worker
    from reader.article.kept import keep, recall

    worker.warm()
    try:
        page = fetch(source, on_progress=on_progress)
        problem = keep(source, page)
        note = f"it was not kept for reading offline ({problem})" if problem else None
    except Unreachable as problem:
        found = recall(source)
        if found is None:
            raise
        page, day = found
        note = f"this is the copy kept on {day}: {problem}"
    if on_progress:
        on_progress("reading the page", None)
    article = article_from_bytes(page.body, source=source, name=page.media_type, url=page.url, charset=page.charset)
    return replace(article, notes=(*article.notes, note)) if note else article


def is_url(source: str) -> bool:
    """Whether a source is an address to fetch; raises ArticleError for an address of another kind."""
    scheme, found, _ = source.partition("://")
    if found and scheme.lower() in ("http", "https"):
        return True
    if found and scheme.isalpha() and not Path(source).exists():
        raise ArticleError(f"{safe_text(scheme, lines=False)}: addresses are not opened; give a path or an http(s) URL")
    return False


def article_from_bytes(
    data: bytes, *, source: str = "", name: str = "", url: str | None = None, charset: str | None = None
) -> Article:
    """The article in these bytes, its format told by the content.

    `name`, a file name or media type, only breaks ties; `charset` is what a server declared. Plain text is read
    here, everything else in a worker process with limits on time and memory. Raises ArticleError.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise ArticleError("it is empty; there is nothing to read")
    if data.startswith(b"\x1f\x8b"):
        data = gunzip(data, MOST_BYTES)
        name = name.removesuffix(".gz")
    kind, _ = format_of(data, name, charset)
    if kind == "plain":
        return parse(data, source=source, name=name, url=url, charset=charset)
    from reader.article.isolation import worker

    return worker.parse(data, {"source": source, "name": name, "url": url, "charset": charset})


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

    A directory without article files raises ArticleError; hidden files and folders inside it are left out.
    """
    expanded: list[str] = []
    for source in sources:
        if source == "-" or "://" in source or not os.path.isdir(source):
            expanded.append(source)
            continue
        try:
            with os.scandir(source) as entries:
                names = sorted(
                    entry.name
                    for entry in entries
                    if not entry.name.startswith(".")
                    and os.path.splitext(entry.name)[1].lower() in ARTICLE_SUFFIXES
                    and entry.is_file()
                )
        except OSError as problem:
            raise ArticleError(f"the folder cannot be read ({problem.strerror}); check its rights") from None
        if not names:
            raise ArticleError("the folder holds no article files (.txt, .md, .html, .eml, .epub, .pdf)")
        expanded += [os.path.join(source, name) for name in names]
    return expanded
