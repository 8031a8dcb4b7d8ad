"""What the trained summariser looks at: 44 numbers a sentence on its place, length, headline, words and surface."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from reader.analysis.summary.graph import Floats, Ints
from reader.analysis.summary.readable import leans
from reader.analysis.summary.wording import list_words

FEATURES: tuple[str, ...] = (
    # place
    "first", "one_over_place", "log_place", "part", "words_before", "block", "opens_block", "in_lead_block",
    "log_place_in_blocks", "blocks", "sentences", "article_words",
    # length
    "words", "words_to_median",
    # headline
    "headline", "headline_recall", "headline_precision", "headline_recall_over_lead",
    # words shared with the rest of the article
    "centrality", "mean_frequency", "sum_frequency", "mean_spread", "in_lead", "in_first", "first_recalled",
    "in_following", "new", "said_once", "top_five", "top_ten_weight", "function_words",
    # surface
    "names_spread", "names_share", "names", "commas", "numbers", "capitals", "quoted", "said_cue", "leans",
    "pronouns", "you", "question", "opens_with_name",
)  # fmt: skip
"""Names of the features, in the order of a matrix's columns."""

_NAME = re.compile(r"(?<=[^.!?] )[A-Z][\w'’-]+")
_CUES = frozenset(
    (
        "said",
        "says",
        "told",
        "added",
        "according",
        "asked",
        "tweeted",
        "wrote",
        "insisted",
        "warned",
        "claimed",
        "argued",
        "explained",
        "noted",
    )
)

_PRONOUNS = frozenset(("he", "she", "it", "they", "his", "her", "their", "him", "them"))
_YOU = frozenset(("you", "your", "yours"))
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_NUMBER = re.compile(r"\d+")
_TWO_NAMES = re.compile(r"[\"“]?[A-Z]\w+ [A-Z]\w+")
_FEW_BLOCKS = 4
"""An article of fewer blocks says nothing by where they begin: its paragraphs were lost on the way."""


@dataclass(frozen=True, slots=True)
class NewsSentences:
    """An article's pickable sentences: texts, the block of each, stems without stop words, headline, all words."""

    texts: tuple[str, ...]
    blocks: tuple[int, ...]
    stems: tuple[tuple[str, ...], ...]
    headline: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    runs: tuple[list[str], ...]
    """What stands between white space in each."""
    names: tuple[list[str], ...]
    """What begins with a capital letter in each; a sentence's first word does not count."""

    @property
    def many_blocks(self) -> bool:
        """Whether the article's division into blocks says anything."""
        return len(set(self.blocks)) >= _FEW_BLOCKS


def read_sentences(
    texts: Sequence[str],
    blocks: Sequence[int],
    headline: str,
    stem: Callable[[str], str],
    stop_words: frozenset[str],
) -> NewsSentences:
    """Split and stem the words of texts and headline.

    A headline of one word ("Tulsa") tells what a text is about, and none of its sentences from another: it is none.
    """
    every = tuple(map(list_words, texts))
    kinds = frozenset(chain.from_iterable(every)) - stop_words
    known = {word: stem(word) for word in kinds if len(word) > 1}
    stems = [tuple([known[word] for word in words if word in known]) for words in every]
    title = frozenset(stem(word) for word in list_words(headline) if word not in stop_words)
    told = title if len(title) > 1 else frozenset()
    runs, names = tuple(map(str.split, texts)), tuple(map(_NAME.findall, texts))
    return NewsSentences(tuple(texts), tuple(blocks), tuple(stems), told, every, runs, names)


def make_matrix(given: NewsSentences) -> Floats:
    """The features: one row a sentence, one column for each of FEATURES."""
    if not given.texts:
        return np.zeros((0, len(FEATURES)))
    return np.hstack((_places(given), _shared(given), _surfaces(given)))


def _places(given: NewsSentences) -> list[list[float]]:
    """Place and length."""
    lengths = list(map(len, given.runs))
    count, total = len(lengths), sum(lengths)
    median = max(1, sorted(lengths)[count // 2])
    many = given.many_blocks
    numbers = {block: number for number, block in enumerate(dict.fromkeys(given.blocks))}
    rows: list[list[float]] = []
    before = 0
    for place, length in enumerate(lengths):
        number = numbers[given.blocks[place]]
        opens = place == 0 or given.blocks[place] != given.blocks[place - 1]
        rows.append(
            [
                float(place == 0),
                1 / (place + 1),
                math.log(place + 1),
                place / max(1, count - 1),
                math.log(1 + before / 25),
                math.log(1 + number) if many else math.log(place + 1),
                float(many and opens),
                float(many and number == 0),
                math.log(place + 1) if many else -1.0,
                float(many),
                math.log(count + 1),
                math.log(total + 1),
                float(length),
                length / median,
            ]
        )
        before += length
    return rows


def measure_shared(stems: Sequence[tuple[str, ...]]) -> Floats:
    """For each two of these sentences the part of the shorter one's stems that the other has too."""
    kinds: dict[str, int] = {}
    sets = [{kinds.setdefault(stem, len(kinds)) for stem in own} for own in stems]
    bits = [sum(1 << kind for kind in own) for own in sets]  # a number a sentence: faster than a product of matrices
    shared = np.zeros((len(bits), len(bits)))
    for row, one in enumerate(bits):
        shared[row, row:] = shared[row:, row] = [(one & other).bit_count() for other in bits[row:]]
    sizes = np.maximum(1.0, [len(own) for own in sets])
    return shared / np.minimum(sizes, sizes[:, np.newaxis])


def _shared(given: NewsSentences) -> Floats:
    """Words shared with the headline and with the rest of the article: a row a sentence.

    `own` are the kinds of stems of each sentence after the other, `row` the sentence and `number` the count of each.
    """
    kinds = {stem: kind for kind, stem in enumerate(dict.fromkeys(chain.from_iterable(given.stems)))}
    every = [list(map(kinds.__getitem__, stems)) for stems in given.stems]
    count, title = len(every), [kinds[stem] for stem in given.headline if stem in kinds]
    sizes = np.array([len(set(stems)) for stems in every])
    lengths = np.array([len(stems) for stems in every])
    cells, number = np.unique(
        np.repeat(np.arange(count), lengths) * max(1, len(kinds))
        + np.fromiter(chain.from_iterable(every), dtype=np.int64, count=int(lengths.sum())),
        return_counts=True,
    )
    row, own = np.divmod(cells, max(1, len(kinds)))

    def each(values: Any) -> Floats:
        """Sums of what stands for a sentence's kinds of stems."""
        return np.bincount(row, weights=values, minlength=count).astype(np.float64, copy=False)

    often = np.bincount(own, weights=number, minlength=len(kinds))
    spread = np.bincount(own, minlength=len(kinds)).astype(np.float64)
    total = float(often.sum()) or 1.0
    rare = np.log(1 + count / np.maximum(1.0, spread))
    value = number * rare[own]
    norms = np.sqrt(each(value * value))
    norms[norms == 0] = 1.0
    centre = np.bincount(own, weights=value / norms[row], minlength=len(kinds))
    centre_norm = math.sqrt(float((centre * centre).sum())) or 1.0
    ranked = np.argsort(-often, kind="stable")[:10]
    size, content, place = np.maximum(1, sizes), np.maximum(1, lengths), np.arange(count)
    title_size = max(1, len(given.headline))

    def among(chosen: Sequence[int] | Any) -> Floats:
        """1 for each of the kinds that is among the chosen."""
        flags = np.zeros(len(kinds))
        flags[chosen] = 1.0
        return flags

    first_row = np.full(len(kinds), count)
    np.minimum.at(first_row, own, row)
    in_title = each(among(title)[own])
    in_first = each((first_row == 0)[own]) * (place > 0)
    in_lead = each((first_row < 3)[own]) * (place >= 3)
    columns = (
        np.full(count, float(bool(given.headline))),
        in_title / title_size,
        in_title / size,
        (in_title - len({kind for stems in every[:1] for kind in stems} & set(title))) / title_size,
        each(value * centre[own]) / norms / centre_norm,
        each(number * often[own]) / content / total * 100,
        each(often[own]) / total,
        each(spread[own]) / size / count,
        in_lead / size,
        in_first / size,
        in_first / max(1, int(sizes[0])),
        _in_following(row, own, count) / size / 5,
        each(first_row[own] == row) / size,
        each(spread[own] == 1) / size,
        each(among(ranked[:5])[own]) / 5,
        each((among(ranked) * rare * often)[own]),
        1 - lengths / np.maximum(1, [len(words) for words in given.words]),
    )
    return np.stack(columns, axis=1)


def _in_following(row: Ints, own: Ints, count: int) -> Floats:
    """For each sentence how many kinds of stems it shares with each of the five after it, summed."""
    order = np.lexsort((row, own))
    rows, kinds = row[order], own[order]
    found = np.zeros(count)
    for step in range(1, 6):
        near = (kinds[step:] == kinds[:-step]) & (rows[step:] - rows[:-step] <= 5)
        found += np.bincount(rows[:-step][near], minlength=count)
    return found


def count_namings(given: NewsSentences) -> Floats:
    """For each sentence how many sentences have that of its names which most have."""
    names = list(map(set, given.names))
    spread = Counter(chain.from_iterable(names))
    return np.array([max((spread[name] for name in found), default=0) for found in names], dtype=np.float64)


def _surfaces(given: NewsSentences) -> list[list[float]]:
    """Names, numbers, quotation marks and the like."""
    kinds = list(map(set, given.names))
    spread = Counter(chain.from_iterable(kinds))
    count = len(given.texts)
    rows: list[list[float]] = []
    for text, words, lower, found, each in zip(given.texts, given.runs, given.words, given.names, kinds, strict=True):
        length = max(1, len(words))
        rows.append(
            [
                sum([spread[name] for name in each]) / count,
                len(found) / length,
                float(min(8, len(found))),
                text.count(",") / length,
                float(min(3, len(_NUMBER.findall(text)))),
                sum([len(word) > 2 for word in filter(str.isupper, words)]) / length,
                _quoted_share(text),
                float(not _CUES.isdisjoint(lower)),
                float(leans(text)),
                sum(map(_PRONOUNS.__contains__, lower)) / length,
                float(not _YOU.isdisjoint(lower)),
                float(text.rstrip("\"”').").endswith("?")),
                float(_TWO_NAMES.match(text) is not None),
            ]
        )
    return rows


def _quoted_share(text: str) -> float:
    """The part of a text that stands in double quotation marks."""
    if '"' not in text and "“" not in text and "”" not in text:
        return 0.0
    return sum(len(part) for part in _QUOTED.findall(text)) / len(text)
