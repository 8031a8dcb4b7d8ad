"""Articles with summaries by people: read, opened and split as the reader does, with what each sentence shares.

A line of the data is {"id", "title", "text", "reference"} and, in DATA/summary/extra, "part" (train or test),
"verbatim", "overlap", "genre" and "references".
"""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score import tokenize

from reader.analysis.document.sentences import split_sentences
from reader.analysis.model import Sentence
from reader.analysis.summary.news_features import NewsSentences, make_matrix, read_sentences
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Ranking, rank
from reader.analysis.summary.sumy_document import load_language
from reader.article import article_from_text
from reader.article.model import Article

TRAINED = {"cnn_stories": 3600, "guardian": 2600, "rss_summaries": 2200, "fakehealth": 1300, "fakenewsnet": 1500}
"""The most articles of each source that are fitted on, of its train part."""

CHOSEN_ON = ("cnndm", "inshorts", "meta")
"""The sets that settings are chosen on, and nothing is fitted on."""

TESTED = 150
"""Articles of each source's test part that it is watched on."""

_LONGEST = 2200


class _Stemmer:
    """ROUGE's stemmer, which looks at each word once."""

    stem = staticmethod(cache(PorterStemmer().stem))


@dataclass(frozen=True)
class Lesson:
    """What is fitted on, article after article: a row of features and a target for each sentence, where each article
    ends among the rows, and how many bigrams its reference has."""

    features: np.ndarray
    targets: np.ndarray
    ends: np.ndarray
    bigrams: np.ndarray


@dataclass(frozen=True)
class Opened:
    """An article as the reader would open and split it; `chosen` are the sentences that may be picked."""

    article: Article
    found: tuple[Sentence, ...]
    chosen: tuple[int, ...]
    texts: tuple[str, ...]
    given: NewsSentences


@dataclass(frozen=True)
class Example:
    """An article to measure on: its sentences as the summariser takes them, and a ranking to cut.

    `places` are the sentences' indices among all. `tokens` are ROUGE's, of all sentences, and `opening` those of the
    first words.
    """

    source: str
    genre: str
    references: tuple[Counter[tuple[str, str]], ...]
    given: NewsSentences
    features: np.ndarray
    ranking: Ranking
    places: tuple[int, ...]
    texts: tuple[str, ...]
    tokens: tuple[tuple[str, ...], ...]
    opening: tuple[tuple[str, ...], ...]


def tokens_of(text: str) -> tuple[str, ...]:
    """The stemmed tokens of a text, as ROUGE counts them."""
    return tuple(tokenize.tokenize(text, _Stemmer))


def bigrams(tokens: Sequence[str]) -> Counter[tuple[str, str]]:
    """The bigrams of some tokens."""
    return Counter(pairwise(tokens))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a set, packed or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def pick_rows(data: Path, source: str, part: str, most: int) -> list[dict[str, Any]]:
    """So many articles of one part of a source, the same at every call.

    To fit on: without those whose description stands word for word in the text, and of the Guardian those whose
    standfirst shares enough with it. To test on: all, but the Guardian's opinion and features, which were chosen by
    that share.
    """
    rows = [row for row in read_rows(data / "summary" / "extra" / f"{source}.jsonl.gz") if row["part"] == part]
    random.Random(21).shuffle(rows)
    rows = [row for row in rows if row.get("words", 0) <= _LONGEST]
    if part == "train":
        rows = [row for row in rows if not row.get("verbatim") and (source != "guardian" or row["overlap"] >= 0.3)]
    elif source == "guardian":
        rows = [row for row in rows if row["genre"] in ("news", "sport")]
    return rows[:most]


def open_row(row: dict[str, Any]) -> Opened | None:
    """An article of the data as the reader would open and split it; None where nothing may be picked."""
    body = re.sub(r"\n{2,}|\n", "\n\n", row["text"].strip())
    title = (row.get("title") or "").strip()
    article = article_from_text(f"{title}\n\n{body}\n" if title else f"{body}\n")
    found = split_sentences(article)
    chosen = list_pickable(article, found)
    if not chosen:
        return None
    texts = tuple(article.words_of(sentence.span) for sentence in found)
    english = load_language("en")
    given = read_sentences(
        [texts[index] for index in chosen],
        [found[index].block for index in chosen],
        article.title or "",
        english.stem,
        english.stop_words,
    )
    return Opened(article, tuple(found), tuple(chosen), texts, given)


def count_hits(texts: Sequence[str], reference: Counter[tuple[str, str]]) -> np.ndarray:
    """The share of a reference's bigrams that each text has, times 40."""
    size = max(1, reference.total())
    return np.array([40 * (bigrams(tokens_of(text)) & reference).total() / size for text in texts])


def make_lesson(rows: Sequence[dict[str, Any]]) -> Lesson:
    """Features and targets of every article in which something may be picked, in this order."""
    features, targets, sizes = [], [], []
    for row in rows:
        opened = open_row(row)
        if opened is not None:
            reference = bigrams(tokens_of(row["reference"]))
            features.append(make_matrix(opened.given).astype(np.float32))
            targets.append(count_hits(opened.given.texts, reference).astype(np.float32))
            sizes.append(reference.total())
    ends = np.cumsum([len(each) for each in targets])
    return Lesson(np.vstack(features), np.concatenate(targets), ends, np.array(sizes))


def make_example(row: dict[str, Any], source: str) -> Example | None:
    """An article to measure on; None where nothing may be picked."""
    opened = open_row(row)
    if opened is None:
        return None
    reference = bigrams(tokens_of(row["reference"]))
    every = tuple(bigrams(tokens_of(one)) for one in row.get("references", ())) if source == "gum" else ()
    return Example(
        source,
        row.get("genre") or "",
        every or (reference,),
        opened.given,
        make_matrix(opened.given),
        rank(opened.article, opened.found, "lead"),
        opened.chosen,
        opened.texts,
        tuple(map(tokens_of, opened.texts)),
        tuple(map(tokens_of, row["text"].split()[:120])),
    )


def make_examples(rows: Sequence[dict[str, Any]], source: str) -> Iterator[Example]:
    """Every article in which something may be picked."""
    for row in rows:
        made = make_example(row, source)
        if made is not None:
            yield made
