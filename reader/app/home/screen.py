"""The home screen: the library as a front page, its highlights and people, and a search of all of it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from reader.app.background.beside import work_beside
from reader.app.background.desk import Desk
from reader.app.background.fetching import Fetcher
from reader.app.home.above import TITLE, Over, rule_of, rule_over, tabs_of, title_of
from reader.app.home.adding import Adding
from reader.app.home.asked_rows import AskedRows
from reader.app.home.changes import Changes
from reader.app.home.changing_screen import ChangingScreen
from reader.app.home.listings import Begun, Listings, begin
from reader.app.home.samples import sample_listing
from reader.app.home.tabs import PEOPLE, TO_READ, Tab, TabLine
from reader.app.home.who import Who
from reader.app.messages import OpenKept, OpenSource, OpenText
from reader.app.screens.question import Question
from reader.app.state.key_names import with_keys
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import RowList
from reader.library.front import Counts, Row
from reader.library.model import Entry, Hit, Mark, Person, Said
from reader.library.problems import LibraryError

WELCOME = "Welcome · open one, then ‹reading.next-claim› goes from claim to claim and ‹app.help› tells all keys"

LOOK = 2.0
"""Seconds between two looks at what another sitting may have changed."""

_ON_ARTICLES = frozenset(("done", "later", "star", "tag", "remove", "retry"))


class HomeRows(AskedRows):
    """The front page's list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "read", id="home.choose"),
    ]


class HomeScreen(ChangingScreen):
    """What `reader` alone shows. Without a desk (in private), the samples and a way to open something."""

    TELLS = True
    AUTO_FOCUS = "HomeRows"
    DEFAULT_CSS = """
    HomeScreen { background: $background; }
    HomeScreen #home-title { height: 1; padding: 0 2; color: $dim; }
    HomeScreen #home-rule { height: 1; padding: 0 2; color: $dim; }
    HomeScreen HomeRows { height: 1fr; margin: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", "done", tooltip="Done, or to read once more", id="home.done"),
        Binding("z", "later", "later", tooltip="To the end of the queue", id="home.later"),
        Binding("asterisk", "star", "star", id="home.star"),
        Binding("number_sign", "tag", "tag", id="home.tag"),
        Binding("x", "remove", "remove", tooltip="Remove (u brings it back)", id="home.remove"),
        Binding("u", "undo", "undo", id="home.undo"),
        Binding("a", "add", "add", tooltip="Add addresses or files to the queue", id="home.add"),
        Binding("o", "app.open", "open", tooltip="Open a path or an address", id="home.line"),
        Binding("f", "feeds", "feeds", tooltip="What you subscribe to", id="home.feeds"),
        Binding("slash", "search", "search", tooltip="Search everything", id="home.search"),
        Binding("W", "who", "who is who", tooltip="One person or two", id="home.who"),
        Binding("n", "next", "next in the queue", show=False, id="home.next-in-queue"),
        Binding("r", "retry", "try again", show=False, tooltip="Try again to get its text", id="home.retry"),
        Binding(
            "O", "order", "oldest first", show=False, tooltip="What one said: oldest or newest first", id="home.order"
        ),
        Binding("tab,right", "tab(1)", "Next list", show=False, id="home.next"),
        Binding("shift+tab,left", "tab(-1)", "Previous list", show=False, id="home.previous"),
        Binding("escape", "back", "back", id="home.back"),
        Binding("t", "app.change_theme", "theme", show=False, id="app.theme"),
        Binding("question_mark", "app.help", "help", id="app.help"),
    ]

    def __init__(
        self,
        desk: Desk | None = None,
        fetcher: Fetcher | None = None,
        *,
        is_first: bool = False,
        place: Over | None = None,
        leave: Callable[[Over | None], None] = lambda _: None,
    ) -> None:
        """`place` is what lay over the lists when the screen was left, which is told to `leave`."""
        super().__init__()
        self._place, self._leave = place, leave
        self._desk = desk
        self._fetcher = fetcher
        self._is_first = is_first
        self._listings = Listings(desk, self._doing) if desk is not None else None
        self._changes = Changes(desk) if desk is not None else None
        self._fetched = fetcher.done if fetcher is not None else 0
        self._counts = Counts()
        self._questions = 0
        self._shown = place.shown if place else ""
        self._over: Person | str | None = place.what if place else None
        """Whose words, or what search's hits, lie over the lists."""
        self._oldest = place.oldest if place else False
        self._title = Static(TITLE, markup=False, id="home-title")
        self._rule = Static("", markup=False, id="home-rule")
        self._tabs = TabLine()
        self._rows = HomeRows(self.tell_problem, id="home-rows")
        self._hint = Hint()
        self._foot = Foot()

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._tabs
        yield self._rule
        yield self._rows
        yield self._hint
        yield self._foot

    def on_mount(self) -> None:
        if self._is_first:
            self._hint.say(WELCOME)
        if self._desk is None or self._desk.is_new:
            self._show_samples()
        if self._desk is not None:
            self.set_interval(LOOK, self.look)
        if self._over is not None:
            work_beside(self, self._show_over, group="over", exclusive=True)
        self._show_place()

    def put_away(self) -> None:
        over = self._over
        self._leave(Over(self._shown, over, self._oldest, self._rows.cursor) if over is not None else None)

    def on_screen_resume(self) -> None:
        if self._desk is not None:
            self.begin_load()

    # What is shown -----------------------------------------------------------------------------------------------

    async def load(self, *, only_if_changed: bool = False) -> None:
        """Ask for counts and first rows, and show them."""
        if self._desk is None or self._listings is None:
            return
        shown = self._shown
        try:
            if only_if_changed and await self._desk.ask(lambda library: library.counts()) == self._counts:
                return
            begun = await self._desk.ask(lambda library: begin(shown, library))
        except LibraryError as error:
            self.tell_problem(str(error))
            self._show_samples()
            return
        for remark in self._desk.remarks():
            self.notify(remark, severity="warning", markup=False, timeout=12)
        if shown != self._shown or not self.is_there:
            return
        self._counts, self._shown, self._questions = begun.counts, begun.shown, begun.questions
        if self._over is None:
            self._show_begun(begun)
        self._show_place()

    def _show_begun(self, begun: Begun) -> None:
        assert self._listings is not None
        if begun.shown == TO_READ and not begun.counts.to_read:
            self._show_samples()
        else:
            self._rows.show(self._listings.of(begun))

    def _show_samples(self) -> None:
        self._shown = self._shown or TO_READ
        self._rows.show(sample_listing())
        self._show_place()

    def _show_place(self) -> None:
        """Tell what is shown, above and at the foot."""
        if not self.is_there:
            return
        counts, over = self._counts, self._over
        self._title.update(title_of(counts))
        if self._desk is not None:
            self._tabs.show(tabs_of(counts), "" if over else self._shown)
        else:
            self._tabs.show((Tab(TO_READ, "To read"),), TO_READ)
        if over is not None:
            self._rule.update(rule_over(over, oldest=self._oldest, found=self._rows.count))
        else:
            name, adds = self._rows.listing.name, self._desk is not None
            self._rule.update(rule_of(name, self._shown, adds=adds, questions=self._questions))
        words = f"{counts.to_read} to read" if self._desk is not None else "private: nothing is kept"
        self._foot.update(words, self._fetching())
        self.refresh_bindings()

    def _fetching(self) -> str:
        """What is got at present, for the foot."""
        doing = self._fetcher.doing if self._fetcher is not None else None
        return f"{doing[1]} …" if doing is not None else ""

    def _doing(self) -> Mapping[int, str]:
        doing = self._fetcher.doing if self._fetcher is not None else None
        if doing is None:
            return {}
        entry, words, share = doing
        return {
            entry: f"{words} …"
            + (f" {share:.0%}" if share is not None else "")
            + with_keys(" · ‹home.remove› gives up")
        }

    def fetched(self, fetcher: Fetcher) -> None:
        """What waits for its text has gone on."""
        self._fetcher = fetcher
        if not self.is_there:
            return
        if fetcher.done != self._fetched:
            self._fetched = fetcher.done
            self.begin_load()
        elif isinstance(self._rows.chosen, Row):
            self._rows.redraw_all()
        self._show_place()

    def look(self) -> None:
        """Take in what another sitting changed."""
        if self.app.screen is self and self._over is None:
            work_beside(self, partial(self.load, only_if_changed=True), group="look", exclusive=True)

    # Choosing ----------------------------------------------------------------------------------------------------

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        chosen: Any = self._rows.item(event.index)
        match chosen:
            case Row():
                self._open(chosen.entry)
            case Hit() | Said():
                self.post_message(OpenKept(chosen.entry, chosen.span))
            case Person():
                self._go_over(chosen)
            case (Mark() as mark, Entry()):
                self.post_message(OpenKept(mark.entry, mark.span))
            case (Path() as path, str()):
                self.post_message(OpenSource(str(path)))

    def _open(self, entry: Entry) -> None:
        self.post_message(OpenKept(entry.number))

    def action_next(self) -> None:
        """Open what has waited longest."""
        work_beside(self, self._open_next)

    async def _open_next(self) -> None:
        entry = await self._desk.ask(lambda library: library.next_in_queue()) if self._desk is not None else None
        if entry is None:
            self.notify("Nothing waits in the queue.", markup=False)
        else:
            self._open(entry)

    def on_tab_line_chosen(self, event: TabLine.Chosen) -> None:
        self._show_tab(event.name)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789" and int(event.character) <= len(self._tabs.tabs):
            event.stop()
            self._show_tab(self._tabs.tabs[int(event.character) - 1].name)
        elif any(binding.action == "who" for binding in self._bindings.key_to_bindings.get(event.key, ())):
            self.notify("Who is who is asked of one of the people: 6 shows them.", markup=False)

    def action_tab(self, step: int) -> None:
        """The next or previous list."""
        names = [tab.name for tab in self._tabs.tabs]
        at = names.index(self._shown) if self._shown in names else 0
        self._show_tab(names[(at + step) % len(names)])

    def _show_tab(self, name: str) -> None:
        self._shown, self._over = name, None
        self.begin_load()

    def _go_over(self, over: Person | str) -> None:
        self._over, self._oldest = over, False
        work_beside(self, self._show_over, group="over", exclusive=True)

    async def _show_over(self) -> None:
        over = self._over
        if self._listings is None or over is None:
            return
        try:
            listing, remarks = await self._listings.over(over, oldest=self._oldest)
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        if over is self._over and self.is_there:
            self._rows.show(listing, cursor=self._place.cursor if self._place else None)
            self._place = None
            self._show_place()
            for remark in remarks:
                self.notify(remark, markup=False)

    def action_order(self) -> None:
        """What one said, the oldest or the newest first."""
        self._oldest = not self._oldest
        work_beside(self, self._show_over, group="over", exclusive=True)

    def action_back(self) -> None:
        """From what lies over the lists back to them."""
        self._show_tab(self._shown)

    def action_search(self) -> None:
        """Ask for words, and show where they stand in everything that is kept."""
        asks_who = self._shown == PEOPLE and self._over is None

        def take(words: str) -> str:
            self._go_over(f"who:{words}" if asks_who else words)
            return ""

        remark = "enter finds" if asks_who else "words, “a phrase”, speaker: outlet: since: tag: kind:"
        value = self._over if isinstance(self._over, str) and not self._over.startswith("who:") else ""
        title = "Who:" if asks_who else "Search everything:"
        self.app.push_screen(Question(title, take, value=value, remark=remark))

    # Changing ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _ON_ARTICLES:
            return self.chosen_entry is not None or (action == "remove" and isinstance(self._mark, Mark))
        if action == "undo":
            return self._changes is not None and self._changes.can_undo
        if action == "back":
            return self._over is not None
        if action == "who":
            return self._shown == PEOPLE and (self._over is None or isinstance(self._rows.chosen, Person))
        if action == "order":
            return isinstance(self._over, Person)
        if action in ("search", "next", "add", "feeds"):
            return self._desk is not None
        return True

    def action_remove(self) -> None:
        """Take the article out of sight, and give up getting its text; on a mark, take the mark away."""
        mark, entry = self._mark, self.chosen_entry
        if mark is not None and self._changes is not None:
            self.change(partial(self._changes.unmark, mark))
        elif entry is not None and self._fetcher is not None and entry.number in self._doing():
            self._fetcher.give_up(entry.number)
        else:
            self._change(Changes.remove)

    def action_who(self) -> None:
        """Ask who is who: one person or two."""
        chosen = self._rows.chosen
        if self._desk is not None and self._changes is not None:
            person = chosen if isinstance(chosen, Person) else None
            work_beside(self, partial(Who(self, self._desk, self._changes).ask, person))

    def action_retry(self) -> None:
        """Try again to get the article's text."""
        entry = self.chosen_entry
        if entry is not None and self._desk is not None:
            work_beside(self, partial(self._retry, entry))

    async def _retry(self, entry: Entry) -> None:
        assert self._desk is not None
        await self._desk.ask(lambda library: library.ask_for(entry.number))
        if self._fetcher is not None:
            self._fetcher.look()
        await self.load()

    async def action_feeds(self) -> None:
        """To the feeds."""
        await self.app.run_action("feeds")

    def action_add(self) -> None:
        """Ask for addresses and paths to put into the queue."""
        if self._desk is not None:
            Adding(self, self._desk, self._added).ask()

    async def _added(self) -> None:
        if self._fetcher is not None:
            self._fetcher.look()
        self._shown, self._over = TO_READ, None
        await self.load()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is opened: an address or a path, or an article's own words."""
        event.stop()
        text = event.text.strip()
        if len(text.splitlines()) > 1:
            self.post_message(OpenText(event.text))
        elif text:
            self.post_message(OpenSource(text))
