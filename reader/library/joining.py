"""Two of one name who are one person, and one who is two again: decided by hand, remembered, taken back."""

import json
import sqlite3

from reader.library import articles
from reader.library.model import Person
from reader.library.people import add_role, count_one, find_people


def decide(connection: sqlite3.Connection, one: Person, other: Person, *, same: bool | None, now: float) -> None:
    """Remember that two are one person, who then goes by the first's number, that they are two, or that it is open."""
    _remember(connection, one.uid, other.uid, same, now)
    if not same or one.number == other.number:
        return
    fresh = [role for role in other.roles if role not in one.roles]
    for role in fresh:
        add_role(connection, one.number, role)
    moved = connection.execute(
        "SELECT edition, actor FROM appearance WHERE person = ? ORDER BY edition, actor", (other.number,)
    ).fetchall()
    connection.execute(
        "INSERT INTO joined (one, other, name, kind, roles, fresh, appearances, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (one.uid, other.uid, other.name, other.kind, *map(json.dumps, (other.roles, fresh, moved)), now),
    )
    connection.execute("UPDATE joined SET one = ? WHERE one = ?", (one.uid, other.uid))
    connection.execute("UPDATE appearance SET person = ? WHERE person = ?", (one.number, other.number))
    connection.execute("UPDATE OR IGNORE saying SET person = ? WHERE person = ?", (one.number, other.number))
    connection.execute("DELETE FROM saying WHERE person = ?", (other.number,))
    connection.execute("DELETE FROM person WHERE id = ?", (other.number,))
    count_one(connection, one.number)


def part(connection: sqlite3.Connection, one: Person, ask_again: bool, now: float) -> Person | None:
    """Take the one away who was joined to a person last, with all that they were in then; None where nobody was."""
    row = connection.execute(
        "SELECT id, other, name, kind, roles, fresh, appearances FROM joined WHERE one = ? ORDER BY id DESC LIMIT 1",
        (one.uid,),
    ).fetchone()
    if row is None:
        return None
    joined, uid, name, kind, roles, fresh, moved = row
    number = connection.execute(
        "INSERT INTO person (uid, name, folded, kind, roles) VALUES (?, ?, fold(?), ?, ?)",
        (uid, name, name, kind, roles),
    ).lastrowid
    own = [role for role in one.roles if role not in json.loads(fresh)]
    connection.execute("UPDATE person SET roles = ? WHERE id = ?", (json.dumps(own, ensure_ascii=False), one.number))
    for edition, actor in json.loads(moved):
        changed = connection.execute(
            "UPDATE appearance SET person = ? WHERE edition = ? AND actor = ? AND person = ?",
            (number, edition, actor, one.number),
        )
        if changed.rowcount:
            _move_sayings(connection, edition, actor, one.number, int(number or 0))
    connection.execute("DELETE FROM joined WHERE id = ?", (joined,))
    _remember(connection, one.uid, uid, None if ask_again else False, now)
    for each in (one.number, int(number or 0)):
        count_one(connection, each)
    return find_people(connection, str(number), 1)[0]


def _move_sayings(connection: sqlite3.Connection, edition: int, actor: str, one: int, other: int) -> None:
    """What an actor says in an edition is said by another person."""
    analysis = articles.corrected(connection, articles.read_edition(connection, edition)).analysis
    for claim in analysis.claims:
        if actor in (claim.speaker, *claim.speakers):
            connection.execute(
                "UPDATE OR IGNORE saying SET person = ? WHERE person = ? AND claim = "
                "(SELECT id FROM claim WHERE edition = ? AND local = ?)",
                (other, one, edition, claim.id),
            )


def list_joined(connection: sqlite3.Connection, person: int) -> list[str]:
    """The names of those who were joined to a person, the last first."""
    rows = connection.execute(
        "SELECT joined.name FROM joined JOIN person ON person.uid = one WHERE person.id = ? ORDER BY joined.id DESC",
        (person,),
    )
    return [name for (name,) in rows]


def _remember(connection: sqlite3.Connection, one: str, other: str, same: bool | None, now: float) -> None:
    first, second = sorted((one, other))
    for pair in ((first, second), (second, first)):
        connection.execute("DELETE FROM decision WHERE one = ? AND other = ?", pair)
    decided = None if same is None else int(same)
    connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?)", (first, second, decided, now))
