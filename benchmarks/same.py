"""Whether two versions of the engine find the same: `python -m benchmarks.same [--outer] OLD [FILE...]`.

OLD is a checkout's folder or a commit of this repository; it is compared with the checkout that this file stands in.
Each FILE is a text, or a folder of them; without any the sample articles are read. Each version runs in a process of
its own, with its own code, and hands over the JSON of `reader analyze`: spans, names, kinds, speakers, the summary, and
confidence to the third decimal. A field that only the new version knows counts for nothing. The table shows how many
things of each part differ; the first differences follow. Ends with status 1 where there is any. With `--outer` claims
within claims are left out, which versions before them cannot know.
"""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.tables import show

HERE = Path(__file__).resolve().parents[1]
PARTS = ("article", "sentences", "actors", "claims", "summary", "stats", "notes")
_SHOWN = 20
_ANALYSE = """
import sys
sys.path.insert(0, sys.argv[1])
from reader import analyse, open_article
from reader.export import analysis_as_json_line
for path in sys.stdin.read().splitlines():
    article = open_article(path)
    print(analysis_as_json_line(article, analyse(article)), flush=True)
"""


def list_texts(arguments: Sequence[str]) -> list[Path]:
    """The files named, those of folders in the order of their names; raises ValueError where there is none."""
    found: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        found += sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
    missing = [str(path) for path in found if not path.is_file()]
    if missing or not found:
        raise ValueError(f"no such file: {', '.join(missing)}" if missing else "no file to compare")
    return [path.resolve() for path in found]


def check_out(version: str, folder: Path) -> Path:
    """The folder of a version: itself, or a commit's files unpacked; raises ValueError where it is neither."""
    if (Path(version) / "reader").is_dir():
        return Path(version).resolve()
    packed = subprocess.run(["git", "-C", str(HERE), "archive", version], capture_output=True, check=False)
    if packed.returncode:
        raise ValueError(f"{version} is neither a checkout of Reader nor a commit of this repository")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")
    return folder


def read_arguments(arguments: Sequence[str], folder: Path) -> tuple[Path, list[Path]]:
    """The old version's checkout and the texts (the samples, where none is named); raises ValueError for what is not
    there."""
    return check_out(arguments[0], folder), list_texts(arguments[1:] or [str(HERE / "sample_articles")])


def start_engine(checkout: Path, texts: Sequence[Path]) -> "subprocess.Popen[str]":
    """A process that prints the analysis of each text by a checkout's engine, a line each."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _ANALYSE, str(checkout)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=checkout,
    )
    assert process.stdin is not None
    process.stdin.write("\n".join(map(str, texts)))
    process.stdin.close()
    return process


def compare(old: Any, new: Any, place: str = "") -> Iterator[str]:
    """Where two values of the schema differ, one line for each place; what the old one lacks is left out."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in old.items():
            yield from compare(value, new.get(key), f"{place}.{key}".lstrip("."))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from compare(left, right, f"{place}[{number}]")
    elif isinstance(old, list) and isinstance(new, list):
        yield f"{place}: {len(old)} before, {len(new)} now"
    elif old != new:
        yield f"{place}: {_cut(old)} before, {_cut(new)} now"


def leave_inner_out(analysis: dict[str, Any]) -> dict[str, Any]:
    """An analysis without the claims within claims; the others are counted anew."""
    outer = [claim for claim in analysis["claims"] if not claim.get("within")]
    ids = {claim["id"]: f"c{number}" for number, claim in enumerate(outer, 1)}
    actors = [{**actor, "claims": [ids[one] for one in actor["claims"] if one in ids]} for actor in analysis["actors"]]
    return {**analysis, "claims": [{**claim, "id": ids[claim["id"]]} for claim in outer], "actors": actors}


def _cut(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"


def count(value: Any) -> int:
    """How many things a part of the schema holds."""
    return len(value) if isinstance(value, list) else 1


def main(arguments: list[str]) -> int:
    outer = "--outer" in arguments
    arguments = [argument for argument in arguments if argument != "--outer"]
    if not arguments:
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            old, texts = read_arguments(arguments, Path(folder))
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        engines = [start_engine(old, texts), start_engine(HERE, texts)]
        totals = {part: [0, 0, 0, 0] for part in PARTS}
        lines: list[str] = []
        for path in texts:
            printed = [engine.stdout.readline() if engine.stdout else "" for engine in engines]
            if not all(printed):
                print(f"no analysis of {path}", file=sys.stderr)
                return 2
            before, now = map(json.loads, printed)
            if outer:
                before, now = leave_inner_out(before), leave_inner_out(now)
            for part in PARTS:
                found = list(compare(before[part], now[part], part))
                places = {line.partition(".")[0].partition(":")[0] for line in found}
                sizes = count(before[part]), count(now[part])
                grown = abs(sizes[0] - sizes[1])
                differing = max(len(places), grown)
                for column, value in enumerate((*sizes, differing, int(bool(found)))):
                    totals[part][column] += value
                lines += [f"{path.name}: {line}" for line in found]
        for engine in engines:
            engine.wait()
    head = ("part", "before", "now", "different", "texts with a difference")
    show(f"{old} and {HERE} over {len(texts)} texts", head, [(part, *totals[part]) for part in PARTS])
    print("\nthe same" if not lines else f"\n{len(lines)} differences")
    for line in lines[:_SHOWN]:
        print(f"  {line}")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
