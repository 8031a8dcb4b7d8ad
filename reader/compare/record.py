"""Quotations against the record of what was said: a transcript, a speech, a letter, a press release."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.model import Analysis
from reader.article.model import Article, Span
from reader.compare.model import Quote, Side, Spans, Verdict
from reader.compare.relation import FEW, NEGATIONS, Block, equal_blocks
from reader.compare.statements import Statement, statements_of
from reader.compare.words import Token, tokens_of

_FOUND = 0.5
"""The share of the quoted words that the record must have in their order for the quotation to stand in it at all."""

_NEAR = 5
"""Words beyond a run's own length within which the rest of it is looked for beside what was found."""


def check_record(article: tuple[Article, Analysis], record: Article) -> tuple[Quote, ...]:
    """For each claim that quotes: whether the record has its quoted words, and where.

    `verbatim`: word for word in one stretch, which may begin and end anywhere and be broken by "she said"; `elided`:
    words are left out inside, marked or not; `altered`: words are changed, added or moved, or a "not" is left out;
    `not-found`: nowhere. Who the record says spoke plays no part.
    """
    said = tokens_of(record.text, [block.span for block in record.blocks])
    places = _places(said)
    return tuple(
        _check(statement, record.text, said, places)
        for statement in statements_of(Side(*article), 0, titles=True)
        if statement.quoted
    )


def _places(said: Sequence[Token]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(said):
        found[token.key].append(at)
    return found


def _check(statement: Statement, text: str, said: Sequence[Token], places: dict[str, list[int]]) -> Quote:
    stretches: list[range] = []
    missing = 0
    for run in statement.runs:
        exact = _find_exactly(run, said, places, stretches[-1].stop if stretches else 0)
        if exact is not None:
            stretches.append(exact)
            continue
        blocks = [block for block in equal_blocks(run, said) if block[2] >= FEW or len(run) <= FEW]
        blocks = _fill(run, said, blocks)
        missing += len(run) - sum(n for _, _, n in blocks)
        stretches += [range(b, b + n) for _, b, n in blocks]
    found = len(statement.quoted) - missing
    if not stretches or found < _FOUND * len(statement.quoted) or max(map(len, stretches)) < min(FEW, found):
        return Quote(statement.claim, statement.spans, "not-found", None)
    verdict: Verdict = "altered" if missing else _judge_gaps(stretches, text, said)
    return Quote(statement.claim, statement.spans, verdict, _spans(stretches, said))


def _find_exactly(
    run: Sequence[Token], said: Sequence[Token], places: dict[str, list[int]], behind: int
) -> range | None:
    """Where the record has a run word for word; the next such place behind what was found before, else the first."""
    keys = [token.key for token in run]
    starts = [at for at in places.get(keys[0], ()) if [t.key for t in said[at : at + len(keys)]] == keys]
    if not starts:
        return None
    start = next((at for at in starts if at >= behind), starts[0])
    return range(start, start + len(keys))


def _fill(run: Sequence[Token], said: Sequence[Token], blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the shorter stretches of equal words between and beside them."""
    if not blocks:
        return []
    reach = len(run) + _NEAR
    edges = [
        (0, max(0, blocks[0][1] - reach), 0),
        *blocks,
        (len(run), min(len(said), blocks[-1][1] + blocks[-1][2] + reach), 0),
    ]
    filled: list[Block] = []
    for (a, b, n), (c, d, m) in pairwise(edges):
        if d - b - n <= reach:
            inner = equal_blocks(run[a + n : c], said[b + n : d])
            filled += [(a + n + i, b + n + j, size) for i, j, size in inner]
        if m:
            filled.append((c, d, m))
    return filled


def _judge_gaps(stretches: Sequence[range], text: str, said: Sequence[Token]) -> Verdict:
    verdict: Verdict = "verbatim"
    for one, other in pairwise(stretches):
        if other.start < one.start:
            return "altered"
        gap = said[one.stop : other.start]
        if not gap:
            continue
        verdict = "elided"
        in_one_sentence = not any(mark in text[gap[0].span[0] : gap[-1].span[1]] for mark in ".!?\n")
        if len(gap) <= FEW and in_one_sentence and any(token.key in NEGATIONS for token in gap):
            return "altered"
    return verdict


def _spans(stretches: Sequence[range], said: Sequence[Token]) -> Spans:
    spans: list[Span] = []
    for stretch in stretches:
        span = (said[stretch.start].span[0], said[stretch.stop - 1].span[1])
        if spans and stretch.start and said[stretch.start - 1].span[1] == spans[-1][1]:
            span = (spans.pop()[0], span[1])
        spans.append(span)
    return tuple(spans)
