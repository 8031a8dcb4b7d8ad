"""Trains NLTK's averaged perceptron tagger on GUM and saves it in NLTK's own layout.

    python -m training.language.train_tagger --gum DATA/gum/train --out reader/language/nltk_data

Two to five minutes on one core. The result depends on the seed alone.
"""

import argparse
import json
import random
import time
from pathlib import Path

import nltk
import numpy as np
from nltk.tag.perceptron import PerceptronTagger

from training.language.gum_sentences import tagged_sentences

NAME = "averaged_perceptron_tagger_eng"


def write_table(weights: dict[str, dict[str, float]], classes: list[str], path: Path) -> None:
    """Write the weights as `reader.language.data.load_weights` reads them."""
    column = {tag: place for place, tag in enumerate(sorted(classes, reverse=True))}
    told = [(column[tag], round(1000 * weight)) for by_tag in weights.values() for tag, weight in by_tag.items()]
    np.savez(
        path,
        features=np.frombuffer("\n".join(weights).encode(), np.uint8),
        counts=np.array([len(by_tag) for by_tag in weights.values()], np.uint8),
        columns=np.array([place for place, _ in told], np.uint8),
        weights=np.array([weight for _, weight in told], np.int16),
        classes=len(classes),
    )


def main() -> None:
    """Train, prune and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    parser.add_argument("--out", type=Path, required=True, help="an nltk_data folder")
    parser.add_argument("--iterations", type=int, default=8)
    parser.add_argument("--smallest", type=float, default=0.15, help="weights nearer to zero are dropped")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()

    sentences = list(tagged_sentences(options.gum))
    print(f"{len(sentences)} sentences, {sum(map(len, sentences))} tokens", flush=True)
    random.seed(options.seed)
    random.shuffle(sentences)
    tagger = PerceptronTagger(load=False)
    began = time.monotonic()
    tagger.train(sentences, nr_iter=options.iterations)
    print(f"trained in {time.monotonic() - began:.0f} s", flush=True)

    weights = {
        feature: kept
        for feature, by_tag in sorted(tagger.model.weights.items())
        if (kept := {tag: weight for tag, weight in sorted(by_tag.items()) if abs(weight) >= options.smallest})
    }
    folder = options.out.resolve() / "taggers" / NAME
    folder.mkdir(parents=True, exist_ok=True)
    for part, value in (
        ("weights", weights),
        ("tagdict", dict(sorted(tagger.tagdict.items()))),
        ("classes", sorted(tagger.classes)),
    ):
        path = folder / f"{NAME}.{part}.json"
        path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
        print(path.name, path.stat().st_size, "bytes")
    write_table(weights, tagger.classes, folder / "weights.npz")

    nltk.data.path.insert(0, str(options.out.resolve()))
    print(PerceptronTagger().tag(["Moscow", "has", "held", "two", "talks", "."]))


if __name__ == "__main__":
    main()
