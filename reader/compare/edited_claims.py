"""The claims of two editions laid together: those that came, went, were reworded or given to somebody else.

Only claims of sentences that an editor touched are looked at: what the engine says otherwise of a sentence with the
same letters is the engine's.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.model import Claim
from reader.article.model import Span
from reader.compare.edits import Edit, edits_between
from reader.compare.matching import match_statements, sharing
from reader.compare.model import Change, Side, Spans
from reader.compare.sentences import Laid, Passage
from reader.compare.speakers import is_changed_speaker
from reader.compare.statements import Statement, statements_of
from reader.compare.words import Token, likeness, tokens_of

_REWORDED = 0.5
"""The share of equal words from which a claim in the same sentence's place is the same claim reworded."""

_PLAIN = frozenset(["said", "says", "say", "saying", "according", "to", "told", "tells", "added", "adds"])
"""Words of cues that say no more than that something was said: where they change with the speaker, that is told."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an editor touched: of either edition the sentences that are new, gone or changed, those of them that became
    no other, and the words that differ between sentences of both."""

    passages: tuple[tuple[Passage, ...], tuple[Passage, ...]]
    alone: tuple[tuple[Passage, ...], tuple[Passage, ...]]
    edits: tuple[Edit, ...]


@dataclass(slots=True)
class EditedClaims:
    """The changes of claims, and the spans of either edition that they speak for; `holders` are those sentences of
    one edition alone for which a claim speaks."""

    changes: list[Change] = field(default_factory=list)
    spans: tuple[list[Span], list[Span]] = field(default_factory=lambda: ([], []))
    holders: tuple[list[Span], list[Span]] = field(default_factory=lambda: ([], []))


def edited_claims(sides: tuple[Side, Side], laid: Laid, touched: Touched) -> EditedClaims:
    """What happened to the claims of the sentences that an editor touched."""
    every = [statements_of(side, number) for number, side in enumerate(sides)]
    found = EditedClaims()
    if not any(touched.passages):
        return found
    near = [[s for s in every[number] if _clipped(_all_spans(s.claim), touched.passages[number])] for number in (0, 1)]
    partner = _partners(sides, every, near)
    for at, statement in enumerate(near[0]):
        if at in partner:
            _compare(sides, statement, near[1][partner[at]], laid, touched, found)
        else:
            _tell_alone(0, statement, touched, found)
    taken = set(partner.values())
    for at, statement in enumerate(near[1]):
        if at not in taken:
            _tell_alone(1, statement, touched, found)
    return found


def _partners(
    sides: tuple[Side, Side], every: Sequence[Sequence[Statement]], near: Sequence[Sequence[Statement]]
) -> dict[int, int]:
    """Which new claim each old one has become: by equal words, by its statement."""
    places = [{s.claim.id: at for at, s in enumerate(side)} for side in near]
    scores: list[tuple[float, int, int]] = []
    for left, right in sharing(*near):
        alike = likeness(left.words, right.words)
        if alike >= _REWORDED:
            scores.append((alike + 1, places[0][left.claim.id], places[1][right.claim.id]))
    if all(near):
        for pair in match_statements(sides, every):
            one, other = places[0].get(pair.left.claim.id), places[1].get(pair.right.claim.id)
            if pair.same_speaker and one is not None and other is not None:
                scores.append((pair.sureness, one, other))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(scores, key=lambda score: (-score[0], abs(score[1] - score[2]))):
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    return partner


def _compare(
    sides: tuple[Side, Side], left: Statement, right: Statement, laid: Laid, touched: Touched, found: EditedClaims
) -> None:
    """Tell what changed from a claim to the one that it became; small edits of sentences that both editions have are
    told with these."""
    claims = left.claim, right.claim
    parts = tuple(_clipped(claim.content, passages) for claim, passages in zip(claims, touched.passages, strict=True))
    if _in_one_place(parts, laid):
        meeting = [e for e in touched.edits if _meet(e.old, parts[0]) or _meet(e.new, parts[1])]
        is_alone = any(_meet(parts[n], _spans(touched.alone[n])) for n in (0, 1))
        is_reworded = is_alone or any(edit.kind == "text" for edit in meeting)
        small: list[Edit] = []
    else:
        words = [_words_in(s.words, part) for s, part in zip((left, right), parts, strict=True)]
        edits = edits_between(sides[0].article.text, words[0], sides[1].article.text, words[1])
        is_reworded = any(edit.kind == "text" for edit in edits)
        small = [] if is_reworded else edits
    if is_reworded and all(parts):
        contents = _without_untouched(left, right, parts)
        found.changes.append(Change("claim-reworded", *contents))
        for number, content in enumerate(contents):
            _cover(found, number, content, touched)
    for edit in small:
        found.changes += edit.as_changes()
        found.spans[0].extend(edit.old)
        found.spans[1].extend(edit.new)
    if _is_source_touched(claims, touched) and is_changed_speaker(sides[0], claims[0], sides[1], claims[1]):
        names = claims[0].speaker_name, claims[1].speaker_name
        shown = [part or claim.source for part, claim in zip(parts, claims, strict=True)]
        if all(parts):
            shown = [claim.content for claim in claims]
        found.changes.append(Change("speaker-changed", shown[0], shown[1], names))
        plain = all(
            token.key in _PLAIN for side, claim in zip(sides, claims, strict=True) for token in _cue(side, claim)
        )
        for number, claim in enumerate(claims):
            found.spans[number].extend((*claim.source, *claim.cue) if plain else claim.source)


def _cue(side: Side, claim: Claim) -> tuple[Token, ...]:
    return tokens_of(side.article.text, claim.cue)


def _tell_alone(number: int, statement: Statement, touched: Touched, found: EditedClaims) -> None:
    """Tell a claim that only one edition has, unless its words stand in the other: then only the engine saw it
    otherwise."""
    claim = statement.claim
    content = _clipped(claim.content, touched.passages[number])
    if not content:
        return
    if not _meet(content, _spans(touched.alone[number])):
        edits = [(edit.old, edit.new) if number == 0 else (edit.new, edit.old) for edit in touched.edits]
        own = _words_in(statement.words, content)
        fresh = [span for mine, _ in edits for span in mine]
        is_said_anew = sum(_meets(fresh, token.span) for token in own) * 2 >= len(own)
        put_in = [span for mine, theirs in edits if not theirs for span in mine]
        is_given_anew = any(
            spans and all(_meets(put_in, span) for span in spans) for spans in (claim.cue, claim.source)
        )
        if not (is_said_anew or is_given_anew):
            return
    if number == 0:
        found.changes.append(Change("claim-removed", content, None, (claim.speaker_name, None)))
    else:
        found.changes.append(Change("claim-added", None, content, (None, claim.speaker_name)))
    _cover(found, number, (*content, *claim.cue, *claim.source), touched)


def _cover(found: EditedClaims, number: int, spans: Spans, touched: Touched) -> None:
    found.spans[number].extend(spans)
    found.holders[number].extend(p.span for p in touched.alone[number] if _meets(spans, p.span))


def _in_one_place(parts: Sequence[Spans], laid: Laid) -> bool:
    """Whether the touched words of two claims stand in what is one sentence changed; so do those of claims of which one
    has none."""
    if not all(parts):
        return True
    return any(
        _meets(parts[0], laid.before[one].span) and _meets(parts[1], laid.after[other].span)
        for one, other in laid.pairs.items()
    )


def _without_untouched(left: Statement, right: Statement, parts: Sequence[Spans]) -> tuple[Spans, Spans]:
    """The contents of both claims; without the untouched sentences where only one of the two takes them in."""
    rests = [
        [token.key for token in s.words if not _meets(part, token.span)]
        for s, part in zip((left, right), parts, strict=True)
    ]
    return (left.claim.content, right.claim.content) if rests[0] == rests[1] else (parts[0], parts[1])


def _is_source_touched(claims: Sequence[Claim], touched: Touched) -> bool:
    """Whether the words that name a claim's speaker were changed, in either edition."""
    edited = ([s for e in touched.edits for s in e.old], [s for e in touched.edits for s in e.new])
    return any(
        _meet(claim.source, [*edited[number], *_spans(touched.alone[number])]) for number, claim in enumerate(claims)
    )


def _all_spans(claim: Claim) -> Spans:
    return (*claim.content, *claim.cue, *claim.source)


def _clipped(spans: Spans, passages: Sequence[Passage]) -> Spans:
    """The parts of spans that stand in sentences (which are in order); of sentences side by side, one part."""
    found: list[Span] = []
    for start, end in spans:
        parts: list[Span] = []
        for passage in passages[bisect_right(passages, start, key=lambda p: p.span[1]) :]:
            a, b = max(start, passage.span[0]), min(end, passage.span[1])
            if a >= b:
                break
            if parts and a - parts[-1][1] <= 1:
                parts[-1] = (parts[-1][0], b)
            else:
                parts.append((a, b))
        found += parts
    return tuple(found)


def _words_in(words: Sequence[Token], spans: Spans) -> tuple[Token, ...]:
    return tuple(token for token in words if _meets(spans, token.span))


def _spans(passages: Sequence[Passage]) -> Spans:
    return tuple(passage.span for passage in passages)


def _meets(spans: Sequence[Span], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def _meet(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(_meets(others, span) for span in spans)
