"""The tagger itself, loaded on first use and kept for the life of the process."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.tagger import features
from reader.analysis.tagger.decode import Outputs, Reading, Settings, decode, read
from reader.analysis.tagger.features import Ints, Span
from reader.analysis.tagger.result import Tagging

DATA = Path(__file__).parent / "data"
WEIGHTS, VOCABULARY, SETTINGS = "tagger.onnx", "tokenizer.json", "settings.json"
THREADS = 2


class TaggerUnavailable(RuntimeError):
    """The tagger cannot run here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded network with its vocabulary and settings."""

    session: Any
    tokenizer: Any
    settings: Settings

    def run(self, ids: Ints, case: Ints, quote: Ints) -> Outputs:
        """Scores of one window, framed here."""
        frame = {"ids": (features.CLS, ids, features.SEP), "case": (0, case, 0), "quote": (0, quote, 0)}
        feed = {k: np.concatenate(([a], row, [b]))[None].astype(np.int64) for k, (a, row, b) in frame.items()}
        tags, names, points = self.session.run(None, feed)
        return tags[0], names[0], points[0]

    def read(self, text: str, words: Sequence[Span], paragraphs: Sequence[Span]) -> Reading:
        """The network's numbers for each word of a text."""
        coded = features.pieces(self.tokenizer, text, words, paragraphs)
        first = np.searchsorted(np.maximum.accumulate(coded.word), np.arange(len(words)))
        return read(coded, first, features.windows(coded), self.run)

    def tag(self, text: str, words: Sequence[Span], paragraphs: Sequence[Span]) -> Tagging:
        """The spans and links of a text."""
        if not words:
            return Tagging()
        return decode(self.read(text, words, paragraphs), opening(words, paragraphs),
                      [text[a:b].lower() for a, b in words], self.settings)


def opening(words: Sequence[Span], paragraphs: Sequence[Span]) -> Ints:
    """Indices of the words that begin a block."""
    at = np.searchsorted([a for a, _ in words], [a for a, _ in paragraphs])
    return np.unique(at[at < len(words)])


def settings_of(folder: Path) -> Settings:
    """The choices stored beside the weights."""
    raw = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    return Settings(raw["bias"], {k: (v[0], v[1]) for k, v in raw["calibration"].items()}, raw["pointed"])


def engine(folder: Path = DATA, threads: int = THREADS) -> Engine:
    """Loads the network from a folder; raises `TaggerUnavailable` where it cannot."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise TaggerUnavailable(f"the tagger needs onnxruntime and tokenizers: {error}") from error
    missing = [name for name in (WEIGHTS, VOCABULARY, SETTINGS) if not (folder / name).is_file()]
    if missing:
        raise TaggerUnavailable(f"the tagger's {', '.join(missing)} not found in {folder}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / VOCABULARY))
        return Engine(session, tokenizer, settings_of(folder))
    except Exception as error:
        raise TaggerUnavailable(f"the tagger in {folder} cannot be loaded: {error}") from error


@cache
def loaded() -> Engine:
    """The shipped tagger, loaded once."""
    return engine()


def tag(text: str, words: Sequence[Span], paragraphs: Sequence[Span]) -> Tagging:
    """Who said what in a text, by the shipped tagger.

    `words` are character spans in order, best those of `features.words`; `paragraphs` are the spans of the blocks.
    """
    return loaded().tag(text, words, paragraphs)
