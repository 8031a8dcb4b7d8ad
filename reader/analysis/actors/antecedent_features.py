"""What is told of a candidate for it, they, "the company" or "the striker": features by name, judged by fitted weights.

As for he and she (`pronoun_features`): how near the last mention is, whether it was a subject, who spoke last. What is
not told is 0.
"""

import math
from collections.abc import Sequence
from typing import Final

from reader.analysis.actors.antecedent_names import tell_called
from reader.analysis.actors.antecedent_nouns import describe_noun, tell_nouns
from reader.analysis.actors.antecedent_people import PEOPLE_FEATURES, tell_no_people, tell_people
from reader.analysis.actors.asked import Asked, Posed, count_from, is_personal, pose, tell_sourced, tell_subjects
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features
from reader.analysis.actors.mentions import Place, Seen
from reader.analysis.actors.pointing import tell_odds, tell_pointed, tell_share
from reader.analysis.actors.standing import PHRASE, SUBJECT, stand
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words

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
    "sort of body agrees",
    "sort of body disagrees",
    "meant by the same words before",
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
    "odds of the pointing",
    "place, odds of the pointing",
    "possessive, odds of the pointing",
    "several people",
    "several people, pointed nowhere",
    "several people, in a source",
    "named as many",
    "verbs of many",
    "verbs of one",
    "last leads to one",
    "last leads to many",
    "last behind a preposition",
    "possessive, last behind a preposition",
    "nobody, rest of the pointing",
    "nobody, odds of the pointing",
    "nobody and pointed nowhere",
    "nobody and pointed elsewhere",
    "nobody and pointed elsewhere from a source",
    "noun",
    "noun, pointed at",
    "noun, pointed at most",
    "noun, odds of the pointing",
    "noun of another number",
    "noun for people",
    "noun for a body",
    "noun for something written",
    "noun as subject",
    "noun in this sentence",
    "noun in the sentence before",
    "noun, possessive",
    "noun, subject",
    "noun, subject of a cue",
    "noun, in a source",
    "noun for people, in a source",
    "noun for a body, in a source",
    "last as a subject",
    "last in a phrase",
    "last a backer",
    "last an employer",
    "last an owner",
    "last compared",
    "share as a subject",
    "never but in phrases",
    "named first of all",
    "latest subject of all",
    "in the title and named first of all",
    "alone called so",
    "alone called a firm",
    "sort of body untold",
    "sort of body untold, another's agrees",
    *PEOPLE_FEATURES,
)

_APART = ("sentences 0", "sentences 1", "sentences 2", "sentences 3 to 4", "sentences 3 to 4")
"""The features for so many sentences between a reference and a candidate's last mention."""
_AS_SUBJECT = (
    "last was subject",
    "sentences 1 and last was subject",
    "latest of all and last was subject",
    "subject of the sentence before",
    "starts the sentence and subject before",
    "in a source and subject of the sentence before",
)
_EMPTY = load_words("auxiliaries") | {
    *("is", "was", "’s", "'s", "seems", "seemed", "appears", "appeared", "takes", "took", "would", "may"),
}
_FOLLOWING = frozenset(["that", "to", "when", "who", "if", "whether", "how"])


def describe(document: Document, clusters: Sequence[Cluster], seen: Seen, asked: Asked) -> list[Features]:
    """All that is told of each candidate, in their order; what is 0 is left out."""
    posed = pose(document, seen, asked)
    told = [
        _describe_nobody(document, seen, asked, posed)
        if candidate is None
        else describe_noun(document, asked, posed, candidate)
        if candidate in asked.nouned
        else _describe_somebody(clusters[candidate], seen, asked, posed, candidate, later)
        for later, candidate in enumerate(asked.candidates)
    ]
    if asked.reference.form == "body":
        _tell_stands(told, document, seen, asked)
        if any("sort of body agrees" in one or "alone called so" in one for one in told):
            for one in told:
                if "sort of body untold" in one:
                    one["sort of body untold, another's agrees"] = 1.0
    return [*told]


def _tell_stands(told: Sequence[dict[str, float]], document: Document, seen: Seen, asked: Asked) -> None:
    """What is told of each candidate by how it is spoken of."""
    stands = _list_stands(document, seen, asked)
    for one, candidate in zip(told, asked.candidates, strict=True):
        if candidate is not None and candidate not in asked.nouned:
            one.update(stands.get(candidate, {}))


def _list_stands(document: Document, seen: Seen, asked: Asked) -> dict[int, Features]:
    """How each candidate for a body is spoken of where it was named last, and before."""
    wanted = {one for one in asked.candidates if one is not None}
    stands: dict[int, list[frozenset[str]]] = {}
    latest: int | None = None
    for place in seen.places:
        if place.cluster in wanted:
            known = seen.stands.get(place.start)
            how = seen.stands[place.start] = stand(document, place) if known is None else known
            stands.setdefault(place.cluster, []).append(how)
            latest = place.cluster if SUBJECT in how else latest
    found: dict[int, Features] = {}
    first = next(iter(stands), None)
    for candidate, ways in stands.items():
        told = dict.fromkeys(sorted(ways[-1]), 1.0)
        if PHRASE in ways[-1]:
            told.update(dict.fromkeys(_AS_SUBJECT, 0.0))  # "Analysts at Orbit expected": Orbit is no subject
        subjects = sum(SUBJECT in how for how in ways)
        told["share as a subject"] = subjects / len(ways)
        if not subjects and all(PHRASE in how for how in ways):
            told["never but in phrases"] = 1.0
        if candidate == first:
            told["named first of all"] = 1.0
            if candidate in asked.titled:
                told["in the title and named first of all"] = 1.0
        if candidate == latest:
            told["latest subject of all"] = 1.0
        found[candidate] = told
    return found


def _describe_nobody(document: Document, seen: Seen, asked: Asked, posed: Posed) -> dict[str, float]:
    """What is told of nobody: each question is asked only where its answer can tell something."""
    reference, here = asked.reference, asked.here
    at, sentence = reference.words.start, document.words[reference.words.start].sentence
    near = any(
        here.sentence - seen.last[index].sentence <= 2
        for index in asked.candidates
        if index is not None and index not in asked.nouned
    )
    told = {"nobody": 1.0}
    if here.quoted:
        told["nobody and quoted"] = 1.0
    if posed.cued:
        told["nobody and subject of a cue"] = 1.0
    if asked.nouns:
        nouns = count_from(asked.nouns, posed.begin)
        before = count_from(asked.nouns, document.first[max(0, sentence - 1)]) - nouns
        if nouns:
            told["nobody and nouns in this sentence"] = math.log1p(nouns)
        if before:
            told["nobody and nouns in the sentence before"] = math.log1p(before)
    if is_personal(document, asked.personal, sentence):
        told["nobody and first person around"] = 1.0
    if asked.nouns and asked.nouns[-1] >= at - 4:
        told["nobody and noun right before"] = 1.0
    if asked.sourced:
        told["nobody and in a source"] = 1.0
    if reference.head == "it" and _is_empty(document, at):
        told["nobody and empty it"] = 1.0
    if not near:
        told["nobody and no one near"] = 1.0
    if posed.possessive:
        told["nobody and possessive"] = 1.0
    elif not posed.subject:
        told["nobody and object"] = 1.0
    if reference.modifiers:
        told["nobody and modified"] = 1.0
    if posed.phrase and not posed.named:
        told["nobody and no name or role has the head"] = 1.0
    _tell_elsewhere(told, asked, posed)
    if reference.form == "person":
        told.update(tell_no_people(document, asked, posed))
    return told


def _tell_elsewhere(told: dict[str, float], asked: Asked, posed: Posed) -> None:
    """What is told of nobody by where a reference points."""
    if asked.shares is None:
        return
    if posed.rest is not None and not posed.phrase:
        if rest := tell_share(posed.rest):
            told["nobody, rest of the pointing"] = rest
        if odds := tell_odds(posed.rest):
            told["nobody, odds of the pointing"] = odds
    if nowhere := tell_share(asked.shares.get(None, 0.0)):
        told["nobody and pointed nowhere"] = nowhere
    if elsewhere := tell_share(1.0 - sum(asked.shares.values())):
        told["nobody and pointed elsewhere"] = elsewhere
        if asked.sourced:
            told["nobody and pointed elsewhere from a source"] = elsewhere


def _describe_somebody(
    cluster: Cluster, seen: Seen, asked: Asked, posed: Posed, candidate: int, between: int
) -> dict[str, float]:
    """All that is told of one candidate, behind whom so many others (`between`) were mentioned last. This is done for
    every candidate of every reference: each question is asked only where its answer can tell something."""
    here, last = asked.here, seen.last[candidate]
    apart = max(0, here.sentence - last.sentence)
    before = candidate in seen.subjects.get(here.sentence - 1, ())
    this = candidate in seen.subjects.get(here.sentence, ())
    body = cluster.kind in ("organisation", "group")
    count = seen.counts.get(candidate, 0)
    told = {_APART[apart] if apart < len(_APART) else "sentences 5 or more": 1.0}
    if here.word > last.word:
        told["words apart"] = math.log1p(here.word - last.word) / 3
    if here.block > last.block:
        told["paragraphs apart"] = math.log1p(here.block - last.block)
    if last.subject:
        told["last was subject"] = 1.0
        if apart == 1:
            told["sentences 1 and last was subject"] = 1.0
    if last.pronoun:
        told["last was pronoun"] = 1.0
    if last.quoted != here.quoted:
        told["last was quoted, this is not" if last.quoted else "this is quoted, last is not"] = 1.0
    if not between:
        told["latest of all"] = 1.0
        if last.subject:
            told["latest of all and last was subject"] = 1.0
    else:
        told["mentions between"] = math.log1p(between)
    if count:
        told["times mentioned"] = math.log1p(count)
        told["share of all mentions"] = count / posed.mentions
    if candidate in asked.titled:
        told["in the title"] = 1.0
    if body:
        told["organisation"] = 1.0
    elif cluster.kind == "place":
        told["place"] = 1.0
    if asked.speaker == candidate:
        told["speaker of the last claim"] = 1.0
    tell_subjects(told, before, this, opens=posed.opens, possessive=posed.possessive, subject=posed.subject)
    if asked.sourced:
        tell_sourced(told, asked.speaker == candidate, before)
        if cluster.kind == "place":
            told["in a source and place"] = 1.0
    if posed.subject and apart == 0:
        told["subject and named in this sentence"] = 1.0
    if posed.possessive:
        if apart == 0:
            told["possessive and sentences 0"] = 1.0
        if not between:
            told["possessive and latest of all"] = 1.0
        if body:
            told["organisation and possessive"] = 1.0
    if posed.cued:
        told["subject of a cue"] = 1.0
        if last.subject:
            told["subject of a cue and last was subject"] = 1.0
        if body:
            told["organisation and subject of a cue"] = 1.0
    tell_nouns(told, asked, posed, last.word, apart)
    if posed.phrase:
        tell_called(told, cluster, asked, posed, candidate)
    if asked.shares is not None:
        tell_pointed(told, asked.shares.get(candidate, 0.0), posed.most, sourced=asked.sourced)
    if not posed.phrase:
        _tell_meant(told, cluster, last, asked, posed, candidate)
    elif asked.reference.form == "person":
        tell_people(told, cluster, asked, posed, candidate)
    return told


def _tell_meant(
    told: dict[str, float], cluster: Cluster, last: Place, asked: Asked, posed: Posed, candidate: int
) -> None:
    """What is told of a candidate for a pronoun alone: its odds, what its last naming stands beside, one or several."""
    if asked.shares is not None:
        told["odds of the pointing"] = odds = tell_odds(asked.shares.get(candidate, 0.0))
        if cluster.kind == "place":
            told["place, odds of the pointing"] = odds
        if posed.possessive:
            told["possessive, odds of the pointing"] = odds
    if last.led:
        told["last leads to one" if last.led == "one" else "last leads to many"] = 1.0
    if last.behind:
        told["last behind a preposition"] = 1.0
        if posed.possessive:
            told["possessive, last behind a preposition"] = 1.0
    for number in asked.numbers.get(candidate, ()):
        told[number] = 1.0
    if candidate in asked.several:
        told["several people"] = 1.0
        if asked.shares is not None:
            told["several people, pointed nowhere"] = tell_share(asked.shares.get(None, 0.0))
        if asked.sourced:
            told["several people, in a source"] = 1.0


def _is_empty(document: Document, at: int) -> bool:
    """Whether "it" stands for nothing or for a clause that follows: "it is clear that", "it took a week to"."""
    words = document.words[at + 1 : at + 12]
    if not words or words[0].text.lower() not in _EMPTY:
        return False
    return any(word.text.lower() in _FOLLOWING for word in words[1:])
