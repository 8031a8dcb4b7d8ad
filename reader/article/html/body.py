"""The body of a page as pieces: what trafilatura keeps, with block kinds and links."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import lxml.html
from lxml.etree import _Element
from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run
from reader.article.model import BlockKind

_LEVEL = re.compile(r"h([1-6])")


def extractor() -> Callable[..., Any]:
    """trafilatura's extraction, imported when a page is first parsed."""
    from trafilatura import bare_extraction

    return bare_extraction


def body_pieces(page: HtmlElement) -> list[Piece]:
    """Headings, paragraphs, quotes, list items and tables of the page's article, in reading order."""
    bare_extraction = extractor()
    html = lxml.html.tostring(page, encoding="unicode")
    rich = bare_extraction(
        html, favor_precision=True, include_comments=False, include_formatting=True, include_links=True
    )
    plain = bare_extraction(html, favor_precision=True, include_comments=False)
    best = [list(_group(found.body, "paragraph")) if found is not None else [] for found in (rich, plain)]
    return best[0] if _size(best[0]) >= 0.97 * _size(best[1]) else best[1]


def _size(pieces: list[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


def _block(element: _Element) -> Iterator[Piece]:
    match element.tag:
        case "head":
            level = _LEVEL.search(element.get("rend", ""))
            yield from _lines("heading", element, level=int(level.group(1)) if level else 2)
        case "quote":
            yield from _group(element, "quote")
        case "list":
            for item in element:
                yield from _group(item, "list-item")
        case "table":
            yield from _table(element)
        case "graphic":
            return
        case "div" | "body":
            yield from _group(element, "paragraph")
        case _:
            yield from _lines("paragraph", element)


_BLOCKS = frozenset(("p", "head", "quote", "list", "table", "item", "div"))


def _group(element: _Element, kind: BlockKind) -> Iterator[Piece]:
    """An element that may hold words, blocks, or both."""
    if not any(child.tag in _BLOCKS for child in element):
        yield from _lines(kind, element)
        return
    loose: list[Run] = [Run(element.text or "")]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _split(kind, loose)
            if child.tag in ("p", "item", "div"):
                yield from _group(child, kind)
            else:
                yield from _block(child)
            loose = []
        else:
            loose += _runs(child)
        loose.append(Run(child.tail or ""))
    yield from _split(kind, loose)


def _lines(kind: BlockKind, element: _Element, level: int = 0) -> Iterator[Piece]:
    yield from _split(kind, [*_runs(element)], level)


def _split(kind: BlockKind, runs: list[Run], level: int = 0) -> Iterator[Piece]:
    """One piece for each line, as line breaks part them."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\x0b")
        line.append(Run(first, run.url))
        for part in others:
            yield from _piece(kind, line, level)
            line = [Run(part, run.url)]
    yield from _piece(kind, line, level)


def _piece(kind: BlockKind, runs: list[Run], level: int) -> Iterator[Piece]:
    if any(run.text.strip() for run in runs):
        merged: list[Run] = []
        for run in runs:
            if merged and merged[-1].url == run.url:
                merged[-1] = Run(merged[-1].text + run.text, run.url)
            elif run.text:
                merged.append(run)
        yield Piece(kind, tuple(merged), level)


def _runs(element: _Element, url: str | None = None) -> Iterator[Run]:
    """An element's words with the links they stand in; a line break becomes \\x0b, which no page text can hold."""
    if element.tag == "lb":
        yield Run("\x0b")
        return
    if element.tag == "graphic":
        return
    if element.tag == "ref":
        url = element.get("target")
    if element.text:
        yield Run(element.text, url)
    for child in element:
        yield from _runs(child, url)
        if child.tail:
            yield Run(child.tail, url)


def _table(element: _Element) -> Iterator[Piece]:
    cells = [list(row) if row.tag == "row" else [row] for row in element]
    rows = [[words for cell in row if (words := _cell_text(cell))] for row in cells]
    if all(len(row) <= 1 for row in rows):  # old sites lay whole articles out in one cell
        for row in cells:
            for cell in row:
                yield from _group(cell, "paragraph") if cell.tag == "cell" else _block(cell)
        return
    text = "\n".join(" | ".join(row) for row in rows if row)
    if text:
        yield Piece("table", (Run(text),))


def _cell_text(cell: _Element) -> str:
    """A cell's words on one line; of a table inside it too, whose rows are never counted among the outer one's."""
    return " ".join("".join(run.text for run in _runs(cell)).replace("\x0b", " ").split())
