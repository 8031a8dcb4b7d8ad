"""An item keeps its identity over changes of address, order and text."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.model import FeedItem
from reader.feeds.identity import Known, entry_key, name_items

FEED = "https://paper.example/feed"
names = st.text("ab", max_size=2)
items = st.builds(
    FeedItem,
    guid=names,
    url=st.one_of(st.none(), names.map(lambda name: f"https://paper.example/{name}")),
    title=st.text("xy", min_size=1, max_size=2),
    published=st.just(None),
    digest=st.just(""),
)


def kept(given: list[FeedItem], known: list[Known]) -> list[Known]:
    """What is kept after a feed said these."""
    found = list(known)
    for item, key, same in name_items(given, known, FEED):
        if same is None:
            found.append(Known(len(found) + 1, key, entry_key(item, FEED, key), item.title, item.digest))
    assert len({each.key for each in found}) == len(found)
    return found


@settings(max_examples=60)
@given(st.lists(items, max_size=8), st.randoms())
def test_the_same_feed_in_another_order_brings_nothing_new(given: list[FeedItem], chance: object) -> None:
    known = kept(given, [])
    shuffled = list(given)
    chance.shuffle(shuffled)
    assert kept(shuffled, known) == known


def item(guid: str = "g", url: str | None = "https://paper.example/a", title: str = "A") -> FeedItem:
    return FeedItem(guid, url, title, "2026-11-05", f"{guid}{url}{title}")


def test_what_changes_of_an_item_and_what_makes_another() -> None:
    known = kept([item()], [])
    for same in (
        replace(item(), url="https://paper.example/moved"),
        replace(item(), title="B"),
        replace(item(), guid="new-kind-of-guid"),
        replace(item(), url="http://www.paper.example/a?utm_source=rss"),
    ):
        assert kept([same], known) == known, same
    assert len(kept([item("h", "https://paper.example/b")], known)) == 2
    bare = kept([item("", None, "A")], [])
    assert kept([item("", None, "A")], bare) == bare
    assert len(kept([item("", None, "B")], bare)) == 2


def test_a_guid_given_to_several_items_is_no_name() -> None:
    one, other, third = (item("0", f"https://paper.example/{each}", each) for each in "abc")
    alone = kept([one], [])
    both = kept([other, one], alone)
    assert len(both) == 2
    assert kept([one, third, other], both)[:2] == both
    assert len(kept([one, third, other], both)) == 3


def test_liveblog_items_on_one_page_are_apart() -> None:
    page = "https://paper.example/live"
    assert len(kept([item("", f"{page}#1", "x"), item("", f"{page}#2", "y")], [])) == 2
    assert len(kept([item("1", page, "x"), item("2", page, "y")], [])) == 2
