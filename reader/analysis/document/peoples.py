"""What people are called for their country, city, faith or side (`lexicon/peoples.txt`)."""

from reader.analysis.document.lexicon import load_group


def _load_peoples(mark: str) -> frozenset[str]:
    """With `of` the nouns that have a plural, with `as` the rest."""
    return load_group("peoples", mark, ",")


def list_peoples() -> frozenset[str]:
    """The nouns that have a plural, in small letters, one of them each."""
    return _load_peoples("of")


def is_people(name: str) -> bool:
    """Whether a name in small letters means a whole people or side: "americans", "north koreans", "russian jews"."""
    one = name.removesuffix("s")
    first, _, last = one.partition(" ")
    return one != name and (one in _load_peoples("of") or (is_of_people(first) and last in _load_peoples("of")))


def is_of_people(name: str) -> bool:
    """Whether words in small letters say but where somebody belongs: "spaniard", "scottish"."""
    return name in _load_peoples("of") or name in _load_peoples("as")


def is_one_of_people(noun: str) -> bool:
    """Whether a word in small letters may be one person of a people: "spaniard", "german"."""
    return noun in _load_peoples("of")
