"""Networks in small files: without word vectors, which are never trained; and networks with fewer layers.

python -m training.tagger.dense BASE FILE      the encoder as such a file, in eight bits, to be carried elsewhere
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.tagger.network import Shape, Tagger, pretrained


def spread(layers: int, kept: int) -> list[int]:
    """Which layers are kept: the first, the last and some between."""
    return sorted({round(x) for x in np.linspace(0, layers - 1, kept).tolist()})


def fewer_layers(state: Mapping[str, Tensor], kept: Sequence[int]) -> dict[str, Tensor]:
    """The state with these layers alone, counted anew."""
    out = {k: v for k, v in state.items() if not k.startswith("layers.")}
    for new, old in enumerate(kept):
        start = f"layers.{old}."
        out |= {f"layers.{new}.{k[len(start) :]}": v for k, v in state.items() if k.startswith(start)}
    return out


def save(model: Tagger, path: Path) -> None:
    """Writes a network in half precision, its word vectors left out; the file is there once it is whole."""
    kept = {k: v.detach().to("cpu", torch.float16) for k, v in model.state_dict().items() if k != "word.weight"}
    part = path.with_suffix(".part")
    torch.save(kept, part)
    part.rename(path)


def squeeze(model: Tagger, path: Path) -> None:
    """Writes a network with its matrices in eight bits, one scale a row."""
    kept: dict[str, Tensor] = {}
    for name, value in model.state_dict().items():
        if name == "word.weight":
            continue
        if value.ndim == 2:
            scale = value.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            kept[name], kept[name + "*"] = (value / scale).round().to(torch.int8), scale
        else:
            kept[name] = value.half()
    torch.save(kept, path)


def load(path: Path, vectors: Tensor | None) -> Tagger:
    """A network of a file, or the encoder of a folder, with these word vectors (a folder has its own)."""
    if path.is_dir():
        return pretrained(path)
    if vectors is None:
        raise SystemExit(f"{path} holds no word vectors: --words")
    kept = torch.load(path, map_location="cpu")
    state = {k: (v.float() * kept[k + "*"] if k + "*" in kept else v.float()) for k, v in kept.items() if k[-1] != "*"}
    state["word.weight"] = vectors
    model = Tagger(Shape.of_state(state), 0.1)
    model.load_state_dict(state)
    return model


if __name__ == "__main__":
    squeeze(pretrained(Path(sys.argv[1])), Path(sys.argv[2]))
