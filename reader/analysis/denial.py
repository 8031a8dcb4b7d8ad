"""The words by which an attribution denies what it tells."""

import re

from reader.analysis.model import Claim
from reader.article.model import Article

_CONTRARIES = (
    r"den(?:y|ies|ied|ying|ials?)|refut\w*|rebut\w*|disput\w*|reject\w*|dismiss\w*|contradict\w*|disavow\w*|retract\w*"
    r"|recant\w*|rul(?:e|es|ed|ing) out"
)
_NOTS = r"not|never|neither|nor|cannot|without|\w+n['’]t"
_DENIAL = re.compile(
    rf"\b(?:{_CONTRARIES}|{_NOTS}|declin\w*|refus\w*|doubt\w*|disagree\w*|denounced\w*|stopp?(?:ed|ing|s)? short"
    r"|no longer|unconvinced|s[ck]eptical|unsure)\b",
    re.IGNORECASE,
)
_CONTRARY = re.compile(rf"\b(?:{_CONTRARIES})\b", re.IGNORECASE)
_NOT = re.compile(rf"\b(?:{_NOTS})\b", re.IGNORECASE)


def denial_of(article: Article, claim: Claim) -> str:
    """The words by which the attribution denies, rejects or negates the content ("denied", "did not say"); "" where it
    does not. The content must not be shown without them.
    """
    for start, end in claim.cue:
        known = [span[1] for span in (*claim.source, *claim.content) if span[1] <= start]
        lead = article.text[max([start - 40, 0, *known] if known else [start - 24, 0]) : start]
        lead = re.split(r"[.!?;\n“”\"«»]", lead)[-1]
        told = lead + article.text[start:end]
        if found := _DENIAL.search(told):
            return " ".join(told[min(found.start(), len(lead)) :].split())
    return ""


def says_contrary(article: Article, claim: Claim) -> bool:
    """Whether the source holds the content to be untrue: “denied”, but not “did not deny” or “declined to say”."""
    denial = denial_of(article, claim)
    return bool(_CONTRARY.search(denial)) and not _NOT.search(denial)
