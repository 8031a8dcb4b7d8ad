"""Saved searches over new items: a person who is quoted, a word, an outlet."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from reader.analysis.denial import denial_of
from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.export.claim_words import content_text, speaker_name, speaker_names, with_denial
from reader.feeds.model import Hit, NewsItem, Watch, WatchKind
from reader.feeds.rows import list_items
from reader.feeds.stories import WINDOW
from reader.library.library import Library
from reader.library.stored import NotStored, article_from_dict, unpack
from reader.library.words import folded

Analysing = Callable[[Article], Analysis]
_AT_ONCE = 500
"""Texts that are looked through in one transaction."""


@dataclass(frozen=True)
class _Text:
    """A text of an item: the number of its edition, its item, outlet and words."""

    edition: int
    item: int
    outlet: str
    article: Article

    @cached_property
    def folded(self) -> str:
        """Its words as they are compared."""
        return folded(self.article.text)


def look_out(library: Library, analysing: Analysing) -> int:
    """Look through what came since this was last done, for all that is watched for; gives how many items were found.

    A text that names watched people is analysed, once for all of them, to tell whether it quotes them. What was looked
    through is noted in the transaction that keeps what was found. Raises LibraryError.
    """
    found = 0
    texts_after = lru_cache(maxsize=2)(partial(_texts, library))  # most watches were looked through to the same place
    analysed: Analysing = lru_cache(maxsize=_AT_ONCE)(analysing)
    with library.reading() as connection:
        watches = connection.execute("SELECT id, kind, words, looked FROM watch ORDER BY id").fetchall()
    for number, kind, words, looked in watches:
        last = looked
        while texts := texts_after(last):
            hits = [(text.item, said) for text in texts if (said := _said_in(text, kind, words, analysed)) is not None]
            last = texts[-1].edition
            with library.writing() as connection:
                found += sum(_put(connection, number, item, said, library.clock()) for item, said in hits)
                connection.execute("UPDATE watch SET looked = max(looked, ?) WHERE id = ?", (last, number))
        if kind == "person":
            with library.writing() as connection:
                found += _from_articles(connection, number, words, library.clock())
    return found


def _texts(library: Library, after: int) -> list[_Text]:
    """Texts behind an edition's number, of items that are no older than stories are."""
    with library.reading() as connection:
        rows = connection.execute(
            "SELECT item_edition.id, item, coalesce(nullif(feed.title, ''), nullif(feed.own_title, ''), feed.url), "
            "body FROM item_edition JOIN item ON item.id = item JOIN feed ON feed.id = item.feed "
            "WHERE item_edition.id > ? AND item.day >= ? AND NOT item.forgotten ORDER BY item_edition.id LIMIT ?",
            (after, library.clock() - WINDOW, _AT_ONCE),
        ).fetchall()
    texts = []
    for edition, item, outlet, body in rows:
        try:
            texts.append(_Text(edition, item, outlet, article_from_dict(unpack(body))))
        except NotStored:
            continue
    return texts


def _said_in(text: _Text, kind: WatchKind, words: str, analysing: Analysing) -> list[dict[str, str]] | None:
    """What a watched person says in a text, [] where a word or outlet is found; None where nothing is."""
    wanted = folded(words)
    if kind == "outlet":
        return [] if _holds(folded(text.outlet), wanted) else None
    if kind == "word":
        return [] if _holds(text.folded, wanted) else None
    if not wanted or not _holds(text.folded, wanted.split()[-1]):
        return None
    analysis = analysing(text.article)
    said = [
        {
            "speaker": speaker_name(analysis, claim),
            "words": with_denial(denial_of(text.article, claim), content_text(text.article, claim)),
            "kind": claim.kind,
        }
        for claim in analysis.claims
        if any(_is_of(name, wanted) for name in speaker_names(analysis, claim))
    ]
    return said or None


def _holds(text: str, wanted: str) -> bool:
    return bool(wanted) and f" {wanted} " in f" {text} "


def _is_of(speaker: str, wanted: str) -> bool:
    """Whether a speaker's name has all the words of a watched name."""
    return set(wanted.split()) <= set(folded(speaker).split())


def _from_articles(connection: sqlite3.Connection, watch: int, words: str, now: float) -> int:
    """What a person says in items whose whole text was got and analysed."""
    wanted = folded(words)
    people = [
        number
        for number, name in connection.execute(
            "SELECT id, folded FROM person WHERE folded LIKE ?", (f"%{wanted.split()[-1] if wanted else ' '}%",)
        )
        if _is_of(name, wanted)
    ]
    listed = ", ".join(map(str, people))
    rows = connection.execute(
        "SELECT item.id, claim.speaker, claim.words, claim.kind, claim.denial "
        "FROM saying JOIN claim ON claim.id = saying.claim "
        "JOIN article ON article.id = claim.article JOIN item ON item.entry = article.key "
        f"WHERE saying.person IN ({listed}) AND item.day >= ? AND NOT item.forgotten ORDER BY claim.id",
        (now - WINDOW,),
    ).fetchall()
    said: dict[int, list[dict[str, str]]] = {}
    for item, speaker, words_said, kind, denial in rows:
        told = with_denial(denial, words_said)
        said.setdefault(item, []).append({"speaker": speaker, "words": told, "kind": kind})
    return sum(_put(connection, watch, item, each, now) for item, each in said.items())


def _put(connection: sqlite3.Connection, watch: int, item: int, said: Sequence[dict[str, str]], now: float) -> bool:
    """Keep what was found; whether it is a find."""
    there = connection.execute("SELECT 1 FROM watched WHERE watch = ? AND item = ?", (watch, item)).fetchone()
    connection.execute(
        "INSERT INTO watched VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET said = excluded.said "
        "WHERE length(excluded.said) > length(watched.said)",
        (watch, item, now, json.dumps(said, ensure_ascii=False)),
    )
    return there is None


def list_hits(connection: sqlite3.Connection, watches: Sequence[Watch], *, unread: bool, limit: int) -> list[Hit]:
    """What was found, the newest items first."""
    hits = []
    for watch in watches:
        where = "item.id IN (SELECT item FROM watched WHERE watch = ?)" + " AND item.read IS NULL" * unread
        for item in list_items(connection, where, (watch.number,), limit=limit):
            hits.append(Hit(watch, item, _quoted(connection, watch, item)))
    return sorted(hits, key=lambda hit: (-hit.item.day, -hit.item.number, hit.watch.number))[:limit]


def _quoted(connection: sqlite3.Connection, watch: Watch, item: NewsItem) -> tuple[tuple[str, str], ...]:
    row = connection.execute(
        "SELECT said FROM watched WHERE watch = ? AND item = ?", (watch.number, item.number)
    ).fetchone()
    said: list[dict[str, Any]] = json.loads(row[0]) if row else []
    return tuple((each["speaker"], each["words"]) for each in said)
