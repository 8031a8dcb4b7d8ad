"""Two editions as one text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare import Side, compare_editions
from reader.compare.weaving import Woven, weave
from tests.compare.conftest import FIRST, SECOND, analysed


def woven(old: str, new: str) -> Woven:
    return weave(Side(*analysed(old)), Side(*analysed(new)))


def shown(found: Woven) -> str:
    """The woven text, [-what went-] and {+what came+} marked."""
    text = found.article.text
    marks = [(*span, "[-", "-]") for span in found.went] + [(*span, "{+", "+}") for span in found.came]
    for start, end, before, after in sorted(marks, reverse=True):
        text = text[:start] + before + text[start:end] + after + text[end:]
    return text


def test_what_went_stands_where_it_stood_and_what_came_where_it_stands() -> None:
    old = "Boats stop\n\nThe boats stop on Friday. Nobody likes it. The council met.\n\nIt rained for 6 days."
    new = "Boats stop early\n\nThe boats stop on Monday. The council met. Farmers wept.\n\nIt rained for 9 days."
    assert shown(woven(old, new)) == (
        "Boats stop {+early+}\n\nThe boats stop on [-Friday-] {+Monday+}. [-Nobody likes it.-] The council met. "
        "{+Farmers wept.+}\n\nIt rained for [-6-] {+9+} days."
    )


def test_a_paragraph_that_went_is_one_of_its_own() -> None:
    found = woven(
        "Title\n\nOne stays here.\n\nThis one went away.\n\nThree stays too.",
        "Title\n\nOne stays here.\n\nThree stays too.",
    )
    assert shown(found) == "Title\n\nOne stays here.\n\n[-This one went away.-]\n\nThree stays too."


@pytest.mark.parametrize(
    "begun", ["“We sail”, he said.", '"We sail", he said.', "(They sail.)", "$40 was paid.", "[They sail.]"]
)
def test_sentences_that_went_stand_apart_whatever_sign_they_begin_with(begun: str) -> None:
    kept = "Title\n\nOne stays here."
    assert f"[-Two went away.-] [-{begun}-]" in shown(
        woven(f"{kept} Two went away. {begun}\n\nThree stays too.", f"{kept}\n\nThree stays too.")
    )
    assert f"[-Two went away.-] [-{begun}-]" in shown(
        woven(f"{kept}\n\nTwo went away. {begun}\n\nThree stays too.", f"{kept}\n\nThree stays too.")
    )


@settings(max_examples=12)
@given(st.integers(0, 2**32))
def test_of_any_two_texts_nothing_is_lost_and_every_change_has_its_place(seed: int) -> None:
    rng = random.Random(seed)
    sentences = [s for text in (FIRST, SECOND) for s in text.replace("\n\n", " ").split(". ")]
    old, new = (". ".join(rng.sample(sentences, rng.randrange(0, 9))) for _ in range(2))
    found = woven(old, new)
    text = found.article.text
    for edition, alone, source in ((0, found.came, old), (1, found.went, new)):
        left = list(text)
        for start, end in alone:
            left[start:end] = "\0" * (end - start)
        kept = "".join(letter for letter in left if letter.isalnum())
        article = analysed(source)[0]
        told = [article.words_of(b.span) for b in article.blocks if edition or b.kind not in ("byline", "date")]
        written = "".join(letter for words in told for letter in words if letter.isalnum())
        if edition == 1:
            assert kept == written
        else:  # words that both have are written as the new edition has them
            assert sorted(kept.casefold()) == sorted(written.casefold())
    for change in compare_editions(analysed(old), analysed(new)):
        places = found.place(1, change.new or ()) + found.place(0, change.old or ())
        assert all(0 <= start < end <= len(text) for start, end in places)
    assert [text[slice(*block.span)] for block in found.article.blocks] == [p for p in text.split("\n\n") if p]
