"""Feeds and books are lists: each item or chapter opens as an article of its own, by `#` and its number."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.article import (
    Article,
    ArticleError,
    Item,
    article_from_bytes,
    articles_from_bytes,
    open_article,
    split_item,
)
from reader.article.parsing import parse
from reader.article.process.server import article_as_values, article_from_values

Blocks = Callable[[Article], list[tuple[str, str]]]
Make = Callable[..., bytes]
LONG = "The ferry came back at noon with nobody on board but a goat, said the porter, who had seen it all. " * 12


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title>'
        f"<link>https://h.example/</link>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


FULL = (
    "<title>Two cranes</title><link>https://h.example/1</link><dc:creator>By Ida Holm</dc:creator>"
    "<pubDate>Sun, 05 Apr 2026 08:00:00 GMT</pubDate><description>Cranes came.</description>"
    f"<content:encoded><![CDATA[<h1>Two cranes</h1><p>{LONG}</p><p>See <a href='/o'>Olga</a>.</p>]]></content:encoded>"
)
SHORT = "<title>Late ferry</title><link>{}</link><author>bo@h.example (Bo Ray)</author><description>{}</description>"


def test_an_item_of_a_feed_is_an_article(blocks: Blocks, sound: Callable[[Article], None]) -> None:
    article = parse(rss(FULL, SHORT.format("https://h.example/2", "It is late.")), source="f.xml#1", item=1)
    sound(article)
    assert [kind for kind, _ in blocks(article)] == ["title", "byline", "date", "paragraph", "paragraph"]
    assert (article.title, article.byline, article.site) == ("Two cranes", ("Ida Holm",), "Harbour News")
    assert (article.published, article.url) == ("2026-04-05T08:00:00+00:00", "https://h.example/1")
    assert [link.url for link in article.links] == ["https://h.example/o"]
    assert not article.excerpt
    assert article.items == ()


def test_the_feed_itself_is_the_list_of_its_items(sound: Callable[[Article], None]) -> None:
    short = SHORT.format("https://h.example/2", "It is late.")
    article = parse(rss(FULL, short, "<description>Words without a title.</description>"), source="f.xml")
    sound(article)
    assert article.items == (
        Item("f.xml#1", "Two cranes", ("Ida Holm",), "2026-04-05T08:00:00+00:00", "https://h.example/1", 256),
        Item("f.xml#2", "Late ferry", ("Bo Ray",), None, "https://h.example/2", 3),
        Item("f.xml#3", "Words without a title.", (), None, None, 4),
    )
    assert article_from_values(article_as_values(article)) == article
    assert any("f.xml#1" in note for note in article.notes)


@pytest.mark.parametrize("number", [0, 3, 999_999])
def test_a_number_that_no_item_has(number: int) -> None:
    with pytest.raises(ArticleError, match=f"no #{number}: it holds items 1 to 2"):
        parse(rss(FULL, FULL), item=number)


def test_a_number_behind_what_is_no_list() -> None:
    with pytest.raises(ArticleError, match="leave out #2"):
        parse(b"A story\n\nIt is one story and no list.", item=2)
    assert parse(b"<html><body><p>A page may have a place of that name.", url="https://e.example/", item=2).text


def test_titles_keep_signs_and_lose_markup() -> None:
    atom = (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>"
        b"<entry><title>The &lt;b&gt; tag &amp;amp; you</title><summary>x</summary></entry>"
        b"<entry><title type='html'>The &lt;b&gt;bold&lt;/b&gt; &amp;amp; you</title><summary>x</summary></entry>"
        b"</feed>"
    )
    assert [item.title for item in parse(atom).items] == ["The <b> tag &amp; you", "The bold & you"]


def test_atom_with_elements_inside_keeps_its_blocks(blocks: Blocks) -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://e.example/a/'><title>T</title><entry>"
        "<title>One</title><link href='one'/><content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>"
        f"<x:p>{LONG}</x:p><x:blockquote>No goat.</x:blockquote></x:div></content></entry></feed>"
    )
    article = parse(atom.encode(), item=1)
    assert blocks(article)[-1] == ("quote", "No goat.")
    assert article.url == "https://e.example/a/one"


# Items that only announce a page


def announced(site: Any, words: str = "The ferry is late. […]") -> str:
    return str(site.page("/feed", rss(SHORT.format("/story", words)), Content_Type="application/rss+xml"))


PAGE = f"<html><head><title>Late ferry</title></head><body><article><h1>Late ferry</h1><p>{LONG}</p></article></body>"


def test_an_item_that_announces_a_page_opens_that_page(site: Any) -> None:
    feed = announced(site)
    site.page("/story", PAGE.encode())
    article = open_article(f"{feed}#1")
    assert LONG.strip() in article.text
    assert (article.source, article.url, article.byline) == (f"{feed}#1", f"{site.address}/story", ("Bo Ray",))


def test_without_its_page_an_item_is_what_the_feed_says_of_it(site: Any) -> None:
    article = open_article(f"{announced(site)}#1")
    assert "The ferry is late." in article.text
    assert article.notes == (
        "only what the feed says of it: there is no page at this address (404); check it for typing errors",
    )


def test_a_page_once_read_through_a_feed_opens_again_without_network(site: Any) -> None:
    feed = announced(site)
    site.page("/story", PAGE.encode())
    first = open_article(f"{feed}#1")
    site.page("/feed", b"", status=503)
    site.page("/story", b"", status=503)
    assert open_article(f"{feed}#1").text == first.text


def test_numbers_stay_those_of_the_list_that_was_read(site: Any) -> None:
    feed = site.page("/feed", rss(FULL), Content_Type="application/rss+xml")
    assert open_article(feed).items[0].title == "Two cranes"
    site.page("/feed", rss(FULL.replace("Two cranes", "Newer"), FULL), Content_Type="application/rss+xml")
    assert open_article(f"{feed}#1").title == "Two cranes"
    assert open_article(feed).items[0].title == "Newer"
    assert open_article(f"{feed}#1").title == "Newer"


def test_a_feed_cannot_send_the_reader_into_the_local_network(site: Any, tmp_path: Path) -> None:
    site.page("/story", PAGE.encode())
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(SHORT.format(f"{site.address}/story", "A trap, and a short one.")))
    article = open_article(f"{path}#1")
    assert "A trap" in article.text
    assert "local network" in article.notes[0]
    assert site.seen == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://e.example/x"])
def test_items_lead_only_to_pages(address: str, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(SHORT.format(address, "A trap, and a short one.")))
    article = open_article(f"{path}#1")
    assert (article.url, article.notes) == (None, ())


# How items are named


def test_a_file_whose_name_ends_in_a_number_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "notes#3"
    path.write_text("Three notes\n\nThis is a file of that name, said nobody.", encoding="utf-8")
    assert open_article(str(path)).title == "Three notes"
    assert split_item("feed.xml#3") == ("feed.xml", 3)
    assert split_item("https://e.example/feed#12") == ("https://e.example/feed", 12)
    assert split_item("-#1") == ("-", 1)
    assert split_item("https://e.example/page#part-3") == ("https://e.example/page#part-3", None)


def test_items_of_standard_input_and_of_packed_files(tmp_path: Path) -> None:
    assert open_article("-#1", stdin=rss(FULL)).title == "Two cranes"
    path = tmp_path / "feed.xml.gz"
    path.write_bytes(gzip.compress(rss(FULL)))
    assert open_article(f"{path}#1").title == "Two cranes"


# Books


def chapter(title: str, words: str) -> str:
    return f"<html><body><h1>{title}</h1><p>{words}</p></body></html>"


BOOK = {"a.xhtml": chapter("One", "Salt came by mule."), "b.xhtml": chapter("Two", "Then it came by train.")}
NCX = (
    '<ncx><navMap><navPoint><navLabel><text>The mules</text></navLabel><content src="a.xhtml#m"/></navPoint><navPoint>'
    '<navLabel><text>The train</text></navLabel><content src="a.xhtml#t"/></navPoint></navMap></ncx>'
)


def with_contents(book: bytes, name: str, contents: str, item: str) -> bytes:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each).replace(b"</manifest>", f"{item}</manifest>".encode()))
        new.writestr(name, contents)
    return packed.getvalue()


def test_a_book_is_a_list_of_its_chapters(make_epub: Make, blocks: Blocks) -> None:
    book = parse(make_epub(BOOK), source="salt.epub")
    assert [(item.source, item.title) for item in book.items] == [("salt.epub#1", "One"), ("salt.epub#2", "Two")]
    second = article_from_bytes(make_epub(BOOK), source="salt.epub#2", item=2)
    assert blocks(second) == [("title", "Two"), ("paragraph", "Then it came by train.")]
    assert (second.site, second.byline, second.items) == ("The Salt Road", ("Mira Olsen",), ())
    with pytest.raises(ArticleError, match="chapters 1 to 2"):
        parse(make_epub(BOOK), item=3)


def test_a_list_is_read_once_as_each_number_alone_opens_it(make_epub: Make) -> None:
    feed, book = rss(FULL, SHORT.format("https://h.example/2", "It is late.")), make_epub(BOOK)
    for data in (feed, book):
        assert articles_from_bytes(data, source="a") == [
            article_from_bytes(data, source=f"a#{number}", item=number) for number in (1, 2)
        ]
    short = make_epub(dict(list(BOOK.items())[:1]))
    for data in (short, b"A story\n\nIt is one story and no list.", PAGE.encode()):
        assert articles_from_bytes(data, source="a") == [article_from_bytes(data, source="a")]


def test_chapters_begin_where_the_table_of_contents_says(make_epub: Make, blocks: Blocks) -> None:
    pages = {
        "a.xhtml": "<html><body><p>A motto.</p><div><a id='m'/></div><p>Mules.</p><h2 id='t'>The train</h2></body>",
        "b.xhtml": "<html><body><p>Steam.</p></body></html>",
    }
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    book = with_contents(make_epub(pages), "OPS/toc.ncx", NCX, item)
    titles = [item.title for item in parse(book).items]
    assert titles == ["A motto.", "The mules", "The train"]
    assert blocks(parse(book, item=3)) == [("title", "The train"), ("paragraph", "Steam.")]


def test_a_chapter_may_begin_at_characters_that_lxml_does_not_write_back(make_epub: Make) -> None:
    pages = {"a.xhtml": "<html><body><p>A motto.</p><p id='m'>The \x02mules&#1;&#xfffe; came.</p></body>"}
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    book = with_contents(make_epub(pages), "OPS/toc.ncx", NCX, item)
    assert "The mules came." in parse(book, item=2).text


def test_the_contents_of_epub_3_name_chapters_and_are_none(make_epub: Make) -> None:
    nav = (
        "<html><body><nav epub:type='landmarks'><a href='b.xhtml'>Start</a></nav><nav epub:type='toc'><ol>"
        "<li><a href='a.xhtml'>Of &#27;[31mmules</a></li><li><a href='b.xhtml'>Of trains</a></li></ol></nav></body>"
    )
    book = make_epub(BOOK | {"nav.xhtml": nav})
    item = '<item id="n" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'
    found = parse(with_contents(book, "OPS/unused", "", item))
    assert [item.title for item in found.items] == ["Of mules", "Of trains"]


@pytest.mark.parametrize(
    "contents",
    [
        "<ncx>" + "<navPoint>" * 50_000,
        "<ncx>"
        + "".join(
            f"<navPoint><navLabel><text>x</text></navLabel><content src='a.xhtml#{n}'/></navPoint>" for n in range(9000)
        ),
        NCX.replace("a.xhtml", "../../../../etc/passwd"),
        NCX.replace("#m", "#" + "m" * 100_000),
        NCX.replace("The mules", "\u202eThe &#155;mules"),
    ],
    ids=["nesting", "many entries", "a path out of the book", "a long name", "escapes"],
)
def test_hostile_contents(contents: str, make_epub: Make, sound: Callable[[Article], None]) -> None:
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    book = with_contents(make_epub(BOOK), "OPS/toc.ncx", contents, item)
    for number in (None, 1):
        article = article_from_bytes(book, item=number)
        sound(article)
        assert "Salt came by mule." in article.text
        assert "root:" not in article.text


def test_marks_that_a_book_makes_itself_are_only_letters(make_epub: Make, sound: Callable[[Article], None]) -> None:
    pages = BOOK | {"c.xhtml": "<html><p>\ue0000\ue001One \ue000999999999\ue001two \ue000 three \ue001.</p></html>"}
    article = parse(make_epub(pages))
    sound(article)
    assert "three" in article.text
