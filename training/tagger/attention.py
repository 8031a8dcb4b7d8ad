"""Attention in the shipped network with all its shapes written down: the same numbers, bit for bit, in less time.

    python -m training.tagger.attention reader/analysis/tagger/data/tagger.onnx

What torch writes for it is some fifty steps a layer, most of which only work out, of each window anew, into how many
parts of what width the queries, keys and values are cut, though that is always the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper

HEAD = 32
"""Numbers of one head."""


def write_out(model: ModelProto) -> ModelProto:
    """The network with the steps of each layer from queries, keys and values to what its heads saw written anew; it is
    changed in place. Done twice it is the same as once."""
    graph = model.graph
    held = {one.name: one for one in graph.initializer}
    sums = {name: node for node in graph.node for name in node.input if node.op_type == "Add" and name in held}
    width = held["model.layers.0.qkv.bias"].dims[0] // 3
    for name, value in (
        ("attention.widths", np.full(3, width, np.int64)),
        ("attention.apart", np.array([0, 0, width // HEAD, HEAD], np.int64)),
        ("attention.together", np.array([0, 0, width], np.int64)),
        ("attention.scale", np.array(HEAD**-0.5, np.float32)),
    ):
        if name not in held:
            graph.initializer.append(numpy_helper.from_array(value, name))
    for number in range(sum(name.endswith(".qkv.bias") for name in sums)):
        layer = f"model.layers.{number}"
        asked = sums[f"{layer}.qkv.bias"]
        old, new = _input_of(graph.node, sums[f"{layer}.out.bias"]), f"{layer}.seen"
        at = list(graph.node).index(asked) + 1
        for node in graph.node:
            node.input[:] = [new if name == old else name for name in node.input]
        for place, node in enumerate(_attend(layer, asked.output[0], new), at):
            graph.node.insert(place, node)
    _drop_unread(model)
    return model


def _attend(layer: str, asked: str, seen: str) -> Iterable[NodeProto]:
    """The steps from queries, keys and values side by side to what all heads saw."""
    parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
    yield helper.make_node("Split", [asked, "attention.widths"], parts, axis=-1)
    for part, order in zip(parts, ((0, 2, 1, 3), (0, 2, 3, 1), (0, 2, 1, 3)), strict=True):
        yield helper.make_node("Reshape", [part, "attention.apart"], [f"{part}.apart"])
        yield helper.make_node("Transpose", [f"{part}.apart"], [f"{part}.heads"], perm=order)
    query, key, value = (f"{part}.heads" for part in parts)
    yield helper.make_node("MatMul", [query, key], [f"{layer}.product"])
    yield helper.make_node("Mul", [f"{layer}.product", "attention.scale"], [f"{layer}.scaled"])
    yield helper.make_node("Softmax", [f"{layer}.scaled"], [f"{layer}.shares"], axis=-1)
    yield helper.make_node("MatMul", [f"{layer}.shares", value], [f"{layer}.heads"])
    yield helper.make_node("Transpose", [f"{layer}.heads"], [f"{layer}.joined"], perm=(0, 2, 1, 3))
    yield helper.make_node("Reshape", [f"{layer}.joined", "attention.together"], [seen])


def _input_of(nodes: Iterable[NodeProto], node: NodeProto) -> str:
    """What the product in a sum is taken of: all that goes into it, its scale too, comes from there."""
    made = {name: one for one in nodes for name in one.output}
    while node.op_type not in ("MatMul", "DynamicQuantizeLinear"):
        node = next(made[name] for name in node.input if name in made)
    return str(node.input[0])


def _drop_unread(model: ModelProto) -> None:
    """Take out the steps that lead to nothing that is asked for."""
    wanted = {one.name for one in model.graph.output}
    kept = []
    for node in reversed(model.graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    del model.graph.node[:]
    model.graph.node.extend(reversed(kept))


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        onnx.save(write_out(onnx.load(str(path))), str(path))
