"""A checkpoint to the shipped files: ONNX in eight bits, vocabulary and settings."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.tagger import dense
from training.tagger.network import Shape, Tagger, pretrained
from training.tagger.settled import settle
from training.tagger.tokenizer import load_tokenizer

PLAIN_SETTINGS = {"bias": {}, "calibration": {}, "pointed": 0.0}


class Plain(nn.Module):
    """The tagger with attention written out, for one window without padding."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        m = self.model
        x = m.norm(m.word(ids) + m.place.weight[: ids.shape[1]] + m.case(case) + m.quote(quote))
        for layer in m.layers:
            parts = layer.qkv(x).chunk(3, -1)
            q, k, v = (p.unflatten(-1, (layer.heads, -1)).transpose(1, 2) for p in parts)
            seen = torch.softmax(q @ k.transpose(2, 3) * q.shape[-1] ** -0.5, -1) @ v
            x = layer.norm1(x + layer.out(seen.transpose(1, 2).flatten(2)))
            x = layer.norm2(x + layer.down(nn.functional.gelu(layer.up(x))))
        return m.tag(x), m.name(x), m.point(x)


def restored(checkpoint: Path, averaged: bool, base: Path) -> Tagger:
    """The trained network, with the averaged weights unless asked otherwise; what distil.py wrote has no other, and the
    word vectors of the base."""
    kept = torch.load(checkpoint, weights_only=False, map_location="cpu")
    if "model" not in kept:
        model = dense.load(checkpoint, pretrained(base).word.weight.data)
        model.eval()
        return model
    state = kept["model"] | (kept["mean"] if averaged else {})
    model = Tagger(Shape.of_state(state))
    model.load_state_dict(state)
    model.eval()
    return model


def to_onnx(model: Tagger, path: Path) -> None:
    """Writes the network in full precision."""
    row = torch.ones(1, 16, dtype=torch.long)
    names = ["ids", "case", "quote"]
    torch.onnx.export(
        Plain(model).eval(),
        (row, row, row),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=names,
        output_names=["tags", "names", "points"],
        dynamic_axes={k: {1: "pieces"} for k in [*names, "tags", "names", "points"]},
    )


def to_int8(full: Path, small: Path, unsigned: bool, narrow: bool, per_channel: bool) -> None:
    """Writes weights and word vectors in eight bits; the heads, which are tiny, stay as they are."""
    graph = onnx.load(str(full)).graph
    widths = {i.name: i.dims[-1] for i in graph.initializer if len(i.dims) == 2}
    heads = [n.name for n in graph.node if n.op_type == "MatMul" and any(widths.get(x) == 7 for x in n.input)]
    quantize_dynamic(
        str(full),
        str(small),
        weight_type=QuantType.QUInt8 if unsigned else QuantType.QInt8,
        per_channel=per_channel,
        reduce_range=narrow,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=heads,
    )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--checkpoint", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model")
    ap.add_argument("--out", type=Path, required=True, help="folder for tagger.onnx, tokenizer.json, settings.json")
    ap.add_argument("--last", action="store_true", help="the last weights instead of their running mean")
    ap.add_argument("--float", action="store_true", help="full precision, for comparison")
    ap.add_argument("--unsigned", action="store_true", help="unsigned eight-bit weights")
    ap.add_argument("--narrow", action="store_true", help="seven bits of weight, for processors without VNNI")
    ap.add_argument("--per-tensor", action="store_true", help="one scale a matrix instead of one a column")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(restored(o.checkpoint, not o.last, o.base), full)
        if o.float:
            shutil.copy(full, o.out / "tagger.onnx")
        else:
            to_int8(full, o.out / "tagger.onnx", o.unsigned, o.narrow, not o.per_tensor)
            model = onnx.load(str(o.out / "tagger.onnx"))
            settle(model)
            onnx.save(model, str(o.out / "tagger.onnx"))
    load_tokenizer(o.base).save(str(o.out / "tokenizer.json"), pretty=False)
    if not (o.out / "settings.json").exists():
        (o.out / "settings.json").write_text(json.dumps(PLAIN_SETTINGS) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(o.out.iterdir())})


if __name__ == "__main__":
    main()
