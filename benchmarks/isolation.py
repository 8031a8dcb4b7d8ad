"""What parsing pages in a process of their own costs: `python -m benchmarks.isolation`."""

import statistics
import time
from collections.abc import Callable

from benchmarks.tables import show
from reader.article import article_from_bytes, isolation
from reader.article.parsing import parse
from reader.resources import bundled

RUNS = 30


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median time of one call."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    page = (bundled("sample_articles") / "ice-hum.html").read_bytes()
    large = page.replace(b"</article>", b"<p>And so it hummed, every day, said the cook.</p>" * 2000 + b"</article>")

    def cold() -> None:
        isolation.worker.stop()
        article_from_bytes(page)

    rows = []
    for name, data in (("an ordinary page", page), ("a page of 2,000 paragraphs", large)):
        here = milliseconds(lambda data=data: parse(data))
        warm = milliseconds(lambda data=data: article_from_bytes(data))
        rows.append((f"{name} ({len(data) // 1024} KB)", here, warm, 100 * (warm / here - 1)))
    show("Isolation", ("page", "in this process, ms", "in the warm worker, ms", "more, %"), rows)
    show("Isolation, the first page", ("what", "ms"), [("worker started, trafilatura imported", milliseconds(cold, 5))])


if __name__ == "__main__":
    main()
