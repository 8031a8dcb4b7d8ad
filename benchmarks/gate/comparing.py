"""Articles side by side against what a careful reader marked of them (`tests/gold/compare`).

Claims are the marked ones of each article's own file. A match is found when the two claims overlap the marked two by
half or more; its relation is right when it is the marked one. An edition's change is found when its kind is the marked
one and its words overlap. A quotation's verdict is right when its claim is found and the verdict is the marked one.
What was marked optional is neither missed nor wrong, and what is told as "perhaps" is no wrong match.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.gate.claims import FOUND, overlap
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import GOLD, Marked, Words, places
from reader.analysis import Analysis
from reader.article import Article
from reader.article.model import Span
from reader.compare import Change, Comparison, Match, Quote, check_record, compare, compare_editions

Spans = tuple[Span, ...]
Read = Mapping[str, tuple[Marked, Analysis]]
"""Each marked article by the name of its file, with what was found in it."""


@dataclass(frozen=True)
class MarkedMatch:
    """Two claims, each as an article's name and spans in it, and how their words differ."""

    sides: tuple[tuple[str, Spans], ...]
    relation: str
    optional: bool


def every() -> list[dict[str, Any]]:
    """The events marked."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "compare").glob("*.json"))]


def figures(event: dict[str, Any], read: Read) -> dict[str, Share]:
    """The shares of one event: its articles side by side, its editions, its quotations against the record."""
    sides = [(read[name][0].article, read[name][1]) for name in event["articles"]]
    old, new = ((read[name][0].article, read[name][1]) for name in event["editions"])
    record = read[event["record"]][0].article
    quoted = dict.fromkeys(quote["claim"][0] for quote in event["quotes"])
    checked = {name: check_record((read[name][0].article, read[name][1]), record) for name in quoted}
    return {
        **match_figures(event, read, compare(sides)),
        **change_figures(event["changes"], old[0], new[0], compare_editions(old, new)),
        **verdict_figures(event, read, checked),
    }


def claim_spans(read: Read, name: str, id: str) -> Spans:
    """The content of a marked claim."""
    return next(claim.content for claim in read[name][0].claims if claim.id == id)


def alike(article: Article, one: Spans, other: Spans) -> bool:
    """Whether two stretches of one text are the same for the most part."""
    words = Words(article.text)
    return overlap(words.within(one), words.within(other)) >= FOUND


def match_figures(event: dict[str, Any], read: Read, found: Comparison) -> dict[str, Share]:
    """How many marked matches were found and with which relation, and how many claims of one article alone."""
    names: list[str] = event["articles"]
    marked = [
        MarkedMatch(
            tuple((name, claim_spans(read, name, id)) for name, id in match["claims"]),
            match["relation"],
            match.get("optional", False),
        )
        for match in event["matches"]
    ]
    left = list(found.matches)
    pairs: list[tuple[MarkedMatch, Match]] = []
    for want in sorted(marked, key=lambda match: match.optional):
        match = next((match for match in left if _same_match(match, want, names, read)), None)
        if match is not None:
            left.remove(match)
            pairs.append((want, match))
    asked = [(want, match) for want, match in pairs if not want.optional]
    sure = sum(match.is_sure for _, match in asked)
    alone = [(name, claim_spans(read, name, id)) for name, id in event["only"]]
    only = [(names[place.article], place.claim.content) for place in found.only]
    carried = sum(
        any(name == other and alike(read[name][0].article, spans, theirs) for other, theirs in only)
        for name, spans in alone
    )
    return {
        "compare: statements matched": Share(len(asked), sum(not want.optional for want in marked)),
        "compare: matches right": Share(sure, sure + sum(match.is_sure for match in left)),
        "compare: relation right": Share(sum(match.relation == want.relation for want, match in asked), len(asked)),
        "compare: carried by one alone": Share(carried, len(alone)),
    }


def _same_match(match: Match, want: MarkedMatch, names: Sequence[str], read: Read) -> bool:
    found = {names[place.article]: place.claim.content for place in (match.left, match.right)}
    return all(name in found and alike(read[name][0].article, spans, found[name]) for name, spans in want.sides)


def change_figures(
    marked: Sequence[dict[str, Any]], old: Article, new: Article, changes: Sequence[Change]
) -> dict[str, Share]:
    """How many of the marked changes were found, and how many of those found are marked."""
    left = list(changes)
    found = 0
    for want in marked:
        change = next(
            (
                change
                for change in left
                if change.kind == want["kind"]
                and _stands(change.old, old, want["old"])
                and _stands(change.new, new, want["new"])
            ),
            None,
        )
        if change is not None:
            left.remove(change)
            found += 1
    return {
        "editions: changes found": Share(found, len(marked)),
        "editions: changes right": Share(found, found + len(left)),
    }


def _stands(spans: Spans | None, article: Article, words: str | None) -> bool:
    """Whether a change's words are those marked, at least in part."""
    if spans is None or words is None:
        return spans is None and words is None
    wanted = places(article.text, words)
    return any(start < last and first < end for start, end in wanted for first, last in spans)


def verdict_figures(event: dict[str, Any], read: Read, checked: Mapping[str, Sequence[Quote]]) -> dict[str, Share]:
    """How many quotations have the marked verdict."""
    right = 0
    for quote in event["quotes"]:
        name, id = quote["claim"]
        spans = claim_spans(read, name, id)
        article = read[name][0].article
        right += any(
            alike(article, spans, theirs.claim.content) and theirs.verdict == quote["verdict"]
            for theirs in checked[name]
        )
    return {"record: verdict right": Share(right, len(event["quotes"]))}
