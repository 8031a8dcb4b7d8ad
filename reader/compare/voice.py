"""Shares of voice over several articles: who gets how many of the words given to anybody, and how sure that is.

The uncertainty is that of the bootstrap (Efron 1979): the claims of each article are drawn anew, with repetition, and
the middle 95 % of the shares that come of it are told. It says how much a share hangs on single claims, not how well
the engine finds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article
from reader.compare.speakers import is_same_person
from reader.compare.words import tokens_of

UNNAMED, NOT_TOLD = "unnamed sources", "speaker not told"
_ROUNDS = 1000
_SEED = 18
_MIDDLE = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker, kind of source, or named and unnamed ones: claims, words, and the share of all words (0 to 1) with
    the ends of its middle 95 %."""

    name: str
    claims: int
    words: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Voices:
    """Shares by speaker, by kind of source, and of named and unnamed sources; the largest first."""

    speakers: tuple[Voice, ...]
    kinds: tuple[Voice, ...]
    naming: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    article: int
    words: int
    speaker: str
    kind: str


def shares_of_voice(articles: Sequence[tuple[Article, Analysis]]) -> Voices:
    """The shares of all words that the articles give to somebody: what was said, in outermost claims.

    A speaker named in several articles is one where the names agree; a claim with several speakers counts for the
    first.
    """
    people: list[Actor] = []
    said = [
        _said(number, article, analysis, claim, people)
        for number, (article, analysis) in enumerate(articles)
        for claim in analysis.outer
        if claim.type == "said"
    ]
    weights = _weights([each.article for each in said])
    return Voices(
        _shares(said, [each.speaker for each in said], weights),
        _shares(said, [each.kind for each in said], weights),
        _shares(said, ["named" if each.kind not in (UNNAMED, NOT_TOLD) else each.kind for each in said], weights),
    )


def _said(number: int, article: Article, analysis: Analysis, claim: Claim, people: list[Actor]) -> _Said:
    words = len(tokens_of(article.text, claim.content))
    actor = analysis.actor(claim.speaker)
    if actor is None:
        source = " ".join(article.words_of(span) for span in claim.source).casefold()
        name = NOT_TOLD if not source or source in _PRONOUNS else UNNAMED
        return _Said(number, words, name, name)
    known = next((other for other in people if _is_one(actor, other)), None)
    if known is None:
        people.append(actor)
    return _Said(number, words, (known or actor).name, actor.kind)


_PRONOUNS = frozenset("he she they it i we you who which that".split())


def _is_one(one: Actor, other: Actor) -> bool:
    if one.kind != other.kind:
        return False
    return is_same_person(one, other) if one.kind == "person" else one.name.casefold() == other.name.casefold()


def _weights(articles: Sequence[int]) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    """How often each claim is drawn in each round: as many from an article as it has."""
    random = np.random.default_rng(_SEED)
    weights = np.zeros((_ROUNDS, len(articles)), dtype=np.int64)
    numbers = np.asarray(articles, dtype=np.int64)
    for article in set(articles):
        own = np.flatnonzero(numbers == article)
        weights[:, own] = random.multinomial(len(own), np.full(len(own), 1 / len(own)), size=_ROUNDS)
    return weights


def _shares(
    said: Sequence[_Said], names: Sequence[str], weights: "np.ndarray[tuple[int, int], np.dtype[np.int64]]"
) -> tuple[Voice, ...]:
    words = np.asarray([each.words for each in said], dtype=np.float64)
    total = words.sum()
    if not total:
        return ()
    drawn = weights * words
    sums = np.maximum(drawn.sum(axis=1), 1.0)
    found = []
    for name in dict.fromkeys(names):
        own = np.asarray([other == name for other in names])
        low, high = np.percentile(drawn[:, own].sum(axis=1) / sums, _MIDDLE)
        share = float(words[own].sum() / total)
        found.append(Voice(name, int(own.sum()), int(words[own].sum()), share, float(low), float(high)))
    return tuple(sorted(found, key=lambda voice: (-voice.words, voice.name)))
