"""Who speaks within what another says."""

import pytest

from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I think the quay is safe,” a sailor said.", "a sailor"),
        ("“I think the quay is safe,” Ida Moss said.", "Ida Moss"),
        ("“I think the quay is safe,” he said.", "I"),
        ("“We believe that the ward will close,” a nurse told the paper.", "a nurse"),
    ],
)
def test_i_and_we_are_whoever_says_so_by_name_or_not(text: str, speaker: str) -> None:
    found = Read(f"Quay shut\n\n{text}\n")
    (one,) = [claim for claim in found.analysis.claims if claim.within is not None]
    assert one.speaker_name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A resident of the harbour said she feared that the quay was unsafe.", "A resident of the harbour"),
        ("A local mill said she feared that the quay was unsafe.", "she"),
        ("The harbour has hoped for it since May, and a study said he feared that the quay was unsafe.", "he"),
    ],
)
def test_he_and_she_whom_nobody_knows_are_whoever_is_reported_to_say_so(text: str, speaker: str) -> None:
    found = Read(f"Quay shut\n\n{text}\n")
    (one,) = [claim for claim in found.analysis.claims if claim.within is not None]
    assert one.speaker_name == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The chancellor’s spokesman said she had told the crew that the cuts would stand.", "The chancellor"),
        ("The senator’s spokeswoman said he had told the crew that the cuts would stand.", "The senator"),
        ("A lawyer for the suspect said he had told the crew that the cuts would stand.", "the suspect"),
        ("A spokeswoman said he had told the crew that the cuts would stand.", "he"),
        (
            "The ferry company’s spokesman said he had told the crew that the cuts would stand.",
            "The ferry company’s spokesman",
        ),
        ("The widow’s lawyer said he had told the crew that the cuts would stand.", "The widow’s lawyer"),
        ("The suspect’s brother said he had told the crew that the cuts would stand.", "The suspect’s brother"),
    ],
)
def test_he_and_she_of_whom_a_spokesman_tells_is_whom_he_speaks_for(text: str, name: str) -> None:
    got = Read(f"The ferries are late\n\n{text}\n")
    assert [one.speaker_name for one in got.analysis.claims if one.within is not None] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Helga Sturm spoke of her aunt. “She told me the quay was safe,” she said.", "She"),
        ("“She told me the quay was safe,” said Helga Sturm.", "She"),
        (
            "A sailor says that Helga Sturm is convinced “her quay will do because she thinks it is safe.”",
            "Helga Sturm",
        ),
    ],
)
def test_he_and_she_in_a_whole_quotation_are_nobody_who_is_quoted(text: str, name: str) -> None:
    got = Read(f"The ferries are late\n\n{text}\n")
    assert got.analysis.claims[-1].speaker_name == name
