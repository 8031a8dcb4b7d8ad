"""Peoples that were passed over: "Kenyans" and "Sri Lankans" are whole groups wherever they stand in the plural."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from reader.analysis.document.document import Document, Word
from reader.analysis.document.peoples import is_people, list_peoples
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, add_apart, tells_by_capitals
from reader.article.model import Span


def add_peoples(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with the peoples in the plural that none of them covers."""
    return add_apart(names, (Name(span, "group", sureness.SETTLED) for span in _find_peoples(document)))


def _find_peoples(document: Document) -> Iterator[Span]:
    words = document.words
    for at in document.find_all_words(_list_endings()):
        word = words[at]
        sentence = document.sentence_words(word.sentence)
        first = at - 1 if at > sentence.start and _is_people(words[at - 1 : at + 1]) else at
        if (
            (first < at or _is_people([word]))
            and word.tag.startswith("N")
            and not _is_named(words[at + 1 : min(at + 2, sentence.stop)], word.end)
            and not (first > sentence.start and words[first - 1].text[0].isupper() and words[first - 1].is_proper)
            and not (first == sentence.start and word.text.lower() in document.small_words)
            and tells_by_capitals(document, word.sentence)
        ):
            yield words[first].start, word.end


@cache
def _list_endings() -> Collection[str]:
    """The last words, in the plural, of what peoples are called."""
    return frozenset(f"{name.rpartition(' ')[2]}s" for name in list_peoples())


def _is_people(words: Sequence[Word]) -> bool:
    """Whether words with capitals are what a people is called."""
    return all(word.text[0].isupper() for word in words) and is_people(" ".join(word.text.lower() for word in words))


def _is_named(behind: Sequence[Word], end: int) -> bool:
    """Whether a name goes on behind: "Americans for Prosperity" does not, "Veterans Affairs" does."""
    return any(word.start == end + 1 and word.text[0].isupper() and word.is_proper for word in behind)
