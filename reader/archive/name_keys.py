"""Under what a name is counted over many articles, which write it in more than one way."""

from functools import lru_cache

from reader.analysis.document.titles import is_title
from reader.library.words import folded


@lru_cache(maxsize=65536)
def key_of_name(name: str, kind: str | None = None) -> str:
    """A name without what one article writes and another does not: capitals, accents, signs, "the" at its front, and
    titles before a person's first and last name. Before one word a title stays: it tells Mr Hale from Mrs Hale, and
    Pope Leo from Leo.
    """
    words = name.split()
    while kind == "person" and len(words) > 2 and is_title(words[0]):
        del words[0]
    if len(words) > 1 and words[0].casefold() == "the":
        del words[0]
    return folded(" ".join(words)) or name.casefold()
