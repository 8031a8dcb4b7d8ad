"""Bodies that many know by what they are: "the US space agency" is NASA, where an article names it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import find_core_end
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import REMEMBERED, load_groups
from reader.article.model import Span

_SAME = {
    **dict.fromkeys(["u.s.", "american", "america", "united states"], "us"),
    **dict.fromkeys(["u.k.", "british", "britain", "united kingdom"], "uk"),
    **dict.fromkeys(["u.n.", "united nations"], "un"),
    **dict.fromkeys(["e.u.", "european union"], "eu"),
}
_STATES = re.compile(rf"\b(?:{'|'.join(map(re.escape, _SAME))})(?!\w)")
_PASSED_OVER = re.compile(
    r"\b(?:the|its|official|officially|state-run|state-owned|state-controlled|independent|global|own|international)\b ?"
)
"""Words that make no other body of one; "its" tells only that somebody's country was named."""
_OF = re.compile(r"(?P<head>\w+) (?:of|for) (?P<of>.+)")
_OPTIONAL = re.compile(r"\((\w+)\) ")


def find_known_body(document: Document, source: Span, clusters: Sequence[Cluster]) -> int | None:
    """The one actor of an article whom anybody means by the words of a source: "Facebook's owner", "the owner of
    Facebook", "the UN nuclear watchdog"."""
    words = document.list_words(source)
    if len(words) < 2 or not (words[0].text.lower() in ("the", "its") or words[0].text[0].isupper()):
        return None
    core = find_core_end(words)
    of = core < len(words) and words[core].text.lower() in ("of", "for")
    stop = core + 1 + find_core_end(words[core + 1 :]) if of and core + 1 < len(words) else core
    names = _load_described().get(_fold(document.article.words_of((words[0].start, words[stop - 1].end))))
    if names is None:
        return None
    fits = [index for index, one in enumerate(clusters) if _may_be_body(one) and not names.isdisjoint(_names(one))]
    return fits[0] if len(fits) == 1 else None


def _names(one: Cluster) -> set[str]:
    return {name.lower().removeprefix("the ").replace(".", "") for name in (one.name, *one.aliases)}


def _may_be_body(one: Cluster) -> bool:
    """Whether an actor is a body, or a single name that was taken for a person's."""
    return one.kind in ("organisation", "group") or (one.kind == "person" and " " not in one.name)


@lru_cache(REMEMBERED)
def _fold(words: str) -> str:
    """A description as it is looked up: small letters, nobody's 's, and one name for a state and its people."""
    told = words.lower().replace("’", "'").replace("'s ", " ").replace("' ", " ")
    told = _STATES.sub(lambda found: _SAME[found[0]], told)
    told = _PASSED_OVER.sub("", told)
    owned = _OF.fullmatch(told)
    return f"{owned['of']} {owned['head']}" if owned else told


@cache
def _load_described() -> Mapping[str, frozenset[str]]:
    """By a description all the names of bodies that it may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, described in load_groups("bodies_described", ",").items():
        names = {name.strip().removeprefix("the ").replace(".", "") for name in key.split(",")}
        for phrase in described:
            for one in (_OPTIONAL.sub(r"\1 ", phrase), _OPTIONAL.sub("", phrase)):
                found[_fold(one)] |= names
    return {phrase: frozenset(names) for phrase, names in found.items()}
