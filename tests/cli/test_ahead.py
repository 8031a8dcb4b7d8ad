"""What comes next is got while what is there is worked on, and never holds that up."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article, ArticleError, Item, article_from_text
from reader.commands import analyze, streams
from reader.commands.ahead import one_ahead

SECONDS = 10.0
"""After which a test gives up waiting for what never comes."""


def dropped_by(given: object) -> None:
    raise AssertionError(f"{given!r} was dropped")


def ended(name: str) -> bool:
    """Whether no thread of a name goes on."""
    for thread in [one for one in threading.enumerate() if one.name == name]:
        thread.join(SECONDS)
    return not any(one.name == name for one in threading.enumerate())


def test_all_comes_in_order_and_the_next_is_got_meanwhile() -> None:
    got = {number: threading.Event() for number in range(4)}

    def coming() -> Iterator[int]:
        for number in range(4):
            got[number].set()
            yield number

    seen = []
    for number in one_ahead(coming(), dropped_by):
        seen.append(number)
        assert number == 3 or got[number + 1].wait(SECONDS)
        assert number > 1 or not got[number + 2].is_set()
    assert seen == [0, 1, 2, 3]


def test_what_getting_raises_comes_in_its_turn() -> None:
    def coming() -> Iterator[int]:
        yield 0
        raise ValueError("no more")

    several = one_ahead(coming(), dropped_by)
    assert next(several) == 0
    with pytest.raises(ValueError, match="no more"):
        next(several)


def test_what_is_at_hand_is_got_here_and_what_that_raises_comes_in_its_turn() -> None:
    got_in: list[str] = []

    def coming() -> Iterator[int]:
        for number in range(2):
            got_in.append(threading.current_thread().name)
            yield number
        raise ValueError("no more")

    several = one_ahead(coming(), dropped_by, lambda given: True)
    assert [next(several), next(several)] == [0, 1]
    assert got_in == [threading.current_thread().name] * 2
    with pytest.raises(ValueError, match="no more"):
        next(several)


def test_what_is_got_behind_the_last_that_was_taken_is_dropped_and_no_thread_goes_on() -> None:
    go_on, dropped = threading.Event(), list[int]()

    def coming() -> Iterator[int]:
        yield 0
        go_on.wait(SECONDS)
        yield from range(1, 100)

    several = one_ahead(coming(), dropped.append)
    assert next(several) == 0
    several.close()
    go_on.set()
    assert ended("ahead")
    assert dropped == [1]


class Sources:
    """Articles by their names, some of which open only when they may; and the lines that are printed of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_open = {"slow.txt": threading.Event()}
        self.asked: list[str] = []
        self.lines: list[str] = []
        monkeypatch.setattr("reader.article.open_article", self.open)
        monkeypatch.setattr("reader.article.expand_sources", list)
        monkeypatch.setattr(streams, "complain", lambda *told: None)
        monkeypatch.setattr(streams, "write", self.write)

    def open(self, source: str, *, on_progress: "object" = None, **_: object) -> Article:
        self.asked.append(source)
        if source in self.may_open:
            assert self.may_open[source].wait(SECONDS)
        if source == "bad.txt":
            raise ArticleError("no article")
        return article_from_text(f"“It rains,” said Ines Falkner of {source}.", source=source)

    def write(self, line: str) -> None:
        self.lines.append(line)
        for event in self.may_open.values():
            event.set()


def test_a_source_that_opens_slowly_does_not_hold_up_the_line_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = Sources(monkeypatch)
    assert analyze.run(["one.txt", "slow.txt", "bad.txt", "two.txt"]) == 1
    assert [name in line for name, line in zip(["one", "slow", "bad", "two"], sources.lines, strict=True)] == [True] * 4
    assert sources.asked == ["one.txt", "slow.txt", "bad.txt", "two.txt"]


def test_small_texts_on_this_machine_are_opened_without_a_thread(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources, opened_in = Sources(monkeypatch), dict[str, str]()
    names = ["one.txt", "two.md", "large.txt", "page.html", "none.txt", "three.txt"]
    for name in names:
        if name != "none.txt":
            (tmp_path / name).write_text("It rains. " * (1 << 15 if name == "large.txt" else 1), encoding="utf-8")

    def open_it(source: str, **told: object) -> Article:
        opened_in[Path(source).name] = threading.current_thread().name
        return sources.open(source)

    monkeypatch.setattr("reader.article.open_article", open_it)
    assert analyze.run([str(tmp_path / name) for name in names]) == 0
    assert list(opened_in) == names
    beside = [name for name, thread in opened_in.items() if thread == "ahead"]
    assert beside == ["large.txt", "page.html", "none.txt", "three.txt"]  # the last, for what is before may be a list


def test_what_a_small_text_lists_is_opened_beside_but_for_the_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources, opened_in = Sources(monkeypatch), dict[str, str]()
    for name in ("one.txt", "list.txt", "two.txt"):
        (tmp_path / name).write_text("It rains.", encoding="utf-8")

    def open_it(source: str, **told: object) -> Article:
        opened_in[Path(source).name] = threading.current_thread().name
        article = sources.open(source)
        items = tuple(Item(name, name) for name in ("first", "second", "third"))
        return replace(article, items=items) if source.endswith("list.txt") else article

    monkeypatch.setattr("reader.article.open_article", open_it)
    assert analyze.run([str(tmp_path / name) for name in ("one.txt", "list.txt", "two.txt")]) == 0
    beside = [name for name, thread in opened_in.items() if thread == "ahead"]
    assert list(opened_in) == ["one.txt", "list.txt", "first", "second", "third", "two.txt"]
    assert beside == ["second", "third", "two.txt"]


def test_who_stops_reading_leaves_no_thread_and_no_source_behind_the_next_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources = Sources(monkeypatch)

    def stop(line: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(streams, "write", stop)
    with pytest.raises(BrokenPipeError):
        analyze.run(["one.txt", "slow.txt", "two.txt"])
    sources.may_open["slow.txt"].set()
    assert ended("ahead")
    assert sources.asked == ["one.txt", "slow.txt"]
