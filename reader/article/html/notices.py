"""Pages that stand before an article: paywalls, consent walls, demands for JavaScript, checks for robots."""

import re
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from reader.article.text.safe import safe_text

_WALL_WORDS = 60
_EXCERPT_WORDS = 300
_SCRIPT = re.compile(
    r"(?:enable|turn on|activate|requires?|needs?) (?:your )?java ?script|java ?script (?:is|must be|has been) "
    r"(?:disabled|required|enabled|turned off|not enabled)|without javascript",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"verify(?:ing)? (?:that )?you(?: a|['’])re (?:a )?(?:human|not a robot)|are you a robot"
    r"|checking (?:your|the) browser"
    r"|unusual (?:traffic|activity)|complete the captcha|press (?:and|&) hold|just a moment\.\.\."
    r"|access denied|pardon our interruption|attention required",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|we (?:and our (?:\d+ )?partners )?(?:value|respect|care about) your privacy"
    r"|your privacy choices|accept all(?: cookies)?|cookie (?:consent|settings|preferences)"
    r"|consent to (?:the use of )?cookies",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:subscribe|sign up|register|log ?in|sign in|create (?:a|your) (?:free )?account) (?:now )?to "
    r"(?:continue|keep|read|unlock|access)|already (?:a|an) (?:subscriber|member)|to continue reading"
    r"|(?:this|the full) (?:article|story|content) is (?:only )?(?:available )?"
    r"(?:for|to|reserved for|exclusive to) (?:\w+ )?(?:subscribers|members)|(?:article|story)s? remaining"
    r"|become a (?:subscriber|member) to|subscribers only|free articles? (?:left|this month)",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"\s*\d{1,2}(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?(?P<url>[^\"'\s]{1,2000})", re.IGNORECASE)
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)


def wall(page: HtmlElement, words: int, url: str | None = None) -> str | None:
    """Why a page with so few words of body is no article, and what to do; None when it may be one."""
    if words >= _WALL_WORDS:
        return None
    text = safe_text(page.text_content()[:20_000], lines=False)
    shown = len(re.findall(r"\w+", text))
    if shown > 600:
        return None
    if _ROBOT.search(text):
        return "the site checks for robots and showed no article; open the page in a browser and save it as a file"
    if _SCRIPT.search(text):
        return "the page shows its text only with JavaScript; open it in a browser and save it as a file"
    if _CONSENT.search(text):
        return "a consent notice stands before the article; accept it in a browser and save the page as a file"
    further = _leads_on(page, url)
    return f"the page only leads on to another one; open {further}" if further else None


def _leads_on(page: HtmlElement, url: str | None) -> str | None:
    """The address that a browser would soon go on to by itself."""
    for meta in page.iter("meta"):
        found = _REFRESH.match(meta.get("content") or "") if meta.get("http-equiv", "").lower() == "refresh" else None
        if found is None:
            continue
        with suppress(ValueError):
            address = urljoin(url or "", found.group("url").strip())
            if urlsplit(address).scheme in ("http", "https") and address != url:
                return safe_text(address, lines=False)
    return None


def not_free(page: HtmlElement) -> bool:
    """Whether the page's own data says that the article is not free to read."""
    return any("ld+json" in (s.get("type") or "") and _NOT_FREE.search(s.text or "") for s in page.iter("script"))


def excerpt_note(page: HtmlElement, words: int, closed: bool) -> str | None:
    """A note for the reader when what the page holds is likely to be only the beginning of the article."""
    if words < _EXCERPT_WORDS and (closed or _PAYWALL.search(page.text_content()[:200_000])):
        return "this may be only the beginning: the site shows the whole article to subscribers"
    return None
