"""Sources that the tagger's links choose: of the cue's own paragraph, and whole."""

import pytest

from reader.analysis.claims.attribution import Attribution, complete_sources
from reader.analysis.claims.from_tagger import may_be_source, may_name
from reader.analysis.document.document import Word
from tests.analysis.conftest import Page, Read

TEXT = (
    "The Central Bank of Halvia left its rate at 4.5% on Thursday but signalled a cut, citing slower wages.\n\n"
    "Brekke: “I always sleep well.” Aune: “Ask me in a month.”\n\nFinance Minister Kert Laas welcomed the tone."
)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(TEXT)


@pytest.mark.parametrize(
    ("cue", "source", "can"),
    [
        ("citing", "The Central Bank of Halvia", True),
        ("citing", "Finance Minister Kert Laas", False),
        (": “I always", "Brekke", True),
        (": “Ask", "Aune", True),
        (": “Ask", "Brekke", False),
    ],
)
def test_a_source_stands_in_the_cues_paragraph_and_before_a_colon_behind_no_quotation(
    page: Page, cue: str, source: str, can: bool
) -> None:
    at = page.span(cue)
    colon = (at[0], at[0] + 1) if cue.startswith(":") else at
    assert may_be_source(page.document, colon, page.span(source)) is can


@pytest.mark.parametrize(
    ("word", "name"), [("OpenAI", True), ("EU", True), ("Norwegian", False), ("Franco-German", False)]
)
def test_an_adjective_is_no_name_but_capitals_inside_a_word_make_one(word: str, name: bool) -> None:
    assert may_name(Word(0, len(word), word, "JJ", 0)) == name


def test_the_us_behind_another_place_is_a_place_and_no_pronoun() -> None:
    got = Read("Trade falls\n\nFewer ships came from western Europe and the US, although this may change.\n")
    assert [actor.kind for actor in got.analysis.actors if actor.name == "US"] == ["place"]


def test_a_source_goes_on_to_the_end_of_the_name_that_it_breaks_off(page: Page) -> None:
    name = page.span("Central Bank of Halvia")
    broken = Attribution((page.span("a cut"),), (page.span("signalled"),), (page.span("The Central Bank"),))
    apart = Attribution((page.span("the tone"),), (page.span("welcomed"),), (page.span("Kert Laas"),))
    grown, same = complete_sources([broken, apart], [name])
    assert grown.source == (page.span("The Central Bank of Halvia"),)
    assert same == apart


def test_a_source_does_not_grow_over_its_own_cue(page: Page) -> None:
    over = Attribution((), (page.span("of Halvia"),), (page.span("The Central Bank"),))
    assert complete_sources([over], [page.span("Central Bank of Halvia")]) == (over,)


def test_a_participles_clause_behind_who_tells_it_goes_on_with_what_is_told() -> None:
    got = Read(
        "Measles spreads\n\nMore than 170 new cases have been recorded since May, according to public broadcaster NHK, "
        "affecting people in 20 of the towns.\n"
    )
    (claim,) = got.analysis.outer
    assert got.words(claim.source) == "public broadcaster NHK"
    assert "affecting people in 20 of the towns" in got.words(claim.content)


def test_an_emoji_is_no_part_of_a_name() -> None:
    read = Read("Ferry cut\n\n“We won’t pay,” said Tamsin Orde 👩‍👩‍👧‍👦. “It is late,” she added. Orde 👍🏽 rules.\n")
    assert read.names() == ["Tamsin Orde"]
    assert read.speakers() == ["Tamsin Orde", "Tamsin Orde"]
