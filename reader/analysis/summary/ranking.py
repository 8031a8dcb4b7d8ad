"""Rank once: the slow half of a summary, whose result is cut to any length at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.model import Sentence
from reader.analysis.summary.hanging import find_hanging
from reader.analysis.summary.letterhead import find_letterhead
from reader.analysis.summary.methods import DEFAULT_METHOD, check_length, find_method
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.rated import Rated
from reader.analysis.summary.readable import find_needs
from reader.analysis.summary.shortening import Form, Tagged, list_forms
from reader.analysis.summary.strangers import Strangers, find_strangers, tells_of_people
from reader.analysis.summary.turns import find_turns
from reader.analysis.summary.verbless import Tags
from reader.analysis.summary.wording import count_words, list_words
from reader.article.model import Article

Progress = Callable[[str], None]

_LONG = 16
"""Words from which a sentence has shorter forms."""

_SMALL, _BEGINNING = 3, 5
"""Letters of words that say nothing, and those by which longer words are told apart: "voted" and "voters" are one. In
scripts without spaces every pair of letters says something."""

_COMPARED = 40
_SAME = 0.7
"""The share of words from which two sentences count as one said twice."""


_OPENING, _IN_COMMON, _HALF = 3, 7, 0.5
"""Among so many first sentences, of two that share so many words that say something, and half of the shorter's, one
tells the other's news again."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every sentence's worth to a summary by one method.

    `order` holds the indices of the sentences that may be picked, best first; `scores` and `words` have one element a
    sentence: its worth from 0 (never picked) to 1, and its length in words. `needs` tells for a sentence which others
    it must stand with (see readable.py), None where it cannot stand alone; a sentence without an entry needs none.
    `reasons` are plain words on why a sentence is where it is. `content` are each sentence's words that say something,
    as numbers: equal ones for equal words. `hits` are what an editor's summary is expected to share with each sentence,
    where the method tells that, else empty. `head` are the sentences of a letter's head, which are one line at the top
    of a summary measured in words. `strangers` tells for sentences that call somebody by the last name alone, or
    speak of what another one tells, which others tell it (see strangers.py and hanging.py), where hits are told.
    `forms` are shorter forms of the first sentence that may be picked (see shortening.py), in the article's spans,
    where hits are told and it stands alone. `told` is how much the first that may be picked is the headline in other
    words, from 0 to 1.
    """

    method: str
    order: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()
    words: tuple[int, ...] = ()
    needs: tuple[tuple[int, tuple[int, ...] | None], ...] = ()
    reasons: tuple[tuple[int, tuple[str, ...]], ...] = ()
    content: tuple[frozenset[int], ...] = ()
    hits: tuple[float, ...] = ()
    head: tuple[int, ...] = ()
    strangers: Strangers = ()
    forms: tuple[Form, ...] = ()
    told: float = 0.0


def rank(
    article: Article,
    sentences: Sequence[Sentence],
    method: str = DEFAULT_METHOD,
    *,
    on_progress: Progress | None = None,
    explained: bool = True,
    tags: Tags | None = None,
) -> Ranking:
    """Rank an article's sentences by a method; with `explained` it is told why each of the best is where it is. `tags`
    are those of a sentence's words, where they are known.

    `on_progress` is called now and then with what is being done; what it raises ends the ranking. Raises
    MethodRefused for an unknown method and for an article longer than the method can take.
    """
    method = method.lower()
    find_method(method)
    turns = find_turns(article)
    chosen = list_pickable(article, sentences, tags, turns)
    check_length(method, len(chosen))

    def step() -> None:
        if on_progress is not None:
            on_progress("ranking sentences")

    step()
    lengths = tuple(count_words(article.words_of(sentence.span)) for sentence in sentences)
    if not chosen:
        return Ranking(method, scores=(0.0,) * len(sentences), words=lengths)
    rated = _rate(article, sentences, chosen, method, step, explained)
    ratings = rated.ratings
    order = drop_repeats(article, sentences, sorted(chosen, key=lambda index: (-ratings[index], index)))
    scores = [0.0] * len(sentences)
    low, high = min(ratings.values()), max(ratings.values())
    for index in chosen:
        scores[index] = 1.0 if high == low else 0.05 + 0.95 * (ratings[index] - low) / (high - low)
    required = find_needs(article, sentences, chosen, turns=turns)
    return Ranking(
        method,
        tuple(order),
        tuple(scores),
        lengths,
        tuple((index, group) for index, group in required.items() if group != ()),
        tuple(rated.reasons.items()),
        list_content([article.words_of(sentence.span) for sentence in sentences]),
        tuple(rated.hits.get(index, 0.0) for index in range(len(sentences))) if rated.hits else (),
        find_letterhead(article, sentences),
        _find_untold({index: article.words_of(sentences[index].span) for index in chosen}, article.title or "")
        if rated.hits and article.language == "en"
        else (),
        _list_forms(article, sentences, min(order), tags)
        if rated.hits and article.language == "en" and required.get(min(order), ()) == ()
        else (),
        rated.told,
    )


def _find_untold(texts: Mapping[int, str], title: str) -> Strangers:
    """For each sentence that speaks of whom or what it does not tell the sentences that do; none where hardly anybody
    speaks: such a text is a lecture, a guide or the like."""
    if not tells_of_people(texts.values()):
        return ()
    strangers, hanging = dict(find_strangers(texts, title)), dict(find_hanging(texts))
    return tuple(
        (index, (*strangers.get(index, ()), *hanging.get(index, ())))
        for index in texts
        if index in strangers or index in hanging
    )


def _list_forms(article: Article, sentences: Sequence[Sentence], index: int, tags: Tags | None) -> tuple[Form, ...]:
    """The shorter forms of a sentence, by the article's spans; none of one that hardly anybody could find too long."""
    start, end = sentences[index].span
    text = article.text[start:end]
    if count_words(text) < _LONG:
        return ()

    def tag() -> Tagged:
        from reader.language import tag_words, word_spans

        spans = word_spans(text)
        known = tags(index) if tags is not None else ()
        if len(known) != len(spans):
            known = tag_words([[text[first:last] for first, last in spans]])[0]
        return list(zip(spans, known, strict=True))

    return tuple(
        (words, tuple((start + first, start + last) for first, last in kept)) for words, kept in list_forms(text, tag)
    )


def list_content(texts: Sequence[str]) -> tuple[frozenset[int], ...]:
    """The words of each text that say something, as numbers: long enough or with a digit, told by their beginnings."""
    numbers: dict[str, int] = {}
    found: list[frozenset[int]] = []
    for text in texts:
        telling = [
            word[:_BEGINNING]
            for word in dict.fromkeys(list_words(text))
            if len(word) > _SMALL or not word.isalpha() or word[0] >= "\u0e00"
        ]
        found.append(frozenset([numbers.setdefault(word, len(numbers)) for word in telling]))
    return tuple(found)


def find_retold(ranking: Ranking) -> tuple[frozenset[int], ...]:
    """Pairs of an article's first sentences of which a summary needs one alone: a standfirst and the paragraph that
    tells its news again in fuller words."""
    opening = sorted(ranking.order)[:_OPENING] if ranking.content else []
    return tuple(
        frozenset((one, other))
        for one, other in combinations(opening, 2)
        if (common := len(ranking.content[one] & ranking.content[other])) >= _IN_COMMON
        and common >= _HALF * min(len(ranking.content[one]), len(ranking.content[other]))
    )


def _rate(
    article: Article,
    sentences: Sequence[Sentence],
    chosen: Sequence[int],
    method: str,
    step: Callable[[], None],
    explained: bool,
) -> Rated:
    """What a method thinks of each pickable sentence."""
    if method == "lead":
        return Rated({index: -float(place) for place, index in enumerate(chosen)})
    from reader.analysis.summary.registry import rate

    return rate(article, sentences, chosen, method, step, explained=explained)


def drop_repeats(article: Article, sentences: Sequence[Sentence], order: Sequence[int]) -> list[int]:
    """The order without sentences that say what another, better one has already said.

    Sentences of the same words count as repeats, and among the first forty also those that share most words with
    one before, as a standfirst and the paragraph it was made from do.
    """
    seen: set[tuple[str, ...]] = set()
    kept: list[int] = []
    bags: list[frozenset[str]] = []
    for index in order:
        words = list_words(article.words_of(sentences[index].span))
        if words in seen:
            continue
        seen.add(words)
        if len(bags) < _COMPARED:
            bag = frozenset(words)
            size = len(bag)
            fewest, most = _SAME * size, size / _SAME
            of_its_length = [other for other in bags if fewest < len(other) < most]
            if size > 4 and any(
                (common := len(bag & other)) > _SAME * (size + len(other) - common) for other in of_its_length
            ):
                continue
            bags.append(bag)
        kept.append(index)
    return kept
