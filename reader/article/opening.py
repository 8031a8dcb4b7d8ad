"""A path, an http(s) address or standard input becomes an `Article`."""

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.article.decode import decode
from reader.article.formats import Format, binary_format, text_format
from reader.article.model import Article, ArticleError
from reader.article.plain import article_from_text
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
        from reader.article.fetch import fetch

        page = fetch(source, on_progress=on_progress)
        return article_from_bytes(page.body, source=source, name=page.media_type, url=page.url)
    path = Path(source)
    return article_from_bytes(_read(path), source=source, name=path.name)


def is_url(source: str) -> bool:
    """Whether a source is an address to fetch; raises ArticleError for an address of another kind."""
    scheme, found, _ = source.partition("://")
    if found and scheme.lower() in ("http", "https"):
        return True
    if found and scheme.isalpha() and not Path(source).exists():
        raise ArticleError(
            f"{safe_text(scheme, lines=False)}: addresses are not opened; give a path or an http(s) URL"
        )
    return False


def article_from_bytes(data: bytes, *, source: str = "", name: str = "", url: str | None = None) -> Article:
    """The article in these bytes. The format is told by the content; `name` (a file name or media type) breaks ties."""
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise ArticleError("it is empty; there is nothing to read")
    kind = binary_format(data)
    if kind is None:
        text = decode(data)
        if name.lower().endswith("text/plain") and url:
            kind = "plain"
        else:
            kind = text_format(text, name)
        article = _from_text(text, kind, source, url)
    else:
        raise ArticleError(f"{kind.upper()} files cannot be read yet; save the article as text or HTML")
    if not any(c.isalnum() for c in article.text):
        raise ArticleError("no article text was found in it; open the article's own page or paste its text")
    return article


def _from_text(text: str, kind: Format, source: str, url: str | None) -> Article:
    if kind == "html":
        from reader.article.html import article_from_html

        return article_from_html(text, source=source, url=url)
    if kind == "markdown":
        from reader.article.markdown import article_from_markdown

        return article_from_markdown(text, source=source)
    return article_from_text(text, source=source)


def _read(path: Path) -> bytes:
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise ArticleError("this is a folder; name an article file in it")
        if not (stat.S_ISREG(info.st_mode) or stat.S_ISFIFO(info.st_mode)):
            raise ArticleError("this is a device, not a file; name an article file")
        if info.st_size > MOST_BYTES:
            raise ArticleError(
                f"the file is larger than {MOST_BYTES >> 20} MB; split it or open a part of it"
            )
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
