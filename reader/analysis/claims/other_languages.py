"""Languages that nobody here reads: each quotation that is a sentence is a claim, said by nobody who is named."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.document import Document
from reader.analysis.names.by_rule import Name
from reader.analysis.names.sureness import VOUCHED

_ENDS = frozenset(".!?…。！？؟।")
_FEWEST = 4
"""Words that make a quotation more than a title or a nickname."""
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
        if not quotation.depth and (ended or unspaced or len(words.split()) >= _FEWEST):
            found.append(Attribution(quotation.spans))
    return tuple(sorted(found, key=lambda one: min(one.content)))


def choose_vouched(found: Sequence[Name]) -> tuple[Name, ...]:
    """Names that a list of given names or places vouches for: capital letters alone mean little in another language."""
    return tuple(name for name in found if name.confidence >= VOUCHED)
