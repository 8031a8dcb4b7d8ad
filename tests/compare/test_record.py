"""Quotations against the record of what was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import article_from_text
from reader.compare import check_record
from tests.compare.conftest import TEXTS, analysed

RECORD = (TEXTS / "record.txt").read_text(encoding="utf-8")

CASES = [
    ("“We looked at the water and the water looked back,” said Ines Falkner.", "verbatim"),
    ("“We looked at the water,” said Ines Falkner, “and the water looked back.”", "verbatim"),
    ("“The water looked back. I do not say that the pumps are to blame,” said Ines Falkner.", "verbatim"),
    ("“Nobody will go in … and I am sorry for it,” said Ines Falkner.", "elided"),
    ("“Nobody will go in before the autumn, and I am sorry for it,” said Ines Falkner.", "elided"),
    ("“I do say that the pumps are to blame,” said Ines Falkner.", "altered"),
    ("“We looked at the lake and the lake looked back,” said Ines Falkner.", "altered"),
    ("“The fish were dead before we came,” said Ines Falkner.", "not-found"),
]


@pytest.mark.parametrize(("sentence", "verdict"), CASES)
def test_verdicts(sentence: str, verdict: str) -> None:
    record = article_from_text(RECORD)
    quotes = check_record(analysed(f"Lake closed\n\n{sentence}\n"), record)
    assert [quote.verdict for quote in quotes] == [verdict]


def test_the_records_words_are_given() -> None:
    record = article_from_text(RECORD)
    (quote,) = check_record(analysed("Lake closed\n\n" + CASES[3][0] + "\n"), record)
    assert [record.words_of(span) for span in quote.record or ()] == ["Nobody will go in", "and I am sorry for it"]


def test_who_spoke_plays_no_part() -> None:
    record = article_from_text(RECORD)
    (quote,) = check_record(analysed("Lake closed\n\n“It is not dangerous,” said Ines Falkner.\n"), record)
    assert quote.verdict == "verbatim"


@given(st.text())
def test_any_text_is_a_record(text: str) -> None:
    record = article_from_text(text)
    for quote in check_record(analysed("Lake closed\n\n" + CASES[0][0] + "\n"), record):
        assert all(0 <= start < end <= len(record.text) for start, end in quote.record or ())
