"""Fits the trees of the `news` summariser and measures them by cross-validation over documents.

    pip install lightgbm rouge_score
    python training/summary/train_news.py --data DATA/cnndm.jsonl DATA/inshorts.jsonl DATA/meta.jsonl \\
        --out reader/analysis/summary/news_model.json

A line of the data is {"id", "title", "text", "reference"}. A sentence's target is what it adds to a three-sentence
summary's ROUGE-2 F1: the bigrams that it shares with the reference less a price for each of its words. Trees are
fitted by least squares. The measure is ROUGE-2 of three sentences less that of the article's first three, for
articles of folds that the trees have not seen. Five minutes on one core.
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
from rouge_score import rouge_scorer, tokenizers

from reader.analysis.sentences import split
from reader.analysis.summary import cut, rank
from reader.analysis.summary.document import language
from reader.analysis.summary.news import lead_bonus, selection, shortness
from reader.analysis.summary.news_features import FEATURES, Sentences, matrix, sentences
from reader.analysis.summary.pickable import pickable
from reader.analysis.summary.ranking import Ranking
from reader.article import article_from_text

PRICE = 0.065
"""Bigrams that a word must be worth: about half the ROUGE-2 F1 of a good summary."""

SETTINGS = {
    "n_estimators": 150,
    "learning_rate": 0.03,
    "num_leaves": 24,
    "min_child_samples": 60,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.4,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}

_TOKENS = tokenizers.DefaultTokenizer(use_stemmer=True)
_ROUGE = rouge_scorer.RougeScorer(["rouge2"], use_stemmer=True, tokenizer=_TOKENS)


@dataclass(frozen=True)
class Example:
    """One article with its features, targets, a ranking to cut with new orders, and what Lead-3 scores."""

    group: str
    reference: str
    texts: tuple[str, ...]
    given: Sentences
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
    found = split(article)
    chosen = pickable(article, found)
    if not chosen:
        return None
    texts = tuple(article.words_of(found[index].span) for index in chosen)
    english = language("en")
    given = sentences(
        texts, [found[index].block for index in chosen], article.title or "", english.stem, english.stop_words
    )
    reference = bigrams(row["reference"])
    size = sum(reference.values()) + 75
    targets = []
    for text in texts:
        own = bigrams(text)
        targets.append(200 * (sum((own & reference).values()) - PRICE * (sum(own.values()) + 1)) / size)
    lead = {count: rouge(" ".join(texts[:count]), row["reference"]) for count in (1, 2, 3, 5)}
    everything = tuple(article.words_of(sentence.span) for sentence in found)
    return Example(
        group,
        row["reference"],
        everything,
        given,
        matrix(given),
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


def fit(train: Sequence[Example], seed: int) -> lightgbm.LGBMRegressor:
    """Trees for these articles."""
    rows = np.vstack([one.features for one in train])
    targets = np.concatenate([one.targets for one in train])
    return lightgbm.LGBMRegressor(random_state=seed, **SETTINGS).fit(rows, targets)


def gain(one: Example, worth: np.ndarray, count: int) -> float:
    """ROUGE-2 of a summary by these scores, less Lead's."""
    worth = worth + lead_bonus(one.given) - shortness(one.given)
    order = tuple(one.chosen[place] for place, _ in selection(one.given, worth))
    kept = set(one.ranking.order)
    ranking = Ranking(
        "news",
        tuple(index for index in order if index in kept),
        one.ranking.scores,
        one.ranking.words,
        one.ranking.needs,
    )
    picked = cut(ranking, count=count).sentences
    return rouge(" ".join(one.texts[index] for index in picked), one.reference) - one.lead[count]


def validate(data: Sequence[Example], folds: int, repeats: int) -> None:
    """Print gains over Lead for articles of unseen folds."""
    for count in (1, 2, 3, 5):
        gains = np.zeros((repeats, len(data)))
        for repeat in range(repeats):
            fold = np.random.default_rng(repeat).permutation(len(data)) % folds
            for number in range(folds):
                trees = fit([one for one, part in zip(data, fold, strict=True) if part != number], repeat)
                for place in np.flatnonzero(fold == number):
                    gains[repeat, place] = gain(data[place], trees.predict(data[place].features), count)
        mean = gains.mean(axis=0)
        draws = np.random.default_rng(1).integers(0, len(mean), (2000, len(mean)))
        low, high = np.percentile(mean[draws].mean(axis=1), (2.5, 97.5))
        groups = {one.group for one in data}
        parts = ", ".join(
            f"{group} {mean[[one.group == group for one in data]].mean():+.2f}" for group in sorted(groups)
        )
        print(f"{count} sentences: ROUGE-2 {mean.mean():+.2f} [{low:+.2f}, {high:+.2f}] over Lead; {parts}", flush=True)


def flattened(node: dict[str, Any], nodes: list[list[Any]]) -> int:
    """Append a LightGBM node and its children as trees.py reads them; returns the node's number."""
    place = len(nodes)
    if "leaf_value" in node:
        nodes.append([round(node["leaf_value"], 5)])
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
    dumped = fit(data, 0).booster_.dump_model()
    trees = []
    for tree in dumped["tree_info"]:
        nodes: list[list[Any]] = []
        flattened(tree["tree_structure"], nodes)
        trees.append(nodes)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    options.out.write_text(f'{{"features": {json.dumps(FEATURES)},\n"trees": [\n{lines}\n]}}\n', "utf-8")
    print(f"{len(trees)} trees, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
