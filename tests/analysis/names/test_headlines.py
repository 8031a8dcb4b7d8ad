"""Names in headlines that capitalise every word."""

from tests.analysis.conftest import Read


def test_a_headlines_full_name_joins_what_the_body_calls_somebody() -> None:
    got = Read(
        "The Saturday Interview: Orla Devane\n\nDevane, 52, has not published a book in nine years. “I was busy,” the "
        "author says.\n\nHer sister once said that Orla was the clever one. Devane says that she was under oath.\n"
    )
    assert "Orla Devane" in {actor.name for actor in got.analysis.actors}
