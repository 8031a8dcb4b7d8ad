"""Who he, she, him, her, "the president" and "the ministry" are: pronouns and descriptions to clusters.

A pronoun goes to the person whose features score best: how near the last mention is, whether it was the subject of its
sentence or a speaker, how often the article names the person, and whether the gender is known to agree. The order of
candidates follows the centering idea that subjects and recent topics attract pronouns (Grosz, Joshi and Weinstein
1995); the weights are set by hand and checked on training texts.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.clusters import Cluster, Gender
from reader.analysis.document import Document
from reader.analysis.lexicon import words as listed
from reader.article.model import Span

PRONOUN_GENDER: Mapping[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_FAR = 6
_POSSESSED = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class Place:
    """One mention's features: cluster, position, sentence, and whether it is its clause's subject or quoted."""

    cluster: int
    start: int
    sentence: int
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """Pronoun spans to cluster indices, and every mention (names and pronouns) in reading order."""

    pronouns: Mapping[Span, int]
    places: tuple[Place, ...]


def resolve(
    document: Document, clusters: Sequence[Cluster], speakers: Sequence[tuple[Span, Sequence[Span]]] = ()
) -> Resolved:
    """Resolve he and she in reading order. `speakers` are source spans with the content spans said by each."""
    people = {index for index, one in enumerate(clusters) if one.kind == "person"}
    genders: dict[int, Gender | None] = {index: clusters[index].gender for index in people}
    named = sorted(
        (span, index)
        for index, one in enumerate(clusters)
        for span in one.spans
        if one.kind in ("person", "organisation")
    )
    sources = {span for span, _ in speakers}
    pronouns: dict[Span, int] = {}
    history: list[Place] = []
    following = iter(named)
    pending = next(following, None)
    counts: dict[int, int] = {}
    speaker_of: list[tuple[Span, int]] = []
    for at, word in enumerate(document.words):
        while pending is not None and pending[0][0] <= word.start:
            span, index = pending
            first = document.words_in(span)
            history.append(
                Place(index, span[0], word.sentence, _is_subject(document, first), document.is_quoted(span[0]))
            )
            counts[index] = counts.get(index, 0) + 1
            pending = next(following, None)
        gender = PRONOUN_GENDER.get(word.text.lower())
        if gender is None:
            continue
        quoted = document.is_quoted(word.start)
        barred = _speakers_of(word.start, speakers, pronouns, named) if quoted else set()
        best = _best(document, at, gender, quoted, history, people, genders, counts, barred, sources)
        if best is None:
            continue
        span = (word.start, word.end)
        pronouns[span] = best
        genders[best] = genders[best] or gender
        history.append(
            Place(
                best,
                word.start,
                word.sentence,
                word.tag == "PRP" and _is_subject(document, range(at, at + 1)),
                quoted,
            )
        )
        counts[best] = counts.get(best, 0) + 1
    del speaker_of
    return Resolved(pronouns, tuple(history))


def _best(
    document: Document,
    at: int,
    gender: Gender,
    quoted: bool,
    history: Sequence[Place],
    people: set[int],
    genders: Mapping[int, Gender | None],
    counts: Mapping[int, int],
    barred: set[int],
    sources: set[Span],
) -> int | None:
    word = document.words[at]
    scores: dict[int, float] = {}
    for back, place in enumerate(reversed(history)):
        distance = word.sentence - place.sentence
        if distance > _FAR * 2 or back > 80:
            break
        if place.cluster not in people or place.cluster in barred:
            continue
        known = genders.get(place.cluster)
        if known is not None and known != gender:
            continue
        score = -0.9 * distance if distance <= _FAR else -0.9 * _FAR - 0.3 * (distance - _FAR)
        score += 0.9 if place.subject else 0.0
        score += 0.8 if known == gender else 0.0
        score -= 0.7 if place.quoted and not quoted else 0.0
        score += 0.5 if not place.quoted and quoted and distance > 0 else 0.0
        score += 0.12 * min(counts.get(place.cluster, 0), 8)
        if any(a <= place.start < b for a, b in sources):
            score += 0.5
        if place.cluster not in scores or score > scores[place.cluster]:
            scores[place.cluster] = score
    if not scores:
        return None
    return max(scores, key=lambda index: (scores[index], counts.get(index, 0)))


def _speakers_of(
    position: int,
    speakers: Sequence[tuple[Span, Sequence[Span]]],
    pronouns: Mapping[Span, int],
    named: Sequence[tuple[Span, int]],
) -> set[int]:
    """Clusters that say the words around a position: a pronoun in what somebody says is seldom that somebody."""
    out: set[int] = set()
    for source, content in speakers:
        if any(a <= position < b for a, b in content):
            out |= {index for span, index in named if source[0] <= span[0] < source[1]}
            out |= {index for span, index in pronouns.items() if source[0] <= span[0] < source[1]}
    return out


def _is_subject(document: Document, at: range) -> bool:
    """Whether a mention is the subject of its clause: a verb follows it, perhaps behind an apposition or adverb."""
    words = document.words
    position = at.stop
    steps = 0
    while position < len(words) and words[position].sentence == words[at.start].sentence and steps < 3:
        tag, text = words[position].tag, words[position].text
        if text in _POSSESSED:
            return False
        if tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if text == ",":
            close = next((i for i in range(position + 1, min(position + 16, len(words))) if words[i].text == ","), None)
            if close is None or close + 1 >= len(words):
                return False
            return words[close + 1].tag in ("VBD", "VBZ", "VBP", "MD")
        if tag not in ("RB", "CC", "NNP"):
            return False
        position += 1
        steps += 1
    return False


def description(
    document: Document,
    source: Span,
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    places: Sequence[Place],
) -> int | None:
    """Who "the president" or "the ministry" is where that is safe: one actor whose role or name has the same head, or
    the one of several who was named last, in this sentence or the two before. None otherwise."""
    at = document.words_in(source)
    forms = [document.words[i] for i in at]
    if not forms or forms[0].text.lower() not in ("the", "this", "that"):
        return None
    stop = next((i for i, w in enumerate(forms) if i and (w.tag in ("IN", "WP", "WDT") or w.text == ",")), len(forms))
    core = [word.text.lower().rstrip(".") for word in forms[1:stop]]
    if not core or len(core) > 4:
        return None
    head, modifiers = core[-1], set(core[:-1])
    if head not in listed("offices") and head not in listed("organisations") and head not in listed("titles"):
        return None
    options: list[int] = []
    for index, one in enumerate(clusters):
        called = (roles[index] or "").lower().replace("’s", "").replace("'s", "").split()
        name = one.name.lower().split()
        if one.kind == "person":
            if head in called and (not modifiers or modifiers <= set(called) | {"former", "republican", "democratic"}):
                options.append(index)
        elif one.kind != "place" and head == name[-1] and modifiers <= set(name):
            options.append(index)
    options = [index for index in options if clusters[index].spans[0][0] < source[0]]
    if len(options) <= 1:
        return options[0] if options else None
    last = bisect_right([place.start for place in places], source[0]) - 1
    sentence = forms[0].sentence
    while last >= 0 and sentence - places[last].sentence <= 2:
        if places[last].cluster in options and places[last].start < source[0]:
            return places[last].cluster
        last -= 1
    return None
