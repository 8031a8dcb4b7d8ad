"""What `reader library` changes: marks, tags, states; what it takes out of sight and what it forgets.

Of each command `add_…` gives it its options, and the function of its own name does it and gives the exit status.
"""

import argparse
from typing import TYPE_CHECKING

from reader.commands import library_words as words
from reader.commands import streams
from reader.commands.library_words import add_article, show_found
from reader.commands.parser import count

if TYPE_CHECKING:
    from reader.library import Library


def add_mark(parser: argparse.ArgumentParser) -> None:
    add_article(parser)
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the words to highlight, as they stand in the text")
    parser.add_argument("--note", metavar="TEXT", help="a note on them")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag on them")
    parser.add_argument("--take-away", type=count, metavar="N", help="take the mark of this number away instead")


def mark(library: "Library", options: argparse.Namespace) -> int:
    entry = library.entry(options.article)
    if options.take_away:
        library.unmark(options.take_away)
        return 0
    from reader.library.setting_right import place_of

    span = place_of(library.newest(entry.number).article.text, " ".join(options.words))
    mark = library.highlight(entry.number, span, note=options.note or "", tags=options.tag)
    lines = words.mark_lines(mark, entry.title or entry.source)
    show_found(options, lines, [words.mark_as_dict(mark, entry)])
    return 0


def add_tag(parser: argparse.ArgumentParser) -> None:
    add_article(parser, "?")
    parser.add_argument("tags", nargs="*", metavar="TAG", help="without one: the article's; without ARTICLE: all")
    parser.add_argument("--off", action="store_true", help="take them off")


def tag(library: "Library", options: argparse.Namespace) -> int:
    if options.article is None:
        found = library.tags()
        show_found(
            options,
            (f"{many}  {tag}" for tag, many in found.items()),
            ({"tag": t, "count": n} for t, n in found.items()),
        )
        return 0
    if options.tags:
        (library.untag if options.off else library.tag)(options.article, *options.tags)
    entry = library.entry(options.article)
    show_found(options, entry.tags, [words.entry_as_dict(entry)])
    return 0


def add_state(parser: argparse.ArgumentParser) -> None:
    add_article(parser)
    parser.add_argument("state", nargs="?", choices=("to-read", "reading", "done"))
    for name, does in (("star", "star it"), ("queue", "put it at the end of the queue")):
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=does)


def state(library: "Library", options: argparse.Namespace) -> int:
    if options.state:
        library.set_state(options.article, options.state)
    if options.star is not None:
        library.star(options.article, options.star)
    if options.queue is not None:
        library.queue(options.article, options.queue)
    entry = library.entry(options.article)
    show_found(options, [words.entry_line(entry)], [words.entry_as_dict(entry)])
    return 0


def add_remove(parser: argparse.ArgumentParser) -> None:
    add_article(parser, "+")
    parser.add_argument("--undo", action="store_true", help="bring them back")


def remove(library: "Library", options: argparse.Namespace) -> int:
    entries = [library.entry(each) for each in options.article]
    for entry in entries:
        if options.undo:
            library.restore(entry.number)
        else:
            library.remove(entry.number)
    show_found(options, map(words.entry_line, entries), map(words.entry_as_dict, entries))
    return 0


def add_forget(parser: argparse.ArgumentParser) -> None:
    add_article(parser, "*")
    parser.add_argument("--everything", action="store_true", help="all articles, marks, corrections and places")


def forget(library: "Library", options: argparse.Namespace) -> int:
    if options.everything == bool(options.article):
        streams.complain("name the articles to forget, or --everything")
        return 2
    if options.everything:
        library.forget_everything()
    else:
        library.forget(*options.article)
    show_found(options, [], [{"forgotten": "everything" if options.everything else options.article}])
    return 0
