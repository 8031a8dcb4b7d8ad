"""Who he and she are: third-person singular pronouns to clusters.

Every person named so far is a candidate, and so is nobody. A candidate's features say how near its last mention is,
whether that was the subject of its clause, who the last pronoun of that gender was, and what is known of genders; a
linear model weighs them. The features follow the centering idea that subjects and recent topics attract pronouns
(Grosz, Joshi and Weinstein 1995); the weights are fitted by training/coreference.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reader.analysis.actors.clusters import Cluster, Gender
from reader.analysis.actors.pronoun_weights import WEIGHTS
from reader.analysis.document.document import Document
from reader.article.model import Span

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
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_POSSESSED = ("’s", "'s", "’", "'")
_CANDIDATES = 12
_REMEMBERED = 400
"""So many mentions back are looked at where a quotation is left out."""

FEATURES: Final = (
    "sentences 0",
    "sentences 1",
    "sentences 2",
    "sentences 3 to 4",
    "sentences 5 to 8",
    "sentences 9 or more",
    "words apart",
    "paragraphs apart",
    "last was subject",
    "last was pronoun",
    "subject of the sentence before",
    "subject of this sentence",
    "latest of all",
    "mentions between",
    "gender agrees",
    "gender unknown",
    "gender unknown, another agrees",
    "last pronoun of this gender",
    "times mentioned",
    "share of all mentions",
    "speaker of the last claim",
    "last was quoted, pronoun is not",
    "pronoun is quoted, last is not",
    "possessive and subject of this sentence",
    "subject pronoun and named in this sentence",
    "object and subject of this sentence",
    "starts the sentence and subject before",
    "in a source",
    "in a source and speaker of the last claim",
    "in a source and subject of the sentence before",
    "in a source behind a quotation",
    "in a source behind a quotation and speaker of the last claim",
    "in a source behind a quotation and subject of the sentence before it",
    "in the title",
    "nobody",
    "nobody and quoted",
    "nobody and no gender agrees",
    "nobody and no one near",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: its cluster, position, word, sentence and block, and whether it is a subject, quoted, a pronoun."""

    cluster: int
    start: int
    word: int
    sentence: int
    block: int
    subject: bool
    quoted: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """Pronoun spans to cluster indices, and every mention (names and pronouns) in reading order."""

    pronouns: Mapping[Span, int]
    places: tuple[Place, ...]


@dataclass(slots=True)
class _State:
    """What is known at one point of the reading."""

    last: dict[int, Place] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    subjects: dict[int, set[int]] = field(default_factory=dict)
    genders: dict[int, Gender | None] = field(default_factory=dict)
    last_of: dict[Gender, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)

    def see(self, place: Place) -> None:
        self.last[place.cluster] = place
        self.order[place.cluster] = len(self.places)
        self.counts[place.cluster] = self.counts.get(place.cluster, 0) + 1
        if place.subject:
            self.subjects.setdefault(place.sentence, set()).add(place.cluster)
        self.places.append(place)

    def before(self, position: int) -> "_State":
        """What was known at an earlier position; genders and counts stay as they are now."""
        after = next((k for k, place in enumerate(reversed(self.places)) if place.start < position), len(self.places))
        if not after:
            return self
        earlier = _State(genders=self.genders, last_of=self.last_of)
        for place in self.places[: len(self.places) - after][-_REMEMBERED:]:
            earlier.see(place)
        earlier.counts = self.counts
        return earlier


Teacher = Callable[[Span, Sequence[int | None], Sequence[Sequence[float]]], int | None]
"""Given a pronoun's span, its candidates (None: nobody) and their feature rows, the right candidate; for training."""


def resolve_pronouns(
    document: Document,
    clusters: Sequence[Cluster],
    sayings: Sequence[tuple[Span, Sequence[Span]]] = (),
    *,
    teacher: Teacher | None = None,
) -> Resolved:
    """Resolve he and she in reading order. `sayings` are source spans with the content spans said by each.

    A `teacher` decides instead of the weights when they are being fitted.
    """
    state = _State(genders={index: one.gender for index, one in enumerate(clusters) if one.kind == "person"})
    named = sorted((span, index) for index, one in enumerate(clusters) for span in one.spans)
    titled = {
        index for span, index in named if document.article.blocks[document.article.block_at(span[0])].kind == "title"
    }
    ends = sorted((max(end for _, end in content), source) for source, content in sayings if content)
    openings = {source: min(start for start, _ in content) for source, content in sayings if content}
    pronouns: dict[Span, int] = {}
    following = 0
    for at, word in enumerate(document.words):
        while following < len(named) and named[following][0][0] <= word.start:
            span, index = named[following]
            state.see(_place(document, index, document.words_in(span), pronoun=False))
            following += 1
        gender = PRONOUN_GENDER.get(word.text.lower())
        if gender is None:
            continue
        span = (word.start, word.end)
        here = _place(document, -1, range(at, at + 1), pronoun=True)
        barred = _sayers(word.start, sayings, pronouns, named) if here.quoted else set()
        opening = openings.get(span)
        behind = opening is not None and opening < word.start and not here.quoted
        known, seen_from = state, here
        if opening is not None and behind:
            # Who is named inside a quotation says nothing of who says it: "Pence succeeded," he wrote.
            known, seen_from = state.before(opening), _at(document, here, opening)
        candidates = _candidates(known, gender, barred)
        speaker = _last_speaker(opening if opening is not None and behind else word.start, ends, pronouns, named)
        sourced = opening is not None
        rows = [
            _features(document, known, seen_from, at, gender, candidate, candidates, speaker, sourced, behind, titled)
            for candidate in candidates
        ]
        if teacher is None:
            scores = [sum(weight * value for weight, value in zip(WEIGHTS, row, strict=True)) for row in rows]
            best = candidates[max(range(len(scores)), key=scores.__getitem__)]
        else:
            best = teacher(span, candidates, rows)
        if best is None:
            continue
        pronouns[span] = best
        if state.genders.get(best) is None:
            state.genders[best] = gender
        state.last_of[gender] = best
        state.see(
            Place(best, here.start, here.word, here.sentence, here.block, here.subject, here.quoted, pronoun=True)
        )
    return Resolved(pronouns, tuple(state.places))


def _place(document: Document, cluster: int, at: range, pronoun: bool) -> Place:
    word = document.words[at.start]
    block = document.sentences[word.sentence].block
    subject = _is_subject(document, at) and not (pronoun and word.tag == "PRP$")
    return Place(cluster, word.start, at.start, word.sentence, block, subject, document.is_quoted(word.start), pronoun)


def _at(document: Document, here: Place, position: int) -> Place:
    """A pronoun as if it stood at an earlier position, where its quotation opens."""
    at = document.words_in((position, position + 1)).start
    sentence = document.words[at].sentence
    return replace(here, word=at, sentence=sentence, block=document.sentences[sentence].block, start=position)


def _candidates(state: _State, gender: Gender, barred: set[int]) -> list[int | None]:
    """The latest people of no other gender, latest first, and nobody."""
    people = [
        index
        for index in state.last
        if index in state.genders and index not in barred and state.genders[index] in (None, gender)
    ]
    people.sort(key=lambda index: -state.order[index])
    return [*people[:_CANDIDATES], None]


def _features(
    document: Document,
    state: _State,
    here: Place,
    pronoun: int,
    gender: Gender,
    candidate: int | None,
    candidates: Sequence[int | None],
    speaker: int | None,
    in_source: bool,
    behind: bool,
    titled: set[int],
) -> tuple[float, ...]:
    """A candidate's features for a pronoun at a word, seen from `here`: that word, or where its quotation opens."""
    agree = [index for index in candidates if index is not None and state.genders.get(index) == gender]
    if candidate is None:
        near = any(index is not None and here.sentence - state.last[index].sentence <= 2 for index in candidates)
        return (*([0.0] * (len(FEATURES) - 4)), 1.0, float(here.quoted), float(not agree), float(not near))
    last = state.last[candidate]
    apart = max(0, here.sentence - last.sentence)
    known = state.genders.get(candidate)
    subject_here = candidate in state.subjects.get(here.sentence, ())
    subject_before = candidate in state.subjects.get(here.sentence - 1, ())
    tag, text = document.words[pronoun].tag, document.words[pronoun].text
    possessive = tag == "PRP$" or text.lower() == "his"
    nominative = text.lower() in ("he", "she")
    between = len(state.places) - 1 - state.order[candidate]
    total = sum(state.counts.get(index, 0) for index in candidates if index is not None)
    first = document.first[document.words[pronoun].sentence]
    opens = pronoun == first or (pronoun == first + 1 and not document.words[pronoun - 1].text.isalpha())
    return (
        float(apart == 0),
        float(apart == 1),
        float(apart == 2),
        float(apart in (3, 4)),
        float(5 <= apart <= 8),
        float(apart > 8),
        math.log1p(max(0, here.word - last.word)) / 3,
        math.log1p(max(0, here.block - last.block)),
        float(last.subject),
        float(last.pronoun),
        float(subject_before),
        float(subject_here),
        float(between == 0),
        math.log1p(between),
        float(known == gender),
        float(known is None),
        float(known is None and bool(agree)),
        float(state.last_of.get(gender) == candidate),
        math.log1p(state.counts.get(candidate, 0)),
        state.counts.get(candidate, 0) / max(1, total),
        float(speaker == candidate),
        float(last.quoted and not here.quoted),
        float(here.quoted and not last.quoted),
        float(possessive and subject_here),
        float(nominative and apart == 0),
        float(not nominative and not possessive and subject_here),
        float(opens and nominative and subject_before),
        float(in_source),
        float(in_source and speaker == candidate),
        float(in_source and subject_before),
        float(behind),
        float(behind and speaker == candidate),
        float(behind and subject_before),
        float(candidate in titled),
        0.0,
        0.0,
        0.0,
        0.0,
    )


def _sayers(
    position: int,
    sayings: Sequence[tuple[Span, Sequence[Span]]],
    pronouns: Mapping[Span, int],
    named: Sequence[tuple[Span, int]],
) -> set[int]:
    """Clusters that say the words around a position: he in what somebody says is seldom that somebody."""
    out: set[int] = set()
    for source, content in sayings:
        if any(a <= position < b for a, b in content):
            who = _who(source, pronouns, named)
            if who is not None:
                out.add(who)
    return out


def _last_speaker(
    position: int,
    ends: Sequence[tuple[int, Span]],
    pronouns: Mapping[Span, int],
    named: Sequence[tuple[Span, int]],
) -> int | None:
    """Who said the last claim that ended before a position."""
    for end, source in reversed(ends):
        if end <= position and source[1] <= position:
            return _who(source, pronouns, named)
    return None


def _who(source: Span, pronouns: Mapping[Span, int], named: Sequence[tuple[Span, int]]) -> int | None:
    if source in pronouns:
        return pronouns[source]
    inside = [index for span, index in named if source[0] <= span[0] and span[1] <= source[1]]
    return inside[0] if inside else None


def _is_subject(document: Document, at: range) -> bool:
    """Whether a mention is the subject of its clause: a verb follows it, perhaps behind an apposition or adverb."""
    words = document.words
    position = at.stop
    steps = 0
    while position < len(words) and words[position].sentence == words[at.start].sentence and steps < 3:
        tag, text = words[position].tag, words[position].text
        if text in _POSSESSED:
            return False
        if tag in _FINITE:
            return True
        if text == ",":
            close = next((i for i in range(position + 1, min(position + 16, len(words))) if words[i].text == ","), None)
            return close is not None and close + 1 < len(words) and words[close + 1].tag in _FINITE
        if tag not in ("RB", "CC", "NNP"):
            return False
        position += 1
        steps += 1
    return False
