"""What is told of a candidate for he or she: features by name, which the weights beside them judge.

They say how near its last mention is, whether that was the subject of its clause, who the last pronoun of that gender
was, and what is known of genders: subjects and recent topics attract pronouns (centering: Grosz, Joshi and Weinstein
1995). A feature that is not told is 0.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reader.analysis.actors.asked import tell_sourced, tell_subjects
from reader.analysis.actors.features import Features, weigh
from reader.analysis.actors.genders import Gender
from reader.analysis.actors.mentions import Place, Seen
from reader.analysis.actors.pointing import tell_pointed, tell_share
from reader.analysis.actors.pronoun_weights import WEIGHTS
from reader.analysis.document.document import Document

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
    "pointed at",
    "pointed at most",
    "pointed at from a source",
    "nobody and pointed nowhere",
    "nobody and pointed elsewhere",
)

_NEAR = 2
"""So many sentences back somebody is near."""


class Question(NamedTuple):
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
    newcomers: frozenset[int]
    """For a pronoun behind a quotation: who was named as a subject between the last claim and the quotation."""
    shares: Mapping[int | None, float] | None
    """How much of the tagger's pointing falls on each cluster and on no word (None); nothing where it is silent."""


def score(features: Features) -> float:
    """How well a candidate does, by the fitted weights."""
    return weigh(WEIGHTS, features)


def describe(document: Document, seen: Seen, asked: Question) -> list[Features]:
    """The features of each candidate for a pronoun, in their order; None is nobody who is named."""
    others = [index for index in asked.candidates if index is not None]
    word = document.words[asked.word]
    text, shares = word.text.lower(), asked.shares or {}
    posed = _Posed(
        possessive=word.tag == "PRP$" or text == "his",
        nominative=text in ("he", "she"),
        opens=_opens_sentence(document, asked.word),
        agrees=asked.gender in [seen.genders.get(index) for index in others],
        fresh=asked.newcomers.intersection(others),
        mentions=sum([seen.counts.get(index, 0) for index in others]),
        most=max([shares.get(index, 0.0) for index in others], default=0.0),
    )
    told = [_describe_somebody(seen, asked, posed, candidate) for candidate in others]
    return [*told, _describe_nobody(seen, asked, posed, others)]


class _Posed(NamedTuple):
    """What is the same for all candidates: what a pronoun is in its sentence, and what is known of them together."""

    possessive: bool
    nominative: bool
    opens: bool
    agrees: bool
    """Whether one of them is known to be of its gender."""
    fresh: frozenset[int]
    """The newcomers among them."""
    mentions: int
    """How often all of them were mentioned."""
    most: float
    """The largest share of the pointing that falls on one of them."""


def _describe_nobody(seen: Seen, asked: Question, posed: _Posed, others: Sequence[int]) -> Features:
    here, shares = asked.here, asked.shares
    told = {"nobody": 1.0}
    if here.quoted:
        told["nobody and quoted"] = 1.0
    if not posed.agrees:
        told["nobody and no gender agrees"] = 1.0
    if not any(here.sentence - seen.last[index].sentence <= _NEAR for index in others):
        told["nobody and no one near"] = 1.0
    if shares is not None:
        if nowhere := tell_share(shares.get(None, 0.0)):
            told["nobody and pointed nowhere"] = nowhere
        if elsewhere := tell_share(1.0 - sum(shares.values())):
            told["nobody and pointed elsewhere"] = elsewhere
    return told


def _describe_somebody(seen: Seen, asked: Question, posed: _Posed, candidate: int) -> Features:
    """What is told of one candidate. This is done for each of every pronoun: each question is asked only where its
    answer can tell something."""
    here, gender = asked.here, asked.gender
    last = seen.last[candidate]
    apart = max(0, here.sentence - last.sentence)
    subject_here = candidate in seen.subjects.get(here.sentence, ())
    subject_before = candidate in seen.subjects.get(here.sentence - 1, ())
    between = len(seen.places) - 1 - seen.order[candidate]
    count = seen.counts.get(candidate, 0)
    told = {_sentences(apart): 1.0}
    if here.word > last.word:
        told["words apart"] = math.log1p(here.word - last.word) / 3
    if here.block > last.block:
        told["paragraphs apart"] = math.log1p(here.block - last.block)
    if last.subject:
        told["last was subject"] = 1.0
    if last.pronoun:
        told["last was pronoun"] = 1.0
    if last.quoted != here.quoted:
        told["last was quoted, pronoun is not" if last.quoted else "pronoun is quoted, last is not"] = 1.0
    if between:
        told["mentions between"] = math.log1p(between)
    else:
        told["latest of all"] = 1.0
    known = seen.genders.get(candidate)
    if known == gender:
        told["gender agrees"] = 1.0
    elif known is None:
        told["gender unknown"] = 1.0
        if posed.agrees:
            told["gender unknown, another agrees"] = 1.0
    if seen.last_of.get(gender) == candidate:
        told["last pronoun of this gender"] = 1.0
    if count:
        told["times mentioned"] = math.log1p(count)
        told["share of all mentions"] = count / posed.mentions
    if asked.speaker == candidate:
        told["speaker of the last claim"] = 1.0
    opens = posed.opens and posed.nominative
    tell_subjects(
        told, subject_before, subject_here, opens=opens, possessive=posed.possessive, subject=posed.nominative
    )
    if posed.nominative and apart == 0:
        told["subject pronoun and named in this sentence"] = 1.0
    if candidate in asked.titled:
        told["in the title"] = 1.0
    if asked.sourced:
        tell_sourced(told, asked.speaker == candidate, subject_before)
        if last.quoted and not here.quoted:
            told["in a source and last named in what somebody said"] = 1.0
    if asked.behind:
        _tell_behind(told, asked, posed, candidate, subject_before)
    share = 0.0 if asked.shares is None else asked.shares.get(candidate, 0.0)
    if share > 0.0:
        tell_pointed(told, share, posed.most, sourced=asked.sourced)
    return told


def _tell_behind(told: dict[str, float], asked: Question, posed: _Posed, candidate: int, subject_before: bool) -> None:
    """What is told of a candidate for the source that stands behind its quotation."""
    told["in a source behind a quotation"] = 1.0
    if asked.speaker == candidate:
        told["in a source behind a quotation and speaker of the last claim"] = 1.0
    if subject_before:
        told["in a source behind a quotation and subject of the sentence before it"] = 1.0
    if candidate in asked.newcomers:
        told["in a source behind a quotation and newly named"] = 1.0
    elif posed.fresh:
        told["in a source behind a quotation and another newly named"] = 1.0


def _sentences(apart: int) -> str:
    """The feature for so many sentences between a pronoun and a candidate's last mention."""
    if apart <= 2:
        return f"sentences {apart}"
    return "sentences 3 to 4" if apart <= 4 else "sentences 5 to 8" if apart <= 8 else "sentences 9 or more"


def _opens_sentence(document: Document, word: int) -> bool:
    """Whether a word opens its sentence, a mark before it allowed."""
    first = document.first[document.words[word].sentence]
    return word == first or (word == first + 1 and not document.words[first].text.isalpha())
