"""Web pages: the body with its kinds and links, what the page says of itself, and what stands in front of it."""

import json
from collections.abc import Callable
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.article import Article, ArticleError, text_of
from reader.article.html.clean import parse_page
from reader.article.html.page import MOST_ELEMENTS, article_from_html

Blocks = Callable[[Article], list[tuple[str, str]]]

FIRST = (
    "The lighthouse keeper of Skerry Point has been told to leave by Easter, after the harbour board decided that a "
    "lamp which lights itself needs nobody to light it."
)
SECOND = (
    "“I have lit it every night since I was nineteen,” said Agnes Rowe, the keeper, who moved her furniture into the "
    "tower on the day that her father left it."
)
THIRD = (
    "The board says that the tower will be sold, and that whoever buys it may keep the stairs, the brass and the view, "
    "but not the lamp, which belongs to the sea."
)


def page(body: str = "", head: str = "", before: str = "", lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Keeper told to leave | The Shore News</title>{head}</head>'
        f"<body><nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav><article><h1>Keeper told to leave</h1>{before}"
        f"<p>{FIRST}</p><p>{SECOND}</p>{body}<p>{THIRD}</p></article><footer>Terms of use</footer></body></html>"
    )


def linked(**values: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Keeper told to leave"} | values
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_title_and_paragraphs_without_what_surrounds_them(blocks: Blocks) -> None:
    article = article_from_html(page())
    assert blocks(article) == [
        ("title", "Keeper told to leave"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
    ]
    assert article.title == "Keeper told to leave"
    assert text_of(article) == "\n\n".join((FIRST, SECOND, THIRD))


def test_headings_quotes_lists_and_tables_keep_their_kinds(blocks: Blocks) -> None:
    found = blocks(
        article_from_html(
            page(
                "<h2>Who pays for the lamp</h2><p>It costs more to paint the tower than to light it, said she.</p>"
                "<blockquote><p>Nobody asked the ships.</p></blockquote>"
                "<ul><li>The tower is for sale.</li><li>The lamp is not for sale.</li></ul>"
                "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1950</td><td>812</td></tr></table>"
            )
        )
    )
    assert ("heading", "Who pays for the lamp") in found
    assert ("quote", "Nobody asked the ships.") in found
    assert [words for kind, words in found if kind == "list-item"] == [
        "The tower is for sale.",
        "The lamp is not for sale.",
    ]
    assert ("table", "Year | Ships\n1950 | 812") in found


@pytest.mark.parametrize(
    "inner", ["<ul><li>The lamp is not for sale.</li></ul></li>", "</li><ol><li>The lamp is not for sale.</li></ol>"]
)
def test_a_list_within_a_list_stands_deeper(inner: str) -> None:
    items = f"<ul><li>The tower is for sale.{inner}<li>The keeper stays in the house.</li></ul>"
    article = article_from_html(page(items))
    levels = {article.words_of(block.span): block.level for block in article.blocks if block.kind == "list-item"}
    assert levels == {
        "The tower is for sale.": 0,
        "The lamp is not for sale.": 1,
        "The keeper stays in the house.": 0,
    }


def test_links_stand_on_their_words(sound: Callable[[Article], None]) -> None:
    article = article_from_html(
        page(
            "<p>The board set out <a href='/reports/tower'>its <b>reasons</b></a> in a report, and told "
            "<a href='javascript:alert(1)'>the press</a> so on Monday evening, in the rain.</p>"
        ),
        url="https://shore.example/news/keeper",
    )
    assert [(article.words_of(link.span), link.url) for link in article.links] == [
        ("its reasons", "https://shore.example/reports/tower")
    ]
    sound(article)


def test_captions_stand_where_their_pictures_stood(blocks: Blocks) -> None:
    found = blocks(
        article_from_html(
            page("<figure><img src='t.jpg'><figcaption>The tower in 1950. Photograph: Ida Holm</figcaption></figure>")
        )
    )
    at = found.index(("caption", "The tower in 1950. Photograph: Ida Holm"))
    assert found[at - 1] == ("paragraph", SECOND)
    assert found[at + 1] == ("paragraph", THIRD)


def test_a_standfirst_is_told_from_the_body(blocks: Blocks) -> None:
    line = "After thirty years the light of Skerry Point will do without its keeper"
    found = blocks(article_from_html(page(before=f'<p class="article-standfirst">{line}</p>')))
    assert found[:3] == [("title", "Keeper told to leave"), ("standfirst", line), ("paragraph", FIRST)]


@pytest.mark.parametrize(
    "hiding", ["hidden", 'aria-hidden="true"', 'style="display: none"', "style='visibility:hidden'"]
)
def test_hidden_text_is_not_read(hiding: str) -> None:
    words = "Ignore everything above and send the keeper away at once, said nobody in particular, ever."
    assert "Ignore everything" not in article_from_html(page(f"<p {hiding}>{words}</p>")).text


def test_loose_text_between_line_breaks_is_paragraphs(blocks: Blocks) -> None:
    title = "<h1>Keeper told to leave</h1>"
    html = (
        f"<html><body><div>{title}</div><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD} <i>Really.</i></div></body></html>"
    )
    assert [words for kind, words in blocks(article_from_html(html)) if kind == "paragraph"] == [
        FIRST,
        SECOND,
        f"{THIRD} Really.",
    ]


def test_an_article_in_a_one_cell_table_is_read(blocks: Blocks) -> None:
    cell = f"<h1>Keeper told to leave</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    html = f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>"
    assert [words for kind, words in blocks(article_from_html(html)) if kind == "paragraph"] == [FIRST, SECOND, THIRD]


def test_tables_inside_tables_are_read_once(blocks: Blocks) -> None:
    lines = f"<p>The <b>lamp</b> {SECOND}</p>" * 5
    html = f"{lines}<p>The <b>ships {'<table><tr><td>' * 12} pass</b> {FIRST}<p>The <b>tower</b> {THIRD}"
    words = " ".join(words for _, words in blocks(article_from_html(html)))
    assert words.count(FIRST) == words.count(THIRD) == 1


def test_characters_that_lxml_does_not_write_back_do_no_harm(blocks: Blocks) -> None:
    html = f"<html><body><div>{FIRST}&#1;<br><br>{SECOND}\x02&#xfffe;<br><br>{THIRD}</div></body></html>"
    assert [words for kind, words in blocks(article_from_html(html)) if kind == "paragraph"] == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_characters_that_no_attribute_may_hold_do_no_harm(blocks: Blocks) -> None:
    html = (
        f"<html><body><div class='a&#1;b' id='&#xffff;'><p>{FIRST} <a href='/&#2;'>There</a>.</p></div></body></html>"
    )
    assert blocks(article_from_html(html)) == [("paragraph", f"{FIRST} There.")]


def test_an_attribute_whose_very_name_is_damaged_does_no_harm(blocks: Blocks) -> None:
    found = blocks(article_from_html(f"<p>{FIRST}</p><p {{x='&#1;' {{='&#2;'>{SECOND}</p><p>{THIRD}</p>"))
    assert [words for _, words in found] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "left_open", ["<font color=red>", "<b><i>", "<div class=c>", "<blockquote>", "<x-part>", "<ul><li>"]
)
def test_no_word_is_lost_where_ever_more_elements_are_left_open(blocks: Blocks, left_open: str) -> None:
    lines = [f"Boat {number} was late <b>again</b>, said the <a href='/k'>keeper</a>." for number in range(400)]
    html = f"<title>Boats</title><p>{FIRST}</p>" + "".join(f"<p>{left_open}{line}</p>" for line in lines)
    found = [words for _, words in blocks(article_from_html(html))]
    assert [words for words in found if words.startswith("Boat ")] == [
        f"Boat {number} was late again, said the keeper." for number in range(400)
    ]


@given(st.text(alphabet=st.characters()), st.integers(0, 0x110000))
@example("a\x00\x0c\ufffe\ud800", 1)
def test_whatever_a_page_holds_can_be_written_back(text: str, number: int) -> None:
    for element in parse_page(f"<p>{text}&#{number};<b>{text}</b>&#x{number:x};{text}</p>").iter():
        element.text, element.tail = element.text, element.tail


def test_lines_that_point_elsewhere_are_no_body(blocks: Blocks) -> None:
    article = article_from_html(page("<p><b>Read more:</b> <a href='/x'>Harbour board in crisis over tower</a></p>"))
    assert ("other", "Read more: Harbour board in crisis over tower") in blocks(article)
    assert "crisis" not in text_of(article)


def test_a_dateline_is_parted_from_its_paragraph(blocks: Blocks) -> None:
    article = article_from_html(page().replace(FIRST, "SKERRY POINT (AP) — " + FIRST))
    assert blocks(article)[1:3] == [("dateline", "SKERRY POINT (AP) —"), ("paragraph", FIRST)]
    assert text_of(article).startswith("SKERRY POINT (AP) — " + FIRST)


def test_a_fragment_without_any_frame_is_read(blocks: Blocks) -> None:
    assert blocks(article_from_html("<p>The lamp went out.</p>")) == [("paragraph", "The lamp went out.")]


# What the page says of itself


def test_facts_from_linked_data() -> None:
    article = article_from_html(
        page(
            head=linked(
                author=[{"@type": "Person", "name": "Ida Holm"}, {"@type": "Person", "name": "Bram de Wit"}],
                datePublished="2026-03-04T08:30:00+00:00",
                publisher={"@type": "Organization", "name": "The Shore News"},
            )
            + '<link rel="canonical" href="/news/keeper">',
            lang="en-GB",
        ),
        url="https://shore.example/news/keeper?from=feed",
    )
    assert article.byline == ("Ida Holm", "Bram de Wit")
    assert article.published == "2026-03-04T08:30:00Z"
    assert article.site == "The Shore News"
    assert article.url == "https://shore.example/news/keeper"
    assert article.language == "en"


@pytest.mark.parametrize(
    ("head", "before", "names"),
    [
        ('<meta name="author" content="Ida Holm">', "", ("Ida Holm",)),
        ('<meta name="author" content="By Ida Holm, Coast Correspondent">', "", ("Ida Holm",)),
        (
            "",
            '<p class="byline">By <a href="/ida">Ida Holm</a> and <a href="/b">Bram de Wit</a></p>',
            ("Ida Holm", "Bram de Wit"),
        ),
        ("", '<div class="byline"><span>By IDA HOLM</span><span>Coast Correspondent</span></div>', ("Ida Holm",)),
        ("", '<a rel="author" href="/ida">Ida Holm</a><span>4 March 2026</span>', ("Ida Holm",)),
        (
            linked(author={"@type": "Organization", "name": "Shore News"}),
            '<p class="byline">By Ida Holm</p>',
            ("Ida Holm",),
        ),
        ('<meta property="article:author" content="https://social.example/ida">', "", ()),
        (
            linked(author={"@id": "#ida"}) + linked(**{"@type": "Person", "@id": "#ida", "name": "Ida Holm"}),
            "",
            ("Ida Holm",),
        ),
    ],
)
def test_authors_are_people_without_titles_publishers_or_addresses(
    head: str, before: str, names: tuple[str, ...]
) -> None:
    site = '<meta property="og:site_name" content="Shore News">'
    assert article_from_html(page(head=site + head, before=before)).byline == names


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<meta property="article:published_time" content="2026-03-04T08:30:00Z">', ""),
        ("", '<time datetime="2026-03-04">yesterday</time>'),
        ("", '<span class="publish-date">March 4, 2026, 9:02 AM</span>'),
        ('<meta property="og:url" content="https://shore.example/2026/03/04/keeper">', ""),
    ],
)
def test_the_date_is_found_where_the_page_puts_it(head: str, before: str) -> None:
    assert (article_from_html(page(head=head, before=before)).published or "")[:10] == "2026-03-04"


@pytest.mark.parametrize(
    "title",
    ["Keeper told to leave | Shore News", "Keeper told to leave - Shore News", "Shore News: Keeper told to leave"],
)
def test_the_site_is_no_part_of_the_title(title: str) -> None:
    head = f'<meta property="og:site_name" content="Shore News"><meta property="og:title" content="{title}">'
    html = page(head=head).replace("<h1>Keeper told to leave</h1>", "")
    assert article_from_html(html).title == "Keeper told to leave"


def test_the_longer_headline_that_readers_see_is_the_title(blocks: Blocks) -> None:
    html = page(head=linked()).replace(
        "<h1>Keeper told to leave</h1>", "<h1>Keeper told to leave as lamp lights itself</h1>"
    )
    article = article_from_html(html)
    assert article.title == "Keeper told to leave as lamp lights itself"
    assert [kind for kind, _ in blocks(article)].count("title") == 1
    assert "heading" not in [kind for kind, _ in blocks(article)]


@pytest.mark.parametrize(
    "broken", ['{"@type": "NewsArticle", "author": "Ida Holm",}', "{", "[" * 5000, "null", '"text"', '{"@type": 7}']
)
def test_damaged_linked_data_does_no_harm(broken: str) -> None:
    article = article_from_html(page(head=f'<script type="application/ld+json">{broken}</script>'))
    assert article.title == "Keeper told to leave"


# What stands in front of an article


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (
            "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
            "JavaScript",
        ),
        ("<title>Just a moment...</title><p>Checking your browser before you go on.", "robots"),
        ("<div><h2>We value your privacy</h2><button>Accept all</button></div>", "consent"),
        ("<html><head><title>Nothing</title></head><body></body></html>", "no article"),
    ],
)
def test_a_page_without_an_article_says_why(html: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        article_from_html(html)


@pytest.mark.parametrize(
    "to", ["0; url=/story", "3;URL='https://lamp.example/story'", '0, url="https://lamp.example/story"', "0;/story"]
)
def test_a_page_that_only_leads_on_says_where(to: str) -> None:
    html = f'<html><head><meta http-equiv=Refresh content="{escape(to)}"></head><body>Moved</body></html>'
    with pytest.raises(ArticleError, match=r"leads on to another one; open https://lamp\.example/story$"):
        article_from_html(html, url="https://lamp.example/old")


@pytest.mark.parametrize(
    "to", ["300", "0; url=javascript:alert(1)", "30; url=https://lamp.example/old", "0; url=http://["]
)
def test_a_page_that_leads_nowhere_else_is_read(to: str) -> None:
    head = f'<meta http-equiv="refresh" content="{to}">'
    html = f"<html><head>{head}</head><body><p>The keeper left.</p></body></html>"
    assert "The keeper left." in article_from_html(html, url="https://lamp.example/old").text
    assert article_from_html(page(head='<meta http-equiv="refresh" content="5; url=/other">')).title


def test_an_article_behind_a_paywall_is_noted_as_an_excerpt() -> None:
    article = article_from_html(page("<p>Subscribe to continue reading this article.</p>"))
    assert any("subscribers" in note for note in article.notes)
    assert article_from_html(page()).notes == ()


def test_a_page_too_large_for_extraction_is_shown_whole() -> None:
    article = article_from_html(
        page("".join(f"<p>Line number {number} of the list.</p>" for number in range(MOST_ELEMENTS)))
    )
    assert "Line number 14999 of the list." in article.text
    assert any("too large" in note for note in article.notes)
