"""Which claims of two articles report one statement.

Two steps. First each pair of claims is judged by itself: how many telling words they share (by rarity), how long a
stretch of words they share, whether the speakers agree. Then it is judged among the others: a third article that
matches both speaks for a pair, a better partner elsewhere speaks against it. The weights were fitted by logistic
regression on ten invented events (`docs/decisions.md` says how well it does on events it was not fitted on).
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.compare.model import Side
from reader.compare.relation import equal_blocks
from reader.compare.speakers import is_same_speaker
from reader.compare.statements import Content, Statement
from reader.compare.words import SMALL_WORDS, is_number, stem

PAIR_WEIGHTS: Mapping[str, float] = {
    "shared of the shorter": 2.20,
    "shared of both": 1.58,
    "shared": 2.41,
    "longest stretch": 1.04,
    "covered": 2.12,
    "same speaker": 0.92,
    "other speaker": -1.40,
    "a number in common": 0.18,
    "shared of the shorter, same speaker": 1.43,
    "shared of both, same speaker": 0.75,
    "shared, same speaker": 1.38,
    "longest stretch, same speaker": 0.29,
    "covered, same speaker": 1.12,
    "shared of the shorter, other speaker": 0.27,
    "shared of both, other speaker": 0.26,
    "shared, other speaker": 0.20,
    "longest stretch, other speaker": 0.19,
    "covered, other speaker": 0.39,
    "constant": -4.72,
}
COMPANY_WEIGHTS: Mapping[str, float] = {"pair": 1.01, "third article": 1.08, "better partner": -2.51, "constant": 0.77}
ENOUGH = 0.2
"""How sure a pair must be to be called one statement."""
_NUMBER = "a number in common"
_RARE = 15.0
"""Rarity (summed inverse document frequency) above which more shared words add nothing."""
_SMALL_WORD = 0.3
"""The rarity given to a small word inside a shared stretch."""
_WORTH = 0.03
"""How sure a pair must be able to become to be looked at word by word: below it no company lifts it to `ENOUGH`."""
_LEAST_SHARED = 1.0
"""Rarity of shared words below which a pair is not looked at further."""

Rarity = Callable[[str], float]
Key = tuple[int, str]
"""An article's number and a claim's id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, how sure it is that they are one (0 to 1), and whether their speakers agree."""

    left: Statement
    right: Statement
    sureness: float
    same_speaker: bool | None


def match_statements(sides: Sequence[Side], statements: Sequence[Sequence[Statement]]) -> list[Pair]:
    """The pairs of claims of two articles that report one statement, by the articles' order."""
    rarity = _rarity(statements)
    numbers: dict[Content, int] = {}
    contents = {_key(s): numbers.setdefault(s.content, len(numbers)) for side in statements for s in side}
    counts = {numbers[s.content]: _counts(s, rarity) for side in statements for s in side}
    known: dict[tuple[int, int], dict[str, float] | None] = {}

    def features(left: Statement, right: Statement) -> dict[str, float] | None:
        """Those of two statements, worked out once for all papers that carry the same words; None where the two share
        too little to be one."""
        pair = contents[_key(left)], contents[_key(right)]
        if pair not in known:
            worth = _may_be_one(left, counts[pair[0]], right, counts[pair[1]], rarity)
            known[pair] = _features(left, right, rarity) if worth else None
        return known[pair]

    alone = [
        _judge(sides, left, right, values)
        for one, other in combinations(statements, 2)
        for left in one
        for right in other
        if (values := features(left, right)) is not None
    ]
    return [pair for pair in _judge_in_company(alone) if pair.sureness > ENOUGH]


def _rarity(statements: Sequence[Sequence[Statement]]) -> Rarity:
    counts = Counter(key for side in statements for statement in side for key in statement.stems)
    total = sum(map(len, statements)) + 1
    rarities = {key: math.log(total / (count + 0.5)) for key, count in counts.items()}
    unseen = math.log(total / 0.5)
    return lambda key: rarities.get(key, unseen)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What bounds a pair's score: the weight of a statement's stems, and its words (those quoted, where some are)."""

    weight: float
    words: Counter[str]
    quoted: Counter[str]


def _counts(statement: Statement, rarity: Rarity) -> _Counts:
    words = Counter(token.key for token in statement.words)
    quoted = Counter(token.key for token in statement.quoted) if statement.quoted else words
    return _Counts(sum(map(rarity, statement.stems)), words, quoted)


def _may_be_one(left: Statement, own: _Counts, right: Statement, theirs: _Counts, rarity: Rarity) -> bool:
    """Whether two statements share enough to be looked at word by word."""
    shared = sum(map(rarity, left.stems & right.stems))
    return shared >= _LEAST_SHARED and _at_most(own, theirs, shared) >= _WORTH


def _at_most(left: _Counts, right: _Counts, shared: float) -> float:
    """How sure a pair can be at most: as if one speaker said the words in common in one stretch."""
    covered = (left.quoted & right.quoted).total() / max(1, min(left.quoted.total(), right.quoted.total()))
    small = sum(count for key, count in (left.words & right.words).items() if key in SMALL_WORDS)
    bounds = {
        "shared of the shorter": shared / max(1e-6, min(left.weight, right.weight)),
        "shared of both": shared / max(1e-6, left.weight + right.weight - shared),
        "shared": min(shared, _RARE) / _RARE,
        "longest stretch": min(2 * shared + _SMALL_WORD * small, _RARE) / _RARE,
        "covered": covered,
    }
    score = PAIR_WEIGHTS["constant"] + PAIR_WEIGHTS["same speaker"] + PAIR_WEIGHTS[_NUMBER]
    return _logistic(score + sum((PAIR_WEIGHTS[n] + PAIR_WEIGHTS[f"{n}, same speaker"]) * v for n, v in bounds.items()))


def _judge(sides: Sequence[Side], left: Statement, right: Statement, values: Mapping[str, float]) -> Pair:
    same = is_same_speaker(sides[left.article], left.claim, sides[right.article], right.claim)
    score = PAIR_WEIGHTS["constant"]
    for name, value in values.items():
        score += PAIR_WEIGHTS[name] * value
        if same is not None and name != _NUMBER:
            score += PAIR_WEIGHTS[f"{name}, {'same' if same else 'other'} speaker"] * value
    if same is not None:
        score += PAIR_WEIGHTS["same speaker" if same else "other speaker"]
    return Pair(left, right, _logistic(score), same)


def _features(left: Statement, right: Statement, rarity: Rarity) -> dict[str, float]:
    shared = sum(map(rarity, left.stems & right.stems))
    weights = [sum(map(rarity, statement.stems)) for statement in (left, right)]
    quoted = (left.quoted or left.words, right.quoted or right.words)
    blocks = equal_blocks(left.words, right.words)
    own = equal_blocks(*quoted) if left.quoted or right.quoted else blocks
    covered = sum(n for _, _, n in own) / max(1, min(map(len, quoted)))
    stretches = [
        sum(_SMALL_WORD if t.key in SMALL_WORDS else rarity(stem(t.key)) for t in left.words[a : a + n])
        for a, _, n in blocks
    ]
    return {
        "shared of the shorter": shared / max(1e-6, min(weights)),
        "shared of both": shared / max(1e-6, sum(weights) - shared),
        "shared": min(shared, _RARE) / _RARE,
        "longest stretch": min(max(stretches, default=0.0), _RARE) / _RARE,
        "covered": covered,
        _NUMBER: float(not _numbers(left).isdisjoint(_numbers(right))),
    }


def _judge_in_company(pairs: Sequence[Pair]) -> list[Pair]:
    numbers: dict[Key, int] = {}
    articles: list[int] = []
    ends: list[tuple[int, int]] = []
    for pair in pairs:
        for statement in (pair.left, pair.right):
            if numbers.setdefault(_key(statement), len(numbers)) == len(articles):
                articles.append(statement.article)
        ends.append((numbers[_key(pair.left)], numbers[_key(pair.right)]))
    sure: list[dict[int, float]] = [{} for _ in articles]
    for (left, right), pair in zip(ends, pairs, strict=True):
        sure[left][right] = sure[right][left] = pair.sureness
    partners = [sorted(near.items(), key=lambda partner: -partner[1]) for near in sure]
    judged = []
    for (left, right), pair in zip(ends, pairs, strict=True):
        alone = pair.sureness
        third = _third(partners[left], right, sure[right], articles)
        rivals = _best_other(partners[left], right, articles), _best_other(partners[right], left, articles)
        better = sum(max(0.0, rival - alone) for rival in rivals)
        score = (
            COMPANY_WEIGHTS["pair"] * math.log(alone / (1 - alone))
            + COMPANY_WEIGHTS["third article"] * third
            + COMPANY_WEIGHTS["better partner"] * better
            + COMPANY_WEIGHTS["constant"]
        )
        judged.append(Pair(pair.left, pair.right, _logistic(score), pair.same_speaker))
    return judged


def _third(
    partners: Sequence[tuple[int, float]], right: int, near: Mapping[int, float], articles: Sequence[int]
) -> float:
    """How sure a third article is of both, at its least sure; partners come the surest first."""
    best = 0.0
    for other, share in partners:
        if share <= best:
            break
        if other in near and articles[other] != articles[right]:
            best = max(best, min(share, near[other]))
    return best


def _best_other(partners: Sequence[tuple[int, float]], chosen: int, articles: Sequence[int]) -> float:
    """How sure the surest other partner in the same article is; partners come the surest first."""
    article = articles[chosen]
    return next((share for other, share in partners if articles[other] == article and other != chosen), 0.0)


def _key(statement: Statement) -> Key:
    return statement.article, statement.claim.id


def _numbers(statement: Statement) -> set[str]:
    return {token.key for token in statement.words if is_number(token.key)}


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
