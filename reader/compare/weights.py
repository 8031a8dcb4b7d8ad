"""What speaks for two claims being one statement, and how much: made by `python -m training compare`."""

from collections.abc import Mapping

PAIR_WEIGHTS: Mapping[str, float] = {
    "shared of the shorter": 3.24,
    "shared of both": 2.04,
    "shared": 3.12,
    "longest stretch": 1.89,
    "covered": 2.76,
    "same": 2.55,
    "likely": 1.51,
    "other": -1.38,
    "constant": -4.98,
}
COMPANY_WEIGHTS: Mapping[str, float] = {
    "pair": 1.08,
    "third article": 2.58,
    "better partner": -2.69,
    "constant": 1.11,
}
