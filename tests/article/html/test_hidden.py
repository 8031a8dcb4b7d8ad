"""What is hidden on a page is not read, unless the page would say nothing without it."""

import pytest

from reader.article.html.clean import parse_page
from reader.article.html.hidden import drop_hidden

SHOWN = "<p>The bakery on Mill Street has a new oven, and the whole street can smell it before the sun is up.</p>"


def left(html: str) -> str:
    page = parse_page(f"<html><body>{html}</body></html>")
    drop_hidden(page)
    return " ".join(page.text_content().split())


@pytest.mark.parametrize(
    "mark", ["hidden", "aria-hidden=true", "style='display:none'", "class='d-none'", "class='hidden'"]
)
def test_hidden_words_go_and_the_words_behind_them_stay(mark: str) -> None:
    assert left(f"{SHOWN}<p>Bread <span {mark}>and a coupon</span> is cheap.</p>").endswith("Bread is cheap.")


def test_what_only_a_small_screen_hides_stays() -> None:
    assert "Bread" in left(f"{SHOWN}<p class='d-none d-md-block'>Bread is cheap.</p>")


def test_many_hidden_paragraphs_that_say_little_go() -> None:
    assert "Cookie" not in left(SHOWN * 4 + "<div hidden>" + "<p>Cookie.</p>" * 9 + "</div>")


def test_a_body_that_a_script_will_show_stays() -> None:
    assert "oven" in left(f"<div style='visibility: hidden'><section>{SHOWN}</section></div><p>Terms of use</p>")


def test_words_for_ears_alone_go() -> None:
    link = "<a href='/o'>an oven<span style='clip: rect(0,0,0,0); position:absolute'>, opens in a new tab</span></a>"
    assert (
        left(f"<p>They bought {link} in May.<span class='sr-only'>End of text</span></p>")
        == "They bought an oven in May."
    )


@pytest.mark.parametrize(
    "word",
    [
        "<span class='cap'><span aria-hidden='true'>“B</span></span>read",
        "<span aria-hidden='true'>“B</span>read",
        "<b aria-hidden='true'>“B</b><span class='visually-hidden'>“Bread</span><span aria-hidden='true'>read</span>",
    ],
)
def test_a_large_initial_stays_with_its_word(word: str) -> None:
    assert left(f"{SHOWN}<p>{word} is cheap,” she said.</p>").endswith("“Bread is cheap,” she said.")
