"""Features that are told by name, laid out as numbers for a fit."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

FEWEST = 5
"""A feature that fewer have is left out of a fit."""


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
