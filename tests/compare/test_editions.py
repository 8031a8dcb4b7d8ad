"""Two editions of one page: what came, went, changed or moved."""

import random
from dataclasses import replace

import pytest

from reader.compare import Change, compare_editions
from tests.compare.conftest import FIRST, Pair, analysed


def changes(old: str, new: str) -> list[tuple[str, str, str]]:
    sides = analysed(old), analysed(new)

    def words(side: Pair, spans: tuple[tuple[int, int], ...] | None) -> str:
        return " ".join(side[0].words_of(span) for span in spans or ())

    return [(c.kind, words(sides[0], c.old), words(sides[1], c.new)) for c in compare_editions(*sides)]


def changed(*swaps: tuple[str, str]) -> list[tuple[str, str, str]]:
    new = FIRST
    for one, other in swaps:
        assert one in new
        new = new.replace(one, other)
    return changes(FIRST, new)


def test_nothing_changed() -> None:
    assert changes(FIRST, FIRST) == []


def test_a_title() -> None:
    assert changed(("Swimming lake to close", "Bathing lake to close")) == [
        ("title-changed", "Swimming lake to close for the summer", "Bathing lake to close for the summer")
    ]


@pytest.mark.parametrize(("old", "new"), [("14 people", "16 people"), ("nine children", "eleven children")])
def test_a_figure(old: str, new: str) -> None:
    assert changed((old, new)) == [("figure-changed", old.split()[0], new.split()[0])]


def test_a_spelling_mended_is_told_from_another_word() -> None:
    slip = FIRST.replace("unpleasant", "unpleasent").replace("Henrik Sand", "Henrik Sandt")
    assert sorted(changes(slip, FIRST)) == [("typo", "Sandt", "Sand"), ("typo", "unpleasent", "unpleasant")]


def test_a_claim_reworded() -> None:
    found = changed(("I have been in colder rooms than that lake.", "I have been in warmer rooms than that lake."))
    assert [kind for kind, *_ in found] == ["claim-reworded"]


def test_a_claim_that_came_and_one_that_went() -> None:
    added = FIRST.replace(
        "The fishing club said it would pay for new pumps.", "Ada Prim, a teacher, said lessons would go on."
    )
    kinds = {kind: (old or new) for kind, old, new in changes(FIRST, added)}
    assert "pumps" in kinds["claim-removed"]
    assert "lessons" in kinds["claim-added"]


def test_the_same_words_from_somebody_else() -> None:
    found = changed(("said Ines Falkner, who chairs the council", "said Odo Brenner, who speaks for the county"))
    assert [kind for kind, *_ in found] == ["speaker-changed"]
    change: Change = compare_editions(analysed(FIRST), analysed(FIRST.replace("Ines Falkner", "Odo Brenner")))[0]
    assert change.speakers == ("Ines Falkner", "Odo Brenner")


def test_text_outside_claims() -> None:
    note = "\nThis article was amended on 5 June to correct the number of pumps.\n"
    assert changes(FIRST, FIRST + note) == [("text-added", "", note.strip())]
    assert changes(FIRST + note, FIRST) == [("text-removed", note.strip(), "")]


def test_a_paragraph_that_moved_and_no_other() -> None:
    paragraphs = FIRST.split("\n\n")
    moved = paragraphs.pop(5)
    paragraphs.insert(3, moved)
    assert changes(FIRST, "\n\n".join(paragraphs)) == [("moved", moved, moved)]


@pytest.mark.parametrize("seed", range(6))
def test_shuffled_paragraphs_are_moves_alone(seed: int) -> None:
    head, body = FIRST.split("\n\n")[:2], FIRST.strip().split("\n\n")[2:]
    body = [paragraph for paragraph in body if "he said" not in paragraph]
    shuffled = body[:]
    random.Random(seed).shuffle(shuffled)
    found = changes("\n\n".join(head + body), "\n\n".join(head + shuffled))
    assert {kind for kind, *_ in found} <= {"moved"}
    assert len(found) < len(body)


def test_paragraphs_split_in_two_or_joined_are_no_change() -> None:
    split = FIRST.replace("before the autumn.”\n\nThe doctor", "before the autumn.” The doctor")
    assert split != FIRST
    assert changes(FIRST, split) == []


def test_a_sentence_that_stands_as_it_was_is_no_change_whatever_the_engine_took_of_it() -> None:
    article, analysis = analysed("The gate\n\nDivers found in March that the ground was peat, Ada Poll said.\n")
    start, end = article.text.index("Divers"), article.text.index(", Ada")
    (claim,) = analysis.claims[:1]
    whole, part = (
        replace(analysis, claims=(replace(claim, content=((at, end),)),))
        for at in (start, article.text.index("that the ground"))
    )
    assert compare_editions((article, part), (article, whole)) == ()
    assert compare_editions((article, whole), (article, part)) == ()
