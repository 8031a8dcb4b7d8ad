"""Names of forces, councils and officers' offices made whole: "Ashby police", "the Gulf cartel", "Weir and Harlow
Police", "the Weir County Sheriff's Office"; and "St James's Palace"."""

import re
from collections.abc import Sequence

from reader.analysis.document.document import Document
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.phrases import OWNING, is_time
from reader.analysis.document.titles import is_given, is_office, is_title
from reader.analysis.names.by_rule import Name, tells_by_capitals

_BODY = re.compile(
    r" (?:(?:state |transport |city |county )?(?:police|Police)\b(?: (?:department|force|service))?|cartel\b"
    r"|university\b|(?:(?:state |county |district )*(?:attorney(?: general)?|prosecutor|sheriff|coroner)['’]s office\b)"
    r"|(?:city |county |borough |town |district |parish )?council\b)(?![-’'])"
)
_OFFICE = re.compile(r"['’]s (?:Office|Department)\b")
_SAINTS = re.compile(r"['’]s (?:Palace|Park|Hospital|Church|Cathedral|Square|College|School|Hall)\b")
_OFFICERS = frozenset(["sheriff", "coroner", "attorney", "prosecutor", "general", "examiner", "marshal", "defender"])
_SHIRES = re.compile(r"\b[A-Z][a-z]+ and (?:the )?$")
_FORCES = ("police", "constabulary")
_ARTICLES = frozenset(["a", "an", "the", "one", "another", "this", "that"])
_WHERE = frozenset(["in", "at", "near", "outside", "around", "across", "inside", "leaving"])
"""Behind such a word a name and "police" are two: "In Harlow police said"."""


def join_forces(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with the rest of the force's or office's whose beginning they are; what is joined is one."""
    joined: list[Name] = []
    end = 0
    for name in sorted(names, key=lambda one: one.span):
        if name.span[0] < end:
            continue
        span = _grow(document, name)
        if span != name.span:
            while joined and joined[-1].span[1] > span[0]:
                joined.pop()
            saint = document.article.text.startswith(("St ", "St. "), span[0]) and name.kind == "place"
            name = name._replace(span=span, kind="place" if saint else "organisation")
            end = span[1]
        joined.append(name)
    return joined


def _grow(document: Document, name: Name) -> tuple[int, int]:
    text = document.article.text
    start, stop = name.span
    words = text[start:stop].lower().replace("’", "'").split()
    office = _OFFICE.match(text, stop)
    if office and words[-1] in _OFFICERS and len(words) > 1:
        return start, office.end()
    saint = _SAINTS.match(text, stop) if words[0] in ("st", "st.") else None
    if saint:
        return start, saint.end()
    if words[-1] in _FORCES and len(words) > 1 and name.kind == "organisation":
        shires = _SHIRES.search(text, max(0, start - 40), start)
        return (shires.start(), stop) if shires and not is_of_people(shires[0].split()[0].lower()) else name.span
    body = _BODY.match(text, stop)
    return (start, body.end()) if body and _is_body(document, name, body.end()) else name.span


def _is_body(document: Document, name: Name, end: int) -> bool:
    """Whether a name right before "police" or "council" says whose it is: a place, or a lone word that is no given
    name, not behind "in"; and no officer stands behind."""
    at = document.words_in((name.span[0], end))
    first, words = document.words[at.start], document.words
    if name.kind == "group" or not tells_by_capitals(document, first.sentence):
        return False
    before = words[at.start - 1].text.lower() if at.start else ""
    anew = document.article.text[name.span[1] : end] in (" council", " university")
    if anew and (before in _ARTICLES or is_of_people(first.text.lower())):
        return False  # "a Norvik university", "the Norvik council" is one of several
    lone = " " not in document.article.words_of(name.span)
    if name.kind == "person" and (not lone or is_given(first.text.lower())):
        return False
    titled = any(is_time(word) or is_title(word.text) for word in document.list_words(name.span))
    if titled or not first.text[0].isupper():
        return False
    if before in _WHERE or document.article.text[name.span[0] - 2 : name.span[0]] in OWNING:
        return False
    behind = words[at.stop] if at.stop < len(words) else None
    beside = behind is not None and behind.start == end + 1 and behind.sentence == first.sentence
    return not (beside and behind is not None and (behind.tag.startswith("NN") or is_office(behind.text)))
