"""What the words behind a conjunction or a comma are: a clause of their own, or the rest of another."""

from itertools import pairwise

from reader.analysis.summary.held_back import ANY_SAYING, FINITE, Words
from reader.article.model import Span

_OPENS_ANOTHER = frozenset((
    "who", "which", "that", "whose", ",", "as", "if", "whether", "since", "unless", "because", "while", "when", "after",
    "before", "than",
))  # fmt: skip
REACH = 14
"""Words within which a clause has its verb."""


def without_names(after: Words) -> Words:
    """Words without names between commas: "the leader, Ida Lund, resigns"."""
    kept: list[tuple[Span, str, str]] = []
    place = 0
    while place < len(after):
        behind = place + 1
        while behind < len(after) and after[behind][1] in ("NNP", "NNPS"):
            behind += 1
        named = after[place][2] == "," and behind > place + 1 and behind < len(after) and after[behind][2] == ","
        if not named:
            kept.append(after[place])
        place = behind + 1 if named else place + 1
    return kept


def goes_on(after: Words) -> bool:
    """Whether a comma is followed by a verb: the clause that was broken off goes on there."""
    for place, (_, _, word) in enumerate(after):
        if word == ",":
            behind = [tag for _, tag, _ in after[place + 1 : place + 4] if tag != "RB"]
            if behind and behind[0] in FINITE:
                return True
    return False


def is_clause(after: Words) -> bool:
    """Whether words open with a subject and a finite verb of its own."""
    for place, (_, tag, word) in enumerate(after[:REACH]):
        if word in _OPENS_ANOTHER or tag in ("WDT", "WP", "WP$"):
            return False
        if tag in FINITE or (tag == "VBN" and after[place + 1 : place + 2] and after[place + 1][2] == "that"):
            return any(one.startswith(("NN", "PRP", "EX", "CD", "DT")) for _, one, _ in after[:place])
    return False


def has_own_verbs(after: Words, own: int) -> bool:
    """Whether all finite verbs there have their clauses there: one clause, and what that opens."""
    verbs = [place for place, (_, tag, _) in enumerate(after) if tag in FINITE]
    opened = sum(
        tag in ("WDT", "WP", "WP$", "WRB", "CC") or word in _OPENS_ANOTHER or ANY_SAYING.fullmatch(word) is not None
        for _, tag, word in after
    )
    return sum(place - 1 not in verbs for place in verbs) <= own + opened


def find_finite(after: Words) -> str:
    """The tag of the first finite verb, "" where there is none."""
    return next((tag for _, tag, _ in after if tag in FINITE), "")


def has_modal(before: Words) -> bool:
    """Whether what is before tells of what will or would be."""
    return any(tag == "MD" and one not in ("WDT", "WP") for (_, one, _), (_, tag, _) in pairwise(before))
