"""Two editions of one page: what came, went, changed or moved."""

import random
from dataclasses import replace

import pytest

from reader.analysis.model import Claim
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


def test_a_figure_in_a_claim_that_the_engine_saw_in_one_edition_alone() -> None:
    article, analysis = analysed("The gate\n\nShe shot back that the mayor had taken 40 crowns from Ada Poll.\n")
    later, read = analysed(article.text.replace("40", "45"))
    start = article.text.index("that the mayor")
    claim = Claim("c1", "indirect", "said", ((start, len(article.text) - 1),), cue=((start - 10, start - 1),))
    seen, unseen = replace(analysis, claims=(claim,)), replace(read, claims=())
    assert [c.kind for c in compare_editions((article, seen), (later, unseen))] == ["figure-changed"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("said he had", "denied he had", [("text-removed", "said", ""), ("text-added", "", "denied")]),
        ("nine children", "9 children", [("typo", "nine", "9")]),
        ("every day", "each day", [("text-removed", "every", ""), ("text-added", "", "each")]),
    ],
)
def test_every_letter_that_differs_is_told(old: str, new: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(changed((old, new)), reverse=True) == sorted(told, reverse=True)


def test_a_sentence_cut_in_two_is_told_by_its_new_words_alone() -> None:
    one = FIRST + "\nThe pumps were old and the sluice by the mill had rusted through.\n"
    two = one.replace("old and the sluice", "old. The sluice")
    assert changes(one, two) == [("text-removed", "and", "")]
    assert changes(two, one) == [("text-added", "", "and")]


def test_a_title_that_came_and_one_that_stands_in_the_text() -> None:
    article, analysis = analysed(FIRST)
    title = article.blocks[0]
    untitled = replace(article, blocks=(replace(title, kind="paragraph"), *article.blocks[1:]), title=None)
    assert compare_editions((untitled, analysis), (article, analysis)) == ()


def test_of_two_equal_sentences_the_one_that_went_is_told_and_nothing_moved() -> None:
    paragraphs = FIRST.strip().split("\n\n")
    twice = [*paragraphs[:3], "Nobody slept.", *paragraphs[3:], "Nobody slept."]
    once = [*paragraphs, "Nobody slept."]
    assert changes("\n\n".join(twice), "\n\n".join(once)) == [("text-removed", "Nobody slept.", "")]


def test_what_is_gone_stands_before_what_came_in_its_place() -> None:
    new = FIRST.replace("14 people", "a man").replace("every day", "each day").replace("for new pumps", "for old rakes")
    told = [
        (kind, old or new)
        for kind, old, new in changes(FIRST, new.replace("“Nobody will go in before the autumn.”", ""))
    ]
    assert told == [
        ("claim-reworded", told[0][1]),
        ("claim-removed", "Nobody will go in before the autumn."),
        ("claim-reworded", told[2][1]),
        ("text-removed", "every"),
        ("text-added", "each"),
    ]
