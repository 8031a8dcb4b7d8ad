"""`reader library correct`: what the engine got wrong in an article, set right by hand, told and taken back."""

import argparse
from typing import TYPE_CHECKING

from reader.article.text.counted import many
from reader.commands import library_words as words
from reader.commands import streams
from reader.commands.library_words import add_article, show_found
from reader.commands.parser import count
from reader.export.as_json import when

if TYPE_CHECKING:
    from reader.analysis.model import Claim
    from reader.library import Library
    from reader.library.model import Said
    from reader.library.setting_right import Wish


def add_correct(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
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
    how.add_argument("--name", nargs=2, metavar=("NAME", "OTHER"), help="what this one is called")
    how.add_argument("--role", nargs=2, metavar=("NAME", "ROLE"), help='what this one is; "" for nothing')
    how.add_argument("--list", action="store_true", help="what was set right, numbered")
    how.add_argument("--undo", nargs="?", type=count, const=0, metavar="N", help="take the last one, or this one, back")
    parser.add_argument("--cue", metavar="WORDS", help="with --missed: the words that report it (said, denied)")
    parser.add_argument("--source", metavar="WORDS", help="with --missed: the words that say who it was (he)")
    parser.epilog = (
        "a CLAIM is a number of `reader claims` or `reader --plain` (3; the screen counts only what it shows) or an id "
        "of `reader library show --format json` (c3), WORDS stand in the article's text"
    )


def correct(library: "Library", options: argparse.Namespace) -> int:
    """Do what its options ask for, and tell the claims that read otherwise since; gives the exit status.

    Raises LibraryError where that cannot be.
    """
    from reader.library import LibraryError

    entry = library.entry(options.article)
    if options.list:
        _list(library, entry.number, options)
        return 0
    before = [_by_words(each) for each in library.claims(entry.number)]
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
    every = library.claims(entry.number)
    claims = [each for each in every if _by_words(each) not in before]
    if options.format == "json":
        claims = every
    elif len(every) < len(before):
        streams.tell(f"reader: {many(len(before) - len(every), 'claim')} less")
    elif not claims:
        streams.tell("reader: no claim reads otherwise than before")
    show_found(options, (words.said_line(each, named=True) for each in claims), map(words.said_as_dict, claims))
    return 0


def _by_words(said: "Said") -> tuple[object, ...]:
    """What of a claim a correction may change; its number changes with those before it."""
    return said.speaker, said.chain, said.kind, said.words, said.span, said.yours


def _correction(library: "Library", entry: int, options: argparse.Namespace) -> "Wish":
    """Its kind and what it says, from the options. Raises LibraryError where that is not in the article."""
    from reader.export.claim_words import claim_number, claim_numbers
    from reader.library import LibraryError
    from reader.library.setting_right import (
        actor_of,
        another_actor,
        missed,
        no_claim,
        one_actor,
        other_name,
        other_role,
        other_speaker,
        other_words,
        place_of,
    )

    analysis, text = library.corrected(entry).analysis, library.newest(entry).article.text

    def claim_of(wanted: str) -> "Claim":
        numbers = claim_numbers(analysis)
        by_number = {claim_number(numbers, claim, 0): claim for claim in analysis.claims}
        found = analysis.claim(wanted) or by_number.get(wanted)
        if found is None:
            raise LibraryError(
                f"there is no claim {wanted} in this article: a number of `reader claims` (1 to {len(numbers)}) or an "
                "id of `show --format json` (c3) is wanted"
            )
        return found

    def actor(name: str) -> str:
        actor_of(analysis, name)
        return name

    if options.speaker:
        return other_speaker(text, claim_of(options.speaker[0]), options.speaker[1])
    if options.no_claim:
        return no_claim(text, claim_of(options.no_claim))
    if options.words:
        claim = claim_of(options.words[0])
        return other_words(text, claim, place_of(text, options.words[1], near=claim.span))
    if options.missed:
        span = place_of(text, options.missed[0])
        parts = {
            part: place_of(text, words, near=span) for part in ("cue", "source") if (words := getattr(options, part))
        }
        return missed(text, span, options.missed[1], **parts)
    if options.same:
        return one_actor(*map(actor, options.same))
    if options.apart:
        name, said, other = options.apart
        return another_actor(text, actor_of(analysis, name), place_of(text, said), other)
    if options.name:
        return other_name(actor(options.name[0]), options.name[1])
    return other_role(actor(options.role[0]), options.role[1])


def _list(library: "Library", entry: int, options: argparse.Namespace) -> None:
    from reader.commands.streams import printable
    from reader.library.setting_right import told

    made = library.corrections(entry)
    lost = library.corrected(entry).lost
    gone = "  (its words are gone)"
    lines = [f"{at}  {printable(told(each))}{gone * (each.uid in lost)}" for at, each in enumerate(made, 1)]
    objects = [
        {"number": at, "kind": each.kind, **each.data, "at": when(each.at), "lost": each.uid in lost}
        for at, each in enumerate(made, 1)
    ]
    show_found(options, lines, objects)
