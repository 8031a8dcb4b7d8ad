"""Who said what as a table, Markdown, CSV and JSON."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article, Block
from reader.export import format_claims
from tests.export.conftest import OneClaim


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_table_shows_number_speaker_cue_kind_and_words(article: Article, analysis: Analysis) -> None:
    table = format_claims("table", article, analysis, columns=110).splitlines()
    assert table[0].split() == ["#", "WHO", "HOW", "KIND", "WHAT"]
    assert table[2].split("  ")[0:1] == ["2"]
    assert "denied" in table[2]
    assert table[2].endswith("the council had *known* about it")
    assert "indirect, thought" in table[-1]


def test_the_table_wraps_words_and_loses_none(article: Article, analysis: Analysis) -> None:
    narrow = format_claims("table", article, analysis, columns=60).splitlines()
    assert max(cell_len(line) for line in narrow) <= 60
    words = [word for line in narrow for word in line.split()]
    assert [word for word in words if word in ("“We", "told", "safe", "January,", "not.”")] == [
        "“We",
        "told",
        "safe",
        "January,",
        "not.”",
    ]


def test_columns_line_up_where_names_are_wide(article: Article, analysis: Analysis) -> None:
    wide = replace(analysis, actors=(Actor("a1", "王小明", "person"), *analysis.actors[1:]))
    lines = format_claims("table", article, wide, columns=110).splitlines()
    starts = {
        cell_len(line[: line.index(cue)]) for line, cue in zip(lines[1:4], ("said", "denied", "said"), strict=True)
    }
    assert len(starts) == 1


@given(st.text(), st.text(), st.integers(20, 120))
def test_no_text_can_put_a_control_character_into_the_table(name: str, words: str, columns: int) -> None:
    text = f"{words} said"
    article = Article(text, (Block("paragraph", (0, len(text))),))
    claim = Claim("c1", "direct", "said", ((0, len(words)),), ((len(words) + 1, len(text)),), speaker_name=name)
    table = format_claims("table", article, Analysis(claims=(claim,)), columns=columns)
    assert all(character == "\n" or character.isprintable() or character in "\u200c\u200d" for character in table)


def test_claims_may_be_chosen_and_keep_their_numbers(article: Article, analysis: Analysis) -> None:
    lines = format_claims("table", article, analysis, analysis.claims[2:3]).splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("3  Tom Pryce")


def test_csv_has_a_header_and_one_record_for_each_claim(article: Article, analysis: Analysis) -> None:
    text = format_claims("csv", article, analysis)
    header, *records = rows(text)
    assert len(records) == 6
    assert text.count("\r\n") == 6
    second = dict(zip(header, records[1], strict=True))
    assert second["speaker"] == "Ruth Adeyemi"
    assert second["cue"] == "denied"
    assert second["denied"] == "yes"
    assert second["confidence"] == "0.877"
    start, end = int(second["start"]), int(second["end"])
    assert article.text[start:end] == "the council had *known* about it"


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x.example","y")', "+1 for us", "-2 degrees", "@sum(a)", "  =1+1", "＝1", "\t=1"]
)
def test_no_cell_starts_as_a_formula(one_claim: OneClaim, words: str) -> None:
    article, analysis, _ = one_claim(f"“{{{words}}}” <{words}> [said].", speaker_name=words, title=words)
    for cell in rows(format_claims("csv", article, analysis))[1]:
        assert not cell.strip().startswith(("=", "+", "-", "@", "＝"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_csv_reads_back_whatever_the_words_are(words: str) -> None:
    article = Article(words, (Block("paragraph", (0, len(words))),))
    claim = Claim("c1", "indirect", "said", ((0, len(words)),), speaker_name=words)
    read = rows(format_claims("csv", article, Analysis(claims=(claim,))))
    assert len(read) == 2
    assert len(read[0]) == len(read[1])


def test_markdown_quotes_the_speaker_or_gives_the_articles_own_account(article: Article, analysis: Analysis) -> None:
    lines = format_claims("markdown", article, analysis).splitlines()
    assert lines[0] == (
        "- \\[1\\] **Ruth Adeyemi** (council leader), *said*: “We were told it was safe in January, and it was not.”"
    )
    assert lines[1] == (
        "- \\[2\\] **Ruth Adeyemi** (council leader): She denied that the council had \\*known\\* about it"
    )
    html = MarkdownIt().render(lines[1])
    assert "*known*" in html
    assert "[2]" in html


def test_markdown_keeps_the_cue_of_a_denial_in_another_paragraph(one_claim: OneClaim) -> None:
    article, analysis, _ = one_claim("<He> [denied] all of it.\n\n“{Taking money.}”", speaker_name="Lee Ford")
    assert format_claims("markdown", article, analysis) == "- \\[1\\] **Lee Ford**, *denied*: “Taking money.”"


def test_json_is_a_list_of_the_contracts_claims_with_the_cue_in_words(article: Article, analysis: Analysis) -> None:
    claims = json.loads(format_claims("json", article, analysis))
    assert [claim["id"] for claim in claims] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert (claims[1]["cue_text"], claims[1]["denied"], claims[1]["role"]) == ("denied", True, "council leader")


def test_an_article_without_claims_is_said_to_have_none(article: Article) -> None:
    empty = Analysis()
    assert format_claims("table", article, empty) == "No claims."
    assert format_claims("markdown", article, empty) == "*No claims.*"
    assert len(rows(format_claims("csv", article, empty))) == 1
    assert json.loads(format_claims("json", article, empty)) == []


def test_an_unknown_format_is_named_with_the_known_ones(article: Article, analysis: Analysis) -> None:
    with pytest.raises(ValueError, match=r"'xls'.*table, markdown, csv, json"):
        format_claims("xls", article, analysis)
