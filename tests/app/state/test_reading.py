"""The one piece of state, and the ways in which it changes."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.analysis.model import DOUBTFUL, Analysis
from reader.app.reading.actions.claims import filter_choices
from reader.app.state.reading import Filter, Reading, at_claim, filtered, stepped
from reader.article.model import Article


@pytest.fixture
def reading(article: Article, analysis: Analysis) -> Reading:
    return Reading(article, analysis)


def walked(reading: Reading, directions: Sequence[int]) -> list[str | None]:
    ids = []
    for direction in directions:
        reading = stepped(reading, direction)
        ids.append(reading.current)
    return ids


def test_what_was_said_is_shown_and_what_was_thought_is_not(reading: Reading) -> None:
    assert [claim.id for claim in reading.claims] == ["c1", "c2", "c3", "c4", "c6"]
    with_thoughts = filtered(reading, Filter(thoughts=True))
    assert [claim.id for claim in with_thoughts.claims] == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_steps_go_claim_by_claim_and_stop_at_the_ends(reading: Reading) -> None:
    assert walked(reading, [1, 1, 1, 1, 1, 1]) == ["c1", "c2", "c3", "c4", "c6", "c6"]
    assert walked(reading, [1, 1, -1, -1]) == ["c1", "c2", "c1", "c1"]


def test_a_step_can_start_from_a_place_in_the_text(reading: Reading, article: Article) -> None:
    here = article.text.index("Farmers on the island")
    assert stepped(at_claim(reading, "c1"), 1, here).current == "c4"
    assert stepped(at_claim(reading, "c1"), -1, here).current == "c3"
    assert stepped(reading, 1, len(article.text)).current == "c6"


def test_stepping_without_claims_changes_nothing(article: Article) -> None:
    assert stepped(Reading(article), 1).current is None


def test_a_filter_by_speaker_names_the_speaker_and_leaves_claims_their_numbers(reading: Reading) -> None:
    only = filtered(reading, Filter(speaker="a2", thoughts=True))
    assert [claim.id for claim in only.claims] == ["c4", "c5"]
    assert [only.numbers[claim.id] for claim in only.claims] == [4, 5]
    assert len(only.numbers) == 6
    assert only.filter_words == "only Agnes Thorburn, thoughts too"


def test_who_speak_together_are_each_found_by_the_filter(reading: Reading, analysis: Analysis) -> None:
    first, *others = analysis.claims
    assert first.speaker != "a2"
    speakers = (first.speaker or "", "a2")
    joint = replace(first, speakers=speakers, speaker_name="Both of them")
    together = reading.but(analysis=replace(analysis, claims=(joint, *others)))
    for key in speakers:
        only = filtered(together, Filter(speaker=key))
        assert only.claims[0].id == "c1"
        name = next(actor.name for actor in analysis.actors if actor.id == key)
        assert only.filter_words == f"only {name}"
    rows = [choice.words for choice, to in filter_choices(together) if to.speaker]
    assert len(rows) == len(set(rows))
    assert "Both of them" not in rows


def test_the_filter_counts_what_each_of_its_rows_shows_more(reading: Reading, analysis: Analysis) -> None:
    first, *others = analysis.claims
    inner = replace(first, id="c1.1", within="c1")
    doubtful = [replace(inner, id="c1.2", confidence=0.2), replace(first, id="c7", type="thought", confidence=0.2)]
    usual = Filter(least_confidence=DOUBTFUL)
    found = reading.but(analysis=replace(analysis, claims=(first, inner, *others, *doubtful)), usual=usual)
    shown = filtered(found, usual)
    for words in ("Claims inside claims too", "What was thought, hoped or planned too", "Doubtful claims too"):
        choice, to = next(row for row in filter_choices(shown) if row[0].words == words)
        assert int(choice.remark.split()[0]) == len(filtered(shown, to).claims) - len(shown.claims), words
        back = next(row[0] for row in filter_choices(filtered(shown, to)) if row[0].words == words)
        assert back.remark == choice.remark
    assert not any("50%" in choice.words for choice, _ in filter_choices(shown))
    assert any("50%" in choice.words for choice, _ in filter_choices(reading))


def test_a_source_that_names_nobody_can_be_filtered_by_its_words(reading: Reading) -> None:
    only = filtered(reading, Filter(speaker="a person who was told of the plan"))
    assert [claim.id for claim in only.claims] == ["c6"]


def test_filters_by_kind_and_confidence(reading: Reading) -> None:
    assert [c.id for c in filtered(reading, Filter(kinds=frozenset(["direct"]))).claims] == ["c1", "c4"]
    assert [c.id for c in filtered(reading, Filter(least_confidence=0.8)).claims] == ["c1", "c2", "c4"]


def test_a_claim_that_no_longer_passes_is_let_go(reading: Reading) -> None:
    assert filtered(at_claim(reading, "c1"), Filter(speaker="a2")).current is None
    assert filtered(at_claim(reading, "c4"), Filter(speaker="a2")).current == "c4"


def test_the_usual_filter_is_not_told(reading: Reading) -> None:
    usual = Filter(thoughts=True)
    assert replace(reading, filter=usual, usual=usual).filter_words == ""


def test_claims_left_out_for_doubt_alone_are_counted(reading: Reading) -> None:
    everything = len(reading.claims)
    sure = filtered(reading, Filter(least_confidence=0.9))
    assert sure.hidden == everything - len(sure.claims) > 0
    assert reading.hidden == 0
    assert filtered(sure.but(usual=Filter(least_confidence=0.9)), Filter()).filter_words == "doubtful ones too"
