"""A content in a relative clause comes with what its "which" stands for, where that is certain: "a second vote, which |
Hale has promised | to hold by June"."""

from collections.abc import Callable, Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.claims.doubt import is_dumb
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import RELATIVES, find_phrase_before, is_time
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_LOOSE = frozenset(
    [
        *("way", "reason", "place", "moment", "point", "extent", "fact", "one", "those"),
        *("time", "day", "week", "month", "year", "years", "ago"),
    ]
)
"""Nouns behind which "that" may begin any clause, or that name nothing alone."""
_LONGEST = 14
_INSIDE = frozenset(["for", "at", "in", "from", "with"])
_ONE = frozenset(["is", "was", "has", "does"])
_MANY = frozenset(["are", "were", "have", "do"])


def add_antecedents(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with what the relative stands for that opens their clause, never over a word that plays a part in
    another."""
    parts = cache(lambda: index_parts(found))
    return [_add(document, one, parts) for one in found]


def _add(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    if not one.source or not one.cue or not one.content:
        return one
    words = document.words
    content = sorted(one.content)
    at = document.words_in(min(*one.source, *one.cue)).start
    low = document.first[words[at].sentence]
    relative = at - 1
    if relative - 1 <= low or words[relative].text.lower() not in RELATIVES or words[relative].tag not in ("WDT", "WP"):
        return one
    held = content[0] == (words[relative].start, words[relative].end)
    rest = content[1:] if held else content
    if not rest or rest[0][0] < one.cue[-1][1] or document.is_quoted(rest[0][0]):
        return one
    comma = words[relative - 1].text == ","
    stop = relative - 1 if comma else relative
    phrase = find_phrase_before(document, stop, low)
    if phrase is None or phrase.stop != stop:
        return one
    if words[phrase.start - 1].tag == "RB" and words[phrase.start - 2].tag == "DT" and phrase.start - 2 >= low:
        phrase = range(phrase.start - 2, phrase.stop)
    if not _is_certain(document, phrase, comma, rest[0], held, words[relative].text.lower() == "who"):
        return one
    span = document.span_of(range(phrase.start, relative + 1))
    grown = (span[0], words[relative].start)
    if parts().touches([grown]) or any(document.is_quoted(words[i].start) for i in phrase):
        return one
    return one.with_spans((span, *rest))


def _is_certain(document: Document, phrase: range, comma: bool, rest: Span, held: bool, who: bool) -> bool:
    """Whether a relative stands for the phrase before it: behind a comma it may stand for more than that."""
    words = document.words
    last = words[phrase[-1]]
    if len(phrase) > _LONGEST or not last.tag.startswith("NN") or is_time(last) or last.text.lower() in _LOOSE:
        return False
    ends = next((i for i in phrase if words[i].tag in ("IN", "TO")), phrase.stop)
    head = words[ends - 1]
    if not head.tag.startswith("NN") or head.text.lower() in _LOOSE:
        return False
    if who and is_dumb(words[phrase.start : phrase.stop]):
        return False
    verb = words[document.words_in(rest).start]
    many, one = verb.text.lower() in _MANY, verb.text.lower() in _ONE or verb.tag == "VBZ"
    if held and ((many and not head.tag.endswith("S")) or (one and head.tag.endswith("S"))):
        return False
    first = words[phrase.start]
    if any(words[i].text.lower() in ("such", "so") for i in phrase):
        return False
    if not comma:
        return not (first.is_proper and last.is_proper)
    before = words[phrase.start - 1] if phrase.start else None
    if before is not None and before.tag in ("IN", "TO", "CC", ","):
        return False
    if any(words[i].text.lower() in _INSIDE for i in phrase):
        return False
    return first.text.lower() in ("a", "an") or first.tag == "CD" or head.is_proper
