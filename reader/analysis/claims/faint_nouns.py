"""What somebody holds, told by a noun: "has doubts about the quay", "paid tribute to the nurses", "has no plans to
sell", "Hale's pledge to stay", "with hopes of winning", "the fear is that it may sink"; and what somebody calls
themselves, or is told by hearsay."""

from collections.abc import Iterator

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import (
    BE,
    FAINT,
    HAVE,
    LEADS,
    SUBJECTS,
    THINGS,
    find_by_form,
    find_told_end,
    has_verb_early,
    lay_form,
    load_joined,
    load_joints,
)
from reader.analysis.claims.meant import find_meant_end, has_tense, tell_apart, tell_meant
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import (
    POSSESSIVES,
    find_group_start,
    find_phrase_before,
    skip_back,
)

_JOINTS = (
    ("lit_about", ("about", "over", "regarding", "concerning", "around")),
    ("lit_on", ("on",)),
    ("lit_of", ("of",)),
    ("lit_for", ("for",)),
    ("lit_to", ("to",)),
    ("lit_with", ("with",)),
    ("lit_at", ("at",)),
    ("lit_in", ("in",)),
    ("lit_against", ("against",)),
    ("lit_behind", ("behind",)),
    ("lit_between", ("between",)),
    ("lit_do", ()),
)
"""Groups of nouns and what stands between each and its thing; what somebody will do follows "to" or "of"."""
_FEWEST = 3
_HAS_NOW = HAVE | {"now", "then", "always", "long"}
_OPENS = frozenset(["the", "one", "another", "a", "their"])


def find_faint_nouns(document: Document) -> Iterator[Attribution]:
    """What somebody holds, told by a noun, in no order."""
    finders = _find_lit, _find_owned, _find_untold, _find_styled
    return find_by_form(document, finders, FAINT)


def _find_lit(document: Document) -> Iterator[Attribution]:
    """What a noun is of that somebody has, gives or takes."""
    words = document.words
    light = load_group("cues_faint", "light")
    for at, low, high in document.find_in_sentences(load_joined(_JOINTS)):
        last = _find_joint(document, at, high)
        if last is None or not words[at].tag.startswith("NN") or document.is_quoted(words[at].start):
            continue
        verb = at - 1
        while verb > low and words[verb].tag in LEADS and words[verb].text.lower() not in light:
            verb -= 1
        if verb <= low or (words[verb].text.lower() in HAVE and words[verb + 1].tag == "VBN"):
            continue
        if words[verb].text.lower() in light:
            start = find_group_start(document, verb, low)
            done = words[at].text.lower() in ("plan", "plans") and words[verb].text.lower() not in HAVE
            if has_tense(document, verb, start, low) and not done:
                yield from tell_meant(document, start, last, high, who=True)
        elif words[verb].text.lower() in ("with", "in") and words[at].text.lower() in load_group("cues_faint", "meant"):
            yield from tell_apart(document, verb, last, high)


def _find_joint(document: Document, at: int, high: int) -> int | None:
    """The last word of what leads from a noun to its thing, the noun where "to" do something follows; None where
    neither does."""
    words = document.words
    if at + 2 >= high:
        return None
    joint, behind = words[at + 1].text.lower(), words[at + 2]
    if words[at].text.lower() in load_group("cues_faint", "lit_do") | load_group("cues_faint", "meant"):
        if joint == "to" and behind.tag == "VB":
            return at
        if joint == "of" and behind.tag == "VBG":
            return at + 1
    return at + 1 if joint in load_joints(_JOINTS)[words[at].text.lower()] and behind.tag in THINGS else None


def _find_owned(document: Document) -> Iterator[Attribution]:
    """What somebody has promised or means to do: "Hale's pledge to stay"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "lit_do")):
        if at + 2 >= high or words[at + 1].text.lower() != "to" or words[at + 2].tag != "VB":
            continue
        if document.is_quoted(words[at].start) or document.is_quoted(words[at + 2].start):
            continue
        owner = skip_back(words, at, low + 1, tags=("JJ", "NN", "VBN", "CD")) - 1
        who = range(owner, owner + 1)
        if words[owner].text in POSSESSIVES:
            before = find_phrase_before(document, owner, low)
            if before is None or cannot_ask([words[i] for i in before]):
                continue
            who = before
        elif words[owner].text.lower() not in ("his", "her", "their"):
            continue
        end = _find_close(document, at + 1, low, high)
        yield lay_form(document, range(at + 1, end), range(at, at + 1), who)


def _find_close(document: Document, opens: int, low: int, high: int) -> int:
    """Where what is meant ends: of what opens its sentence at the sentence's verb."""
    words = document.words
    end = find_meant_end(document, opens, high)
    if any(words[i].is_finite for i in range(low, opens)):
        return end
    return next((i for i in range(opens, end) if words[i].is_finite or words[i].text == ","), end)


def _find_untold(document: Document) -> Iterator[Attribution]:
    """What is feared or hoped by nobody named: "The fear is that it may sink"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "untold")):
        verb = next((i for i in range(at + 1, min(at + 4, high)) if words[i].text.lower() not in _HAS_NOW), high)
        if verb + _FEWEST >= high or words[verb].text.lower() not in BE or document.is_quoted(words[at].start):
            continue
        opens = next((i for i in range(verb + 1, verb + 3) if words[i].tag != "RB"), high)
        start = skip_back(words, at, low, tags=("JJ", "JJS", "RBS", "NN", "VBG"))
        opened = start >= low and words[max(start - 1, low)].text.lower() in _OPENS
        bare = opens + 1 < high and words[opens].tag in SUBJECTS and has_verb_early(words[opens:high])
        if opens < high and (words[opens].text.lower() == "that" or bare) and opened:
            end = find_told_end(words, opens, high)
            yield lay_form(document, range(opens, end), range(at, verb + 1))


def _find_styled(document: Document) -> Iterator[Attribution]:
    """What somebody says they are: "Moss, the self-styled king of Harlow", "self-described sailor Ida Moss"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "styled")):
        if document.is_quoted(words[at].start):
            continue
        stop = at + 1
        while stop < high and (words[stop].tag.startswith(("NN", "JJ")) or words[stop].text.lower() == "of"):
            stop += 1
        opens = skip_back(words, at, low, {"a", "an", "the"})
        who, end = None, stop
        if opens - 1 > low and words[opens - 1].text == ",":
            who = find_phrase_before(document, opens - 1, low)
        elif opens - 1 > low and words[opens - 1].text.lower() in BE:
            who = find_phrase_before(document, find_group_start(document, opens - 1, low), low)
        elif any(words[i].is_proper for i in range(at + 2, stop)):
            end = next((i for i in range(stop, at + 1, -1) if not words[i - 1].is_proper), at)
            who = range(end, stop) if end < stop else None
        if end > at + 1:
            yield lay_form(document, range(at + 1, end), range(at, at + 1), who)
