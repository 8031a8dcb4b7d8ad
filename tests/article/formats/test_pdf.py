"""PDFs as papers print them: columns, running heads, notes, hyphens, and paragraphs over the ends of pages."""

from collections.abc import Callable
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.formats.pdf_flow import joined
from reader.article.formats.pdf_page import Word, lines_of, rows_of
from reader.article.parsing import parse

Blocks = Callable[[Article], list[tuple[str, str]]]
Make = Callable[..., bytes]
Drawn = list[tuple[int, int, int, str]]

FIRST = [
    "The mule drivers of the salt",
    "road have asked for a wall",
    "against the snow, which came",
    "twice last winter.",
]
SECOND = ["The county will consider it", "in the spring, said its clerk,", "who had not been asked", "before."]
THIRD = ["Mira Olsen has driven mules", "for forty years. She will not", "wait, she said, and neither", "will they."]


def column(x: int, lines: list[str], top: int = 640, step: int = 12) -> Drawn:
    return [(x, top - step * row, 10, words) for row, words in enumerate(lines)]


def prose(article: Article, blocks: Blocks) -> list[str]:
    return [words for kind, words in blocks(article) if kind == "paragraph"]


COLUMNS = [column(40, FIRST), column(230, SECOND), column(420, THIRD)]
READ = [" ".join(lines) for lines in (FIRST, SECOND, THIRD)]
HEAD = [(40, 720, 24, "The drivers of the salt road ask for a wall"), (40, 695, 9, "Ida Holm and Bram de Wit")]


@pytest.mark.parametrize(
    "drawn",
    [list(chain(*COLUMNS)), sorted(chain(*COLUMNS), key=lambda line: -line[1]), list(chain(*reversed(COLUMNS)))],
    ids=["column by column", "line by line", "last column first"],
)
def test_three_columns_are_read_in_order_however_they_are_drawn(drawn: Drawn, make_pdf: Make, blocks: Blocks) -> None:
    article = parse(make_pdf(HEAD + drawn))
    assert prose(article, blocks) == READ
    assert article.title == "The drivers of the salt road ask for a wall"
    assert article.byline == ("Ida Holm", "Bram de Wit")


def test_columns_whose_lines_stand_at_different_heights(make_pdf: Make, blocks: Blocks) -> None:
    drawn = column(40, FIRST) + column(230, SECOND, top=635) + column(420, THIRD, top=644)
    assert prose(parse(make_pdf(drawn)), blocks) == READ


def test_what_stands_above_and_below_columns_stays_there(make_pdf: Make, blocks: Blocks) -> None:
    above = "What follows was printed in the paper of the county, which nobody there reads any more."
    below = "It was the last that the paper printed, and its printer has since become a driver of mules."
    drawn = [(40, 670, 10, above), *column(40, FIRST), *column(230, SECOND), (40, 580, 10, below)]
    assert prose(parse(make_pdf(drawn)), blocks) == [above, *READ[:2], below]


def test_a_table_is_read_row_by_row(make_pdf: Make) -> None:
    rows = [("Mules", "12"), ("Drivers", "9"), ("Walls", "0"), ("Winters", "40")]
    drawn = [(40, 700, 10, "What the road has, as the clerk of the county counted it in the autumn.")]
    drawn += [
        (x, 670 - 12 * row, 10, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((40, 300), cells, strict=True)
    ]
    text = parse(make_pdf(drawn)).text
    assert "Mules 12" in text
    assert "Winters 40" in text


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(make_pdf: Make, blocks: Blocks) -> None:
    first = ["The county will consider it,", "said its clerk, in the spring", "of the coming year, if there"]
    second = ["is any money left in it by", "then, which he thought rather", "unlikely after this winter and"]
    third = ["all that the winter has cost."]
    drawn = column(40, first) + column(230, second)
    assert prose(parse(make_pdf(drawn, column(40, third))), blocks) == [" ".join(first + second + third)]


@pytest.mark.parametrize("heads", [("The Salt Road Post", "The Salt Road Post"), ("The Salt Road Post", "Saturday")])
@pytest.mark.parametrize("number", ["- {} -", "Page {} of 2", "{}", "[{}]"])
def test_heads_and_numbers_of_two_pages_are_no_text(
    heads: tuple[str, str], number: str, make_pdf: Make, blocks: Blocks
) -> None:
    pages = [
        [(40, 780, 8, head), *column(40, lines, top=740), (290, 20, 8, number.format(page))]
        for page, (head, lines) in enumerate(zip(heads, (FIRST[:3], ["and again last winter."]), strict=True), start=1)
    ]
    article = parse(make_pdf(*pages))
    assert [words for _, words in blocks(article)] == [" ".join([*FIRST[:3], "and again last winter."])]


def test_notes_at_the_foot_do_not_cut_a_sentence(make_pdf: Make, blocks: Blocks) -> None:
    count = (40, 60, 7, "1 The count of the clerk, of March.")
    first = [*column(40, FIRST[:3]), count, (40, 52, 7, "2 Of nobody else.")]
    second = [*column(40, ["and again last winter."]), (40, 60, 7, "3 See the minutes of the county.")]
    assert prose(parse(make_pdf(first, second)), blocks) == [
        " ".join([*FIRST[:3], "and again last winter."]),
        "1 The count of the clerk, of March.",
        "2 Of nobody else.",
        "3 See the minutes of the county.",
    ]


def test_ragged_narrow_columns_are_not_torn_at_each_line(make_pdf: Make, blocks: Blocks) -> None:
    lines = [
        "The drivers of the",
        "salt road",
        "asked the extraordinarily",
        "patient county for",
        "a wall against snow.",
    ]
    assert prose(parse(make_pdf([(40, 740, 20, "A wall"), *column(40, lines)])), blocks) == [" ".join(lines)]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("an elec-", "tric cart", "an electric cart"),
        ("a well-", "known cart", "a well-known cart"),
        ("twenty-", "one carts", "twenty-one carts"),
        ("an Anglo-", "Saxon cart", "an Anglo-Saxon cart"),
        ("the custom-", "house", "the custom-house"),
        ("the salt-", "works", "the saltworks"),
        ("it was -", "it seems - late", "it was - it seems - late"),
        ("a soft\u00ad", "ened tone", "a softened tone"),
        ("in 2019-", "style carts", "in 2019-style carts"),
    ],
)
def test_words_that_a_hyphen_broke(left: str, right: str, whole: str) -> None:
    assert joined(left, right, {"custom-house", "saltworks"}) == whole


def test_a_page_that_lies_on_its_side(make_pdf: Make, blocks: Blocks) -> None:
    data = make_pdf(column(40, FIRST)).decode("latin-1")
    for x, y in [(40, 640 - 12 * row) for row in range(4)]:
        data = data.replace(f"{x} {y} Td", f"0 1 -1 0 {700 - y} {x} Tm")
    assert prose(parse(data.encode("latin-1")), blocks) == [READ[0]]


def test_a_stamp_along_the_margin_is_no_text(make_pdf: Make) -> None:
    data = make_pdf([*column(40, FIRST), (20, 300, 14, "Stamp of the county")]).decode("latin-1")
    assert "Stamp" not in parse(data.replace("20 300 Td", "0 1 -1 0 20 300 Tm").encode("latin-1")).text


words = st.builds(
    lambda text, x, y, width, size: Word(text, float(x), float(x + width), float(y), float(size)),
    st.text("abc.", min_size=1, max_size=4),
    st.integers(0, 600),
    st.integers(0, 100),
    st.integers(0, 90),
    st.sampled_from([7, 10, 24]),
)


@given(st.lists(words, max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_word_of_a_page_is_lost_or_doubled(given_words: list[Word]) -> None:
    lines = lines_of(rows_of(given_words), 0, 0)
    assert sorted(" ".join(line.words for line in lines).split()) == sorted(word.text for word in given_words)


def test_where_white_parts_paragraphs_a_short_line_does_not(make_pdf: Make, blocks: Blocks) -> None:
    first = [
        "The county will consider it,",
        "said its clerk, in spring.",
        "Until then it will wait and see",
        "what comes.",
    ]
    drawn = column(40, first) + column(40, SECOND, top=570) + column(40, THIRD, top=500)
    assert prose(parse(make_pdf(drawn)), blocks) == [" ".join(first), READ[1], READ[2]]


def test_the_date_of_a_paper_stands_in_its_running_head(make_pdf: Make) -> None:
    head = (40, 780, 8, "The Salt Road Post, 2 May 2025")
    article = parse(make_pdf([head, *column(40, FIRST[:3], top=740)], [head, *column(40, SECOND, top=740)]))
    assert article.published == "2025-05-02"
    assert "Post" not in article.text
