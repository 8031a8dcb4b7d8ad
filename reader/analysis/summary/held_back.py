"""Words that a sentence is not shown without: who says it, under what condition, what takes it back."""

import re
from collections.abc import Sequence

from reader.article.model import Span

Words = Sequence[tuple[Span, str, str]]
"""The words of a sentence: their places in it, their tags, and themselves in small letters."""

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
AUXILIARY = frozenset(("has", "have", "had", "can"))

SAYING = (
    r"sa(?:id|ys?|ying)|told|tells?|telling|accord(?:s|ed|ing)|report(?:s|ed|ing)?|announc(?:es?|ed|ing)"
    r"|claim(?:s|ed|ing)?|argu(?:es?|ed|ing)|wr(?:ote|ites?|iting|itten)"
    r"|add(?:s|ed|ing)|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|stat(?:es|ed|ing)|admit(?:s|ted|ting)?"
    r"|believ(?:es?|ed|ing)|thinks?|thought|suggest(?:s|ed|ing)?|not(?:es|ed|ing)|reveal(?:s|ed|ing)?|tweet(?:s|ed|ing)?"
    r"|confirm(?:s|ed|ing)?|show(?:s|ed|n|ing)?|f(?:inds|ound)|testif(?:y|ies|ied|ying)|post(?:s|ed|ing)"
    r"|explain(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|conced(?:es?|ed|ing)|declar(?:es?|ed|ing)|estimat(?:es?|ed|ing)"
    r"|expect(?:s|ed|ing)?|predict(?:s|ed|ing)?|ask(?:s|ed|ing)?|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|learn(?:s|ed|t)"
    r"|understands?|understood|hears?|heard|vow(?:s|ed|ing)?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)"
    r"|rul(?:es?|ed)|recount(?:s|ed)|recall(?:s|ed)|conclud(?:es?|ed)|repl(?:y|ies|ied)|respond(?:s|ed)|remark(?:s|ed)"
    r"|observ(?:es?|ed)|contend(?:s|ed)|maintain(?:s|ed)|assert(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)"
    r"|complain(?:s|ed)|boast(?:s|ed)|caution(?:s|ed)|indicat(?:es?|ed)|disclos(?:es?|ed)|hint(?:s|ed)|calculat(?:es|ed)"
)
ANY_SAYING = re.compile(rf"\b(?:{SAYING})\b", re.IGNORECASE)
_ALWAYS_TAKING_BACK = (
    r"unless|until|till|depending|pending|but|although|though|despite|except|den(?:y|ies|ied|ying)|however|provided"
    r"|providing|assuming|subject to|barring|purported(?:ly)?|false(?:ly)?|untrue|hoax|joke|satire|fictional|baseless"
    r"|turn\w* out|mistak\w+|wrong\w*|errors?|apolog\w+|retract\w+|correct\w*|contrary"
)
_TAKING_BACK = (
    rf"\b(?:{_ALWAYS_TAKING_BACK}|if|in spite|excluding|(?:may|might|could) have|refus(?:es?|ed|ing)"
    r"|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|rebut(?:s|ted)?|debunk(?:s|ed)"
    r"|contradict(?:s|ed|ing)?|disprov(?:es?|ed)|un(?:founded|proven|verified|confirmed|substantiated|tested)"
    r"|emerg(?:es?|ed|ing)|negative)\b"
)
_LIMITING = (
    r"\b(?:without|only|not|cannot|never|none|neither|nor|no|rather|instead|whether"
    r"|supposed(?:ly)?|alleg\w+|reportedly|apparently|yet|even|still)\b|n['’]t\b"
)
TAKES_BACK = re.compile(_TAKING_BACK, re.IGNORECASE)
HELD_BACK = re.compile(f"{_TAKING_BACK}|{_LIMITING}", re.IGNORECASE)
"""Conditions, concessions, denials and doubts: what they bear on is not told without them. In a clause with a subject
of its own, denials and doubts bear on that clause."""

SAYING_BESIDES = frozenset((
    "saying", "arguing", "calculating", "predicting", "insisting", "claiming", "adding", "promising", "vowing",
    "hinting", "noting", "warning", "telling", "suggesting", "calling", "describing",
))  # fmt: skip
"""Participles with which the one who did something says more: what is denied or doubted there is denied in that."""

WITHDRAWN = re.compile(rf"\b(?:{_ALWAYS_TAKING_BACK}|only|debunk\w*|disprov\w+)\b", re.IGNORECASE)
"""What takes back what is told before it, or bounds it, even in words that somebody adds."""


def tells(words: str) -> bool:
    """Whether there is a word of speech there, and no name with one in it: "Scientific Reports"."""
    return any(found[0].islower() for found in ANY_SAYING.findall(words))


DENIED = re.compile(
    r"\b(?:only|not|cannot|never|none|neither|no|den(?:y|ies|ied|ying)|without)\b|n['’]t\b", re.IGNORECASE
)
"""What is not so may be so when, while or because something else is."""

TOLD_BEHIND = re.compile(rf",[”\"]? [^,;“”\"]{{1,80}}? (?:{SAYING})\b", re.IGNORECASE)
"""Who said it, behind a comma."""

_CLOSING = re.compile(
    r",[”\"]? (?:according to [^;“”\"]+"
    rf"|(?P<who>[^,;“”\"]{{1,80}}?(?:, (?-i:[A-Z][\w.'’-]+ ?){{1,4}},)?) (?:{SAYING})(?: [^,;“”\"]{{1,120}})?)[.]?$",
    re.IGNORECASE,
)
"""Who said it, behind what was said."""

_GOES_ON = re.compile(r"\b(?:and|but|or|that|which|who)$")
"""Where this stands before a source, what is said goes on behind it: "he left and, according to her, was thanked"."""

_SUBJECT = ("DT", "NNP", "NN", "NNS", "PRP", "PRP$", "NNPS", "JJ", "CD")


def find_closing(text: str, words: Words) -> int:
    """Where it begins to be told who said it; the sentence's end where that is not told behind what was said."""
    end = len(text)
    while (found := _CLOSING.search(text[:end])) and not _GOES_ON.search(text, 0, found.start()):
        if found["who"] is not None and not is_somebody(words, found.span("who")):
            break
        end = found.start()
    return end


def is_somebody(words: Words, who: Span) -> bool:
    """Whether what stands before a verb of speech is a subject alone."""
    tags = [tag for span, tag, word in words if who[0] <= span[0] < who[1] and word not in AUXILIARY]
    first = tags[0] if tags else ""
    return first in _SUBJECT and FINITE.isdisjoint(tags)
