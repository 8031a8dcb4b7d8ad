"""Details that a sentence is as true without: the day of what happened, an age, degrees behind a name, what an
abbreviation stands for, who a speaker is beyond the name, where a study was published."""

import re
from collections.abc import Iterator

from reader.analysis.summary.affiliations import WORK
from reader.analysis.summary.held_back import ANY_SAYING, DENIED, FINITE, HELD_BACK, Words, is_somebody, tells
from reader.analysis.summary.readable import quote_balance
from reader.article.model import Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_ON_A_DAY = re.compile(rf",? (?:on|early on|late on) {_DAY}(?![\w'’-])|,? earlier this (?:week|month)(?![\w'’-])")
_BARE_DAY = re.compile(
    rf"(?: (?:late|early))? (?:{_DAY}|today|yesterday|this (?:week|morning|afternoon|evening)|last night)(?![\w'’-])"
)
_GOES_ON = (
    "IN", "TO", "MD", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "RB", "DT", "WDT", "WP", "PRP", "PRP$", "CC", ",", ".",
)  # fmt: skip
_LISTED = ("NNP", "CD", "IN", "DT", "JJ", "RB", "NN")
"""What goes on with a list of days behind "and": "on Friday and early on Monday"."""

_SINGLED_OUT = re.compile(r"\b(?:first|last|record|since|every|each|all|ever|more|less|fewer)\b", re.IGNORECASE)
"""Beside these a day says what is counted or compared."""

_AGE = re.compile(r"(?<=[a-z’'.]), \d{1,3},(?= (?!\d))")
_COUNTS = 3
"""Numbers between commas that are no ages any more: "Norway, 12, Sweden, 9, and Finland, 7, lead"."""
_DEGREE = (
    r"(?:M\.?D|Ph\.?\s?D|D\.?Phil|M\.?P\.?H|Dr\.?P\.?H|M\.?Sc?|M\.?M\.?Sc|M\.?S\.?N|M\.?B\.?A|R\.?N|D\.?O|J\.?D|B\.?A"
    r"|Pharm\.?D|Sc\.?D|F\.?A\.?C\.?[SPC]|M\.?H\.?S|M\.?A|R\.?D|C\.?N\.?M)\b\.?"
)
_DEGREES = re.compile(rf"(?:, {_DEGREE})+(?=[,.;]|$| (?:and|of)\b)")
_SHORT_NAME = re.compile(r" (?:\((?P<short>[A-Z][\w&/+.-]+|[a-z][\w-]{3,})\)|\[\d{1,3}\])(?=[,.;:]|$| [a-z])")

_PUBLISHED = re.compile(
    rf"\b{WORK}(?P<where> (?:that (?:was|were) )?(?:to be |being )?"
    r"(?:published|presented|released|issued|posted|reported|appearing|unveiled)"
    r"(?: (?:online|today|yesterday|here|earlier|recently|early|late|last|this|on|in|at|by|during|as|to|for|and)\b"
    r"|[A-Z]\w+day)(?:[^;:“”\"()–—]|\([^()]*\))*)"
)
_PUBLISHING = frozenset(("was", "were", "published", "presented", "released", "issued", "posted", "unveiled"))
_NEXT_CLAUSE = re.compile(r", (?=(?:but|while)\b)")
_CIRCUMSTANCE = re.compile(
    r" (?:in|at|during|on|via|through) (?:an?|the|his|her|their|its) (?:[A-Za-z’'-]+ ){0,3}?"
    r"(?:interview|statement|speech|tweet|letter|memo|post|conference|briefing|hearing|podcast|documentary|email|e-mail"
    r"|appearance|address|message|filing|release|lawsuit|complaint|affidavit|meeting|call|event|blog|report|paper|video)"
    r"\b(?!['’-])[^,;:“”\"()–—]*?(?=,| that\b|[.]?$)"
)
_NAMED = (
    r"(?:Dr\.? |Prof(?:essor|\.)? |Mr\.? |Ms\.? |Mrs\.? |Sen\.? |Rep\.? )?"
    r"[A-Z][\w'’-]+\.?(?: (?:[A-Z][\w'’-]*\.?|de|van|von|al|bin)){1,4}"
)
_INTRODUCED = re.compile(
    r"(?:(?:,[”\"’]?|[”\"]) (?P<cue>[a-z]+(?: (?:on )?[A-Z]\w+day)?)|\b[Aa]ccording to) "
    rf"(?P<who>{_NAMED})(?:, {_DEGREE})*"
    r"(?P<more>, [^“”\"]+)$"
)
_BEHIND_CUE = re.compile(
    r",[”\"]? (?P<who>[^,;“”\"]{1,80}?) (?P<cue>[a-z]+)"
    r"(?P<more> (?:on|in|at|during|late|early|today|this|[A-Z]\w+day)\b[^;“”\"]*)$"
)


def find_details(text: str, words: Words, begins: int) -> Iterator[Span]:
    """What a sentence that begins there may be shown without, each by itself."""
    yield from _find_days(text, words, begins)
    ages = [found.span() for found in _AGE.finditer(text, begins)]
    if len(ages) < _COUNTS:
        yield from ages
    for found in _DEGREES.finditer(text, begins):
        yield found.span()
    for found in _SHORT_NAME.finditer(text, begins):
        short = found["short"]
        if not short or (HELD_BACK.search(short) is None and text.count(short) == 1 and _is_name(words, found)):
            yield found.span()
    yield from _find_publications(text, words, begins)
    yield from _find_places_of_speech(text, words, begins)
    yield from _find_introductions(text, words)


def _find_days(text: str, words: Words, begins: int) -> Iterator[Span]:
    """The day on which something happened."""
    for form in (_ON_A_DAY, _BARE_DAY):
        for found in form.finditer(text, begins + 1):
            before = [one for one in words if one[0][1] <= found.start()]
            after = [one for one in words if one[0][0] >= found.end()]
            if not before or not after or after[0][1] not in _GOES_ON or after[0][2] in ("to", "through"):
                continue
            if after[0][2] in ("and", "or") and (len(after) < 2 or after[1][1] in _LISTED):
                continue
            if DENIED.search(text[: found.start()]) or HELD_BACK.search(text[: found.start()]):
                continue
            if _SINGLED_OUT.search(text[max(0, found.start() - 60) : found.start()]) or _compares(before):
                continue
            if form is _BARE_DAY and not _may_be_followed(text, before):
                continue
            yield found.span()


def _is_name(words: Words, found: re.Match[str]) -> bool:
    """Whether a word in brackets names what is before it, and does not say what it is like: "her (former) husband"."""
    behind = next((tag for span, tag, _ in words if span[0] >= found.end()), "")
    own = next((tag for span, tag, _ in words if span[0] == found.start("short")), "")
    return found["short"][0].isupper() or (own[:2] == "NN" and behind[:2] != "NN")


def _may_be_followed(text: str, before: Words) -> bool:
    """Whether a day may stand there by itself: behind a verb or its object, and as no part of a name."""
    (start, end), tag, _ = before[-1]
    word = text[start:end]
    return tag in ("VBD", "VBZ", "VBP", "VBN") or (tag[:2] == "NN" and (word.islower() or word.isupper()))


def _compares(before: Words) -> bool:
    """Whether something is the most or more of its kind there."""
    return any(tag in ("JJS", "RBS", "JJR", "RBR") for _, tag, _ in before[-10:])


def _find_publications(text: str, words: Words, begins: int) -> Iterator[Span]:
    """Where a study was published."""
    for found in _PUBLISHED.finditer(text, begins):
        start, end = found.span("where")
        inside = [one for one in words if start < one[0][0] < end]
        verb = next((one for one in inside if one[1] in FINITE and one[2] not in _PUBLISHING), None)
        clause = _NEXT_CLAUSE.search(text, start, end)
        if verb is None and clause is None and text[end:].strip(" ."):
            continue
        end = clause.start() if clause else len(text) if verb is None else verb[0][0] - 1
        part = text[start:end]
        if (verb is not None or clause) and "," in part.rstrip(","):
            continue
        behind = part.partition(" ")[2].partition(" ")[2]
        if re.search(r"\bby\b", part) or HELD_BACK.search(part) or tells(behind):
            continue
        yield start, end


def _find_places_of_speech(text: str, words: Words, begins: int) -> Iterator[Span]:
    """Where somebody said what is told."""
    for found in _CIRCUMSTANCE.finditer(text, begins):
        start, end = found.span()
        near = [one for one in words if one[0][1] <= start][-4:]
        inside = [one for one in words if start < one[0][0] < end]
        if not any(ANY_SAYING.fullmatch(word) and tag[:2] == "VB" for _, tag, word in near):
            continue
        if any(tag in FINITE for _, tag, _ in inside) or HELD_BACK.search(found.group()):
            continue
        if _opens_what_is_said(text, words, end):
            yield start, end


def _opens_what_is_said(text: str, words: Words, end: int) -> bool:
    """Whether "that" behind a place of speech, if it stands there, opens what was said and no clause about the place:
    "she said in a report that was lost"."""
    if not text.startswith(" that", end):
        return True
    first = next((tag for span, tag, _ in words if span[0] > end + len(" that")), "")
    said = text.rfind(",", 0, end)
    told = said > 0 and any(tag in FINITE for span, tag, _ in words if span[1] <= said)
    return first not in FINITE and not told


def _find_introductions(text: str, words: Words) -> Iterator[Span]:
    """What is told of a speaker whose name stands at the end, and when and where was spoken there."""
    found = _INTRODUCED.search(text)
    if found and (found["cue"] is None or ANY_SAYING.match(found["cue"])):
        start, end = found.span("more")
        inside = [one for one in words if start < one[0][0] < end]
        describes = inside and inside[0][1] in ("DT", "NN", "NNS", "NNP", "JJ", "WP", "WP$", "VBN", "CD", "PRP$")
        if describes and not HELD_BACK.search(found["more"]) and quote_balance(text[:start]) == (0, 0):
            yield start, end
    told = _BEHIND_CUE.search(text)
    if (
        told
        and ANY_SAYING.fullmatch(told["cue"])
        and is_somebody(words, told.span("who"))
        and not told["who"].startswith("according")
        and not HELD_BACK.search(told["more"])
    ):
        start, end = told.span("more")
        inside = [one for one in words if start < one[0][0] < end]
        if not any(tag in FINITE for _, tag, _ in inside):
            yield start, end
