"""When a server may be asked again, by what it said."""

import pytest

from reader.feeds.cadence import DAY, SOONEST, due_after_answer, due_after_refusal

NOW = 1_795_000_000.0
DATE = "Wed, 18 Nov 2026 08:26:40 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, SOONEST),
        ({"cache-control": "public, max-age=1800"}, 1800),
        ({"cache-control": "max-age=1800", "age": "300"}, 1500),
        ({"cache-control": "max-age=99999999"}, DAY),
        ({"cache-control": "no-cache", "expires": "Wed, 18 Nov 2026 09:00:00 GMT"}, SOONEST),
        ({"expires": "Wed, 18 Nov 2026 09:26:40 GMT", "date": DATE}, 3600),
        ({"expires": "-1"}, SOONEST),
        ({"cache-control": "max-age=oops"}, SOONEST),
    ],
)
def test_an_answer_is_fresh_for_so_long(headers: dict[str, str], seconds: float) -> None:
    assert due_after_answer(headers, NOW) == NOW + seconds


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("0", SOONEST),
        ("99999999", 7 * DAY),
        ("Wed, 18 Nov 2026 09:00:00 GMT", None),
        ("soon", 0),
        ("", 0),
    ],
)
def test_a_server_that_asks_for_patience_gets_it(said: str, seconds: float | None) -> None:
    due = due_after_refusal({"retry-after": said}, NOW)
    assert due == (0 if seconds == 0 else NOW + seconds) if seconds is not None else due > NOW
