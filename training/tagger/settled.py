"""An exported tagger with what is always the same worked out: `python -m training.tagger.settled OLD.onnx NEW.onnx`.

Torch writes attention for heads of any number and width: their sizes are asked for, divided and put together anew in
each window, and queries, keys and values are cut, turned and copied one by one. Here the sizes are written down, and
the three are turned together. The vectors of the pointers are rounded to the numbers that half precision has, which is
how the product reads them. No weight is touched. The command then runs both over made windows, and ends with status 1
where any number but the pointers' rounding is another.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from reader.analysis.tagger.features import CASES, QUOTES, WINDOW

POINTS = "points"
Outputs = list[NDArray[np.float32]]


class Graph:
    """A network's steps, with who makes what."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.nodes: list[NodeProto] = list(model.graph.node)
        self.maker = {name: node for node in self.nodes for name in node.output}
        self.numbers = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
        for node in self.nodes:
            if node.op_type == "Constant" and node.attribute[0].HasField("t"):
                self.numbers[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)

    def source(self, name: str, *through: str) -> str:
        """What a thing is made of, behind steps of these kinds in this order, each taken by its first input."""
        for kind in through:
            node = self.maker[name]
            if node.op_type != kind:
                raise ValueError(f"{name} is made by {node.op_type}, not by {kind}: torch wrote another network")
            name = node.input[0]
        return name

    def user(self, name: str, kind: str) -> NodeProto:
        """The one step of a kind that takes a thing."""
        (found,) = [node for node in self.nodes if node.op_type == kind and name in node.input]
        return found

    def width(self, name: str) -> int:
        """How many numbers a product with its bias has, by that bias."""
        added = self.maker[name]
        (bias,) = [self.numbers[one] for one in added.input if one in self.numbers]
        return int(bias.shape[-1])


def settle(model: onnx.ModelProto) -> None:
    """Write down the sizes of attention and round the pointers' vectors, in a network as `export` writes it."""
    graph = Graph(model)
    put: dict[str, list[NodeProto]] = {}
    added: dict[str, NDArray[np.int64] | NDArray[np.float32]] = {}
    for number, softmax in enumerate([node for node in graph.nodes if node.op_type == "Softmax"]):
        scores = graph.source(softmax.input[0], "Mul")
        product = graph.source(scores, "MatMul")
        both = graph.source(product, "Transpose", "Reshape", "Slice")
        mixed = graph.user(softmax.output[0], "MatMul")
        joined = graph.user(graph.user(mixed.output[0], "Transpose").output[0], "Reshape")
        width = graph.width(both) // 3
        heads = _count_heads(graph, graph.maker[product], width)
        put[joined.output[0]] = list(_attention(f"attention_{number}", both, joined.output[0], width, heads, added))
    nodes: list[NodeProto] = []
    for node in graph.nodes:
        nodes += put.get(node.output[0], [node])
    nodes = list(_rounded(nodes))
    del model.graph.node[:]
    model.graph.node.extend(_needed(nodes, [one.name for one in model.graph.output]))
    model.graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in added.items())


def _count_heads(graph: Graph, turned: NodeProto, width: int) -> int:
    """How many heads the queries are cut into: the shape before they are turned is put together of numbers known."""
    shape = graph.maker[graph.maker[turned.input[0]].input[1]]
    known = [graph.numbers[one] for one in shape.input if one in graph.numbers]
    (heads,) = [int(size) for numbers in known for size in numbers.flatten() if size > 1 and width % size == 0][:1]
    return heads


def _attention(
    name: str, both: str, to: str, width: int, heads: int, added: dict[str, NDArray[np.int64] | NDArray[np.float32]]
) -> Iterator[NodeProto]:
    """Attention over queries, keys and values that stand side by side, as the steps that make `to`."""
    size = width // heads
    added["attention_shape"] = np.array([0, -1, 3 * heads, size], np.int64)
    added["attention_parts"] = np.array([heads] * 3, np.int64)
    added["attention_joined"] = np.array([0, -1, width], np.int64)
    added["attention_scale"] = np.array(size**-0.5, np.float32)
    steps: list[tuple[str, list[str], list[str], dict[str, list[int] | int]]] = [
        ("Reshape", [both, "attention_shape"], ["cut"], {}),
        ("Transpose", ["cut"], ["turned"], {"perm": [0, 2, 1, 3]}),
        ("Split", ["turned", "attention_parts"], ["queries", "keys", "values"], {"axis": 1}),
        ("Transpose", ["keys"], ["across"], {"perm": [0, 1, 3, 2]}),
        ("MatMul", ["queries", "across"], ["product"], {}),
        ("Mul", ["product", "attention_scale"], ["scores"], {}),
        ("Softmax", ["scores"], ["shares"], {"axis": -1}),
        ("MatMul", ["shares", "values"], ["mixed"], {}),
        ("Transpose", ["mixed"], ["back"], {"perm": [0, 2, 1, 3]}),
        ("Reshape", ["back", "attention_joined"], ["joined"], {}),
    ]
    ours = {one for _, _, outputs, _ in steps for one in outputs}
    named = {one: f"{name}/{one}" for one in ours} | {"joined": to}
    for kind, inputs, outputs, how in steps:
        given, made = ([named.get(one, one) for one in names] for names in (inputs, outputs))
        yield helper.make_node(kind, given, made, f"{name}/{outputs[0]}_step", **how)


def _rounded(nodes: list[NodeProto]) -> Iterator[NodeProto]:
    """The steps, and two that round the pointers' vectors."""
    for node in nodes:
        for at, output in enumerate(node.output):
            if output == POINTS:
                node.output[at] = f"{POINTS}/whole"
        yield node
    yield helper.make_node("Cast", [f"{POINTS}/whole"], [f"{POINTS}/half"], f"{POINTS}/halve", to=TensorProto.FLOAT16)
    yield helper.make_node("Cast", [f"{POINTS}/half"], [POINTS], f"{POINTS}/widen", to=TensorProto.FLOAT)


def _needed(nodes: list[NodeProto], outputs: list[str]) -> list[NodeProto]:
    """The steps that something of the outputs is made by."""
    wanted, kept = set(outputs), list[NodeProto]()
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    return kept[::-1]


def differ(old: Path, new: Path, windows: int = 40) -> dict[str, float]:
    """The largest difference of each output over made windows of many lengths, the pointers' rounded first."""
    sessions = [onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (old, new)]
    names = [one.name for one in sessions[1].get_outputs()]
    random = np.random.default_rng(1)
    most = dict.fromkeys(names, 0.0)
    for number in range(windows):
        length = WINDOW if number % 2 else int(random.integers(3, WINDOW))
        given = {
            name: random.integers(0, limit, (1, length))
            for name, limit in (("ids", 30_000), ("case", CASES), ("quote", QUOTES))
        }
        before, now = (session.run(names, given) for session in sessions)
        for name, one, other in zip(names, before, now, strict=True):
            expected = one.astype(np.float16).astype(np.float32) if name == POINTS else one
            most[name] = max(most[name], float(np.abs(expected - other).max()))
    return most


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("old", type=Path)
    ap.add_argument("new", type=Path)
    o = ap.parse_args()
    model = onnx.load(str(o.old))
    settle(model)
    onnx.save(model, str(o.new))
    most = differ(o.old, o.new)
    print("largest differences:", most)
    return int(any(most.values()))


if __name__ == "__main__":
    sys.exit(main())
