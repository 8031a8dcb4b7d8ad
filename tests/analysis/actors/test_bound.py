"""Whom it and they mean, or do not, where the build of the sentence tells."""

import pytest

from reader.analysis.actors.bound import find_acting, find_opened, find_reported
from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.mentions import locate
from reader.analysis.actors.namings import lay_namings
from reader.analysis.claims.drafts import draft_claims
from reader.analysis.names import Name
from tests.analysis.conftest import Page

BODIES = ("Norvik Energy", "Halden Timber", "the Tanners")


def read(text: str, word: str) -> tuple[Page, int]:
    """A text, and where the last of its words that are spelled so stands."""
    page = Page(text)
    return page, max(i for i, one in enumerate(page.document.words) if one.text == word)


def list_names(page: Page) -> list[Name]:
    names = []
    for body in BODIES:
        if body in page.article.text:
            names.append(
                Name(page.span(body.removeprefix("the ")), "group" if " " not in body[4:] else "organisation", 0.9)
            )
    return names


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Halden Timber rose. In its report, Norvik Energy said that sales fell.", "its", "Norvik Energy"),
        ("Halden Timber rose. However, despite their debts, the Tanners went on.", "their", "Tanners"),
        ("Halden Timber rose. In the months after its launch, Norvik Energy grew.", "its", None),
        ("Halden Timber rose. For sellers behind their rent, Norvik Energy waits.", "their", None),
        ("Halden Timber rose. In its old, cold yard, Norvik Energy waited.", "its", "Norvik Energy"),
        ("Halden Timber rose. Its owner, Norvik Energy, said nothing.", "Its", None),
        ("Halden Timber objected. In its answer, it said that wood was dear.", "its", "Halden Timber"),
        ("Halden Timber objected. In its answer, it said that wood was dear.", "it", "Halden Timber"),
        ("A neighbour objected. In its answer, it said that wood was dear.", "it", None),
    ],
)
def test_its_in_an_opening_phrase_is_the_subject_behind_it(text: str, word: str, who: str | None) -> None:
    page, at = read(text, word)
    clusters = cluster_names(page.document, list_names(page))
    places = sorted(
        (
            locate(page.document, index, page.document.words_in(span), pronoun=False)
            for index, one in enumerate(clusters)
            for span in one.spans
        ),
        key=lambda place: place.start,
    )
    found = find_opened(page.document, at, clusters, places)
    assert (None if found is None else clusters[found].name) == who


@pytest.mark.parametrize(
    ("text", "word", "barred"),
    [
        ("Norvik Energy has already replaced it.", "it", True),
        ("Norvik Energy decided to sell them.", "them", True),
        ("Norvik Energy says it replaced nothing.", "it", False),
        ("Norvik Energy hopes it also grew.", "it", False),
        ("Norvik Energy has a yard beside it.", "it", False),
        ("Norvik Energy, which lost the yard, missed it.", "it", False),
    ],
)
def test_who_does_something_to_it_is_not_it(text: str, word: str, barred: bool) -> None:
    page, at = read(text, word)
    clusters = cluster_names(page.document, list_names(page))
    place = locate(page.document, 0, page.document.words_in(clusters[0].spans[0]), pronoun=False)
    assert (find_acting(page.document, at, [place]) == 0) is barred


@pytest.mark.parametrize(
    ("source", "content", "spoken_for"),
    [
        ("A Norvik Energy spokesman", "it would sell the yard", True),
        ("Ann Lee, a buyer at Norvik Energy,", "it needed wood", True),
        ("Ann Lee, the president of Norvik Energy,", "it needed wood", True),
        ("Ann Lee for Norvik Energy", "they are looking for a buyer", True),
        ("Ann Lee, a neighbour of Norvik Energy,", "it smelled", False),
        ("Ann Lee, a buyer at Norvik Energy,", "it would be wise to wait", False),
        ("Buyers at Norvik Energy", "they were tired", False),
    ],
)
def test_it_is_whom_a_spokesman_speaks_for(source: str, content: str, spoken_for: bool) -> None:
    page = Page(f"{source} said {content}.")
    drafts = draft_claims(page.document, [page.say(source.rstrip(","), "said", content)])
    clusters = cluster_names(page.document, list_names(page))
    found = find_reported(page.document, drafts[0], lay_namings(clusters, [None] * len(clusters)), None)
    assert (found is not None) is spoken_for


@pytest.mark.parametrize(
    ("source", "cue", "content", "itself"),
    [
        ("Norvik Energy", "said", "it would sell the yard", True),
        ("Norvik Energy", "told the board that", "it would sell the yard", True),
        ("Norvik Energy", "said", "it was time to sell", False),
        ("Norvik Energy", "said", "they would sell the yard", False),
        ("The Tanners", "said", "they would sell the yard", True),
    ],
)
def test_it_is_the_body_that_is_reported_to_say_it(source: str, cue: str, content: str, itself: bool) -> None:
    page = Page(f"{source} {cue} {content}.")
    drafts = draft_claims(page.document, [page.say(source, cue.split()[0], content)])
    names = [Name(page.span(source.removeprefix("The ")), "group" if "Tan" in source else "organisation", 0.9)]
    clusters = cluster_names(page.document, names)
    found = find_reported(page.document, drafts[0], lay_namings(clusters, [None]), 0)
    assert (found is not None) is itself


def test_an_article_may_end_before_what_is_reported() -> None:
    page = Page("Norvik Energy told the board that")
    drafts = draft_claims(page.document, [page.say("Norvik Energy", "told", "that")])
    clusters = cluster_names(page.document, [Name(page.span("Norvik Energy"), "organisation", 0.9)])
    assert find_reported(page.document, drafts[0], lay_namings(clusters, [None]), 0) is None
