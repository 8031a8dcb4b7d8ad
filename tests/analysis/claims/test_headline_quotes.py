"""Whose the quotations of headlines are that no cue reaches."""

import pytest

from reader.analysis.claims.headline_quotes import give_repeated
from tests.analysis.conftest import Page, Read

BODY = (
    "Orchestras in the north say that they may not play again before spring.\n\n"
    "“We could go to the wall in 12 weeks,” said Harold Penn, who runs the Ludlow Sinfonia.\n\n"
    "Fiona Marsh, a cellist, said she had sold her car.\n"
)


@pytest.mark.parametrize(
    "headline", ["‘We could go to the wall’: orchestras fear the worst", "'We could go to the wall' – the silent halls"]
)
def test_a_quotation_of_a_headline_is_of_who_says_its_words_below(headline: str) -> None:
    got = Read(f"{headline}\n\n{BODY}")
    claim = got.analysis.claims[0]
    assert got.words(claim.content) == "We could go to the wall"
    assert (claim.speaker_name, claim.kind, claim.cue) == ("Harold Penn", "direct", ())
    assert got.words(claim.source).startswith("Harold Penn")


@pytest.mark.parametrize(
    "headline",
    [
        "‘We could go to the dogs’: orchestras fear the worst",
        "‘We could go to the wall’? Orchestras fear the worst",
        "Fiona Marsh: ‘We could go to the wall’",
    ],
)
def test_other_words_a_question_and_a_name_before_a_colon_are_nobody_elses(headline: str) -> None:
    got = Read(f"{headline}\n\n{BODY}")
    first = [claim for claim in got.analysis.claims if claim.content[0][0] < len(headline)]
    assert all(claim.speaker_name != "Harold Penn" for claim in first)


def test_words_that_two_say_are_given_to_neither() -> None:
    more = "“We could go to the wall,” Ada Moss said.\n"
    got = Read(f"‘We could go to the wall’: orchestras fear the worst\n\n{BODY}\n{more}")
    assert got.analysis.claims[0].speaker_name != "Harold Penn"


@pytest.mark.parametrize(
    "told", ["He told me ‘I will not go back’ last week", "He said: ‘I will not go back,’ and left"]
)
def test_words_that_somebody_has_from_another_are_not_theirs(told: str) -> None:
    got = Read(f"‘I will not go back’: a strike begins\n\nThe quay was empty.\n\n“{told},” said Ada Moss, a cook.\n")
    first = [claim for claim in got.analysis.claims if claim.content[0][0] < 20]
    assert all(claim.speaker_name != "Ada Moss" for claim in first)


LONGER = (
    "Orchestras in the north say that they may not play again before spring.\n\n"
    "“I hope, and each night I pray to heaven, that a winter like this never comes again,” said Harold Penn.\n\n"
    "Fiona Marsh, a cellist, said she had sold her car.\n"
)


def test_a_headline_may_shorten_what_is_said_below() -> None:
    got = Read(f"‘I pray to heaven a winter like this never comes’: orchestras look back\n\n{LONGER}")
    claim = got.analysis.claims[0]
    assert got.words(claim.content) == "I pray to heaven a winter like this never comes"
    assert claim.speaker_name == "Harold Penn"


def test_some_short_words_alone_make_nothing_alike() -> None:
    page = Page(LONGER, headline="‘I hope that a car like this is it’: orchestras look back")
    he = page.say("Harold Penn", "said", "I hope, and each night I pray to heaven, that a winter like this")
    assert [one for one in give_repeated(page.document, [he]) if one.source] == [he]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("‘We are all so tired’: a winter without music", "We are all so tired"),
        ("'It has to end in May' – inside the silent halls", "It has to end in May"),
    ],
)
def test_what_leads_a_headline_and_nobody_says_below_is_said_by_nobody(headline: str, words: str) -> None:
    got = Read(f"{headline}\n\n{BODY}")
    claim = got.analysis.claims[0]
    assert (got.words(claim.content), claim.speaker_name, claim.is_doubtful) == (words, None, True)


@pytest.mark.parametrize(
    "headline",
    [
        "'This Was Us': the film that nobody saw",
        "‘Ghost halls’: a winter without music",
        "A winter without ‘we are all so tired’: the silent halls",
    ],
)
def test_a_title_a_name_and_words_elsewhere_lead_no_headline(headline: str) -> None:
    got = Read(f"{headline}\n\n{BODY}")
    assert all(claim.content[0][0] > len(headline) or claim.cue for claim in got.analysis.claims)
