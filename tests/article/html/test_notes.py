"""Marks of footnotes and of printed pages are no part of the sentences that they stand in."""

import pytest

from reader.article import text_of
from reader.article.html.clean import parse_page
from reader.article.html.notes import drop_note_marks
from reader.article.html.page import article_from_html


def without_marks(html: str) -> str:
    page = parse_page(f"<html><body><p>{html}</p></body></html>")
    drop_note_marks(page)
    return str(page.text_content())


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#fn3'>3</a></sup>",
        "<sup id='r3'><a href='#cite_note-3'>[3]</a></sup>",
        "<a href='#_ftn3'><sup>3</sup></a>",
        "<a class='footnote-ref' href='#x'>*</a>",
        "<a role='doc-noteref' href='n.html#a'>†</a>",
        "<sup>3</sup>",
        "<sup><a href='/notes/3'>3</a></sup>",
        "<span class='pagenum'>[Pg 12]</span>",
        "<a href='#r3' class='reversefootnote'>↩</a>",
    ],
)
def test_marks_go(mark: str) -> None:
    assert without_marks(f"It rained in Brno.{mark} Nobody minded.") == "It rained in Brno. Nobody minded."


def test_a_mark_behind_a_name_is_no_part_of_it() -> None:
    assert without_marks("The WMO<sup>2</sup> said so.") == "The WMO said so."


@pytest.mark.parametrize(
    "words",
    [
        "sin<sup>2</sup> of it",
        "10<sup>6</sup> litres",
        "14 m<sup>2</sup>",
        "the 3<sup>rd</sup> of May",
        "see <a href='#part-2'>part two</a>",
        "in <a href='/1984'>1984</a>",
        "so he said [<a href='#f1'>1</a>]",
        "read <a href='/a#note'>a</a> longer story",
    ],
)
def test_powers_units_and_words_stay(words: str) -> None:
    assert without_marks(words) == parse_page(words).text_content()


def test_the_notes_themselves_stand_at_the_end() -> None:
    body = "".join(
        f"<p>The mill turned {how} all year, said Eva Roth, who grinds rye there.<sup><a href='#fn{n}'>{n}</a></sup> "
        "She learned it from her aunt, and will teach it to whoever asks.</p>"
        for n, how in enumerate(("slowly", "quickly", "quietly", "backwards"))
    )
    notes = "<ol><li id='fn1'><p>The aunt had it from a book. <a href='#r1'>↩</a></p></li></ol>"
    html = f"<article><h1>Rye</h1>{body}<section class='footnotes' role='doc-endnotes'>{notes}</section></article>"
    text = text_of(article_from_html(f"<html><title>Rye</title><body>{html}</body></html>"))
    assert text.endswith("\n\nThe aunt had it from a book.")
    assert "there. She" in text
