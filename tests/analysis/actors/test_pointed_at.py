"""Whom he or she, or a phrase for one person, points at."""

import re

import pytest

from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.pointed_at import find_described, follow_pointed
from reader.analysis.actors.voice import NOBODY, Voice
from reader.analysis.claims import Attribution
from reader.analysis.claims.drafts import draft_claims
from reader.analysis.names import Name
from tests.analysis.conftest import Page


def speak(text: str, to: str, share: float = 0.9) -> list[str]:
    """Who says each claim of a text of "X said that …" where the last source points at a word: the source's own words
    where that is nobody known by name, as Ann Lee is."""
    page = Page(text)
    written = page.article.text
    found = [*re.finditer(r"([A-Z][^.\n]*?) (said) (that [^.]+)", written)]
    told = [Attribution((one.span(3),), (one.span(2),), (one.span(1),), 0.8) for one in found]
    drafts = draft_claims(page.document, told)
    people = [Name(one.span(), "person", 0.9) for one in re.finditer("Ann Lee", written)]
    clusters = cluster_names(page.document, people)
    voices = [Voice((0,), 0.9) if "Ann Lee" in one[1] else NOBODY for one in found]
    start, pointing = written.rindex(to, 0, found[-1].start()), found[-1].start()
    document = page.document.point_back(lambda at: [((start, start + len(to)), share)] if at == pointing else [])
    last = len(drafts) - 1
    follow_pointed(document, drafts, clusters, voices, range(last), last)
    return [
        clusters[one.clusters[0]].name if one.clusters else written[slice(*one.words)] if one.words else f"({it[1]})"
        for one, it in zip(voices, found, strict=True)
    ]


def test_she_is_a_name_that_nobody_knew_in_what_spoke_before() -> None:
    text = "Her sister Merrin said that it sank. {}It was May. She said that it was old."
    assert speak(text.format(""), "Merrin") == ["(Her sister Merrin)", "Her sister Merrin"]
    assert speak(text.format("Ann Lee said that it was new. "), "Merrin")[-1] == "Her sister Merrin"


@pytest.mark.parametrize(
    ("text", "to", "share"),
    [
        ("Her sister Merrin said that it sank. She said that it was old.", "Merrin", 0.4),
        ("Her sister Merrin said that it sank. It said that it was old.", "Merrin", 0.9),
        ("The planner said that it sank. She said that it was old.", "planner", 0.9),
        ("Her sister said that Merrin sank. She said that it was old.", "Merrin", 0.9),
    ],
)
def test_she_is_none_at_whom_little_points_and_no_other_word(text: str, to: str, share: float) -> None:
    assert all(who.startswith("(") for who in speak(text, to, share))


def describe(text: str, phrase: str, share: float = 0.9) -> str | None:
    """Whom a phrase describes whose first word points at Ann Lee where she is named first."""
    page = Page(text)
    people = [Name(one.span(), "person", 0.9) for one in re.finditer("Ann Lee", page.article.text)]
    clusters = cluster_names(page.document, people)
    source, (start, end) = page.span(phrase), clusters[0].spans[0]
    document = page.document.point_back(lambda at: [((start, end - 4), share)] if at == source[0] else [])
    found = find_described(document, clusters, source)
    return None if found is None else clusters[found].name


@pytest.mark.parametrize("phrase", ["the planner", "the urban planner", "the planner, who is 40"])
def test_a_phrase_for_one_person_describes_whom_its_article_points_at(phrase: str) -> None:
    assert describe(f"Ann Lee came to the quay. It was late, said {phrase}.", phrase) == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "phrase", "share"),
    [
        ("Ann Lee came. It was late, said {}.", "the planner", 0.7),
        ("Ann Lee came. It was late, said {}.", "a planner", 0.9),
        ("Ann Lee came. It was late, said {}.", "the planners", 0.9),
        ("Ann Lee came. It was late, said {}.", "the spokeswoman", 0.9),
        ("Ann Lee came. It was late, said {}.", "the report", 0.9),
        ("Ann Lee came. It was late, said {}.", "the planner’s father", 0.9),
        ("Ann Lee came. It was late, said {}.", "the brother", 0.9),
        ("A planner slept. Ann Lee came. It was late, said {}.", "the planner", 0.9),
    ],
)
def test_a_phrase_for_others_describes_nobody_named(text: str, phrase: str, share: float) -> None:
    assert describe(text.format(phrase), phrase, share) is None
