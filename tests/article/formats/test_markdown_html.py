"""HTML, formulas and notes inside Markdown keep their words."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.page.layout import indent_of
from reader.article import Article
from reader.article.detect import text_format
from reader.article.parsing import parse

Blocks = Callable[[Article], list[tuple[str, str]]]


def read(text: str) -> Article:
    return parse(text.encode(), name="mill.md")


def test_blocks_of_html_keep_their_words(blocks: Blocks, sound: Callable[[Article], None]) -> None:
    article = read(
        '<div align="center">\n<h1>The mill</h1>\n<p>It <b>stood</b> still.</p>\n</div>\n\nNobody knew *why*.\n\n'
        "<details>\n<summary>What the miller said</summary>\n\nThat it was the river.\n\n</details>\n\n"
        "<blockquote>“It was the river.”</blockquote>\n\n<table><tr><td>Wheels</td><td>Two</td></tr></table>\n"
    )
    sound(article)
    assert blocks(article) == [
        ("title", "The mill"),
        ("paragraph", "It stood still."),
        ("paragraph", "Nobody knew why."),
        ("paragraph", "What the miller said"),
        ("paragraph", "That it was the river."),
        ("quote", "“It was the river.”"),
        ("paragraph", "Wheels"),
        ("paragraph", "Two"),
    ]


def test_line_breaks_do_not_glue_words_and_two_part_paragraphs(blocks: Blocks) -> None:
    article = read("# The mill\n\nIt stood<br>still.<br><br/>Nobody knew<br />why.\n")
    assert blocks(article)[1:] == [("paragraph", "It stood still."), ("paragraph", "Nobody knew why.")]


def test_elements_inside_a_line(blocks: Blocks) -> None:
    article = read(
        '# The mill\n\nThe <a href="https://mill.example/m">miller</a> <kbd>said</kbd> so<script>alert(1)</script>, at'
        " <ruby>水車<rt>すいしゃ</rt></ruby>.\n"
    )
    assert blocks(article)[1] == ("paragraph", "The miller said so, at 水車.")
    assert [(article.words_of(link.span), link.url) for link in article.links] == [("miller", "https://mill.example/m")]


def test_what_html_hides_stays_hidden() -> None:
    text = read(
        "# The mill\n\n<style>p {}</style>\n\n<div>It stood still, said the miller.<p hidden>Or did it?</p></div>"
        "\n\n<script>\n\nalert(1)\n\n</script>\n\n<!-- not yet -->\n\nNobody knew.\n"
    ).text
    assert "It stood still" in text
    assert "Nobody knew." in text
    assert not any(words in text for words in ("Or did it", "alert", "not yet", "p {}"))


def test_html_inside_a_list_belongs_to_its_item(blocks: Blocks) -> None:
    article = read("# The mill\n\n- <div>the wheel</div>\n- the *stone*\n")
    assert blocks(article)[1:] == [("list-item", "the wheel"), ("list-item", "the stone")]


def test_formulas_and_code_keep_their_signs(blocks: Blocks) -> None:
    article = read(
        "# The mill\n\nThe wheel turns $a_1*b*c_2$ times, or `x*y*z`, for $5 or $6 an hour.\n\n$$\n\\frac{v}{r}\n$$\n"
    )
    assert blocks(article)[1:] == [
        ("paragraph", "The wheel turns $a_1*b*c_2$ times, or x*y*z, for $5 or $6 an hour."),
        ("other", "\\frac{v}{r}"),
    ]


def test_a_note_that_nothing_refers_to_is_kept_behind_those_that_something_does(blocks: Blocks) -> None:
    text = "# Quay\n\nThe quay is dry.[^b]\n\n[^a]: Nobody asked the clerk.\n[^b]: In May.\n\nIt will stay so.\n"
    found = blocks(read(text))
    assert [words for _, words in found] == [
        "Quay",
        "The quay is dry.",
        "It will stay so.",
        "In May.",
        "Nobody asked the clerk.",
    ]


def test_items_of_lists_within_lists_tell_how_deep_they_stand() -> None:
    text = "# Quay\n\n1. One.\n   - Two.\n     - Three.\n2. Four.\n\n- Five.\n"
    article = read(text)
    items = [block for block in article.blocks if block.kind == "list-item"]
    assert [(article.words_of(block.span), block.level) for block in items] == [
        ("1. One.", 0),
        ("Two.", 1),
        ("Three.", 2),
        ("2. Four.", 0),
        ("Five.", 0),
    ]
    assert [indent_of(block) for block in items] == [2, 4, 6, 2, 2]


def test_notes_stand_at_the_end_and_their_marks_nowhere(blocks: Blocks) -> None:
    article = read("# The mill\n\nIt stood still.[^1] Nobody knew why.\n\n[^1]: On 3 June.\n\n~~Somebody~~ did.\n")
    assert blocks(article)[1:] == [
        ("paragraph", "It stood still. Nobody knew why."),
        ("paragraph", "Somebody did."),
        ("paragraph", "On 3 June."),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<p align='center'><img src='m.png'></p>\n\n# The mill\n\nIt **stood** still.\n\n- a\n- b\n", "", "markdown"),
        ("<div>The mill</div>\n\nIt stood still.\n", "README.md", "markdown"),
        ("<html><body># The mill", "README.md", "html"),
        ("<div><p>The mill stood still.</p></div>", "", "html"),
    ],
)
def test_markdown_that_opens_with_html_is_markdown(text: str, name: str, kind: str) -> None:
    assert text_format(text, name) == kind


def test_very_many_blocks_of_html_keep_their_words() -> None:
    assert read("# The mill\n\n" + "<b>still</b>\n\n<div>it stood\n\n" * 5_500).text.count("it stood") == 5_500


PARTS = ["<b>", "</b>", "<br>", "<div>", "</div>", "\n\n", "$", "$$", "[^1]", "[^1]: ", "word", "<script>", "</script>"]


@given(st.lists(st.sampled_from([*PARTS, "> ", "- ", "# ", "~~", "`", "<rt>", "|"]), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_is_an_article(text: str) -> None:
    read(f"# The mill\n\nIt stood still.\n\n{text}")


@pytest.mark.parametrize("name", ["description", "subtitle", "standfirst", "excerpt"])
def test_what_the_front_matter_says_below_the_title_is_the_standfirst(name: str, blocks: Blocks) -> None:
    article = read(
        f"---\ntitle: The mill\nauthor: Ute Lang\n{name}: It stood still.\n---\n\nNobody knew why, said Ute.\n"
    )
    assert blocks(article) == [
        ("title", "The mill"),
        ("standfirst", "It stood still."),
        ("byline", "By Ute Lang"),
        ("paragraph", "Nobody knew why, said Ute."),
    ]
    repeated = read(f"---\ntitle: The mill\n{name}: It stood still.\n---\n\nIt stood still.\n\nNobody knew.\n")
    assert repeated.text.count("It stood still") == 1
