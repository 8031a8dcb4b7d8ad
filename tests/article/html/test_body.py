"""The body of a page is whole: no words are lost, glued or moved for the way that a page is built."""

import textwrap
from collections.abc import Callable

import pytest

from reader.article import Article, text_of
from reader.article.html.page import article_from_html

Blocks = Callable[[Article], list[tuple[str, str]]]

FIRST = (
    "The night ferry to Ostrow will stop for good in November, the company said on Thursday, after forty years in "
    "which it was never once on time."
)
SECOND = (
    "“We waited for it as one waits for weather,” said Milan Kor, who ran the kiosk on the pier and sold tea to "
    "those who missed the last train."
)
THIRD = (
    "The company wants to sell the ship to a museum in the south, and the museum says that it has not yet found "
    "anybody who could pay for the paint."
)
LAST = (
    "The last crossing is planned for the evening of the thirtieth, with a band on deck, and tickets for it were "
    "gone within the hour, to the company's own surprise."
)


def page(body: str, *, head: str = "", before: str = "", after: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>Night ferry stops</title>{head}</head><body>'
        f"<header><nav><a href='/n'>News</a></nav></header>{before}<article><h1>Night ferry stops</h1>{body}</article>"
        f"{after}<footer><p>The Pier Post, 2 Rope Lane. All rights reserved.</p></footer></body></html>"
    )


def prose(*paragraphs: str) -> str:
    return "".join(f"<p>{words}</p>" for words in paragraphs)


def body_of(html: str) -> list[str]:
    return text_of(article_from_html(html)).split("\n\n")


WHOLE = [FIRST, SECOND, THIRD, LAST]


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain, <span></span>who has steered it since May, said <i></i>“nothing lasts” and went below.",
        "<b></b>The captain, who has steered it since <em></em>May, said “nothing lasts” and went <u> </u>below.",
        "The captain, <span class='link'>who has <a href='/x'>steered</a> it</span> since May, said “nothing lasts” "
        "and went below.",
        "The captain, who has <span class='author'>steered</span> it <span id='side-bottom'>since</span> May, said "
        "<span class='embed slide'>“nothing lasts”</span> and <span style='border:1px solid'>went</span> below.",
        "The captain, who has steered it since <time datetime='2026-05-01'>May</time>, said <label>“nothing "
        "lasts”</label> and went below.",
        "The captain, who has steered it since May, said <font color=red>“nothing</font> <strong>lasts</strong>” and "
        "went below.",
    ],
)
def test_phrases_keep_their_words_whatever_they_are_called(sentence: str) -> None:
    plain = "The captain, who has steered it since May, said “nothing lasts” and went below."
    assert body_of(page(prose(FIRST, sentence, THIRD, LAST)))[1] == plain


@pytest.mark.parametrize(
    "mark",
    [
        "class='author'",
        "class='link'",
        "class='teaser-text'",
        "class='bar'",
        "class='slide'",
        "id='text-bottom'",
        "style='border:0;margin:0'",
        "class='embed'",
        "class='widget'",
    ],
)
def test_paragraphs_are_kept_whatever_they_are_called(mark: str) -> None:
    assert body_of(page(f"<p>{FIRST}</p><p {mark}>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p>")) == WHOLE


@pytest.mark.parametrize("tag", ["div", "section", "center"])
def test_prose_in_other_boxes_is_kept_in_its_place(tag: str) -> None:
    assert body_of(page(f"<p>{FIRST}</p><{tag}>{SECOND}</{tag}><p>{THIRD}</p><p>{LAST}</p>")) == WHOLE


def test_loose_sentences_and_their_headings_are_told_apart() -> None:
    html = page(f"<div><h2>What the kiosk loses</h2><p>{FIRST}</p>{SECOND}</div><div><p>{THIRD}</p>{LAST}</div>")
    assert body_of(html) == ["What the kiosk loses", *WHOLE]


def test_a_story_in_descriptions_of_nothing_keeps_its_short_lines() -> None:
    lines = [FIRST, "“And you?” she said.", SECOND, "He shook his head.", THIRD, LAST]
    html = "<html><head><title>The pier</title></head><body><center><h2>The pier</h2></center>"
    html += "".join(f"<dd>&nbsp; {line}\n" for line in lines) + "<hr></body></html>"
    assert text_of(article_from_html(html)).split("\n\n")[-6:] == lines


def test_what_is_said_three_times_stands_three_times() -> None:
    line = "“We want our ferry and we want it now,” they shouted from the pier."
    assert body_of(page(prose(FIRST, line, line, line, LAST))).count(line) == 3


@pytest.mark.parametrize("classes", ["part", "part part--last", "row flush-bottom"])
def test_a_body_in_several_boxes_of_one_name_is_joined(classes: str) -> None:
    def part(*words: str) -> str:
        return f"<div class='{classes}'><div class='story-text'>{prose(*words)}</div><aside>Ad</aside></div>"

    assert body_of(page(part(FIRST, SECOND) + part(THIRD) + part(LAST))) == WHOLE


def test_the_opening_in_a_box_of_its_own_is_kept() -> None:
    html = page(f"<div class='teaser-part'><p>{FIRST}</p></div><div class='rest'>{prose(SECOND, THIRD, LAST)}</div>")
    assert body_of(html) == WHOLE


def test_an_advertisement_between_two_boxes_is_left_out() -> None:
    html = page(f"<div>{prose(FIRST, SECOND)}</div><div class='ad'>Advertisement</div><div>{prose(THIRD, LAST)}</div>")
    assert body_of(html) == WHOLE


def test_a_paragraph_that_is_a_link_is_kept_and_one_that_points_away_is_not() -> None:
    linked = f"<p><a href='/more'><b>{SECOND}</b></a></p>"
    away = "<p><a href='/other'>READ MORE: Whatever became of the other ferry</a></p>"
    assert body_of(page(prose(FIRST) + linked + away + prose(THIRD, LAST))) == WHOLE


def test_linked_stories_beside_the_article_are_left_out() -> None:
    card = f"<li><div><a href='/b'><p>Bridge</p><p>{SECOND.replace('kiosk', 'bridge')}</p></a></div></li>"
    html = page(prose(*WHOLE), after=f"<div id='right'><ul>{card * 3}</ul></div>")
    assert body_of(html) == WHOLE


@pytest.mark.parametrize(
    "name", ["related-posts", "newsletter", "emailSignup", "promo-box", "author-bio", "share-tools"]
)
def test_what_is_named_for_something_else_is_left_out(name: str) -> None:
    other = f"<div class='{name}'><p>Sign up here for a letter about ships, which comes every morning.</p></div>"
    assert body_of(page(prose(FIRST, SECOND) + other + prose(THIRD, LAST))) == WHOLE


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</BODY></HTML >"])
def test_what_stands_behind_the_end_of_a_page_is_read_as_browsers_do(end: str) -> None:
    html = f"<html><head><title>Ferry</title></head><body>{prose(FIRST, SECOND)}{end}{prose(THIRD, LAST)}</body></html>"
    assert body_of(html) == WHOLE


@pytest.mark.parametrize("opens", ["<!doctype html><html>", "<head><title>Another</title></head>", "<article>"])
def test_another_page_behind_the_end_of_a_page_is_not_read(opens: str) -> None:
    html = f"<html><body><article>{prose(FIRST, SECOND)}</article></body></html>{opens}{prose(THIRD, LAST, THIRD)}"
    assert body_of(html) == [FIRST, SECOND]


@pytest.mark.parametrize("other", ["<!-- </html -->", "<html-embed hidden>Get our letter</html-embed>"])
def test_what_only_looks_like_the_end_of_a_page_ends_none(other: str) -> None:
    assert body_of(page(prose(FIRST, SECOND) + other + prose(THIRD, LAST))) == WHOLE


def test_articles_behind_a_heading_that_announces_them_are_left_out() -> None:
    others = "".join(
        f"<article class='post'><h4>Ship {n}</h4>{prose(SECOND.replace('tea', n))}</article>" for n in "abc"
    )
    html = page(prose(FIRST, THIRD, LAST) + f"<h3>You may also like</h3>{others}")
    assert body_of(html) == [FIRST, THIRD, LAST]


def test_a_live_blog_keeps_its_entries_and_their_headings_in_order() -> None:
    entries = [("The ship has left", FIRST), ("On the pier", SECOND), ("What comes now", LAST)]
    posts = "".join(
        f"<article class='entry' id='e{n}'><header><time>2{n}:10</time><h2>{head}</h2><span class='author'>Ana Bell"
        f"</span></header><p>{words}</p></article>"
        for n, (head, words) in enumerate(entries)
    )
    html = f"<html><head><title>Live: the ferry</title></head><body><main><h1>Live: the ferry</h1>{posts}</main></body>"
    assert body_of(html) == [line for entry in entries for line in entry]


def test_list_items_with_empty_paragraphs_in_them_are_whole() -> None:
    items = "".join(
        f"<li> “{words}” <i>(some</i> said <i>so)</i><p></p></li>" for words in ("No.", "Never.", "Why not?")
    )
    found = body_of(page(f"<p>{FIRST}</p><ul>{items}</ul>{prose(THIRD, LAST)}"))
    assert found == [FIRST, "“No.” (some said so)", "“Never.” (some said so)", "“Why not?” (some said so)", THIRD, LAST]


# Quotations


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote><p>It was my whole life.</p><footer>Milan Kor, <cite>in a letter</cite></footer></blockquote>",
        "<blockquote><p>It was my whole life.</p><cite>Milan Kor, in a letter</cite></blockquote>",
        "<figure class='pull'><blockquote><p>It was my whole life.</p></blockquote><figcaption>Milan Kor, in a letter"
        "</figcaption></figure>",
        "<div class='social-embed'><blockquote class='post'><p>It was my whole life.</p>Milan Kor, <a href='/m'>in a "
        "letter</a></blockquote></div>",
    ],
)
def test_a_quotation_keeps_who_said_it(quotation: str, blocks: Blocks) -> None:
    found = blocks(article_from_html(page(prose(FIRST, SECOND) + quotation + prose(THIRD, LAST))))
    at = found.index(("quote", "It was my whole life."))
    assert found[at + 1] == ("quote", "Milan Kor, in a letter")
    assert found[at - 1] == ("paragraph", SECOND)


def test_what_a_browser_puts_in_quotation_marks_has_them() -> None:
    found = body_of(page(prose(FIRST, "Kor called it <q>a slow goodbye</q> and went home to his cats.", THIRD, LAST)))
    assert found[1] == "Kor called it “a slow goodbye” and went home to his cats."


# Tables


def test_a_page_laid_out_in_a_table_is_read_without_its_menu() -> None:
    menu = "<td><a href='/'>Home</a> <a href='/old'>Old</a></td>"
    html = f"<html><title>Night ferry stops</title><body><table><tr>{menu}<td><h1>Night ferry stops</h1>"
    html += f"<p>{FIRST.replace('forty', '<i>forty</i>')}<p>{SECOND}<p>{THIRD}<p>{LAST}</td></tr></table></body></html>"
    assert [line for line in body_of(html) if line != "Night ferry stops"] == WHOLE


def test_paragraphs_between_breaks_in_a_cell_keep_their_links() -> None:
    words = f"{FIRST}<br><br>{SECOND.replace('pier', '<a href=p><u>pier</u></a>')}<br><br>{THIRD}<br><br>{LAST}"
    html = f"<html><title>Ferry</title><body><table><tr><td><img src=b></td><td><font>{words}</font></td></tr></table>"
    assert body_of(html) == WHOLE


def test_a_clock_time_does_not_grow_into_the_words_behind_it() -> None:
    found = body_of(page(f"<p><time>18:00</time>Said the captain: nothing.</p>{prose(*WHOLE)}"))
    assert found[0] == "18:00 Said the captain: nothing."


# Captions


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src='f.jpg'><figcaption>The ferry in its last May.</figcaption></figure>",
        "<div class='wp-image'><img src='f.jpg'><p class='wp-caption-text'>The ferry in its last May.</p></div>",
        "<div class='photo'><div class='caption caption-full'>The ferry in its last May.</div></div>",
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_captions_stand_where_their_pictures_stand(figure: str, place: int, blocks: Blocks) -> None:
    parts = [f"<p>{words}</p>" for words in WHOLE]
    parts.insert(place, figure)
    found = [block for block in blocks(article_from_html(page("".join(parts)))) if block[0] != "title"]
    expected = [("paragraph", words) for words in WHOLE]
    expected.insert(place, ("caption", "The ferry in its last May."))
    assert found == expected


# Names that say nothing against an article, when it is most of the page


@pytest.mark.parametrize("tag", ["div", "section", "aside", "footer", "header"])
@pytest.mark.parametrize("names", ["class='comment-page' id='comments'", "class='social-share'", "id='sidebar-bottom'"])
def test_a_box_that_holds_most_of_the_page_is_the_article_whatever_it_is_called(tag: str, names: str) -> None:
    html = (
        f"<html><head><title>Ferry</title></head><body><p>Menu</p><{tag} {names}>{prose(*WHOLE)}</{tag}></body></html>"
    )
    assert body_of(html) == WHOLE


def test_a_page_that_is_one_form_is_read() -> None:
    html = f"<html><title>Ferry</title><body><form action='/x'><input name=q>{prose(*WHOLE)}</form></body></html>"
    assert body_of(html) == WHOLE


def test_descriptions_keep_what_they_are_of() -> None:
    html = page(
        f"<p>{FIRST}</p><dl><dt>The captain</dt><dd>“It was a good ship,” he said.</dd><dt>The cook</dt>"
        f"<dd>“It was a cold ship,” she said.</dd></dl>{prose(THIRD, LAST)}"
    )
    said = ["The captain", "“It was a good ship,” he said.", "The cook", "“It was a cold ship,” she said."]
    assert body_of(html) == [FIRST, *said, THIRD, LAST]


def test_a_linked_list_between_paragraphs_is_kept_when_its_items_are_sentences() -> None:
    items = ["The ship weighs four thousand tons.", "Its horn can be heard in Denmark."]
    listed = "".join(f"<li><a href='/{n}'>{words}</a></li>" for n, words in enumerate(items))
    assert body_of(page(f"<p>{FIRST}</p><ul>{listed}</ul>{prose(THIRD, LAST)}")) == [FIRST, *items, THIRD, LAST]


def test_what_is_quoted_beside_the_text_is_kept_unless_the_text_says_it() -> None:
    own = "<aside class='pull-quote'><p>“Nobody ever asked the seagulls.”</p></aside>"
    repeated = "<aside class='pull-quote'><p>“We waited for it as one waits for weather”</p></aside>"
    found = body_of(page(prose(FIRST, SECOND) + own + repeated + prose(THIRD, LAST)))
    assert found == [FIRST, SECOND, "“Nobody ever asked the seagulls.”", THIRD, LAST]


def test_phrases_that_a_style_sets_apart_do_not_grow_together() -> None:
    found = body_of(page(f"<p><span class='clock'>21:40</span><span>Everybody was asleep.</span></p>{prose(*WHOLE)}"))
    assert found[0] == "21:40 Everybody was asleep."


@pytest.mark.parametrize("width", [0, 60])
def test_empty_lines_part_the_paragraphs_of_what_is_set_as_it_was_typed(width: int) -> None:
    typed = "\n\n".join(textwrap.fill(each, width) if width else each for each in WHOLE)
    html = f"<html><head><title>Night ferry stops</title></head><body><pre>\n{typed}\n</pre></body></html>"
    assert body_of(html)[-4:] == WHOLE


def test_phrases_in_what_is_set_as_it_was_typed_stay_in_their_paragraphs() -> None:
    typed = "\n \n".join(each.replace("the", "<i>the</i>", 1) for each in WHOLE)
    assert body_of(page(f"<pre>{typed}</pre>"))[-4:] == WHOLE


def test_the_caption_of_a_table_stands_before_it(blocks: Blocks) -> None:
    rows = "<tr><th>Year</th><th>Late</th></tr><tr><td>2019</td><td>365 days</td></tr>"
    table = f"<table><caption>How late <i>the ferry</i> was</caption>{rows}</table>"
    found = blocks(article_from_html(page(prose(FIRST, SECOND) + table + prose(THIRD, LAST))))
    at = found.index(("caption", "How late the ferry was"))
    assert found[at - 1] == ("paragraph", SECOND)
    assert found[at + 1] == ("table", "Year | Late\n2019 | 365 days")


def test_what_a_browser_shows_of_a_template_at_once_is_read() -> None:
    story = f"<h1>Night ferry stops</h1>{prose(*WHOLE)}"
    html = (
        "<html><head><title>Night ferry stops</title></head><body><post-story>"
        f"<template shadowrootmode='open'>{story}</template></post-story>"
        "<template><p>A template that only a script uses holds words for another day.</p></template></body></html>"
    )
    assert body_of(html)[-4:] == WHOLE


@pytest.mark.parametrize(("one", "other"), [("It stops.", "“Why?”"), ("“Never.”", "He left."), ("So it is!", "It is.")])
def test_sentences_in_phrases_of_their_own_are_not_glued(one: str, other: str) -> None:
    body = prose(FIRST, SECOND) + f"<p><span>{one}</span><span>{other}</span></p>" + prose(THIRD, LAST)
    assert f"{one} {other}" in body_of(page(body))
