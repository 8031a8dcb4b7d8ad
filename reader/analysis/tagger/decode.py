"""From the network's numbers to spans and links.

A word belongs to the window that is believed there; links are read inside that window. The best tag sequence is one
that B/I tags allow, and no span runs over the beginning of a block.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from reader.analysis.tagger.features import Ints, Span, Windows
from reader.analysis.tagger.path import (
    CONTENT,
    CUE,
    ROLES,
    SOURCE,
    Floats,
    find_best_path,
    find_outside,
    find_spans,
    search_parts,
)
from reader.analysis.tagger.result import Link, TaggedName, TaggedSpan, Tagging

Vectors = NDArray[np.float16] | Floats
Outputs = tuple[Floats, Floats, Vectors]
"""Of the pieces of a window, its frame included, a row each: scores of tags, scores of names (seven columns, as in
path.py), pointer vectors (`POINTER` numbers for each link's two sides, first those that point; numbers that half
precision has, so that a text is read the same whether its vectors are halved or not)."""

Shares = tuple[Ints, Ints, Floats]
"""Three columns: spans, targets (both by number) and how much of the one's pointing falls on the other."""
_NO_SHARES: Shares = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32)

CONTENT_CUE, CUE_SOURCE, ANTECEDENT = range(3)
LINKS, POINTER = 3, 64
KINDS = ("person", "organisation", "place")
LEAST = 0.05
"""A smaller share of the pointing is no link."""
_LEAST_BACK = 0.01
_AHEAD = 8
"""So many pieces behind a word its window has at least, where it stands in several."""
_SCALE = np.float32(8)
"""The root of how many numbers a pointer vector has."""
_ROWS = 16
"""So many rows of a window at most are multiplied at once: for a larger product BLAS would wake its threads."""
_POINTED_AT, _BEHIND_POINTED = 4.0, 0.5
"""Added to the scores (logarithms) of a word that another span points to, and of the two behind it: enough to turn a
word that the tags left out by a little, too little to turn one they are sure of."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What dev chose: additions to the scores of the roles, and how raw confidence becomes probability."""

    bias: Mapping[str, float] = field(default_factory=dict)
    calibration: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    pointed: float = 0.0

    def confidence(self, role: str, raw: float) -> float:
        """The probability that a span of this role is right, from the network's mean probability of its words."""
        slope, shift = self.calibration.get(role, (1.0, 0.0))
        p = min(max(raw, 1e-4), 1 - 1e-4)
        return 1 / (1 + math.exp(-(slope * math.log(p / (1 - p)) + shift)))


def log_softmax(x: Floats) -> Floats:
    """Along the last of two axes."""
    columns = x.T.copy()  # a few long rows are quicker than many short ones
    columns -= columns.max(0)
    columns -= np.log(np.exp(columns).sum(0))
    return np.ascontiguousarray(columns.T, np.float32)


@dataclass(frozen=True, slots=True)
class WordScores:
    """A text as the network read it, word by word, with its windows kept for the links.

    Of each word `first` is its first piece and `owner` its window; `tags` and `names` have a row a word, of logarithms
    of probabilities. Of each window `windows` are its pieces (first, last + 1), without the frame, and `points` its
    vectors.
    """

    first: Ints
    owner: Ints
    windows: Sequence[Span]
    tags: Floats
    names: Floats
    points: list[Vectors]
    stops: Sequence[int]
    """Of each window the word behind the last that it owns."""
    widened: dict[int, dict[int, tuple[Floats, Floats]]] = field(default_factory=dict, compare=False, repr=False)
    asked: dict[tuple[int, Span], tuple[int, Floats]] = field(default_factory=dict, compare=False, repr=False)
    backward: dict[int, list[tuple[int | None, float]]] = field(default_factory=dict, compare=False, repr=False)
    peaks: dict[tuple[int, Span], tuple[int, float]] = field(default_factory=dict, compare=False, repr=False)
    """Of each link and span asked for the piece that it points to most, the frame aside, and how much."""
    begun: list[int] = field(default_factory=list, compare=False, repr=False)
    """Of each word its first piece, as soon as one is asked for."""

    def pointed(self, link: int, span: Span) -> tuple[int, Floats]:
        """Where those words (first, last + 1) of a span point that stand in the window of the first: the piece at which
        the window begins, and the shares of pieces and frame.

        The shares are the mean over the words; the first is the frame's, which means none. Asked once, kept.
        """
        here = self._begin(span)
        if (link, here) not in self.asked:
            self.ask(link, [here])
        return self.asked[link, here]

    def find_peaks(self, link: int, spans: Iterable[Span]) -> list[tuple[int, float]]:
        """Of each span the piece of the text that such words point to most, the frame aside, and how much."""
        begun = list(map(self._begin, spans))
        self.ask(link, begun)
        return [self.peaks[link, span] for span in begun]

    def _begin(self, span: Span) -> Span:
        """The words of a span that stand in the window of the first."""
        first, end = span
        return first, min(end, self.stops[bisect_right(self.stops, first)])

    def ask(self, link: int, spans: Iterable[Span]) -> None:
        """Find where the words (first, last + 1) of some spans point, each in the window of its first word, for all of
        a window at once."""
        waiting: dict[int, list[Span]] = {}
        for first, end in spans:
            w = bisect_right(self.stops, first)
            end = min(end, self.stops[w])
            if (link, (first, end)) not in self.asked:
                waiting.setdefault(w, []).append((first, end))
        for w, these in waiting.items():
            start = self.windows[w][0]
            words = np.concatenate([self.first[first:end] for first, end in these])
            words += 1 - start
            pointing, pointed = self._sides(link, w)
            queries = pointing[words]
            queries /= _SCALE
            scores = np.empty((len(queries), len(pointed)), np.float32)
            for at in range(0, len(queries), _ROWS):
                np.matmul(queries[at : at + _ROWS], pointed.T, out=scores[at : at + _ROWS])
            scores -= np.maximum.reduce(scores, 1, keepdims=True)  # as numpy's own methods do it, by way of fewer calls
            np.exp(scores, out=scores)
            scores /= np.add.reduce(scores, 1, keepdims=True)
            counts = [end - first for first, end in these]
            means = scores
            if len(counts) < len(scores):
                means = np.empty((len(counts), scores.shape[1]), np.float32)
                for row, end in enumerate(accumulate(counts)):
                    np.add.reduce(scores[end - counts[row] : end], 0, out=means[row])
                means /= np.array(counts, np.float32)[:, np.newaxis]
            pieces = means[:, 1:-1].argmax(1).tolist()
            for span, mean, piece in zip(these, means, pieces, strict=True):
                self.asked[link, span] = start, mean
                self.peaks[link, span] = start + piece, mean.item(piece + 1)

    def look_back(self, word: int) -> list[tuple[int | None, float]]:
        """The words before a word for which it stands, and how likely each is; None: for none of them.

        Of the windows that the word stands in the earliest is asked, for it has seen most of what comes before. Asked
        once, kept.
        """
        found = self.backward.get(word)
        if found is None:
            found = self.backward[word] = self._find_back(word)
        return found

    def _find_back(self, word: int) -> list[tuple[int | None, float]]:
        here, w = self.first.item(word), self.owner.item(word)
        while w and self.windows[w - 1][1] > here + _AHEAD:
            w -= 1
        start = self.windows[w][0] - 1
        pointing, pointed = self._sides(ANTECEDENT, w)
        shares = pointed[: here - start] @ (pointing[here - start] / _SCALE)
        shares -= np.maximum.reduce(shares)
        np.exp(shares, out=shares)
        shares /= np.add.reduce(shares)
        begun = self.begun
        if not begun:
            begun += self.first.tolist()
        found: list[tuple[int | None, float]] = [(None, shares.item(0))]
        for at in (shares[1:] >= _LEAST_BACK).nonzero()[0].tolist():
            piece = start + at + 1
            to = bisect_left(begun, piece, 0, word)
            if begun[to] == piece:
                found.append((to, shares.item(at + 1)))
        return found

    def _sides(self, link: int, w: int) -> tuple[Floats, Floats]:
        """Of each piece of a window the vectors by which it points and is pointed at, in full precision. They are kept
        for two windows, for spans come in order and words point back into the window before."""
        kept = self.widened.setdefault(link, {})
        sides = kept.get(w)
        if sides is not None:
            return sides
        if len(kept) > 1:
            del kept[next(iter(kept))]
        vectors = self.points[w]
        half = vectors.shape[1] // 2
        at = link * POINTER if half > POINTER else 0
        pointing, pointed = vectors[:, at : at + POINTER], vectors[:, half + at : half + at + POINTER]
        sides = kept[w] = pointing.astype(np.float32, copy=False), pointed.astype(np.float32, copy=False)
        return sides

    def share(self, link: int, spans: Sequence[Span], edges: Ints) -> tuple[Shares, list[float]]:
        """How much of the pointing of the words (first, last + 1) of each span falls on each target, and how much on
        none; `edges` are the pieces (first, last + 1) of the targets, in order and apart.

        A window sees few of a long text's targets: only theirs are kept, for a table of all spans with all targets
        grows with the square of the text.
        """
        parts = list(chain.from_iterable(map(self._part, range(len(spans)), spans)))
        self.ask(link, [span for _, span, _ in parts])
        none = [0.0] * len(spans)
        starts, rows = list[int](), list[Floats]()
        for of, span, weight in parts:
            start, row = self.asked[link, span]
            starts.append(start)
            rows.append(row)
            none[of] += weight * row.item(0)
        if not rows or not len(edges):
            return _NO_SHARES, none
        by, to, inside = _add_inside(np.array(starts), rows, edges)
        owners, weights = np.array([of for of, _, _ in parts]), np.array([weight for _, _, weight in parts])
        found = owners[by], to, np.asarray(weights[by] * inside, np.float32)
        return found if len(parts) == len(spans) else _add_up(found), none

    def _part(self, number: int, span: Span) -> Iterator[tuple[int, Span, float]]:
        """The parts of a span that stand each in one window, with the span's number and their share of its words."""
        first, end = span
        while first < end:
            until = min(end, self.stops[bisect_right(self.stops, first)])
            yield number, (first, until), (until - first) / (end - span[0])
            first = until

    def let_go(self) -> None:
        """Of a long text only what `look_back` needs is kept: two of six vectors of each piece."""
        for w, vectors in enumerate(self.points):
            if vectors.itemsize == 2:
                parts = (ANTECEDENT, LINKS + ANTECEDENT)
                self.points[w] = np.concatenate([vectors[:, n * POINTER : (n + 1) * POINTER] for n in parts], axis=1)
                self.asked.clear()

    def list_edges(self, spans: Ints) -> Ints:
        """The pieces (first, last + 1) of spans of words, also (first, last + 1)."""
        return np.stack((self.first[spans[:, 0]], self.first[spans[:, 1] - 1] + 1), 1)


def _add_inside(
    starts: Ints, rows: Sequence[Floats], edges: Ints
) -> tuple[Ints, Ints, NDArray[np.float32 | np.float64]]:
    """How much of each row falls on each target that stands in its window, in three columns: the rows' numbers, the
    targets' and the sums. A row begins with the frame, behind which stands the piece of `starts`."""
    lengths = np.array([len(row) - 2 for row in rows], np.int64)
    begins = (lengths + 2).cumsum() - lengths - 1 - starts
    low = edges[:, 1].searchsorted(starts, "right")
    counts = edges[:, 0].searchsorted(starts + lengths) - low
    of = np.arange(len(rows), dtype=np.int64).repeat(counts)
    to = np.arange(len(of)) - (counts.cumsum() - counts - low)[of]
    if not len(of):
        return of, to, np.zeros(0)
    inside = np.maximum(edges[to], starts[of, np.newaxis])
    np.minimum(inside, (starts + lengths)[of, np.newaxis], out=inside)
    inside += begins[of, np.newaxis]
    return of, to, np.add.reduceat(np.concatenate(rows), inside.ravel(), dtype=np.float64)[::2]


def _add_up(shares: Shares) -> Shares:
    """Shares in order of span and target, each pair once; those of a span that runs over windows are added."""
    of, to, share = shares
    order = np.lexsort((to, of))
    of, to, share = of[order], to[order], share[order]
    begins = np.ones(len(of), np.bool_)
    begins[1:] = (of[1:] != of[:-1]) | (to[1:] != to[:-1])
    total = np.zeros(np.count_nonzero(begins), np.float32)
    np.add.at(total, np.cumsum(begins) - 1, share)
    return of[begins], to[begins], total


def gather_scores(first: Ints, windows: Windows, outputs: Sequence[Outputs]) -> WordScores:
    """What the network said of each word, taken from the window that owns it; `first` is each word's first piece."""
    owner = windows.owners(first)
    tags, names = np.zeros((2, len(first), 1 + 2 * len(ROLES)), np.float32)
    stops = owner.searchsorted(np.arange(len(outputs)), "right").tolist()
    for begin, stop, (start, _), (tagged, named, _) in zip([0, *stops], stops, windows.spans, outputs, strict=False):
        at = first[begin:stop] - (start - 1)
        tags[begin:stop], names[begin:stop] = tagged[at], named[at]
    points = [points for _, _, points in outputs]
    return WordScores(first, owner, windows.spans, log_softmax(tags), log_softmax(names), points, stops)


def _measure_certainty(log: Floats, spans: Ints) -> list[float]:
    """Of each span (a row: role, first, last + 1) the geometric mean of the probability that its words play the role,
    its beginning counted by itself."""
    if not len(spans):
        return []
    role, first, last = spans.T
    length = last - first
    ends = length.cumsum()
    begins = ends - length
    words = np.arange(ends[-1]) + (first - begins).repeat(length)
    tag = 2 * role.repeat(length) + 1
    either = np.logaddexp(log[words, tag], log[words, tag + 1])
    sums = np.add.reduceat(either, begins)
    for at in (length > 2).nonzero()[0].tolist():  # of more than two it adds in another order
        sums[at] = np.add.reduce(either[begins[at] : ends[at]])
    mean = (sums + log[first, 2 * role + 1]) / (length + 1).astype(np.float32)
    return np.exp(mean).tolist()  # type: ignore[no-any-return]


def _lay_rows(spans: Sequence[tuple[int, int, int]]) -> Ints:
    """Spans (role, first, last + 1) as rows of numbers."""
    return np.array(spans, np.int64).reshape(-1, 3)


def _list_links(read: WordScores, link: int, spans: Sequence[Span], targets: Ints) -> list[Link]:
    """Shares of the pointing of each span as links, best first, without the negligible; `targets` are pieces."""
    (of_span, to_target, share), none = read.share(link, spans, targets)
    found: list[list[Link]] = [[] for _ in spans]
    enough = share >= LEAST
    for of, to, much in zip(*(column[enough].tolist() for column in (of_span, to_target, share)), strict=True):
        found[of].append(Link(of, to, much))
    for of, on_none in enumerate(none):
        if on_none >= LEAST:
            found[of].append(Link(of, None, on_none))
    return [one for these in found for one in sorted(these, key=lambda x: -x.score)]


def _add_bias(scores: Floats, tuning: Tuning, roles: Sequence[str]) -> Floats:
    bias = np.zeros(scores.shape[1], np.float32)
    for role, name in enumerate(roles):
        bias[2 * role + 1] = bias[2 * role + 2] = tuning.bias.get(name, 0.0)
        bias[2 * role + 1] += tuning.bias.get(name + "_begin", 0.0)
    return scores + bias


def _raise_pointed(
    read: WordScores, scores: Floats, path: Ints, spans: Sequence[tuple[int, int, int]], least: float
) -> tuple[Floats, Ints]:
    """Scores that favour a cue, or a source, at an untagged word to which a content, or a cue, among the spans of a
    path points this much; and of which words they are others."""
    raised = scores.copy()
    changed: set[int] = set()
    contents = [(b, e) for role, b, e in spans if role == CONTENT]
    cues = [(b, b + 1) for role, b, _ in spans if role == CUE]
    for link, target, these in ((CONTENT_CUE, CUE, contents), (CUE_SOURCE, SOURCE, cues)):
        pieces = [piece for piece, share in read.find_peaks(link, these) if share >= least]
        for word in read.first.searchsorted(pieces).tolist():
            if word < len(path) and path[word] == 0:
                raised[word, 1 + 2 * target] += _POINTED_AT
                raised[word + 1 : word + 3, 2 + 2 * target] += _BEHIND_POINTED
                changed.update(range(word, min(word + 3, len(path))))
    return raised, np.array(sorted(changed), np.int64)


def decode(read: WordScores, opening: Ints, tuning: Tuning, *, named: bool = True) -> Tagging:
    """The spans and links of a text, and its names where it is to be `named`; `opening` are the numbers of the words
    that begin a block."""
    scores = _add_bias(read.tags, tuning, ROLES)
    path = find_best_path(scores, opening)
    spans = find_spans(path)
    if tuning.pointed:
        raised, changed = _raise_pointed(read, scores, path, spans, tuning.pointed)
        if len(changed):
            outside = find_outside(scores, opening) & find_outside(raised, opening)
            search_parts(path, raised, changed, opening, outside)
            spans = find_spans(path)
    roles: tuple[list[TaggedSpan], ...] = ([], [], [])
    rows = _lay_rows(spans)
    for (role, b, e), raw in zip(spans, _measure_certainty(read.tags, rows), strict=True):
        roles[role].append(TaggedSpan(b, e, tuning.confidence(ROLES[role], raw)))
    sources, cues = (read.list_edges(rows[rows[:, 0] == role, 1:]) for role in (SOURCE, CUE))
    to_cues = tuple(_list_links(read, CONTENT_CUE, [(s.first, s.last) for s in roles[CONTENT]], cues))
    to_sources = tuple(_list_links(read, CUE_SOURCE, [(s.first, s.first + 1) for s in roles[CUE]], sources))
    read.let_go()
    of_sources, of_cues, of_contents = map(tuple, roles)
    found = Tagging(of_sources, of_cues, of_contents, to_cues, to_sources, look_back=read.look_back)
    return _add_names(found, read.names, opening, tuning) if named else found


def _add_names(found: Tagging, log: Floats, opening: Ints, tuning: Tuning) -> Tagging:
    spans = find_spans(find_best_path(_add_bias(log, tuning, KINDS), opening))
    names = tuple(
        TaggedName(b, e, KINDS[kind], tuning.confidence("name", raw))
        for (kind, b, e), raw in zip(spans, _measure_certainty(log, _lay_rows(spans)), strict=True)
    )
    return replace(found, names=names, kinds=_add_beginnings(np.exp(log)))


def _add_beginnings(shares: Floats) -> Floats:
    """Of each word the share of no kind and of each kind, whether it begins a name or goes on in one."""
    return np.concatenate((shares[:, :1], shares[:, 1::2] + shares[:, 2::2]), 1)
