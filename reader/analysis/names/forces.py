"""Names of police forces and officers' offices made whole: "Ashby police", "Weir and Harlow Police", "the Weir County
Sheriff's Office"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.document.document import Document
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.phrases import is_time
from reader.analysis.document.titles import is_given, is_office, is_title
from reader.analysis.names.by_rule import Name, holds_names, is_title_case

_POLICE = re.compile(
    r" (?:state |transport |city |county )?(?:police|Police)\b(?: (?:department|force|service))?(?![-’'])"
)
_OFFICE = re.compile(r"['’]s (?:Office|Department)\b")
_OFFICERS = frozenset(["sheriff", "coroner", "attorney", "prosecutor", "general", "examiner", "marshal", "defender"])
_SHIRES = re.compile(r"\b[A-Z][a-z]+ and (?:the )?$")
_FORCES = ("police", "constabulary")
_WHERE = frozenset(["in", "at", "near", "outside", "around", "across", "inside", "to", "from", "leaving", "told", "as"])
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
            name = replace(name, span=span, kind="organisation")
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
    if words[-1] in _FORCES and len(words) > 1 and name.kind == "organisation":
        shires = _SHIRES.search(text, max(0, start - 40), start)
        return (shires.start(), stop) if shires and not is_of_people(shires[0].split()[0].lower()) else name.span
    police = _POLICE.match(text, stop)
    return (start, police.end()) if police and _is_force(document, name, police.end()) else name.span


def _is_force(document: Document, name: Name, end: int) -> bool:
    """Whether a name right before "police" says whose police it is: a place, or a lone word that is no given name, not
    behind "in"; and no officer stands behind."""
    at = document.words_in((name.span[0], end))
    first, words = document.words[at.start], document.words
    if not holds_names(document, first.sentence) or is_title_case(document, document.sentence_words(first.sentence)):
        return False
    lone = " " not in document.article.words_of(name.span)
    if name.kind == "person" and (not lone or is_given(first.text.lower())):
        return False
    if any(is_time(words[i]) or is_title(words[i].text) for i in at) or not first.text[0].isupper():
        return False
    before = words[at.start - 1].text.lower() if at.start else ""
    if before in _WHERE or document.article.text[name.span[0] - 2 : name.span[0]] in ("’s", "'s"):
        return False
    behind = words[at.stop] if at.stop < len(words) else None
    beside = behind is not None and behind.start == end + 1 and behind.sentence == first.sentence
    return not (beside and behind is not None and (behind.tag.startswith("NN") or is_office(behind.text)))
