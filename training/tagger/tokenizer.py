"""The encoder's own tokenizer, which cuts texts of any length and fills up none."""

from pathlib import Path

from tokenizers import Tokenizer


def load_tokenizer(base: Path) -> Tokenizer:
    """The tokenizer of an unpacked encoder."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
