"""A page's tree made ready for extraction: parsed, without what is hidden, loose lines in paragraphs."""

import re
from collections.abc import Iterator
from contextlib import suppress

import lxml.html
from lxml.html import HtmlElement

from reader.article.text.bylines import word_set
from reader.article.text.safe import without_escapes

_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
INLINE = word_set(
    "a abbr acronym b bdi big cite code data del dfn em font i ins kbd",
    "mark q s samp small span strong sub sup time tt u var wbr",
)


_PAGE_END = re.compile(r"</html(?:\s[^<>-]*)?/?>", re.IGNORECASE)
_GOES_ON, _NEW_PAGE = (
    re.compile(r"<p[\s>]", re.IGNORECASE),
    re.compile(r"<(?:!doctype|html|head|article)\b", re.IGNORECASE),
)
"""What shows that paragraphs of a page stand behind its end, and that another page does."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{4000,}>?")
_MOST_ATTRIBUTES = 500
_STYLING = re.compile(r"</?(?:font|b|i|u|em|strong|span|big|small|tt|s|strike|center|nobr)\b[^<>]*>", re.IGNORECASE)
_NESTING = re.compile(
    r"<(?!/?(?:html|head|title|meta|link|script|style|body|p|br|a|img|time)\b)/?[a-zA-Z][^<>]*>", re.IGNORECASE
)


def _without_swarm(tag: re.Match[str]) -> str:
    """A tag without its attributes when it has a swarm of them: libxml2 compares each with all others."""
    whole = tag.group()
    swarm = whole.count("=") > _MOST_ATTRIBUTES and len(whole.split()) > _MOST_ATTRIBUTES
    return f"<{tag.group(1)}>" if swarm or len(whole.split()) > 4 * _MOST_ATTRIBUTES else whole


def parse_page(text: str) -> HtmlElement:
    """The element tree of a page, whose words may all be written back; of an empty one when nothing can be parsed."""
    text = _DECLARATION.sub("", _UNPARSABLE.sub("", without_escapes(text)))
    end = _PAGE_END.search(text)
    if end and _GOES_ON.search(text, end.end()) and not _NEW_PAGE.search(text, end.end()):
        text = _PAGE_END.sub("", text)  # libxml2 reads nothing behind it, where browsers go on
    text = _LONG_TAG.sub(_without_swarm, text)
    page = _parse(text)
    if page is None:
        return lxml.html.document_fromstring("<html><body></body></html>")
    if "shadowroot" in text:
        _open_shadows(page)
    may_hold_others = "&#" in text or "\f" in text
    for element in page.iter():
        if element.text and _UNWRITABLE.search(element.text):
            element.text = _writable(element.text)
        if element.tail and _UNWRITABLE.search(element.tail):
            element.tail = _writable(element.tail)
        if may_hold_others:
            for name, value in element.attrib.items():
                if _UNWRITABLE.search(value):
                    with suppress(ValueError):  # a name that no element may have: nothing reads it
                        element.set(name, _writable(value))
    return page


def _parse(text: str) -> HtmlElement | None:
    """The tree of a page, None where there is nothing to parse. One that is nested deeper than libxml2 goes, which
    leaves the rest of it out, is read without its styling, and where that is not enough as bare paragraphs."""
    page = None
    for words in _flatter(text):
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        try:
            page = lxml.html.document_fromstring(words.encode("utf-8"), parser=parser)
        except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
            if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
                raise MemoryError from None
            return page
        if not any("excessive depth" in entry.message.lower() for entry in parser.error_log):
            break
    return page


def _flatter(text: str) -> Iterator[str]:
    """A page's source as it is, then without its styling, then with a paragraph for each element."""
    yield text
    yield (text := _STYLING.sub("", text))
    yield _NESTING.sub("<p>", text)


def _open_shadows(page: HtmlElement) -> None:
    """Makes divisions of the templates that a browser shows as soon as it reads them."""
    for template in page.iter("template"):
        if "shadowrootmode" in template.attrib or "shadowroot" in template.attrib:
            template.tag = "div"


def _writable(words: str) -> str:
    """Words without the characters that XML lacks: references such as `&#1;` bring them in, and lxml takes none."""
    return _UNWRITABLE.sub("", words.replace("\f", " "))


def wrap_loose_lines(page: HtmlElement) -> None:
    """Puts text that stands in a division, parted by pairs of line breaks, into paragraphs of its own, and so text that
    is set as it was typed, parted by empty lines.
    """
    for typed in list(page.iter("pre")):
        if typed.find(".//code") is None:
            _break_at_empty_lines(typed)
    for element in list(page.iter("div", "td", "section", "article", "main", "body")):
        if sum(child.tag == "br" for child in element) >= 2 and _loose_length(element) >= 200:
            _wrap(element)


def _break_at_empty_lines(typed: HtmlElement) -> None:
    """Makes a division of a `pre`, with a pair of line breaks for each empty line between its words."""
    for node in (typed, *typed):
        words = (node.text if node is typed else node.tail) or ""
        first, *others = _EMPTY_LINE.split(words)
        if not others:
            continue
        typed.tag = "div"
        at = 0 if node is typed else typed.index(node) + 1
        if node is typed:
            node.text = first
        else:
            node.tail = first
        for part in others:
            breaks = [lxml.html.Element("br"), lxml.html.Element("br")]
            breaks[1].tail = part
            typed[at:at] = breaks
            at += 2


def _loose_length(element: HtmlElement) -> int:
    length = len((element.text or "").strip())
    for child in element:
        length += len((child.tail or "").strip())
    return length


def _wrap(element: HtmlElement) -> None:
    nodes: list[HtmlElement | str] = [element.text or ""]
    for child in list(element):
        nodes += [child, child.tail or ""]
        child.tail = None
        element.remove(child)
    element.text = None
    paragraph: HtmlElement | None = None
    breaks = 0
    for node in nodes:
        if not isinstance(node, str) and node.tag not in INLINE:
            if node.tag == "br":
                breaks += 1
            else:
                element.append(node)
                paragraph = None
            continue
        if paragraph is None or breaks >= 2:
            if isinstance(node, str) and not node.strip():
                continue
            paragraph = lxml.html.Element("p")
            element.append(paragraph)
        elif breaks == 1 and not (isinstance(node, str) and not node.strip()):
            paragraph.append(lxml.html.Element("br"))
        elif breaks:
            continue
        breaks = 0
        _add(paragraph, node)


def _add(paragraph: HtmlElement, node: HtmlElement | str) -> None:
    if not isinstance(node, str):
        paragraph.append(node)
    elif len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + node
    else:
        paragraph.text = (paragraph.text or "") + node
