"""Countries and towns that play: in a text of sports they are teams, where they are nothing else in it."""

from collections.abc import Mapping
from math import log
from typing import Final

from reader.analysis.actors.features import Features

_AGAINST: Final = ("behind against", "before playing")
_MANY: Final = "before plural verb"
_WHERE: Final = tuple(f"behind {word}" for word in ("in", "at", "near", "across", "around", "outside", "to", "from"))
_OFTEN = log(3)
"""Of what is named less often a plural verb tells nothing: it may be that of two ("Spain and Italy were ill")."""


def list_sides(told: Mapping[str, Features]) -> set[str]:
    """The spellings of places that play and are nowhere what something is in: "against Norway", "Wales are fit"."""
    return {key for key, one in told.items() if one.get("sports") and _plays(one) and not any(map(one.get, _WHERE))}


def _plays(features: Features) -> bool:
    often = features["times named"] >= _OFTEN and features.get(_MANY)
    return bool(often) or any(map(features.get, _AGAINST))
