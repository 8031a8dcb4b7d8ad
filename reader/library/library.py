"""The library as the rest of the program, and a notebook, sees it."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reader.analysis.model import Analysis
from reader.article.model import Article, Span
from reader.article.text.safe import can_be_shown, safe_text
from reader.library import articles, marks
from reader.library.anchors import anchor_to
from reader.library.corrections import Corrected, Correction, add_up, check_correction, compare_with
from reader.library.keys import key_of
from reader.library.model import STATES, Agreement, Edition, Entry, Hit, Mark, State
from reader.library.problems import LibraryError
from reader.library.query import Query, read_query
from reader.library.quoted import Quoted
from reader.library.search import search


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that was kept: its numbers, and whether its text is one that was not there."""

    entry: int
    edition: int
    fresh: bool


class Library(Quoted):
    """Everything read, in one file (None: the user's own), which is made when it is first used.

    Each change is one transaction, on the disk when the call returns. A library may be used from several threads and
    by several processes at once. Everything raises LibraryError, whose message is one line for the user, and nothing
    else. `full_text=False` does without FTS5, as a Python without it does. `clock` gives seconds since 1970.
    """

    # Articles ------------------------------------------------------------------------------------------------------

    def keep(
        self,
        article: Article,
        analysis: Analysis | None = None,
        *,
        source: str = "",
        queued: bool = False,
        key: str = "",
    ) -> Kept:
        """Keep an article's text and what was found in it; another text of the same article is another edition.

        `key` is that of an entry which is known to be this article, whatever address its page gives itself.
        """
        now = self.clock()
        with self._writing() as connection:
            entry, edition, fresh = articles.keep_edition(
                connection, article, analysis, source=source, now=now, full_text=self.full_text, key=key
            )
            if queued:
                connection.execute("UPDATE article SET queued = coalesce(queued, ?) WHERE id = ?", (now, entry))
        return Kept(entry, edition, fresh)

    def entry(self, wanted: int | str) -> Entry:
        """The article of a number, an address or a path. Raises LibraryError where there is none."""
        with self._reading() as connection:
            return self._entry(connection, wanted)

    def entries(
        self,
        *,
        state: State | None = None,
        starred: bool | None = None,
        queued: bool | None = None,
        tag: str | None = None,
        removed: bool = False,
        limit: int = -1,
        offset: int = 0,
    ) -> list[Entry]:
        """Articles, those added last first (of the queue, the one that has waited longest)."""
        where, values = [f"removed IS {'NOT ' * removed}NULL"], list[object]()
        if state is not None:
            where.append("state = ?")
            values.append(state)
        if starred is not None:
            where.append("starred = ?")
            values.append(int(starred))
        if queued is not None:
            where.append(f"queued IS {'NOT ' * queued}NULL")
        if tag is not None:
            where.append("id IN (SELECT article FROM article_tag WHERE tag = ?)")
            values.append(tag)
        order = "queued, id" if queued else "added DESC, id DESC"
        with self._reading() as connection:
            return articles.list_entries(connection, " AND ".join(where), values, order, limit, offset)

    def count(self) -> int:
        """How many articles there are."""
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM article WHERE removed IS NULL").fetchone()[0])

    def editions(self, entry: int | str) -> list[Edition]:
        """All texts of an article, the first first."""
        with self._reading() as connection:
            return articles.list_editions(connection, self._entry(connection, entry).number)

    def newest(self, entry: int | str) -> Edition:
        """An article's newest text. Raises LibraryError where there is none yet."""
        with self._reading() as connection:
            return self._newest(connection, entry)

    def unanalysed(self) -> list[int]:
        """The articles in whose newest text nobody has looked for claims yet: `keep` it again with its analysis."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT article FROM edition AS newest JOIN article ON article.id = article WHERE analysis IS NULL "
                "AND removed IS NULL AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.article = newest.article "
                "AND (edition.got, edition.id) > (newest.got, newest.id)) ORDER BY article"
            )
            return [number for (number,) in rows.fetchall()]

    def corrected(self, entry: int | str) -> Corrected:
        """What was found in an article's newest edition, with your corrections."""
        with self._reading() as connection:
            return articles.corrected(connection, self._newest(connection, entry))

    def set_state(self, entry: int | str, state: State) -> None:
        """To read, being read or done; what is done leaves the queue."""
        if state not in STATES:
            raise LibraryError(f"an article is {', '.join(STATES)}, and no {state!r}")
        self._change(entry, "state = ?, queued = CASE WHEN ? = 'done' THEN NULL ELSE queued END", state, state)

    def opened(self, entry: int | str) -> None:
        """Say that an article was opened now."""
        self._change(entry, "opened = ?, state = CASE state WHEN 'to-read' THEN 'reading' ELSE state END", self.clock())

    def star(self, entry: int | str, starred: bool = True) -> None:
        """Star an article, or take its star away."""
        self._change(entry, "starred = ?", int(starred))

    def queue(self, entry: int | str, queued: bool = True) -> None:
        """Put an article at the end of the queue, or take it out."""
        self._change(entry, "queued = ?", self.clock() if queued else None)

    def tag(self, entry: int | str, *tags: str) -> None:
        """Put tags on an article."""
        clean = [tidy_tag(tag) for tag in tags]
        with self._writing() as connection:
            number = self._entry(connection, entry).number
            connection.executemany("INSERT OR IGNORE INTO article_tag VALUES (?, ?)", [(number, tag) for tag in clean])

    def untag(self, entry: int | str, *tags: str) -> None:
        """Take tags off an article."""
        with self._writing() as connection:
            number = self._entry(connection, entry).number
            connection.executemany("DELETE FROM article_tag WHERE article = ? AND tag = ?", [(number, t) for t in tags])

    def tags(self) -> dict[str, int]:
        """Every tag, and how many articles and marks bear it."""
        with self._reading() as connection:
            return dict(
                connection.execute(
                    "SELECT tag, count(*) FROM (SELECT tag FROM article_tag UNION ALL SELECT tag FROM mark_tag) "
                    "GROUP BY tag ORDER BY tag"
                ).fetchall()
            )

    def remove(self, entry: int | str) -> Entry:
        """Take an article out of sight; `restore` brings it back with all that is on it."""
        with self._writing() as connection:
            found = self._entry(connection, entry)
            if found.removed is None:
                articles.remove_entry(connection, found.number, self.clock(), self.full_text)
        return found

    def restore(self, entry: int) -> None:
        """Bring a removed article back."""
        with self._writing() as connection:
            found = self._entry(connection, entry)
            if found.removed is not None:
                articles.restore_entry(connection, found.number, self.full_text)

    # Marks ---------------------------------------------------------------------------------------------------------

    def highlight(self, entry: int | str, span: Span, *, note: str = "", tags: Sequence[str] = ()) -> Mark:
        """Mark a span of an article's newest edition."""
        now = self.clock()
        clean = [tidy_tag(tag) for tag in tags]
        with self._writing() as connection:
            edition = self._newest(connection, entry)
            try:
                anchor = anchor_to(edition.article.text, span)
            except ValueError as error:
                raise LibraryError(str(error)) from None
            number = marks.put_mark(
                connection,
                edition.entry,
                anchor,
                uid=uuid.uuid4().hex,
                note=safe_text(note),
                tags=clean,
                at=now,
                changed=now,
                full_text=self.full_text,
            )
            return marks.list_marks(connection, "mark.id = ?", (number,))[0]

    def note(self, mark: int, note: str) -> None:
        """Write another note on a mark."""
        with self._writing() as connection:
            marks.change_note(connection, self._mark(connection, mark), safe_text(note), self.clock(), self.full_text)

    def annotate(self, mark: int, note: str, tags: Sequence[str]) -> None:
        """Write another note on a mark, and give it these tags and no others."""
        clean = [tidy_tag(tag) for tag in tags]
        with self._writing() as connection:
            marks.change_note(connection, self._mark(connection, mark), safe_text(note), self.clock(), self.full_text)
            connection.execute("DELETE FROM mark_tag WHERE mark = ?", (mark,))
            connection.executemany("INSERT OR IGNORE INTO mark_tag VALUES (?, ?)", [(mark, tag) for tag in clean])

    def leave_draft(self, mark: int, line: str) -> None:
        """Remember a note that is not written yet, until one is; an empty line forgets it."""
        with self._writing() as connection:
            connection.execute("UPDATE mark SET draft = ? WHERE id = ?", (safe_text(line, lines=False), mark))

    def unmark(self, mark: int) -> Mark:
        """Take a mark away; gives it, so that it can be put back."""
        with self._writing() as connection:
            found = self._mark(connection, mark)
            marks.drop_mark(connection, found, self.full_text)
        return found

    def put_back(self, mark: Mark) -> Mark:
        """Undo `unmark`; the mark has its number again."""
        with self._writing() as connection:
            number = marks.put_mark(
                connection,
                mark.entry,
                mark.anchor,
                uid=mark.uid,
                note=mark.note,
                tags=mark.tags,
                at=mark.at,
                changed=mark.changed,
                full_text=self.full_text,
                number=mark.number,
            )
            return marks.list_marks(connection, "mark.id = ?", (number,))[0]

    def marks(self, entry: int | str | None = None) -> list[Mark]:
        """The marks of an article, or of all that are not removed."""
        with self._reading() as connection:
            if entry is None:
                return marks.list_marks(connection, "article.removed IS NULL", ())
            number = self._entry(connection, entry).number
            return marks.list_marks(connection, "mark.article = ?", (number,))

    # Corrections ---------------------------------------------------------------------------------------------------

    def correct(self, entry: int | str, kind: str, data: Mapping[str, Any]) -> Correction:
        """Set something right in an article (`Correction` tells how); it holds in every later edition."""
        try:
            check_correction(kind, data)
        except ValueError as error:
            raise LibraryError(str(error)) from None
        made = Correction(uuid.uuid4().hex, kind, dict(data), self.clock())
        with self._writing() as connection:
            number = self._newest(connection, entry).entry
            connection.execute(
                "INSERT INTO correction (uid, article, kind, data, at) VALUES (?, ?, ?, ?, ?)",
                (made.uid, number, kind, json.dumps(made.data, ensure_ascii=False), made.at),
            )
            articles.derive(connection, number, made.at, self.full_text)
        return made

    def undo(self, correction: Correction | str) -> None:
        """Take a correction back."""
        uid = correction if isinstance(correction, str) else correction.uid
        with self._writing() as connection:
            row = connection.execute("SELECT article FROM correction WHERE uid = ?", (uid,)).fetchone()
            if row is not None:
                connection.execute("DELETE FROM correction WHERE uid = ?", (uid,))
                articles.derive(connection, row[0], self.clock(), self.full_text)

    def corrections(self, entry: int | str) -> tuple[Correction, ...]:
        """What you set right in an article."""
        with self._reading() as connection:
            return articles.corrections_of(connection, self._entry(connection, entry).number)

    def corrections_of(self, article: Article, source: str = "") -> tuple[Correction, ...]:
        """What you set right in an article that may not be in the library; of one that was removed, nothing."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT id FROM article WHERE key = ? AND removed IS NULL", (key_of(article, source),)
            ).fetchone()
            return () if row is None else articles.corrections_of(connection, row[0])

    def corrected_entries(self) -> list[Entry]:
        """The articles in which you set something right, by their numbers."""
        with self._reading() as connection:
            where = "removed IS NULL AND id IN (SELECT article FROM correction)"
            return articles.list_entries(connection, where, (), "id", -1, 0)

    def agreement(self) -> Agreement:
        """How the engine's claims agree with yours, over the articles that you corrected."""
        with self._reading() as connection:
            parts = []
            for (number,) in connection.execute("SELECT DISTINCT article FROM correction ORDER BY article").fetchall():
                edition = articles.newest_edition(connection, number)
                if edition is not None and edition.analysis is not None:
                    parts.append(compare_with(edition.analysis, articles.corrected(connection, edition).analysis))
            return add_up(parts)

    # Finding -------------------------------------------------------------------------------------------------------

    def search(self, sought: str | Query, *, limit: int = 20) -> list[Hit]:
        """The best places for what was typed (`reader.library.query` tells how); never an error for what was typed."""
        query = read_query(sought, date.fromtimestamp(self.clock())) if isinstance(sought, str) else sought
        with self._reading() as connection:
            return search(connection, query, limit, self.full_text)


def tidy_tag(tag: str) -> str:
    """A tag as it is kept: one line, without a leading #. Raises LibraryError for an empty one."""
    tidy = " ".join(tag.split()).removeprefix("#").replace(",", " ").strip()
    if not tidy or not all(can_be_shown(tidy, at) for at in range(len(tidy))):
        raise LibraryError("a tag is a word or two")
    return tidy
