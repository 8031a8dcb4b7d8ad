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
from reader.library.keys import reopened
from reader.library.places import place_name

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


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(st.dictionaries(st.sampled_from(["source", "title", "site", "position", "words", "share", "claim", "at"]), JSON))
def test_whatever_a_file_says_is_read_without_a_fault(values: dict[str, Any]) -> None:
    bookmark = Bookmark.from_dict(json.loads(json.dumps(values)))
    if bookmark is not None:
        assert 0 <= found_again(article(), bookmark) <= len(article().text)
        assert 0 <= bookmark.share <= 1


def old_file(shelf: Shelf, name: str, **values: object) -> Path:
    """A bookmark file as Readers wrote them before there was a library."""
    shelf.folder.mkdir(parents=True, exist_ok=True)
    path = shelf.folder / f"{name}.json"
    path.write_text(json.dumps(values))
    return path


def test_the_files_of_older_readers_are_moved_in_and_nothing_is_lost(shelf: Shelf, source: str) -> None:
    bookmark = mark(article(), 40, source=source, share=0.5, claim=(7, 12), at=99.0)
    name = place_name(source)
    path = old_file(shelf, name, **bookmark.as_dict())
    assert shelf.recall(source, article()) == bookmark
    assert not path.exists()
    assert Shelf(shelf.folder).recent(8) == (bookmark,)


def test_a_file_that_cannot_be_read_stays_where_it_is(shelf: Shelf, source: str) -> None:
    for number, damage in enumerate((b"", b"{", b'{"source": ', b"\xff\xfe\x00", b"[1]", b"null", b"[" * 99_999)):
        old_file(shelf, f"broken{number}").write_bytes(damage)
    assert shelf.keep(source, article(), 44, share=0.1) is None
    assert [each.position for each in shelf.recent(8)] == [44]
    assert len(list(shelf.folder.glob("*.json"))) == 7


def test_an_older_file_does_not_win_over_a_later_place(shelf: Shelf, source: str) -> None:
    shelf.keep(source, article(), 80, share=0.2)
    old_file(shelf, place_name(source), **mark(article(), 40, source=source, share=0.1, claim=None, at=5).as_dict())
    assert Shelf(shelf.folder).recall(source, article()).position == 80


def test_no_control_character_comes_back_from_a_file(shelf: Shelf, source: str) -> None:
    old_file(shelf, "x", source=source, title="a\x1b]0;b\x07c\n", site="\x9b2J")
    assert shelf.recent(1)[0].title == "ac"
    assert "\x9b" not in shelf.recent(1)[0].site


def test_a_full_disk_leaves_the_old_place_and_is_told(shelf: Shelf, source: str) -> None:
    shelf.keep(source, article(), 40, share=0.1)
    with shelf._store.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    long = article("x" * 200_000 + ".")
    for number in range(200):
        problem = shelf.keep(f"https://packet.example/{number}", long, 80, share=0.2)
        if problem:
            break
    assert problem == f"your place could not be kept: {shelf.path}: the disk is full; make room and try again"
    assert shelf.recall(source, article()).position == 40


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
    assert shelf.recent(8) == ()
    assert list(shelf.folder.iterdir()) == []


def test_the_oldest_copies_make_room_and_take_their_places_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf_module, "MOST_COPIES", 3)
    shelf = Shelf(tmp_path / "library")
    for number in range(5):
        shelf.keep("-", article(f"Text number {number}."), 0, share=0, copy=b"text")
        newest = max(shelf.folder.glob("*.copy"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert len(shelf.recent(8)) == 3
    assert {Path(each.source).exists() for each in shelf.recent(8)} == {True}


def test_the_files_are_the_users_alone(shelf: Shelf, source: str) -> None:
    shelf.keep("-", article(), 40, share=0.1, copy=b"text")
    files = [*shelf.folder.iterdir(), *shelf.folder.parent.glob("library.db*")]
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_an_item_of_a_feed_is_opened_again_by_its_full_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "feed.xml").write_text("<rss/>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert reopened("feed.xml#3") == f"{tmp_path / 'feed.xml'}#3"
    assert reopened("https://e.example/feed#3") == "https://e.example/feed#3"
    assert reopened("-#3") == ""
