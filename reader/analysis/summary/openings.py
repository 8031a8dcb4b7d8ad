"""What a sentence opens with before its main clause, and what happened is as true without: when and amid what it was.

Where and of whom something is so, under what condition and who says it is no such opening.
"""

import re

from reader.analysis.summary.clauses import REACH
from reader.analysis.summary.held_back import ANY_SAYING, FINITE, TAKES_BACK, Words

OPENS_LATE = re.compile(
    r"\W*(?:(?:even|just|only) )?(?:when|while|as|after|before|since|if|although|though|once|until|because|with|in|on"
    r"|at|by|for|from|despite|following|during|under|over|among|amid|unlike|like|given|thanks|instead|speaking|\w+ing"
    r"|\w+ed)\b(?!['’])",
    re.IGNORECASE,
)
"""How a sentence opens whose main clause may come late."""

_TIME = r"(?:moments|minutes|hours|days|weeks|months|years|decades|an? (?:hour|day|week|month|year|decade))"
_GOING_ON = (
    r"(?:is|are|was|were|prepares?|heads?|heats?|continues?|continued|mounts?|tries|tried|faces?|faced|begins?|began"
    r"|struggles?|struggled|nears?|neared|enters?|entered)"
)
_TAKEN_FOR = (
    r"(?:setback|set back|blow|boost|bid|move|effort|attempt|victory|win|defeat|sign|twist|turn|breakthrough"
    r"|translation|push|response|reversal|escalation|departure|rebuke|warning|show|step)"
)
_SPEECH = r"(?:interview|speech|appearance|conference|briefing|podcast|post|tweet)"
_OPENING = re.compile(
    rf"(?:(?:(?:[A-Z][\w-]*|[\d,]+)(?: [\w-]+){{0,3}} )?{_TIME} (?:after|before)"
    r"|(?:Moments|Minutes|Hours|Days|Weeks|Months|Years) (?:after|before)"
    r"|(?:Just |Shortly |Soon |Immediately )?[Aa]fter|Following|Amid|Facing|Faced with|Speaking"
    rf"|In the (?:midst|wake) of|In an? (?:[a-z-]+ ){{0,3}}{_TAKEN_FOR}"
    rf"|(?:During|In) (?:an?|his|her|their) (?:[\w’'-]+ ){{0,3}}{_SPEECH}|As(?= (?:[\w’'-]+ ){{1,12}}?{_GOING_ON}\b))"
    r"\b[^,;:“”\"()–—]{3,200},\s"
)
_BEFORE_OR_AFTER = re.compile(r"[^,]{0,40}?\b(?:after|before)\b", re.IGNORECASE)
_POINTS = frozenset((
    "also", "too", "instead", "again", "then", "so", "such", "these", "those", "another", "other", "others", "former",
    "latter", "same", "both", "neither", "either", "further",
))  # fmt: skip
_PERSONS = frozenset(("he", "she", "they", "him", "them", "his", "her", "their"))
_IS = frozenset(("is", "are", "was", "were"))
_HAS = frozenset(("has", "have", "had"))


def find_main_clause(text: str, words: Words) -> int:
    """Where the main clause begins behind an opening that may go; 0 where nothing may."""
    found = _OPENING.match(text)
    if not found or TAKES_BACK.search(found.group()):
        return 0
    if ANY_SAYING.search(found.group()) and not _BEFORE_OR_AFTER.match(found.group()):
        return 0
    before = [one for one in words if one[0][1] <= found.end()]
    after = [one for one in words if one[0][0] >= found.end()]
    place = next((place for place, (_, tag, _) in enumerate(after[:REACH]) if tag in FINITE), 0)
    if not place or not _tells_what_happened(after, place) or not _stands_alone(text, before, after, place):
        return 0
    return found.end()


def _tells_what_happened(after: Words, place: int) -> bool:
    """Whether a verb is of the past, or tells of what is going on: what is mostly so may be so in that case alone."""
    _, tag, word = after[place]
    behind = next((other for _, other, _ in after[place + 1 :] if other != "RB"), "")
    return tag == "VBD" or (word in _HAS and behind == "VBN") or (word in _IS and behind == "VBG")


def _stands_alone(text: str, before: Words, after: Words, place: int) -> bool:
    """Whether the main clause opens with its subject, names it, and speaks of nobody whom the opening has named."""
    subject = after[:place]
    if any(word == "," for _, _, word in subject) or any(word in _POINTS for _, _, word in after):
        return False
    if any(word in ("this", "that") and tag == "DT" for _, tag, word in after):
        return False
    names = [_word(text, one) for one in subject if one[1] in ("NNP", "NNPS")]
    first = subject[0]
    if first[1] not in ("DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "EX") or (first[2] == "the" and not names):
        return False
    if not any(tag[:2] == "NN" or tag == "EX" for _, tag, _ in subject):
        return False
    named = {_word(text, one) for one in before if one[1] in ("NNP", "NNPS")}
    if not named:
        return True
    called = ["", *(word if (word := _word(text, one))[0].isupper() else "" for one in after), ""]
    alone = {name for left, name, right in zip(called, called[1:], called[2:], strict=False) if not left and not right}
    return named.isdisjoint(alone) and _PERSONS.isdisjoint(word for _, _, word in after)


def _word(text: str, one: tuple[tuple[int, int], str, str]) -> str:
    """A word as it is written."""
    (start, end), _, _ = one
    return text[start:end]
