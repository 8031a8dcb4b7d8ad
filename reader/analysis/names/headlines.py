"""Names in headlines that capitalise every word: where "Says" and "Veto" look like names, the body decides."""

from collections.abc import Collection, Iterable, Sequence

from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.titles import is_given
from reader.analysis.names.by_rule import Name, mostly_capitalised
from reader.article.model import Block, Span

_HEADLINES = ("title", "heading")
_IN_PHRASES = frozenset(["will", "can", "could", "may", "must", "should", "would", "is", "are", "was", "has", "have"])


def is_capitalised(document: Document, position: int) -> bool:
    """Whether a position stands in a headline that begins nearly every word with a capital letter."""
    return _is_capitalised(document, document.article.blocks[document.article.block_at(position)])


def _is_capitalised(document: Document, block: Block) -> bool:
    if block.kind not in _HEADLINES:
        return False
    words = [word for word in document.article.words_of(block.span).split() if word[0].isalpha()]
    return len(words) > 3 and mostly_capitalised(words)


def settle_headlines(document: Document, names: Sequence[Name]) -> tuple[Name, ...]:
    """Names with those of capitalised headlines cut to what the body calls somebody. One that the body never calls so
    is none if it holds a word of saying or an auxiliary ("Pence Says", "Will Fix"), or only words that the body writes
    in small letters."""
    article = document.article
    capitalised = {number for number, block in enumerate(article.blocks) if _is_capitalised(document, block)}
    if not capitalised:
        return tuple(names)
    doubtful = {name for name in names if article.block_at(name.span[0]) in capitalised}
    known = _list_known(document, (name for name in names if name not in doubtful))
    kept: list[Name] = []
    for name in names:
        if name not in doubtful:
            kept.append(name)
            continue
        words = document.list_words(name.span)
        cut = _find_longest(document, [(word.start, word.end) for word in words], known)
        if cut is not None and name.kind == "person":
            cut = _add_given(words, cut, known)
        if cut is not None:
            kept.append(name._replace(span=cut))
        elif not _is_phrase([word.text.lower() for word in words], document.small_words):
            kept.append(name)
    return tuple(kept)


def _add_given(words: Sequence[Word], cut: Span, known: Collection[str]) -> Span:
    """A last name of the body with the given name before it: "Orla Devane", of whom the body says "Orla" and
    "Devane"."""
    at = next(i for i, word in enumerate(words) if word.start == cut[0])
    if words[at].end == cut[1] and is_given(words[at].text.lower()) and at + 1 < len(words):
        at += words[at + 1].text.lower() in known
    if words[at].start > cut[0] or (at and words[at].end == cut[1] and is_given(words[at - 1].text.lower())):
        return words[at - 1].start, words[at].end
    return cut


def _is_phrase(words: Sequence[str], small: Collection[str]) -> bool:
    return all(word in small for word in words) or any(lemma_of(word) or word in _IN_PHRASES for word in words)


def _list_known(document: Document, names: Iterable[Name]) -> set[str]:
    """What the body calls people and others, in small letters; people by their last names too."""
    found: set[str] = set()
    for name in names:
        whole = " ".join(document.article.words_of(name.span).lower().split())
        found.add(whole)
        if name.kind == "person":
            found.add(whole.split()[-1])
    return found


def _find_longest(document: Document, words: Sequence[tuple[int, int]], known: set[str]) -> tuple[int, int] | None:
    """The longest run of words that is known, the first of several."""
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            span = (words[first][0], words[first + size - 1][1])
            if " ".join(document.article.words_of(span).lower().split()) in known:
                return span
    return None
