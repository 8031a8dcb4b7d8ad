"""What stands on both sides of a cue between commas is one content: a half of it may say the contrary of the whole
("Nobody, Moss said, | had warned her", "He was not | , Moss said, a thief")."""

from collections.abc import Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, merge_spans, subtract_spans
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import drop_end_marks
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_COMMAS = frozenset([",", "—", "–", "--"])
_SUBJECTS = ("DT", "EX", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD")
"""Tags of words that a clause begins with."""
_CLAUSE_ENDS = frozenset([";", ":"])
_JOINS = frozenset(["and", "but", "or", "so", "yet", "because", "that", "while", "though", "although"])
_LONGEST = 14
"""So many words before a cue are taken in as they are; of more, the last clause."""
_LONGEST_ASIDE = 25
_REMARK = 4
"""So many words a remark like ", of course" has at most, its comma included."""
_GAP = 3
"""So many words behind a cue are left out by mistake, before others of its content."""
_OCCASION = 6
"""So many words at most tell, behind who speaks, when, where and to whom: "Moss told the court on Monday, "."""
_DOUBTFUL = 0.4
"""No surer is a claim of which a half is missing."""
_AUXILIARIES = load_words("auxiliaries")
_BINDS = load_group("negations", "binds")
_SUPPOSING = load_group("negations", "supposing")
_COUNTED = load_group("negations", "counted")
_BINDS_DENIED = load_group("negations", "binds-denied")
_LINKS = load_group("negations", "links")
_NEEDS_DENIAL = load_group("negations", "links-denied")
_AFTER_HARDLY = load_group("negations", "links-hardly")
_HARDLY = load_group("negations", "hardly")
DENYING = load_group("negations", "denying")
"""Words in small letters that turn what stands behind them."""


def join_sides(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with contents that go on at the other side of their cue completed, where one side alone would say
    something else; doubtful where they cannot be, since words of other claims stand there."""
    parts = cache(lambda: SpanIndex((span, i) for i, one in enumerate(found) for span in _list_parts(one)))
    joined: list[Attribution] = []
    for number, one in enumerate(found):
        aside = _find_aside(document, one)
        fresh = one if aside is None else _join(document, _cut_source(document, one, aside), aside)
        grown = [] if fresh is one else subtract_spans(fresh.content, _list_parts(one))
        apart = not any(other != number for span in grown for _, other in parts().touching(span))
        joined.append(fresh if apart else _doubt(one))
    return joined


def _doubt(one: Attribution) -> Attribution:
    return one._replace(confidence=min(_DOUBTFUL, 1.0 if one.confidence is None else one.confidence))


def _list_parts(one: Attribution) -> Sequence[Span]:
    return (*one.content, *one.cue, *one.source)


def _find_aside(document: Document, one: Attribution) -> tuple[range, range] | None:
    """The words of its clause before a cue that stands with its source between commas, and those behind; None of any
    other cue."""
    if not one.cue or not one.source or not one.content:
        return None
    words = document.words
    inside = document.words_in((min(one.cue + one.source)[0], max(b for _, b in one.cue + one.source)))
    if not 0 < len(inside) <= _LONGEST_ASIDE or words[inside.start].sentence != words[inside.stop - 1].sentence:
        return None
    low, high = (document.first[words[inside.start].sentence + k] for k in (0, 1))
    if inside.start > low and words[inside.start - 1].text == "so":
        inside = range(inside.start - 1, inside.stop)
    if inside.start - 1 <= low or words[inside.start - 1].text not in _COMMAS:
        return None
    comma = next((i for i in inside if i > inside.start + 1 and words[i].text == ","), inside.stop)
    runs_on = one.source[-1] > one.cue[-1] and comma + 1 < inside.stop and _goes_on(document, low, inside.start, comma)
    stop = comma if runs_on else _find_end(document, inside.stop, high)
    if stop + 1 >= high or words[stop].text not in _COMMAS or document.is_quoted(words[inside.start - 2].start):
        return None
    begin = next((i + 1 for i in range(inside.start - 2, low, -1) if words[i].text in _CLAUSE_ENDS), low)
    end = next((i for i in range(stop + 1, high) if words[i].text in _CLAUSE_ENDS), high)
    end = drop_end_marks(words, stop + 1, end)
    before, behind = range(begin, inside.start - 1), range(stop + 1, end)
    quoted = not behind or document.is_quoted(words[behind.start].start)
    if not before or not behind or (quoted and not _leads_in(document, before, behind)):
        return None
    return before, behind


def _leads_in(document: Document, before: range, behind: range) -> bool:
    """Whether a clause breaks off at its verb, or before it, and a quotation goes on with it: "It was, said Moss, “a
    day to forget”", "The quay, Moss said, “is a wreck”"."""
    words = document.words
    first = next((words[i] for i in behind if words[i].text[0].isalnum()), words[behind.start])
    alone = not any(words[i].is_finite and words[i].text.lower() not in _AUXILIARIES for i in before)
    return alone and (
        words[before[-1]].text.lower() in _AUXILIARIES or (first.is_finite and _is_thing(document, before))
    )


def _is_thing(document: Document, at: range) -> bool:
    """Whether words are one phrase that a verb may follow."""
    words = document.words
    return words[at.start].tag in _SUBJECTS and not any(words[i].text == "," or words[i].is_verb for i in at)


def _find_end(document: Document, at: int, high: int) -> int:
    """The comma that ends an aside, behind when and where somebody spoke; what stands there where none does."""
    words = document.words
    for i in range(at, min(high, at + _OCCASION)):
        if words[i].text in _COMMAS:
            return i
        if words[i].is_finite or document.is_quoted(words[i].start):
            break
    return min(at, high - 1)


def _goes_on(document: Document, low: int, start: int, comma: int) -> bool:
    """Whether what follows a name and a comma goes on with what was said before it, and does not tell who that is:
    "Hardly a day passes, said Hale, without a theft"."""
    before, first = range(low, start - 1), document.words[comma + 1].text.lower()
    if not before:
        return False
    return first in _LINKS | _NEEDS_DENIAL or document.words[before[-1]].text.lower() in DENYING


def _cut_source(document: Document, one: Attribution, aside: tuple[range, range]) -> Attribution:
    """An attribution with a source that ends before what is said behind it."""
    start = document.words[aside[1].start].start
    source = tuple((a, min(b, document.words[aside[1].start - 2].end)) for a, b in one.source if a < start)
    return one._replace(source=source) if any(b > start for _, b in one.source) else one


def _join(document: Document, one: Attribution, aside: tuple[range, range]) -> Attribution:
    before, behind = aside
    words = document.words
    low, high = words[before.start].start, words[behind[-1]].end
    held = {i for span in one.content for i in document.words_in(span)}
    if not held or min(held) > behind.stop or max(held) < document.first[words[before.start].sentence]:
        return one
    content = one.content
    first = next((i for i in behind if i in held), None)
    lost = _find_lost_before(document, before, behind, held)
    if lost is not None and first is not None:
        begin = words[document.first[words[lost.start].sentence]].start
        content = tuple(span for span in content if not begin <= span[0] < low)
        content = (*content, (words[lost.start].start, words[lost[-1]].end))
    begun = any(i in held for i in before)
    if first is not None and (begun or lost is not None) and _is_gap(document, range(behind.start, first)):
        content = (*content, (words[behind.start].start, words[first].start))
    if first is None and begun and _is_unfinished(document, before, behind):
        content = (*content, (words[behind.start].start, high))
        last = max(i for i in before if i in held)
        if last < before[-1]:
            content = (*content, (words[last].end, words[before[-1]].end))
    return one if content == one.content else one._replace(content=tuple(merge_spans(content)))


def _is_gap(document: Document, at: range) -> bool:
    """Whether words are a few that are left out by mistake: "Few, Moss said, | knew | that he was ill"."""
    words = document.words
    return 0 < len(at) <= _GAP and words[at[0]].tag not in ("CC", "VBG") and all(words[i].text[0].isalnum() for i in at)


def _find_lost_before(document: Document, before: range, behind: range, held: set[int]) -> range | None:
    """The words before a cue that its content lacks though they turn it, or are the subject of its verb."""
    words = document.words
    last = max((i for i in before if i in held), default=None)
    hole = before if last is None else range(last + 1, before.stop)
    if not any(words[i].text[0].isalnum() for i in hole):
        return None
    denied = any(_denies(document, i) for i in hole) or (last is None and _supposes(document, before))
    joined = words[before[-1]].tag == "CC"
    begins = next((i for i in behind if words[i].text[0].isalnum()), behind.start)
    leads = words[begins].is_finite or (begins > behind.start and words[before[-1]].text.lower() in _AUXILIARIES)
    subject = last is None and begins in held and leads and not joined
    if not denied and not subject:
        return None
    start = before.start if last is None else min(i for i in before if i in held)
    if last is None and len(before) > _LONGEST:
        start = next((i + 1 for i in reversed(before[:-1]) if words[i].text.lower() in _JOINS | _COMMAS), start)
        turns = next((i for i in before if _denies(document, i)), start)
        start = min(start, turns) if denied else start
    return range(start, before.stop)


def _denies(document: Document, at: int) -> bool:
    """Whether a word turns what stands behind it: not the "few" of "the last few months"."""
    words = document.words
    counted = at > 0 and words[at - 1].text.lower() in _COUNTED
    return words[at].text.lower() in DENYING and not counted


def _supposes(document: Document, before: range) -> bool:
    """Whether words tell on what all behind them hangs: "if it rains", "but for Hale", "had Hale listened"."""
    texts = [document.words[i].text for i in before[:2]]
    return texts[0].lower() in _SUPPOSING or texts[0] in ("Had", "Were") or " ".join(texts).lower() == "but for"


def _is_unfinished(document: Document, before: range, behind: range) -> bool:
    """Whether what stands before a cue is not whole without what stands behind it."""
    words = document.words
    before = _drop_remark(document, before)
    last, first = words[before[-1]].text.lower(), words[behind.start]
    text = first.text.lower()
    following = words[behind.start + 1] if len(behind) > 1 else None
    ahead = words[before[-1] - 1].text.lower()
    no_more = (last in _BINDS_DENIED and ahead in DENYING) or (ahead, last) == ("so", "much")
    if last in DENYING | _AUXILIARIES | _BINDS or text in _LINKS or no_more:
        return True
    if (first.is_finite and first.tag != "VBP") or text in _AUXILIARIES:
        return following is not None
    if not any(words[i].is_finite for i in before) and first.tag in _SUBJECTS:
        return any(words[i].is_finite for i in behind)
    told = {words[i].text.lower() for i in before if _denies(document, i) or words[i].text.lower() in _HARDLY}
    if text == "but" and any(words[i].is_finite for i in behind):
        return False
    needed = DENYING if text in _NEEDS_DENIAL else _HARDLY if text in _AFTER_HARDLY else frozenset[str]()
    return bool(told & needed) and following is not None and following.tag != "VBG"


def _drop_remark(document: Document, before: range) -> range:
    """Words without a remark between commas that they end with: "this is not | , of course"."""
    words = document.words
    comma = next((i for i in reversed(before[1:]) if words[i].text == ","), None)
    if comma is None or before.stop - comma > _REMARK or any(words[i].is_verb for i in range(comma, before.stop)):
        return before
    return range(before.start, comma)
