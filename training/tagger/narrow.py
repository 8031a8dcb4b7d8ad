"""A narrower network from a trained one: of each layer the attention heads and inner units that matter most.

How much a head or a unit matters is the size of its first-order effect on the loss (output times gradient, summed over
some training batches; Michel, Levy and Neubig, NeurIPS 2019, "Are Sixteen Heads Really Better than One?"). What is
left has to be trained again (`train --start`).

The trained network may be a checkpoint or an exported `tagger.onnx`, whose eight-bit numbers are taken as they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor

from reader.analysis.tagger.features import Encoder
from training.tagger import corpora
from training.tagger.batches import document, epoch, padded
from training.tagger.network import Shape, Tagger, pretrained
from training.tagger.tokenizer import load_tokenizer
from training.tagger.train import WEIGHTS, losses


def from_onnx(path: Path, base: Path | None = None) -> Tagger:
    """The network of an exported file, in full precision again; its word vectors, never trained, are those of the base
    where one is given."""
    kept = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in onnx.load(str(path)).graph.initializer}
    whole = {k: v for k, v in kept.items() if k.startswith("model.") and v.dtype == torch.float32 and v.ndim}
    for name, value in kept.items():
        if name.startswith("model.") and name.endswith("_quantized"):
            row = name.removesuffix("_quantized")
            whole[row] = (value.float() - kept[row + "_zero_point"]) * kept[row + "_scale"]
    layers = sum(name.endswith("qkv.bias") for name in whole)
    products = sorted({int(k.split("_")[1]) for k in kept if k.startswith("onnx::MatMul_")})
    matrices = [f"layers.{i}.{part}" for i in range(layers) for part in ("qkv", "out", "up", "down")]
    for number, name in zip(products, [*matrices, "tag", "name", "point"], strict=True):
        row = f"onnx::MatMul_{number}"
        matrix = kept[row] if row in kept else kept[row + "_quantized"].float() * kept[row + "_scale"]
        whole[f"model.{name}.weight"] = matrix.T.contiguous()
    state = {name.removeprefix("model."): value for name, value in whole.items()}
    if base is not None:
        state["word.weight"] = pretrained(base).word.weight.data
    model = Tagger(Shape.of_state(state))
    model.load_state_dict(model.state_dict() | state)
    return model


def importance(model: Tagger, losses: Iterable[Tensor]) -> tuple[list[Tensor], list[Tensor]]:
    """Of each layer how much each head, and each inner unit, matters to the losses of some batches, which are worked
    out with this very model as they are asked for."""
    seen: dict[str, Tensor] = {}

    def watch(name: str, width: int) -> None:
        def hook(_module: torch.nn.Module, given: tuple[Tensor, ...]) -> None:
            x = given[0]

            def grad(g: Tensor) -> None:
                effect = (x.detach() * g).float().unflatten(-1, (-1, width)).sum((0, 1, 3)).abs()
                seen[name] = effect + seen[name] if name in seen else effect

            x.register_hook(grad)

        model.get_submodule(name).register_forward_pre_hook(hook)

    for i, layer in enumerate(model.layers):
        watch(f"layers.{i}.out", layer.out.in_features // layer.heads)
        watch(f"layers.{i}.down", 1)
    model.train()
    for loss in losses:
        loss.backward()
    n = len(model.layers)
    return [seen[f"layers.{i}.out"] for i in range(n)], [seen[f"layers.{i}.down"] for i in range(n)]


def training_losses(model: Tagger, documents: Sequence[corpora.Labelled], tokenizer: Tokenizer) -> Iterator[Tensor]:
    """The loss of one batch after another."""
    docs = [document(cast(Encoder, tokenizer), x) for x in documents]
    for batch in epoch(docs, 256, 1280, np.random.default_rng(0)):
        yield sum((WEIGHTS[k] * v for k, v in losses(model, padded(batch)).items()), torch.zeros(()))


def narrowed(state: Mapping[str, Tensor], heads: list[Tensor], units: list[Tensor], head: int) -> dict[str, Tensor]:
    """The state with only these heads and units of each layer, in the order they stood in."""
    out = dict(state)
    for i, (kept_heads, kept_units) in enumerate(zip(heads, units, strict=True)):
        at = f"layers.{i}."
        rows = (kept_heads.sort().values[:, None] * head + torch.arange(head, device=kept_heads.device)).flatten()
        inner = kept_units.sort().values
        width = state[at + "out.weight"].shape[1]
        three = torch.cat([rows + k * width for k in range(3)])
        out[at + "qkv.weight"], out[at + "qkv.bias"] = state[at + "qkv.weight"][three], state[at + "qkv.bias"][three]
        out[at + "out.weight"] = state[at + "out.weight"][:, rows]
        out[at + "up.weight"], out[at + "up.bias"] = state[at + "up.weight"][inner], state[at + "up.bias"][inner]
        out[at + "down.weight"] = state[at + "down.weight"][:, inner]
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--trained", type=Path, required=True, help="a checkpoint, or an exported tagger.onnx")
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model")
    ap.add_argument("--claims", type=Path, required=True, help="folder with gold.jsonl and text/")
    ap.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers (gum.py)")
    ap.add_argument("--heads", type=int, default=8, help="attention heads left in a layer")
    ap.add_argument("--inner", type=int, default=896, help="inner units left in a layer")
    ap.add_argument("--batches", type=int, default=60, help="training batches that importance is measured on")
    ap.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    o = ap.parse_args()
    torch.set_num_threads(2)
    if o.trained.suffix == ".onnx":
        model = from_onnx(o.trained, o.base)
    else:
        kept = torch.load(o.trained, weights_only=False)
        model = Tagger(Shape.of_state(kept["model"]))
        model.load_state_dict(kept["model"] | kept["mean"])
    tokenizer = load_tokenizer(o.base)
    documents = [*corpora.polnear(o.claims), *corpora.gum(o.gum, o.score)]
    by_head, by_unit = importance(model, islice(training_losses(model, documents, tokenizer), o.batches))
    for i, (h, u) in enumerate(zip(by_head, by_unit, strict=True)):
        shares = [
            100 * float(x.sort(descending=True).values[:n].sum() / x.sum()) for x, n in ((h, o.heads), (u, o.inner))
        ]
        print(f"layer {i}: kept heads hold {shares[0]:.1f} % of the importance, kept units {shares[1]:.1f} %")
    state = narrowed(
        model.state_dict(),
        [h.topk(o.heads).indices for h in by_head],
        [u.topk(o.inner).indices for u in by_unit],
        Shape.of(o.base).head,
    )
    o.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": state}, o.out)


if __name__ == "__main__":
    main()
