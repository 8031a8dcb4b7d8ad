"""What the library knows of the article that is read: asked and written in the desk's thread, given as one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.analysis.model import Analysis
from reader.article.model import Article, Span
from reader.library.corrections import Correction
from reader.library.model import Edition, Entry, Mark, tag_of
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True)
class Kept:
    """The article in the library, its highlights, and the edition before this text, where this one is new.

    `corrected` is what was found with your corrections; None where there are none, or nothing was found yet.
    """

    entry: Entry
    marks: tuple[Mark, ...] = ()
    before: Edition | None = None
    corrected: Analysis | None = None
    corrections: tuple[Correction, ...] = ()


def highlight(library: "Library", *, article: Article, source: str, span: Span) -> Mark:
    """Highlight a span of what is read, which may no longer be the newest text of the library; words that another
    sitting highlighted meanwhile are so already. Raises LibraryError."""
    made = library.keep(article, source=source)
    there = next((mark for mark in library.marks(made.entry) if mark.span == span), None)
    return there or library.highlight(made.entry, span)


def note_line(mark: Mark) -> str:
    """A mark's note and #tags as they are typed."""
    return " ".join([mark.note, *(f"#{tag}" for tag in mark.tags_behind)]).strip()


def parted(line: str, before: Mark) -> tuple[str, list[str]]:
    """The note and the tags of a line that was typed on top of what a mark had.

    #tags behind all words are no part of the note, nor are those that stood there before, wherever words were added;
    any other #tag is one of the note's words too, and a number (“claim #3”) is nothing but a word.
    """
    stood = before.tags_behind
    long = [tag for tag in stood if " " in tag and f"#{tag}" in line]  # of several words, as other programs have them
    for tag in long:
        line = line.replace(f"#{tag}", " ")
    words = line.split()
    end = len(words)
    while end and tag_of(words[end - 1]):
        end -= 1
    note = [word for word in words[:end] if tag_of(word) not in stood]
    return " ".join(note), [*long, *(tag for word in words if (tag := tag_of(word)))]


def annotate(library: "Library", seen: list[Mark], *, note: str, tags: Sequence[str]) -> Mark:
    """Write a note and tags on the mark seen last; gives it as it was. Raises LibraryError, also once where another
    sitting wrote on it meanwhile, and has then seen that."""
    mark = seen[-1]
    now = next((each for each in library.marks(mark.entry) if each.number == mark.number), mark)
    if (now.note, now.tags) != (mark.note, mark.tags):
        seen.append(now)
        words = note_line(now) or "nothing"
        raise LibraryError(f"meanwhile it was changed to: {words} · enter again puts yours in its place")
    library.annotate(mark.number, note, tags)
    return now


def correct(library: "Library", *, article: Article, source: str, kind: str, data: Mapping[str, Any]) -> Correction:
    """Set something right in what is read. Raises LibraryError."""
    made = library.keep(article, source=source)
    return library.correct(made.entry, kind, data)


def look(library: "Library", *, entry: int) -> Kept:
    """What the library knows now of an article that is there. Raises LibraryError."""
    corrected = library.corrected(entry).analysis if library.newest(entry).analysis is not None else None
    return Kept(library.entry(entry), tuple(library.marks(entry)), None, corrected, tuple(library.corrections(entry)))


def keep(library: "Library", *, article: Article, analysis: Analysis | None, source: str, opens: bool) -> Kept:
    """Keep what is read, and say (`opens`) that it was opened now. Raises LibraryError."""
    made = library.keep(article, analysis, source=source)
    if opens:
        library.opened(made.entry)
    before = None
    if made.fresh:
        older = [edition for edition in library.editions(made.entry) if edition.number != made.edition]
        before = older[-1] if older else None
    corrections = tuple(library.corrections(made.entry))
    corrected = library.corrected(made.entry).analysis if analysis is not None and corrections else None
    return Kept(library.entry(made.entry), tuple(library.marks(made.entry)), before, corrected, corrections)
