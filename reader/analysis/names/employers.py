"""Bodies that the tagger passed over and an office tells: "chief security officer at Obsian Guard", "head of growth at
Agifort, a company that sells ladders"."""

from collections.abc import Sequence
from itertools import takewhile

from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import is_given, is_post
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, add_apart, is_title_case

_REACH = 8
"""So many words before "at" an office is looked for."""
_JOINTS = frozenset(["at", "for", "with"])
_BETWEEN = ("NN", "JJ", "IN", "CC", "HYPH", "VBG", "NNP", "NNS")
"""Tags of the words that an office is told by: "vice-president of sales and marketing"."""


def add_employers(document: Document, names: Sequence[Name], ruled: Sequence[Name]) -> list[Name]:
    """Names with the bodies at which somebody has an office, where no other name covers them. `ruled` are the runs of
    capitals that the rules find."""
    led = (
        name._replace(kind="organisation", confidence=sureness.UNKNOWN)
        for name in ruled
        if (name.kind != "place" or name.confidence < sureness.VOUCHED) and _is_led(document, name)
    )
    return add_apart(names, led)


def _is_led(document: Document, name: Name) -> bool:
    """Whether an office and "at", "for" or "with" lead up to a name that is no person's."""
    at = document.words_in(name.span).start
    first = document.words[at]
    if not at or document.words[at - 1].text.lower() not in _JOINTS or is_given(first.text.lower()):
        return False
    sentence = document.sentence_words(first.sentence)
    before = document.words[max(sentence.start, at - 1 - _REACH) : at]
    if not before:
        return False
    told = takewhile(lambda word: word.tag.startswith(_BETWEEN), reversed(before[:-1]))
    led = any(is_post(word.text) for word in told)
    return led and not is_title_case(document, sentence) and first.text.lower() not in load_words("documents")
