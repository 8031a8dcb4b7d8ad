"""Contents end before what their speaker does next, what happens meanwhile and what is kept back."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.endings import cut_endings
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cut"),
    [
        (
            "Some 60 people said they had seen the eel, and 10 per cent had not.",
            "Some 60 people",
            "they had seen the eel",
        ),
        ("Half of them said they had seen the eel and 70 reported a smell.", "Half of them", "they had seen the eel"),
        (
            "Some 60 people said they had seen the eel and 10 gulls had not.",
            "Some 60 people",
            "they had seen the eel and 10 gulls had not",
        ),
        (
            "Some studies said they and 30 per cent of gulls had seen the eel.",
            "Some studies",
            "they and 30 per cent of gulls had seen the eel",
        ),
        (
            "Moss said they had seen the eel, and 10 per cent had not.",
            "Moss",
            "they had seen the eel, and 10 per cent had not",
        ),
    ],
)
def test_what_a_share_of_those_asked_says_is_not_what_another_does(sentence: str, source: str, cut: str) -> None:
    page = Page(sentence)
    content = (page.span("they")[0], len(page.article.text.rstrip()) - 1)
    one = Attribution((content,), (page.span("said"),), (page.span(source),), 0.8)
    assert page.article.words_of(cut_endings(page.document, [one])[0].content[0]) == cut


@pytest.mark.parametrize(
    ("sentence", "spans", "told"),
    [
        (
            "Moss said the quay was safe and pointed to a survey of May.",
            ["the quay was safe", "a survey of May"],
            [("Moss", "said", "the quay was safe"), ("Moss", "pointed to", "a survey of May")],
        ),
        (
            "Moss said the quay was safe but Ada Hale warned that it leaked.",
            ["the quay was safe", "that it leaked"],
            [("Moss", "said", "the quay was safe"), ("Ada Hale", "warned", "that it leaked")],
        ),
        (
            "Moss said the quay, on which he stood, was safe.",
            ["the quay", "was safe"],
            [("Moss", "said", "the quay … was safe")],
        ),
    ],
)
def test_what_another_verb_of_speech_parts_is_two_claims(
    sentence: str, spans: list[str], told: list[tuple[str, str, str]]
) -> None:
    page = Page(sentence)
    one = page.say("Moss", "said", *spans)
    assert list(map(page.told, cut_endings(page.document, [one]))) == told


def test_another_share_is_heard_too() -> None:
    page = Page("Some 60 people said they had seen the eel, and 10 per cent thought it was dead.")
    one = page.say("Some 60 people", "said", "they had seen the eel, and 10 per cent thought it was dead")
    assert list(map(page.told, cut_endings(page.document, [one]))) == [
        ("Some 60 people", "said", "they had seen the eel"),
        ("10 per cent", "thought", "it was dead"),
    ]


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "cut"),
    [
        (
            "Moss admitted one count of supplying eels and was sent to jail.",
            "admitted",
            ["one count of supplying eels and was sent to jail"],
            ["one count of supplying eels"],
        ),
        (
            "Moss admitted he sold the eels and was sorry.",
            "admitted",
            ["he sold the eels and was sorry"],
            ["he sold the eels and was sorry"],
        ),
        (
            "Moss said the sale of eels and was sorry.",
            "said",
            ["the sale of eels and was sorry"],
            ["the sale of eels and was sorry"],
        ),
        (
            "Moss reported a fall in sales as the frost reached the coast.",
            "reported",
            ["a fall in sales as the frost reached the coast"],
            ["a fall in sales"],
        ),
        (
            "Moss described the quay as the ruin that it was.",
            "described",
            ["the quay as the ruin that it was"],
            ["the quay as the ruin that it was"],
        ),
        (
            "Moss said the quay was safe as the frost reached the coast.",
            "said",
            ["the quay was safe as the frost reached the coast"],
            ["the quay was safe as the frost reached the coast"],
        ),
        (
            "Moss said that she would leave the board, without giving a reason.",
            "said",
            ["that she would leave the board, without giving a reason"],
            ["that she would leave the board"],
        ),
        (
            "Moss said that she left the board without giving a reason.",
            "said",
            ["that she left the board without giving a reason"],
            ["that she left the board without giving a reason"],
        ),
        (
            "Moss, who said she was tired, went home.",
            "said",
            ["she was tired, went home"],
            ["she was tired"],
        ),
        (
            "Moss – who said she was tired – left by a side door.",
            "said",
            ["she was tired – left by a side door"],
            ["she was tired"],
        ),
        (
            "They met Moss, who said she was tired, cold and wet.",
            "said",
            ["she was tired, cold and wet"],
            ["she was tired, cold and wet"],
        ),
        (
            "The play, which Moss says took a year to write, runs until May.",
            "says",
            ["which", "took a year to write, runs until May"],
            ["which", "took a year to write"],
        ),
        (
            "They shut the quay, which Moss says floods in spring, and the bridge.",
            "says",
            ["which", "floods in spring, and the bridge"],
            ["which", "floods in spring, and the bridge"],
        ),
        (
            "Moss said the ferry will sail in May but soon sold her ticket.",
            "said",
            ["the ferry will sail in May but soon sold her ticket"],
            ["the ferry will sail in May"],
        ),
        (
            "Moss said the ferry would sail in May, but was late for years.",
            "said",
            ["the ferry would sail in May, but was late for years"],
            ["the ferry would sail in May, but was late for years"],
        ),
        (
            "Moss said the ferry sank but reached the quay again.",
            "said",
            ["the ferry sank but reached the quay again"],
            ["the ferry sank but reached the quay again"],
        ),
        (
            "Moss said the divers have searched the quay and found an anchor.",
            "said",
            ["the divers have searched the quay and found an anchor"],
            ["the divers have searched the quay and found an anchor"],
        ),
        (
            "Moss says they were stolen in May and is asking for the anchors.",
            "says",
            ["they were stolen in May and is asking for the anchors"],
            ["they were stolen in May"],
        ),
        (
            "Moss said it was cold in the yard, and I felt it there.",
            "said",
            ["it was cold in the yard, and I felt it there"],
            ["it was cold in the yard"],
        ),
        (
            "Moss said we would be cold in the yard, and I was.",
            "said",
            ["we would be cold in the yard, and I was"],
            ["we would be cold in the yard, and I was"],
        ),
        (
            "Moss said the talks went well and urged the crews to wait until May.",
            "said",
            ["the talks went well and urged the crews to wait until May"],
            ["the talks went well"],
        ),
        (
            "Moss says the harbour has grown by a third but admits the piers are in a poor state.",
            "says",
            ["the harbour has grown by a third but admits the piers are in a poor state"],
            ["the harbour has grown by a third"],
        ),
        (
            "Moss said the divers searched the quay and found an old anchor.",
            "said",
            ["the divers searched the quay and found an old anchor"],
            ["the divers searched the quay and found an old anchor"],
        ),
        (
            "Some boats are lost, Moss said, but was unable to say how many.",
            "said",
            ["Some boats are lost", "but was unable to say how many"],
            ["Some boats are lost"],
        ),
        (
            "The yard grew tenfold, Moss said, declining to share its figures.",
            "said",
            ["The yard grew tenfold", "declining to share its figures"],
            ["The yard grew tenfold"],
        ),
        (
            "The boats are old, Moss said, but the crews like them.",
            "said",
            ["The boats are old", "but the crews like them"],
            ["The boats are old", "but the crews like them"],
        ),
        (
            "Moss says it was clear that they had sailed and are in a yard at Lund.",
            "says",
            ["it was clear that they had sailed and are in a yard at Lund"],
            ["it was clear that they had sailed and are in a yard at Lund"],
        ),
        (
            "Moss says they were stolen in May and are in a yard at Lund.",
            "says",
            ["they were stolen in May and are in a yard at Lund"],
            ["they were stolen in May and are in a yard at Lund"],
        ),
    ],
)
def test_a_content_ends_where_no_more_is_said(sentence: str, cue: str, content: list[str], cut: list[str]) -> None:
    page = Page(sentence)
    one = page.say("Moss", cue, *content)
    assert [page.article.words_of(part) for part in cut_endings(page.document, [one])[0].content] == cut


def test_what_is_said_next_in_the_tense_of_the_cue_is_a_claim_of_its_own() -> None:
    page = Page("Moss said the quay will stay shut in May and stressed that the ferry was safe.")
    one = page.say("Moss", "said", "the quay will stay shut in May and stressed that the ferry was safe")
    assert [page.told(act) for act in cut_endings(page.document, [one])] == [
        ("Moss", "said", "the quay will stay shut in May"),
        ("Moss", "stressed", "that the ferry was safe"),
    ]
