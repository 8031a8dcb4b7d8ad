"""What feeds do to their entries: names without namespaces, signs that open nothing, authors named above."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, ArticleError
from reader.article.formats.feed_entries import xml_feed
from reader.article.parsing import parse

Blocks = Callable[[Article], list[tuple[str, str]]]
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Mill News</title>{}</feed>"


def rss(*items: str) -> bytes:
    found = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>Mill News</title>{found}</channel></rss>".encode()


def atom(*entries: str, above: str = "") -> bytes:
    return ATOM.format(above + "".join(f"<entry>{entry}</entry>" for entry in entries)).encode()


def paragraphs(article: Article) -> list[str]:
    return [article.words_of(block.span) for block in article.blocks if block.kind == "paragraph"]


def test_names_with_a_prefix_that_nothing_declares() -> None:
    article = parse(
        rss(
            "<title>The sluice</title><description>Short.</description><dc:creator>Ute Lang</dc:creator>"
            "<content:encoded><![CDATA[<p>The sluice broke at dawn.</p><p>Nobody slept.</p>]]></content:encoded>"
        ),
        item=1,
    )
    assert paragraphs(article) == ["The sluice broke at dawn.", "Nobody slept."]
    assert article.byline == ("Ute Lang",)


def test_a_character_that_only_html_has_a_name_for() -> None:
    article = parse(atom("<title>Th&eacute;o&rsquo;s mill</title><summary>It turns&hellip; or not.</summary>"), item=1)
    assert article.title == "Théo’s mill"
    assert paragraphs(article) == ["It turns… or not."]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Rye & barley at 3 < 4 crowns", "Rye & barley at 3 < 4 crowns"),
        ("mill-tools: fix <stone-1.2", "mill-tools: fix <stone-1.2"),
        ("<![CDATA[Rye & <b> in CDATA]]>", "Rye & <b> in CDATA"),
        ("Rye &amp;amp;amp; barley", "Rye &amp; barley"),
        ("Rye &amp;amp; barley", "Rye &amp; barley"),
        ("The miller&amp;#8217;s wheel", "The miller’s wheel"),
        ("The &lt;p&gt; element", "The <p> element"),
    ],
)
def test_titles_with_signs_that_open_nothing(title: str, read: str) -> None:
    first, second = xml_feed(atom(f"<title>{title}</title>", "<title>Unharmed</title>")).entries
    assert (first.title, second.title) == (read, "Unharmed")


def test_titles_with_markup_and_those_of_pictures() -> None:
    feed = xml_feed(
        rss(
            "<media:title>A picture of it</media:title><title>The <em>old</em> mill</title>",
            "<title><![CDATA[The <em>old</em> mill &amp; its <a href='/m'>miller</a>]]></title>",
        )
    )
    assert [entry.title for entry in feed.entries] == ["The old mill", "The old mill & its miller"]


def test_who_writes_a_feed_wrote_what_names_nobody() -> None:
    feed = xml_feed(
        atom(
            "<title>One</title>",
            "<title>Two</title><author><name>Bo Ray</name></author>",
            "<title>Three</title><source><author><name>Cy Young</name></author></source>",
            above="<author><name>Ute Lang</name></author>",
        )
    )
    assert [entry.authors for entry in feed.entries] == [("Ute Lang",), ("Bo Ray",), ("Cy Young",)]


def test_bases_lie_within_each_other() -> None:
    article = parse(
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://mill.example/news/'><title>T</title>"
        b"<entry xml:base='2026/'><title>One</title><link href='one'/><content type='html' xml:base='files/'>"
        b"See &lt;a href='map.png'&gt;the map of the mill&lt;/a&gt; and its wheel.</content></entry></feed>",
        item=1,
    )
    assert article.url == "https://mill.example/news/2026/one"
    assert [link.url for link in article.links] == ["https://mill.example/news/2026/files/map.png"]


def test_two_line_breaks_part_paragraphs() -> None:
    article = parse(
        rss(
            "<title>The sluice</title><description>It broke.&lt;br&gt; &lt;br /&gt;“Again,” said Ute.&lt;br&gt;Twice."
            "&lt;br&gt;\n&lt;br&gt;&lt;a href='/1'&gt;Read more&lt;/a&gt;</description>"
        ),
        item=1,
    )
    assert paragraphs(article) == ["It broke.", "“Again,” said Ute. Twice."]


@pytest.mark.parametrize(
    "opening",
    [
        b"<?xml version='1.0' encoding='no-such'?>",
        b"<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://n.example/rss.dtd'>",
        b"<!-- made by hand -->",
    ],
)
def test_what_may_stand_above_a_feed(opening: bytes) -> None:
    assert parse(opening + rss("<title>The sluice</title><description>It broke.</description>")).items


def test_feeds_whose_own_elements_have_a_prefix() -> None:
    feed = b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>One</a:title></a:entry></a:feed>"
    assert [item.title for item in parse(feed).items] == ["One"]


SIGNS = ["&", "<", ">", "<a", "</a>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&eacute;", "&#0;", "x"]
signs = st.sampled_from(SIGNS)


@given(words=st.lists(st.one_of(signs, st.text(max_size=4)), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_title_leaves_a_feed_that_can_be_read(words: str) -> None:
    try:
        feed = xml_feed(atom("<title>Before</title>", f"<title>{words}</title>"))
    except ArticleError:
        pytest.fail("the whole feed is lost by one title")
    assert feed.entries[0].title == "Before"
