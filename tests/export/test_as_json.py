"""The JSON object that others script against."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.model import Analysis, Summary
from reader.article.model import Article, Block
from reader.export import analysis_as_dict, analysis_as_json_line


def test_it_has_the_fields_of_the_contract(article: Article, analysis: Analysis) -> None:
    line = analysis_as_dict(article, analysis)
    assert line["schema"] == 1
    assert line["source"] == "bridge.txt"
    assert {"title", "byline", "published", "site", "url", "language", "text", "blocks"} <= set(line["article"])
    assert line["article"]["blocks"][0] == {"kind": "title", "span": [0, 43]}
    assert line["sentences"][1]["block"] == 2
    assert line["actors"][0] == {
        "id": "a1",
        "name": "Ruth Adeyemi",
        "kind": "person",
        "role": "council leader",
        "aliases": [],
        "mentions": [],
        "claims": ["c1", "c2"],
        "confidence": None,
        "doubtful": False,
    }
    claim = line["claims"][1]
    assert {key: claim[key] for key in ("id", "kind", "speaker", "speaker_name", "type", "text", "confidence")} == {
        "id": "c2",
        "kind": "indirect",
        "speaker": "a1",
        "speaker_name": "Ruth Adeyemi",
        "type": "said",
        "text": "the council had *known* about it",
        "confidence": 0.877,
    }
    assert line["summary"] == {"method": "lead", "sentences": [0, 6], "shortened": []}
    assert line["stats"]["direct"] == 3


def test_a_shortened_sentence_of_the_summary_tells_what_is_shown_of_it(article: Article, analysis: Analysis) -> None:
    start, end = analysis.sentences[6].span
    shown = replace(analysis, summary=Summary("news", (6,), ((6, ((start, start + 9), (start + 12, end))),)))
    assert json.loads(analysis_as_json_line(article, shown))["summary"]["shortened"] == [
        {"sentence": 6, "spans": [[start, start + 9], [start + 12, end]]}
    ]


def test_every_span_gives_back_its_words_after_a_round_trip(article: Article, analysis: Analysis) -> None:
    line = json.loads(analysis_as_json_line(article, analysis))
    text = line["article"]["text"]
    start, end = line["claims"][1]["cue"][0]
    assert text[start:end] == "denied"
    assert [text[start:end] for start, end in line["claims"][0]["content"]] == [
        "We were told it was safe in January,",
        "and it was not.",
    ]


def test_the_source_is_given_back_even_where_it_holds_an_escape(article: Article, analysis: Analysis) -> None:
    odd = replace(article, source="a\x1b[31m\x9bb\u202e\udcff.txt")
    line = analysis_as_json_line(odd, analysis)
    assert json.loads(line)["source"] == odd.source


@given(st.text())
def test_any_text_is_one_printable_line_that_encodes_and_parses_back(text: str) -> None:
    article = Article(text, (Block("paragraph", (0, len(text))),), source=text, title=text)
    line = analysis_as_json_line(article, Analysis())
    assert len(line.splitlines()) == 1
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in line)
    assert json.loads(line.encode("utf-8"))["article"]["text"] == text


def test_others_who_say_it_too_stand_beside_the_speakers_name(article: Article, analysis: Analysis) -> None:
    alone, together = analysis.claims[0], replace(analysis.claims[1], others="and her colleagues")
    claims = analysis_as_dict(article, replace(analysis, claims=(alone, together)))["claims"]
    assert "others" not in claims[0]
    assert (claims[1]["speaker_name"], claims[1]["others"]) == ("Ruth Adeyemi", "and her colleagues")
