"""Several teachers, what they say together of articles that nobody labelled, and the students that learn from it.

    python -m training.tagger.distil --packs FOLDER --base BASE --names TAGGER.onnx --work WORK --out OUT \\
        --students 4x4x896 6x6x896

Five kinds of step, each a process of its own that waits for what it needs; on a GPU those of a kind run side by side:

- `adapt`: the encoder guesses hidden words of news (Gururangan et al. 2020), so that it knows letter case and blocks;
- `teach`: a teacher of full width, from the adapted encoder, on what annotators marked;
- `label`: the mean of what the teachers say of every piece, and where it points;
- `learn`: a student, cut out of the first teacher (fewer layers, heads and units), on all of it.

Every step takes the seconds that it is given, whatever the machine: the learning rate follows the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.tagger import dense
from training.tagger.learning import climb
from training.tagger.narrow import from_onnx, importance, narrowed
from training.tagger.network import LINKS, Shape, Tagger
from training.tagger.objectives import WEIGHTS, Guesser, before, losses, run
from training.tagger.packed import IGNORE, NONE, PRONOUN, Pack, Row, read
from training.tagger.windows import Batch, Board, Soft, batches, cut, joined, lay, lone

REPEATS = 1.5
"""How often as much a labelled text is shown to a student as one that is not."""
MADE = 0.4
"""How often a text is shown whose pronouns were made, against one of a corpus."""
LIKELIEST = 4
"""So many places that a piece points to are kept."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    packs: Path
    base: Path
    words: Path | None
    names: Path | None
    out: Path
    work: Path
    step: str
    number: int
    seconds: list[float]
    teachers: int
    students: list[str]
    tokens: list[int]
    rates: list[float]
    size: list[int]
    device: str
    together: bool
    seed: int


def options() -> Options:
    """Reads the command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--packs", type=Path, required=True, help="folder of packs (packing.py, masked.py)")
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model, or a file of dense.py")
    ap.add_argument("--words", type=Path, help="an exported tagger whose word vectors are taken, where base has none")
    ap.add_argument("--names", type=Path, help="an exported tagger whose word on names is taken, not the teachers'")
    ap.add_argument("--out", type=Path, required=True, help="folder for the students")
    ap.add_argument("--work", type=Path, required=True, help="folder for what steps hand to each other, 2 GB")
    ap.add_argument("--step", default="all", choices=("all", "adapt", "teach", "label", "learn"))
    ap.add_argument("--number", type=int, default=0, help="which teacher or student, from 0")
    ap.add_argument(
        "--seconds",
        type=float,
        nargs=3,
        default=(60.0, 90.0, 150.0),
        help="of adapt (0: is so), teach, learn",
    )
    ap.add_argument("--teachers", type=int, default=4)
    ap.add_argument("--students", nargs="+", default=["4x4x896"], help="layers x heads x inner units")
    ap.add_argument("--tokens", type=int, nargs=3, default=(32768, 8192, 16384), help="pieces a batch, of each")
    ap.add_argument("--rates", type=float, nargs=3, default=(6e-4, 4e-4, 7e-4), help="learning rates, of each")
    ap.add_argument("--size", type=int, nargs=2, default=(384, 256), help="most pieces a window: teachers, students")
    ap.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    ap.add_argument("--together", action="store_true", help="steps of a kind side by side")
    ap.add_argument("--seed", type=int, default=5)
    return Options(**vars(ap.parse_args()))


def waited(path: Path) -> Path:
    """A file, once an earlier step has written it."""
    while not path.exists():
        time.sleep(0.1)
    return path


def started(o: Options, path: Path) -> Tagger:
    """A network of a file or of the base; word vectors are those of the base, or of an exported tagger."""
    if path.is_dir():
        return dense.load(path, None)
    vectors = from_onnx(o.words) if o.words else dense.load(o.base, None)
    return dense.load(path, vectors.word.weight.data)


def labelled(o: Options) -> Pack:
    """What is labelled: the corpora, and made pronouns where there are some."""
    rows, masked = read(o.packs / "train.xz"), o.packs / "masked.xz"
    if not masked.exists():
        return rows
    made = read(masked)
    return joined(rows, replace(made, share=MADE * made.share))


def corpus(o: Options) -> Pack:
    """What is not labelled, articles and quotations out of them."""
    rows = read(o.packs / "unlabelled.xz")
    return joined(rows, lone(rows, len(rows) // 8))


def shown(rows: Pack, size: int, tokens: int, seed: int, share: Row | None = None) -> Iterator[Row]:
    """Batches of windows, epoch after epoch."""
    number = 0
    if share is not None:
        rows = replace(rows, share=share)
    while True:
        random = np.random.default_rng([seed, number])
        yield from batches(cut(rows, size, random), tokens, random)
        number += 1


def adapt(o: Options) -> None:
    """The base with case, quotation and blocks learnt from guessing words."""
    model = started(o, o.base).to(o.device)
    if not o.seconds[0]:
        dense.save(model, o.work / "adapted.pt")
        return
    rows = corpus(o)
    guesser = Guesser(model).to(o.device)
    board = Board(rows, torch.device(o.device))
    stream = shown(rows, o.size[1], o.tokens[0], o.seed)

    def loss(windows: Row) -> tuple[Tensor, dict[str, Tensor]]:
        value = guesser.loss(model, board.take(windows))
        return value, {"guess": value}

    climb("adapt", model, stream, loss, o.rates[0], o.seconds[0], more=guesser, new=1.0, fall=1.0)
    dense.save(model, o.work / "adapted.pt")


def weighed(model: Tagger, b: Batch, board: Board) -> tuple[Tensor, dict[str, Tensor]]:
    """The loss of a batch, by pieces, and its parts."""
    parts = losses(model, b, board)
    total = sum((WEIGHTS[k] * v for k, v in parts.items()), torch.zeros((), device=b.ids.device))
    n = b.mask.sum()
    return total / n, {k: v / n for k, v in parts.items()}


def educate(
    o: Options,
    name: str,
    model: Tagger,
    board: Board,
    stream: Iterator[Row],
    rate: float,
    seconds: float,
    *,
    new: float,
    fall: float,
) -> None:
    """Trains a network on what a board knows, and tells how well it does on dev."""

    def loss(windows: Row) -> tuple[Tensor, dict[str, Tensor]]:
        return weighed(model, board.take(windows), board)

    climb(name, model, stream, loss, rate, seconds, new=new, fall=fall)
    print(name, measured(o, [model]), flush=True)


def teach(o: Options) -> None:
    """One teacher."""
    rows = labelled(o)
    model = started(o, waited(o.work / "adapted.pt")).to(o.device)
    torch.manual_seed(o.seed + 1 + o.number)
    model.renew(o.seed + 1 + o.number)
    board = Board(rows, torch.device(o.device))
    size = o.size[o.number % 2]
    stream = shown(rows, size, o.tokens[1], o.seed + 1 + o.number)
    educate(o, f"teacher {o.number}", model, board, stream, o.rates[1], o.seconds[1], new=3.0, fall=0.9)
    dense.save(model, o.work / f"teacher{o.number}.pt")


@torch.no_grad()  # type: ignore[untyped-decorator]
def said(models: Sequence[Tagger], b: Batch) -> tuple[Tensor, Tensor]:
    """The mean shares of tags and names (window, piece, 14) and of links (window, link, from, to)."""
    tags = links = torch.zeros((), device=b.ids.device)
    for model in models:
        mine, names, scores = run(model, b.ids, b.case, b.quote, b.mask)
        order = torch.arange(scores.shape[-1], device=scores.device)
        scores[:, 2] = scores[:, 2].masked_fill(order[None, :] >= order[:, None].clamp(min=1), -1e4)
        tags = tags + torch.cat((mine.softmax(-1), names.softmax(-1)), -1) / len(models)
        links = links + scores.softmax(-1) / len(models)
    return tags, links


def believed(rows: Pack, board: Board, size: int, overlap: int, tokens: int) -> Iterator[tuple[Batch, Tensor]]:
    """Batches of about so many pieces that cover a pack, and the places (window, piece) where a window is believed."""
    windows = lay(rows, size, overlap)
    windows = windows[np.argsort(windows[:, 1], kind="stable")]
    count = max(1, tokens // size)
    for low in range(0, len(windows), count):
        part = windows[low : low + count]
        b = board.take(part)
        edges = torch.from_numpy(part[:, 2:]).to(board.device)
        yield b, b.inner & (b.at >= edges[:, :1]) & (b.at < edges[:, 1:])


@torch.no_grad()  # type: ignore[untyped-decorator]
def label(o: Options) -> None:
    """What the teachers say of labelled and unlabelled texts."""
    rows = joined(labelled(o), corpus(o))
    models = [started(o, waited(o.work / f"teacher{n}.pt")).to(o.device).eval() for n in range(o.teachers)]
    namer = from_onnx(o.names).to(o.device).eval() if o.names else None
    began = time.time()
    print("teachers together", measured(o, models), flush=True)
    board = Board(rows, torch.device(o.device))
    tags = torch.zeros(len(rows), 14, dtype=torch.float16, device=o.device)
    places = torch.full((len(rows), LINKS, LIKELIEST), NONE, dtype=torch.int32, device=o.device)
    shares = torch.zeros(len(rows), LINKS, LIKELIEST, dtype=torch.float16, device=o.device)
    for b, mine in believed(rows, board, o.size[0], 96, 2 * o.tokens[0]):
        w, at = mine.nonzero(as_tuple=True)
        tagged, links = said(models, b)
        here = b.at[w, at]
        tags[here] = tagged[w, at].half()
        top, to = links[w, :, at].topk(LIKELIEST, -1)
        places[here] = torch.where(to == 0, NONE, to - 1 + b.low[w][:, :, None]).int()
        shares[here] = top.half()
    if namer is not None:
        for b, mine in believed(rows, board, o.size[1], 56, 2 * o.tokens[0]):
            w, at = mine.nonzero(as_tuple=True)
            tags[b.at[w, at], 7:] = run(namer, b.ids, b.case, b.quote, b.mask)[1].softmax(-1)[w, at].half()
    torch.save((tags, places, shares), o.work / "soft.part")
    (o.work / "soft.part").rename(o.work / "soft.pt")
    print(f"labelled {len(rows)} pieces in {time.time() - began:.0f} s", flush=True)


def learn(o: Options) -> None:
    """One student."""
    name = o.students[o.number]
    layers, heads, inner = (int(x) for x in name.split("x"))
    known = labelled(o)
    rows = joined(known, corpus(o))
    share = rows.share.copy()
    share[: len(known.share)] *= REPEATS
    kept = torch.load(waited(o.work / "soft.pt"), map_location=o.device)
    device = torch.device(o.device)
    board = Board(rows, device, Soft(*kept))
    teacher = started(o, o.work / "teacher0.pt").to(o.device)
    few = shown(known, o.size[1], o.tokens[1] // 2, o.seed)
    plain = Board(known, device)
    by_head, by_unit = importance(teacher, (weighed(teacher, plain.take(next(few)), plain)[0] for _ in range(24)))
    state = narrowed(
        dense.fewer_layers(teacher.state_dict(), chosen := dense.spread(len(by_head), layers)),
        [by_head[i].topk(heads).indices for i in chosen],
        [by_unit[i].topk(inner).indices for i in chosen],
        teacher.layers[0].qkv.out_features // 3 // teacher.layers[0].heads,
    )
    model = Tagger(Shape.of_state(state), 0.1, o.seed)
    model.load_state_dict(state)
    model = model.to(device)
    stream = shown(rows, o.size[1], o.tokens[2], o.seed + 10, share)
    educate(o, f"student {name}", model, board, stream, o.rates[2], o.seconds[2], new=1.0, fall=1.0)
    dense.save(model, o.out / f"student-{name}.pt")


@torch.no_grad()  # type: ignore[untyped-decorator]
def measured(o: Options, models: Sequence[Tagger]) -> str:
    """Words of each role and names found on dev (F1), links and antecedents right, in per cent."""
    rows = read(o.packs / "dev.xz")
    board = Board(rows, torch.device(o.device))
    for model in models:
        model.eval()
    count = torch.zeros(4, 3, device=o.device)
    right = torch.zeros(3, 2, device=o.device)
    for b, mine in believed(rows, board, 256, 56, 64 * 256):
        tagged, links = said(models, b)
        best = tagged[..., :7].argmax(-1)
        for role in range(3):
            a = mine & (b.tags != IGNORE) & ((best + 1) // 2 == role + 1)
            g = mine & (b.tags != IGNORE) & ((b.tags + 1) // 2 == role + 1)
            count[role] += torch.stack(((a & g).sum(), a.sum(), g.sum()))
        named = tagged[..., 7:].argmax(-1)
        a, g = mine & (b.names != IGNORE) & (named > 0), mine & (b.names > 0)
        count[3] += torch.stack(((a & (named == b.names)).sum(), a.sum(), g.sum()))
        best_link = links.argmax(-1)
        for link, gold in ((0, b.cue), (1, b.source)):
            known = mine & (gold != IGNORE)
            right[link] += torch.stack(((known & (best_link[:, link] == gold)).sum(), known.sum()))
        asked = mine & (b.asks == PRONOUN)
        hit = (b.group.gather(1, best_link[:, 2]) == b.group) & (best_link[:, 2] > 0)
        same = (b.group[:, :, None] == b.group[:, None, :]) & before(b.ids.shape[1], b.ids.device)
        hit |= (best_link[:, 2] == 0) & ~same.any(-1)
        right[2] += torch.stack(((asked & hit).sum(), asked.sum()))
    found = 200 * count[:, 0] / (count[:, 1] + count[:, 2]).clamp(min=1)
    links_right = 100 * right[:, 0] / right[:, 1].clamp(min=1)
    names = ("sources", "cues", "contents", "names", "to cue", "to source", "antecedents")
    return ", ".join(f"{n} {x:.1f}" for n, x in zip(names, [*found.tolist(), *links_right.tolist()], strict=True))


STEPS = {"adapt": adapt, "teach": teach, "label": label, "learn": learn}


def run_all(o: Options) -> int:
    """Every step, by processes of their own."""
    o.work.mkdir(parents=True, exist_ok=True)
    for old in o.work.glob("*.pt"):  # or a step would take what an earlier run made for what it waits for
        old.unlink()
    o.out.mkdir(parents=True, exist_ok=True)
    jobs = [("adapt", 0), *(("teach", n) for n in range(o.teachers)), ("label", 0)]
    jobs += [("learn", n) for n in range(len(o.students))]
    running = []
    for step, number in jobs:
        command = [
            sys.executable,
            "-m",
            "training.tagger.distil",
            *sys.argv[1:],
            "--step",
            step,
            "--number",
            str(number),
        ]
        process = subprocess.Popen(command)
        running.append(process)
        if not o.together and process.wait():
            return process.returncode
    return max(process.wait() for process in running)


def main() -> int:
    o = options()
    torch.manual_seed(o.seed)
    torch.set_float32_matmul_precision("high")
    if o.step == "all":
        return run_all(o)
    STEPS[o.step](o)
    return 0


if __name__ == "__main__":
    sys.exit(main())
