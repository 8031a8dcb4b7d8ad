"""Languages that nobody here reads: each quotation that is a sentence is a claim, said by nobody who is named."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.analysis.document.quotes import Quotation
from reader.analysis.names.by_rule import Name
from reader.analysis.names.sureness import VOUCHED

_ENDS = frozenset(".!?…。！？؟।")
_GOES_ON = (",", "،", "—", "–")
_FEWEST = 4
"""Words that make a quotation more than a title or a nickname."""
_FEWEST_JOINED = 3
"""So many in Hebrew and Arabic letters, where "and", "the" and "we" are parts of words."""
_FEWEST_UNSPACED = 8
"""Characters that do, in scripts that write no spaces."""


def find_quoted(document: Document) -> tuple[Attribution, ...]:
    """Quotations of some length, or with a sentence's end inside, in reading order."""
    found: list[Attribution] = []
    for quotation in document.quotations:
        words = " ".join(document.article.words_of(span) for span in quotation.spans).strip()
        letters = sum(letter.isalpha() for letter in words)
        unspaced = letters >= _FEWEST_UNSPACED and any(ord(letter) > 0x2E7F for letter in words)
        ended = letters > 2 and words[-1] in _ENDS
        enough = _FEWEST_JOINED if any("\u0590" <= letter <= "\u07ff" for letter in words) else _FEWEST
        ended = ended or (letters > 2 and _opens_sentence(document, quotation))
        if not quotation.depth and (ended or unspaced or len(words.split()) >= enough):
            found.append(Attribution(quotation.spans))
    return tuple(sorted(found, key=lambda one: min(one.content)))


def _opens_sentence(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation opens a sentence that goes on behind a comma or a dash with who says it."""
    text, (start, end) = document.article.text, quotation.outer
    before = text[document.article.blocks[document.article.block_at(start)].span[0] : start].rstrip()
    return text[end : end + 3].lstrip()[:1] in _GOES_ON and (not before or before[-1] in _ENDS)


def choose_vouched(found: Sequence[Name]) -> tuple[Name, ...]:
    """Names that a list of given names or places vouches for: capital letters alone mean little in another language."""
    return tuple(name for name in found if name.confidence >= VOUCHED)
