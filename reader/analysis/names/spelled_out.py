"""Bodies whose initials the article names, and whose whole name the tagger parted or passed over: "the Office for the
Protection of Harbour Seals" of an article that has "the OPHS"."""

import re
from collections.abc import Collection, Iterator, Sequence

from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, is_time
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_post
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, tells_by_capitals

_SMALL = frozenset(["of", "the", "for", "and", "&", "on", "in", "to", "against", "de", *POSSESSIVES])
_MOST_SMALL = 2
"""So many small words stand at most between two others of a name."""
_INITIALS = range(3, 9)
"""So many letters initials have that tell of a whole name."""
_IN_BRACKETS = re.compile(r" \(([A-Z]{3,8})\)")
"""Initials behind what they stand for; they are a body's where a part of that was taken for one."""
_TAGS = ("NN", "JJ", "VBG", "FW")
"""Capitalised words of other tags are none of a name: "It", "When"."""


def spell_out(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with the whole ones of bodies that are called by their initials somewhere."""
    text = document.article.text
    named = ((text[slice(*name.span)], name.kind) for name in names if name.kind in ("organisation", "group"))
    shorts = {letters: kind for letters, kind in named if _are_initials(letters)}
    beside = {found[1] for found in _IN_BRACKETS.finditer(text)} - shorts.keys()
    shorts.update(dict.fromkeys(beside, "organisation"))
    if not shorts:
        return list(names)
    laid = SpanIndex((name.span, name) for name in names)
    gone: set[Name] = set()
    added: list[Name] = []
    for at, short in _find_whole(document, shorts):
        span = document.span_of(at)
        touched = [name for _, name in laid.touching(span) if name not in gone]
        inside = all(span[0] <= name.span[0] and name.span[1] <= span[1] for name in touched)
        person = any(name.kind == "person" and " " in text[slice(*name.span)] for name in touched)
        body = any(name.kind == "organisation" for name in touched)
        told = body or (short not in beside and (text.startswith(" (", span[1]) or len(short) > _INITIALS.start))
        found = any(name.span == span for name in touched)
        if inside and told and not (found or person):
            gone.update(touched)
            added.append(Name(span, shorts[short], sureness.SETTLED))
            laid.add(span, added[-1])
    return sorted((name for name in (*names, *added) if name not in gone), key=lambda name: name.span)


def _are_initials(letters: str) -> bool:
    """Whether letters may be initials of a name that the article has whole; not those of bodies that everybody knows
    ("BBC")."""
    plain = len(letters) in _INITIALS and letters.isupper() and letters.isalpha()
    return plain and letters.lower() not in load_words("organisations")


def _find_whole(document: Document, shorts: Collection[str]) -> Iterator[tuple[range, str]]:
    """The words of which each capitalised one begins with a letter of initials, in their order, and that no further one
    stands right behind, with these; headlines, where all has capitals, left out."""
    for run in _find_runs(document):
        letters = "".join(document.words[at].text[0] for at in run)
        for short in shorts:
            found = letters.find(short)
            if found < 0:
                continue
            last = found + len(short) - 1
            at = range(run[found], run[last] + 1)
            goes_on = last + 1 < len(run) and run[last + 1] == run[last] + 1
            if goes_on and not is_post(document.words[run[last + 1]].text):
                continue
            if tells_by_capitals(document, document.words[at.start].sentence):
                yield at, short


def _find_runs(document: Document) -> Iterator[Sequence[int]]:
    """Where capitalised words stand of which each follows the one before, perhaps behind small words of names."""
    words = document.words
    run: list[int] = []
    for at in document.capitals:
        word = words[at]
        if not word.tag.startswith(_TAGS) or word.is_initials or is_time(word):
            continue
        if run:
            between = words[run[-1] + 1 : at]
            joined = len(between) <= _MOST_SMALL and words[run[-1]].sentence == word.sentence
            if not joined or any(other.text not in _SMALL for other in between):
                if len(run) >= _INITIALS.start:
                    yield run
                run = []
        run.append(at)
    if len(run) >= _INITIALS.start:
        yield run
