"""Who was spoken of before without a name: "a customs official", whom "the official" means, and nobody who is named."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import find_core_end
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import find_back, skip_back

NEW: Final = frozenset(["a", "an", "one", "another"])
"""Words that open a phrase for somebody new."""
_INSIDE = ("NN", "JJ", "CD", "HYPH", "VBN", "VBG", "RB", "POS")
_IS = frozenset(["is", "was", "be", "been", "being", "as", "’s", "'s", "became", "become", "becomes", "like", "not"])
_NAMED = frozenset(["named", "called", "known", "identified"])
_LONGEST = 8
_REMEMBERED = 30
"""So many times back a noun is looked for."""
_OTHERWISE: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("source", "insider", "user", "employee", "official", "worker"),
    "source": ("person",),
    "teenager": ("girl", "boy", "student", "pupil", "teen"),
    "teen": ("girl", "boy", "student", "pupil", "teenager"),
    "youngster": ("girl", "boy", "child"),
    "child": ("girl", "boy", "youngster"),
    "woman": ("mother",),
    "man": ("father",),
    "suit": ("lawsuit",),
    "lawsuit": ("suit", "complaint"),
    "complaint": ("lawsuit", "suit"),
}
"""By what other words somebody or something may have been brought in."""


def find_introduced(document: Document, before: int, noun: str) -> int | None:
    """Where the sentence ends in which somebody without a name, whom "the" and a noun in small letters may mean, was
    last brought in before a word: "one customs official", "a 13-year-old girl"; None where nobody was."""
    for at in islice(document.find_words({noun, *_OTHERWISE.get(noun, ())}, before), _REMEMBERED):
        if document.words[at].tag in ("NN", "JJ") and _is_new(document, at):
            return document.words[document.first[document.words[at].sentence + 1] - 1].end
    return None


def is_replaced(document: Document, one: Cluster, word: Word, noun: str) -> bool:
    """Whether "the" and a noun that begin at a word may mean somebody without a name who was brought in since an actor
    was named last, before it."""
    last = bisect_left(one.spans, (word.start,)) - 1
    since = find_introduced(document, document.words_in((word.start, word.end)).start, noun) if last >= 0 else None
    return since is not None and one.spans[last][0] < since


def _is_new(document: Document, at: int) -> bool:
    """Whether a noun is the head of a phrase that brings in somebody without a name."""
    words = document.words
    first, stop = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    begin = find_back(document, at, _LONGEST, NEW, _INSIDE)
    if begin is None:
        return False
    behind = words[at + 1] if at + 1 < stop else None
    if behind is not None and behind.tag.startswith(("NN", "POS")) and behind.text.lower() != "close":
        return False
    led = words[max(first, skip_back(words, begin, first) - 1) : begin]  # "was once a nurse"
    if any(word.text.lower() in _IS for word in led) or (begin > first and _is_apposition(document, begin, first)):
        return False
    core = at + find_core_end(words[at:stop])
    if core + 1 < stop and words[core].text == "," and words[core + 1].is_proper:
        return False
    near = range(at + 1, min(core + 4, stop - 1))
    return not any(words[i].text.lower() in _NAMED and _is_name_next(words[i + 1 : i + 3]) for i in near)


def _is_name_next(words: Sequence[Word]) -> bool:
    """Whether a name follows, "as" before it or not: "a man known only as Bo"."""
    return any(word.is_proper and word.text[0].isupper() for word in words)


def _is_apposition(document: Document, begin: int, first: int) -> bool:
    """Whether a phrase stands in a comma behind a name: "Ann Lee, a judge"."""
    before = document.words[max(first, begin - 2) : begin]
    return len(before) == 2 and before[1].text in (",", "(", "–", "—", "--") and before[0].is_proper
