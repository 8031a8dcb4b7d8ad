"""Contrast between two colours as WCAG 2.2 defines it, and colours moved until they can be read."""

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

AA_TEXT = 4.5
"""The least contrast of text in WCAG 2.2, success criterion 1.4.3 (level AA)."""

AA_LARGE = 3.0
"""The least contrast of signs that carry meaning and of text put out of focus on purpose (1.4.11)."""


def luminance(colour: Color) -> float:
    """Relative luminance of an sRGB colour, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Color, on: Iterable[Color], ratio: float = AA_TEXT) -> Color:
    """The colour itself, or the nearest to it on its way to black or white that stands out enough on all of
    `on`.
    """
    grounds = list(on)
    for step in range(21):
        for target in sorted((BLACK, WHITE), key=lambda end: -min(contrast(end, ground) for ground in grounds)):
            moved = colour.blend(target, step / 20, 1.0)
            if all(contrast(moved, ground) >= ratio for ground in grounds):
                return moved
    return max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))


def softened(colour: Color, towards: Color, on: Iterable[Color], ratio: float = AA_TEXT) -> Color:
    """The colour faded towards another as far as `ratio` allows, at most half of the way."""
    grounds = list(on)
    for step in range(10, 0, -1):
        faded = colour.blend(towards, step / 20, 1.0)
        if all(contrast(faded, ground) >= ratio for ground in grounds):
            return faded
    return colour
