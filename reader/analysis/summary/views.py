"""Summaries that need the claims and actors: what one speaker says, what bears on a question, all sides.

Each gives a `Ranking` like any method's, so that the same `cut` sets its length; every line is a sentence of the
article.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.analysis.model import Actor, Analysis, Claim, Sentence
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Progress, Ranking, drop_repeats, rank
from reader.analysis.summary.readable import find_needs
from reader.article.model import Article, Span
from reader.article.text.counted import many

_SAYS_SOMETHING = 8
"""Words from which a line speaks for its speaker; shorter ones come after."""
_FULL = 0.6
"""Of the words asked about, rare ones counting more, what a sentence must hold beside the one that holds most: asked
about prisoner exchanges, an exchange of films is none."""
_QUOTED = re.compile(r'["“]([^"”]+)["”]')


def rank_speaker(
    article: Article, analysis: Analysis, actor: str, *, thoughts: bool = False, on_progress: Progress | None = None
) -> Ranking:
    """The sentences that hold what an actor (by id) says, best first; with `thoughts` also what it is said to think.

    Cut to `len(ranking.order)` it is everything said, in reading order. Raises KeyError for an unknown id.
    """
    who = analysis.actor(actor)
    if who is None:
        raise KeyError(actor)
    claims = [one for one in analysis.outer if one.speaker == actor and (thoughts or one.type == "said")]
    base = rank(article, analysis.sentences, on_progress=on_progress)
    worth = {index: base.scores[index] + directness(one) for one in claims for index in sentences_of(analysis, one)}
    return _made(article, analysis.sentences, base, f"what {who.name} says", worth, leaning=False)


def rank_sides(article: Article, analysis: Analysis, *, on_progress: Progress | None = None) -> Ranking:
    """One sentence for each speaker, those who say most first: cut to n, it lets the n main speakers have their say.

    Sentences that name their speaker come before those that say "she said".
    """
    base = rank(article, analysis.sentences, on_progress=on_progress)
    alone = find_needs(article, analysis.sentences, list_pickable(article, analysis.sentences), leaning=True)
    order: list[int] = []
    reasons: list[tuple[int, tuple[str, ...]]] = []
    for who, claims in list_speakers(analysis):
        places = {index: one for one in claims for index in sentences_of(analysis, one) if index in alone}
        fitting = [index for index in places if alone[index] == ()] or [
            index for index in places if alone[index] is not None
        ]
        if not fitting:
            continue
        best = max(
            fitting,
            key=lambda index: (
                min(base.words[index], _SAYS_SOMETHING),
                names_speaker(article, who, analysis.sentences[index]),
                base.scores[index] + directness(places[index]),
                -index,
            ),
        )
        if best not in order:
            order.append(best)
        number = len(claims)
        said = f"{who.name} is given {many(number, 'claim')} here, and this one speaks for them"
        reasons.append((best, (said,)))
    return replace(
        base,
        method="all sides",
        order=tuple(order),
        needs=tuple((index, alone[index]) for index in order if alone[index]),
        reasons=tuple(reasons),
        hits=(),
    )


def unnamed_speaker(article: Article, analysis: Analysis, index: int) -> str | None:
    """Who speaks in a sentence that does not name them ("she said"); None where it does, or where nobody speaks."""
    for claim in analysis.outer:
        if claim.type != "said" or index not in sentences_of(analysis, claim):
            continue
        who = analysis.actor(claim.speaker)
        if who is not None:
            return None if names_speaker(article, who, analysis.sentences[index]) else who.name
    return None


def rank_query(
    article: Article,
    sentences: Sequence[Sentence],
    query: str,
    *,
    actors: Sequence[Actor] = (),
    on_progress: Progress | None = None,
) -> Ranking:
    """The sentences that bear on a question or on words the user types, best first; none where nothing does.

    A sentence counts for the words it shares with the query, rare ones more (BM25, Robertson and others 1994); one that
    has hardly half of what the fullest sentence has is left out; a
    phrase in quotation marks must stand in it, and where the query names one of `actors` every mention of that actor
    counts as the name.
    """
    from reader.analysis.summary.sumy_document import load_language
    from reader.analysis.summary.wording import list_words

    base = rank(article, sentences, on_progress=on_progress)
    chosen = list_pickable(article, sentences)
    code = load_language(article.language)
    texts = {index: article.words_of(sentences[index].span) for index in chosen}
    stems = {index: [code.stem(word) for word in list_words(text)] for index, text in texts.items()}
    asked = {code.stem(word) for word in list_words(query) if word not in code.stop_words}
    asked = asked or {code.stem(word) for word in list_words(query)}
    phrases = [" ".join(phrase.lower().split()) for phrase in _QUOTED.findall(query)]
    named = [actor for actor in actors if asked & _name_stems(actor, code.stem)]
    spread = Counter(stem for found in stems.values() for stem in set(found))
    mean = sum(map(len, stems.values())) / max(1, len(stems))
    rarity = {stem: math.log(1 + len(chosen) / (0.5 + spread[stem])) for stem in asked}
    worth: dict[int, float] = {}
    held: dict[int, float] = {}
    for index in chosen:
        found = Counter(stems[index])
        for actor in named:
            if any(_overlap(mention, sentences[index].span) for mention in actor.mentions):
                for stem in asked & _name_stems(actor, code.stem):
                    found[stem] = max(1, found[stem])
        flat = " ".join(texts[index].lower().split())
        if any(phrase not in flat for phrase in phrases):
            continue
        length = 1.2 * (0.25 + 0.75 * len(stems[index]) / max(1.0, mean))
        relevance = sum(rarity[stem] * found[stem] * 2.2 / (found[stem] + length) for stem in asked & found.keys())
        if relevance > 0:
            held[index] = sum(rarity[stem] for stem in asked & found.keys())
            covered = len(asked & found.keys()) / len(asked)
            worth[index] = relevance * (0.5 + covered) + 0.3 * base.scores[index]
    fullest = max(held.values(), default=0.0)
    worth = {index: value for index, value in worth.items() if held[index] > _FULL * fullest}
    ranking = _made(article, sentences, base, f"about {' '.join(query.split())}", worth, leaning=True)
    shared = {index: _shared_words(texts[index], asked, code.stem) for index in worth}
    return replace(
        ranking,
        reasons=tuple((index, (f"it speaks of {', '.join(words)}",)) for index, words in shared.items() if words),
    )


def _made(
    article: Article,
    sentences: Sequence[Sentence],
    base: Ranking,
    method: str,
    worth: dict[int, float],
    *,
    leaning: bool,
) -> Ranking:
    """A ranking of the sentences that have a worth, among those that may be picked at all."""
    required = find_needs(article, sentences, list_pickable(article, sentences), leaning=leaning)
    order = sorted((index for index in worth if index in required), key=lambda index: (-worth[index], index))
    order = drop_repeats(article, sentences, order)
    most = max((worth[index] for index in order), default=1.0) or 1.0
    scores = tuple(max(0.0, worth.get(index, 0.0) / most) for index in range(len(sentences)))
    listed = tuple((index, group) for index, group in required.items() if group != ())
    return replace(base, method=method, order=tuple(order), scores=scores, needs=listed, reasons=(), hits=())


def sentences_of(analysis: Analysis, claim: Claim) -> list[int]:
    """Indices of the sentences that hold a claim's content."""
    sentences = analysis.sentences
    found: set[int] = set()
    for span in claim.content:
        first = bisect_right(sentences, span[0], key=_start) - 1
        behind = bisect_left(sentences, span[1], key=_start)
        found.update(index for index in range(max(0, first), behind) if _overlap(span, sentences[index].span))
    return sorted(found)


def _start(sentence: Sentence) -> int:
    return sentence.span[0]


def list_speakers(analysis: Analysis) -> Iterable[tuple[Actor, list[Claim]]]:
    """Actors with what they say, those with most claims first."""
    said: dict[str, list[Claim]] = {}
    for claim in analysis.outer:
        if claim.speaker is not None and claim.type == "said":
            said.setdefault(claim.speaker, []).append(claim)
    places = {actor.id: place for place, actor in enumerate(analysis.actors)}
    ordered = sorted(said, key=lambda id: (-len(said[id]), places.get(id, len(places))))
    return [(actor, said[id]) for id in ordered if (actor := analysis.actor(id)) is not None]


def names_speaker(article: Article, who: Actor, sentence: Sentence) -> bool:
    """Whether a sentence calls an actor by name, or a part of it."""
    names = {word for name in (who.name, *who.aliases) for word in name.casefold().split()}
    return any(
        _overlap(mention, sentence.span) and not names.isdisjoint(article.words_of(mention).casefold().split())
        for mention in who.mentions
    )


def directness(claim: Claim) -> float:
    """What a claim's own words are worth beside its sentence's score."""
    return {"direct": 0.3, "mixed": 0.2, "indirect": 0.0}[claim.kind]


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _name_stems(actor: Actor, stem: Callable[[str], str]) -> set[str]:
    """The stems of an actor's name and aliases."""
    from reader.analysis.summary.wording import list_words

    return {stem(word) for name in (actor.name, *actor.aliases) for word in list_words(name)}


def _shared_words(text: str, asked: set[str], stem: Callable[[str], str]) -> list[str]:
    """Words of a text, as written there, whose stems are asked for."""
    from reader.analysis.summary.wording import list_words

    return list(dict.fromkeys(word for word in list_words(text) if stem(word) in asked))[:4]
