"""A refresh of forty feeds, of which many are not as they should be."""

import gzip
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks.feed_servers import Request, Servers, item, rss
from reader.article.web.fetch import Limits, Page, fetch
from reader.feeds import Feeds, Outcome, Rules, refresh
from reader.feeds.refresh import Stopped
from reader.library import Library
from tests.feeds.conftest import Clock

QUICK = Limits(connect=2.0, read=0.5, total=1.0)
"""For servers that are given up in any case (no two at one address, which would then be asked no more); the others may
take the time that a busy machine needs."""

RULES = Rules(at_once=6, seconds=600.0, limits=Limits(connect=120.0, read=120.0, total=120.0, wire_bytes=300_000))


def subscribe(feeds: Feeds, *addresses: str) -> None:
    outlines = "".join(f'<outline type="rss" text="" xmlUrl="{address}"/>' for address in addresses)
    feeds.import_opml(f"<opml><body>{outlines}</body></opml>".encode())


def by_path(outcomes: list[Outcome]) -> dict[str, Outcome]:
    return {outcome.url.partition("/")[2].rpartition("/")[2]: outcome for outcome in outcomes}


@pytest.fixture
def slow_servers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are not waited for: whoever is added here never sends a whole page."""
    addresses: list[str] = []

    def fetch_with_patience(address: str, *, limits: Limits, **more: Any) -> Page:
        return fetch(address, limits=QUICK if address in addresses else limits, **more)

    monkeypatch.setattr(refresh, "fetch", fetch_with_patience)
    return addresses


def test_forty_feeds_of_all_kinds(feeds: Feeds, servers: Servers, clock: Clock, slow_servers: list[str]) -> None:
    order = ["One", "Two", "Three"]
    words = {"text": "It is told for the first time."}
    addresses = [
        servers.feed(
            number, f"/well{number}", partial(rss, f"Paper {number}", item(f"Well {number}", day=1 + number % 9))
        )
        for number in range(24)
    ]

    def drip(request: Request) -> None:
        request.handler.send_response(200)
        request.handler.end_headers()
        while not servers.ended.wait(0.2):
            request.handler.wfile.write(b" ")

    def silent(request: Request) -> None:
        servers.ended.wait(20)

    def moved(request: Request) -> None:
        request.send(b"", 301, Location=servers.addresses[0] + "/moved-to")

    def wait(request: Request) -> None:
        request.send(b"", 429, Retry_After="7200")

    slow_servers += [
        servers.serve(1, "/slow", drip),
        servers.serve(7, "/slow-too", drip),
        servers.serve(2, "/silent", silent),
    ]
    addresses += [
        *slow_servers,
        servers.serve(3, "/moved", moved),
        servers.feed(4, "/packed", lambda: gzip.compress(rss("Packed", item("Packed up"))), Content_Encoding="gzip"),
        servers.serve(5, "/huge", lambda request: request.send(rss("Huge", item("Huge")) + b" " * 400_000)),
        servers.serve(6, "/empty", lambda request: request.send(b"")),
        servers.feed(7, "/no-items", lambda: rss("No items")),
        servers.feed(1, "/order", lambda: rss("Order", *map(item, order))),
        servers.feed(2, "/guids", lambda: rss("Guids", *(item(name, guid="0") for name in ("Ay", "Bee", "Cee")))),
        servers.feed(3, "/changing", lambda: rss("Changing", item("Told", words["text"]), item("Still"))),
        servers.serve(4, "/gone", lambda request: request.send(b"", 410)),
        servers.serve(5, "/wait", wait),
        servers.serve(6, "/broken", lambda request: request.send(b"<rss><channel><title>Cut</title><item><ti")),
        servers.serve(7, "/page", lambda request: request.send(b"<html><body>Hello", Content_Type="text/html")),
        servers.serve(
            0, "/bomb", lambda request: request.send(gzip.compress(b" " * 90_000_000), Content_Encoding="gzip")
        ),
    ]
    servers.feed(0, "/moved-to", lambda: rss("Moved", item("Moved house")))
    assert len(addresses) == 40
    subscribe(feeds, *addresses)

    first = by_path(feeds.refresh(rules=RULES))
    assert len(first) == 40
    assert max(servers.most_at_once.values()) == 1
    assert all(agent.startswith("Reader/") for agent in servers.agents)
    results = {path: outcome.result for path, outcome in first.items()}
    bad = {"slow", "slow-too", "silent", "huge", "empty", "page", "bomb"}
    assert {path for path, result in results.items() if result == "failing"} - {"broken"} == bad
    assert (results["gone"], results["wait"], results["no-items"]) == ("gone", "waiting", "same")
    assert all(first[path].problem for path in bad)
    assert "410" in first["gone"].problem
    titles = [each.title for each in feeds.items()]
    assert len(titles) == len(set(titles)) == 24 + 1 + 1 + 3 + 3 + 2
    assert feeds.find("Moved").url.endswith("/moved-to")
    assert feeds.unread() == len(titles)

    read = {each.title: each.number for each in feeds.items()}
    feeds.mark_read([read["One"], read["Told"], read["Bee"]])
    before = dict(servers.asked)
    assert [feed.url.rpartition("/")[2] for feed in feeds.due()[0] if feed.state == "well"] == []
    clock.now += 3600
    order.reverse()
    order.append("Four")
    words["text"] = "It is told otherwise."
    again = by_path(feeds.refresh(rules=RULES))
    assert {path for path, outcome in again.items() if outcome.result == "new"} == {"order"}
    assert [each.title for each in again["order"].items] == ["Four"]
    assert (again["changing"].changed, again["changing"].items) == (1, ())
    assert servers.asked[addresses[35]] == before[addresses[35]]  # gone
    assert servers.asked[addresses[36]] == before[addresses[36]]  # asked for two hours
    assert feeds.unread() == len(titles) + 1 - 3
    assert feeds.editions(read["Told"]) == 2
    told = feeds.item(read["Told"])
    assert told.read is not None
    assert told.changed is not None
    assert "otherwise" in feeds.words_of(read["Told"]).text
    assert max(servers.most_at_once.values()) == 1


def test_what_did_not_change_is_not_sent_again(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    sent: list[int] = []

    def answer(request: Request) -> None:
        known = request.headers.get("if-modified-since") == "Wed, 18 Nov 2026 08:00:00 GMT"
        sent.append(304 if known else 200)
        request.send(
            b"" if known else rss("Paper", item("One")),
            sent[-1],
            Last_Modified="Wed, 18 Nov 2026 08:00:00 GMT",
            Cache_Control="max-age=1800",
        )

    subscribe(feeds, servers.serve(0, "/feed", answer))
    for _ in range(3):
        feeds.refresh(rules=RULES)
    assert sent == [200]
    clock.now += 1801
    feeds.refresh(rules=RULES)
    feeds.refresh(feeds.due(soon=True)[0], rules=RULES)
    assert sent == [200, 304, 304]
    assert len(feeds.items()) == 1


def test_a_refresh_ends_when_its_time_is_over_or_it_is_not_wanted(feeds: Feeds, servers: Servers) -> None:
    def hold(request: Request) -> None:
        servers.ended.wait(30)

    subscribe(feeds, *(servers.serve(number, f"/held{number}", hold) for number in range(16)))
    limits = Limits(connect=30.0, read=30.0, total=30.0)
    outcomes = feeds.refresh(rules=Rules(at_once=4, seconds=0.5, limits=limits))
    assert len(outcomes) == 16
    assert {outcome.result for outcome in outcomes} <= {"late", "failing"}
    assert any(outcome.result == "late" for outcome in outcomes)
    with pytest.raises(Stopped):
        feeds.refresh(rules=Rules(limits=limits), wanted=lambda: False)


@pytest.mark.skipif(os.name == "nt", reason="a process is killed")
def test_killed_at_any_moment_nothing_is_lost_doubled_or_unread_again(servers: Servers, tmp_path: Path) -> None:
    file = tmp_path / "killed.db"
    names = [[f"Item {number} {each}" for each in range(5)] for number in range(30)]
    with Library(file) as library:
        feeds = Feeds(library)
        subscribe(
            feeds,
            *(servers.feed(n, f"/f{n}", partial(rss, f"P {n}", *map(item, names[n]))) for n in range(30)),
        )
    run = (
        "import sys; from reader.library import Library; from reader.feeds import Feeds\n"
        "with Library(sys.argv[1]) as library:\n"
        "    feeds = Feeds(library)\n"
        "    def told(outcome):\n"
        "        feeds.mark_read(each.number for each in outcome.items)\n"
        "        print(*(each.number for each in outcome.items), flush=True)\n"
        "    feeds.refresh(feeds.due(soon=True)[0], on_outcome=told)\n"
    )
    seen: set[str] = set()
    for lines in (1, 7, 30):
        child = subprocess.Popen([sys.executable, "-c", run, str(file)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        for _ in range(lines):
            seen.update(child.stdout.readline().split())
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        with Library(file) as library:
            there = Feeds(library).items()
            assert len({each.title for each in there}) == len(there)
            assert all(each.read is not None for each in there if str(each.number) in seen)
    with Library(file) as library:
        feeds = Feeds(library)
        feeds.refresh(feeds.due(soon=True)[0])
        assert sorted(each.title for each in feeds.items()) == sorted(name for those in names for name in those)
        assert library.check() == []
