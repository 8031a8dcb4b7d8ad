"""The corpora and articles that the smaller tagger learns from, as packs.

    python -m training.tagger.packing --claims DATA/claims/train DATA/claims/dev --gum DATA/gum/train DATA/gum/dev \\
        --clauses DATA/claims/gum_rst/train --score SCORE --base BASE --unlabelled DATA/summary/extra --out FOLDER

The machine that trains needs nothing but the packs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from reader.analysis.tagger import features as f
from training.tagger import corpora
from training.tagger.corpora import Labelled
from training.tagger.packed import TEXT, pack, write
from training.tagger.tokenizer import load_tokenizer

PIECES = 1000
"""Of an unlabelled article no more are read: many articles teach more than long ones."""
SHARES = {"guardian": 6000, "cnn_stories": 3600, "rss_summaries": 3400, "fakenewsnet": 1300, "fakehealth": 1000}
"""Articles taken of each source of unlabelled text, out of its part for training."""
HELD_OUT = 5
"""Of every so many documents of GUM one teaches no antecedents: the resolver's own weights are fitted on it."""


def unlabelled(folder: Path, few: int = 1) -> Iterator[Labelled]:
    """Articles of which only the text is taken, spread over each file; `few` takes one of so many."""
    for name, most in SHARES.items():
        lines = corpora.read_source(folder, name)
        count = min(len(lines), most // few)
        step = len(lines) / count
        for number in range(count):
            entry = lines[int(number * step)]
            body = entry["text"].strip().replace("\n", "\n\n")
            yield corpora.unlabelled(f"{name}-{number}", entry.get("title", ""), body)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--claims", type=Path, nargs=2, required=True, help="folders with gold.jsonl and text/: train, dev")
    ap.add_argument("--gum", type=Path, nargs=2, required=True, help="folders of .conllu files: train, dev")
    ap.add_argument("--clauses", type=Path, required=True, help="the like, of GUM's attributions")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers (gum.py)")
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model")
    ap.add_argument("--unlabelled", type=Path, required=True, help="folder of articles as .jsonl.gz")
    ap.add_argument("--few", type=int, default=1, help="one of so many unlabelled articles, to see that it runs")
    ap.add_argument("--out", type=Path, required=True)
    o = ap.parse_args()
    coder = cast(f.Encoder, load_tokenizer(o.base))
    o.out.mkdir(parents=True, exist_ok=True)
    for name, claims, gum in zip(("train", "dev"), o.claims, o.gum, strict=True):
        texts = [(x, True) for x in corpora.polnear(claims)]
        texts += [(x, name == "dev" or i % HELD_OUT > 0) for i, x in enumerate(corpora.gum(gum, o.score, wide=True))]
        if name == "train":
            texts += [(x, True) for folder in (claims, o.clauses) for x in corpora.apart_all(folder)]
        rows = pack(texts, coder)
        write(o.out / f"{name}.xz", rows)
        print(name, len(texts), "texts", len(rows), "pieces", flush=True)
    rows = pack(((x, False) for x in unlabelled(o.unlabelled, o.few)), coder, PIECES)
    write(o.out / "unlabelled.xz", rows, TEXT)
    print("unlabelled", len(rows.starts) - 1, "texts", len(rows), "pieces", flush=True)


if __name__ == "__main__":
    main()
