"""Features that are told by name, laid out as numbers for a fit, and its weights as they are written down."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_FEWEST = 5
"""A feature that fewer have is left out of a fit."""
_LEAST = 0.02
"""A smaller weight is left out."""


def list_names(told: Iterable[Mapping[str, float]]) -> list[str]:
    """The features that enough have for a fit, in the order of the alphabet."""
    counts = Counter(name for features in told for name in features)
    return sorted(name for name, count in counts.items() if count >= _FEWEST)


def lay_out(told: Sequence[Mapping[str, float]], names: Sequence[str]) -> NDArray[np.float64]:
    """One row for each that features are told of, one column for each name; what is not told is 0, what is not named
    is left out."""
    place = {name: column for column, name in enumerate(names)}
    laid = np.zeros((len(told), len(names)))
    for row, features in enumerate(told):
        for name, value in features.items():
            if name in place:
                laid[row, place[name]] = value
    return laid


def write_lines(names: Sequence[str], weights: Iterable[float], indent: str, least: float = _LEAST) -> list[str]:
    """The lines of a mapping, as Python, from features to those weights that are not too small."""
    return [f'{indent}"{name}": {w:.3f},' for name, w in zip(names, weights, strict=True) if abs(w) >= least]
