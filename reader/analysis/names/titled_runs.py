"""People named behind a title inside a run of capitals: "Pennsylvania Gov. Ed Rendell", "Ohio Secretary of State Jon
Husted". The tagger cuts such runs anywhere; the title tells where the person's name begins.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_phrases, load_words
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import find_title_end, is_given, load_titles
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, is_title_case
from reader.article.model import Span

_MOST_WORDS = 4
_HEIRS = ("prince", "princess")
"""Titles that a capital word is one's first of only behind "Crown"."""
_PARTICLES = frozenset(
    ["al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "el", "ibn", "la", "van", "von"]
)
"""Small words inside a person's name."""
_NO_SURNAME = frozenset(["administration", "campaign", "foundation", "tower", "office", "team", "center"])


@dataclass(frozen=True, slots=True)
class _Titled:
    """A run of capitals with a title inside: what stands before the title, if anything, and the person's name behind
    it."""

    before: Span | None
    person: Span
    title: str


def cut_at_titles(document: Document, names: Sequence[Name]) -> list[Name]:
    """A tagger's names, those in a run with a title inside cut where the title says."""
    titled = list(_find_titled(document))
    found = SpanIndex((name.span, name) for name in names if titled)
    gone: set[Name] = set()

    def list_at(span: Span) -> list[Name]:
        return [name for _, name in found.touching(span) if name not in gone]

    def put(name: Name) -> None:
        gone.discard(name)
        found.add(name.span, name)

    added: list[Name] = []
    for one in titled:
        if one.before is None:
            if not list_at(one.person) and _is_full(document, one.person):
                added.append(Name(one.person, "person", sureness.VOUCHED))
                put(added[-1])
            continue
        inside = list_at((one.before[0], one.person[1]))
        person = [name for name in inside if name.span[1] > one.person[0]]
        heir = one.title in _HEIRS
        gone.update(
            name for name in inside if name.kind == "person" or name in person or (heir and name.kind != "place")
        )
        added.append(Name(one.person, "person", max([sureness.HOLDS_BODY, *(name.confidence for name in person)])))
        put(added[-1])
        before = document.article.words_of(one.before).lower()
        known = before in load_phrases("places") or one.title in load_titles("governs")
        if known and not list_at(one.before):
            added.append(Name(one.before, "place", sureness.HOLDS_BODY))
            put(added[-1])
    return sorted((name for name in dict.fromkeys((*names, *added)) if name not in gone), key=lambda name: name.span)


def _find_titled(document: Document) -> Iterator[_Titled]:
    """The runs with a title inside, headlines left out, in reading order."""
    for at in document.find_all_words(_list_written()):
        word = document.words[at]
        if not word.text[0].isupper():
            continue
        title = word.text.lower().rstrip(".")
        heir = title in _HEIRS and at > 0 and document.words[at - 1].text == "Crown"
        if not heir and title not in load_titles("inside"):
            continue
        sentence = document.sentence_words(word.sentence)
        if _is_headline(document, sentence):
            continue
        before = at
        while before > sentence.start and _is_capital(document, before - 1):
            before -= 1
        while before < at and document.words[before].text.lower() in ("former", "the", "then", "ex", "mr", "ms", "mrs"):
            before += 1
        first = min(find_title_end(document.words, at), sentence.stop)
        last = first
        while last < sentence.stop and last - first < _MOST_WORDS and _is_surname(document, last):
            last = _find_behind_particles(document, last + 1, sentence.stop)
        if last - first > 1 or (before < at and last - first == 1 and title in load_titles("short")):
            yield _Titled(
                (document.words[before].start, document.words[at - 1].end) if before < at else None,
                (document.words[first].start, document.words[last - 1].end),
                title,
            )


@cache
def _list_written() -> Collection[str]:
    """What is a title inside a run of capitals, with the stop of a shortened one and without."""
    return frozenset(f"{title}{stop}" for title in (*load_titles("inside"), *_HEIRS) for stop in ("", "."))


def _is_full(document: Document, person: Span) -> bool:
    """Whether a given name begins a person's name."""
    return is_given(document.list_words(person)[0].text.lower())


def _find_behind_particles(document: Document, at: int, stop: int) -> int:
    """Where a name goes on that has small words inside: at "Salman" behind "Mohammed" of "Mohammed bin Salman"."""
    end = at
    while end < stop and document.words[end].text in _PARTICLES:
        end += 1
    return end if end < stop and _is_surname(document, end) else at


def _is_headline(document: Document, sentence: range) -> bool:
    block = document.article.blocks[document.sentences[document.words[sentence.start].sentence].block]
    stopped = document.words[sentence.stop - 1].text in (".", "!", "?", "”", '"')
    return block.kind in ("title", "heading") or (not stopped and is_title_case(document, sentence))


def _is_capital(document: Document, at: int) -> bool:
    text = document.words[at].text
    return text[0].isupper() and text[-1].isalpha()


def _is_surname(document: Document, at: int) -> bool:
    word = document.words[at]
    lower = word.text.lower().rstrip(".")
    return (
        word.text[0].isupper()
        and not word.tag.startswith(("PRP", "DT", "IN", "MD", "WP", "WRB", "RB"))
        and lower not in load_titles("inside")
        and lower not in _NO_SURNAME
        and lower not in load_words("organisations")
    )
