"""Watching: items that quote a person, hold a word or are of an outlet."""

import pytest

from benchmarks.feed_servers import Servers, item, rss
from reader.analysis.model import Actor, Analysis, Claim, Stats, Summary
from reader.article.model import Article
from reader.feeds import Feeds
from reader.feeds.model import FeedError
from tests.feeds.conftest import Clock
from tests.feeds.test_refresh import RULES, subscribe


class Analyst:
    """Finds that Ruth Adeyemi says what stands in quotation marks, and counts the texts that it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, article: Article) -> Analysis:
        self.texts.append(article.text)
        start, end = article.text.find("“") + 1, article.text.find("”")
        if end < 0:
            return Analysis((), (), (), Summary("lead", ()), Stats(0, 0, 0))
        actor = Actor("a1", "Ruth Adeyemi", "person", claims=("c1",))
        claim = Claim("c1", "direct", "said", ((start, end),), speaker="a1", speaker_name="Ruth Adeyemi")
        return Analysis((), (actor,), (claim,), Summary("lead", ()), Stats(0, 0, 1))


def test_a_person_a_word_and_an_outlet(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    analyst = Analyst()
    more: list[str] = []
    subscribe(
        feeds,
        servers.feed(
            0,
            "/a",
            lambda: rss(
                "Harlow Gazette",
                item("Bridge shut", "“It was not safe,” said Ruth Adeyemi.", day=17),
                item("Adeyemi absent", "Ruth Adeyemi did not come.", day=17),
                item("Long ago", "“We will see,” said Ruth Adeyemi of the ferry.", day=1),
                *more,
            ),
        ),
        servers.feed(1, "/b", lambda: rss("Vale Post", item("Ferry late", "The ferry was late.", day=16))),
    )
    feeds.refresh(rules=RULES, analysing=analyst)
    assert analyst.texts == []
    person = feeds.watch("person", "adeyemi", analysing=analyst)
    feeds.watch("word", "the ferry")
    feeds.watch("outlet", "vale")
    assert len(analyst.texts) == 2  # the two new ones that name her
    found = {(hit.watch.words, hit.item.title): hit.said for hit in feeds.hits()}
    assert found == {
        ("adeyemi", "Bridge shut"): (("Ruth Adeyemi", "It was not safe,"),),
        ("the ferry", "Ferry late"): (),
        ("vale", "Ferry late"): (),
    }
    feeds.mark_read([hit.item.number for hit in feeds.hits() if hit.watch.number == person.number])
    assert [(watch.words, watch.unread) for watch in feeds.watches()] == [("adeyemi", 0), ("the ferry", 1), ("vale", 1)]

    more.append(item("Bridge again", "“I will not gamble,” said Ms Adeyemi.", day=18))
    clock.now += 3600
    feeds.refresh(rules=RULES, analysing=analyst)
    assert len(analyst.texts) == 3
    assert [hit.item.title for hit in feeds.hits() if hit.watch.kind == "person"] == ["Bridge again"]
    feeds.unwatch(person.number)
    assert {hit.watch.kind for hit in feeds.hits(unread=False)} == {"word", "outlet"}
    with pytest.raises(FeedError):
        feeds.unwatch(person.number)
    with pytest.raises(FeedError):
        feeds.watch("word", " … ")


def test_a_text_is_analysed_once_for_all_people_who_are_watched(feeds: Feeds, servers: Servers) -> None:
    analyst = Analyst()
    for name in ("adeyemi", "Ruth Adeyemi", "Ruth"):
        feeds.watch("person", name, analysing=analyst)
    words = "“It was not safe,” said Ruth Adeyemi."
    subscribe(feeds, servers.feed(0, "/a", lambda: rss("Gazette", item("Bridge shut", words, day=17))))
    feeds.refresh(rules=RULES, analysing=analyst)
    assert [hit.watch.words for hit in feeds.hits()] == ["adeyemi", "Ruth Adeyemi", "Ruth"]
    assert {hit.said for hit in feeds.hits()} == {(("Ruth Adeyemi", "It was not safe,"),)}
    assert len(analyst.texts) == 1


def test_what_a_whole_article_quotes_is_found_once_the_library_has_it(feeds: Feeds, servers: Servers) -> None:
    analyst = Analyst()
    subscribe(feeds, servers.feed(0, "/a", lambda: rss("Gazette", item("Bridge", "The bridge is shut.", day=17))))
    feeds.refresh(rules=RULES, analysing=analyst)
    feeds.watch("person", "Ruth Adeyemi", analysing=analyst)
    assert feeds.hits() == []
    (shown,) = feeds.items()
    page = Article("“We were told it was safe,” said Ruth Adeyemi.", (), source=shown.url or "", url=shown.url)
    feeds.library.keep(page, analyst(page))
    feeds.look_through(analyst)
    (hit,) = feeds.hits()
    assert hit.said == (("Ruth Adeyemi", "We were told it was safe,"),)
    (shown,) = feeds.items()
    assert (shown.claims, shown.leading) == (1, ("Ruth Adeyemi", 1.0))
