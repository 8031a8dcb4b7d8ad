"""A summary in which every main speaker is heard: any method's ranking, with a line for each of them moved up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.model import Actor, Analysis, Claim, Summary
from reader.analysis.summary.ranking import Ranking
from reader.analysis.summary.views import directness, list_speakers, names_speaker, sentences_of
from reader.article.model import Article
from reader.article.text.counted import many

WITH_VOICES = " with voices"
"""Behind the method's name where the main speakers are asked for."""

MOST_VOICES = 4

_LEAST_SHARE = 0.12
"""Of all claims with a speaker, the share from which their speaker is a main one, who has at least two; where nobody
has, the first who speak are."""

_SAYS_SOMETHING = 12
"""Words from which a line speaks for its speaker; shorter ones come after."""

_LONG = 45
"""Words beyond which a line leaves little room for the other speakers."""


def add_voices(article: Article, analysis: Analysis, ranking: Ranking) -> Ranking:
    """The ranking with its best line first, then a line for each main speaker who is not heard in those before, then
    the rest.

    A line speaks for a speaker where it holds a claim of theirs and names them, or brings along a line that does. Cut
    to a number of lines or words, as many speakers are heard as there is room for, those with most claims first.
    """
    required = dict(ranking.needs)
    groups = {
        index: frozenset((index, *group)) for index in ranking.order if (group := required.get(index, ())) is not None
    }
    if not groups:
        return ranking
    first = next(index for index in ranking.order if index in groups)
    order = [first]
    reasons = dict(ranking.reasons)
    for who, claims in find_main_speakers(analysis):
        held = _list_held(analysis, claims)
        if any(_hears(article, analysis, groups[index], who, held) for index in order):
            continue
        fitting = [index for index in groups if _hears(article, analysis, groups[index], who, held)]
        if not fitting:
            continue
        best = max(fitting, key=lambda index: _worth(ranking, groups, index, held.get(index, 0.0)))
        order.append(best)
        given = many(len(claims), "claim")
        reasons[best] = (f"it lets {who.name} be heard, who is given {given} here", *reasons.get(best, ()))
    order += [index for index in ranking.order if index not in order]
    method = ranking.method + WITH_VOICES
    return replace(ranking, method=method, order=tuple(order), reasons=tuple(reasons.items()), hits=())


def count_voices(analysis: Analysis, ranking: Ranking) -> int:
    """How many sentences of such a ranking let every main speaker be heard below the news itself."""
    required = dict(ranking.needs)
    lines = [index for index in ranking.order if required.get(index, ()) is not None]
    heard = lines[: 1 + len(find_main_speakers(analysis))]
    return len({near for index in heard for near in (index, *(required.get(index) or ()))})


def find_main_speakers(analysis: Analysis) -> list[tuple[Actor, list[Claim]]]:
    """The named speakers with most claims, four at most, each with what they say."""
    speakers = list(list_speakers(analysis))
    total = sum(len(claims) for _, claims in speakers)
    main = [one for one in speakers if len(one[1]) >= max(2, _LEAST_SHARE * total)]
    return (main or speakers)[:MOST_VOICES]


def _list_held(analysis: Analysis, claims: Sequence[Claim]) -> dict[int, float]:
    """The sentences that hold one of the claims, each with what their own words are worth beside its score."""
    held: dict[int, float] = {}
    for claim in claims:
        for index in sentences_of(analysis, claim):
            held[index] = max(held.get(index, 0.0), directness(claim))
    return held


def _hears(article: Article, analysis: Analysis, group: frozenset[int], who: Actor, held: Mapping[int, float]) -> bool:
    """Whether sentences that stand together hold a claim of a speaker and name them."""
    holds = not group.isdisjoint(held)
    return holds and any(names_speaker(article, who, analysis.sentences[index]) for index in group)


def _worth(
    ranking: Ranking, groups: Mapping[int, frozenset[int]], index: int, direct: float
) -> tuple[int, bool, int, float, int]:
    """What a line is worth to its speaker: enough words, room left for others, few sentences, then rank and own
    words."""
    words = sum(ranking.words[other] for other in groups[index])
    few = -len(groups[index])
    return min(words, _SAYS_SOMETHING), words <= _LONG, few, ranking.scores[index] + direct, -index


def list_unheard(article: Article, analysis: Analysis, picked: Summary) -> list[str]:
    """The names of the main speakers of whom a summary has no line."""
    shown = frozenset(picked.sentences)
    return [
        who.name
        for who, claims in find_main_speakers(analysis)
        if not _hears(article, analysis, shown, who, _list_held(analysis, claims))
    ]
