"""How far a tagger's third link alone gets: whom it and they, he and she stand for on GUM, by where the network points.

    python -m training.coreference.pointed --gum DATA/gum/dev --score SCORE --tagger FOLDER

What is pointed at is given to the gold group of the mention heads it falls on, so this is what a resolver could gain at
most from the link, not what a product scores. Printed for each least share: of the pronouns that a named person or
organisation stands behind how many are right, and of the links to named ones how many are wrong, in per cent.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.references import PRONOUNS
from reader.analysis.tagger.features import split_words
from reader.analysis.tagger.inference import Network, load_network

FORMS = {"it, they": PRONOUNS, "he, she": PRONOUN_GENDER}
LEAST = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_ANTECEDENT = 2
Answer = tuple[bool, bool, bool, float]
"""Whether a named person or organisation stands behind a pronoun, whether the group pointed at is the right one,
whether that one is so named, and its share."""


def answers(doc: dict[str, Any], tagger: Network, form: Collection[str]) -> Iterator[Answer]:
    """Every pronoun of a form in a document."""
    text, words = doc["text"], split_words(doc["text"])
    starts = [a for a, _ in words]
    read = tagger.read(text, words, [(a, b) for a, b in (block["span"] for block in doc["blocks"])])
    heads: dict[int, set[Any]] = defaultdict(set)
    pronouns: dict[int, Any] = {}
    for mention in doc["mentions"]:
        at = int(np.searchsorted(starts, mention["head"][0], "right")) - 1
        heads[at].add(mention["group"])
        if mention["pronoun"]:
            pronouns[at] = mention["group"]
    known = {
        mention["group"]
        for mention in doc["mentions"]
        if mention["named"] and not mention["outer"] and not mention["title"]
        if mention["group_type"] in ("person", "organization")
    }
    for word, (a, b) in enumerate(words):
        if a < doc["body"] or text[a:b].lower() not in form:
            continue
        start, shares = read.pointed(_ANTECEDENT, (word, word + 1))
        here = int(read.first[word]) - start + 1
        shares = shares[:here] / shares[:here].sum()
        mass: dict[Any, float] = defaultdict(float)
        for head, groups in heads.items():
            piece = int(read.first[head]) - start + 1
            if head < word and 0 < piece < here:
                for group in groups:
                    mass[group] += float(shares[piece])
        best = max(mass, key=lambda group: mass[group], default=None)
        behind = pronouns.get(word)
        yield behind in known, best is not None and best == behind, best in known, mass[best] if mass else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True, help="folder of .conllu files")
    parser.add_argument("--score", required=True, help="the folder that holds gum.py")
    parser.add_argument("--tagger", type=Path, required=True, help="folder with tagger.onnx and its companions")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import gum

    tagger, docs = load_network(args.tagger), gum.load(args.gum)
    for name, form in FORMS.items():
        found = [one for doc in docs for one in answers(doc, tagger, form)]
        named = sum(behind for behind, _, _, _ in found)
        print(f"{name}: {len(found)}, a named person or organisation behind {named}")
        for least in LEAST:
            links = [behind and right for behind, right, to_named, share in found if to_named and share >= least]
            right, wrong = sum(links), len(links) - sum(links)
            print(f"  {least}: right {100 * right / max(1, named):.1f}, wrong {100 * wrong / max(1, len(links)):.1f}")


if __name__ == "__main__":
    main()
