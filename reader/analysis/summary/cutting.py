"""Cut many times: a ranking becomes a summary of any length, at once and without another look at the article."""

from collections.abc import Mapping, Sequence

from reader.analysis.model import Sentence, Summary
from reader.analysis.summary.budget import LEAST_FILL, choose_within, says_less
from reader.analysis.summary.methods import DEFAULT_METHOD
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Ranking, find_retold, rank
from reader.analysis.summary.shortening import choose_form
from reader.analysis.summary.strangers import count_strangers
from reader.analysis.summary.together import BRIEF, SCRAP
from reader.analysis.summary.wording import count_words
from reader.analysis.summary.worthwhile import USUAL, keep_worthwhile
from reader.article.model import Article

_SHORTEST = 6
"""Words of the shortest sentence that may fill up a summary measured in words."""

_NEW = 3
"""Words that say something and stand in no other line: a further line has more, or as many and hardly any others."""

_HEAD = 0.4
"""The part of the words asked for that a letter's head may take."""

MOST_PASSED = 5
"""So many better sentences in a row that are too long for what is left end such a summary: what comes behind them is
short, not good."""


def cut(
    ranking: Ranking,
    *,
    count: int | None = None,
    words: int | None = None,
    share: float | None = None,
    full: bool = False,
) -> Summary:
    """The summary of a ranking: its best sentences, in reading order.

    `count` is the number of sentences, `words` the most words altogether (at least one sentence is kept), `share` a
    part of the sentences that may be picked, 0 to 1; one of the three, or none for three sentences. A sentence that
    cannot stand alone brings what it needs where there is room, and else gives way to the next; where no other line
    tells anything new, or a line is not worth its words (see worthwhile.py) and the summary need not be `full`, it is
    shorter than asked; a share is always full. Where the first sentence has more words than were asked for and what
    fits is expected to say less than its first words, a shorter form of it is the summary.
    """
    if not ranking.order:
        return Summary(ranking.method)
    if words is not None and count is None:
        picked = _take_within(ranking, words)
        return _shorten_first(ranking, words, picked) or Summary(ranking.method, picked)
    if share is not None and count is None:
        count, full = round(share * len(ranking.order)), True
    wanted = max(1, min(USUAL if count is None else count, len(ranking.order)))
    picked = _take_best(ranking, wanted)
    if ranking.hits and not full and wanted < len(ranking.order):
        picked = keep_worthwhile(ranking, picked, wanted)
    return Summary(ranking.method, picked)


def _take_best(ranking: Ranking, wanted: int) -> tuple[int, ...]:
    """The `wanted` best sentences that can be read together and tell something new, or fewer where no more do.

    A line that calls somebody by the last name alone comes in only where another tells who that is, or where no other
    line is left. Whoever wants every sentence gets every one.
    """
    required, strangers = dict(ranking.needs), dict(ranking.strangers)
    everything = wanted == len(ranking.order)
    retold = find_retold(ranking) if ranking.hits else ()
    picked: set[int] = set()
    changed = strict = True
    while (changed or strict) and len(picked) < wanted:
        strict = strict and changed
        changed = False
        for index in ranking.order:
            if index in picked:
                continue
            group = required.get(index, ())
            if group is None:
                continue
            new = {index, *group} - picked
            if strict and count_strangers(strangers, frozenset(picked | new)):
                continue
            again = any(pair <= picked | new for pair in retold) or not _tells_something(ranking, new, picked)
            if len(picked) + len(new) <= wanted and (everything or not again):
                picked |= new
                changed = True
                if strangers or len(picked) == wanted:
                    break  # a better line may be told of now
    if everything or not picked:
        picked.update(ranking.order[:wanted])
    return tuple(sorted(picked))


def _tells_something(ranking: Ranking, new: set[int], picked: set[int]) -> bool:
    """Whether sentences hold words enough that the picked ones lack: below the vote "Mr Pryce voted to close." has too
    few, and "Mr Marn spoke for ten minutes." has them nowhere. Where hits are expected, brief ones must bring some:
    "His office gave a cooler account." only leads on."""
    if not ranking.content or not picked:
        return True
    if ranking.hits:
        missing = BRIEF - sum(ranking.words[index] for index in new)
        if missing > 0 and sum(ranking.hits[index] for index in new) < SCRAP * missing:
            return False
    said = frozenset[int]().union(*(ranking.content[index] for index in picked))
    fresh = len(frozenset[int]().union(*(ranking.content[index] for index in new)) - said)
    return fresh > _NEW or (fresh == _NEW and 2 * fresh > sum(ranking.words[index] for index in new))


def _take_within(ranking: Ranking, most: int) -> tuple[int, ...]:
    """The best sentences whose words together are at most `most`; the shortest good one where none fits."""
    required = dict(ranking.needs)
    if ranking.hits:
        groups = {
            index: frozenset((index, *group))
            for index in ranking.order
            if (group := required.get(index, ())) is not None
            and ranking.words[index] >= _SHORTEST
            and index not in ranking.head
        }
        taken = sum(ranking.words[index] for index in ranking.head)
        headed = 0 < taken <= _HEAD * most
        picked = set(choose_within(ranking, most - taken if headed else most, groups))
        if picked and headed:
            picked.update(ranking.head)
    else:
        picked = _fill(ranking, most, required)
    if not picked:
        standing = [index for index in ranking.order if required.get(index, ()) == ()] or list(ranking.order)
        picked = {min(standing[:10], key=lambda index: ranking.words[index])}
    return tuple(sorted(picked))


def _shorten_first(ranking: Ranking, most: int, picked: Sequence[int]) -> Summary | None:
    """The first sentence in a shorter form, where it is too long and the picked ones say less than its beginning."""
    first = min(ranking.order)
    if not ranking.hits or not ranking.forms or ranking.head or ranking.words[first] <= most:
        return None
    shown = choose_form(ranking.forms, most)
    fits = sum(ranking.words[index] for index in picked) <= most
    if not shown or (fits and not says_less(ranking, most, picked)):
        return None
    return Summary(ranking.method, (first,), ((first, shown),))


def _fill(ranking: Ranking, most: int, required: Mapping[int, tuple[int, ...] | None]) -> set[int]:
    """One sentence after the other by rank, as long as it fits."""
    picked: set[int] = set()
    used = passed = 0
    for index in ranking.order:
        if passed == MOST_PASSED:
            break
        group = required.get(index, ())
        if index in picked or group is None or ranking.words[index] < _SHORTEST:
            continue
        new = {index, *group} - picked
        length = sum(ranking.words[other] for other in new)
        if used + length <= most and _tells_something(ranking, new, picked):
            picked |= new
            used += length
            passed = 0
        elif picked:
            passed += 1
    return picked


def choose_count(article: Article, sentences: Sequence[Sentence]) -> int:
    """How many sentences suit an article: one below 150 words of prose, three to 900, then slowly up to ten.

    0 where nothing can be picked.
    """
    chosen = list_pickable(article, sentences)
    return _suiting(len(chosen), sum(count_words(article.words_of(sentences[index].span)) for index in chosen))


def _suiting(number: int, words: int) -> int:
    """The summary's length for so many sentences of so many words together."""
    if not number:
        return 0
    if words < 150 or number < 5:
        return 1
    if words < 300:
        return 2
    if words <= 900:
        return 3
    return min(10, 3 + (words - 300) // 600)


def is_too_short(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Whether an article is so short that reading it takes hardly longer than reading a summary."""
    return choose_count(article, sentences) <= 1


def summarise(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    method: str | None = None,
    count: int | None = None,
    words: int | None = None,
    share: float | None = None,
) -> Summary:
    """Rank and cut in one call; without a length the article's own decides. Raises MethodRefused as `rank` does."""
    ranking = rank(article, sentences, method or DEFAULT_METHOD)
    return cut_suiting(ranking, count=count, words=words, share=share)


def cut_suiting(
    ranking: Ranking,
    *,
    count: int | None = None,
    words: int | None = None,
    share: float | None = None,
    least: int = 0,
) -> Summary:
    """As `cut`, but without a length as many sentences as suit the article, at least `least`."""
    if count is None and words is None and share is None:
        suiting = _suiting(len(ranking.order), sum(ranking.words[index] for index in ranking.order))
        count = max(least, suiting) if suiting else 0
    return cut(ranking, count=count, words=words, share=share)


def note_length(
    ranking: Ranking, summary: Summary, count: int | None = None, words: int | None = None
) -> tuple[str, ...]:
    """A remark where a summary is shorter than was asked for though the article has more: fewer sentences, or fewer
    words than LEAST_FILL of them; and where its one sentence is longer, for there is always one."""
    got = len(summary.sentences)
    if count is not None:
        if got >= min(count, len(ranking.order)):
            return ()
        return (f"{got} of the {count} sentences asked for: no other that stands alone adds enough",)
    used = sum(ranking.words[index] for index in summary.sentences)
    if summary.shortened:
        shown = next(number for number, spans in ranking.forms if spans == summary.shortened[0][1])
        return (f"{shown} of the first sentence's {used} words, as {words} were asked for: the others are left out",)
    if words is not None and used > words:
        return (
            f"{used} words though {words} {'was' if words == 1 else 'were'} asked for: "
            "no sentence that stands alone is shorter",
        )
    if words is None or used >= LEAST_FILL * words or got >= len(ranking.order):
        return ()
    return (f"{used} of the {words} words asked for: no other line that fits adds enough",)
