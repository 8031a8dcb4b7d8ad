"""What every group of actions may touch: what is read, the parts of the screen, and the ways to ask and to tell.

A group of actions is a class on `Room` with its own keys, words and code; `ReadingScreen` is made of all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Offset
from textual.reactive import var
from textual.widget import Widget

from reader.analysis.model import Analysis, Claim
from reader.app.background.desk import Desk
from reader.app.background.work import Work
from reader.app.messages import ChangeSettings, Welcomed
from reader.app.page.view import ArticleView
from reader.app.panels import ActorsPanel, ClaimCard, ClaimsPanel, MarksPanel, SummaryPanel, VoiceStrip
from reader.app.panels.panel import Panel
from reader.app.panels.tabs import SideTabs
from reader.app.reading.session import Session
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.screens.scene import Scene
from reader.app.state.key_names import with_keys
from reader.app.state.place_words import is_analysing, is_summarising
from reader.app.state.reading import Reading, at_claim
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.search_bar import SearchBar
from reader.library import Shelf

_TURN = 0.1
"""Seconds between two turns of the sign that something is going on."""

FIRST_ON_THE_FOOT = (
    *("next-claim", "previous-claim", "their-previous-claim", "their-next-claim", "copy", "copy-summary", "search"),
    *("filter", "summary", "actors", "claims", "back"),
)
"""What the foot of the reading screen shows first, by the ends of ids."""


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the palette that no key stands for: its name, a quiet remark, and what it does."""

    name: str
    remark: str
    do: Callable[[], object]


class Room(Scene[None]):
    """One article being read. `session` holds what is read and where; it outlives the screen."""

    TELLS = True
    SECTION: ClassVar[str] = ""
    """The heading over a group's keys on the help screen."""

    BINDINGS: ClassVar[list[BindingType]] = []

    reading: var[Reading | None] = var(None, init=False)

    def __init__(
        self,
        session: Session,
        work: Work,
        *,
        shelf: Shelf | None = None,
        desk: Desk | None = None,
        is_first: bool = False,
    ) -> None:
        super().__init__()
        self.session = session
        self.work = work
        self.shelf = shelf
        self.desk = desk
        self.is_first = is_first
        settings = session.settings
        self.article_view = ArticleView(
            measure=settings.measure, justified=settings.justify, context=settings.context, id="article"
        )
        self.summary_panel, self.actors_panel, self.claims_panel = SummaryPanel(), ActorsPanel(), ClaimsPanel()
        self.card, self.strip = ClaimCard(), VoiceStrip()
        self.marks_panel = MarksPanel()
        self.side_panels: tuple[Panel, ...] = (
            self.summary_panel,
            self.card,
            self.actors_panel,
            self.claims_panel,
            self.marks_panel,
        )
        self.panels_place = Container(id="panels")
        self.side_tabs = SideTabs()
        self.hint = Hint()
        self.search_bar = SearchBar()
        self.turns = 0
        self._is_turning = False
        self._so_far = ""

    # What is read ------------------------------------------------------------------------------------------------

    @property
    def now(self) -> Reading:
        """What is being read."""
        return self.reading or self.session.reading

    def watch_reading(self, _: Reading | None, reading: Reading | None) -> None:
        """Everything on the screen renders this one value."""
        if reading is not None:
            was_analysing = is_analysing(self.session.reading)
            self.session.reading = reading
            if self.is_there:
                if was_analysing and not is_analysing(reading):
                    self._take_back()
                self.show_reading()

    def show_reading(self) -> None:
        """Render what is being read, on all parts of the screen."""
        raise NotImplementedError

    def show_place(self) -> None:
        """Render where the reader is."""
        raise NotImplementedError

    def go_to(self, claim: Claim | None) -> None:
        """Stand at a claim and bring it into sight."""
        if claim is not None:
            self.stand_at(claim.id)
            self.article_view.bring(claim.span)
            if self.is_first:  # who walks has understood the welcome
                self.end_welcome()

    def stand_at(self, claim_id: str) -> None:
        """Stand at a claim; where it is stands at the foot, before all that was said in passing."""
        self.reading = at_claim(self.now, claim_id)
        for foot in self.query(Foot):
            foot.hush()

    def end_welcome(self) -> None:
        """Put the welcome away, for the next articles too."""
        self.is_first = False
        self.hint.silence()
        self.refresh_bindings()
        self.post_message(Welcomed())

    def keep_found(self, analysis: Analysis) -> None:
        """Keep what was found in the article, where it is kept."""

    # Selecting ---------------------------------------------------------------------------------------------------

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What lies under the pointer; for a drag that began in the article, its place nearest to the pointer."""
        begun = self._select_state.start if self._selecting and self._select_state else None
        if begun is not None and begun.content_widget is self.article_view:
            region = self.article_view.region
            x, y = max(region.x, min(x, region.right - 1)), max(region.y, min(y, region.bottom - 1))
        return super().get_widget_and_offset_at(x, y)

    # Asking, telling, settings -----------------------------------------------------------------------------------

    def ask(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Callable[[int], object],
        *,
        remark: str = "",
        start: int = 0,
    ) -> None:
        """Ask for one of several choices; `chosen` is called with its index, unless the question is put away."""

        def answered(index: int | None) -> None:
            if index is not None:
                chosen(index)

        self.app.push_screen(Chooser(title, choices, remark=remark, start=start), answered)

    def say(self, words: str, *, so_far: bool = False) -> None:
        """Say something in passing; brackets in it are shown as they are.

        What holds but `so_far` is said no longer than the analysis takes.
        """
        self._so_far = with_keys(words) if so_far else ""
        self.tell(words)

    def _take_back(self) -> None:
        """Say no longer what held only during the analysis."""
        for foot in self.query(Foot):
            if foot.told == self._so_far:
                foot.hush()
        if self.hint.words == self._so_far:
            self.hint.silence()

    def change_settings(self, **changes: Any) -> None:
        """Change settings, now and for the next sessions."""
        self.session.settings = replace(self.session.settings, **changes)
        self.post_message(ChangeSettings(changes))

    # That something is going on ----------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether an analysis or a summary is being made."""
        return is_analysing(self.now) or is_summarising(self.now)

    def spin(self) -> None:
        """Turn the sign that something is going on, as long as it is."""
        if not self._is_turning and self.is_there:
            self._is_turning = True
            self.set_timer(_TURN, self._turn_on)

    def _turn_on(self) -> None:
        self._is_turning = False
        if self.is_busy:
            self.turns += 1
            self.show_place()
            self.spin()

    # Commands ----------------------------------------------------------------------------------------------------

    @classmethod
    def own_keys(cls) -> Iterator[Binding]:
        """The keys that this group declares itself."""
        for binding in cls.__dict__.get("BINDINGS", ()):
            assert isinstance(binding, Binding)
            yield binding

    def commands(self) -> Iterator[Command]:
        """What the palette offers beside the keys, by way of all groups."""
        yield from ()
