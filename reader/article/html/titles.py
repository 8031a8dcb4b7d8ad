"""The title of a page: from its data where the page bears that out, else what readers see above the article."""

import re
from itertools import islice

from lxml.html import HtmlElement

from reader.article.html.authors import alike
from reader.article.text.safe import safe_text

_SEPARATORS = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*|:\s+")


def title_of(page: HtmlElement, headline: str | None, social: str | None, site: str | None) -> str | None:
    """The title of a page; `headline` is what its linked data say, `social` what it gives to others to show."""
    window = safe_text(page.findtext(".//title") or "", lines=False)
    headings = [safe_text(h.text_content(), lines=False) for h in islice(page.iter("h1"), 20)]
    headings = [h for h in headings if len(h) > 8 and not _is_site(h, window)]
    for found in (headline, social, window):
        for h in headings:
            if found and _says_the_same(_without_site(found, site), h):
                return h
    shared = sorted(headings, key=lambda h: -_shared(h, window)) if window else headings
    known = [h for h in shared if not window or _shared(h, window) > 0]
    if headline and any((window, social, *headings)):
        borne_out = any(_shared(headline, other) >= 0.3 for other in (window, social, *headings) if other)
        headline = headline if borne_out else None
    for found in (headline, social, *known[:1], window, *headings[:1]):
        if found and found.strip():
            title = _without_site(safe_text(_unescape(found), lines=False), site)
            if title:
                return title
    return None


def _is_site(heading: str, window: str) -> bool:
    """Whether a heading is the name that the window's title ends or begins with: the site's."""
    parts = _SEPARATORS.split(window)
    return len(parts) > 1 and _words(heading) in (_words(parts[-1]), _words(parts[0])) and _is_shortest(heading, parts)


def _is_shortest(heading: str, parts: list[str]) -> bool:
    return len(heading) < 0.7 * max(map(len, parts)) and len(heading.split()) < 5


def _shared(one: str, other: str) -> float:
    """The share of a title's longer words that another line has too."""
    words = {word for word in _words(one) if len(word) > 2}
    return len(words & set(_words(other))) / len(words) if words else 0.0


def _says_the_same(title: str, heading: str) -> bool:
    """Whether a heading is the title, or the title at more length: then readers know the article by it."""
    a, b = _words(title), _words(heading)
    return bool(a) and (a == b or (len(a) >= 4 and b[: len(a)] == a))


def _unescape(text: str) -> str:
    from html import unescape

    return unescape(text) if "&" in text else text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name behind (or before) a bar or dash."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    last = title.rfind(parts[-1])
    if (site and alike(parts[-1], site)) or ("|" in title[-len(parts[-1]) - 4 :] and len(parts[-1].split()) <= 4):
        return re.sub(r"[\s|–—·»:-]+$", "", title[:last])
    if site and alike(parts[0], site):
        return re.sub(r"^[\s|–—·»:-]+", "", title[len(parts[0]) :])
    return title
