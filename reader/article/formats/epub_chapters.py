"""Where the chapters of a book begin: what its table of contents names, else its files."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element
from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run
from reader.article.formats.xml import child_text, local_name
from reader.article.html.visible_text import visible_pieces
from reader.article.text.safe import short

_MOST_CHAPTERS = 2000
_MARK, _MARK_END = "\ue000", "\ue001"
"""Around a chapter's number, where it begins inside a file; characters of private use, which no article keeps."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of a table of contents: a file of the book, an element's id in it or "", and the chapter's title."""

    file: str
    fragment: str
    title: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's title, "" where the book gives it none, and what it holds."""

    title: str
    pieces: tuple[Piece, ...]


def navigation(page: HtmlElement, file: str) -> list[Mark]:
    """The marks of an EPUB 3 navigation document."""
    lists = [nav for nav in page.iter("nav") if "toc" in (nav.get("epub:type") or nav.get("role") or "toc")]
    links = [link for nav in lists[:1] for link in nav.iter("a")]
    return _marks(((link.get("href") or "", str(link.text_content())) for link in links), file)


def ncx(root: _Element, file: str) -> list[Mark]:
    """The marks of an EPUB 2 table of contents."""
    points = [point for point in root.iter() if local_name(point) == "navPoint"]
    return _marks(((_target(point), child_text(point, "navLabel")) for point in points), file)


def _target(point: _Element) -> str:
    return next((child.get("src") or "" for child in point if local_name(child) == "content"), "")


def _marks(entries: Iterator[tuple[str, str]], file: str) -> list[Mark]:
    """One mark for each place, in the order given."""
    marks: dict[tuple[str, str], Mark] = {}
    for href, title in entries:
        path, _, fragment = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path))) if path else file
        title = short(title, 300)
        if title and len(marks) < _MOST_CHAPTERS:
            marks.setdefault((target, unquote(fragment)), Mark(target, unquote(fragment), title))
    return list(marks.values())


class Binder:
    """Puts the pages of a book, given in reading order, together to chapters."""

    def __init__(self, marks: Sequence[Mark], files: Sequence[str]) -> None:
        named = {mark.file for mark in marks} & set(files)
        told = len(marks) > 1 and 4 * len(named) >= len(files)  # else the contents leave most of the book out
        self._marks = list(marks) if told else []
        self._whole_files = not self._marks
        self._title = ""
        self._pieces: list[Piece] = []

    def add(self, name: str, page: HtmlElement) -> Iterator[Chapter]:
        """Takes in a file's page; gives the chapters that are complete by that."""
        at_top = [number for number, mark in enumerate(self._marks) if mark.file == name and not mark.fragment]
        if self._whole_files or at_top:
            yield from self.rest()
            self._title = self._marks[at_top[0]].title if at_top else ""
        self._set_marks(name, page)
        for given in visible_pieces(page):
            number, given = _unmarked(given)
            if number is not None and number < len(self._marks):
                yield from self.rest()
                self._title = self._marks[number].title
            if given.text.strip():
                self._pieces.append(given)

    def rest(self) -> Iterator[Chapter]:
        """The chapter under way, if it holds anything."""
        pieces, self._pieces = tuple(self._pieces), []
        if pieces:
            yield Chapter(self._title or _heading(pieces), pieces)

    def _set_marks(self, name: str, page: HtmlElement) -> None:
        wanted = {
            mark.fragment: number for number, mark in enumerate(self._marks) if mark.file == name and mark.fragment
        }
        if not wanted:
            return
        for element in page.iter():
            number = wanted.pop(element.get("id") or element.get("name") or "", None) if wanted else None
            if number is not None and element.tag not in ("html", "body"):
                element.text = f"{_MARK}{number}{_MARK_END}{element.text or ''}"


def _unmarked(given: Piece) -> tuple[int | None, Piece]:
    """The number of the chapter that begins with a piece, and the piece without its mark."""
    text = given.text
    if _MARK not in text:
        return None, given
    number = text.partition(_MARK)[2].partition(_MARK_END)[0]
    runs = []
    for run in given.runs:
        before, found, after = run.text.partition(_MARK)
        runs.append(Run(before + after.partition(_MARK_END)[2], run.url) if found else run)
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else None, Piece(
        given.kind, tuple(runs), given.level
    )


def _heading(pieces: Sequence[Piece]) -> str:
    """The heading that a chapter opens with, or ""."""
    return next((short(p.text, 300) for p in pieces[:3] if p.kind == "heading"), "")
