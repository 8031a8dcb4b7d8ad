"""Second thoughts on Punkt's sentence boundaries: which to take back, and which it could not see.

Every rule looks at a few characters on both sides of a boundary, so that the whole stays linear in the text.
"""

import re

from reader.language.abbreviations import BEFORE_NUMBERS, NEVER_LAST, TITLES, split

CLOSERS = "\"'”’»)]}"
OPENERS = "\"'“‘«([{¿¡"
_RUN = CLOSERS + ".?!…,;:"
_JOINTS = (",", ";", ":")
"""Marks that end no sentence, whatever stands before them."""
_NEVER_FIRST = ",;)]}"

_LAST_WORD = re.compile(r"([^\s\"'“”‘’«»()\[\]{},;:—–]+?)[.…]+$")
_LIST_MARK = re.compile(r"[\"'“‘(\[]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]")
_INITIAL = re.compile(r"(?:^|[\s(\[\"'“‘.])[A-Z]\.$")
_INITIALS = re.compile(r"(?:^|[\s(\[\"'“‘])((?:[A-Z]\.\s?){2,3})$")
_PLACES = split("US UK UN EU DC LA NY NJ NC ND SC SD NH NM RI BC AM PM")
_HOURS = split("a.m p.m")
_TIME = re.compile(r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|[AI]EST|IST|HKT|JST|SGT)\b")
_ONE_OF_A_PLACE = re.compile(r"\b[Aa]n?\s(?:[A-Z]\.){2,3}$")
_BRAND = re.compile(r"[a-z]{1,5}[A-Z]")
_OPENING = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|As|If|When|For|So"
    r"|There|What|While|After|Before|Since|With)\b"
)
_NAME_GOES_ON = re.compile(r"(?:[A-Z]\.|(?:de|da|di|van|von|der|al|bin|Mc[A-Z])\b)")
_FIRST = re.compile(r"[^.!?:”\"’]\s([A-Z][a-z]{2,}) [A-Z]\.$")
_LETTERED = split(
    "plan vitamin hepatitis group class section part type grade building block apartment unit phase exhibit schedule "
    "room team division serie series appendix figure table article title factor route line influenza medicare option"
)
_REFERENCE = re.compile(r"\s*(?:\[(?:\d{1,3}|[a-z]|note \d{1,3}|[a-z]+ needed|better source needed)\]\s*)+")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}"
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|tweeted|posted|replied|wondered|demanded|exclaimed|shouted"
    r"|yelled|cried|quipped|joked|continued|recalled|responded)\b"
)
_GLUED = re.compile(r"(?<=[a-z0-9)%\]][a-z0-9)%\]])[.!?]+[\"”’]*(?=[\"“‘]?[A-Z][a-z]*[a-z ,’'](?!\w*[./@]\w))")
_WEB = re.compile(r"(?:https?:|www\.|@|#)\S*$|\.(?:com|org|net|co|io)\b[^ ]*$", re.IGNORECASE)

_LOOK = 80
"""Characters looked at on either side of a boundary."""


def skip_references(text: str, position: int) -> int:
    """Where the footnote marks ("[4]", "[citation needed]") after a boundary end, else the same place."""
    match = _REFERENCE.match(text, position)
    if not match:
        return position
    end = match.end()
    while text[end - 1].isspace():
        end -= 1
    return end


def skip_marks(text: str, end: int) -> int:
    """Where the marks end that are written together with the stop before `end`: "(D-Mo.|),", "(was it?|).", "Stop!|!"
    Where a letter or a digit follows them, `end` stays."""
    at = end
    while at < len(text) and text[at] in _RUN:
        at += 1
    return at if at == len(text) or text[at].isspace() else end


def is_false(text: str, start: int, end: int, following: int) -> bool:
    """Whether the sentence from `start` to `end` goes on at `following`, where Punkt opens another."""
    before = text[max(start, end - _LOOK) : end].rstrip(CLOSERS)
    if before[-1:] in _JOINTS or text[following] in _NEVER_FIRST:
        return True
    after = text[following : following + _LOOK]
    opening = after.lstrip(OPENERS)
    quoted = end - max(start, end - _LOOK) != len(before)
    stop = before[-1:]
    if not opening:
        return False
    if opening[0].islower() and not opening.startswith(("http", "www.")) and not _BRAND.match(opening):
        return stop in ".?!…" and not _LIST_MARK.match(after)
    if end - start < 12 and _LIST_MARK.fullmatch(text[start:end]):
        return True
    if stop in "?!":
        if quoted and _SPEAKER.match(after):
            return True
        return bool(re.match(r"\(\d", after))
    if stop != "." or quoted:
        return False
    word = _LAST_WORD.search(before)
    if not word:
        return False
    last = word[1].lower().rsplit("-", 1)[-1]
    if last in TITLES and opening[0].isupper():
        return last != "st" or _is_saint(before)
    if opening[0].isdigit() and last in BEFORE_NUMBERS:
        return True
    if last in NEVER_LAST:
        return True
    if opening != after:
        return False
    if (last in _HOURS and _TIME.match(after)) or _ONE_OF_A_PLACE.search(before):
        return True
    initials = _INITIALS.search(before)
    if initials and re.sub(r"\W", "", initials[1]) not in _PLACES:
        return opening[0].isupper() and not _OPENING.match(after)
    if _INITIAL.search(before):
        return bool(_NAME_GOES_ON.match(after)) or (_is_middle(before) and not _OPENING.match(after))
    return False


def _is_middle(before: str) -> bool:
    """Whether a letter and its stop are a middle initial: a first name leads up to it, and no word for what is told
    apart by letters ("David L.", not "Vitamin D.")."""
    first = _FIRST.search(before)
    return first is not None and first[1].lower() not in _LETTERED


def _is_saint(before: str) -> bool:
    """Whether a final "St." is a saint's and not a street's: no capitalised word or number leads up to it."""
    words = before.split()
    return len(words) < 2 or not (words[-2][0].isupper() or words[-2][0].isdigit())


def find_missed(text: str, start: int, end: int) -> list[int]:
    """Ends of sentences inside one that Punkt passed over because no space follows the stop ("ended.The")."""
    return [
        match.end()
        for match in _GLUED.finditer(text, start, end)
        if not _WEB.search(text[max(start, match.start() - _LOOK) : match.end()])
    ]
