"""The whole library as JSON Lines, and back: what is read in is written out again byte for byte."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reader.article.text.safe import safe_text
from reader.library import waiting
from reader.library.anchors import Anchor
from reader.library.articles import add_edition, corrections_of, derive, list_editions, read_entry
from reader.library.bookmark import Bookmark
from reader.library.corrections import check_correction
from reader.library.feed_rows import export_feeds, take_feed, take_watch
from reader.library.line_values import list_in, texts_in
from reader.library.marks import list_marks, put_mark
from reader.library.model import STATES
from reader.library.places import put_place
from reader.library.stored import NotStored, analysis_as_dict, analysis_from_dict, article_as_dict, article_from_dict
from reader.library.words import folded

FORMAT = 1
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FACTS = ("source", "url", "title", "site", "published", "language")
_NUMBERS = ("added", "opened", "queued", "removed")


class NotTaken(ValueError):
    """A line that could not be taken; the message says why."""


def export_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything, one JSON object a line, in an order that depends on the content alone."""
    yield _line({"type": "library", "format": FORMAT})
    for uid, name, kind, roles in connection.execute("SELECT uid, name, kind, roles FROM person ORDER BY uid"):
        yield _line({"type": "person", "uid": uid, "name": name, "kind": kind, "roles": json.loads(roles)})
    for one, other, same, at in connection.execute("SELECT one, other, same, at FROM decision ORDER BY one, other"):
        yield _line(
            {"type": "decision", "one": one, "other": other, "same": None if same is None else bool(same), "at": at}
        )
    for (number,) in connection.execute("SELECT id FROM article ORDER BY key").fetchall():
        yield _line(_article(connection, number))
    for name, bookmark in connection.execute("SELECT name, bookmark FROM place ORDER BY name"):
        yield _line({"type": "place", "name": name, "bookmark": json.loads(bookmark)})
    for values in export_feeds(connection):
        yield _line(values)


def _line(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))


def _article(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    entry = read_entry(connection, number)
    assert entry is not None
    editions = []
    for edition in list_editions(connection, number):
        people = connection.execute(
            "SELECT actor, uid, appearance.name FROM appearance JOIN person ON person.id = person WHERE edition = ? "
            "ORDER BY actor",
            (edition.number,),
        )
        editions.append(
            {
                "got": edition.got,
                "article": article_as_dict(edition.article),
                "analysis": None if edition.analysis is None else analysis_as_dict(edition.analysis),
                "people": {actor: [uid, name] for actor, uid, name in people},
            }
        )
    return {
        "type": "article",
        "key": entry.key,
        **{name: getattr(entry, name) for name in (*_FACTS, *_NUMBERS)},
        "byline": list(entry.byline),
        "words": entry.words,
        "state": entry.state,
        "starred": entry.starred,
        **({"waiting": True} if waiting.problems_of(connection, [number]) else {}),
        "tags": list(entry.tags),
        "editions": editions,
        "marks": [
            {
                "uid": mark.uid,
                "anchor": mark.anchor.as_dict(),
                "note": mark.note,
                "tags": list(mark.tags),
                "at": mark.at,
                "changed": mark.changed,
            }
            for mark in sorted(
                list_marks(connection, "mark.article = ?", (number,), placed=False), key=lambda each: each.uid
            )
        ],
        "corrections": [
            {"uid": each.uid, "kind": each.kind, "data": dict(each.data), "at": each.at}
            for each in sorted(corrections_of(connection, number), key=lambda each: (each.at, each.uid))
        ],
    }


def is_export(data: bytes) -> bool:
    """Whether a file looks like what `export_lines` gives, whole or in part."""
    return re.match(rb'\s*\{\s*"type"\s*:', data.removeprefix(b"\xef\xbb\xbf")[:1000]) is not None


def import_line(connection: sqlite3.Connection, line: str, *, now: float, full_text: bool) -> str:
    """Take one line in, beside what is there already; gives its type. Raises NotTaken."""
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        raise NotTaken("it is no JSON") from None
    if not isinstance(values, dict):
        raise NotTaken("it is no JSON object")
    kind = values.get("type")
    take = _TAKE.get(kind) if isinstance(kind, str) else None
    if take is None:
        raise NotTaken("its type is none that a library has")
    if not _is_plain(values):
        raise NotTaken("it holds control characters")
    try:
        take(connection, values, now, full_text)
    except UnicodeError:
        raise NotTaken("it holds halves of characters") from None
    except (NotStored, ValueError) as error:
        raise NotTaken(str(error)) from None
    except (OverflowError, RecursionError, sqlite3.DataError, sqlite3.IntegrityError):
        raise NotTaken("it holds what no library can") from None
    return str(kind)


def _is_plain(value: object) -> bool:
    """Whether no text in a value could drive a terminal; where something was read from is as the user called it."""
    if isinstance(value, dict):
        return all(_is_plain(each) for name, each in value.items() if name not in ("source", "bookmark"))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return not isinstance(value, str) or _CONTROLS.search(value) is None


def _take_head(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    if values.get("format") != FORMAT:
        raise NotTaken(f"it was written in format {values.get('format')!r}, and this Reader reads format {FORMAT}")


def _take_person(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    name, kind, roles = _text(values, "name"), _text(values, "kind"), texts_in(values, "roles")
    connection.execute(
        "INSERT OR IGNORE INTO person (uid, name, folded, kind, roles) VALUES (?, ?, ?, ?, ?)",
        (_text(values, "uid"), name, folded(name), kind, json.dumps(roles, ensure_ascii=False)),
    )


def _take_decision(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    same = values.get("same")
    if same is not None and not isinstance(same, bool):
        raise NotTaken("a decision that is neither yes nor no")
    connection.execute(
        "INSERT INTO decision VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET same = excluded.same, at = excluded.at "
        "WHERE decision.same IS NULL",
        (_text(values, "one"), _text(values, "other"), same, _time(values, "at")),
    )


def _take_place(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    bookmark = Bookmark.from_dict(values.get("bookmark"))
    if bookmark is None:
        raise NotTaken("a place in no article")
    put_place(connection, _text(values, "name"), bookmark)


def _take_article(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    key, source = _text(values, "key"), safe_text(_text(values, "source"), lines=False)
    state = values.get("state", "to-read")
    if state not in STATES:
        raise NotTaken(f"an article is {', '.join(STATES)}, and no {state!r}")
    editions = [_edition(each) for each in list_in(values, "editions")]
    marks = [_mark(each) for each in list_in(values, "marks")]
    corrections = [_correction(each) for each in list_in(values, "corrections")]
    byline = json.dumps(texts_in(values, "byline"), ensure_ascii=False)
    facts = [source, *(_text(values, name, missing=True) for name in _FACTS[1:-1])]
    facts.append(_text(values, "language", missing=True) or "en")
    words = values.get("words", 0)
    if type(words) is not int or not 0 <= words < 1 << 60:
        raise NotTaken("words is no number")
    times = [_time(values, name, missing=name != "added") for name in _NUMBERS]
    cursor = connection.execute(
        f"INSERT OR IGNORE INTO article (key, {', '.join(_FACTS)}, byline, words, {', '.join(_NUMBERS)}, state, "
        "starred) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, *facts, byline, words, *times, state, values.get("starred") is True),
    )
    entry, removed = connection.execute("SELECT id, removed FROM article WHERE key = ?", (key,)).fetchone()
    if cursor.rowcount == 0 and values.get("starred") is True:
        connection.execute("UPDATE article SET starred = 1 WHERE id = ?", (entry,))
    indexed = full_text and removed is None
    for got, article, analysis, people in sorted(editions, key=lambda each: each[0]):
        number, fresh = add_edition(connection, entry, article, analysis, got, indexed)
        if fresh:
            _take_people(connection, number, people)
    for tag in texts_in(values, "tags"):
        connection.execute("INSERT OR IGNORE INTO article_tag VALUES (?, ?)", (entry, tag))
    for uid, anchor, note, tags, at, changed in marks:
        there = connection.execute("SELECT 1 FROM mark WHERE uid = ?", (uid,)).fetchone()
        if there is None:
            put_mark(
                connection, entry, anchor, uid=uid, note=note, tags=tags, at=at, changed=changed, full_text=full_text
            )
    for correction in corrections:
        connection.execute(
            "INSERT OR IGNORE INTO correction (uid, article, kind, data, at) VALUES (?, ?, ?, ?, ?)",
            (correction[0], entry, *correction[1:]),
        )
    derive(connection, entry, now, indexed)
    if values.get("waiting") is True:
        waiting.ask_for(connection, entry)


def _take_feed(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    take_feed(connection, values)


def _take_watch(connection: sqlite3.Connection, values: dict[str, Any], now: float, full_text: bool) -> None:
    take_watch(connection, values)


def _take_people(connection: sqlite3.Connection, edition: int, people: Mapping[str, list[str]]) -> None:
    for actor, (uid, name) in people.items():
        row = connection.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
        if row is not None:
            connection.execute("INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?)", (edition, actor, row[0], name))


def _edition(values: object) -> tuple[float, Any, Any, dict[str, list[str]]]:
    if not isinstance(values, dict):
        raise NotTaken("an edition that is none")
    article = article_from_dict(values.get("article"))
    analysis = values.get("analysis")
    found = None if analysis is None else analysis_from_dict(analysis, article.text)
    people = values.get("people", {})
    if not isinstance(people, dict):
        raise NotTaken("people that are none")
    for pair in people.values():
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, str) for each in pair)):
            raise NotTaken("people that are none")
    return _time(values, "got") or 0.0, article, found, people


def _mark(values: object) -> tuple[str, Anchor, str, list[str], float, float]:
    if not isinstance(values, dict):
        raise NotTaken("a mark that is none")
    at = _time(values, "at") or 0.0
    changed = _time(values, "changed", missing=True)
    note = _text(values, "note", missing=True) or ""
    anchor = Anchor.from_dict(values.get("anchor"))
    return _text(values, "uid"), anchor, note, texts_in(values, "tags"), at, at if changed is None else changed


def _correction(values: object) -> tuple[str, str, str, float]:
    if not isinstance(values, dict):
        raise NotTaken("a correction that is none")
    kind, data = _text(values, "kind"), values.get("data")
    check_correction(kind, data)
    return _text(values, "uid"), kind, json.dumps(data, ensure_ascii=False), _time(values, "at") or 0.0


def _text(values: Mapping[str, Any], name: str, missing: bool = False) -> Any:
    value = values.get(name)
    if value is None and missing:
        return None
    if not isinstance(value, str) or not value.strip():
        if missing and value == "":
            return value
        raise NotTaken(f"{name} is no text")
    return value


def _time(values: Mapping[str, Any], name: str, missing: bool = False) -> float | None:
    value = values.get(name)
    if value is None and missing:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise NotTaken(f"{name} is no time")
    return float(value)


_TAKE: dict[str, Callable[[sqlite3.Connection, dict[str, Any], float, bool], None]] = {
    "library": _take_head,
    "person": _take_person,
    "decision": _take_decision,
    "article": _take_article,
    "place": _take_place,
    "feed": _take_feed,
    "watch": _take_watch,
}


def lines_in(parts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines that hold something, numbered from 1."""
    for number, line in enumerate(parts, 1):
        if line.strip():
            yield number, line
