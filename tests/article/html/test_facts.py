"""Title, authors, date and body as a page's own data give them, whole and only where they are what they say."""

import json
from collections.abc import Callable

import pytest

from reader.article import Article, text_of
from reader.article.html.page import article_from_html

STORY = (
    "<p>The orchard behind the school was planted in 1931, and every child who has sat there in September remembers "
    "the wasps.</p><p>“We will not cut a single tree,” said the head teacher, who keeps a ladder in her office for "
    "the purpose.</p><p>The council wants a car park, and it has wanted one since the days when nobody in the village "
    "had a car.</p>"
)


def page(head: str = "", before: str = "", *, title: str = "Orchard stays", heading: str = "Orchard stays") -> str:
    h1 = f"<h1>{heading}</h1>" if heading else ""
    return f"<html><head><title>{title}</title>{head}</head><body><article>{h1}{before}{STORY}</article></body></html>"


def linked(**values: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Orchard stays"} | values
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


# Addresses


@pytest.mark.parametrize("broken", ["http://[x", "https://[::1", "http://a]b/", "http://ⅷ.℀.com/"])
def test_a_page_whose_own_addresses_are_none_is_read_all_the_same(broken: str) -> None:
    meta = f'<meta property="og:site_name" content="{broken}"><meta property="og:url" content="{broken}">'
    head = f'{meta}<link rel="canonical" href="{broken}"><base href="{broken}">'
    data = linked(url=broken, publisher={"@type": "Organization", "name": broken, "url": broken})
    for each in (head, data, head + data):
        article = article_from_html(page(each, f'<a href="{broken}">map</a>'))
        assert "planted in 1931" in article.text
        assert article.site is None


# Authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "may lindqvist"}, ("may lindqvist",)),
        ({"@type": "Person", "name": "August Reyes y Soto"}, ("August Reyes y Soto",)),
        ({"@type": "Person", "name": "April Summers, MSc"}, ("April Summers",)),
        ({"@type": "Person", "name": "Dr. Ulla Brandt"}, ("Dr. Ulla Brandt",)),
        ({"@type": "Person", "name": "By PIET VAN DAM"}, ("Piet van Dam",)),
        ({"@type": "Person", "name": "Ana and Ben Cole"}, ("Ana and Ben Cole",)),
        ([{"@type": "Person", "givenName": "Ida", "familyName": "Roos"}], ("Ida Roos",)),
        (
            {"@type": "Person", "givenName": "Ida", "additionalName": "M.", "familyName": "Roos"},
            ("Ida M. Roos",),
        ),
        ("Ida Roos, PhD and Max Born", ("Ida Roos", "Max Born")),
        ({"@type": "Person", "name": "admin"}, ()),
        ({"@type": "Person", "name": "Orchard Weekly"}, ("Orchard Weekly",)),
        ({"@type": "Person", "name": "https://o.example/ida"}, ()),
    ],
)
def test_the_name_of_a_person_is_taken_whole(author: object, names: tuple[str, ...]) -> None:
    site = '<meta property="og:site_name" content="Orchard Weekly">'
    assert article_from_html(page(site + linked(author=author))).byline == names


@pytest.mark.parametrize(
    ("before", "names"),
    [
        (
            "<p class='byline'>By RUBY ABERNATHY, LARS DE WIT and TOBY FRY</p>",
            ("Ruby Abernathy", "Lars de Wit", "Toby Fry"),
        ),
        ("<p class='byline'><span>By </span><b>RUBY ROSS</b> <abbr>May 2, 2025 4:10 PM</abbr></p>", ("Ruby Ross",)),
        ("<p class='byline'>By Ruby Ross on 2 May 2025</p>", ("Ruby Ross",)),
        ("<div class='byline'>By <span>Ruby  Ross, RN</span><br>School Pages</div>", ("Ruby Ross",)),
        ("<div class='author'>Ruby Ross | Last Updated: May 2, 2025</div>", ("Ruby Ross",)),
        ("<div class='byline'>Last Updated</div>", ()),
        (
            "<p>By <span class='author'>ruby ross</span> and <span class='author'>Pat O’Staff</span></p>",
            ("ruby ross", "Pat O’Staff"),
        ),
        ("<p class='who'>By Ruby Ross</p>", ("Ruby Ross",)),
        ("<b>By Ruby Ross</b><br>Saturday, 2 May 2026<br><br>", ("Ruby Ross",)),
    ],
)
def test_a_byline_gives_names_and_nothing_that_stands_beside_them(before: str, names: tuple[str, ...]) -> None:
    article = article_from_html(page(before=before))
    assert article.byline == names
    assert article.text.casefold().count("by ruby ross") <= 1


def test_a_byline_in_the_language_of_the_page_is_read() -> None:
    html = page(before="<p class='signature'>Par Odile Roos</p>").replace("<html>", "<html lang='fr'>")
    article = article_from_html(html)
    assert article.byline == ("Odile Roos",)
    assert "Par Odile" not in article.text


def test_a_link_to_the_author_is_no_line_of_the_text() -> None:
    article = article_from_html(page(before="<a rel='author' href='/rr'>by Ruby Ross,</a>"))
    assert article.byline == ("Ruby Ross",)
    assert "by Ruby Ross," not in article.text


# Title


def test_a_heading_that_shares_nothing_with_the_window_is_no_title() -> None:
    html = page(title="Orchard stays, says head", heading="Village Pages").replace("<article>", "<article><p>Hi.</p>")
    assert article_from_html(html).title == "Orchard stays, says head"


def test_a_headline_that_nothing_on_the_page_knows_is_no_title() -> None:
    assert article_from_html(page(linked(headline="tree garden for schools"))).title == "Orchard stays"


def test_a_title_with_a_colon_is_whole() -> None:
    line = "Trees or cars: the village decides"
    assert article_from_html(page(title=f"{line} after all", heading=line)).title == line


# Date


def test_linked_data_inside_cdata_is_read() -> None:
    data = linked(datePublished="2019-02-03T10:00:00Z", dateModified="2024-01-01")
    html = page(data.replace('json">', 'json">\n<![CDATA[\n').replace("</script>", "\n]]>\n</script>"))
    assert article_from_html(html).published == "2019-02-03T10:00:00Z"


def test_published_comes_before_modified_and_a_table_gives_no_date() -> None:
    times = "<p class='meta'><time itemprop='dateModified' datetime='2024-05-05'>5 May</time> <time "
    times += "itemprop='datePublished' datetime='2024-05-02'>2 May</time></p>"
    table = "<table><tr><th>When</th><th>What</th></tr><tr><td><time datetime='1931-03-03'>1931</time></td><td>a"
    table += "</td></tr></table>"
    assert article_from_html(page(before=table + times)).published == "2024-05-02"
    assert article_from_html(page(before=table)).published is None


def test_the_date_that_a_page_shows_is_shown_once(blocks: Callable[[Article], list[tuple[str, str]]]) -> None:
    meta = '<meta property="article:published_time" content="2026-05-02T10:00:00Z">'
    line = "<div class='meta'><span>Orchards</span> · <time>2 May 2026</time> · <time>9 June 2026</time></div>"
    found = blocks(article_from_html(page(meta, line)))
    assert [words for kind, words in found if kind == "date"] == ["2 May 2026"]
    found = blocks(article_from_html(page(meta, "<p class='date'><time>2 May 2026</time></p>")))
    assert [words for kind, words in found if kind == "date"] == ["2 May 2026"]


# A body that stands only in the page's data


def test_an_article_that_stands_only_in_linked_data_is_read_from_there() -> None:
    lines = [words.replace("<p>", "") for words in STORY.split("</p>") if words]
    data = linked(articleBody="\n\n".join(lines))
    html = f"<html><head><title>Orchard stays</title>{data}</head><body><div id='app'></div><noscript>You need to "
    html += "enable JavaScript to run this app.</noscript></body></html>"
    article = article_from_html(html)
    assert text_of(article).split("\n\n") == lines
    assert article.title == "Orchard stays"


def test_what_the_page_shows_goes_before_what_its_data_say() -> None:
    article = article_from_html(page(linked(articleBody="Something else entirely. " * 9)))
    assert "Something else" not in article.text
