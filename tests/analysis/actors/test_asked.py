"""How a reference is asked about: the common nouns that it may mean as well as a name."""

import pytest

from reader.analysis.actors.asked import find_nouns
from reader.analysis.actors.references import find_pronouns
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("text", "nouns", "subjects"),
    [
        ("The boat was on a rock for days. A crane has lifted it.", ["boat", "rock", "crane"], ["boat", "crane"]),
        ("The sailors left the boat before they swam.", ["sailors"], ["sailors"]),
        ("The boat was lost, and it is old.", ["boat"], ["boat"]),
        (f"The boat was lost. {'Then Ann Lee went home again. ' * 12}It was old.", [], []),
    ],
)
def test_nouns_of_its_number_before_a_pronoun_may_be_meant(text: str, nouns: list[str], subjects: list[str]) -> None:
    document = Page(text).document
    found = find_nouns(document, find_pronouns(document)[0])
    named = tuple([document.words[at] for at in some] for some in found)
    assert tuple([one.text for one in some if not document.is_in_headline(one)] for some in named) == (nouns, subjects)
