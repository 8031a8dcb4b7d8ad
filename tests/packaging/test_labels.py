"""What the labels of whole articles say of claims that are found in them."""

import csv

import pytest

from training.labels.judge import LABELS, Label, Labelled

TEXT = "Ruth Adeyemi said that the bridge was closed for good. “Nobody asked us,” Omar Haddad and Li Wen said."


def _spans(*parts: str) -> list[tuple[int, int]]:
    return [(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts]


CLOSED = Label(
    False, _spans("Ruth Adeyemi"), _spans("said"), _spans("the bridge was closed for good"), _spans("Ruth Adeyemi")
)
ASKED = Label(
    False,
    _spans("Omar Haddad and Li Wen"),
    [(len(TEXT) - 5, len(TEXT) - 1)],
    _spans("Nobody asked us"),
    _spans("Omar Haddad", "Li Wen"),
)
UNNAMED = Label(False, [], _spans("closed"), _spans("for good"), [])
ARTICLE = Labelled("own-1", TEXT, [CLOSED, ASKED, UNNAMED])


@pytest.mark.parametrize("content", ["the bridge was closed for good", "that the bridge was closed for good."])
def test_words_are_right_with_or_without_a_that_and_signs(content: str) -> None:
    verdict = ARTICLE.judge(_spans(content))
    assert verdict.words
    assert verdict.label is CLOSED
    assert verdict.same is CLOSED


def test_a_content_that_is_cut_is_wrong_and_known_whose_it_is() -> None:
    verdict = ARTICLE.judge(_spans("the bridge was closed"))
    assert not verdict.words
    assert verdict.label is CLOSED
    assert verdict.same is None


def test_a_claim_inside_another_with_words_of_its_own_is_its_own() -> None:
    assert ARTICLE.judge(_spans("for good")).label is UNNAMED


def test_what_nobody_said_is_none() -> None:
    verdict = ARTICLE.judge(_spans("Ruth Adeyemi"))
    assert not verdict.words
    assert verdict.label is None


@pytest.mark.parametrize(
    ("label", "name", "right"),
    [
        (CLOSED, "Ruth Adeyemi", True),
        (CLOSED, "Adeyemi", True),
        (CLOSED, "Omar Haddad", False),
        (CLOSED, None, False),
        (ASKED, "Li Wen", True),
        (UNNAMED, None, True),
        (UNNAMED, "Ruth Adeyemi", False),
        (Label(False, [], [], [], None), "Ruth Adeyemi", None),
    ],
)
def test_the_speaker_shown_is_who_was_read(label: Label, name: str | None, right: bool | None) -> None:
    assert ARTICLE.has_speaker(label, name) is right


def test_a_source_is_right_with_a_word_of_it() -> None:
    assert ARTICLE.has_source(ASKED, _spans("Li Wen"))
    assert not ARTICLE.has_source(ASKED, _spans("Ruth Adeyemi"))
    assert ARTICLE.has_source(UNNAMED, [])


def test_every_label_has_a_content_and_spans_in_order() -> None:
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert rows
    for row in rows:
        assert row["content"], row
        for role in ("source", "cue", "content"):
            bounds = [int(bound) for span in row[role].split() for bound in span.split("-")]
            assert all(start < end for start, end in zip(bounds[::2], bounds[1::2], strict=True)), row
