"""Names that are but a piece of a thing that many know: "Union" of the State of the Union, "FA" of the FA Cup."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_phrases
from reader.analysis.document.titles import is_title

_CONTESTS = frozenset(
    ["cup", "league", "open", "games", "trophy", "championship", "prize", "awards", "derby", "stakes"]
)
_LONGEST = 5


def list_known_things(document: Document) -> list[tuple[range, str]]:
    """Where an article names shows, cups, laws and the like that many know, in several words the first of which has a
    capital; with the last word of each, in small letters."""
    words, things = document.words, _list_things()
    found: list[tuple[range, str]] = []
    for first in document.find_all_words(_list_firsts()):
        if not words[first].text[0].isupper() or first + 1 == len(words):
            continue
        second = words[first + 1].text.lower()
        for phrase in things[words[first].text.lower()]:
            stop = first + len(phrase)
            if phrase[1] == second and tuple([word.text.lower() for word in words[first:stop]]) == phrase:
                found.append((range(first, stop), phrase[-1]))
    return found


def is_piece(document: Document, naming: Naming, known: Sequence[tuple[range, str]]) -> bool:
    """Whether a naming lies in a longer name of a show, cup, law or the like, which are `known`. Whoever makes a thing
    is named by its name ("Apple Music"), but nobody by that of a contest."""
    if not known:
        return False
    at = document.words_in(naming.span)
    around = [
        last
        for thing, last in known
        if at.start - _LONGEST <= thing.start <= at.start and at.stop <= thing.stop and len(thing) != len(at)
    ]
    if not around:
        return False
    return naming.key not in load_group("names_known", "organisation", ",") or any(last in _CONTESTS for last in around)


@cache
def _list_things() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By their first words the things of several words that many know; none that may be a person with a title."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in load_group("names_known", "nobody", ",") | load_phrases("things_called"):
        words = tuple(name.split())
        if len(words) > 1 and not is_title(words[0]):
            found[words[0]].append(words)
    return {first: tuple(sorted(phrases)) for first, phrases in found.items()}


@cache
def _list_firsts() -> frozenset[str]:
    return frozenset(_list_things())
