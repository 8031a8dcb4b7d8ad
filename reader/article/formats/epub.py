"""An EPUB becomes a list of chapters to open one by one, and one article of all. Nothing of it is written to a disk."""

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from urllib.parse import unquote

from lxml.etree import _Element

from reader.article.assemble import MOST_CHARACTERS, Facts, Piece, assemble, byline_text, piece
from reader.article.formats.epub_chapters import Binder, Chapter, Mark, navigation, ncx
from reader.article.formats.epub_page import chapter_page
from reader.article.formats.xml import child_text, local_name, parse_xml
from reader.article.html.clean import parse_page
from reader.article.item_numbers import check_number, item_source
from reader.article.model import Article, ArticleError, Item
from reader.article.text.dates import iso_date
from reader.article.text.decode import decode
from reader.article.text.safe import safe_text, short
from reader.article.text.same_words import are_same

_MOST_BYTES = 64 << 20
_MOST_FILES = 20_000
_DAMAGED = "this EPUB is damaged; get a fresh copy"
_PROTECTED = "this EPUB is protected; it opens only in its shop's own reader"
_LOCKS = "META-INF/encryption.xml"


class _Unreadable(ArticleError):
    """One file of a book that is missing or damaged; the others may still be read."""


class _Book:
    """The files inside an EPUB, read one by one against one budget of bytes."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            self._names = {info.filename: info for info in self._archive.infolist()}
            self._folded = {name.casefold(): info for name, info in self._names.items()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise ArticleError(_DAMAGED) from None
        if len(self._names) > _MOST_FILES:
            raise ArticleError(f"this EPUB holds more than {_MOST_FILES} files, too many for a book")
        self._left = _MOST_BYTES

    def _find(self, name: str) -> zipfile.ZipInfo | None:
        """The file of a name, or of one that differs only in capitals, as on the computers where books are made."""
        return self._names.get(name) or self._folded.get(name.casefold())

    def real_name(self, name: str) -> str:
        """A file's name as the archive has it; the name itself where there is none."""
        info = self._find(name)
        return info.filename if info else name

    def has(self, name: str) -> bool:
        return self._find(name) is not None

    def read(self, name: str) -> bytes:
        """A file's bytes; _Unreadable when there is none of that name or it is damaged, else ArticleError."""
        info = self._find(name)
        if info is None:
            raise _Unreadable(_DAMAGED)
        if info.flag_bits & 1:
            raise ArticleError(_PROTECTED)
        try:
            with self._archive.open(info) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError) as problem:
            raise _Unreadable(_DAMAGED) from problem
        except Exception as problem:  # zlib.error, lzma errors: each decompressor has its own
            raise _Unreadable(_DAMAGED) from problem
        self._left -= len(data)
        if self._left < 0:
            raise ArticleError(f"this EPUB unpacks to more than {_MOST_BYTES >> 20} MB, too large to read")
        return data


def article_from_epub(data: bytes, *, source: str = "", item: int | None = None) -> Article:
    """The whole book: title, authors, and every chapter's headings and paragraphs; or one chapter, counted from 1.

    Raises ArticleError.
    """
    facts, chapters, unread = _open(data, item)
    if item is not None:
        check_number(item, len(chapters), "chapters")
        return _chapter(chapters[item - 1], facts, source)
    return _page(facts, chapters, unread, source)


def chapters_of_epub(data: bytes, *, source: str = "") -> list[Callable[[], Article]]:
    """What makes each chapter of a book an article of its own, the book read once, or the one article that a book of a
    single chapter is. Raises ArticleError."""
    facts, chapters, unread = _open(data, None)
    if len(chapters) < 2:
        return [partial(_page, facts, chapters, unread, source)]
    return [
        partial(_chapter, chapter, facts, item_source(source, number))
        for number, chapter in enumerate(chapters, start=1)
    ]


def _page(facts: Facts, chapters: list[Chapter], unread: list[str], source: str) -> Article:
    """All chapters of a book on one page."""
    pieces = [piece("title", str(facts["title"]))] if facts.get("title") else []
    pieces += [piece("byline", byline_text(facts["byline"]))] if facts.get("byline") else []
    for chapter in chapters:
        pieces += chapter.pieces
    items = tuple(_item(chapter, number, facts, source) for number, chapter in enumerate(chapters, start=1))
    if unread:
        facts["notes"] = (f"{len(unread)} of the book's files could not be read: {short(', '.join(unread), 200)}",)
    if len(items) < 2:
        return assemble(pieces, facts, source=source)
    example = item_source(source, 1)
    note = f"this is a book of {len(items)} chapters; add # and a number to open one, as in {example}"
    facts["notes"] = (note, *facts.get("notes", ()))
    return replace(assemble(pieces, facts, source=source), items=items)


def _open(data: bytes, item: int | None) -> tuple[Facts, list[Chapter], list[str]]:
    """What a book says of itself, its chapters as far as they may be read, or up to `item`, and names of files that
    cannot be read."""
    book = _Book(data)
    root_file = _root_file(book)
    package = parse_xml(book.read(root_file))
    if package is None:
        raise ArticleError(_DAMAGED)
    if _is_locked(book, _spine(package, root_file)):
        raise ArticleError(_PROTECTED)
    chapters: list[Chapter] = []
    size = 0
    unread: list[str] = []
    for chapter in _chapters(book, package, root_file, unread):
        chapters.append(chapter)
        size += sum(len(found.text) for found in chapter.pieces)
        if item == len(chapters) or size > (MOST_CHARACTERS if item is None else _MOST_BYTES):
            break
    if not chapters and unread:
        raise ArticleError(_DAMAGED)
    if not chapters:
        raise ArticleError("this EPUB holds no text; it may be a book of pictures")
    return _facts(package), chapters, unread


def _item(chapter: Chapter, number: int, facts: Facts, source: str) -> Item:
    words = " ".join(found.text for found in chapter.pieces).split()
    title = chapter.title or safe_text(" ".join(words[:12]) + ("…" if len(words) > 12 else ""), lines=False)
    return Item(item_source(source, number), title, facts.get("byline", ()), words=len(words))


def _chapter(chapter: Chapter, facts: Facts, source: str) -> Article:
    """One chapter as an article of its own, by the book's authors, whose title is its site."""
    pieces = list(chapter.pieces)
    head: list[Piece] = []
    if chapter.title:
        head.append(piece("title", chapter.title))
        if pieces[0].kind == "heading" and are_same(pieces[0].text, chapter.title):
            del pieces[0]
    facts = {**facts, "title": chapter.title or None, "site": facts.get("title") or facts.get("site")}
    return assemble(head + pieces, facts, source=source)


def _chapters(book: "_Book", package: _Element, root_file: str, unread: list[str]) -> Iterator[Chapter]:
    """The chapters that hold words, in reading order; names of files that cannot be read go to `unread`."""
    contents, marks = _contents(book, package, root_file)
    files = list(dict.fromkeys(book.real_name(name) for name in _spine(package, root_file)))
    files = [name for name in files if name != book.real_name(contents)] or files
    binder = Binder([replace(mark, file=book.real_name(mark.file)) for mark in marks], files)
    for name in files:
        try:
            page = chapter_page(book.read(name))
        except _Unreadable:
            unread.append(name)
            continue
        yield from binder.add(name, page)
    yield from binder.rest()


def _contents(book: "_Book", package: _Element, root_file: str) -> tuple[str, list[Mark]]:
    """The book's table of contents and its file: the navigation document of EPUB 3, else the NCX of EPUB 2."""
    folder = posixpath.dirname(root_file)
    named: dict[str, str] = {}
    for element in package.iter():
        if local_name(element) == "item":
            kind = "nav" if "nav" in (element.get("properties") or "").split() else element.get("media-type") or ""
            named.setdefault(kind, posixpath.normpath(posixpath.join(folder, unquote(element.get("href") or ""))))
    try:
        marks = navigation(parse_page(decode(book.read(named.get("nav", "")))), named.get("nav", ""))
        if marks:
            return named["nav"], marks
    except _Unreadable:
        pass
    file = named.get("application/x-dtbncx+xml", "")
    try:
        root = parse_xml(book.read(file))
    except _Unreadable:
        root = None
    return file, ncx(root, file) if root is not None else []


def _root_file(book: _Book) -> str:
    container = parse_xml(book.read("META-INF/container.xml"))
    for element in container.iter() if container is not None else ():
        if local_name(element) == "rootfile" and element.get("full-path"):
            return str(element.get("full-path"))
    raise ArticleError(_DAMAGED)


def _is_locked(book: _Book, chapters: list[str]) -> bool:
    """Whether a book's list of what is encrypted, which may be fonts alone, names one of its chapters, or a shop."""
    if not book.has(_LOCKS):
        return False
    listed = book.read(_LOCKS)
    root = parse_xml(listed)
    named = () if root is None else (each.get("URI") or "" for each in root.iter())
    locked = {book.real_name(posixpath.normpath(unquote(uri)).lstrip("/")) for uri in named if uri}
    return b"adept" in listed.lower() or any(book.real_name(name) in locked for name in chapters)


def _facts(package: _Element) -> Facts:
    metadata = next((child for child in package if local_name(child) == "metadata"), None)
    if metadata is None:
        return {}
    names = ["".join(child.itertext()) for child in metadata if local_name(child) == "creator"]
    language = child_text(metadata, "language")[:3].rstrip("-_").lower()
    return {
        "title": child_text(metadata, "title") or None,
        "byline": tuple(safe_text(name, lines=False) for name in names if name.strip())[:12],
        "published": iso_date(child_text(metadata, "date")),
        "site": child_text(metadata, "publisher") or None,
        "language": language if language.isalpha() else "en",
    }


def _spine(package: _Element, root_file: str) -> list[str]:
    """The names of the chapters' files, in reading order, each once."""
    folder = posixpath.dirname(root_file)
    files: dict[str, str] = {}
    order: list[str] = []
    for element in package.iter():
        if local_name(element) == "item" and "html" in (element.get("media-type") or ""):
            href = unquote((element.get("href") or "").partition("#")[0])
            files[element.get("id") or ""] = posixpath.normpath(posixpath.join(folder, href))
        elif local_name(element) == "itemref" and element.get("linear") != "no":
            order.append(element.get("idref") or "")
    return list(dict.fromkeys(files[name] for name in order if name in files)) or list(files.values())
