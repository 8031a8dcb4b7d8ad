"""People of one name together: "the Marlows", "the Marlow family", and peoples that are in no list: "the Velanis"."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from reader.analysis.actors.genders import Gender, find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.naming import PARENT_OR_CHILD, Naming, fold_accents
from reader.analysis.actors.people import may_be_one
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_phrases
from reader.analysis.document.peoples import do_as_people
from reader.analysis.document.phrases import is_of_many, skip_back
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_given, is_post
from reader.article.model import Span

CALLED: Final = frozenset(["family", "brothers", "sisters", "siblings", "twins", "clan"])
"""Words in small letters behind a last name that mean people of that name."""

KIN: Final = frozenset(
    [
        *("mother", "father", "wife", "husband", "sister", "brother", "daughter", "son", "grandson", "granddaughter"),
        *("grandmother", "grandfather", "aunt", "uncle", "niece", "nephew", "cousin", "fiancé", "fiancée", "widow"),
        *("girlfriend", "boyfriend", "stepfather", "stepmother", "stepson", "stepdaughter", "widower", "twin"),
    ]
)
"""Words for somebody's relative."""
_THEIRS = frozenset(["his", "her", "their", "my"])
_OF_WHOM = frozenset(["marriage", "married", "divorce", "divorced", "wedding"])
_TELLING = ("NN", "JJ", "HYPH", "CC", "CD", "DT", ",")
"""Tags of what tells of a relative before the name: "her husband, former President", "musician and organiser"."""
_TOLD = 10
"""So many words of it at most."""
_CALLED_THEN = 4
_RIGHT_BEHIND = 1
"""Sentences behind a full name in which the last name alone may still be of whoever was named in passing."""
_BESIDE = frozenset(["’s", "'s", "and"])
"""What stands behind the name of one who is called by the last name where another's full name of the same follows."""


def list_families(document: Document, namings: Sequence[Naming], surnames: Collection[str]) -> set[str]:
    """Spellings that mean people of one last name together: "the Marlows" beside "Ann Marlow"."""
    found: set[str] = set()
    for naming in namings:
        key = naming.key
        if len(naming.tokens) > 1 or key in surnames or list_singles(key).isdisjoint(surnames):
            continue
        at = document.words_in(naming.span).start
        behind = document.words[at + 1 : at + 2]
        led = bool(behind) and behind[0].tag.startswith("NN")  # "the Joules founder"
        if _follows_the(document, at) and not led:
            found.add(key)
    return found


def list_singles(key: str) -> set[str]:
    """What one of those is called who are called so together."""
    return {key.removesuffix("s"), key.removesuffix("es")} - {key}


def list_many(document: Document, namings: Sequence[Naming], likeliest: Mapping[str, str]) -> set[str]:
    """Spellings of one word that were taken for one person and are many, for "the" stands before them and a verb of
    many behind: "the Velanis live"; no place."""
    seen: dict[str, list[bool]] = defaultdict(list)
    for naming in namings:
        key = naming.key
        if len(naming.tokens) > 1 or not key.endswith("s") or key.endswith("ss") or likeliest[key] != "person":
            continue
        if key in load_phrases("places"):
            continue
        at = document.words_in(naming.span).start
        seen[key].append(_follows_the(document, at) and _are_many(document, at))
    return {key for key, told in seen.items() if any(told)}


def _follows_the(document: Document, at: int) -> bool:
    return at > 0 and document.words[at - 1].text.lower() == "the"


def _are_many(document: Document, at: int) -> bool:
    """Whether who is named by a word are many and people: a verb of many follows, or "who"."""
    behind = document.words[at + 1 : at + 2]
    return (bool(behind) and is_of_many(behind[0])) or do_as_people(document.words, at)


def name_family(document: Document, naming: Naming) -> bool:
    """Whether a last name is a family's, with a word that says so behind it, which then is part of the name: "the
    Marlow family"; not "Ann Marlow's family", "the Marlow family home"."""
    at = document.words_in(naming.span)
    words = document.words
    if at.stop >= len(words) or words[at.stop].text not in CALLED:
        return False
    if not _follows_the(document, at.start) or len(at) > 2:
        return False
    if at.stop + 1 < len(words) and words[at.stop + 1].tag.startswith("NN"):
        return False
    naming.kind = "group"
    naming.gender = None
    naming.span = naming.span[0], words[at.stop].end
    naming.tokens = (*naming.tokens, words[at.stop].text)
    naming.last = words[at.stop].text
    naming.key = f"{naming.key} {naming.last}"
    return True


def list_namesakes(document: Document, people: Sequence[Naming], sources: Sequence[Span]) -> set[str]:
    """Full names of those whose last name alone is another's: that other is called by it before the first naming of
    them in its sentence, or in full, or they are told of as a relative, and speak in none of the `sources` ("Moran's
    guest was Joshua Moran", "her father, Joshua Moran"); or somebody was called by it before a "Jr." came; or they are
    named once and speak in none, and the other, who was called by it before, is not called so again right behind."""
    people = sorted(people, key=lambda one: one.span)
    spoken = SpanIndex((span, None) for span in sources)
    speaking = {naming.key for naming in people if len(naming.tokens) > 1 and spoken.touches([naming.span])}
    found: set[str] = set()
    seen: set[str] = set()
    last: set[str] = set()
    lone: set[str] = set()
    alone: dict[str, int] = {}
    beside: dict[str, int] = {}
    for naming in people:
        at, name, full = document.words_in(naming.span), naming.last, len(naming.tokens) > 1
        sentence = document.words[at.start].sentence
        if full and naming.key not in seen:
            related = name in last and _is_relative(document, at.start)
            silent = naming.key not in speaking and (related or beside.get(name) == sentence)
            if silent or alone.get(name) == sentence or (naming.generation in PARENT_OR_CHILD and name in lone):
                found.add(naming.key)
        if full:
            seen.add(naming.key)
            last.add(name)
        elif not naming.generation and not document.is_in_headline(document.words[at.start]):
            lone.add(name)
        if at.stop < len(document.words) and document.words[at.stop].text in _BESIDE:
            (beside if full else alone)[name] = sentence
    return found | _list_in_passing(document, people, speaking | found)


def _list_in_passing(document: Document, people: Sequence[Naming], others: Collection[str]) -> set[str]:
    """Full names of those who are named once, but for some `others`, between two namings by the last name alone of
    somebody named before, the second not right behind, or they one of a couple. `people` are in reading order."""
    times = Counter(naming.key for naming in people if len(naming.tokens) > 1)
    known: dict[str, list[Naming]] = defaultdict(list)
    called: set[str] = set()
    passing: dict[str, tuple[str, int]] = {}
    found: set[str] = set()
    for naming in people:
        name, sentence = naming.last, document.words[document.words_in(naming.span).start].sentence
        if len(naming.tokens) > 1:
            once = times[naming.key] == 1 and naming.key not in others
            if once and name in called and not any(may_be_one(naming, other) for other in known[name]):
                of_couple = _is_of_couple(document, naming)
                passing[name] = naming.key, sentence - of_couple * _RIGHT_BEHIND
            known[name].append(naming)
            continue
        who, since = passing.pop(name, ("", sentence))
        if sentence > since + _RIGHT_BEHIND:
            found.add(who)
        if name in known:
            called.add(name)
    return found


def _is_of_couple(document: Document, naming: Naming) -> bool:
    """Whether a full name tells the last name of another before it too, by which neither is called alone then: "Eva
    Maria and Bo Moran"."""
    words, at = document.words, document.words_in(naming.span).start
    first = document.first[words[at].sentence]
    return at - 2 >= first and words[at - 1].text in ("and", "&") and is_given(words[at - 2].text.lower())


def _is_relative(document: Document, at: int) -> bool:
    """Whether a name that begins at a word stands behind what somebody's relative is called: "her late father, |"."""
    words = document.words
    noun = at - 1 - (at > 0 and words[at - 1].text == ",")
    if noun < 1 or words[noun].text.lower() not in KIN:
        return False
    owner = skip_back(words, noun, 1, tags=("JJ", "RB")) - 1
    return _is_owner(words[owner])


def _is_owner(word: Word) -> bool:
    """Whether a word tells whose relative is spoken of: "Hale’s", "her"."""
    return word.tag == "POS" or word.text.lower() in _THEIRS


def list_beside(document: Document, people: Sequence[Naming], sources: Sequence[Span]) -> set[Span]:
    """Full namings that only tell of whom somebody is a relative, or what that one was called before, so that the last
    name alone stays that one's: "her husband, former President Bill Moran", "the daughter of the singer Bo Moran",
    "then known as Chris Moran". That one was called so before, or is named in the same sentence; none is among them
    whom one of the `sources` names first."""
    people = sorted(people, key=lambda one: one.span)
    lasts = Counter(name for name, _ in {(one.last, one.key) for one in people if len(one.tokens) > 1})
    if not any(count > 1 for count in lasts.values()):
        return set()
    contradicted = _list_contradicted(document, people, lasts)
    found: set[Span] = set()
    alone: set[str] = set()
    named: dict[str, int] = {}
    for naming in people:
        name, at = naming.last, document.words_in(naming.span).start
        sentence = document.words[at].sentence
        if len(naming.tokens) == 1:
            alone.add(name)
        elif lasts[name] > 1 and (name in alone or named.get(name) == sentence) and _is_told_beside(document, at):
            found.add(naming.span)
        named[name] = sentence
    if not found:
        return contradicted
    starts = [naming.span[0] for naming in people]
    firsts = ((bisect_left(starts, begin), end) for begin, end in sources)
    speaking = {starts[at] for at, end in firsts if at < len(starts) and starts[at] < end}
    return contradicted | {span for span in found if span[0] not in speaking}


def _list_contradicted(document: Document, people: Sequence[Naming], lasts: Mapping[str, int]) -> set[Span]:
    """Full namings of relatives, behind one of whom they are, where the last name alone comes next and he or she behind
    it is nobody of their gender: "confirmed by his daughter, Ida Moran. Moran was born in Weir. He …"."""
    found: set[Span] = set()
    before: dict[str, Naming] = {}
    for at, naming in enumerate(people):
        name = naming.last
        last = before.get(name)
        before[name] = naming
        if len(naming.tokens) > 1 or last is None or len(last.tokens) == 1 or lasts[name] < 2:
            continue
        gender = _tell_kin_gender(document, last)
        follows = people[at + 1].span[0] if at + 1 < len(people) else len(document.article.text)
        told = _find_next_gender(document, document.words_in(naming.span).stop, follows)
        if gender is not None and told not in (None, gender):
            found.add(last.span)
    return found


def _tell_kin_gender(document: Document, naming: Naming) -> Gender | None:
    """The gender of whoever is named as somebody's relative: "her late father, |", "his daughter, the potter |"."""
    at = document.words_in(naming.span).start
    first = document.first[document.words[at].sentence]
    kin = next(
        (i for i in range(at - 1, max(first, at - _TOLD) - 1, -1) if document.words[i].text.lower() in KIN), None
    )
    if kin is None or not _is_told_beside(document, at):
        return None
    return find_gender(document.words[kin].text.lower())


def _find_next_gender(document: Document, at: int, stop: int) -> Gender | None:
    """The gender of he or she who comes next, not in what somebody says, behind a subject that does something and says
    nothing: "Moran | was born in Weir. He …"; None where somebody else is named before."""
    words = document.words
    if at >= len(words) or not words[at].is_finite or lemma_of(words[at].text) in SAID_LEMMAS:
        return None
    last = words[at].sentence + _RIGHT_BEHIND
    for word in words[at:]:
        if word.start >= stop or word.sentence > last:
            break
        if word.text.lower() in ("he", "she") and not document.is_quoted(word.start):
            return PRONOUN_GENDER[word.text.lower()]
    return None


def _is_told_beside(document: Document, at: int) -> bool:
    words = document.words
    first = document.first[words[at].sentence]
    if at > first and words[at - 1].text.lower() == "as":
        return any(word.text.lower() == "known" for word in words[max(first, at - _CALLED_THEN) : at])
    begin = at
    while begin > max(first, at - _TOLD) and _may_tell(words[begin - 1]):
        begin -= 1
        if words[begin].text.lower() in KIN:
            owner = skip_back(words, begin, first, tags=("JJ", "RB", "NN", "HYPH")) - 1
            return owner >= first and _is_owner(words[owner])
    if begin < first + 2:
        return False
    noun, joint = words[begin - 2].text.lower(), words[begin - 1].text
    return (joint == "of" and noun in KIN) or (joint in ("to", "from") and noun in _OF_WHOM)


def _may_tell(word: Word) -> bool:
    return word.tag.startswith(_TELLING) or is_post(word.text)


def group_families(namings: Sequence[Naming], people: Sequence[Naming]) -> tuple[list[list[Naming]], list[Naming]]:
    """The namings of each family, and those of bodies that are none. `people` are the namings of people."""
    known = {naming.last for naming in people if len(naming.tokens) > 1}
    groups = [naming for naming in namings if naming.kind == "group"]
    known |= {naming.key.rpartition(" ")[0] for naming in groups if naming.tokens[-1] in CALLED}
    families: dict[str, list[Naming]] = defaultdict(list)
    others = [naming for naming in namings if naming.kind != "group"]
    for naming in groups:
        stem = naming.key.rpartition(" ")[0]
        singles = set() if stem else list_singles(fold_accents(naming.key)) & known
        if stem and naming.tokens[-1] in CALLED:
            families[stem].append(naming)
        elif singles:
            families[min(singles)].append(naming)
        else:
            others.append(naming)
    return list(families.values()), others
