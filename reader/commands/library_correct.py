"""`reader library correct`: what the engine got wrong in an article, set right by hand, told and taken back."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reader.commands import library_words as words
from reader.commands.library_words import add_article, show_found
from reader.commands.parser import count
from reader.export.as_json import when

if TYPE_CHECKING:
    from reader.analysis.model import Claim
    from reader.article.model import Span
    from reader.library import Library
    from reader.library.corrections import Correction


def add_correct(parser: argparse.ArgumentParser) -> None:
    add_article(parser)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--speaker", nargs=2, metavar=("CLAIM", "NAME"), help='who said it; "" for nobody named')
    how.add_argument("--words", nargs=2, metavar=("CLAIM", "WORDS"), help="the words of the text that were said")
    how.add_argument("--no-claim", metavar="CLAIM", help="it is no claim at all")
    how.add_argument("--missed", nargs=2, metavar=("WORDS", "NAME"), help="words of the text that NAME said")
    how.add_argument("--same", nargs=2, metavar="NAME", help="these two names are one: the first")
    how.add_argument(
        "--apart",
        nargs=3,
        metavar=("NAME", "WORDS", "OTHER"),
        help="where NAME is meant in these words of the text, it is OTHER",
    )
    how.add_argument("--role", nargs=2, metavar=("NAME", "ROLE"), help='what this one is; "" for nothing')
    how.add_argument("--list", action="store_true", help="what was set right, numbered")
    how.add_argument("--undo", nargs="?", type=count, const=0, metavar="N", help="take the last one, or this one, back")
    parser.add_argument("--cue", metavar="WORDS", help="with --missed: the words that report it (said, denied)")
    parser.add_argument("--source", metavar="WORDS", help="with --missed: the words that say who it was (he)")
    parser.epilog = "a CLAIM is an id of `reader library show --format json` (c3), WORDS stand in the article's text"


def correct(library: "Library", options: argparse.Namespace) -> int:
    from reader.library import LibraryError

    entry = library.entry(options.article)
    if options.list:
        _list(library, entry.number, options)
        return 0
    if options.undo is not None:
        made = library.corrections(entry.number)
        if not made:
            raise LibraryError("nothing was corrected in this article")
        if options.undo > len(made):
            raise LibraryError(f"there are {len(made)} corrections in this article; --list numbers them")
        library.undo(made[options.undo - 1])
    else:
        kind, data = _correction(library, entry.number, options)
        library.correct(entry.number, kind, data)
    claims = library.claims(entry.number)
    show_found(options, (words.said_line(each, named=True) for each in claims), map(words.said_as_dict, claims))
    return 0


def _correction(library: "Library", entry: int, options: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """Its kind and what it says, from the options. Raises LibraryError where that is not in the article."""
    from reader.library import LibraryError, anchor_to

    analysis, text = library.corrected(entry).analysis, library.newest(entry).article.text

    def anchored(*spans: "Span") -> list[dict[str, Any]]:
        return [anchor_to(text, span).as_dict() for span in spans]

    def claim_of(wanted: str) -> "Claim":
        found = analysis.claim(wanted)
        if found is None:
            raise LibraryError(f"there is no claim {wanted} in this article; `show --format json` names them")
        return found

    def actor_of(name: str) -> str:
        from reader.library.words import folded

        if not any(folded(name) in map(folded, (actor.name, *actor.aliases)) for actor in analysis.actors):
            raise LibraryError(f"this article names nobody {name!r}; `show --format json` names them")
        return name

    if options.speaker:
        return "speaker", {"claim": anchored(*claim_of(options.speaker[0]).content), "name": options.speaker[1] or None}
    if options.no_claim:
        return "none", {"claim": anchored(*claim_of(options.no_claim).content)}
    if options.words:
        claim = claim_of(options.words[0])
        span = place_of(text, options.words[1], near=claim.span)
        return "words", {"claim": anchored(*claim.content), "content": anchored(span)}
    if options.missed:
        span = place_of(text, options.missed[0])
        data = {"content": anchored(span), "name": options.missed[1] or None}
        for name in ("cue", "source"):
            if getattr(options, name):
                data[name] = anchored(place_of(text, getattr(options, name), near=span))
        return "missed", data
    if options.same:
        return "same", {"one": actor_of(options.same[0]), "other": actor_of(options.same[1])}
    if options.apart:
        actor, said, name = options.apart
        start, end = place_of(text, said)
        mentions = next(each.mentions for each in analysis.actors if _goes_by(each.name, each.aliases, actor_of(actor)))
        inside = [span for span in mentions if start <= span[0] and span[1] <= end]
        if not inside:
            raise LibraryError(f"{actor!r} is not meant in these words")
        return "apart", {"actor": actor, "mentions": anchored(*inside), "name": name}
    return "role", {"actor": actor_of(options.role[0]), "role": options.role[1] or None}


def _goes_by(name: str, aliases: tuple[str, ...], wanted: str) -> bool:
    from reader.library.words import folded

    return folded(wanted) in map(folded, (name, *aliases))


def place_of(text: str, said: str, near: "Span | None" = None) -> "Span":
    """Where words stand in the text, whatever the white space, case and marks; of several places the one nearest to a
    span. Raises LibraryError for words that stand nowhere, and for several places where none is nearest."""
    from reader.library import LibraryError
    from reader.library.query import Term, places_of
    from reader.library.words import keys_of, words_of

    there = words_of(text)
    term = Term(tuple(keys_of(said)))
    found = [(there[at].span[0], there[to - 1].span[1]) for at, to in places_of([term], there)] if term.keys else []
    if not found:
        raise LibraryError(f"these words do not stand in the text: {said!r}")
    if near is not None:
        return min(found, key=lambda span: max(near[0] - span[1], span[0] - near[1], 0))
    if len(found) > 1:
        raise LibraryError(f"these words stand {len(found)} times in the text: give words that stand there once")
    return found[0]


def _list(library: "Library", entry: int, options: argparse.Namespace) -> None:
    made = library.corrections(entry)
    lost = library.corrected(entry).lost
    lines = [f"{at}  {told(each)}{'  (its words are gone)' * (each.uid in lost)}" for at, each in enumerate(made, 1)]
    objects = [
        {"number": at, "kind": each.kind, **each.data, "at": when(each.at), "lost": each.uid in lost}
        for at, each in enumerate(made, 1)
    ]
    show_found(options, lines, objects)


def told(correction: "Correction") -> str:
    """A correction in words, on one line."""
    from reader.commands.streams import printable

    data = correction.data

    def said(name: str) -> str:
        parts = [each["exact"] for each in data.get(name, ()) if isinstance(each, Mapping)]
        return "“" + " … ".join(parts) + "”"

    name = data.get("name") or "nobody named"
    words_of_kind = {
        "speaker": lambda: f"{said('claim')} was said by {name}",
        "words": lambda: f"what was said is {said('content')}, not {said('claim')}",
        "none": lambda: f"{said('claim')} is no claim",
        "missed": lambda: f"{said('content')} was said by {name}",
        "same": lambda: f"{data['other']} is {data['one']}",
        "apart": lambda: f"{data['actor']} is {name} where the text says {said('mentions')}",
        "role": lambda: f"{data['actor']} is {data.get('role') or 'called nothing'}",
    }
    return printable(words_of_kind[correction.kind]())
