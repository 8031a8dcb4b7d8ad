"""Forms that a source has around its name, none of which change who it is: when it was said, brackets, a second part of
the same person, colleagues without a name, the body somebody is of."""

import re
from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import is_time
from reader.analysis.document.titles import is_office, is_title
from reader.article.model import Span

Named = Sequence[tuple[Span, int]]
"""The names inside a source with their clusters, in order."""

_WHEN = frozenset(["morning", "afternoon", "evening", "night", "tonight", "this", "last", "on"])
_OTHERS = re.compile(
    r",? (?:and|&) (?:(?:his|her|their|its|other|two|three|four|several|some|many|fellow) \w|others\b|colleagues\b)"
)
"""Who speaks with others that have no name: "and her colleagues"."""
_OF_BODY = re.compile(r" (?:of|from|at|with) (?:the )?$")


def cut_end(document: Document, source: Span) -> Span:
    """A source without what stands behind its noun and tells nothing of who it is: "Ann Lee today", "Ida Storm
    (pictured above)"."""
    words = document.list_words(source)
    opens = next((i for i, word in enumerate(words) if i and word.text == "("), len(words))
    closes = next((i for i in range(opens, len(words)) if words[i].text == ")"), len(words) - 1)
    if opens < len(words) and closes == len(words) - 1:
        words = words[:opens]
    while len(words) > 1 and (is_time(words[-1]) or words[-1].text.lower() in _WHEN):
        words = words[:-1]
    return (source[0], words[-1].end) if words and words[-1].end < source[1] else source


def find_leading(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> int | None:
    """The person whom a source names first, with a title at most before the name, and then others without one: "Dr Ann
    Lee and her colleagues"."""
    (start, end), index = inside[0]
    before = [document.words[i].text for i in document.words_in((source[0], start)) if document.words[i].end <= start]
    if clusters[index].kind != "person" or not all(is_title(word) or is_office(word) or word == "." for word in before):
        return None
    return index if _OTHERS.match(document.article.text, end, source[1]) else None


def has_two_parts(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> bool:
    """Whether a source that names one person at its end, and bodies before, tells two parts of theirs: "Rocket
    co-founder and Norvik analyst Bo Berg"; "the FBI and Director Bo Berg" are two."""
    people = [span for span, index in inside if clusters[index].kind == "person"]
    if len(people) != 1 or people[0] != inside[-1][0]:
        return False
    words = [document.words[i] for i in document.words_in((source[0], people[0][0]))]
    words = [word for word in words if word.end <= people[0][0]]
    joints = [i for i, word in enumerate(words) if word.text.lower() in ("and", "&")]
    if not joints or not joints[-1] or not _is_part(words[-1]):
        return False
    before = words[joints[-1] - 1]
    return not any(a <= before.start < b for (a, b), _ in inside) and (_is_part(before) or before.text[0].isupper())


def _is_part(word: Word) -> bool:
    return is_office(word.text) or is_title(word.text) or (word.text.islower() and is_person_noun(word.text))


def cut_body(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> tuple[Span, Named]:
    """A source that ends in the body whose its person is, without it: "one of them, Dr Ann Lee | of the Norvik
    Institute"; with the names that are left."""
    at = next((i for i, (_, index) in enumerate(inside) if clusters[index].kind == "person"), None)
    if at is None or at + 1 == len(inside):
        return source, inside
    (start, end), (following, _) = inside[at][0], inside[at + 1][0]
    text = document.article.text
    ended = not any(clusters[index].kind == "person" for _, index in inside[at + 1 :])
    apposed = "," in text[source[0] : start] and _OF_BODY.fullmatch(text, end, following)
    return ((source[0], end), inside[: at + 1]) if ended and apposed else (source, inside)


def is_written_before(text: str) -> bool:
    """Whether what stands between two people's names joins them, with at most an owner before the second: "and
    Norvik’s"."""
    joint, _, owner = text.strip().partition(" ")
    return joint.lower() in ("and", "&") and (not owner or owner.endswith(("’s", "'s")))
