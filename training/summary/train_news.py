"""Fits the trees of the `news` summariser, and measures them on articles that they have not seen.

    pip install ".[training]"
    python -m training.summary.train_news --data DATA --out reader/analysis/summary/news_model.json

Fitted on articles of five sources (articles.py says which and how many). A sentence's target is its hits: the share of
the reference's stemmed bigrams that it has, times 40. Trees are fitted by least squares, three times over with other
samples; their mean is what the choice of sentences works with. Three measures are printed, all ROUGE-2 recall of
summaries of so many words less that of the article's first words, as many: on the sets that settings were chosen on, on
each source's test part by trees that have seen nothing of that source, and on GUM's summaries by people, by genre.
Half an hour on one core.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from reader.analysis.summary.news import adjust
from reader.analysis.summary.news_features import FEATURES
from training.summary.articles import CHOSEN_ON, TESTED, TRAINED, Example, make_examples, pick_rows, read_rows
from training.summary.measure import Expect, tell

BAG = 3
"""Fits whose mean is taken."""

SETTINGS = {
    "n_estimators": 150,
    "learning_rate": 0.03,
    "num_leaves": 16,
    "min_child_samples": 80,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.4,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}


def fit(train: Sequence[Example]) -> list[lightgbm.LGBMRegressor]:
    """Trees for these articles, BAG times."""
    rows = np.vstack([one.features for one in train])
    targets = np.concatenate([one.targets for one in train])
    return [lightgbm.LGBMRegressor(random_state=seed, **SETTINGS).fit(rows, targets) for seed in range(BAG)]


def expecting(bag: Sequence[lightgbm.LGBMRegressor]) -> Expect:
    """What these trees, with the adjustments of the summariser, expect of an article's sentences."""

    def expect(one: Example) -> np.ndarray:
        return adjust(one.given, np.mean([trees.predict(one.features) for trees in bag], axis=0))

    return expect


def flattened(node: dict[str, Any], nodes: list[list[Any]]) -> int:
    """Append a LightGBM node and its children as trees.py reads them; returns the node's number."""
    place = len(nodes)
    if "leaf_value" in node:
        nodes.append([round(node["leaf_value"] / BAG, 5)])
        return place
    nodes.append([])
    left = flattened(node["left_child"], nodes)
    right = flattened(node["right_child"], nodes)
    nodes[place] = [FEATURES[node["split_feature"]], float(f"{node['threshold']:.6g}"), left, right]
    return place


def save(bag: Sequence[lightgbm.LGBMRegressor], out: Path) -> None:
    """Write the trees as the summariser reads them."""
    trees = []
    for part in bag:
        for tree in part.booster_.dump_model()["tree_info"]:
            nodes: list[list[Any]] = []
            flattened(tree["tree_structure"], nodes)
            trees.append(nodes)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    out.write_text(f'{{"features": {json.dumps(FEATURES)},\n"trees": [\n{lines}\n]}}\n', "utf-8")
    print(f"{len(trees)} trees, {out.stat().st_size} bytes", flush=True)


def main() -> None:
    """Fit on everything and save, then measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--few", action="store_true", help="few articles, to see that it runs")
    options = parser.parse_args()

    def load(source: str, part: str, most: int) -> list[Example]:
        return list(make_examples(pick_rows(options.data, source, part, 20 if options.few else most), source))

    train = {source: load(source, "train", most) for source, most in TRAINED.items()}
    print(", ".join(f"{source} {len(examples)}" for source, examples in train.items()), flush=True)
    bag = fit([one for examples in train.values() for one in examples])
    save(bag, options.out)
    chosen_on = [
        one
        for source in CHOSEN_ON
        for one in make_examples(
            read_rows(options.data / "summary" / f"{source}.jsonl")[: 20 if options.few else None], source
        )
    ]
    tell("chosen on", chosen_on, expecting(bag), lambda one: one.source)
    gum = list(
        make_examples(read_rows(options.data / "summary/extra/gum.jsonl.gz")[: 20 if options.few else None], "gum")
    )
    tell("GUM", gum, expecting(bag), lambda one: one.genre)
    for left_out in TRAINED:
        tested = load(left_out, "test", TESTED)
        tell(f"{left_out}, seen", tested, expecting(bag))
        others = [one for source, examples in train.items() if source != left_out for one in examples]
        tell(f"{left_out}, left out", tested, expecting(fit(others)))


if __name__ == "__main__":
    main()
