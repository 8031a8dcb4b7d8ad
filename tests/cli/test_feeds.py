"""`reader feeds`: subscribed to, refreshed, listed, read later, and moved in and out."""

import json
from collections.abc import Iterator
from email.utils import formatdate
from functools import partial
from pathlib import Path

import pytest

from benchmarks.feed_servers import Request, Servers, item, rss, running
from reader.article.process.client import feed_child
from tests.cli.conftest import Run


@pytest.fixture
def servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path / "own"))
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with running(2) as servers:
        yield servers
    feed_child.stop()


def raise_full(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_from_a_page_to_the_queue_and_out_again(
    reader: Run, servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["Ferry strike", "Bridge closed"]
    feed = servers.feed(0, "/feed", lambda: rss("Harbour News", *(item(name, date=formatdate()) for name in names)))
    page = (
        '<html><head><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/feed">'
        '<link rel="alternate" type="application/atom+xml" title="Comments" href="/comments"></head><body>Hi</body>'
    )
    home = servers.serve(0, "/", lambda request: request.send(page.encode(), Content_Type="text/html"))
    added = reader("feeds", "add", home, "--folder", "News/Local")
    assert (added.returncode, added.stdout.split("\t")[2]) == (0, "Harbour News")
    assert "names another feed too" in added.stderr
    assert "/comments" in added.stderr
    again = reader("feeds", "add", feed)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert "among your feeds already" in again.stderr

    first = reader("feeds", "items", "--unread", "--format", "json")
    items = [json.loads(line) for line in first.stdout.splitlines()]
    assert [each["title"] for each in items] == names
    assert reader("feeds", "read", items[0]["number"]).returncode == 0
    assert reader("feeds", "later", items[1]["number"]).returncode == 0
    (entry,) = [
        json.loads(line) for line in reader("library", "list", "--queue", "--format", "json").stdout.splitlines()
    ]
    assert (entry["title"], entry["site"], entry["url"]) == (names[1], "Harbour News", items[1]["url"])

    names.insert(0, "New goat")
    calm = reader("feeds", "refresh")
    assert (calm.returncode, calm.stdout) == (0, "")
    assert "no feed was asked, 1 is not due yet" in calm.stderr
    assert "0 of 0" not in calm.stderr
    fresh = reader("feeds", "refresh", "--now", "--format", "json")
    assert [json.loads(line)["title"] for line in fresh.stdout.splitlines()] == ["New goat"]
    listed = reader("feeds", "list", "--format", "json")
    assert (json.loads(listed.stdout)["unread"], json.loads(listed.stdout)["folders"]) == (2, [["News", "Local"]])

    assert reader("feeds", "watch", "word", "new", "goat").returncode == 0
    hit = json.loads(reader("feeds", "watch", "--format", "json").stdout)
    assert (hit["title"], hit["watch"]["words"], hit["said"]) == ("New goat", "new goat", [])
    assert reader("feeds", "watch", "person").returncode == 2

    opml = reader("feeds", "export")
    assert 'title="News"' in opml.stdout
    assert reader("feeds", "export", "--out", "feeds.opml").returncode == 0
    with monkeypatch.context() as full:
        full.setattr("os.fsync", raise_full)
        done = reader("feeds", "export", "--out", "feeds.opml")
    assert (done.returncode, done.stderr) == (1, "reader: the file: no space left on device\n")
    assert (tmp_path / "feeds.opml").read_text(encoding="utf-8") == opml.stdout
    assert reader("feeds", "rename", "harbour", "Sea\x1b[31m news").returncode == 0
    assert "\x1b" not in reader("feeds", "list").stdout
    moved = reader("library", "export", "--all")
    assert reader("feeds", "remove", "1").returncode == 0
    assert reader("feeds", "items").stdout == ""
    assert reader("library", "list", "--queue").stdout
    assert reader("feeds", "import", "-", stdin=opml.stdout.encode()).returncode == 0
    assert reader("feeds", "remove", "Harbour").returncode == 0
    assert reader("library", "import", "-", stdin=moved.stdout.encode()).returncode == 0
    assert reader("library", "export", "--all").stdout == moved.stdout


def send_page(page: str, request: Request) -> None:
    request.send(page.encode(), Content_Type="text/html")


def test_texts_of_the_queue_are_got_ahead(reader: Run, servers: Servers, tmp_path: Path) -> None:
    site = servers.addresses[0]
    told = "".join(f"<p>“The quay will close on day {day},” said Ola Brandt, who keeps it.</p>" for day in range(9))
    for name in ("ferry-strike", "bridge-closed", "new-goat"):
        page = f"<html><head><title>{name}</title></head><body><article><h1>{name}</h1>{told}</article></body></html>"
        servers.serve(0, f"/{name}", partial(send_page, page))
    items = [item(name, site=site, date=formatdate()) for name in ("Ferry strike", "Bridge closed", "New goat")]
    reader("feeds", "add", servers.feed(0, "/feed", lambda: rss("Harbour News", *items)))
    listed = [json.loads(line) for line in reader("feeds", "items", "--format", "json").stdout.splitlines()]
    assert reader("feeds", "later", *(each["number"] for each in listed)).returncode == 0

    def quoting() -> int:
        entries = reader("library", "list", "--queue", "--format", "json").stdout.splitlines()
        return sum(bool(json.loads(line)["claims"]) for line in entries)

    assert (reader("feeds", "refresh").returncode, quoting()) == (0, 0)
    assert (reader("feeds", "refresh", "--ahead", "1").returncode, quoting()) == (0, 1)
    settings = tmp_path / "own" / "reader.toml"
    settings.write_text('[feeds]\nahead = 1\n[library]\nkeep = "opened-by-hand"\n', encoding="utf-8")
    assert (reader("feeds", "refresh").returncode, quoting()) == (0, 1)
    settings.write_text("[feeds]\nahead = 5\n", encoding="utf-8")
    assert (reader("feeds", "refresh").returncode, quoting()) == (0, 3)


def test_what_goes_wrong_is_told_in_a_line_and_by_the_status(reader: Run, servers: Servers, tmp_path: Path) -> None:
    text = servers.serve(1, "/text", lambda request: request.send(b"no feed at all", Content_Type="text/plain"))
    bare = servers.serve(1, "/bare", lambda request: request.send(b"<html><body>x", Content_Type="text/html"))
    no_list = tmp_path / "no.opml"
    no_list.write_text("nothing")
    for wanted, told in (
        (("add", text), "this is no feed"),
        (("add", bare), "names no feed"),
        (("add", servers.addresses[1] + "/none"), "there is no page at this address (404)"),
        (("import", no_list), f"reader: {no_list}: this is no OPML"),
        (("import", tmp_path / "missing"), "no such file"),
        (("items", "weather"), "there is no such feed"),
        (("later", "7"), "there is no item 7"),
    ):
        done = reader("feeds", *wanted)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert told in done.stderr
    assert reader("feeds").returncode == 2
    gone = servers.serve(0, "/gone", lambda request: request.send(b"", 410))
    well = servers.feed(1, "/well", lambda: rss("Well", item("Fine")))
    outlines = "".join(f'<outline xmlUrl="{address}"/>' for address in (gone, well))
    assert reader("feeds", "import", "-", stdin=f"<opml><body>{outlines}</body></opml>".encode()).returncode == 0
    done = reader("feeds", "refresh", "--quiet")
    assert (done.returncode, done.stdout.split("\t")[4]) == (1, "Fine")
    assert done.stderr == "reader: 127.0.0.1: its server says that it is gone for good (410)\n"
