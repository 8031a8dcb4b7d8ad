"""What the home screen shows, asked of the library: piles of articles, highlights, people, and what a search finds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from reader.app.background.desk import Desk
from reader.app.home import drawing
from reader.app.home.asked_rows import PAGE, Listing
from reader.app.home.tabs import MARKS, PEOPLE, READING, TO_READ
from reader.app.widgets.rows import Line
from reader.library.front import Counts, Pile

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.model import Entry, Hit, Mark, Person, Said

_MOST_PEOPLE = 2_000
_MOST_HITS = 200
_NOTHING: Mapping[str, str] = {
    "to-read": "Nothing waits to be read · ‹home.add› adds an address or a file, ‹home.line› opens one at once.",
    "reading": "Nothing is being read · what you open stands here until you say ‹home.done›, done.",
    "done": "Nothing is done yet · ‹home.done› says that an article is.",
    "starred": "Nothing is starred · ‹home.star› stars an article.",
    "marks": (
        "Nothing is marked · ‹reading.highlight› highlights the claim, the sentence or what is selected while you read."
    ),
    "people": "Nobody is quoted yet in what you have read.",
}


@dataclass(frozen=True, slots=True)
class Begun:
    """What the screen begins with: how many there are of each, which of them is shown, its first rows, and the time;
    of people, how many pairs nobody has decided on."""

    counts: Counts
    shown: str
    rows: tuple[Any, ...]
    now: float
    questions: int = 0


def begin(shown: str, library: "Library") -> Begun:
    """Counts and first rows; where nothing is to be read, what is being read is shown."""
    library.take_in_places()
    counts = library.counts()
    if not shown:
        shown = READING if not counts.to_read and counts.reading else TO_READ
    rows = tuple(library.pile(shown, limit=PAGE)) if shown in _PILES else ()  # type: ignore[arg-type]
    questions = len(library.questions()) if shown == PEOPLE else 0
    return Begun(counts, shown, rows, library.clock(), questions)


_PILES = ("to-read", "reading", "done", "starred")


class Listings:
    """Makes listings of what a desk's library holds. `doing` tells what is being done for an article without text."""

    def __init__(self, desk: Desk, doing: Callable[[], Mapping[int, str]]) -> None:
        self._desk = desk
        self._doing = doing
        self._now = 0.0

    def of(self, begun: Begun) -> Listing:
        """What a tab shows."""
        counts, name = begun.counts, begun.shown
        self._now = begun.now
        if name == MARKS:
            return self._marks(counts.marks)
        if name == PEOPLE:
            return self._people(counts.people)
        many = {
            "to-read": counts.to_read,
            "reading": counts.reading,
            "done": counts.done,
            "starred": counts.starred,
        }[name]
        return Listing(
            name,
            many,
            partial(self._load_pile, cast("Pile", name)),
            self._draw_row,
            drawing.article_height,
            _NOTHING[name],
            begun.rows,
        )

    async def _load_pile(self, name: Pile, offset: int, limit: int) -> Sequence[Any]:
        return await self._desk.ask(lambda library: library.pile(name, offset=offset, limit=limit))

    def _draw_row(self, row: Any, width: int) -> list[Line]:
        return drawing.draw_article(row, width, now=self._now, doing=self._doing())

    def _marks(self, count: int) -> Listing:
        async def load(offset: int, limit: int) -> "Sequence[tuple[Mark, Entry]]":
            return await self._desk.ask(lambda library: library.latest_marks(offset=offset, limit=limit))

        return Listing(MARKS, count, load, partial(drawing.draw_mark, now=self._now), lambda _: 2, _NOTHING["marks"])

    def _people(self, count: int) -> Listing:
        async def load(offset: int, limit: int) -> "Sequence[Person]":
            found = await self._desk.ask(lambda library: library.people(limit=min(count, _MOST_PEOPLE)))
            return found[offset : offset + limit]

        return Listing(PEOPLE, min(count, _MOST_PEOPLE), load, drawing.draw_person, nothing=_NOTHING["people"])

    async def over(self, what: "Person | str", *, oldest: bool) -> tuple[Listing, tuple[str, ...]]:
        """What lies over the lists: all that one said, those of a name, or what a search finds; with remarks."""
        if not isinstance(what, str):
            return await self._said_by(what, oldest=oldest), ()
        if what.startswith("who:"):
            return await self._people_named(what[4:]), ()
        return await self._found(what)

    async def _people_named(self, name: str) -> Listing:
        """Those whose name holds these words."""
        found = await self._desk.ask(lambda library: library.people(name, limit=_MOST_PEOPLE))
        return self._at_hand(f"people {name}", found, drawing.draw_person, 1, "Nobody of that name is quoted.")

    async def _said_by(self, person: "Person", *, oldest: bool) -> Listing:
        """All that one said."""
        found: Sequence[Said] = await self._desk.ask(lambda library: library.said(person))
        if oldest:
            found = list(reversed(found))
        name = f"said {person.number} {oldest}"
        return self._at_hand(name, found, drawing.draw_said, 2, "Nothing that they said is left.")

    async def _found(self, words: str) -> tuple[Listing, tuple[str, ...]]:
        """What a search finds, and remarks on what was typed."""
        from reader.library.query import read_query

        query = read_query(words)
        hits: Sequence[Hit] = await self._desk.ask(lambda library: library.search(query, limit=_MOST_HITS))
        listing = self._at_hand(f"search {words}", hits, drawing.draw_hit, 2, "Nothing was found.")
        return listing, query.remarks

    @staticmethod
    def _at_hand(
        name: str, items: Sequence[Any], draw: Callable[[Any, int], list[Line]], height: int, nothing: str
    ) -> Listing:
        async def load(offset: int, limit: int) -> Sequence[Any]:
            return items[offset : offset + limit]

        return Listing(name, len(items), load, draw, lambda _: height, nothing, tuple(items[:PAGE]))
