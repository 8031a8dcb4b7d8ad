"""All keys, by pane, told from the bindings themselves so that remapped keys are shown as they are."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reader.app.article_view import ArticleView
from reader.app.panels.rows import RowList
from reader.app.search_bar import SearchBar

Section = tuple[str, list[tuple[str, str]]]

_SIGNS = (
    ("▌", "the current claim"),
    ("│", "direct: in quotation marks"),
    ("┆", "indirect: reported"),
    ("╎", "mixed: reported, in part quoted"),
    ("● ■ ▲ ○", "person, organisation, place, group"),
)


class HelpScreen(ModalScreen[None]):
    """A page of keys over the screen below."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll {
        width: 74; max-width: 96%; height: auto; max-height: 92%; background: $panel; padding: 1 2;
        scrollbar-size-vertical: 1;
    }
    HelpScreen .help-heading { color: $heading; text-style: bold; height: 1; margin-top: 1; }
    HelpScreen .help-keys { color: $foreground; height: auto; }
    HelpScreen .help-end { color: $dim; height: 1; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "Close", id="help.close"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="help.down"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="help.up"),
        Binding("space,pagedown", "scroll(12)", "Page down", show=False, id="help.page-down"),
        Binding("b,pageup", "scroll(-12)", "Page up", show=False, id="help.page-up"),
    ]

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections

    @classmethod
    def of(cls, screen: "Screen[object]") -> "HelpScreen":
        """The help for a screen: its own keys, then those of its panes, then those that work everywhere."""
        sections: list[Section] = [("Here", _told(screen.app, screen))]
        panes = (("In the article", ArticleView), ("In a panel", RowList), ("While typing a search", SearchBar))
        for title, kind in panes:
            if found := list(screen.query(kind)):
                sections.append((title, _told(screen.app, found[0])))
        if screen.query(ArticleView):
            sections.append(("Signs", list(_SIGNS)))
        return cls([*sections, ("Everywhere", _told(screen.app, screen.app))])

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for title, rows in self._sections:
                yield Static(title, markup=False, classes="help-heading")
                width = max((len(keys) for keys, _ in rows), default=0) + 3
                text = "\n".join(f"{keys:<{width}}{words}" for keys, words in rows)
                yield Static(Content(text), markup=False, classes="help-keys")
            yield Static("esc closes", markup=False, classes="help-end")

    def action_scroll(self, lines: int) -> None:
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=lines, animate=False)


def _told(app: "App[object]", node: DOMNode) -> list[tuple[str, str]]:
    """Keys and words of a node's bindings, one row for each action, keys remapped as the user has them."""
    rows: dict[str, tuple[list[str], str]] = {}
    for binding in Binding.make_bindings(node.BINDINGS):
        keys, _ = rows.setdefault(binding.action, ([], binding.description))
        keys.append(app.get_key_display(binding))
    return [(" ".join(keys), words[:1].upper() + words[1:]) for keys, words in rows.values()]
