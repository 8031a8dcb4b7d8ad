"""Whatever a loader is given, it answers with a sound article or an ArticleError, and with nothing else."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article, ArticleError, article_from_text
from reader.article.detect import binary_format
from reader.article.html.clean import parse_page
from reader.article.html.visible_text import visible_pieces
from reader.article.parsing import parse

Sound = Callable[[Article], None]

WORDS = [
    "The mayor said no.",
    "“Yes,” he said.",
    "By Ann Lee",
    "Picture: X",
    "May 4, 2026",
    "PARIS (AP) — A",
    "\x1b[31m",
    "&#27;",
    "\u202e",
]
TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "blockquote",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "a href='/x'",
    "br",
    "figure",
    "figcaption",
    "b",
    "script",
]
TAGS += [
    "article",
    "span hidden",
    "p class='byline'",
    "time datetime='2026-01-01'",
    "meta name='author' content='Ann'",
    "style",
    "title",
]

words = st.one_of(st.sampled_from(WORDS), st.text(alphabet=st.characters(), max_size=20))
markup = st.lists(
    st.one_of(
        words, st.sampled_from(TAGS).map("<{}>".format), st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>")
    ),
    max_size=40,
).map(" ".join)
lines = st.lists(
    st.one_of(words, st.sampled_from(["", "", "- ", "> ", "# ", "---", "| a | b |", "1. ", "    ", "```"])), max_size=30
)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ends_well(data: bytes, sound: Sound, name: str = "", **given_facts: str) -> None:
    try:
        article = parse(data, name=name, **given_facts)  # type: ignore[arg-type]
    except ArticleError:
        return
    sound(article)


@given(text=st.one_of(st.text(alphabet=st.characters()), lines.map("\n".join), lines.map("\n\n".join)))
@relaxed
def test_any_text(text: str, sound: Sound) -> None:
    sound(article_from_text(text))


@given(data=st.binary(max_size=300), name=st.sampled_from(["", "x.html", "x.md", "x.eml", "text/plain"]))
@relaxed
def test_any_bytes(data: bytes, name: str, sound: Sound) -> None:
    ends_well(data, sound, name)


@given(html=markup)
@relaxed
def test_any_markup(html: str, sound: Sound) -> None:
    ends_well(f"<!doctype html>{html}".encode("utf-8", "surrogatepass"), sound, charset="utf-8")


@given(
    tags=st.lists(
        st.sampled_from(["p", "div", "h1", "blockquote", "ul", "li", "b", "a href='/x'", "br", "/p", "/div", "/b"])
    )
)
@relaxed
def test_every_word_of_a_fragment_is_read(tags: list[str]) -> None:
    page = parse_page("".join(f"<{tag}>word{number} " for number, tag in enumerate(tags)) + "last")
    found = " ".join(piece.text for piece in visible_pieces(page)).split()
    assert found == [*(f"word{number}" for number in range(len(tags))), "last"]


@given(text=lines.map("\n".join))
@relaxed
def test_any_markdown(text: str, sound: Sound) -> None:
    ends_well(f"# T\n\n{text}".encode("utf-8", "surrogatepass"), sound, "x.md")


@given(body=markup, header=st.text(alphabet=st.characters(exclude_characters="\r\n"), max_size=40), plain=st.booleans())
@relaxed
def test_any_mail(body: str, header: str, plain: bool, sound: Sound) -> None:
    kind = "plain" if plain else "html"
    head = f"From: {header} <a@e.example>\nTo: b\nSubject: {header}\nDate: {header}\n"
    mail = f"{head}Content-Type: text/{kind}; charset={header}\n\n{body}"
    ends_well(mail.encode("utf-8", "surrogatepass"), sound)


@given(body=markup)
@relaxed
def test_any_feed(body: str, sound: Sound) -> None:
    feed = f"<rss><channel><title>{body}</title><item><title>{body}</title><link>{body}</link><description>{body}"
    ends_well(feed.encode("utf-8", "surrogatepass"), sound)


@given(chapter=markup, data=st.data())
@relaxed
def test_any_book(chapter: str, data: st.DataObject, sound: Sound, make_epub: Callable[..., bytes]) -> None:
    book = bytearray(make_epub({"c.xhtml": chapter.encode("utf-8", "replace").decode()}))
    for _ in range(data.draw(st.integers(0, 3))):
        book[data.draw(st.integers(60, len(book) - 1))] = data.draw(st.integers(0, 255))
    ends_well(bytes(book), sound)


@given(data=st.data())
@settings(relaxed, max_examples=40)
def test_any_pdf(data: st.DataObject, sound: Sound, make_pdf: Callable[..., bytes]) -> None:
    pdf = bytearray(make_pdf([(50, 700, 10, "The mules came down the road in the snow, said Mira Olsen.")]))
    for _ in range(data.draw(st.integers(0, 6))):
        pdf[data.draw(st.integers(9, len(pdf) - 1))] = data.draw(st.integers(0, 255))
    ends_well(bytes(pdf), sound)


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b", b"\xff\xfe", b"From ", b"---\n", b"<?xml", b"{"]
)
def test_the_first_bytes_of_each_format_alone(start: bytes, sound: Sound) -> None:
    ends_well(start, sound)
    ends_well(start + b"\x00" * 50, sound)


def test_text_in_two_bytes_a_letter_is_text() -> None:
    assert binary_format("Hello there".encode("utf-16")) is None
