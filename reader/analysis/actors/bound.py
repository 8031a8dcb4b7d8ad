"""Whom it and they mean, or do not mean, where the build of the sentence alone tells: "In its report, Norvik said", "a
spokesman for Norvik said it would"; "Norvik replaced it"."""

from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_OPENING = 5
"""So many words before its or their an opening phrase begins at most: "However, even during their"."""
_BEHIND = 14
"""So many words behind its or their an opening phrase ends at most."""
_BETWEEN, _FAR = 5, 60
"""So many words, and letters, stand between a source and what it says at most: "told the Norvik Courier that"."""
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_OF_OTHERS = frozenset(["report", "speculate", "reveal", "suggest"])
"""What is told so is mostly of others."""
_CLAUSAL = ("VBD", "VBZ", "VBP", "VBN", "MD", "POS")
"""Tags of the verb behind a subject; "’s" may be tagged as an owner's."""
_FOR = frozenset(["for", "at", "from", "with"])
_HEADS = frozenset(["president", "chairman", "chairwoman", "chair", "chief", "director", "head", "boss", "executive"])
"""Who is so called "of" a body speaks for it, as whoever is anything "for" it or "at" it."""
_EMPTY = frozenset(["that", "to", "when", "who", "if", "whether", "how", "before", "time", "clear", "possible"])
_BEING = frozenset(
    ["is", "was", "’s", "'s", "be", "been", "takes", "took", "take", "seems", "seemed", "became", "become"]
)
_BEHIND_OBJECT = ("IN", "RP", "TO", "W", "PRP", "DT", "CC", ",", ".", ":", "MD")
"""Tags of what stands behind "her" where it is no owner."""
_REACH, _VERBS = 8, 3
"""So many words behind an "it" that stands for nothing its clause begins, and its verb ends."""


def find_opened(document: Document, at: int, clusters: Sequence[Cluster], places: Sequence[Place]) -> int | None:
    """Whom "its" and "their" mean in a phrase behind the preposition that opens a sentence, with no noun before them:
    the body that is named as the subject right behind the phrase's comma; where "it" stands there, both are the body
    with which the sentence before begins: "Norvik disagreed. In its answer, it said"."""
    words = document.words
    head = words[at].text.lower()
    first, stop = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    if head == "it" and at > first + 2 and words[at - 1].text == ",":
        owner = next((i for i in range(first, min(at, first + _OPENING + 1)) if words[i].text.lower() == "its"), None)
        comma = None if owner is None else _find_phrase_end(document, owner, first, stop)
        return _find_before(document, first, clusters, places) if comma == at - 1 else None
    if head not in ("its", "their"):
        return None
    comma = _find_phrase_end(document, at, first, stop)
    if comma is None:
        return None
    if words[comma + 1].text.lower() == "it":
        return _find_before(document, first, clusters, places) if head == "its" else None
    start = comma + 1 + (words[comma + 1].text.lower() == "the")
    named = places_between(places, words[start].start, words[start].start + 1)
    fits = [one for one in named if one.subject and not one.pronoun and _fits(head, clusters[one.cluster])]
    return fits[0].cluster if len(fits) == 1 else None


def _find_phrase_end(document: Document, at: int, first: int, stop: int) -> int | None:
    """The comma behind a phrase that opens a sentence with a preposition and an owner at a word."""
    words = document.words
    before = words[first:at]
    if not 0 < at - first <= _OPENING or words[at].tag != "PRP$":
        return None
    if before[-1].tag not in ("IN", "TO", "PDT", "DT", "CD"):
        return None
    if any(word.tag.startswith(_NOUNS) or word.is_verb for word in before):
        return None
    comma = next((i for i in range(at + 1, min(stop, at + _BEHIND)) if _ends_phrase(words, i, stop)), None)
    return None if comma is None or any(word.is_finite for word in words[at:comma]) else comma


def _find_before(document: Document, first: int, clusters: Sequence[Cluster], places: Sequence[Place]) -> int | None:
    """The body with which the sentence before begins, in the same paragraph, as its subject."""
    words = document.words
    sentence = words[first].sentence
    if not sentence or document.sentences[sentence].block != document.sentences[sentence - 1].block:
        return None
    begun = document.first[sentence - 1]
    begun += words[begun].text.lower() == "the"
    named = places_between(places, words[begun].start, words[begun].start + 1)
    fits = [one.cluster for one in named if one.subject and clusters[one.cluster].kind == "organisation"]
    return fits[0] if len(fits) == 1 else None


def _ends_phrase(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether a comma is followed by a name or "it"; one between adjectives or in a list is not."""
    if words[at].text != "," or at + 2 >= stop:
        return False
    behind = words[at + 1]
    return behind.is_proper or behind.text.lower() == "it" or (behind.text.lower() == "the" and words[at + 2].is_proper)


def _fits(head: str, one: Cluster) -> bool:
    return one.kind in (("organisation", "group", "place") if head == "its" else ("organisation", "group"))


def find_acting(document: Document, at: int, seen: Sequence[Place]) -> int | None:
    """Who does what is done to "it", "them", "him" or "her", and so is not meant: "Norvik has replaced it" (Principle B
    of Chomsky 1981). `seen` are the mentions before it in reading order."""
    words = document.words
    pronoun = words[at].text.lower()
    if pronoun not in ("it", "them", "him", "her") or not at or not words[at - 1].is_verb:
        return None
    if pronoun == "her" and words[at + 1 : at + 2] and not words[at + 1].tag.startswith(_BEHIND_OBJECT):
        return None  # "Lee told her lawyer"
    if pronoun in ("it", "them") and (lemma_of(words[at - 1].text) or _is_doing(words, at)):
        return None  # "Norvik says it also won"
    first, start = document.first[words[at].sentence], at - 1
    while start > first and (words[start - 1].is_verb or words[start - 1].tag in ("RB", "MD", "TO")):
        if pronoun in ("him", "her") and lemma_of(words[start - 1].text):
            break  # "Lee said lockdown spared him"
        start -= 1
    for place in reversed(seen):
        if place.word < first:
            return None
        if place.word < start:
            whole = place.word == start - 1 or all(word.is_proper for word in words[place.word : start])
            return place.cluster if place.subject and whole else None
    return None


def _is_doing(words: Sequence[Word], at: int) -> bool:
    """Whether a pronoun is a subject: a verb of its clause stands behind it."""
    behind = next((word for word in words[at + 1 : at + 4] if word.tag != "RB"), None)
    return behind is not None and behind.tag.startswith(_CLAUSAL)


def find_reported(document: Document, draft: Draft, namings: Namings, named: int | None) -> tuple[int, int] | None:
    """The word of it or they that begins what somebody is reported to say, and the body that says it itself or that
    they speak for: "Norvik said it would", "Ann Lee, a curator at the museum, said it had". `named` is whom the source
    names."""
    source, start = draft.source[0], draft.content[0][0]
    if not source[1] <= start <= source[1] + _FAR or document.is_quoted(start):
        return None
    at = document.words_in((start, start + 1)).start
    at += document.words[at].text.lower() == "that" and at + 1 < len(document.words)
    head = document.words[at].text.lower()
    if head not in ("it", "they") or not _is_doing(document.words, at):
        return None
    if head == "it" and _is_empty(document, at):
        return None
    between = document.list_words((source[1], start))
    if len(between) > _BETWEEN:
        return None
    if head == "they" and any(word.tag in ("NNS", "PRP", "NNPS") for word in between):
        return None  # "told his followers that they"
    body = _find_speaking(document, draft, namings, named, head) if named is not None else None
    body = _find_body(document, source, namings) if body is None else body
    return None if body is None else (at, body)


def _find_speaking(document: Document, draft: Draft, namings: Namings, named: int, head: str) -> int | None:
    """The body that a source names, where a verb of speech leads from it to what it says; "they" are many."""
    one = namings.clusters[named]
    cue = [word for span in draft.cue for word in document.list_words(span) if span[0] >= draft.source[0][1]]
    said = any(lemma_of(word.text) in SAID_LEMMAS - _OF_OTHERS for word in cue)
    return named if said and one.kind in (("organisation", "place") if head == "it" else ("group",)) else None


def _find_body(document: Document, source: Span, namings: Namings) -> int | None:
    """The body that one person of a source speaks for."""
    words = document.list_words(source)
    for span, index in reversed(namings.inside(source)):
        if namings.clusters[index].kind != "organisation":
            continue
        before = [word for word in words if word.end <= span[0]]
        behind = [word for word in words if word.start >= span[1] and word.tag != "POS"]
        if behind and behind[0].text.lower().startswith("spokes"):
            return index
        if before and before[-1].text.lower() == "the":
            before.pop()
        if len(before) < 2 or before[-2].tag in ("NNS", "NNPS"):
            continue
        joint, head = before[-1].text.lower(), before[-2].text.lower()
        if joint in _FOR or (joint == "of" and (head in _HEADS or head.startswith("spokes"))):
            return index
    return None


def _is_empty(document: Document, at: int) -> bool:
    """Whether "it" may stand for nothing: "it was time to", "it would be wrong if"."""
    words = document.words[at + 1 : at + 1 + _REACH]
    if not any(word.text.lower() in _BEING for word in words[:_VERBS]):
        return False
    comma = next((i for i, word in enumerate(words) if word.text == ","), len(words))
    return any(word.text.lower() in _EMPTY for word in words[1:comma])
