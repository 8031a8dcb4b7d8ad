"""What waits for its text: put in at once, got one at a time, by one sitting alone, with its troubles told."""

from pathlib import Path

import pytest

from reader.article.model import Article, ArticleError
from reader.library import Library, LibraryError
from reader.library.fetching import NotWanted, Progress, get_text
from tests.library.conftest import BRIDGE, analysed, make_article

WHERE = "https://packet.example/bridge?utm_source=mail"


def opened(source: str, on_progress: object) -> Article:
    return make_article(source=source, url="https://packet.example/2026/bridge")


def test_an_address_waits_in_the_queue_until_its_text_is_there(library: Library) -> None:
    number = library.add(WHERE)
    assert library.add("https://packet.example/bridge#top") == number, "the same address waits once"
    (entry,) = library.entries(queued=True)
    assert (entry.number, entry.title, entry.state, library.problems([number])) == (
        number,
        None,
        "to-read",
        {number: ""},
    )
    taken = library.take_waiting("one")
    assert taken is not None
    assert library.take_waiting("another") is None, "what one sitting gets, no other takes"
    kept = get_text(library, taken, lambda *_: None, opening=opened, analysing=lambda a, _: analysed(a, *BRIDGE))
    assert kept is not None
    assert kept.entry == number, "a page that names its own address is the article that waited"
    entry = library.entry(number)
    assert (entry.title, entry.claims, entry.queued) == ("Council votes to close the old bridge", 2, entry.queued)
    assert entry.queued is not None
    assert library.problems([number]) == {}
    assert library.take_waiting("one") is None


def test_a_page_that_is_in_the_library_takes_what_waited_for_it_up(library: Library) -> None:
    article = make_article(source="https://packet.example/2026/bridge")
    there = library.keep(article, analysed(article, *BRIDGE)).entry
    waits = library.add(WHERE)
    library.tag(waits, "traffic")
    assert waits != there
    taken = library.take_waiting("one")
    assert taken is not None
    kept = get_text(library, taken, lambda *_: None, opening=opened, analysing=lambda a, _: analysed(a, *BRIDGE))
    assert kept is not None
    assert kept.entry == there
    (entry,) = library.entries(queued=True)
    assert (entry.number, entry.tags, library.count()) == (there, ("traffic",), 1)


def test_what_cannot_be_got_says_why_and_is_tried_again_when_asked(library: Library) -> None:
    number = library.add(WHERE)

    def refuse(source: str, on_progress: object) -> Article:
        raise ArticleError("the server\nsays 404")

    taken = library.take_waiting("one")
    assert taken is not None
    assert get_text(library, taken, lambda *_: None, opening=refuse) is None
    assert library.problems([number]) == {number: "the server says 404"}
    assert library.take_waiting("one") is None
    library.ask_for(number)
    assert library.take_waiting("one") is not None


def test_what_is_given_up_waits_on_and_a_dead_sitting_holds_nothing_for_ever(file: Path) -> None:
    now = [1_790_000_000.0]
    with Library(file, clock=lambda: now[0]) as library:
        library.add(WHERE)
        taken = library.take_waiting("one")
        assert taken is not None

        def told(source: str, on_progress: Progress) -> Article:
            on_progress("opening", None)
            return opened(source, on_progress)

        def stop(doing: str, share: float | None) -> None:
            raise NotWanted

        with pytest.raises(NotWanted):
            get_text(library, taken, stop, opening=told)
        now[0] += 100
        assert library.still_wanted(taken.number, "one")
        now[0] += 100
        assert library.take_waiting("two") is None
        now[0] += 100
        assert library.take_waiting("two") is not None
        assert not library.still_wanted(taken.number, "one")


def test_the_queue_is_read_in_its_order(library: Library) -> None:
    with pytest.raises(LibraryError, match="no such file"):
        library.add("nowhere/at-all.txt")
    assert library.next_in_queue() is None
    first, second = library.add("https://a.example/1"), library.add("https://a.example/2")
    assert library.next_in_queue().number == first
    assert library.next_in_queue(first).number == second
    library.set_state(first, "done")
    assert library.next_in_queue().number == second
