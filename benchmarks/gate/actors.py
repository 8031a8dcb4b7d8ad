"""Actors against the marked ones.

A found actor is a marked one when the words of its name are among those of the marked name, or of another name that
the article uses for it; the closest names are paired first, each once, so that a second actor for the same person is
a wrong one. A role is right when half or more of the words of both, articles left out, are common to them.
"""

import re
from collections.abc import Sequence

from benchmarks.gate.claims import name_words
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import MarkedActor
from reader.analysis import Actor

ROLE = 0.5
"""The least overlap of a role's words that counts as right."""

_SMALL = frozenset(("a", "an", "the", "its", "his", "her", "their", "our", "former"))


def likeness(found: str, marked: MarkedActor) -> float:
    """How much of the marked name a found name holds, 0 to 1; 0 where it holds a word of another name."""
    have = name_words(found)
    best = 0.0
    for number, name in enumerate((marked.name, *marked.also)):
        want = name_words(name)
        if have and want and (have <= want or (number > 0 and have == want)):
            best = max(best, len(have) / len(name_words(marked.name) | want))
    return best


def paired(found: Sequence[Actor], marked: Sequence[MarkedActor]) -> dict[int, int]:
    """Index of the found actor for each marked one; those asked for first, then by likeness."""
    ranked = sorted(
        (one.optional, -value, i, j)
        for i, one in enumerate(marked)
        for j, other in enumerate(found)
        if (value := likeness(other.name, one))
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def same_role(found: str | None, roles: Sequence[str]) -> bool:
    """Whether a role is one of those marked."""
    have = _role_words(found or "")
    return any(want and len(have & want) / len(have | want) >= ROLE for want in (_role_words(role) for role in roles))


def _role_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"['’]s?\b", "", text.casefold()))) - _SMALL


def figures(found: Sequence[Actor], marked: Sequence[MarkedActor]) -> dict[str, Share]:
    """The shares of one article."""
    partner = paired(found, marked)
    asked = [i for i, actor in enumerate(marked) if not actor.optional]
    pairs = [(marked[i], found[partner[i]]) for i in asked if i in partner]
    wrong = len(found) - len(partner)
    with_role = [(want, have) for want, have in pairs if want.roles]
    told = [(want, have) for want, have in pairs if have.role]
    return {
        "actors: found of those marked": Share(len(pairs), len(asked)),
        "actors: marked of those found": Share(len(pairs), len(pairs) + wrong),
        "actors: fullest name": Share(sum(_same_name(have.name, want.name) for want, have in pairs), len(pairs)),
        "actors: kind right": Share(sum(have.kind == want.kind for want, have in pairs), len(pairs)),
        "roles: found of those marked": Share(
            sum(same_role(have.role, want.roles) for want, have in with_role), len(with_role)
        ),
        "roles: right of those found": Share(sum(same_role(have.role, want.roles) for want, have in told), len(told)),
    }


def _same_name(found: str, marked: str) -> bool:
    return name_words(found) == name_words(marked)
