"""Nothing leaves the machine, and nothing is written below HOME, whichever way an analysis is asked for."""

import os
import pickle
import re
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from reader import analyse, privacy
from reader.article import article_from_text
from tests.terminal import READER, Terminal

WATCHED = 30.0
"""Seconds after an analysis; onnxruntime's own telemetry came after ten."""

TEXT = """Council closes the bridge

“It was not safe,” said council leader Ruth Adeyemi. Tom Pryce, who has a shop there, said it would open in May.

The bridge was built in 1871 and carries eleven thousand vehicles a day. Boats will take those who walk. The council
meets again on Friday, and the shops beside the river stay open until then. Nobody has told the school.
"""

WAYS = {
    "library": "from reader import analyse, open_article; analyse(open_article('bridge.txt'))",
    "engine": "import reader.analysis.engine, pickle; pickle.load(open('job', 'rb'))()",
    "unpickled": "import pickle; pickle.load(open('job', 'rb'))()",
    "commands": "from reader.cli import main; [main([c, 'bridge.txt']) for c in ('analyze', 'summary', 'report')]",
    "processes": "from reader.cli import main; main(['analyze', '--jobs', '2', 'bridge.txt', 'bridge.txt'])",
}


LOADED = "import sys; print('\\nloaded', *{'onnxruntime', 'huggingface_hub', 'hf_xet'} & set(sys.modules), flush=True)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and a pickled analysis of it."""
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "job").write_bytes(pickle.dumps(partial(analyse, article_from_text(TEXT))))
    return tmp_path


def make_home(folder: Path, way: str) -> Path:
    """A home folder with nothing in it."""
    home = folder / f"home of {way}"
    home.mkdir()
    return home


def surroundings(home: Path) -> dict[str, str]:
    """The environment of somebody new, who even asks for telemetry."""
    ours = {*privacy.NO_TELEMETRY, *privacy.NO_DOWNLOADS}
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "READER_"))}
    env = {name: value for name, value in env.items() if name not in ours}
    root = str(Path(__file__).resolve().parents[1])
    return env | {"HOME": str(home), "USERPROFILE": str(home), "ORT_DISABLE_TELEMETRY": "0", "PYTHONPATH": root}


def files(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_notebook_may_still_fetch_models_of_its_own(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import os, reader; print(os.environ.get('HF_HUB_OFFLINE'))"]
    env = surroundings(make_home(tmp_path, "nobody"))
    assert subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout == "None\n"


# The whole program watched ---------------------------------------------------------------------------------------

STRACE = ["strace", "-f", "-qq", "-s", "200", "-e", "trace=network", "-e", "signal=none"]

CALL = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(.*")
OUTWARD = re.compile(r"sa_family=AF_INET|/systemd/resolve|hosts\\0")
"""An internet address of any kind, the system's resolver, or a question for a host to the name cache.

Loopback counts too: none of these ways of working has business there.
"""


def watching(report: Path) -> list[str]:
    return [*STRACE, "-o", str(report)]


def seen(report: Path) -> list[str]:
    """The connections and look-ups of a process and all that it started."""
    calls = CALL.findall(report.read_text(encoding="utf-8", errors="replace"))
    return [call for call in calls if OUTWARD.search(call)]


def why_not() -> str:
    """Why this machine cannot watch a process; empty where it can."""
    if shutil.which("strace") is None:
        return "there is no strace here: nobody watched whether the program connects to anything"
    done = subprocess.run(
        [*STRACE, "-o", os.devnull, sys.executable, "-c", ""], capture_output=True, text=True, check=False
    )
    return f"strace may not watch here: {done.stderr.strip()}" if done.returncode or done.stderr else ""


@pytest.fixture(scope="module")
def can_watch() -> None:
    if reason := why_not():
        pytest.skip(reason)


LOOK_UPS = {
    "a name": "import socket\ntry: socket.getaddrinfo('nobody.example', 443)\nexcept OSError: pass",
    "an address": "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass",
    "in a child process": "import subprocess, sys; subprocess.run([sys.executable, '-c', {0!r}])",
}
LOOK_UPS["in a child process"] = LOOK_UPS["in a child process"].format(LOOK_UPS["a name"])


@pytest.mark.usefixtures("can_watch")
@pytest.mark.parametrize("kind", LOOK_UPS)
def test_the_watch_would_see_it(kind: str, tmp_path: Path) -> None:
    report = tmp_path / "calls"
    subprocess.run([*watching(report), sys.executable, "-c", LOOK_UPS[kind]], check=True, timeout=300)
    assert seen(report)


def lingering(way: str, folder: Path, home: Path, watch: list[str]) -> "subprocess.Popen[str]":
    """A process that analyses in one of the ways, and goes on living until its input ends."""
    command = [*watch, sys.executable, "-c", f"{WAYS[way]}\n{LOADED}\nsys.stdin.read()"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=surroundings(home), stdin=pipe, stdout=pipe, text=True)


@pytest.mark.long
def test_no_way_of_working_writes_below_home_loads_what_fetches_models_or_connects_for_half_a_minute(
    folder: Path,
) -> None:
    unwatched = why_not()
    homes = {way: make_home(folder, way) for way in (*WAYS, "screen")}
    watch = {way: [] if unwatched else watching(folder / f"calls of {way}") for way in homes}
    running = {way: lingering(way, folder, homes[way], watch[way]) for way in WAYS}
    terminal = Terminal(["bridge.txt"], folder, command=[*watch["screen"], *READER], env=surroundings(homes["screen"]))
    for way, process in running.items():
        assert process.stdout is not None
        loaded = next(line for line in process.stdout if line.startswith("loaded")).split()
        assert loaded == (["loaded"] if way == "processes" else ["loaded", "onnxruntime"])  # its children load it
    terminal.until("2 claims")
    if not unwatched:
        time.sleep(WATCHED)
    for process in running.values():
        process.communicate(timeout=300)
        assert process.returncode == 0
    terminal.press("q")
    assert terminal.status() == 0
    for way in WAYS:
        assert (way, files(homes[way])) == (way, [])
    assert [name for name in files(homes["screen"]) if "/reader/" not in name] == []
    if unwatched:
        pytest.skip(unwatched)
    assert [(way, call) for way in homes for call in seen(folder / f"calls of {way}")] == []
