"""Ten thousand articles, among them all that the hostile suite has: `python -m benchmarks.archive.hostile [COUNT]`.

Pages, feeds, mails and texts made to harm lie as files among good ones, and lines that are none among good lines. Every
good one must come out with what is found in it when it is analysed alone (a tenth of them is compared), every bad
one as an article of its own or as a row of `errors`, and the run must end by itself.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.archive.made import write_articles
from tests.article.html.test_hostile_pages import ALL

LINES = (
    b"{not json",
    b"[" * 200_000,
    b'{"text": ' + b"[" * 50_000,
    b"\xff\xfe\x00\x01",
    b"null",
    b'{"id": "x"}',
    b'{"text": "\\ud800\\udfff\\u0000\\u202e"}',
    b'{"text": "' + b"\\u201c" * 5_000 + b'"}',
    b'{"text": "' + b"said " * 5_000 + b'"}',
    b'{"text": 12, "html": {"a": 1}}',
    b'{"html": "<html><p>' + b"<b>" * 50_000 + b'"}',
    b'{"text": ""}',
)
"""Lines of an archive that are no articles, or strange ones."""
EACH = 5
SHORT = 400
"""Characters of a good article."""


def write_all(folder: Path, count: int) -> tuple[int, int]:
    """Write good and hostile articles; gives how many sources there are and how many of them are good."""
    write_articles(folder, count // 2, most=SHORT)
    write_articles(folder / "more", max(50, count - count // 2 - len(ALL) - EACH * len(LINES)), most=SHORT)
    (folder / "articles.jsonl").unlink()
    lines = (folder / "more" / "articles.jsonl").read_bytes().splitlines(keepends=True)
    good = len(lines) + len(list((folder / "files").iterdir()))
    for number in range(EACH * len(LINES)):
        lines.insert(random.Random(number).randrange(len(lines)), LINES[number % len(LINES)] + b"\n")
    (folder / "lines.jsonl").write_bytes(b"".join(lines))
    for number, data in enumerate(ALL.values()):
        (folder / "files" / f"{number * 37:06}-hostile.html").write_bytes(data)
    return len(lines) + len(list((folder / "files").iterdir())), good


def compare_alone(rows: list[dict[str, Any]], claims: dict[str, list[str]]) -> int:
    """How many articles say something else alone than in the run."""
    from reader.analysis import analyse
    from reader.article import article_from_text

    differing = 0
    for row in rows:
        analysis = analyse(article_from_text(row["text"]))
        differing += [claim.speaker_name for claim in analysis.claims] != claims.get(row["article"], [])
    return differing


def main(arguments: list[str]) -> int:
    """Make them, run, and look at what came of it."""
    import pyarrow.parquet as parquet

    count = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "in", Path(place) / "out"
        sources, good = write_all(folder, count)
        began = time.perf_counter()
        inputs = [str(folder / "files"), str(folder / "lines.jsonl")]
        command = [sys.executable, "-m", "reader", "archive", "run", *inputs, "--out", str(out), "--jobs", "2"]
        command += ["--part-bytes", "300000"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        took = time.perf_counter() - began
        print(f"status {done.returncode} in {took / 60:.1f} minutes: {done.stderr.strip()[-500:]}")
        columns = ["article", "source", "text"]
        articles = parquet.read_table(out / "articles", columns=columns).to_pylist()
        errors = parquet.read_table(out / "errors").to_pylist()
        claims: dict[str, list[str]] = {}
        for row in parquet.read_table(out / "claims", columns=["article", "speaker_name"]).to_pylist():
            claims.setdefault(row["article"], []).append(row["speaker_name"])
    fine = [row for row in articles if "hostile" not in row["source"] and "@" not in row["source"]]
    differing = compare_alone(fine[::10], claims)
    problems: dict[str, int] = {}
    for row in errors:
        problems[row["error"]] = problems.get(row["error"], 0) + 1
    others = len(articles) - len(fine)
    print(f"{sources} sources, {good} of them good: {len(fine)} good ones analysed, {others} hostile")
    print(f"{len(errors)} rows of errors; {differing} of {len(fine[::10])} good ones say something else alone")
    for problem, times in sorted(problems.items(), key=lambda pair: -pair[1]):
        print(f"  {times:5} {problem}")
    empty = EACH * sum(line == b'{"text": ""}' for line in LINES)
    whole = len(fine) == good and not differing and len(articles) + len(errors) >= sources - empty
    print("whole" if whole else "NOT WHOLE")
    return int(not whole)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
