"""What the reader sets right wins: in the article, in its next edition, in any later analysis and in what goes out."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.model import Actor, Analysis
from reader.library import Library, anchor_to
from reader.library.by_hand import hold_library, set_right
from reader.library.corrections import KINDS, Correction, apply_corrections, find_actor, kind_of
from reader.library.exports import claims_csv, gold_files
from tests.library.conftest import BRIDGE, TEXT, analysed, make_article, span_of

RUTH, TOM = BRIDGE[0][1], BRIDGE[1][1]
MISSED = "the closure would ruin the street"


def anchors(*words: str) -> list[dict[str, Any]]:
    return [anchor_to(TEXT, span_of(TEXT, each)).as_dict() for each in words]


def said(analysis: Analysis, text: str) -> dict[str, str | None]:
    return {text[slice(*claim.content[0])]: claim.speaker_name for claim in analysis.claims}


CASES: dict[str, tuple[dict[str, Any], Callable[[Analysis, str], bool]]] = {
    "speaker": (
        {"claim": anchors(TOM), "name": "Dana Whitfield"},
        lambda found, text: said(found, text)[TOM] == "Dana Whitfield",
    ),
    "words": (
        {"claim": anchors(RUTH), "content": anchors("We were told it was safe in January")},
        lambda found, text: set(said(found, text)) == {"We were told it was safe in January", TOM},
    ),
    "none": ({"claim": anchors(TOM)}, lambda found, text: set(said(found, text)) == {RUTH}),
    "missed": (
        {"content": anchors(MISSED), "name": "Tom Pryce"},
        lambda found, text: said(found, text)[MISSED] == "Tom Pryce"
        and [each.kind for each in found.claims] == ["direct", "indirect", "direct"],
    ),
    "same": (
        {"one": "Ruth Adeyemi", "other": "Tom Pryce"},
        lambda found, text: set(said(found, text).values()) == {"Ruth Adeyemi"}
        and [(actor.name, actor.aliases) for actor in found.actors] == [("Ruth Adeyemi", ("Tom Pryce",))],
    ),
    "apart": (
        {"actor": "Tom Pryce", "mentions": anchors("Pryce"), "name": "Anna Pryce"},
        lambda found, text: [len(actor.mentions) for actor in found.actors] == [1, 0, 1]
        and found.actors[2].name == "Anna Pryce",
    ),
    "name": (
        {"actor": "Tom Pryce", "name": "Thomas Pryce"},
        lambda found, text: said(found, text)[TOM] == "Thomas Pryce"
        and [(actor.name, actor.aliases) for actor in found.actors][1] == ("Thomas Pryce", ("Tom Pryce",)),
    ),
    "role": (
        {"actor": "Tom Pryce", "role": "shopkeeper"},
        lambda found, text: [actor.role for actor in found.actors] == ["council leader", "shopkeeper"],
    ),
}  # fmt: skip


def test_there_is_a_case_for_every_kind() -> None:
    assert set(CASES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_wins_in_every_edition_and_export_until_it_is_undone(
    library: Library, bridge: int, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, holds = CASES[kind]
    made = library.correct(bridge, kind, data)
    monkeypatch.setattr("reader.library.by_hand.library_file", lambda: library.path)
    for text in (TEXT, "A new first line\n\n" + TEXT.replace("Tom Pryce, who", "Now Tom Pryce, who")):
        article = make_article(text)
        fresh = analysed(article, *BRIDGE, roles={"Ruth Adeyemi": "council leader"})
        library.keep(article, fresh)
        found = library.corrected(bridge)
        assert holds(found.analysis, text)
        assert found.lost == ()
        later = set_right(article, fresh)  # by any command, of an article that it opened itself
        assert holds(later, text)
        assert later.notes == ("1 correction of yours in it",)
        stored = library.newest(bridge).analysis
        assert stored == fresh, "the engine's own analysis stays as it was"
    (gold,) = (json.loads(words) for name, words in gold_files(library) if name.endswith(".json"))
    assert len(gold["claims"]) == len(found.analysis.claims)
    rows = "".join(claims_csv(library))
    assert rows.count(",yes\r\n") == sum(claim.yours for claim in found.analysis.claims)
    library.undo(made)
    assert library.corrected(bridge).analysis == fresh
    assert set_right(article, fresh) is fresh
    assert library.corrected_entries() == []


def test_a_library_that_is_held_open_for_many_articles_knows_what_is_set_right_meanwhile(
    library: Library, bridge: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_article(TEXT)
    fresh = analysed(article, *BRIDGE)
    monkeypatch.setattr("reader.library.by_hand.library_file", lambda: library.path)
    with hold_library() as held:
        assert held is not None
        assert set_right(article, fresh, library=held) is fresh
        made = library.correct(bridge, "none", {"claim": anchors(TOM)})
        assert len(set_right(article, fresh, library=held).claims) == 1
        library.undo(made)
        assert set_right(article, fresh, library=held) is fresh


def test_where_there_is_no_library_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.by_hand.library_file", lambda: tmp_path / "library.db")
    article = make_article(TEXT)
    fresh = analysed(article, *BRIDGE)
    with hold_library() as held:
        assert held is None
        assert set_right(article, fresh, library=held) is fresh
    assert list(tmp_path.iterdir()) == []


def test_of_words_that_are_gone_nothing_is_corrected_and_that_is_told(library: Library, bridge: int) -> None:
    made = library.correct(bridge, "none", {"claim": anchors(TOM)})
    article = make_article(TEXT.replace(TOM, "No one asked us."))
    library.keep(article, analysed(article, BRIDGE[0], ("Tom Pryce", "No one asked us.")))
    assert library.corrected(bridge).lost == (made.uid,)
    assert len(library.corrected(bridge).analysis.claims) == 2


def test_corrections_are_laid_on_in_the_order_in_which_they_were_made() -> None:
    article = make_article()
    fresh = analysed(article, *BRIDGE)
    first = Correction("1", "speaker", {"claim": anchors(TOM), "name": "Ann Lee"})
    second = Correction("2", "speaker", {"claim": anchors(TOM), "name": "Bo Berg"})
    for order, name in (((first, second), "Bo Berg"), ((second, first), "Ann Lee")):
        found = apply_corrections(article, fresh, order)
        assert said(found.analysis, TEXT)[TOM] == name
        assert [claim.yours for claim in found.analysis.claims] == [False, True]


def test_whoever_is_named_as_the_speaker_by_hand_speaks_alone() -> None:
    article = make_article()
    fresh = analysed(article, *BRIDGE)
    together = replace(fresh, claims=tuple(replace(claim, others="and her colleagues") for claim in fresh.claims))
    only = Correction("1", "speaker", {"claim": anchors(TOM), "name": "Ann Lee"})
    claims = apply_corrections(article, together, [only]).analysis.claims
    assert [claim.others for claim in claims] == ["and her colleagues", None]


def test_what_was_typed_or_imported_as_a_name_drives_no_terminal(library: Library, bridge: int) -> None:
    library.correct(bridge, "speaker", {"claim": anchors(TOM), "name": "Ann\x1b[2J\u202e \x9b31mLee\n"})
    library.correct(bridge, "role", {"actor": "Ann Lee", "role": "ma\x07yor"})
    library.correct(bridge, "name", {"actor": "Ruth Adeyemi", "name": "\x1b[31m"})
    found = library.corrected(bridge)
    assert said(found.analysis, TEXT)[TOM] == "Ann Lee"
    assert {actor.name: actor.role for actor in found.analysis.actors}["Ann Lee"] == "mayor"
    assert len(found.lost) == 1, "a name without any letter is none"
    mark = library.highlight(bridge, (0, 5), note="see\x1b]0;title\x07 \x9b2Jthis\nand that")
    library.annotate(mark.number, mark.note + "\x1b[2J!", [])
    assert library.marks()[0].note == "see this\nand that!"


@pytest.mark.parametrize(
    ("words", "kind"),
    [(RUTH, "direct"), (MISSED, "indirect"), ('said: "Nobody asked', "mixed"), ("Tom Pryce", "indirect")],
)
def test_a_missed_claims_kind_is_told_by_its_quotation_marks(words: str, kind: str) -> None:
    text = TEXT.replace("He added:", "He said:")
    assert kind_of(text, [span_of(text, words)]) == kind


def test_a_name_means_who_is_called_so_before_who_is_also_known_by_it() -> None:
    ann = Actor("a1", "Ann Smith", "person", aliases=("Smith",))
    firm = Actor("a2", "Smith", "organisation")
    assert find_actor((ann, firm), "smith") is firm
    assert find_actor((ann,), "SMITH") is ann
    assert find_actor((ann, firm), "Jones") is None
