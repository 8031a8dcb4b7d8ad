"""How a long text is cut into the stretches that the network reads, and which of two that overlap is believed."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.tagger import features
from reader.analysis.tagger.features import (
    ALL_CAPS,
    CAPITALISED,
    DOCUMENT,
    INSIDE,
    LOWER,
    NO_LETTERS,
    OUTSIDE,
    PARAGRAPH,
    UNKNOWN,
    WINDOW,
    Encoding,
    Pieces,
    Spellings,
    cut_pieces,
    find_beginnings,
    lay_windows,
    split_blocks,
    split_words,
)
from reader.analysis.tagger.path import find_best_path


def _text(blocks: list[list[int]]) -> Pieces:
    """Blocks of words of so many pieces, each block behind its mark."""
    word: list[int] = []
    count = 0
    for block in blocks:
        word.append(-1)
        for pieces in block:
            word += [count] * pieces
            count += 1
    row = np.zeros(len(word), np.int64)
    return Pieces(row, np.array(word, np.int64), row, row)


class Letters:
    """A vocabulary in which each letter from a to y is a piece, and others have none; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sequence: list[str], /, *, is_pretokenized: bool, add_special_tokens: bool) -> Encoding:
        self.asked += sequence
        cut = [(ord(letter), at) for at, word in enumerate(sequence) for letter in word if letter != "z"]
        return Cut([piece for piece, _ in cut], [at for _, at in cut])


@dataclass
class Cut:
    ids: list[int]
    word_ids: list[int]


def _list_ids(spellings: Spellings, words: list[str]) -> list[list[int]]:
    """The numbers of the pieces of each word."""
    return [np.frombuffer(row, np.intc).reshape(-1, 3)[:, 0].tolist() for row in spellings.look_up(words)]


def test_a_word_is_cut_once_and_every_word_has_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = Letters()
    spellings = Spellings(letters)
    assert _list_ids(spellings, ["ab", "z", "ab", "c"]) == [[97, 98], [UNKNOWN], [97, 98], [99]]
    assert _list_ids(spellings, ["d", "ab"]) == [[100], [97, 98]]
    assert sorted(letters.asked) == ["ab", "c", "d", "z"]
    monkeypatch.setattr(features, "MOST_SPELLINGS", 2)
    assert _list_ids(spellings, ["e", "f", "ab"]) == [[101], [102], [97, 98]]
    assert _list_ids(spellings, ["c"]) == [[99]]


def test_words_that_another_thread_drops_meanwhile_are_still_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Letters):
        def encode(self, sequence: list[str], /, *, is_pretokenized: bool, add_special_tokens: bool) -> Encoding:
            if sequence == ["d"]:
                _list_ids(spellings, ["e", "f"])
            return super().encode(sequence, is_pretokenized=is_pretokenized, add_special_tokens=add_special_tokens)

    monkeypatch.setattr(features, "MOST_SPELLINGS", 2)
    spellings = Spellings(Interrupted())
    assert _list_ids(spellings, ["ab"]) == [[97, 98]]
    assert _list_ids(spellings, ["ab", "d"]) == [[97, 98], [100]]


def test_pieces_tell_their_word_how_it_is_written_and_where_blocks_begin() -> None:
    text = 'Ab "cd"\n\nEF'
    coded = cut_pieces(Spellings(Letters()), text, split_words(text), split_blocks(text))
    words = [0, 0, 1, 2, 2, 3, 4, 4]
    assert coded.word.tolist() == [-1, *words[:6], -1, *words[6:]]
    assert coded.ids[[0, 7]].tolist() == [DOCUMENT, PARAGRAPH]
    assert [chr(piece) for piece in coded.ids[coded.word >= 0]] == ["A", "b", '"', "c", "d", '"', "E", "F"]
    assert coded.case.tolist() == [0, *[CAPITALISED] * 2, NO_LETTERS, LOWER, LOWER, NO_LETTERS, 0, *[ALL_CAPS] * 2]
    assert coded.quote.tolist() == [OUTSIDE] * 4 + [INSIDE] * 2 + [OUTSIDE] * 4
    assert find_beginnings(coded).tolist() == [1, 3, 4, 6, 8]


BLOCKS = st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=120), min_size=1, max_size=20)


@given(BLOCKS)
def test_every_word_is_believed_of_a_window_that_holds_all_of_it(blocks: list[list[int]]) -> None:
    text = _text(blocks)
    cut = lay_windows(text)
    assert all(0 < end - start <= WINDOW - 2 for start, end in cut.spans)
    for word in range(int(text.word.max()) + 1):
        places = np.flatnonzero(text.word == word)
        start, end = cut.spans[int(cut.owners(places[:1])[0])]
        assert start <= places[0]
        assert places[-1] < end


@pytest.mark.parametrize("before", [0, 1, WINDOW - 3, WINDOW])
def test_a_word_longer_than_a_window_is_read_in_few_of_them(before: int) -> None:
    text = _text([[1] * before + [20 * WINDOW, 1, 1]])  # a line of letters without a space, or Chinese
    spans = lay_windows(text).spans
    assert len(spans) < 30
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(following[0] <= one[1] for one, following in pairwise(spans))


@given(st.lists(st.lists(st.just(1), min_size=20, max_size=75), min_size=1, max_size=20))
def test_paragraphs_of_ordinary_length_are_read_by_one_window_each(blocks: list[list[int]]) -> None:
    text = _text(blocks)
    cut = lay_windows(text)
    owners = cut.owners(np.flatnonzero(text.word >= 0))
    at = 0
    for block in blocks:
        assert len(set(owners[at : at + len(block)].tolist())) == 1
        at += len(block)


@given(
    st.lists(st.lists(st.floats(-4, 4, width=32), min_size=7, max_size=7), min_size=1, max_size=40),
    st.sets(st.integers(0, 39)),
)
def test_the_tags_are_the_best_of_all_that_are_allowed(rows: list[list[float]], begin: set[int]) -> None:
    scores = np.array(rows, np.float32)
    opening = np.array(sorted({0} | {at for at in begin if at < len(rows)}), np.int64)
    path = find_best_path(scores, opening)
    best = {tag: (-np.inf if tag and tag % 2 == 0 else float(scores[0, tag])) for tag in range(7)}
    for at in range(1, len(rows)):
        top = max(best.values())
        best = {
            tag: float(scores[at, tag])
            + (top if tag == 0 or tag % 2 else -np.inf if at in opening else max(best[tag], best[tag - 1]))
            for tag in range(7)
        }
    assert np.isclose(float(scores[np.arange(len(path)), path].sum()), max(best.values()), atol=1e-3)
    for at, tag in enumerate(path.tolist()):
        assert tag % 2 or tag == 0 or (at not in opening and path[at - 1] in (tag, tag - 1))
