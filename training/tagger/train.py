"""Trains the tagger for a given number of minutes, whatever the speed of the machine.

The learning rate follows the clock: a short rise, then a straight fall to nothing at the end.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from reader.analysis.tagger.features import Encoder
from training.tagger import corpora
from training.tagger.batches import BOTH, IGNORE, Batch, Document, document, epoch, padded
from training.tagger.learning import as_group, rates
from training.tagger.network import Shape, Tagger, pointers, pretrained
from training.tagger.soften import unlabelled
from training.tagger.tokenizer import load_tokenizer

TOKENS_A_STEP = 1600.0
WEIGHTS = {
    "tags": 1.0,
    "names": 2.0,
    "content_cue": 0.3,
    "cue_source": 4.0,
    "antecedent": 3.0,
    "soft_tags": 1.0,
    "soft_names": 1.0,
}
"""Of one word, one content word's link, one cue's link and one pronoun's link, against one tagged word."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    claims: Path
    gum: Path
    score: Path
    base: Path
    out: Path
    minutes: float
    seed: int
    rate: float
    tokens: int
    size: int
    threads: int
    dropout: float
    new: float
    start: Path | None
    soft: Path | None
    unlabelled: list[Path]
    resume: Path | None


def options() -> Options:
    """Reads the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--claims", type=Path, required=True, help="folder with gold.jsonl and text/")
    ap.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers (gum.py)")
    ap.add_argument("--base", type=Path, required=True, help="unpacked all-MiniLM-L6 model")
    ap.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    ap.add_argument("--minutes", type=float, default=100)
    ap.add_argument("--seed", type=int, default=3)
    ap.add_argument("--rate", type=float, default=2.5e-4)
    ap.add_argument("--tokens", type=int, default=2048, help="word pieces a batch, padding included")
    ap.add_argument("--size", type=int, default=256, help="word pieces a window")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--new", type=float, default=4.0, help="how many times faster the new parts learn")
    ap.add_argument("--start", type=Path, help="a checkpoint whose weights and size training starts from")
    ap.add_argument("--soft", type=Path, help="what a trained tagger says (soften.py)")
    ap.add_argument("--unlabelled", type=Path, nargs="*", default=[], help="articles that it read besides")
    ap.add_argument("--resume", type=Path)
    return Options(**vars(ap.parse_args()))


def load(o: Options) -> tuple[list[Document], Tokenizer]:
    """Both corpora in pieces."""
    tokenizer = load_tokenizer(o.base)
    soft = np.load(o.soft) if o.soft else {}
    labelled = [*corpora.polnear(o.claims), *corpora.gum(o.gum, o.score), *unlabelled(o.unlabelled)]
    return [document(cast(Encoder, tokenizer), x, soft.get(x.name)) for x in labelled if x.words], tokenizer


def losses(model: Tagger, batch: Batch) -> dict[str, Tensor]:
    """Sums over the batch of what each head got wrong."""
    tags, names, points = model(batch.ids, batch.case, batch.quote, batch.mask[:, None, None, :])
    weight = torch.tensor([1.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.0])
    out = {
        "tags": F.cross_entropy(
            tags.flatten(0, 1), batch.tags.flatten(), weight, ignore_index=IGNORE, reduction="sum", label_smoothing=0.02
        ),
        "names": F.cross_entropy(names.flatten(0, 1), batch.names.flatten(), ignore_index=IGNORE, reduction="sum"),
    }
    known = ~batch.soft[..., 0].isnan()
    for name, mine, gold, part in (
        ("soft_tags", tags, batch.tags, slice(0, 7)),
        ("soft_names", names, batch.names, slice(7, BOTH)),
    ):
        silent = known & (gold == IGNORE)
        out[name] = -(batch.soft[silent][:, part].exp() * mine[silent].log_softmax(-1)).sum()
    q, k = pointers(points)
    hidden = ~batch.mask
    for kind, name in enumerate(("content_cue", "cue_source")):
        rows = batch.links[batch.links[:, 1] == kind]
        i, word, target = rows[:, 0], rows[:, 2], rows[:, 3]
        if len(rows):
            scores = (q[:, kind] @ k[:, kind].transpose(1, 2))[i, word] / 8
            out[name] = F.cross_entropy(scores.masked_fill(hidden[i], -1e4), target, reduction="sum")
    if len(batch.antecedents):
        i, word, target = batch.antecedents.T
        pairs, place = torch.unique(batch.antecedents[:, :2], dim=0, return_inverse=True)
        scores = (q[:, 2] @ k[:, 2].transpose(1, 2))[pairs[:, 0], pairs[:, 1]] / 8
        after = torch.arange(scores.shape[1]) >= pairs[:, 1:]
        log = scores.masked_fill(after, -1e4).log_softmax(-1)
        right = torch.zeros(log.shape, dtype=torch.bool)
        right[place, target] = True
        out["antecedent"] = -log.masked_fill(~right, -1e4).logsumexp(-1).sum()
    return out


def groups(model: Tagger, rate: float, new: float, fall: float = 0.9) -> list[dict[str, Any]]:
    """Parameters with their learning rates, each by itself, as checkpoints to resume from have them."""
    return [as_group([p], rate * scale, decay) for p, scale, decay in rates(model, new, fall)]


def forever(docs: Sequence[Document], o: Options, skip: int) -> Iterator[tuple[int, Batch]]:
    """Epoch after epoch of batches; each epoch's cut and order follow from the seed and its number."""
    number = skip
    while True:
        for batch in epoch(docs, o.size, o.tokens, np.random.default_rng([o.seed, number])):
            yield number, padded(batch)
        number += 1


def started(o: Options) -> Tagger:
    """The network to train: the pretrained encoder with new heads, or a checkpoint, whatever its size."""
    if o.start is None:
        return pretrained(o.base, o.dropout, o.seed)
    state = torch.load(o.start, weights_only=False)["model"]
    model = Tagger(Shape.of_state(state), o.dropout, o.seed)
    model.load_state_dict(state)
    return model


def main() -> None:
    o = options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    torch.set_flush_denormal(True)
    docs, _ = load(o)
    model = started(o)
    learnt = {n: p for n, p in model.named_parameters() if not n.startswith("word.")}
    mean = {n: p.detach().clone() for n, p in learnt.items()}
    model.train()
    optimiser = torch.optim.AdamW(groups(model, o.rate, o.new), betas=(0.9, 0.98), eps=1e-7)
    spent, step, begun = 0.0, 0, 0
    if o.resume:
        kept = torch.load(o.resume, weights_only=False)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        mean, spent, step, begun = kept["mean"], kept["spent"], kept["step"], kept["epoch"] + 1
    o.out.mkdir(parents=True, exist_ok=True)
    began, saved, tokens, number = time.time() - spent, spent, 0, begun
    seen: dict[str, float] = {}

    def save(name: str) -> None:
        kept = {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "mean": mean,
            "spent": time.time() - began,
            "step": step,
            "epoch": number,
        }
        torch.save(kept, o.out / "part")
        (o.out / "part").replace(o.out / name)

    for number, batch in forever(docs, o, begun):
        progress = (time.time() - began) / (60 * o.minutes)
        if progress >= 1:
            break
        scale = min(1.0, progress / 0.03 + 0.02, (1 - progress) / 0.97)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * scale
        parts = losses(model, batch)
        loss = sum(WEIGHTS[k] * v for k, v in parts.items()) / TOKENS_A_STEP
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt.values(), 1.0)
        optimiser.step()
        step += 1
        keep = min(0.997, step / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.values()), list(learnt.values()), 1 - keep)
        counts = {
            "tags": (batch.tags != IGNORE).sum(),
            "names": (batch.names != IGNORE).sum(),
            "content_cue": (batch.links[:, 1] == 0).sum(),
            "cue_source": (batch.links[:, 1] == 1).sum(),
            "antecedent": len(batch.antecedents[:, :2].unique(dim=0)),
            "soft_tags": (~batch.soft[..., 0].isnan() & (batch.tags == IGNORE)).sum(),
            "soft_names": (~batch.soft[..., 0].isnan() & (batch.names == IGNORE)).sum(),
        }
        for key, value in parts.items():
            seen[key] = seen.get(key, 0.0) + value.item()
            seen["n_" + key] = seen.get("n_" + key, 0.0) + float(counts[key])
        tokens += int(batch.mask.sum())
        if step % 20 == 0:
            shown = {k: round(seen[k] / max(1.0, seen["n_" + k]), 4) for k in WEIGHTS if k in seen}
            spent = time.time() - began
            print(
                f"{time.strftime('%H:%M:%S')} step {step} epoch {number} progress {progress:.3f} "
                f"pieces {tokens} rate {scale:.3f} {shown}",
                flush=True,
            )
            seen = {}
            if spent - saved > 600:
                save("latest.pt")
                saved = spent
    save("final.pt")


if __name__ == "__main__":
    main()
