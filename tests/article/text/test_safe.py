"""Text is made safe in one place: nothing of it can act on a terminal or hide what it says."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.article import safe_link, safe_text
from reader.article.text.safe import MOST_MARKS, can_be_shown, short


@pytest.mark.parametrize(
    ("given_text", "safe"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x1b[0m words", "red words"),
        ("a\x1b]0;new window title\x07b", "ab"),
        ("a\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1b]52;c;Zm9v\x07b", "ab"),
        ("a\x1bP1$r0m\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1b]never ends", "anever ends"),
        ("bell\x07 back\x08space nul\x00", "bell backspace nul"),
        ("del\x7fete", "delete"),
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("tab\tand\u00a0space\u2009thin", "tab and space thin"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("\u2066isolated\u2069 \u200fmark", "isolated mark"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("private \ue000 \U000f0000", "private  "),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\x93smart\x94 quotes of Windows", "“smart” quotes of Windows"),
        ("cafe\u0301", "café"),
        ("[bold]no markup[/bold] [@click=quit]", "[bold]no markup[/bold] [@click=quit]"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
    ],
)
def test_what_is_unsafe_goes_and_the_rest_stays(given_text: str, safe: str) -> None:
    assert safe_text(given_text) == safe


def test_titles_and_messages_are_one_line() -> None:
    assert safe_text("  two\n lines\twith   spaces ", lines=False) == "two lines with spaces"


def test_piled_up_combining_marks_are_capped() -> None:
    safe = safe_text("z" + "\u0300\u0323" * 500 + "algo")
    assert sum(unicodedata.combining(c) > 0 for c in safe) <= MOST_MARKS
    assert safe.endswith("algo")


def test_a_mark_without_a_letter_cannot_reach_back_to_what_stands_before() -> None:
    assert safe_text("\u0301start\n\u0301next") == "start\nnext"


@given(st.text(alphabet=st.characters()))
@example("\x1b\x1b[31m[31m")
@example("\u0958" + "\u0300" * 9)
@example("\x9d\x9d;\x07\x9c")
@example("a\u200d\u0300\u200d")
def test_any_text_becomes_safe_and_stays_as_it_then_is(text: str) -> None:
    safe = safe_text(text)
    assert safe_text(safe) == safe
    assert unicodedata.normalize("NFC", safe) == safe
    for c in safe:
        assert c == "\n" or c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
        assert unicodedata.bidirectional(c) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    line = safe_text(text, lines=False)
    assert all(can_be_shown(line, at) for at in range(len(line)))
    assert "\n" not in line
    assert safe_text(line, lines=False) == line


@given(st.text(alphabet=st.characters()), st.integers(1, 40))
@example("ab\U0001f468\u200d\U0001f469", 4)
def test_a_beginning_is_as_safe_as_the_whole(text: str, most: int) -> None:
    beginning = short(text, most)
    assert len(beginning) <= most
    assert safe_text(beginning, lines=False) == beginning


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("/relative", "https://base.example/relative"),
        ("//other.example/x", "https://other.example/x"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        (" https://exam\nple.org/ ", "https://example.org/"),
        ("HTTPs://example.org/", "https://example.org/"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/hosts", None),
        ("http://", None),
        ("http://[bad", None),
        ("#note", None),
        ("https://example.org/\x1b[31m", None),
        ("https://example.org/\u202egnp", None),
        ("https://example.org/" + "a" * 5000, None),
    ],
)
def test_only_addresses_that_a_reader_may_follow_stay_links(address: str, kept: str | None) -> None:
    assert safe_link(address, "https://base.example/") == kept
