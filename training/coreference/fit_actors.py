"""Fits how sure an actor is: that it is one, of its kind, and listed once under its whole name.

    python -m training.coreference.fit_actors --data DATA --gum DATA/gum/train --score SCORE \
        --out reader/analysis/actors/actor_weights.py

Actors of the articles whose names are marked by hand (`kind_marks.tsv`): right where the fullest name is marked with
the kind shown and `actor_marks.tsv` does not list it as cut short, run on, or listed twice. The kinds themselves are
weighed by five fits that leave the article out, as they would be in one that is not marked. A logistic regression over
the named features of `reader.analysis.actors.actor_features`, fitted with a ridge; five-fold figures are printed for
several limits. The weights written are fitted on all. Needs scipy.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.actors import build, kinds, sureness
from reader.analysis.actors.actor_features import describe_actor
from reader.analysis.actors.features import Features
from reader.analysis.engine import analyse
from reader.analysis.model import DOUBTFUL, DOUBTFUL_ACTOR, Actor, Analysis
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.logistic import Numbers
from training.coreference import fit_kinds
from training.feature_rows import lay_out, list_names, write_lines
from training.marked_articles import find_texts

MARKS = Path(__file__).with_name("actor_marks.tsv")
SHIFTS = (-0.1, -0.05, 0.0, 0.05)
"""Limits are tried that are so much higher than `DOUBTFUL_ACTOR`."""
FOLDS = 5
FEW = 2
"""Who has more mentions is named often."""
HEAD = '''"""Weights of how sure an actor is, by feature; written by training/coreference/fit_actors.py."""

from collections.abc import Mapping
from typing import Final

ACTOR: Final[Mapping[str, float]] = {
'''


@dataclass(frozen=True)
class Marked:
    """An actor as it is listed: its features, whether it is right, and whether it speaks in a claim that is shown."""

    fold: int
    actor: Actor
    features: Features
    right: bool
    speaks: bool


def read_faults() -> Mapping[str, frozenset[str]]:
    """By article the names that are cut short, run on, or another actor's."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in MARKS.read_text(encoding="utf-8").splitlines()[1:]:
        article, *names = line.split("\t")
        found[article].update(names)
    return {article: frozenset(names) for article, names in found.items()}


def is_right(actor: Actor, marks: Mapping[str, str], faults: frozenset[str]) -> bool:
    """Whether an actor's name is marked with its kind, or with its owner's before it ("Karelund's Ministry")."""
    if actor.name in faults:
        return False
    key = " ".join(actor.name.split()).lower().replace("’", "'")
    kind = marks.get(key) or next((kind for name, kind in marks.items() if key.endswith(f"'s {name}")), None)
    bodies = {"group", "organisation"}
    return kind == actor.kind or {kind, actor.kind} == bodies


def speaks_surely(actor: Actor, analysis: Analysis) -> bool:
    """Whether an actor is listed whatever it is: it speaks in a claim that is no doubtful one."""
    return any(
        actor.id == claim.speaker or actor.id in claim.speakers
        for claim in analysis.claims
        if claim.within is None and claim.sureness >= DOUBTFUL
    )


def fit_apart(marked: Sequence[fit_kinds.Row], others: Sequence[fit_kinds.Row], options: Any) -> list[Any]:
    """For each fold the weights of the kinds without its articles."""
    names = list_names(row[1] for row in (*marked, *others))
    found = []
    for fold in range(FOLDS):
        rest = [row for row in marked if options.folds[row[0]] != fold]
        weights = fit_kinds.fit_rows(rest, others, names, options.gum_share, options.kinds_penalty)
        found.append({kind: dict(zip(names, weights[:, at], strict=True)) for at, kind in enumerate(fit_kinds.KINDS)})
    return found


def list_actors(options: Any, apart: Sequence[Any]) -> list[Marked]:
    """The actors of the marked articles, as they would be listed if these were not marked."""
    marks, faults, found = fit_kinds.read_marks(options.few), read_faults(), []
    told: list[Features | None] = []

    def weigh(named: Features, *about: Any) -> float | None:
        told.append(describe_actor(named, about[0], about[1], bool(about[2]), about[3]) if named else None)
        return None

    build.sureness.weigh_actor, kept = weigh, sureness.weigh_actor  # type: ignore[attr-defined]
    try:
        for article, text in find_texts(options.data / "summary/extra", marks.keys()):
            told.clear()
            kinds.WEIGHTS = apart[options.folds[article]]  # type: ignore[attr-defined]
            analysis = analyse(article_from_text(text, source="training"), method="lead")
            for actor, features in zip(analysis.actors, told, strict=True):
                right = is_right(actor, marks[article], faults.get(article, frozenset()))
                speaks = speaks_surely(actor, analysis)
                found.append(Marked(options.folds[article], actor, features or {}, right, speaks))
    finally:
        build.sureness.weigh_actor = kept  # type: ignore[attr-defined]
    return found


def fit(actors: Sequence[Marked], names: Sequence[str], penalty: float) -> Numbers:
    laid = lay_out([one.features for one in actors], names)
    right = np.array([one.right for one in actors], float)
    return logistic.fit(laid, right, np.full(len(names), penalty))


def _least(mentions: int) -> float:
    return next(sure for times, sure in DOUBTFUL_ACTOR if mentions >= times)


def print_folds(actors: Sequence[Marked], names: Sequence[str], penalty: float) -> None:
    """Of five-fold fits, at several limits: how many are shown, how many of those are wrong, how many right are not."""
    sure = np.zeros(len(actors))
    for fold in range(FOLDS):
        weights = fit([one for one in actors if one.fold != fold], names, penalty)
        held = [place for place, one in enumerate(actors) if one.fold == fold]
        sure[held] = logistic.weigh(lay_out([actors[place].features for place in held], names), weights)
    right = np.array([one.right for one in actors])
    speaks = np.array([one.speaks for one in actors])
    often = np.array([len(one.actor.mentions) > FEW or one.features.get("in the title", 0) > 0 for one in actors])
    limits = np.array([_least(len(one.actor.mentions)) for one in actors])
    print(f"{len(actors)} actors, wrong {1 - right.mean():.3f}")
    for shift in SHIFTS:
        shown = speaks | (sure >= limits + shift)
        lost = (right & ~shown).sum() / right.sum()
        chief = (right & ~shown & often).sum() / (right & often).sum()
        print(
            f"limits {shift:+.2f}: {shown.sum()} shown, wrong {1 - right[shown].mean():.3f}, "
            f"of right hidden {lost:.3f}, of right and often or in the title {chief:.3f}"
        )
    for low, high in pairwise((0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)):
        inside = (sure >= low) & (sure < high)
        print(f"sure {low:.2f} to {high:.2f}: {inside.sum()}, right {right[inside].mean():.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gum", required=True)
    parser.add_argument("--score", required=True, help="the folder that holds gum.py, run_actors.py and run_claims.py")
    parser.add_argument("--out", required=True)
    parser.add_argument("--penalty", type=float, default=12.0, help="of a squared weight, chosen by the folds")
    parser.add_argument("--kinds-penalty", type=float, default=0.5)
    parser.add_argument("--gum-share", type=float, default=0.5, help="how much a name of GUM counts")
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    options = parser.parse_args()
    sys.path.insert(0, options.score)
    marked = list(fit_kinds.list_marked(options.data, options.few))
    options.folds = {article: place % FOLDS for place, article in enumerate(sorted(fit_kinds.read_marks(options.few)))}
    apart = fit_apart(marked, list(fit_kinds.list_gum(options.gum, options.few)), options)
    actors = list_actors(options, apart)
    names = list_names(one.features for one in actors)
    print_folds(actors, names, options.penalty)
    lines = write_lines(names, fit(actors, names, options.penalty), " " * 4)
    Path(options.out).write_text(HEAD + "\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
