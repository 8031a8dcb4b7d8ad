"""What somebody is for or against, and how they feel about it, told by what they do: "has backed the plan", "objected
to its use", "was furious about the delay", "is full of praise for the nurses"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, is_bound, load_joints
from reader.analysis.claims.meant import find_verbs, tell_meant
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import POSSESSIVES, find_group_start

_JOINTS = (
    ("stand", ()),
    ("stand_for", ("for",)),
    ("stand_against", ("against",)),
    ("stand_to", ("to",)),
    ("stand_over", ("over", "about")),
    ("stand_with", ("with",)),
    ("stand_of", ("of",)),
    ("stand_out", ("out",)),
    ("stand_down", ("down",)),
    ("stand_off", ("off",)),
)
"""Groups of verbs and what stands between each and its thing."""
_OUT = ("at", "against", "about", "over")
_ABOUT = frozenset(["about", "over", "at", "by", "with"])
_CONFIDENCE = 0.5
_SEEM = BE | {"feel", "feels", "felt", "remain", "remains", "remained", "became", "grew", "seemed", "seems", "sounded"}
_SO = frozenset(["as", "so", "most", "more"])
_THINGS = ("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBG")
"""Tags of words that a thing, or what somebody does, begins with."""


def find_faint_stances(document: Document) -> Iterator[Attribution]:
    """What somebody is for, against, or feels about, in no order."""
    found = chain(_find_stood(document), _find_felt(document))
    return (replace(one, confidence=_CONFIDENCE, by_form=True) for one in found)


def _find_stood(document: Document) -> Iterator[Attribution]:
    words = document.words
    for start, at, high in find_verbs(document, load_joints(_JOINTS)):
        last = _find_joint(document, at, high)
        if last is None or last + 1 >= high:
            continue
        out = last == at + 2 and words[last + 1].tag in _THINGS
        if out or _opens_thing(document, last + 1, high):
            yield from tell_meant(document, start, last, high)


def _find_joint(document: Document, at: int, high: int) -> int | None:
    """The last word of what leads from a verb to its thing, the verb where nothing does; None where other words do."""
    joints = load_joints(_JOINTS)[document.words[at].text.lower()]
    if not joints:
        return at
    behind = [word.text.lower() for word in document.words[at + 1 : min(at + 3, high)]]
    if not behind or behind[0] not in joints:
        return None
    if behind[0] != "out":
        return at + 1
    return at + 2 if behind[1:] and behind[1] in _OUT else None


def _opens_thing(document: Document, at: int, high: int) -> bool:
    """Whether a thing begins at a word, and no more than somebody's name: who endorses or campaigns for somebody tells
    nothing of them."""
    words = document.words
    if words[at].tag not in _THINGS or words[at].text.lower() == "one":
        return False
    stop = next((i for i in range(at, high) if not words[i].is_proper), high)
    return stop == at or (stop < high and (words[stop].text in POSSESSIVES or words[stop].tag in ("NN", "NNS")))


def _find_felt(document: Document) -> Iterator[Attribution]:
    words = document.words
    for at in document.find_all_words(load_group("cues_faint", "attitude") | {"praise"}):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        first, joints = at, _ABOUT
        if words[at].text.lower() == "praise":
            first, joints = at - 2, frozenset(["for"])
            if first <= low or [word.text.lower() for word in words[first:at]] != ["full", "of"]:
                continue
        verb = first - 1
        while verb > low and (words[verb].tag == "RB" or words[verb].text.lower() in _SO):
            verb -= 1
        if verb <= low or words[verb].text.lower() not in _SEEM or document.is_quoted(words[at].start):
            continue
        if at + 2 >= high or words[at + 1].text.lower() not in joints or words[at + 2].tag not in _THINGS:
            continue
        start = find_group_start(document, verb, low)
        if not is_bound(words[start:verb]):
            yield from tell_meant(document, start, at + 1, high)
