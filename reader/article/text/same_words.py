"""Whether two lines say the same, as a page and its data do: the same words, whatever stands between them."""

import re


def are_same(one: str, other: str) -> bool:
    """Whether two lines have the same words in the same order; case, punctuation and spaces aside."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())
