"""What somebody says of a thing, told by a verb and the thing alone, where the tagger sees no claim: "Hale has denied
responsibility", "The board issued a joint warning about the quay", "Moss urged caution"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import (
    BE,
    CLAIMS,
    CONFIDENCE,
    HAVE,
    NOT,
    find_told_end,
    is_bound,
    lay_form,
    opens_clause,
)
from reader.analysis.claims.judged import may_judge
from reader.analysis.document.cues import CLAUSAL, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import (
    drop_end_marks,
    find_group_start,
    find_phrase_after,
    find_phrase_before,
    find_subject,
    is_time,
)
from reader.analysis.document.titles import is_given

_INSIDE = ("DT", "PDT", "JJ", "JJR", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBG", "VBN")
_BEHIND = frozenset(["about", "over", "that", "against", "regarding", "on", "of", "for"])
_REACH = 7
_FEWEST = 3


def find_stated(document: Document) -> Iterator[Attribution]:
    """What somebody denies, voices or urges, in no order."""
    words = document.words
    denying, voicing = load_group("cues_stated", "denying"), load_group("cues_stated", "voicing")
    urging = load_group("cues_stated", "urging")
    for at, low, high in document.find_in_sentences(denying | voicing | urging):
        if at + 1 >= high or document.is_quoted(words[at].start) or document.is_quoted(words[at + 1].start):
            continue
        start = find_group_start(document, at, low)
        who = find_subject(document, start, low)
        if who is None or not _has_tense(words[at], words[start:at], main=who.start == low):
            continue
        stop = at + 1
        while stop < min(high, at + _REACH) and words[stop].tag in _INSIDE:
            stop += 1
        text = words[at].text.lower()
        if text in denying:
            opens = _open_denied(words[at + 1 : stop], at)
        elif text in voicing:
            opens = _open_voiced(document, at, stop, high)
        else:
            opens = at + 1 if words[at + 1].text.lower() in load_group("cues_stated", "urged") else None
        if opens is None:
            continue
        if not (_is_told_of(document, who) or may_judge([words[i] for i in who])):
            continue
        if who.start > low and words[who.start - 1].tag in ("IN", "TO"):
            continue
        end = find_told_end(words, opens, high)
        if words[who.start].text.lower() in ("who", "which"):
            end = next((i for i in range(opens, end) if words[i].text == ","), end)
        if end > opens:
            yield lay_form(document, range(opens, end), range(start, opens), who)


def _is_told_of(document: Document, who: range) -> bool:
    """Whether a relative clause tells more of somebody: "Hale, who | has denied responsibility"."""
    first = document.words[who.start]
    return first.text.lower() in ("who", "which") and who.start > 0 and document.words[who.start - 1].text == ","


def _has_tense(verb: Word, group: Sequence[Word], *, main: bool) -> bool:
    """Whether a verb tells what was done; the first of its sentence does whatever its tag."""
    before = {word.text.lower() for word in group}
    if before & (BE | NOT) or is_bound(group):
        return False
    return verb.tag in ("VBD", "VBZ", "VBP") or (verb.tag == "VBN" and (main or bool(before & HAVE)))


def _open_denied(thing: Sequence[Word], at: int) -> int | None:
    """Behind "denied": "responsibility", "the allegations"."""
    said = CLAIMS | load_group("cues_stated", "denied")
    return at + 1 if any(word.text.lower() in said for word in thing) else None


def _open_voiced(document: Document, at: int, stop: int, high: int) -> int | None:
    """Behind "issued a warning": "about the quay", "that it is unsafe"."""
    words = document.words
    noun = stop - 1
    if noun <= at or stop + 1 >= high or words[noun].text.lower() not in load_group("cues_stated", "voiced"):
        return None
    if words[stop].text.lower() == "to":
        hearer = find_phrase_after(document, stop + 1, high)
        stop = stop if hearer is None or hearer.stop >= high else hearer.stop
    return stop if words[stop].text.lower() in _BEHIND else None


def find_gone_on(document: Document) -> Iterator[Attribution]:
    """What somebody goes on to say: "Hale went on to suggest the quay could close", in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(("went", "goes", "gone", "go")):
        verb = at + 3
        if verb + _FEWEST >= high or document.is_quoted(words[at].start) or words[verb].tag != "VB":
            continue
        if [word.text.lower() for word in words[at + 1 : verb]] != ["on", "to"]:
            continue
        if lemma_of(words[verb].text) not in SAID_LEMMAS & CLAUSAL or not opens_clause(words[verb + 1 : high]):
            continue
        start = find_group_start(document, at, low)
        who = find_subject(document, start, low)
        if is_bound(words[start:at]) or who is None:
            continue
        yield lay_form(document, range(verb + 1, find_told_end(words, verb + 1, high)), range(start, verb + 1), who)


def find_learned(document: Document) -> Iterator[Attribution]:
    """What a paper or a station has learned or understands: "The Harbour Times understands the quay is sold", "The quay
    is sold, Harbour.example has learned", in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(("learned", "learnt", "understands")):
        start = find_group_start(document, at, low)
        perfect = any(words[i].text.lower() in HAVE for i in range(start, at))
        understands = words[at].text.lower() == "understands"
        surely = understands and words[at - 1].tag == "RB"
        if perfect == understands or surely or document.is_quoted(words[at].start):
            continue
        who = _find_paper(document, start, low)
        if who is None or is_bound(words[start:at]):
            continue
        opens = at + 1
        while opens < high and (words[opens].tag == "RB" or is_time(words[opens])):
            opens += 1
        end = drop_end_marks(words, opens, high)
        told = any(words[i].is_finite for i in range(opens, end))
        if told and end > opens + _FEWEST and (opens_clause(words[opens:end]) or words[opens].is_proper):
            stop = find_told_end(words, opens, high)
            stop = stop if any(words[i].is_finite for i in range(opens, stop)) else end
            yield lay_form(document, range(opens, stop), range(start, opens), who)
        elif end == opens and who.start - low > _FEWEST and words[who.start - 1].text == ",":
            yield lay_form(document, range(low, who.start - 1), range(start, opens), who)


def _find_paper(document: Document, end: int, low: int) -> range | None:
    """Whose name ends at a word, where it is no person's: "the Harbour Times", "HarbourNews", not "Ida Hale"."""
    words = document.words
    phrase = find_phrase_before(document, end, low)
    if phrase is None:
        return None
    who = find_site(document, phrase, low)
    names = words[who.start + (words[who.start].tag == "DT") : who.stop]
    if not names or not names[0].tag.startswith("NN") or not names[0].text[0].isupper():
        return None
    press = names[-1].text.lower() in load_group("bodies_sorted", "press name")
    alone = len(who) == 1 and names[0].text[1:].islower() and not press
    return None if alone or is_given(names[0].text.lower()) else who


def find_site(document: Document, who: range, low: int) -> range:
    """A phrase whole where it is the end of a site's name: "Harbour.example", and not "example"."""
    words = document.words
    start = who.start - 2
    joined = start >= low and words[start].end == words[start + 1].start == words[who.start].start - 1
    return range(start, who.stop) if joined and words[start + 1].text == "." else who


def find_per(document: Document) -> Iterator[Attribution]:
    """What is so "per" somebody, at either end of a sentence or within it: "Per Hale, the quay is safe", "The quay is
    safe, per the board"; in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(("per",)):
        if document.is_in_headline(words[at]) or document.is_quoted(words[at].start):
            continue
        who = find_told_per(document, at, low, high)
        if who is None:
            continue
        first = at - 1 if at > low and words[at - 1].text == "As" else at
        alone = len(who) == 1 or words[who.start + 1].text == ","
        if first == at == low and alone and _goes_on_about(words, who.stop, high):
            continue
        yield from _tell_around(document, range(first, at + 1), who, low, high)


def _goes_on_about(words: Sequence[Word], comma: int, high: int) -> bool:
    """Whether what follows the name in "Per Hale" tells of a man of that first name before it says what he does: "Per
    Hale, of the board, said so", "Per Hale, 44, …", "Per Hale, the mayor, said so"."""
    commas = [i for i in range(comma, high - 1) if words[i].text == ","]
    return commas[:1] == [comma] and any(words[i + 1].is_finite for i in commas)


def find_in_words(document: Document) -> Iterator[Attribution]:
    """What is so in somebody's words, at either end of a sentence or within it: "In the words of Hale, it is safe", "It
    was, in the words of one sailor, “a wreck”"; in no order."""
    words = document.words
    for at, low, high in document.find_in_sentences(("words",)):
        first = at - 2
        if first < low or at + 2 >= high or words[at + 1].text.lower() != "of" or document.is_quoted(words[at].start):
            continue
        if [word.text.lower() for word in words[first:at]] != ["in", "the"]:
            continue
        who = find_phrase_after(document, at + 2, high)
        if who is not None and (first == low or words[first - 1].text == ","):
            yield from _tell_around(document, range(first, at + 2), who, low, high)


def _tell_around(document: Document, cue: range, who: range, low: int, high: int) -> Iterator[Attribution]:
    """What is told around a cue that stands right before who tells it, where it is a clause."""
    parts = _part_around(document.words, range(cue.start, who.stop), low, high)
    if any(document.words[i].is_finite for part in parts for i in part):
        yield Attribution(
            tuple(map(document.span_of, parts)), (document.span_of(cue),), (document.span_of(who),), CONFIDENCE
        )


def _part_around(words: Sequence[Word], per: range, low: int, high: int) -> tuple[range, ...]:
    """What is told before and behind "per" somebody, in the sentence [low, high); nothing where no comma parts it, or
    what stands on both sides is no one clause."""
    before, behind = range(low, per.start - 1), range(per.stop + 1, drop_end_marks(words, per.stop + 1, high))
    follows = per.stop + _FEWEST < high and words[per.stop].text == ","
    if per.start == low:
        return (behind,) if follows else ()
    if words[per.start - 1].text != ",":
        return ()
    if len(before) > 1 and drop_end_marks(words, per.stop, high) == per.stop:
        return (before,)
    if not before or not follows:
        return ()
    apart = sum(words[i].is_finite for i in before)
    joined = words[behind.start].is_finite if not apart else apart == 1 and words[before[-1]].text.lower() in BE
    return (before, behind) if joined else ()


def find_told_per(document: Document, at: int, low: int, high: int) -> range | None:
    """Who tells what is so "per" them, no measure ("per person"): a name, or a phrase with an article or an owner."""
    words = document.words
    named = at > low and words[at].text[0].isupper() and words[at - 1].text != "As"  # "her teacher, Per Askild,"
    opens = at == low or (words[at - 1].text in (",", "As") and not named)
    if not opens or at + 1 >= high or not (words[at + 1].tag in ("DT", "PRP$") or words[at + 1].text[0].isupper()):
        return None
    return find_phrase_after(document, at + 1, high)
