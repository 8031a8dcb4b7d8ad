"""Names that are but a piece of a thing that many know: "Union" of the State of the Union, "FA" of the FA Cup."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_phrases
from reader.analysis.document.titles import is_title

_CONTESTS = frozenset(
    ["cup", "league", "open", "games", "trophy", "championship", "prize", "awards", "derby", "stakes"]
)
_LONGEST = 5


def is_piece(document: Document, naming: Naming) -> bool:
    """Whether a naming lies in a longer name of a show, cup, law or the like. Whoever makes a thing is named by its
    name ("Apple Music"), but nobody by that of a contest."""
    at, things = document.words_in(naming.span), _list_things()
    low = max(0, at.start - _LONGEST)
    for first, word in enumerate(document.words[low : at.start + 1], low):
        if not word.text[0].isupper():
            continue
        for phrase in things.get(word.text.lower(), ()):
            stop = first + len(phrase)
            if stop < at.stop or len(phrase) == len(at):
                continue
            found = document.words[first:stop]
            if tuple(word.text.lower() for word in found) == phrase:
                known = naming.key in load_group("names_known", "organisation", ",")
                if not known or phrase[-1] in _CONTESTS:
                    return True
    return False


@cache
def _list_things() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By their first words the things of several words that many know; none that may be a person with a title."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in load_group("names_known", "nobody", ",") | load_phrases("things_called"):
        words = tuple(name.split())
        if len(words) > 1 and not is_title(words[0]):
            found[words[0]].append(words)
    return {first: tuple(sorted(phrases)) for first, phrases in found.items()}
