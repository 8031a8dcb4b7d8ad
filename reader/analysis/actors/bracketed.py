"""Short forms that stand in brackets behind the name they are short for: "Médecins Sans Frontières (MSF)"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document
from reader.analysis.names.short_forms import is_among

_LONGEST = 8


def find_bracketed(document: Document, namings: Sequence[Naming]) -> Mapping[str, str]:
    """By its key each short form in brackets, the key of the longer name right before, or behind where the longer one
    stands in the brackets, whose letters it has in their order."""
    text = document.article.text
    ordered = sorted(namings, key=lambda one: one.span)
    found: dict[str, str] = {}
    for left, right in pairwise(ordered):
        if text[left.span[1] : right.span[0]].strip() != "(" or not text.startswith(")", right.span[1]):
            continue
        for long, short in ((left, right), (right, left)):
            if is_short_form(short, long):
                found.setdefault(short.key, long.key)
                break
    return found


def is_short_form(short: Naming, long: Naming) -> bool:
    """Whether one word begins as a word of a longer name does and has its other letters in their order; one that is no
    word of capitals also has the first letters of all its words in theirs: "Ofsted"."""
    letters = short.tokens[0].replace(".", "")
    if len(short.tokens) > 1 or len(long.tokens) < 2 or not 1 < len(letters) <= _LONGEST:
        return False
    starts = [word[0].lower() for word in long.tokens if word[0].isupper()]
    if sum(letter.isupper() for letter in letters) < 2 and not (len(starts) > 1 and is_among(starts, letters.lower())):
        return False
    known = letters[0].lower() in {word[0].lower() for word in long.tokens}
    return known and is_among(letters.lower(), "".join(long.tokens).lower())
