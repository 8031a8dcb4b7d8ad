"""The article in the library: kept with what was found in it, starred, done, and the next one of the queue."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.model import Analysis
from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.messages import OpenKept
from reader.app.reading.kept import Kept, keep, look
from reader.app.reading.room import Room
from reader.app.state.ages import ago
from reader.app.state.reading import filtered
from reader.library.model import Edition, Entry
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library import Library


class KeepingActions(Room):
    """Keeps what is read, beside the reading; nothing here is waited for."""

    SECTION = "Library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("asterisk", "star", "Star this article", False, id="reading.star"),
        Binding("d", "done", "Done; the next of the queue", False, id="reading.done"),
        Binding("D", "next_in_queue", "The next of the queue", False, id="reading.next-in-queue"),
        Binding("u", "undo", "Take the last change back", False, id="reading.undo"),
    ]

    _told_changes = False

    def keeps(self) -> bool:
        """Whether what is done to an article is kept; where it is not, that is said."""
        if self.desk is None:
            self.say("Nothing is kept of what is read in private.")
        return self.desk is not None

    def begin_keeping(self) -> None:
        """Put the text into the library, and say that it was opened."""
        if self.desk is not None and self.now.article.text.strip():
            # What came from the library has your corrections in it, and is there already.
            analysis = self.now.analysis if self.session.entry is None else None
            work_beside(self, partial(self._begin, analysis, opens=True), group="keeping")

    def keep_found(self, analysis: Analysis) -> None:
        if self.desk is not None and self.now.article.text.strip():
            work_beside(self, partial(self._begin, analysis, opens=False), group="keeping")

    async def _begin(self, analysis: Analysis | None, *, opens: bool) -> None:
        if why := await self._keep(analysis, opens=opens):
            self.say(why)

    async def _keep(self, analysis: Analysis | None, *, opens: bool) -> str:
        """Put the text into the library; gives why that could not be done, or ""."""
        assert self.desk is not None
        article, source = self.session.reading.article, self.session.source
        try:
            kept = await self.desk.ask(partial(keep, article=article, analysis=analysis, source=source, opens=opens))
        except LibraryError as error:
            return f"This article could not be kept: {error}"
        self.take_kept(kept)
        return ""

    async def _kept(self) -> str:
        """Have the article in the library, where it may have been refused before; gives why it is not there, or ""."""
        if self.session.entry is not None:
            return ""
        if not self.now.article.text.strip():
            return "There are no words to keep in this article."
        return await self._keep(self.now.analysis, opens=True)

    def take_kept(self, kept: Kept) -> None:
        """Remember what the library knows of the article."""
        self.session.entry = kept.entry
        if kept.before is not None:
            self.session.before = kept.before
        before = self.session.before
        if before is not None and self.now.analysis is not None:
            work_beside(self, partial(self._tell_changes, before), exclusive=True, group="changes")
        if kept.corrected is not None and self.now.analysis is not None:
            self._show_corrected(kept.corrected)

    def _show_corrected(self, analysis: Analysis) -> None:
        """Show what was found as it was set right, standing where one stood; the summary stays as it is shown."""
        reading = self.now
        assert reading.analysis is not None
        if analysis.sentences == reading.analysis.sentences:
            analysis = replace(analysis, summary=reading.analysis.summary)
        reading = reading.but(analysis=analysis)
        if reading.followed is not None and analysis.actor(reading.followed) is None:
            reading = reading.but(followed=None, mention=-1)
        if reading.filter.speaker is not None and not reading.claims:
            reading = filtered(reading, replace(reading.filter, speaker=None))
        self.reading = reading if reading.current_claim else reading.but(current=None)

    async def _tell_changes(self, before: Edition) -> None:
        """Say how many changes there are since the edition that was kept before, once both are analysed."""
        article, analysis = self.now.article, self.now.analysis
        if analysis is None or before.analysis is None or self._told_changes:
            return
        old = before.analysis

        def count() -> int:
            from reader.compare import compare_editions

            return len(compare_editions((before.article, old), (article, analysis)))

        changes = await in_background(count)
        self._told_changes = True  # not before: who is cancelled here has told nothing
        if changes:
            many = "one change" if changes == 1 else f"{changes} changes"
            now = await self.desk.ask(lambda library: library.clock()) if self.desk is not None else before.got
            self.hint.say(
                f"{many} since the edition kept {ago(before.got, now)} · ‹reading.compare› shows them",
                seconds=20,
            )

    # Changing and taking back ------------------------------------------------------------------------------------

    def change(
        self,
        make: "Callable[[Library], Any]",
        words: str,
        undo: "Callable[[Any], Callable[[Library], object]] | None" = None,
        undone: str = "✓ as it was",
    ) -> None:
        """Make a change in what the library keeps of this article; it is shown and told when it is on the disk. `undo`
        gives, of what was made, what takes it back."""

        async def told() -> None:
            if why := await self.changed(make, words, undo, undone):
                self.say(why)

        work_beside(self, told)

    async def changed(
        self,
        make: "Callable[[Library], Any]",
        words: str,
        undo: "Callable[[Any], Callable[[Library], object]] | None" = None,
        undone: str = "✓ as it was",
    ) -> str:
        """Make a change as `change` does; gives why it could not be made, or ""."""
        assert self.desk is not None
        if why := await self._kept():
            return why
        entry = self.session.entry
        assert entry is not None
        try:
            made = await self.desk.ask(make)
            kept = await self.desk.ask(partial(look, entry=entry.number))
        except LibraryError as error:
            return str(error)
        if undo is not None:
            self.session.undoes.append((undone, undo(made)))
        if self.is_there:
            self.take_kept(kept)
            self.say(words)
        return ""

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self.keeps():
            return
        if not self.session.undoes:
            self.say("Nothing was changed here that could be taken back.")
            return
        words, change = last = self.session.undoes.pop()

        async def undo() -> None:
            if why := await self.changed(change, words):
                self.session.undoes.append(last)
                self.say(why)

        work_beside(self, undo)

    # Starred, done -----------------------------------------------------------------------------------------------

    def action_star(self) -> None:
        """Star the article, or take its star away."""
        if not self.keeps():
            return
        work_beside(self, self._star)

    async def _star(self) -> None:
        assert self.desk is not None
        if why := await self._kept():
            self.say(why)
            return
        entry = self.session.entry
        assert entry is not None

        def turn(library: "Library") -> Entry:
            library.star(entry.number, not library.entry(entry.number).starred)
            return library.entry(entry.number)

        try:
            self.session.entry = starred = await self.desk.ask(turn)
        except LibraryError as error:
            self.say(str(error))
        else:
            self.say("✓ starred" if starred.starred else "✓ not starred any more")

    def action_done(self) -> None:
        """The article is done: on to the next of the queue, or home."""
        if not self.keeps():
            return
        work_beside(self, partial(self._go_on, is_done=True))

    def action_next_in_queue(self) -> None:
        """The next of the queue; this one stays among those being read."""
        if not self.keeps():
            return
        work_beside(self, partial(self._go_on, is_done=False))

    async def _go_on(self, *, is_done: bool) -> None:
        assert self.desk is not None
        if is_done and self.now.article.text.strip() and (why := await self._kept()):
            self.say(why)
            return
        entry = self.session.entry
        number = entry.number if entry is not None else 0
        try:
            if is_done and entry is not None:
                await self.desk.ask(lambda library: library.set_state(number, "done"))
            following = await self.desk.ask(lambda library: library.next_in_queue(number))
        except LibraryError as error:
            self.say(str(error))
            return
        if following is not None:
            self.post_message(OpenKept(following.number))
        elif is_done:
            await self.app.run_action("home")
        else:
            self.say("Nothing waits in the queue.")
