"""What a browser would not show, or only to ears, is taken out of a page, and forms opened: judged by their words."""

import re

from lxml.html import HtmlElement

from reader.article.html.clean import INLINE

_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CLASS = re.compile(r"(?:^|\s)(?:hidden|is-hidden|d-none|display-none|hide)(?:\s|$)")
_SHOWN_CLASS = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|xxl|tablet|desktop|mobile):\S+|d-(?:sm|md|lg|xl|xxl)-\S+)")
_ALOUD = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|hidden-visually|assistive-text|off-?screen"
    r"|a11y-hidden)(?:$|\s)",
    re.IGNORECASE,
)
_ALOUD_STYLE = re.compile(r"clip\s*:\s*rect|clip-path\s*:\s*inset\(\s*(?:50|100)%", re.IGNORECASE)
_WORDLESS = ("script", "style", "noscript", "template")
_MUCH = 1 / 3
"""Share of a page's words from which what is hidden is the article, which a script will show."""


def shown(element: HtmlElement) -> int:
    """How many characters of words an element holds, scripts and styles aside."""
    whole = sum(len(words.strip()) for words in element.itertext())
    return whole - sum(len((part.text or "").strip()) for part in element.iter(*_WORDLESS))


def drop_hidden(page: HtmlElement) -> None:
    """Takes out what a browser would not show or read out, unless it says much of what the page says."""
    _drop_aloud(page)
    hidden = [
        element
        for element in page.iterdescendants()
        if isinstance(element.tag, str) and element.tag not in ("html", "body") and _is_hidden(element)
    ]
    whole = shown(page) if hidden else 0
    for element in hidden:
        if element.getparent() is None or (element.get("aria-hidden") == "true" and _completes_a_word(element)):
            continue
        if shown(element) < _MUCH * whole:
            element.drop_tree()


def open_forms(page: HtmlElement) -> None:
    """Makes a division of a form that holds much of the page's words: some sites put all of a page into one."""
    forms = list(page.iter("form"))
    whole = shown(page) if forms else 0
    for form in forms:
        if shown(form) > _MUCH * whole:
            form.tag = "div"


def _is_hidden(element: HtmlElement) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if style and _STYLE.search(style):
        return True
    names = element.get("class")
    return bool(names and _CLASS.search(names) and not _SHOWN_CLASS.search(names))


def _drop_aloud(page: HtmlElement) -> None:
    """Takes out words for screen readers alone; where they spell out what is drawn beside them, that goes instead."""
    for element in list(page.iterdescendants()):
        parent = element.getparent()
        if parent is None or not isinstance(element.tag, str) or element.tag in ("body", "html"):
            continue
        style = element.get("style")
        if not _ALOUD.search(element.get("class", "")) and not (style and _ALOUD_STYLE.search(style)):
            continue
        drawn = [each for each in parent if each.get("aria-hidden") == "true" and each.tag in INLINE]
        if drawn and _letters(*drawn) == _letters(element):
            for each in drawn:
                each.drop_tree()
        elif len(element.text_content()) < 200:
            element.drop_tree()


def _letters(*elements: HtmlElement) -> str:
    return "".join(re.findall(r"\w", "".join(each.text_content() for each in elements).casefold()))


def _completes_a_word(element: HtmlElement) -> bool:
    """Whether a few hidden letters are the beginning of the word behind them: a large initial."""
    words = element.text_content().strip()
    if element.tag not in INLINE or not words or len(words) > 3 or not words[-1].isalpha():
        return False
    behind = element.tail
    parent = element.getparent()
    while not behind and parent is not None and parent.tag in INLINE and parent[-1] is element:
        element, behind, parent = parent, parent.tail, parent.getparent()
    return bool(behind and behind[0].isalpha())
