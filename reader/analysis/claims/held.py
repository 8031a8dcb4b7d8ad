"""What somebody's fear, view or message is, told by a noun and a form of be: "Her concern was that the quay would
flood", "The fear among nurses is that the ward will close", "His message was: buy less"; and what a thing is for
somebody, in quotation marks: "For Hale, baking is “playing with fire”"; and what somebody is for or against."""

from collections.abc import Iterator

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, CONFIDENCE, find_told_end, is_bound, lay_form, make_form
from reader.analysis.claims.meant import is_joined
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import POSSESSIVES, find_group_start, find_phrase_after, find_phrase_before

_OWNERS = frozenset(["his", "her", "their", "its"])
_OF = frozenset(["among", "amongst", "from", "by"])
_BETWEEN = ("JJ", "JJR", "JJS", "RB", "NN", "VBG", "VBN", "CD")
"""Tags of words that stand between an owner and the noun: "its upper estimate", "her only worry"."""
_STANCE = 0.95
_FEWEST = 3
_REACH = 3
_LONGEST = 8
"""So many words behind the noun tell at most whose it is."""


def find_held(document: Document) -> Iterator[Attribution]:
    """What somebody's fear, view or message is, in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_held", "noun") | load_group("cues_held", "aim")):
        if not words[at].tag.startswith("NN") or document.is_quoted(words[at].start):
            continue
        verb = next((i for i in range(at + 1, min(high, at + _LONGEST)) if words[i].text.lower() in BE), None)
        if verb is None or any(words[i].text in ",;:—–" or words[i].is_finite for i in range(at + 1, verb)):
            continue
        opens = _find_opening(document, at, verb, high)
        owner = None if opens is None else _find_owner(document, at, verb, low)
        if opens is None or owner is None:
            continue
        end = find_told_end(words, opens, high)
        if end > opens:
            last = opens - 1 if words[opens - 1].text == ":" else opens
            parts = [range(at, last)] if verb == at + 1 else [range(at, at + 1), range(verb, last)]
            content, cue = document.span_of(range(opens, end)), tuple(map(document.span_of, parts))
            yield Attribution((content,), cue, (document.span_of(owner),), CONFIDENCE)


def _find_opening(document: Document, noun: int, verb: int, high: int) -> int | None:
    """Where what somebody holds begins: with "that", behind a colon, or with a figure that is estimated."""
    words = document.words
    at = verb + 1
    while at < high and (words[at].tag == "RB" or words[at].text.lower() in load_group("cues_held", "plain")):
        at += 1
    if at + 1 >= high:
        return None
    if words[at].text == ":":
        return at + 1
    if words[at].text.lower() == "that" and words[at].tag == "IN" and at + _FEWEST < high:
        return at
    if words[at].text.lower() == "to" and words[noun].text.lower() in load_group("cues_held", "aim"):
        return at if at == verb + 1 and at + 2 < high and words[at + 1].tag == "VB" else None
    figures = words[noun].text.lower() in load_group("cues_held", "figure")
    return at if figures and (words[at].tag == "CD" or words[at].text in ("$", "£", "€")) else None


def _find_owner(document: Document, noun: int, verb: int, low: int, *, bound: bool = False) -> range | None:
    """Whose a fear or a view is: "her", "Hale's", or behind the noun "among nurses"; who is `bound` may stand behind a
    preposition."""
    words = document.words
    at = noun - 1
    while at >= low and noun - at <= _REACH and words[at].tag in _BETWEEN and words[at].text not in POSSESSIVES:
        at -= 1
    if at < low:
        return None
    if words[at].text.lower() in _OWNERS:
        return range(at, at + 1)
    if words[at].text in POSSESSIVES:
        phrase = find_phrase_before(document, at, low)
        if phrase is None or cannot_ask([words[i] for i in phrase]):
            return None
        behind = phrase.start > low and words[phrase.start - 1].tag in ("IN", "TO")
        return phrase if bound or not behind else None
    of = ["of"] if words[noun].text.lower() in load_group("cues_held", "of") else []
    if verb > noun + 2 and words[noun + 1].text.lower() in (*_OF, *of):
        phrase = find_phrase_after(document, noun + 2, verb)
        if phrase is not None and phrase.stop == verb and not cannot_ask([words[i] for i in phrase]):
            return phrase
    return None


def find_owned(document: Document) -> Iterator[Attribution]:
    """What somebody says or holds, told by a noun of theirs: "despite Hale's insistence that the quay is safe"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_held", "owned")):
        if at + 1 + _FEWEST >= high or words[at + 1].text.lower() != "that" or document.is_quoted(words[at].start):
            continue
        clause = next((i for i in range(at + 3, high) if words[i].is_finite), None)
        owner = None if clause is None or words[at + 2].is_verb else _find_owner(document, at, at + 1, low, bound=True)
        if owner is None or clause is None or words[owner.start].text.lower() == "its":
            continue
        opens = owner.start > low + _REACH or any(words[i].is_finite for i in range(low, owner.start))
        if opens:
            end = find_told_end(words, at + 1, high)
        elif words[low].tag in ("IN", "VBG"):
            end = next((i for i in range(clause, high) if words[i].text == ","), at + 1)
        else:
            continue
        if end > clause:
            yield lay_form(document, range(at + 1, end), range(at, at + 1), owner)


def find_seen_as(document: Document) -> Iterator[Attribution]:
    """What a thing is for somebody, in quotation marks: "For Hale, baking is “playing with fire”"."""
    words = document.words
    for at, low, high in document.find_in_sentences(("for", "to")):
        if at != low or document.is_quoted(words[at].start):
            continue
        phrase = find_phrase_after(document, at + 1, high)
        if phrase is None or phrase.stop + 2 >= high or words[phrase.stop].text != ",":
            continue
        if not (words[phrase.start].tag == "PRP" or words[phrase.stop - 1].is_proper):
            continue
        verb = next((i for i in range(phrase.stop + 1, high) if words[i].is_verb and words[i].tag != "VBG"), None)
        if verb is None or words[verb].text.lower() not in BE or verb + 2 >= high:
            continue
        if any(words[i].text in ",;:" or document.is_quoted(words[i].start) for i in range(phrase.stop + 1, verb)):
            continue
        opens = next((i for i in range(verb + 1, min(high, verb + 4)) if document.is_quoted(words[i].start)), None)
        quotation = None if opens is None else document.quotation_at(words[opens].start)
        if quotation is not None:
            content = (words[phrase.stop + 1].start, quotation.outer[1])
            cue = document.span_of(range(at, at + 1))
            yield Attribution((content,), (cue,), (document.span_of(phrase),), CONFIDENCE)


def find_stances(document: Document) -> Iterator[Attribution]:
    """What somebody is for or against: "Hale has been sharply critical of the board's pay"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_held", "stance")):
        verb = at - 1
        while verb > low and (words[verb].tag == "RB" or words[verb].text.endswith("ly")):
            verb -= 1
        if verb <= low or words[verb].text.lower() not in BE or at + 2 >= high or document.is_quoted(words[at].start):
            continue
        behind = words[at + 2]
        if words[at + 1].text.lower() not in ("of", "to", "about") or behind.tag in ("VB", "PRP", "IN", "WP", "WRB"):
            continue
        start = find_group_start(document, verb, low)
        if is_bound(words[start:verb]):
            continue
        one = make_form(document, start, at + 2)
        if one is None or is_joined(document, document.words_in(one.source[0])):
            continue
        if not cannot_ask(document.list_words(one.source[0])):
            yield one._replace(confidence=_STANCE)
