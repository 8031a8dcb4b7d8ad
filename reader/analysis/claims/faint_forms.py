"""Forms that report as often as not: what somebody "is said to have done" or is "seen as", by nobody named; reports,
fears and claims "that it is so", whosever they are; who was told to do something."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import (
    BE,
    CONFIDENCE,
    HAVE,
    NO_SPEAKER,
    SUBJECTS,
    find_told_end,
    find_verb_early,
    has_verb_early,
    is_bound,
    load_joints,
)
from reader.analysis.claims.meant import find_meant_end, is_joined, opens_other
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import (
    POSSESSIVES,
    find_group_start,
    find_phrase_after,
    find_phrase_before,
    skip_back,
)

_BY = frozenset(["by", "from", "among", "amongst", "within"])
_WHERE = frozenset(["in", "on", "at", "across", "around"])
_LEADS = ("DT", "JJ", "JJR", "JJS", "PRP$", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "CD", "RB")
"""Tags of words that stand between a verb and the noun of what it does with: "brushed off fresh local | concerns"."""
_TO = frozenset(["to", "against", "at", "off", "on"])
"""Words between a verb and what it does with: "came to the conclusion", "pushed back against claims"."""
_GOES_ON = ("IN", "WP", "WDT", "WRB", "VBG")
"""Tags of words that tell more behind a comma, of what is none of it: "to be sold, with jobs at risk"."""
_BOUNDS = (",", ":", "CC", "WP", "WDT", "WRB", "RB", "(", ")")
_ABOUT = frozenset(["about", "over", "of", "for", "around", "regarding", "concerning", "against"])
_WHILE = frozenset(["while", "that", "as", "because", "although", "though", "since", "if"])
_JOINTS = (
    ("seen", ("as",)),
    ("judged", ("for", "over", "as")),
    ("charged", ("of", "with")),
    ("likened", ("to", "with")),
)
"""What stands between what is thought of somebody and the participle that tells it."""
_BEING = BE | HAVE | {"also"}
_FEWEST = 3
_REACH = 8


def find_faint(document: Document) -> Iterator[Attribution]:
    """What is reported, feared, said or seen so, in no order."""
    forms = _find_reported, _find_seen_as, _find_nouns, _find_calls, _find_topics, _find_bidding
    return chain.from_iterable(find(document) for find in forms)


def _find_reported(document: Document) -> Iterator[Attribution]:
    """What is said of somebody: "Hale, 27, is believed to have sailed"; the content is who and what."""
    words = document.words
    for at in document.find_all_words(load_group("cues_faint", "reported")):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        to = at + 2 if at + 1 < high and words[at + 1].text.lower() == "not" else at + 1
        if to + 2 > high or words[to].text.lower() != "to" or document.is_quoted(words[at].start):
            continue
        if words[to + 1].tag not in ("VB", "RB"):
            continue
        start = find_group_start(document, at, low)
        group = [word.text.lower() for word in words[start:at]]
        if not group and words[at].text.lower() in load_group("cues_faint", "reduced"):
            before = words[at - 1] if at > low else words[at]
            comma = before.text == ","
            if comma or before.tag.startswith("NN") or before.tag == "CD":
                yield from _make_passive(document, at, at, told=comma)
        if not any(text in BE for text in group) or "not" in group or "to" in group:
            continue
        yield from _make_passive(document, start, at)


def _find_seen_as(document: Document) -> Iterator[Attribution]:
    """What is seen as something, by nobody named: "The poster was widely criticised as racist"."""
    words = document.words
    joints = load_joints(_JOINTS)
    for at in document.find_all_words(joints):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        joint = joints[words[at].text.lower()]
        if at + _FEWEST > high or words[at + 1].text.lower() not in joint or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        start = skip_back(words, start, low)
        group = [word.text.lower() for word in words[start:at]]
        if any(text in BE for text in group) and not is_bound(words[start:at]) and not {"not", "never"} & {*group}:
            start = find_group_start(document, start, low)
            yield from _make_passive(document, start, at)


def _find_calls(document: Document) -> Iterator[Attribution]:
    """What somebody's calls are for: "despite calls from the union to release the tapes"."""
    words = document.words
    facing = load_group("cues_faint", "facing")
    for at in document.find_all_words(load_group("cues_faint", "calls")):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        noun = words[at].tag.startswith("NN") or (at > low and words[at - 1].text.lower() in facing)
        if at + _FEWEST > high or not noun or document.is_quoted(words[at].start):
            continue
        who = find_phrase_after(document, at + 2, high) if words[at + 1].text.lower() in ("from", "by") else None
        if who is None or who.stop + 1 >= high or cannot_ask([words[i] for i in who]):
            continue
        behind = words[who.stop].text.lower()
        if behind == "for" or (behind == "to" and words[who.stop + 1].tag == "VB"):
            content = document.span_of(range(who.stop, _find_end(document, who.stop, low, high)))
            cue = document.span_of(range(at, at + 1))
            yield Attribution((content,), (cue,), (document.span_of(who),), CONFIDENCE, by_form=True)


def _find_bidding(document: Document) -> Iterator[Attribution]:
    """What others are to do by what is said or written: "speeches by Hale urging sailors to join the march"."""
    words = document.words
    for at in document.find_all_words(load_group("cues_faint", "bidding")):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        if at == low or not words[at - 1].tag.startswith("NN") or document.is_quoted(words[at].start):
            continue
        who = find_phrase_before(document, at, low)
        told = any(words[i].is_verb for i in range(low, at))
        if told and who is not None and opens_other(document, at, high):
            content = document.span_of(range(at + 1, find_meant_end(document, at + 1, high)))
            cue = document.span_of(range(at, at + 1))
            yield Attribution((content,), (cue,), (document.span_of(who),), CONFIDENCE, by_form=True)


def _find_topics(document: Document) -> Iterator[Attribution]:
    """What concerns, reports and calls are of, by nobody named: "there were calls for a reform", "concerns about safety
    have been raised", "faces accusations of fraud"."""
    words = document.words
    facing = load_group("cues_faint", "facing") | load_group("cues_faint", "sparking")
    for at in document.find_all_words(load_group("cues_faint", "topic")):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        if at + _FEWEST > high or words[at + 1].text.lower() not in _ABOUT or not words[at].tag.startswith("NN"):
            continue
        thing = find_phrase_after(document, at + 2, high)
        if thing is None or document.is_quoted(words[at].start) or document.is_in_headline(words[at]):
            continue
        if thing.stop < high and words[thing.stop].text.lower() == "that":
            continue
        start = at
        while start > low and _leads(words[start - 1]) and words[start - 1].text.lower() not in facing:
            start -= 1
        raised, who = _find_raised(document, thing.stop, high), None
        if raised is not None:
            cues, end = [range(at, at + 1), raised], thing.stop
            by = raised.stop + 1 < high and words[raised.stop].text.lower() == "by"
            who = find_phrase_after(document, raised.stop + 1, high) if by else None
        elif _is_there(document, start, low) or (start > low and words[start - 1].text.lower() in facing):
            cues, end = [range(at, at + 1)], _find_end(document, at + 2, low, high)
        else:
            continue
        content = document.span_of(range(at + 2, end))
        source = () if who is None else (document.span_of(who),)
        yield Attribution((content,), tuple(map(document.span_of, cues)), source, CONFIDENCE, by_form=True)


def _leads(word: Word) -> bool:
    """Whether a word may stand between a verb and the noun of what it does with."""
    return word.tag in _LEADS and not word.is_finite


def _find_raised(document: Document, at: int, high: int) -> range | None:
    """The words right behind a phrase that say that it was raised: "have been raised"."""
    words = document.words
    verb = at
    while verb < high and words[verb].text.lower() in _BEING | {"already", "long"}:
        verb += 1
    raised = at < verb < high and words[verb].text.lower() in load_group("cues_faint", "raised")
    return range(at, verb + 1) if raised else None


def _is_there(document: Document, start: int, low: int) -> bool:
    """Whether "there are", "there have been" stand before a word."""
    words = document.words
    verb = skip_back(words, start, low, _BEING)
    return low < verb < start and words[verb - 1].text.lower() == "there"


def _make_passive(document: Document, start: int, at: int, *, told: bool = False) -> Iterator[Attribution]:
    """What the words behind a participle tell of the subject before it; the cue begins at a word. What is `told` of it
    stands between commas."""
    words = document.words
    low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    opens = at + 1
    thing = find_phrase_before(document, start - told, low)
    if thing is None or document.is_quoted(words[thing.start].start) or is_joined(document, thing):
        return
    if words[thing.start].text.lower() in ("what", "that", "you", "i", "we"):
        return
    thing = range(_find_clause_start(document, thing.start, low), thing.stop)
    comma = (i for i in thing if words[i].text == "," and words[i + 1].tag in ("WP", "WDT"))
    thing = range(thing.start, next(comma, thing.stop))
    end = find_meant_end(document, opens, high)
    end = next((i for i in range(opens, end - 1) if words[i].text == "," and words[i + 1].tag in _GOES_ON), end)
    if told or (thing.start == low + 1 and words[low].tag in ("IN", "WRB")):
        end = next((i for i in range(opens, end) if words[i].text == ","), end)
    if end - opens < _FEWEST - 1 or words[opens + 1].text == ":":
        return
    content = document.span_of(thing), document.span_of(range(opens, end))
    cue = document.span_of(range(start, at + 1))
    yield Attribution(content, (cue,), (), CONFIDENCE, by_form=True)


def _find_clause_start(document: Document, at: int, low: int) -> int:
    """Where the subject begins that a phrase is the end of: "Two men held over | the raid (are thought to be …)"."""
    words = document.words
    if at == low or words[at - 1].tag not in ("IN", "VBN", "VBG", "TO"):
        return at
    start = at
    while start > low and not (words[start - 1].is_finite or words[start - 1].tag in _BOUNDS):
        if words[start - 1].text in '“”"' or document.is_quoted(words[start - 1].start):
            return at
        start -= 1
    if words[start].text.lower() in _WHILE:
        start += 1
    return at if start < at and words[start].tag in ("IN", "RB") else start


def _find_nouns(document: Document) -> Iterator[Attribution]:
    """What reports, fears and the like tell: "amid reports that the quay was sinking", "claims by the board that"."""
    words = document.words
    for at in document.find_all_words(load_group("cues_faint", "noun")):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        if not words[at].tag.startswith("NN") or document.is_quoted(words[at].start) or at + _FEWEST > high:
            continue
        if document.is_in_headline(words[at]):
            continue
        owner: range | None = None
        opens = at + 1
        if words[opens].text.lower() in _BY:
            owner = find_phrase_after(document, opens + 1, min(high, opens + _REACH))
            close = None if owner is None else _skip_bracket(document, owner.stop, high)
            if close is None or close >= high or words[close].text.lower() != "that":
                continue
            opens = close
        elif words[opens].text.lower() in _WHERE:
            place = find_phrase_after(document, opens + 1, min(high, opens + _REACH))
            opens = opens if place is None or place.stop >= high else place.stop
        behind = words[opens:high]
        that = behind[0].text.lower() == "that" and _is_told_so(behind)
        bare = behind[0].tag in SUBJECTS and behind[0].text.lower() != "that" and has_verb_early(behind)
        if not that and not (bare and words[at].text.lower() in load_group("cues_faint", "bare")):
            continue
        start = at
        if owner is None:
            owner, start = _find_owner(document, at, low)
        if owner is None and words[at].text.lower() in load_group("cues_faint", "owned"):
            continue
        if owner is not None and cannot_ask([words[i] for i in owner]):
            continue
        end = _find_end(document, opens, low, high)
        content, cue = document.span_of(range(opens, end)), document.span_of(range(start, at + 1))
        source = () if owner is None else (document.span_of(owner),)
        yield Attribution((content,), (cue,), source, CONFIDENCE, by_form=True)


def _skip_bracket(document: Document, at: int, high: int) -> int:
    """Where what follows goes on, behind a short form in brackets: "the Harlow Union (HU) | that"."""
    words = document.words
    short = at + 2 < high and words[at].text == "(" and words[at + 2].text == ")"
    return at + 3 if short else at


def _is_told_so(words: Sequence[Word]) -> bool:
    """Whether a clause behind "that" tells what is so, and not more of the noun: "reports that it sank", not "that he
    wrote were long"."""
    if words[0].tag == "IN":
        return any(word.is_finite for word in words[2:]) and not words[1].is_finite
    verb = find_verb_early(words[1:])
    if verb is None:
        return False
    group = next((i for i in range(verb + 2, len(words)) if words[i].tag not in ("RB", "VB", "VBN", "VBG")), verb + 1)
    open_ended = words[verb + 1].text.lower() in HAVE and words[group].tag == "IN"
    return not (words[group].is_finite and group > verb + 1) and not open_ended


def _find_end(document: Document, opens: int, low: int, high: int) -> int:
    """Where it ends: of what opens its sentence at the comma behind its verb ("Amid fears that it may sink, …")."""
    words = document.words
    end = find_told_end(words, opens, high)
    if any(words[i].is_finite for i in range(low, opens)):
        return end
    verb = next((i for i in range(opens + 1, end) if words[i].is_finite), end)
    return next((i for i in range(verb, end) if words[i].text == ","), end)


def _find_owner(document: Document, at: int, low: int) -> tuple[range | None, int]:
    """Whose a report or fear is, and where its cue begins: an owner right before it, or who does something with it."""
    words = document.words
    verb = at - 1
    while verb >= low and _leads(words[verb]):
        if words[verb].text in POSSESSIVES:
            return find_phrase_before(document, verb, low), at
        if words[verb].tag == "PRP$" and words[verb].text.lower() in ("his", "her", "their"):
            return range(verb, verb + 1), at
        if words[verb].text.lower() in load_group("cues_faint", "facing"):
            return None, at
        verb -= 1
    if verb > low and words[verb].text.lower() in _TO:
        verb -= 1
        verb -= words[verb].tag in ("RP", "RB")
    if verb <= low or not words[verb].is_verb or words[verb].tag == "MD":
        return None, at
    start = find_group_start(document, verb, low)
    group = {words[i].text.lower() for i in range(start, verb)}
    tense = words[verb].tag in ("VBD", "VBZ", "VBP") or (words[verb].tag == "VBN" and group)
    if not tense or group & BE or words[verb].text.lower() in BE or is_bound(words[start:verb]):
        return None, at
    who = find_phrase_before(document, start, low)
    if who is None or words[who.start].text.lower() in NO_SPEAKER:
        return None, at
    return who, start
