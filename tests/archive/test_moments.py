"""When a row's article was published, in the ways in which data frames, feeds, databases and people write it."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reader.archive import Settings
from reader.archive.moments import moment_of
from reader.archive.raw import build_articles, raw_of_row
from reader.article import Article
from tests.archive.conftest import write_text


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("2026-10-14", "2026-10-14"),
        (" 2026-10-14 09:30:00 ", "2026-10-14T09:30:00"),
        ("2026-10-14T09:30:00Z", "2026-10-14T09:30:00Z"),
        ("2026-10-14T09:30:00.000+02:00", "2026-10-14T09:30:00+02:00"),
        ("20261014", "2026-10-14"),
        ("1861-04-15", "1861-04-15"),
        ("2026", "2026"),
        (2026, "2026"),
        ("2026-10", "2026-10"),
        ("Wed, 14 Oct 2026 09:30:00 GMT", "2026-10-14T09:30:00+00:00"),
        ("October 14, 2026", "2026-10-14"),
        (1791970200, "2026-10-14T09:30:00Z"),
        ("1791970200", "2026-10-14T09:30:00Z"),
        (1791970200.0, "2026-10-14T09:30:00Z"),
        (1791970200000, "2026-10-14T09:30:00Z"),
        (1791970200000000000, "2026-10-14T09:30:00Z"),
        (date(2026, 10, 14), "2026-10-14"),
        (datetime(2026, 10, 14, 9, 30, tzinfo=UTC), "2026-10-14T09:30:00+00:00"),
        (datetime(2026, 10, 14, 9, 30, tzinfo=timezone(timedelta(hours=2))), "2026-10-14T09:30:00+02:00"),
    ],
)
def test_a_cell_tells_its_day_or_moment(cell: object, told: str) -> None:
    assert moment_of(cell) == told


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-13-45", "soon", "", "04/08/2026", "2026-13", "12", "9" * 400),
        *(12, -5, 10**40, 10**400, float("nan"), float("inf"), True, None, [2026]),
    ],
)
def test_what_tells_no_day_is_none(cell: object) -> None:
    assert moment_of(cell) is None


def test_a_date_that_cannot_be_read_is_told_in_the_articles_notes() -> None:
    (article,) = build_articles(raw_of_row({"text": write_text(1), "published": "next week\x1b[31m"}, "a", Settings()))
    assert isinstance(article, Article)
    assert article.published is None
    assert article.notes[-1] == "what it gives for its date could not be read: next week"
