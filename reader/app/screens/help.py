"""All keys, by what they are for, told from the bindings themselves so that remapped keys are shown as they are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reader.app.page.view import ArticleView
from reader.app.panels.panel import Panel
from reader.app.screens.scene import Scene
from reader.app.widgets.rows import RowList
from reader.app.widgets.search_bar import SearchBar

Section = tuple[str, list[tuple[str, str]]]

SIGNS: Section = (
    "Signs",
    [
        ("▌", "the current claim"),
        ("│", "direct: in quotation marks"),
        ("┆", "indirect: reported"),
        ("╎", "mixed: reported, in part quoted"),
        ("● ■ ▲ ◆ ★ ○", "the six who say most"),
        ("▐  ·  ━", "map: current claim, claims, matches"),
    ],
)


class HelpScreen(ModalScreen[None], Scene[None]):
    """A page of keys over the screen below, in two columns where there is room."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll {
        width: 96; max-width: 98%; height: auto; max-height: 96%; background: $panel; padding: 0 2;
        border: round $rule; scrollbar-size-vertical: 1;
    }
    HelpScreen Horizontal { height: auto; }
    HelpScreen Vertical { width: 1fr; height: auto; }
    HelpScreen .help-heading { color: $heading; text-style: bold; height: 1; margin-top: 1; }
    HelpScreen .help-keys { color: $foreground; height: auto; }
    HelpScreen .help-end { color: $dim; height: 1; margin-top: 1; }
    HelpScreen.-narrow Horizontal { layout: vertical; }
    HelpScreen.-narrow Vertical { width: 100%; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-broad")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "Close", id="help.close"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="help.down"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="help.up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="help.page-down"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="help.page-up"),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False, id="help.half-down"),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False, id="help.half-up"),
        Binding("g,home", "edge('home')", "Beginning", show=False, id="help.home"),
        Binding("G,end", "edge('end')", "End", show=False, id="help.end"),
    ]

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections

    @classmethod
    def of(cls, screen: Screen[Any], keymap: Mapping[str, str]) -> "HelpScreen":
        """The help for a screen, with the user's own keys (binding ids to keys) in place of the usual ones."""
        app = screen.app
        sections: list[Section] = []
        if isinstance(screen, Scene) and screen.GROUPS:
            by_title: dict[str, list[Binding]] = {}
            for group in screen.GROUPS:
                by_title.setdefault(getattr(group, "SECTION", ""), []).extend(_declared(group))
            sections += [(title, _told(app, bindings, keymap)) for title, bindings in by_title.items()]
            sections.append(SIGNS)
        else:
            sections.append(("Here", _told(app, Binding.make_bindings(screen.BINDINGS), keymap)))
        panes = (("In the article", ArticleView), ("In a panel or list", RowList), ("Typing a search", SearchBar))
        for title, kind in panes:
            if screen.query(kind):
                sections.append((title, _told(app, Binding.make_bindings(kind.BINDINGS), keymap)))
            if kind is RowList and screen.query(Panel):
                sections[-1][1].extend(_told(app, Binding.make_bindings(Panel.BINDINGS), keymap))
        return cls([*sections, ("Everywhere", _told(app, Binding.make_bindings(app.BINDINGS), keymap))])

    def compose(self) -> ComposeResult:
        left, right = _halves(self._sections)
        with VerticalScroll():
            with Horizontal():
                for half in (left, right):
                    with Vertical():
                        for title, rows in half:
                            yield Static(title, markup=False, classes="help-heading")
                            text = "\n".join(f"{keys:<10} {words}" for keys, words in rows)
                            yield Static(Content(text), markup=False, classes="help-keys")
            yield Static("esc closes · every key can be changed in reader.toml", markup=False, classes="help-end")

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: float) -> None:
        """A page on or back: all but the line that was at the edge."""
        height = self.query_one(VerticalScroll).scrollable_content_region.height
        self.action_scroll(round(pages * max(1, height - 1)))

    def action_edge(self, edge: str) -> None:
        """To the beginning or the end."""
        place = self.query_one(VerticalScroll)
        place.scroll_end(animate=False) if edge == "end" else place.scroll_home(animate=False)


def _declared(owner: type[DOMNode]) -> Iterable[Binding]:
    return (binding for binding in owner.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding))


def _halves(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """The sections in two columns of about the same height."""
    everything = sum(len(rows) + 2 for _, rows in sections)
    height = 0
    for number, (_, rows) in enumerate(sections):
        height += len(rows) + 2
        if height * 2 >= everything:
            return sections[: number + 1], sections[number + 1 :]
    return sections, ()


def _told(app: App[Any], bindings: Iterable[Binding], keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """Keys and words, one row for each action."""
    rows: dict[str, tuple[list[str], str]] = {}
    for binding in bindings:
        keys, _ = rows.setdefault(binding.action, ([], binding.tooltip or binding.description))
        own = keymap.get(binding.id or "", binding.key)
        for key in own.split(","):
            shown = app.get_key_display(Binding(key, binding.action))
            if shown not in keys:
                keys.append(shown)
    return [(" ".join(keys), words[:1].upper() + words[1:]) for keys, words in rows.values()]
