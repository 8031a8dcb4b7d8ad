"""Articles whose text is still to be got, in the tables: who is getting which, and what went wrong."""

import sqlite3

from reader.library.keys import key_of_source, reopened


def put_in(connection: sqlite3.Connection, source: str, now: float) -> int:
    """A new article of which nothing but its source is known; gives its number, or that of the one that is there.

    Raises ValueError for what cannot be opened again.
    """
    key = key_of_source(source)
    if not key:
        raise ValueError("there is no such file, and this is no address")
    row = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    if row is None:
        where = (reopened(source) or source).encode("utf-8", "replace").decode()
        row = connection.execute(
            "SELECT id FROM article WHERE (source = ? OR url = ?) AND removed IS NULL ORDER BY id", (where, where)
        ).fetchone()
    if row is None:
        cursor = connection.execute(
            "INSERT INTO article (key, source, url, added) VALUES (?, ?, ?, ?)",
            (key, where, where if "://" in where else None, now),
        )
        number = int(cursor.lastrowid or 0)
    else:
        number = int(row[0])
    ask_for(connection, number)
    return number


def ask_for(connection: sqlite3.Connection, entry: int) -> None:
    """Have an article's text got, or tried again, where there is none."""
    connection.execute(
        "INSERT OR REPLACE INTO waiting (article) SELECT id FROM article WHERE id = ? "
        "AND NOT EXISTS (SELECT 1 FROM edition WHERE article = article.id)",
        (entry,),
    )


def take(connection: sqlite3.Connection, holder: str, now: float, until: float) -> int | None:
    """The article that has waited longest and that nobody is getting; it is this holder's until then."""
    row = connection.execute(
        "SELECT article FROM waiting JOIN article ON article.id = article "
        "WHERE problem = '' AND until <= ? AND removed IS NULL ORDER BY queued IS NULL, queued, article LIMIT 1",
        (now,),
    ).fetchone()
    if row is None:
        return None
    connection.execute("UPDATE waiting SET holder = ?, until = ? WHERE article = ?", (holder, until, row[0]))
    return int(row[0])


def any_free(connection: sqlite3.Connection, now: float) -> bool:
    """Whether there is anything to get that nobody is getting."""
    row = connection.execute("SELECT 1 FROM waiting WHERE problem = '' AND until <= ? LIMIT 1", (now,)).fetchone()
    return row is not None


def is_held(connection: sqlite3.Connection, entry: int, holder: str, until: float) -> bool:
    """Whether an article is still this holder's to get, and then until this time."""
    cursor = connection.execute("UPDATE waiting SET until = ? WHERE article = ? AND holder = ?", (until, entry, holder))
    return cursor.rowcount > 0


def give_up(connection: sqlite3.Connection, entry: int, problem: str) -> None:
    """Say why an article's text could not be got: it then waits to be asked for; "": another may get it."""
    connection.execute("UPDATE waiting SET holder = '', until = 0, problem = ? WHERE article = ?", (problem, entry))


def adopt(connection: sqlite3.Connection, source: str, key: str) -> None:
    """Have the article that waited for this source's text be the one of this key: its page names its own address."""
    own = key_of_source(source)
    if not own or own == key:
        return
    row = connection.execute(
        "SELECT id, queued, starred FROM article WHERE key = ? "
        "AND NOT EXISTS (SELECT 1 FROM edition WHERE article = article.id)",
        (own,),
    ).fetchone()
    if row is None:
        return
    there = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    if there is None:
        connection.execute("UPDATE article SET key = ? WHERE id = ?", (key, row[0]))
        return
    connection.execute(
        "UPDATE article SET queued = coalesce(queued, ?), starred = max(starred, ?) WHERE id = ?",
        (row[1], row[2], there[0]),
    )
    connection.execute(
        "INSERT OR IGNORE INTO article_tag SELECT ?, tag FROM article_tag WHERE article = ?", (there[0], row[0])
    )
    connection.execute("UPDATE mark SET article = ? WHERE article = ?", (there[0], row[0]))  # imported ones
    connection.execute("DELETE FROM article WHERE id = ?", (row[0],))


def done(connection: sqlite3.Connection, entry: int) -> None:
    """The text is there."""
    connection.execute("DELETE FROM waiting WHERE article = ?", (entry,))


def problems_of(connection: sqlite3.Connection, entries: list[int]) -> dict[int, str]:
    """Of these articles, those that have no text yet, each with what went wrong, or ""."""
    listed = ", ".join(map(str, entries))
    rows = connection.execute(f"SELECT article, problem FROM waiting WHERE article IN ({listed})")
    return dict(rows.fetchall())
