"""A logistic regression with a ridge."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Numbers = NDArray[np.float64]


def fit(rows: Numbers, right: Numbers, cost: Numbers) -> Numbers:
    """The weights of the columns; `cost` is the penalty of each squared weight."""

    def loss(w: Numbers) -> tuple[float, Numbers]:
        p = weigh(rows, w)
        value = -np.sum(right * np.log(p + 1e-12) + (1 - right) * np.log(1 - p + 1e-12)) + 0.5 * (cost * w) @ w
        return float(value), rows.T @ (p - right) + cost * w

    weights: Numbers = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return weights


def fit_but_first(rows: Numbers, right: Numbers, penalty: float) -> Numbers:
    """The weights of the columns with one penalty for all but the first, which is always told and has none."""
    cost = np.full(rows.shape[1], penalty)
    cost[0] = 0.0
    return fit(rows, right, cost)


def weigh(rows: Numbers, weights: Numbers) -> Numbers:
    """How likely each row is right."""
    return np.asarray(1 / (1 + np.exp(-rows @ weights)))
