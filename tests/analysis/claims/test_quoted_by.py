"""Who is "quoted as saying" something says it, within what whoever quotes them tells."""

import pytest

from tests.analysis.conftest import Read

HEADLINE = "Ferry stays in the harbour\n\n"


def _chains(text: str) -> list[tuple[str, list[str]]]:
    """Each claim's content, and the sources of it and of those around it; of claims with no other inside."""
    got = Read(HEADLINE + text)
    around = {claim.within for claim in got.analysis.claims}
    return [(got.words(claim.content), got.sources(claim)) for claim in got.analysis.claims if claim.id not in around]


@pytest.mark.parametrize(
    ("text", "content", "sources"),
    [
        (
            "The harbour master was quoted by the daily Kuriren as saying that the state would not pay.",
            "that the state would not pay",
            ["The harbour master", "the daily Kuriren"],
        ),
        (
            "Helga Sturm, the harbour master, has been cited as saying by the local paper that the pier would close.",
            "that the pier would close",
            ["Helga Sturm, the harbour master", "the local paper"],
        ),
        (
            "Jonas Beck was reported by the Lowport Gazette as having said that the bells would ring.",
            "that the bells would ring",
            ["Jonas Beck", "the Lowport Gazette"],
        ),
        (
            "“We are ready,” Helga Sturm was quoted as saying by the Kuriren newspaper.",
            "We are ready",
            ["Helga Sturm"],
        ),
        (
            "“We were ready,” Helga Sturm was quoted as saying. “Nobody came.”",
            "We were ready … Nobody came.",
            ["Helga Sturm"],
        ),
        (
            "On Monday Helga Sturm was quoted as saying that nobody had asked her.",
            "that nobody had asked her",
            ["Helga Sturm"],
        ),
        (
            "The Gazette quoted the team's leader, Jonas Beck, as saying that the pier would close.",
            "that the pier would close",
            ["the team's leader, Jonas Beck", "The Gazette"],
        ),
        (
            "The Gazette quoted a clerk in the ministry as saying that talks had begun.",
            "that talks had begun",
            ["a clerk in the ministry", "The Gazette"],
        ),
    ],
)
def test_what_somebody_is_quoted_as_saying_is_theirs(text: str, content: str, sources: list[str]) -> None:
    assert _chains(text) == [(content, sources)]


def test_both_links_are_sure_by_their_form() -> None:
    got = Read(f"{HEADLINE}Jonas Beck was quoted by the Gazette as saying that the ferry had sunk.")
    outer, inner = got.analysis.claims
    assert inner.within == outer.id
    assert not outer.is_doubtful
    assert not inner.is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "The firm was quoted on the exchange as of Monday, and nobody said a word.",
        "The rate was quoted by dealers as the lowest of the year.",
    ],
)
def test_a_price_is_not_said(text: str) -> None:
    assert not [content for content, _ in _chains(text) if "lowest" in content or "Monday" in content]
