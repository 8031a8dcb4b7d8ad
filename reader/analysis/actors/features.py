"""What is told of a claim, an actor or a mention as named numbers, and how much fitted weights make of them."""

from collections.abc import Mapping

Features = Mapping[str, float]
"""Values by their names; what is not named is 0."""


def weigh(weights: Mapping[str, float], features: Features) -> float:
    """The sum of all values, each times its weight; what has no weight counts for nothing."""
    total = 0.0
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return total
