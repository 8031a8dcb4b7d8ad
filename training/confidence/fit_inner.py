"""Fits how sure the words of a claim within another one are, on claims that were marked by hand; prints how good it is.

    python -m training.confidence.fit_inner --extra DATA/summary/extra --out reader/analysis/claims/inner_weights.py

`inner_marks.tsv` beside this file holds the marks and no texts: the article's id in `summary/extra` (training part
alone), where the content's first span starts and the last ends, where the cue starts, and the verdict of a strict
reader, as in `marks.tsv`. Of claims that the engine finds otherwise now the marks say nothing. Articles that were read
whole (training/labels) tell of every such claim in them.

Ten-fold cross-validation over articles gives the tables; the weights written are those of all. Needs scipy.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np

from reader.analysis.claims import inner_doubt
from reader.analysis.claims.drafts import Draft
from reader.analysis.claims.inner_doubt import describe_inner
from reader.analysis.document.document import Document
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.marked import OF_WORDS, lay_module, name_columns, read_arguments, split, tell
from training.feature_rows import lay_out, write_lines
from training.labels.judge import read_labels
from training.marked_articles import find_texts

MARKS = Path(__file__).parent / "inner_marks.tsv"
_PENALTY = 2.0
"""Of a squared weight, chosen by the folds."""

Marked = tuple[str, dict[str, float], float, bool]
"""An article, what is told of a claim in it, how sure it was before, and whether its words are right."""


def read_marks(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The marked claims of every so manieth article, as the engine finds them now."""
    marks: dict[str, dict[tuple[int, int, int], str]] = {}
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            place = int(row["start"]), int(row["end"]), int(row["cue"])
            marks.setdefault(row["article"], {})[place] = row["verdict"]
    counts: Counter[str] = Counter()
    for name, text in sorted(find_texts(extra, set(sorted(marks)[::every]))):
        for draft, told, before in _read(text):
            verdict = marks[name].get((draft.content[0][0], draft.content[-1][1], draft.cue[0][0]))
            counts["found otherwise or anew" if verdict is None else "marked"] += 1
            if verdict is not None:
                yield name, told, before, verdict not in OF_WORDS
    print(f"{sum(map(len, marks.values()))} marks;", ", ".join(f"{n} {what}" for what, n in counts.items()))


def read_labelled(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The claims within others that the engine finds now in every so manieth article that was read whole."""
    for labelled in read_labels(extra, every):
        for draft, told, before in _read(labelled.text):
            yield labelled.name, told, before, labelled.judge(draft.content).words


def _read(text: str) -> list[tuple[Draft, dict[str, float], float]]:
    """The claims of a text that stand in others, what is told of them, and how sure each was before."""
    found: list[tuple[Draft, dict[str, float], float]] = []

    def record(document: Document, draft: Draft) -> float:
        before = 1.0 if draft.confidence is None else draft.confidence
        found.append((draft, dict(describe_inner(document, draft)), before))
        return before

    with patch.object(inner_doubt, "weigh_inner", record):
        analyse(article_from_text(text))
    return found


def main() -> None:
    args = read_arguments(__doc__)
    every = 20 if args.few else 1
    marked = [*read_marks(args.extra, every), *read_labelled(args.extra, every)]
    names = name_columns(told for _, told, _, _ in marked)
    rows = lay_out([told for _, told, _, _ in marked], names)
    right = np.array([words for _, _, _, words in marked])
    fit = partial(logistic.fit_but_first, penalty=_PENALTY)
    sure = np.zeros(len(marked))
    for rest, here in split([article for article, _, _, _ in marked]):
        sure[here] = logistic.weigh(rows[here], fit(rows[rest], right[rest].astype(float)))
    tell("before", np.array([before for _, _, before, _ in marked]), right)
    tell("fitted", sure, right)
    lines = write_lines(names, fit(rows, right.astype(float)), "    ")
    module = lay_module("the words of a claim within another", "fit_inner", {"WEIGHTS": lines})
    args.out.write_text(module, encoding="utf-8")


if __name__ == "__main__":
    main()
