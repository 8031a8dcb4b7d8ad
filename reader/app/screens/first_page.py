"""The article alone, where it will stand on the reading screen: the first that is seen, while all the rest comes in."""

import asyncio

from textual.app import ComposeResult
from textual.widgets import Static

from reader.app.page.layout import Anchor
from reader.app.page.masthead import Masthead
from reader.app.page.view import ArticleView
from reader.app.screens.scene import Scene
from reader.app.settings.settings import Settings
from reader.app.state.columns import ONE_LINE, room_beside
from reader.app.state.reading import Reading

_LOOK = 0.005
"""Seconds between two looks at whether the page has its size."""


class FirstPage(Scene[None]):
    """Paints one article; keys wait until the reading screen has taken its place."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    FirstPage { background: $background; }
    FirstPage > Static { dock: bottom; width: 100%; background: $panel; }
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._view = ArticleView(measure=settings.measure, justified=settings.justify, context=settings.context)
        self._masthead = Masthead()
        self._foot = Static()

    def compose(self) -> ComposeResult:
        yield self._masthead
        yield self._view
        yield self._foot

    def on_mount(self) -> None:
        settings, columns = self._settings, self.app.size.width
        foot = 1 if columns >= ONE_LINE else 2
        beside = room_beside(columns, settings.measure, settings.side_width, settings.hidden_panels)
        self._foot.styles.height = foot
        self._view.styles.margin = (0, beside + settings.minimap, 0, 0)

    async def paint(self, reading: Reading, place: Anchor) -> None:
        """Show an article at a place, and wait until it is seen."""
        while not self._view.size.width and self.app.is_running:
            await asyncio.sleep(_LOOK)
        self._view.show(reading)
        self._view.place = place
        self._masthead.show(reading, self._view)
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()
