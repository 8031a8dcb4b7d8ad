"""The hand-marked claims are true to the samples that they describe."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.article import open_article
from reader.resources import bundled

GOLD = sorted(Path(__file__).parent.glob("*.json"))


def marked(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_every_sample_is_marked() -> None:
    samples = {path.name for path in bundled("sample_articles").iterdir() if path.suffix in (".txt", ".md", ".html")}
    assert {marked(path)["sample"] for path in GOLD} == samples
    assert len(samples) >= 6


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_marked_words_stand_in_the_sample(path: Path) -> None:
    gold = marked(path)
    text = open_article(str(bundled("sample_articles") / gold["sample"])).text
    strings = [part for claim in gold["claims"] for key in ("content", "cue", "source") for part in claim[key]]
    assert [part for part in strings if part not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_speakers_are_named_in_the_sample(path: Path) -> None:
    gold = marked(path)
    text = open_article(str(bundled("sample_articles") / gold["sample"])).text.casefold()
    words = [word for claim in gold["claims"] if claim["speaker"] for word in claim["speaker"].split()]
    assert [word for word in words if word.casefold() not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_claim_has_content_and_a_known_type(path: Path) -> None:
    for claim in marked(path)["claims"]:
        assert claim["content"]
        assert all(claim["content"])
        assert claim["type"] in ("said", "thought")
