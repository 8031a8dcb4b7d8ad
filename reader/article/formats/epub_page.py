"""A page of a book made ready to be read: its notes at the end, their marks and the printed page's numbers gone."""

import re

from lxml.html import HtmlElement

from reader.article.html.clean import parse_page
from reader.article.html.hidden import drop_hidden
from reader.article.text.bylines import word_set
from reader.article.text.decode import decode

_NOTE = word_set("footnote endnote rearnote note doc-footnote doc-endnote")
_MARK = word_set("noteref doc-noteref annoref backlink referrer doc-backlink")
_PAGE = word_set("pagebreak doc-pagebreak")
_MARK_TEXT = re.compile(r"[\s\[(]*(?:\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶#]{1,4}|[↑↩⤴^]\ufe0e?)[\s\])]*", re.IGNORECASE)


def chapter_page(data: bytes) -> HtmlElement:
    """The tree of one of a book's files, without what its reader would not see in their place."""
    page = parse_page(decode(data))
    notes: list[HtmlElement] = []
    for element in list(page.iter()):
        if not isinstance(element.tag, str):
            continue
        kinds = _kinds(element)
        if _is_printed_beside(element, kinds):
            _empty(element)
        elif kinds & _NOTE:
            element.attrib.pop("hidden", None)
            if element.tag in ("aside", "div", "section"):
                notes.append(element)
    _move_to_end(page, notes)
    drop_hidden(page)
    return page


def _kinds(element: HtmlElement) -> frozenset[str]:
    return frozenset(f"{element.get('epub:type', '')} {element.get('role', '')}".lower().split())


def _is_printed_beside(element: HtmlElement, kinds: frozenset[str]) -> bool:
    """Whether an element is a printed page's number or the mark of a note."""
    if kinds & _PAGE:
        return len(element.text_content()) <= 12
    marks = kinds & _MARK or _is_raised_link(element)
    return bool(marks and _MARK_TEXT.fullmatch(element.text_content()))


def _is_raised_link(element: HtmlElement) -> bool:
    """Whether an element is a link to somewhere in the book, set above the line: the mark of a note."""
    if element.tag not in ("a", "sup"):
        return False
    inner = "sup" if element.tag == "a" else "a"
    link = element if element.tag == "a" else element.find(".//a")
    return link is not None and element.find(f".//{inner}") is not None and "#" in (link.get("href") or "")


def _empty(element: HtmlElement) -> None:
    """Takes an element's words, and leaves the element: a chapter may begin there."""
    element.text = None
    for child in list(element):
        element.remove(child)


def _move_to_end(page: HtmlElement, notes: list[HtmlElement]) -> None:
    body = page.find("body")
    for note in notes:
        parent = note.getparent()
        if body is None or parent is None or any(around in notes for around in note.iterancestors()):
            continue
        note.drop_tree()
        body.append(note)
