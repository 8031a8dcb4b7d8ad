"""Who carries what: each statement once, with all claims of all articles that report it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.compare.model import Comparison, Key, Match, Place


@dataclass(frozen=True, slots=True)
class Carried:
    """One statement: the claims that report it, by article and in reading order, the matches that join them, and those
    that may join one of them to another statement."""

    places: tuple[Place, ...]
    matches: tuple[Match, ...]
    perhaps: tuple[Match, ...] = ()

    def between(self, one: int, other: int) -> Match | None:
        """The first match that joins two articles' reports of it; None where one of them has none."""
        return next((m for m in self.matches if {m.left.article, m.right.article} == {one, other}), None)


def who_carries_what(found: Comparison, articles: Sequence[int] | None = None) -> tuple[Carried, ...]:
    """Each statement of the articles compared (or of those numbered), in the order of the articles and their texts.

    Claims that sure matches join, by way of others too, are one statement; any other claim is one by itself.
    """
    asked = [
        m for m in found.matches if articles is None or (m.left.article in articles and m.right.article in articles)
    ]
    matches = [match for match in asked if match.is_sure]
    places = {place.key: place for m in found.matches for place in (m.left, m.right)}
    places |= {place.key: place for place in found.only}
    head = {key: key for key, place in places.items() if articles is None or place.article in articles}

    def find(key: Key) -> Key:
        while head[key] != key:
            head[key] = key = head[head[key]]
        return key

    for match in matches:
        head[find(match.right.key)] = find(match.left.key)
    groups: dict[Key, list[Place]] = {}
    for key in sorted(head, key=lambda key: (key[0], places[key].claim.span[0])):
        groups.setdefault(find(key), []).append(places[key])
    joined: dict[Key, list[Match]] = {}
    for match in matches:
        joined.setdefault(find(match.left.key), []).append(match)
    perhaps: dict[Key, list[Match]] = {}
    for match in asked:
        if not match.is_sure:
            for key in {find(match.left.key), find(match.right.key)}:
                perhaps.setdefault(key, []).append(match)
    return tuple(
        Carried(tuple(group), tuple(joined.get(key, ())), tuple(perhaps.get(key, ()))) for key, group in groups.items()
    )
