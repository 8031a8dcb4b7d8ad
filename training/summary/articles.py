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
from reader.analysis.summary.news_features import NewsSentences, make_matrix, read_sentences
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Ranking, rank
from reader.analysis.summary.sumy_document import load_language
from reader.article import article_from_text

TRAINED = {"cnn_stories": 2160, "guardian": 1730, "rss_summaries": 1040, "fakehealth": 325, "fakenewsnet": 700}
"""Articles of each source that are fitted on, of its train part."""

CHOSEN_ON = ("cnndm", "inshorts", "meta")
"""The sets that settings are chosen on, and nothing is fitted on."""

TESTED = 150
"""Articles of each source's test part that it is watched on."""

_LONGEST = 2200


class _Stemmer:
    """ROUGE's stemmer, which looks at each word once."""

    stem = staticmethod(cache(PorterStemmer().stem))


@dataclass(frozen=True)
class Example:
    """An article: its sentences as the summariser takes them, what each shares with the reference, a ranking to cut.

    `targets` are hits: the share of the reference's stemmed bigrams that a sentence has, times 40. `places` are the
    sentences' indices among all. `tokens` are ROUGE's, of all sentences, and `opening` those of the first words.
    """

    source: str
    genre: str
    references: tuple[Counter[tuple[str, str]], ...]
    given: NewsSentences
    features: np.ndarray
    targets: np.ndarray
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


def make_example(row: dict[str, Any], source: str) -> Example | None:
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
    tokens = tuple(map(tokens_of, texts))
    reference = bigrams(tokens_of(row["reference"]))
    size = max(1, sum(reference.values()))
    every = tuple(bigrams(tokens_of(one)) for one in row.get("references", ())) if source == "gum" else ()
    return Example(
        source,
        row.get("genre") or "",
        every or (reference,),
        given,
        make_matrix(given),
        np.array([40 * (bigrams(tokens[index]) & reference).total() / size for index in chosen]),
        rank(article, found, "lead"),
        chosen,
        texts,
        tokens,
        tuple(map(tokens_of, row["text"].split()[:120])),
    )


def make_examples(rows: Sequence[dict[str, Any]], source: str) -> Iterator[Example]:
    """Every article in which something may be picked."""
    for row in rows:
        made = make_example(row, source)
        if made is not None:
            yield made
