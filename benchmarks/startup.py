"""What is paid before anything is seen: `python -m benchmarks.startup`. Medians over fresh processes."""

import statistics
import subprocess
import sys

from benchmarks.tables import show
from reader.resources import bundled

RUNS = 5
STEPS = (
    ("command line (reader --version)", "from reader.cli import main; main(['--version'])"),
    ("screen (import reader.app.app)", "import reader.app.app"),
    ("engine (import reader, open_article, analyse)", "from reader import analyse, open_article"),
    (
        "engine's first article, models loaded for it",
        "from reader import analyse, open_article; analyse(open_article(SAMPLE))",
    ),
)
HEAVY = ("nltk", "sumy", "numpy", "onnxruntime", "trafilatura")


def measure(code: str) -> tuple[float, str]:
    """Milliseconds that the code takes in a fresh process, and which heavy libraries it imported."""
    program = (
        "import os, sys, time; SAMPLE = sys.argv[1]; out = sys.stdout; sys.stdout = open(os.devnull, 'w')\n"
        "start = time.perf_counter()\n"
        f"{code}\n"
        f"print(time.perf_counter() - start, *[n for n in {HEAVY!r} if n in sys.modules], file=out)\n"
    )
    sample = str(bundled("sample_articles") / "the-call.txt")
    times, imported = [], ""
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, "-c", program, sample], capture_output=True, text=True, check=True)
        seconds, *names = done.stdout.split()
        times.append(float(seconds) * 1000)
        imported = ", ".join(names) or "none"
    return statistics.median(times), imported


def main() -> None:
    rows = [(name, *measure(code)) for name, code in STEPS]
    show("Start-up", ("what", "ms", "heavy libraries imported"), rows)


if __name__ == "__main__":
    main()
