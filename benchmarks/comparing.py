"""What comparing costs, beside the bare `rapidfuzz` call on the same words: `python -m benchmarks.comparing [CLAIMS]`.

Two articles of about 800 words, analysed already; fifty of one event; one quotation against a library of 100,000
claims (invented, in a temporary folder; CLAIMS says otherwise). The two are timed in turns, in milliseconds of the
processor, which a busy machine stretches less than a clock; the ratio is what counts. Beside pairs stands `rapidfuzz`'s
token_set_ratio of every claim with every other, beside the library its extraction of the ten best of all claims.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.library import fill
from benchmarks.tables import show
from reader.analysis import Analysis, analyse
from reader.article import Article, article_from_text, open_article
from reader.compare import compare
from reader.library import Library
from reader.resources import bundled

CLAIMS = 100_000
BARS = {"two": 50.0, "fifty": 3000.0, "library": 300.0}
Pair = tuple[Article, Analysis]


def milliseconds(work: Callable[[], object], bare: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median times of both, one after the other in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for kept, call in zip(times, (work, bare), strict=True):
            start = time.process_time()
            call()
            kept.append((time.process_time() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def analysed(*names: str) -> Pair:
    """The bodies of sample articles in one article, analysed."""
    folder = bundled("sample_articles") / "one-event"
    texts = [open_article(str(folder / name)).text for name in names]
    article = article_from_text("\n\n".join(texts))
    return article, analyse(article)


def claim_words(pair: Pair) -> list[str]:
    """What each claim says."""
    return [" ".join(pair[0].words_of(span) for span in claim.content) for claim in pair[1].claims]


def bare_pairs(sides: Sequence[Pair]) -> Callable[[], object]:
    """rapidfuzz over every two claims of two articles."""
    from rapidfuzz.fuzz import token_set_ratio

    words = [claim_words(side) for side in sides]
    return lambda: [token_set_ratio(a, b) for one, other in combinations(words, 2) for a in one for b in other]


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    from rapidfuzz import process

    two = [analysed("wire.txt", "ledger.md", "wire-later.txt"), analysed("courier.html", "ledger.md", "wire.txt")]
    single = [analysed(name) for name in ("wire.txt", "ledger.md", "courier.html", "wire-later.txt")]
    fifty = [single[number % len(single)] for number in range(50)]
    rows = []
    claims = statistics.mean(len(claim_words(side)) for side in fifty)
    length = statistics.mean(len(side[0].text.split()) for side in two)
    for name, sides, rounds, bar in (
        (f"two articles of {length:.0f} words", two, 15, "two"),
        (f"fifty of one event, {claims:.0f} claims each", fifty, 3, "fifty"),
    ):
        ours, bare = milliseconds(lambda sides=sides: compare(sides), bare_pairs(sides), rounds)  # type: ignore[misc]
        rows.append((name, ours, BARS[bar], bare, ours / bare))
    count = int(arguments[0]) if arguments else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        fill(path, count // 20, count)
        with Library(path) as library, library._reading() as connection:
            every = [words for (words,) in connection.execute("SELECT words FROM claim")]
            wanted = every[len(every) // 2]
            best = library.like(wanted)
            assert best[0][0] == 1.0, "a quotation is not found in its own library"
            ours, bare = milliseconds(lambda: library.like(wanted), lambda: process.extract(wanted, every, limit=10), 5)
            rows.append((f"a quotation against {count:,} claims", ours, BARS["library"], bare, ours / bare))
    show("Comparing, in milliseconds", ("what", "ours", "bar", "rapidfuzz", "ratio"), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
