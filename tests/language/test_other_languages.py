"""Sentences of languages that the shipped Punkt does not know."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language import sentence_spans


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("fr", ["M. Dupré est arrivé à Lyon.", "Mme Roux est restée.", "Et vous ?"]),
        ("de", ["Am 3. Oktober kam Dr. Klee z. B. nach Bonn.", "Er blieb bis fünf Uhr."]),
        ("es", ["El Sr. Vega habló primero.", "¿Y usted?", "Nadie respondió."]),
        ("it", ["Il sig. Rossi è partito.", "Tornerà lunedì."]),
        ("pt-BR", ["A Dra. Lima chegou.", "O júri ouviu."]),
        ("ru", ["Совет собрался в понедельник.", "Решения нет."]),
    ],
)
def test_sentences_of_other_languages(code: str, parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentence_spans(text, code)] == parts


def test_a_language_without_spaces() -> None:
    text = "市議会は月曜日に開かれた。決定は来週になる。"
    assert [text[start:end] for start, end in sentence_spans(text, "ja")] == [
        "市議会は月曜日に開かれた。",
        "決定は来週になる。",
    ]


@given(st.text(max_size=60), st.sampled_from(["fr", "de", "ja", "xx", "zz-ZZ", "../en"]))
@settings(max_examples=150, deadline=None)
def test_spans_hold_for_any_text_and_any_code(text: str, code: str) -> None:
    at = 0
    for start, end in sentence_spans(text, code):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
