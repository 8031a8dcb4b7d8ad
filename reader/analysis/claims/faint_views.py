"""What somebody says in passing: of a thing that the sentence tells of ("the raid, which Hale said was lawful", "what
Moss called a mess"), or in a letter or plea of theirs ("a letter urging the board to act", "pleaded guilty")."""

from collections.abc import Iterator

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import FAINT, HAVE, find_by_form, lay_form
from reader.analysis.claims.meant import find_meant_end, find_verbs, has_tense, tell_meant
from reader.analysis.document.cues import SAID_LEMMAS, THOUGHT_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import find_group_start, find_phrase_after, find_phrase_before

_NAMES = ("DT", "PRP$", "JJ", "NN", "NNS", "VBN")
"""Tags of words that what a thing is called begins with."""
_FEWEST = 2


def find_faint_views(document: Document) -> Iterator[Attribution]:
    """What somebody says in passing, in no order."""
    finders = _find_relayed, _find_called, _find_deemed, _find_written, _find_pleaded, _find_refused
    return find_by_form(document, finders, FAINT)


def _find_relayed(document: Document) -> Iterator[Attribution]:
    """What somebody says of what a relative stands for: "which Hale said | was lawful"."""
    words = document.words
    for at in document.cues_in(range(len(words))):
        low, high = document.first[words[at].sentence], document.first[words[at].sentence + 1]
        if words[at].tag not in ("VBD", "VBZ", "VBP", "VBN") or at + _FEWEST >= high:
            continue
        if not words[at + 1].is_finite or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        who = find_phrase_before(document, start, low)
        if who is None or who.start == low or words[who.start - 1].text.lower() not in ("which", "who", "that", "what"):
            continue
        if lemma_of(words[at].text) in SAID_LEMMAS | THOUGHT_LEMMAS and words[who.start - 1].tag[:1] == "W":
            yield _make(document, at + 1, range(start, at + 1), who)


def _find_called(document: Document) -> Iterator[Attribution]:
    """What somebody calls a thing that is not named otherwise: "in what Moss called | a mess"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "terming")):
        start = find_group_start(document, at, low)
        who = find_phrase_before(document, start, low)
        if who is None or who.start == low or words[who.start - 1].text.lower() not in ("what", "which"):
            continue
        if not has_tense(document, at, start, low):
            continue
        opens = at + 2 if at + 1 < high and words[at + 1].text.lower() == "as" else at + 1
        if opens < high and (words[opens].tag in _NAMES or document.is_quoted(words[opens].start)):
            yield _make(document, opens, range(start, opens), who)


def _find_deemed(document: Document) -> Iterator[Attribution]:
    """What somebody takes a thing to be: "The court deemed it unlawful", "Moss calls the bar “a joy”"."""
    words = document.words
    deeming, calling = load_group("cues_faint", "deeming"), load_group("cues_faint", "terming")
    for start, at, high in find_verbs(document, deeming | calling):
        thing = find_phrase_after(document, at + 1, high)
        if thing is None or thing.start != at + 1 or thing.stop >= high:
            continue
        behind = words[thing.stop]
        marked = behind.text in "“\"‘'" or document.is_quoted(behind.start)
        if marked or (words[at].text.lower() in deeming and (behind.tag in ("JJ", "VBN", "TO") or len(thing) > 2)):
            yield from tell_meant(document, start, at, high, who=True)


def _find_written(document: Document) -> Iterator[Attribution]:
    """What a letter or message says: "a letter to the board | urging it to act"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "writing")):
        if words[at].tag != "VBG" or at + _FEWEST >= high or document.is_quoted(words[at].start):
            continue
        letter = find_phrase_before(document, at, low)
        if letter is not None and letter.start > low and words[letter.start - 1].text.lower() == "to":
            written = find_phrase_before(document, letter.start - 1, low)
            letter = written and range(written.start, letter.stop)
        if letter is None:
            continue
        head = next((i for i in letter if words[i].tag in ("IN", "TO")), letter.stop) - 1
        if words[head].text.lower().removesuffix("s") not in load_words("documents") | load_group(
            "cues_faint", "letter"
        ):
            continue
        opens = at + 2 if words[at + 1].text.lower() in ("for", "of") else at + 1
        if words[opens].text.lower() == "comment":
            continue
        yield _make(document, opens, range(at, opens), letter)


def _find_pleaded(document: Document) -> Iterator[Attribution]:
    """What somebody answers to a charge: "pleaded not guilty to theft"."""
    words = document.words
    for at, low, high in document.find_in_sentences(("guilty",)):
        verb = at - 2 if words[at - 1].text.lower() == "not" else at - 1
        if verb <= low or words[verb].text.lower() not in load_group("cues_faint", "pleading"):
            continue
        start = find_group_start(document, verb, low)
        if not {words[i].text.lower() for i in range(start, verb)} - HAVE:
            yield from tell_meant(document, start, verb, high, who=True)


def _find_refused(document: Document) -> Iterator[Attribution]:
    """What somebody will or will not do, as they have made known: "refused to join", "vowed to fight on"."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_faint", "refusing")):
        if at + _FEWEST >= high or words[at + 1].text.lower() != "to" or words[at + 2].tag != "VB":
            continue
        if words[at + 2].text.lower() not in load_group("cues_unsaid", "silent"):
            yield from tell_meant(document, start, at, high)


def _make(document: Document, opens: int, cue: range, who: range) -> Attribution:
    words = document.words
    end = find_meant_end(document, opens, document.first[words[opens].sentence + 1])
    end = next((i for i in range(opens, end) if words[i].text == "," and not document.is_quoted(words[i].start)), end)
    return lay_form(document, range(opens, end), cue, who)
