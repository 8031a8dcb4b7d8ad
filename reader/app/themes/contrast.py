"""Contrast between two colours as WCAG 2.2 defines it, and colours moved until they can be read."""

from collections.abc import Iterable
from functools import lru_cache

from textual.color import BLACK, WHITE, Color

AA_TEXT = 4.5
"""The least contrast of text in WCAG 2.2, success criterion 1.4.3 (level AA)."""

AAA_TEXT = 7.0
"""The least contrast of text at level AAA (1.4.6)."""

AA_LARGE = 3.0
"""The least contrast of signs that carry meaning and of text put out of focus on purpose (1.4.11)."""


@lru_cache(maxsize=8192)
def luminance(colour: Color) -> float:
    """Relative luminance of an sRGB colour, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two opaque colours, 1 to 21."""
    return _ratio(luminance(one), luminance(other))


def readable(colour: Color, on: Iterable[Color], ratio: float = AA_TEXT) -> Color:
    """The colour itself, or the nearest to it on its way to black or white that stands out enough on all of `on`."""
    grounds = [luminance(ground) for ground in on]
    if _least(colour, grounds) >= ratio:
        return colour
    ends = sorted((BLACK, WHITE), key=lambda end: -_least(end, grounds))
    for step in range(1, 21):
        for end in ends:
            moved = colour.blend(end, step / 20, 1.0)
            if _least(moved, grounds) >= ratio:
                return moved
    return ends[0]


def softened(colour: Color, towards: Color, on: Iterable[Color], ratio: float = AA_TEXT) -> Color:
    """The colour faded towards another as far as `ratio` allows, at most half of the way."""
    grounds = [luminance(ground) for ground in on]
    for step in range(10, 0, -1):
        faded = colour.blend(towards, step / 20, 1.0)
        if _least(faded, grounds) >= ratio:
            return faded
    return colour


def _least(colour: Color, grounds: list[float]) -> float:
    """The least contrast of a colour with grounds of these luminances."""
    own = luminance(colour)
    return min(_ratio(own, ground) for ground in grounds)


def _ratio(one: float, other: float) -> float:
    return (one + 0.05) / (other + 0.05) if one > other else (other + 0.05) / (one + 0.05)
