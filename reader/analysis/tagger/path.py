"""The best sequence of tags that B/I tags allow, and its spans.

Scores have a row a word and a column a tag: 0 is in no span, 2k + 1 begins one of role (or kind) k, 2k + 2 goes on in
one. A path is one tag a word; `opening` holds the numbers of the words that begin a block.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from reader.analysis.tagger.features import Ints

Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = range(3)
ROLES = ("source", "cue", "content")
_SPAN = re.compile(b"|".join(b"%c%c*" % (2 * role + 1, 2 * role + 2) for role in range(len(ROLES))))
"""The tags of a span, a byte each."""


def find_best_path(scores: Floats, opening: Ints) -> Ints:
    """The best sequence of B/I tags; at the words in `opening` a span may begin but not go on.

    Blocks do not depend on each other, nor do the words on both sides of one that is in no span; and where the best
    tag of each word makes a sequence that is allowed, no other can be better: only the parts where it does not are
    searched.
    """
    path = np.asarray(scores.argmax(1), np.int64)
    before = np.concatenate((np.zeros(1, np.int64), path[:-1]))
    before[opening] = 0
    goes_on = (path > 0) & (path % 2 == 0)
    wrong = (goes_on & (before != path) & (before != path - 1)).nonzero()[0]
    if len(wrong):
        search_parts(path, scores, wrong, opening, find_outside(scores, opening))
    return path


def find_outside(scores: Floats, opening: Ints) -> NDArray[np.bool_]:
    """Of each word whether it is in no span of the best sequence, whatever the words around it are: it loses less so
    than the word behind it does that then begins a span instead of going on in one."""
    by_tag = np.ascontiguousarray(scores.T)
    lost = np.maximum((by_tag[2::2] - by_tag[1::2]).max(0), 0)
    lost[opening] = 0
    behind = np.zeros_like(lost)
    behind[:-1] = lost[1:]
    return np.asarray(by_tag[0] - by_tag[1:].max(0) > behind)


def search_parts(path: Ints, scores: Floats, words: Ints, opening: Ints, outside: NDArray[np.bool_]) -> None:
    """Write the best sequences around some words into a path, each as far as to a word that is in no span or to the
    end of its block."""
    marked = np.zeros(len(path) + 1, np.bool_)
    marked[opening] = marked[0] = marked[-1] = True
    marked[:-1] |= outside
    marked[1:] |= outside
    edges = marked.nonzero()[0]
    for part in sorted(set(edges.searchsorted(words, "right").tolist())):
        start, stop = int(edges[part - 1]), int(edges[part])
        path[start:stop] = _search_block(scores[start:stop])


def _search_block(scores: Floats) -> Ints:
    """The best sequence of B/I tags of one part, by dynamic programming (Viterbi 1967); three roles, written out."""
    best = (0.0, *[-1e9] * (2 * len(ROLES)))
    steps: list[tuple[tuple[float, ...], float]] = []
    for o, b1, i1, b2, i2, b3, i3 in scores.tolist():
        highest = max(best)
        steps.append((best, highest))
        _, began1, went1, began2, went2, began3, went3 = best
        best = (
            highest + o,
            highest + b1,
            (began1 if began1 >= went1 else went1) + i1,
            highest + b2,
            (began2 if began2 >= went2 else went2) + i2,
            highest + b3,
            (began3 if began3 >= went3 else went3) + i3,
        )
    path = [0] * len(steps)
    state = best.index(max(best))
    for t in range(len(steps) - 1, -1, -1):
        path[t] = state
        best, highest = steps[t]
        if state and state % 2 == 0:
            state = state - 1 if best[state - 1] >= best[state] else state
        else:
            state = best.index(highest)
    return np.array(path, np.int64)


def find_spans(path: Ints) -> list[tuple[int, int, int]]:
    """(role, first, last + 1) of a tag sequence."""
    tags = path.astype(np.uint8).tobytes()
    return [(tags[found.start()] // 2, *found.span()) for found in _SPAN.finditer(tags)]
