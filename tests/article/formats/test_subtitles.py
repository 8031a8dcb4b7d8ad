"""Subtitles become what is said in them."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.formats.subtitles import article_from_subtitles
from reader.article.parsing import parse

SRT = """1
00:00:01,000 --> 00:00:04,000
MAYOR: The gate will be
<i>finished</i>

2
00:00:04,000 --> 00:00:07,500
in 2029. I managed it by myself.

3
00:00:12,000 --> 00:00:14,000
Nobody helped &amp; nobody asked.

4
00:00:14,000 --> 00:00:15,000
- Who pays?
- The city.
"""
VTT = """WEBVTT - The mayor on the gate

STYLE
::cue { color: red }

NOTE nobody reads this

00:01.000 --> 00:04.000 align:start position:0%
<v.loud Ada Poll>The gate will be

intro
00:04.000 --> 00:07.500
<v Ada Poll>finished in <00:00:05.000><c>2029</c>.

01:00:08.000 --> 01:00:10.000
<v Bram Keel>Who pays?
"""
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
the gate will be

00:00:03.000 --> 00:00:05.000
the gate will be
finished in 2029

00:00:05.000 --> 00:00:07.000
finished in 2029
I hope
"""


def paragraphs(text: str, line_end: str = "\n") -> list[str]:
    article = parse(text.replace("\n", line_end).encode())
    return [article.words_of(block.span) for block in article.blocks]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_cues_are_joined_and_a_new_paragraph_begins_with_a_speaker_or_after_a_pause(line_end: str) -> None:
    assert paragraphs(SRT, line_end) == [
        "MAYOR: The gate will be finished in 2029. I managed it by myself.",
        "Nobody helped & nobody asked.",
        "- Who pays?",
        "- The city.",
    ]


def test_voices_stand_before_their_words_and_notes_styles_and_marks_go() -> None:
    assert paragraphs(VTT) == [
        "The mayor on the gate",
        "Ada Poll: The gate will be finished in 2029.",
        "Bram Keel: Who pays?",
    ]


def test_a_line_that_rolls_on_stands_once() -> None:
    assert paragraphs(ROLLING) == ["the gate will be finished in 2029 I hope"]


def test_cues_without_numbers_or_empty_lines_between_them() -> None:
    text = "00:01,5 --> 00:02,0\nOne.\n2\n00:02,0 --> 00:03,0\nTwo.\n00:09,0 --> 00:10,0\nThree."
    assert paragraphs(text) == ["One. Two.", "Three."]


@pytest.mark.parametrize("text", ["The train of 10:30:00 --> the sea, he said.", "WEBVTTs are files.\n\nShe said so."])
def test_times_and_names_in_prose_are_no_subtitles(text: str) -> None:
    assert paragraphs(text)[0] == text.split("\n")[0]


lines = st.sampled_from(
    [
        "WEBVTT",
        "1",
        "00:01.000 --> 00:02.000",
        "99:99,9 --> 0:0,1",
        "<v Ada>Yes",
        "- No",
        "NOTE",
        "",
        "\x1b[2J",
        "<c>x</",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines | st.text(max_size=12), max_size=12).map("\n".join))
def test_any_lines_at_all_make_a_sound_article(sound: Callable[[Article], None], text: str) -> None:
    sound(article_from_subtitles(text))
