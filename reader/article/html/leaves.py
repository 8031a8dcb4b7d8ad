"""A page's words as leaves: each run of words that no block element parts, with its kind, its links and its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run
from reader.article.model import BlockKind
from reader.article.text.bylines import word_set

LINE_END = "\x0b"
"""A line break inside a leaf; no page text can hold it."""

SILENT = word_set(
    "script style head title template noscript svg object iframe canvas audio video select button textarea form",
    "input nav map datalist dialog rt rp",
)
BLOCKS = word_set(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4",
    "h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption search",
    "optgroup dir menu legend",
)
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "li": "list-item",
    "dd": "list-item",
    "dt": "list-item",
    "figcaption": "caption",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTION = re.compile(r"(?:^|[\s_-])captions?(?:[_-][\w-]*)?(?:$|\s)|[cC]aptions?(?:$|\s)")
_CAPTIONED = ("div", "p", "td", "dd", "center", "section")
_PICTURE = re.compile(r"image|photo|picture|figure|gallery|slide|media|wp-caption", re.IGNORECASE)
_LISTS = ("ul", "ol", "menu", "dir")
_PARTED = word_set("time label cite output")
"""Phrase elements that a page shows apart from what stands around them."""
_SENTENCE_ENDS = frozenset(".!?”")
_OPENING_MARKS = frozenset("“‘«„")


@dataclass(slots=True)
class Leaf:
    """Words between two block boundaries; `holder` is the block element that they stand in."""

    kind: BlockKind
    level: int
    holder: HtmlElement
    runs: list[Run]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = " ".join("".join(run.text for run in self.runs).split())

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum(len(run.text.strip()) for run in self.runs if run.url) / max(1, len(self.text))

    def pieces(self) -> Iterator[Piece]:
        """A piece for each of its lines."""
        line: list[Run] = []
        for run in self.runs:
            first, *others = run.text.split(LINE_END) if self.kind != "table" else (run.text,)
            line.append(Run(first, run.url))
            for part in others:
                yield from self._piece(line)
                line = [Run(part, run.url)]
        yield from self._piece(line)

    def _piece(self, line: list[Run]) -> Iterator[Piece]:
        if any(run.text.strip() for run in line):
            merged: list[Run] = []
            for run in line:
                if merged and merged[-1].url == run.url:
                    merged[-1] = Run(merged[-1].text + run.text, run.url)
                elif run.text:
                    merged.append(run)
            yield Piece(self.kind, tuple(merged), self.level)


@dataclass(slots=True)
class _Context:
    """What holds for the words at one place of the walk."""

    kind: BlockKind
    level: int
    address: str | None
    holder: HtmlElement
    lists: int = 0
    """How many lists stand around it."""


def leaves(root: HtmlElement, *, tables: bool = True) -> Iterator[Leaf]:
    """The leaves under an element, in document order. With `tables` one that holds figures is a single leaf.

    Walks without recursion: a page may nest deeper than Python calls may.
    """
    runs: list[Run] = []
    here = _Context("paragraph", 0, None, root)
    waiting: list[tuple[HtmlElement, bool]] = [(root, True)]
    around: list[_Context] = []

    def flush() -> Iterator[Leaf]:
        nonlocal runs
        if any(run.text.strip() for run in runs):
            yield Leaf(here.kind, here.level, here.holder, runs)
        runs = []

    while waiting:
        element, opening = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not opening:
            if tag in BLOCKS:
                yield from flush()
            elif tag == "q":
                _close_quote(runs, here.address)
            here = around.pop()
            _add_tail(element, root, here, runs)
            continue
        if not tag or tag in SILENT:
            _add_tail(element, root, here, runs)
            continue
        if tables and tag == "table" and not is_layout(element):
            yield from flush()
            caption = element.find("caption")
            if caption is not None and caption.text_content().strip():
                yield Leaf("caption", 0, caption, [Run(_cell_words(caption))])
            rows = "\n".join(" | ".join(row) for row in table_rows(element))
            if rows:
                yield Leaf("table", 0, element, [Run(rows)])
            _add_tail(element, root, here, runs)
            continue
        if tag == "math":
            runs.append(Run(_formula(element), here.address))
            _add_tail(element, root, here, runs)
            continue
        around.append(here)
        waiting.append((element, False))
        if tag in BLOCKS:
            yield from flush()
            here = _entered(here, element, tag)
        else:
            here = _Context(here.kind, here.level, here.address, here.holder, here.lists)
            if tag == "br":
                if _is_broken(runs):
                    yield from flush()
                runs.append(Run(LINE_END, here.address))
            elif tag == "a":
                here.address = element.get("href") or here.address
            elif tag == "q":
                runs.append(Run("" if (element.text or "").lstrip()[:1] in "\"“‘«„'" and element.text else "“"))
        if element.text:
            if _begins_anew(element, runs):
                runs.append(Run(" ", here.address if runs[-1].url == here.address else None))
            _append(runs, element.text, here.address, parted=tag in _PARTED)
        waiting += [(child, True) for child in reversed(element)]
    yield from flush()


def _is_broken(runs: list[Run]) -> bool:
    """Whether something was said, and nothing since the line break behind it."""
    while runs and not runs[-1].text.strip(" \t\r\n\xa0"):
        runs.pop()
    return len(runs) > 1 and runs[-1].text == LINE_END


def _entered(here: _Context, element: HtmlElement, tag: str) -> _Context:
    """What holds inside a block element."""
    kind, level = _KINDS.get(tag, here.kind), _HEADINGS.get(tag, 0)
    if level:
        kind = "heading"
    elif kind == "heading" or (tag == "dd" and not _inside(element, "dl")):
        kind = "paragraph"
    elif kind == "caption" and _holds_quote(element):
        kind = "quote"
    elif (
        kind in ("paragraph", "list-item")
        and tag in _CAPTIONED
        and _CAPTION.search(element.get("class", ""))
        and _under_picture(element)
    ):
        kind = "caption"
    elif here.kind == "quote" and kind == "list-item":
        kind = "quote"
    lists = here.lists + (tag in _LISTS)
    return _Context(kind, max(0, lists - 1) if kind == "list-item" else level, here.address, element, lists)


def _inside(element: HtmlElement, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _holds_quote(caption: HtmlElement) -> bool:
    figure = next(caption.iterancestors("figure"), None)
    return figure is not None and figure.find(".//blockquote") is not None


def _under_picture(element: HtmlElement) -> bool:
    """Whether an element is short enough for a caption, and a picture is beside it, or names around speak of one."""
    if len(element.text_content()) > 800:
        return False
    above = [element, *islice(element.iterancestors(), 3)]
    if any(_PICTURE.search(each.get("class", "")) for each in above):
        return True
    return any(next(each.iter("img", "picture", "video", "svg", "noscript"), None) is not None for each in above[1:3])


def _add_tail(element: HtmlElement, root: HtmlElement, here: _Context, runs: list[Run]) -> None:
    if element.tail and element is not root:
        _append(runs, element.tail, here.address, parted=element.tag in _PARTED)


def _append(runs: list[Run], words: str, address: str | None, *, parted: bool) -> None:
    """Adds words; a space parts what a page shows apart without one, `<time>18:00</time>said`."""
    if parted and words[:1].isalnum() and runs and runs[-1].text[-1:].isalnum():
        runs.append(Run(" ", address if runs[-1].url == address else None))
    runs.append(Run(words, address))


def _begins_anew(element: HtmlElement, runs: list[Run]) -> bool:
    """Whether a phrase begins with a capital, or behind a stop with a quotation, right behind another phrase: the
    page's style sets them apart.
    """
    before = element.getprevious()
    if before is None or before.tail or before.tag in BLOCKS or before.tag == "br" or not runs:
        return False
    last, first = runs[-1].text[-1:], element.text[:1]
    if last in _SENTENCE_ENDS:
        return first.isupper() or first in _OPENING_MARKS
    return first.isupper() and (last.islower() or last.isdigit())


def _close_quote(runs: list[Run], address: str | None) -> None:
    """The mark that a browser shows at the end of a `q`, where the page has none there."""
    for run in reversed(runs):
        if run.text.strip():
            if run.text.rstrip()[-1:] not in "\"”’»“'":
                runs.append(Run("”", address))
            return


def _formula(math: HtmlElement) -> str:
    """A formula's source where the page gives it, else its letters."""
    for note in math.iter("annotation"):
        if note.get("encoding") == "application/x-tex" and note.text:
            return f" {note.text.strip()} "
    return f" {math.get('alttext') or ' '.join(' '.join(math.itertext()).split())} "


# Tables


def is_layout(table: HtmlElement) -> bool:
    """Whether a table lays out a page and holds no figures: paragraphs, long prose or another table in its cells, or
    never two cells with words in a row.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    if table.find(".//th") is not None or table.find(".//caption") is not None:
        return table.find(".//table") is not None
    if any(table.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "blockquote", "article")):
        return True
    cells = 0
    for row in table.iter("tr"):
        filled = [len(cell.text_content().strip()) for cell in row.iterchildren("td")]
        if any(length > 700 for length in filled):
            return True
        cells = max(cells, sum(length > 0 for length in filled))
    return cells < 2 or len(table.findall(".//p")) > 2 * len(table.findall(".//td"))


def table_rows(table: HtmlElement) -> list[list[str]]:
    """The words of a table's filled cells, by row; a table inside a cell belongs to that cell."""
    found = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells = [_cell_words(cell) for cell in row.iterchildren("td", "th")]
        found.append([words for words in cells if words])
    return [row for row in found if row]


def _cell_words(cell: HtmlElement) -> str:
    return " ".join(leaf.text for leaf in leaves(cell, tables=False))
