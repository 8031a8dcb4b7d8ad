"""What other programs kept comes into the library once, with its text, its marks and all that is on it."""

from pathlib import Path

from benchmarks.import_seeds import INSTAPAPER, POCKET, READWISE, SAMPLES, WALLABAG
from reader.library import Library
from tests.library.conftest import make_article


def test_a_page_that_was_kept_is_the_text_and_its_highlights_stand_in_it(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        taken = library.import_file(WALLABAG.encode())
        assert (taken.form, taken.counts) == ("wallabag", {"article": 1, "text": 1, "mark": 1})
        assert taken.problems == ((1, "entry 2: it is no object"),)
        (entry,) = library.entries()
        assert (entry.title, entry.byline, entry.starred, entry.tags) == (
            "The ferry",
            ("Bo Berg",),
            True,
            ("sea", "town"),
        )
        text = library.newest(entry.number).article.text
        (mark,) = library.marks()
        assert mark.span is not None
        assert text[slice(*mark.span)] == "It stops in May"
        assert mark.anchor.suffix
        assert library.unanalysed() == [entry.number]
        assert [hit.kind for hit in library.search("ask")] == ["mark"]


def test_what_comes_twice_or_from_two_programs_is_there_once(library: Library) -> None:
    for _ in range(2):
        for text in (POCKET, INSTAPAPER, READWISE):
            library.import_file(text.encode())
    entries = {entry.title: entry for entry in library.entries()}
    assert sorted(filter(None, entries)) == ["The ferry", "Three", "Two, in one"]
    ferry = entries["The ferry"]
    assert (ferry.added, ferry.state) == (1583280000.0, "to-read")
    assert ferry.tags == ("boats", "sea", "town council")
    assert [(mark.anchor.exact, mark.note) for mark in library.marks()] == [
        ("It stops in May", "ask her"),
        ("Nobody asked\nthe café", ""),
    ]
    assert library.import_file(POCKET.encode()).counts == {"known": 3}


def test_when_the_text_of_an_address_is_got_the_marks_find_their_place_in_it(library: Library) -> None:
    library.import_file(INSTAPAPER.encode())
    article = make_article("The ferry\n\nIt is old. It stops in May. Nobody knows why.", "https://packet.example/ferry")
    kept = library.keep(article)
    (mark,) = library.marks(kept.entry)
    assert mark.span is not None
    assert article.text[slice(*mark.span)] == "It stops in May"
    library.keep(make_article("The ferry\n\nIt stops in May, and It stops in May.", "https://packet.example/ferry"))
    assert library.marks(kept.entry)[0].span is None  # which of the two is meant, nobody knows


def test_all_that_was_imported_goes_out_and_in_again_equal(library: Library) -> None:
    for text in SAMPLES.values():
        library.import_file(text.encode())
    lines = list(library.export_lines())
    with Library(library.path.with_name("other.db"), full_text=library.full_text) as other:
        assert other.import_file("\n".join(lines).encode()).problems == ()
        assert list(other.export_lines()) == lines
        assert other.check() == []


def test_texts_are_got_only_where_that_was_asked_for(library: Library) -> None:
    library.import_file(POCKET.encode())
    assert library.take_waiting("me") is None
    library.forget_everything()
    library.import_file(POCKET.encode(), fetch=True)
    lines = list(library.export_lines())
    with Library(library.path.with_name("other.db"), full_text=library.full_text) as other:
        other.import_lines(lines)
        assert list(other.export_lines()) == lines
        for waits in (library, other):
            taken = waits.take_waiting("me")
            assert taken is not None
            assert taken.title == "The ferry"


def test_a_highlight_moves_along_when_a_page_names_another_address_that_is_there(library: Library) -> None:
    there = library.keep(make_article("The ferry\n\nIt stops in May.", "https://packet.example/own")).entry
    library.import_file(INSTAPAPER.encode())
    page = make_article(
        "The ferry\n\nIt stops in May.", "https://packet.example/ferry", url="https://packet.example/own"
    )
    assert library.keep(page).entry == there
    assert [mark.entry for mark in library.marks()] == [there]


def test_no_control_character_comes_in_by_the_librarys_own_form(library: Library, bridge: int) -> None:
    (line,) = [line for line in library.export_lines() if '"article"' in line[:20]]
    for bad in ('"title":"\\u001b]0;x', '"title":"\\u202ex'):
        taken = library.import_lines([line.replace('"title":"', bad, 1)])
        assert taken.problems == ((1, "it holds control characters"),)
