"""Two editions of one page: what came, went, changed or moved."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.analysis.model import Analysis
from reader.article.model import Article, BlockKind, Span
from reader.compare.edited_claims import EditedClaims, Touched, edited_claims
from reader.compare.edits import Edit, edits_between
from reader.compare.model import Change, Side, Spans
from reader.compare.sentences import Laid, Passage, header_letters, is_untouched, lay
from reader.compare.words import letters_of


def compare_editions(old: tuple[Article, Analysis], new: tuple[Article, Analysis]) -> tuple[Change, ...]:
    """What changed from an old edition to a new one, in the new one's order (what is gone first in its place).

    Paragraphs that were split, joined or only moved are no additions, and byline and date lines are passed over. The
    claims of a sentence speak for it: a sentence that holds an added claim is no added text as well. A sentence with
    the same letters in both is never told as changed, whatever was found in it, and every letter of the body that
    differs is told by some change.
    """
    sides = Side(*old), Side(*new)
    laid = lay(*sides)
    touched = _touched(sides, laid)
    claims = edited_claims(sides, laid, touched)
    changes = [*_titles(sides, laid), *_moves(sides, laid), *claims.changes, *_texts(laid, touched, claims)]
    return tuple(sorted(changes, key=lambda change: _place(change, laid, touched)))


def is_byline_changed(old: Article, new: Article) -> bool:
    """Whether a byline of one edition stands nowhere in the other: no change is told of it, but that it is passed
    over."""
    lines = [{letters_of(each.words_of(block.span)) for block in each.blocks} for each in (old, new)]
    return any(
        letters_of(one.words_of(block.span)) not in there
        for one, there in ((old, lines[1]), (new, lines[0]))
        for block in one.blocks
        if block.kind == "byline"
    )


def _place(change: Change, laid: Laid, touched: Touched) -> tuple[int, int]:
    """Where a change stands in the new edition; what is gone stands before what came in its place, a sentence that is
    gone behind the one that it followed."""
    if change.new:
        return change.new[0][0], 1
    start = change.old[0][0] if change.old else 0
    at = bisect_right(laid.before, start, key=lambda passage: passage.span[0]) - 1
    if at not in laid.pairs:
        stayed = next((laid.pairs[one] for one in range(at, -1, -1) if one in laid.pairs), None)
        return (laid.after[stayed].span[1] if stayed is not None else 0), 0
    one, other = laid.before[at], laid.after[laid.pairs[at]]
    shift = other.span[0] - one.span[0]
    for edit in touched.edits:
        if _holds((one.span,), edit.old[0]) if edit.old else _holds((other.span,), edit.new[0]):
            if edit.old and edit.old[0][0] >= start:
                return (edit.new[0][0] if edit.new and edit.old[0][0] == start else start + shift), 0
            shift += _length(edit.new) - _length(edit.old)
    return start + shift, 0


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _titles(sides: tuple[Side, Side], laid: Laid) -> list[Change]:
    spans = [_first(side.article, "title") for side in sides]
    letters = [letters_of(side.article.words_of(span)) if span else "" for side, span in zip(sides, spans, strict=True)]
    if letters[0] == letters[1]:
        return []
    for number, passages in enumerate((laid.after, laid.before)):
        if not letters[1 - number] and any(passage.letters == letters[number] for passage in passages):
            return []  # the line stands in the body of the other edition
    old, new = ((span,) if span else None for span in spans)
    return [Change("title-changed", old, new)]


def _first(article: Article, kind: BlockKind) -> Span | None:
    return next((block.span for block in article.blocks if block.kind == kind), None)


# Moves ---------------------------------------------------------------------------------------------------------


def _moves(sides: tuple[Side, Side], laid: Laid) -> list[Change]:
    """The paragraphs that stand elsewhere: the fewest that explain the new order."""
    before, after, pairs = laid.before, laid.after, laid.pairs
    units: dict[int, int] = {}
    for one, other in sorted(pairs.items()):
        units.setdefault(before[one].block, other)
    blocks = list(units)
    stay = set(_longest_rise([units[block] for block in blocks]))
    found = []
    for at, block in enumerate(blocks):
        if at not in stay:
            target = after[units[block]].block
            spans = sides[0].article.blocks[block].span, sides[1].article.blocks[target].span
            found.append(Change("moved", (spans[0],), (spans[1],)))
    return found


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The places of a longest rising row of values (Schensted 1961)."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int | None] = []
    for at, value in enumerate(values):
        place = bisect_left(tails, value)
        back.append(ends[place - 1] if place else None)
        tails[place : place + 1] = [value]
        ends[place : place + 1] = [at]
    row: list[int] = []
    last: int | None = ends[-1] if ends else None
    while last is not None:
        row.append(last)
        last = back[last]
    return row[::-1]


# What was touched ----------------------------------------------------------------------------------------------


def _touched(sides: tuple[Side, Side], laid: Laid) -> Touched:
    """The sentences whose letters differ, and the words in which two of one sentence do."""
    headers = [header_letters(side) for side in sides]
    partners = laid.pairs, {other: one for one, other in laid.pairs.items()}
    lists = laid.before, laid.after
    alone = [
        [p for at, p in enumerate(lists[n]) if at not in partners[n] and p.letters not in headers[1 - n]]
        for n in (0, 1)
    ]
    passages = [list(side) for side in alone]
    edits: list[Edit] = []
    for one, other in laid.pairs.items():
        left, right = laid.before[one], laid.after[other]
        if is_untouched(left, right):
            continue
        passages[0].append(left)
        passages[1].append(right)
        found = edits_between(sides[0].article.text, left.words, sides[1].article.text, right.words)
        edits += found or [Edit("text", (left.span,), (right.span,))]
    ordered = [tuple(sorted(side, key=lambda p: p.span)) for side in passages]
    return Touched((ordered[0], ordered[1]), (tuple(alone[0]), tuple(alone[1])), tuple(edits))


# Text ----------------------------------------------------------------------------------------------------------


def _texts(laid: Laid, touched: Touched, claims: EditedClaims) -> list[Change]:
    """All that was touched and that no change of a claim tells."""
    words = [[token.span for passage in side for token in passage.words] for side in touched.passages]
    starts = [[start for start, _ in side] for side in words]
    changes: list[Change] = []
    for edit in touched.edits:
        sides = (edit.old, edit.new)
        left = [_untold(spans, words[n], starts[n], claims.spans[n]) for n, spans in enumerate(sides)]
        if not any(left):
            continue
        if edit.kind != "text" or not edit.old or not edit.new:
            left = list(sides)
        changes += Edit(edit.kind, left[0], left[1]).as_changes()
    gone, come = (
        [p for p in touched.alone[n] if p.span not in claims.holders[n] and not _is_told(p, claims.spans[n])]
        for n in (0, 1)
    )
    changes += [Change("text-removed", (span,), None) for span in _join_neighbours(gone, laid.before)]
    changes += [Change("text-added", None, (span,)) for span in _join_neighbours(come, laid.after)]
    return changes


def _untold(spans: Spans, words: Sequence[Span], starts: Sequence[int], told: Sequence[Span]) -> Spans:
    """The part of spans, from its first word to its last, whose words stand in no span told."""
    found = []
    for start, end in spans:
        inside = words[bisect_left(starts, start) : bisect_left(starts, end)] or [(start, end)]
        left = [span for span in inside if not _holds(told, span)]
        if left:
            found.append((left[0][0], left[-1][1]))
    return tuple(found)


def _is_told(passage: Passage, told: Sequence[Span]) -> bool:
    return all(_holds(told, token.span) for token in passage.words)


def _holds(told: Sequence[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in told)


def _join_neighbours(some: Sequence[Passage], every: Sequence[Passage]) -> list[Span]:
    """The spans of sentences, those side by side in one paragraph as one stretch."""
    numbers = {passage.span: at for at, passage in enumerate(every)}
    spans: list[Span] = []
    last: Passage | None = None
    for passage in some:
        is_next = last is not None and last.block == passage.block and numbers[last.span] + 1 == numbers[passage.span]
        if is_next:
            spans[-1] = (spans[-1][0], passage.span[1])
        else:
            spans.append(passage.span)
        last = passage
    return spans
