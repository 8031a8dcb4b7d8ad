"""What stands between the headline and the body: the standfirst, where the page marks one as such."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from reader.article.assemble import Piece
from reader.article.text.safe import safe_text

STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line|ing)?|strap-?line|article-?intro|"
    r"article-?_?_?summary|alternativeheadline|article-?dek|lede)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\baside\b|\bnav\b|related|recommend|promo|widget|trending|byline|author|latest|teaser", re.IGNORECASE
)


def key(text: str, most: int = 60) -> str:
    """What identifies a paragraph: its first letters and digits."""
    return "".join(re.findall(r"\w+", text[: 3 * most + 20].casefold()))[:most]


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
            if 20 <= len(words) <= 500 and STANDFIRST.search(marks) and not _ASIDE.search(_place(element)):
                return words
            if first and key(words) == first:
                return None
    return None


def _place(element: HtmlElement) -> str:
    """The classes of an element's nearest ancestors."""
    near = [element, *list(element.iterancestors())[:4]]
    return " ".join(f"{each.tag} {each.get('class', '')}" for each in near if each.tag not in ("body", "html"))
