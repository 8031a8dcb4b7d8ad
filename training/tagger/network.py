"""MiniLM with letter case and quotation marks fed in, and heads for tags, names and links."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from reader.analysis.tagger.features import CASES, QUOTES

TAGS, NAMES, LINKS, POINTER = 7, 7, 3, 64
"""Links: content to cue, cue to source, pronoun to antecedent; each a query and a key of POINTER numbers."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the encoder, as its `config.json` gives it; `head` is the width of one attention head."""

    hidden: int
    inner: int
    heads: int
    layers: int
    positions: int
    vocabulary: int
    head: int

    @classmethod
    def of(cls, folder: Path) -> Shape:
        c = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return cls(
            c["hidden_size"],
            c["intermediate_size"],
            c["num_attention_heads"],
            c["num_hidden_layers"],
            c["max_position_embeddings"],
            c["vocab_size"],
            c["hidden_size"] // c["num_attention_heads"],
        )

    @classmethod
    def of_state(cls, state: Mapping[str, Tensor], head: int = 32) -> Shape:
        """Size of a network that was saved, which may be narrower than the encoder it came from."""
        vocabulary, hidden = state["word.weight"].shape
        layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
        heads = state["layers.0.qkv.weight"].shape[0] // 3 // head
        return cls(
            hidden,
            state["layers.0.up.weight"].shape[0],
            heads,
            layers,
            state["place.weight"].shape[0],
            vocabulary,
            head,
        )


class Dropout(nn.Module):
    """Dropout with bytes from numpy, many times faster on a processor than torch's own."""

    def __init__(self, rate: float, seed: int) -> None:
        super().__init__()
        self.below = round(256 * rate)
        self.random = np.random.Generator(np.random.SFC64(seed))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.below:
            return x
        if x.is_cuda:
            return F.dropout(x, self.below / 256)
        drawn = self.random.bit_generator.random_raw(-(-x.numel() // 8)).view(np.uint8)[: x.numel()]
        dice = torch.from_numpy(drawn).view(x.shape)
        return x * (dice >= self.below).to(x.dtype).mul_(256 / (256 - self.below))


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, s: Shape, dropout: float, seed: int) -> None:
        super().__init__()
        self.drop = Dropout(dropout, seed)
        self.heads = s.heads
        self.qkv = nn.Linear(s.hidden, 3 * s.heads * s.head)
        self.out = nn.Linear(s.heads * s.head, s.hidden)
        self.norm1 = nn.LayerNorm(s.hidden, eps=1e-12)
        self.up = nn.Linear(s.hidden, s.inner)
        self.down = nn.Linear(s.inner, s.hidden)
        self.norm2 = nn.LayerNorm(s.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, -1))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Word pieces with their features to tag scores, name scores and pointer vectors."""

    def __init__(self, s: Shape, dropout: float = 0.1, seed: int = 0) -> None:
        super().__init__()
        self.word = nn.Embedding(s.vocabulary, s.hidden)
        self.place = nn.Embedding(s.positions, s.hidden)
        self.case = nn.Embedding(CASES, s.hidden)
        self.quote = nn.Embedding(QUOTES, s.hidden)
        self.norm = nn.LayerNorm(s.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(s, dropout, seed + i) for i in range(s.layers))
        self.drop = Dropout(dropout, seed + s.layers)
        self.tag = nn.Linear(s.hidden, TAGS)
        self.name = nn.Linear(s.hidden, NAMES)
        self.point = nn.Linear(s.hidden, 2 * LINKS * POINTER)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)

    def renew(self, seed: int) -> None:
        """Heads as if never trained."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            for head in (self.tag, self.name, self.point):
                new = nn.Linear(head.in_features, head.out_features)
                head.load_state_dict(new.state_dict())

    def encode(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None = None) -> Tensor:
        """The last layer."""
        x = self.word(ids) + self.place.weight[: ids.shape[1]] + self.case(case) + self.quote(quote)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return self.drop(x)

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        x = self.encode(ids, case, quote, mask)
        return self.tag(x), self.name(x), self.point(x)


def pointers(points: Tensor) -> tuple[Tensor, Tensor]:
    """Queries and keys, (batch, link, piece, POINTER) each, from the pointer vectors."""
    b, t, _ = points.shape
    q, k = points.view(b, t, 2, LINKS, POINTER).permute(2, 0, 3, 1, 4)
    return q, k


def pretrained(folder: Path, dropout: float = 0.1, seed: int = 0) -> Tagger:
    """The tagger with its encoder from a folder of the all-MiniLM-L6 package; heads and features untrained."""
    s = Shape.of(folder)
    model = Tagger(s, dropout, seed)
    raw = load_file(folder / "model.safetensors")
    state = model.state_dict()
    new = {
        "word.weight": raw["embeddings.word_embeddings.weight"],
        "place.weight": raw["embeddings.position_embeddings.weight"]
        + raw["embeddings.token_type_embeddings.weight"][0],
    }
    for end in ("weight", "bias"):
        new[f"norm.{end}"] = raw[f"embeddings.LayerNorm.{end}"]
        for i in range(s.layers):
            old = f"encoder.layer.{i}"
            new[f"layers.{i}.qkv.{end}"] = torch.cat(
                [raw[f"{old}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
            )
            for mine, theirs in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                new[f"layers.{i}.{mine}.{end}"] = raw[f"{old}.{theirs}.{end}"]
    state.update(new)
    model.load_state_dict(state)
    return model
