"""Which lines a summary may pick: none that belongs to the page, a picture or a list."""

import pytest

from reader.analysis.summary.pickable import is_junk, list_pickable
from tests.analysis.summary.conftest import Make


@pytest.mark.parametrize(
    "text",
    [
        "Read more: How the ferry burned",
        "Click here to see the pictures.",
        "Follow @portwenna on Twitter.",
        "Image copyright Getty Images",
        "© 2026 The Wenna Post. All rights reserved.",
        "Ola Strand contributed to this report.",
        "This article was originally published in May.",
        "Advertisement",
        "Related stories",
        "10:13 EST, 5 October 2012.",
        "Leave your questions in the comments below or ask them on Twitter.",
        "Comment on the bottom of this page with your school name.",
        "Lund (left) and Brandt (right) in the hall on October 5, 2026.",
        "“Halda at berth” by Nora F is licensed under CC BY 2.0",
        "Oyez, oyez, oyez.",
        "Next: How the ferry was built",
        "Where to watch: On the county's own channel from nine in the evening.",
        "Skarnpost.com: Nine islands that nobody leaves",
        "Welcome back to Tide Tables, the podcast for everybody who has missed a boat.",
        "Low Water is a weekly newsletter for islanders, sent every Friday before breakfast.",
        "Ida Lund, University of Wenna, ida.lund@wenna.example, who wrote this with two others.",
        "The harbour master has a statement and then we’ll take your questions.",
        "Read our review of the new ferry.",
        "Hey it’s Nora and welcome back to my harbour vlog.",
        "The boat was reviewed on Skarn Sound with a demonstration unit from the yard.",
        "2.3 Measures of the Depth of a Harbour",
        "I’m Lauren, harbour editor at the Wenna Post.",
        "Guided walks every Tuesday to 9 August, £6 adults, general entrance free, skarn-birds.org.uk",
        "#ferry #skarn #fire #council",
        "The hall shortly before the meeting Image: Nora Feld.",
        "Figure 3.2 The engine room as it was found, with the pump on the right.",
        "You will find three more ways to tie a bowline after the jump.",
        "Nora Feld's Nine Crossings (Harlow & Dean, £12.99) is out now.",
        "What the skipper saw on the morning of the fire was --",
    ],
)
def test_credits_links_and_labels_are_junk(text: str) -> None:
    assert is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry stopped.",
        "FIRE CREWS REACHED THE SHIP AT NOON.",
        "Police said they would follow every lead.",
        "Readers of the inquiry's report will find no blame.",
        "“I saw the video of it,” Lund said.",
        "In this year of drought the picture is bleak.",
        "Brandt (the left of the party) and Lund voted for it.",
        "The ferry sank off Halvik on February 11, 2026.",
        "Lund told the court that the yard stands empty, as it did on March 6, 2026.",
        "The minister steps down in May 2026.",
        "The tanker arrives with its load on March 6, 2026.",
        "Three things matter: time, money and luck.",
        "The next stop is Skarn, the council's engineer said: then nothing.",
        "The newsletter was printed on the ferry, where Lund found it.",
        "Lund said the image: a boat, a hand and a lamp, would stay.",
        "Lund would not take questions about the pump.",
        "I'm Norwegian by birth and have lived on this island for sixty years.",
        "The shop is now run by its only rival, Amazon.com.",
        "She was “terrified”, a neighbour told skarnpost.com.",
        "The plan was reviewed on Monday by nine members of the council.",
        "1.9 million crowns were paid to the yard.",
        "Table talk is all that the two of them agree on.",
        "The house (built for £90,000) is empty.",
        "The 90-year-old -- she was born aboard -- stayed.",
    ],
)
def test_sentences_of_the_story_are_not(text: str) -> None:
    assert not is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is an edited transcript of the last half-hour.",
        "What follows is a lightly edited excerpt from the hearing.",
        "Below is an edited and shortened version of the talk.",
        "This conversation has been edited for length and clarity.",
        "We spoke by telephone; her answers were cut for length.",
        "This piece has since been updated with a word from the harbour.",
        "A longer version of this article appeared in Monday's paper.",
        "An earlier version of this story misspelled Ms Strand's name.",
        "Some names have been changed to protect the children.",
        "Editor's note: This is a developing story.",
        "An edited version of the interview follows.",
    ],
)
def test_lines_on_how_the_text_was_made_are_junk(text: str) -> None:
    assert is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is the first transcript that the court has released in ten years.",
        "The newspaper published a transcript of the call.",
        "The review was published in a medical journal in 2014.",
        "The final version of the report will be published on Monday.",
        "This report says that the bridge was safe.",
        "The conversation was about the ferry.",
        "The TV version of the story was watched by ten million people.",
        "The article published by the weekly claims that the mayor lied.",
        "Names of streets in Halvik have changed twice.",
        "This is a story of two harbours.",
        "You can find the boat of the mayor in the harbour.",
        "Edward noted that the article was old.",
    ],
)
def test_lines_on_other_texts_are_not(text: str) -> None:
    assert not is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "In this photo released by the county, engineers stand on the dam.",
        "The hotel stands on the lake; pictured is its dining room in May.",
        "Here is what the first visitors said:",
        "5. Aid for the islands and its price",
        "A ferry is seen at the pier of Halvik on Feb. 11, 2026 in Wenna County.",
        "Prime Minister Tomas Brandt speaks to dockers at the fish market, in Halvik, Karelund, March 6, 2026.",
        "The tanker Orion arrives in the strait, in Halvik, Karelund, March 6, 2026.",
        "HALVIK, KARELUND - MARCH 16: A lorry waits beside a pump that shows the price of diesel.",
        "MARCH 16: A lorry waits beside a pump that shows the price of diesel.",
        "[Ed. note: The end of the film is told below.]",
        "3:50 p.m.: This article has been updated with the vote of the islanders.",
        "You can watch the first trailer via the player above.",
        "Genre: Sea story - Length: two hours - Director: Ida Holm - Cast: Lena Osei, Mark Tolliver",
    ],
)
def test_captions_in_the_text_list_headings_and_what_only_leads_on_are_junk(text: str) -> None:
    assert is_junk(text)


def test_a_paragraph_without_a_closing_mark_is_no_line_where_the_others_have_one(make: Make) -> None:
    loose = [
        ("paragraph", "From the first crossing to the last, what the islanders remember of their ferry"),
        ("paragraph", "The ferry burnt on Monday. Nobody was hurt."),
        ("paragraph", "Emperor of the sound, in his old uniform, on the bridge in 1970 or earlier"),
        ("paragraph", "She will be towed to the yard on Friday.”"),
        ("paragraph", "Nobody knows whether she will come back. [12] [13]"),
        ("paragraph", "Captain Ida Lund: the yard says that it may take a year"),
        *[("paragraph", f"Islander number {number} said that she would miss the ferry.") for number in range(9)],
    ]
    article, sentences = make(loose)
    assert not {3, 6} & set(list_pickable(article, sentences))
    assert {0, 1, 2, 4, 5} <= set(list_pickable(article, sentences))
    article, sentences = make(loose[:4])
    assert {0, 3} <= set(list_pickable(article, sentences))


def test_items_of_a_list_without_closing_marks_are_no_lines_however_long_it_is(make: Make) -> None:
    said = [("paragraph", f"Islander number {number} said that she would miss the ferry.") for number in range(5)]
    others = [("list-item", f"- Pier number {number} goes to a new owner in the spring") for number in range(9)]
    both = ("list-item", "- The council sold its tower in 2022. It has a new one already")
    article, sentences = make([*said, *others, both, *said])
    assert list_pickable(article, sentences) == (0, 1, 2, 3, 4, 16, 17, 18, 19, 20)


def test_items_of_a_list_that_are_sentences_are_lines(make: Make) -> None:
    said = [("paragraph", f"Islander number {number} said that she would miss the ferry.") for number in range(5)]
    items = [("list-item", f"- Pier number {number} goes to a new owner in the spring.") for number in range(4)]
    article, sentences = make([*said, *items])
    assert list_pickable(article, sentences) == tuple(range(9))


def test_the_headline_again_in_the_text_is_no_line(make: Make) -> None:
    article, sentences = make(
        [
            ("title", "Island ferry burns at its berth"),
            ("paragraph", "Island ferry burns at its berth."),
            ("paragraph", "The island ferry Halda burnt at its berth in Port Wenna on Monday night."),
        ]
    )
    assert list_pickable(article, sentences) == (2,)
