"""Who he and she are: third-person singular pronouns to clusters.

Every person named so far is a candidate, and so is nobody; a linear model weighs what is told of each
(`pronoun_features`), its weights fitted by training/coreference.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from reader.analysis.actors.bound import find_acting
from reader.analysis.actors.cast import is_player
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features
from reader.analysis.actors.genders import Gender, tell_gender_around
from reader.analysis.actors.mentions import PRONOUN_GENDER, Place, Seen, is_subordinate, locate, move
from reader.analysis.actors.pointing import Pointing, lay_pointing
from reader.analysis.actors.pronoun_features import Question, describe, score
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import read_before, tell_gender
from reader.article.model import Span

_RECENT = 40
_ENDS_NAME = (",", " (", " of ", " for ", " from ", " at ", " in ", " who ", " and ")
"""Behind a name that is the head of its phrase; "Lee's mother" and "Norvik man Ann Gray" have another head."""
_POINTED, _PASSED_BY = 0.8, 0.1
"""So much of the tagger's pointing falls on whom it means, and less than so much on somebody whom it does not."""
_RATHER, _BESIDE = 0.6, 0.2
"""The same for somebody whose gender the name tells."""
_ONLY = 0.75
"""So much of it falls on one whose given name alone speaks against it."""
_BEING = frozenset(["am", "is", "’m", "'m", "’s", "'s", ","])
_INTRODUCED = 5
"""So many words stand at most between "I am" and the own name: "I’m always Miss Lee"."""
_PUT_IN = 60
"""So far behind its bracket a name stands that another put in."""
_WHEN = frozenset(["When", "As", "After", "Once"])
_ASKING = frozenset(["ask", "tell", "remind", "inform", "press", "question", "quiz"])
"""Behind such a word stands who then answers."""
_ANSWERING = frozenset(["reply", "answer", "respond", "retort"])
_OPENS_QUESTION = frozenset(["if", "whether", "what", "who", "which"])
_BY = 4
"""So many words behind "asked" stands "by" at most: "was asked on Monday by Lee"."""
_NAMING = ("NN", "POS", "DT", "JJ", "HYPH")
_CANDIDATES = 12
"""So many people named last can be meant; who was named before them hardly ever is."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Pronoun spans to cluster indices, how sure each is (0 to 1), and every mention (names and pronouns) in reading
    order; with the relatives that were looked for, by the word for them: whose in words, whose by them, and who."""

    pronouns: Mapping[Span, int]
    places: tuple[Place, ...]
    sure: Mapping[Span, float] = field(default_factory=dict)
    relatives: dict[str, frozenset[tuple[str, int | None, int]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    pointing: Pointing | None = field(default=None, repr=False, compare=False)
    """What was looked up of where he and she point."""


Teacher = Callable[[Span, Sequence[int | None], Sequence[Features]], int | None]
"""Given a pronoun's span, its candidates (None: nobody) and what is told of each, the right candidate; for training."""


def resolve_pronouns(
    document: Document,
    clusters: Sequence[Cluster],
    sayings: Sequence[tuple[Span, Sequence[Span]]] = (),
    *,
    described: Mapping[Span, int] | None = None,
    teacher: Teacher | None = None,
) -> Resolved:
    """Resolve he and she in reading order. `sayings` are source spans with the content spans said by each.

    `described` are clusters by the spans of phrases that stand for them ("the first minister"), mentions like names. A
    `teacher` decides instead of the weights when they are being fitted.
    """
    text = document.article.text
    seen = Seen(genders={index: one.gender for index, one in enumerate(clusters) if one.kind == "person"})
    named = sorted(
        [*((span, index) for index, one in enumerate(clusters) for span in one.spans), *(described or {}).items()]
    )
    closed = {span[1] for one in clusters if one.kind == "person" for span in one.spans}
    named = [one for one in named if not is_player(text, one[0], closed)]
    titled = frozenset(
        index for span, index in named if document.article.blocks[document.article.block_at(span[0])].kind == "title"
    )
    sources = SpanIndex((span, index) for span, index in named)
    said = SpanIndex((span, source) for source, content in sayings for span in content)
    ends = sorted((max(end for _, end in content), source) for source, content in sayings if content)
    told_by: dict[Span, list[Span]] = defaultdict(list)
    for source, content in sayings:
        told_by[source] += content
    pronouns: dict[Span, int] = {}
    sure: dict[Span, float] = {}
    following = 0
    pointing = lay_pointing(document, clusters)
    pointing.known.update((span[0], index) for span, index in (described or {}).items())

    def read_to(position: int) -> None:
        """Read on over the names that start at a position or before it."""
        nonlocal following
        while following < len(named) and named[following][0][0] <= position:
            span, index = named[following]
            seen.see(locate(document, index, document.words_in(span), pronoun=False))
            following += 1

    for at in document.find_all_words(PRONOUN_GENDER):
        word = document.words[at]
        gender = PRONOUN_GENDER[word.text.lower()]
        read_to(word.start)
        span = (word.start, word.end)
        here = locate(document, -1, range(at, at + 1), pronoun=True)
        barred = _find_sayers(text, word.start, said, pronouns, sources) if here.quoted else set()
        content = _leave_headline(document, told_by.get(span, ()), word)
        if content:
            barred |= find_told(document, content, word.end, sources.inside)
            barred |= find_quoted_names(document, content, sources.inside)
        barred |= _find_acting(document, at, gender, seen)
        opening = min((start for start, _ in content), default=None)
        known, seen_from, since = seen, here, word.start
        behind = opening is not None and opening < word.start and not here.quoted
        if opening is not None and behind:
            # Who is named inside a quotation says nothing of who says it: "Pence succeeded," he wrote.
            known, seen_from, since = seen.look_back(opening), move(document, here, opening), opening
        last = _find_last_claim(ends, since)
        speaker = None if last is None else _name_source(text, last[1], pronouns, sources)
        spoken = 0 if last is None else max(last[0], last[1][1])
        if opening is not None and not here.quoted:
            begun = document.words[document.first[max(0, seen_from.sentence - 1)]].start
            passing = _find_in_passing(document, known, seen_from, gender)
            barred |= passing - {speaker if spoken <= begun else None}
            barred |= _find_askers(document, known, seen_from)
            if last is not None and speaker is not None and _is_answering(document, at) and _asks(document, *last):
                barred.add(speaker)
        asked = Question(
            gender=gender,
            word=at,
            here=seen_from,
            candidates=_list_candidates(known, gender, barred),
            speaker=speaker,
            sourced=opening is not None,
            behind=behind,
            titled=titled,
            newcomers=_find_newcomers(known, spoken, since) if behind else frozenset(),
            shares=pointing.shares(word.start),
        )
        told = describe(document, known, asked)
        if teacher is None:
            scores = [score(features) for features in told]
            highest = max(scores)
            best = asked.candidates[scores.index(highest)]
            pointed = None if opening is None else _find_pointed(asked, best, known, said, clusters)
            if pointed not in (None, best):
                sayers = _find_sayers(text, word.start, said, pronouns, sources)
                best = best if pointed in sayers else pointed
            if best is None and opening is not None and not here.quoted:
                best = _find_misnamed(document, asked, known, said, clusters)
            sure[span] = 1.0 / sum([math.exp(one - highest) for one in scores])
        else:
            best = teacher(span, asked.candidates, told)
        if best is None:
            continue
        pronouns[span] = pointing.known[word.start] = best
        seen.genders[best] = gender
        seen.last_of[gender] = best
        seen.see(here._replace(cluster=best))
    read_to(len(text))
    return Resolved(pronouns, tuple(seen.places), sure, pointing=pointing)


def _leave_headline(document: Document, content: Sequence[Span], source: Word) -> Sequence[Span]:
    """What somebody says without what the headline has of it, where the source does not stand there: nobody who is
    named between the two was unknown when it was said."""
    if not content or document.is_in_headline(source):
        return content
    at = (document.words[document.words_in((start, start + 1)).start] for start, _ in content)
    return [span for span, word in zip(content, at, strict=True) if not document.is_in_headline(word)]


def _find_pointed(
    asked: Question, best: int | None, seen: Seen, said: SpanIndex[Span], clusters: Sequence[Cluster]
) -> int | None:
    """Of the candidates the one that the tagger points at alone, where the likeliest one is hardly pointed at; not one
    who was last named in what another said or for what is his."""
    if best is None or asked.shares is None:
        return best
    shares, gender = asked.shares, asked.gender
    passed = shares.get(best, 0.0)
    sure = max((one for one in asked.candidates if one is not None), key=lambda one: shares.get(one, 0.0))
    share = shares.get(sure, 0.0)
    alone = share >= _POINTED and passed < _PASSED_BY
    if alone and asked.here.quoted:
        return sure
    named = share >= _RATHER and passed <= _BESIDE and clusters[sure].gender == gender and not asked.here.quoted
    last = seen.last[sure]
    led = last.led and not (last.pronoun and sure in seen.subjects.get(last.sentence, ()))
    if not (alone or named) or led or said.touches([(last.start, last.start + 1)]):
        return best
    return sure


def _find_misnamed(
    document: Document, asked: Question, seen: Seen, said: SpanIndex[Span], clusters: Sequence[Cluster]
) -> int | None:
    """Where nobody is meant, the last subject at whom alone the tagger points and whom only the given name tells to be
    of the other gender: “No,” she said, behind "Dale Gray was not amused."."""
    for who, share in (asked.shares or {}).items():
        last = None if who is None else seen.last.get(who)
        if who is None or last is None or share < _ONLY or asked.here.sentence - last.sentence > 1:
            continue
        plain = last.subject and not last.led and not said.touches([(last.start, last.start + 1)])
        if plain and clusters[who].kind == "person" and _is_guessed(document, clusters[who]):
            return who
    return None


def _is_guessed(document: Document, one: Cluster) -> bool:
    """Whether only the given name tells somebody's gender, no title and no noun beside it."""
    starts = (document.words_in(span).start for span in one.spans)
    titles = (tell_gender(read_before(document.words, at)) for at in starts)
    return not any(titles) and not any(tell_gender_around(document, span) for span in one.spans)


def _list_candidates(seen: Seen, gender: Gender, barred: set[int]) -> list[int | None]:
    """The latest people of no other gender, latest first, and nobody."""
    people = (
        index
        for index in reversed(seen.last)
        if index in seen.genders and index not in barred and seen.genders[index] in (None, gender)
    )
    return [*islice(people, _CANDIDATES), None]


def _find_acting(document: Document, at: int, gender: Gender, seen: Seen) -> set[int]:
    """Who does what is done to him or her; and who asked her, where she then is somebody: "When Lee asked her, she"."""
    words = document.words
    first = document.first[words[at].sentence]
    objects = [at]
    if words[first].text in _WHEN and words[at].text in ("he", "she"):
        objects = [
            i
            for i in range(first + 1, at)
            if PRONOUN_GENDER.get(words[i].text) == gender and lemma_of(words[i - 1].text) in _ASKING
        ]
    acting = (find_acting(document, i, seen.places) for i in objects)
    return {who for who in acting if who is not None}


def _find_sayers(
    text: str,
    position: int,
    said: SpanIndex[Span],
    pronouns: Mapping[Span, int],
    named: SpanIndex[int],
) -> set[int]:
    """Clusters that say the words around a position: he in what somebody says is seldom that somebody."""
    sources = (source for _, source in said.touching((position, position + 1)))
    found = (_name_source(text, source, pronouns, named) for source in sources)
    return {who for who in found if who is not None}


def find_told(
    document: Document,
    content: Sequence[Span],
    end: int,
    list_named: Callable[[Span], Sequence[tuple[Span, int]]],
) -> frozenset[int]:
    """Clusters named in what is reported behind a pronoun that ends at a place, outside quotation marks: in "he said
    Jones's show was small" he is not Jones (Principle C of Chomsky 1981). `list_named` gives the namings in a span."""
    inside = (one for span in content if span[0] > end for one in list_named(span))
    return frozenset(index for (start, _), index in inside if not document.is_quoted(start))


def find_quoted_names(
    document: Document, content: Sequence[Span], list_named: Callable[[Span], Sequence[tuple[Span, int]]]
) -> frozenset[int]:
    """Clusters named between quotation marks in what somebody says, but whoever gives the own name ("I’m Reggie")."""
    inside = (one for span in content for one in list_named(span))
    return frozenset(
        index
        for (begin, _), index in inside
        if document.is_quoted(begin) and not (_is_own(document, begin) or _is_put_in(document.article.text, begin))
    )


def _is_put_in(text: str, name: int) -> bool:
    """Whether a name stands in square brackets, which another put into what somebody says: "him [whom Lee beat]"."""
    opened = text.rfind("[", max(0, name - _PUT_IN), name)
    return opened >= 0 and "]" not in text[opened:name]


def _is_own(document: Document, name: int) -> bool:
    """Whether who speaks gives the name that begins at a place as the own one: "I am Lee", "my name is Lee"."""
    at = document.words_in((name, name + 1)).start
    before = [word.text.lower() for word in document.words[max(0, at - _INTRODUCED) : at]]
    return any(one in ("i", "name") and then in _BEING for one, then in pairwise(before))


def _find_last_claim(ends: Sequence[tuple[int, Span]], position: int) -> tuple[int, Span] | None:
    """The last claim that ended before a position, its source too: where it ended, and that source."""
    for number in range(bisect_left(ends, (position + 1,)) - 1, -1, -1):
        if ends[number][1][1] <= position:
            return ends[number]
    return None


def _asks(document: Document, end: int, source: Span) -> bool:
    """Whether a claim that ends at a place is a question, in its own words or in the writer's: "Lee asked Berg | if he
    had proof"."""
    if "?" in document.article.text[end - 1 : end + 1]:
        return True
    at = document.words_in(source)
    if not at:
        return False
    behind = document.list_words((document.words[at.stop - 1].end, end))
    asked = bool(behind) and lemma_of(behind[0].text) == "ask"
    return asked and any(word.text.lower() in _OPENS_QUESTION or word.tag == "WRB" for word in behind[1:])


def _is_answering(document: Document, at: int) -> bool:
    """Whether a verb beside he or she tells of an answer: "he replied", “…,” replied she."""
    return any(lemma_of(word.text) in _ANSWERING for word in document.words[max(0, at - 1) : at + 2])


def _find_askers(document: Document, seen: Seen, here: Place) -> set[int]:
    """Who asked him or her who then answers: "When she was asked on Monday by the Courier's Ann Lee whether"."""
    words = document.words
    first = document.first[here.sentence]
    by = next(
        (i for i in range(first, here.word) if words[i].text == "by" and _is_asked(words[max(first, i - _BY) : i])),
        None,
    )
    if by is None:
        return set()
    end = next((i for i in range(by + 1, here.word) if not words[i].tag.startswith(_NAMING)), here.word)
    return {place.cluster for place in seen.places[-_RECENT:] if by < place.word < end}


def _is_asked(words: Sequence[Word]) -> bool:
    return any(word.tag == "VBN" and lemma_of(word.text) in _ASKING for word in words)


def _find_in_passing(document: Document, seen: Seen, here: Place, gender: Gender) -> set[int]:
    """Who was last told of only in passing in the sentence before, in a clause beside what another did there, as surely
    of that gender: "Lee, a fisherman, backed the plan, which Berg has promised to stop"."""
    before = [place for place in seen.places[-_RECENT:] if place.sentence == here.sentence - 1 and not place.quoted]
    subjects = [place for place in before if place.subject and seen.genders.get(place.cluster, "") in (None, gender)]
    aside = {place.start: is_subordinate(document, place) for place in subjects}
    leading = {place.cluster for place in subjects if not aside[place.start]}
    passing = {place.cluster for place in subjects} - leading
    certain = any(seen.genders.get(one) == gender for one in leading)
    told = {one for one in passing if seen.last[one].sentence < here.sentence}
    return {one for one in told if leading and (certain or seen.genders.get(one) is None)}


def _find_newcomers(seen: Seen, low: int, high: int) -> frozenset[int]:
    """Who is named as a subject from one position to another, in the last sentence of them that has any."""
    places = [
        place for place in seen.places[-_RECENT:] if low <= place.start < high and place.subject and not place.pronoun
    ]
    return frozenset(place.cluster for place in places if place.sentence == places[-1].sentence)


def _name_source(text: str, source: Span, pronouns: Mapping[Span, int], named: SpanIndex[int]) -> int | None:
    """Who a source names; in "Lee's mother, Ann Gray" that is not Lee."""
    if source in pronouns:
        return pronouns[source]
    inside = named.inside(source)
    heads = (index for (_, end), index in inside if end == source[1] or text.startswith(_ENDS_NAME, end))
    return next(heads, inside[0][1] if inside else None)
