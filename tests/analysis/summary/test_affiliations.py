"""Where researchers work and where a study comes from: what they found is shown without it, and they with what they
found."""

import pytest

from tests.analysis.summary.conftest import shown


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "Sailors who sleep in daylight make fewer mistakes at the helm, according to researchers at the University"
            " of Port Wenna and Harlow College.",
            "Sailors who sleep in daylight make fewer mistakes at the helm, according to researchers",
        ),
        (
            "Sailors who sleep in daylight make fewer mistakes at the helm, finds a new study led by scientists at the"
            " Harlow Institute of Sleep.",
            "Sailors who sleep in daylight make fewer mistakes at the helm, finds a new study led by scientists",
        ),
        (
            "A study by researchers from the University of Port Wenna and the Skarn Maritime Hospital shows that tired"
            " sailors miss one light in nine.",
            "A study by researchers … shows that tired sailors miss one light in nine.",
        ),
        (
            "Scientists at the Harlow Institute of Sleep, a part of Harlow College, have built a lamp that wakes"
            " sailors without a sound.",
            "Scientists … have built a lamp that wakes sailors without a sound.",
        ),
        (
            "Tired sailors miss one red light in nine, report researchers in the journal Sea and Sleep.",
            "Tired sailors miss one red light in nine, report researchers",
        ),
        (
            "Tired sailors miss one red light in nine, according to findings presented at the Annual Meeting of the"
            " Harlow Society for Sleep (HSS).",
            "Tired sailors miss one red light in nine, according to findings",
        ),
    ],
)
def test_where_researchers_work_and_a_study_comes_from_is_left_out(sentence: str, kept: str) -> None:
    assert shown(sentence, len(kept.replace(" … ", " ").split())) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "The lamp was built by two hundred researchers at the Harlow Institute of Sleep.",
        "Sailors sleep badly, according to a report from the owners of the ferries of Harlow.",
        "Sailors sleep badly, according to a study of mice at the Harlow Institute of Sleep.",
        "Sailors sleep badly, according to a study from the Harlow Institute of Sleep that was withdrawn.",
        "But according to researchers at Harlow College using a new lamp may harm the eyes.",
        "Researchers from the Harlow Institute of Sleep alone opposed the lamp.",
    ],
)
def test_who_made_it_and_of_whom_it_is_so_stay(sentence: str) -> None:
    assert shown(sentence, len(sentence.split()) - 1) == ""
