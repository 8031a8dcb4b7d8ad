"""Bytes to an article, by format. For untrusted ones `process/server.py` calls it, in a process of its own."""

from collections.abc import Callable, Container

from reader.article.detect import Format, binary_format, text_format
from reader.article.model import Article, ArticleError, FeedList
from reader.article.text.decode import decode

LISTS: frozenset[Format] = frozenset(("feed", "epub"))
"""Formats that hold several articles."""


def format_of(data: bytes, name: str, charset: str | None) -> tuple[Format, str]:
    """The format of some bytes, and their text where it is a text format."""
    kind = binary_format(data)
    if kind is not None:
        return kind, ""
    text = decode(data, charset)
    found = text_format(text, name)
    return ("plain" if name == "text/plain" and found != "subtitles" else found), text


def parse(
    data: bytes,
    *,
    source: str = "",
    name: str = "",
    url: str | None = None,
    charset: str | None = None,
    item: int | None = None,
) -> Article:
    """The article in these bytes, parsed here and now. Raises ArticleError when there is none.

    `item` is the number, from 1, of one article of a feed or book. What is no list has none; only to a page that came
    from an address a number is no question, but the name of some place on it.
    """
    kind, text = format_of(data, name, charset)
    return parse_as(kind, text, data, source=source, url=url, item=item)


def parse_as(
    kind: Format, text: str, data: bytes, *, source: str = "", url: str | None = None, item: int | None = None
) -> Article:
    """The article in bytes whose format and text are known, as `parse` gives it. Raises ArticleError."""
    if item is not None and kind not in LISTS and url is None:
        raise ArticleError(f"it holds a single article, and no list of them; leave out #{item}")
    match kind:
        case "html":
            from reader.article.html.page import article_from_html

            article = article_from_html(text, source=source, url=url)
        case "markdown":
            from reader.article.formats.markdown import article_from_markdown

            article = article_from_markdown(text, source=source)
        case "mail":
            from reader.article.formats.mail import article_from_mail

            article = article_from_mail(data, source=source)
        case "feed":
            from reader.article.formats.feed import article_from_feed

            article = article_from_feed(data, text, source=source, url=url, item=item)
        case "epub":
            from reader.article.formats.epub import article_from_epub

            article = article_from_epub(data, source=source, item=item)
        case "pdf":
            from reader.article.formats.pdf import article_from_pdf

            article = article_from_pdf(data, source=source)
        case "subtitles":
            from reader.article.formats.subtitles import article_from_subtitles

            article = article_from_subtitles(text, source=source)
        case "plain":
            from reader.article.formats.plain import article_from_text

            article = article_from_text(text, source=source)
    return _with_text(article)


def parse_each(data: bytes, *, source: str = "", name: str = "") -> list[Article | ArticleError]:
    """The article in these bytes, or each that a feed or book is a list of, which is read once; in the place of an item
    that is none stands what is wrong with it. Raises ArticleError when there is nothing to read."""
    kind, text = format_of(data, name, None)
    match kind:
        case "feed":
            from reader.article.formats.feed import items_of_feed

            return [_made(item) for item in items_of_feed(data, text, source=source)]
        case "epub":
            from reader.article.formats.epub import chapters_of_epub

            return [_made(chapter) for chapter in chapters_of_epub(data, source=source)]
        case _:
            return [parse_as(kind, text, data, source=source)]


def _made(make: Callable[[], Article]) -> Article | ArticleError:
    try:
        return _with_text(make())
    except (MemoryError, ArticleError) as problem:
        return problem if isinstance(problem, ArticleError) else ArticleError(TOO_MUCH)
    except Exception as problem:  # one item that a parser trips over is not the others' end
        return ArticleError(damaged(problem))


TOO_MUCH = "it takes more memory than an article may; open a smaller part of it"


def damaged(problem: Exception) -> str:
    """What is told of bytes that a parser tripped over."""
    return f"it is damaged in a way that was not expected ({type(problem).__name__}); paste its text"


def _with_text(article: Article) -> Article:
    if not any(c.isalnum() for c in article.text):
        raise ArticleError("no article text was found in it; open the article's own page or paste its text")
    return article


def parse_feed(data: bytes, *, name: str, url: str | None, charset: str | None, known: Container[str]) -> FeedList:
    """The feed in these bytes, items whose digest is known without their text; for a page, the feeds that it names.

    Raises ArticleError for anything else.
    """
    from reader.article.formats.feed_list import feeds_named_by, list_feed

    kind, text = format_of(data, name, charset)
    if kind == "feed":
        return list_feed(data, text, url=url, known=known)
    if kind == "html":
        return feeds_named_by(text, url)
    raise ArticleError("this is no feed, and no page that names one; check the address")
