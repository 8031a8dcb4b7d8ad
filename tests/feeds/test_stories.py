"""One story, one line: items of different feeds about one event are told together, others are not."""

from functools import partial

from benchmarks.feed_servers import Servers, item, rss
from reader.feeds import Feeds
from reader.feeds.listing import Choice
from tests.feeds.conftest import Clock
from tests.feeds.test_refresh import RULES, subscribe

COPY = (
    "The harbour board of Skerry Bay voted by 9 to 4 on Monday to close the ferry pier at Northness for 14 months. "
    "“We looked at every pile and every pile was rotten,” said Hedda Lunde, who chairs the board. Fishing boats may "
    "use the pier at Kelda, 12 miles away, while the work is done, and the board will pay 230 crews for their fuel."
)
OTHERWISE = (
    "Northness will lose its pier for 14 months. Hedda Lunde of the Skerry Bay harbour board told 230 fishing crews so "
    "on Monday: “We looked at every pile and every pile was rotten.” A crew from Kelda said nobody had asked them."
)
ALIKE = (
    "The harbour board of Stonehaven voted on Monday to close its ferry pier. “We looked at every plank, and every "
    "plank was sound,” said Olga Brandt, who chairs the board. Fishing boats may use another pier for 20 weeks."
)


def test_copies_and_retellings_take_one_line(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    later: list[str] = []
    subscribe(
        feeds,
        servers.feed(0, "/a", lambda: rss("A", item("Pier shut", COPY, day=16), item("Weather", "Rain.", day=15))),
        servers.feed(1, "/b", lambda: rss("B", item("Board shuts pier", COPY + " Agency.", day=17))),
        servers.feed(2, "/c", lambda: rss("C", item("Crews angry", OTHERWISE, day=17), *later)),
        servers.feed(3, "/d", lambda: rss("D", item("Another pier", ALIKE, day=17))),
        servers.feed(4, "/e", partial(rss, "E", item("Pier shut in spring", COPY, day=1, guid="old"))),
    )
    feeds.refresh(rules=RULES)
    everything = Choice(by_story=True)
    lines = {each.title for each in feeds.items(everything)}
    assert len(lines) == feeds.count(everything) == 4
    assert {"Weather", "Another pier", "Pier shut in spring"} < lines
    (shown,) = [each for each in feeds.items(everything) if each.story is not None]
    assert {each.title for each in feeds.story(shown)} == {"Pier shut", "Board shuts pier", "Crews angry"}
    assert feeds.tellers([shown.story or 0]) == {shown.story: 3}

    later.append(item("One more of it", COPY, day=18))
    clock.now += 3600
    feeds.refresh(rules=RULES)
    assert len(feeds.story(feeds.item(shown.number))) == 4
    many, moment = feeds.read_all(Choice(story=shown.story))
    assert (many, feeds.unread()) == (4, 3)
    feeds.unread_again(moment)
    assert feeds.unread() == 7
    assert feeds.next_unread(everything, None) == 0


def test_what_is_told_together_stays_so_after_the_next_refresh(feeds: Feeds, servers: Servers, clock: Clock) -> None:
    subscribe(
        feeds,
        servers.feed(0, "/a", lambda: rss("A", item("Pier shut", COPY, day=16))),
        servers.feed(1, "/b", lambda: rss("B", item("Board shuts pier", COPY, day=17))),
    )
    feeds.refresh(rules=RULES)
    before = feeds.items()
    clock.now += 3600
    feeds.refresh(rules=RULES)
    feeds.look_through()
    assert feeds.items() == before
