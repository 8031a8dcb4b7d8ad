"""Fits the trees of the `news` summariser and measures them by cross-validation over documents.

    pip install ".[training]"
    python -m training.summary.train_news --data DATA/cnndm.jsonl DATA/inshorts.jsonl DATA/meta.jsonl \\
        --out reader/analysis/summary/news_model.json

A line of the data is {"id", "title", "text", "reference"}. A sentence's target is its hits: the share of the
reference's stemmed bigrams that it has, times 40. Trees are fitted by least squares, three times over with other
samples; their mean is what the selection weighs against length. The measure is ROUGE-2 F1 of a summary less that of
Lead, for articles of folds that the trees have not seen. Lead is what the shared scorer takes for it: the first
sentences of the bare text by nupunkt, nothing left out. Ten minutes on one core.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import nupunkt
from rouge_score import rouge_scorer, tokenizers

from reader.analysis.document.sentences import split_sentences
from reader.analysis.summary import cut, rank
from reader.analysis.summary.news import adjust, select
from reader.analysis.summary.news_features import FEATURES, NewsSentences, make_matrix, read_sentences
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Ranking
from reader.analysis.summary.sumy_document import load_language
from reader.article import article_from_text

BAG = 3
"""Fits whose mean is taken."""

SETTINGS = {
    "n_estimators": 150,
    "learning_rate": 0.03,
    "num_leaves": 16,
    "min_child_samples": 60,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.4,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}

COUNTS = (1, 2, 3, 5)

_TOKENS = tokenizers.DefaultTokenizer(use_stemmer=True)
_ROUGE = rouge_scorer.RougeScorer(["rouge2"], use_stemmer=True, tokenizer=_TOKENS)


@dataclass(frozen=True)
class Example:
    """One article with its features, targets, a ranking to cut with new orders, and what Lead-3 scores."""

    group: str
    reference: str
    texts: tuple[str, ...]
    given: NewsSentences
    features: np.ndarray
    targets: np.ndarray
    ranking: Ranking
    chosen: tuple[int, ...]
    lead: dict[int, float]


def bigrams(text: str) -> Counter[tuple[str, str]]:
    """The stemmed bigrams of a text, as ROUGE-2 counts them."""
    tokens = _TOKENS.tokenize(text)
    return Counter(pairwise(tokens))


def rouge(summary: str, reference: str) -> float:
    """ROUGE-2 F1, 0 to 100."""
    return 100 * float(_ROUGE.score(reference, summary)["rouge2"].fmeasure)


def example(row: dict[str, Any], group: str) -> Example | None:
    """An article of the data as the reader would open and split it."""
    body = re.sub(r"\n{2,}|\n", "\n\n", row["text"].strip())
    title = row.get("title", "").strip()
    article = article_from_text(f"{title}\n\n{body}\n" if title else f"{body}\n")
    found = split_sentences(article)
    chosen = list_pickable(article, found)
    if not chosen:
        return None
    texts = tuple(article.words_of(found[index].span) for index in chosen)
    english = load_language("en")
    given = read_sentences(
        texts, [found[index].block for index in chosen], article.title or "", english.stem, english.stop_words
    )
    reference = bigrams(row["reference"])
    size = max(1, sum(reference.values()))
    targets = [40 * sum((bigrams(text) & reference).values()) / size for text in texts]
    lines = [line.strip() for line in row["text"].splitlines() if line.strip()]
    opening = [text for line in lines for text in nupunkt.sent_tokenize(line)]
    lead = {count: rouge(" ".join(opening[:count]), row["reference"]) for count in COUNTS}
    everything = tuple(article.words_of(sentence.span) for sentence in found)
    return Example(
        group,
        row["reference"],
        everything,
        given,
        make_matrix(given),
        np.array(targets),
        rank(article, found, "lead"),
        chosen,
        lead,
    )


def examples(paths: Sequence[Path]) -> Iterator[Example]:
    """Every article of the data, grouped by file name."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            made = example(json.loads(line), path.stem)
            if made is not None:
                yield made


def fit(train: Sequence[Example], seed: int) -> list[lightgbm.LGBMRegressor]:
    """Trees for these articles, BAG times."""
    rows = np.vstack([one.features for one in train])
    targets = np.concatenate([one.targets for one in train])
    seeds = range(BAG * seed, BAG * (seed + 1))
    return [lightgbm.LGBMRegressor(random_state=each, **SETTINGS).fit(rows, targets) for each in seeds]


def gains(one: Example, expected: np.ndarray) -> dict[int, float]:
    """ROUGE-2 of summaries by the hits expected of each sentence, less Lead's, by their number of sentences."""
    order = tuple(one.chosen[place] for place, _ in select(one.given, adjust(one.given, expected)))
    kept = set(one.ranking.order)
    ranking = Ranking(
        "news",
        tuple(index for index in order if index in kept),
        one.ranking.scores,
        one.ranking.words,
        one.ranking.needs,
    )
    found = {}
    for count in COUNTS:
        picked = cut(ranking, count=count).sentences
        found[count] = rouge(" ".join(one.texts[index] for index in picked), one.reference) - one.lead[count]
    return found


def validate(data: Sequence[Example], folds: int, repeats: int) -> None:
    """Print gains over Lead for articles of unseen folds."""
    found = np.zeros((repeats, len(data), len(COUNTS)))
    for repeat in range(repeats):
        fold = np.random.default_rng(repeat).permutation(len(data)) % folds
        for number in range(folds):
            bag = fit([one for one, part in zip(data, fold, strict=True) if part != number], repeat)
            for place in map(int, np.flatnonzero(fold == number)):
                expected = np.mean([trees.predict(data[place].features) for trees in bag], axis=0)
                found[repeat, place] = list(gains(data[place], expected).values())
    names = sorted({one.group for one in data})
    for column, count in enumerate(COUNTS):
        mean = found[:, :, column].mean(axis=0)
        parts = [f"{name} {_told(mean[[one.group == name for one in data]])}" for name in names]
        print(f"{count} sentences: ROUGE-2 {_told(mean)} over Lead; {', '.join(parts)}", flush=True)


def _told(gained: np.ndarray) -> str:
    """The mean with its 95 % interval, from 2,000 draws of the articles."""
    draws = np.random.default_rng(1).integers(0, len(gained), (2000, len(gained)))
    low, high = np.percentile(gained[draws].mean(axis=1), (2.5, 97.5))
    return f"{gained.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


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


def main() -> None:
    """Measure, fit on everything, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--no-validation", action="store_true")
    options = parser.parse_args()

    data = list(examples(options.data))
    print(f"{len(data)} articles, {sum(len(one.targets) for one in data)} sentences", flush=True)
    if not options.no_validation:
        validate(data, options.folds, options.repeats)
    trees = []
    for part in fit(data, 0):
        for tree in part.booster_.dump_model()["tree_info"]:
            nodes: list[list[Any]] = []
            flattened(tree["tree_structure"], nodes)
            trees.append(nodes)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    options.out.write_text(f'{{"features": {json.dumps(FEATURES)},\n"trees": [\n{lines}\n]}}\n', "utf-8")
    print(f"{len(trees)} trees, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
