"""Which leaves of a page are its article, as trafilatura tells: it is given an outline of the page without anything
that leads it astray, each leaf marked, and the marks that come back are what it keeps.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import lxml.html
from lxml.etree import SubElement
from lxml.html import HtmlElement

from reader.article.html.leaves import BLOCKS, LINE_END, Leaf
from reader.article.text.bylines import word_set
from reader.article.text.line_kinds import ends_like_a_sentence

_FIRST_MARK = 0x20000
MOST_LEAVES = 42_000
"""As many as there are marks: one letter each, of a block of rare Chinese characters that every program keeps."""

_MARKS = re.compile("[\U00020000-\U0002a6df]")
_KEPT = ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-lp-replacement-content")
_LOOSE = word_set("div section article main header footer aside center body html details fieldset figure address td th")
_PLAIN = frozenset(("center", "search", "fieldset", "address", "hgroup", "dir", "menu", "legend", "optgroup"))
_SUSPECT = re.compile(
    r"comment|teaser|share|social|sidebar|banner|author|byline|newsletter|widget|embed|footer|menu|nav|bottom|link|meta"
    r"|elated|next-|message|hid(?:e|den)|noprint|slide|overlay|viewport|expand|premium|bar|cookie|consent|tags|rating|ad-"
    r"|permission|options|reply|blurred|attachment|timestamp|viral|button|border",
    re.IGNORECASE,
)
"""Names for which extraction drops a block unread."""
_DROPPED = ("header", "footer", "aside", "figure", "menu")
_MUCH = 0.4
_LITTLE = 0.4
"""Share of a page's prose below which careful extraction is checked against the usual one."""


def extractor() -> Callable[..., Any]:
    """trafilatura's extraction, imported when a page is first parsed."""
    from trafilatura import bare_extraction

    return bare_extraction


def kept_leaves(page: HtmlElement, found: Sequence[Leaf]) -> set[int]:
    """The places of the leaves that extraction keeps.

    Careful extraction is taken, but where it finds less than a fifth of what the usual one finds.
    """
    careful = _kept(page, found, careful=True)
    prose = sum(len(leaf.text) for leaf in found if is_prose(leaf))
    size = sum(len(found[at].text) for at in careful)
    if size < _LITTLE * prose:
        usual = _kept(page, found, careful=False)
        if size < 0.2 * sum(len(found[at].text) for at in usual):
            return usual
    return careful


def _kept(page: HtmlElement, found: Sequence[Leaf], *, careful: bool) -> set[int]:
    result = extractor()(_outline(page, found), favor_precision=careful, include_comments=False)
    if result is None or result.body is None:
        return set()
    words = "".join(result.body.itertext())
    return {ord(mark) - _FIRST_MARK for mark in _MARKS.findall(words) if ord(mark) - _FIRST_MARK < len(found)}


def is_prose(leaf: Leaf) -> bool:
    """Whether a leaf reads like sentences of a text, and not like a label, a list of links or a heading."""
    if leaf.kind in ("heading", "caption", "table") or len(leaf.text) < 25:
        return False
    if len(leaf.text) > 140:
        return leaf.linked < 0.6 or ends_like_a_sentence(leaf.text)
    return ends_like_a_sentence(leaf.text) and (leaf.linked < 0.6 or len(leaf.text) > 60)


# The outline


def _outline(page: HtmlElement, found: Sequence[Leaf]) -> HtmlElement:
    """The page's blocks with their marked leaves, and nothing else: phrases without their elements but for links.

    What holds much of the page's prose has no name that would speak against it.
    """
    root = lxml.html.Element("html")
    made: dict[HtmlElement, HtmlElement] = {page: root}
    large, words = _large(found), _Words()
    for at, leaf in enumerate(found[:MOST_LEAVES]):
        mark = chr(_FIRST_MARK + at)
        if leaf.kind == "table":
            _add_table(SubElement(_made(leaf.holder.getparent(), made, large), "table"), mark, leaf)
            continue
        holder = _made(leaf.holder, made, large)
        prose = is_prose(leaf)
        if holder.tag in _LOOSE and prose:
            holder = SubElement(holder, "p")
        elif holder.tag in ("p", "li", "dd", "dt") and prose:
            for name in ("class", "id"):
                holder.attrib.pop(name, None)
        words.add(holder, mark)
        for run in leaf.runs:
            told = _MARKS.sub("", run.text).replace(LINE_END, " ")
            if run.url and not (prose and leaf.linked > 0.6):
                SubElement(holder, "a", href="/").text = told
            else:
                words.add(holder, told)
    words.write()
    return root


def _large(found: Sequence[Leaf]) -> set[HtmlElement]:
    """The elements that hold much of the page's prose."""
    sizes: Counter[HtmlElement] = Counter()
    whole = 0
    for leaf in found:
        if is_prose(leaf):
            whole += len(leaf.text)
            for element in leaf.holder.iterancestors():
                sizes[element] += len(leaf.text)
    return {element for element, size in sizes.items() if size > _MUCH * whole}


class _Words:
    """Words for an element, behind what it holds so far; written once, since each writing copies those before."""

    def __init__(self) -> None:
        self._texts: defaultdict[HtmlElement, list[str]] = defaultdict(list)
        self._tails: defaultdict[HtmlElement, list[str]] = defaultdict(list)

    def add(self, holder: HtmlElement, words: str) -> None:
        last = next(holder.iterchildren(reversed=True), None)
        (self._texts[holder] if last is None else self._tails[last]).append(words)

    def write(self) -> None:
        for element, words in self._texts.items():
            element.text = "".join(words)
        for element, words in self._tails.items():
            element.tail = "".join(words)


def _made(element: HtmlElement, made: dict[HtmlElement, HtmlElement], large: set[HtmlElement]) -> HtmlElement:
    """The outline's copy of a block element, made with its ancestors where it is not there yet."""
    missing = []
    at: HtmlElement | None = element
    while at is not None and at not in made:
        if at.tag in BLOCKS:
            missing.append(at)
        at = at.getparent()
    copy = made[at] if at is not None else next(iter(made.values()))
    for block in reversed(missing):
        tag = "div" if block in large and block.tag in _DROPPED else _tag(block)
        copy = SubElement(copy, tag, {name: value for name in _KEPT if (value := block.get(name))})
        for name in ("class", "id") if block in large else ():
            copy.set(name, " ".join(word for word in copy.get(name, "").split() if not _SUSPECT.search(word)))
        made[block] = copy
    return copy


def _tag(block: HtmlElement) -> str:
    """What a block is in the outline: what extraction drops whole becomes a division where it holds an article's
    words.
    """
    tag = str(block.tag)
    if tag in _PLAIN or tag in ("table", "tbody", "tr", "td", "thead", "tfoot"):  # only layout tables get here
        return "div"
    if tag in ("dd", "dt") and next(block.iterancestors("dl"), None) is None:
        return "p"
    if tag == "figure" and block.find(".//blockquote") is not None:
        return "div"
    if tag == "footer" and next(block.iterancestors("blockquote"), None) is not None:
        return "p"
    if tag == "figcaption":
        return "p"
    return tag


def _add_table(table: HtmlElement, mark: str, leaf: Leaf) -> None:
    for at, row in enumerate(leaf.text.split("\n")):
        line = SubElement(table, "tr")
        for words in row.split(" | "):
            SubElement(line, "td").text = words if at else f"{mark} {words}"
