"""Fits how sure the words of a claim within another one are, on claims that were marked by hand; prints how good it is.

    python -m training.confidence.fit_inner --extra DATA/summary/extra --out reader/analysis/claims/inner_weights.py

`inner_marks.tsv` beside this file holds the marks and no texts: the article's id in `summary/extra` (training part
alone), where the content's first span starts and the last ends, where the cue starts, and the verdict of a strict
reader, as in `marks.tsv`. Of claims that the engine finds otherwise now the marks say nothing.

Ten-fold cross-validation over articles gives the tables; the weights written are those of all. Needs scipy.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from reader.analysis.claims import inner_doubt
from reader.analysis.claims.drafts import Draft
from reader.analysis.claims.inner_doubt import describe_inner
from reader.analysis.document.document import Document
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.fit_marks import tell
from training.feature_rows import lay_out, list_names, write_lines
from training.marked_articles import find_texts

MARKS = Path(__file__).parent / "inner_marks.tsv"
_OF_WORDS = ("none", "cut", "runs_on")
_PENALTY = 2.0
"""Of a squared weight, chosen by the folds."""
_FOLDS = 10

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
        for place, told, before in _read(text):
            verdict = marks[name].get(place)
            counts["found otherwise or anew" if verdict is None else "marked"] += 1
            if verdict is not None:
                yield name, told, before, verdict not in _OF_WORDS
    print(f"{sum(map(len, marks.values()))} marks;", ", ".join(f"{n} {what}" for what, n in counts.items()))


def _read(text: str) -> list[tuple[tuple[int, int, int], dict[str, float], float]]:
    """The claims of a text that stand in others: their places, what is told of them, and how sure each was before."""
    found: list[tuple[tuple[int, int, int], dict[str, float], float]] = []

    def record(document: Document, draft: Draft) -> float:
        place = draft.content[0][0], draft.content[-1][1], draft.cue[0][0]
        before = 1.0 if draft.confidence is None else draft.confidence
        found.append((place, dict(describe_inner(document, draft)), before))
        return before

    kept, inner_doubt.weigh_inner = inner_doubt.weigh_inner, record
    try:
        analyse(article_from_text(text))
    finally:
        inner_doubt.weigh_inner = kept
    return found


def fit(rows: logistic.Numbers, right: logistic.Numbers) -> logistic.Numbers:
    """Logistic weights, the first (always) without a penalty."""
    cost = np.full(rows.shape[1], _PENALTY)
    cost[0] = 0.0
    return logistic.fit(rows, right, cost)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--few", action="store_true", help="a few articles alone, to see that it runs")
    args = parser.parse_args()
    marked = list(read_marks(args.extra, every=20 if args.few else 1))
    names = ["always", *(name for name in list_names(told for _, told, _, _ in marked) if name != "always")]
    rows = lay_out([told for _, told, _, _ in marked], names)
    right = np.array([words for _, _, _, words in marked])
    articles = sorted({article for article, _, _, _ in marked})
    order = np.random.RandomState(1).permutation(len(articles))
    fold_of = {articles[at]: place % _FOLDS for place, at in enumerate(order)}
    fold = np.array([fold_of[article] for article, _, _, _ in marked])
    sure = np.zeros(len(marked))
    for k in range(_FOLDS):
        rest, here = fold != k, fold == k
        if rest.any() and here.any():
            sure[here] = logistic.weigh(rows[here], fit(rows[rest], right[rest].astype(float)))
    tell("before", np.array([before for _, _, before, _ in marked]), right)
    tell("fitted", sure, right)
    text = (
        '"""What each feature says of the words of a claim within another, in log odds; written by\n'
        'training/confidence/fit_inner.py."""\n\nfrom collections.abc import Mapping\n\n'
        "WEIGHTS: Mapping[str, float] = {\n"
    )
    lines = write_lines(names, fit(rows, right.astype(float)), "    ")
    args.out.write_text("\n".join([text.rstrip("\n"), *lines, "}"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
