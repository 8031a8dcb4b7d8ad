"""What parsing pages in a process of their own costs, and leaves behind: `python -m benchmarks.isolation [FOLDER]`.

FOLDER holds saved pages (.html, .html.gz); a hundred of them are opened in a row, the first ones again where there are
fewer. Without it they are the bundled pages. What is left behind is told on Linux, which can be asked.
"""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.tables import show
from reader.article import ArticleError, article_from_bytes, open_article
from reader.article.parsing import parse
from reader.article.process.client import child
from reader.resources import bundled

RUNS = 30
PAGES = 100


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median time of one call."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def saved_pages(folder: Path) -> list[Path]:
    """The saved pages in a folder, sorted."""
    return sorted(path for path in folder.iterdir() if path.name.endswith((".html", ".htm", ".html.gz")))


def footprint() -> dict[str, int]:
    """What this process and its worker hold: memory in bytes, open files, threads, processes, temporary files."""
    worker = str(child.pid or "")
    held = {"processes": sum(_parent(pid) == os.getpid() for pid in os.listdir("/proc") if pid.isdigit())}
    held["threads"] = threading.active_count()
    for name, pid in (("reader", "self"), ("worker", worker)):
        if pid:
            held[f"files open, {name}"] = len(os.listdir(f"/proc/{pid}/fd"))
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:
                held[f"memory, {name}, kB"] = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    held["files in the temporary folder"] = len(os.listdir(tempfile.gettempdir()))
    return held


def _parent(pid: str) -> int:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return int(file.read().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def left_behind(pages: Sequence[Path], count: int = PAGES) -> dict[str, tuple[int, int]]:
    """What is held after all pages were opened once, and after `count` more in a row; with a temporary folder of its
    own, for others use the usual one meanwhile.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        child.stop()
        return _left_behind(pages, count)


def _left_behind(pages: Sequence[Path], count: int) -> dict[str, tuple[int, int]]:

    def open_all(paths: Sequence[Path]) -> None:
        for path in paths:
            try:
                open_article(str(path))
            except ArticleError:
                continue

    open_all(list(pages))
    before = footprint()
    open_all(list(islice(cycle(pages), count)))
    after = footprint()
    return {name: (before[name], after.get(name, 0)) for name in before}


def main(folder: Path | None = None) -> None:
    if sys.platform == "linux":
        pages = saved_pages(folder or bundled("sample_articles"))
        rows = [(name, *pair, pair[1] - pair[0]) for name, pair in left_behind(pages).items()]
        title = f"{PAGES} saved pages opened in a row, after {len(pages)} pages once"
        show(title, ("what", "before", "after", "left behind"), rows)
    page = (bundled("sample_articles") / "ice-hum.html").read_bytes()
    large = page.replace(b"</article>", b"<p>And so it hummed, every day, said the cook.</p>" * 2000 + b"</article>")

    def cold() -> None:
        child.stop()
        article_from_bytes(page)

    timed = []
    for name, data in (("an ordinary page", page), ("a page of 2,000 paragraphs", large)):
        here = milliseconds(partial(parse, data))
        warm = milliseconds(partial(article_from_bytes, data))
        timed.append((f"{name} ({len(data) // 1024} KB)", here, warm, 100 * (warm / here - 1)))
    show("Isolation", ("page", "in this process, ms", "in the warm worker, ms", "more, %"), timed)
    show("Isolation, the first page", ("what", "ms"), [("worker started, trafilatura imported", milliseconds(cold, 5))])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
