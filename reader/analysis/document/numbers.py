"""Numbers in words."""

from collections.abc import Mapping

from reader.analysis.document.lexicon import load_groups

NUMBER_WORDS: Mapping[str, int] = {
    word: int(value) for value, words in load_groups("numbers").items() for word in words
}
"""The words for the numbers to nineteen and for the tens, and what each means."""
