"""Windows cut out of packs, and batches of them on the device that trains.

Windows are cut anew each epoch without overlap, a little disguised, and shown with others of like length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reader.analysis.tagger import features as f
from training.tagger.packed import IGNORE, NONE, Pack, Row, silent

_STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
_SINGLE = {1523: 1520, 1524: 1521, 1000: 1005}
_LONE = 10
"""Fewest pieces of a quotation that is read as a text of its own."""
ROWS = ("ids", "case", "quote", "flag", "tags", "names", "cue", "source", "group", "asks")


def cut(rows: Pack, size: int, random: np.random.Generator) -> Row:
    """(first, length) of windows of at most `size` pieces, two of them for the frame; the first of each text of random
    length, most of them ending with a block. Each as often as its text is shown, those without attributions by half."""
    found: list[tuple[int, int]] = []
    opening = np.flatnonzero(rows.flag == 2)
    tagged = np.concatenate(([0], np.cumsum(rows.tags > 0)))
    told = np.concatenate(([0], np.cumsum(rows.tags != IGNORE)))
    for low, high, share in zip(rows.starts[:-1].tolist(), rows.starts[1:].tolist(), rows.share.tolist(), strict=True):
        start, limit = low, int(random.integers(size // 3, size - 1))
        while start < high:
            end = min(high, start + limit)
            while start + 1 < end < high and not rows.flag[end]:
                end -= 1
            at = int(np.searchsorted(opening, end)) - 1
            if end < high and opening[at] > start + limit // 2 and random.random() < 0.7:
                end = int(opening[at])
            empty = told[end] > told[start] and tagged[end] == tagged[start]
            found += [(start, end - start)] * int(share * (0.5 if empty else 1.0) + random.random())
            start, limit = end, size - 2
    return np.array(found, np.int64)


def lay(rows: Pack, size: int, overlap: int) -> Row:
    """(first, length, believed from, believed to) of windows that cover the texts, overlapping."""
    found: list[tuple[int, int, int, int]] = []
    for low, high in zip(rows.starts[:-1].tolist(), rows.starts[1:].tolist(), strict=True):
        start, edge = low, low
        while True:
            end = min(high, start + size - 2)
            while end < high and not rows.flag[end]:
                end -= 1
            following = end - overlap
            while not rows.flag[following] and following > start + 1:
                following -= 1
            until = high if end == high else (following + end) // 2
            found.append((start, end - start, edge, until))
            if end == high:
                break
            start, edge = following, until
    return np.array(found, np.int64)


def joined(a: Pack, b: Pack) -> Pack:
    """Two packs end to end."""
    rows = {x: np.concatenate((getattr(a, x), getattr(b, x))) for x in ("share", *ROWS)}
    n = len(a)
    for name in ("cue", "source"):
        row = rows[name][n:]
        rows[name] = np.concatenate((rows[name][:n], np.where(row >= 0, row + n, row)))
    group = b.group + np.where(b.group >= 0, a.group.max(initial=0) + 1, 0)
    rows["group"] = np.concatenate((a.group, group))
    return Pack(**rows, starts=np.concatenate((a.starts, b.starts[1:] + n)))


def lone(rows: Pack, most: int) -> Pack:
    """Quotations out of the texts, each a block of a text of its own without its marks, as contents are read for claims
    inside claims; of at most so many pieces in all. Nothing is known of them."""
    inside = np.concatenate(([0], (rows.quote == f.INSIDE).astype(np.int8), [0]))
    edges = np.flatnonzero(np.diff(inside)).reshape(-1, 2)
    edges = edges[edges[:, 1] - edges[:, 0] >= _LONE]
    text = np.searchsorted(rows.starts, edges[:, 0], "right")
    parts: list[Row] = []
    starts, total, last = [0], 0, -1
    marks: list[int] = []
    for (low, high), owner in zip(edges.tolist(), text.tolist(), strict=True):
        if total > most:
            break
        if owner != last and total > starts[-1]:
            starts.append(total)
        last = owner
        marks.append(total)
        parts += [np.array([low], np.int64), np.arange(low, high)]
        total += high - low + 1
    if total > starts[-1]:
        starts.append(total)
    at = np.concatenate(parts) if parts else np.zeros(0, np.int64)
    ids, case, flag = rows.ids[at].copy(), rows.case[at].copy(), rows.flag[at].copy()
    ids[marks], case[marks], flag[marks] = f.PARAGRAPH, 0, 2
    ids[starts[:-1]] = f.DOCUMENT
    return silent(
        {
            "ids": ids,
            "case": case,
            "quote": np.zeros_like(case),
            "flag": flag,
            "starts": np.array(starts, np.int64),
            "share": np.ones(len(starts) - 1, np.float32),
        }
    )


def batches(windows: Row, tokens: int, random: np.random.Generator) -> Iterator[Row]:
    """Windows of like length in batches of about so many pieces, the batches in random order."""
    order = np.argsort(windows[:, 1] + random.uniform(0, 24, len(windows)), kind="stable")
    found, low = [], 0
    while low < len(order):
        longest = int(windows[order[low : low + 8], 1].max()) + 26
        high = low + max(1, tokens // longest)
        found.append(windows[order[low:high]])
        low = high
    for k in random.permutation(len(found)):
        yield found[int(k)]


@dataclass(frozen=True, slots=True)
class Soft:
    """What teachers say of each piece: shares of tags and names side by side, and where it points: of each link the
    likeliest places in the pack (NONE: the frame) and their shares."""

    tags: Tensor
    places: Tensor
    shares: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows on the device; links lead to pieces of the same window, `wanted` are those of antecedents."""

    at: Tensor
    inner: Tensor
    ids: Tensor
    case: Tensor
    quote: Tensor
    mask: Tensor
    first: Tensor
    tags: Tensor
    names: Tensor
    cue: Tensor
    source: Tensor
    group: Tensor
    asks: Tensor
    low: Tensor
    length: Tensor


class Board:
    """The rows of a pack on a device."""

    def __init__(self, rows: Pack, device: torch.device, soft: Soft | None = None) -> None:
        self.device = device
        self.soft = soft
        self.rows = {x: torch.from_numpy(getattr(rows, x).astype(np.int32)).to(device) for x in ROWS}
        table = torch.arange(30522, device=device)
        self.straight, self.single = table.clone(), table.clone()
        for swap, chart in ((_STRAIGHT, self.straight), (_SINGLE, self.single)):
            for old, new in swap.items():
                chart[old] = new

    def take(self, windows: Row) -> Batch:
        """The windows as tensors."""
        where = torch.from_numpy(windows).to(self.device, non_blocking=True)
        low, length = where[:, :1], where[:, 1:2]
        width = -(-(int(windows[:, 1].max()) + 2) // 8) * 8
        place = torch.arange(width, device=self.device)[None] - 1
        inner = (place >= 0) & (place < length)
        at = torch.where(inner, low + place, low)

        def row(name: str, outside: int) -> Tensor:
            return torch.where(inner, self.rows[name][at].long(), outside)

        def led(name: str) -> Tensor:
            to = row(name, -1)
            known = (to >= low) & (to < low + length)
            return torch.where(to == NONE, 0, torch.where(known, to - low + 1, IGNORE))

        ids = row("ids", f.PAD)
        ids = torch.where(place == -1, f.CLS, torch.where(place == length, f.SEP, ids))
        return Batch(
            *(at, inner, ids, row("case", 0), row("quote", 0), place <= length, row("flag", 0) == 1),
            *(row("tags", IGNORE), row("names", IGNORE), led("cue"), led("source"), row("group", -1), row("asks", 0)),
            *(low, length),
        )

    def disguised(self, b: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Ids, case and quotes: now and then straight or single marks, no quotation feature, all capitals, or none."""
        dice = torch.rand(4, len(b.ids), 1, device=self.device)
        single = dice[0] < 0.03
        ids = torch.where(single, self.single[b.ids], torch.where(dice[0] < 0.18, self.straight[b.ids], b.ids))
        quote = torch.where(single | (dice[1] < 0.03), 0, b.quote)
        letters = (b.case == f.LOWER) | (b.case == f.CAPITALISED) | (b.case == f.MIXED)
        upper = letters & (dice[2] < 0.02)
        lower = (letters | (b.case == f.ALL_CAPS) | (b.case == f.INITIAL)) & (dice[2] >= 0.02) & (dice[2] < 0.04)
        case = torch.where(upper, f.ALL_CAPS, torch.where(lower, f.LOWER, b.case))
        return ids, case, quote
