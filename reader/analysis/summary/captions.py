"""Sentences that tell what a picture shows, which stand among those of the story in many a copy of it."""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"{_MONTH}\s\d{{1,2}},\s\d{{4}}"
_DAY_AT_END = re.compile(
    rf"(?P<agency>,\s{_DAY}\W*$|\bon\s{_DAY},?\s(?:in|at|near|outside)\s[A-Z][^.;:]{{2,60}}\W*$)|\bon\s{_DAY}\W*$"
)
_IS_SEEN = re.compile(
    r"\b(?:(?:is|are)\s(?:seen|pictured|shown|displayed|reflected)|stands|sits|walks|speaks|test+ifies|poses|attends"
    r"|gestures|looks?\son|holds|waves|listens|reacts|addresses|greets|watches|takes\sthe\sstage)\b"
)
_COMES_OR_GOES = re.compile(
    r"\b(?:shows|arrives|departs|leaves|boards|visits?|pass(?:es)?|appears|meets|stops|rides|gathers?|delivers)\b"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)")
_IS_DONE = re.compile(
    r"\b(?:works|joins|carr(?:y|ies)|battles?|prays?|cross(?:es)?|takes|walks?|waits?|gathers?|inspects?|disinfects?"
    r"|search(?:es)?|protests?|march(?:es)?|celebrates?|mourns?|lays?|guards?|patrols?|embraces?|hugs?|greets?|waves"
    r"|watch(?:es)?|speaks?|meets?|arrives?|departs?|leaves|boards?|looks?\son|listens?|attends?|shows|poses?|gestures?"
    r"|stands|sits|addresses|testif(?:y|ies)|reacts?|clash(?:es)?|scuffles?|chants?|shouts?)\b"
)
_IS_SHOWN = re.compile(r"\W*[A-Z][^,:;]{2,60}\s(?:is|are)\s(?:shown|pictured)\s(?:in|at|on|with|outside)\b")
_NO_CAPTION = re.compile(
    r"\W*(?:The|But|And|On|In|This|Now|It|There|That|He|She|They|As|When|After|If|While|\w+ly)\b|[^“\"?:;]*[“\"?:;]"
)
_NOT_SEEN = re.compile(
    r"\b(?:is|are|has|have|will|would|could|can|may|might|must|should|says?|according|do|does|to|(?!\w+day)\w+ed)\b"
)
_TOLD_AS_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|took|won|lost|died|began|made|came|went|gave|got|sold|left|held|became|voted|opened)\b"
)
_AGENCY_OPENING = re.compile(
    r"(?:[A-Z][\w .,'’-]{2,40}\s[-–—]+\s)?(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER"
    r"|NOVEMBER|DECEMBER)\s\d{1,2}(?:,\s\d{4})?:\s"
)


def is_caption(text: str) -> bool:
    """Whether a sentence tells what an agency's picture shows: in the present tense, on a day of a year at its end, or
    with the day in capitals before it."""
    if ":" in text[:70] and _AGENCY_OPENING.match(text):
        return True
    end = text[-90:]
    day = _DAY_AT_END.search(text) if ", 20" in end or ", 19" in end else None
    if day is None or _TOLD_AS_PAST.search(text):
        return False
    return _IS_SEEN.search(text) is not None or (day["agency"] is not None and _COMES_OR_GOES.search(text) is not None)


def tells_picture(text: str) -> bool:
    """Whether a sentence right below the first of a story tells what a picture shows: what somebody does, in the
    present tense, on a day of the week, or what "is shown in" a place."""
    if _IS_SHOWN.match(text):
        return True
    day = _WEEKDAY.search(text)
    done = _IS_DONE.search(text, 0, day.start()) if day is not None else None
    if day is None or done is None or _NO_CAPTION.match(text):
        return False
    return not _NOT_SEEN.search(text, 0, done.start()) and not _TOLD_AS_PAST.search(text, 0, day.start())
