"""Fits how likely a claim is one that the tagger hardly sees, on claims marked by hand; prints how good that is.

    python -m training.confidence.fit_guesses --extra DATA/summary/extra --out reader/analysis/actors/guess_weights.py

`guess_marks.tsv` beside this file holds the marks and no texts: the article's id in `summary/extra` (training part
alone), where the first content span starts and the last ends, and whether it is a claim, as whole and as rightly given
to its speaker as a strict reader asks (`right` or `wrong`). Of claims that are no guess any more the marks say nothing.
Articles that were read whole (training/labels) tell of every guess in them.

Ten-fold cross-validation over articles gives the table; the weights written are those of all. Needs scipy.
"""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np

from reader.analysis.actors import sureness
from reader.analysis.actors.claim_features import Reading
from reader.analysis.actors.features import Features
from reader.analysis.actors.guess_features import describe_guess
from reader.analysis.claims.drafts import Draft
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.marked import lay_module, name_columns, read_arguments, scale, split
from training.feature_rows import lay_out, write_lines
from training.labels.judge import read_labels
from training.marked_articles import find_texts

MARKS = Path(__file__).parent / "guess_marks.tsv"
_PENALTY = 5.0
"""Of a squared weight, chosen by the folds."""

Marked = tuple[str, Features, bool]
"""An article, what is told of a claim in it, and whether it is one."""


def read_marks(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The marked guesses of every so manieth article, as the engine finds them now."""
    marks: dict[str, dict[tuple[int, int], bool]] = {}
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            of_article = marks.setdefault(row["article"], {})
            of_article[int(row["start"]), int(row["end"])] = row["verdict"] == "right"
    found = 0
    for name, text in sorted(find_texts(extra, set(sorted(marks)[::every]))):
        for draft, told in _read(text):
            place = draft.content[0][0], draft.content[-1][1]
            if place in marks[name]:
                found += 1
                yield name, told, marks[name][place]
    print(f"{sum(map(len, marks.values()))} marks, {found} of claims that are guesses still")


def read_labelled(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The guesses in every so manieth article that was read whole; right with the words and the source that it is."""
    for labelled in read_labels(extra, every):
        for draft, told in _read(labelled.text):
            same = labelled.judge(draft.content).same
            yield labelled.name, told, same is not None and labelled.has_source(same, draft.source)


def _read(text: str) -> list[tuple[Draft, Features]]:
    """The guesses of a text, and what is told of them."""
    found: list[tuple[Draft, Features]] = []

    def record(reading: Reading, draft: Draft) -> float:
        found.append((draft, dict(describe_guess(reading, draft))))
        return 0.0

    with patch.object(sureness, "weigh_guess", record):
        analyse(article_from_text(text))
    return found


def main() -> None:
    args = read_arguments(__doc__)
    every = 20 if args.few else 1
    marked = [*read_marks(args.extra, every), *read_labelled(args.extra, every)]
    names = name_columns(told for _, told, _ in marked)
    rows, unscale = scale(lay_out([told for _, told, _ in marked], names))
    right = np.array([verdict for _, _, verdict in marked])
    fit = partial(logistic.fit_but_first, penalty=_PENALTY)
    likely = np.zeros(len(marked))
    for rest, here in split([article for article, _, _ in marked]):
        likely[here] = logistic.weigh(rows[here], fit(rows[rest], right[rest].astype(float)))
    print(f"{len(marked)} guesses, {right.mean():.1%} right")
    for least in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6):
        kept = likely >= least
        share = right[kept].sum() / max(1, right.sum())
        print(f"  from {least}: {kept.sum()} kept, {right[kept].mean():.1%} right; {share:.1%} of the right ones")
    lines = write_lines(names, unscale(fit(rows, right.astype(float))), "    ", least=0.0)
    module = lay_module("a claim that the tagger hardly sees", "fit_guesses", {"GUESS": lines})
    args.out.write_text(module, encoding="utf-8")


if __name__ == "__main__":
    main()
