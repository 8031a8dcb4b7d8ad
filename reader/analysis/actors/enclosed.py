"""Who speaks within what another says: I, we, he, she, they and "what he called", by whoever is around."""

from collections.abc import Iterator, Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.voice import NOBODY, SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.article.model import Span

_BARE = 2
"""Of so few words a plural is nobody but those whom it stands for: "officers", "the companies"."""
_FIRST = frozenset(["i", "we"])
_ADVOCATES = frozenset(["lawyer", "attorney", "solicitor", "barrister", "agent", "representative", "publicist"])
"""Who speaks for another, and tells of them as he and she."""
_EITHER = {"he": (None, "m"), "she": (None, "f")}
_UNTOLD = load_words("pronouns_speaking")
"""Words that tell no more of somebody than "I" does."""


def give_around(document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]) -> None:
    """They in what several without a name are reported to say, no quotation, are these: "the companies said they
    hoped"; he and she of whom nothing else is known are whoever is reported to say so ("a resident said she feared");
    and "what he called" is what whoever is reported to say it calls so. Drafts come after those around them."""
    at = {id(draft): index for index, draft in enumerate(drafts)}
    for index, draft in enumerate(drafts):
        if draft.within is None or not draft.source or not draft.within.source:
            continue
        words, outer = document.list_words(draft.source[0]), document.list_words(draft.within.source[0])
        pronoun = document.article.words_of(draft.source[0]).lower()
        if not outer or document.is_quoted(words[0].start):
            continue
        around, head = voices[at[id(draft.within)]], outer[find_core_end(outer) - 1]
        unnamed = Voice(words=around.words or draft.within.source[0])
        if pronoun in PRONOUN_GENDER and _is_called(document, words[0]):
            caller = _find_person([voices[at[id(one)]] for one in _climb(draft)], clusters)
            if caller.clusters and clusters[caller.clusters[0]].gender in (None, PRONOUN_GENDER[pronoun]):
                voices[index] = _take(caller)
        elif pronoun in ("he", "she") and not voices[index].clusters and outer[0].sentence == words[0].sentence:
            person = _find_person([around], clusters)
            if person.clusters and clusters[person.clusters[0]].gender == PRONOUN_GENDER[pronoun]:
                voices[index] = _take(person)
            elif not around.clusters and is_person_noun(head.text):
                voices[index] = unnamed if around.words else _find_spoken_for(outer, head, pronoun) or unnamed
        elif pronoun == "they" and head.sentence == words[0].sentence and head.tag == "NNS":
            if not around.clusters:
                voices[index] = unnamed
            elif len(outer) <= _BARE:
                voices[index] = around


def leave_quoted(document: Document, drafts: Sequence[Draft], voices: list[Voice]) -> None:
    """He and she in a sentence that somebody is quoted with whole are nobody who is quoted there: “She told me so,” she
    said; not in "is sure “it will do because she says so”"."""
    at = {id(draft): index for index, draft in enumerate(drafts)}
    for index, draft in enumerate(drafts):
        if not voices[index].clusters or document.article.words_of(draft.source[0]).lower() not in ("he", "she"):
            continue
        quotation = document.quotation_at(draft.source[0][0])
        if quotation is None or not document.article.text[quotation.span[0]].isupper():
            continue
        quoting = (one for one in _climb(draft) if one.source and not document.is_quoted(one.source[0][0]))
        if any(voices[at[id(one)]].clusters == voices[index].clusters for one in quoting):
            voices[index] = NOBODY


def _find_spoken_for(outer: Sequence[Word], head: Word, pronoun: str) -> Voice | None:
    """He or she whose lawyer or spokesman tells of them: "the senator’s spokesman said he was ill"; None where that is
    a body, nobody where it is not told and a spokeswoman tells of a man."""
    noun = head.text.lower()
    if not noun.startswith("spokes") and noun not in _ADVOCATES:
        return None
    at = outer.index(head)
    owned = next((i for i in range(at) if outer[i].tag == "POS"), 0)
    whom = outer[:owned] or (outer[at + 2 :] if at + 2 < len(outer) and outer[at + 1].text == "for" else ())
    whom = whom[: find_core_end(whom)] if whom else whom
    if whom and is_person_noun(whom[-1].text.lower()) and find_gender(whom[-1].text.lower()) in _EITHER[pronoun]:
        return Voice(words=(whom[0].start, whom[-1].end))
    return NOBODY if noun.endswith("woman" if pronoun == "he" else "sman") else None


def _take(person: Voice) -> Voice:
    """The voice of a pronoun that stands for whoever speaks around it."""
    return Voice(person.clusters, min(SURE["pronoun"], person.confidence or 1.0))


def _find_person(holders: Sequence[Voice], clusters: Sequence[Cluster]) -> Voice:
    """The first of some voices that is one person's, or nobody's."""
    people = (one for one in holders if len(one.clusters) == 1 and clusters[one.clusters[0]].kind == "person")
    return next(people, NOBODY)


def _climb(draft: Draft) -> Iterator[Draft]:
    """The claims that a claim stands within, the nearest first."""
    while draft.within is not None:
        draft = draft.within
        yield draft


def _is_called(document: Document, pronoun: Word) -> bool:
    """Whether "what" stands right before a pronoun: "what he called"."""
    at = document.words_in((pronoun.start, pronoun.end)).start
    return at > 0 and document.words[at - 1].text.lower() == "what"


def give_first_person(document: Document, drafts: Sequence[Draft], voices: list[Voice]) -> None:
    """I and we in what somebody says is that somebody, who may be known by no name: "a resident"; drafts come after
    those around them."""
    at = {id(draft): index for index, draft in enumerate(drafts)}
    for index, draft in enumerate(drafts):
        if draft.within is None or not draft.source:
            continue
        words = document.article.words_of(draft.source[0]).lower().split()
        if words and words[0] in _FIRST and (len(words) == 1 or words[1] in ("all", "both")):
            around = voices[at[id(draft.within)]]
            if around.clusters:
                sure = min(SURE["first"], around.confidence or 1.0)
                voices[index] = Voice(around.clusters, sure)
                continue
            told = around.words or next(iter(draft.within.source), None)
            if told is not None and document.article.words_of(told).lower() not in _UNTOLD:
                voices[index] = Voice(words=told)


def give_second_person(document: Document, drafts: Sequence[Draft], voices: list[Voice]) -> None:
    """You in what one of two who talk by turns asks, and in no quotation, is the other one: "Berg: You said in May that
    you would sing. Will you?"; whoever asks may have no name ("Q:")."""
    turns = [
        index
        for index, draft in enumerate(drafts)
        if draft.within is None and draft.source and _is_turn(document, draft)
    ]
    labels = {document.article.words_of(drafts[index].source[0]) for index in turns}
    named = {voices[index].clusters: voices[index] for index in turns if voices[index].clusters}
    if not 0 < len(named) <= 2 or len(turns) < 2 or len(labels) < 2:
        return
    asking = [index for index in turns if any(_asks(document, span) for span in drafts[index].content)]
    holds = {id(drafts[index]): voices[index].clusters for index in asking}
    for index, draft in enumerate(drafts):
        if draft.within is None or not draft.source or voices[index].clusters:
            continue
        outermost = [*_climb(draft)][-1]
        word = draft.source[0]
        if (
            id(outermost) not in holds
            or document.article.words_of(word).lower() != "you"
            or document.is_quoted(word[0])
        ):
            continue
        others = [voice for clusters, voice in named.items() if clusters != holds[id(outermost)]]
        if len(others) == 1:
            sure = min(SURE["first"], others[0].confidence or 1.0)
            voices[index] = Voice(others[0].clusters, sure)


def _is_turn(document: Document, draft: Draft) -> bool:
    """Whether a claim is a turn of a talk: all of a paragraph behind a label and a colon."""
    opens = document.article.blocks[document.article.block_at(draft.source[0][0])].span[0]
    colon = [document.article.words_of(span).strip() for span in draft.cue] == [":"]
    return colon and draft.confidence is None and draft.source[0][0] == opens


def _asks(document: Document, span: Span) -> bool:
    """Whether a question mark stands in a stretch, and in no quotation there."""
    text = document.article.text
    return any(text[at] == "?" and not document.is_quoted(at) for at in range(*span))
