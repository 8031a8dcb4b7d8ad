"""`reader feeds`: what you subscribe to, asked for what is new, listed, and moved in and out."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article.text.counted import many
from reader.commands import feeds_words as words
from reader.commands import streams
from reader.commands.group import parser_of, status_of
from reader.commands.library_words import show_found
from reader.commands.out_file import write_file
from reader.commands.parser import Parser, count, count_or_zero, some_words

if TYPE_CHECKING:
    from reader.feeds import Feeds, Outcome

COMMANDS = {
    "add": "subscribe to a feed, or to the one that a page names, and take in its items",
    "list": "your feeds, with how many items are unread in each",
    "items": "items, the newest first",
    "read": "say that items were read",
    "later": "put items at the end of the library's queue",
    "remove": "leave feeds, and forget their items; what was kept in the library stays",
    "rename": "give a feed a title of yours, or put it into folders",
    "refresh": "ask the feeds for what is new; ends with 1 where one could not be had",
    "watch": "items that quote a person, hold a word or are of an outlet: watched for from now on, or what was found",
    "import": "subscribe to all feeds of a list that another program wrote (OPML)",
    "export": "your feeds as such a list (OPML), folders and all",
}


def main(argv: Sequence[str]) -> int:
    """Run `reader feeds` with these arguments; gives the exit status."""
    from reader.article import ArticleError
    from reader.feeds import Feeds
    from reader.feeds.model import FeedError
    from reader.library import Library, LibraryError

    options = make_parser().parse_args(argv)
    streams.quieten_libraries()
    handler: Callable[[Feeds, argparse.Namespace], int] = options.handler
    with Library() as library:
        status = status_of(lambda: handler(Feeds(library), options), LibraryError, FeedError, ArticleError)
        for remark in library.remarks:
            streams.complain(remark)
    return status


def make_parser() -> Parser:
    """The commands of `reader feeds` and their options."""
    return parser_of(
        "reader feeds",
        "The feeds that you subscribe to (RSS, Atom, JSON Feed). A FEED is a number of `reader feeds "
        "list`, an address, or words of a title; an ITEM a number of `reader feeds items`.",
        COMMANDS,
        _BY_NAME,
    )


def _add_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "address", nargs="+", type=some_words, metavar="ADDRESS", help="of a feed, or of a page that has one"
    )
    parser.add_argument("--title", default="", metavar="WORDS", help="what you call it")
    _add_folder(parser)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder",
        action="append",
        default=[],
        metavar="FOLDER",
        help="a folder to put it into; News/Local: one in another",
    )


def _folders(options: argparse.Namespace) -> list[tuple[str, ...]]:
    parts = (tuple(" ".join(part.split()) for part in each.split("/") if part.strip()) for each in options.folder)
    return [folder for folder in parts if folder]


def _add(feeds: "Feeds", options: argparse.Namespace) -> int:
    from reader.article import ArticleError
    from reader.feeds.model import FeedError

    status = 0
    for address in options.address:
        try:
            added = feeds.add(address, title=options.title, folders=_folders(options))
        except (ArticleError, FeedError) as problem:
            streams.complain(str(problem), address)
            status = 1
            continue
        show_found(
            options,
            [words.feed_line(added.feed)],
            [
                {
                    **words.feed_as_dict(added.feed),
                    "others": [{"url": url, "title": title} for url, title in added.others],
                }
            ],
        )
        for url, title in added.others:
            streams.complain(f"the page names another feed too: {url}{f' ({title})' if title else ''}", address)
    return status


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", metavar="FOLDER", help="only those of this folder, or of one in it")


def _list(feeds: "Feeds", options: argparse.Namespace) -> int:
    folder = tuple(filter(None, (options.folder or "").split("/")))
    found = [
        feed for feed in feeds.feeds() if not folder or any(each[: len(folder)] == folder for each in feed.folders)
    ]
    if not found:
        streams.tell("reader: you subscribe to no such feed yet; `reader feeds add ADDRESS` subscribes to one")
    show_found(options, words.aligned(map(words.feed_line, found)), map(words.feed_as_dict, found))
    return 0


def _add_items(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", nargs="?", metavar="FEED", help="only those of this feed")
    parser.add_argument("--unread", action="store_true", help="only those that you have not read")
    parser.add_argument("--limit", type=count, default=100, metavar="N", help="at most N (default 100)")


def _items(feeds: "Feeds", options: argparse.Namespace) -> int:
    from reader.feeds.listing import Choice

    feed = feeds.find(options.feed).number if options.feed else None
    found = feeds.items(Choice(feed=feed, unread=options.unread), limit=options.limit)
    show_found(options, words.aligned(map(words.item_line, found)), map(words.item_as_dict, found))
    return 0


def _add_read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", nargs="*", type=count, metavar="ITEM", help="its number")
    parser.add_argument("--all", action="store_true", help="every item")
    parser.add_argument("--feed", metavar="FEED", help="every item of this feed")
    parser.add_argument("--undo", action="store_true", help="say that the items were not read")


def _mark_read(feeds: "Feeds", options: argparse.Namespace) -> int:
    from reader.feeds.listing import Choice

    if not (options.item or options.all or options.feed):
        streams.complain("which items? give their numbers, --feed or --all")
        return 2
    for number in options.item:
        feeds.item(number)
    feeds.mark_read(options.item, not options.undo)
    if options.all or options.feed:
        marked, _ = feeds.read_all(Choice(feed=feeds.find(options.feed).number if options.feed else None))
        streams.tell(f"reader: {many(marked, 'item')} {'is' if marked == 1 else 'are'} read now")
    return 0


def _add_later(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", nargs="+", type=count, metavar="ITEM", help="its number")
    parser.add_argument("--undo", action="store_true", help="take them out of the queue")


def _later(feeds: "Feeds", options: argparse.Namespace) -> int:
    for number in options.item:
        feeds.later(number, not options.undo)
    found = [feeds.item(number) for number in options.item]
    show_found(options, words.aligned(map(words.item_line, found)), map(words.item_as_dict, found))
    return 0


def _add_feeds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", nargs="+", metavar="FEED", help="its number, address or title")


def _remove(feeds: "Feeds", options: argparse.Namespace) -> int:
    removed = [feeds.remove(wanted) for wanted in options.feed]
    show_found(options, words.aligned(map(words.feed_line, removed)), map(words.feed_as_dict, removed))
    return 0


def _add_rename(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", metavar="FEED", help="its number, address or title")
    parser.add_argument("title", nargs="?", metavar="TITLE", help='what you call it; "" for its own title')
    _add_folder(parser)
    parser.add_argument("--no-folder", action="store_true", help="take it out of all folders")


def _rename(feeds: "Feeds", options: argparse.Namespace) -> int:
    if options.title is None and not options.folder and not options.no_folder:
        streams.complain("give a title, --folder or --no-folder")
        return 2
    feed = feeds.find(options.feed)
    if options.title is not None:
        feed = feeds.rename(str(feed.number), options.title)
    if options.folder or options.no_folder:
        feed = feeds.file(str(feed.number), _folders(options))
    show_found(options, [words.feed_line(feed)], [words.feed_as_dict(feed)])
    return 0


def _add_refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", nargs="*", metavar="FEED", help="only these; without: all that are due")
    parser.add_argument("--now", action="store_true", help="also those whose last answer is still fresh")
    parser.add_argument("--within", type=count, metavar="SECONDS", help="the time for all of them (default 180)")
    parser.add_argument(
        "--ahead",
        type=count_or_zero,
        metavar="N",
        help="then get the text of N articles of the queue (or `feeds.ahead`)",
    )
    parser.add_argument("--quiet", action="store_true", help="nothing on stderr but what went wrong")


def _refresh(feeds: "Feeds", options: argparse.Namespace) -> int:
    from dataclasses import replace

    from reader.feeds import Rules

    chosen = [feeds.find(wanted) for wanted in options.feed] or None
    ready, not_yet = feeds.due(chosen, soon=options.now or bool(chosen))
    rules = replace(Rules(), seconds=float(options.within)) if options.within else Rules()
    failed = False

    def tell(outcome: "Outcome") -> None:
        nonlocal failed
        if options.format == "json":
            show_found(options, (), map(words.item_as_dict, outcome.items))
        else:
            show_found(options, map(words.item_line, outcome.items), ())
        if outcome.problem:
            failed = True
            streams.complain(outcome.problem, outcome.title)

    outcomes = feeds.refresh(ready, rules=rules, on_outcome=tell)
    _get_ahead(feeds, options)
    if not options.quiet:
        streams.tell(f"reader: {words.refreshed(outcomes, not_yet)}")
    return int(failed)


def _get_ahead(feeds: "Feeds", options: argparse.Namespace) -> None:
    """Get the texts of some articles of the library's queue, one after the other."""
    from reader.app.settings.settings import load
    from reader.library.fetching import get_text

    ahead = options.ahead
    if ahead is None:
        settings = load()
        ahead = settings.feeds_ahead if settings.keep == "all" else 0
    for _ in range(ahead):
        entry = feeds.library.take_waiting("reader feeds refresh")
        if entry is None:
            return
        get_text(feeds.library, entry, lambda doing, share: None)


def _add_watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", choices=("person", "word", "outlet"), help="what to watch for; without: what was found"
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="a name, a word or words as they stand, an outlet")
    parser.add_argument("--all", action="store_true", help="also items that were read")
    parser.add_argument("--list", action="store_true", help="what is watched for, with its numbers")
    parser.add_argument("--drop", type=count, metavar="N", help="watch for this no more")
    parser.add_argument("--limit", type=count, default=100, metavar="N", help="at most N (default 100)")


def _watch(feeds: "Feeds", options: argparse.Namespace) -> int:
    if options.kind and not options.words:
        streams.complain(f"which {options.kind}? give its words")
        return 2
    if options.drop:
        feeds.unwatch(options.drop)
        return 0
    if options.kind:
        feeds.watch(options.kind, " ".join(options.words))
    if options.list:
        watches = feeds.watches()
        show_found(options, words.aligned(map(words.watch_line, watches)), map(words.watch_as_dict, watches))
        return 0
    feeds.look_through()
    hits = feeds.hits(unread=not options.all, limit=options.limit)
    show_found(options, [line for hit in hits for line in words.hit_lines(hit)], map(words.hit_as_dict, hits))
    return 0


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a path, or - for standard input")


def _import(feeds: "Feeds", options: argparse.Namespace) -> int:
    from reader.commands.sources import stdin_bytes
    from reader.feeds.model import FeedError

    data = stdin_bytes() if options.file == "-" else Path(options.file).read_bytes()
    try:
        taken = feeds.import_opml(data)
    except FeedError as error:
        raise FeedError(f"{options.file}: {error}") from None
    line = f"{many(taken.fresh, 'new feed')}, {taken.known} among yours already; `reader feeds refresh` asks them"
    show_found(options, [line], [{"new": taken.fresh, "known": taken.known}])
    return 0


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE", help="a file, instead of stdout")


def _export(feeds: "Feeds", options: argparse.Namespace) -> int:
    text = feeds.export_opml()
    if options.out is None:
        streams.write(text)
    else:
        write_file(Path(options.out), (text,))
    return 0


_BY_NAME: dict[str, tuple[Callable[[argparse.ArgumentParser], None], Callable[["Feeds", argparse.Namespace], int]]] = {
    "add": (_add_add, _add),
    "list": (_add_list, _list),
    "items": (_add_items, _items),
    "read": (_add_read, _mark_read),
    "later": (_add_later, _later),
    "remove": (_add_feeds, _remove),
    "rename": (_add_rename, _rename),
    "refresh": (_add_refresh, _refresh),
    "watch": (_add_watch, _watch),
    "import": (_add_import, _import),
    "export": (_add_export, _export),
}
