"""The library in other programs' forms: whole, safe, marked as yours, and read back by those who know the form."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.gate import marks as gate
from reader.analysis.model import Claim
from reader.library import Library, anchor_to
from reader.library.exports import (
    bibtex,
    brat_files,
    claims_csv,
    csl_json,
    gold_files,
    markdown_files,
    readwise_csv,
    w3c_lines,
)
from tests.export.brat_checks import check_brat
from tests.library.conftest import BRIDGE, TEXT, analysed, make_article, span_of

PRYCE = "Tom Pryce, who runs a bicycle shop, said the closure would ruin the street."


def anchors(*words: str) -> list[dict[str, Any]]:
    return [anchor_to(TEXT, span_of(TEXT, each)).as_dict() for each in words]


@pytest.fixture
def corrected(library: Library, bridge: int) -> int:
    """The bridge's article, in which one speaker was set right and one claim was missed."""
    library.correct(bridge, "speaker", {"claim": anchors(BRIDGE[1][1]), "name": "Dana Whitfield"})
    at = TEXT.index("said the closure")
    cue = anchor_to(TEXT, (at, at + 4)).as_dict()
    missed = {"content": anchors("the closure would ruin the street"), "cue": [cue]}
    library.correct(bridge, "missed", {**missed, "source": anchors("Tom Pryce"), "name": "Tom Pryce"})
    library.highlight(bridge, span_of(TEXT, "runs a bicycle shop"), note="*ask* him\nsoon", tags=("big sea", "7"))
    library.tag(bridge, "town & river")
    return bridge


def test_notes_open_as_front_matter_and_quote_marks_and_claims_with_links(library: Library, corrected: int) -> None:
    ((name, text),) = markdown_files(library)
    assert name == f"{corrected}-council-votes-to-close-the-old-bridge.md"
    _, front, body = text.split("---\n", 2)
    facts = yaml.safe_load(front)
    assert facts["title"] == "Council votes to close the old bridge"
    assert (facts["tags"], facts["url"]) == (["town-river"], "https://packet.example/bridge")
    assert "> runs a bicycle shop\n\n\\*ask\\* him\\\nsoon #t-7 #big-sea [in the text](https://packet" in body
    assert "> — [[Ruth Adeyemi]], council leader · [in the text](https://packet.example/bridge#:~:text=" in body
    assert re.search(r"> — \[\[Dana Whitfield\]\] · \[in the text\]\(\S+\) · yours", body)
    assert f"> {PRYCE.rstrip('.')}\n>\n> — [[Tom Pryce]] · [in the text](https" in body


def test_claims_go_into_a_table_marked_as_yours(library: Library, corrected: int) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(claims_csv(library)), newline="")))
    assert [(row["speaker"], row["yours"]) for row in rows] == [
        ("Ruth Adeyemi", "no"),
        ("Tom Pryce", "yes"),
        ("Dana Whitfield", "yes"),
    ]
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["text"]
    assert next(iter(csv.DictReader(io.StringIO(readwise_csv(library)))))["Highlight"] == "runs a bicycle shop"


def test_citations_have_keys_of_their_own(library: Library, bridge: int) -> None:
    library.keep(make_article(source="https://packet.example/again", byline=("Ann van der Lee", "The Packet staff")))
    library.keep(replace(make_article("No facts\n\nAt all.", "/papers/none.txt"), url=None, site=None, published=None))
    items = json.loads(csl_json(library))
    assert [item["id"] for item in items] == re.findall(r"@misc\{([^,]*),", "".join(bibtex(library)))
    assert len({item["id"] for item in items}) == 3
    by_key = {item["title"]: item for item in items}
    assert by_key["No facts"]["type"] == "webpage"
    named = next(item for item in items if item.get("author"))
    assert named["author"] == [{"given": "Ann van der", "family": "Lee"}, {"literal": "The Packet staff"}]
    assert (named["issued"], named["container-title"]) == ({"date-parts": [[2026, 3, 4]]}, "The Packet")


def test_annotations_have_the_shapes_of_the_w3cs_vocabulary(library: Library, corrected: int) -> None:
    library.import_file(b"url,highlight\nhttps://packet.example/unread,never seen\n")
    placed, unplaced = (json.loads(line) for line in w3c_lines(library))
    for each in (placed, unplaced):
        assert each["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert (each["type"], each["id"][:9]) == ("Annotation", "urn:uuid:")
        assert each["motivation"] in ("commenting", "highlighting")
        assert each["target"]["source"].startswith("https://")
        for body in each.get("body", ()):
            assert (body["type"], body["purpose"] in ("tagging", "commenting")) == ("TextualBody", True)
    quote, position = placed["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert TEXT[: position["start"]].endswith(quote["prefix"])
    assert unplaced["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "never seen"}]


def test_brats_annotations_name_the_very_words(library: Library, corrected: int) -> None:
    files = dict(brat_files(library))
    (name,) = (name.removesuffix(".ann") for name in files if name.endswith(".ann"))
    check_brat(files[f"{name}.txt"], files[f"{name}.ann"], files["annotation.conf"])
    lines = files[f"{name}.ann"].splitlines()
    assert sum("AnnotatorNotes" in line and "Dana Whitfield" in line for line in lines) == 1
    library.undo(library.corrections(corrected)[0])
    library.undo(library.corrections(corrected)[0])
    assert list(dict(brat_files(library))) == ["annotation.conf"]  # nothing is gold that nobody looked at


def test_the_gate_reads_the_gold_as_it_was_set_right(library: Library, corrected: int, tmp_path: Path) -> None:
    for name, text in gold_files(library):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    (path,) = tmp_path.glob("*.json")
    marked = gate.read(path)
    analysis = library.corrected(corrected).analysis

    def words(text: str, claim: Claim | gate.MarkedClaim) -> tuple[list[str], ...]:
        return tuple([text[slice(*span)] for span in spans] for spans in (claim.content, claim.cue, claim.source))

    assert [(words(marked.article.text, each), each.speakers, each.kind) for each in marked.claims] == [
        (words(TEXT, each), (each.speaker_name,), each.kind) for each in analysis.claims
    ]
    assert {actor.name for actor in marked.actors or ()} == {actor.name for actor in analysis.actors}


def test_only_the_chosen_articles_go_out(library: Library, bridge: int) -> None:
    other = library.keep(make_article("Another\n\nOne.", "https://packet.example/other")).entry
    chosen = [library.entry(other)]
    assert [name for name, _ in markdown_files(library, chosen)] == [f"{other}-another.md"]
    assert len(json.loads(csl_json(library, chosen))) == 1
    assert len(list(claims_csv(library, chosen))) == 1
    assert len(list(gold_files(library, chosen))) == 2
    article = make_article()
    library.keep(article, analysed(article, *BRIDGE))
