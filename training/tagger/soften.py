"""What a trained tagger says of every word of the training texts, and of news that nobody labelled.

`train --soft` learns from these log-probabilities where the corpora are silent: attributions in GUM, names in PolNeAR
(if `--claims` is given), both in the unlabelled articles (knowledge distillation; Hinton, Vinyals and Dean, 2015).
Unlabelled articles are JSON lines with `text`, and perhaps `title`; whatever else a line holds is not read.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from reader.analysis.tagger.inference import load_network
from training.tagger import corpora
from training.tagger.corpora import Labelled


def unlabelled(paths: Sequence[Path]) -> Iterator[Labelled]:
    """Articles of which only the text is known."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            entry = json.loads(line)
            yield corpora.unlabelled(f"{path.stem}-{number}", entry.get("title", ""), entry["text"])


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--tagger", type=Path, required=True, help="folder with tagger.onnx and its companions")
    ap.add_argument("--claims", type=Path, help="folder with gold.jsonl and text/")
    ap.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers (gum.py)")
    ap.add_argument("--unlabelled", type=Path, nargs="*", default=[], help="articles as JSON lines")
    ap.add_argument("--out", type=Path, required=True, help="the .npz to write")
    o = ap.parse_args()
    tagger = load_network(o.tagger)
    said: dict[str, np.ndarray] = {}
    began = time.time()
    claims = corpora.polnear(o.claims) if o.claims else ()
    for x in (*corpora.gum(o.gum, o.score), *claims, *unlabelled(o.unlabelled)):
        if x.words:
            read = tagger.read(x.text, x.words, x.paragraphs)
            said[x.name] = np.concatenate((read.tags, read.names), 1).astype(np.float16)
        if len(said) % 100 == 0:
            print(len(said), "documents", round(time.time() - began), "s", flush=True)
    np.savez(o.out, allow_pickle=False, **said)


if __name__ == "__main__":
    main()
