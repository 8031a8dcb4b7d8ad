"""What speaks for two claims being one statement, and how much: made by `python -m training compare`."""

from collections.abc import Mapping

PAIR_WEIGHTS: Mapping[str, float] = {
    "shared of the shorter": 1.23,
    "shared of enough": 3.31,
    "shared of both": 2.86,
    "shared": 0.48,
    "longest stretch": 1.31,
    "covered": 2.97,
    "same": 2.99,
    "likely": 2.42,
    "other": -1.60,
    "constant": -5.68,
}
COMPANY_WEIGHTS: Mapping[str, float] = {
    "pair": 1.05,
    "third article": 2.00,
    "better partner": -1.97,
    "constant": 0.56,
}
