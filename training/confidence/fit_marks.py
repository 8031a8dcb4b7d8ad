"""Fits how sure a claim's words and its speaker are on claims that were marked by hand; prints how good that is.

    python -m training.confidence.fit_marks --extra DATA/summary/extra --out reader/analysis/actors/claim_weights.py

`marks.tsv` beside this file holds the marks and no texts: the article's id in `summary/extra` (training part alone),
where the first content span starts and the last ends, the verdict of a strict reader, and where the name first stands
that was shown as the speaker (empty: no such name); a claim given to several in the course of time has a line for each.
The first fault alone is told: `none` (no claim), `cut` and `runs_on` are faults of the words, `wrong_speaker` and
`unresolved` (a pronoun or description although the text names who it is) of the speaker; `words` says that the words
are right, and nothing of the speaker: so are marked claims of which an earlier fit was unsure, which the tables leave
out. The engine reads the articles once more; of claims that it finds
otherwise now, or gives to others, the marks say nothing, and they are left out and counted. Articles that were read
whole (training/labels) tell of every claim that is found in them.

Ten-fold cross-validation over articles gives the tables, and once more with all articles of a source left out; the
weights written are those of all. Needs scipy.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from reader.analysis import model
from reader.analysis.actors import sureness
from reader.analysis.actors.features import Features
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.marked import (
    OF_WORDS,
    lay_module,
    name_columns,
    read_arguments,
    scale,
    split,
    split_sources,
    tell,
)
from training.feature_rows import lay_out, write_lines
from training.labels.judge import read_labels
from training.marked_articles import find_texts

MARKS = Path(__file__).parent / "marks.tsv"
_PENALTY = 4.0
"""Of a squared weight, chosen by the folds."""


@dataclass(frozen=True)
class Marked:
    """A claim with its features, how sure it was before (words and speaker), and its verdicts; `speaker` is None where
    the mark says nothing of who the engine now shows."""

    article: str
    features: Features
    before: float
    words: bool
    speaker: bool | None

    @property
    def right(self) -> bool:
        """Whether words and speaker both are."""
        return self.words and bool(self.speaker)


def read_marks(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The marked claims of every so manieth article, as the engine finds them now."""
    marks: dict[str, dict[tuple[int, int], list[dict[str, str]]]] = {}
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            of_article = marks.setdefault(row["article"], {})
            of_article.setdefault((int(row["start"]), int(row["end"])), []).append(row)
    wanted = set(sorted(marks)[::every])
    counts: Counter[str] = Counter()
    for name, text in sorted(find_texts(extra, wanted)):
        for claim, features, shown in _read(text):
            rows = marks[name].get((claim.content[0][0], claim.content[-1][1]))
            if rows is None:
                counts["found otherwise or anew"] += 1
                continue
            counts["marked"] += 1
            same = [row for row in rows if _is_same(shown, claim.speaker_name, row)]
            if not same:
                counts["given to another speaker"] += 1
            verdict = (same or rows)[0]["verdict"]
            words = verdict not in OF_WORDS
            speaker = None if not words or not same or verdict == "words" else verdict == "right"
            yield Marked(name, features, claim.sureness, words, speaker)
    print(f"{sum(map(len, marks.values()))} marks;", ", ".join(f"{n} {what}" for what, n in counts.items()))


def read_labelled(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The claims that the engine finds now in every so manieth article that was read whole."""
    for labelled in read_labels(extra, every):
        for claim, features, _ in _read(labelled.text):
            verdict = labelled.judge(claim.content)
            speaker = labelled.has_speaker(verdict.same, claim.speaker_name) if verdict.same else None
            yield Marked(labelled.name, features, claim.sureness, verdict.words, speaker)


def _read(text: str) -> list[tuple[model.Claim, Features, str]]:
    """The outermost claims of a text that have features, and the article's text."""
    told: list[Features | None] = []
    weigh = sureness.weigh_claims

    def record(document: Any, namings: Any, drafts: Any, voices: Any) -> list[sureness.Sureness]:
        told[:] = sureness.list_features(document, namings, drafts, voices)  # the last call is of all
        return weigh(document, namings, drafts, voices)

    article = article_from_text(text)
    with patch.object(sureness, "weigh_claims", record):
        claims = analyse(article).claims
    pairs = zip(claims, told, strict=True)
    return [(claim, features, article.text) for claim, features in pairs if features is not None]


def _is_same(text: str, name: str | None, row: dict[str, str]) -> bool:
    """Whether the speaker is who was shown when the claim was marked."""
    marked = text[int(row["speaker start"]) : int(row["speaker end"])] if row["speaker start"] else ""
    at = text.find(name) if name else -1
    if at < 0 or not marked:
        return at < 0 and not marked
    return marked == name or (row["verdict"] == "right" and name is not None and (name in marked or marked in name))


def main() -> None:
    args = read_arguments(__doc__)
    every = 20 if args.few else 1
    marked = [*read_marks(args.extra, every), *read_labelled(args.extra, every)]
    names = name_columns(one.features for one in marked)
    rows, unscale = scale(lay_out([one.features for one in marked], names))
    words = np.array([one.words for one in marked], dtype=float)
    said = np.array([one.speaker is True for one in marked], dtype=float)
    known = np.array([one.speaker is not None for one in marked])
    read_whole = {one.article for one in marked if one.speaker is not None}
    judged = (known | (words == 0)) & np.array([one.article in read_whole for one in marked])
    fit = partial(logistic.fit_but_first, penalty=_PENALTY)
    right = np.array([one.right for one in marked])
    tell("before", np.array([one.before for one in marked])[judged], right[judged])
    articles = [one.article for one in marked]
    for name, folds in (("fitted", split(articles)), ("fitted without its source", split_sources(articles))):
        both = np.zeros(len(marked))
        for rest, here in folds:
            of_words, of_speaker = fit(rows[rest], words[rest]), fit(rows[rest & known], said[rest & known])
            both[here] = logistic.weigh(rows[here], of_words) * logistic.weigh(rows[here], of_speaker)
        tell(name, both[judged], right[judged])
    mappings = {
        name: write_lines(names, unscale(weights), "    ", least=0.0)
        for name, weights in (("WORDS", fit(rows, words)), ("SPEAKER", fit(rows[known], said[known])))
    }
    args.out.write_text(lay_module("a claim's words and of its speaker", "fit_marks", mappings), encoding="utf-8")


if __name__ == "__main__":
    main()
