"""Texts as long rows of numbers, one number a word piece, which any machine with numpy and torch can train from.

A pack holds many texts end to end. Where a piece points to another, the row gives that one's place in the pack.
`packing.py` writes those that the smaller tagger learns from.
"""

from __future__ import annotations

import io
import lzma
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from reader.analysis.tagger import features as f
from training.tagger import corpora
from training.tagger.corpora import NEWS_LIKE, UNLABELLED, Labelled

Row = NDArray[Any]
IGNORE = -100
UNKNOWN, NONE = -1, -2
"""Where a link leads if nobody says, and if it leads nowhere."""
PRONOUN, PHRASE = 1, 2


@dataclass(frozen=True, slots=True)
class Pack:
    """Rows of one number a piece, and of each text where it begins (and where the last ends) and how often it is shown.

    `flag` is 0 in a word, 1 at its first piece, 2 where a block begins; `tags` and `names` are IGNORE where the corpus
    is silent; `cue` and `source` are links; `group` numbers the heads of what is mentioned, -1 elsewhere; `asks` is
    PRONOUN or PHRASE where an antecedent is looked for.
    """

    ids: Row
    case: Row
    quote: Row
    flag: Row
    starts: Row
    share: Row
    tags: Row
    names: Row
    cue: Row
    source: Row
    group: Row
    asks: Row

    def __len__(self) -> int:
        return len(self.ids)


TEXT = ("ids", "case", "quote", "flag", "starts", "share")
_TYPES = {
    "ids": np.uint16,
    "starts": np.int64,
    "share": np.float32,
    "cue": np.int32,
    "source": np.int32,
    "group": np.int32,
}
_EMPTY = {
    "tags": IGNORE,
    "names": IGNORE,
    "cue": UNKNOWN,
    "source": UNKNOWN,
    "group": -1,
    "asks": 0,
}


def silent(rows: dict[str, Row]) -> Pack:
    """A pack of texts of which nothing is known."""
    more = {k: np.full(len(rows["ids"]), v, _TYPES.get(k, np.int8)) for k, v in _EMPTY.items() if k not in rows}
    return Pack(**rows, **more)


def pack(texts: Iterable[tuple[Labelled, bool]], tokenizer: f.Encoder, most: int | None = None) -> Pack:
    """Labelled texts end to end; the second of each pair says whether its antecedents are taught."""
    parts: dict[str, list[Row]] = {x.name: [] for x in fields(Pack)}
    spellings = f.Spellings(tokenizer)
    at, groups = 0, 0
    starts, shares = [0], []
    for lab, taught in texts:
        if not lab.words:
            continue
        coded = f.cut_pieces(spellings, lab.text, lab.words, lab.paragraphs)
        first = np.searchsorted(np.maximum.accumulate(coded.word), np.arange(len(lab.words)))
        n = len(coded)
        rows = {k: np.full(n, v, np.int64) for k, v in _EMPTY.items()}
        flag = np.zeros(n, np.int64)
        flag[first] = 1
        flag[coded.word < 0] = 2
        if lab.tags is not None:
            rows["tags"][first] = lab.tags
        if lab.names is not None:
            rows["names"][first[lab.body :]] = lab.names[lab.body :]
        for word, target in lab.content_cue.items():
            rows["cue"][first[word]] = at + first[target]
        for word, target in lab.cue_source.items():
            rows["source"][first[word]] = NONE if target < 0 else at + first[target]
        owner: dict[int, int] = {}
        for word, behind in lab.antecedents.items() if taught else ():
            known = {owner[w] for w in behind if w in owner}
            groups += 1
            for w in (word, *behind):
                owner[w] = min(known, default=groups)
            spoken = lab.text[slice(*lab.words[word])].lower()
            rows["asks"][first[word]] = PRONOUN if spoken in corpora.WIDER else PHRASE
        for word, group in owner.items():
            rows["group"][first[word]] = group
        end = n if most is None else min(n, most)
        for name, row in (
            *(("ids", coded.ids), ("case", coded.case), ("quote", coded.quote), ("flag", flag)),
            *rows.items(),
        ):
            parts[name].append(row[:end].astype(_TYPES.get(name, np.int8)))
        at += end
        starts.append(at)
        shares.append(share(lab))
    joined = {k: np.concatenate(v) for k, v in parts.items() if v}
    return Pack(**joined, starts=np.array(starts, np.int64), share=np.array(shares, np.float32))


def share(lab: Labelled) -> float:
    """How often a text's windows are shown: news-like names more, other genres less."""
    if lab.name.endswith(" apart"):
        return 1.5 if lab.name.startswith("GUM") else 0.4
    if lab.genre in ("polnear", UNLABELLED):
        return 1.0
    return 1.5 if lab.genre in NEWS_LIKE else 0.5


def write(path: Path, rows: Pack, names: Sequence[str] | None = None) -> None:
    """Writes a pack, or some of its rows, compressed."""
    with lzma.open(path, "wb", preset=6) as handle:
        np.savez(cast(Any, handle), allow_pickle=False, **{x: getattr(rows, x) for x in names or rows.__slots__})


def read(path: Path) -> Pack:
    """A pack that was written; rows that were left out are silent."""
    kept = np.load(io.BytesIO(lzma.decompress(path.read_bytes())))
    return silent({k: kept[k] for k in kept.files})
