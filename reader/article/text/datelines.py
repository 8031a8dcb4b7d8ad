"""What opens a story before its first sentence: where it was written, when, and who had it first."""

import re
from functools import lru_cache

from reader.article.text.bylines import PARTICLES, known_agency, word_set
from reader.article.text.dates import parse_date
from reader.article.text.patterns import compile_later

_DASH = compile_later(r"\s*(?:/\s?[A-Z][\w.-]{1,24}\s?/\s*)?(?:[—–―]|---?|-(?=\s))\s*")
"""A dash, and the wire before it: `/PRNewswire/ --`."""
_BRACKETS_AND_DASHES = "-—–―(["
_DATE_IN_BRACKETS = compile_later(r"\s\(([^()]{4,24}\d{4})\)$")
_DATE_AND_DASH = compile_later(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})(?:\s+[—–―-]\s+|\s*--?\s+)"
)
_WITH_YEAR = r"(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][A-Za-z]{2,8}\.? \d{4})"
_TO_THE_STORY = r"\s*(?:[—–―─]|-+)\s*(?=[A-Z\"“‘'])"
_WIRE_FIRST = compile_later(r"(?:(?:Newswise|PRNewswire|EurekAlert!?)\s*(?:[—–―]|--?)\s*(?=[A-Z\"“‘'(]))+")
_SITE_FIRST = compile_later(
    r"\((?!(?:Left|Right|Top|Bottom|Photo|Picture|Note|Update|Applause|Laughter|Laughs|Cheers|Crosstalk|Pause"
    r"|Inaudible|Alleged|Allegedly)\b)[A-Z][\w.,’'&/!-]*(?: (?:[A-Z&][\w.,’'&/!-]*|of|the|and|de|la))*\)"
    + _TO_THE_STORY
)
"""Who had it first, or where, in brackets: `(Harrowgate Post) -- `."""
_PLACE_AND_DAY = compile_later(
    r"(?!(?:On|In|By|Since|Until|From|Before|After|The|As|At|Born|Died|Killed)\b)"
    r"(?:[^\W\d_a-z][\w.'’-]*[ ,/]+|of |and ){1,8}"
    rf"(?:(?:[—–―-]{{1,2}}\s*)?{_WITH_YEAR}"
    rf"|[(\[](?i:(?:embargoed until|for release)\b[\w .,:@]{{0,30}}?)?{_WITH_YEAR}[ ,@\d:.apmAPMEDT]{{0,16}}[)\]])"
    rf"(?:\s*/\s?[A-Z][\w.-]{{1,24}}\s?/)?(?:{_TO_THE_STORY}|:\s+(?=[A-Z]))"
)
"""A place and a day of a year, in brackets or not: `Harrowgate, NY (June 8, 2026): `. Before a colon and a quotation
stands who said it, and when."""
_OPENING_DAY = compile_later(_WITH_YEAR + _TO_THE_STORY)
_STORY = 60
"""Letters of a paragraph behind such a head; fewer are an item of a list."""
_GLUED = compile_later(
    r"(?:—|--)(?!(?:I|It|That|This|Th[eo]se|He|She|We|They|You|Who|Whose|Which|What|Nobody|Nothing|And|Or|But)\b)"
    r"[A-Z][a-z]* "
)
_ACRONYM = 5
"""The dash without spaces, and a story's first word behind it, of a town that has more letters than an acronym; what
points back at a word in capitals makes that word the sentence's."""
_YEAR = compile_later(r"\d{4}\b")
_DAY_OF_YEAR = compile_later(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+(?:19|20)\d\d)?$"
)
_AGENCY = compile_later(r",?\s*[(\[](?P<agency>[A-Z][\w .&/’'-]{1,30})[)\]]\s*")
_PLACE = compile_later(r"[^\W\d_a-z][\w.'’/-]*$|\d{1,4}$|(?:of|and)$")
_PARTY = compile_later(r"[A-Z]\b")
_SHOUTS = word_set(
    "EXCLUSIVE BREAKING WATCH UPDATE UPDATED VIDEO LIVE OPINION ANALYSIS CORRECTION EDITORIAL REPORT NEWS PHOTOS "
    "LISTEN POLL NOTE QUESTION ANSWER ORIGINAL"
)


@lru_cache(8)  # each of the questions about a line asks this one
def dateline_end(line: str) -> int:
    """Length of the dateline that opens a paragraph, `WASHINGTON (AP) — `, its spaces included; 0 if none does."""
    wire = _WIRE_FIRST.match(line)
    if wire:
        rest = line[wire.end() :]
        return wire.end() + (dateline_end(rest) or day_end(rest))
    release = _SITE_FIRST.match(line) or (_PLACE_AND_DAY.match(line[:160]) if _YEAR.search(line[:110]) else None)
    if release and _SHOUTS.isdisjoint(release.group().split()) and len(line) - release.end() >= _STORY:
        return release.end()
    head = line[:110]
    if not any(map(head.__contains__, _BRACKETS_AND_DASHES)):
        return 0
    agency = _AGENCY.search(head)
    dash = _DASH.search(head, agency.end() if agency else 0)
    if agency and (dash is None or dash.start() != agency.end()):
        dash = None
        if not known_agency(agency.group("agency")):
            agency, dash = None, _DASH.search(head)
    at = agency or dash
    if at is None:
        return 0
    end = (dash or at).end()
    place = _DATE_IN_BRACKETS.sub(r", \1", head[: at.start()].strip(" ,"))
    day = None if agency else _DATE_AND_DASH.match(line, end)
    end = day.end() if day else end
    words = re.split(r"[ ,]+", place) if place else []
    if end >= len(line) or len(place) > 70 or not all(_PLACE.match(w) or w in PARTICLES for w in words):
        return 0
    if agency and known_agency(agency.group("agency")):
        return end
    opens = line[end].isupper() or line[end] in "\"“‘'«0123456789"
    named = agency and words and not _PARTY.match(agency.group("agency"))
    parted = _parts(dash) or (len(place) > _ACRONYM and _GLUED.match(line, at.start()) is not None)
    return end if opens and (named or ((day or _is_shouted_town(place)) and parted)) else 0


def day_end(line: str) -> int:
    """Length of the day that opens an article's first paragraph, `Oct. 12, 2026 -- `; 0 if none does."""
    day = _OPENING_DAY.match(line)
    return day.end() if day and len(line) - day.end() >= _STORY else 0


def is_place_and_date(line: str) -> bool:
    """Whether a line says where and when an article was written: `HALVIK, 12 March, Nordpress`."""
    parts = [part.strip() for part in line.strip(" .—–-").split(",")]
    if not 2 <= len(parts) <= 5 or len(line) > 90:
        return False
    dated = [
        bool(_DAY_OF_YEAR.match(part) and parse_date(f"{part} 2000" if not part[-4:].isdigit() else part))
        for part in parts
    ]
    town = parts[0].partition(" (")[0]
    fits = town.isupper() and sum(map(str.isalpha, town)) >= 3 and town not in _SHOUTS
    names = [part for part, is_date in zip(parts[1:], dated[1:], strict=True) if not is_date]
    return fits and any(dated[1:]) and all(len(name.split()) <= 4 and not name[:1].islower() for name in names)


def _is_shouted_town(place: str) -> bool:
    town, _, rest = place.partition(",")
    fits = len(town.split()) < 5 and len(rest.split()) < 5 and not (len(town.split()) > 2 and "’S " in f"{town} ")
    return sum(c.isalpha() for c in town) >= 4 and town.isupper() and fits and town not in _SHOUTS


def _parts(dash: re.Match[str] | None) -> bool:
    """Whether a dash parts a dateline from its story, and does not sit inside a word."""
    if dash is None or not dash.group()[-1:].isspace():
        return False
    return dash.group().strip() != "-" or dash.group().startswith(" ")
