"""Lines that were copied from a browser together with an article: menus, buttons, section names, paths of sections."""

import re

from reader.article.text.bylines import word_set
from reader.article.text.patterns import compile_later

_BUTTON = compile_later(
    r"(?:(?:open |main |close )?(?:menu|navigation)|home(?:page)?|search|sign (?:in|up|out)|log ?(?:in|out)|register"
    r"|subscribe(?: now)?|my account|account|save[d]?|listen|share|print|play|pause|mute|close|back|next|previous|more"
    r"|bookmark|follow(?:ing)?|newsletters?|notifications?|contents?|accept(?: all)?(?: cookies)?|reject all|live"
    r"|a{1,3}|a a a|\+|[<>‹›«»☰×✕]|1x|\d{1,2}:\d\d(?:\s?/\s?\d{1,2}:\d\d)?|[\d.,]+[km]?|(?:text|font) size|cookies"
    r"|(?:today[’']s )?(?:paper|e-?paper|edition)|(?:uk|us|international|europe) edition)$",
    re.IGNORECASE,
)
_RELEASE = compile_later(
    r"(?:for (?:immediate )?(?:release|publication)|(?:press|news|media) (?:release|statement)"
    r"|(?:strictly )?embargo(?:ed)?(?: until| till| for| to)?)(?:\s*[:–—-]?\s*.{0,60}\d.{0,40})?\W{0,3}$",
    re.IGNORECASE,
)
_CONTACT = compile_later(r"(?:(?:media|press|news) )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))\s*:", re.IGNORECASE)
_SECTIONS = word_set(
    "news world uk us u.s. international national local regional politics business money finance economy markets sport",
    "sports football cricket rugby tennis opinion comment commentisfree editorial editorials analysis culture arts art",
    "books film films music tv theatre lifestyle life style travel food health science environment climate tech",
    "technology education society media law crime europe africa asia americas australia exclusive breaking explainer",
    "feature features interview investigation letters obituary obituaries video podcast podcasts weather magazine",
    "weekend review reviews columnists entertainment property cars transport royals royal family history religion",
)
_PHRASES = frozenset(("long read", "special report", "fact check", "middle east", "top stories", "latest"))
_BETWEEN = word_set(
    "and & the of in top latest stories story headlines long read special report fact check middle east"
)
_PARTS = compile_later(r"\s*[|/>›»·•,]\s*|\s+[-–—]\s+")


def is_button(line: str) -> bool:
    """Whether a line near an article's head only is what a page prints on a button or in its menu."""
    return len(line) <= 24 and bool(_BUTTON.match(line))


def is_release_label(line: str) -> bool:
    """Whether a line only says that a press release is one, and from when: `FOR IMMEDIATE RELEASE`, `Embargoed until
    00:01 on 3 September 2026`."""
    return len(line) <= 100 and bool(_RELEASE.match(line))


def is_contact(line: str) -> bool:
    """Whether a line tells whom the press may ask: `Media contact: Odd Lindqvist, +46 555 0199`."""
    return len(line) <= 160 and bool(_CONTACT.match(line))


def is_section(line: str) -> bool:
    """Whether a line only names sections of a paper, or the path to one: `World news`, `Home > News > Millbrook`."""
    if len(line) > 80:
        return False
    parts = [part for part in _PARTS.split(line.rstrip(":").lower()) if part]
    named = [_names_section(part) for part in parts]
    if all(named):
        return bool(parts) and len(line.split()) <= 8
    path = ">" in line or "›" in line or "»" in line or " / " in line or "|" in line
    return path and (named[0] or parts[0] == "home") and all(len(part.split()) <= 3 for part in parts)


def _names_section(part: str) -> bool:
    words = part.split()
    if part in _PHRASES:
        return True
    return len(words) <= 4 and any(word in _SECTIONS for word in words) and set(words) <= _SECTIONS | _BETWEEN
