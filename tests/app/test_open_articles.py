"""Which articles are open and which is shown, without a screen."""

import pytest

from reader.app.open_articles import OpenArticles
from reader.app.reading.session import begin
from reader.app.settings.settings import Settings
from reader.article.model import Article, Block, Item

ABC = OpenArticles(("a.txt", "b.txt", "c.txt"))
FEED = Article("", (), items=tuple(Item(f"feed.xml#{number}", f"Item {number}") for number in (1, 2, 3)), title="Feed")


def test_nothing_is_shown_while_nothing_is_open() -> None:
    assert (OpenArticles().shown, OpenArticles().place, OpenArticles().list_shown) == ("", "", "")
    assert OpenArticles().step(1) == OpenArticles()
    assert OpenArticles().drop("a.txt") == OpenArticles()


def test_a_walk_goes_round_and_tells_its_place() -> None:
    assert [ABC.step(1).shown, ABC.step(-1).shown, ABC.step(1).step(1).step(1).shown] == ["b.txt", "c.txt", "a.txt"]
    assert ABC.step(1).place == "2 of 3"
    assert OpenArticles(("a.txt",)).place == ""


def test_what_is_opened_stands_behind_the_one_that_is_shown_and_is_shown() -> None:
    more = ABC.step(1).insert(["x.txt", "y.txt"])
    assert more.sources == ("a.txt", "b.txt", "x.txt", "y.txt", "c.txt")
    assert more.shown == "x.txt"


def test_what_is_open_already_is_shown_where_it_stands() -> None:
    assert ABC.insert(["c.txt"]).sources == ABC.sources
    assert ABC.insert(["c.txt"]).shown == "c.txt"
    assert ABC.show("b.txt").at == 1
    assert ABC.show("new.txt").shown == "new.txt"


def test_an_item_picked_from_a_feed_brings_the_others_into_the_feeds_place() -> None:
    opened = OpenArticles(("a.txt", "feed.xml", "b.txt"), at=1).hold_list("feed.xml", FEED)
    assert opened.list_shown == "feed.xml"
    picked = opened.pick("feed.xml", "feed.xml#2")
    assert picked.sources == ("a.txt", "feed.xml#1", "feed.xml#2", "feed.xml#3", "b.txt")
    assert (picked.shown, picked.list_shown) == ("feed.xml#2", "feed.xml")
    assert picked.pick("feed.xml", "feed.xml#3").sources == picked.sources
    assert picked.pick("", "b.txt").shown == "b.txt"
    assert picked.step(1).step(1).list_shown == ""


@pytest.mark.parametrize(("at", "shown"), [(0, "b.txt"), (1, "a.txt"), (2, "b.txt")])
def test_a_source_that_does_not_open_is_left_out(at: int, shown: str) -> None:
    opened = OpenArticles(ABC.sources, at=at)
    left = opened.drop(opened.shown)
    assert opened.shown not in left.sources
    assert (len(left.sources), left.at) == (2, min(at, 1))
    assert shown in left.sources


def test_what_was_read_is_never_left_out_and_has_its_title() -> None:
    text = "Lamps of Quay Street"
    article = Article(text, (Block("title", (0, len(text))),), title=text)
    opened = ABC.hold("a.txt", begin(article, Settings()))
    assert opened.drop("a.txt") == opened
    assert [item.title for item in opened.items_of("")] == [text, "b.txt", "c.txt"]
    assert opened.hold_list("feed.xml", FEED).title_of("feed.xml") == "Feed"


def test_a_name_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in OpenArticles().title_of("a\x1b[2J.txt")
