"""The head of a letter: when, from where and to whom it is written, down to the salutation."""

import re
from collections.abc import Sequence

from reader.analysis.model import Sentence
from reader.article.model import Article, BlockKind

_DEAR = re.compile(r"(?:my |our )?(?:very )?dear(?:est)?\b|to whom it may concern\b|(?:ladies and )?gentlemen\b", re.I)
_CALLED = re.compile(r"[\w.’' ]{2,40},\W*$")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(rf"\b(?:{_MONTH}[\s-]?\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[\s-]{_MONTH})", re.I)
_REACHED_BY = re.compile(r"https?:|www\.|@|\b(?:tele)?(?:phone|fax)\b", re.I)
_ABOVE: frozenset[BlockKind] = frozenset(("title", "caption"))

_TOP, _CALL, _MOST = 12, 8, 16
"""A salutation stands among so many first blocks and has so many words at most; the head holds so many."""


def find_letterhead(article: Article, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """The sentences of the head, in order; none where the article is no letter or its head is the salutation alone."""
    blocks = article.blocks
    texts = [article.words_of(block.span) for block in blocks[:_TOP]]
    call = next((n for n, text in enumerate(texts) if blocks[n].kind not in _ABOVE and _is_call(texts, n, text)), None)
    if call is None:
        return ()
    first, words = call, len(texts[call].split())
    while first and blocks[first - 1].kind not in _ABOVE and not _REACHED_BY.search(texts[first - 1]):
        words += len(texts[first - 1].split())
        if words > _MOST:
            break
        first -= 1
    if first == call:
        return ()
    return tuple(index for index, sentence in enumerate(sentences) if first <= sentence.block <= call)


def _is_call(texts: Sequence[str], place: int, text: str) -> bool:
    """Whether a block calls upon whoever the letter is to: "Dear Ida:", or below a date "Ida,"."""
    few = len(text.split())
    if few <= _CALL and _DEAR.match(text):
        return True
    return few <= _CALL // 2 and _CALLED.match(text) is not None and any(map(_DATE.search, texts[:place]))
