"""What sort of body a noun says and a name tells: a newspaper is no regulator, whichever was named last."""

from collections.abc import Mapping
from functools import cache

from reader.analysis.document.lexicon import load_groups

_NOUN, _NAME = "noun", "name"
_FIRMS = frozenset(["company", "firm", "business"])
_PUBLIC = frozenset(["watch", "school", "court", "ministry", "force", "party"])
"""The sorts of body that are no firms."""


def agree(noun: str, name: str) -> bool | None:
    """Whether a body of such a name may be meant by a noun in small letters; None where name or noun say nothing."""
    sorts = _load_sorts(_NOUN).get(noun)
    told = [_load_sorts(_NAME)[word] for word in name.lower().split() if word in _load_sorts(_NAME)]
    if sorts is None and noun in _FIRMS and told and frozenset().union(*told) <= _PUBLIC:
        return False
    if sorts is None or not told:
        return None
    return any(not sorts.isdisjoint(others) for others in told)


@cache
def _load_sorts(what: str) -> Mapping[str, frozenset[str]]:
    """By a word the sorts of body that it says."""
    found: dict[str, set[str]] = {}
    for key, words in load_groups("bodies_sorted").items():
        sort, _, kind = key.partition(" ")
        for word in words if kind == what else ():
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}
