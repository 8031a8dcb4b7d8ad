"""What opens a long first sentence before its main clause, and may be left out there."""

import pytest

from reader.analysis.summary import cut, join_lines, line_words, rank
from tests.analysis.summary.conftest import Make, shown


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "Two days after a storm tore the red lamp from the mole of Port Wenna, the county of Harlow has shut its"
            " harbour to all boats without an engine.",
            "the county of Harlow has shut its harbour to all boats without an engine.",
        ),
        (
            "In a heavy blow to the last two ferries on the western coast, Harlow County Council voted to build a"
            " bridge of its own.",
            "Harlow County Council voted to build a bridge of its own.",
        ),
        (
            "Speaking to a crowd of pilots in front of the old harbour office, Ida Lund promised a new lamp and a"
            " longer mole.",
            "Ida Lund promised a new lamp and a longer mole.",
        ),
        (
            "Facing a long winter without a single ferry to the mainland, farmers of nine villages are building a road"
            " over the ice.",
            "farmers of nine villages are building a road over the ice.",
        ),
    ],
)
def test_when_and_amid_what_something_happened_is_left_out(sentence: str, kept: str) -> None:
    assert shown(sentence, len(kept.split())) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "If the storm takes the red lamp from the mole, the county of Harlow has promised a new one.",
        "In the nine villages behind the dunes, Harlow County Council voted to shut every second school.",
        "According to the pilots of Port Wenna, Harlow County Council has shut the harbour for good.",
        "After a storm of that kind, boats of Port Wenna need a new coat of paint.",
        "Before the red lamp was put up, Harlow County Council had lost nine boats a year.",
        "After Ida Lund left the harbour office, the county of Harlow has given Lund a medal.",
        "After Ida Lund left the harbour office, the county of Harlow has given her a medal.",
        "After a storm tore the red lamp from the mole, the board has ordered another lamp.",
        "After the ferry had sunk off Skarn in May, the owner sold the second one.",
        "Speaking without notes to a crowd of pilots, Ida Lund never promised a new lamp.",
    ],
)
def test_conditions_places_sources_and_those_who_are_named_in_it_stay(sentence: str) -> None:
    assert shown(sentence, len(sentence.split()) - 1) == ""


def test_an_ellipsis_stands_for_it(make: Make) -> None:
    lead = (
        "Two days after a storm tore the red lamp from the mole of Port Wenna and drove nine boats onto the rocks below"
        " the old harbour office, the county of Harlow has shut its harbour to all boats without an engine."
    )
    rest = ("The order came late. Some had brought flasks of tea.", "Two of them left early.")
    article, sentences = make([("title", "Harlow shuts its harbour"), *(("paragraph", text) for text in (lead, *rest))])
    summary = cut(rank(article, sentences), words=18)
    lines = join_lines(article, sentences, summary.sentences)
    assert line_words(article, sentences, lines, summary.shortened) == ("… " + lead.partition("office, ")[2],)
