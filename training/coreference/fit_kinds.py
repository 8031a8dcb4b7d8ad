"""Fits the weights of `reader.analysis.actors.kinds`, on names marked by hand in 257 articles of a dozen outlets
(`kind_marks.tsv`) and on GUM's entities (train part only), written as Python.

    python -m training.coreference.fit_kinds --data DATA --gum DATA/gum/train --score SCORE \
        --out reader/analysis/actors/kind_weights.py

Each spelling of a name in an article is one choice among person, organisation, place and nobody: works, laws, events,
products and pieces of longer names are nobody's. A multinomial logistic regression is fitted by L-BFGS with an L2
penalty; GUM's names weigh half, since the tagger has read them. Five-fold figures over the marked articles are printed:
the share of names kept that are wrong, and of right names that are lost. Needs scipy.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from reader.analysis.actors.features import Features
from reader.analysis.actors.kind_features import describe_names
from reader.analysis.actors.kinds import NO_ACTOR
from reader.analysis.actors.naming import Naming, clean_name, settle_kinds
from reader.analysis.document.document import Document
from reader.analysis.engine import find_attributions
from reader.article import article_from_text
from training.feature_rows import lay_out, list_names, write_lines
from training.marked_articles import find_texts

KINDS = ("person", "organisation", "place", "nobody")
GOLD = {"person": "person", "organization": "organisation", "place": "place"}
GROUP = ("organisation", "nobody")
"""What a group ("the Gallaghers") is fitted as, half and half."""
MARKS = Path(__file__).with_name("kind_marks.tsv")
HEAD = '''"""Weights of the kinds of names by feature; written by training/coreference/fit_kinds.py."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {
'''

Row = tuple[str, Features, np.ndarray]
"""The text it is from, the features, the shares of the kinds."""


def describe(text: str) -> tuple[Document, list[Naming], Mapping[str, Features]]:
    """A text's namings, and the features of each spelling."""
    document, _, names, _ = find_attributions(article_from_text(text, source="training"))
    cleaned = [clean_name(document, name) for name in names]
    namings = settle_kinds([naming for naming in cleaned if naming is not None], names)
    return document, namings, describe_names(document, namings)


def read_marks(few: bool = False) -> Mapping[str, Mapping[str, str]]:
    """By article the kind of each name that is marked; of every tenth article alone where `few` are asked for."""
    marks: dict[str, dict[str, str]] = defaultdict(dict)
    for line in MARKS.read_text(encoding="utf-8").splitlines()[1:]:
        article, kind, *keys = line.split("\t")
        marks[article].update(dict.fromkeys(keys, kind))
    return {article: marks[article] for article in sorted(marks)[:: 10 if few else 1]}


def list_marked(data: Path, few: bool) -> Iterator[Row]:
    """The marked names that are still found."""
    marks = read_marks(few)
    for article, text in find_texts(data / "summary/extra", marks.keys()):
        _, _, features = describe(text)
        for key, kind in marks[article].items():
            if key in features:
                yield article, features[key], share(dict.fromkeys(GROUP if kind == "group" else (kind,), 1))


def list_gum(folder: str, few: bool) -> Iterator[Row]:
    """The names of GUM's texts; what matches no person, organisation or place is nobody's."""
    import gum
    import run_actors
    import run_claims

    for doc in gum.load(folder)[:: 10 if few else 1]:
        document, namings, features = describe(doc["text"])
        gold = run_actors.Gold(doc)
        span = run_claims.mapper(document.article.text, doc["text"])
        placed = [(naming.key, raw) for naming in namings if (raw := span(*naming.span)) and raw[0] >= doc["body"]]
        matched = run_actors.match(gold, [(0, raw, "") for _, raw in placed])
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for number, (key, _) in enumerate(placed):
            mention = gold.m[matched[number]] if number in matched else None
            votes[key][GOLD[mention["group_type"]] if mention and mention["actor"] else "nobody"] += 1
        for key, counts in votes.items():
            yield doc["name"], features[key], share(counts)


def share(counts: Mapping[str, int]) -> np.ndarray:
    found = np.array([counts.get(kind, 0) for kind in KINDS], float)
    return np.asarray(found / found.sum())


def weigh(laid: np.ndarray, weights: np.ndarray) -> np.ndarray:
    scores = laid @ weights
    parts = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(parts / parts.sum(1, keepdims=True))


def fit(laid: np.ndarray, right: np.ndarray, heavy: np.ndarray, penalty: float) -> np.ndarray:
    """Weights (features x kinds) of a softmax; each row counts as much as it is `heavy`."""

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(laid.shape[1], len(KINDS))
        found = weigh(laid, weights)
        lost = -(heavy[:, None] * right * np.log(found + 1e-12)).sum() + penalty * (weights**2).sum()
        slope = laid.T @ ((found - right) * heavy[:, None]) + 2 * penalty * weights
        return float(lost), slope.ravel()

    start = np.zeros(laid.shape[1] * len(KINDS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 250})
    return np.asarray(found.x).reshape(laid.shape[1], len(KINDS))


def fit_rows(
    marked: Sequence[Row], others: Sequence[Row], names: Sequence[str], gum_share: float, penalty: float
) -> np.ndarray:
    """Weights (features x kinds) fitted on marked names and GUM's, which count so much each."""
    rows = [*marked, *others]
    heavy = np.concatenate((np.ones(len(marked)), np.full(len(others), gum_share)))
    return fit(lay_out([row[1] for row in rows], names), np.array([row[2] for row in rows]), heavy, penalty)


def print_folds(marked: Sequence[Row], others: Sequence[Row], names: Sequence[str], options: Any) -> None:
    """What five-fold fits keep and lose of the marked names."""
    order = {text: number for number, text in enumerate(sorted({row[0] for row in marked}))}
    folds = np.array([order[row[0]] % 5 for row in marked])
    laid, right = lay_out([row[1] for row in marked], names), np.array([row[2] for row in marked])
    found = np.zeros_like(right)
    for fold in range(5):
        rest = [row for row, its in zip(marked, folds, strict=True) if its != fold]
        weights = fit_rows(rest, others, names, options.gum_share, options.penalty)
        found[folds == fold] = weigh(laid[folds == fold], weights)
    kept, actor = found[:, 3] <= NO_ACTOR, right[:, 3] < 0.5
    kind = found[:, :3].argmax(1) == right[:, :3].argmax(1)
    wrong = (kept & ~(actor & kind)).sum() / kept.sum()
    print(f"five-fold: {int(kept.sum())} of {len(marked)} names kept, wrong {wrong:.3f}")
    print(f"of {int(actor.sum())} that name an actor lost {(actor & ~kept).sum() / actor.sum():.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gum", required=True)
    parser.add_argument("--score", required=True, help="the folder that holds gum.py, run_actors.py and run_claims.py")
    parser.add_argument("--out", required=True)
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--gum-share", type=float, default=0.5, help="how much a name of GUM counts")
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    options = parser.parse_args()
    sys.path.insert(0, options.score)
    marked, others = list(list_marked(options.data, options.few)), list(list_gum(options.gum, options.few))
    names = list_names(row[1] for row in (*marked, *others))
    print_folds(marked, others, names, options)
    weights = fit_rows(marked, others, names, options.gum_share, options.penalty)
    lines = []
    for column, kind in enumerate(KINDS):
        lines += [f'    "{kind}": {{', *write_lines(names, weights[:, column], " " * 8), "    },"]
    Path(options.out).write_text(HEAD + "\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
