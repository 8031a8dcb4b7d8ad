"""Attributions to claims: whole quotations, clean spans, kind and type. Speakers come later, from `speakers`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.claims.attribution import Attribution, merge_spans, subtract_spans
from reader.analysis.claims.doubt import add_doubt, list_doubts
from reader.analysis.claims.parted import part_roles, part_shared
from reader.analysis.claims.unsaid import SILENT, Parts, is_silence, is_unsaid
from reader.analysis.document.cues import THOUGHT_LEMMAS, lemma_of, reports_utterance
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import RELATIVES
from reader.analysis.model import ClaimKind, ClaimType
from reader.article.model import Span

_EDGE = " \t\n\r,;:—–-"
_BRACKETS = (("(", ")"), ("[", "]"))
_MINUS = "-–−"
_BEFORE_SIGN = " \t\n\r(“\"„«‘'"
LEAST = {"quoted": 0.45, "said": 0.3, "belief": 0.5, "relative": 0.75, "thought": 0.9, "act": 0.95}
"""Claims less sure than this are left out, chosen on dev: where quotation marks vouch for them little is asked, less of
what somebody other than the writer believes than of what somebody has in mind (more again where a "who" may stand for
people in general), most where the cue is no word of speech
or thought but an act upon a thing ("rejected the bill", "filed a lawsuit"), or tells what somebody came to know
("learned that"). With a clause behind it ("plans to", "is convinced that") an act tells what somebody has in mind, as a
word of thought does."""
_OPENS_CLAUSE = frozenset(["to", "that", "whether", "if", "how", "what", "why", "who", "when", "where"])
_WHO = re.compile(r",? (?:who|which|that)$")
_WHO_ENDS = "oht"
"""The last letters of these."""
_CLOCK = re.compile(
    r"\s*\d{1,2}(?::[0-5]\d|\.[0-5]\d(?=\s?[ap]\.?m|\s[A-Z]{2,4}\b|\s[A-Z][\w’'-]*\s))(?:\s?[ap]\.?m\.?)?"
    r"(?:\s(?:GMT|BST|CET|CEST|UTC|E[SD]?T|P[SD]?T))?:?\s+(?=[^\W\d_])"
)
_LONGEST_CLOCK = 16
"""So many letters of a paragraph at most come before the name that stands behind its time."""
_BRACKET = re.compile(r"(?<![:;=])[()\[\]]")
_QUOTE_MARKS = "“”\"„«»‘’'`"


class Draft(NamedTuple):
    """A claim before its speaker is known, a tuple, for many are made anew. `within` is the draft whose content holds
    this one."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: ClaimKind
    type: ClaimType
    confidence: float | None
    within: "Draft | None" = None
    doubts: tuple[str, ...] = ()
    """What is doubtful about its form, sorted; not asked where rules alone decided."""
    faint: bool = False
    """Whether it is too unsure to be shown, whatever else speaks for it."""
    by_form: bool = False
    """Whether its form tells it, though no verb of speech does."""
    guess: bool = False
    """Whether it is a faint claim that is kept only where what is told of it makes it likely."""

    @property
    def order(self) -> tuple[int, int]:
        """What drafts are sorted by, as claims are: where the content begins, the longer of two first."""
        return self.content[0][0], -self.content[-1][1]

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(self.content + self.cue + self.source)[0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(end for _, end in self.content + self.cue + self.source)


def draft_claims(
    document: Document,
    attributions: Iterable[Attribution],
    least: Mapping[str, float] = LEAST,
    *,
    written: bool = True,
) -> tuple[Draft, ...]:
    """Claims in reading order of their content, from attributions in any order; no two of them share a word. What
    stands outside quotation marks is `written` by the writer, or all of it is what others say."""
    told: dict[int, tuple[ClaimKind, bool]] = {}
    sure: list[Attribution] = []
    seen: set[tuple[Span, ...]] = set()
    taken: set[tuple[Span, ...]] = set()
    for one in attributions:
        whole = tuple(_grow_to_quotations(document, one.content, one.cue + one.source))
        if whole in seen:
            continue
        seen.add(whole)
        content = clean_spans(document, _cut_at_bracket(document, whole))
        if content not in taken and _has_words(document, content):
            taken.add(content)
            cue = clean_spans(document, subtract_spans(one.cue, content) or one.cue, keep_marks=True)
            source = _drop_who(document, clean_spans(document, one.source))
            one = one.with_spans(content, cue, source)
            kind, said = _tell_kind_and_type(document, one)
            if one.confidence is None or one.confidence >= least[_sort(document, one, kind, said)]:
                told[id(one)] = kind, said
                sure.append(one)
    drafts: list[Draft] = []
    for one in part_roles(part_shared(document, sure)):
        one = one.with_spans(clean_spans(document, one.content, grow=False))
        if one.content:
            kind, said = told.get(id(one)) or _tell_kind_and_type(document, one)
            type_: ClaimType = "said" if said else "thought"
            confidence = one.confidence
            doubts: tuple[str, ...] = ()
            if confidence is not None:
                doubts = list_doubts(document, one, written=written)
                confidence = _weigh_silence(document, one, add_doubt(confidence, doubts))
            drafts.append(
                Draft(one.content, one.cue, one.source, kind, type_, confidence, doubts=doubts, by_form=one.by_form)
            )
    return tuple(sorted(drafts, key=lambda draft: (draft.order, draft.start)))


def list_before(document: Document, draft: Draft) -> Sequence[Word]:
    """The two words of its sentence that stand before who says a claim, or before its cue: "if", "even when"."""
    at = document.words_in((draft.source or draft.cue)[0]).start
    return document.words[max(document.first[document.words[at].sentence], at - 2) : at]


def list_said(document: Document, drafts: Sequence[Draft]) -> list[int]:
    """The numbers of the drafts that report a statement and stand in no claim that reports none, in order.

    Who stays out was spoken of all the same: who speaks next is found before these are left out.
    """
    unsaid = {id(draft) for draft in drafts if is_unsaid(document, draft)}
    said: list[int] = []
    for number, draft in enumerate(drafts):
        around: Draft | None = draft
        while around is not None and id(around) not in unsaid:
            around = around.within
        if around is None:
            said.append(number)
    return said


def _has_words(document: Document, content: Sequence[Span]) -> bool:
    """Whether a content is more than marks."""
    return any(any(map(str.isalnum, document.article.words_of(span))) for span in content)


def _weigh_silence(document: Document, one: Attribution, sure: float) -> float:
    """How sure a claim is: not very, where somebody only keeps silent."""
    return min(sure, SILENT) if is_silence(document, one) else sure


def _tell_kind_and_type(document: Document, one: Attribution) -> tuple[ClaimKind, bool]:
    """An attribution's kind, and whether it reports speech."""
    kind = "direct" if one.verbatim else tell_kind(document, one.content)
    cue = " ".join([document.article.words_of(span) for span in one.cue])
    return kind, kind == "direct" or (one.by_form and _names(cue)) or reports_utterance(cue)


def _names(cue: str) -> bool:
    """Whether a cue ends in a word by which a thing is called something, or a message told."""
    last = cue.rpartition(" ")[2].lower()
    return last in load_group("cues_asked", "naming") or last in load_group("cues_held", "plain")


def _sort(document: Document, one: Attribution, kind: ClaimKind, said: bool) -> str:
    """What sort of claim an attribution makes, as `LEAST` has them."""
    if kind != "indirect":
        return "quoted"
    if said or one.by_form:
        return "said"
    words = " ".join(document.article.words_of(span) for span in one.cue).split()
    clause = document.article.words_of(one.content[0]).partition(" ")[0].lower() in _OPENS_CLAUSE
    lemmas = {lemma_of(word) for word in words}
    if is_named_other(document, one):
        if lemmas & load_group("cues_doubtful", "believing"):
            return "relative" if document.article.words_of(one.source[0]).lower() in RELATIVES else "belief"
        if words[-1:] and words[-1].lower() in load_group("cues_doubtful", "sure"):
            return "said"
        if words[-1:] and words[-1].lower() in load_group("cues_unsaid", "declining") and _declines_deed(document, one):
            return "belief"
    thought = (clause or lemmas & THOUGHT_LEMMAS) and not lemmas & load_group("cues_doubtful", "knowing")
    return "thought" if thought else "act"


def _declines_deed(document: Document, one: Attribution) -> bool:
    """Whether what somebody will not do is more than to speak: "refused | to leave", not "declined | to comment"."""
    letters = [word.text.lower() for word in document.list_letters(one.content[0])[:2]]
    return letters[:1] == ["to"] and letters[-1] not in load_group("cues_unsaid", "silent")


def is_named_other(document: Document, one: Parts) -> bool:
    """Whether a source is told, and is neither the writer nor nobody in particular."""
    who = document.article.words_of(one.source[0]).lower() if one.source else ""
    nobody = who in load_group("cues_doubtful", "author") or who in load_group("cues_unsaid", "nobody")
    return bool(who) and not nobody


def _drop_who(document: Document, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """A source without the relative pronoun that its clause opens with, and the time of an entry of live news: "Viktor
    Hale", not "Viktor Hale, who" and "10:42 Viktor Hale"."""
    text, out = document.article.text, []
    for start, end in source:
        block = document.article.blocks[document.article.block_at(start)].span
        clock = _CLOCK.match(text, block[0], end) if start - block[0] < _LONGEST_CLOCK else None
        start = start if clock is None else max(start, clock.end())
        match = _WHO.search(text, start, end) if text[end - 1] in _WHO_ENDS else None
        out.append((start, match.start()) if match and match.start() > start else (start, end))
    return tuple(out)


def tell_kind(document: Document, content: Sequence[Span]) -> ClaimKind:
    """direct: every word stands in quotation marks; indirect: none of a quotation's does; mixed: a part."""
    letters = document.gather_letters(content)
    inside = document.count_quoted(letters)
    if not inside:
        return "indirect"
    return "mixed" if inside < len(letters) else "direct"


def _grow_to_quotations(document: Document, content: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Content grown to the whole of each quotation that it begins or ends in, cue and source left out."""
    grown = list(content)
    for start, end in content:
        for quotation in document.quotations_in((start, end)):
            if any(quotation.span[0] < b and a < quotation.span[1] for a, b in others):
                continue
            grown += quotation.spans
    return merge_spans(grown) if len(grown) > 1 else grown


def _cut_at_bracket(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Spans that end at a bracket that closes in their sentence and opened before them: (which, Ruiz said, “is a note”)
    shows."""
    text = document.article.text
    whole = text[spans[0][0] : spans[-1][1]] if spans else ""
    if ")" not in whole and "]" not in whole:
        return list(spans)
    kept: list[Span] = []
    begins: dict[int, int] = {}
    for start, end in spans:
        words = document.words_in((start, end))
        begin = begins.setdefault(document.words[words.start].sentence, start) if words else start
        close = _find_close(text, begin, end)
        if close > start:
            kept.append((start, close))
    return kept


def _find_close(text: str, start: int, end: int) -> int:
    """Where the first bracket stands that closes and did not open behind `start`; else `end`."""
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match.group() in "([" else -1
        if depth < 0:
            return match.start()
    return end


def clean_spans(
    document: Document, spans: Iterable[Span], keep_marks: bool = False, *, grow: bool = True
) -> tuple[Span, ...]:
    """Spans cut at paragraph ends, with white space, stray commas and outer quotation marks trimmed off. Those that may
    `grow` take the marks right beside them along that open a quotation closed inside and close one opened there."""
    article, text, blocks = document.article, document.article.text, document.article.blocks
    out: list[Span] = []
    for start, end in spans:
        for number in range(article.block_at(start), len(blocks)):
            block = blocks[number]
            first, last = block.span
            if first >= end:
                break
            low, high = max(start, first), min(end, last)
            if low < high:
                begins, ends = (first if grow else low), high
                low, high = _trim(text, low, high, keep_marks)
                if low < high and not keep_marks:
                    grown = _grow_to_marks(document, low, high) if grow else None
                    low, high = grown or (low, balance_end(text, low, high, ends))
                if low < high:
                    out.append((_take_sign(text, low, begins), high))
    return tuple(out)


def _grow_to_marks(document: Document, start: int, end: int) -> Span:
    """A span with the marks right beside it that open a quotation closed inside, and close one opened there."""
    text = document.article.text
    close = balance_end(text, start, end, len(text))
    low = _open(document, start, close)
    if low < start or close > end:
        close = balance_end(text, low, close, len(text))
    return low, _close_single(document, low, close)


def _take_sign(text: str, start: int, limit: int) -> int:
    """The beginning of a span, moved before the minus of the figure that it opens with: “-2 degrees”, said −£5m."""
    if start <= limit or text[start - 1] not in _MINUS:
        return start
    figure = start + 1 if unicodedata.category(text[start]) == "Sc" else start
    signed = text[figure : figure + 1].isdigit()
    return start - 1 if signed and (start - 1 == limit or text[start - 2] in _BEFORE_SIGN) else start


def _trim(text: str, start: int, end: int, keep_marks: bool) -> Span:
    if text[start].isalnum() and text[end - 1].isalnum():
        return start, end
    edge = " \t\n\r" if keep_marks else _EDGE
    while True:
        low, high = start, end
        while start < end and text[start] in edge:
            start += 1
        while end > start and text[end - 1] in edge:
            end -= 1
        if not keep_marks:
            start, end = _trim_marks(text, start, end)
        if (start, end) == (low, high):
            return start, end


def balance_end(text: str, start: int, end: int, limit: int) -> int:
    """The end of a span, moved behind the mark (and the stop before it) that closes a quotation opened inside it, where
    that stands before `limit`."""
    if limit <= end:
        return end
    body = text[start:end]
    opened = body.count("“") > body.count("”") or body.count("«") > body.count("»") or body.count('"') % 2 == 1
    return _skip_closing(text, end, limit, '”»"') if opened else end


def close_brackets(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans whose ends are moved behind the bracket (and the stop before it) that closes one opened inside them."""
    closed: list[Span] = []
    for start, end in spans:
        body = text[start:end]
        closers = "".join([close for opener, close in _BRACKETS if body.count(opener) > body.count(close)])
        closed.append((start, _skip_closing(text, end, len(text), closers) if closers else end))
    return tuple(closed)


def _skip_closing(text: str, end: int, limit: int, closers: str) -> int:
    """Where a mark ends that closes what stands before a position, at most two stops away; else the position."""
    close = end
    while close < limit and close < end + 2 and text[close] in ".,!?…":
        close += 1
    return close + 1 if close < limit and text[close] in closers else end


def _open(document: Document, start: int, end: int) -> int:
    """The beginning of a span, moved before the mark that opens a quotation that ends inside it: “no deal” would do."""
    quotation = document.quotation_at(start)
    if quotation is None or not quotation.closed or quotation.outer[1] >= end:
        return start
    low = quotation.outer[0]
    return low if low == start - 1 else start


def _close_single(document: Document, start: int, end: int) -> int:
    """The end of a span, moved behind the single mark (and the stop before it) that closes a quotation opened inside:
    that he was ‘flattered’. Such a mark may be an apostrophe, which the document tells apart."""
    quotation = document.quotation_at(end - 1)
    if quotation is None or not quotation.closed or quotation.outer[0] <= start:
        return end
    close = quotation.outer[1]
    rest = document.article.text[end:close]
    return close if rest.strip(".,!?…") in ("’", "'") else end


def _trim_marks(text: str, start: int, end: int) -> Span:
    """Trim quotation marks at the edges: a pair around the whole, or one whose partner lies outside."""
    if end - start < 2:
        return start, end
    first, last = text[start] in _QUOTE_MARKS, text[end - 1] in _QUOTE_MARKS
    if not first and not last:
        return start, end
    if first and last and not any(mark in text[start + 1 : end - 1] for mark in '“”"«»'):
        return start + 1, end - 1
    body = text[start:end]
    if first and text[start] in '“"«„»”' and _is_unbalanced(body):
        return start + 1, end
    if last and text[end - 1] in '”"»«“' and _is_unbalanced(body):
        return start, end - 1
    return start, end


def _is_unbalanced(body: str) -> bool:
    return body.count('"') % 2 == 1 or body.count("“") != body.count("”") or body.count("«") != body.count("»")
