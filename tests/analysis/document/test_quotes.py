"""Quotation marks: every style, nested, broken, over paragraphs, and what only looks like one."""

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.document.quotes import find_quotations
from reader.article import article_from_text
from reader.article.model import Article, Block


def found(text: str, depth: int = 0) -> list[list[str]]:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", (at, at + len(part))))
        at += len(part) + 2
    article = Article(text, tuple(blocks))
    return [[article.words_of(span) for span in q.spans] for q in find_quotations(article) if q.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        'Adeyemi said: "We are closing it."',
        "Adeyemi said: “We are closing it.”",
        "Adeyemi said: ‘We are closing it.’",
        "Adeyemi said: 'We are closing it.'",
        "Adeyemi said: «We are closing it.»",
        "Adeyemi said: „We are closing it.“",
        "Adeyemi said: »We are closing it.«",
        "Adeyemi said: »We are closing it.»",
        "Adeyemi said: ”We are closing it.”",
        "Adeyemi said: ״We are closing it.״",
        "Adeyemi said:「We are closing it.」",
        "Adeyemi said:『We are closing it.』",
        "Adeyemi said: ''We are closing it.''",
        "Adeyemi said: ``We are closing it.''",
    ],
)
def test_every_style_of_marks_is_read(text: str) -> None:
    assert found(text) == [["We are closing it."]]


def test_words_between_quotations_in_marks_that_point_inwards_are_not_quoted() -> None:
    assert found("»We are closing it«, said Lee. »It is old«, said Moss.") == [["We are closing it"], ["It is old"]]


def test_marks_that_point_outwards_with_spaces_inside_open_no_second_quotation() -> None:
    assert found("« Nous fermons », dit Lee. « C’est vieux », dit Moss.") == [["Nous fermons"], ["C’est vieux"]]


def test_a_mark_in_a_hebrew_abbreviation_neither_opens_nor_closes() -> None:
    assert found('אמר לי: "צה"ל יוצא מכאן היום", והלך.') == [['צה"ל יוצא מכאן היום']]


def test_japanese_marks_nest() -> None:
    assert found("リーは「彼は『行く』と言った」と述べた。") == [["彼は『行く』と言った"]]
    assert found("リーは「彼は『行く』と言った」と述べた。", depth=1) == [["行く"]]


def test_apostrophes_open_nothing() -> None:
    assert found("It's the councillors' bridge, isn't it? The '90s won't come back, the traders' leader says.") == []


def test_single_quotation_holds_contractions() -> None:
    assert found("He said ‘we don’t know’ and left.") == [["we don’t know"]]
    assert found("He said 'we don't know' and left.") == [["we don't know"]]


def test_a_quotation_inside_another_is_one_level_deeper() -> None:
    text = "“I asked, ‘Is it safe?’ and nobody answered,” she said."
    assert found(text) == [["I asked, ‘Is it safe?’ and nobody answered,"]]
    assert found(text, depth=1) == [["Is it safe?"]]


def test_a_quotation_that_runs_over_paragraphs_is_one() -> None:
    text = "“We looked at the piers.\n\n“They had moved,” she said.\n\nShe left."
    assert found(text) == [["We looked at the piers.", "They had moved,"]]


def test_a_quotation_in_single_marks_runs_over_paragraphs_too() -> None:
    text = "She left. 'We looked at the piers. The divers' report was clear.\n\n'They don't move,' she said."
    assert found(text) == [["We looked at the piers. The divers' report was clear.", "They don't move,"]]
    text = "‘We looked at the piers.\n\n‘They had moved.\n\n‘That is all,’ she said."
    assert found(text) == [["We looked at the piers.", "They had moved.", "That is all,"]]


def test_a_single_mark_that_nothing_goes_on_from_opens_nothing() -> None:
    assert found("'Twas a cold day.\n\nThe piers had moved.") == []
    assert found("She had 'Moss's boat.\n\n'They had moved,' she said.") == [["They had moved,"]]


def test_a_closed_quotation_does_not_run_into_the_next_paragraph() -> None:
    assert found("“We looked.”\n\n“They had moved.”") == [["We looked."], ["They had moved."]]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert found("She said: “We looked.\n\nNobody answered.") == [["We looked."]]


def test_two_paragraphs_of_a_quotation_that_are_set_as_one_lose_no_word() -> None:
    assert found("“We shut it. All of it. “Nobody came.” He left.") == [["We shut it. All of it."], ["Nobody came."]]
    assert found("He said “we shut the old “North Pier” for good.") == [["North Pier"]]
    assert found("“We shut the old “North Pier” for good.") == [["North Pier"]]


def test_curly_marks_may_be_closed_by_straight_ones() -> None:
    assert found('“We looked," she said.') == [["We looked,"]]


@pytest.mark.parametrize("piece", ["'a ", "‘a ", "‘dogs’ a ", "'dogs' a ", "“a ", '"a ', "a”' "])
def test_marks_that_are_never_answered_take_work_that_grows_as_the_text(piece: str) -> None:
    def count(times: int) -> int:
        steps = 0

        def stepped(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal steps
            steps += event in ("call", "c_call")

        article = article_from_text("She said so. " + piece * times)
        sys.setprofile(stepped)
        try:
            find_quotations(article)
        finally:
            sys.setprofile(None)
        return steps

    assert 300 < count(1_200) < 6 * count(300)


@given(st.text(alphabet="ab .,'\"“”‘’«»\n", max_size=200))
def test_any_marks_at_all_give_spans_inside_the_text(text: str) -> None:
    article = article_from_text(text)
    for quotation in find_quotations(article):
        assert all(0 <= a < b <= len(article.text) for a, b in quotation.spans)
        assert list(quotation.spans) == sorted(quotation.spans)
