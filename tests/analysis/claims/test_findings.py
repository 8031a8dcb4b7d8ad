"""What a study found is its claim, though no clause tells it; so is what stands before who says it."""

import pytest

from reader.analysis.claims.findings import find_findings, find_said_last
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The trial showed no clear benefit of salt.", "The trial", "showed", "no clear benefit of salt"),
        ("Earlier studies have found a link to rust.", "Earlier studies", "have found", "a link to rust"),
        ("The study did not find similar gains.", "The study", "did not find", "similar gains"),
        ("The researchers found a link to rust.", "The researchers", "found", "a link to rust"),
        (
            "In May, studies comparing boats at two quays showed wide cracks.",
            "studies comparing boats at two quays",
            "showed",
            "wide cracks",
        ),
        (
            "While one trial found no link to salt, the others did not agree.",
            "one trial",
            "found",
            "no link to salt",
        ),
        ("The trial showed no link: salt is fine.", "The trial", "showed", "no link"),
        ("Another study, for example, showed no loss.", "Another study", "showed", "no loss"),
        ("Guidelines recommend yearly checks of the quay.", "Guidelines", "recommend", "yearly checks of the quay"),
    ],
)
def test_what_a_study_found_is_heard(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_findings(page.document)
    assert page.told(one) == (source, cue, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The researchers found three old boats.",
        "Hale found no clear benefit.",
        "The trial showed that salt is bad.",
        "The study might show a clear benefit.",
        "Another study demonstrated this benefit.",
        "There are many quays where studies showed no loss, and some are new.",
        "The quay is safe if studies have found no link to rust.",
        "The study was shut and boats found no rust.",
        "The study found Monday to be no risk.",
        "It was the first time researchers have found a link to rust.",
    ],
)
def test_nothing_is_found_out(sentence: str) -> None:
    assert not [*find_findings(Page(sentence).document)]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("Salt can eat a quay, suggests a study that looked at both.", "a study", "Salt can eat a quay"),
        ("Many sailors could be spared the storm, say doctors.", "doctors", "Many sailors could be spared the storm"),
    ],
)
def test_who_says_it_may_stand_last(sentence: str, source: str, content: str) -> None:
    page = Page(sentence)
    (one,) = find_said_last(page.document)
    assert (page.words(one.source), page.words(one.content)) == (source, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is old, believe me.",
        "He saw the quay, said nothing, and left.",
        "The shot, of the quay in May, shows boats of wood.",
        "“Salt can eat a quay,” says a clerk.",
        "“Salt can eat a quay”, says a clerk.",
        "Salt can eat a quay, says the rust.",
    ],
)
def test_a_verb_that_goes_on_tells_nothing(sentence: str) -> None:
    assert not [*find_said_last(Page(sentence).document)]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Chart may show old quay sank by night, say academics", "academics", "Chart may show old quay sank by night"),
        ("Old quay ‘will flood’, warns mayor", "mayor", "Old quay ‘will flood’"),
    ],
)
def test_whoever_stands_last_in_a_headline_says_it(headline: str, source: str, content: str) -> None:
    page = Page("The town met on Monday.", headline)
    (one,) = find_said_last(page.document)
    assert (page.words(one.source), page.words(one.content)) == (source, content)
