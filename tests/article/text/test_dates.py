"""Dates in many languages, dates in numbers by the page's habit, and lines that are nothing but a date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.parsing import parse
from reader.article.text.datelines import is_place_and_date
from reader.article.text.dates import iso_date, parse_date, writes_day_first
from reader.article.text.line_kinds import date_of_line


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("le 7 février 2023", "2023-02-07"),
        ("1er août 2023", "2023-08-01"),
        ("7. März 2023", "2023-03-07"),
        ("7 de septiembre de 2023", "2023-09-07"),
        ("7 dicembre 2023", "2023-12-07"),
        ("7 d’octubre de 2023", "2023-10-07"),
        ("7 oktober 2023", "2023-10-07"),
        ("7 czerwca 2023", "2023-06-07"),
        ("7 июля 2023 г.", "2023-07-07"),
        ("7 липня 2023", "2023-07-07"),
        ("2023. augusztus 7.", "2023-08-07"),
        ("7 Ağustos 2023", "2023-08-07"),
        ("ngày 7 tháng 8 năm 2023", "2023-08-07"),
        ("7 Agustus 2023", "2023-08-07"),
        ("2023年8月7日", "2023-08-07"),
        ("2023년 8월 7일", "2023-08-07"),
        ("٧ أغسطس ٢٠٢٣", "2023-08-07"),
        ("07.08.2023", "2023-08-07"),
        ("7 killed in 2023", None),
        ("31 février 2023", None),
    ],
)
def test_dates_of_many_languages(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


def test_a_month_that_two_languages_call_alike_needs_its_language() -> None:
    assert iso_date("7 listopada 2023") is None
    assert iso_date("7 listopada 2023", language="pl") == "2023-11-07"
    assert iso_date("7 listopada 2023", language="hr") == "2023-10-07"


@pytest.mark.parametrize(
    ("language", "host", "day_first"),
    [
        ("en-GB", None, True),
        ("en_US", "paper.co.uk", False),
        ("fr", "journal.com", True),
        ("en", "paper.co.uk", True),
        ("en", "paper.com.au", True),
        ("en", "county.gov", False),
        ("en", "paper.com", None),
        (None, None, None),
    ],
)
def test_how_a_page_writes_numbers(language: str | None, host: str | None, day_first: bool | None) -> None:
    assert writes_day_first(language, host) is day_first


@pytest.mark.parametrize(
    ("day_first", "numbers", "iso"),
    [
        (True, "05/06/2023", "2023-06-05"),
        (False, "05/06/2023", "2023-05-06"),
        (None, "05/06/2023", None),
        (None, "05/25/2023", "2023-05-25"),
        (True, "05/25/2023", "2023-05-25"),
        (None, "05/05/2023", "2023-05-05"),
        (True, "45/05/2023", None),
    ],
)
def test_numbers_are_read_by_habit_or_not_at_all(day_first: bool | None, numbers: str, iso: str | None) -> None:
    assert iso_date(numbers, day_first=day_first) == iso


@pytest.mark.parametrize(
    ("tag", "iso"), [("en-AU", "2023-06-05"), ("en-US", "2023-05-06"), ("es", "2023-06-05"), ("en", "2023-05-06")]
)
def test_a_page_is_read_by_its_own_habit(tag: str, iso: str) -> None:
    words = "<p>The mill stood still, said the miller, and nobody knew for how long it would.</p>" * 3
    page = f"<html lang='{tag}'><body><article><h1>The mill</h1><p class='date'>05/06/2023</p>{words}</article></body>"
    assert parse(page.encode()).published == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published 7.15am, updated 9am, Friday 2 May 2025", "2025-05-02"),
        ("Updated 3 May 2025, published 2 May 2025", "2025-05-02"),
        ("Fri 2 May 2025 07.15 BST", "2025-05-02"),
        ("Fri, May 2, 2025, 7:15 AM EDT", "2025-05-02"),
        ("2 May 2025 | 07:15 GMT", "2025-05-02"),
        ("Veröffentlicht am Freitag, 2. Mai 2025, 7:15 Uhr", "2025-05-02"),
        ("Publié le 2 mai 2025 à 7h15 - Mis à jour le 3 mai 2025", "2025-05-02"),
        ("On 2 May 2025 the mill stood still", None),
        ("The mill, 2 May 2025", None),
    ],
)
def test_lines_that_are_nothing_but_a_date(line: str, iso: str | None) -> None:
    assert date_of_line(line) == iso


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("MILLBROOK, 2 May, Nordpress", True),
        ("MILLBROOK (North), May 2, 2025", True),
        ("MILLBROOK, 2 May, the mill stood still", False),
        ("BREAKING, 2 May", False),
        ("Millbrook, 2 May", False),
    ],
)
def test_lines_of_place_and_date(line: str, holds: bool) -> None:
    assert is_place_and_date(line) is holds


@given(st.text(alphabet="0123456789/.-: ,年月日mars März", max_size=60))
def test_any_text_has_a_date_inside_it_or_none(text: str) -> None:
    found = parse_date(text)
    if found:
        assert 0 <= found[2] < found[1] <= len(text)
