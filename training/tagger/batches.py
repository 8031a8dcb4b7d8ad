"""Labelled documents to padded batches: windows cut anew each epoch, a little disguised, sorted by length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reader.analysis.tagger import features as f
from training.tagger.corpora import NEWS_LIKE, UNLABELLED, Labelled

IGNORE = -100
BOTH = 14
"""Tags and names, side by side."""

Soft = NDArray[np.float16]
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
SINGLE = {1523: 1520, 1524: 1521, 1000: 1005}


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled document in word pieces; `first` is the piece at which each word begins.

    `soft` holds what a trained tagger says of each word: log-probabilities of seven tags and seven names.
    """

    labelled: Labelled
    pieces: f.Pieces
    first: f.Ints
    soft: Soft | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A framed stretch of pieces with labels at the first piece of each word, links as (piece, piece).

    `soft` is None, or of each piece the log-probabilities of its word; NaN where it begins none.
    """

    ids: f.Ints
    case: f.Ints
    quote: f.Ints
    tags: f.Ints
    names: f.Ints
    links: tuple[tuple[int, int, int], ...]
    antecedents: tuple[tuple[int, tuple[int, ...]], ...]
    soft: Soft | None = None

    def __len__(self) -> int:
        return len(self.ids)


def document(tokenizer: f.Encoder, labelled: Labelled, soft: Soft | None = None) -> Document:
    """The document with its pieces."""
    coded = f.cut_pieces(f.Spellings(tokenizer), labelled.text, labelled.words, labelled.paragraphs)
    first = np.searchsorted(np.maximum.accumulate(coded.word), np.arange(len(labelled.words)))
    return Document(labelled, coded, first, soft)


def cuts(coded: f.Pieces, size: int, random: np.random.Generator) -> list[f.Span]:
    """Stretches that do not overlap; the first of random length, most of them ending with a block."""
    found, start, limit = [], 0, int(random.integers(size // 3, size - 1))
    while start < len(coded):
        end = f._find_cut(coded, start, limit)
        opening = start + limit // 2 + np.flatnonzero(coded.word[start + limit // 2 : end] < 0)
        if end < len(coded) and len(opening) and random.random() < 0.7:
            end = int(opening[-1])
        found.append((start, end))
        start, limit = end, size - 2
    return found


def window(doc: Document, span: f.Span) -> Window:
    """One stretch of a document, between the frame pieces, with what is known of it."""
    a, b = span
    lab, coded = doc.labelled, doc.pieces
    place: dict[int, int] = {}
    tags, names = np.full(b - a + 2, IGNORE), np.full(b - a + 2, IGNORE)
    lo, hi = np.searchsorted(doc.first, (a, b))
    soft = None
    if doc.soft is not None:
        soft = np.full((b - a + 2, BOTH), np.nan, np.float16)
        soft[doc.first[lo:hi] - a + 1] = doc.soft[lo:hi]
    for w in range(int(lo), int(hi)):
        at = place[w] = int(doc.first[w]) - a + 1
        if lab.tags is not None:
            tags[at] = lab.tags[w]
        if lab.names is not None and w >= lab.body:
            names[at] = lab.names[w]
    links = [(0, place[w], place[t]) for w, t in lab.content_cue.items() if w in place and t in place]
    links += [
        (1, place[w], 0 if t < 0 else place[t])
        for w, t in lab.cue_source.items()
        if w in place and (t < 0 or t in place)
    ]
    behind = [
        (place[w], tuple(place[t] for t in ts if t in place) or (0,)) for w, ts in lab.antecedents.items() if w in place
    ]

    def frame(row: f.Ints, first: int, last: int) -> f.Ints:
        return np.concatenate(([first], row[a:b], [last]))

    return Window(
        frame(coded.ids, f.CLS, f.SEP),
        frame(coded.case, 0, 0),
        frame(coded.quote, 0, 0),
        tags,
        names,
        tuple(links),
        tuple(behind),
        soft,
    )


def disguised(w: Window, random: np.random.Generator) -> Window:
    """Now and then straight or single quotation marks, no quotation feature, all capitals, or none."""
    ids, case, quote = w.ids, w.case, w.quote
    dice = random.random(4)
    if dice[0] < 0.03:
        ids, quote = np.array([SINGLE.get(i, i) for i in ids.tolist()]), np.zeros_like(quote)
    elif dice[0] < 0.18:
        ids = np.array([STRAIGHT.get(i, i) for i in ids.tolist()])
    if dice[1] < 0.03:
        quote = np.zeros_like(quote)
    letters = (case == f.LOWER) | (case == f.CAPITALISED) | (case == f.MIXED)
    if dice[2] < 0.02:
        case = np.where(letters, f.ALL_CAPS, case)
    elif dice[2] < 0.04:
        case = np.where(letters | (case == f.ALL_CAPS) | (case == f.INITIAL), f.LOWER, case)
    return replace(w, ids=ids, case=case, quote=quote)


def share(doc: Document, w: Window) -> float:
    """How often a window is shown in an epoch: news-like names more, text without any attribution less."""
    if doc.labelled.genre == UNLABELLED:
        return 0.5
    if doc.labelled.tags is None:
        return 1.5 if doc.labelled.genre in NEWS_LIKE else 0.5
    return 1.0 if (w.tags > 0).any() else 0.5


def epoch(docs: Sequence[Document], size: int, tokens: int, random: np.random.Generator) -> Iterator[list[Window]]:
    """Batches of about `tokens` pieces, windows of like length together, batches in random order."""
    shown: list[Window] = []
    for doc in docs:
        for span in cuts(doc.pieces, size, random):
            w = window(doc, span)
            if w.soft is not None or ((w.tags != IGNORE) | (w.names != IGNORE)).any():
                shown += [disguised(w, random) for _ in range(int(share(doc, w) + random.random()))]
    order = sorted(range(len(shown)), key=lambda i: len(shown[i]) + random.uniform(0, 24))
    batches: list[list[Window]] = [[]]
    for i in order:
        batch = batches[-1]
        if batch and (len(batch) + 1) * max(len(shown[i]), *map(len, batch), 1) > tokens:
            batches.append([])
        batches[-1].append(shown[i])
    for k in random.permutation(len(batches)):
        yield batches[int(k)]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows as tensors."""

    ids: Tensor
    case: Tensor
    quote: Tensor
    mask: Tensor
    tags: Tensor
    names: Tensor
    links: Tensor
    antecedents: Tensor
    soft: Tensor


def padded(batch: Sequence[Window]) -> Batch:
    """Windows as tensors; `antecedents` rows are (window, pronoun, antecedent)."""
    n = max(map(len, batch))

    def rows(name: str, fill: int) -> Tensor:
        out = np.full((len(batch), n), fill, np.int64)
        for i, w in enumerate(batch):
            out[i, : len(w)] = getattr(w, name)
        return torch.from_numpy(out)

    links = [(i, *link) for i, w in enumerate(batch) for link in w.links]
    behind = [(i, p, t) for i, w in enumerate(batch) for p, ts in w.antecedents for t in ts]

    def table(x: Sequence[tuple[int, ...]], k: int) -> Tensor:
        return torch.tensor(x, dtype=torch.long).reshape(-1, k)

    soft = np.full((len(batch), n, BOTH), np.nan, np.float32)
    for i, w in enumerate(batch):
        if w.soft is not None:
            soft[i, : len(w)] = w.soft
    ids = rows("ids", f.PAD)
    return Batch(
        ids,
        rows("case", 0),
        rows("quote", 0),
        ids != f.PAD,
        rows("tags", IGNORE),
        rows("names", IGNORE),
        table(links, 4),
        table(behind, 3),
        torch.from_numpy(soft),
    )
