"""Heads of plain text as they come from the clipboard, with what outlets, agencies and browsers put around them."""

import pytest

from reader.article import Article, article_from_text
from tests.article.formats.conftest import BODY, Blocks


def head_of(text: str, blocks: Blocks) -> tuple[Article, list[tuple[str, str]]]:
    article = article_from_text(f"{text}\n\n{BODY}")
    return article, blocks(article)[:-2]


def test_a_head_with_labels_source_and_caption(blocks: Blocks) -> None:
    article, head = head_of(
        "Storm shuts schools across the north\nBy Carla Finch\nNorth News\nPublished\n4 hours ago\nShare\n"
        "Image source, Getty Images\nImage caption,\nWaves hit the pier on Monday",
        blocks,
    )
    assert article.byline == ("Carla Finch",)
    assert [kind for kind, _ in head] == [
        "title",
        "byline",
        "other",
        "other",
        "date",
        "other",
        "other",
        "other",
        "caption",
    ]
    assert head[-1] == ("caption", "Waves hit the pier on Monday")


def test_a_head_with_section_standfirst_and_a_byline_without_by(blocks: Blocks) -> None:
    article, head = head_of(
        "World news\nStorm shuts schools across the north\n\nMinisters urge parents to keep children at home\n\n"
        "Carla Finch in Newcastle\nMon 23 Nov 2026 09.30 GMT\nLast modified on Mon 23 Nov 2026 10.12 GMT",
        blocks,
    )
    assert [kind for kind, _ in head] == ["other", "title", "standfirst", "byline", "date", "date"]
    assert (article.byline, article.published) == (("Carla Finch",), "2026-11-23")


def test_a_head_with_date_and_byline_in_one_line(blocks: Blocks) -> None:
    article, head = head_of("Storm shuts schools\n\nNovember 23, 2026 | 9:30 am ET | By Carla Finch", blocks)
    assert [kind for kind, _ in head] == ["title", "byline"]
    assert (article.byline, article.published) == (("Carla Finch",), "2026-11-23")


def test_a_byline_deep_in_the_story_does_not_turn_paragraphs_into_a_head(blocks: Blocks) -> None:
    article = article_from_text(f"Storm shuts schools\n\n{BODY}\n\nBy Carla Finch\n\n{BODY}")
    assert [kind for kind, _ in blocks(article)] == [
        "title",
        "paragraph",
        "paragraph",
        "byline",
        "paragraph",
        "paragraph",
    ]
    assert article.byline == ("Carla Finch",)


def test_a_headline_is_known_by_the_dateline_under_it() -> None:
    text = "Talbot says that her meeting with the board was not a threat.\n\nHARROWGATE (AP) — " + BODY
    assert article_from_text(text).title == "Talbot says that her meeting with the board was not a threat"


def test_a_byline_that_runs_into_the_dateline(blocks: Blocks) -> None:
    article = article_from_text(
        "By Lalit Jha and Bo Ray New Delhi, Jul 27 (PTI) The ministry said that the tide tables were wrong again, and "
        "that it would print new ones.\n\nNobody had asked for them, said a clerk who had."
    )
    assert article.byline == ("Lalit Jha", "Bo Ray")
    assert blocks(article)[:2] == [("byline", "By Lalit Jha and Bo Ray"), ("dateline", "New Delhi, Jul 27 (PTI)")]


BRIDGE = (
    "The council met on Monday evening in the old town hall and decided, after four hours of debate, that the bridge"
    " will be closed to all cars from the first of June.\n\n“We have waited,” said the mayor, Ute Lang.\n"
)
HEADLINE = "Old bridge to close to cars after long fight"


@pytest.mark.parametrize(
    "title",
    [
        "Former mayor tells a packed hall in Millbrook that the vote about the old bridge was “rigged.”",
        "Council chief says that the money for the bridge, which nobody has counted, has ‘gone.’",
        "Mayor on bridge: ‘We have waited.’",
    ],
)
def test_a_title_may_end_with_the_stop_of_what_it_quotes(title: str) -> None:
    assert article_from_text(f"{title}\n\n{BRIDGE}").title == title


def test_a_first_paragraph_of_two_sentences_is_no_title() -> None:
    assert article_from_text(f"“We have waited,” said the mayor. “It is time.”\n\n{BRIDGE}").title is None


@pytest.mark.parametrize(
    "above",
    [
        "Politics",
        "WORLD NEWS",
        "Opinion | Transport",
        "Home > News > Millbrook",
        "News / Local",
        "EXCLUSIVE",
        "Long read",
    ],
)
@pytest.mark.parametrize("below", ["", "By Ann Lee\n\n", "Tuesday 3 June 2025\n\n"])
def test_a_section_above_the_title_is_not_the_title(above: str, below: str, blocks: Blocks) -> None:
    article = article_from_text(f"{above}\n\n{HEADLINE}\n\n{below}{BRIDGE}")
    assert article.title == HEADLINE
    assert blocks(article)[0] == ("other", above)


def test_a_short_title_above_a_standfirst_is_the_title() -> None:
    article = article_from_text(f"Bridge closes\n\nIt took nine years, and the mayor never gave up\n\n{BRIDGE}")
    assert article.title == "Bridge closes"
    assert article_from_text(f"World Cup\n\nWhat a week it was\n\n{BRIDGE}").title == "World Cup"


def test_a_line_of_place_and_date_is_a_dateline(blocks: Blocks) -> None:
    article = article_from_text(f"{HEADLINE}\n\nMILLBROOK, 2 June 2025, Nordpress\n\n{BRIDGE}")
    assert blocks(article)[1] == ("dateline", "MILLBROOK, 2 June 2025, Nordpress")
    assert article.published == "2025-06-02"
    article = article_from_text(f"{HEADLINE}\n\nMILLBROOK, 2 June, Nordpress\n\n{BRIDGE}")
    assert (blocks(article)[1][0], article.published) == ("dateline", None)


def test_what_a_browser_copies_with_an_article_is_no_text(blocks: Blocks) -> None:
    article = article_from_text(
        f"Skip to content\nMenu\nHome\nSport\n{HEADLINE}\nAnn Lee\n3 June 2025\n5 min read\nShare\nSave\nListen\n1:00"
        "\n\n"
        f"{BRIDGE}\nShare this article\n\nView comments\n\nMore from Millbrook\n"
    )
    assert [kind for kind, _ in blocks(article)] == [
        *["other"] * 4,
        *["title", "byline", "date"],
        *["other"] * 5,
        *["paragraph"] * 2,
        *["other"] * 3,
    ]
    assert (article.title, article.byline, article.published) == (HEADLINE, ("Ann Lee",), "2025-06-03")


def test_a_date_in_numbers_that_could_be_either_is_shown_and_not_guessed(blocks: Blocks) -> None:
    article = article_from_text(f"{HEADLINE}\n\n05/06/2025\n\n{BRIDGE}")
    assert blocks(article)[1] == ("date", "05/06/2025")
    assert article.published is None


RELEASE_BODY = (
    "Tern & Daughters, the independent publisher, today announced that it has agreed to buy Halyard Press for about "
    "14 million crowns in cash, its largest purchase so far.\n\n"
    "“This is a marriage of two stubborn houses,” said Greta Tern, who chairs Tern & Daughters."
)


@pytest.mark.parametrize(
    ("above", "published"),
    [
        ("FOR IMMEDIATE RELEASE", None),
        ("Press release", None),
        ("For immediate release: 3 September 2026", "2026-09-03"),
        ("EMBARGOED UNTIL 00:01 THURSDAY 3 SEPTEMBER 2026", "2026-09-03"),
        ("PRESS RELEASE\n\nSeptember 3, 2026", "2026-09-03"),
        ("NEWS RELEASE\n\nMedia contact: Odd Lindqvist, +46 555 0199", None),
    ],
)
def test_what_says_that_a_press_release_is_one_is_not_its_title(above: str, published: str | None) -> None:
    article = article_from_text(f"{above}\n\nTern & Daughters to buy Halyard Press\n\n{RELEASE_BODY}")
    assert (article.title, article.published) == ("Tern & Daughters to buy Halyard Press", published)
    assert above in article.text


@pytest.mark.parametrize("headline", ["Press release fever grips the town hall", "Embargo on grain holds, say millers"])
def test_a_headline_about_a_release_is_one(headline: str) -> None:
    assert article_from_text(f"{headline}\n\n{RELEASE_BODY}").title == headline


@pytest.mark.parametrize(
    "dateline",
    [
        "LUND, Sept. 3, 2026 /PRNewswire/ -- ",
        "LUND, Sweden, Sept. 3, 2026 /CNW/ - ",
        "LUND, Sweden (September 3, 2026) — ",
        "Lund, Sweden – September 3, 2026 – ",
        "LUND, 3 September 2026 (PA) — ",
    ],
)
def test_the_day_of_a_dateline_is_the_articles_where_nothing_else_tells_it(blocks: Blocks, dateline: str) -> None:
    article = article_from_text(f"Tern & Daughters to buy Halyard Press\n\n{dateline}{RELEASE_BODY}")
    assert ("dateline", dateline.strip()) in blocks(article)
    assert article.published == "2026-09-03"
    dated = article_from_text(f"Halyard Press is sold\n\nBy Ann Lee\n\n5 September 2026\n\n{dateline}{RELEASE_BODY}")
    assert dated.published == "2026-09-05"
