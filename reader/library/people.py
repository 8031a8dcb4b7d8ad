"""People and organisations across articles: joined by full name and role, and asked about where two could be meant."""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reader.analysis.model import Actor, Analysis
from reader.library.model import Person, Question
from reader.library.words import folded

_EMPTY = frozenset(
    (
        *("a", "an", "the", "of", "for", "and", "in", "at", "on", "to", "with", "its", "his", "her", "their", "by"),
        *("former", "then", "acting", "deputy", "new", "who", "is", "was"),
    )
)
"""Words of a role that do not tell one from another."""
_RANKS = frozenset(
    (
        *("leader", "president", "vice", "minister", "secretary", "general", "director", "head", "chief", "chair"),
        *("chairman", "chairwoman", "manager", "officer", "executive", "member", "senior", "junior", "professor"),
        *("doctor", "judge", "lawyer", "spokesman", "spokeswoman", "spokesperson", "editor", "reporter", "coach"),
        *("captain", "owner", "founder", "partner", "analyst", "researcher", "teacher", "student", "resident"),
        *("adviser", "advisor", "assistant", "commissioner", "representative", "candidate", "player", "author"),
    )
)
"""Words of a role that many bear at a time, each somewhere else."""
_COLUMNS = "person.id, person.uid, person.name, person.kind, person.roles"


def appear(connection: sqlite3.Connection, entry: int, edition: int, analysis: Analysis, now: float) -> dict[str, int]:
    """Give each speaker and person of an edition a number across articles; by actor id."""
    before = {
        row[0]: (row[1], row[2])
        for row in connection.execute("SELECT actor, person, name FROM appearance WHERE edition = ?", (edition,))
    }
    connection.execute("DELETE FROM appearance WHERE edition = ?", (edition,))
    here: dict[str, int] = {}
    for actor in analysis.actors:
        if not actor.claims and actor.kind not in ("person", "organisation"):
            continue
        known = before.get(actor.id)
        if known is not None and known[1] == folded(actor.name):
            here[actor.id] = known[0]
        else:
            here[actor.id] = _number_of(connection, entry, actor, set(here.values()), now)
    connection.executemany(
        "INSERT INTO appearance VALUES (?, ?, ?, ?)",
        [(edition, each.id, here[each.id], folded(each.name)) for each in analysis.actors if each.id in here],
    )
    return here


def _number_of(connection: sqlite3.Connection, entry: int, actor: Actor, taken: set[int], now: float) -> int:
    name, role = folded(actor.name), " ".join((actor.role or "").split())
    own = connection.execute(
        "SELECT person.id FROM edition CROSS JOIN appearance ON edition = edition.id "  # this article's alone are few
        "CROSS JOIN person ON person.id = person WHERE edition.article = ? AND person.folded = ? AND person.kind = ?",
        (entry, name, actor.kind),
    ).fetchall()
    for (number,) in own:  # another edition of this article
        if number not in taken:
            add_role(connection, number, role)
            return int(number)
    if actor.kind == "person" and len(name.split()) < 2:
        return _begin(connection, actor, name, role)  # a surname alone may be anybody's
    same = connection.execute(
        "SELECT id, uid, roles FROM person WHERE folded = ? AND kind = ?", (name, actor.kind)
    ).fetchall()
    fits = [row for row in same if row[0] not in taken and (actor.kind != "person" or _agree(role, json.loads(row[2])))]
    if len(fits) == 1:
        add_role(connection, fits[0][0], role)
        return int(fits[0][0])
    number = _begin(connection, actor, name, role)
    uid = connection.execute("SELECT uid FROM person WHERE id = ?", (number,)).fetchone()[0]
    for other in fits or same:
        first, second = sorted((other[1], uid))
        connection.execute("INSERT OR IGNORE INTO decision VALUES (?, ?, NULL, ?)", (first, second, now))
    return number


def _begin(connection: sqlite3.Connection, actor: Actor, name: str, role: str) -> int:
    roles = json.dumps([role] if role else [], ensure_ascii=False)
    row = (uuid.uuid4().hex, " ".join(actor.name.split()), name, actor.kind, roles)
    cursor = connection.execute("INSERT INTO person (uid, name, folded, kind, roles) VALUES (?, ?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


def add_role(connection: sqlite3.Connection, number: int, role: str) -> None:
    """Remember what else a person was called."""
    if not role:
        return
    roles = json.loads(connection.execute("SELECT roles FROM person WHERE id = ?", (number,)).fetchone()[0])
    if role not in roles:
        text = json.dumps([*roles, role], ensure_ascii=False)
        connection.execute("UPDATE person SET roles = ? WHERE id = ?", (text, number))


def _agree(role: str, roles: Iterable[str]) -> bool:
    """Whether a role may be the same person's: none is known on one side, one says no more than the other, or they
    share a word that tells. A rank alone tells nothing: of two professors of one name, each may be another."""
    mine, theirs = _telling(role), [found for each in roles if (found := _telling(each))]
    if not mine or not theirs:
        return True
    return any(mine <= other or other <= mine or (mine & other) - _RANKS for other in theirs)


def _telling(role: str) -> frozenset[str]:
    return frozenset(word for word in folded(role).split() if word not in _EMPTY)


def find_people(connection: sqlite3.Connection, wanted: str, limit: int = 50) -> list[Person]:
    """Those of a number ("12"), of a whole name, else those whose name holds all these words; most quoted first."""
    name = folded(wanted)
    if wanted.strip().isdigit() and len(wanted.strip()) < 15:
        found = _people(connection, "person.id = ?", (int(wanted),), limit)
        if found:
            return found
    found = _people(connection, "person.folded = ?", (name,), limit)
    if found or not name:
        return found
    words = name.split()
    where = " AND ".join("' ' || person.folded || ' ' LIKE ?" for _ in words)
    return _people(connection, where, tuple(f"% {word} %" for word in words), limit)


def list_people(connection: sqlite3.Connection, limit: int = 50) -> list[Person]:
    """The most quoted."""
    numbers = connection.execute("SELECT person FROM quoted ORDER BY claims DESC, person LIMIT ?", (limit,)).fetchall()
    listed = ", ".join(str(number) for (number,) in numbers)
    return _people(connection, f"person.id IN ({listed})", (), limit) if listed else []


def _people(connection: sqlite3.Connection, where: str, values: tuple[object, ...], limit: int) -> list[Person]:
    day = "(SELECT day FROM saying WHERE saying.person = person.id AND day > '' ORDER BY day"
    rows = connection.execute(
        f"SELECT {_COLUMNS}, coalesce(quoted.claims, 0) AS many, coalesce(quoted.articles, 0), {day} LIMIT 1), "
        f"{day} DESC LIMIT 1) FROM person LEFT JOIN quoted ON quoted.person = person.id WHERE {where} "
        "ORDER BY many DESC, person.id LIMIT ?",
        (*values, limit),
    ).fetchall()
    return [
        Person(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])), row[5], row[6], row[7] or "", row[8] or "")
        for row in rows
    ]


_COUNT = (
    "SELECT saying.person, count(*), count(DISTINCT claim.article) FROM saying JOIN claim ON claim.id = saying.claim "
    "JOIN article ON article.id = claim.article WHERE article.removed IS NULL"
)


@contextmanager
def counted(connection: sqlite3.Connection, entry: int) -> Iterator[None]:
    """Keep count of who is quoted how often, while the claims of an article are changed, or it comes or goes."""
    before = _speakers_in(connection, entry)
    yield
    after = _speakers_in(connection, entry)
    for person in before.keys() | after.keys():
        change = after.get(person, 0) - before.get(person, 0), (person in after) - (person in before)
        if change != (0, 0):
            cursor = connection.execute(
                "UPDATE quoted SET claims = claims + ?, articles = articles + ? WHERE person = ?", (*change, person)
            )
            if cursor.rowcount == 0:
                connection.execute("INSERT INTO quoted VALUES (?, ?, ?)", (person, *change))
            connection.execute("DELETE FROM quoted WHERE person = ? AND claims <= 0", (person,))


def _speakers_in(connection: sqlite3.Connection, entry: int) -> dict[int, int]:
    rows = connection.execute(f"{_COUNT} AND claim.article = ? GROUP BY saying.person", (entry,))
    return {person: many for person, many, _ in rows.fetchall()}


def count_all(connection: sqlite3.Connection) -> None:
    """Count anew how often everybody is quoted."""
    connection.execute("DELETE FROM quoted")
    connection.execute(f"INSERT INTO quoted {_COUNT} GROUP BY saying.person")


def count_one(connection: sqlite3.Connection, person: int) -> None:
    """Count anew how often one person is quoted."""
    connection.execute("DELETE FROM quoted WHERE person = ?", (person,))
    connection.execute(f"INSERT INTO quoted {_COUNT} AND saying.person = ? GROUP BY saying.person", (person,))


def list_questions(connection: sqlite3.Connection, limit: int = 50) -> list[Question]:
    """Pairs of one name about whom nothing was decided."""
    rows = connection.execute(
        "SELECT a.id, b.id FROM decision JOIN person a ON a.uid = one JOIN person b ON b.uid = other "
        "WHERE same IS NULL ORDER BY a.id, b.id LIMIT ?",
        (limit,),
    ).fetchall()
    found = []
    for one, other in rows:
        pair = [_people(connection, "person.id = ?", (number,), 1)[0] for number in (one, other)]
        found.append(Question(pair[0], pair[1]))
    return found


def drop_unseen(connection: sqlite3.Connection) -> None:
    """Forget those who appear in no article any more."""
    connection.execute("DELETE FROM person WHERE id NOT IN (SELECT person FROM appearance)")
    connection.execute(
        "DELETE FROM decision WHERE same IS NULL AND (one NOT IN (SELECT uid FROM person) "
        "OR other NOT IN (SELECT uid FROM person))"
    )
    connection.execute("DELETE FROM joined WHERE one NOT IN (SELECT uid FROM person)")
    for number, moved in connection.execute("SELECT id, appearances FROM joined").fetchall():
        sql = "SELECT 1 FROM appearance WHERE edition = ? AND actor = ?"
        if not any(connection.execute(sql, each).fetchone() for each in json.loads(moved)):
            connection.execute("DELETE FROM joined WHERE id = ?", (number,))
