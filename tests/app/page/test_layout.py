"""An article is laid out as lines that are spans of its text, block by block."""

import pytest

from reader.app.page.layout import Page, front_words, has_bullet, lay_out
from reader.article.model import Article, Block


def shown(page: Page) -> list[str]:
    return [page.article.text[a:b] for a, b in zip(page.starts, page.ends, strict=True)]


def test_every_character_but_separators_and_breaking_spaces_is_on_a_line_or_in_the_masthead(article: Article) -> None:
    for measure in (20, 40, 72, 200):
        page = lay_out(article, measure)
        told = front_words(article)[2] - {*page.blocks}
        rest = "".join(article.words_of(block.span) for at, block in enumerate(article.blocks) if at not in told)
        assert "".join(shown(page)).replace(" ", "") == rest.replace(" ", "")


def test_byline_and_date_stand_in_the_masthead_where_it_has_room_for_them(article: Article) -> None:
    assert front_words(article) == ("The Osmund Packet", ["4 May 2026", "By Hanne Lindqvist"], frozenset((2, 3)))
    assert not {2, 3} & {*lay_out(article, 72).blocks}
    without = Article("Boats\n\nText.", (Block("title", (0, 5)), Block("paragraph", (7, 12))), published="2026-05-04")
    assert front_words(without) == ("", ["4 May 2026"], frozenset())


def test_title_byline_and_date_stand_together_over_a_rule_where_the_masthead_has_no_room(article: Article) -> None:
    page = lay_out(article, 50)
    lines = shown(page)
    assert lines[0] == "Ferry crews vote to strike over the night boats"
    byline = lines.index("By Hanne Lindqvist")
    assert lines[byline + 1] == "4 May 2026"
    assert page.rule == byline + 2
    assert lines[page.rule] == ""


def test_list_items_stand_together_and_headings_apart(article: Article) -> None:
    lines = shown(lay_out(article, 72))
    friday = lines.index("Friday: no boats after 18:00")
    assert lines[friday + 1] == "Saturday: one boat, at noon"
    heading = lines.index("Lambs on the quay")
    assert lines[heading - 2 : heading] == ["", ""]


@pytest.mark.parametrize(
    ("item", "dot"), [("a rope", True), ("10. a rope", False), ("- a rope", False), ("1950 was a good year", True)]
)
def test_an_item_with_a_number_of_its_own_gets_no_dot(item: str, dot: bool) -> None:
    made = Article(item, (Block("list-item", (0, len(item))),))
    assert has_bullet(made, made.blocks[0]) == dot


def test_quotes_are_set_in(article: Article) -> None:
    page = lay_out(article, 72)
    line = page.line_of(article.text.index("A ferry is a road"))
    assert page.indent(line) == 4


@pytest.mark.parametrize("measure", [18, 30, 72])
def test_a_character_is_found_on_the_line_that_shows_it(article: Article, measure: int) -> None:
    page = lay_out(article, measure)
    for block in (article.blocks[at] for at in {*page.blocks}):
        for position in range(*block.span):
            line = page.line_of(position)
            inside = page.starts[line] <= position < page.ends[line]
            assert inside or article.text[position] == " "


def test_an_anchor_holds_through_every_width(article: Article) -> None:
    narrow, wide = lay_out(article, 24), lay_out(article, 50)
    for line in range(narrow.height):
        anchor = narrow.anchor_at(line)
        position = article.blocks[anchor[0]].span[0] + anchor[1]
        found = wide.line_of_anchor(anchor)
        assert wide.starts[found] <= position <= wide.ends[found] + 1


def test_an_empty_article_has_no_lines(article: Article) -> None:
    from reader.article.model import Article

    page = lay_out(Article("", ()), 72)
    assert page.height == 0
    assert page.line_of(0) == 0
    assert page.anchor_at(3) == (0, 0)
