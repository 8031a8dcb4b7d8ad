"""Training by the clock: a short rise of the learning rate, then a straight fall to nothing at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch
from torch import Tensor, nn

from training.tagger.network import Tagger
from training.tagger.packed import Row

Loss = Callable[[Row], tuple[Tensor, dict[str, Tensor]]]
_RISE = 0.06
_KEEP = 0.997
"""Of the running mean of the weights, a step."""


def rates(model: Tagger, new: float, fall: float) -> Iterator[tuple[nn.Parameter, float, float]]:
    """Each parameter that learns, with its part of the learning rate and its weight decay: lower layers learn slower by
    `fall` a layer, new parts `new` times as fast; words are frozen."""
    model.word.weight.requires_grad_(False)
    depth = len(model.layers)
    for name, p in model.named_parameters():
        if name.startswith("word."):
            continue
        if name.startswith("layers."):
            scale = fall ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("place.", "norm.")):
            scale = fall**depth
        else:
            scale = new
        yield p, scale, 0.01 if p.ndim > 1 else 0.0


def as_group(parameters: Iterable[nn.Parameter], rate: float, decay: float) -> dict[str, Any]:
    """Parameters that learn alike, as an optimiser takes them."""
    return {"params": list(parameters), "lr": rate, "peak": rate, "weight_decay": decay}


def climb(
    name: str,
    model: Tagger,
    stream: Iterator[Row],
    loss: Loss,
    rate: float,
    seconds: float,
    *,
    new: float,
    fall: float,
    more: nn.Module | None = None,
) -> None:
    """Trains a network for so many seconds; it ends as the running mean of what it learnt."""
    alike: dict[tuple[float, float], list[nn.Parameter]] = {}
    for p, scale, decay in rates(model, new, fall):
        alike.setdefault((scale, decay), []).append(p)
    parts = [as_group(ps, rate * scale, decay) for (scale, decay), ps in alike.items()]
    if more is not None:
        parts.append(as_group(more.parameters(), rate, 0.0))
    learnt = {n: p for n, p in model.named_parameters() if p.requires_grad}
    every = [p for part in parts for p in part["params"]]
    mean = {n: p.detach().clone() for n, p in learnt.items()}
    optimiser = torch.optim.AdamW(parts, betas=(0.9, 0.98), eps=1e-7, fused=every[0].is_cuda)
    model.train()
    began, shown, step = time.time(), 0.0, 0
    while (progress := (time.time() - began) / seconds) < 1:
        scale = min(1.0, progress / _RISE + 0.02, (1 - progress) / (1 - _RISE))
        for part in optimiser.param_groups:
            part["lr"] = part["peak"] * scale
        value, told = loss(next(stream))
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_(every, 1.0)
        optimiser.step()
        step += 1
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.values()), list(learnt.values()), 1 - min(_KEEP, step / (step + 10)))
        if progress >= shown:
            said = " ".join(f"{k} {float(v.detach()):.3f}" for k, v in told.items())
            print(f"{time.strftime('%H:%M:%S')} {name} step {step} {progress:.2f} {said}", flush=True)
            shown += 0.1
    print(f"{name}: {step} steps in {time.time() - began:.0f} s", flush=True)
    model.load_state_dict(mean, strict=False)
