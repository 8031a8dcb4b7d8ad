"""Where those who found something out work, and where a study comes from: what was found is as true without it.

Who speaks stays: "according to a study …", "… researchers at … have found".
"""

import re
from collections.abc import Iterator

from reader.analysis.summary.held_back import FINITE, HELD_BACK, SAYING, Words, tells
from reader.article.model import Span

WORK = (
    r"(?:stud(?:y|ies)|research|reports?|papers?|analys[ie]s|reviews?|findings|results|data|surveys?|polls?|statements?"
    r"|trials?|letters?|articles?|guidelines|figures)"
)
_PEOPLE = (
    r"(?:researchers|scientists|investigators|physicians|doctors|experts|engineers|epidemiologists|psychologists"
    r"|a team)"
)
_DONE = r"(?: (?:led|conducted|authored|carried out|performed|done|co-led|headed|undertaken))"
_FROM = re.compile(
    rf"\b(?i:{_PEOPLE}|(?:{WORK})(?:{_DONE}? (?:by|from) (?:an? (?:[a-z-]+ )?team of )?(?:[a-z-]+ )?{_PEOPLE})?)"
    r"(?P<more>(?: (?:working|based|presenting \w+ \w+(?: today)?))? (?:at|from|with|in|of) (?:the )?(?:journal )?"
    r"(?=[A-Z])"
    rf"|{_DONE} (?:by|at) (?:an? |the )?(?=[A-Z]))"
)
_LEARNED = re.compile(
    r"\b(?:Universit|Colleges?\b|Schools?\b|Institut|Hospital|Cent(?:er|re)s?\b|Clinic\b|Medic(?:al|ine)\b|[Jj]ournal\b|Academ"
    r"|Association\b|Society\b|Proceedings\b|Annals\b|Lancet\b|Nature\b|Science\b|Laborator|Congress\b|Faculty\b"
    r"|Program(?:me)?\b|Annual Meeting\b|Department of\b|Neurology\b|Pediatrics\b|PLOS\b|JAMA\b|BMJ\b|Cell\b|Reports\b)"
)
"""What tells that a name is that of a place of learning, or of a journal."""

_TELLS_SOURCE = re.compile(rf"\b(?:{SAYING})(?: to)? (?:[^,;:]|, (?=[A-Z])){{0,80}}$")
"""Who says it, as far as what is looked at."""

_LIMITS = re.compile(
    r"\b(?:mice|mouse|rats?|animals?|patients?|women|men|children|people|cells?|early|preliminary|small|pilot|who|which"
    r"|that|by)\b"
)
"""Words that tell of whom or how something was found out, or by whom it was published."""
_PARTICIPLES = frozenset(("published", "presented", "released", "conducted", "led", "based"))
_NO_NAME = ("VBG", "VB", "TO", "PRP", "WDT", "WP", "WRB")


def find_affiliations(text: str, words: Words, begins: int) -> Iterator[Span]:
    """Where researchers work or a study comes from, up to the verb of the clause or the sentence's end."""
    for found in _FROM.finditer(text, begins):
        start, behind = found.span("more")
        inside = [one for one in words if one[0][0] >= start]
        verb = next((one for one in inside if one[1] in FINITE and one[2] not in _PARTICIPLES), None)
        end = verb[0][0] - 1 if verb else len(text)
        if (verb is None) != (_TELLS_SOURCE.search(text[: found.start()]) is not None):
            continue
        if any(one[1] in _NO_NAME and one[0][0] >= behind for one in inside if one[0][1] <= end):
            continue
        part, rest = text[start:end], text[behind:end]
        if _LEARNED.search(part) is None or any(mark in part for mark in ';:“”"–—'):
            continue
        if HELD_BACK.search(part) or _LIMITS.search(rest) or tells(rest):
            continue
        if part.count("(") == part.count(")"):
            yield start, end
