"""A part of a person's name that the article puts into what somebody said: "Ida [Berg] came", "[Ida] Berg came"."""

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.document.document import Document
from reader.analysis.document.titles import is_given
from reader.analysis.names.by_rule import Name
from reader.article.model import Span

_MORE = (",", "’s]", "'s]")
"""Behind a last name these end it within brackets that hold more, or whose last name owns what follows."""


def join_inserted(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with a given and a last name of which one stands in square brackets as one; a last name in brackets that
    hold more ("Ida [Berg, 38]", "Ida [Berg’s] boat") only tells who is called by the first, and is left out."""
    text = document.article.text
    if "[" not in text:
        return list(names)
    ordered = sorted(names, key=lambda name: name.span)
    joined: list[Name] = []
    gone: set[Name] = set()
    for name, after in pairwise([*ordered, *ordered[-1:]]):
        if name in gone:
            continue
        whole = _find_whole(text, name, after) if after is not name else None
        if whole is not None:
            gone.add(after)
            name = name._replace(kind="person", span=whole)
        joined.append(name)
    return joined


def _find_whole(text: str, name: Name, after: Name) -> Span | None:
    """Where a name stands with the other part behind it, in brackets or out of them."""
    first, last = text[slice(*name.span)], text[slice(*after.span)]
    if not is_given(first.lower()) or " " in first or " " in last or after.kind == "place":
        return None
    between = text[name.span[1] : after.span[0]]
    if between == "] " and text.endswith("[", 0, name.span[0]):
        return name.span[0] - 1, after.span[1]
    if between != " [":
        return None
    if text.startswith("]", after.span[1]):
        return name.span[0], after.span[1] + 1
    return name.span if text.startswith(_MORE, after.span[1]) else None
