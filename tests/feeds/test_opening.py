"""An item opened: its feed's words, its page, what the library has of it; never what lies in the local network."""

from benchmarks.feed_servers import Servers, item, rss
from reader.feeds import Feeds
from reader.feeds.opening import open_item
from reader.library.fetching import get_text
from tests.feeds.conftest import Clock
from tests.feeds.test_refresh import RULES, subscribe

WHOLE = "The ferry came back at noon with nobody on board but a goat, said the porter, who had seen it all. " * 20


def page_of(title: str, words: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article>".encode()


def test_an_item_is_its_page_and_then_what_the_library_has(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    own = servers.addresses[0]
    words = ["It begins."]
    address = servers.serve(0, "/goat", lambda request: request.send(page_of("Goat", WHOLE), Content_Type="text/html"))
    subscribe(feeds, servers.feed(0, "/feed", lambda: rss("Paper", item("Goat", words[0], site=own, day=17))))
    feeds.refresh(rules=RULES)
    (goat,) = feeds.items()
    article = open_item(feeds.library, goat.number)
    assert article.source == article.url == address
    assert len(article.text) > 1000
    feeds.library.keep(article)
    before = servers.asked[address]
    assert open_item(feeds.library, goat.number).text == article.text
    assert servers.asked[address] == before
    clock.now += 3600
    words[0] = "It begins otherwise."
    feeds.refresh(rules=RULES)
    open_item(feeds.library, goat.number)  # which may be another edition
    assert servers.asked[address] == before + 1


def test_a_feed_leads_nobody_into_the_local_network(feeds: Feeds, servers: Servers) -> None:
    elsewhere = servers.addresses[1]
    secret = servers.serve(
        1, "/secret", lambda request: request.send(page_of("Router", WHOLE), Content_Type="text/html")
    )
    subscribe(feeds, servers.feed(0, "/feed", lambda: rss("Paper", item("Secret", "Read on.", site=elsewhere, day=17))))
    feeds.refresh(rules=RULES)
    (item_of_feed,) = feeds.items()
    article = open_item(feeds.library, item_of_feed.number)
    assert "local network" in article.notes[-1]
    feeds.later(item_of_feed.number)
    entry = feeds.library.take_waiting("test")
    assert entry is not None
    assert get_text(feeds.library, entry, lambda doing, share: None) is None
    assert "local network" in feeds.library.problems([entry.number])[entry.number]
    assert servers.asked[secret] == 0


def test_what_is_forgotten_leaves_nothing_and_does_not_come_back(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    words = ["It is told once."]
    subscribe(
        feeds, servers.feed(0, "/feed", lambda: rss("Paper", item("Gone", words[0], day=17), item("Stays", day=17)))
    )
    feeds.refresh(rules=RULES)
    entry = feeds.later(next(each.number for each in feeds.items() if each.title == "Gone"))
    feeds.library.forget(entry)
    assert [each.title for each in feeds.items()] == ["Stays"]
    assert feeds.unread() == 1
    with feeds.library.reading() as connection:
        left = connection.execute(
            "SELECT title, url, likeness, (SELECT count(*) FROM item_edition WHERE item = item.id) FROM item "
            "WHERE forgotten"
        ).fetchall()
    assert left == [("", None, None, 0)]
    clock.now += 3600
    words[0] = "Another text."
    assert feeds.refresh(rules=RULES)[0].items == ()
    assert [each.title for each in feeds.items()] == ["Stays"]
