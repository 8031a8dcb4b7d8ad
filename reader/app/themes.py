"""Themes: TOML files, bundled and the user's alike, each becoming one Textual `Theme`.

Besides Textual's own (`$background`, `$foreground`, `$surface`, `$panel`, `$primary`, `$accent` …) every
theme gives the widgets these variables. Each colour for text stands at WCAG AA (4.5 : 1) against what
it is drawn on, which is `$background` and `$panel` unless a background of its own is named.

==============================  =============================================================================
`$title`                        the article's title
`$heading`                      headings inside the article, headings of panels
`$standfirst`                   the standfirst under the title
`$dim`                          byline, date, captions, roles, hints, counts: quiet, still readable
`$quote`                        block quotes
`$link`                         links inside the article
`$rule`                         lines between panes and under the title (no text)
`$faded`                        all that is not the current claim, in focus mode (3 : 1 at least)
`$claim-direct`                 words of a direct claim, and its gutter mark
`$claim-indirect`               words of an indirect claim, and its gutter mark
`$claim-mixed`                  words of a mixed claim, and its gutter mark
`$claim-source`                 who says it, inside the article
`$claim-cue`                    "said", "according to" …
`$claim-current`                words of the current claim, on …
`$claim-current-background`     … this
`$claim-current-mark`           the gutter mark of the current claim (on `$background`)
`$summary-line`                 a sentence that the summary picked, lit in the article, on …
`$summary-line-background`      … this
`$search-hit`                   a match, on …
`$search-hit-background`        … this
`$search-current`               the current match, on …
`$search-current-background`    … this
`$selection`                    selected text, on …
`$selection-background`         … this
`$bar`                          the filled part of a share-of-voice bar and of progress bars
`$bar-rest`                     the rest of such a bar
`$person` `$organisation`       the sign before an actor, by its kind
`$place` `$group`
`$claim-direct-style`           text styles ("none", "bold underline", "italic", "reverse"), so that claims,
`$claim-indirect-style`         hits and the current place are told apart where there is no colour
`$claim-mixed-style`
`$claim-current-style`
`$summary-line-style`
`$search-hit-style`
`$search-current-style`
`$dim-style`
==============================  =============================================================================

An app whose CSS uses them returns `variable_defaults()` from `App.get_theme_variable_defaults`, so that its
style sheet also parses under a theme that is not ours.
"""

COLOUR_VARIABLES: tuple[str, ...] = (
    "title",
    "heading",
    "standfirst",
    "dim",
    "quote",
    "link",
    "rule",
    "faded",
    "claim-direct",
    "claim-indirect",
    "claim-mixed",
    "claim-source",
    "claim-cue",
    "claim-current",
    "claim-current-background",
    "claim-current-mark",
    "summary-line",
    "summary-line-background",
    "search-hit",
    "search-hit-background",
    "search-current",
    "search-current-background",
    "selection",
    "selection-background",
    "bar",
    "bar-rest",
    "person",
    "organisation",
    "place",
    "group",
)

STYLE_VARIABLES: dict[str, str] = {
    "claim-direct-style": "none",
    "claim-indirect-style": "underline",
    "claim-mixed-style": "none",
    "claim-current-style": "bold",
    "summary-line-style": "none",
    "search-hit-style": "none",
    "search-current-style": "bold",
    "dim-style": "none",
}
"""Our text-style variables and what they are where a theme says nothing."""


def variable_defaults() -> dict[str, str]:
    """Every variable of ours with a value that any theme can live with: the terminal's own colours."""
    backgrounds = dict.fromkeys(COLOUR_VARIABLES, "ansi_default")
    return {**backgrounds, **STYLE_VARIABLES}
