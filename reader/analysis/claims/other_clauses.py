"""What another clause of the sentence reports, with a subject and a cue of its own, is another's claim: "Brock said the
firm “regrets” it; its chief, Richard Lutz, has called Wieland “a man who enjoys this”"."""

from collections.abc import Callable, Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_group_start
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_LONGEST = 10
"""So many words a clause's subject has at most, what describes it included."""
_JUDGING = frozenset(["called", "calls", "described", "describes", "dismissed", "dismisses", "termed", "branded"])
_BEGINS = frozenset([";", "and", "but", "while", "whereas"])


def part_clauses(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of which none goes on behind a cue that is not its own and no other's, with what is behind such a
    one as an attribution of its own."""
    cues = cache(lambda: SpanIndex((span, None) for one in found for span in one.cue))
    parted: list[Attribution] = []
    for one in found:
        parts = _part(document, one, cues) if len(one.content) > 1 and one.cue else None
        parted += parts or [one]
    return parted


def _part(document: Document, one: Attribution, cues: Callable[[], SpanIndex[None]]) -> list[Attribution] | None:
    content = sorted(one.content)
    for number in range(1, len(content)):
        gap = document.words_in((content[number - 1][1], content[number][0]))
        if content[number - 1][1] < one.cue[-1][1] or not gap:
            continue
        clause = _read_clause(document, gap)
        if clause is None or cues().touches([clause[1]]):
            continue
        other = one.with_spans(tuple(content[number:]), (clause[1],), (clause[0],))
        return [one.with_spans(tuple(content[:number])), other]
    return None


def _begins(document: Document, at: int, verb: int) -> bool:
    """Whether a clause begins behind a word: ";", "while", "to which" (not "which", of what goes on behind it; but "a
    figure that Lee called")."""
    texts = [word.text.lower() for word in document.words[max(0, at - 1) : at + 1]]
    judged = texts[-1] in ("that", "which") and document.words[verb].text.lower() in _JUDGING
    return texts[-1] in _BEGINS or texts == ["to", "which"] or judged


def _read_clause(document: Document, gap: range) -> tuple[Span, Span] | None:
    """The subject and the cue of a clause that words end with; they stand in one sentence."""
    words = document.words
    verb = gap[-1]
    if lemma_of(words[verb].text) is None:
        return None
    first = document.first[words[verb].sentence]
    opens = first > gap.start or (first == gap.start and first > 0)
    gap = range(max(first, gap.start), gap.stop)
    start = find_group_start(document, verb, gap.start)
    begin = next((i for i in range(start - 1, gap.start - 1, -1) if _begins(document, i, verb)), None)
    if begin is None and opens:
        begin = first - 1
    told = any(words[i].is_finite for i in range(start, verb + 1)) or words[verb].text.lower() in _JUDGING
    if begin is None or not told:
        return None
    low, high = begin + 1, start
    while high > low and words[high - 1].text == ",":
        high -= 1
    subject = range(low, high)
    if not 0 < len(subject) <= _LONGEST or any(words[i].is_finite for i in subject):
        return None
    if not words[low].tag.startswith(("DT", "PRP", "NN", "JJ")):
        return None
    return (words[low].start, words[high - 1].end), (words[start].start, words[verb].end)
