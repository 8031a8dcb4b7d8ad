"""While an article is on its way: what is being done, how far it is, and a way out."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.app.messages import GiveUp
from reader.app.screens.scene import Scene
from reader.app.state.key_names import with_keys
from reader.app.state.place_words import SPINNER
from reader.app.widgets.foot import Foot
from reader.article import safe_text

_PATIENCE = 0.15
_BAR = 40
_TURN = 0.1


class LoadingScreen(Scene[None]):
    """Stays blank for a moment, so that a file that opens at once does not flash words; Esc gives up."""

    DEFAULT_CSS = """
    LoadingScreen { align: center middle; background: $background; }
    LoadingScreen > Vertical { width: 70; max-width: 90%; height: auto; }
    LoadingScreen Static { height: auto; }
    LoadingScreen #loading-source { color: $dim; }
    LoadingScreen #loading-doing { color: $foreground; margin-top: 1; }
    LoadingScreen #loading-bar { color: $bar; }
    LoadingScreen #loading-way-on { color: $dim; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "give up", id="loading.cancel"),
        Binding("o", "app.open", "open another", id="app.open"),
        Binding("J", "app.walk(1)", "Next article", show=False, id="reading.next-article"),
        Binding("K", "app.walk(-1)", "Previous article", show=False, id="reading.previous-article"),
    ]

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self._doing = "opening …"
        self._share: float | None = None
        self._failed = False
        self._turn = 0
        self._words = Vertical()
        self._doing_line = Static("opening …", markup=False, id="loading-doing")
        self._bar = Static("", markup=False, id="loading-bar")
        self._way_on = Static("esc gives up", markup=False, id="loading-way-on")
        self._foot = Foot()

    def compose(self) -> ComposeResult:
        with self._words:
            yield Static(safe_text(self._source, lines=False), markup=False, id="loading-source")
            yield self._doing_line
            yield self._bar
            yield self._way_on
        yield self._foot

    def on_mount(self) -> None:
        self._words.visible = self._failed
        self.set_timer(_PATIENCE, self._appear)
        self.set_interval(_TURN, self._spin)
        self._show()

    def _appear(self) -> None:
        self._words.visible = True

    def _spin(self) -> None:
        if not self._failed:
            self._turn += 1
            self._show()

    def report(self, doing: str, share: float | None) -> None:
        """Show what is being done, and how much of it (0 to 1) where that is known."""
        if not self._failed:
            self._doing, self._share = f"{doing} …", share
            self._show()

    def fail(self, why: str) -> None:
        """Say in one sentence why nothing was opened, and what can be done."""
        self._doing, self._share, self._failed = why, None, True
        self._show()

    def _show(self) -> None:
        if not self.is_there:
            return
        bar = ""
        if self._share is not None:
            filled = round(min(1.0, max(0.0, self._share)) * _BAR)
            bar = "━" * filled + "╌" * (_BAR - filled) + f" {self._share:.0%}"
        sign = "" if self._failed else f"{SPINNER[self._turn % len(SPINNER)]} "
        self._doing_line.update(sign + self._doing)
        self._bar.update(bar)
        if self._failed:
            self._appear()
            way_on = with_keys("esc goes back · o opens something else · ‹app.quit› quits")
            self._way_on.update(way_on)
            self._foot.update("", "", {"give up": "go back"})

    def action_give_up(self) -> None:
        self.workers.cancel_node(self)
        self.post_message(GiveUp(self._source))
