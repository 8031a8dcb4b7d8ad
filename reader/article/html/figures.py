"""What extraction drops though a reader sees it: picture captions and the standfirst."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.article.assemble import Piece, piece
from reader.article.text.safe import safe_text

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line|ing)?|strap-?line|article-?intro|"
    r"article-?_?_?summary|alternativeheadline|article-?dek|lede)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\baside\b|\bnav\b|related|recommend|promo|widget|trending|byline|author|latest|teaser", re.IGNORECASE
)
_NEIGHBOURS = ("p", "li", "h2", "h3", "blockquote")


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's words and the paragraphs it stands between, as keys."""

    text: str
    before: str
    after: str


def captions(page: HtmlElement) -> list[Caption]:
    """The captions of the page's figures, in order, with what surrounds them."""
    found: list[Caption] = []
    waiting: list[tuple[str, str]] = []
    before = ""
    for element in page.iter():
        if element.tag == "figcaption":
            text = safe_text(element.text_content(), lines=False)
            if 8 <= len(text) <= 600 and all(text != seen for seen, _ in waiting):
                waiting.append((text, before))
        elif element.tag in _NEIGHBOURS and not _inside_figure(element):
            words = key(safe_text(element.text_content(), lines=False))
            if len(words) < 25:
                continue
            found += [Caption(text, place, words) for text, place in waiting]
            waiting = []
            before = words
    return found + [Caption(text, place, "") for text, place in waiting]


def key(text: str) -> str:
    """What identifies a paragraph: its first letters and digits."""
    return "".join(re.findall(r"\w+", text[:200].casefold()))[:60]


def _inside_figure(element: HtmlElement) -> bool:
    return any(parent.tag in ("figure", "figcaption") for parent in element.iterancestors())


def place_captions(pieces: Sequence[Piece], found: Sequence[Caption]) -> list[Piece]:
    """The pieces with each caption where its figure stood; captions of figures outside the article are left out."""
    keys = [key(given.text) for given in pieces]
    texts = {key(caption.text) for caption in found}
    at: dict[int, list[Caption]] = {}
    used: set[str] = set()
    for caption in found:
        if caption.text in used:
            continue
        if caption.before and caption.before in keys:
            place = keys.index(caption.before) + 1
        elif caption.after and caption.after in keys:
            place = keys.index(caption.after)
        else:
            continue
        used.add(caption.text)
        at.setdefault(place, []).append(caption)
    placed: list[Piece] = []
    for index, given in enumerate(pieces):
        placed += [piece("caption", caption.text) for caption in at.get(index, ())]
        if not (given.kind == "paragraph" and keys[index] in texts and keys[index]):
            placed.append(given)
    return placed + [piece("caption", caption.text) for caption in at.get(len(pieces), ())]


def standfirst(page: HtmlElement, pieces: Sequence[Piece]) -> str | None:
    """The line between the headline and the body, where the page marks one as such."""
    first = next((key(given.text) for given in pieces if given.kind == "paragraph" and len(given.text) > 60), "")
    headed = False
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "h1":
            headed = True
        elif headed and element.tag in ("p", "h2", "h3", "div", "span", "section", "strong"):
            words = safe_text(element.text_content(), lines=False) if len(element) < 40 else ""
            marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
            if 20 <= len(words) <= 500 and _STANDFIRST.search(marks) and not _ASIDE.search(_place(element)):
                return words
            if first and key(words) == first:
                return None
    return None


def _place(element: HtmlElement) -> str:
    """The classes of an element's nearest ancestors."""
    near = [element, *list(element.iterancestors())[:4]]
    return " ".join(f"{each.tag} {each.get('class', '')}" for each in near if each.tag not in ("body", "html"))
