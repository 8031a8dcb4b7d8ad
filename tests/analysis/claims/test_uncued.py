"""Sentences that are a quotation and nothing else, with no cue: who speaks in them."""

import pytest

from reader.analysis.claims.uncued import give_uncued
from tests.analysis.conftest import Page, speaker

TITLE = "Stable hopes high for the Oakham Cup\n\n"
QUILL = "Marta Quill has trained the grey from a foal. “It’s so hard to go there without a run,” she said.\n\n"
MOSS = "Ida Moss, 62, another owner, took up riding three months before she retired."
RISK = "So the risk must be taken, even if the Tern Hurdle looks a hot contest."
STAYER = "“Stone Harbour’s obviously a stayer and he’ll try to make it a test of that.”"
AGILE = "“I find that it really keeps your mind agile and our coach wants us to think hard.”"
END = "\n\nThe meeting begins on Friday, with seven races, at noon.\n"


def test_behind_a_sentence_of_the_writer_speaks_who_spoke_last() -> None:
    assert speaker(f"{TITLE}{QUILL}{RISK} {STAYER}{END}", "Stone Harbour’s obviously") == "Marta Quill"


def test_behind_a_sentence_about_somebody_new_that_one_speaks() -> None:
    assert speaker(f"{TITLE}{QUILL}{MOSS} {AGILE}{END}", "I find that it really") == "Ida Moss"


def test_who_is_spoken_of_in_it_does_not_speak() -> None:
    text = f"{TITLE}{QUILL}Ida Moss, 62, was there too. “She looked at him for an hour and she never said a word.”{END}"
    assert speaker(text, "She looked at him") == "Marta Quill"


def test_who_is_named_in_it_does_not_speak() -> None:
    text = f"{TITLE}{QUILL}Ida Moss, 62, was there too. “Ida Moss looked at the horse for an hour on that day.”{END}"
    assert speaker(text, "Ida Moss looked") == "Marta Quill"


@pytest.mark.parametrize(
    "line",
    [
        "“The Long Road to Tern Harbour”",
        "“Cup of woe”",
        "The words on the wall are plain: “We shall not be moved from here.”",
        "One is named for a song. (“Nobody knows the way to the old harbour.”)",
        "“Nobody knows the way to the old harbour.” — Ben Hale",
    ],
)
def test_titles_headings_and_what_is_signed_or_announced_are_not_whose_who_spoke_last(line: str) -> None:
    page = Page(f"{QUILL}{line}")
    she = page.say("she", "said", "It’s so hard to go there without a run")
    assert give_uncued(page.document, [she], []) == [she]


def test_nobody_goes_on_for_what_the_tagger_hardly_saw() -> None:
    text = (
        f"{TITLE}{QUILL}Cup day is not exactly known for being quiet, and the harbour is full.\n\n"
        f"“She left the yard at noon on Friday, so it was certainly in her nature to run.”{END}"
    )
    assert speaker(text, "She left the yard") == "Marta Quill"


def test_whom_a_sentence_opens_with_speaks_whatever_the_tag_of_the_name() -> None:
    page = Page(f"{QUILL}A storm came.\n\nThe race was off.\n\nIt rained.\n\nQuill is close to many riders. {AGILE}")
    she = page.say("Marta Quill", "said", "It’s so hard to go there without a run")
    given = give_uncued(page.document, [she], [])
    assert [page.words(one.source) for one in given] == ["Marta Quill", "Quill"]
