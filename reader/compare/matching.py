"""Which claims of two articles report one statement.

Two steps. First each pair of claims is judged by itself: how many telling words they share (by rarity), how long a
stretch of words they share, whether the speakers agree. Then it is judged among the others: a third article that
matches both speaks for a pair, a better partner elsewhere speaks against it. The weights are a logistic regression on
marked events, invented and real (`training/compare`; `docs/decisions.md` says how well it does on events it was not
fitted on).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.compare.model import Key, Side
from reader.compare.relation import equal_blocks
from reader.compare.speakers import Agreement, agreement, is_same_speaker, voice_of
from reader.compare.statements import Content, Statement
from reader.compare.weights import COMPANY_WEIGHTS, PAIR_WEIGHTS
from reader.compare.words import SMALL_WORDS, stem

ENOUGH = 0.25
"""How sure a pair must be for it to be worth telling that it may be one statement."""
_RARE = 15.0
"""Rarity (summed inverse document frequency) above which more shared words add nothing."""
_MUCH = 8.0
"""Rarity of all its words that a statement has at least when it is asked how much of it is shared: all of a single word
("the woman") is not much."""
_SMALL_WORD = 0.3
"""The rarity given to a small word inside a shared stretch."""
_MANY = 100_000
"""Pairs of statements that one word may lead to."""
_FEW = 300
"""Statements of one article in the same words that another's are paired with each."""
_WORD_FOR_WORD = 7.0
"""The score of the very same words from one speaker, or from one who may be the same: however few they are ("No")."""
LEAST_SHARED = 1.0
"""Rarity of shared words below which a pair is not looked at further."""

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, how sure it is that they are one (0 to 1), and whether their speakers agree."""

    left: Statement
    right: Statement
    sureness: float
    same_speaker: bool | None


def match_statements(sides: Sequence[Side], statements: Sequence[Sequence[Statement]]) -> list[Pair]:
    """The pairs of claims of two articles that report one statement, by the articles' order."""
    rarity = rarity_in(statements)
    numbers: dict[Content, int] = {}
    contents = {s.key: numbers.setdefault(s.content, len(numbers)) for side in statements for s in side}
    counts = {numbers[s.content]: _counts(s, rarity) for side in statements for s in side}
    voices = {s.key: voice_of(sides[s.article], s.claim) for side in statements for s in side}
    bounds: dict[tuple[int, int], float] = {}
    known: dict[tuple[int, int], dict[str, float]] = {}
    least = _worth(len(sides))

    def judged(left: Statement, right: Statement) -> Pair | None:
        """Two statements judged by themselves, what they share worked out once for all papers that carry the same
        words; None where the two share too little to be one."""
        pair = contents[left.key], contents[right.key]
        if pair not in bounds:
            copies = pair[0] == pair[1]
            bounds[pair] = math.inf if copies else _at_most(left, counts[pair[0]], right, counts[pair[1]], rarity)
        if bounds[pair] + PAIR_WEIGHTS["same"] < least:
            return None
        speakers = agreement(voices[left.key], voices[right.key])
        if bounds[pair] + PAIR_WEIGHTS.get(speakers, 0.0) < least:
            return None
        if pair not in known:
            known[pair] = pair_features(left, right, rarity)
        return judge_pair(left, right, known[pair], speakers)

    laid = (judged(*both) for one, other in combinations(statements, 2) for both in sharing(one, other))
    alone = [pair for pair in laid if pair is not None]
    return [pair for pair in _judge_in_company(alone) if pair.sureness > ENOUGH]


def sharing(one: Sequence[Statement], other: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of two articles' statements that have a telling word in common, or all words, in order.

    A word that leads to very many pairs (of a very long text) leads to none, and of very many statements in the same
    words only the first is paired with the first, the second with the second.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    alike: defaultdict[Content, list[int]] = defaultdict(list)
    for at, statement in enumerate(other):
        alike[statement.content].append(at)
        for key in statement.stems:
            holders[key].append(at)
    counts = Counter(key for statement in one for key in statement.stems if key in holders)
    met: Counter[Content] = Counter()
    for statement in one:
        near = {at for key in statement.stems if counts[key] * len(holders[key]) <= _MANY for at in holders[key]}
        content = statement.content
        same = alike.get(content, [])
        near.update(same if len(same) <= _FEW else same[met[content] : met[content] + 1])
        met[content] += 1
        for at in sorted(near):
            yield statement, other[at]


def rarity_in(statements: Sequence[Sequence[Statement]]) -> Rarity:
    """How rare a stem is among the statements of all articles (inverse document frequency)."""
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


def _worth(articles: int) -> float:
    """How sure (log odds) a pair must be able to become to be looked at word by word: below it no company lifts it to
    `ENOUGH`."""
    company = COMPANY_WEIGHTS["constant"] + (COMPANY_WEIGHTS["third article"] if articles > 2 else 0.0)
    return (math.log(ENOUGH / (1 - ENOUGH)) - company) / COMPANY_WEIGHTS["pair"]


def _at_most(left: Statement, own: _Counts, right: Statement, theirs: _Counts, rarity: Rarity) -> float:
    """How sure a pair can be at most (log odds, whoever speaks): as if the words in common stood in one stretch."""
    shared = sum(map(rarity, left.stems & right.stems))
    if shared < LEAST_SHARED:
        return -math.inf
    covered = (own.quoted & theirs.quoted).total() / max(1, min(own.quoted.total(), theirs.quoted.total()))
    small = sum(count for key, count in (own.words & theirs.words).items() if key in SMALL_WORDS)
    most = {
        "shared of the shorter": shared / max(1e-6, min(own.weight, theirs.weight)),
        "shared of enough": shared / max(_MUCH, min(own.weight, theirs.weight)),
        "shared of both": shared / max(1e-6, own.weight + theirs.weight - shared),
        "shared": min(shared, _RARE) / _RARE,
        "longest stretch": min(2 * shared + _SMALL_WORD * small, _RARE) / _RARE,
        "covered": covered,
    }
    return PAIR_WEIGHTS["constant"] + sum(PAIR_WEIGHTS[name] * value for name, value in most.items())


def judge_pair(left: Statement, right: Statement, values: Mapping[str, float], speakers: Agreement) -> Pair:
    """Two statements judged by themselves, by what they share and whether their speakers agree."""
    score = PAIR_WEIGHTS["constant"] + PAIR_WEIGHTS.get(speakers, 0.0)
    score += sum(PAIR_WEIGHTS[name] * value for name, value in values.items())
    if speakers != "other" and left.content == right.content:
        score = max(score, _WORD_FOR_WORD)
    return Pair(left, right, logistic(score), is_same_speaker(speakers))


def pair_features(left: Statement, right: Statement, rarity: Rarity) -> dict[str, float]:
    """What two statements share, each between 0 and 1."""
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
        "shared of enough": shared / max(_MUCH, min(weights)),
        "shared of both": shared / max(1e-6, sum(weights) - shared),
        "shared": min(shared, _RARE) / _RARE,
        "longest stretch": min(max(stretches, default=0.0), _RARE) / _RARE,
        "covered": covered,
    }


def _judge_in_company(pairs: Sequence[Pair]) -> list[Pair]:
    judged = []
    for pair, values in zip(pairs, company_features(pairs), strict=True):
        score = COMPANY_WEIGHTS["constant"] + sum(COMPANY_WEIGHTS[name] * value for name, value in values.items())
        judged.append(Pair(pair.left, pair.right, logistic(score), pair.same_speaker))
    return judged


def company_features(pairs: Sequence[Pair]) -> Iterator[dict[str, float]]:
    """Of each pair: how sure it is by itself (log odds), how sure a third article is of both, and by how much better
    partners of the two are surer."""
    numbers: dict[Key, int] = {}
    articles: list[int] = []
    ends: list[tuple[int, int]] = []
    for pair in pairs:
        for statement in (pair.left, pair.right):
            if numbers.setdefault(statement.key, len(numbers)) == len(articles):
                articles.append(statement.article)
        ends.append((numbers[pair.left.key], numbers[pair.right.key]))
    sure: list[dict[int, float]] = [{} for _ in articles]
    for (left, right), pair in zip(ends, pairs, strict=True):
        sure[left][right] = sure[right][left] = pair.sureness
    partners = [sorted(near.items(), key=lambda partner: -partner[1]) for near in sure]
    for (left, right), pair in zip(ends, pairs, strict=True):
        alone = pair.sureness
        rivals = _best_other(partners[left], right, articles), _best_other(partners[right], left, articles)
        yield {
            "pair": math.log(alone / (1 - alone)),
            "third article": _third(partners[left], right, sure[right], articles),
            "better partner": sum(max(0.0, rival - alone) for rival in rivals),
        }


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


def logistic(score: float) -> float:
    """A score as a chance between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
