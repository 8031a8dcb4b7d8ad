"""Two processes change one library at random, one of them is killed at a random moment, and what was acknowledged is
looked for: `python -m benchmarks.library_crash [ROUNDS]` (default 300; POSIX only).
"""

import json
import multiprocessing
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.article import article_from_text
from reader.library import Library

WORDS = ("ferry", "harbour", "council", "bridge", "strike", "minister", "lamp", "winter", "river", "budget", "school")


def change(path: Path, seed: int, out: int) -> None:
    """Change the library until killed; each change is acknowledged on a pipe once it has been made."""
    chance = random.Random(seed)
    library = Library(path)
    mine: list[tuple[int, int, str]] = []
    for step in range(100_000):
        source = f"https://packet.example/{seed}-{chance.randrange(8)}"
        text = " ".join(chance.choices(WORDS, k=chance.randrange(20, 400))).capitalize() + "."
        act = chance.choice(("keep", "mark", "mark", "note", "unmark", "tag", "remove"))
        said: object = None
        if act == "keep" or not mine:
            article = article_from_text(f"Title {seed} {step}\n\n{text}", source=source)
            claim = Claim("c1", "direct", "said", ((0, 5),), speaker="a1", speaker_name="Ann Lee", speakers=("a1",))
            actor = Actor("a1", "Ann Lee", "person", claims=("c1",))
            analysis = Analysis((Sentence((0, 5), 0),), (actor,), (claim,), Summary("lead", (0,)), Stats(1, 1, 1))
            kept = library.keep(article, analysis, source=source)
            said = ["edition", kept.entry, article.text]
            if act != "keep" or not mine:
                mark = library.highlight(kept.entry, (0, 5), note=f"first {step}")
                mine.append((kept.entry, mark.number, mark.uid))
                _tell(out, ["mark", mark.uid, mark.note])
        elif act == "mark":
            mark = library.highlight(chance.choice(mine)[0], (0, 5), note=f"note {step}", tags=("t",))
            mine.append((mark.entry, mark.number, mark.uid))
            said = ["mark", mark.uid, mark.note]
        elif act == "note":
            _, number, uid = chance.choice(mine)
            library.note(number, f"changed {step}")
            said = ["mark", uid, f"changed {step}"]
        elif act == "unmark" and len(mine) > 3:
            _, number, uid = mine.pop(chance.randrange(len(mine)))
            _tell(out, ["doubt", uid, ""])
            library.unmark(number)
            said = ["gone", uid, ""]
        elif act == "tag":
            library.tag(mine[0][0], f"tag{step}")
            said = ["tag", mine[0][0], f"tag{step}"]
        elif act == "remove":
            library.remove(mine[-1][0])
            library.restore(mine[-1][0])
        if said is not None:
            _tell(out, said)


def _tell(out: int, said: object) -> None:
    os.write(out, (json.dumps(said) + "\n").encode())


def one_round(path: Path, seed: int, seconds: float) -> tuple[list[str], int]:
    """A round; gives what is wrong afterwards, and how many changes had been acknowledged."""
    fork = multiprocessing.get_context("fork")
    workers = []
    for number in (0, 1):
        read, write = os.pipe()
        worker = fork.Process(target=change, args=(path, 2 * seed + number, write), daemon=True)
        worker.start()
        os.close(write)
        workers.append((worker, read))
    heard: list[list[str]] = [[], []]
    deadline = time.monotonic() + seconds
    buffers = [b"", b""]
    for _, read in workers:
        os.set_blocking(read, False)
    while time.monotonic() < deadline:
        _listen(workers, buffers)
        time.sleep(0.002)
    for worker, _ in workers:  # the second a moment later, when the first one's locks are left lying
        assert worker.pid
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
        _listen(workers, buffers)
        time.sleep(0.01)
    for number, (_, read) in enumerate(workers):
        os.close(read)
        heard[number] = buffers[number].decode().split("\n")[:-1]
    return check(path, [json.loads(line) for lines in heard for line in lines]), sum(map(len, heard))


def _listen(workers: Sequence[tuple[object, int]], buffers: list[bytes]) -> None:
    for number, (_, read) in enumerate(workers):
        try:
            while piece := os.read(read, 1 << 16):
                buffers[number] += piece
        except BlockingIOError:
            pass


def check(path: Path, heard: Sequence[Sequence[object]]) -> list[str]:
    """What is wrong with the file, or lacks in it that was acknowledged."""
    wrong: list[str] = []
    if not path.exists():  # killed before anything was begun
        return [] if not heard else ["there is no file"]
    connection = sqlite3.connect(path)
    try:
        state = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        wrong += [] if state == ["ok"] else state
    finally:
        connection.close()
    library = Library(path)
    if library.remarks:
        wrong += library.remarks
    lines = map(json.loads, library.export_lines())  # marks of removed articles too
    marks = {mark["uid"]: mark["note"] for line in lines for mark in line.get("marks", ())}
    lasts: dict[object, tuple[object, object]] = {}
    for kind, name, words in heard:
        if kind == "edition":
            texts = {edition.article.text for edition in library.editions(int(str(name)))}
            wrong += [] if words in texts else [f"a text of article {name} is gone"]
        elif kind == "tag":
            wrong += [] if words in library.entry(int(str(name))).tags else [f"{words} is gone"]
        else:
            lasts[name] = kind, words
    for uid, (kind, note) in lasts.items():
        there = marks.get(str(uid))
        if kind == "mark" and there is None:
            wrong.append(f"mark {uid} is gone")
        elif kind == "mark" and there != note and not str(there).startswith("changed"):
            wrong.append(f"mark {uid} says {there!r}, not {note!r}")
        elif kind == "gone" and there is not None:
            wrong.append(f"mark {uid} came back")
    library.close()
    return wrong


def main(rounds: int = 300) -> int:
    """Print how many rounds, changes and faults there were; gives the exit status."""
    chance = random.Random(1)
    faults = changes = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            if number % 20 == 0:  # a young file and an old one are both killed
                path = Path(folder) / str(number) / "library.db"
            wrong, heard = one_round(path, number, chance.uniform(0.02, 0.6))
            changes += heard
            faults += len(wrong)
            for line in wrong[:3]:
                print(f"round {number}: {line}")
    print(f"{rounds} rounds, {changes} changes acknowledged, {faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
