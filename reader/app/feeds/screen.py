"""The screen of the feeds: at the left what one subscribes to, at the right the items, the newest first."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from reader.app.background.beside import work_beside
from reader.app.background.desk import Desk
from reader.app.background.threads import in_background
from reader.app.feeds import drawing
from reader.app.feeds.asking import Asking
from reader.app.feeds.changes import Changes
from reader.app.feeds.looking import add, is_same, items_of, look, of_feeds, read_watch
from reader.app.feeds.rows import NewsRows, SourceRows
from reader.app.home.asked_rows import Listing
from reader.app.home.asked_screen import AskedScreen
from reader.app.messages import Compare, OpenNews
from reader.app.screens.question import Question
from reader.app.state.key_names import with_keys
from reader.app.state.laid import Subject
from reader.app.widgets.foot import Foot
from reader.app.widgets.hint import Hint
from reader.app.widgets.rows import Line, RowList
from reader.article.text.counted import many
from reader.feeds.listing import Choice
from reader.feeds.model import NewsItem
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.feeds import Feeds

_AROUND = 40
"""Items before and behind the one that is opened, to which J and K walk from it."""

_NO_FEEDS = "No feeds yet · ‹feeds.add› adds one, `reader feeds import` takes a list (OPML)."
_NO_ITEMS = "No items yet · ‹feeds.refresh-all› asks the feeds, ‹feeds.add› adds one."
_ALL_READ = "Nothing is unread here."

_ON_ITEMS = frozenset(("later", "star", "toggle_read", "browser"))


class FeedsScreen(AskedScreen):
    """What one subscribes to. `chosen` is the number of the item to stand at."""

    TELLS = True
    AUTO_FOCUS = "NewsRows"
    DEFAULT_CSS = """
    FeedsScreen { background: $background; }
    FeedsScreen #feeds-title { height: 1; padding: 0 2; color: $dim; }
    FeedsScreen Horizontal { height: 1fr; margin-top: 1; }
    FeedsScreen #feeds-side { width: 32; margin: 0 1; }
    FeedsScreen NewsRows { width: 1fr; margin: 0 1; }
    FeedsScreen.-narrow #feeds-side { display: none; width: 1fr; }
    FeedsScreen.-narrow.-sources #feeds-side { display: block; }
    FeedsScreen.-narrow.-sources NewsRows { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_unread", "next unread", id="feeds.next-unread"),
        Binding("z", "later", "later", tooltip="To the end of the queue, or out of it", id="feeds.later"),
        Binding("R", "refresh_all", "ask all", tooltip="Ask all feeds for what is new", id="feeds.refresh-all"),
        Binding("tab", "other_list", "feeds", tooltip="Feeds, or items", id="feeds.other-list"),
        Binding("A", "read_all", "all read", tooltip="All items of this list were read", id="feeds.read-all"),
        Binding("N", "toggle_read", "read or not", tooltip="Read, or unread again", id="feeds.toggle-read"),
        Binding("asterisk", "star", "star", id="feeds.star"),
        Binding("C", "compare", "compare", tooltip="The papers that tell this story, side by side", id="feeds.compare"),
        Binding("O", "browser", "browser", tooltip="Open its page in the browser", id="feeds.browser"),
        Binding("r", "refresh_one", "ask this feed", show=False, id="feeds.refresh"),
        Binding("l", "unread_only", "unread only", show=False, tooltip="Hide what was read", id="feeds.unread-only"),
        Binding("a", "add", "add", tooltip="Subscribe to a feed, or to a page's", id="feeds.add"),
        Binding(
            "w", "watch", "watch", tooltip="Watch for a person who is quoted, a word or an outlet", id="feeds.watch"
        ),
        Binding("u", "undo", "undo", id="feeds.undo"),
        Binding("t", "app.change_theme", "theme", show=False, id="feeds.theme"),
        Binding("question_mark", "app.help", "help", id="feeds.help"),
        Binding("escape,h", "leave", "home", id="feeds.leave"),
    ]

    def __init__(
        self,
        desk: Desk,
        asking: Asking,
        *,
        chosen: int | None = None,
        asks_first: bool = False,
        choice: Choice | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self._ended, self._fresh = asking.ended, asking.fresh
        self._stand_at = chosen
        self._asks_first = asks_first
        self.choice = choice or Choice(by_story=True)
        self._clock = clock
        self.compared: list[NewsItem] = []
        """The items that were last asked to be laid side by side."""

        self._papers: dict[int, int] = {}
        self._changes = Changes(self._ask)
        self._title = Static("", markup=False, id="feeds-title")
        self._sources = SourceRows()
        self._rows = NewsRows(self.tell_problem, id="feed-items")
        self._hint = Hint()
        self._foot = Foot(("choose", "next-unread", "later"))

    def compose(self) -> ComposeResult:
        yield self._title
        with Horizontal():
            with Vertical(id="feeds-side"):
                yield self._sources
            yield self._rows
        yield self._hint
        yield self._foot

    def on_mount(self) -> None:
        self.title = "Feeds"
        self.begin_load()
        if self._asks_first:
            self._begin_asking(None)
        self._show_place()

    # What is shown -----------------------------------------------------------------------------------------------

    async def _ask(self, question: "Callable[[Feeds], Any]") -> Any:
        return await self._desk.ask(partial(of_feeds, question))

    async def _beside(self, question: "Callable[[Feeds], Any]") -> Any:
        """What takes long, so that the desk is free for others meanwhile."""
        return await in_background(lambda: of_feeds(question, self._desk.library))

    async def load(self) -> None:
        """Ask for the feeds and the first items, and show them."""
        choice, stand_at = self.choice, self._stand_at
        try:
            sources, count, rows, papers, line = await self._ask(partial(look, choice=choice, stand_at=stand_at))
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        if not self.is_there or choice != self.choice:
            return
        self._stand_at = None
        self._papers.update(papers)
        self._sources.show(sources)
        at = next((n for n, each in enumerate(sources) if is_same(each.choice, choice)), 0)
        self._sources.shown = at
        if not self._sources.has_focus:
            self._sources.cursor = at
        nothing = _NO_FEEDS if len(sources) == 1 else _ALL_READ if choice.unread else _NO_ITEMS
        listing = Listing(repr(choice), count, self._load_rows, self._draw, drawing.item_height, nothing, tuple(rows))
        self._rows.show(listing, cursor=line)
        self._show_place()

    async def _load_rows(self, offset: int, limit: int) -> list[NewsItem]:
        choice = self.choice
        rows, papers = await self._ask(partial(items_of, choice=choice, offset=offset, limit=limit))
        self._papers.update(papers)
        found: list[NewsItem] = rows
        return found

    def _draw(self, item: NewsItem, width: int) -> list[Line]:
        return drawing.draw_item(item, width, now=self._clock(), papers=self._papers)

    def _show_place(self) -> None:
        if not self.is_there:
            return
        sources, unread = self._sources.sources, self._sources.sources[0].unread if self._sources.sources else 0
        at = self._sources.shown
        name = drawing.flat(sources[at].name) if at < len(sources) else "Everything"
        problem = drawing.flat(sources[at].problem) if at < len(sources) else ""
        feeds = len({each.choice.feed for each in sources if each.choice.feed is not None})
        only = with_keys(" · unread only (‹feeds.unread-only› shows all)") if self.choice.unread else ""
        self._title.update(f"Feeds · {feeds} · {name}{only}" + (f" · ✗ {problem}" if problem else ""))
        right = f"{self._asking.words} · esc stops" if self._asking.is_on else ""
        self._foot.update(f"{unread:,} unread", right)
        self.refresh_bindings()

    def went_on(self) -> None:
        """The refresh has gone on."""
        if not self.is_there:
            return
        if self._asking.is_on and self._asking.fresh != self._fresh:
            self._fresh = self._asking.fresh
            self.begin_load()
        if self._asking.ended != self._ended:
            self._ended = self._asking.ended
            self.begin_load()
            problems, fresh = self._asking.problems, self._asking.fresh
            unread = not self._sources.sources  # the list comes a moment later
            nothing = "Nothing new" if unread or self._sources.sources[1:] else _NO_FEEDS
            told = f"✓ {many(fresh, 'new item')}" if fresh else nothing
            if problems:
                told += f" · {len(problems)} could not be had: {problems[0]}"
            self.notify(told, markup=False, severity="warning" if problems else "information")
        self._show_place()

    def on_resize(self, event: events.Resize) -> None:
        self._show_place()

    # Choosing ----------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> NewsItem | None:
        """The item that the cursor is on."""
        found = self._rows.chosen
        return found if isinstance(found, NewsItem) else None

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.control is self._sources:
            self._choose(self._sources.sources[event.index].choice)
            self.remove_class("-sources")
            self._rows.focus()
        elif (item := self._rows.item(event.index)) is not None:
            work_beside(self, partial(self._open, item, event.index))

    def _choose(self, choice: Choice) -> None:
        self.choice = replace(choice, unread=self.choice.unread)
        self.begin_load()

    async def _open(self, item: NewsItem, line: int) -> None:
        first = max(0, line - _AROUND)
        try:
            rows, _ = await self._ask(partial(items_of, choice=self.choice, offset=first, limit=2 * _AROUND))
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        around = rows if any(each.number == item.number for each in rows) else [item]
        self.post_message(OpenNews(around, item, self.choice))

    def action_other_list(self) -> None:
        """From the items to the feeds, or back."""
        to_sources = not self._sources.has_focus
        self.set_class(to_sources, "-sources")
        (self._sources if to_sources else self._rows).focus()

    def action_leave(self) -> None:
        """Stop asking; from the feeds to the items; else home."""
        if self._asking.is_on:
            self._asking.stop()
        elif self._sources.has_focus:
            self.action_other_list()
        else:
            self.app.call_later(self.app.run_action, "home")

    async def action_next_unread(self) -> None:
        """Go to the next item that was not read; the next key waits for it, since it may mean that item."""
        choice, item = self.choice, self.chosen
        try:
            line = await self._ask(lambda feeds: feeds.next_unread(choice, item))
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        if line is None:
            self.notify("All is read here.", markup=False)
        elif self.is_there and choice == self.choice:
            self._rows.focus()
            self._rows.cursor = line

    def action_unread_only(self) -> None:
        """Hide what was read, or show it again."""
        self.choice = replace(self.choice, unread=not self.choice.unread)
        self.begin_load()

    # Changing ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _ON_ITEMS:
            item = self.chosen
            return item is not None and (action != "browser" or item.url is not None)
        if action == "compare":
            return self.chosen is not None and self._papers.get(self.chosen.story or 0, 0) > 1
        if action == "undo":
            return self._changes.can_undo
        if action == "refresh_one":
            return self.choice.feed is not None
        return True

    def action_later(self) -> None:
        """Put the item at the end of the queue, or take it out."""
        if (item := self.chosen) is not None:
            self.change(partial(self._changes.later, item))

    def action_star(self) -> None:
        """Star the item, or take its star away."""
        if (item := self.chosen) is not None:
            self.change(partial(self._changes.star, item))

    def action_toggle_read(self) -> None:
        """Say that the item was read, or was not."""
        if (item := self.chosen) is not None:
            self.change(partial(self._changes.toggle_read, item))

    def action_read_all(self) -> None:
        """Say that all items of this list were read."""
        self.change(partial(self._changes.read_all, self.choice))

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._changes.can_undo:
            self.change(self._changes.undo)

    def action_browser(self) -> None:
        """Open the item's page in the browser, and count it as read."""
        if (item := self.chosen) is not None and item.url:
            self.app.open_url(item.url)
            self.change(partial(self._changes.read, item))

    def action_compare(self) -> None:
        """Lay the papers that tell this story side by side."""
        if (item := self.chosen) is not None:
            work_beside(self, partial(self._compare, item))

    async def _compare(self, item: NewsItem) -> None:
        told: list[NewsItem] = await self._ask(lambda feeds: feeds.story(item))
        self.compared = told
        self.post_message(Compare([Subject(each.url, name=drawing.flat(each.outlet)) for each in told if each.url]))

    def action_add(self) -> None:
        """Ask for addresses of feeds, or of pages."""

        def pasted(answer: Any) -> None:
            if answer is not None:
                work_beside(self, partial(self._add_pasted, answer.text))

        remark = "feeds, or pages with one; several with blanks between"
        question = Question("Subscribe to:", self._add, placeholder="https://…", remark=remark, many=True)
        self.app.push_screen(question, pasted)

    async def _add_pasted(self, text: str) -> None:
        if problem := await self._add(text):
            self.tell_problem(problem)

    async def _add(self, typed: str) -> str:
        """Subscribe to what stands at these addresses; why one could not be, where nothing came of any."""
        told, problems = [], []
        for address in typed.split():
            try:
                added = await self._beside(partial(add, address=address))
            except LibraryError as error:
                problems.append(f"{address}: {error}" if " " in typed.strip() else str(error))
            else:
                told.append(f"✓ {drawing.flat(added.feed.title)} · {many(added.items, 'item')}")
        if not told:
            return " · ".join(problems)
        await self.load()
        self.notify("\n".join(told), markup=False)
        for problem in problems:
            self.tell_problem(problem)
        return ""

    def action_watch(self) -> None:
        """Ask whom or what to watch for."""
        leading = self.chosen.leading[0] if self.chosen is not None and self.chosen.leading else ""

        async def take(answer: str) -> str:
            kind, words = read_watch(answer)
            try:
                await self._beside(lambda feeds: feeds.watch(kind, words, analysing=self._asking.analyse))
            except LibraryError as error:
                return str(error)
            await self.load()
            self.notify(f"✓ watching for {drawing.flat(words)}", markup=False)
            return ""

        remark = "who is quoted; or word: and words, outlet: and its name"
        self.app.push_screen(Question("Watch for:", take, value=leading, placeholder="Ruth Adeyemi", remark=remark))

    # Asking ------------------------------------------------------------------------------------------------------

    def action_refresh_all(self) -> None:
        """Ask all feeds that are due for what is new."""
        self._begin_asking(None)

    def action_refresh_one(self) -> None:
        """Ask the feed that is shown, however fresh its last answer is."""
        if self.choice.feed is not None:
            self._begin_asking(self.choice.feed)

    def _begin_asking(self, feed: int | None) -> None:
        work_beside(self, partial(self._begin, feed))

    async def _begin(self, feed: int | None) -> None:
        from reader.feeds import Feeds

        try:
            chosen = None if feed is None else [await self._ask(lambda feeds: feeds.find(str(feed)))]
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        self._asking.begin(lambda: Feeds(self._desk.library), chosen)
        self._show_place()
