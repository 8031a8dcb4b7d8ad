"""How what was found in an article looks, claims, speakers, hits and lit lines: parts of the article's widget."""

from reader.app.widgets.painted import VOICE_STYLES, voice_css

FOUND_PARTS = frozenset(
    (
        "faded mark direct indirect mixed cue source current current-source mention lit hit "
        "hit-current selection gutter shade-best shade-good shade-rest flash highlight"
    ).split()
) | {*VOICE_STYLES}
"""The parts of an article in which something was found, beside the plain ones."""

FOUND_CSS = f"""
    & > .article--faded {{ color: $faded; text-style: none; }}
    & > .article--shade-best {{ background: $summary-line-background; text-style: bold; }}
    & > .article--shade-good {{ background: $summary-line-background; }}
    & > .article--shade-rest {{ color: $faded; text-style: $faded-style; }}
    & > .article--mark {{ color: $claim-current-mark; text-style: bold; }}
    & > .article--direct {{ text-style: $claim-direct-style; }}
    & > .article--indirect {{ text-style: $claim-indirect-style; }}
    & > .article--mixed {{ text-style: $claim-mixed-style; }}
    & > .article--gutter {{ color: $dim; }}
    {voice_css("article")}
    & > .article--cue {{ color: $claim-cue; }}
    & > .article--source {{ color: $claim-source; }}
    & > .article--current-source {{ text-style: bold; }}
    & > .article--current {{
        color: $claim-current; background: $claim-current-background; text-style: $claim-current-style;
    }}
    & > .article--mention {{ text-style: bold underline; }}
    & > .article--highlight, & > .article--lit {{
        color: $summary-line; background: $summary-line-background; text-style: $summary-line-style;
    }}
    & > .article--hit {{ color: $search-hit; background: $search-hit-background; text-style: $search-hit-style; }}
    & > .article--hit-current {{
        color: $search-current; background: $search-current-background; text-style: $search-current-style;
    }}
    & > .article--selection {{ color: $selection; background: $selection-background; }}
    & > .article--flash {{ text-style: reverse; }}
"""
