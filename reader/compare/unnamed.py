"""What rests on sources that nobody can look up, and the reason given for it."""

import re
from functools import cache
from importlib.resources import files

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.words import written_words

_REASON = re.compile(
    r"(?:who |which )?(?:(?:asked|wished|wanted|requested|preferred|did) not to be (?:named|identified|quoted)"
    r"|(?:did|do|does) not (?:wish|want) to be (?:named|identified)"
    r"|(?:spoke|speaking|talked|talking)? ?on (?:the )?condition (?:of anonymity|that (?:he|she|they|we) [^,.;]*)"
    r"|(?:asked|asks) (?:us|me|that) (?:not to|\w+ not|I leave)[^,.;”]*"
    r"|(?:spoke|speaking) anonymously"
    r"|(?:was|were|is|are) not (?:author|allow|permit)(?:i[sz])?(?:t)?ed to (?:speak|talk|discuss|comment)[^,.;”]*)"
    r"(?:[^,.;”]*?\b(?:because|as|since|for fear|in order to)\b[^.;”]*)?",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(("he", "she", "they", "who"))


def reason_for(article: Article, analysis: Analysis, claim: Claim) -> Span | None:
    """The words of the sentence that names a claim's source which say why it has no name."""
    sentence = next((s.span for s in analysis.sentences if s.span[0] <= claim.source[0][0] < s.span[1]), claim.span)
    found = _REASON.search(article.text, *sentence)
    return (found.start(), found.end()) if found else None


@cache
def _words() -> frozenset[str]:
    return frozenset((files(__package__) / "unnamed.txt").read_text(encoding="utf-8").split())


def is_unnamed(article: Article, analysis: Analysis, claim: Claim) -> bool:
    """Whether a source is a description that names neither a person nor a body ("officials", "a former colleague"), or
    a pronoun for one in the claim before it, in the same paragraph."""
    if claim.speaker is not None or claim.speakers or not claim.source:
        return False
    if article.words_of(claim.source[0]).casefold() in _PRONOUNS:
        block = article.block_at(claim.span[0])
        before = [
            c
            for c in analysis.claims
            if c.span[0] < claim.span[0] and article.block_at(c.span[0]) == block and c.source
        ]
        return bool(before) and is_unnamed(article, analysis, before[-1])
    words = _source(article, claim)
    told = reason_for(article, analysis, claim) is not None or _told_of(article, analysis, claim, words)
    return _is_described(words, told)


def _source(article: Article, claim: Claim) -> str:
    return " ".join(article.words_of(span) for span in claim.source)


def _told_of(article: Article, analysis: Analysis, claim: Claim, words: str) -> bool:
    """Whether "the person" is one who was brought in as "a person" before."""
    last = words.partition(",")[0].split()[-1:]
    before = (c for c in analysis.claims if c.span[0] < claim.span[0] and c.speaker is None)
    return bool(last) and any(
        last[0] in _source(article, c).split() and _is_described(_source(article, c), False) for c in before
    )


_BEHIND = frozenset("at of in who whom from with for on near that which familiar close".split())
"""Words that end the name of a source and begin what else is said of it."""
_KNOWN = frozenset("the his her their its our my your this that".split())
"""Words before somebody whom the article has told of already."""


_NOBODY = ("no one", "no-one", "nobody", "none", "neither", "no ")
"""What a source begins with that nobody is: "No one in her party said …"."""
_SOME = frozenset("a an one another some any each former two three several many".split())
_ROLES = frozenset("minister executive manager boss lawyer doctor officer spokesman spokeswoman spokesperson".split())
"""Words that without "a" before them mean one who is known ("Chief executive says …")."""


def _is_described(words: str, told_why: bool) -> bool:
    tokens = written_words(words.partition(",")[0])
    end = next((at for at, word in enumerate(tokens) if at and word.casefold() in _BEHIND), len(tokens))
    head = tokens[:end]
    if not head or any(word[:1].isupper() for word in head[1:]):
        return False
    if " ".join(head).casefold().startswith(_NOBODY):
        return False
    if head[0].casefold() in _KNOWN and not told_why:
        return False
    found = [word.casefold() for word in head if word.casefold() in _words()]
    one_of_a_kind = all(word in _ROLES for word in found) and head[0].casefold() not in _SOME
    return bool(found) and (told_why or not one_of_a_kind)
