"""The word lists and the one reading of titles."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from reader.analysis.document import lexicon
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Word
from reader.analysis.document.lexicon import is_legal_form, load_groups, load_words
from reader.analysis.document.titles import (
    Mark,
    find_title_end,
    is_civil,
    is_office,
    is_title,
    load_titles,
    tell_gender,
)

FILES = sorted(Path(lexicon.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_list_says_what_it_is_and_is_written_in_small_letters_unless_letters_matter(file: Path) -> None:
    remark, *lines = file.read_text(encoding="utf-8").splitlines()
    assert remark.startswith("# ")
    words = [line for line in lines if not line.startswith("#")]
    assert words
    assert all(line == line.strip() for line in words)
    assert file.stem == "legal_forms" or all(line == line.lower() for line in words)


def test_a_legal_form_is_told_by_how_it_is_written() -> None:
    assert is_legal_form("AG")
    assert is_legal_form("Ltd.")
    assert is_legal_form("S.p.A.")
    assert not is_legal_form("as")
    assert not is_legal_form("se")


def test_each_title_stands_in_one_line_behind_marks_that_are_known() -> None:
    groups = load_groups("titles")
    counts = Counter(word for words in groups.values() for word in words)
    assert {word: count for word, count in counts.items() if count > 1} == {}
    assert {mark for marks in groups for mark in marks.split()} == set(get_args(Mark))


def test_what_a_title_says_of_its_bearer() -> None:
    assert is_title("Gov.")
    assert is_title("Mrs")
    assert not is_title("baker")
    assert is_title("DI")
    assert not is_title("Di")
    assert is_office("vice-president")
    assert is_office("baker")
    assert not is_office("Mr")
    assert is_civil("Sir")
    assert not is_civil("Senator")
    assert [tell_gender(word) for word in ("Mr.", "Baroness", "Dr")] == ["m", "f", None]
    assert load_titles("governs") <= load_titles("inside") <= load_titles("before") | load_titles("office")


@pytest.mark.parametrize(
    ("words", "title", "behind"),
    [
        ("Governor Mike Vale", 0, 1),
        ("the Attorney General Mike Vale", 1, 3),
        ("Ohio Secretary of State Jon Hale", 1, 4),
        ("Minister of State", 0, 1),
        ("the Secretary", 1, 2),
    ],
)
def test_a_title_may_have_several_words(words: str, title: int, behind: int) -> None:
    row = [Word(0, 0, word, "NNP", 0) for word in words.split()]
    assert find_title_end(row, title) == behind


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("announces", "announce"),
        ("denies", "deny"),
        ("wished", "wish"),
        ("Told", "tell"),
        ("sat", None),
    ],
)
def test_the_forms_of_cue_verbs_come_from_their_lemmas(form: str, lemma: str | None) -> None:
    assert lemma_of(form) == lemma


def test_every_irregular_form_is_of_a_listed_verb() -> None:
    assert set(load_groups("cues_forms")) <= load_words("cues_said") | load_words("cues_thought")
