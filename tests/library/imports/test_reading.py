"""What other programs export is told apart by its content and read, and what cannot be taken is told by its line."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from benchmarks.import_seeds import (
    ADDRESSES,
    BOOKMARKS,
    INSTAPAPER,
    OMNIVORE,
    OPML,
    POCKET,
    RAINDROP,
    READWISE,
    READWISE_READER,
    SAMPLES,
    WALLABAG,
)
from benchmarks.library_fuzz import complaint, damaged_export
from reader.library import Library
from reader.library.imports import FORMS, Passage, Refused, Saved, form_of, read_saved

FERRY = 1583280000.0
MARKED = "> It stops\n> in May\n\n#sea #boats\n\nask her\n\n> said Ann Lee\n"


def read(text: str, form: str = "") -> tuple[list[Saved], list[tuple[int, str]]]:
    found = list(read_saved(text.encode(), form))
    return [each for each in found if isinstance(each, Saved)], [
        (each.line, each.why) for each in found if isinstance(each, Refused)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_told_by_its_content(form: str) -> None:
    assert form_of(SAMPLES[form].encode()) == form
    assert form_of(b"\xef\xbb\xbf" + SAMPLES[form].encode()) == form
    assert form_of(SAMPLES[form].encode("utf-16")) == form
    saved, _ = read(SAMPLES[form].replace("\n", "\r\n"))
    assert saved[0].title in ("The ferry", None)
    assert saved[0].url.startswith("https://packet.example/ferry") or form == "readwise"


def test_pocket() -> None:
    saved, refused = read(POCKET)
    assert [each.state for each in saved] == ["to-read", "done", "to-read"]
    assert (saved[0].added, saved[0].tags) == (FERRY, ("sea", "town council"))
    assert (saved[2].title, saved[2].remarks) == (None, ("its date 'soon' could not be read",))
    assert refused == [(6, "it names no address")]
    html = '<h1>Unread</h1><ul><li><a href="https://packet.example/ferry" time_added="1583280000" tags="sea">The ferry'
    html += '</a></li></ul><h1>Read Archive</h1><ul><li><a href="https://packet.example/two">Two</a></li></ul>'
    saved, _ = read(html)
    assert [(each.state, each.added, each.tags) for each in saved] == [("to-read", FERRY, ("sea",)), ("done", None, ())]


def test_instapaper() -> None:
    saved, refused = read(INSTAPAPER)
    assert [(each.state, each.starred, each.tags) for each in saved] == [
        ("done", False, ("sea", "boats")),
        ("to-read", False, ("Harbour",)),
        ("to-read", True, ()),
    ]
    assert saved[0].passages == (Passage("It stops in May", at=FERRY),)
    assert refused == [(4, "'instapaper://private-content/7' is no web address")]


def test_omnivore_as_json_and_as_a_zip() -> None:
    saved, refused = read(OMNIVORE)
    assert (saved[0].state, saved[0].tags, saved[0].byline) == ("done", ("sea",), ("Ann Lee", "Bo Berg"))
    assert (saved[0].published, saved[0].added) == ("2024-10-29", 1730291968.023)
    assert (saved[1].state, saved[1].tags) == ("reading", ())
    assert refused == [(24, "'file:///papers/x.pdf' is no web address")]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("metadata_0_to_20.json", OMNIVORE)
        archive.writestr("content/the-ferry.html", "<p>It stops in May, said Ann Lee.</p>")
        archive.writestr(
            "highlights/the-ferry.md", "> It stops\n> in May\n\n#sea #boats\n\nask her\n\n> said Ann Lee\n"
        )
    first = next(iter(read_saved(packed.getvalue())))
    assert isinstance(first, Saved)
    assert "It stops" in first.html
    assert first.passages == (Passage("It stops\nin May", "ask her", ("sea", "boats")), Passage("said Ann Lee"))
    assert first.where == "metadata_0_to_20.json, entry 1"


def test_wallabag() -> None:
    saved, refused = read(WALLABAG)
    assert (saved[0].starred, saved[0].tags, saved[0].added) == (True, ("sea", "town"), FERRY)
    assert (saved[0].language, saved[0].published) == ("en-GB", "2020-03-03T10:00:00+00:00")
    assert saved[0].passages == (Passage("It stops in May", "ask her"),)
    assert saved[0].remarks == ("1 annotation without words of the text",)
    assert refused == [(1, "it is no object")]


def test_readwise_and_its_reader() -> None:
    saved, refused = read(READWISE)
    assert [each.passages[0] for each in saved] == [
        Passage("It stops in May", "ask her", ("sea",), 1631302140.0),
        Passage("Nobody asked\nthe café", "", ("town",), 1625356800.0),
    ]
    assert {(each.url, each.title, each.tags) for each in saved} == {("", "The ferry", ("boats",))}
    assert refused == [(5, "it holds no highlight")]
    saved, _ = read(READWISE_READER)
    assert (saved[0].state, saved[0].tags) == ("reading", ("sea", "town"))


def test_raindrop() -> None:
    (saved,), _ = read(RAINDROP)
    assert (saved.starred, saved.tags, saved.added) == (True, ("town", "council", "Sea / Boats"), FERRY)
    assert [(each.words, each.note) for each in saved.passages] == [
        ("The ferry", "ask her"),
        ("It stops in May", "when?"),
        ("Nobody asked", ""),
    ]


def test_bookmarks_outlines_and_lists() -> None:
    saved, refused = read(BOOKMARKS)
    assert [(each.line, each.title, each.tags) for each in saved] == [
        (9, "The ferry", ("boats", "Sea & town")),
        (13, "Two", ()),
    ]
    assert saved[0].passages[0].note == "ask her"
    assert refused == [(12, "it leads to no page of the web")]
    saved, refused = read(OPML)
    assert [(each.url, each.tags) for each in saved] == [
        ("https://packet.example/ferry?a=1&b=2", ("Sea",)),
        ("https://packet.example/two", ()),
    ]
    assert refused == [(3, "'https://packet.example/feed' is a feed, no article: `reader feeds import` takes it")]
    saved, refused = read(ADDRESSES)
    assert [(each.url, each.title) for each in saved] == [
        ("https://packet.example/ferry", "The ferry"),
        ("https://packet.example/two_(b)", "Two (of them)"),
        ("https://packet.example/three", None),
    ]
    assert refused == [(4, "it holds no web address")]


@pytest.mark.parametrize("data", [b"", b"\0\0", b"just words", b"[1, 2]", b"{}", b"<p>words</p>", b"PK\x03\x04 no zip"])
def test_what_nobody_wrote_is_refused_in_one_line(data: bytes) -> None:
    (found,) = list(read_saved(data))
    assert isinstance(found, Refused)
    assert "\n" not in found.why


def test_an_entry_that_is_no_json_costs_only_itself() -> None:
    text = '[{"is_archived": 0, "url": "https://a.example/"},\n{"url": bad, "x": 1},\n{"url": "https://b.example/"}]'
    saved, refused = read(text)
    assert [each.url for each in saved] == ["https://a.example/", "https://b.example/"]
    assert refused == [(2, "it is no JSON")]
    assert len(read("[" + '{"url": bad},' * 5000)[1]) <= 100


def test_damaged_exports_end_in_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with 10,000 files, pages among them: `python -m benchmarks.library_fuzz`."""
    monkeypatch.setattr("reader.library.taking.page_of", lambda saved: (None, ""))
    with Library(tmp_path / "library.db") as library:
        for seed in range(150):
            name, case = damaged_export(random.Random(seed))
            assert complaint(library, case) is None, (seed, name)
        assert library.check() == []
