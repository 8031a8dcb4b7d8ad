"""What the fits on claims that were marked by hand have in common: arguments, features, folds and tables."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.analysis import model
from training.confidence.logistic import Numbers
from training.feature_rows import list_names

OF_WORDS = ("none", "cut", "runs_on")
"""Verdicts that are faults of a claim's words."""
_FOLDS = 10
_SIDES = 3
"""A feature with fewer values, 0 and 1, keeps its scale."""

Chosen = NDArray[np.bool_]


def read_arguments(about: str | None) -> argparse.Namespace:
    """The arguments of such a fit."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--few", action="store_true", help="a few articles alone, to see that it runs")
    return parser.parse_args()


def name_columns(told: Iterable[Mapping[str, float]]) -> list[str]:
    """The features to fit, the one that is always told first."""
    return ["always", *(name for name in list_names(told) if name != "always")]


def scale(table: Numbers) -> tuple[Numbers, Callable[[Numbers], Numbers]]:
    """A table with mean 0 and deviation 1 in its columns of more than two values, and what turns weights for that to
    weights for the table as it was."""
    graded = np.array([len(np.unique(column)) >= _SIDES for column in table.T])
    middle, width = np.where(graded, table.mean(0), 0.0), np.where(graded, table.std(0) + 1e-9, 1.0)

    def unscale(weights: Numbers) -> Numbers:
        plain: Numbers = weights / width
        plain[0] -= (weights * middle / width)[1:].sum()
        return plain

    return (table - middle) / width, unscale


def split(articles: Sequence[str]) -> Iterator[tuple[Chosen, Chosen]]:
    """Ten folds over articles, told of each claim's: which claims are fitted on, and which are held out."""
    names = sorted(set(articles))
    order = np.random.RandomState(1).permutation(len(names))
    fold_of = {names[at]: place % _FOLDS for place, at in enumerate(order)}
    fold = np.array([fold_of[article] for article in articles])
    for k in range(_FOLDS):
        rest, here = fold != k, fold == k
        if rest.any() and here.any():
            yield rest, here


def split_sources(articles: Sequence[str]) -> Iterator[tuple[Chosen, Chosen]]:
    """As `split`, with the articles of one source held out at a time."""
    sources = np.array([article.split("-")[0] for article in articles])
    for source in sorted(set(sources)):
        if (sources != source).any():
            yield sources != source, sources == source


def tell(name: str, sure: Numbers, right: Chosen) -> None:
    """Print how well an estimate parts right from wrong, and how well calibrated it is."""
    shown = sure >= model.DOUBTFUL
    pairs = (
        np.mean(sure[right][:, None] > sure[~right][None, :])
        + np.mean(sure[right][:, None] == sure[~right][None, :]) / 2
    )
    brier = np.mean((sure - right) ** 2)
    print(f"{name}: {len(sure)} claims, {right.mean():.1%} right; AUC {pairs:.3f}, Brier {brier:.4f}")
    print(f"  shown at {model.DOUBTFUL}: {shown.sum()}, of them right {right[shown].mean():.1%};", end=" ")
    print(f"of the right ones hidden {1 - right[shown].sum() / right.sum():.1%}")
    for share in (0.05, 0.1, 0.15, 0.2):
        least = np.quantile(sure[right], share)
        print(
            f"  with {share:.0%} of the right ones hidden (below {least:.2f}): {right[sure >= least].mean():.1%} right"
        )
    for low in (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        inside = (sure >= low) & (sure < (low + 0.2 if low < 0.4 else low + 0.1 if low < 0.9 else 1.01))
        if inside.any():
            mean, good = sure[inside].mean(), right[inside].mean()
            print(f"  from {low:.1f}: {inside.sum():4d} claims, mean {mean:.2f}, right {good:.2f}")


def lay_module(about: str, fit: str, mappings: Mapping[str, Sequence[str]]) -> str:
    """A module of weights: mappings by their names, each given by its lines."""
    text = (
        f'"""What each feature says of {about}, in log odds; written by\ntraining/confidence/{fit}.py."""\n\n'
        "from collections.abc import Mapping\n"
    )
    for name, lines in mappings.items():
        text += "\n".join([f"\n{name}: Mapping[str, float] = {{", *lines, "}"]) + "\n"
    return text
