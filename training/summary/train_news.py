"""Fits the trees of the `news` summariser, and measures them on articles that they have not seen.

    pip install -e ".[training]"
    python -m training.summary.train_news --data DATA --out reader/analysis/summary/news_model.npz [--work DIR]

Fitted on articles of five sources (articles.py says which and how many). A sentence's target is its hits: the share of
the reference's stemmed bigrams that it has, times 40. Trees are fitted by least squares, ten times over with other
samples; their mean is what the choice of sentences works with. Order, seeds and one thread make the file the same bit
for bit at every run on one kind of machine.

Three measures are printed, all ROUGE-2 recall of summaries of so many words less that of the article's first words, as
many: on the sets that settings were chosen on, on each source's test part by trees that have seen nothing of that
source, and on GUM's summaries by people, by genre. With DIR the features are kept there and not made again. Twenty
minutes on one core; --no-measures ends behind the fit.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from reader.analysis.summary.news import adjust
from reader.analysis.summary.news_features import FEATURES
from training.summary.articles import (
    CHOSEN_ON,
    TESTED,
    TRAINED,
    Example,
    Lesson,
    make_examples,
    make_lesson,
    pick_rows,
    read_rows,
)
from training.summary.measure import Expect, tell

BAG = 10
"""Fits whose mean is taken."""

TREES = 100

SETTINGS = {
    "objective": "regression",
    "learning_rate": 0.045,
    "num_leaves": 16,
    "max_bin": 63,
    "min_data_in_leaf": 80,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.4,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


def fit(lessons: Sequence[Lesson]) -> list[lightgbm.Booster]:
    """Trees for these sources, BAG times.

    A source counts for the bigrams that its references have: the fewer there are, the more a share of them is chance.
    """
    rows = np.vstack([one.features for one in lessons])
    targets = np.concatenate([one.targets for one in lessons])
    weights = np.concatenate([np.full(len(one.targets), one.bigrams.mean() / 40) for one in lessons])
    return [
        lightgbm.train({**SETTINGS, "seed": seed}, lightgbm.Dataset(rows, targets, weight=weights), TREES)
        for seed in range(BAG)
    ]


def expecting(bag: Sequence[lightgbm.Booster]) -> Expect:
    """What these trees, with the adjustments of the summariser, expect of an article's sentences."""

    def expect(one: Example) -> np.ndarray:
        found = np.mean([trees.predict(one.features, num_threads=1) for trees in bag], axis=0)
        return adjust(one.given, one.features, found)

    return expect


def load_lesson(data: Path, source: str, most: int, work: Path | None) -> Lesson:
    """A source's features and targets, out of `work` where they are kept."""
    kept = work and work / f"{source}-{most}.npz"
    if kept and kept.exists():
        with np.load(kept) as found:
            return Lesson(found["features"], found["targets"], found["ends"], found["bigrams"])
    made = make_lesson(pick_rows(data, source, "train", most))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez(kept, features=made.features, targets=made.targets, ends=made.ends, bigrams=made.bigrams)
    return made


def flatten(node: dict[str, Any], nodes: list[tuple[int, float, int]]) -> int:
    """Append a LightGBM node and those below it as trees.py reads them; gives the number of its leaves."""
    place = len(nodes)
    if "leaf_value" in node:
        nodes.append((-1, round(node["leaf_value"] / BAG, 5), 0))
        return 1
    nodes.append((0, 0.0, 0))
    left = flatten(node["left_child"], nodes)
    right = flatten(node["right_child"], nodes)
    nodes[place] = (node["split_feature"], float(f"{node['threshold']:.6g}"), left)
    return left + right


def save(bag: Sequence[lightgbm.Booster], out: Path) -> None:
    """Write the trees as the summariser reads them."""
    nodes: list[tuple[int, float, int]] = []
    ends = [0]
    for part in bag:
        for tree in part.dump_model()["tree_info"]:
            flatten(tree["tree_structure"], nodes)
            ends.append(len(nodes))
    feature, number, below = zip(*nodes, strict=True)
    np.savez_compressed(
        out,
        features=np.array(FEATURES),
        nodes=np.diff(ends).astype(np.int8),
        feature=np.array(feature, np.int8),
        number=np.array(number),
        below=np.array(below, np.int8),
    )
    print(f"{len(ends) - 1} trees, {out.stat().st_size} bytes", flush=True)


def measure(data: Path, lessons: Mapping[str, Lesson], bag: Sequence[lightgbm.Booster], few: int | None) -> None:
    """Print the three measures."""

    def read(path: Path, source: str) -> list[Example]:
        return list(make_examples(read_rows(data / "summary" / path)[:few], source))

    chosen_on = [one for source in CHOSEN_ON for one in read(Path(f"{source}.jsonl"), source)]
    tell("chosen on", chosen_on, expecting(bag), lambda one: one.source)
    tell("GUM", read(Path("extra/gum.jsonl.gz"), "gum"), expecting(bag), lambda one: one.genre)
    left_out = []
    for source in TRAINED:
        tested = list(make_examples(pick_rows(data, source, "test", few or TESTED), source))
        others = fit([lesson for other, lesson in lessons.items() if other != source])
        tell(f"{source}, seen", tested, expecting(bag))
        left_out.append(tell(f"{source}, left out", tested, expecting(others)))
    print("left out, mean of the sources:", ", ".join(f"{mean:+.2f}" for mean in np.mean(left_out, axis=0)))


def main() -> None:
    """Fit on everything and save, then measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="where features are kept from run to run")
    parser.add_argument("--no-measures", action="store_true", help="fit and save, and measure nothing")
    parser.add_argument("--few", action="store_true", help="few articles, to see that it runs")
    options = parser.parse_args()
    few = 20 if options.few else None
    lessons = {source: load_lesson(options.data, source, few or most, options.work) for source, most in TRAINED.items()}
    print(", ".join(f"{source} {len(lesson.ends)}" for source, lesson in lessons.items()), flush=True)
    bag = fit(list(lessons.values()))
    save(bag, options.out)
    if not options.no_measures:
        measure(options.data, lessons, bag, few)


if __name__ == "__main__":
    main()
