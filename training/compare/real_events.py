"""Events that two articles of `summary/extra` tell, with the pairs of claims marked in `real_events.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.analysis import analyse
from reader.article import article_from_text
from reader.compare.model import Side
from reader.compare.statements import Statement
from training.marked_articles import find_texts

_HALF = 0.5
"""The part of both that a claim found and a claim marked have in common at least."""
Marked = list[tuple[int, int, int, int]]


@dataclass(frozen=True)
class RealEvent:
    """Two articles, and where the claims begin and end that are one statement, or may be."""

    name: str
    sides: list[Side]
    one: Marked
    doubtful: Marked

    def judge(self, one: Statement, other: Statement) -> float:
        """1 where two claims are marked as one, nan where that is doubtful, else 0."""
        if _is_among(self.one, one, other):
            return 1.0
        return float("nan") if _is_among(self.doubtful, one, other) else 0.0


def read_real_events(extra: Path, most: int | None = None) -> list[RealEvent]:
    """All of them, or the first; their articles are looked up in the folder by id."""
    told = tomllib.loads((Path(__file__).parent / "real_events.toml").read_text(encoding="utf-8"))["event"][:most]
    texts = dict(find_texts(extra, {id for event in told for id in event["articles"]}))
    return [
        RealEvent(
            " and ".join(event["articles"]),
            [_side(texts[id]) for id in event["articles"]],
            [tuple(row) for row in event["one"]],
            [tuple(row) for row in event["doubtful"]],
        )
        for event in told
    ]


def _side(text: str) -> Side:
    article = article_from_text(text)
    return Side(article, analyse(article))


def _is_among(marked: Sequence[tuple[int, int, int, int]], one: Statement, other: Statement) -> bool:
    return any(_is_alike(one, row[:2]) and _is_alike(other, row[2:]) for row in marked)


def _is_alike(statement: Statement, marked: Sequence[int]) -> bool:
    start, end = statement.claim.content[0][0], statement.claim.content[-1][1]
    common = min(end, marked[1]) - max(start, marked[0])
    return common >= _HALF * (max(end, marked[1]) - min(start, marked[0]))
