"""Trains NLTK's Punkt sentence splitter, unsupervised, and saves it in NLTK's own layout.

    python -m training.language.train_punkt --texts DATA/claims/train/text --gum DATA/gum/train \\
        --out reader/language/nltk_data

About a minute on one core. Only raw text is read; GUM's sentence boundaries are not looked at.
"""

import argparse
import time
from pathlib import Path

import nltk
from nltk.tokenize.punkt import PunktTokenizer, PunktTrainer, save_punkt_params

from training.language.gum_sentences import paragraphs


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, help="folder of plain texts")
    parser.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    parser.add_argument("--out", type=Path, required=True, help="an nltk_data folder")
    options = parser.parse_args()

    began = time.monotonic()
    trainer = PunktTrainer()
    trainer.INCLUDE_ABBREV_COLLOCS = True
    for path in sorted(options.texts.glob("*.txt")):
        trainer.train(path.read_text("utf-8"), finalize=False)
    trainer.train("\n\n".join(paragraphs(options.gum)), finalize=False)
    trainer.finalize_training()
    parameters = trainer.get_params()
    print(
        f"trained in {time.monotonic() - began:.0f} s: {len(parameters.abbrev_types)} abbreviations, "
        f"{len(parameters.collocations)} collocations, {len(parameters.sent_starters)} sentence starters, "
        f"{len(parameters.ortho_context)} words with their letter case"
    )

    root = options.out.resolve()
    nltk.data.path.insert(0, str(root))
    folder = root / "tokenizers" / "punkt_tab" / "english"
    folder.mkdir(parents=True, exist_ok=True, mode=0o755)
    save_punkt_params(parameters, dir=str(folder))
    for path in sorted(folder.iterdir()):
        path.write_text("\n".join(sorted(path.read_text("utf-8").split("\n"))), "utf-8")
        print(path.name, path.stat().st_size, "bytes")
    print(PunktTokenizer().tokenize("Sen. Ada Novak met Mr. Brun at 5 p.m. on Friday. They spoke."))


if __name__ == "__main__":
    main()
