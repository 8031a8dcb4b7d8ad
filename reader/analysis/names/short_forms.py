"""Bodies by the letters that stand in brackets behind their name: "the Grand Prix Drivers' Association (GPDA)"."""

import re
from collections.abc import Iterable, Sequence

from reader.analysis.document.document import Document
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, add_apart

_IN_BRACKETS = re.compile(r" \(([A-Z]{2,8})\)")


def add_short_forms(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with those of bodies that were passed over: the first letters of a body's words in brackets right behind
    it, and wherever they stand alone."""
    text = document.article.text
    told = (_find_letters(text, name) for name in names if name.kind == "organisation")
    letters = {found.lower() for found in told if found is not None}
    if not letters:
        return list(names)
    found = (document.words[at] for at in document.find_all_words(letters))
    spans = ((word.start, word.end) for word in found if word.text.isupper())
    return add_apart(names, (Name(span, "organisation", sureness.VOUCHED) for span in spans))


def _find_letters(text: str, name: Name) -> str | None:
    start, end = name.span
    found = _IN_BRACKETS.match(text, end)
    if found is None or found[1][0] not in (word[0] for word in text[start:end].split()):
        return None
    return found[1] if is_among(found[1].lower(), text[start:end].lower()) else None


def is_among(parts: Iterable[str], whole: Iterable[str]) -> bool:
    """Whether letters stand in a word, or words in a name, in their order."""
    rest = iter(whole)
    return all(part in rest for part in parts)
