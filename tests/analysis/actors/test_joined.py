"""Who speaks where two or more are named, each with what they are beside the name."""

import pytest

from tests.analysis.conftest import speaker


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (
            "Harold Penn, a former mayor of Ludlow, and Fiona Marsh, who runs the forum,",
            "Harold Penn and Fiona Marsh",
        ),
        ("Omar Aziz, head of trade at Brightwater Bank, and his deputy, Lena Ford,", "Omar Aziz and Lena Ford"),
        ("Rita Cole, 45, and her husband, Jim Cole, 47,", "Rita Cole and Jim Cole"),
        ("Paul Marks, head of Tarn Energy, and Tarn Energy’s chairman, Otto Reed,", "Paul Marks and Otto Reed"),
        (
            "Ian Wolf, the clerk, Joan Pike, the treasurer, and Karl Moss, who chairs the board,",
            "Ian Wolf, Joan Pike and Karl Moss",
        ),
        (
            "Professor Alma Sand of Harlow College, London, and Professor Tom Kirk of Kent College",
            "Alma Sand and Tom Kirk",
        ),
        ("The mayor, Peter Dane, along with Chief Constable Mary Wells,", "Peter Dane and Mary Wells"),
    ],
)
def test_all_who_are_joined_behind_what_they_are_speak(source: str, names: str) -> None:
    assert speaker(f"The road\n\n{source} said the road was unsafe.\n", "the road was unsafe") == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ann Lee, mother of Bo, Carl, and Dan Berg,", "Ann Lee"),
        ("Rosa Quinn, a fellow of the Royal Society, and author of three books,", "Rosa Quinn"),
        ("Greta Holm, chief of staff to Ivar Strand, and now adviser to Pia Dahl,", "Greta Holm"),
        ("Nils Aalto, the lawyer for Hugo Frey, and Frey’s mother", "Nils Aalto"),
        ("Walter Finch, along with others in the village,", "Walter Finch"),
    ],
)
def test_who_is_only_told_of_behind_a_name_does_not_speak(source: str, name: str) -> None:
    assert speaker(f"The road\n\n{source} said the road was unsafe.\n", "the road was unsafe") == name


def test_a_verb_of_one_has_one_speaker() -> None:
    text = "The road\n\nHarold Penn, husband of the mayor, and Fiona Marsh, the clerk, {} the road is unsafe.\n"
    assert speaker(text.format("say"), "the road is unsafe") == "Harold Penn and Fiona Marsh"
    assert speaker(text.format("says"), "the road is unsafe") == "Harold Penn"
