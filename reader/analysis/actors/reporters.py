"""Papers, agencies and stations that an article names only for having reported: whom somebody told, who saw a paper."""

from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.sorts import agree
from reader.analysis.document.document import Document

HANDED_ON: Final = frozenset(
    [
        *("seen", "obtained", "reviewed", "presented", "viewed", "read", "cited", "quoted", "leaked", "reported"),
        *("shared", "posted", "acquired", "uncovered", "unearthed", "received", "consulted", "examined", "analysed"),
        *("analyzed", "passed", "accessed", "verified"),
    ]
)
"""Behind such a word "by" names who had a document and not who wrote it."""
_PRESS = frozenset(["agency", "website", "site", "programme", "program", "organisation", "organization"])
_HEARING = frozenset(["told", "tells", "telling", "informed", "by", "to", "with"])
"""Behind such a word a paper only hears: "told the Courier", "published by the Courier", "spoke to the Courier"."""
_REPORTING = frozenset(
    ["learned", "learnt", "understands", "reported", "reports", "revealed", "seen", "obtained", "published"]
)
_HAVING = frozenset(["has", "have", "had", "first", "also", "previously"])


def may_be_press(noun: str) -> bool:
    """Whether a noun for a body may mean a paper, an agency or a station: not "the company"."""
    return noun in _PRESS or bool(agree(noun, "News"))


def is_handed(document: Document, start: int) -> bool:
    """Whether a name stands behind "seen by the" and the like: "a copy of which was seen by the Herald"."""
    before = _read_before(document, start)
    return len(before) == 2 and before[1] == "by" and before[0] in HANDED_ON


def only_reports(document: Document, one: Cluster) -> bool:
    """Whether a paper, agency or station is named for nothing but what it heard or had."""
    reports = _reports if agree("outlet", one.name) else _had
    return all(reports(document, *span) or is_byline(document, *span) for span in one.spans)


def is_byline(document: Document, start: int, end: int) -> bool:
    """Whether a name stands in brackets behind a dateline: "Paris (CNN) -- ", "LOWPORT, Maine (AP) — "."""
    text = document.article.text
    behind = text[end + 1 : end + 4].lstrip()
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")" and behind[:1] in ("-", "–", "—")


def _had(document: Document, start: int, end: int) -> bool:
    return is_handed(document, start)


def _reports(document: Document, start: int, end: int) -> bool:
    if not _HEARING.isdisjoint(_read_before(document, start)[-1:]):
        return True
    at = document.words_in((start, end)).stop
    behind = [word.text.lower() for word in document.words[at : at + 3]]
    while behind and behind[0] in _HAVING:
        behind = behind[1:]
    return bool(behind) and behind[0] in _REPORTING


def _read_before(document: Document, start: int) -> list[str]:
    """The two words before a name, an article left out."""
    at = document.words_in((start, start + 1)).start
    before = [word.text.lower() for word in document.words[max(0, at - 3) : at]]
    return before[:-1] if before[-1:] == ["the"] else before[1:]
