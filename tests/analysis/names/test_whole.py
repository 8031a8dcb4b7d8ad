"""Names that the tagger broke in two are whole."""

import pytest

from reader.analysis.model import ActorKind
from reader.analysis.names import Name, complete_names
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Jan", "ten", "Brug"), True),
        (("Mia", "van der", "Wal"), True),
        (("Ida", "and", "Moss"), False),
        (("Ida", "took", "Moss"), False),
    ],
)
def test_a_small_word_of_a_foreign_name_parts_nobody(parts: tuple[str, str, str], whole: bool) -> None:
    first, between, last = parts
    page = Page(f"On Monday they saw {first} {between} {last} at the gate.")
    names = [Name(page.span(one), "person", 0.9) for one in (first, last)]
    found = [page.document.article.words_of(name.span) for name in complete_names(page.document, names, [])]
    assert found == ([f"{first} {between} {last}"] if whole else [first, last])


def _complete(text: str, *names: tuple[str, ActorKind]) -> list[tuple[str, str]]:
    page = Page(text)
    return page.tell(complete_names(page.document, [Name(page.span(name), kind, 0.9) for name, kind in names], []))


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        (
            "The Norvik Society for the Prevention of Cruelty to Seals met.",
            "Norvik Society",
            "Norvik Society for the Prevention of Cruelty to Seals",
        ),
        (
            "The Norvik Society for the Prevention of Cruelty to Seals met.",
            "Norvik Society for the Prevention of Cruelty",
            "Norvik Society for the Prevention of Cruelty to Seals",
        ),
        ("The Harbour Movement for Quiet Quays met.", "Harbour Movement", "Harbour Movement for Quiet Quays"),
        (
            "The Committee for the Seamen's Study Group met.",
            "Committee",
            "Committee for the Seamen's Study Group",
        ),
        ("They told The Harlow Reporter that it was over.", "Harlow", "Harlow Reporter"),
        ("The Committee for the Repeal of Section 12 of the Act met.", "Committee", "Committee"),
        ("The Harbour School of Medicine's Boat Club met.", "Harbour School of Medicine", "Harbour School of Medicine"),
        ("They met a Harlow Reporter on the quay.", "Harlow", "Harlow"),
        ("The Harlow Reporter of the year was met on the quay.", "Harlow", "Harlow"),
    ],
)
def test_a_body_is_named_with_all_that_it_is_for(text: str, found: str, whole: str) -> None:
    assert _complete(text, (found, "organisation")) == [(whole, "organisation")]


def test_a_full_name_does_not_go_on_with_what_somebody_does() -> None:
    told = "The quay was quiet and Ida Foss Announces A Divorce, they wrote, and nobody at the quay knew of it."
    assert _complete(told, ("Ida Foss", "person")) == [("Ida Foss", "person")]
    assert _complete(told.replace("Announces", "Marlow"), ("Ida Foss", "person")) == [("Ida Foss Marlow", "person")]


def test_what_a_body_is_for_is_no_name_beside_it() -> None:
    names: tuple[tuple[str, ActorKind], ...] = (("Harbour Network", "organisation"), ("End Noise", "organisation"))
    (name, *_) = _complete("The Harbour Network to End Noise met.", *names)
    assert name == ("Harbour Network to End Noise", "organisation")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It was said by Norvik Senior Partner Anna Stroud on Monday.", "Anna Stroud"),
        ("It was said in April Stroud could recall.", "Stroud"),
        ("It was said by Quay Stroud on Monday.", "Stroud"),
    ],
)
def test_a_last_name_has_the_given_name_before_it(text: str, whole: str) -> None:
    assert _complete(text, ("Stroud", "person")) == [(whole, "person")]


@pytest.mark.parametrize(
    ("first", "last", "whole"), [("Tony", "Foss Jr.", True), ("Tony", "De Foss", True), ("Maxim", "Ida Foss", False)]
)
def test_a_full_name_stays_one_though_each_half_of_it_stands_elsewhere(first: str, last: str, whole: bool) -> None:
    page = Page(f"On Monday {first} {last} came. Later {first} was seen with {last} by the quay.")
    begins = [page.span(first)[0], page.span(f"{first} was")[0], page.span(f"{last} by")[0]]
    lengths = [len(f"{first} {last}"), len(first), len(last)]
    names = [Name((begin, begin + long), "person", 0.9) for begin, long in zip(begins, lengths, strict=True)]
    found = page.tell(complete_names(page.document, names, []))
    assert (found[0] == (f"{first} {last}", "person")) is whole
