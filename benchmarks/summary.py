"""How summaries grow with the article: `python -m benchmarks.summary [WORDS...]`.

For every method, and for sumy's own class beside ours where ours replaces its slow parts: seconds of processor time to
rank an invented article of so many words, and the most memory that the ranking adds, each in a process of its own.
What takes 40 seconds is stopped, and what the growth so far shows to take longer is not run. The words are drawn from
an invented vocabulary whose frequencies fall as in English (Zipf), with names that return through the article.
"""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

from benchmarks.tables import show
from reader.analysis.model import Sentence
from reader.article.model import Article, Block

SIZES = (500, 2_000, 10_000, 50_000)
LIMIT = 20
"""Seconds of processor time that are shown; a ranking is stopped after twice as many on the clock."""

SUMYS_OWN = ("lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction")


def article_of(words: int) -> tuple[Article, tuple[Sentence, ...]]:
    """An invented article of this many words, with its sentences."""
    draw = random.Random(words)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]
    vocabulary = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(12_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    names = [word.title() for word in draw.choices(vocabulary[2_000:], k=40)]
    text, blocks, sentences = "The news of a day in words that nobody wrote", [], []
    blocks.append(Block("title", (0, len(text))))
    written = 0
    while written < words:
        text += "\n\n"
        start = len(text)
        for number in range(draw.randint(1, 4)):
            length = draw.randint(8, 32)
            drawn = draw.choices(vocabulary, weights, k=length)
            drawn[draw.randrange(length)] = draw.choice(names)
            at = len(text) + (1 if number else 0)
            text += (" " if number else "") + " ".join(drawn).capitalize() + "."
            sentences.append(Sentence((at, len(text)), len(blocks)))
            written += length
        blocks.append(Block("paragraph", (start, len(text))))
    return Article(text, tuple(blocks), title=text[: blocks[0].span[1]]), tuple(sentences)


def ours(method: str, article: Article, sentences: tuple[Sentence, ...]) -> None:
    """Rank by our method."""
    from reader.analysis.summary import rank

    rank(article, sentences, method)


def sumys(method: str, article: Article, sentences: tuple[Sentence, ...]) -> None:
    """Rank by sumy's own class, over the same document."""
    from reader.analysis.summary.pickable import list_pickable
    from reader.analysis.summary.registry import Everything, make_summariser
    from reader.analysis.summary.sumy_document import build_document, load_language

    english = load_language("en")
    own = type(make_summariser(method, english, lambda: None)).__mro__[1]
    made = own(english.stem)
    made.stop_words = english.stop_words
    made(build_document(article, sentences, list_pickable(article, sentences)), Everything())


def _measure(ranker: Callable[..., None], method: str, words: int, answer: Connection) -> None:
    """Send the seconds and the megabytes that a ranking takes, everything loaded before."""
    ranker(method, *article_of(60))
    article, sentences = article_of(words)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    ranker(method, article, sentences)
    took = time.process_time() - began
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    answer.send((took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / unit))


def measured(ranker: Callable[..., None], method: str, words: int) -> tuple[float, float] | None:
    """The seconds and megabytes of one ranking; None where it was stopped."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_measure, args=(ranker, method, words, there))
    process.start()
    there.close()
    try:
        if not here.poll(2 * LIMIT):
            return None
        seconds, megabytes = here.recv()
    finally:
        process.kill()
        process.join()
    return seconds, megabytes


def row(label: str, ranker: Callable[..., None], method: str, sizes: Sequence[int]) -> list[str]:
    """A line of the table. A size that would surely take too long, by the growth so far, is not run."""
    cells = [label]
    last: tuple[int, float] | None = None
    for size in sizes:
        if last and last[1] > 0.5 and last[1] * (size / last[0]) ** 2 > 2 * LIMIT:
            cells.append("not run")
            continue
        found = measured(ranker, method, size)
        if found is None:
            cells.append(f"> {LIMIT} s")
            last = (size, float(2 * LIMIT))
        else:
            cells.append(f"{found[0]:.3f} s  {found[1]:4.0f} MB")
            last = (size, found[0])
    return cells


def main(arguments: list[str]) -> None:
    """Print the table."""
    from reader.analysis.summary import METHODS

    sizes = [int(word) for word in arguments] or list(SIZES)
    rows: list[list[str]] = []
    for method in METHODS:
        rows.append(row(method, ours, method, sizes))
        if method in SUMYS_OWN:
            rows.append(row(f"  sumy's own {method}", sumys, method, sizes))
    show("Ranking an article once, by its length", ["method", *(f"{size:,} words" for size in sizes)], rows)


if __name__ == "__main__":
    main(sys.argv[1:])
