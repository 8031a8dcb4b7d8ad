"""What a method thinks of sentences."""

from dataclasses import dataclass, field

REFERENCE = 80
"""Words that an editor's summary counts for: what a line adds is weighed against these and the words picked."""


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings of sentences by their index, and reasons and hits where the method can tell them.

    Hits are what an editor's summary of 40 word pairs is expected to share with a sentence. `told` is how much
    the first sentence is the headline in other words, from 0 to 1.
    """

    ratings: dict[int, float]
    reasons: dict[int, tuple[str, ...]] = field(default_factory=dict)
    hits: dict[int, float] = field(default_factory=dict)
    told: float = 0.0
