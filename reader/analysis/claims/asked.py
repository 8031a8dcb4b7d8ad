"""What somebody asks for, admits or denies doing, calls a thing or puts it down to, where the tagger sees no claim:
"The coroner has repeatedly requested the files", "denied knowing her", "branded the deal a betrayal", "attribute the
growth to cheap loans", "takes the view that"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.doubt import is_dumb
from reader.analysis.claims.forms import BE, HAVE_OR_S, find_told_end, has_verb_early, make_form
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import find_group_start, find_phrase_after

_OPENS_THING = ("DT", "PRP$", "JJ", "JJR", "NN", "NNS", "NNP", "CD", "VBG", "PDT")
_FEWEST = 2
_LONGEST = 12
"""So many words behind a verb its "at" or "down to" stands at most."""
_DEEDS = 0.95
"""So sure is that who "denied doing" something said so."""


def find_asked(document: Document) -> Iterator[Attribution]:
    """What somebody asks for, does deeds of speech about, or calls a thing, in no order."""
    for group, read in (
        ("asking", _open_asked),
        ("requesting", _open_requested),
        ("owning", _open_deed),
        ("calling", _open_called),
        ("tracing", _open_traced),
        ("viewing", _open_view),
        ("flagging", _open_flagged),
    ):
        last: Attribution | None = None
        for at in document.find_all_words(load_group("cues_asked", group)):
            opens = read(document, at, document.first[document.words[at].sentence + 1])
            one = _read(document, at, opens)
            if one is None and opens is not None and last is not None and group == "owning":
                one = _read_joined(document, at, opens, last)
            if one is not None:
                last = one._replace(confidence=_DEEDS) if group == "owning" else one
                yield last


def _read_joined(document: Document, at: int, begin: int, last: Attribution) -> Attribution | None:
    """The second of two deeds: "admitted sending the letters and | denied setting the fire"."""
    words = document.words
    joint = at - 1 if words[at - 1].tag == "CC" else -1
    here = document.words_in(last.cue[0])
    if (
        joint < 0
        or words[here.start].sentence != words[at].sentence
        or words[at].tag not in ("VBD", "VBN", "VBZ", "VBP")
    ):
        return None
    if not 0 <= words[joint].start - last.content[0][1] <= 2:
        return None
    end = _find_end(document, begin, document.first[words[at].sentence + 1])
    content, cue = document.span_of(range(begin, end)), document.span_of(range(at, begin))
    return Attribution((content,), (cue,), last.source, _DEEDS)


def _read(document: Document, at: int, opens: int | None) -> Attribution | None:
    """The claim whose cue is a verb and what stands behind it before the word that its content opens with."""
    if opens is None:
        return None
    words = document.words
    low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    start = find_group_start(document, at, low)
    before = {words[i].text.lower() for i in range(start, at)}
    perfect = bool(before & HAVE_OR_S)
    tense = words[at].tag in ("VBD", "VBZ", "VBP") or words[at].text == "put" or (words[at].tag == "VBN" and perfect)
    if not tense or before & BE - HAVE_OR_S or document.is_quoted(words[at].start):
        return None
    one = make_form(document, start, opens, _find_end(document, opens, high))
    who = [] if one is None else document.list_words(one.source[0])
    return None if one is None or cannot_ask(who) or who[0].tag in ("WP", "WDT") else one


def _find_end(document: Document, begin: int, high: int) -> int:
    """Where what is told ends: as elsewhere, and before "and" with another of these verbs."""
    words = document.words
    end = find_told_end(words, begin, high)
    verbs = load_group("cues_asked", "owning")
    joined = (i for i in range(begin + 1, end - 1) if words[i].tag == "CC" and words[i + 1].text.lower() in verbs)
    return next(joined, end)


def _open_asked(document: Document, at: int, high: int) -> int | None:
    """Behind "asked": "for a delay", "to be relieved", "the court to wait"."""
    words = document.words
    behind = words[at + 1 : high]
    if len(behind) < _FEWEST or document.is_in_headline(words[at]):
        return None
    first = behind[0].text.lower()
    if first == "for":
        return at + 2 if behind[1].tag in _OPENS_THING and behind[1].text != "comment" else None
    if first == "to":
        return at + 1 if behind[1].tag == "VB" else None
    phrase = find_phrase_after(document, at + 1, high)
    if phrase is None or phrase.stop + 1 >= high or words[phrase.stop].text.lower() != "to":
        return None
    return at + 1 if words[phrase.stop + 1].tag == "VB" else None


def _open_requested(document: Document, at: int, high: int) -> int | None:
    behind = document.words[at + 1 : high]
    pressed = document.words[at - 1].tag == "RB" or document.words[at - 1].text.lower() in HAVE_OR_S
    if len(behind) < _FEWEST or not pressed or document.is_in_headline(document.words[at]):
        return None
    comment = behind[0].text.lower() == "comment"
    opens = behind[0].tag in _OPENS_THING or behind[0].text.lower() == "that"
    return at + 1 if opens and not comment else None


def _open_deed(document: Document, at: int, high: int) -> int | None:
    """Behind "admitted" and "denied": "sending the letters", "to hiding the gun"."""
    words = document.words
    begin = at + 2 if at + 2 < high and words[at + 1].text.lower() == "to" else at + 1
    return begin if begin + 1 < high and words[begin].tag == "VBG" else None


def _open_called(document: Document, at: int, high: int) -> int | None:
    """Behind "branded": "the deal a betrayal", "the vote as a sham"."""
    words = document.words
    phrase = _find_thing(document, at + 1, high)
    if phrase is None or phrase.stop + 1 >= high or words[phrase.start].text.lower().endswith(("self", "selves")):
        return None
    behind = words[phrase.stop]
    if behind.text.lower() == "as":
        named = words[phrase.stop + 1]
        return at + 1 if named.tag in (*_OPENS_THING, "VBN", "RB") or document.is_quoted(named.start) else None
    names = words[at].text.lower() in load_group("cues_asked", "naming")
    return at + 1 if names and (behind.tag == "DT" or document.is_quoted(behind.start)) else None


def _open_traced(document: Document, at: int, high: int) -> int | None:
    """Behind "attributed": "the growth to cheap loans"; behind "put": "the loss down to the weather",
    "the number of homes at 4,000"."""
    words = document.words
    if words[at].text.lower() in load_group("cues_asked", "down"):
        for i in range(at + 2, min(high - 2, at + _LONGEST)):
            if words[i].text.lower() == "at" and (words[i + 1].tag == "CD" or words[i + 1].text[0] in "$£€"):
                return at + 1
            if words[i].is_verb or words[i].text in ",;:":
                return None
            if words[i].text.lower() == "down" and words[i + 1].text.lower() == "to":
                return at + 1
        return None
    phrase = find_phrase_after(document, at + 1, high)
    goes_on = phrase is not None and phrase.stop + 2 < high and words[phrase.stop].text.lower() == "to"
    return at + 1 if goes_on else None


def _open_view(document: Document, at: int, high: int) -> int | None:
    """Behind "takes": "the view that nobody would notice"."""
    words = document.words
    behind = [word.text.lower() for word in words[at + 1 : at + 4]]
    views = len(behind) == 3 and at + 5 < high and behind[1] in load_group("cues_asked", "view")
    return at + 3 if views and behind[2] == "that" and words[at + 1].tag in ("DT", "PRP$") else None


def _open_flagged(document: Document, at: int, high: int) -> int | None:
    words = document.words
    behind = words[at + 1 : high]
    if len(behind) < _FEWEST + 1:
        return None
    return at + 1 if behind[0].text.lower() == "that" or has_verb_early(behind) else None


def _find_thing(document: Document, at: int, high: int) -> range | None:
    """The first noun phrase behind a verb, without the second that names it: "the deal | a betrayal"."""
    words = document.words
    phrase = find_phrase_after(document, at, high)
    if phrase is None:
        return None
    second = (i for i in range(phrase.start + 1, phrase.stop) if words[i].tag == "DT" and words[i - 1].tag[:2] == "NN")
    return range(phrase.start, next(second, phrase.stop))


def cannot_ask(words: Sequence[Word]) -> bool:
    """Whether a phrase names a thing that neither asks nor fears anything."""
    return is_dumb(words) and words[-1].text.lower() not in load_group("cues_asked", "people")
