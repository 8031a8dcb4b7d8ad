"""Every visible word of some HTML as pieces: for chapters, letters and fragments, where all of it is to be read."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run
from reader.article.model import BlockKind
from reader.article.text.bylines import word_set

_SILENT = word_set(
    "script style head title template noscript svg math object iframe canvas audio video select button textarea form",
    "input nav map datalist dialog rt rp",
)
_BLOCKS = word_set(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4",
    "h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption",
)
_KINDS: dict[str, BlockKind] = {"blockquote": "quote", "li": "list-item", "dd": "list-item", "figcaption": "caption"}
_BREAK = "\x0b"
"""A line break on its way; no page text holds one, and it becomes a space."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def visible_pieces(root: HtmlElement) -> list[Piece]:
    """Headings, paragraphs, quotes, list items and captions, in document order. Tables become a paragraph a cell, two
    line breaks part paragraphs, and readings beside characters (ruby) are left out.
    """
    return [found for found in _walk(root) if found.text.strip()]


def _walk(root: HtmlElement) -> Iterator[Piece]:
    """Walks without recursion: a page may nest deeper than Python calls may."""
    kind: BlockKind = "paragraph"
    level = 0
    address: str | None = None
    runs: list[Run] = []
    waiting: list[tuple[HtmlElement, bool]] = [(root, True)]
    context: list[tuple[BlockKind, int, str | None]] = []
    while waiting:
        element, opening = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if opening:
            silent = not tag or tag in _SILENT
            context.append((kind, level, address))
            waiting.append((element, False))
            if silent:
                continue
            if tag in _BLOCKS:
                yield Piece(kind, tuple(runs), level)
                runs = []
                kind, level = _KINDS.get(tag, kind), _HEADINGS.get(tag, 0)
                if level:
                    kind = "heading"
                elif tag == "p" and kind == "heading":
                    kind = "paragraph"
            elif tag == "br" and _is_broken(runs):
                yield Piece(kind, tuple(runs), level)
                runs = []
            elif tag == "br":
                runs.append(Run(_BREAK, address))
            elif tag == "a":
                address = element.get("href") or address
            if element.text:
                runs.append(Run(element.text, address))
            waiting += [(child, True) for child in reversed(element)]
            continue
        if tag in _BLOCKS and tag not in _SILENT:
            yield Piece(kind, tuple(runs), level)
            runs = []
        kind, level, address = context.pop()
        if element.tail and element is not root:
            runs.append(Run(element.tail, address))
    yield Piece(kind, tuple(runs), level)


def _is_broken(runs: list[Run]) -> bool:
    """Whether nothing has been said since the last line break."""
    said = next((run.text for run in reversed(runs) if run.text == _BREAK or run.text.strip()), "")
    return said == _BREAK
