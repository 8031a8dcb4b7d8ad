"""How much is said in an article and who says most of it, as it was counted when the article was taken in."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Leading:
    """How many things are said; who says most, of what kind ("" for nobody who is named), and the share (0 to 1)."""

    claims: int
    voice: str
    kind: str
    share: float

    @property
    def short(self) -> str:
        """A person's last name, any other's whole."""
        return self.voice.split()[-1] if self.kind == "person" else self.voice


def list_leading(connection: sqlite3.Connection, entries: Iterable[int]) -> dict[int, Leading]:
    """Who leads in each of these articles that has anything said in it, by the article's number."""
    numbers = list(entries)
    found: dict[int, Leading] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        part = numbers[at : at + _AT_ONCE]
        slots = ", ".join("?" * len(part))
        rows = connection.execute(
            "SELECT article.id, claims, coalesce(voice, ''), coalesce(leading.kind, ''), coalesce(share, 0) "
            f"FROM article LEFT JOIN leading ON leading.article = article.id WHERE article.id IN ({slots}) AND claims",
            part,
        )
        found.update((number, Leading(claims, *voice)) for number, claims, *voice in rows)
    return found
