"""What a long text's links cost: as much again for each window more, and no table of all spans with all targets."""

import tracemalloc

import numpy as np

from reader.analysis.tagger.decode import CONTENT_CUE, LINKS, POINTER, Vectors, WordScores

_PIECES, _STEP = 20, 16
"""So many pieces, each a word, have a window; the next begins so many behind."""


def _read(windows: int) -> WordScores:
    """A text as a network might have read it: every word points somewhere, evenly spread by chance."""
    chance = np.random.default_rng(4)
    spans = [(_STEP * w, _STEP * w + _PIECES) for w in range(windows)]
    words = spans[-1][1]
    stops = [*(start + _STEP for start, _ in spans[:-1]), words]
    points: list[Vectors] = [chance.normal(0, 2, (_PIECES + 2, 2 * LINKS * POINTER)).astype(np.float32) for _ in spans]
    nothing = np.zeros((words, 7), np.float32)
    owner = np.searchsorted(stops, np.arange(words), "right")
    return WordScores(np.arange(words), owner, spans, nothing, nothing, points, stops)


def _measure(windows: int) -> int:
    """The most bytes held while a text of so many windows is asked where each of its spans points."""
    read = _read(windows)
    spans = [(at, at + 2) for at in range(0, _STEP * windows, 2)]
    targets = read.list_edges(np.array(spans))
    read.ask(CONTENT_CUE, spans)
    tracemalloc.start()
    read.share(CONTENT_CUE, spans, targets)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_shares_of_a_text_four_times_as_long_take_about_four_times_the_room() -> None:
    assert _measure(400) < 6 * _measure(100)


def test_a_span_points_at_targets_of_each_window_that_it_stands_in_and_at_no_others() -> None:
    read = _read(3)
    spans, words = [(2, 5), (14, 18), (30, 34)], np.array([(0, 1), (6, 9), (15, 17), (19, 20), (33, 36), (40, 41)])
    (of, to, share), none = read.share(CONTENT_CUE, spans, read.list_edges(words))
    assert sorted(zip(of.tolist(), to.tolist(), strict=True)) == list(zip(of.tolist(), to.tolist(), strict=True))
    found = {(span, target): much for span, target, much in zip(of.tolist(), to.tolist(), share.tolist(), strict=True)}
    assert len(found) == len(of)
    for number, (first, end) in enumerate(spans):
        expected, on_none = np.zeros(len(words)), 0.0
        for word in range(first, end):
            start, shares = read.pointed(CONTENT_CUE, (word, word + 1))
            on_none += float(shares[0]) / (end - first)
            for target, (low, high) in enumerate(words.tolist()):
                inside = shares[1:-1][max(0, low - start) : max(0, high - start)]
                expected[target] += float(inside.sum()) / (end - first)
        assert np.isclose(none[number], on_none, atol=1e-5)
        for target, much in enumerate(expected):
            assert np.isclose(found.get((number, target), 0.0), much, atol=1e-5)


def test_what_is_let_go_of_leaves_whom_words_stand_for_as_it_was() -> None:
    read, halved = _read(6), _read(6)
    for each in (read, halved):
        each.points[:] = [vectors.astype(np.float16) for vectors in each.points]
    words = range(0, _STEP * 6, 5)
    halved.let_go()
    assert sum(one.nbytes for one in halved.points) * 3 == sum(one.nbytes for one in read.points)
    assert [halved.look_back(word) for word in words] == [read.look_back(word) for word in words]
    assert any(len(read.look_back(word)) > 1 for word in words)
