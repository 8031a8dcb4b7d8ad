"""A text twice as long takes about twice the work: counted in calls of Python, which no busy machine changes."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from reader import analyse
from reader.article import Article, article_from_bytes

_PEOPLE = ("Una Clarke", "Ken Mori", "Ida Moss", "Bob Hale", "Ann Lee")
_THINGS = ("quay", "ferry", "mill", "bridge", "council", "harbour", "clerk")


def _write(paragraphs: int) -> Article:
    """A text of that many paragraphs, each with a quotation, its speaker, and what he or she went on to say."""
    lines = [
        f"“The {_THINGS[n % 7]} lost the {_THINGS[n % 5]} in {1900 + n % 90},” said {_PEOPLE[n % 5]}. "
        f"{'He' if n % 2 else 'She'} added that the {_THINGS[n % 3]} of {_THINGS[n % 4]} number {n} was late."
        for n in range(paragraphs)
    ]
    return article_from_bytes("\n\n".join(["The long hearing", *lines]).encode(), name="hearing.txt")


def _write_nameless(paragraphs: int) -> Article:
    """A text in which one speaks all the time who is never named."""
    lines = [f"The mayor said that the {_THINGS[n % 7]} number {n} is safe." for n in range(4 * paragraphs)]
    return article_from_bytes(" ".join(lines).encode(), name="mayor.txt")


def _write_lawyers(paragraphs: int) -> Article:
    """A text in which lawyers and husbands speak, and are named each time."""
    lines = [
        f"Ann Lee went home. Her lawyer, Bob Hale, said that the {_THINGS[n % 7]} was shut. Her husband said no."
        for n in range(paragraphs)
    ]
    return article_from_bytes("\n\n".join(["The long hearing", *lines]).encode(), name="lawyers.txt")


def _write_endless(paragraphs: int) -> Article:
    """One sentence in which ever more people say something, as in a list or a log without full stops."""
    lines = [f"{_PEOPLE[n % 5]} said the {_THINGS[n % 7]} number {n} was late" for n in range(3 * paragraphs)]
    return article_from_bytes((", and ".join(lines) + ".").encode(), name="endless.txt")


def _write_officials(paragraphs: int) -> Article:
    """A text in which people without a name speak all the time."""
    lines = [f"The officials said the {_THINGS[n % 7]} was shut." for n in range(4 * paragraphs)]
    return article_from_bytes(" ".join(lines).encode(), name="officials.txt")


def _write_initials(paragraphs: int) -> Article:
    """A run of capitals that has no end."""
    return article_from_bytes(("J. R. " * 8 * paragraphs).encode(), name="initials.txt")


def _write_open(paragraphs: int) -> Article:
    """A quotation of which each paragraph opens with a mark, and none closes."""
    lines = [f"“I said the {_THINGS[n % 7]} was shut, and told her of {n} boats." for n in range(2 * paragraphs)]
    return article_from_bytes("\n\n".join(lines).encode(), name="open.txt")


def _write_data(paragraphs: int) -> Article:
    """Names and values, as programs write them, in which colon follows colon and nothing says anything."""
    return article_from_bytes(('{"quay":{"name":' * 4 * paragraphs).encode(), name="data.txt")


def _count(article: Article) -> dict[str, int]:
    """How often each function of ours, or a generator within it, is entered while an article is analysed."""
    calls: dict[str, int] = {}

    def entered(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            code = frame.f_code
            name = f"{code.co_filename.rpartition('reader/')[2]}:{code.co_firstlineno}:{code.co_name}"
            calls[name] = calls.get(name, 0) + 1

    sys.setprofile(entered)
    try:
        analyse(article)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "write",
    [
        _write,
        _write_nameless,
        _write_lawyers,
        _write_endless,
        _write_officials,
        _write_initials,
        _write_open,
        _write_data,
    ],
)
def test_no_step_of_the_analysis_grows_much_faster_than_the_text(write: Callable[[int], Article]) -> None:
    _count(write(5))
    few, many = _count(write(60)), _count(write(240))
    grown = {name: (few.get(name, 0), count) for name, count in many.items() if count > 5_000}
    assert grown
    assert {name: counts for name, counts in grown.items() if counts[1] > 8 * max(1, counts[0])} == {}
