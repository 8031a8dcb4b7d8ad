"""What is shown of a source where nobody is named: the article's own words for who speaks, without what tells when or
on what occasion they spoke, and whole where a mark or a number was cut off."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import PARTS_OF_DAY, RELATIVE_TAGS, SPELLS, find_phrase_after, is_time
from reader.analysis.document.titles import is_title
from reader.article.model import Span

_CLOSING = {"(": ")", "[": "]", "“": "”"}
_NEAR = frozenset(["last", "this", "earlier", "late", "early"])
"""What tells of a time close by, before its noun: "earlier this week"."""
_ON_SUNDAY = frozenset(["Mail", "Independent", "Scotland", "Wales"])
"""Papers that are called by their day: "the Mail on Sunday"."""
_MANNER = frozenset(["earlier", "later", "exclusively", "backstage", "reportedly", "allegedly"])
"""Words for how, when or where somebody spoke, at the end of who they are: "a friend | exclusively"."""
_NO_MANNER = frozenset(
    ["ally", "family", "elderly", "assembly", "weekly", "monthly", "quarterly", "daily", "rally", "reply"]
)
"""Words in "-ly" that are taken for adverbs and are none."""
_MARKS = ("“", '"', "”", "'", "’")
_NAMING = frozenset(["as", "called", "named", "name", "nickname"])
"""Words behind which it is told by what name somebody goes."""
_HELPING = frozenset(["have", "has", "had", "is", "are", "was", "were"])
_ENDS_NOWHERE = ("DT", "PRP$", "WRB", "WDT", "CC")
_ALONE = frozenset(
    ["all", "both", "that", "this", "these", "those", "each", "another", "some", "either", "neither", "her"]
)
"""Words of these tags with which a phrase may end: "a friend close to her"."""
_SUBJECTS = frozenset(["I", "we", "they", "he", "she"])
_LEADING = frozenset(["in", "of", "at", "from", "by", "with", "for", "to"])
"""Prepositions with which no phrase ends that has no verb."""
_JOINTS = frozenset(["when", "while", "after", "before", "although", "though", "because", "once", "if"])
_NOBODY = frozenset(["just", "only", "even", "having", "being", "numerous"])
"""Words that stand before who or what is told of, and for nobody by themselves."""
_WHERE = frozenset(["in", "for", "on", "at", "by", "from", "with"])
_BESIDE = frozenset(["after", "during"])
"""Before an occasion, of whatever noun: "the designer | after the show"."""
_BEFORE_SETTING = ("DT", "PRP$")
_OF_SETTING = ("JJ", "NN", "CD", "HYPH")


def find_own_words(document: Document, span: Span, names: Sequence[Span] = (), joined: bool = False) -> Span | None:
    """The words of a phrase that tell who somebody is, ending within none of the `names`; None where it has no word for
    anybody. `joined` where a participle tells what they said beside what they did, which the phrase may have taken in:
    "crowds marched on, shouting"."""
    whole = document.list_words(span)
    if not whole:
        return span
    kept: Sequence[Word] = ()
    words = _drop_setting(_drop_clause(_drop_opening(_drop_number(whole, span)), joined))
    if _tells_where(words):
        return None
    while len(kept) != len(words):
        kept = words
        words = _drop_bracket(document, _drop_manner(_drop_time(_drop_broken(words))))
    if len(words) == 1 and words[0].text.lower() in _NOBODY:
        return _find_share(document, words[0])
    if any(start < words[-1].end < end for start, end in names):
        words = whole
    start = _take_share(document, words[0])
    return (span[0] if start == whole[0].start else start), _close(document, words, span)


def _drop_clause(words: Sequence[Word], joined: bool) -> Sequence[Word]:
    """Words up to a verb that is no relative clause's: "thousands | marched through the city", "many groups, the union
    among them, | have kept"."""
    if len(words) > 2 and words[0].tag == "PRP" and words[1].text in _HELPING:
        return words[:1]
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if joined and word.tag == "VBD" and word.text.islower() and before.tag.startswith("NN"):
            return words[:at]
        if at + 1 == len(words):
            break
        if word.tag in RELATIVE_TAGS and before.text == "," and at > 1 and not _tells_name(words[at:]):
            return words[: at - 1]
        if word.tag in RELATIVE_TAGS or word.text == "(" or (word.text.lower() == "that" and word.tag == "IN"):
            break
        if word.text == "," and words[at + 1].text.lower() in _JOINTS:
            return words[:at]
        if word.text in _HELPING and before.tag.startswith(("NN", ",")) and words[at + 1].text.islower():
            return words[:at]
    return words


def _tells_name(clause: Sequence[Word]) -> bool:
    """Whether a clause tells by what name somebody goes: "who posts as Quay_Watch", "who gave her name as Ann"."""
    return any(
        word.text.lower() in _NAMING and (behind.text[0].isupper() or not behind.text.isalpha())
        for word, behind in pairwise(clause)
    )


def _drop_opening(words: Sequence[Word]) -> Sequence[Word]:
    """Words without the joint of their clause, or "in particular", before them: "that | half of all sailors"."""
    if len(words) > 2 and words[0].text.lower() == "in" and words[1].text == "particular":
        return words[2:]
    joint = (
        len(words) > 1 and words[0].text.lower() == "that" and words[1].tag.startswith(("IN", "CD", "DT", "PRP", "NNS"))
    )
    return words[1:] if joint else words


def _tells_where(words: Sequence[Word]) -> bool:
    """Whether words are no phrase for anybody, but tell where, when or for whom: "at the same time"."""
    if len(words) < 2 or words[0].text.lower() not in _WHERE:
        return False
    return words[1].text.islower() and words[1].text not in ("least", "most")


def _drop_setting(words: Sequence[Word]) -> Sequence[Word]:
    """Words up to where or behind what something was said: "a guard | in a letter to the board", "the designer | after
    the show"."""
    for at in range(1, len(words) - 2):
        if words[at].is_verb or words[at].tag in RELATIVE_TAGS:
            break
        if words[at].text in _BESIDE and words[at + 1].tag in _BEFORE_SETTING and words[at - 1].tag.startswith("NN"):
            return words[:at]
        if words[at].text.lower() == "in" and words[at + 1].tag in _BEFORE_SETTING:
            end = next((i for i in range(at + 2, len(words)) if not words[i].tag.startswith(_OF_SETTING)), len(words))
            if any(word.text in _load_settings() for word in words[at + 2 : end]):
                return words[:at]
    return words


@cache
def _load_settings() -> frozenset[str]:
    return load_words("settings") | {"release"}


def _drop_number(words: Sequence[Word], span: Span) -> Sequence[Word]:
    """Words without a number that a phrase breaks off within: "the council | 41" of "41,481"."""
    return words[:-1] if len(words) > 1 and words[-1].end > span[1] and words[-1].text[0].isdigit() else words


def _drop_broken(words: Sequence[Word]) -> Sequence[Word]:
    """Words without those at their end that lead on to what does not stand there: "the deal, reached in Geneva |
    over the", "the managers, | speaking"."""
    while len(words) > 1:
        last, before = words[-1], words[-2]
        if last.text in _SUBJECTS and before.tag.startswith("NN"):
            words = words[:-1]
        elif last.tag in _ENDS_NOWHERE and last.text.lower() not in _ALONE:
            words = words[:-2] if before.tag in ("IN", "TO") and len(words) > 2 else words[:-1]
        elif last.tag == "CD" and before.tag == "DT" and len(words) > 3 and words[-3].tag == "IN" and _is_year(last):
            words = words[:-3]
        elif last.text in _LEADING and not any(word.is_verb or word.tag in RELATIVE_TAGS for word in words):
            words = words[:-1]
        elif last.tag == "VBG" and before.text == ",":
            words = words[:-2]
        elif last.text in (",", "-", "–", "—", "--", ":", ";"):
            words = words[:-1]
        else:
            break
    return words


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == 4


def _drop_time(words: Sequence[Word]) -> Sequence[Word]:
    """Words without a day or a time close by at their end: "a survey | last month", "the mayor | on Friday"; not "a
    study published last month", where it goes with another word."""
    at = len(words)
    if at > 1 and words[at - 1].text.lower() in PARTS_OF_DAY and is_time(words[at - 2]):
        at -= 1
    if at > 1 and is_time(words[at - 1]):
        at -= 1
    elif at > 2 and words[at - 1].text.lower() in SPELLS and words[at - 2].text.lower() in ("last", "this"):
        at -= 2
    else:
        return words
    while at > 1 and words[at - 1].text.lower() in _NEAR:
        at -= 1
    if at > 1 and words[at - 1].text.lower() == "on":
        at -= 1
        if words[at - 1].text in _ON_SUNDAY and words[at + 1].text == "Sunday":
            return words
    before = words[at - 1]
    done = before.text.islower() and before.text.endswith("ed")
    if done or not before.tag.startswith(("NN", "JJ")) or before.text[-1] == "." or is_title(before.text):
        return words
    if is_time(before):
        return words
    return words if any(word.tag in RELATIVE_TAGS or word.tag == "VB" for word in words[:at]) else words[:at]


def _drop_manner(words: Sequence[Word]) -> Sequence[Word]:
    """Words without an adverb at their end, which goes with the verb: "a friend | exclusively"."""
    at = len(words)
    while at > 1 and (words[at - 1].text in _MARKS or _is_manner(words, at - 1)):
        at -= 1
    return words[:at] if any(word.text not in _MARKS for word in words[at:]) else words


def _is_manner(words: Sequence[Word], at: int) -> bool:
    """Whether a word tells how something was said: "exclusively", "privately"; not "the elderly", "an ally"."""
    word, before = words[at], words[at - 1]
    told = word.tag == "RB" and word.text.islower() and word.text.endswith("ly") and word.text not in _NO_MANNER
    return word.text.lower() in _MANNER or (told and (before.tag.startswith("NN") or before.text in _MARKS))


def _drop_bracket(document: Document, words: Sequence[Word]) -> Sequence[Word]:
    """Words up to a bracket that closes neither within them nor right behind."""
    for opening in "([":
        opened = [i for i, word in enumerate(words) if word.text == opening]
        closed = sum(word.text == _CLOSING[opening] for word in words)
        behind = document.article.text[words[-1].end : words[-1].end + 1]
        if len(opened) > closed and opened[-1] and behind != _CLOSING[opening]:
            return words[: opened[-1]]
    return words


def _find_share(document: Document, word: Word) -> Span | None:
    """The words for how many of all say something, from the word on that tells it is few: "Just | 7% of sailors"."""
    at = document.words_in((word.start, word.end)).stop
    high = document.first[word.sentence + 1]
    if at == high or document.words[at].tag != "CD":
        return None
    phrase = find_phrase_after(document, at, high)
    return None if phrase is None else (word.start, document.span_of(phrase)[1])


def _take_share(document: Document, first: Word) -> int:
    """Where a phrase begins, with how many there are of its number: "six in | 10 drivers"."""
    words = document.words
    at = document.words_in((first.start, first.end)).start
    low = document.first[first.sentence]
    if first.tag == "CD" and at - 2 >= low and words[at - 1].text == "in" and words[at - 2].tag == "CD":
        return words[at - 2].start
    return first.start


def _close(document: Document, words: Sequence[Word], span: Span) -> int:
    """Where words end, with the mark right behind that closes what they open, and the last stop of "U.S." where the
    sentence goes on."""
    text, last = document.article.text, words[-1]
    if last.end > span[1]:
        at = document.words_in((last.start, last.end)).stop
        return last.end if at < document.first[last.sentence + 1] else span[1]
    end = last.end
    inside, behind = text[words[0].start : end], text[end : end + 1]
    for opening, closing in _CLOSING.items():
        if behind == closing and inside.count(opening) > inside.count(closing):
            return end + 1
    return end + 1 if behind == '"' and inside.count('"') % 2 else end
