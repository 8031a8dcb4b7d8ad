"""What somebody thinks of a thing, told by a verb and the thing alone: "The raid was condemned by the bishop", "a move
welcomed by traders", "Hale has criticised the board's pay"; and what somebody makes known: "Moss unveiled a quay"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.called_by import find_passive_subject
from reader.analysis.claims.forms import BE, CLAIMS, HAVE, NO_SPEAKER, NOT, is_bound, lay_form
from reader.analysis.claims.meant import find_meant_end, names_things
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import find_group_start, find_phrase_after, find_subject

_NOBODY = NO_SPEAKER | {"i", "we", "who", "people", "some"}
_OPENS_THING = ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "VBG", "PDT")


def find_judged_by(document: Document) -> Iterator[Attribution]:
    """What is thought of a thing by whom, in no order; the content is the thing."""
    words = document.words
    contested = load_group("cues_judged", "contested")
    for at, low, high in document.find_in_sentences(load_group("cues_judged", "past") | contested):
        by = at + 2 if at + 2 < high and words[at + 1].tag == "RB" else at + 1
        if by + 1 >= high or words[by].text.lower() != "by" or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        group = {words[i].text.lower() for i in range(start, at)}
        if group & NOT or is_bound(words[start:at]):
            continue
        thing = _find_thing(document, start, low, bare=not group & BE)
        who = find_phrase_after(document, by + 1, high)
        if thing is None or who is None or not may_judge([words[i] for i in who]):
            continue
        if words[at].text.lower() in contested and not any(words[i].text.lower() in CLAIMS for i in thing):
            continue
        yield lay_form(document, thing, range(start, by + 1), who)


def _find_thing(document: Document, start: int, low: int, *, bare: bool) -> range | None:
    """What is judged."""
    words = document.words
    phrase = find_passive_subject(document, start, low, bare=bare)
    if phrase is None or words[phrase.start].text.lower() in NO_SPEAKER - {"this", "it"}:
        return None
    return None if words[phrase.start].tag in ("WP", "WDT") else phrase


def find_judging(document: Document) -> Iterator[Attribution]:
    """What somebody judges or makes known, in no order."""
    words = document.words
    verbs = load_group("cues_judged", "active") | load_group("cues_judged", "announcing")
    for at, low, high in document.find_in_sentences(verbs):
        if at + 2 >= high or document.is_quoted(words[at].start) or words[at + 1].tag not in _OPENS_THING:
            continue
        start = find_group_start(document, at, low)
        group = {words[i].text.lower() for i in range(start, at)}
        perfect = words[at].tag in ("VBN", "VBD") and bool(group & HAVE)
        tense = words[at].tag in ("VBD", "VBZ", "VBP") or perfect
        if not tense or group & (BE | {"not", "never"}) or is_bound(words[start:at]):
            continue
        who = find_subject(document, start, low)
        thing = find_phrase_after(document, at + 1, high)
        if who is None or thing is None or not may_judge([words[i] for i in who]):
            continue
        if not _is_judged(words[at].text.lower(), [words[i] for i in thing], perfect=perfect):
            continue
        if who.start > low and words[who.start - 1].tag in ("IN", "TO", "WDT", "WP", "WRB", "VB", "VBG", "VBN"):
            continue
        yield lay_form(document, range(at + 1, find_meant_end(document, at + 1, high)), range(start, at + 1), who)


def _is_judged(verb: str, thing: Sequence[Word], *, perfect: bool) -> bool:
    """Whether a thing is judged, and nothing done to it: guests are welcomed, goods rejected, "one" is chosen."""
    if thing[0].text.lower() == "one" or (verb.startswith("welcom") and thing[0].tag not in ("DT", "PRP$")):
        return False
    said = any(word.text.lower() in CLAIMS | load_group("cues_judged", "said") for word in thing)
    return verb != "rejected" or perfect or said


def may_judge(words: Sequence[Word]) -> bool:
    """Whether a phrase names somebody, or a body or a document, and no things."""
    return not (words[0].text.lower() in _NOBODY or words[0].tag in ("WP", "WDT", "CD") or names_things(words))
