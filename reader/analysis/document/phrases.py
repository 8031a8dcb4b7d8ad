"""Noun phrases and verb groups over tagged words: just enough grammar to find who stands beside a cue."""

from collections.abc import Sequence, Set
from typing import Final

from reader.analysis.document.cues import NEGATIONS
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import load_titles
from reader.article.model import Span

_NP_INSIDE = frozenset(
    (
        *("DT", "PDT", "JJ", "JJR", "JJS", "CD", "FW"),
        *("NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "$", "#"),
    )
)
"""Tags of the words that a noun phrase holds."""
_AUXILIARIES = load_words("auxiliaries")
_LONGEST_BEFORE, _LONGEST_BEHIND = 22, 25
"""So many words an apposition has at most, told by its closing mark and by its opening one: more is a clause."""
TIMES = load_words("times")
SPELLS: Final = frozenset(["minute", "hour", "day", "night", "week", "month", "year", "decade"])
PARTS_OF_DAY: Final = frozenset(["morning", "afternoon", "evening", "night"])
_LONGEST_TIME = 4
"""So many words tell at most when something was said, a comma with them."""
OWNING: Final = ("’s", "'s")
"""How the name of an owner ends."""
POSSESSIVES = (*OWNING, "’", "'")
"""Words of their own behind an owner."""
_OF_MANY = frozenset(["are", "were", "have"])
RELATIVES = frozenset(["who", "which", "that"])
RELATIVE_TAGS = ("WDT", "WP", "WP$", "WRB")
"""Tags of words that open a relative clause, or one that asks."""
_PRONOUNS = load_words("pronouns_speaking")


def is_noun(word: Word) -> bool:
    """Whether a word is a common or proper noun: tagged so, or the word for an office ("aide")."""
    return word.tag.startswith("NN") or word.text in load_titles("office")


def is_of_many(word: Word) -> bool:
    """Whether a word is a verb of many: "live", "were"."""
    return word.tag == "VBP" or word.text.lower() in _OF_MANY


def drop_end_marks(words: Sequence[Word], start: int, stop: int) -> int:
    """Where the words [start, stop) end without the marks behind them; the stop of "U.S." is none, nor a "%"."""
    while (
        stop > start and not any(words[stop - 1].text[at].isalnum() for at in (0, -1)) and words[stop - 1].text != "%"
    ):
        stop -= 1
    return stop


def _in_phrase(word: Word) -> bool:
    return word.tag in _NP_INSIDE or word.text in load_titles("office")


def is_time(word: Word) -> bool:
    """Whether a word names a day or month, which never is a source."""
    return word.text.lower().rstrip(".") in TIMES


def find_group_start(document: Document, verb: int, low: int) -> int:
    """First word of the auxiliaries, adverbs and negations that lead up to a verb."""
    start = verb
    at = verb - 1
    while at >= low:
        word = document.words[at]
        text = word.text.lower()
        if text in _AUXILIARIES or word.tag == "MD" or text in NEGATIONS:
            start = at
        elif word.tag not in ("RB", "RBR") and not (word.tag in ("VBD", "VBN") and text.endswith("ly")):
            break
        elif text in ("also", "later", "then", "still", "repeatedly", "once", "again", "often", "reportedly"):
            start = at
        at -= 1
    return start


def skip_time(words: Sequence[Word], at: int, stop: int) -> int:
    """Where it is told no longer when something was said: "earlier this week |", "on Monday |"."""
    end = next((i for i in range(at, min(stop - 1, at + _LONGEST_TIME)) if words[i].text == ","), at)
    told = [word.text.lower() for word in words[at:end]]
    return end if told and (is_time(words[end - 1]) or told[-1] in SPELLS) else at


def skip_back(
    words: Sequence[Word], at: int, low: int, texts: Set[str] = frozenset(), tags: Sequence[str] = ("RB",)
) -> int:
    """First of the words right before a word that have some tags, or are some words in small letters."""
    while at > low and (words[at - 1].tag in tags or words[at - 1].text.lower() in texts):
        at -= 1
    return at


def find_back(document: Document, at: int, reach: int, texts: Set[str], inside: tuple[str, ...]) -> int | None:
    """The nearest of some words in small letters, so many words before another in its sentence at most, where nothing
    stands between but words whose tags begin so: "a" of "a court filing"."""
    for back in range(at - 1, max(document.first[document.words[at].sentence], at - reach) - 1, -1):
        word = document.words[back]
        if word.text.lower() in texts:
            return back
        if not word.tag.startswith(inside):
            return None
    return None


def list_group(document: Document, verb: Word) -> Sequence[Word]:
    """The auxiliaries, adverbs and negations that lead up to a verb: "would not" of "would not say"."""
    at = document.words_in((verb.start, verb.end)).start
    return document.words[find_group_start(document, at, document.first[verb.sentence]) : at]


def find_phrase_before(document: Document, end: int, low: int) -> range | None:
    """The noun phrase that ends just before word `end`, apposition between commas included."""
    words = document.words
    at = end - 1
    while at >= low and words[at].tag in ("RB", "RBR") and words[at].text.lower() not in _PRONOUNS:
        at -= 1
    if at < low:
        return None
    if words[at].tag in ("PRP", "WP", "WDT") or words[at].text.lower() in _PRONOUNS:
        return range(at, at + 1) if words[at].text.lower() not in ("it", "that") or words[at].tag == "PRP" else None
    stop = at + 1
    if words[at].text in (",", ")", "—", "–"):
        return _find_apposed(document, at, low)
    start = _grow_left(document, at, low)
    if start is None:
        return None
    alone = start == at and words[at].text.lower() in ("all", "both")
    return range(start - 1 if alone and start > low and words[start - 1].tag == "PRP" else start, stop)


def find_subject(document: Document, start: int, low: int) -> range | None:
    """The subject of a verb whose group begins at a word: right before it, or that of the verb it is joined to."""
    return find_phrase_before(document, start, low) or _find_joined_subject(document, start, low)


def _find_joined_subject(document: Document, start: int, low: int) -> range | None:
    """The subject of a verb that "and" or "but" joins to the first of its sentence: "Moss left early and | rejected".
    Of a sentence that opens otherwise than with it, or has a mark before the joint, there is none."""
    words = document.words
    if start - 1 <= low or words[start - 1].tag != "CC" or words[low].tag in ("IN", "WRB", "VBG", "CC", "TO"):
        return None
    if any(word.text in ",;:—–()" for word in words[low : start - 1]):
        return None
    verb = next((i for i in range(low, start - 1) if words[i].is_finite), None)
    phrase = None if verb is None else find_phrase_before(document, find_group_start(document, verb, low), low)
    return phrase if phrase is not None and phrase.start == low else None


def _find_apposed(document: Document, close: int, low: int) -> range | None:
    """A phrase followed by an apposition: "Ruth Adeyemi, the council leader," or one in brackets or dashes."""
    words = document.words
    opening = {")": "("}.get(words[close].text, words[close].text)
    at = close - 1
    while at >= low and words[at].text != opening:
        if words[at].text in (".", ";", "”", "“", '"') or document.is_quoted(words[at].start):
            return None
        at -= 1
    if at <= low or close - at > _LONGEST_BEFORE:
        return None
    first = words[at + 1]
    if not (first.tag in _NP_INSIDE or first.tag in ("WP", "WDT", "RB", "VBG", "VBN", "IN", "CD")):
        return None
    start = _grow_left(document, at - 1, low)
    aged = close - at == 2 and first.tag == "CD"
    if start is None or not (aged or _has_proper(document, range(start, at))):
        return None
    return range(start, close)


def _grow_left(document: Document, at: int, low: int) -> int | None:
    words = document.words
    start = None
    while at >= low:
        word = words[at]
        if document.is_quoted(word.start):
            break
        if (
            (_in_phrase(word) and not (is_time(word) and start is None))
            or (
                start is not None
                and word.text.lower() in ("of", "for", "at", "in", "from", "with")
                and at > low
                and words[at - 1].tag in _NP_INSIDE
            )
            or (
                start is not None
                and word.text.lower() in ("and", "&")
                and at > low
                and (words[at - 1].is_proper or words[at - 1].tag == "NNS")
                and words[start].tag[:2] in ("NN", "DT", "PR", "JJ")
            )
            or (
                start is not None
                and word.tag in ("VBN", "VBG")
                and at > low
                and words[at - 1].tag in ("DT", "JJ", "PRP$")
            )
        ):
            start = at
        else:
            break
        at -= 1
    return start


def _has_proper(document: Document, span: range) -> bool:
    return any(document.words[i].is_proper for i in span)


def find_phrase_after(document: Document, start: int, high: int) -> range | None:
    """The noun phrase that begins at word `start`, with what describes it up to the next clause."""
    words = document.words
    if start >= high:
        return None
    if words[start].tag == "PRP":
        return range(start, start + 1)
    at, seen = start, False
    while at < high:
        word = words[at]
        text = word.text.lower()
        if document.is_quoted(word.start):
            break
        if _in_phrase(word):
            if is_time(word) and seen:
                break
            seen = seen or is_noun(word) or word.tag in ("CD", "JJ")
        elif seen and text in ("of", "for", "at", "in", "from", "with", "on", "and", "&", "to") and at + 1 < high:
            if words[at + 1].tag not in _NP_INSIDE or is_time(words[at + 1]):
                break
            if text in ("in", "on", "at", "to") and not words[at + 1].tag.startswith(("NN", "DT", "JJ")):
                break
        elif (
            seen
            and text == ","
            and at + 1 < high
            and words[at + 1].tag in ("DT", "NN", "NNP", "JJ", "CD", "PRP$", "WP")
        ):
            end = _find_apposition_end(document, at + 1, high)
            if end is None:
                break
            at = end
            continue
        else:
            break
        at += 1
    while (
        at > start
        and words[at - 1].tag not in _NP_INSIDE
        and at - 1 > start
        and words[at - 1].text in (",", "of", "for")
    ):
        at -= 1
    return range(start, at) if seen else None


def _find_apposition_end(document: Document, start: int, high: int) -> int | None:
    """Where an apposition after a name ends: at the next comma or the sentence's end; None when it is no apposition."""
    words = document.words
    for at in range(start, min(high, start + _LONGEST_BEHIND)):
        word = words[at]
        if word.text in (",", ".", ";", ":") or document.is_quoted(word.start):
            return at if any(is_noun(words[i]) for i in range(start, at)) else None
        if word.is_finite and words[start].tag != "WP":
            return None
    return min(high, start + _LONGEST_BEHIND) if high <= start + _LONGEST_BEHIND else None


def find_noun_phrase(document: Document, noun: Span) -> Span:
    """The phrase that ends in a common noun, from its article on and without what it is a part of: "the girl’s
    parents", "Lee and her team", "two of his friends", "family and friends", but "people" of "a diary of young
    people"."""
    words = document.words
    at = document.words_in(noun).start
    low, start = document.first[words[at].sentence], at
    while start > low and (words[start - 1].tag in _NP_INSIDE or _joins(document, start - 1, low)):
        start -= 1
    while start < at and words[start].tag in ("POS", "CC"):
        start += 1
    return words[start].start, words[at].end


def _joins(document: Document, at: int, low: int) -> bool:
    """Whether "and" joins two phrases, "of" tells how many of some there are, or a participle what sort they are."""
    words = document.words
    before = words[at - 1] if at > low else None
    text = words[at].text.lower()
    if text == "and":
        begins = at - 1 == low and words[at + 1].tag in ("NN", "NNS")
        return before is not None and (before.is_proper or before.tag == "NNS" or begins)
    if text == "of":
        return before is not None and before.tag == "CD" and words[at + 1].tag in ("DT", "PRP$")
    sort = words[at].tag in ("VBG", "VBN") and words[at + 1].tag in ("NN", "NNS")
    return sort and before is not None and before.tag in ("IN", "DT", "JJ", "PRP$")
