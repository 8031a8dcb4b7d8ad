"""Countries and towns that play: in a text of sports they are teams, where they are that more often than places."""

from collections.abc import Mapping
from math import log
from typing import Final

from reader.analysis.actors.features import Features
from reader.analysis.actors.kind_features import WITHIN

_AGAINST: Final = ("behind against", "behind beating", "before playing", "before who are")
_MANY: Final = "before plural verb"
_WHERE: Final = (*WITHIN, "behind from")
_OFTEN = log(3)
"""Of what is named less often a plural verb tells nothing: it may be that of two ("Spain and Italy were ill")."""


def list_sides(told: Mapping[str, Features]) -> set[str]:
    """The spellings of places that play more often than something is in them: "against Norway", "Wales are fit"."""
    return {key for key, one in told.items() if one.get("sports") and _plays(one)}


def _plays(features: Features) -> bool:
    ways = (*_AGAINST, _MANY) if features["times named"] >= _OFTEN else _AGAINST
    plays = sum(features.get(name, 0.0) for name in ways)
    return plays > sum(features.get(name, 0.0) for name in _WHERE)
