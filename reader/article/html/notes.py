"""Marks that lead from a sentence to its footnote or say where a printed page began: no part of the sentence."""

import re

from lxml.html import HtmlElement

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,4}|note \d{1,3}|nb \d{1,3})[\])]?", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:^|[\s_#:-])(?:_?ftn|fn|foot-?notes?|end-?notes?|note|noteref|cite(?:_?note|_?ref)?|reference|ref|sdfootnote)"
    r"(?:$|[\s\d_:.-]|anc|ref|sym)",
    re.IGNORECASE,
)
_BACK = re.compile(r"reverse-?footnote|footnote-?back|back-?(?:ref|link)|doc-backlink", re.IGNORECASE)
_ARROWS = re.compile(r"[\s↩↑^⏎↵⤴\ufe0e\ufe0f]+")
_PAGE = re.compile(r"(?:^|[\s_-])(?:page-?(?:num|number|no|break)|pb|doc-pagebreak)s?(?:$|[\s_-])", re.IGNORECASE)
_PAGE_WORDS = re.compile(r"[\[({|]?\s*(?:p(?:g|age)?\.?)?\s*[\divxlc]{1,6}\s*[\])}|]?", re.IGNORECASE)
_NOTES_BLOCK = re.compile(r"(?:^|[\s_-])(?:foot|end)-?notes?(?:$|[\s_-])|doc-(?:end|foot)notes?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}$")
_RAISED = frozenset(("sin", "cos", "tan", "log", "exp", "sec", "min", "max", "metre", "metres", "meter", "meters"))
_STOPS = '.,;:!?…"”’»)'


def drop_note_marks(page: HtmlElement) -> None:
    """Takes the marks of footnotes, the arrows back from them and the numbers of printed pages out of the text."""
    for element in list(page.iter("a", "sup", "span", "small")):
        words = element.text_content().strip()
        around = element.getparent()
        if len(words) > 12 or around is None:
            continue
        if not words or not (_is_back(element, words) or _is_page(element, words) or _is_mark(element, words)):
            continue
        outer = around.tag == "sup" and around.getparent() is not None and around.text_content().strip() == words
        (around if outer else element).drop_tree()


def is_note(element: HtmlElement) -> bool:
    """Whether an element holds an article's footnotes, as its names or its role say."""
    return bool(_NOTES_BLOCK.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"))


def _is_back(element: HtmlElement, words: str) -> bool:
    if element.tag != "a" or "#" not in element.get("href", ""):
        return False
    return bool(_ARROWS.fullmatch(words) or _BACK.search(f"{element.get('class', '')} {element.get('role', '')}"))


def _is_page(element: HtmlElement, words: str) -> bool:
    names = f"{element.get('class', '')} {element.get('role', '')}"
    return bool(_PAGE.search(names) and _PAGE_WORDS.fullmatch(words))


def _is_mark(element: HtmlElement, words: str) -> bool:
    if element.tag not in ("a", "sup") or not _MARK.fullmatch(words):
        return False
    if element.tag == "sup":
        return element.find("a") is not None or _ends_a_phrase(element)
    target = element.get("href", "").rpartition("#")
    names = f"{element.get('class', '')} {element.get('rel', '')} {element.get('role', '')} #{target[2]}"
    if not target[1] or _before(element).rstrip().endswith(("[", "(")):
        return False
    parent = element.getparent()
    raised = element.find("sup") is not None or (parent is not None and parent.tag == "sup")
    return raised or (not words.isalpha() and bool(_NOTE.search(names)))


def _ends_a_phrase(element: HtmlElement) -> bool:
    """Whether a raised number stands behind a stop, a quotation mark or a word: no power, unit or function."""
    before = _before(element)
    word = _WORD.search(before[-40:])
    return before.endswith(tuple(_STOPS)) or (word is not None and word.group().casefold() not in _RAISED)


def _before(element: HtmlElement) -> str:
    """The words right before an element."""
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        return str(previous.tail or previous.text_content())
    return (parent.text or "") if parent is not None else ""
