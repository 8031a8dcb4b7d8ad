"""What `reader library` changes: marks, tags, states, corrections; what it takes out of sight and what it forgets."""

import argparse
from typing import TYPE_CHECKING, Any

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
    from reader.library.query import Term, places_of
    from reader.library.words import keys_of, words_of

    text = library.newest(entry.number).article.text
    term, there = Term(tuple(keys_of(" ".join(options.words)))), words_of(text)
    places = places_of([term], there) if term.keys else []
    if len(places) != 1:
        what = "do not stand" if not places else f"stand {len(places)} times"
        streams.complain(f"these words {what} in the text: give words that stand there once")
        return 1
    span = there[places[0][0]].span[0], there[places[0][1] - 1].span[1]
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


def add_correct(parser: argparse.ArgumentParser) -> None:
    add_article(parser)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--speaker", nargs=2, metavar=("CLAIM", "NAME"), help='who said it; "" for nobody named')
    how.add_argument("--no-claim", metavar="CLAIM", help="it is no claim at all")
    how.add_argument("--missed", nargs=2, metavar=("WORDS", "NAME"), help="words of the text that NAME said")
    how.add_argument("--same", nargs=2, metavar="NAME", help="these two names are one: the first")
    how.add_argument("--role", nargs=2, metavar=("NAME", "ROLE"), help="what this one is")
    how.add_argument("--undo", action="store_true", help="take the last correction of this article back")


def correct(library: "Library", options: argparse.Namespace) -> int:
    from reader.library import LibraryError, anchor_to

    entry = library.entry(options.article)
    if options.undo:
        made = library.corrections(entry.number)
        if not made:
            raise LibraryError("nothing was corrected in this article")
        library.undo(made[-1])
        return 0
    text = library.newest(entry.number).article.text
    if options.speaker or options.no_claim:
        wanted = options.no_claim or options.speaker[0]
        claim = library.corrected(entry.number).analysis.claim(wanted)
        if claim is None:
            raise LibraryError(f"there is no claim {wanted} in this article; `show --format json` names them")
        data: dict[str, Any] = {"claim": [anchor_to(text, span).as_dict() for span in claim.content]}
        if options.speaker:
            data["name"] = options.speaker[1] or None
        library.correct(entry.number, "speaker" if options.speaker else "none", data)
    elif options.missed:
        at = text.find(options.missed[0])
        if at < 0 or not options.missed[0].strip():
            raise LibraryError("these words do not stand in the text")
        anchor = anchor_to(text, (at, at + len(options.missed[0])))
        library.correct(entry.number, "missed", {"content": [anchor.as_dict()], "name": options.missed[1] or None})
    elif options.same:
        library.correct(entry.number, "same", {"one": options.same[0], "other": options.same[1]})
    else:
        library.correct(entry.number, "role", {"actor": options.role[0], "role": options.role[1]})
    claims = library.claims(entry.number)
    show_found(options, (words.said_line(each, named=True) for each in claims), map(words.said_as_dict, claims))
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
