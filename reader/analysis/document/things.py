"""What has a name and is no actor: shows, laws, cups, prizes, products (`lexicon/things.txt`)."""

from collections.abc import Mapping
from functools import cache

from reader.analysis.document.lexicon import load_groups


@cache
def load_things() -> Mapping[str, str]:
    """The common nouns that such things are called by, in small letters, with the sort of each: event, law, award,
    plan, work or product."""
    return {word: sort for sort, words in load_groups("things").items() for word in words}
