"""Two or more who speak together, each with what they are beside the name: "Ann Lee, the mayor, and Bo Berg, who …"."""

from collections.abc import Callable, Sequence

from reader.analysis.actors.namings import Namings
from reader.analysis.actors.source_forms import count_joint
from reader.analysis.document.document import Document, Word
from reader.analysis.document.titles import is_title
from reader.article.model import Span

_OPENERS = frozenset(["the", "a", "an", "his", "her", "their", "its"])
_NOT_YET = ("RB", "MD")
_REACH = 4
"""So many words behind a source its verb begins."""


def name_apposed(
    document: Document, source: Span, namings: Namings, find_head: Callable[[Span], int | None]
) -> tuple[int, ...]:
    """All who are joined in a source by a comma and "and" or "along with", in its order; nobody where that is not
    plain.

    `find_head` gives who stands behind a part of the source, as behind a whole one.
    """
    words = document.list_words(source)
    for at in range(2, len(words) - 1):
        plain = words[at].text.lower() == "and"
        joint = 1 if plain else count_joint(words, at)
        if not joint or words[at - 1].text != "," or at + joint == len(words):
            continue
        if plain and _is_of_one(document, words):
            continue
        before = _list_members(words[: at - 1], namings, find_head)
        if before:
            after = _find_member(words[at + joint :], namings, find_head)
            if after is not None and after not in before:
                return (*before, after)
    return ()


def _list_members(words: Sequence[Word], namings: Namings, find_head: Callable[[Span], int | None]) -> tuple[int, ...]:
    """Who stands before the last "and": names at the begin of what commas part, each with what they are behind it."""
    parts = _part(words)
    first = _find_member(words, namings, find_head)
    if first is None or len(parts) < 2:
        return ()
    members = [first]
    titled = parts[0][0].text.lower() in _OPENERS
    for part in parts[2:] if titled else parts[1:]:
        named = namings.starting_at(part[0].start)
        if named is None and namings.starting_with(part[0].start):
            continue  # "Ann Lee of the Harlow Institute, London, and Bo Berg"
        if named is not None and named not in members and namings.clusters[named].kind == "person":
            members.append(named)
        elif part[0].text[0].isupper() and part[0].text.lower() not in _OPENERS:
            return ()
    return tuple(members) if len(members) == 1 or _is_plain(parts, namings) else ()


def _is_plain(parts: Sequence[Sequence[Word]], namings: Namings) -> bool:
    """Whether no other than who stands first in its part is named in what they are: no "mother of Bo, Carl, and Di"."""
    for part in parts:
        inside = namings.inside((part[0].start, part[-1].end))
        if any(start > part[0].start and namings.clusters[index].kind == "person" for (start, _), index in inside):
            return False
    return True


def _find_member(words: Sequence[Word], namings: Namings, find_head: Callable[[Span], int | None]) -> int | None:
    """The one whom a half names at the begin of it, or behind what they are: "Lee, the mayor", "the mayor, Bo Lee"."""
    who = find_head((words[0].start, words[-1].end))
    if who is None or any(namings.starting_at(words[at].start) == who for at in range(_count_titles(words) + 1)):
        return who
    parts = _part(words)
    role = words[0].text.lower() in _OPENERS or any(word.tag == "POS" for word in parts[0])
    at = 1 if len(parts) > 1 and role else 0
    end = parts[at][-1].end
    return who if any(index == who for _, index in namings.ending_in((end, end))) else None


def _count_titles(words: Sequence[Word]) -> int:
    """How many words before a name are titles: "Professor Sir"."""
    at = next((i for i, word in enumerate(words) if not (is_title(word.text) or word.text == ".")), 0)
    return at if at < len(words) else 0


def _part(words: Sequence[Word]) -> list[list[Word]]:
    """What commas part."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.text == ",":
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _is_of_one(document: Document, words: Sequence[Word]) -> bool:
    """Whether the verb behind a source is of one alone: "has said", "argues"."""
    at = document.words_in((words[-1].start, words[-1].end)).stop
    behind = (word for word in document.words[at : at + _REACH] if word.tag not in _NOT_YET and word.text != ",")
    verb = next(behind, None)
    return verb is not None and (verb.tag == "VBZ" or verb.text.lower() == "was")
