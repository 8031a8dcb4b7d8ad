"""Fits where pronouns and phrases point, over the vectors of the shipped tagger's pointers.

    python -m training.coreference.fit_pointing --gum DATA/gum/train --dev DATA/gum/dev --scorer SCORE \\
        --tagger FOLDER --out reader/analysis/tagger/data/tagger.onnx

The network itself stays as it is: two small matrices over its pointer vectors, which begin as its third link, learn
from GUM (train part) the antecedents of all third-person pronouns and definite phrases, and which of them have none.
They are multiplied into the weights of that link, so that the network costs no more. Dev says how well each step does;
nothing is learnt from it. Adam, with numpy alone; minutes. Needs onnx.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.analysis.tagger.decode import LINKS, POINTER, Vectors
from reader.analysis.tagger.inference import WEIGHTS, Network, load_network
from training.tagger.corpora import WIDER, Labelled, gum

Floats = NDArray[np.float32]
SEED = 5
_MOST = 63
"""Seven bits of weight, for processors without VNNI (training/tagger/README.md)."""
_THIRD = LINKS - 1
_IT = frozenset(["it", "its", "itself"])
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_HE = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_WEIGHT = {"it": 1.5, "they": 1.5, "he": 2.0, "phrase": 0.1, "other": 0.05}


@dataclass(frozen=True, slots=True)
class Window:
    """The pointer vectors of a window's pieces with what is asked there: pieces that point, the pieces each may point
    to (0, the frame: to none), its form."""

    points: Vectors
    asking: tuple[int, ...]
    right: tuple[tuple[int, ...], ...]
    forms: tuple[str, ...]


def tell_form(text: str) -> str:
    """What kind of word asks."""
    for name, words in (("it", _IT), ("they", _THEY), ("he", _HE), ("other", WIDER)):
        if text in words:
            return name
    return "phrase"


def read_windows(docs: Sequence[Labelled], tagger: Network) -> Iterator[Window]:
    """The windows of documents in which anything is asked."""
    for doc in docs:
        read = tagger.read(doc.text, doc.words, doc.paragraphs)
        asked: dict[int, list[tuple[int, tuple[int, ...], str]]] = {}
        for word, antecedents in doc.antecedents.items():
            if word < doc.body:
                continue
            w = int(read.owner[word])
            start = read.windows[w][0]
            here = int(read.first[word]) - start + 1
            pieces = [int(read.first[one]) - start + 1 for one in antecedents]
            right = tuple(piece for piece in pieces if 0 < piece < here) or (0,)
            a, b = doc.words[word]
            asked.setdefault(w, []).append((here, right, tell_form(doc.text[a:b].lower())))
        for w, rows in asked.items():
            asking, rights = tuple(row[0] for row in rows), tuple(row[1] for row in rows)
            yield Window(read.points[w], asking, rights, tuple(row[2] for row in rows))


def start() -> tuple[Floats, Floats]:
    """Matrices that pick the third link's own query and key, which the network was trained with."""
    size = 2 * LINKS * POINTER
    query, key = np.zeros((2, size, POINTER), np.float32)
    query[_THIRD * POINTER : (_THIRD + 1) * POINTER] = np.eye(POINTER)
    key[(LINKS + _THIRD) * POINTER : (LINKS + _THIRD + 1) * POINTER] = np.eye(POINTER)
    return query, key


def share(x: Floats, at: NDArray[np.int64], query: Floats, key: Floats) -> tuple[Floats, Floats, Floats]:
    """How much of the pointing of each piece falls on each before it and on the frame; queries and keys."""
    q, k = x[at] @ query, x @ key
    scores = q @ k.T / 8
    scores[np.arange(len(x))[None] >= at[:, None]] = -1e9
    p = np.exp(scores - scores.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True), q, k


def learn(
    windows: Sequence[Window], epochs: int, rate: float, decay: float, seed: int, dropout: float
) -> tuple[Floats, Floats]:
    """The two matrices after so many rounds over the windows."""
    random = np.random.default_rng(seed)
    weights = [*start()]
    origin = [one.copy() for one in weights]
    first, second = [np.zeros_like(one) for one in weights], [np.zeros_like(one) for one in weights]
    step, total = 0, epochs * -(-len(windows) // 8)
    for _ in range(epochs):
        order = random.permutation(len(windows))
        for low in range(0, len(order), 8):
            step += 1
            sums = [np.zeros_like(one) for one in weights]
            count = 0.0
            for index in order[low : low + 8]:
                window = windows[index]
                x = window.points * (random.random(window.points.shape[1]) >= dropout) / np.float32(1 - dropout)
                at = np.array(window.asking)
                p, q, k = share(x, at, weights[0], weights[1])
                target = np.zeros_like(p)
                for row, right in enumerate(window.right):
                    mass = p[row, list(right)]
                    target[row, list(right)] = mass / max(float(mass.sum()), 1e-9)
                weight = np.array([_WEIGHT[form] for form in window.forms], np.float32)[:, None]
                slope = (p - target) * weight / 8
                sums[0] += x[at].T @ (slope @ k)
                sums[1] += x.T @ (slope.T @ q)
                count += float(weight.sum())
            now = rate * min(1.0, step / 50) * (1 - step / total)
            for i, gradient in enumerate(sums):
                gradient /= max(count, 1.0)
                first[i] = 0.9 * first[i] + 0.1 * gradient
                second[i] = 0.98 * second[i] + 0.02 * gradient**2
                move = first[i] / (1 - 0.9**step) / (np.sqrt(second[i] / (1 - 0.98**step)) + 1e-8)
                weights[i] -= now * (move + decay * (weights[i] - origin[i]))
    return weights[0], weights[1]


def measure(windows: Sequence[Window], query: Floats, key: Floats) -> str:
    """By form: how often the most is on a right piece, and how likely the right ones are."""
    told: dict[str, list[tuple[bool, float]]] = {}
    for window in windows:
        p, _, _ = share(window.points.astype(np.float32), np.array(window.asking), query, key)
        for row, (right, form) in enumerate(zip(window.right, window.forms, strict=True)):
            told.setdefault(form, []).append(
                (int(p[row].argmax()) in right, float(np.log(p[row, list(right)].sum() + 1e-9)))
            )
    return ", ".join(
        f"{form} {len(rows)}: {100 * np.mean([r for r, _ in rows]):.1f} ({np.mean([log for _, log in rows]):.3f})"
        for form, rows in sorted(told.items())
    )


def lay_into(tagger: Path, query: Floats, key: Floats, out: Path) -> None:
    """Writes the network with the matrices multiplied into the weights of its third link, in eight bits as they were;
    nothing else changes."""
    import onnx
    from onnx import numpy_helper as as_numpy

    model = onnx.load(str(tagger / WEIGHTS))
    made = {name: node for node in model.graph.node for name in node.output}
    held = {one.name: one for one in model.graph.initializer}
    node = made["points"]
    bias_name = next(name for name in node.input if name in held)
    while node.op_type != "MatMulInteger":
        node = next(made[name] for name in node.input if name in made)
    names = {part: node.input[1].replace("_quantized", f"_{part}") for part in ("quantized", "scale", "zero_point")}
    whole, scale, zero = (as_numpy.to_array(held[names[part]]).copy() for part in ("quantized", "scale", "zero_point"))
    plain = as_numpy.to_array(held[bias_name])
    bias = plain.copy()
    full = (whole.astype(np.float32) - zero) * scale
    for at, matrix in ((_THIRD, query), (LINKS + _THIRD, key)):
        columns = slice(at * POINTER, (at + 1) * POINTER)
        new = full @ matrix
        bias[columns] = plain @ matrix
        scale[columns] = np.asarray(np.abs(new).max(0) / _MOST, np.float32)
        zero[columns] = 0
        whole[:, columns] = np.clip(np.round(new / scale[columns]), -_MOST, _MOST)
    for name, array in (
        (names["quantized"], whole),
        (names["scale"], scale),
        (names["zero_point"], zero),
        (bias_name, bias),
    ):
        held[name].CopyFrom(as_numpy.from_array(array, name))
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(out))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True, type=Path)
    parser.add_argument("--dev", required=True, type=Path)
    parser.add_argument("--scorer", required=True, type=Path, help="the folder that holds gum.py")
    parser.add_argument("--tagger", type=Path, required=True, help="folder of the tagger as training/tagger left it")
    parser.add_argument("--out", required=True, type=Path, help="the tagger.onnx to write")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.02)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    args = parser.parse_args()
    tagger = load_network(args.tagger)
    docs = sorted(gum(args.gum, args.scorer, wide=True), key=lambda doc: doc.name)[:: 10 if args.few else 1]
    windows = list(read_windows(docs, tagger))
    dev = list(read_windows(sorted(gum(args.dev, args.scorer, wide=True), key=lambda doc: doc.name), tagger))
    print("before, train:", measure(windows, *start()))
    print("before, dev:  ", measure(dev, *start()), flush=True)
    given = (args.epochs, args.rate, args.decay)
    query, key = learn(windows, *given, SEED, args.dropout)
    print("after, train: ", measure(windows, query, key))
    print("after, dev:   ", measure(dev, query, key))
    lay_into(args.tagger, query, key, args.out)


if __name__ == "__main__":
    main()
