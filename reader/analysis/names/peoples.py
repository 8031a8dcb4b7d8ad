"""Peoples that were passed over: "Kenyans" and "Sri Lankans" are whole groups wherever they stand in the plural."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from reader.analysis.document.document import Document, Word
from reader.analysis.document.peoples import do_as_people, is_of_people, is_people, list_peoples
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, add_apart, tells_by_capitals
from reader.article.model import Span

_MEMBERS = frozenset(["Senators", "Representatives", "Congressmen", "Governors", "MPs", "MEPs", "Councillors", "Lords"])
_SIDES = frozenset(
    [
        *("republican", "democratic", "labour", "conservative", "tory", "liberal", "green", "socialist", "communist"),
        *("senate", "house", "unionist", "nationalist", "independent"),
    ]
)


def add_peoples(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names with the peoples in the plural that none of them covers."""
    lasts = {name.span[1] for name in names if name.kind == "person"}
    found = [*_find_peoples(document), *_find_unlisted(document, lasts)]
    wider = [_widen(document, name) for name in names]
    return add_apart(wider, (Name(span, "group", sureness.SETTLED) for span in found))


def _widen(document: Document, name: Name) -> Name:
    """The members of a house with whose they are before them: "Republican | Senators" are not all of these."""
    at = document.words_in(name.span)
    words = document.words
    if len(at) != 1 or at.start == 0 or words[at.start].text not in _MEMBERS:
        return name
    before = words[at.start - 1]
    side = before.text.lower() in _SIDES or is_of_people(before.text.lower())
    beside = before.text[0].isupper() and before.sentence == words[at.start].sentence
    return name._replace(span=(before.start, name.span[1]), kind="group") if side and beside else name


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


def _find_unlisted(document: Document, ends: Collection[int]) -> Iterator[Span]:
    """Peoples that are in no list ("the Tagbanuas who", "the Stavers say"), wherever they stand so, and families of
    people whose names end at a place of `ends`."""
    words = document.words
    led = [at for at in document.find_all_words(["the"]) if at + 1 < len(words) and _is_one_name(words[at : at + 3])]
    if not led:
        return
    lasts = {word.text for word in words if word.end in ends}
    called = {words[at + 1].text for at in led if do_as_people(words, at + 1)}
    called |= {text for at in led if {(text := words[at + 1].text).removesuffix("s"), text.removesuffix("es")} & lasts}
    for at in led if called else ():
        word = words[at + 1]
        if word.text in called and tells_by_capitals(document, word.sentence):
            yield word.start, word.end


def _is_one_name(words: Sequence[Word]) -> bool:
    """Whether "the" is followed by one word that is a plural with a capital and no more: "the Stavers"."""
    name = words[1].text
    plain = name[0].isupper() and name[-1] == "s" and name[-2:] not in ("ss", "us", "is") and not name.isupper()
    tagged = words[1].tag.startswith("NN") and words[1].sentence == words[0].sentence
    return plain and tagged and not (len(words) > 2 and words[2].is_proper)


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
