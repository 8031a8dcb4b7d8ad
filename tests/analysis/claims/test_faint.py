"""Faint claims are kept, hidden among the doubtful, and change nothing else."""

import pytest

from reader.analysis import Analysis, analyse
from reader.article import article_from_text


def _read(text: str) -> tuple[str, Analysis]:
    article = article_from_text(f"Quay shut\n\n{text}\n")
    return article.text, analyse(article)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Many more sailors are thought to have left the port without a pass.", "Many more sailors"),
        ("Sailors left the port in May amid fears the quay was sinking.", "the quay was sinking"),
        ("The skipper lost his boat and was ordered by a judge to pay the crew.", "to pay the crew"),
        ("The board faces calls from the union to resign over pay.", "to resign over pay"),
    ],
)
def test_what_is_reported_and_feared_is_doubtful(text: str, content: str) -> None:
    words, found = _read(text)
    (one,) = found.outer
    assert words[one.content[0][0] :].startswith(content)
    assert one.is_doubtful


def test_a_faint_claim_yields_to_what_is_found_without_it() -> None:
    _, found = _read("The clerk, Ida Moss, said Tom Lund was believed to have sold the quay.")
    (one,) = found.outer
    assert (one.speaker_name, one.is_doubtful) == ("Ida Moss", False)


def test_a_faint_claim_makes_nobody_more_important() -> None:
    before = "Ida Moss and Tom Lund met on Monday. “The quay is mine to sell,” said Moss."
    _, plain = _read(before)
    _, found = _read(f"{before} The board faces calls from Lund to resign.")
    assert any(claim.is_doubtful and claim.speaker_name == "Tom Lund" for claim in found.outer)
    assert [one.name for one in found.actors][:2] == [one.name for one in plain.actors][:2]
