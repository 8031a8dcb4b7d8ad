"""What stands between commas, dashes or brackets in a sentence, which goes on behind it as if it were not there."""

import re
from collections.abc import Iterator

from reader.analysis.summary.held_back import ANY_SAYING, FINITE, HELD_BACK, Words
from reader.analysis.summary.openings import OPENS_LATE
from reader.analysis.summary.readable import quote_balance
from reader.article.model import Span

_BETWEEN_COMMAS = re.compile(
    r",\s(?:(?:who|which|whose|whom|where|an?|the|then|formerly|now|titled|called|dubbed|particularly|especially|including"
    r"|such as|based|founded|located|born|aged|\d\d|in (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\d{4}))\b)(?P<words>[^;:?!()]{2,160}?),(?=\s)"
)
_DESCRIBING = re.compile(r",\s(?P<words>[a-z][^,;:?!()“”\"–—]{2,120}?),(?=\s)")
_DESCRIBING_MORE = re.compile(r",\s(?P<words>[a-z][^,;:?!()“”\"–—]{2,120}?, [^,;:?!()“”\"–—]{2,80}?),(?=\s)")
_ASIDES = (
    re.compile(r"\s(?P<mark>[–—-]|--)\s(?P<words>[^–—;:?!.]{8,160}?)\s(?P=mark)(?=\s)"),
    re.compile(r"\s\((?P<words>[^()]*\s[^()]*)\)(?=[\s,.;])"),
    _BETWEEN_COMMAS,
    _DESCRIBING,
    _DESCRIBING_MORE,
)

_CONDITION = re.compile(
    r"\W*(?:when|as long|so long|in case|once|(?:\w+ly )?(?:combined|coupled|paired|mixed|supplemented|taken|used|given"
    r"|administered|added|followed|along|together)\b)",
    re.IGNORECASE,
)


def find_asides(text: str, words: Words, begins: int) -> Iterator[Span]:
    """What a sentence that begins there goes on behind as if it were not there."""
    for form in _ASIDES:
        place = begins
        while found := form.search(text, place):
            place = found.start() + 1
            aside = found["words"]
            if quote_balance(text[: found.start()]) != (0, 0) or quote_balance(aside) != (0, 0):
                continue
            if aside.count("(") != aside.count(")") or HELD_BACK.search(found.group()) or ANY_SAYING.search(aside):
                continue
            if _CONDITION.match(aside):
                continue
            if form in (_BETWEEN_COMMAS, _DESCRIBING, _DESCRIBING_MORE) and not _is_taken_up(words, found):
                continue
            if form in (_DESCRIBING, _DESCRIBING_MORE) and not _describes(text, words, found):
                continue
            yield found.span()


def _is_taken_up(words: Words, found: re.Match[str]) -> bool:
    """Whether a clause or a name's description between commas is followed by the verb of what is before it."""
    before = [tag for span, tag, _ in words if span[1] <= found.start()]
    after = [tag for span, tag, _ in words if span[0] >= found.end() and tag != "RB"]
    within = [tag for span, tag, _ in words if found.start() < span[0] < found.end() - 1]
    if not before or not after or before[-1][:2] not in ("NN", "CD"):
        return False
    return after[0] in FINITE and within[:1] != ["CC"]


def _describes(text: str, words: Words, found: re.Match[str]) -> bool:
    """Whether words between commas tell more of the subject before them, without a verb of their own or another thing
    beside it."""
    within = [tag for span, tag, _ in words if found.start() < span[0] < found.end() - 1]
    if not within or within[0] not in ("VBN", "VBG", "NN", "JJ", "RBS", "JJS"):
        return False
    if not FINITE.isdisjoint(within) or "," in text[found.end() : found.end() + 2]:
        return False
    return OPENS_LATE.match(text) is None or "," in text[: found.start()]
