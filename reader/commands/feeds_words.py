"""Feeds and items as `reader feeds` prints them: one line each, or JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reader.article.text.counted import many
from reader.commands.library_words import aligned as in_columns
from reader.commands.streams import printable
from reader.export.as_json import when
from reader.feeds.model import Feed, Hit, NewsItem, Outcome, Watch


def aligned(lines: Iterable[str]) -> list[str]:
    """Lines of cells, in columns."""
    return in_columns(list(lines)).splitlines()


def feed_line(feed: Feed) -> str:
    """A feed on one line: its number, how many items are unread, its title, folders, address, and what is wrong."""
    folders = ", ".join("/".join(folder) for folder in feed.folders)
    problem = feed.problem if feed.state in ("failing", "gone") else ""
    facts = " · ".join(fact for fact in (folders, feed.url, problem) if fact)
    return "\t".join(map(printable, (str(feed.number), f"{feed.unread} unread", feed.title, facts)))


def feed_as_dict(feed: Feed) -> dict[str, Any]:
    """A feed as JSON has it; times are ISO 8601 in UTC."""
    return {
        "number": feed.number,
        "url": feed.url,
        "title": feed.title,
        "home": feed.home,
        "folders": [list(folder) for folder in feed.folders],
        "unread": feed.unread,
        "state": feed.state,
        "problem": feed.problem or None,
        "added": when(feed.added),
        "checked": when(feed.checked),
        "due": when(feed.due) if feed.due else None,
    }


def item_line(item: NewsItem) -> str:
    """An item on one line: its number, signs (N unread, * starred, + queued), its day, outlet, title and address."""
    signs = "N" * (item.read is None) + "*" * item.starred + "+" * item.queued
    day = (when(item.day) or "")[:10]
    return "\t".join(map(printable, (str(item.number), signs or "-", day, item.outlet, item.title, item.url or "")))


def item_as_dict(item: NewsItem) -> dict[str, Any]:
    """An item as JSON has it; times are ISO 8601 in UTC."""
    name, share = item.leading or (None, None)
    return {
        "number": item.number,
        "feed": item.feed,
        "outlet": item.outlet,
        "title": item.title,
        "url": item.url,
        "byline": list(item.byline),
        "published": item.published,
        "day": when(item.day),
        "got": when(item.got),
        "words": item.words,
        "excerpt": item.excerpt,
        "read": when(item.read),
        "changed": when(item.changed),
        "story": item.story,
        "entry": item.entry,
        "claims": item.claims,
        "leading": name,
        "leading_share": None if share is None else round(share, 3),
        "starred": item.starred,
        "queued": item.queued,
    }


def refreshed(outcomes: Sequence[Outcome], not_yet: Sequence[Feed]) -> str:
    """What a refresh came to, on one line."""
    fresh, changed = sum(len(each.items) for each in outcomes), sum(each.changed for each in outcomes)
    counts = Counter(each.result for each in outcomes)
    found = f"{many(fresh, 'new item')} in {counts['new']} of {many(len(outcomes), 'feed')}"
    parts = [found if outcomes or not not_yet else "no feed was asked"]
    parts += [f"{changed} changed"] if changed else []
    bad = counts["failing"] + counts["late"] + counts["waiting"] + counts["gone"]
    parts += [f"{bad} could not be had"] if bad else []
    gone = sum(feed.state == "gone" for feed in not_yet)
    waits = len(not_yet) - gone
    parts += [f"{waits} {'is' if waits == 1 else 'are'} not due yet"] if waits else []
    parts += [f"{gone} {'is' if gone == 1 else 'are'} gone for good"] if gone else []
    return ", ".join(parts)


def watch_line(watch: Watch) -> str:
    """Something watched for on one line."""
    return "\t".join(map(printable, (str(watch.number), f"{watch.unread} unread", watch.kind, watch.words)))


def watch_as_dict(watch: Watch) -> dict[str, Any]:
    """Something watched for as JSON has it."""
    return {"number": watch.number, "kind": watch.kind, "words": watch.words, "unread": watch.unread}


def hit_lines(hit: Hit) -> list[str]:
    """An item that was watched for, with what was said in it below."""
    said = [f"    {printable(speaker)}: {printable(words)}" for speaker, words in hit.said]
    return ["\t".join((printable(hit.watch.words), item_line(hit.item))), *said]


def hit_as_dict(hit: Hit) -> dict[str, Any]:
    """An item that was watched for, as JSON has it."""
    said = [{"speaker": speaker, "words": words} for speaker, words in hit.said]
    return {"watch": watch_as_dict(hit.watch), "said": said, **item_as_dict(hit.item)}
