"""What a key changes in an article on the home screen: done, later, starred, tagged, removed, and back again."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.background.desk import Desk
from reader.library.model import Entry, Mark, Person

if TYPE_CHECKING:
    from reader.library import Library

Change = Callable[["Library"], object]
Undo = tuple[str, Change]
"""What is said of taking a change back, and how it is done."""


def _put_back(entry: Entry, library: "Library") -> None:
    """An article's state and place in the queue as they were."""
    library.put_as_it_was(entry)


class Changes:
    """Makes changes through a desk, the last one first to be taken back; each gives what to say once it is done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undoes: list[Undo] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undoes)

    async def done(self, entry: Entry) -> str:
        """Say that an article is done, or that one that was is to be read once more."""
        if entry.state == "done":
            await self._desk.ask(lambda library: library.queue_again(entry.number))
            words = "to read again"
        else:
            await self._desk.ask(lambda library: library.set_state(entry.number, "done"))
            words = "done"
        self._undoes.append((f"no longer {words}", partial(_put_back, entry)))
        return f"✓ {words}"

    async def later(self, entry: Entry) -> str:
        """Put an article at the end of the queue."""
        await self._desk.ask(lambda library: library.queue_again(entry.number))
        self._undoes.append(("back where it was", partial(_put_back, entry)))
        return "✓ at the end of the queue"

    async def star(self, entry: Entry) -> str:
        """Star an article, or take its star away."""
        to = not entry.starred
        await self._desk.ask(lambda library: library.star(entry.number, to))
        self._undoes.append(("its star as it was", lambda library: library.star(entry.number, not to)))
        return "✓ starred" if to else "✓ not starred any more"

    async def tag(self, entry: Entry, tags: tuple[str, ...]) -> str:
        """Give an article these tags and no others."""
        before = set(entry.tags)

        def to(wanted: set[str], library: "Library") -> None:
            there = set(library.entry(entry.number).tags)
            if fresh := wanted - there:
                library.tag(entry.number, *fresh)
            if gone := there - wanted:
                library.untag(entry.number, *gone)

        await self._desk.ask(partial(to, set(tags)))
        self._undoes.append(("its tags as they were", partial(to, before)))
        return "✓ " + (" ".join(f"#{tag}" for tag in tags) or "no tags")

    async def remove(self, entry: Entry) -> str:
        """Take an article out of sight."""
        await self._desk.ask(lambda library: library.remove(entry.number))

        def restore(library: "Library") -> None:
            library.restore(entry.number)
            library.put_as_it_was(entry)

        self._undoes.append(("it is back", restore))
        return "✓ removed"

    async def unmark(self, mark: Mark) -> str:
        """Take a highlight away."""
        await self._desk.ask(lambda library: library.unmark(mark.number))
        self._undoes.append(("the mark is back", lambda library: library.put_back(mark)))
        return "✓ the mark is gone"

    async def decide(self, one: Person, other: Person, same: bool) -> str:
        """Say that two of one name are one person, who goes by the first's number, or two."""
        await self._desk.ask(lambda library: library.decide(one.number, other.number, same=same))

        def back(library: "Library") -> None:
            if same:
                library.part(one.number, ask_again=one.name == other.name)
            else:
                library.decide(one.number, other.number, same=None)

        self._undoes.append(("asked about again" if one.name == other.name else "they are two again", back))
        return "✓ one person" if same else "✓ two people"

    async def part(self, one: Person) -> str:
        """Take away again who was joined to a person last."""
        parted = await self._desk.ask(lambda library: library.part(one.number))
        self._undoes.append(
            ("they are one again", lambda library: library.decide(one.number, parted.number, same=True))
        )
        return "✓ two people"

    async def undo(self) -> str:
        """Take the last change back."""
        if not self._undoes:
            return "There is nothing to take back."
        words, change = self._undoes[-1]
        await self._desk.ask(change)
        self._undoes.pop()
        return f"✓ {words}"
