"""What is marked of articles side by side leads to marked claims and to words that stand in the editions."""

from typing import Any

import pytest

from benchmarks.gate.comparing import every
from benchmarks.gate.marks import GOLD, places, read

EVENTS = every()


@pytest.fixture(params=EVENTS, ids=lambda event: event["articles"][0])
def event(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


def test_an_event_is_marked() -> None:
    assert EVENTS


def test_claims_side_by_side_are_marked_claims(event: dict[str, Any]) -> None:
    named = [claim for match in event["matches"] for claim in match["claims"]]
    named += [*event["only"], *(quote["claim"] for quote in event["quotes"])]
    ids = {name: {claim.id for claim in read(GOLD / f"{name}.json").claims} for name, _ in named}
    assert [(name, id) for name, id in named if id not in ids[name]] == []


def test_a_claim_is_matched_or_carried_alone(event: dict[str, Any]) -> None:
    matched = {tuple(claim) for match in event["matches"] if not match.get("optional") for claim in match["claims"]}
    assert matched & {tuple(claim) for claim in event["only"]} == set()


def test_words_that_changed_stand_in_their_edition(event: dict[str, Any]) -> None:
    old, new = (read(GOLD / f"{name}.json").article.text for name in event["editions"])
    for change in event["changes"]:
        assert change["old"] is None or places(old, change["old"]), change
        assert change["new"] is None or places(new, change["new"]), change
