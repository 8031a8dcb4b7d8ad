"""A place is found again after the article was changed, the file broken, or the folder taken away."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import article_from_text
from reader.article.model import Article
from reader.library import Bookmark, Shelf, found_again, mark
from reader.library import shelf as shelf_module

TEXT = "\n\n".join(f"Paragraph {number} says that lamp number {number} was lit at nine." for number in range(60))


def article(text: str = TEXT) -> Article:
    return article_from_text(text, source="lamps.txt")


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "lamps.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "state" / "library", clock=lambda: 1_000_000.0)


def at(words: str, text: str = TEXT) -> int:
    return text.index(words)


def test_a_place_comes_back_as_it_was_left(shelf: Shelf, source: str) -> None:
    position = at("Paragraph 30")
    assert shelf.keep(source, article(), position, share=0.5, claim=(7, 12)) is None
    bookmark = shelf.recall(source, article())
    assert bookmark is not None
    assert bookmark.position == position
    assert (bookmark.share, bookmark.claim, bookmark.at) == (0.5, (7, 12), 1_000_000.0)
    assert found_again(article(), bookmark) == position


def test_an_article_that_was_never_read_has_no_place(shelf: Shelf, source: str) -> None:
    assert shelf.recall(source, article()) is None
    assert shelf.recent(8) == ()


def test_the_words_are_found_where_a_new_edition_put_them() -> None:
    bookmark = mark(article(), at("Paragraph 30"), source="x", share=0.5, claim=None, at=0)
    longer = "An opening of some length that the first edition did not have.\n\n" + TEXT
    assert found_again(article(longer), bookmark) == at("Paragraph 30", longer)
    shorter = TEXT[at("Paragraph 9 ") :]
    assert found_again(article(shorter), bookmark) == at("Paragraph 30", shorter)


def test_words_that_were_cut_short_are_still_found() -> None:
    bookmark = mark(article(), at("Paragraph 30"), source="x", share=0.5, claim=None, at=0)
    edited = "New first line.\n\n" + TEXT.replace("lamp number 31", "a lantern")
    assert found_again(article(edited), bookmark) == at("Paragraph 30", edited)


def test_another_article_under_the_same_address_begins_at_its_beginning() -> None:
    bookmark = mark(article(), at("Paragraph 30"), source="x", share=0.5, claim=None, at=0)
    assert found_again(article("Something else entirely.\n\n" * 99), bookmark) == 0


def test_the_article_left_last_comes_first(tmp_path: Path) -> None:
    times = iter(range(100))
    shelf = Shelf(tmp_path / "library", clock=lambda: float(next(times)))
    for name in ("a.txt", "b.txt", "c.txt", "a.txt"):
        (tmp_path / name).write_text(name)
        shelf.keep(str(tmp_path / name), article(), 0, share=0)
    assert [Path(each.source).name for each in shelf.recent(8)] == ["a.txt", "c.txt", "b.txt"]
    assert len(shelf.recent(2)) == 2


def test_a_relative_path_is_the_same_article_from_another_folder(
    shelf: Shelf, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shelf.keep("lamps.txt", article(), 40, share=0.1)
    monkeypatch.chdir("/")
    assert shelf.recall(source, article()).position == 40
    assert shelf.recent(1)[0].source == source


def test_an_item_of_a_feed_has_a_place_of_its_own(shelf: Shelf, source: str) -> None:
    shelf.keep(f"{source}#3", article(), 40, share=0.1)
    assert shelf.recall(source, article()) is None
    assert shelf.recall(f"{source}#3", article()).position == 40
    assert shelf.recent(1)[0].source == f"{source}#3"


def test_what_was_piped_or_pasted_is_kept_and_opens_from_its_copy(shelf: Shelf) -> None:
    shelf.keep("-", article(), 40, share=0.1, copy=TEXT.encode())
    (bookmark,) = shelf.recent(8)
    assert Path(bookmark.source).read_text() == TEXT
    assert shelf.recall("-", article()).position == 40
    shelf.keep(bookmark.source, article(), 80, share=0.2)
    assert [each.position for each in shelf.recent(8)] == [80]
    assert shelf.recall("-", article()).position == 80


def test_a_broken_file_loses_nothing_but_itself(shelf: Shelf, source: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    shelf.keep(source, article(), 40, share=0.1)
    (broken,) = shelf.folder.glob("*.json")
    shelf.keep(str(tmp_path / "b.txt"), article(), 80, share=0.2)
    for damage in (b"", b"{", b'{"source": ', b"\xff\xfe\x00", b"[1]", b"null", b'{"source": 3}', b"[" * 99_999):
        broken.write_bytes(damage)
        assert [Path(each.source).name for each in shelf.recent(8)] == ["b.txt"]
        assert shelf.recall(source, article()) is None
    assert shelf.keep(source, article(), 44, share=0.1) is None
    assert shelf.recall(source, article()).position == 44


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(st.dictionaries(st.sampled_from(["source", "title", "site", "position", "words", "share", "claim", "at"]), JSON))
def test_whatever_a_file_says_is_read_without_a_fault(values: dict[str, Any]) -> None:
    bookmark = Bookmark.from_dict(json.loads(json.dumps(values)))
    if bookmark is not None:
        assert 0 <= found_again(article(), bookmark) <= len(article().text)
        assert 0 <= bookmark.share <= 1


def test_no_control_character_comes_back_from_a_file(shelf: Shelf, source: str) -> None:
    shelf.keep(source, article(), 0, share=0)
    (path,) = shelf.folder.glob("*.json")
    path.write_text(json.dumps({"source": source, "title": "a\x1b]0;b\x07c\n", "site": "\x9b2J"}))
    assert shelf.recent(1)[0].title == "ac"
    assert "\x9b" not in shelf.recent(1)[0].site


def test_an_interrupted_writing_leaves_the_old_place(
    shelf: Shelf, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.keep(source, article(), 40, share=0.1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert shelf.keep(source, article(), 80, share=0.2) == "your place could not be kept: No space left on device"
    assert shelf.recall(source, article()).position == 40
    assert not list(shelf.folder.glob(".*"))


def test_a_folder_that_cannot_be_made_is_told_not_raised(tmp_path: Path, source: str) -> None:
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf(tmp_path / "file" / "library")
    assert "could not be kept" in (shelf.keep(source, article(), 40, share=0.1) or "")
    assert shelf.recent(8) == ()


def test_what_was_forgotten_is_gone(shelf: Shelf, source: str) -> None:
    shelf.keep("-", article(), 40, share=0.1, copy=b"text")
    shelf.keep(source, article(), 40, share=0.1)
    for bookmark in shelf.recent(8):
        shelf.forget(bookmark)
    assert list(shelf.folder.iterdir()) == []


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "MOST", 3)
    shelf = Shelf(tmp_path / "library")
    for number in range(5):
        shelf.keep(f"https://packet.example/{number}", article(), 0, share=0)
        newest = max(shelf.folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert sorted(each.source[-1] for each in shelf.recent(8)) == ["2", "3", "4"]


def test_the_files_are_the_users_alone(shelf: Shelf, source: str) -> None:
    shelf.keep("-", article(), 40, share=0.1, copy=b"text")
    assert {path.stat().st_mode & 0o077 for path in shelf.folder.iterdir()} == {0}


def test_an_item_of_a_feed_is_opened_again_by_its_full_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library import Shelf

    (tmp_path / "feed.xml").write_text("<rss/>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Shelf._reopened("feed.xml#3") == f"{tmp_path / 'feed.xml'}#3"
    assert Shelf._reopened("https://e.example/feed#3") == "https://e.example/feed#3"
    assert Shelf._reopened("-#3") == ""
