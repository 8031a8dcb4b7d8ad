"""What sort of body a noun says and a name tells: a newspaper is no regulator, whichever was named last."""

from collections.abc import Mapping, Sequence
from functools import cache

from reader.analysis.actors.references import find_apposed_noun
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_groups, load_words
from reader.article.model import Span

_NOUN, _NAME = "noun", "name"
FIRMS = frozenset(
    [
        *("company", "firm", "business", "retailer", "manufacturer", "maker", "startup", "start-up", "supermarket"),
        *("carmaker", "automaker", "chipmaker", "drugmaker", "planemaker", "steelmaker", "insurer", "brewer"),
        *("housebuilder", "multinational", "conglomerate", "corporation", "chain", "giant"),
    ]
)
NO_FIRMS = frozenset(["union", "charity", "regulator", "watchdog", "council", "ministry", "court"])
"""Nouns for what is no firm, beside whatever name they stand: "the union Usdaw"."""
_GROUPS = frozenset(["group", "charity", "campaign", "movement", "coalition"])
_UNION = "union"
_WHOLE = frozenset([_UNION, "charity", "thinktank", "think-tank", "newspaper", "magazine", "airline", "network"])
"""Nouns that stand behind a body's name for all of it: "the Blue Hands union"; a board or an office is a part."""
_STATE = frozenset(["court", "ministry", "force", "party"])
"""The sorts of body that are no group or charity."""
_APPOSED = 12
"""So many words behind a name its apposition is looked for."""
_PUBLIC = frozenset(["watch", "school", "court", "ministry", "force", "party", "union", "museum", "library", "church"])
"""The sorts of body that are no firms."""
_NO_AGENCY = frozenset(["school", "club", "party", "league", "airline", "museum", "library", "church", "airport"])
"""The sorts of body that are no agencies."""


def agree(noun: str, name: str) -> bool | None:
    """Whether a body of such a name may be meant by a noun in small letters; None where name or noun say nothing."""
    sorts = _load_sorts(_NOUN).get(noun)
    told = [_load_sorts(_NAME)[word] for word in name.lower().split() if word in _load_sorts(_NAME)]
    every = frozenset().union(*told)
    if noun == "agency" and told and every <= _NO_AGENCY:
        return False
    if sorts is None and noun in FIRMS and told and every <= _PUBLIC:
        return False
    if noun in _GROUPS and any(others & _STATE and others <= _STATE | {"watch"} for others in told):
        return False
    if sorts is None or not told:
        return None
    return any(not sorts.isdisjoint(others) for others in told)


def is_sorted(noun: str) -> bool:
    """Whether a noun says more of a body than that it is one: "the airline", not "the company"."""
    return noun in _load_sorts(_NOUN)


def list_sorts(document: Document, names: Sequence[Span]) -> frozenset[str]:
    """The nouns for a body that stand beside its name, or in an apposition to it: "the charity Art UK", "the Blue Hands
    union", "their union, Blue Hands,", "Orbit, the software firm,"; and that of a union, where its name tells that."""
    known = load_words("bodies_called")
    found: set[str] = set()
    if names and agree(_UNION, document.article.words_of(names[0])):
        found.add(_UNION)
    for name in names:
        at = document.words_in(name)
        first = document.first[document.words[at.start].sentence]
        before = at.start - 1
        behind = document.words[at.stop].text if at.stop < len(document.words) else ""
        if before > first and document.words[before].text == "," and behind == ",":
            before -= 1
        if before >= first and document.words[before].text.islower():
            found.add(document.words[before].text)
        if behind in _WHOLE and before >= first and document.words[before].text.lower() == "the":
            found.add(behind)
        noun = find_apposed_noun(document, at, _APPOSED)
        if noun is not None:
            found.add(noun.text.lower())
    return frozenset(found & known)


@cache
def _load_sorts(what: str) -> Mapping[str, frozenset[str]]:
    """By a word the sorts of body that it says."""
    found: dict[str, set[str]] = {}
    for key, words in load_groups("bodies_sorted").items():
        sort, _, kind = key.partition(" ")
        for word in words if kind == what else ():
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}
