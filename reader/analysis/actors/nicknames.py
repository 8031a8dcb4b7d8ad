"""People by what else they are called: "Pierre Moss – known to all as Pierrot", "Ida Berg, better known as DJ Tide"."""

from collections.abc import Iterable
from itertools import pairwise

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document

_KNOWN = frozenset(["known", "aka"])
_LEADING = frozenset([",", "–", "—", "--", "-", "(", "better", "best", "who", "is", "was"])
_BETWEEN = 8
"""So many words stand at most between a name and what its bearer is called."""


def join_called(document: Document, groups: Iterable[list[Naming]]) -> list[list[Naming]]:
    """The namings of each person, those under what somebody is known as among that one's."""
    joined = list(groups)
    if not document.find_all_words(_KNOWN):
        return joined
    home = {naming.span[0]: number for number, group in enumerate(joined) for naming in group}
    named = sorted((naming for group in joined for naming in group), key=lambda one: one.span)
    for before, after in pairwise(named):
        one, other = home[before.span[0]], home[after.span[0]]
        if one != other and len(before.tokens) > 1 and _is_known_as(document, before, after):
            joined[one] += joined[other]
            home.update({naming.span[0]: one for naming in joined[other]})
            joined[other] = []
    return [group for group in joined if group]


def _is_known_as(document: Document, before: Naming, after: Naming) -> bool:
    """Whether nothing but "known as", or the like, stands between two names of a sentence: "– known to all as"."""
    words = document.list_words((before.span[1], after.span[0]))
    if not 1 < len(words) <= _BETWEEN or words[0].sentence != words[-1].sentence:
        return False
    texts = [word.text.lower() for word in words]
    if texts[-1] != "aka" and not ("known" in texts and texts[-1] == "as"):
        return False
    at = next(i for i, text in enumerate(texts) if text in _KNOWN)
    leading = all(word.text.lower() in _LEADING or word.tag.startswith("RB") for word in words[:at])
    return leading and not any(word.is_verb or word.tag == "CC" for word in words[at + 1 :])
