"""`reader library`: what you have read, listed, searched, marked, and moved in and out."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.article.text.counted import many
from reader.commands import library_changes as changes
from reader.commands import library_correct as corrections
from reader.commands import library_files as files
from reader.commands import library_words as words
from reader.commands import streams
from reader.commands.group import parser_of, status_of
from reader.commands.library_words import add_article, show_found
from reader.commands.parser import Parser, count
from reader.export.as_json import when

if TYPE_CHECKING:
    from reader.library import Library

COMMANDS = {
    "list": "the articles, those added last first",
    "show": "one article: its facts, who said what in it, your marks",
    "search": "words in everything read: texts, claims and marks",
    "people": "who is quoted, most first; which of one name are one person",
    "said": "all that one person or organisation said",
    "like": "who else carries a quotation, whole, shortened or with words changed",
    "marks": "your highlights and notes",
    "mark": "highlight words of an article, with a note",
    "tag": "put tags on an article, or take them off",
    "state": "say that an article is to read, being read or done; star or queue it",
    "correct": "set right who said what: another speaker, no claim, a role, two who are one",
    "remove": "take articles out of sight; --undo brings them back",
    "forget": "leave nothing of articles, or of everything, in the file",
    "export": "the library in another form; --all: all of it, to be imported again",
    "import": "take in what `reader library export` wrote, or what another program exported",
    "backup": "a whole copy of the file",
    "check": "whether the file is sound; a damaged one is put aside and mended",
    "agreement": "how right the engine was, against your corrections",
}


def main(argv: Sequence[str]) -> int:
    """Run `reader library` with these arguments; gives the exit status."""
    from reader.library import Library, LibraryError

    options = make_parser().parse_args(argv)
    streams.quieten_libraries()
    handler: Callable[[Library, argparse.Namespace], int] = options.handler
    with Library() as library:
        status = status_of(lambda: handler(library, options), LibraryError)
        for remark in library.remarks:
            streams.complain(remark)
    return status


def make_parser() -> Parser:
    """The parser of all its commands."""
    return parser_of(
        "reader library",
        "What you have read, and what is on it. An ARTICLE is a number of `reader library list`, an address or a path.",
        COMMANDS,
        _BY_NAME,
        formatter=argparse.RawDescriptionHelpFormatter,
    )


def _limit(parser: argparse.ArgumentParser, default: int) -> None:
    parser.add_argument("--limit", type=count, default=default, metavar="N", help=f"at most N (default {default})")


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", choices=("to-read", "reading", "done"), help="only these")
    parser.add_argument("--queue", action="store_true", help="only what waits in the queue, in its order")
    parser.add_argument("--starred", action="store_true", help="only starred ones")
    parser.add_argument("--removed", action="store_true", help="only removed ones")
    parser.add_argument("--tag", metavar="TAG", help="only those with this tag")
    _limit(parser, 100)


def _list(library: "Library", options: argparse.Namespace) -> int:
    entries = library.entries(
        state=options.state,
        starred=True if options.starred else None,
        queued=True if options.queue else None,
        tag=options.tag,
        removed=options.removed,
        limit=options.limit,
    )
    unread = frozenset(library.unanalysed())
    lines = words.aligned(
        [words.entry_line(entry, is_analysed=entry.number not in unread) for entry in entries]
    ).splitlines()
    if not entries:
        streams.tell("reader: no such articles are in the library; `reader add SOURCE` puts one there")
    show_found(
        options, lines, ({**words.entry_as_dict(entry), "analysed": entry.number not in unread} for entry in entries)
    )
    return 0


def _show(library: "Library", options: argparse.Namespace) -> int:
    entry = library.entry(options.article)
    claims, marks = library.claims(entry.number), library.marks(entry.number)
    editions = library.editions(entry.number)
    facts = [
        entry.title or entry.source,
        ", ".join(part for part in (*entry.byline, entry.site or "", entry.published or "") if part),
        entry.url or entry.source,
        f"{many(entry.words, 'word')}, {many(len(editions), 'edition')}, {entry.state}"
        + ", starred" * entry.starred
        + "".join(f" #{tag}" for tag in entry.tags),
    ]
    lines = [streams.printable(fact) for fact in facts if fact]
    lines += ["", *(words.said_line(each, named=True) for each in claims)] if claims else []
    if marks:
        lines += ["", *(line for mark in marks for line in words.mark_lines(mark, entry.title or entry.source))]
    whole = {
        **words.entry_as_dict(entry),
        "text": editions[-1].article.text if editions else None,
        "editions": [{"number": each.number, "got": when(each.got), "digest": each.digest} for each in editions],
        "said": [words.said_as_dict(each) for each in claims],
        "marks": [words.mark_as_dict(mark, entry) for mark in marks],
    }
    show_found(options, lines, [whole])
    return 0


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    _limit(parser, 20)
    parser.epilog = (
        'all of the words; "a phrase"; begin*; -without; and filters:\n'
        "speaker:NAME outlet:SITE since:DAY until:DAY tag:TAG kind:KIND\n"
        "DAY is 2026-11-26, 2026-11, 2026, today, 7d or 2w\n"
        "KIND is direct, indirect, mixed, said, thought, claim, article or mark"
    )


def _search(library: "Library", options: argparse.Namespace) -> int:
    from reader.library.query import read_query

    query = read_query(" ".join(options.words))
    hits = library.search(query, limit=options.limit)
    for remark in query.remarks:
        streams.complain(remark)
    show_found(options, [line for hit in hits for line in words.hit_lines(hit)], map(words.hit_as_dict, hits))
    if not hits:
        streams.complain("nothing was found")
    return 0


def _add_people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="*", metavar="NAME", help="only those with these words in their name")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--ask", action="store_true", help="those of one name who may be one or two")
    how.add_argument("--same", nargs=2, type=count, metavar="N", help="these two numbers are one person")
    how.add_argument("--apart", nargs=2, type=count, metavar="N", help="these two numbers are two")
    how.add_argument("--not-same", type=count, metavar="N", help="who was joined to this number last is somebody else")
    _limit(parser, 50)


def _people(library: "Library", options: argparse.Namespace) -> int:
    if options.same or options.apart:
        library.decide(*(options.same or options.apart), same=bool(options.same))
        return 0
    if options.not_same:
        parted = library.part(options.not_same)
        both = [*library.people(str(options.not_same)), parted]
        show_found(options, map(words.person_line, both), map(words.person_as_dict, both))
        return 0
    if options.ask:
        questions = library.questions()
        pairs = [{"one": words.person_as_dict(q.one), "other": words.person_as_dict(q.other)} for q in questions]
        show_found(options, map(words.question_line, questions), pairs)
        return 0
    found = library.people(" ".join(options.name), limit=options.limit)
    show_found(options, map(words.person_line, found), map(words.person_as_dict, found))
    return 0


def _add_said(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="+", metavar="NAME", help="a name, a part of one, or a number of `people`")
    parser.add_argument("--outlet", default="", metavar="SITE", help="only in articles of this outlet")
    parser.add_argument("--oldest", action="store_true", help="the oldest first")
    _limit(parser, 200)


def _said(library: "Library", options: argparse.Namespace) -> int:
    wanted = " ".join(options.name)
    found = library.people(wanted)
    if not found:
        streams.complain(f"nobody of that name is quoted in the library: {wanted}")
        return 1
    if len(found) > 1:
        streams.complain(f"{len(found)} go by that name; all of them follow, and a number names one")
    for person in found:
        claims = library.said(person, outlet=options.outlet, limit=options.limit, oldest_first=options.oldest)
        lines = [words.person_line(person), *(f"  {words.said_line(each, named=False)}" for each in claims)]
        show_found(options, lines, ({"person": person.number, **words.said_as_dict(each)} for each in claims))
    return 0


def _add_like(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="a quotation, or the part that is to be found")
    _limit(parser, 20)


def _like(library: "Library", options: argparse.Namespace) -> int:
    found = library.like(" ".join(options.words), limit=options.limit)
    lines = [f"{share:4.0%}  {words.said_line(said, named=True)}" for share, said in found]
    show_found(options, lines, ({"share": round(share, 3), **words.said_as_dict(said)} for share, said in found))
    if not found:
        streams.complain("no claim in the library has half of these words in their order")
    return 0


def _marks(library: "Library", options: argparse.Namespace) -> int:
    entries = {}
    marks = library.marks(options.article)
    for mark in marks:
        if mark.entry not in entries:
            entries[mark.entry] = library.entry(mark.entry)
    lines = [
        line
        for mark in marks
        for line in words.mark_lines(mark, entries[mark.entry].title or entries[mark.entry].source)
    ]
    show_found(options, lines, (words.mark_as_dict(mark, entries[mark.entry]) for mark in marks))
    return 0


def _check(library: "Library", options: argparse.Namespace) -> int:
    problems = library.check()
    for problem in problems:
        streams.complain(problem)
    what = f"{library.path}: {many(library.count(), 'article')}" + ("" if problems else ", all sound")
    show_found(options, [streams.printable(what)], [{"file": str(library.path), "problems": problems}])
    return int(bool(problems))


def _agreement(library: "Library", options: argparse.Namespace) -> int:
    found = library.agreement()

    def share(value: float | None) -> str:
        return "-" if value is None else f"{value:.1%}"

    lines = [
        f"corrected articles {found.articles}  claims found {found.found}  claims by your account {found.yours}",
        f"precision {share(found.precision)}  recall {share(found.recall)}",
        f"speaker right {share(found.speakers_right / found.speakers if found.speakers else None)} of {found.speakers}",
    ]
    counts = {
        "articles": found.articles,
        "found": found.found,
        "yours": found.yours,
        "right": found.right,
        "speakers": found.speakers,
        "speakers_right": found.speakers_right,
        "precision": found.precision,
        "recall": found.recall,
    }
    show_found(options, lines, [counts])
    return 0


def _nothing(parser: argparse.ArgumentParser) -> None:
    """A command without options of its own."""


def _add_marks(parser: argparse.ArgumentParser) -> None:
    add_article(parser, "?")


_BY_NAME: dict[
    str, tuple[Callable[[argparse.ArgumentParser], None], Callable[["Library", argparse.Namespace], int]]
] = {
    "list": (_add_list, _list),
    "show": (add_article, _show),
    "search": (_add_search, _search),
    "people": (_add_people, _people),
    "said": (_add_said, _said),
    "like": (_add_like, _like),
    "marks": (_add_marks, _marks),
    "mark": (changes.add_mark, changes.mark),
    "tag": (changes.add_tag, changes.tag),
    "state": (changes.add_state, changes.state),
    "correct": (corrections.add_correct, corrections.correct),
    "remove": (changes.add_remove, changes.remove),
    "forget": (changes.add_forget, changes.forget),
    "export": (files.add_export, files.export),
    "import": (files.add_import, files.take_in),
    "backup": (files.add_backup, files.backup),
    "check": (_nothing, _check),
    "agreement": (_nothing, _agreement),
}
