"""Chooses on dev what the network leaves open, and writes it to settings.json beside the weights.

Additions to the scores of the three roles, and from which share on a cue's pointing makes a source, are tried one
after another, each over a short list, for the best sum of four F1 (all and said, without and with the source).
Confidence is calibrated by logistic regression (Platt): of each span's raw certainty on whether it is right, that
is, shares half of its words with a gold span of its role; of names, with the kind and a word in common.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.tagger.decode import KINDS, Tuning, WordScores, decode
from reader.analysis.tagger.features import Ints, find_openings
from reader.analysis.tagger.inference import Network, load_network
from reader.analysis.tagger.path import ROLES, find_spans
from reader.analysis.tagger.result import TaggedName, TaggedSpan, Tagging
from training.tagger.assembly import claims
from training.tagger.corpora import Labelled, gum, polnear

GRID: dict[str, tuple[float, ...]] = {
    "content_begin": (-1.0, -1.5, -2.0, -2.5),
    "content": (-0.5, 0.0),
    "source": (0.0, 0.5, 1.0, 1.5),
    "source_begin": (-1.0, -0.5, 0.0),
    "cue": (0.0, 0.4, 0.8),
    "cue_begin": (-0.5, 0.0, 0.5),
    "pointed": (0.0, 0.2, 0.3, 0.5),
}
NAME_BIAS = (-0.5, -0.25, 0.0, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled text and what the network says of it."""

    gold: Labelled
    reading: WordScores
    opening: Ints

    def tagged(self, settings: Tuning) -> Tagging:
        """Decoded with these settings."""
        return decode(self.reading, self.opening, settings)


def reading(tagger: Network, gold: Labelled) -> Read:
    """Runs the network once."""
    return Read(gold, tagger.read(gold.text, gold.words, gold.paragraphs), find_openings(gold.words, gold.paragraphs))


def scorer(score: Path, folder: Path, read: Sequence[Read]) -> Any:
    """A function from settings to the four F1 of the shared scorer."""
    spec = importlib.util.spec_from_file_location("score", score / "claims" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = module.load(str(folder / "gold.jsonl"))
    docs = [module.Doc(r.gold.text) for r in read]
    said = module.load_said()

    def run(settings: Tuning) -> list[float]:
        predicted = [claims(r.tagged(settings), r.gold.words) for r in read]
        out = []
        for only in (None, said):
            total: dict[str, dict[str, float]] = {}
            for r, doc, p in zip(read, docs, predicted, strict=True):
                module.add(total, module.score_doc(doc, gold[r.gold.name], p, only))
            m = module.metrics(total["all"])
            out += [m["claim>=.5"][2], m["claim+src"][2]]
        return out

    return run


def with_choice(settings: Tuning, key: str, value: float) -> Tuning:
    """The settings with one thing changed."""
    if key == "pointed":
        return replace(settings, pointed=value)
    return replace(settings, bias={**settings.bias, key: value})


def chosen(run: Any, settings: Tuning, rounds: int = 2) -> Tuning:
    """The best of each list in turn."""
    top, best = sum(run(settings)), settings
    for _ in range(rounds):
        for key, values in GRID.items():
            for value in values:
                new = with_choice(best, key, value)
                if new == best or (value == 0.0 and not best.bias.get(key) and key != "pointed"):
                    continue
                got = run(new)
                if sum(got) > top + 5e-4:
                    top, best = sum(got), new
                    print(key, value, [round(100 * x, 1) for x in got], flush=True)
    return best


def names_found(named: Sequence[Read], settings: Tuning) -> float:
    """F1 of names, of the right kind and with a word in common."""
    hits = said = gold = 0
    for r in named:
        assert r.gold.names is not None
        theirs = find_spans(r.gold.names)
        mine = [n for n in r.tagged(settings).names if n.first >= r.gold.body]
        hits += sum(right(n, [(b, e) for k, b, e in theirs if KINDS[k] == n.kind], 0.0) for n in mine)
        said, gold = said + len(mine), gold + len(theirs)
    return 2 * hits / max(1, said + gold)


def with_names(named: Sequence[Read], settings: Tuning) -> Tuning:
    """The addition to the scores of the three kinds of names that finds most of them, the same for all."""
    tried = [replace(settings, bias={**settings.bias, **dict.fromkeys(KINDS, b)}) for b in NAME_BIAS]
    found = [names_found(named, s) for s in tried]
    print("names", {b: round(100 * x, 1) for b, x in zip(NAME_BIAS, found, strict=True)}, flush=True)
    return tried[int(np.argmax(found))]


def right(span: TaggedSpan | TaggedName, gold: Sequence[tuple[int, int]], least: float) -> bool:
    """Whether a span shares at least this part of its words (of both) with a gold span."""
    mine = set(range(span.first, span.last))
    return any(
        len(mine & set(range(b, e))) >= max(1, least * len(mine | set(range(b, e))))
        for b, e in gold
        if b < span.last and e > span.first
    )


def logistic(raw: Sequence[float], hits: Sequence[bool]) -> tuple[float, float]:
    """Slope and shift over the log odds of the raw certainty, by Newton's method with a little damping."""
    p = np.clip(np.array(raw), 1e-4, 1 - 1e-4)
    x = np.stack([np.log(p / (1 - p)), np.ones(len(p))], 1)
    y, w = np.array(hits, float), np.array([1.0, 0.0])
    for _ in range(25):
        q = 1 / (1 + np.exp(-x @ w))
        w = w - np.linalg.solve((x.T * (q * (1 - q))) @ x + 1e-2 * np.eye(2), x.T @ (q - y))
    return round(float(w[0]), 4), round(float(w[1]), 4)


def calibrated(settings: Tuning, read: Sequence[Read], named: Sequence[Read]) -> Tuning:
    """The settings with slopes and shifts fitted on what they let through."""
    plain = replace(settings, calibration={})
    seen: dict[str, list[tuple[float, bool]]] = {k: [] for k in (*ROLES, "name")}
    for r in read:
        assert r.gold.tags is not None
        got = r.tagged(plain)
        for k, spans in enumerate((got.sources, got.cues, got.contents)):
            gold = [(b, e) for role, b, e in find_spans(r.gold.tags) if role == k]
            seen[ROLES[k]] += [(s.confidence, right(s, gold, 0.5)) for s in spans]
    for r in named:
        assert r.gold.names is not None
        spans_by_kind = [[(b, e) for k, b, e in find_spans(r.gold.names) if k == kind] for kind in range(len(KINDS))]
        seen["name"] += [
            (n.confidence, right(n, spans_by_kind[KINDS.index(n.kind)], 0.0))
            for n in r.tagged(plain).names
            if n.first >= r.gold.body
        ]
    fitted = {k: logistic(*zip(*v, strict=True)) for k, v in seen.items() if len(v) > 20}
    for key, pairs in seen.items():
        print(key, fitted.get(key), reliability(pairs, Tuning(calibration=fitted), key))
    return replace(settings, calibration=fitted)


def reliability(pairs: Sequence[tuple[float, bool]], settings: Tuning, key: str) -> str:
    """How often spans of each fifth of confidence are right: 'mean confidence > share right (number)'."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for raw, hit in pairs:
        p = settings.confidence(key, raw)
        bins.setdefault(min(4, int(5 * p)), []).append((p, hit))
    return ", ".join(
        f"{np.mean([p for p, _ in b]):.2f} > {np.mean([h for _, h in b]):.2f} ({len(b)})"
        for _, b in sorted(bins.items())
    )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--tagger", type=Path, required=True, help="folder with tagger.onnx and its companions")
    ap.add_argument("--claims", type=Path, required=True, help="folder with gold.jsonl and text/")
    ap.add_argument("--gum", type=Path, required=True, help="folder of .conllu files")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers")
    o = ap.parse_args()
    tagger = load_network(o.tagger)
    read = [reading(tagger, x) for x in polnear(o.claims)]
    named = [reading(tagger, x) for x in gum(o.gum, o.score, news=True)]
    run = scorer(o.score, o.claims, read)
    plain = Tuning()
    print("as it is", [round(100 * x, 1) for x in run(plain)], "(all, all and source, said, said and source)")
    settings = calibrated(with_names(named, chosen(run, plain)), read, named)
    print("chosen  ", [round(100 * x, 1) for x in run(settings)])
    (o.tagger / "settings.json").write_text(
        json.dumps(
            {
                "bias": dict(settings.bias),
                "calibration": {k: list(v) for k, v in settings.calibration.items()},
                "pointed": settings.pointed,
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )
    counts = Counter(len(r.gold.words) > 0 for r in read)
    print(f"{counts[True]} articles, {len(named)} documents", file=sys.stderr)


if __name__ == "__main__":
    main()
