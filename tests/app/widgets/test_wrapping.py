"""Lines are spans of the text, never wider than asked for, and lose nothing but the spaces they break at."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.app.widgets.wrapping import is_one_cell_each, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, (0, len(text)), width)]


def test_breaks_at_the_last_space_that_fits() -> None:
    assert lines("the bridge is closed to traffic", 12) == ["the bridge", "is closed to", "traffic"]


def test_a_break_takes_all_the_spaces_around_it() -> None:
    assert lines("closed    for good", 8) == ["closed", "for good"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("so Donaudampfschiff", 6) == ["so", "Donaud", "ampfsc", "hiff"]


def test_breaks_after_a_dash_between_words() -> None:
    assert lines("the well-informed town", 11) == ["the well-", "informed", "town"]


def test_line_ends_of_the_text_stay() -> None:
    assert lines("one\ntwo three\n\nfour", 20) == ["one", "two three", "", "four"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("", 10) == [""]


def test_wide_letters_count_two_cells_and_break_anywhere() -> None:
    assert lines("橋は二年間閉鎖される", 8) == ["橋は二年", "間閉鎖さ", "れる"]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert lines("橋は閉鎖。明日", 8) == ["橋は閉", "鎖。明日"]


def test_joined_emoji_and_combining_marks_stay_whole() -> None:
    family = "👨‍👩‍👧‍👦"
    text = f"{family} e\u0301te\u0301 {family}"
    broken = lines(text, 4)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(line.count(family) * 7 == line.count("\u200d") / 3 * 7 for line in broken)
    assert not any(line.startswith("\u0301") for line in broken)


@given(st.text(alphabet=st.sampled_from("ab é—-’ 橋。e\u0301👍🏽\u200d\n")), st.integers(2, 12))
@settings(max_examples=300, deadline=None)
def test_every_line_fits_and_nothing_but_white_space_is_left_out(text: str, width: int) -> None:
    spans = wrap(text, (0, len(text)), width)
    assert spans == sorted(spans)
    assert re.sub(r"[ \n]", "", "".join(text[a:b] for a, b in spans)) == re.sub(r"[ \n]", "", text)
    for start, end in spans:
        line = text[start:end]
        assert cell_len(line) <= width or len(line.rstrip(" ")) <= 2 or "\u200d" in line


@given(st.text(alphabet=st.sampled_from("ab c—-’é")), st.integers(1, 12))
@settings(max_examples=200, deadline=None)
def test_counting_and_measuring_fill_lines_to_the_same_width(text: str, width: int) -> None:
    assert all(len(line) <= width for line in lines(text, width))


@pytest.mark.parametrize("first", range(0x20, 0x3000, 0x100))
def test_what_is_counted_as_one_cell_is_one_cell(first: int) -> None:
    for code in range(first, first + 0x100):
        if is_one_cell_each(chr(code)) and chr(code).isprintable():
            assert get_character_cell_size(chr(code)) == 1, hex(code)
