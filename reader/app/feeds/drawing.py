"""Feeds and their items as lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from reader.app.state.ages import ago
from reader.app.widgets.rows import HEADING, Line
from reader.app.widgets.wrapping import shortened
from reader.article import safe_text
from reader.article.text.counted import many
from reader.feeds.listing import Choice
from reader.feeds.model import Feed, NewsItem, Watch

ONE_LINE = 92
"""Cells from which an item takes one line."""

_WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class Source:
    """A line of the list of feeds: which items it stands for, what it is called, how many of them are unread.

    Its words are as the feed gave them: they are made safe where they are drawn, since most feeds are out of sight.
    """

    choice: Choice
    name: str
    unread: int
    heading: str = ""
    sign: str = ""
    problem: str = ""


def sources_of(feeds: list[Feed], watches: list[Watch], unread: int) -> list[Source]:
    """All, what is watched for, then the feeds by folder; a feed of several folders stands in each."""
    found = [Source(Choice(by_story=True), "Everything", unread)]
    for number, watch in enumerate(watches):
        found.append(
            Source(
                Choice(watch=watch.number),
                watch.words,
                watch.unread,
                "Watched" * (not number),
                _SIGNS[watch.kind],
            )
        )
    placed = [("/".join(folder), feed) for feed in feeds for folder in feed.folders or ((),)]
    placed.sort(key=lambda pair: (pair[0].casefold(), pair[1].title.casefold()))
    before = None
    for folder, feed in placed:
        heading = (folder or "Feeds") if folder != before else ""
        before = folder
        problem = feed.problem if feed.state in ("failing", "gone") else ""
        found.append(Source(Choice(feed=feed.number), feed.title, feed.unread, heading, "", problem))
    return found


_SIGNS = {"person": "● ", "word": "/ ", "outlet": "■ "}


def flat(text: str) -> str:
    """Text on one line, safe for a terminal."""
    return " ".join(safe_text(text, lines=False).split())


def source_height(source: Source, first: bool) -> int:
    """Lines that a feed takes, with the heading over it."""
    return 1 + (0 if not source.heading else 1 if first else 2)


def draw_source(source: Source, width: int, first: bool, shown: bool) -> list[Line]:
    """A feed's name and how many of its items are unread."""
    count = f"{source.unread:,}" if source.unread else ""
    sign = "✗ " if source.problem else source.sign
    name = shortened(f"{sign}{flat(source.name)}", width - cell_len(count) - 4)
    gap = " " * max(1, width - cell_len(name) - cell_len(count) - 3)
    style = "name" if source.unread else "dim"
    row: Line = [("  ", ""), (name, "mark" if shown else style), (gap + count, "dim")]
    above: list[Line] = [[("  " + flat(source.heading), HEADING)]] if source.heading else []
    return [*([[]] if source.heading and not first else []), *above, row]


def item_height(width: int) -> int:
    """Lines that an item takes."""
    return 1 if width >= ONE_LINE else 2


def draw_item(item: NewsItem, width: int, *, now: float, papers: Mapping[int, int]) -> list[Line]:
    """Whether it is unread, its title, outlet, age, minutes, who says most in it, how many papers tell it."""
    unread = item.read is None
    mark = ("●" if unread else " ", "mark")
    sign = "★" if item.starred else "↧" if item.queued else " "
    title = flat(item.title)
    minutes = f"{-(-item.words // _WORDS_A_MINUTE)} min" if item.words and not item.excerpt else ""
    age = ago(item.day, now)
    told = papers.get(item.story or 0, 0)
    several = f"{told} papers" if told > 1 else ""
    style = "name" if unread else ""
    voices = _voices(item)
    if width < ONE_LINE:
        facts = " · ".join(filter(None, (flat(item.outlet), age, minutes, several, voices)))
        head: Line = [(" ", ""), mark, (f"{sign} ", "mark"), (shortened(title, width - 5), style)]
        return [head, [("    ", ""), (shortened(facts, width - 5), "dim")]]
    outlet = set_cell_size(shortened(flat(item.outlet), 18), 20)
    right = f"{outlet}{age:<12}{minutes:>7}  " + set_cell_size(shortened(several or voices, 24), 24)
    room = width - cell_len(right) - 6
    title = set_cell_size(shortened(title, room), room)
    return [[(" ", ""), mark, (f"{sign} ", "mark"), (title, style), ("  " + right, "dim")]]


def _voices(item: NewsItem) -> str:
    """ "25 claims · Reuter 26%", once an item is analysed."""
    if not item.claims:
        return ""
    claims = many(item.claims, "claim")
    if item.leading is None:
        return claims
    name, share = item.leading
    return f"{claims} · {flat(name)} {share:.0%}"
