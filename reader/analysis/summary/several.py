"""One summary over several articles, saying nothing twice, each line with the article it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.model import Sentence
from reader.analysis.summary.cutting import MOST_PASSED
from reader.analysis.summary.methods import DEFAULT_METHOD
from reader.analysis.summary.ranking import Progress, Ranking, rank
from reader.analysis.summary.wording import list_words
from reader.article.model import Article

_CANDIDATES = 30
"""Sentences of each article that are considered, or more where more are asked for."""

_SUPPORT, _FAIRNESS = 0.4, 0.15
"""What a sentence gains when all other articles report it too, and loses for each line its article already has."""

_ALIKE, _REPEAT = 0.4, 0.45
_SHORTEST = 6
"""Shares of the shorter sentence's words: from the first two report the same, from the second one repeats the other.
Candidates have at least `_SHORTEST` words."""

Part = tuple[Article, Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class Pick:
    """A picked sentence: the number of its article among those given, and its index there."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be picked with what it needs; `words` are all their content words."""

    article: int
    sentences: tuple[int, ...]
    worth: float
    length: int
    words: frozenset[str]


def summarise_several(
    parts: Sequence[Part],
    *,
    method: str | None = None,
    count: int | None = None,
    words: int | None = None,
    share: float | None = None,
    on_progress: Progress | None = None,
) -> tuple[Pick, ...]:
    """One summary of several articles, in the order given and in reading order within each.

    `parts` are articles with their sentences. `count` is the number of sentences, `words` the most words altogether,
    `share` a part, 0 to 1, of all sentences that may be picked; without any, two sentences an article and one more, at
    most twelve. A sentence that other articles support comes before one that stands alone, and what one article has
    said no other repeats. Raises MethodRefused as `rank` does.
    """
    rankings = [rank(*part, method or DEFAULT_METHOD, on_progress=on_progress) for part in parts]
    most = _CANDIDATES
    if share is not None and count is None and words is None:
        count = max(1, round(share * sum(len(ranking.order) for ranking in rankings)))
        most = max(most, count)
    if count is None and words is None:
        count = min(12, 2 * len(parts) + 1)
    candidates = [
        one
        for number, (part, ranking) in enumerate(zip(parts, rankings, strict=True))
        for one in _candidates(number, *part, ranking, most)
    ]
    values = [one.worth + _SUPPORT * _support(one, candidates, len(parts)) for one in candidates]
    picked: list[_Candidate] = []
    left = list(range(len(candidates)))
    used = lines = passed = 0
    while left and passed < MOST_PASSED:
        taken = [one.article for one in picked]
        best = max(left, key=lambda place: values[place] - _FAIRNESS * taken.count(candidates[place].article))
        left.remove(best)
        one = candidates[best]
        if any(_shared(one.words, other.words) > _REPEAT for other in picked):
            continue
        have = {index for other in picked if other.article == one.article for index in other.sentences}
        new = len(set(one.sentences) - have)
        if (count is not None and lines + new > count) or (words is not None and used + one.length > words):
            passed += words is not None and bool(picked)
            continue
        picked.append(one)
        passed = 0
        lines += new
        used += one.length
    places = {(one.article, index) for one in picked for index in one.sentences}
    return tuple(Pick(article, index) for article, index in sorted(places))


def _candidates(
    number: int, article: Article, sentences: Sequence[Sentence], ranking: Ranking, most: int
) -> list[_Candidate]:
    """An article's best sentences, each with what it needs."""
    required = dict(ranking.needs)
    found: list[_Candidate] = []
    for index in ranking.order:
        group = required.get(index, ())
        if group is None or ranking.words[index] < _SHORTEST:
            continue
        together = tuple(sorted({index, *group}))
        texts = [article.words_of(sentences[one].span) for one in together]
        found.append(
            _Candidate(
                number,
                together,
                ranking.scores[index],
                sum(ranking.words[one] for one in together),
                frozenset(word for text in texts for word in list_words(text) if len(word) > 3),
            )
        )
        if len(found) == most:
            break
    return found


def _support(one: _Candidate, candidates: Sequence[_Candidate], articles: int) -> float:
    """The share of the other articles that report the same."""
    alike = {
        other.article
        for other in candidates
        if other.article != one.article and _shared(one.words, other.words) > _ALIKE
    }
    return len(alike) / max(1, articles - 1)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter sentence's words that the other has too."""
    return len(one & other) / max(1, min(len(one), len(other)))
