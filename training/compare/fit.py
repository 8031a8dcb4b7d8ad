"""Fits what speaks for two claims of two articles being one statement, on marked events; prints how well each event is
matched by weights that were fitted on the others.

    python -m training.compare.fit --events DATA/compare/dev --extra DATA/summary/extra --out reader/compare/weights.py

Beside these stand five invented events of our own in which one person says much (`events.toml`), and nineteen real ones
of two articles each (`real_events.toml`): long articles in which almost all that one speaker says is of the same few
things, and almost none of it is one statement. An event is a JSON file: `articles` (`id`, `text`, `role`), `claims`
(`id`, `article`, `at`: spans into the text, `optional`) and `matches` (`claims`, `optional`). A claim found is a marked
one where half of their words are common. Two logistic regressions, one behind the other, with a ridge of 1 (Newton's
method); optional pairs are left out.
"""

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis import analyse
from reader.article import article_from_text
from reader.article.model import Span
from reader.compare.matching import (
    ENOUGH,
    LEAST_SHARED,
    Pair,
    company_features,
    logistic,
    pair_features,
    rarity_in,
)
from reader.compare.model import PLAIN_RELATIONS, SURE, Side
from reader.compare.relation import tell_relation
from reader.compare.speakers import agreement, is_same_speaker, voice_of
from reader.compare.statements import Statement, statements_of
from training.compare.own_events import read_own_events
from training.compare.real_events import read_real_events

PAIR = (
    *("shared of the shorter", "shared of enough", "shared of both", "shared", "longest stretch", "covered"),
    *("same", "likely", "other", "constant"),
)
COMPANY = ("pair", "third article", "better partner", "constant")
Rows = np.ndarray
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
Mark = tuple[str, Any, set[int]]
"""A marked claim: its id, whether it is optional, and its words."""


@dataclass(frozen=True)
class Event:
    """All pairs of claims of two of its articles that share a rare word, what they share, whether they are one
    statement (1, 0; nan where that is neither demanded nor wrong), whether they would be one in other words; and how
    many pairs are marked as one."""

    kind: str
    name: str
    pairs: list[tuple[Statement, Statement]]
    rows: Rows
    right: Rows
    rephrased: Rows
    marked: int


def read_event(path: Path) -> Event:
    """An event of its file."""
    event = json.loads(path.read_text(encoding="utf-8"))
    papers = [paper for paper in event["articles"] if paper.get("role") != "record"]
    sides: list[Side] = []
    texts: list[list[Span]] = []
    marks: list[list[Mark]] = []
    for paper in papers:
        article = article_from_text(paper["text"])
        sides.append(Side(article, analyse(article)))
        place = _places(paper["text"], article.text)
        words = [(match.start(), match.end()) for match in _WORD.finditer(article.text)]
        of_paper = [claim for claim in event["claims"] if claim["article"] == paper["id"]]
        marks.append([(c["id"], c["optional"], _words(_moved(c["at"], place), words)) for c in of_paper])
        texts.append(words)
    statements = [statements_of(side, number) for number, side in enumerate(sides)]
    matches = {frozenset(match["claims"]): match["optional"] for match in event["matches"]}
    named = {s.key: _marked_as(s, marks[s.article], texts[s.article]) for side in statements for s in side}
    marked = sum(not optional for optional in matches.values())
    return lay("marked", path.stem, sides, lambda a, b: _is_right(named[a.key], named[b.key], matches), marked)


def lay(
    kind: str, name: str, sides: Sequence[Side], judge: Callable[[Statement, Statement], float], marked: int | None
) -> Event:
    """An event's pairs with what they share; without a number all pairs that are right are marked."""
    statements = [statements_of(side, number) for number, side in enumerate(sides)]
    rarity = rarity_in(statements)
    voices = {s.key: voice_of(sides[s.article], s.claim) for side in statements for s in side}
    every = [(a, b) for one, other in combinations(statements, 2) for a in one for b in other]
    number = marked if marked is not None else sum(judge(a, b) == 1 for a, b in every)
    pairs = [(a, b) for a, b in every if sum(map(rarity, a.stems & b.stems)) >= LEAST_SHARED]
    rows, rephrased = [], []
    for a, b in pairs:
        speakers = agreement(voices[a.key], voices[b.key])
        levels = (float(speakers == level) for level in ("same", "likely", "other"))
        rows.append([*pair_features(a, b, rarity).values(), *levels, 1.0])
        rephrased.append(tell_relation(a, b, same_speaker=is_same_speaker(speakers)) not in PLAIN_RELATIONS)
    right = np.array([judge(a, b) for a, b in pairs])
    return Event(kind, name, pairs, np.array(rows), right, np.array(rephrased), number)


def _places(marked: str, read: str) -> dict[int, int]:
    """Where each letter of the marked text stands in the text as it was read, white space apart."""
    letters = ([at for at, letter in enumerate(text) if not letter.isspace()] for text in (marked, read))
    return dict(zip(*letters, strict=False))


def _moved(spans: Sequence[Span], place: Mapping[int, int]) -> list[Span]:
    letters = ([place[at] for at in range(start, end) if at in place] for start, end in spans)
    return [(inside[0], inside[-1] + 1) for inside in letters if inside]


def _words(spans: Sequence[Span], words: Sequence[Span]) -> set[int]:
    """The numbers of the words that spans touch."""
    return {at for start, end in spans for at, (a, b) in enumerate(words) if a < end and start < b}


Marked = tuple[list[str], bool]
"""The ids of the marked claims that a claim may be, and whether all that it may be is optional."""


def _marked_as(statement: Statement, marks: Sequence[Mark], words: Sequence[Span]) -> Marked:
    own = _words(statement.claim.content, words)
    near = [(id, optional) for id, optional, other in marks if 2 * len(own & other) >= len(own | other)]
    doubtful = bool(near) and all(optional for _, optional in near)
    return [id for id, _ in near], doubtful or statement.claim.type == "thought"


def _is_right(a: Marked, b: Marked, matches: Mapping[frozenset[str], Any]) -> float:
    found = [matches[both] for one in a[0] for other in b[0] if (both := frozenset((one, other))) in matches]
    if any(not optional for optional in found):
        return 1.0
    return float("nan") if found or a[1] or b[1] else 0.0


def regress(rows: Rows, right: Rows) -> Rows:
    """The weights of a logistic regression whose last column is constant."""
    weights = np.zeros(rows.shape[1])
    ridge = np.ones(rows.shape[1])
    ridge[-1] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + ridge * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def company(event: Event, weights: Rows) -> Rows:
    """The rows of the second regression."""
    pairs = [
        Pair(a, b, logistic(float(score)), None)
        for (a, b), score in zip(event.pairs, event.rows @ weights, strict=True)
    ]
    return np.array([[*values.values(), 1.0] for values in company_features(pairs)])


def fit(events: Sequence[Event]) -> tuple[Rows, Rows]:
    """Both regressions' weights."""
    kept = [~np.isnan(event.right) for event in events]
    right = np.concatenate([event.right[keep] for event, keep in zip(events, kept, strict=True)])
    alone = regress(np.concatenate([event.rows[keep] for event, keep in zip(events, kept, strict=True)]), right)
    among = [company(event, alone)[keep] for event, keep in zip(events, kept, strict=True)]
    return alone, regress(np.concatenate(among), right)


def count(event: Event, weights: tuple[Rows, Rows]) -> np.ndarray:
    """Pairs taken for one statement rightly, wrongly, and those missed (claims that were not found among them)."""
    taken = _sureness(event, weights) > ENOUGH
    hit, wrong = int((taken & (event.right == 1)).sum()), int((taken & (event.right == 0)).sum())
    return np.array([hit, wrong, event.marked - hit])


def count_rephrased(event: Event, weights: tuple[Rows, Rows], least: float) -> np.ndarray:
    """Of the pairs in other words, turned round or given to somebody else, how many surer ones are right and wrong."""
    taken = (_sureness(event, weights) > least) & event.rephrased
    return np.array([int((taken & (event.right == answer)).sum()) for answer in (1, 0)])


def _sureness(event: Event, weights: tuple[Rows, Rows]) -> Rows:
    chance: Rows = 1 / (1 + np.exp(-company(event, weights[0]) @ weights[1]))
    return chance


def _f1(counts: np.ndarray) -> float:
    hit, wrong, missed = counts
    return float(200 * hit / max(1, 2 * hit + wrong + missed))


def written(weights: tuple[Rows, Rows]) -> str:
    """The weights as the module that Reader imports."""
    head = '"""What speaks for two claims being one statement, and how much: made by `python -m training compare`."""\n'
    parts = [head, "from collections.abc import Mapping\n"]
    for name, keys, values in (("PAIR", PAIR, weights[0]), ("COMPANY", COMPANY, weights[1])):
        rows = "".join(f'    "{key}": {value:.2f},\n' for key, value in zip(keys, values, strict=True))
        parts.append(f"{name}_WEIGHTS: Mapping[str, float] = {{\n{rows}}}")
    return "\n".join(parts) + "\n"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--events", type=Path, required=True, help="folder of marked events")
    ap.add_argument("--extra", type=Path, required=True, help="folder of summary/extra")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--few", action="store_true", help="two events of a kind, to see that it runs")
    given = ap.parse_args()
    files = [path for path in sorted(given.events.glob("*.json")) if _has_matches(path)]
    few = 2 if given.few else None
    events = [read_event(path) for path in files[:few]]
    events += [lay("own", own.name, own.sides, own.judge, None) for own in read_own_events()[:few]]
    events += [lay("real", real.name, real.sides, real.judge, None) for real in read_real_events(given.extra, few)]
    others = [fit([other for other in events if other is not event]) for event in events]
    for kind in ("marked", "own", "real"):
        here = [(event, weights) for event, weights in zip(events, others, strict=True) if event.kind == kind]
        f1 = _f1(np.sum([count(*each) for each in here], axis=0))
        told = [np.sum([count_rephrased(*each, least) for each in here], axis=0) for least in (ENOUGH, SURE)]
        rephrased = ", ".join(f"{hit} right and {wrong} wrong" for hit, wrong in told)
        print(f"{len(here)} {kind}, each left out: F1 {f1:.1f}; in other words from {ENOUGH} and {SURE}: {rephrased}")
    weights = fit(events)
    given.out.write_text(written(weights), encoding="utf-8")


def _has_matches(path: Path) -> bool:
    event = json.loads(path.read_text(encoding="utf-8"))
    return isinstance(event, dict) and bool(event.get("matches"))


if __name__ == "__main__":
    main()
