"""The keys of the reading screen, by what they are for; each has an id by which users remap it."""

from textual.binding import Binding, BindingType

CLAIM = Binding.Group("claim", compact=True)

READING_SECTIONS: tuple[tuple[str, tuple[Binding, ...]], ...] = (
    (
        "Claims",
        (
            Binding("n", "next", "Next claim (or match)", group=CLAIM, id="reading.next-claim"),
            Binding("N", "previous", "Previous claim (or match)", group=CLAIM, id="reading.previous-claim"),
            Binding("right_square_bracket", "step(1)", "Next claim, always", False, id="reading.next-claim-always"),
            Binding("left_square_bracket", "step(-1)", "Previous, always", False, id="reading.previous-claim-always"),
            Binding("f", "filter", "filter", tooltip="Filter by speaker, kind …", id="reading.filter"),
            Binding("full_stop", "focus_mode", "Focus: dim all but the claim", False, id="reading.focus-mode"),
            Binding("O", "order", "Order of claims or actors", False, id="reading.order"),
        ),
    ),
    (
        "Search, copy, save",
        (
            Binding("slash", "search", "search", id="reading.search"),
            Binding("y", "copy", "copy claim", tooltip="Copy the claim or selection", id="reading.copy"),
            Binding("c", "copy_summary", "copy summary", id="reading.copy-summary"),
            Binding("Y", "copy_as", "Copy as …", False, id="reading.copy-as"),
            Binding("v", "select(False)", "Select the next sentence", False, id="reading.select"),
            Binding("V", "select(True)", "Select one sentence more", False, id="reading.select-more"),
            Binding("e", "export", "Save a report, CSV or JSON", False, id="reading.save"),
            Binding("L", "links", "Links in the article", False, id="reading.links"),
            Binding("H", "headings", "Headings in the article", False, id="reading.headings"),
        ),
    ),
    (
        "Panels",
        (
            Binding("s", "panel('summary')", "summary", tooltip="To the summary and back", id="reading.summary"),
            Binding("a", "panel('actors')", "actors", tooltip="To the actors and back", id="reading.actors"),
            Binding("l", "panel('claims')", "claims", tooltip="To the claims and back", id="reading.claims"),
            Binding("z", "alone", "Article alone", False, id="reading.article-alone"),
            Binding("right_parenthesis", "panel_width(4)", "Wider panels", False, id="reading.wider-panels"),
            Binding("left_parenthesis", "panel_width(-4)", "Narrower panels", False, id="reading.narrower-panels"),
        ),
    ),
    (
        "Summary",
        (
            Binding("less_than_sign", "length(-1)", "Shorter summary", False, id="reading.shorter-summary"),
            Binding("greater_than_sign", "length(1)", "Longer summary", False, id="reading.longer-summary"),
            Binding("number_sign", "summary('length')", "Length: words, share …", False, id="reading.summary-length"),
            Binding("m", "method", "Summary by another method", False, id="reading.summary-method"),
            Binding("A", "summary('about')", "About words you type", False, id="reading.summary-about"),
            Binding("p", "summary('speaker')", "What this person says", False, id="reading.summary-speaker"),
            Binding("B", "summary('sides')", "Both sides, all sides", False, id="reading.summary-sides"),
            Binding("w", "summary('explain')", "Why each line was picked", False, id="reading.summary-why"),
            Binding("S", "summary('shade')", "Shade sentences by worth", False, id="reading.summary-shade"),
        ),
    ),
    (
        "Page and program",
        (
            Binding("plus,equals_sign", "measure(4)", "Wider column", False, id="reading.wider"),
            Binding("minus", "measure(-4)", "Narrower column", False, id="reading.narrower"),
            Binding("vertical_line", "justify", "Even right edge", False, id="reading.justify"),
            Binding("t", "app.change_theme", "Theme", False, id="reading.theme"),
            Binding("r", "analyse", "Analyse again", False, id="reading.analyse"),
            Binding("h", "app.home", "Home: samples, open", False, id="reading.home"),
            Binding("o", "app.open", "Open another article", False, id="reading.open"),
            Binding("i", "app.list", "List: items, chapters, open", False, id="reading.list"),
            Binding("J", "app.walk(1)", "Next article", False, id="reading.next-article"),
            Binding("K", "app.walk(-1)", "Previous article", False, id="reading.previous-article"),
            Binding("question_mark", "app.help", "help", tooltip="This help", id="reading.help"),
            Binding("escape", "back", "back", tooltip="Back one level", id="reading.back"),
        ),
    ),
)

READING_KEYS: list[BindingType] = [binding for _, bindings in READING_SECTIONS for binding in bindings]

FOOT_ORDER = (
    "next-claim previous-claim back copy copy-summary search filter summary actors claims".split()  # noqa: SIM905
)
"""What the foot shows first, by the ends of ids."""
