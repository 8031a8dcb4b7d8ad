"""The library's part that tells who said what: people across articles, and all that one of them said."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.library import joining, people
from reader.library.front import Front
from reader.library.model import Person, Question, Said
from reader.library.problems import LibraryError
from reader.library.search import outlet_condition
from reader.library.words import folded


class Quoted(Front):
    """People and organisations, their claims, and which of one name are one."""

    def people(self, wanted: str = "", *, limit: int = 50) -> list[Person]:
        """Those whose name holds these words, or of a number; without words the most quoted."""
        with self._reading() as connection:
            found = people.find_people(connection, wanted, limit) if wanted.strip() else []
            return found if wanted.strip() else people.list_people(connection, limit)

    def said(
        self, person: Person | int, *, outlet: str = "", limit: int = -1, oldest_first: bool = False
    ) -> list[Said]:
        """All that one said, the latest first unless asked for."""
        number = person if isinstance(person, int) else person.number
        with self._reading() as connection:
            return _said(connection, number, outlet, limit, oldest_first)

    def claims(self, entry: int | str) -> list[Said]:
        """Who said what in an article, in reading order; what only an older edition said comes last."""
        with self._reading() as connection:
            number = self._entry(connection, entry).number
            rows = connection.execute(
                f"SELECT {_SAID} FROM claim JOIN article ON article.id = claim.article WHERE claim.article = ? "
                "ORDER BY edition DESC, start, claim.id",
                (number,),
            )
            return [_said_from(row) for row in rows]

    def like(self, words: str, *, limit: int = 10) -> list[tuple[float, Said]]:
        """Claims that carry a quotation, whole or in part, word for word or nearly: the share of its words that they
        have in their order (0 to 1) and the claim, the best first."""
        from reader.library.alike import like_words  # which brings NLTK along, and home must not wait for that

        with self._reading() as connection:
            found = like_words(connection, words, limit, self.full_text)
            sql = f"SELECT {_SAID} FROM claim JOIN article ON article.id = claim.article WHERE claim.id = ?"
            return [(share, _said_from(connection.execute(sql, (number,)).fetchone())) for share, number in found]

    def questions(self) -> list[Question]:
        """Pairs of one name who may be one or two: `decide` answers."""
        with self._reading() as connection:
            return people.list_questions(connection)

    def decide(self, one: int, other: int, *, same: bool | None) -> None:
        """Say that two are one person, or two; it is remembered. None asks about them again later."""
        with self._writing() as connection:
            pair = [people.find_people(connection, str(number)) for number in (one, other)]
            if one == other or not all(pair) or pair[0][0].number != one or pair[1][0].number != other:
                raise LibraryError("there are no such two people in the library; `reader library people` lists them")
            joining.decide(connection, pair[0][0], pair[1][0], same=same, now=self.clock())

    def part(self, person: int, *, ask_again: bool = False) -> Person:
        """Take the one away again who was joined last to this person; gives them. They are two from now on, unless they
        are to be asked about again. Raises LibraryError where nobody was."""
        with self._writing() as connection:
            found = people.find_people(connection, str(person), 1)
            parted = joining.part(connection, found[0], ask_again, self.clock()) if found else None
            if parted is None:
                raise LibraryError("nobody was joined to this person here; `reader library people` lists them")
            return parted

    def joined(self, person: int) -> list[str]:
        """Who was joined to this person, by the names that they had, the last first."""
        with self._reading() as connection:
            return joining.list_joined(connection, person)


_SAID = (
    "claim.local, claim.article, claim.edition, article.title, article.site, "
    "substr(coalesce(article.published, ''), 1, 10), claim.speaker, claim.chain, claim.kind, claim.type, claim.words, "
    "claim.start, claim.stop, claim.yours, claim.denial"
)


def _said(connection: sqlite3.Connection, person: int, outlet: str, limit: int, oldest_first: bool) -> list[Said]:
    where, values = "saying.person = ?", [person, *list[object]()]
    if folded(outlet):
        condition, wanted = outlet_condition(connection, folded(outlet))
        where += f" AND {condition}"
        values += wanted
    order = "ASC" if oldest_first else "DESC"
    rows = connection.execute(
        f"SELECT {_SAID} FROM saying JOIN claim ON claim.id = saying.claim JOIN article ON article.id = claim.article "
        f"WHERE {where} AND article.removed IS NULL ORDER BY saying.day {order}, saying.claim {order} LIMIT ?",
        (*values, limit),
    )
    return [_said_from(row) for row in rows]


def _said_from(row: Sequence[Any]) -> Said:
    values = (*row[:11], (row[11], row[12]), bool(row[13]), row[14])
    return Said(*values)
