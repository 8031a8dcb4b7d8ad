"""Mentions in reading order: where each stands, what it is in its clause, and what is known of everyone so far."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from reader.analysis.actors.genders import Gender
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import FINITE, Document, Word
from reader.analysis.document.phrases import POSSESSIVES

PRONOUN_GENDER: Final[Mapping[str, Gender]] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_REMEMBERED = 400
"""So many mentions back are looked at where a quotation is left out."""
_VERB_WITHIN = 3
"""So many words behind a subject its verb follows, an apposition not counted."""
_SUBORDINATES = frozenset(["as", "after", "before", "because", "while", "since", "until", "although", "though"])
_CLAUSES = _SUBORDINATES | {"that", "if", "when", "where"}
_JOINED_WITHIN = 6
"""So many words behind "and" the verb follows that is of two."""
_APPOSED = 16
"""So many words an apposition behind a subject has at most."""
_SECOND = frozenset(["a", "an", "the", "which", "whose", "where"])
"""Words that a second apposition begins with, which tells more of the first."""

_BEFORE_NAME = frozenset(["DT", "JJ", "NN", "NNP", "CD", "RB", "CC", "HYPH", "POS", "``", ".", "VB"])
"""Tags of what stands before a name in the phrase that opens a sentence."""
_RELATIVE = frozenset(["WP", "WP$", "WDT", "WRB"])
_FAR_VERB = 40
"""So many words behind a name that opens a sentence its verb stands at most."""

Led = Literal["", "one", "many"]
_LED_WITHIN = 5
"""So many words behind an owner the noun stands at most."""
_PEOPLE = frozenset(["staff", "police", "people", "crew", "personnel", "troops", "families"])


class Place(NamedTuple):
    """One mention: its cluster, position, word, sentence and block, and whether it is a subject, quoted, a pronoun."""

    cluster: int
    start: int
    word: int
    sentence: int
    block: int
    subject: bool
    quoted: bool
    pronoun: bool
    led: Led = ""
    """The number of the noun that it leads to: "Norvik’s customers" and "Norvik staff" are many."""
    behind: bool = False
    """Whether it stands behind a preposition."""


@dataclass(slots=True)
class Seen:
    """What is known at one point of the reading: each cluster's last mention, and how often and where it was one."""

    last: dict[int, Place] = field(default_factory=dict)
    """In the order of these mentions, the latest at the end."""
    order: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    subjects: dict[int, set[int]] = field(default_factory=dict)
    genders: dict[int, Gender | None] = field(default_factory=dict)
    last_of: dict[Gender, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    stands: dict[int, frozenset[str]] = field(default_factory=dict)
    """How mentions of bodies stand in their sentences, by where they begin, as far as that was asked."""

    def see(self, place: Place) -> None:
        """Read on over a mention."""
        who = place.cluster
        self.last.pop(who, None)
        self.last[who] = place
        self.order[who] = len(self.places)
        self.counts[who] = self.counts.get(who, 0) + 1
        if place.subject:
            self.subjects.setdefault(place.sentence, set()).add(who)
        self.places.append(place)

    def look_back(self, position: int) -> "Seen":
        """What was known at an earlier position; genders and counts stay as they are now."""
        after = next((k for k, place in enumerate(reversed(self.places)) if place.start < position), len(self.places))
        if not after:
            return self
        earlier = Seen(genders=self.genders, last_of=self.last_of, stands=self.stands)
        end = len(self.places) - after
        for place in self.places[max(0, end - _REMEMBERED) : end]:
            earlier.see(place)
        earlier.counts = self.counts
        return earlier


def places_between(places: Sequence[Place], low: int, high: int) -> Sequence[Place]:
    """Of mentions in reading order those whose first word stands in [low, high)."""
    return places[bisect_left(places, low, key=_start) : bisect_left(places, high, key=_start)]


def _start(place: Place) -> int:
    return place.start


def locate(document: Document, cluster: int, at: range, pronoun: bool) -> Place:
    """The mention of a cluster by these words."""
    start, _, _, tag, sentence = document.words[at.start]
    block = document.sentences[sentence].block
    subject = is_subject(document, at) and not (pronoun and tag == "PRP$")
    quoted = document.is_quoted(start)
    led, behind = find_led(document, at), is_behind_preposition(document, at.start)
    return Place(cluster, start, at.start, sentence, block, subject, quoted, pronoun, led, behind)


def find_led(document: Document, at: range) -> Led:
    """The number of the noun that a mention owns or stands before as part of its phrase, where it does."""
    words, tags, start = document.words, document.tags, at.stop
    if start >= len(words) or (tags[start] == "NNS" and is_misread_verb(document, at)):
        return ""
    owned = tags[at.start] == "PRP$"
    if words[start].text in POSSESSIVES:
        owned, start = True, start + 1
    head = None
    for position in range(start, min(start + _LED_WITHIN, document.first[words[at.start].sentence + 1])):
        tag = tags[position]
        if tag in ("NN", "NNS") and words[position].text.islower():
            head = words[position]
        elif not (owned or head is not None or tag == "JJ") or not tag.startswith(("JJ", "CD", "HYPH", "NN")):
            break
    if head is None:
        return ""
    return "many" if head.tag == "NNS" or head.text in _PEOPLE else "one"


def is_behind_preposition(document: Document, at: int) -> bool:
    """Whether a word stands behind a preposition, an article between them left out."""
    words, tags = document.words, document.tags
    before = at - 1 - (at > 0 and tags[at - 1] == "DT")
    return before >= 0 and tags[before] in ("IN", "TO") and words[before].sentence == words[at].sentence


def move(document: Document, place: Place, position: int) -> Place:
    """A mention as if it stood at an earlier position, where its quotation opens."""
    at = document.words_in((position, position + 1)).start
    sentence = document.words[at].sentence
    block = document.sentences[sentence].block
    return place._replace(word=at, sentence=sentence, block=block, start=position)


def is_subject(document: Document, at: range) -> bool:
    """Whether a mention is the subject of its clause: a verb follows it, perhaps behind an apposition or adverb."""
    words, tags = document.words, document.tags
    stop = min(at.stop + _VERB_WITHIN, document.first[words[at.start].sentence + 1])
    if at.stop >= stop:
        return False
    if words[at.stop].text in ("and", "&") and _are_subject(document, at):
        return True
    if tags[at.stop] == "NNS" and is_misread_verb(document, at):
        return True
    for position in range(at.stop, stop):
        text, tag = words[position].text, tags[position]
        if text in POSSESSIVES:
            return False
        if tag in FINITE:
            return True
        if text in (",", "("):
            if words[at.start - 1].text == text == "," and position + 1 < stop and words[position + 1].is_finite:
                return True  # "the firm's head, Ann Lee, gave"
            close = _find_close(words, position)
            if close is not None and text == "," and words[close + 1].text in _SECOND:
                close = _find_close(words, close)  # "the head of a firm, a part of the bank,"
            if close is not None and words[close + 1].is_finite:
                return text == "(" or not _is_clause(words[position + 1 : close])
            return _has_far_verb(document, at)
        if tag not in ("RB", "CC", "NNP"):
            return tag == "IN" and _has_far_verb(document, at)
    return False


def is_misread_verb(document: Document, at: range) -> bool:
    """Whether the word behind a name that opens its sentence was taken for a noun of many and is its verb: no other
    word there is one ("Lee agrees."), or it tells of speech or thought and what follows is no verb ("Lee believes
    there")."""
    words, tags = document.words, document.tags
    if at.stop >= len(tags) or tags[at.stop] != "NNS" or not words[at.stop].text.islower():
        return False
    first, stop = document.first[words[at.start].sentence], document.first[words[at.start].sentence + 1]
    if at.start != first or at.stop >= stop:
        return False
    if not any(tag in FINITE for tag in tags[at.stop + 1 : stop]):
        return True
    behind = words[at.stop + 1]
    return lemma_of(words[at.stop].text) is not None and behind.tag in ("EX", "DT", "PRP", "PRP$")


def _has_far_verb(document: Document, at: range) -> bool:
    """Whether a mention that opens its sentence has its verb behind all that is told of it in between: "Ann Lee, MD, of
    the Norvik clinic, could", "Ann Lee from the board agreed", "Ann Lee, who is back, put it"."""
    words = document.words
    sentence = words[at.start].sentence
    if not _BEFORE_NAME.issuperset(document.tags[document.first[sentence] : at.start]):
        return False
    parted = clause = likely = False
    for position in range(at.stop, min(at.stop + _FAR_VERB, document.first[sentence + 1])):
        word = words[position]
        if word.tag in _RELATIVE:
            clause = True
        elif word.text == ",":
            parted = True
        elif word.is_finite:
            before = words[position - 1 - (words[position - 1].tag == "RB")].text
            if before in (",", ")") or not (clause or parted):
                return True
            if not clause:
                return False
        elif word.tag in ("VBN", "VB") and words[position - 1].tag in (",", "NN", "NNP"):
            likely = True
    return likely


def _are_subject(document: Document, at: range) -> bool:
    """Whether a mention is a subject with others behind "and": "Lee and her staff are", not "of Lee and her staff"."""
    words = document.words
    first = document.first[words[at.start].sentence]
    before = words[at.start - 1] if at.start > first else None
    if before is not None and (before.is_verb or (before.tag in ("IN", "TO") and before.text not in _CLAUSES)):
        return False
    stop = min(at.stop + 1 + _JOINED_WITHIN, len(words), document.first[words[at.start].sentence + 1])
    for position in range(at.stop + 1, stop):
        word = words[position]
        if word.is_finite:
            return position > at.stop + 1
        if not word.tag.startswith(("DT", "PRP$", "JJ", "NN", "CD", "POS", "HYPH")):
            return False
    return False


def _find_close(words: Sequence[Word], at: int) -> int | None:
    """The comma or bracket that ends what one begins, a word behind it."""
    mark = ")" if words[at].text == "(" else ","
    for i, word in enumerate(words[at + 1 : min(at + _APPOSED, len(words) - 1)], at + 1):
        if word.text == mark:
            return i
    return None


def _is_clause(between: Sequence[Word]) -> bool:
    """Whether between two commas stands no apposition but a clause that goes on behind its verb: "the judge, Bo Berg,
    Lee sat down, drank and"; "Berg said" in between is put in."""
    for word in between[:-1]:
        if word.tag in _RELATIVE or word.tag in ("IN", "VBG"):
            return False
        if word.is_finite:
            return True
    return False


def is_subordinate(document: Document, place: Place) -> bool:
    """Whether a subject stands right behind the word that begins a clause of its own: "which Lee has promised", "as
    Lee left"."""
    words = document.words
    at = place.word - 1
    while at > 0 and words[at].tag in ("DT", "NN", "JJ", "NNP") and words[at].sentence == place.sentence:
        at -= 1
    if at < 0 or words[at].sentence != place.sentence:
        return False
    return words[at].tag in ("WDT", "WP", "WRB") or words[at].text.lower() in _SUBORDINATES
