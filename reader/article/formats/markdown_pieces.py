"""The blocks of a Markdown text as pieces: its HTML read as HTML, its notes at the end, its formulas as they are."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from reader.article.assemble import Piece, Run
from reader.article.model import BlockKind

_MOST_HTML_BLOCKS = 5000
"""Read with a parser each; of what comes after them only the tags are taken out."""

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_NAME = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})\b(?P<rest>[^<>]*)>?")
_SILENT = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "svg", "rt", "rp", "textarea", "title")
)
_BLOCKS = frozenset(("p", "div", "section", "article", "li", "tr", "table", "ul", "ol", "center", "blockquote", "hr"))
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_BREAK = "\x0b"
"""A line break on its way; no text of a Markdown file holds one."""


def markdown_pieces(text: str) -> Iterator[Piece]:
    """Headings, paragraphs, quotes, list items, tables and code, in order; the words of notes come last."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.core.ruler.before("footnote_tail", "footnotes_unasked", _keep_notes)
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    yield from _pieces(parser.parse(text))


def _keep_notes(state: StateCore) -> None:
    """Notes that nothing refers to stand behind those that something does: no word is lost."""
    notes = state.env.get("footnotes", {})
    for label, number in notes.get("refs", {}).items():
        if number < 0:
            listed = notes.setdefault("list", {})
            notes["refs"][label] = len(listed)
            listed[len(listed)] = {"label": label[1:], "count": 0}


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    holders: list[BlockKind] = []
    table: list[list[str]] = []
    level = 0
    number = ""
    html_blocks = 0
    for token in tokens:
        match token.type:
            case "blockquote_open" | "list_item_open":
                holders.append("quote" if token.type == "blockquote_open" else "list-item")
                number = f"{token.info}{token.markup} " if token.info else ""
            case "blockquote_close" | "list_item_close":
                holders.pop()
                number = ""
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "table_open":
                table = []
            case "tr_open":
                table.append([])
            case "table_close":
                rows = [" | ".join(row) for row in table if any(row)]
                table = []
                yield Piece("table", (Run("\n".join(rows)),))
            case "code_block" | "fence" | "math_block" | "math_block_label":
                yield Piece("other", (Run(token.content),))
            case "html_block":
                html_blocks += 1
                yield from _html(token.content, holders, whole=html_blocks <= _MOST_HTML_BLOCKS)
            case "inline" if table:
                table[-1].append("".join(run.text.replace(_BREAK, " ") for run in _runs(token)))
            case "inline":
                kind: BlockKind = "heading" if level else holders[-1] if holders else "paragraph"
                for runs in _parted(_runs(token)):
                    deep = max(0, holders.count("list-item") - 1) if kind == "list-item" else level
                    yield Piece(kind, (*([Run(number)] if number else []), *runs), deep)
                    number = ""


def _html(source: str, holders: Sequence[BlockKind], *, whole: bool) -> Iterator[Piece]:
    """The visible words of a block of HTML, inside the quote or list that the Markdown around it opened."""
    kind: BlockKind = holders[-1] if holders else "paragraph"
    if not whole:
        yield Piece(kind, (Run(_TAG.sub(" ", source)),))
        return
    from reader.article.html.clean import parse_page
    from reader.article.html.hidden import drop_hidden
    from reader.article.html.visible_text import visible_pieces

    page = parse_page(f"<div>{source}</div>")
    drop_hidden(page)
    for given in visible_pieces(page):
        yield Piece(kind, given.runs) if given.kind == "paragraph" else given


def _runs(token: Token) -> Iterator[Run]:
    url: str | None = None
    silent: list[str] = []
    for child in token.children or ():
        if child.type == "html_inline":
            tag = _NAME.match(child.content)
            name = tag.group("name").lower() if tag else ""
            if tag and name in _SILENT and not tag.group("rest").rstrip().endswith("/"):
                if not tag.group("end"):
                    silent.append(name)
                elif name in silent:
                    del silent[silent.index(name) :]
            elif silent or not tag:
                continue
            elif name == "br":
                yield Run(_BREAK, url)
            elif name in _BLOCKS:
                yield Run(_BREAK, url)
                yield Run(_BREAK, url)
            elif name == "a":
                href = _HREF.search(tag.group("rest"))
                url = href.group(1) if href and not tag.group("end") else None
            continue
        if silent:
            continue
        match child.type:
            case "link_open":
                url = str(child.attrGet("href") or "") or None
            case "link_close":
                url = None
            case "softbreak" | "hardbreak":
                yield Run(" ", url)
            case "text" | "code_inline" | "text_special":
                yield Run(child.content, url)
            case "math_inline" | "math_inline_double":
                yield Run(f"{child.markup}{child.content}{child.markup}", url)


def _parted(runs: Iterator[Run]) -> Iterator[list[Run]]:
    """The runs, parted where two line breaks stand together; a single one is a space."""
    part: list[Run] = []
    broken = False
    for run in runs:
        if run.text == _BREAK:
            if broken and part:
                yield part
                part = []
            broken = True
            part.append(Run(" ", run.url))
        else:
            broken = broken and not run.text.strip()
            part.append(run)
    if any(run.text.strip() for run in part):
        yield part
