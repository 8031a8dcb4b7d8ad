"""What books print beside their words: readings, notes and their marks, page numbers; and books with a bad file."""

import io
import zipfile
from collections.abc import Callable

import pytest

from reader.article import Article, ArticleError
from reader.article.parsing import parse

Make = Callable[..., bytes]
Blocks = Callable[[Article], list[tuple[str, str]]]


def page(words: str) -> str:
    return f"<html><body>{words}</body></html>"


def body(article: Article, blocks: Blocks) -> list[tuple[str, str]]:
    return [found for found in blocks(article) if found[0] not in ("title", "byline")]


def test_readings_beside_characters_do_not_run_into_them(make_epub: Make) -> None:
    book = make_epub({"a.xhtml": page("<p><ruby>水車<rp>(</rp><rt>すいしゃ</rt><rp>)</rp></ruby>が止まった。</p>")})
    assert "水車が止まった。" in parse(book).text


def test_marks_of_notes_and_printed_page_numbers_go_and_the_notes_stand_at_the_end(
    make_epub: Make, blocks: Blocks
) -> None:
    words = (
        "<p>Salt came<a epub:type='noteref' href='#n1'>1</a> by mule.<sup><a href='#n2'>2</a></sup> It was"
        " <span epub:type='pagebreak' id='p12'>12</span>grey.</p>"
        "<aside epub:type='footnote' id='n1' hidden='hidden'><p>In 1312.</p></aside>"
        "<p>Twice<a role='doc-noteref' href='#n2'>*</a> a year, and 3<sup>2</sup> mules each time.</p>"
    )
    assert body(parse(make_epub({"a.xhtml": page(words)})), blocks) == [
        ("paragraph", "Salt came by mule. It was grey."),
        ("paragraph", "Twice a year, and 32 mules each time."),
        ("paragraph", "In 1312."),
    ]


def test_a_link_that_says_more_than_a_mark_keeps_its_words(make_epub: Make) -> None:
    book = make_epub({"a.xhtml": page("<p>See <a epub:type='noteref' href='#n'>the miller's letter</a>.</p>")})
    assert "See the miller's letter." in parse(book).text


def broken(book: bytes, name: str) -> bytes:
    """The book with one file's packed bytes damaged."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        info = archive.getinfo(name)
    at = info.header_offset + 30 + len(name)
    return book[:at] + b"\xff" * info.compress_size + book[at + info.compress_size :]


def test_a_bad_chapter_is_passed_over_and_named(make_epub: Make) -> None:
    pages = {"a.xhtml": page("<p>Salt came by mule.</p>"), "b.xhtml": page("<p>Then by train.</p>" * 9)}
    article = parse(broken(make_epub(pages), "OPS/b.xhtml"))
    assert "Salt came by mule." in article.text
    assert article.notes == ("1 of the book's files could not be read: OPS/b.xhtml",)
    with pytest.raises(ArticleError, match="damaged"):
        parse(broken(make_epub({"a.xhtml": pages["b.xhtml"]}), "OPS/a.xhtml"))


def test_names_that_differ_only_in_capitals(make_epub: Make) -> None:
    old = make_epub({"Ab.xhtml": page("<p>Salt came by mule.</p>"), "B.xhtml": page("<p>Then by train.</p>")})
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as book, zipfile.ZipFile(packed, "w") as renamed:
        for name in book.namelist():
            renamed.writestr(name.replace("Ab.xhtml", "aB.XHTML").replace("book.opf", "Book.opf"), book.read(name))
    article = parse(packed.getvalue())
    assert ("Salt came by mule." in article.text, article.notes[1:]) == (True, ())
    assert len(article.items) == 2


def test_what_the_contents_name_and_the_book_lacks(make_epub: Make) -> None:
    book = make_epub({"a.xhtml": page("<p>Salt came by mule.</p>"), "b.xhtml": page("<p>Then by train.</p>")})
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if not name.endswith("b.xhtml"):
                new.writestr(name, old.read(name))
    assert "b.xhtml" in parse(packed.getvalue()).notes[0]


@pytest.mark.parametrize("words", ["<aside epub:type='footnote'>" * 3000, "<sup><a href='#x'>" * 3000])
def test_notes_nested_without_end(words: str, make_epub: Make, sound: Callable[[Article], None]) -> None:
    sound(parse(make_epub({"a.xhtml": page("<p>Salt.</p>" + words + "1")})))
