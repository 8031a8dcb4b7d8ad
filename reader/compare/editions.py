"""Two editions of one page: what came, went, changed or moved."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, BlockKind, Span
from reader.compare.edits import Edit, edits_between
from reader.compare.matching import match_statements, sharing
from reader.compare.model import Change, Side, Spans
from reader.compare.sentences import Passage, align, passages_of
from reader.compare.speakers import is_changed_speaker
from reader.compare.statements import Statement, statements_of
from reader.compare.words import likeness, tokens_of

_REWORDED = 0.5
"""The share of equal words from which a claim in the same sentence's place is the same claim reworded."""


def compare_editions(old: tuple[Article, Analysis], new: tuple[Article, Analysis]) -> tuple[Change, ...]:
    """What changed from an old edition to a new one, in the new one's order (what is gone first in its place).

    Paragraphs that were split, joined or only moved are no additions, and byline and date lines are passed over. The
    claims of a sentence speak for it: a sentence that holds an added claim is no added text as well.
    """
    sides = Side(*old), Side(*new)
    before, after = (passages_of(side) for side in sides)
    pairs = align(before, after)
    changes = [*_titles(sides), *_moves(sides, before, after, pairs)]
    claims = _Claims(sides, before, after, pairs)
    changes += claims.changes
    changes += _texts(sides, before, after, pairs, claims)
    return tuple(sorted(changes, key=lambda change: _place(change, sides)))


def _place(change: Change, sides: tuple[Side, Side]) -> tuple[float, int]:
    if change.new:
        return change.new[0][0] / max(1, len(sides[1].article.text)), 1
    return (change.old or ((0, 0),))[0][0] / max(1, len(sides[0].article.text)), 0


def _titles(sides: tuple[Side, Side]) -> list[Change]:
    spans = [_first(side.article, "title") for side in sides]
    if spans[0] is None or spans[1] is None:
        return []
    keys = [
        [token.key for token in tokens_of(side.article.text, (span,))]
        for side, span in zip(sides, spans, strict=True)
        if span is not None
    ]
    return [] if keys[0] == keys[1] else [Change("title-changed", (spans[0],), (spans[1],))]


def _first(article: Article, kind: BlockKind) -> Span | None:
    return next((block.span for block in article.blocks if block.kind == kind), None)


# Moves ---------------------------------------------------------------------------------------------------------


def _moves(
    sides: tuple[Side, Side], before: Sequence[Passage], after: Sequence[Passage], pairs: dict[int, int]
) -> list[Change]:
    """The paragraphs that stand elsewhere: the fewest that explain the new order."""
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


# Claims --------------------------------------------------------------------------------------------------------


class _Claims:
    """The claims of both editions laid together; `old` and `new` are the spans that they speak for."""

    def __init__(
        self, sides: tuple[Side, Side], before: Sequence[Passage], after: Sequence[Passage], pairs: dict[int, int]
    ) -> None:
        self.changes: list[Change] = []
        self.respoken: tuple[list[Span], list[Span]] = ([], [])
        statements = [statements_of(side, number) for number, side in enumerate(sides)]
        self.spans = tuple([statement.claim for statement in side] for side in statements)
        partner = self._partners(sides, statements, before, after, pairs)
        for at, statement in enumerate(statements[0]):
            if at in partner:
                other = statements[1][partner[at]]
                uncut = _is_part(statement, other, after) and _is_part(other, statement, before)
                self._changed(sides, statement, other, is_reworded=not uncut)
            elif not _still_stands(statement, before, pairs, after):
                gone = statement.claim.speaker_name, None
                self.changes.append(Change("claim-removed", statement.claim.content, None, gone))
        reverse = {other: one for one, other in pairs.items()}
        taken = set(partner.values())
        for at, statement in enumerate(statements[1]):
            if at not in taken and not _still_stands(statement, after, reverse, before):
                come = None, statement.claim.speaker_name
                self.changes.append(Change("claim-added", None, statement.claim.content, come))

    def _partners(
        self,
        sides: tuple[Side, Side],
        statements: Sequence[Sequence[Statement]],
        before: Sequence[Passage],
        after: Sequence[Passage],
        pairs: dict[int, int],
    ) -> dict[int, int]:
        """Which new claim each old one has become: by equal words, by its sentence's place, by its statement."""
        scores: list[tuple[float, int, int]] = []
        places = [{s.claim.id: at for at, s in enumerate(side)} for side in statements]
        for left, right in sharing(*statements):
            alike = likeness(left.words, right.words)
            if alike >= _REWORDED:
                scores.append((alike + 1, places[0][left.claim.id], places[1][right.claim.id]))
        for pair in match_statements(sides, statements):
            if pair.same_speaker:
                scores.append((pair.sureness, places[0][pair.left.claim.id], places[1][pair.right.claim.id]))
        partner: dict[int, int] = {}
        taken: set[int] = set()
        for _, one, other in sorted(scores, key=lambda score: (-score[0], abs(score[1] - score[2]))):
            if one not in partner and other not in taken:
                partner[one] = other
                taken.add(other)
        return partner

    def _changed(self, sides: tuple[Side, Side], left: Statement, right: Statement, *, is_reworded: bool) -> None:
        edits = edits_between(sides[0].article.text, left.words, sides[1].article.text, right.words)
        small = [Change(edit.kind, edit.old, edit.new) for edit in edits if edit.kind != "text"]
        if len(small) == len(edits):
            self.changes += small
        elif is_reworded:
            self.changes.append(Change("claim-reworded", left.claim.content, right.claim.content))
        if is_changed_speaker(sides[0], left.claim, sides[1], right.claim):
            names = left.claim.speaker_name, right.claim.speaker_name
            self.changes.append(Change("speaker-changed", left.claim.content, right.claim.content, names))
            self.respoken[0].extend(left.claim.source)
            self.respoken[1].extend(right.claim.source)


def _is_part(statement: Statement, other: Statement, passages: Sequence[Passage]) -> bool:
    """Whether all words of a claim stand, in one stretch, in the sentence of the other edition's claim: then only the
    engine took more or less of it for what was said."""
    start = other.claim.content[0][0]
    around = next((p for p in passages if p.span[0] <= start < p.span[1]), None)
    if around is None:
        return False
    own, theirs = [token.key for token in statement.words], [token.key for token in around.words]
    return any(theirs[at : at + len(own)] == own for at in range(len(theirs) - len(own) + 1))


def _still_stands(
    statement: Statement, passages: Sequence[Passage], pairs: dict[int, int], others: Sequence[Passage]
) -> bool:
    """Whether the sentence of a claim stands in the other edition as it was: then only the engine saw it otherwise."""
    start = statement.claim.content[0][0]
    for at, passage in enumerate(passages):
        if passage.span[0] <= start < passage.span[1]:
            other = pairs.get(at)
            return other is not None and likeness(passage.words, others[other].words) > 0.9
    return False


# Text ----------------------------------------------------------------------------------------------------------


def _texts(
    sides: tuple[Side, Side],
    before: Sequence[Passage],
    after: Sequence[Passage],
    pairs: dict[int, int],
    claims: _Claims,
) -> list[Change]:
    changes: list[Change] = []
    covered = [
        [span for claim in side for span in (*claim.content, *claim.cue)] + respoken
        for side, respoken in zip(claims.spans, claims.respoken, strict=True)
    ]
    for one, other in pairs.items():
        left, right = before[one], after[other]
        for edit in edits_between(sides[0].article.text, left.words, sides[1].article.text, right.words):
            if _inside(edit.old, covered[0]) or _inside(edit.new, covered[1]):
                continue
            changes += _as_changes(edit)
    reverse = set(pairs.values())
    gone = [passage for at, passage in enumerate(before) if at not in pairs]
    come = [passage for at, passage in enumerate(after) if at not in reverse]
    changes += [Change("text-removed", (span,), None) for span in _join_neighbours(gone, claims.spans[0])]
    changes += [Change("text-added", None, (span,)) for span in _join_neighbours(come, claims.spans[1])]
    return changes


def _as_changes(edit: Edit) -> list[Change]:
    if edit.kind != "text":
        return [Change(edit.kind, edit.old, edit.new)]
    changes = [Change("text-removed", edit.old, None)] if edit.old else []
    return changes + ([Change("text-added", None, edit.new)] if edit.new else [])


def _inside(spans: Spans, covered: Sequence[Span]) -> bool:
    return any(start < d and c < end for start, end in spans for c, d in covered)


def _join_neighbours(passages: Sequence[Passage], claims: Sequence[Claim]) -> list[Span]:
    """The sentences without a claim, those side by side in one paragraph as one stretch."""
    free = [p for p in passages if not _inside((p.span,), [span for claim in claims for span in claim.content])]
    spans: list[Span] = []
    last: Passage | None = None
    for passage, previous in zip(free, [None, *free], strict=False):
        if previous is not None and previous.block == passage.block and previous.number + 1 == passage.number and last:
            spans[-1] = (spans[-1][0], passage.span[1])
        else:
            spans.append(passage.span)
        last = passage
    return spans
