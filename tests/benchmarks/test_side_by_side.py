"""How the gate counts articles side by side."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.gate import comparing
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import Marked, MarkedClaim
from reader.analysis import Analysis, Claim
from reader.article.model import Article, Block
from reader.compare import Change, Comparison, Event, Match, Place, Quote
from reader.compare.model import Relation

TEXTS = {
    "one": "Ann Lee of Farrow town said on Monday: “The river will rise by noon, and nobody has told the mill.”",
    "two": "“The river will rise by noon, and nobody has told the mill,” said Ann Lee of Farrow town on Monday.",
}
QUOTE = "The river will rise by noon, and nobody has told the mill"


def read_of(speaker: str = "Ann Lee") -> dict[str, tuple[Marked, Analysis]]:
    read = {}
    for name, text in TEXTS.items():
        at = text.index(QUOTE)
        content = ((at, at + len(QUOTE)),)
        source = ((text.index("Ann Lee"), text.index("Ann Lee") + 7),)
        claim = Claim("k1", "direct", "said", content, (), source, None, speaker)
        article = Article(text, (Block("paragraph", (0, len(text))),))
        marked = MarkedClaim("c1", content, (), source, (speaker,), "direct", "said")
        read[name] = Marked(name, Path(f"{name}.json"), (marked,), None, article), Analysis(claims=(claim,))
    return read


@pytest.fixture
def event() -> dict[str, Any]:
    return {
        "articles": ["one", "two"],
        "matches": [{"claims": [["one", "c1"], ["two", "c1"]], "relation": "same"}],
        "only": [],
        "editions": ["one", "two"],
        "changes": [],
        "record": "two",
        "quotes": [{"claim": ["one", "c1"], "verdict": "verbatim"}],
    }


def matched(relation: Relation = "same") -> Comparison:
    claim_of = {name: analysis.claims[0] for name, (_, analysis) in read_of().items()}
    left, right = Place(0, claim_of["one"]), Place(1, claim_of["two"])
    return Comparison(Event(True), (Match(left, right, relation, ("Ann Lee", "Ann Lee")),), (left,))


def test_a_match_and_its_relation_are_counted(event: dict[str, Any]) -> None:
    found = comparing.match_figures(event, read_of(), matched())
    assert found["compare: statements matched"] == Share(1, 1)
    assert found["compare: matches right"] == Share(1, 1)
    assert found["compare: relation right"] == Share(1, 1)
    assert comparing.match_figures(event, read_of(), matched("altered"))["compare: relation right"] == Share(0, 1)


def test_a_match_that_nobody_marked_is_wrong_and_an_optional_one_is_not(event: dict[str, Any]) -> None:
    event["matches"][0]["optional"] = True
    assert comparing.match_figures(event, read_of(), matched())["compare: matches right"] == Share(0, 0)
    event["matches"] = []
    assert comparing.match_figures(event, read_of(), matched())["compare: matches right"] == Share(0, 1)


def test_what_one_article_carries_alone_is_counted(event: dict[str, Any]) -> None:
    event["only"] = [["one", "c1"], ["two", "c1"]]
    assert comparing.match_figures(event, read_of(), matched())["compare: carried by one alone"] == Share(1, 2)


def test_a_verdict_is_right_for_its_claim(event: dict[str, Any]) -> None:
    read = read_of()
    claim = read["one"][1].claims[0]
    for verdict, share in (("verbatim", Share(1, 1)), ("not-found", Share(0, 1))):
        event["quotes"][0]["verdict"] = verdict
        quotes = {"one": [Quote(claim, claim.content, "verbatim", None)]}
        assert comparing.verdict_figures(event, read, quotes)["record: verdict right"] == share


def test_a_change_is_right_by_its_kind_and_its_words() -> None:
    old, new = (Article(text, ()) for text in ("Six cows.", "Nine cows."))
    marked = [{"kind": "figure-changed", "old": "Six", "new": "Nine"}]
    changes = [Change("figure-changed", ((0, 3),), ((0, 4),)), Change("typo", ((4, 8),), ((5, 9),))]
    found = comparing.change_figures(marked, old, new, changes)
    assert found == {"editions: changes found": Share(1, 1), "editions: changes right": Share(1, 2)}
    assert comparing.change_figures(marked, old, new, changes[1:])["editions: changes found"] == Share(0, 1)
