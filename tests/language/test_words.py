"""Words after the Penn Treebank's conventions, and their tags."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language import tag_words, word_spans
from reader.language.data import load_perceptron


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She didn't, and he won’t.", ["She", "did", "n't", ",", "and", "he", "wo", "n’t", "."]),
        ("Novak's plan, the brothers’ farm", ["Novak", "'s", "plan", ",", "the", "brothers", "’", "farm"]),
        ("a well-known U.S. site", ["a", "well-known", "U.S.", "site"]),
        ("Sen. Pine paid $1,250.50 (5%).", ["Sen.", "Pine", "paid", "$", "1,250.50", "(", "5", "%", ")", "."]),
        ("“Yes,” he said — twice…", ["“", "Yes", ",", "”", "he", "said", "—", "twice", "…"]),
        ("at 5 p.m. see http://example.org/a?b=1.", ["at", "5", "p.m.", "see", "http://example.org/a?b=1", "."]),
        ("the old pier  is shut, we cannot go", ["the", "old", "pier", "is", "shut", ",", "we", "can", "not", "go"]),
        ("so we wait . . . and go", ["so", "we", "wait", ". . .", "and", "go"]),
        ("cannot O'Neil COVID-19 @desk #vote", ["can", "not", "O'Neil", "COVID-19", "@desk", "#vote"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_words_cover_everything_but_white_space(text: str) -> None:
    at = 0
    for start, end in word_spans(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_tags_of_a_plain_sentence() -> None:
    sentence = ["The", "mayor", "of", "Lyon", "said", "she", "would", "resign", "."]
    assert tag_words([sentence]) == [["DT", "NN", "IN", "NNP", "VBD", "PRP", "MD", "VB", "."]]


def test_every_word_of_every_sentence_has_a_tag() -> None:
    sentences = [["Go", "."], [], ["5", "%"]]
    assert [len(tags) for tags in tag_words(sentences)] == [2, 0, 2]


def test_tags_are_those_of_nltks_own_tagger() -> None:
    tagger = load_perceptron()

    text = (
        "Harbour master Ida Lund said the 41-year-old ferry wouldn't sail before March 3, when two yards in Port Wenna"
        " reopen; nobody, she added, had asked Zqx Ltd. for its 2026 price."
    )
    sentence = words(text)
    assert tag_words([sentence]) == [[tag for _, tag in tagger.tag(sentence)]]
    assert tag_words([["", "Xyzzy"]]) == [[tag for _, tag in tagger.tag(["", "Xyzzy"])]]


def test_a_long_text_without_a_stop_is_split_whatever_limit_nltk_sets_strangers_patterns() -> None:
    redos = pytest.importorskip("nltk.redos")
    assert redos.DEFAULT_TIMEOUT is None
    assert len(word_spans("never a stop " * 20_000)) == 60_000


def test_tags_hang_on_no_word_that_was_met_before(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [
        ["The", "keeper", "said", "the", "lock", "would", "lock", "."],
        ["Wardens", "lock", "gates"],
        [],
        ["They", "gate", "it"],
    ]
    together = tag_words(sentences)
    assert [len(tags) for tags in together] == [8, 3, 0, 3]
    monkeypatch.setattr("reader.language.tags._MOST", 2)
    assert [tag_words([sentence])[0] for sentence in sentences] == together
    with ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(tag_words, sentences).result() == together
