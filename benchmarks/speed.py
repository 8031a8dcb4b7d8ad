"""Analysis time by step, per 1,000 words, models loaded: `python -m benchmarks.speed [PATH...]` (default: samples)."""

import sys
import time
from collections import defaultdict
from itertools import pairwise

from benchmarks.tables import show
from reader import analyse, open_article
from reader.article import Article, expand_sources
from reader.resources import bundled


def timed(article: Article) -> dict[str, float]:
    """Seconds of each step that the engine announces."""
    marks: list[tuple[str, float]] = []
    analyse(article, on_progress=lambda step: marks.append((step, time.perf_counter())))
    marks.append(("", time.perf_counter()))
    spent: dict[str, float] = defaultdict(float)
    for (step, start), (_, end) in pairwise(marks):
        spent[step.partition(":")[0]] += end - start
    return spent


def main(sources: list[str]) -> None:
    articles = [open_article(source) for source in expand_sources(sources or [str(bundled("sample_articles"))])]
    analyse(articles[0])
    words = sum(len(article.text.split()) for article in articles)
    total: dict[str, float] = defaultdict(float)
    for article in articles:
        for step, seconds in timed(article).items():
            total[step] += seconds
    everything = sum(total.values())
    rows = [
        (step, seconds * 1e6 / words, 100 * seconds / everything)
        for step, seconds in [*total.items(), ("all", everything)]
    ]
    show(f"Analysis of {len(articles)} articles, {words:,} words", ("step", "ms per 1,000 words", "%"), rows)
    print(f"\n{words / everything:,.0f} words a second, one process")


if __name__ == "__main__":
    main(sys.argv[1:])
