"""What speaks for two claims being one statement, and how much: made by `python -m training compare`."""

from collections.abc import Mapping

PAIR_WEIGHTS: Mapping[str, float] = {
    "shared of the shorter": 1.19,
    "shared of enough": 3.37,
    "shared of both": 3.65,
    "shared": 0.90,
    "longest stretch": 1.89,
    "covered": 3.20,
    "same": 3.30,
    "likely": 2.85,
    "other": -1.51,
    "constant": -6.12,
}
COMPANY_WEIGHTS: Mapping[str, float] = {
    "pair": 1.14,
    "third article": 2.52,
    "better partner": -2.22,
    "constant": 0.79,
}
