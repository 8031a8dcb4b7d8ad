"""What is told of a candidate for it, they, "the company" or "the striker": features by name, judged by fitted weights.

As for he and she (`pronoun_features`): how near the last mention is, whether it was a subject, who spoke last. What is
not told is 0.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, Seen
from reader.analysis.actors.naming import Gender
from reader.analysis.actors.pointing import tell_share
from reader.analysis.actors.references import Reference
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import is_office

Features = Mapping[str, float]

FEATURES: Final = (
    "sentences 0",
    "sentences 1",
    "sentences 2",
    "sentences 3 to 4",
    "sentences 5 or more",
    "words apart",
    "paragraphs apart",
    "last was subject",
    "last was pronoun",
    "subject of the sentence before",
    "subject of this sentence",
    "latest of all",
    "mentions between",
    "times mentioned",
    "share of all mentions",
    "in the title",
    "organisation",
    "place",
    "speaker of the last claim",
    "in a source",
    "in a source and speaker of the last claim",
    "in a source and subject of the sentence before",
    "in a source and place",
    "last was quoted, this is not",
    "this is quoted, last is not",
    "possessive and subject of this sentence",
    "subject and named in this sentence",
    "object and subject of this sentence",
    "starts the sentence and subject before",
    "name has the head",
    "role has the head",
    "role has a modifier",
    "another's name or role has the head",
    "role is of another country",
    "age agrees",
    "gender disagrees",
    "possessive and sentences 0",
    "possessive and latest of all",
    "nouns between",
    "noun subject between",
    "noun subject of this sentence before it",
    "subject of a cue",
    "subject of a cue and last was subject",
    "organisation and subject of a cue",
    "organisation and possessive",
    "latest of all and last was subject",
    "sentences 1 and last was subject",
    "nobody",
    "nobody and quoted",
    "nobody and subject of a cue",
    "nobody and nouns in this sentence",
    "nobody and nouns in the sentence before",
    "nobody and first person around",
    "nobody and noun right before",
    "nobody and in a source",
    "nobody and empty it",
    "nobody and no one near",
    "nobody and possessive",
    "nobody and object",
    "nobody and modified",
    "nobody and no name or role has the head",
    "pointed at",
    "pointed at most",
    "pointed at from a source",
    "nobody and pointed nowhere",
    "nobody and pointed elsewhere",
    "nobody and pointed elsewhere from a source",
)

_MALE = frozenset(
    ["man", "boy", "father", "dad", "husband", "widower", "son", "brother", "grandfather", "uncle", "king"]
)
_FEMALE = frozenset(
    ["woman", "girl", "mother", "mum", "mom", "wife", "widow", "daughter", "sister", "grandmother", "aunt", "queen"]
)
_VERB_WITHIN = 4
_FAR = 60
"""Words further back are not looked at."""
_SPEAKING = frozenset(["i", "me", "my", "you", "we", "our", "us"])
_EMPTY = frozenset(["is", "was", "’s", "'s", "seems", "seemed", "appears", "appeared", "takes", "took", "would", "may"])


@dataclass(frozen=True)
class Asked:
    """A reference with where it is seen from, the candidates (None: nobody) and who spoke last."""

    reference: Reference
    here: Place
    candidates: Sequence[int | None]
    speaker: int | None
    sourced: bool
    titled: frozenset[int]
    called: Mapping[int, frozenset[str]]
    """Each candidate's name and role as words in small letters."""
    ages: Mapping[int, frozenset[str]]
    country: frozenset[str] = frozenset()
    """Words with a capital that say whose somebody is: "the Russian president"; of "our" those of who speaks."""
    roles: Mapping[int, str] = field(default_factory=dict)
    nouns: Sequence[int] = ()
    """Where the common nouns of its number stand that it may mean as well, those far back left out."""
    subjects: Sequence[int] = ()
    """Which of them are subjects: a verb stands right behind."""
    shares: Mapping[int | None, float] | None = None
    """How much of the tagger's pointing falls on each cluster and on no word (None); nothing where it is silent."""

    @cached_property
    def named(self) -> frozenset[int]:
        """The candidates whose name or role has the head."""
        head = self.reference.head
        return frozenset(i for i in self.candidates if i is not None and head in self.called.get(i, ()))

    @cached_property
    def pointing(self) -> tuple[float, float, float]:
        """How much of the pointing falls on no word and on none that is told of, as features, and the most on one."""
        if self.shares is None:
            return 0.0, 0.0, 0.0
        most = max((share for one, share in self.shares.items() if one is not None), default=1.0)
        return tell_share(self.shares.get(None, 0.0)), tell_share(1.0 - sum(self.shares.values())), most

    @cached_property
    def others(self) -> list[int]:
        """The candidates without nobody."""
        return [one for one in self.candidates if one is not None]

    def of_countries(self, candidate: int) -> frozenset[str]:
        """The words with a capital in a candidate's role, where the reference has any, titles left out."""
        role = self.roles.get(candidate, "") if self.country else ""
        return frozenset(word.lower() for word in role.split() if word[0].isupper() and not is_office(word))


def score(weights: Mapping[str, float], features: Features) -> float:
    """How much speaks for a candidate."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def describe(
    document: Document, clusters: Sequence[Cluster], seen: Seen, asked: Asked, candidate: int | None
) -> Features:
    """All that is told of one candidate."""
    reference, here, shares = asked.reference, asked.here, asked.shares
    nowhere, elsewhere, most = asked.pointing
    word = document.words[reference.words.start]
    head = reference.head
    possessive = head in ("its", "their")
    phrase = len(reference.words) > 1 or reference.form in ("body", "person")
    subject = here.subject or asked.sourced
    named = asked.named
    begin = document.first[word.sentence]
    cued = subject and not phrase and _is_cue_next(document, reference.words.start)
    if candidate is None:
        earlier = document.first[max(0, word.sentence - 1)]
        near = any(index is not None and here.sentence - seen.last[index].sentence <= 2 for index in asked.candidates)
        return _told(
            {
                "nobody": True,
                "nobody and quoted": here.quoted,
                "nobody and subject of a cue": cued,
                "nobody and nouns in this sentence": math.log1p(_count(asked.nouns, begin)),
                "nobody and nouns in the sentence before": math.log1p(
                    _count(asked.nouns, earlier) - _count(asked.nouns, begin)
                ),
                "nobody and first person around": _is_personal(document, word.sentence),
                "nobody and noun right before": _count(asked.nouns, reference.words.start - 4) > 0,
                "nobody and in a source": asked.sourced,
                "nobody and empty it": head == "it" and _is_empty(document, reference.words.start),
                "nobody and no one near": not near,
                "nobody and possessive": possessive,
                "nobody and object": not possessive and not subject,
                "nobody and modified": bool(reference.modifiers),
                "nobody and no name or role has the head": phrase and not named,
                "nobody and pointed nowhere": nowhere,
                "nobody and pointed elsewhere": elsewhere,
                "nobody and pointed elsewhere from a source": elsewhere if asked.sourced else 0.0,
            }
        )
    last = seen.last[candidate]
    pointed = 0.0 if shares is None else tell_share(shares.get(candidate, 0.0))
    apart = max(0, here.sentence - last.sentence)
    before = candidate in seen.subjects.get(here.sentence - 1, ())
    this = candidate in seen.subjects.get(here.sentence, ())
    others = asked.others
    order = seen.order[candidate]
    between = sum([seen.order[index] > order for index in others])
    counts = [seen.counts.get(index, 0) for index in others]
    opens = reference.words.start - document.first[word.sentence] <= 1
    cluster = clusters[candidate]
    called = asked.called.get(candidate, frozenset())
    return _told(
        {
            "sentences 0": apart == 0,
            "sentences 1": apart == 1,
            "sentences 2": apart == 2,
            "sentences 3 to 4": apart in (3, 4),
            "sentences 5 or more": apart > 4,
            "words apart": math.log1p(max(0, here.word - last.word)) / 3,
            "paragraphs apart": math.log1p(max(0, here.block - last.block)),
            "last was subject": last.subject,
            "last was pronoun": last.pronoun,
            "subject of the sentence before": before,
            "subject of this sentence": this,
            "latest of all": between == 0,
            "mentions between": math.log1p(between),
            "times mentioned": math.log1p(seen.counts.get(candidate, 0)),
            "share of all mentions": seen.counts.get(candidate, 0) / max(1, sum(counts)),
            "in the title": candidate in asked.titled,
            "organisation": cluster.kind in ("organisation", "group"),
            "place": cluster.kind == "place",
            "speaker of the last claim": asked.speaker == candidate,
            "in a source": asked.sourced,
            "in a source and speaker of the last claim": asked.sourced and asked.speaker == candidate,
            "in a source and subject of the sentence before": asked.sourced and before,
            "in a source and place": asked.sourced and cluster.kind == "place",
            "last was quoted, this is not": last.quoted and not here.quoted,
            "this is quoted, last is not": here.quoted and not last.quoted,
            "possessive and subject of this sentence": possessive and this,
            "subject and named in this sentence": subject and apart == 0,
            "object and subject of this sentence": not subject and not possessive and this,
            "starts the sentence and subject before": opens and before,
            "possessive and sentences 0": possessive and apart == 0,
            "possessive and latest of all": possessive and between == 0,
            "nouns between": math.log1p(_count(asked.nouns, last.word)),
            "noun subject between": _count(asked.subjects, last.word) > 0,
            "noun subject of this sentence before it": apart > 0 and _count(asked.subjects, begin) > 0,
            "subject of a cue": cued,
            "subject of a cue and last was subject": cued and last.subject,
            "organisation and subject of a cue": cued and cluster.kind in ("organisation", "group"),
            "organisation and possessive": possessive and cluster.kind in ("organisation", "group"),
            "latest of all and last was subject": between == 0 and last.subject,
            "sentences 1 and last was subject": apart == 1 and last.subject,
            "name has the head": phrase and head in _words(cluster.name),
            "role has the head": phrase and head in called,
            "role has a modifier": bool(reference.modifiers & called),
            "another's name or role has the head": phrase and bool(named - {candidate}),
            "role is of another country": head in called and bool(asked.of_countries(candidate) - asked.country),
            "age agrees": reference.age is not None and reference.age in asked.ages.get(candidate, ()),
            "gender disagrees": _disagrees(cluster, head),
            "pointed at": pointed,
            "pointed at most": shares is not None and shares.get(candidate, 0.0) == most,
            "pointed at from a source": pointed if asked.sourced else 0.0,
        }
    )


def _told(features: Mapping[str, float]) -> Features:
    return {name: float(value) for name, value in features.items() if value}


def _disagrees(cluster: Cluster, head: str) -> bool:
    gender = find_gender(head)
    return gender is not None and cluster.gender is not None and cluster.gender != gender


def find_gender(noun: str) -> Gender | None:
    """The gender that a noun for a person tells, in small letters: "mother-of-two" that of a woman."""
    last = noun.split("-")[0] if "-of-" in noun else noun
    return "m" if last in _MALE else "f" if last in _FEMALE else None


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower()))


def _is_empty(document: Document, at: int) -> bool:
    """Whether "it" stands for nothing or for a clause that follows: "it is clear that", "it took a week to"."""
    words = document.words[at + 1 : at + 12]
    if not words or words[0].text.lower() not in _EMPTY | load_words("auxiliaries"):
        return False
    return any(word.text.lower() in ("that", "to", "when", "who", "if", "whether", "how") for word in words[1:])


def _is_cue_next(document: Document, at: int) -> bool:
    """Whether the verb behind a subject tells of speech or thought: only who can speak does that."""
    for word in document.words[at + 1 : at + _VERB_WITHIN + 1]:
        if word.is_verb and lemma_of(word.text):
            return True
        if not word.is_verb and word.tag not in ("RB", "MD"):
            return False
    return False


def find_nouns(document: Document, reference: Reference) -> tuple[list[int], list[int]]:
    """The common nouns of a reference's number among the words before it, and those of them that are subjects."""
    words, at = document.words, reference.words.start
    number = "NNS" if reference.form == "they" else "NN"
    nouns = [i for i in range(max(0, at - _FAR), at) if words[i].tag == number]
    return nouns, [i for i in nouns if i + 1 < at and words[i + 1].is_finite]


def _count(places: Sequence[int], low: int) -> int:
    """How many of some places are not before another."""
    return len(places) - bisect_left(places, low)


def _is_personal(document: Document, sentence: int) -> bool:
    """Whether somebody speaks of himself around here: I, me, we and you in this sentence or the two before."""
    low, high = document.first[max(0, sentence - 2)], document.first[sentence + 1]
    return any(word.text.lower() in _SPEAKING for word in document.words[low:high])
