"""The queue: what waits to be read, and what waits for its text."""

from reader.library import articles, feed_rows, waiting
from reader.library.model import Entry
from reader.library.opened import OpenLibrary
from reader.library.problems import LibraryError

LEASE = 120.0
"""Seconds for which one sitting keeps an article that it is getting from all others, unless it says so again."""


TO_READ = "state = 'to-read' AND removed IS NULL"
QUEUE_ORDER = "queued IS NULL, queued, id"
"""What was put into the queue comes first, by how long it has waited."""


class Queue(OpenLibrary):
    """The library's part that puts articles into the queue before their text is there, and gets it one at a time."""

    def add(self, source: str) -> int:
        """Put a path or an address into the queue; its text is still to be got. Gives the article's number."""
        with self._writing() as connection:
            try:
                number = waiting.put_in(connection, source, self.clock())
            except ValueError as error:
                raise LibraryError(f"{source}: {error}") from None
            found = articles.read_entry(connection, number)
            if found is not None and found.removed is not None:
                articles.restore_entry(connection, number, self.full_text)
            connection.execute(
                "UPDATE article SET queued = coalesce(queued, ?), state = 'to-read' WHERE id = ?",
                (self.clock(), number),
            )
        return number

    def take_waiting(self, holder: str) -> Entry | None:
        """The article that has waited longest for its text; nobody else takes it while `still_wanted` is asked."""
        now = self.clock()
        with self._reading() as connection:
            if not waiting.any_free(connection, now):  # a look costs nothing, and is taken again and again
                return None
        with self._writing() as connection:
            number = waiting.take(connection, holder, now, now + LEASE)
            return None if number is None else articles.read_entry(connection, number)

    def still_wanted(self, entry: int, holder: str) -> bool:
        """Whether an article that was taken is still to be got by this holder."""
        with self._writing() as connection:
            return waiting.is_held(connection, entry, holder, self.clock() + LEASE)

    def give_up(self, entry: int, problem: str) -> None:
        """Say why an article's text could not be got."""
        with self._writing() as connection:
            waiting.give_up(connection, entry, problem)

    def ask_for(self, entry: int) -> None:
        """Have the text of an article got, or tried once more, where there is none."""
        with self._writing() as connection:
            waiting.ask_for(connection, entry)

    def only_announced(self, entry: Entry) -> bool:
        """Whether an article's address was named by feeds alone, none of which lies on its own host."""
        with self._reading() as connection:
            return feed_rows.only_announced(connection, entry.key, entry.url or entry.source)

    def problems(self, entries: list[int]) -> dict[int, str]:
        """Of these articles, those whose text is still to be got, each with why it could not be, or ""."""
        with self._reading() as connection:
            return waiting.problems_of(connection, entries)

    def queue_again(self, entry: int) -> None:
        """Put an article at the end of the queue, to be read."""
        with self._writing() as connection:
            connection.execute("UPDATE article SET state = 'to-read', queued = ? WHERE id = ?", (self.clock(), entry))
            waiting.ask_for(connection, entry)

    def put_as_it_was(self, entry: Entry) -> None:
        """Give an article the state and the place in the queue back that it had."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE article SET state = ?, queued = ? WHERE id = ?", (entry.state, entry.queued, entry.number)
            )

    def next_in_queue(self, after: int = 0) -> Entry | None:
        """What is to be read next, the one of this number left out; None where nothing waits."""
        with self._reading() as connection:
            found = articles.list_entries(
                connection, f"{TO_READ} AND queued IS NOT NULL AND id != ?", (after,), QUEUE_ORDER, 1, 0
            )
        return found[0] if found else None
