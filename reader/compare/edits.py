"""The words in which two rows of words differ, and of what kind each difference is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from reader.compare.model import Change, Spans
from reader.compare.words import SMALL_WORDS, Token, is_number, letters_of, stretch_of

EditKind = Literal["figure-changed", "typo", "text"]
_LONG = 6
"""Letters from which two letters may differ in a misspelling; in shorter words it is one."""
_SHORTEST = 4
_ENDINGS = frozenset(("", "s", "es", "d", "ed", "r", "er", "rs", "ers", "ing", "ly", "'s", "e", "al", "n", "en"))


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand on one side and others (or none) that stand in their place on the other."""

    kind: EditKind
    old: Spans
    new: Spans

    def as_changes(self) -> list[Change]:
        """What to tell of it: of other words, those that went and those that came."""
        if self.kind != "text":
            return [Change(self.kind, self.old, self.new)]
        changes = [Change("text-removed", self.old, None)] if self.old else []
        return changes + ([Change("text-added", None, self.new)] if self.new else [])


def edits_between(old_text: str, old: Sequence[Token], new_text: str, new: Sequence[Token]) -> list[Edit]:
    """The differences of two rows of words in order: a figure for a figure, a spelling mended (or one word written
    otherwise, "12" and "twelve"), other words."""
    matcher = SequenceMatcher(None, [t.key for t in old], [t.key for t in new], autojunk=False)
    found: list[Edit] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[a:b], new[c:d], strict=True):
                if letters_of(old_text[slice(*one.span)]) != letters_of(new_text[slice(*other.span)]):
                    found.append(Edit("typo", (one.span,), (other.span,)))
            continue
        ours, theirs = list(old[a:b]), list(new[c:d])
        pairs = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else []
        kinds = [_kind(old_text, one, new_text, other) for one, other in pairs]
        if pairs and any(kind != "text" for kind in kinds):
            found += [Edit(kind, (one.span,), (other.span,)) for kind, (one, other) in zip(kinds, pairs, strict=True)]
        else:
            found.append(Edit("text", stretch_of(ours), stretch_of(theirs)))
    return found


def _kind(old_text: str, one: Token, new_text: str, other: Token) -> EditKind:
    if is_number(one.key) and is_number(other.key):
        return "figure-changed"
    written = old_text[slice(*one.span)], new_text[slice(*other.span)]
    return "typo" if is_misspelling(*written) else "text"


def is_misspelling(one: str, other: str) -> bool:
    """Whether two words are one word spelled in two ways: a letter or two apart, and no other form of it."""
    is_name = one[:1].isupper() and other[:1].isupper()
    a, b = one.casefold(), other.casefold()
    if a[:1] != b[:1] or (a in SMALL_WORDS and b in SMALL_WORDS):
        return False
    apart = _distance(a, b)
    if is_name:
        return 0 < apart <= 2 and min(len(a), len(b)) >= _SHORTEST
    if _is_form(a, b) or (a in _known_words() and b in _known_words()):
        return False
    if sorted(a) == sorted(b):
        return apart == 1
    return min(len(a), len(b)) >= _SHORTEST and 0 < apart <= (2 if min(len(a), len(b)) >= _LONG else 1)


def _is_form(one: str, other: str) -> bool:
    """Whether two words are one with two endings ("work", "worked")."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return {one[same:], other[same:]} <= _ENDINGS


@cache
def _known_words() -> frozenset[str]:
    """The whole words that the tagger knows: two of them are two words, however alike they look."""
    from reader.analysis.tagger.inference import DATA, VOCABULARY

    vocabulary = json.loads((DATA / VOCABULARY).read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(word for word in vocabulary if word.isalpha())


def _distance(a: str, b: str) -> int:
    """How many letters must be put in, taken out, changed or swapped with their neighbour (optimal string alignment,
    after Damerau 1964)."""
    rows = [list(range(len(b) + 1))]
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
