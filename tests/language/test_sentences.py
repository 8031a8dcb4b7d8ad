"""Where a sentence ends, and where a full stop, question mark or quotation mark ends none."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktSentenceTokenizer

from reader.language import sentence_spans
from reader.language.sentences import _punkt


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "U.S. Sen. Ada Novak of Ohio spoke first.",
        "He asked Lt. Gen. Mark Tully and Col. Ruth Amadi to stay.",
        "The vote is at 5 p.m. on Tuesday in Room No. 12.",
        "It was written by J. R. Halloran and P.D. Quist in 1962.",
        "Mr. and Mrs. Okafor moved from St. Petersburg to St. Louis.",
        "The plan of Rep. Lee Marsh, R-Tex., and Sen. Jo Pine, D-Fla., failed.",
        "“Are you leaving?” asked the clerk.",
        "“Is it safe?” Deputy Mayor Ines Vidal asked on Monday.",
        "She paused … and then went on.",
        "The firm Yahoo! said it would pay $3.5 million.",
        "It rose 2.5 percent, e.g. in Lyon and Lille.",
        "They met David L. Porter in Lyon.",
        "They will meet at 5 a.m. ET to look at the tower again.",
        "It is with a D.C. Superior Court judge now.",
        "“It works,” said specialist David L. Porter, the director.",
        "Sen. Ada Novak (D-Ohio.), who wrote it, spoke first, and Rep. Lee Marsh (R-Tex.): both left.",
        "They went by sea (was it safe?), and by night.",
        "The film “Run!!,” she said, was long.",
        "Ask E.J. , who wrote it.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["The council met at 7 p.m.", "It broke up at midnight."],
        ["“We are done.”", "“Go home.”"],
        ['"It is over," she said.', 'He said: "It is not."', "They parted."],
        ["They live in the U.S.", "The others went back."],
        ["It ends at 5 p.m.", "The others went back."],
        ["It was said of Vitamin D.", "Porter agreed."],
        ["Who paid?", "Nobody knows."],
        ["The tower fell in 1903.[4][5]", "It was built again."],
        ["Prices fell (by a third).", "Wages did not."],
        ["He is with Ann Lee (who?).", "She paints."],
        ["They won!!!", "Nobody slept."],
        ["They won (at last!).", "Nobody slept."],
        ["(They won.)", "Nobody slept."],
    ],
)
def test_several_sentences_come_apart(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_a_lost_space_does_not_glue_two_sentences() -> None:
    assert cut("The strike ended.Trains ran again on Monday.") == [
        "The strike ended.",
        "Trains ran again on Monday.",
    ]


def test_addresses_are_not_cut() -> None:
    sentence = "Write to desk@example.org or see www.example.org/News.Today for more."
    assert cut(sentence) == [sentence]


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert cut("A line\nthat goes on.\n\nA heading\n\nMore.") == ["A line\nthat goes on.", "A heading", "More."]


def test_list_numbers_stay_with_their_item() -> None:
    assert cut("1. The bridge stays shut.") == ["1. The bridge stays shut."]


@pytest.mark.parametrize("joint", ["\n", "; ", ", ", " ", "。", "，"])
def test_a_run_of_words_without_an_end_is_cut_between_two_of_them(joint: str) -> None:
    text = joint.join(f"boat {n:,}" for n in range(4_000))
    pieces = cut(text)
    assert 3 < len(pieces) < 40
    assert max(map(len, pieces)) <= 6_000
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert not any(piece.startswith(joint.strip() or "\0") for piece in pieces)
    if joint != " ":
        assert all(piece.startswith("boat ") for piece in pieces)


def test_a_very_long_sentence_of_an_article_is_whole_and_so_is_a_word_without_an_end() -> None:
    sentence = ", ".join(f"boat {n}" for n in range(580)) + "."
    assert 5_500 < len(sentence) < 6_000
    assert cut(sentence) == [sentence]
    assert cut(f"{'a' * 20_000} b {'c' * 7_000}") == [f"{'a' * 20_000}", f"b {'c' * 7_000}"]
    assert cut("a" * 50_000) == ["a" * 50_000]


@given(st.text(alphabet=st.sampled_from("aAbZ.!?… \n\"”“'()[]1.,-é中"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_spans_are_in_order_and_leave_only_white_space_out(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


PIECES = ["the tide", "rose", "Corp", "inc", "Mr", "st", "J", "U.S", "no", "5", "said", "“Go", "(he)", "It", "etc"]


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", ". ", "! ", "? ", ".” ", ".\n", "... "]))))
def test_punkt_is_spared_only_what_it_answers_itself(pieces: list[tuple[str, str]]) -> None:
    text = "".join(chain.from_iterable(pieces))
    ours = _punkt()
    assert [*ours.span_tokenize(text)] == [*PunktSentenceTokenizer(ours._params).span_tokenize(text)]
