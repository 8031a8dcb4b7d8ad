"""The tagger itself, loaded on first use and kept for the life of the process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from threading import Lock, Thread
from typing import Any, cast

import numpy as np

from reader.analysis.tagger import features
from reader.analysis.tagger.decode import Outputs, Tuning, WordScores, decode, gather_scores
from reader.analysis.tagger.features import Encoder, Ints, Span, Spellings, Windows
from reader.analysis.tagger.reading import Beside, Here, Readers, Window
from reader.analysis.tagger.result import Tagging
from reader.cores import count_cores

DATA = Path(__file__).parent / "data"
WEIGHTS, VOCABULARY, SETTINGS = "tagger.onnx", "tokenizer.json", "settings.json"
THREADS = 2
"""Threads that the network reads in besides the one that asks it, said before it is loaded; fewer where there are not
so many cores more than one, and with 1 it reads in the thread that asks it."""

_MANY = 64
"""Of a text of more windows, some 10,000 words, the pointer vectors are halved: whole ones take 400 kB a window, but to
turn them into halves and back costs time."""


class TaggerUnavailable(RuntimeError):
    """The tagger cannot run here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded network with its vocabulary and settings, and those who read windows by it."""

    session: Any
    spellings: Spellings
    tuning: Tuning
    readers: Readers

    def run(self, ids: Ints, case: Ints, quote: Ints, *, halved: bool) -> Outputs:
        """Scores of one window, framed here; with `halved` its pointer vectors as half-precision numbers.

        Of each piece its number in the vocabulary, its word's letter case and whether that is quoted (see features.py).
        """
        frame = {"ids": (features.CLS, ids, features.SEP), "case": (0, case, 0), "quote": (0, quote, 0)}
        feed = {k: np.concatenate(([a], row, [b]))[None].astype(np.int64) for k, (a, row, b) in frame.items()}
        tags, names, points = self.session.run(None, feed)
        return tags[0], names[0], points[0].astype(np.float16) if halved else points[0]

    def begin(self, text: str, words: Sequence[Span], paragraphs: Sequence[Span], *, urgent: bool = False) -> Begun:
        """Start the network on a text, an `urgent` one before all that wait; it reads in threads of its own, and the
        caller goes on."""
        coded = features.cut_pieces(self.spellings, text, words, paragraphs)
        windows = features.lay_windows(coded)
        run = partial(self.run, halved=len(windows.spans) > _MANY)
        reading = [Window(partial(run, coded.ids[a:b], coded.case[a:b], coded.quote[a:b])) for a, b in windows.spans]
        self.readers.add(reading, urgent=urgent)
        first, opening = features.find_beginnings(coded), features.find_openings(words, paragraphs)
        return Begun(self.tuning, tuple(words), opening, first, windows, reading)

    def read(self, text: str, words: Sequence[Span], paragraphs: Sequence[Span]) -> WordScores:
        """The network's numbers for each word of a text."""
        return self.begin(text, words, paragraphs).collect()

    def tag(self, text: str, words: Sequence[Span], paragraphs: Sequence[Span]) -> Tagging:
        """The spans and links of a text."""
        return self.begin(text, words, paragraphs).finish()


@dataclass(frozen=True, slots=True)
class Begun:
    """A text that the network is reading."""

    tuning: Tuning
    words: tuple[Span, ...]
    opening: Ints
    first: Ints
    windows: Windows
    reading: Sequence[Window[Outputs]]

    def cancel(self) -> None:
        """Give up the windows that nobody has begun to read."""
        for window in self.reading:
            window.give_up()

    def help(self, on_window: Callable[[float], None] = lambda done: None) -> None:
        """Read the windows that nobody has begun to read, until there are none.

        `on_window` is told the share of windows done; what it raises gives the rest up.
        """
        try:
            for number, window in enumerate(self.reading):
                if window.read():
                    on_window((number + 1) / len(self.reading))
        except BaseException:
            self.cancel()
            raise

    def collect(self, on_window: Callable[[float], None] = lambda done: None) -> WordScores:
        """The network's numbers for each word, once every window is read; `on_window` as for `help`."""
        self.help(on_window)
        try:
            outputs = [window.result() for window in self.reading]
        finally:
            self.cancel()
        on_window(1.0)
        return gather_scores(self.first, self.windows, outputs)

    def finish(self, on_window: Callable[[float], None] = lambda done: None, *, named: bool = True) -> Tagging:
        """The spans and links of the text, and its names where it is to be `named`, once every window is read."""
        if not self.words:
            return Tagging()
        return decode(self.collect(on_window), self.opening, self.tuning, named=named)


def read_tuning(folder: Path) -> Tuning:
    """The choices stored beside the weights."""
    raw = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    return Tuning(raw["bias"], {k: (v[0], v[1]) for k, v in raw["calibration"].items()}, raw["pointed"])


def load_network(folder: Path = DATA, threads: int | None = None) -> Network:
    """Loads the network from a folder, `threads` or else `THREADS`; raises `TaggerUnavailable` where it cannot."""
    threads = THREADS if threads is None else threads
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise TaggerUnavailable(f"the tagger needs onnxruntime and tokenizers: {error}") from error
    missing = [name for name in (WEIGHTS, VOCABULARY, SETTINGS) if not (folder / name).is_file()]
    if missing:
        raise TaggerUnavailable(f"the tagger's {', '.join(missing)} not found in {folder}")
    onnxruntime.disable_telemetry_events()  # Windows' own events; the others are stopped by reader.privacy
    options = onnxruntime.SessionOptions()
    # One thread a window and several windows at once: threads that share a window wait for each other at every layer.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"])
        spellings = Spellings(cast(Encoder, Tokenizer.from_file(str(folder / VOCABULARY))))
        beside = max(1, min(threads, count_cores() - 1))
        readers = Beside(beside) if threads > 1 else Here()
        return Network(session, spellings, read_tuning(folder), readers)
    except Exception as error:
        raise TaggerUnavailable(f"the tagger in {folder} cannot be loaded: {error}") from error


def use_threads(count: int) -> None:
    """Let the network of this process read in `count` threads from now on; see `THREADS`."""
    global THREADS
    if count != THREADS:
        THREADS = count
        _load_once.cache_clear()


def has_threads() -> bool:
    """Whether the network reads while the thread that asked it goes on."""
    return THREADS > 1


@cache
def _load_once() -> Network:
    return load_network()


def load_shipped() -> Network:
    """The shipped tagger, loaded once, whichever thread asks for it first."""
    with _LOADING:
        return _load_once()


def load_beside() -> None:
    """Have the shipped tagger loaded in a thread of its own, where it is not yet and threads may be used. What keeps it
    from that shows when it is asked for."""
    if has_threads() and not _load_once.cache_info().currsize:
        Thread(target=_load_quietly, name="tagger load").start()


def _load_quietly() -> None:
    with suppress(TaggerUnavailable):
        load_shipped()


def _begin_anew() -> None:
    """In a forked process, where the threads of its parent do not live on."""
    global _LOADING
    _LOADING = Lock()
    _load_once.cache_clear()


_LOADING = Lock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


def begin(text: str, words: Sequence[Span], paragraphs: Sequence[Span], *, urgent: bool = False) -> Begun:
    """Start the shipped tagger on a text, an `urgent` one before all that wait.

    `words` are character spans in order, best those of `features.words`; `paragraphs` are the spans of the blocks.
    """
    return load_shipped().begin(text, words, paragraphs, urgent=urgent)
