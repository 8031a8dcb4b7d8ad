"""What is told of a candidate for he or she: features by name, which the weights beside them judge.

They say how near its last mention is, whether that was the subject of its clause, who the last pronoun of that gender
was, and what is known of genders: subjects and recent topics attract pronouns (centering: Grosz, Joshi and Weinstein
1995). A feature that is not told is 0.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.actors.mentions import Place, Seen
from reader.analysis.actors.naming import Gender
from reader.analysis.actors.pronoun_weights import WEIGHTS
from reader.analysis.document.document import Document

Features = Mapping[str, float]
"""Features by name, of `FEATURES`."""

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
    "in a source and last named in what somebody said",
    "in a source behind a quotation",
    "in a source behind a quotation and speaker of the last claim",
    "in a source behind a quotation and subject of the sentence before it",
    "in a source behind a quotation and newly named",
    "in a source behind a quotation and another newly named",
    "in the title",
    "nobody",
    "nobody and quoted",
    "nobody and no gender agrees",
    "nobody and no one near",
)

_NEAR = 2
"""So many sentences back somebody is near."""


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun: its gender, its word, the mention it would be (`here`, or where its quotation opens), who it can be.

    `speaker` said the last claim before it; `sourced` where it is a claim's source, `behind` where that stands behind
    its quotation; `titled` are the clusters that the title names.
    """

    gender: Gender
    word: int
    here: Place
    candidates: Sequence[int | None]
    speaker: int | None
    sourced: bool
    behind: bool
    titled: frozenset[int]
    newcomers: frozenset[int] = frozenset()
    """For a pronoun behind a quotation: who was named as a subject between the last claim and the quotation."""


def score(features: Features) -> float:
    """How well a candidate does, by the fitted weights."""
    return sum(WEIGHTS[name] * value for name, value in features.items())


def describe(document: Document, seen: Seen, asked: Question, candidate: int | None) -> Features:
    """A candidate's features for a pronoun; None is nobody who is named."""
    here, gender = asked.here, asked.gender
    agree = any(index is not None and seen.genders.get(index) == gender for index in asked.candidates)
    if candidate is None:
        near = any(
            index is not None and here.sentence - seen.last[index].sentence <= _NEAR for index in asked.candidates
        )
        return _told(
            {
                "nobody": True,
                "nobody and quoted": here.quoted,
                "nobody and no gender agrees": not agree,
                "nobody and no one near": not near,
            }
        )
    last = seen.last[candidate]
    known = seen.genders.get(candidate)
    subject_here = candidate in seen.subjects.get(here.sentence, ())
    subject_before = candidate in seen.subjects.get(here.sentence - 1, ())
    word = document.words[asked.word]
    possessive = word.tag == "PRP$" or word.text.lower() == "his"
    nominative = word.text.lower() in ("he", "she")
    opens = _opens_sentence(document, asked.word)
    spoke_last = asked.speaker == candidate
    fresh = asked.newcomers & {index for index in asked.candidates if index is not None}
    between = len(seen.places) - 1 - seen.order[candidate]
    count = seen.counts.get(candidate, 0)
    total = sum(seen.counts.get(index, 0) for index in asked.candidates if index is not None)
    apart = max(0, here.sentence - last.sentence)
    return _told(
        {
            _sentences(apart): True,
            "words apart": math.log1p(max(0, here.word - last.word)) / 3,
            "paragraphs apart": math.log1p(max(0, here.block - last.block)),
            "last was subject": last.subject,
            "last was pronoun": last.pronoun,
            "subject of the sentence before": subject_before,
            "subject of this sentence": subject_here,
            "latest of all": between == 0,
            "mentions between": math.log1p(between),
            "gender agrees": known == gender,
            "gender unknown": known is None,
            "gender unknown, another agrees": known is None and agree,
            "last pronoun of this gender": seen.last_of.get(gender) == candidate,
            "times mentioned": math.log1p(count),
            "share of all mentions": count / max(1, total),
            "speaker of the last claim": spoke_last,
            "last was quoted, pronoun is not": last.quoted and not here.quoted,
            "pronoun is quoted, last is not": here.quoted and not last.quoted,
            "possessive and subject of this sentence": possessive and subject_here,
            "subject pronoun and named in this sentence": nominative and apart == 0,
            "object and subject of this sentence": not nominative and not possessive and subject_here,
            "starts the sentence and subject before": opens and nominative and subject_before,
            "in a source": asked.sourced,
            "in a source and speaker of the last claim": asked.sourced and spoke_last,
            "in a source and subject of the sentence before": asked.sourced and subject_before,
            "in a source and last named in what somebody said": asked.sourced and last.quoted and not here.quoted,
            "in a source behind a quotation": asked.behind,
            "in a source behind a quotation and speaker of the last claim": asked.behind and spoke_last,
            "in a source behind a quotation and subject of the sentence before it": asked.behind and subject_before,
            "in a source behind a quotation and newly named": candidate in asked.newcomers,
            "in a source behind a quotation and another newly named": bool(fresh - {candidate})
            and candidate not in fresh,
            "in the title": candidate in asked.titled,
        }
    )


def _told(features: Mapping[str, float]) -> Features:
    """Features without those that are 0."""
    return {name: float(value) for name, value in features.items() if value}


def _sentences(apart: int) -> str:
    """The feature for so many sentences between a pronoun and a candidate's last mention."""
    if apart <= 2:
        return f"sentences {apart}"
    return "sentences 3 to 4" if apart <= 4 else "sentences 5 to 8" if apart <= 8 else "sentences 9 or more"


def _opens_sentence(document: Document, word: int) -> bool:
    """Whether a word opens its sentence, a mark before it allowed."""
    first = document.first[document.words[word].sentence]
    return word == first or (word == first + 1 and not document.words[first].text.isalpha())
