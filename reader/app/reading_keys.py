"""The keys of the reading screen; each has an id by which users remap it, and words that the help shows."""

from textual.binding import Binding, BindingType

CLAIM = Binding.Group("claim", compact=True)

READING_KEYS: list[BindingType] = [
    Binding("n", "next", "Next claim", group=CLAIM, id="reading.next-claim"),
    Binding("N", "previous", "Previous claim", group=CLAIM, id="reading.previous-claim"),
    Binding("right_square_bracket", "step(1)", "Next claim, always", show=False, id="reading.next-claim-always"),
    Binding("left_square_bracket", "step(-1)", "Previous claim, always", show=False, id="reading.prev-claim-always"),
    Binding("y", "copy", "copy claim", id="reading.copy"),
    Binding("c", "copy_summary", "copy summary", id="reading.copy-summary"),
    Binding("slash", "search", "search", id="reading.search"),
    Binding("f", "filter", "filter", id="reading.filter"),
    Binding("s", "panel('summary')", "summary", id="reading.summary"),
    Binding("a", "panel('actors')", "actors", id="reading.actors"),
    Binding("l", "panel('claims')", "claims", id="reading.claims"),
    Binding("question_mark", "app.help", "help", id="reading.help"),
    Binding("less_than_sign", "length(-1)", "Shorter summary", show=False, id="reading.shorter-summary"),
    Binding("greater_than_sign", "length(1)", "Longer summary", show=False, id="reading.longer-summary"),
    Binding("m", "method", "summary method", show=False, id="reading.summary-method"),
    Binding("Y", "copy_as", "Copy as …", show=False, id="reading.copy-as"),
    Binding("e", "export", "Save a report …", show=False, id="reading.save"),
    Binding("v", "select(False)", "Select the next sentence", show=False, id="reading.select"),
    Binding("V", "select(True)", "Select one sentence more", show=False, id="reading.select-more"),
    Binding("L", "links", "Links in the article", show=False, id="reading.links"),
    Binding("full_stop", "focus_mode", "Dim all but the current claim", show=False, id="reading.focus-mode"),
    Binding("z", "alone", "Article alone", show=False, id="reading.article-alone"),
    Binding("plus,equals_sign", "measure(4)", "Wider column", show=False, id="reading.wider"),
    Binding("minus", "measure(-4)", "Narrower column", show=False, id="reading.narrower"),
    Binding("right_parenthesis", "panel_width(4)", "Wider panels", show=False, id="reading.wider-panels"),
    Binding("left_parenthesis", "panel_width(-4)", "Narrower panels", show=False, id="reading.narrower-panels"),
    Binding("vertical_line", "justify", "Even right edge", show=False, id="reading.justify"),
    Binding("O", "order", "Order of claims and actors", show=False, id="reading.order"),
    Binding("o", "app.open", "Open another article", show=False, id="reading.open"),
    Binding("J", "app.walk(1)", "Next article", show=False, id="reading.next-article"),
    Binding("K", "app.walk(-1)", "Previous article", show=False, id="reading.previous-article"),
    Binding("t", "app.change_theme", "Theme", show=False, id="reading.theme"),
    Binding("escape", "back", "back", id="reading.back"),
]
