"""What somebody means to do, wants or hopes, where the tagger is not sure of it: "The board plans to sell the quay",
"Hale wants the ward to close", "Moss is keen to stay"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import (
    BE,
    CONFIDENCE,
    HAVE,
    NO_SPEAKER,
    find_told_end,
    is_bound,
    lay_form,
    opens_clause,
)
from reader.analysis.claims.possible import is_source
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import (
    POSSESSIVES,
    find_group_start,
    find_phrase_after,
    find_subject,
    is_time,
    skip_back,
)
from reader.analysis.document.titles import is_office

_LEAST = 0.5
"""What the tagger thinks less likely is no such thing."""
_NOBODY = (NO_SPEAKER - {"it"}) | frozenset(
    ["i", "we", "anyone", "everyone", "someone", "anybody", "everybody", "nobody", "people"]
)
_WHEN = frozenset(
    ["year", "month", "week", "weekend", "season", "summer", "winter", "spring", "autumn", "morning", "night"]
)
_DO = frozenset(["do", "does", "did"])
_PLURAL = re.compile(r"ies$|men$|(?<=s|x)es$|(?<=ch|sh)es$|s$")
_SINGULAR = {"ies": "y", "men": "man"}
_VERBAL = frozenset(["VBZ", "VBP", "VBD", "VBG", "VBN", "VB", "NN", "NNS"])
"""Tags of words that may be such a verb."""
_REACH = 10
"""So many words a thing that shall do something has at most."""


def find_meant(document: Document) -> Iterator[Attribution]:
    """What somebody means, wants or hopes to do, or others to do, in no order."""
    wishing = load_group("cues_meant", "wishing")
    for start, at, high in find_verbs(document, load_group("cues_meant", "meaning")):
        wishes = document.words[at].text.lower() in wishing
        if _opens_infinitive(document, at + 1, high) or (wishes and opens_other(document, at, high)):
            yield from tell_meant(document, start, at, high)


def lift_meant(document: Document, one: Attribution) -> Attribution:
    """An attribution that is as sure as these are where its words are theirs, whatever their tags."""
    if one.confidence is None or not _LEAST <= one.confidence < CONFIDENCE or not one.source or not one.cue:
        return one
    cue, source = document.words_in(one.cue[-1]), document.words_in(one.source[0])
    if not cue or not source or source.stop > cue.start or document.is_quoted(one.cue[-1][0]):
        return one
    words = document.words
    verb, who = words[cue[-1]], document.article.words_of(one.source[0])
    verbal = verb.tag.startswith("VB") or verb.text.lower() in load_group("cues_meant", "nouns")
    group = {words[i].text.lower() for i in cue[:-1]}
    bound = any(words[i].tag == "MD" for i in cue) or (verb.tag == "VBN" and group & BE)
    if verb.text.lower() not in load_group("cues_meant", "meaning") or not verbal or bound:
        return one
    opens, high = document.words_in(one.content[0]).start, document.first[verb.sentence + 1]
    owner = who.endswith(POSSESSIVES) or words[source.start].tag == "PRP$"
    held = not owner and is_source(document, one.source) and _may_hold(document, source, document.first[verb.sentence])
    if not held or not _opens_infinitive(document, opens, high):
        return one
    ends = _find_joint(document, opens, document.words_in(one.content[0]).stop)
    first = (one.content[0][0], min(one.content[0][1], words[ends - 1].end))
    return one._replace(content=(first, *one.content[1:]), confidence=CONFIDENCE, by_form=True)


def find_ordered(document: Document) -> Iterator[Attribution]:
    """What somebody has others do, in no order."""
    for start, at, high in find_verbs(document, load_group("cues_meant", "ordering")):
        if opens_other(document, at, high):
            yield from tell_meant(document, start, at, high)


def find_seen(document: Document) -> Iterator[Attribution]:
    """What somebody takes a thing for, in no order."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_meant", "seeing")):
        phrase = find_phrase_after(document, at + 1, high)
        if phrase is None or phrase.start != at + 1 or phrase.stop + 2 >= high:
            continue
        named = words[phrase.stop + 1 : phrase.stop + 6]
        article = named[0].text.lower() in ("a", "an", "the", "his", "her", "their", "its")
        opens = article or named[0].tag[:2] in ("JJ", "VB")
        if words[phrase.stop].text.lower() == "as" and opens and not any(word.is_finite for word in named):
            yield from tell_meant(document, start, at, high)


def find_minded(document: Document) -> Iterator[Attribution]:
    """What somebody is keen to do, or loath to, or aware of, in no order."""
    words = document.words
    feelings = load_group("cues_meant", "feeling")
    for at, low, high in document.find_in_sentences(load_group("cues_meant", "minded") | feelings):
        verb = skip_back(words, at, low) - 1
        if verb <= low or words[verb].text.lower() not in BE or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, verb, low)
        feels = words[at].text.lower() in feelings
        if at + 2 < high and words[at].text.lower() == "determined" and words[at + 2].text.lower() == "be":
            continue
        opens = _opens_clause(document, at + 1, high) if feels else _opens_infinitive(document, at + 1, high)
        if opens and not is_bound(words[start:verb]):
            yield from tell_meant(document, start, at, high)


def find_verbs(document: Document, verbs: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """The verbs among some, unquoted, that say that somebody does mean so: where each with what leads up to it begins,
    its place, and where its sentence ends."""
    return keep_tensed(document, document.find_in_sentences(verbs))


def keep_tensed(document: Document, found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The same of words that are found already, with where their sentences begin and end."""
    words = document.words
    for at, low, high in found:
        if words[at].tag in _VERBAL and not document.is_quoted(words[at].start):
            start = find_group_start(document, at, low)
            if has_tense(document, at, start, low):
                yield start, at, high


def has_tense(document: Document, at: int, start: int, low: int) -> bool:
    """Whether a verb says that somebody does mean so: no "to hope", "would want", "was planned"."""
    words = document.words
    word, before = words[at], {words[i].text.lower() for i in range(start, at)}
    if is_bound(words[start:at]):
        return False
    if word.tag in ("VBZ", "VBP", "VBD") and before.isdisjoint(BE) and before.isdisjoint(HAVE):
        return word.tag != "VBD" or not document.is_in_headline(word)
    if word.tag == "VBG":
        return bool(before & BE)
    if word.tag in ("VBN", "VBD"):
        return bool(before & HAVE) and not before & BE
    if word.tag in ("VB", "NN") and before & _DO:
        return True
    return word.tag == "NNS" and _is_verb_after_all(document, at, low)


def _is_verb_after_all(document: Document, at: int, low: int) -> bool:
    """Whether a word that its tag calls a noun is the sentence's verb: "The company plans to sell the quay"."""
    words = document.words
    if words[at].text.lower() not in load_group("cues_meant", "nouns") or any(
        words[i].is_finite for i in range(low, at)
    ):
        return False
    if at == low or words[at - 1].tag in ("POS", "PRP$", "JJ", "DT", "VBG", "VBN", "IN", "CC"):
        return False
    high = document.first[words[at].sentence + 1]
    verb = next((i for i in range(at + 1, high) if words[i].is_finite), high)
    between = words[at + 1 : verb]
    return (
        verb == high
        or any(word.tag == "CC" for word in between[-1:])
        or any(word.text == "," or word.tag in ("WDT", "WP", "WRB") for word in between)
    )


def opens_other(document: Document, at: int, high: int) -> bool:
    """Whether somebody who shall do something follows a verb: "the ward to close"."""
    words = document.words
    phrase = find_phrase_after(document, at + 1, high)
    if phrase is None or phrase.start != at + 1:
        return False
    for i in range(at + 2, min(high, at + _REACH)):
        if _opens_infinitive(document, i, high):
            return True
        if words[i].is_finite or words[i].text in ",;:—–" or document.is_quoted(words[i].start):
            return False
    return False


def _opens_infinitive(document: Document, at: int, high: int) -> bool:
    words = document.words
    if at + 1 >= high or words[at].text.lower() != "to" or document.is_quoted(words[at].start):
        return False
    behind = at + 2 if words[at + 1].tag == "RB" and at + 2 < high else at + 1
    return words[behind].tag == "VB"


def _opens_clause(document: Document, at: int, high: int) -> bool:
    return at + 2 < high and not document.is_quoted(document.words[at].start) and opens_clause(document.words[at:high])


def tell_meant(document: Document, start: int, at: int, high: int, *, who: bool = False) -> Iterator[Attribution]:
    """What is meant behind a verb or an adjective, where somebody before it may mean it; of a relative clause that
    tells more of somebody, where `who` is asked for ("Moss, who | is critical of the plan, left")."""
    words = document.words
    low = document.first[words[at].sentence]
    source = find_subject(document, start, low)
    if source is None:
        return
    end = find_meant_end(document, at + 1, high)
    if who and words[source.start].text.lower() == "who" and source.start > low:
        before = words[source.start - 1]
        held = before.text == "," or (before.tag.startswith("NN") and not names_things([before]))
        end = next((i for i in range(at + 1, end) if words[i].text == ","), end)
    else:
        held = _may_hold(document, source, low)
    if held:
        yield lay_form(document, range(at + 1, end), range(start, at + 1), source)


def tell_apart(document: Document, start: int, at: int, high: int) -> Iterator[Attribution]:
    """What the subject of a sentence means by what is told apart from its verb: "Moss left | , citing the storm"."""
    words = document.words
    low = document.first[words[start].sentence]
    verb = next((i for i in range(low, start) if words[i].is_finite), None)
    for one in tell_meant(document, find_group_start(document, verb, low), at, high) if verb is not None else ():
        if document.list_words(one.source[0])[0].text.lower() != "it":
            yield one._replace(cue=(document.span_of(range(start, at + 1)),))


def _may_hold(document: Document, phrase: range, low: int) -> bool:
    """Whether a phrase tells who means something: nobody in general, and nobody of whose wish only is spoken ("what
    Hale wants to sell")."""
    words = document.words
    if words[phrase.start].text.lower() in _NOBODY or words[phrase.start].tag in ("WP", "WDT"):
        return False
    if names_things([words[i] for i in phrase]) or is_joined(document, phrase):
        return False
    if phrase.start > low:
        before = words[phrase.start - 1]
        asked = before.text.lower() in load_group("cues_meant", "asked") or before.tag in ("TO", "WDT", "WP", "WRB")
        much = before.tag in ("JJ", "RB") and phrase.start - 1 > low and words[phrase.start - 2].tag == "WRB"
        gap = before.tag.startswith("NN") and before.text[-1].isalnum() and not is_time(before)
        gap = gap and before.text.lower() not in _WHEN
        told = before.text.lower() == "that" and phrase.start - 1 > low and words[phrase.start - 2].tag.startswith("NN")
        if asked or much or gap or told:
            return False
        if before.tag == "IN" and before.text.lower() in ("of", "in", "for", "from", "with", "by", "at", "on", "among"):
            return False
    return True


def names_things(words: Sequence[Word]) -> bool:
    """Whether a phrase is of things, one or more, that mean, judge and order nothing."""
    stop = next(
        (i for i, word in enumerate(words) if i and (word.tag in ("IN", "TO") or word.text in ",(—–")), len(words)
    )
    last = words[stop - 1]
    if last.tag == "JJ" and stop < len(words) and words[0].tag == "JJ":
        return True
    if last.tag != "NNS" or not last.text.islower() or any(word.is_proper for word in words[:stop]):
        return cannot_ask(words)
    one = _PLURAL.sub(lambda ending: _SINGULAR.get(ending[0], ""), last.text)
    return cannot_ask([last._replace(text=one, tag="NN")])


def is_joined(document: Document, phrase: range) -> bool:
    """Whether a phrase is two, of which the first is what is wished: "the deal the board (wants to sign)"."""
    words = document.words
    for i in range(phrase.start + 1, phrase.stop):
        opens = words[i].tag in ("DT", "PRP$") or (words[i].is_proper and words[i - 1].tag in ("NN", "NNS"))
        called = words[i - 1].text.lower() in load_words("people_called") or is_office(words[i - 1].text.lower())
        if words[i].text.lower() == "only":
            return True
        if opens and words[i - 1].tag.startswith("NN") and not (words[i].is_proper and called):
            return True
    return False


def find_meant_end(document: Document, opens: int, high: int) -> int:
    """Where what is meant ends: as elsewhere, and before "and" with the next verb of the same subject."""
    return _find_joint(document, opens, find_told_end(document.words, opens, high))


def _find_joint(document: Document, opens: int, end: int) -> int:
    """The "but" between two words, or the "and" before a verb with a tense; else the second of them."""
    words = document.words
    for i in range(opens + 2, end - 1):
        if words[i].tag == "CC" and words[i].text.lower() != "or":
            behind = words[i + 2 if words[i + 1].tag == "RB" and i + 2 < end else i + 1]
            plain = behind.tag == "VBP" and behind.text.lower() not in BE | HAVE
            if words[i].text.lower() == "but" or (behind.is_finite and not plain):
                return i
    return end
