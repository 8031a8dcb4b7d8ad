"""What is read in private leaves nothing behind, and what is forgotten leaves no copy of its page."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reader.app.start import starting_point
from tests.cli.conftest import ARTICLE, Run

PAGE = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{ARTICLE}</article></body></html>"


@pytest.fixture
def address() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGE.replace("\n\n", "</p><p>").encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/bridge"
    server.shutdown()
    server.server_close()


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where settings and library lie, and where pages are kept."""
    state, cache = tmp_path / "state", tmp_path / "cache"
    monkeypatch.setenv("READER_CONFIG_DIR", str(state))
    monkeypatch.setenv("READER_CACHE_DIR", str(cache))
    monkeypatch.setenv("READER_PRIVATE", "")
    return state, cache


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_private_reading_leaves_nothing(
    reader: Run, address: str, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    state, cache = folders
    assert reader("text", "--private", address).returncode == 0
    start = starting_point()
    assert (left_in(state), left_in(cache), start.shelf) == ([], [], None)
    monkeypatch.setenv("READER_PRIVATE", "")
    state.mkdir()
    (state / "reader.toml").write_text('[library]\nkeep = "nothing"\n', encoding="utf-8")
    assert reader("text", address).returncode == 0
    assert (left_in(state), left_in(cache)) == (["reader.toml"], [])
    (state / "reader.toml").unlink()
    monkeypatch.setenv("READER_PRIVATE", "")
    assert reader("text", address).returncode == 0
    assert len(left_in(cache)) == 1
    assert starting_point().shelf is not None


def test_forgetting_takes_copies_along(reader: Run, address: str, folders: tuple[Path, Path]) -> None:
    state, cache = folders
    assert reader("add", address).returncode == 0
    assert reader("text", address + "?other").returncode == 0
    assert len(left_in(cache)) == 2
    assert reader("library", "forget", address).returncode == 0
    assert len(left_in(cache)) == 1
    (state / "library").mkdir()
    for name in ("library/0a.copy", "library/0b.json", "library.damaged-1.db", "library.version-1.db"):
        (state / name).write_text("{}", encoding="utf-8")
    assert reader("library", "forget", "--everything").returncode == 0
    assert left_in(cache) == []
    assert {name.partition("-")[0] for name in left_in(state)} == {"library.db"}


def test_what_is_added_for_later_waits_in_the_queue(reader: Run, folders: tuple[Path, Path]) -> None:
    done = reader("add", "--later", "--tag", "sea", "https://packet.example/ferry")
    assert (done.returncode, done.stdout.split("\t")[0]) == (0, "1")
    assert "https://packet.example/ferry" in reader("library", "list", "--queue", "--tag", "sea").stdout
    assert left_in(folders[1]) == []
    failed = reader("add", "--later", "nowhere/at-all.txt")
    assert (failed.returncode, len(failed.stderr.splitlines())) == (1, 1)
