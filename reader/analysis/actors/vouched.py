"""Whether more than its place in the text speaks for whom a phrase may mean."""

from reader.analysis.actors.ages import list_aged
from reader.analysis.actors.antecedent_people import BESIDE_OTHERS
from reader.analysis.actors.asked import Asked
from reader.analysis.actors.references import TEEN

_LEAST_POINTED, _LEAST_POINTED_OTHER = 0.1, 0.2
"""A phrase for a person points to them with this share at least where no role of theirs is told, or another one: of 99
in articles of many papers, read one by one, most that did were right, and most that did not were wrong."""
_NEW = 0.5
"""A phrase for a body that points with this share at no word before it is somebody new."""


def is_vouched(asked: Asked, candidate: int | None) -> bool:
    """Whether more than its nearness speaks for whom a phrase may mean: a role or name with its head, an age, or the
    tagger's pointing, where it reads so far; for a body also who spoke last."""
    if candidate is None or asked.shares is None or not asked.sourced or len(asked.reference.words) == 1:
        return True
    if asked.reference.form == "person" and asked.country:
        return True  # whose president it is, is weighed: "the Russian president", "our president"
    words = asked.called.get(candidate, frozenset())
    if asked.reference.form == "body":
        known = asked.reference.head in words or candidate in (asked.meant, asked.speaker)
        return known or asked.shares.get(None, 0.0) < _NEW or asked.shares.get(candidate, 0.0) >= _LEAST_POINTED
    aged = asked.reference.age is not None and asked.reference.age in asked.ages.get(candidate, ())
    other = candidate in asked.roles and asked.reference.age is None and not words & BESIDE_OTHERS
    least = _LEAST_POINTED_OTHER if other else _LEAST_POINTED
    return asked.reference.head in words or aged or asked.shares.get(candidate, 0.0) >= least


def is_strange(asked: Asked, candidate: int | None) -> bool:
    """Whether little but its place speaks for whom a phrase for a person may mean; or whether the phrase speaks in what
    somebody says, and no candidate's name or role has its noun."""
    if asked.within and not any(
        asked.reference.head in asked.called[one] for one in asked.candidates if one is not None
    ):
        return True
    return not is_vouched(asked, candidate)


def find_aged(asked: Asked) -> int | None:
    """The one candidate who is told to be as old as a phrase in a source says, in years."""
    if not asked.sourced or asked.reference.age in (None, TEEN):
        return None
    aged = list_aged(asked.candidates, asked.reference, asked.ages)
    return aged[0] if len(aged) == 1 else None
