"""The variables that a theme gives to the widgets, and how those that a theme does not name follow from
the rest.
"""

from textual.color import Color

from reader.app.themes.contrast import AA_LARGE, AA_TEXT, AAA_TEXT, contrast, luminance, readable, softened

BASE_COLOURS: tuple[str, ...] = (
    "background", "foreground", "accent", "primary", "secondary",
    "warning", "error", "success", "surface", "panel",
)  # fmt: skip
"""Textual's own colours; the first three must be in every theme file."""

VOICES: tuple[str, ...] = tuple(f"voice-{number}" for number in range(1, 7))

VOICES_ON_DARK = ("#6ddeff", "#f98483", "#b4fcc9", "#c296d2", "#ffe96a", "#ecba38")
VOICES_ON_DUSK = ("#6affff", "#fe8698", "#9df394", "#99a9fe", "#ffff6c", "#d7e31d")
VOICES_ON_LIGHT = ("#1858be", "#b52000", "#942783", "#005148", "#486239", "#5a2801")
"""Found by hill climbing from the colours of Okabe and Ito (2008): each pair as far apart as AA on all our grounds
allows, to eyes that see red, green and blue and to those that lack one (Machado, Oliveira and Fernandes 2009)."""

MOST = 20.0
"""The contrast of ink from which a theme is one of high contrast, whose text all reaches AAA."""

_DUSK = 0.05
"""The luminance from which a dark ground leaves too little room above it for the usual voices."""

COLOUR_VARIABLES: dict[str, str] = {
    "title": "the article's title",
    "heading": "headings inside the article, headings of panels",
    "standfirst": "the standfirst under the title",
    "dim": "byline, date, captions, roles, hints, counts: quiet, still readable",
    "quiet": "the text of panes that do not have the keys",
    "quote": "block quotes",
    "link": "links inside the article",
    "rule": "lines between panes and under the title (no text)",
    "faded": "all that is not the current claim, in focus mode (3 : 1 at least)",
    "voice-1": "the one who says most: name, gutter, bar, list, map",
    "voice-2": "the second",
    "voice-3": "the third",
    "voice-4": "the fourth",
    "voice-5": "the fifth",
    "voice-6": "the sixth",
    "claim-source": "who says it, inside the article",
    "claim-cue": "“said”, “according to” …",
    "claim-current": "words of the current claim",
    "claim-current-background": "what these stand on",
    "claim-current-mark": "the gutter mark of the current claim",
    "summary-line": "a sentence that the summary picked, lit in the article",
    "summary-line-background": "what it stands on",
    "search-hit": "a match",
    "search-hit-background": "what it stands on",
    "search-current": "the current match",
    "search-current-background": "what it stands on",
    "selection": "selected text",
    "selection-background": "what it stands on",
    "bar": "the filled part of a share-of-voice bar and of progress bars",
    "bar-rest": "the rest of such a bar",
}
"""Our colours and what each is for; all that carry text stand at WCAG AA on `$background`, `$panel` and `$surface`,
or on the background of their own that is named after them."""

STYLE_VARIABLES: dict[str, str] = {
    "claim-direct-style": "none",
    "claim-indirect-style": "none",
    "claim-mixed-style": "none",
    "claim-current-style": "bold",
    "summary-line-style": "none",
    "search-hit-style": "none",
    "search-current-style": "bold",
    "selection-style": "none",
    "dim-style": "none",
    "faded-style": "none",
}
"""Our text-style variables and what they are where a theme says nothing."""

ANSI_DEFAULTS: dict[str, str] = {
    **dict.fromkeys(COLOUR_VARIABLES, "ansi_default"),
    "claim-current": "ansi_black",
    "claim-current-background": "ansi_yellow",
    "claim-current-mark": "ansi_yellow",
    "summary-line": "ansi_black",
    "summary-line-background": "ansi_cyan",
    "search-hit": "ansi_black",
    "search-hit-background": "ansi_green",
    "search-current": "ansi_black",
    "search-current-background": "ansi_bright_yellow",
    "selection": "ansi_black",
    "selection-background": "ansi_white",
    **STYLE_VARIABLES,
    "dim-style": "dim",
    "faded-style": "dim",
}

ANSI_TEXTUAL: dict[str, str] = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "foreground-disabled": "ansi_default",
    "surface-active": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-background": "ansi_default",
    "block-cursor-text-style": "bold reverse",
    "block-cursor-blurred-text-style": "reverse",
    "border-blurred": "ansi_bright_black",
    "scrollbar": "ansi_bright_black",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
    "input-selection-foreground": "ansi_black",
    "screen-selection-foreground": "ansi_black",
}
"""Textual's own variables that its ANSI themes leave out, or give a colour that only some terminals can show."""

SIGNALS: tuple[str, ...] = (
    "text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success",
)  # fmt: skip
"""Textual's variables for coloured text: in a theme, the nearest to its own colour that can be read."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((name, "background") for name in ("foreground", "accent", "link", "quote", "claim-source", "claim-cue")),
    *(
        (name, ground)
        for name in ("title", "heading", "standfirst", "quiet", "dim", *VOICES)
        for ground in ("background", "panel", "surface")
    ),
    *((name, "panel") for name in ("foreground", "accent")),
    *(
        (name, ground)
        for name in ("foreground", "text-muted", *SIGNALS)
        for ground in ("background", "panel", "surface")
    ),
    ("foreground", "summary-line-background"),
    ("claim-current", "claim-current-background"),
    ("summary-line", "summary-line-background"),
    ("search-hit", "search-hit-background"),
    ("search-current", "search-current-background"),
    ("selection", "selection-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-selection-foreground", "input-selection-background"),
)
"""Which colour is read on which: the pairs that must reach WCAG AA in every bundled theme."""

SIGN_PAIRS: tuple[tuple[str, str], ...] = (
    ("faded", "background"),
    ("claim-current-mark", "background"),
    ("bar", "panel"),
)
"""Signs and text put out of focus: 3 : 1 is enough."""


def completed(base: dict[str, str]) -> dict[str, str]:
    """The base colours with those that follow from background, foreground and accent."""
    ground, ink = Color.parse(base["background"]), Color.parse(base["foreground"])
    surface = Color.parse(base["surface"]) if "surface" in base else ground.blend(ink, 0.05, 1.0)
    panel = Color.parse(base["panel"]) if "panel" in base else ground.blend(ink, 0.03, 1.0)
    grounds = (ground, surface, panel)
    signals = {"warning": "#c98a1b", "error": "#c8403a", "success": "#4f9a51"}
    return {
        "primary": base["accent"],
        "secondary": base.get("primary", base["accent"]),
        **{key: readable(Color.parse(value), grounds).hex for key, value in signals.items()},
        "surface": surface.hex,
        "panel": panel.hex,
        **base,
    }


def derived(base: dict[str, str], ours: dict[str, str]) -> dict[str, str]:
    """Every variable of ours, worked out from the base colours (and from those of ours that others rest
    on).
    """
    full = {key: Color.parse(value) for key, value in completed(base).items()}
    ground, ink, accent = full["background"], full["foreground"], full["accent"]
    grounds = (ground, full["surface"], full["panel"])
    dim = readable(Color.parse(ours["dim"]), grounds) if "dim" in ours else softened(ink, ground, grounds)

    if luminance(ground) > luminance(ink):
        voices = VOICES_ON_LIGHT
    else:
        voices = VOICES_ON_DARK if max(map(luminance, grounds)) < _DUSK else VOICES_ON_DUSK

    def lit(key: str, colour: Color, strength: float) -> dict[str, str]:
        back = Color.parse(ours[f"{key}-background"]) if f"{key}-background" in ours else None
        back = back or ground.blend(colour, strength, 1.0)
        return {key: readable(ink, [back]).hex, f"{key}-background": back.hex}

    return {
        "title": ink.hex,
        "heading": readable(accent, grounds).hex,
        "standfirst": softened(ink, ground, grounds, 7.0).hex,
        "dim": dim.hex,
        "quiet": softened(ink, ground, grounds, 6.0).hex,
        "quote": softened(ink, ground, grounds, 7.0).hex,
        "link": readable(full["primary"], grounds).hex,
        "rule": ground.blend(ink, 0.22, 1.0).hex,
        "faded": softened(ink, ground, [ground], AA_LARGE + 0.2).hex,
        **{name: readable(Color.parse(voice), grounds).hex for name, voice in zip(VOICES, voices, strict=True)},
        "claim-source": ink.hex,
        "claim-cue": dim.hex,
        **lit("claim-current", accent, 0.24),
        "claim-current-mark": readable(accent, grounds, AA_LARGE).hex,
        **lit("summary-line", full["primary"], 0.12),
        **lit("search-hit", full["warning"], 0.35),
        "search-current-background": full["warning"].hex,
        "search-current": readable(ground, [full["warning"]]).hex,
        **lit("selection", full["primary"], 0.35),
        "bar": readable(accent, grounds, AA_LARGE).hex,
        "bar-rest": ground.blend(ink, 0.15, 1.0).hex,
        **STYLE_VARIABLES,
    }


def textual_variables(base: dict[str, str], dim: str) -> dict[str, str]:
    """Textual's own variables where what it works out by itself would fall below AA on a reading theme."""
    full = {key: Color.parse(value) for key, value in base.items()}
    ground, ink, accent, panel = full["background"], full["foreground"], full["accent"], full["panel"]
    grounds = (ground, full["surface"], panel)
    least = AAA_TEXT if contrast(ink, ground) > MOST else AA_TEXT
    cursor = ground.blend(accent, 0.35, 1.0)
    blurred = ground.blend(ink, 0.1, 1.0)
    chosen = ground.blend(full["primary"], 0.35, 1.0)
    return {
        **{name: readable(full[name.removeprefix("text-")], grounds, least).hex for name in SIGNALS},
        "text-muted": dim,
        "foreground-muted": dim,
        "block-cursor-foreground": readable(ink, [cursor]).hex,
        "block-cursor-background": cursor.hex,
        "block-cursor-blurred-foreground": readable(ink, [blurred]).hex,
        "block-cursor-blurred-background": blurred.hex,
        "border": readable(accent, grounds, AA_LARGE).hex,
        "border-blurred": ground.blend(ink, 0.22, 1.0).hex,
        "footer-background": panel.hex,
        "footer-foreground": ink.hex,
        "footer-key-foreground": readable(accent, grounds).hex,
        "footer-description-foreground": dim,
        "input-selection-foreground": readable(ink, [chosen]).hex,
        "input-selection-background": chosen.hex,
        "scrollbar": ground.blend(ink, 0.3, 1.0).hex,
        "scrollbar-hover": ground.blend(ink, 0.45, 1.0).hex,
        "scrollbar-active": accent.hex,
        "scrollbar-background": ground.blend(ink, 0.06, 1.0).hex,
    }
