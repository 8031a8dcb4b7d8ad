"""Faint claims are kept, hidden among the doubtful, and change nothing else."""

import pytest

from tests.analysis.conftest import Read


def _read(text: str) -> Read:
    return Read(f"Quay shut\n\n{text}\n")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Many more sailors are thought to have left the port without a pass.", "Many more sailors"),
        ("Sailors left the port in May amid fears the quay was sinking.", "the quay was sinking"),
        ("The skipper lost his boat and was ordered by a judge to pay the crew.", "to pay the crew"),
        ("The board faces calls from the union to resign over pay.", "to resign over pay"),
        ("The board has refused the city's demand to halt the sale.", "the city's demand to halt the sale"),
        ("Over five years, six studies have documented a strong link between smoke and lung disease.", "a strong link"),
    ],
)
def test_what_is_reported_and_feared_is_doubtful(text: str, content: str) -> None:
    found = _read(text)
    (one,) = found.analysis.outer
    assert found.words(one.content).startswith(content)
    assert one.is_doubtful


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "That loss is expected to be made up by the sale of the old boats in the autumn.",
            "That loss … to be made up by the sale of the old boats in the autumn",
            "is expected",
        ),
        (
            "Most of that is expected to be lost by the sale of old boats.",
            "Most of that … to be lost by the sale of old boats",
            "is expected",
        ),
    ],
)
def test_what_is_expected_of_somebody_is_doubtful_where_the_tagger_hardly_sees_it(
    text: str, content: str, cue: str
) -> None:
    found = _read(f"Mayor Ida Moss said the quay would stay open.\n\n{text}")
    _, one = found.analysis.outer
    assert [found.words(one.cue), found.words(one.content), found.words(one.source)] == [cue, content, ""]
    assert one.is_doubtful


def test_a_faint_claim_yields_to_what_is_found_without_it() -> None:
    found = _read("The clerk, Ida Moss, said Tom Lund was believed to have sold the quay.")
    (one,) = found.analysis.outer
    assert (one.speaker_name, one.is_doubtful) == ("Ida Moss", False)


def test_a_faint_claim_makes_nobody_more_important() -> None:
    before = "Ida Moss and Tom Lund met on Monday. “The quay is mine to sell,” said Moss."
    plain = _read(before)
    found = _read(f"{before} The board faces calls from Lund to resign.")
    assert any(claim.is_doubtful and claim.speaker_name == "Tom Lund" for claim in found.analysis.outer)
    assert found.names()[:2] == plain.names()[:2]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("There is growing concern over how the firm keeps its boats.", "how the firm keeps its boats"),
        (
            "The skipper, described by Moss as “a gentle, careful man who loved the sea”, was found on Monday.",
            "as “a gentle, careful man who loved the sea”",
        ),
    ],
)
def test_what_the_tagger_hardly_sees_is_doubtful_where_it_is_likely(text: str, content: str) -> None:
    found = _read(f"Ida Moss, the clerk, met Tom Lund, the mayor, on Monday.\n\n{text}")
    (one,) = found.analysis.outer
    assert (found.words(one.content), one.is_doubtful) == (content, True)


@pytest.mark.parametrize(
    "text",
    [
        "The plan appears to be sound, with a fair chance of a vote.",
        "Tom Lund knew how to cut a rug, and the band played on.",
    ],
)
def test_what_only_seems_so_is_no_claim(text: str) -> None:
    assert _read(f"Ida Moss, the clerk, met Tom Lund, the mayor, on Monday.\n\n{text}").analysis.outer == ()
