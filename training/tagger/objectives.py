"""What is learnt: words that were hidden, what annotators marked, and what teachers say where annotators are silent."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.tagger.network import Tagger, pointers
from training.tagger.packed import IGNORE, NONE, PRONOUN
from training.tagger.windows import Batch, Board, Soft

WEIGHTS = {
    "tags": 1.0,
    "names": 2.0,
    "cue": 0.3,
    "source": 4.0,
    "antecedent": 3.0,
    "soft tags": 1.0,
    "soft names": 1.0,
    "soft cue": 0.3,
    "soft source": 4.0,
    "soft antecedent": 1.0,
}
"""Of one word, one content word's link, one cue's link and one pronoun's link, against one tagged word."""
_TAG_WEIGHTS = (1.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.0)
_PHRASE = 0.3
"""Of a phrase's antecedent, against a pronoun's."""
_MASK = 103
CONTENT, CUE = (5, 6), (3,)
"""Tags of content, and of a cue's first word."""
PRONOUNS = (2002, 2032, 2010, 2370, 2016, 2014, 2841, 2027, 2068, 2037, 3209, 2009, 2049, 2993, 2040, 3183, 3005, 2029)
"""Ids of he, him, his, himself, she, her, herself, they, them, their, themselves, it, its, itself, and the forms of
who and which."""


def run(model: Tagger, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Tags and names, and the scores of the links: (window, link, from, to), what lies outside shut off."""
    with torch.autocast(ids.device.type, torch.bfloat16, enabled=ids.is_cuda):
        tags, names, points = model(ids, case, quote, mask[:, None, None, :])
        q, k = pointers(points)
        scores = (q @ k.transpose(2, 3)).float() / 8
    return tags.float(), names.float(), scores.masked_fill(~mask[:, None, None, :], -1e4)


def before(size: int, device: torch.device) -> Tensor:
    """(from, to): whether a piece stands before another; the frame is before all."""
    order = torch.arange(size, device=device)
    return order[None, :] < order[:, None]


def losses(model: Tagger, b: Batch, board: Board) -> dict[str, Tensor]:
    """Sums over the batch of what each head got wrong."""
    tags, names, scores = run(model, *board.disguised(b), b.mask)
    weight = torch.tensor(_TAG_WEIGHTS, device=tags.device)
    out = {
        "tags": F.cross_entropy(
            tags.flatten(0, 1), b.tags.flatten(), weight, ignore_index=IGNORE, reduction="sum", label_smoothing=0.02
        ),
        "names": F.cross_entropy(names.flatten(0, 1), b.names.flatten(), ignore_index=IGNORE, reduction="sum"),
    }
    for link, (name, gold) in enumerate((("cue", b.cue), ("source", b.source))):
        w, at = (gold != IGNORE).nonzero(as_tuple=True)
        out[name] = F.cross_entropy(scores[w, link, at], gold[w, at], reduction="sum")
    w, at = (b.asks > 0).nonzero(as_tuple=True)
    earlier = before(scores.shape[2], scores.device)
    log = scores[w, 2, at].masked_fill(~earlier[at], -1e4).log_softmax(-1)
    right = (b.group[w] == b.group[w, at][:, None]) & earlier[at] & b.inner[w]
    right[:, 0] |= ~right.any(1)
    part = torch.where(b.asks[w, at] == PRONOUN, 1.0, _PHRASE)
    out["antecedent"] = -(part * log.masked_fill(~right, -1e4).logsumexp(-1)).sum()
    if board.soft is not None:
        out |= soft_losses(tags, names, scores, b, board.soft)
    return out


def soft_losses(tags: Tensor, names: Tensor, scores: Tensor, b: Batch, soft: Soft) -> dict[str, Tensor]:
    """Cross-entropies with what the teachers say, where the corpora are silent."""
    out: dict[str, Tensor] = {}
    both = soft.tags[b.at].float()
    for name, mine, gold, part in (
        ("soft tags", tags, b.tags, slice(0, 7)),
        ("soft names", names, b.names, slice(7, 14)),
    ):
        quiet = (b.first & (gold == IGNORE))[..., None]
        out[name] = -(torch.where(quiet, both[..., part], 0.0) * mine.log_softmax(-1)).sum()
    quiet = b.first & (b.tags == IGNORE)
    asked = torch.isin(b.ids, torch.tensor(PRONOUNS, device=b.ids.device)) & b.first & (b.asks == 0)
    for link, name, weight in (
        (0, "soft cue", both[..., list(CONTENT)].sum(-1) * quiet),
        (1, "soft source", both[..., list(CUE)].sum(-1) * quiet),
        (2, "soft antecedent", asked.float()),
    ):
        w, at = (weight > 0.05).nonzero(as_tuple=True)
        row = scores[w, link, at]
        if link == 2:
            row = row.masked_fill(~before(scores.shape[2], scores.device)[at], -1e4)
        places, shares = soft.places[b.at[w, at], link].long(), soft.shares[b.at[w, at], link].float()
        low, length = b.low[w], b.length[w]
        known = (places == NONE) | ((places >= low) & (places < low + length))
        to = torch.where(places == NONE, 0, (places - low + 1).clamp(0, row.shape[1] - 1))
        said = torch.gather(row.log_softmax(-1), 1, torch.where(known, to, 0))
        out[name] = -(weight[w, at][:, None] * torch.where(known, shares, 0.0) * said).sum()
    return out


class Guesser(nn.Module):
    """Guesses hidden words from the encoder's last layer; the words' own vectors are what it answers in."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        hidden = model.word.weight.shape[1]
        self.turn = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.bias = nn.Parameter(torch.zeros(model.word.weight.shape[0]))

    def loss(self, model: Tagger, b: Batch) -> Tensor:
        """Mean cross-entropy of hidden words: of 15 % of pieces, eight of ten masked, one another, one as it was
        (Devlin et al. 2019)."""
        dice = torch.rand(b.ids.shape, device=b.ids.device)
        hidden = (dice < 0.15) & b.inner
        other = torch.randint(1000, 30522, b.ids.shape, device=b.ids.device)
        ids = torch.where(hidden & (dice < 0.12), _MASK, torch.where(hidden & (dice > 0.135), other, b.ids))
        with torch.autocast(b.ids.device.type, torch.bfloat16, enabled=b.ids.is_cuda):
            x = model.encode(ids, b.case, b.quote, b.mask[:, None, None, :])[hidden]
            x = self.norm(F.gelu(self.turn(x)))
            guessed = F.linear(x, model.word.weight, self.bias)
        return F.cross_entropy(guessed.float(), b.ids[hidden])
