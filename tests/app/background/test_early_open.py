"""The first source is opened while the screen is still being imported, as if it were opened by the screen."""

import threading
from pathlib import Path

import pytest

from reader.app.background import early_open as module
from reader.app.background.early_open import OpenedAhead
from reader.app.background.work import OpenProgress
from reader.article import Article, ArticleError, article_from_text


def quiet(doing: str, share: float | None) -> None:
    pass


def test_the_article_is_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lamps were lit at nine.")
    source = str(tmp_path / "a.txt")
    assert OpenedAhead(source).open(source, None, quiet).text == "Lamps were lit at nine."


def test_standard_input_is_handed_over() -> None:
    assert OpenedAhead("-", b"Lamps were lit.").open("-", b"Lamps were lit.", quiet).text == "Lamps were lit."


def test_an_error_is_told_when_the_article_is_asked_for(tmp_path: Path) -> None:
    source = str(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="no such file"):
        OpenedAhead(source).open(source, None, quiet)


def test_another_source_and_the_second_time_are_opened_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def counted(source: str, **_: object) -> Article:
        opened.append(source)
        return article_from_text(source)

    monkeypatch.setattr(module, "open_article", counted)
    ahead = OpenedAhead("a")
    assert ahead.open("b", None, quiet).text == "b"
    assert ahead.open("a", None, quiet).text == "a"
    assert ahead.open("a", None, quiet).text == "a"
    assert sorted(opened) == ["a", "a", "b"]


def test_progress_is_passed_on_and_what_it_raises_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    going, given_up = threading.Event(), threading.Event()

    def slow(source: str, *, stdin: bytes | None, on_progress: OpenProgress) -> Article:
        on_progress("fetching packet.example", 0.4)
        going.wait(10)
        try:
            on_progress("fetching packet.example", 0.5)
        except ArticleError:
            given_up.set()
            raise
        return article_from_text("late")

    monkeypatch.setattr(module, "open_article", slow)
    ahead = OpenedAhead("https://packet.example/")
    told: list[tuple[str, float | None]] = []

    def tell(doing: str, share: float | None) -> None:
        told.append((doing, share))
        if len(told) > 2:
            raise RuntimeError("nobody waits")

    with pytest.raises(RuntimeError, match="nobody waits"):
        ahead.open("https://packet.example/", None, tell)
    assert told[0] == ("fetching packet.example", 0.4)
    going.set()
    assert given_up.wait(10)


def test_a_long_text_shows_its_beginning_before_the_whole_is_read(tmp_path: Path) -> None:
    paragraphs = [f"Lamp {number} was lit at nine, the council said." for number in range(3000)]
    (tmp_path / "long.txt").write_text("\n\n".join(["Lamps of Quay Street", *paragraphs]), encoding="utf-8")
    source = str(tmp_path / "long.txt")
    ahead = OpenedAhead(source)
    beginning = ahead.beginning(source)
    assert beginning is not None
    whole = ahead.open(source, None, quiet)
    assert whole.text.startswith(beginning.text)
    assert 10_000 < len(beginning.text) < len(whole.text) / 5


def test_what_is_short_or_cannot_be_opened_has_no_beginning(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Lamps were lit at nine.")
    (tmp_path / "page.html").write_text("<html><body>" + "<p>Lamps were lit at nine.</p>\n\n" * 3000)
    for name in ("short.txt", "page.html", "none.txt"):
        assert OpenedAhead(str(tmp_path / name)).beginning(str(tmp_path / name)) is None
