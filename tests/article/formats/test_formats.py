"""Markdown, mail, feeds, EPUB and PDF become articles too."""

import json
from collections.abc import Callable

import pytest

from reader.article import Article, ArticleError
from reader.article.parsing import parse

Blocks = Callable[[Article], list[tuple[str, str]]]


# Markdown


def test_markdown_with_front_matter(blocks: Blocks, sound: Callable[[Article], None]) -> None:
    article = parse(
        b"---\ntitle: 'The ferry that came back'\nauthors:\n  - Ida Holm\n  - Bram de Wit\ndate: 2026-04-05\n---\n\n"
        b"Nobody on the *quay* believed [the timetable](https://ferry.example/t), said Ida.\n\n> It came back.\n\n"
        b"- a rope\n- a [sic] anchor\n\n## The next morning\n\nIt left again, said the porter, who had not slept.\n"
    )
    sound(article)
    assert blocks(article) == [
        ("title", "The ferry that came back"),
        ("byline", "By Ida Holm and Bram de Wit"),
        ("paragraph", "Nobody on the quay believed the timetable, said Ida."),
        ("quote", "It came back."),
        ("list-item", "a rope"),
        ("list-item", "a [sic] anchor"),
        ("heading", "The next morning"),
        ("paragraph", "It left again, said the porter, who had not slept."),
    ]
    assert (article.byline, article.published) == (("Ida Holm", "Bram de Wit"), "2026-04-05")
    assert [(article.words_of(link.span), link.url) for link in article.links] == [
        ("the timetable", "https://ferry.example/t")
    ]


def test_numbers_of_markdown_lists_stay_and_empty_rows_of_tables_go(blocks: Blocks) -> None:
    article = parse(
        b"# The ferry\n\nNobody believed it, said the porter.\n\n9. a rope\n10. an anchor\n\n"
        b"    which is lost\n\n- tea\n\n"
        b"| Year | Boats |\n|---|---|\n| | |\n| 1950 | 12 |\n\nIt left.\n"
    )
    assert blocks(article)[2:] == [
        ("list-item", "9. a rope"),
        ("list-item", "10. an anchor"),
        ("list-item", "which is lost"),
        ("list-item", "tea"),
        ("table", "Year | Boats\n1950 | 12"),
        ("paragraph", "It left."),
    ]


def test_the_number_of_an_item_without_words_is_no_others(blocks: Blocks) -> None:
    article = parse(b"# The ferry\n\nNobody believed it, said Ann.\n\n1. ```\n   x = 1\n   ```\n\nIt left at noon.\n")
    assert blocks(article)[-1] == ("paragraph", "It left at noon.")


def test_markdown_with_headline_standfirst_and_byline(blocks: Blocks) -> None:
    article = parse(
        b"# The ferry that came back\n\nA story of one night\n\nBy Ida Holm\n\n"
        b"Nobody believed it, said the porter.\n\n## Later\n\nIt left."
    )
    assert [kind for kind, _ in blocks(article)][:4] == ["title", "standfirst", "byline", "paragraph"]
    assert article.byline == ("Ida Holm",)


def test_scripts_inside_markdown_are_left_out() -> None:
    article = parse(
        b"# The ferry\n\n<script>alert(1)</script>\n\nIt came **back** again, said [Ida](javascript:x).\n\n"
        b"## More\n\nYes."
    )
    assert "alert" not in article.text
    assert article.links == ()


# Mail

MAIL = b"""From: "Ida Holm" <ida@ferry.example>
To: you@home.example
Subject: =?utf-8?q?The_ferry_and_the_caf=C3=A9?=
Date: Sun, 05 Apr 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: %s

%s"""


def test_a_newsletter_is_read_from_its_html_part(blocks: Blocks) -> None:
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p><a href=3D'https://f.example/w'>View in browser</a></p>"
        b"<table><tr><td><h2>The quay</h2><p>The caf=C3=A9 closed, said <a href=3D'https://f.example/o'>Olga</a>.</p></td></tr>"
        b"</table><p>Unsubscribe here</p>\r\n--b--\r\n"
    )
    article = parse(MAIL % (b'multipart/alternative; boundary="b"', body))
    assert article.title == "The ferry and the café"
    assert article.byline == ("Ida Holm",)
    assert article.published == "2026-04-05T08:00:00+01:00"
    assert article.site == "ferry.example"
    found = blocks(article)
    assert found[0] == ("title", "The ferry and the café")
    assert ("heading", "The quay") in found
    assert ("paragraph", "The café closed, said Olga.") in found
    assert ("other", "View in browser") in found
    assert ("other", "Unsubscribe here") in found


def test_a_plain_mail_flows_again_and_keeps_quoting_apart(blocks: Blocks) -> None:
    text = (
        b"I do not think that the ferry will come back tonight, because the wind\nhas turned and nobody has seen its"
        b" lights since four.\n\nOn Sat, 4 Apr 2026, Bram wrote:\n> Will it come back? I have been waiting on the quay"
        b" for hours, and the\n> porter has gone home.\n\n-- \nIda Holm\nHarbour office\n"
    )
    found = blocks(parse(MAIL % (b"text/plain; charset=utf-8", text)))
    assert found[2][0] == "paragraph"
    assert found[2][1].endswith("nobody has seen its lights since four.")
    assert found[3] == ("other", "On Sat, 4 Apr 2026, Bram wrote:")
    assert found[4] == (
        "quote",
        "Will it come back? I have been waiting on the quay for hours, and the porter has gone home.",
    )
    assert {kind for kind, _ in found[5:]} == {"other"}


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(ArticleError, match="no text"):
        parse(MAIL % (b"application/octet-stream", b"AAAA"))


# Feeds

RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour News</title><link>https://h.example/</link><item><title>Cranes &amp;amp; ropes</title>
<link>https://h.example/1</link><dc:creator>Ida Holm</dc:creator><pubDate>Sun, 05 Apr 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Two cranes &lt;b&gt;came&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Trap</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>
<entry><title type="html">Cranes &amp;amp; ropes</title><link rel="alternate" href="https://h.example/1"/>
<author><name>Ida Holm</name></author><published>2026-04-05T08:00:00Z</published>
<summary>Two cranes came.</summary></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour News",
        "items": [
            {
                "title": "Cranes & ropes",
                "url": "https://h.example/1",
                "authors": [{"name": "Ida Holm"}],
                "date_published": "2026-04-05T08:00:00Z",
                "content_html": "<p>Two cranes came.</p>",
            }
        ],
    }
).encode()


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_a_feed_is_a_list_of_links(feed: bytes, blocks: Blocks, sound: Callable[[Article], None]) -> None:
    article = parse(feed)
    sound(article)
    assert blocks(article)[:5] == [
        ("title", "Harbour News"),
        ("heading", "Cranes & ropes"),
        ("byline", "By Ida Holm"),
        ("date", "2026-04-05"),
        ("paragraph", "Two cranes came."),
    ]
    assert [(article.words_of(link.span), link.url) for link in article.links] == [
        ("Cranes & ropes", "https://h.example/1")
    ]
    assert any("feed" in note for note in article.notes)


def test_an_empty_feed_is_refused() -> None:
    with pytest.raises(ArticleError, match="no items"):
        parse(b"<rss><channel><title>Nothing</title></channel></rss>")


# EPUB


def test_a_book_is_its_chapters_in_order(blocks: Blocks, make_epub: Callable[..., bytes]) -> None:
    article = parse(
        make_epub(
            {
                "one.xhtml": "<html><head><title>x</title></head><h1>One</h1><p>Salt came by mule.</p></html>",
                "two.xhtml": "<html><body><h1>Two</h1><p>Then it came by train.</p></body></html>",
            }
        )
    )
    assert blocks(article) == [
        ("title", "The Salt Road"),
        ("byline", "By Mira Olsen"),
        ("heading", "One"),
        ("paragraph", "Salt came by mule."),
        ("heading", "Two"),
        ("paragraph", "Then it came by train."),
    ]
    assert (article.published, article.language) == ("2026-02-03", "en")


# PDF


def test_a_pdf_in_two_columns_flows_again(blocks: Blocks, make_pdf: Callable[..., bytes]) -> None:
    left = [
        "The mule drivers of the salt road have",
        "asked the county for a wall against the",
        "snow, and the county has said that it would con-",
        "sider one in the spring of the coming year.",
    ]
    right = ['"We shall not be here in spring," said Mira', "Olsen, who has driven mules for forty years."]
    lines = [(50, 700, 24, "Drivers want a wall"), (50, 670, 10, "By Ida Holm")]
    lines += [(50, 640 - 12 * row, 10, words) for row, words in enumerate(left)]
    lines += [(320, 640 - 12 * row, 10, words) for row, words in enumerate(right)]
    article = parse(make_pdf(lines))
    assert article.title == "Drivers want a wall"
    assert article.byline == ("Ida Holm",)
    assert [words for kind, words in blocks(article) if kind == "paragraph"] == [
        "The mule drivers of the salt road have asked the county for a wall against the snow, and the county has said "
        "that it would consider one in the spring of the coming year.",
        '"We shall not be here in spring," said Mira Olsen, who has driven mules for forty years.',
    ]


def test_page_numbers_and_running_heads_are_left_out(make_pdf: Callable[..., bytes]) -> None:
    pages = [
        [
            (50, 760, 8, "THE SALT ROAD GAZETTE"),
            (50, 600, 10, f"Mules walked through town number {name} on the road."),
            (300, 30, 8, f"Page {n} of 3"),
        ]
        for n, name in enumerate(("Ash", "Birch", "Cedar"), start=1)
    ]
    article = parse(make_pdf(*pages))
    assert "GAZETTE" not in article.text
    assert "Page" not in article.text
    assert article.text.count("Mules walked") == 3


def test_a_pdf_of_pictures_says_so(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(ArticleError, match="OCR"):
        parse(make_pdf([]))
