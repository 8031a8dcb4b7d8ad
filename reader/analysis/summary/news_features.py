"""What the trained summariser looks at: 44 numbers a sentence on its place, length, headline, words and surface."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.summary.graph import Floats
from reader.analysis.summary.readable import leans
from reader.analysis.summary.wording import words_of

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
class Sentences:
    """An article's pickable sentences: texts, the block of each, stems without stop words, headline, all words."""

    texts: tuple[str, ...]
    blocks: tuple[int, ...]
    stems: tuple[tuple[str, ...], ...]
    headline: frozenset[str]
    words: tuple[tuple[str, ...], ...]

    @property
    def many_blocks(self) -> bool:
        """Whether the article's division into blocks says anything."""
        return len(set(self.blocks)) >= _FEW_BLOCKS


def sentences(
    texts: Sequence[str],
    blocks: Sequence[int],
    headline: str,
    stem: Callable[[str], str],
    stop_words: frozenset[str],
) -> Sentences:
    """Split and stem the words of texts and headline."""
    stems: list[tuple[str, ...]] = []
    every = tuple(tuple(words_of(text)) for text in texts)
    for words in every:
        content = tuple(stem(word) for word in words if word not in stop_words and len(word) > 1)
        stems.append(content)
    title = frozenset(stem(word) for word in words_of(headline) if word not in stop_words)
    return Sentences(tuple(texts), tuple(blocks), tuple(stems), title, every)


def matrix(given: Sentences) -> Floats:
    """The features: one row a sentence, one column for each of FEATURES."""
    count = len(given.texts)
    rows = np.zeros((count, len(FEATURES)))
    if not count:
        return rows
    places, shared, surfaces = _places(given), _shared(given), _surfaces(given)
    for row in range(count):
        rows[row] = places[row] + shared[row] + surfaces[row]
    return rows


def _places(given: Sentences) -> list[list[float]]:
    """Place and length."""
    lengths = [len(text.split()) for text in given.texts]
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


def _shared(given: Sentences) -> list[list[float]]:
    """Words shared with the headline and with the rest of the article."""
    sets = [frozenset(stems) for stems in given.stems]
    count, title = len(sets), given.headline
    often = Counter(stem for stems in given.stems for stem in stems)
    spread = Counter(stem for stems in sets for stem in stems)
    total = sum(often.values()) or 1
    rare = {stem: math.log(1 + count / number) for stem, number in spread.items()}
    vectors = [{stem: number * rare[stem] for stem, number in Counter(stems).items()} for stems in given.stems]
    norms = [math.sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in vectors]
    centre: dict[str, float] = {}
    for vector, norm in zip(vectors, norms, strict=True):
        for stem, value in vector.items():
            centre[stem] = centre.get(stem, 0.0) + value / norm
    centre_norm = math.sqrt(sum(value * value for value in centre.values())) or 1.0
    ranked = [stem for stem, _ in often.most_common(10)]
    top_five, top_ten = frozenset(ranked[:5]), frozenset(ranked)
    first = sets[0]
    lead = frozenset().union(*sets[:3])
    title_size = max(1, len(title))
    lead_title = len(first & title) / title_size
    seen: set[str] = set()
    rows: list[list[float]] = []
    for place, (stems, own, vector) in enumerate(zip(given.stems, sets, vectors, strict=True)):
        size, content = max(1, len(own)), max(1, len(stems))
        in_title = len(own & title)
        following = sets[place + 1 : place + 6]
        rows.append(
            [
                float(bool(title)),
                in_title / title_size,
                in_title / size if title else 0.0,
                in_title / title_size - lead_title,
                sum(value * centre[stem] for stem, value in vector.items()) / norms[place] / centre_norm,
                sum(often[stem] for stem in stems) / content / total * 100,
                sum(often[stem] for stem in own) / total,
                sum(spread[stem] for stem in own) / size / count,
                len(own & lead) / size if place >= 3 else 0.0,
                len(own & first) / size if place else 0.0,
                len(own & first) / max(1, len(first)) if place else 0.0,
                sum(len(own & other) for other in following) / size / 5,
                len(own - seen) / size,
                sum(1 for stem in own if spread[stem] == 1) / size,
                len(own & top_five) / 5,
                sum(rare[stem] * often[stem] for stem in own & top_ten),
                1 - len(stems) / max(1, len(given.words[place])),
            ]
        )
        seen |= own
    return rows


def _surfaces(given: Sentences) -> list[list[float]]:
    """Names, numbers, quotation marks and the like."""
    names = [_NAME.findall(text) for text in given.texts]
    spread = Counter(name for found in names for name in set(found))
    count = len(given.texts)
    rows: list[list[float]] = []
    for text, lower, found in zip(given.texts, given.words, names, strict=True):
        words = text.split()
        length = max(1, len(words))
        rows.append(
            [
                sum(spread[name] for name in set(found)) / count,
                len(found) / length,
                float(min(8, len(found))),
                text.count(",") / length,
                float(min(3, len(_NUMBER.findall(text)))),
                0.0 if text.islower() else sum(len(word) > 2 and word.isupper() for word in words) / length,
                _quoted_share(text),
                float(not _CUES.isdisjoint(lower)),
                float(leans(text)),
                sum(word in _PRONOUNS for word in lower) / length,
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
