"""How right a run is: a sample to check by hand, and a score against marks in the scorers' terms."""

import csv
import io
import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.archive.finished import Read, read_articles, spans_of
from reader.archive.plan import ArchiveError
from reader.export.cells import make_visible
from reader.export.claim_formats import csv_cell

SAMPLE_HEAD = (
    *("article", "claim", "kind", "confidence", "speaker", "text", "sentence"),
    *("is_a_claim", "words_right", "speaker_right"),
)
VERDICTS = SAMPLE_HEAD[-3:]
_YES, _NO = frozenset(("yes", "y", "1", "true", "x")), frozenset(("no", "n", "0", "false"))
_WORD = re.compile(r"\w+")
ALIKE = 0.5
"""The share of words in common (intersection over union) from which two contents are one claim."""


def draw_sample(folder: Path, count: int, seed: int) -> str:
    """A stratified sample of outer claims as CSV, with empty columns for a careful reader's verdicts.

    The strata are outlet, kind and three grades of confidence; each gives its share, at least one.
    """
    strata: defaultdict[tuple[str, str, str], list[tuple[Read, dict[str, Any]]]] = defaultdict(list)
    for read in read_articles(folder):
        for claim in read.claims:
            if not claim["within"]:
                strata[read.article["site"] or "", claim["kind"], _grade(claim["confidence"])].append((read, claim))
    rng = random.Random(seed)
    total = sum(map(len, strata.values()))
    picked = []
    for _, held in sorted(strata.items()):
        share = max(1, round(count * len(held) / max(1, total)))
        picked += rng.sample(held, min(share, len(held)))
    rng.shuffle(picked)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(SAMPLE_HEAD)
    for read, claim in picked[:count]:
        text = read.article["text"]
        start = claim["content"][0]["start"]
        around = next((s for s in read.sentences if s["start"] <= start < s["end"]), None)
        sentence = text[around["start"] : around["end"]] if around else ""
        sure = "" if claim["confidence"] is None else f"{claim['confidence']:.3f}"
        cells = (claim["speaker_name"] or "", claim["text"], make_visible(sentence))
        shown = [csv_cell(cell) for cell in cells]
        writer.writerow((read.article["article"], claim["claim"], claim["kind"], sure, *shown, "", "", ""))
    return out.getvalue()


def read_verdicts(path: Path) -> list[tuple[str, int, float, float, float]]:
    """Of each verdict in a sample that was filled in: its name, how many claims have it, the share of yes, and the 95 %
    interval of that share (Wilson 1927). Raises ArchiveError for what is no such sample, or holds no verdict."""
    counts = {name: [0, 0] for name in VERDICTS}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for name in VERDICTS:
                    told = row[name].strip().lower()
                    if told and told not in _YES | _NO:
                        raise ArchiveError(f"{path}: {name} is {told[:20]!r}; write yes or no")
                    counts[name][0] += bool(told)
                    counts[name][1] += told in _YES
    except (OSError, UnicodeError, csv.Error, KeyError, AttributeError) as error:
        raise ArchiveError(f"{path}: it is no sample that can be read ({type(error).__name__})") from None
    if not any(of for of, _ in counts.values()):
        raise ArchiveError(f"{path}: no verdict stands in {', '.join(VERDICTS)}")
    return [(name, of, yes / of, *wilson(yes, of)) for name, (of, yes) in counts.items() if of]


def wilson(yes: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z = 1.96
    share, spread = yes / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    reach = z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / of / 4)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _grade(confidence: float | None) -> str:
    if confidence is None:
        return "by rule"
    return "sure" if confidence >= 0.9 else "likely" if confidence >= 0.7 else "doubtful"


@dataclass(frozen=True, slots=True)
class Score:
    """Marked claims, claims found, and those of both that agree; with the source too, and of named speakers the right
    ones."""

    marked: int
    found: int
    content: int
    source: int
    named: int
    speaker: int

    @property
    def precision(self) -> float:
        """The share of found claims that are marked."""
        return self.content / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of marked claims that are found."""
        return self.content / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_run(folder: Path, gold: Path) -> Score:
    """A run against marks: JSON Lines with `path` (the end of a source) and `claims` with span lists `content`, `cue`,
    `source` into the article's text, and `speaker` where it is known. A content is right when half of the words of both
    are common. Raises ArchiveError where the marks cannot be read or none of their articles is in the run."""
    marks = _read_marks(gold)
    counts = [0] * 6
    met = 0
    for read in read_articles(folder):
        row = next((marks[path] for path in marks if read.article["source"].endswith(path)), None)
        if row is None:
            continue
        met += 1
        own = _score_article(read, row)
        counts = [a + b for a, b in zip(counts, own, strict=True)]
    if not met:
        raise ArchiveError(f"{gold}: none of its articles is in {folder}")
    return Score(*counts)


def _read_marks(gold: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {row["path"]: row["claims"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{gold}: the marks cannot be read ({type(error).__name__})") from None


def _score_article(read: Read, marked: Sequence[dict[str, Any]]) -> list[int]:
    text = read.article["text"]
    words = [match.span() for match in _WORD.finditer(text)]
    found = [claim for claim in read.claims if not claim["within"]]

    def inside(spans: Sequence[Sequence[int]]) -> frozenset[int]:
        return frozenset(n for n, (a, b) in enumerate(words) if any(a < end and start < b for start, end in spans))

    left = [inside(mark["content"]) for mark in marked]
    right = [inside(spans_of(claim["content"])) for claim in found]
    pairs = sorted(
        ((_overlap(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if _overlap(a, b) >= ALIKE),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    source = named = speaker = 0
    for _, i, j in pairs:
        if i in taken[0] or j in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(j)
        source += bool(inside(marked[i].get("source") or ()) & inside(spans_of(found[j]["source"])))
        if wanted := marked[i].get("speaker"):
            named += 1
            speaker += _last_word(wanted) == _last_word(found[j]["speaker_name"] or "")
    return [len(marked), len(found), len(taken[0]), source, named, speaker]


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _last_word(name: str) -> str:
    words: list[str] = _WORD.findall(name.casefold())
    return words[-1] if words else ""
