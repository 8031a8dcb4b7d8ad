"""Words a second of two versions of the engine: `python -m benchmarks.faster OLD [FILE...]`.

OLD is a checkout's folder or a commit, FILE a text or a folder of them (default: the samples). Each version runs in a
process of its own, models loaded, and the two take turns over all the texts, so that a machine that is busy with other
things slows both. The first table is of each article alone, the second of articles in a row, the next ones begun
early where a version can (`analyse_many`). The tables give medians: words a second, processor time for 1,000 words, and
the most memory held. Speeds are only to be read as a ratio.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.same import HERE, read_arguments
from benchmarks.tables import show

ROUNDS = 5
WAYS = ("alone", "in a row")
_WORK = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from reader import analyse, open_article
articles = [open_article(path) for path in sys.argv[2:]]
def alone():
    for article in articles:
        analyse(article)
def in_a_row():
    try:
        from reader.analysis.many import analyse_many
    except ImportError:
        return alone()
    for _ in analyse_many(articles):
        pass
analyse(articles[0])
for asked in sys.stdin:
    wall, processor = time.perf_counter(), time.process_time()
    {"alone": alone, "in a row": in_a_row}[asked.strip()]()
    print(json.dumps({
        "words": sum(len(article.text.split()) for article in articles),
        "wall": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }), flush=True)
"""


def start(checkout: Path, texts: Sequence[Path]) -> "subprocess.Popen[str]":
    """A process that analyses the texts once for each line that it is sent, in the way that it says, and answers with
    what it took."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _WORK, str(checkout), *map(str, texts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=checkout,
    )


def ask(engine: "subprocess.Popen[str]", way: str) -> dict[str, float]:
    """What one round took; raises RuntimeError where the engine ended."""
    assert engine.stdin
    assert engine.stdout
    engine.stdin.write(f"{way}\n")
    engine.stdin.flush()
    answer = engine.stdout.readline()
    if not answer:
        raise RuntimeError("an engine ended before its time")
    return dict(json.loads(answer))


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            old, texts = read_arguments(arguments, Path(folder))
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        engines = {arguments[0]: start(old, texts), "this checkout": start(HERE, texts)}
        taken: dict[tuple[str, str], list[dict[str, float]]] = {(way, name): [] for way in WAYS for name in engines}
        for number in range(ROUNDS):
            for name in list(engines) if number % 2 else reversed(list(engines)):
                for way in WAYS:
                    taken[way, name].append(ask(engines[name], way))
        for engine in engines.values():
            engine.communicate()
    for way in WAYS:
        rows = []
        speeds, times = [], []
        for name in engines:
            rounds = taken[way, name]
            speeds.append(statistics.median(one["words"] / one["wall"] for one in rounds))
            times.append(statistics.median(1000 * one["processor"] / one["words"] for one in rounds))
            rows.append((name, f"{speeds[-1]:,.0f}", f"{1000 * times[-1]:.0f}", f"{rounds[-1]['memory']:.0f}"))
        rows.append(("faster by", f"{speeds[1] / speeds[0]:.2f}", f"{times[0] / times[1]:.2f}", ""))
        head = ("version", "words a second", "processor ms for 1,000 words", "MB at most")
        show(f"{len(texts)} texts {way}, {ROUNDS} rounds in turn", head, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
