"""Articles and their editions in the tables: kept, derived from, listed, removed and forgotten."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.analysis.counting import find_leading, list_counted, share_voices
from reader.analysis.denial import denial_of
from reader.analysis.model import Analysis, Claim
from reader.article.model import Article
from reader.export.claim_words import content_text, speaker_chain, speaker_name, told_by
from reader.library import index, waiting
from reader.library.corrections import Corrected, Correction, apply_corrections
from reader.library.digest import digest_of
from reader.library.feed_rows import follow_items, forget_items
from reader.library.keys import key_of, reopened
from reader.library.model import Edition, Entry
from reader.library.people import appear, counted
from reader.library.stored import (
    NotStored,
    analysis_as_dict,
    analysis_from_dict,
    article_as_dict,
    article_from_dict,
    pack,
    unpack,
)

_COLUMNS = (
    "article.id, key, source, url, title, site, byline, published, language, words, claims, added, opened, state, "
    "starred, queued, removed"
)
_EDITIONS = "SELECT id, article, digest, got, body, analysis FROM edition"
"""What `edition_from_row` reads."""


def keep_edition(
    connection: sqlite3.Connection,
    article: Article,
    analysis: Analysis | None,
    *,
    source: str,
    now: float,
    full_text: bool,
    key: str = "",
) -> tuple[int, int, bool]:
    """Put a text and what was found in it into the tables; gives the article's and the edition's number, and whether
    the text is a new one. A removed article comes back. `key` says which article it is, where it is known."""
    key = key or key_of(article, source)
    waiting.adopt(connection, source or article.source, key)
    follow_items(connection, source or article.source, key)
    row = connection.execute("SELECT id, removed FROM article WHERE key = ?", (key,)).fetchone()
    facts = (
        _whole(reopened(source or article.source) or source or article.source),
        _whole(article.url),
        _whole(article.title),
        _whole(article.site),
        json.dumps(article.byline),
        _whole(article.published),
        _whole(article.language),
        sum(1 for word in article.text.split() if any(map(str.isalnum, word))),
    )
    names = "source, url, title, site, byline, published, language, words"
    if row is None:
        cursor = connection.execute(
            f"INSERT INTO article (key, added, {names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (key, now, *facts)
        )
        entry = int(cursor.lastrowid or 0)
    else:
        entry = int(row[0])
        if row[1] is not None:
            restore_entry(connection, entry, full_text)
        sets = ", ".join(f"{name} = coalesce(?, {name})" for name in names.split(", "))  # what is known no more stays
        said = (fact if fact != "[]" else None for fact in facts)
        connection.execute(f"UPDATE article SET {sets} WHERE id = ?", (*said, entry))
    edition, fresh = add_edition(connection, entry, article, analysis, now, full_text)
    waiting.done(connection, entry)
    if newest_number(connection, entry) != edition:  # an older text has come back
        newest = newest_edition(connection, entry)
        assert newest is not None
        _unindex_text(connection, newest, full_text)
        connection.execute("UPDATE edition SET got = ? WHERE id = ?", (max(now, newest.got + 1e-3), edition))
        _index_text(connection, edition, article, full_text)
    known = None if analysis is None else Edition(edition, entry, "", now, article, analysis)
    derive(connection, entry, now, full_text, known)
    return entry, edition, fresh


def expect_article(
    connection: sqlite3.Connection, key: str, facts: Mapping[str, str | None], byline: Sequence[str], now: float
) -> int:
    """A row for an article whose text has not been fetched yet, where there is none; its number."""
    names = ("source", "url", "title", "site", "published")
    connection.execute(
        f"INSERT INTO article (key, added, byline, {', '.join(names)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (key, now, json.dumps(byline), *(_whole(facts.get(name)) for name in names)),
    )
    (number,) = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    return int(number)


def _whole(text: str | None) -> str | None:
    """Text without halves of characters (a path that is no UTF-8), which SQLite would refuse."""
    return text if text is None else text.encode("utf-8", "replace").decode()


def add_edition(
    connection: sqlite3.Connection,
    entry: int,
    article: Article,
    analysis: Analysis | None,
    got: float,
    full_text: bool,
) -> tuple[int, bool]:
    """A new text of an article, or what was newly found in one that is there."""
    digest = digest_of(article.text)
    there = connection.execute("SELECT id FROM edition WHERE article = ? AND digest = ?", (entry, digest)).fetchone()
    packed = None if analysis is None else pack(analysis_as_dict(analysis))
    if there is not None:
        if packed is not None:
            connection.execute("UPDATE edition SET analysis = ? WHERE id = ?", (packed, there[0]))
        return int(there[0]), False
    before = newest_edition(connection, entry)
    if before is not None:
        _unindex_text(connection, before, full_text)
    cursor = connection.execute(
        "INSERT INTO edition (article, digest, got, body, analysis) VALUES (?, ?, ?, ?, ?)",
        (entry, digest, got, pack(article_as_dict(article)), packed),
    )
    edition = int(cursor.lastrowid or 0)
    if newest_number(connection, entry) == edition:
        _index_text(connection, edition, article, full_text)
    elif before is not None:
        _index_text(connection, before.number, before.article, full_text)
    return edition, True


def newest_number(connection: sqlite3.Connection, entry: int) -> int | None:
    """The number of the text that was got last."""
    row = connection.execute(
        "SELECT id FROM edition WHERE article = ? ORDER BY got DESC, id DESC LIMIT 1", (entry,)
    ).fetchone()
    return None if row is None else int(row[0])


def newest_edition(connection: sqlite3.Connection, entry: int) -> Edition | None:
    """The text that was got last; None for an address that waits to be fetched."""
    row = connection.execute(f"{_EDITIONS} WHERE article = ? ORDER BY got DESC, id DESC LIMIT 1", (entry,)).fetchone()
    return None if row is None else edition_from_row(row)


def read_edition(connection: sqlite3.Connection, number: int) -> Edition:
    """An edition by its number, which must be there."""
    return edition_from_row(connection.execute(f"{_EDITIONS} WHERE id = ?", (number,)).fetchone())


def list_editions(connection: sqlite3.Connection, entry: int) -> list[Edition]:
    """All texts of an article, the one got first first."""
    rows = connection.execute(f"{_EDITIONS} WHERE article = ? ORDER BY got, id", (entry,))
    return [edition_from_row(row) for row in rows]


def edition_from_row(row: Sequence[object]) -> Edition:
    """An edition from its columns; an analysis that cannot be read back is none."""
    number, entry, digest, got, body, packed = row
    article = article_from_dict(unpack(body))  # type: ignore[arg-type]
    analysis = None
    if packed is not None:
        try:
            analysis = analysis_from_dict(unpack(packed), article.text)  # type: ignore[arg-type]
        except NotStored:
            analysis = None
    return Edition(number, entry, digest, got, article, analysis)  # type: ignore[arg-type]


def corrections_of(connection: sqlite3.Connection, entry: int) -> tuple[Correction, ...]:
    """What was set right in an article, in the order it was."""
    rows = connection.execute("SELECT uid, kind, data, at FROM correction WHERE article = ? ORDER BY at, id", (entry,))
    return tuple(Correction(uid, kind, json.loads(data), at) for uid, kind, data, at in rows)


def corrected(connection: sqlite3.Connection, edition: Edition) -> Corrected:
    """An edition's analysis as you would have it."""
    analysis = edition.analysis or Analysis()
    return apply_corrections(edition.article, analysis, corrections_of(connection, edition.entry))


def derive(
    connection: sqlite3.Connection, entry: int, now: float, full_text: bool, known: Edition | None = None
) -> None:
    """Make an article's rows of claims anew from its newest edition, if that is not `known`, and your corrections.

    What only an older edition had somebody say stays findable, with that edition.
    """
    edition = known or newest_edition(connection, entry)
    if edition is None:
        return
    result = corrected(connection, edition)
    article, analysis = edition.article, result.analysis
    people = appear(connection, entry, edition.number, analysis, now)
    day = (article.published or "")[:10]
    rows, words = [], set()
    for claim in analysis.claims:
        text = content_text(article, claim)
        name = speaker_name(analysis, claim) if claim.speaker or claim.speaker_name else ""
        words.add(text)
        chain = speaker_chain(analysis, claim) if told_by(analysis, claim) else ""
        span = claim.content[0][0], claim.content[-1][1]
        flags = claim.within is not None, claim.id in result.yours, denial_of(article, claim)
        rows.append((edition.number, entry, claim.id, claim.kind, claim.type, name, chain, text, *span, *flags))
    with counted(connection, entry):
        _drop_claims(connection, entry, edition.number, words, full_text)
        _write_claims(connection, zip(rows, analysis.claims, strict=True), people, day, full_text)
    shares = share_voices(article, analysis)
    key = find_leading(shares)
    leading = analysis.actor(key)
    voice, kind = (leading.name, leading.kind) if leading is not None else (key, "")
    connection.execute("UPDATE article SET claims = ? WHERE id = ?", (len(list_counted(analysis)), entry))
    connection.execute("INSERT OR REPLACE INTO leading VALUES (?, ?, ?, ?)", (entry, voice, kind, shares.get(key, 0.0)))


def _write_claims(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[tuple[Any, ...], Claim]],
    people: Mapping[str, int],
    day: str,
    full_text: bool,
) -> None:
    for row, claim in rows:
        cursor = connection.execute(
            "INSERT INTO claim (edition, article, local, kind, type, speaker, chain, words, start, stop, inner, yours, "
            "denial) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        number = int(cursor.lastrowid or 0)
        speakers = dict.fromkeys(each for each in (claim.speaker, *claim.speakers) if each)
        for person in dict.fromkeys(people[each] for each in speakers if each in people):
            connection.execute("INSERT OR IGNORE INTO saying VALUES (?, ?, ?)", (person, day, number))
        if full_text:
            index.add_words(connection, "claim_words", number, row[5], row[7])


def _drop_claims(
    connection: sqlite3.Connection, entry: int, edition: int, words: Iterable[str], full_text: bool
) -> None:
    """The rows that the newest edition's take the place of: its own, and those of older ones with the same words."""
    again = set(words)
    for number, of, speaker, text in connection.execute(
        "SELECT id, edition, speaker, words FROM claim WHERE article = ?", (entry,)
    ).fetchall():
        if of == edition or text in again:
            if full_text:
                index.drop_words(connection, "claim_words", number, speaker, text)
            connection.execute("DELETE FROM claim WHERE id = ?", (number,))


def _index_text(connection: sqlite3.Connection, edition: int, article: Article, full_text: bool) -> None:
    if full_text:
        index.add_words(connection, "edition_words", edition, article.title or "", article.text)


def _unindex_text(connection: sqlite3.Connection, edition: Edition, full_text: bool) -> None:
    if full_text:
        index.drop_words(connection, "edition_words", edition.number, edition.article.title or "", edition.article.text)


def index_entry(connection: sqlite3.Connection, entry: int, *, out: bool = False) -> None:
    """Put an article's text, claims and marks into the index, or take them out."""
    change = index.drop_words if out else index.add_words
    edition = newest_edition(connection, entry)
    if edition is not None:
        change(connection, "edition_words", edition.number, edition.article.title or "", edition.article.text)
    for number, speaker, words in connection.execute(
        "SELECT id, speaker, words FROM claim WHERE article = ?", (entry,)
    ).fetchall():
        change(connection, "claim_words", number, speaker, words)
    for number, anchor, note in connection.execute(
        "SELECT id, anchor, note FROM mark WHERE article = ?", (entry,)
    ).fetchall():
        change(connection, "mark_words", number, f"{json.loads(anchor)['exact']} {note}")


def remove_entry(connection: sqlite3.Connection, entry: int, now: float, full_text: bool) -> None:
    """Take an article out of sight; nothing is lost, and `restore_entry` brings it back."""
    if full_text:
        index_entry(connection, entry, out=True)
    with counted(connection, entry):
        connection.execute("UPDATE article SET removed = ?, queued = NULL WHERE id = ?", (now, entry))


def restore_entry(connection: sqlite3.Connection, entry: int, full_text: bool) -> None:
    """Bring a removed article back."""
    with counted(connection, entry):
        connection.execute("UPDATE article SET removed = NULL WHERE id = ?", (entry,))
    if full_text:
        index_entry(connection, entry)


def forget_entry(connection: sqlite3.Connection, entry: int, full_text: bool) -> None:
    """Leave nothing of an article in the tables, its place included."""
    row = connection.execute("SELECT removed, source, url, key FROM article WHERE id = ?", (entry,)).fetchone()
    if row is None:
        return
    forget_items(connection, row[3])
    if full_text and row[0] is None:
        index_entry(connection, entry, out=True)
    for source in row[1:3]:
        if source:
            connection.execute("DELETE FROM place WHERE source = ?", (source,))
    connection.execute("DELETE FROM place WHERE name = ?", (row[3],))  # of what was piped or pasted
    with counted(connection, entry):
        connection.execute("DELETE FROM article WHERE id = ?", (entry,))


def read_entry(connection: sqlite3.Connection, entry: int) -> Entry | None:
    """An article by its number."""
    found = list_entries(connection, "article.id = ?", (entry,), "article.id", 1, 0)
    return found[0] if found else None


def list_entries(
    connection: sqlite3.Connection, where: str, values: Sequence[object], order: str, limit: int, offset: int
) -> list[Entry]:
    """Articles with their tags."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM article WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?", (*values, limit, offset)
    ).fetchall()
    listed = [(*row[:6], tuple(json.loads(row[6])), *row[7:14], bool(row[14]), *row[15:]) for row in rows]
    entries = [Entry(*values) for values in listed]
    tags: dict[int, list[str]] = {}
    if entries:
        numbers = ", ".join(str(entry.number) for entry in entries)
        for number, tag in connection.execute(
            f"SELECT article, tag FROM article_tag WHERE article IN ({numbers}) ORDER BY tag"
        ):
            tags.setdefault(number, []).append(tag)
    return [replace(entry, tags=tuple(tags.get(entry.number, ()))) for entry in entries]
