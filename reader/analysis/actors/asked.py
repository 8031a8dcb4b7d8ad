"""A reference as it is asked about: where it stands, who may be meant, and what is the same for all of them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.actors.genders import Gender, find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER, Place, Seen
from reader.analysis.actors.number import Number
from reader.analysis.actors.references import Reference
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import FINITE, Document
from reader.analysis.document.titles import is_office

_VERB_WITHIN = 4
_FAR = 60
"""Words further back are not looked at."""
_STATES = {"us": "american", "u.s.": "american", "u.s": "american", "uk": "british", "u.k.": "british"}


class Asked(NamedTuple):
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
    country: frozenset[str]
    """Words with a capital that say whose somebody is: "the Russian president"; of "our" those of who speaks."""
    roles: Mapping[int, str]
    nouns: Sequence[int]
    """Where the common nouns of its number stand that it may mean as well, those far back left out."""
    subjects: Sequence[int]
    """Which of them are subjects: a verb stands right behind."""
    personal: Sequence[int]
    """Where somebody speaks of himself or to others: I, we, you."""
    shares: Mapping[int | None, float] | None
    """How much of the tagger's pointing falls on each cluster, on each noun and on no word (None); nothing where it is
    silent."""
    meant: int | None
    """Whom the same words, an article and two or more, stood for before."""
    within: bool
    """Whether the claim that it is the source of stands in what somebody known says."""
    so_called: tuple[int | None, ...]
    """Whom the last phrase with the same noun stood for, or nobody; empty where there was none."""
    numbers: Mapping[int, frozenset[Number]]
    """For a pronoun whether each candidate is spoken of as one or many."""
    several: Collection[int]
    """The candidates who are several people: two named side by side, a family."""
    nouned: Mapping[int, int]
    """The words of those candidates that are nouns without a name."""

    def of_countries(self, candidate: int) -> frozenset[str]:
        """The words with a capital in a candidate's role, where the reference has any, titles left out."""
        role = self.roles.get(candidate, "") if self.country else ""
        return name_countries(word for word in role.split() if not is_office(word))


def name_countries(words: Iterable[str]) -> frozenset[str]:
    """The words with a capital, in small letters, one state always by the same."""
    return frozenset(_STATES.get(word.lower(), word.lower()) for word in words if word[0].isupper())


class Posed(NamedTuple):
    """What is the same for all candidates: what a reference is in its clause, and what its words tell."""

    possessive: bool
    phrase: bool
    subject: bool
    cued: bool
    """Whether it is the subject of a verb that tells of speech or thought."""
    opens: bool
    """Whether it opens its sentence, a mark before it allowed."""
    begin: int
    """The first word of its sentence."""
    gender: Gender | None
    named: frozenset[int]
    """The candidates whose name or role has the head."""
    mentions: int
    """How often all of them were mentioned."""
    most: float
    """The largest share of the pointing that falls on one cluster."""
    rest: float | None
    """How much of the pointing falls on no candidate, where there is any."""
    his: Gender | None
    """Behind a phrase for a person the gender of the first his or her in its sentence."""
    he: Gender | None
    """The same of the first he or she, him or her."""


def pose(document: Document, seen: Seen, asked: Asked) -> Posed:
    """Look once at what the candidates share."""
    reference, head = asked.reference, asked.reference.head
    at = reference.words.start
    begin = document.first[document.words[at].sentence]
    phrase = len(reference.words) > 1 or reference.form in ("body", "person")
    subject = asked.here.subject or asked.sourced
    others = [one for one in asked.candidates if one is not None]
    shares = asked.shares
    person = reference.form == "person"
    return Posed(
        possessive=head in ("its", "their"),
        phrase=phrase,
        subject=subject,
        cued=subject and not phrase and _is_cue_next(document, at),
        opens=at - begin <= 1,
        begin=begin,
        gender=find_gender(head) if phrase else None,
        named=frozenset([one for one in others if head in asked.called.get(one, ())] if phrase else ()),
        mentions=sum([seen.counts.get(one, 0) for one in others]),
        most=max([share for one, share in (shares or {}).items() if one is not None], default=1.0),
        rest=None if shares is None else 1.0 - sum([shares.get(one, 0.0) for one in others]),
        his=_find_gender_behind(document, reference.words.stop, "PRP$") if person else None,
        he=_find_gender_behind(document, reference.words.stop, "PRP") if person else None,
    )


def _find_gender_behind(document: Document, at: int, tag: str) -> Gender | None:
    """The gender of the first his or her in the rest of a sentence, or of the first he or she, outside quotation
    marks."""
    for word in document.words[at : document.first[document.words[at - 1].sentence + 1]]:
        if word.tag == tag and word.text.lower() in PRONOUN_GENDER and not document.is_quoted(word.start):
            return PRONOUN_GENDER[word.text.lower()]
    return None


def _is_cue_next(document: Document, at: int) -> bool:
    """Whether the verb behind a subject tells of speech or thought: only who can speak does that."""
    for word in document.words[at + 1 : at + _VERB_WITHIN + 1]:
        if word.is_verb and lemma_of(word.text):
            return True
        if not word.is_verb and word.tag not in ("RB", "MD"):
            return False
    return False


def tell_subjects(
    told: dict[str, float], before: bool, this: bool, *, opens: bool, possessive: bool, subject: bool
) -> None:
    """What is told of a candidate who is the subject of the sentence before or of this one."""
    if before:
        told["subject of the sentence before"] = 1.0
        if opens:
            told["starts the sentence and subject before"] = 1.0
    if this:
        told["subject of this sentence"] = 1.0
        if possessive:
            told["possessive and subject of this sentence"] = 1.0
        elif not subject:
            told["object and subject of this sentence"] = 1.0


def tell_sourced(told: dict[str, float], speaks: bool, before: bool) -> None:
    """What is told of a candidate for a claim's source, who spoke last or is the subject of the sentence before."""
    told["in a source"] = 1.0
    if speaks:
        told["in a source and speaker of the last claim"] = 1.0
    if before:
        told["in a source and subject of the sentence before"] = 1.0


def find_nouns(document: Document, reference: Reference) -> tuple[list[int], list[int]]:
    """The common nouns of a reference's number among the words before it, and those of them that are subjects."""
    tags, at = document.tags, reference.words.start
    number = "NNS" if reference.form == "they" else "NN"
    low = max(0, at - _FAR)
    nouns = [i for i, tag in enumerate(tags[low:at], low) if tag == number]
    return nouns, [i for i in nouns if i + 1 < at and tags[i + 1] in FINITE]


def count_from(places: Sequence[int], low: int) -> int:
    """How many of some places are not before another."""
    return len(places) - bisect_left(places, low)


def is_personal(document: Document, personal: Sequence[int], sentence: int) -> bool:
    """Whether somebody speaks of himself around here: I, me, we and you in this sentence or the two before."""
    low, high = document.first[max(0, sentence - 2)], document.first[sentence + 1]
    return count_from(personal, low) > count_from(personal, high)
