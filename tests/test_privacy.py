"""Nothing leaves the machine, and nothing is written below HOME, whichever way an analysis is asked for."""

import os
import pickle
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with nothing in it, beside a folder with an article and a pickled analysis of it."""
    folder = tmp_path / "home"
    folder.mkdir()
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "job").write_bytes(pickle.dumps(partial(analyse, article_from_text(TEXT))))
    return folder


def surroundings(home: Path) -> dict[str, str]:
    """The environment of somebody new, who even asks for telemetry."""
    ours = {*privacy.NO_TELEMETRY, *privacy.NO_DOWNLOADS}
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "READER_"))}
    env = {name: value for name, value in env.items() if name not in ours}
    root = str(Path(__file__).resolve().parents[1])
    return env | {"HOME": str(home), "USERPROFILE": str(home), "ORT_DISABLE_TELEMETRY": "0", "PYTHONPATH": root}


def files(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def run(code: str, home: Path) -> str:
    """What a new process prints, which must end well."""
    command, env = [sys.executable, "-c", code], surroundings(home)
    done = subprocess.run(command, cwd=home.parent, env=env, stdout=subprocess.PIPE, text=True, check=True, timeout=300)
    return done.stdout


@pytest.mark.parametrize("way", WAYS)
def test_an_analysis_writes_nothing_below_home_and_loads_nothing_that_fetches_models(way: str, home: Path) -> None:
    asked = "import sys; print('\\nloaded', *{'onnxruntime', 'huggingface_hub', 'hf_xet'} & set(sys.modules))"
    loaded = run(f"{WAYS[way]}\n{asked}", home).splitlines()[-1].split()
    assert loaded == (["loaded"] if way == "processes" else ["loaded", "onnxruntime"])  # its children load it
    assert files(home) == []


def test_a_notebook_may_still_fetch_models_of_its_own(home: Path) -> None:
    assert run("import os, reader; print(os.environ.get('HF_HUB_OFFLINE'))", home) == "None\n"


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


def lingering(way: str, folder: Path, env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """A process that analyses in one of the ways, and goes on living for as long as it is watched."""
    code = f"{WAYS[way]}\nimport time\ntime.sleep({WATCHED})"
    command = [*watching(folder / way), sys.executable, "-c", code]
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL)


@pytest.mark.long
@pytest.mark.usefixtures("can_watch")
def test_no_way_of_working_connects_or_looks_anything_up_for_half_a_minute_after_an_analysis(home: Path) -> None:
    folder, env = home.parent, surroundings(home)
    running = {way: lingering(way, folder, env) for way in ("library", "unpickled", "commands", "processes")}
    terminal = Terminal(["bridge.txt"], folder, command=[*watching(folder / "screen"), *READER], env=env)
    terminal.until("2 claims")
    time.sleep(WATCHED)
    terminal.press("q")
    assert terminal.status() == 0
    assert [process.wait(300) for process in running.values()] == [0] * len(running)
    assert [(way, call) for way in (*running, "screen") for call in seen(folder / way)] == []
    assert [name for name in files(home) if "/reader/" not in name] == []
