"""Forms that report as often as not: what somebody "is said to have done" or is "seen as", by nobody named; reports,
fears and claims "that it is so", whosever they are; who was told to do something."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.faint_topics import find_topic_end
from reader.analysis.claims.forms import (
    BE,
    HAVE,
    LEADS,
    NO_SPEAKER,
    SUBJECTS,
    find_by_form,
    find_more,
    find_told_end,
    find_verb_early,
    has_verb_early,
    is_bound,
    lay_form,
    load_joined,
    load_joints,
    make_form,
)
from reader.analysis.claims.meant import find_meant_end, find_verbs, is_joined, opens_other
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
_TO = frozenset(["to", "against", "at", "off", "on"])
"""Words between a verb and what it does with: "came to the conclusion", "pushed back against claims"."""
_BOUNDS = (",", ":", "CC", "WP", "WDT", "WRB", "RB", "(", ")")
_WHILE = frozenset(["while", "that", "as", "because", "although", "though", "since", "if"])
_JOINTS = (
    ("seen", ("as",)),
    ("judged", ("for", "over", "as")),
    ("charged", ("of", "with")),
    ("likened", ("to", "with")),
)
"""What stands between what is thought of somebody and the participle that tells it."""
_APART = frozenset([",", "-", "–", "—", "--"])
_AFTER = frozenset(["after", "before", "until", "because", "since"])
"""Words that open a clause of its own behind a verb."""
_WHO = frozenset(["he", "she", "they", "we"])
_SOME_TIME = frozenset(["in", "on", "at", "next", "this", "later", "within", "before", "early"])
_ASKED = frozenset(["if", "whether", "about", "why", "how", "what", "when", "where", "who", "which"])
_FEWEST = 3
_REACH = 8


def find_faint(document: Document) -> Iterator[Attribution]:
    """What is reported, feared, said or seen so, in no order."""
    finders = _find_reported, _find_awaited, _find_seen_as, _find_nouns, _find_bidding, _find_questioned, _find_settled
    return find_by_form(document, finders)


def _find_reported(document: Document) -> Iterator[Attribution]:
    """What is said of somebody: "Hale, 27, is believed to have sailed"; the content is who and what."""
    words = document.words
    proven, bidden = load_group("cues_faint", "proven"), load_group("cues_faint", "bidden")
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "reported") | proven | bidden):
        to = at + 2 if at + 1 < high and words[at + 1].text.lower() == "not" else at + 1
        if to + 2 > high or words[to].text.lower() != "to" or document.is_quoted(words[at].start):
            continue
        if words[to + 1].tag not in ("VB", "RB"):
            continue
        start = find_group_start(document, at, low)
        group = [word.text.lower() for word in words[start:at]]
        if not group and words[at].text.lower() in load_group("cues_faint", "reduced"):
            before = words[at - 1] if at > low else words[at]
            comma = before.text in _APART
            if comma or before.tag.startswith("NN") or before.tag == "CD":
                yield from _make_passive(document, at, at, told=comma)
        if not any(text in BE for text in group) or "not" in group or "to" in group:
            continue
        if words[at].text.lower() in proven | bidden and is_bound(words[start:at]):
            continue
        yield from _make_passive(document, start, at)


def _find_awaited(document: Document) -> Iterator[Attribution]:
    """What is expected to happen some time: "Results are expected in June", "with a ruling expected next month"."""
    words = document.words
    for at, low, high in document.find_in_sentences(("expected",)):
        if at + 2 >= high or words[at + 1].text.lower() not in _SOME_TIME or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        group = {words[i].text.lower() for i in range(start, at)}
        if group & BE or (not group and at > low and words[at - 1].tag.startswith("NN")):
            yield from _make_passive(document, start, at)


def _find_seen_as(document: Document) -> Iterator[Attribution]:
    """What is seen as something, by nobody named: "The poster was widely criticised as racist"."""
    words = document.words
    joints = load_joints(_JOINTS)
    for at, low, high in document.find_in_sentences(load_joined(_JOINTS)):
        joint = joints[words[at].text.lower()]
        if at + _FEWEST > high or words[at + 1].text.lower() not in joint or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        start = skip_back(words, start, low)
        group = [word.text.lower() for word in words[start:at]]
        if any(text in BE for text in group) and not is_bound(words[start:at]) and not {"not", "never"} & {*group}:
            start = find_group_start(document, start, low)
            yield from _make_passive(document, start, at)
        elif not group and at > low and "to" not in joint:
            told = words[at - 1].text in _APART
            if told or words[at - 1].tag.startswith("NN"):
                yield from _make_passive(document, at, at, told=told)


def _find_questioned(document: Document) -> Iterator[Attribution]:
    """What somebody was asked, by nobody named: "He was asked if it would close"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "questioned")):
        if at + _FEWEST > high or words[at + 1].text.lower() not in _ASKED or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        group = {words[i].text.lower() for i in range(start, at)}
        opens = at + 2 if words[at + 1].text.lower() == "about" else at + 1
        if not group & (BE | {"being"}) or is_bound(words[start:at]) or document.is_quoted(words[opens].start):
            continue
        end = find_told_end(words, opens, high)
        end = next((i for i in range(opens, end) if words[i].text == ","), end)
        yield lay_form(document, range(opens, end), range(start, opens))


def _find_bidding(document: Document) -> Iterator[Attribution]:
    """What others are to do by what is said or written: "speeches by Hale urging sailors to join the march"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "bidding")):
        if at == low or not words[at - 1].tag.startswith("NN") or document.is_quoted(words[at].start):
            continue
        who = find_phrase_before(document, at, low)
        told = any(words[i].is_verb for i in range(low, at))
        if told and who is not None and opens_other(document, at, high):
            yield lay_form(document, range(at + 1, find_meant_end(document, at + 1, high)), range(at, at + 1), who)


def _find_settled(document: Document) -> Iterator[Attribution]:
    """What somebody lays down or works out, whatever else the verb means: "Courts have held that it is theirs"."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_faint", "settling")):
        behind = words[at + 1 : high]
        if len(behind) < _FEWEST or behind[0].text.lower() != "that" or not _is_told_so(behind):
            continue
        one = make_form(document, start, at + 1)
        if one is not None:
            yield one


def _make_passive(document: Document, start: int, at: int, *, told: bool = False) -> Iterator[Attribution]:
    """What the words behind a participle tell of the subject before it; the cue begins at a word. What is `told` of it
    stands between commas."""
    words = document.words
    low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    opens = at + 1
    thing = find_phrase_before(document, start - told, low) or _find_far_thing(document, start, low)
    if thing is None or document.is_quoted(words[thing.start].start) or is_joined(document, thing):
        return
    if words[thing.start].text.lower() in ("what", "that", "you", "i", "we"):
        return
    thing = range(find_clause_start(document, thing.start, low), thing.stop)
    comma = (i for i in thing if words[i].text == "," and words[i + 1].tag in ("WP", "WDT"))
    thing = range(thing.start, next(comma, thing.stop))
    end = find_more(words, opens, find_meant_end(document, opens, high))
    if told or (thing.start == low + 1 and words[low].tag in ("IN", "WRB")):
        end = next((i for i in range(opens, end) if words[i].text == ","), end)
    related = start > low and words[start - 1].tag == "WDT" and words[start - 2].text not in _APART
    if related or (start == at and not any(words[i].is_finite for i in range(low, at))):
        end = next((i for i in range(opens, end) if words[i].is_finite), end)
    if end - opens < _FEWEST - 1 or words[opens + 1].text == ":":
        return
    content = document.span_of(thing), document.span_of(range(opens, end))
    cue = document.span_of(range(start, at + 1))
    yield Attribution(content, (cue,))


def _find_far_thing(document: Document, start: int, low: int) -> range | None:
    """The subject of a verb whose group begins at a word, where more stands between: "the march, which ends here, | is
    expected", "a number that | is expected", "Fuel rose in May and | is expected"."""
    words = document.words
    before = words[start - 1] if start > low else None
    if before is None or document.is_quoted(before.start):
        return None
    if before.tag in ("WDT", "IN") and before.text.lower() in ("that", "which"):
        return find_phrase_before(document, start - 1 - (words[start - 2].text == ","), low)
    if before.text in _APART:
        comma = next((i for i in range(start - 2, low, -1) if words[i].text == before.text), None)
        return None if comma is None else find_phrase_before(document, comma, low)
    if before.tag == "CC" and words[low].tag not in ("IN", "WRB", "VBG", "CC", "TO"):
        verb = next((i for i in range(low, start - 1) if words[i].is_finite), None)
        thing = None if verb is None else find_phrase_before(document, find_group_start(document, verb, low), low)
        return thing if thing is not None and thing.start == low else None
    return None


def find_clause_start(document: Document, at: int, low: int) -> int:
    """Where the subject begins that a phrase is the end of: "Two men held over | the raid (are thought to be …)"."""
    words = document.words
    if at == low or words[at - 1].tag not in ("IN", "VBN", "VBG", "TO") or words[at].text.lower() in _WHO:
        return at
    start = at
    while start > low and not (words[start - 1].is_finite or words[start - 1].tag in _BOUNDS):
        if words[start - 1].text in '“”"' or document.is_quoted(words[start - 1].start):
            return at
        start -= 1
    if start > low and words[start - 1].is_finite:
        start = next((i + 1 for i in range(at - 1, start, -1) if words[i].text.lower() in _AFTER), start)
    if words[start].text.lower() in _WHILE:
        start += 1
    verb = start > low and words[start].tag in ("VB", "VBN", "VBG")
    return at if start < at and (verb or words[start].tag in ("IN", "RB")) else start


def _find_nouns(document: Document) -> Iterator[Attribution]:
    """What reports, fears and the like tell: "amid reports that the quay was sinking", "claims by the board that"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "noun")):
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
        if owner is None and words[at].text.lower() in load_group("cues_faint", "spread"):
            opens = _skip_spread(document, opens, high)
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
            if not that or not {words[i].text.lower() for i in range(start, at)} & load_group("cues_faint", "sparking"):
                continue
            owner, start = None, at
        end = find_topic_end(document, opens, low, high)
        yield lay_form(document, range(opens, end), range(start, at + 1), owner)


def _skip_spread(document: Document, at: int, high: int) -> int:
    """Where "that" stands behind what rumours do: "rumours have been swirling | that", "reports are out | that"."""
    words = document.words
    that = next((i for i in range(at, min(high - _FEWEST, at + 5)) if words[i].text.lower() == "that"), at)
    between = words[at:that]
    spread = any(word.is_verb for word in between) and all(
        word.is_verb or word.tag in ("RB", "RP", "IN") for word in between
    )
    return that if spread else at


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


def _find_owner(document: Document, at: int, low: int) -> tuple[range | None, int]:
    """Whose a report or fear is, and where its cue begins: an owner right before it, or who does something with it."""
    words = document.words
    verb = at - 1
    while verb >= low and words[verb].tag in LEADS:
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
