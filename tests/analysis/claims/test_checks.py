"""What no attribution can be: who only hears is no source, and words of speech in another sense make no claim."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.checks import check_attributions
from tests.analysis.conftest import Page, Read

HEADLINE = "Harbour news\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Helga Sturm was told that the ramp was safe.", None),
        ("Helga Sturm was led to the gate and told that the ramp was safe.", None),
        ("Helga Sturm was glad of it and told him that the ramp was safe.", "Helga Sturm"),
        ("Helga Sturm was led to the gate and told a crowd that the ramp was safe.", "Helga Sturm"),
        ("Helga Sturm was told by the engineer, Owen Gray, that the ramp was safe.", "Owen Gray"),
        ("Helga Sturm laughed when told that the ramp was safe.", None),
        ("Helga Sturm has told reporters that the ramp was safe.", "Helga Sturm"),
    ],
)
def test_who_is_told_says_nothing(text: str, speaker: str | None) -> None:
    got = Read(HEADLINE + text + "\n")
    assert [name for name, content in got.said() if "ramp was safe" in content] == [speaker]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Helga Sturm urged not to sell the ramp", "urged", "not to sell the ramp"),
        ("Helga Sturm warned not to sell the ramp", "warned", "not to sell the ramp"),
        ("Helga Sturm asked to sell the ramp", "asked", "to sell the ramp"),
    ],
)
def test_in_a_headline_too_who_is_urged_or_warned_not_to_says_nothing(text: str, cue: str, content: str) -> None:
    page = Page("A ramp is sold.", text)
    spans = [(text.index(words), text.index(words) + len(words)) for words in (content, cue, "Helga Sturm")]
    one = Attribution((spans[0],), (spans[1],), (spans[2],), 0.9)
    assert check_attributions(page.document, [one])[0].source == ()


def test_who_has_been_urged_says_nothing_where_the_tagger_makes_a_quality_of_it() -> None:
    page = Page("Sir Philip Sturm has been urged not to use the storm as an excuse.")
    one = Attribution(
        (page.span("not to use the storm as an excuse"),),
        (page.span("has been urged"),),
        (page.span("Sir Philip Sturm"),),
        0.9,
    )
    assert [word.tag for word in page.document.words if word.text == "urged"] == ["JJ"]
    assert check_attributions(page.document, [one])[0].source == ()


@pytest.mark.parametrize(
    "text",
    [
        "Milo Hart claimed the bronze medal in Oslo on Sunday.",
        "Arden Rovers conceded a penalty after ten minutes.",
        "Two players were denied visas by the ministry.",
    ],
)
def test_words_of_speech_in_another_sense_make_no_claim(text: str) -> None:
    assert Read(HEADLINE + text + "\n").said() == []


def test_the_same_words_with_a_clause_do() -> None:
    got = Read(HEADLINE + "Milo Hart claimed that the bronze medal was his.\n")
    assert [name for name, _ in got.said()] == ["Milo Hart"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        ("Ada Moss called an election.", "called", "an election", False),
        ("Ada Moss called a summit in May.", "called", "a summit in May", False),
        ("Ada Moss called for an election.", "called for", "an election", True),
        ("The union has called for a strike.", "has called for", "a strike", True),
        ("Ada Moss called the election a gamble.", "called", "the election a gamble", True),
    ],
)
def test_what_is_called_for_or_called_something_is_a_claim(text: str, cue: str, content: str, kept: bool) -> None:
    page = Page(text)
    source = (page.span(text)[0], page.span(cue)[0] - 1)
    one = Attribution((page.span(content),), (page.span(cue),), (source,), 0.9)
    assert bool(check_attributions(page.document, [one])) == kept


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        ("Police held 10 sailors accused of taking the ferry.", "10 sailors", False),
        ("Police met the sailor whom Helga Sturm accused of taking the ferry.", "Helga Sturm", True),
        ("Police met the sailor she accused of taking the ferry.", "she", True),
    ],
)
def test_who_is_accused_accuses_nobody(text: str, source: str, kept: bool) -> None:
    page = Page(text)
    one = Attribution((page.span("of taking the ferry"),), (page.span("accused"),), (page.span(source),), 0.9)
    assert [bool(found.source) for found in check_attributions(page.document, [one])] == [kept]


@pytest.mark.parametrize(("cue", "kept"), [("warned", False), ("warns", True)])
def test_a_headline_tells_in_the_present_and_its_hearer_is_warned(cue: str, kept: bool) -> None:
    page = Page("The plan was made in May.", headline=f"Harlow council {cue} its ferry plan could sink the port")
    at = 15 + len(cue)
    one = Attribution(((at + 1, at + 37),), ((15, at),), ((0, 14),), 0.9)
    assert [bool(found.source) for found in check_attributions(page.document, [one])] == [kept]


def test_what_a_court_was_told_stands_before_it() -> None:
    got = Read("News\n\nA driver passed a red light before the crash at the bridge, a court was told on Tuesday.\n")
    assert got.said() == [(None, "A driver passed a red light before the crash at the bridge")]


def test_who_was_told_something_by_somebody_is_the_hearer() -> None:
    got = Read(
        "Path floods again\n\nHelga Sturm, who was warned by engineers in March that the wall was thin, closed it. "
        "The firm, which was told by inspectors to mend its roof, lost money.\n"
    )
    assert got.said() == [("engineers", "that the wall was thin"), ("inspectors", "to mend its roof")]


def test_a_content_ends_with_the_bracket_that_it_stands_in() -> None:
    got = Read(
        "Path floods again\n\nThe keeper’s log (which, Helga Sturm said, “reads like a ransom note”) shows the pump "
        "being cut at three.\n"
    )
    assert [words.endswith("reads like a ransom note") for _, words in got.said()] == [True]


def test_who_is_accused_in_a_headline_says_nothing() -> None:
    got = Read(
        "Harlow estate agent accused of cruel sacking of staff\n\nThe firm shut its office in Harlow on Monday.\n"
    )
    assert all(claim.speaker_name != "Harlow estate agent" for claim in got.analysis.claims)


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Moss wrote about it in a book, “A Life on the Quay”.", "wrote about", "A Life on the Quay"),
        (
            "Moss published a memoir titled “No Boat to Row and No Sail to Set”.",
            "titled",
            "No Boat to Row and No Sail to Set",
        ),
        ("The quay was old, and it goes without saying that it leaked.", "goes without saying", "that it leaked"),
        ("Moss called it quits in May.", "called", "it quits in May"),
        ("Moss called off the summer fair.", "called off", "the summer fair"),
        ("Moss argued so well that the judge smiled.", "argued so well", "that the judge smiled"),
        ("Moss whispers so softly that nobody heard.", "whispers", "so softly that nobody heard"),
    ],
)
def test_neither_a_title_nor_a_manner_of_speaking_is_said(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    assert check_attributions(page.document, [page.say("", cue, content)]) == []


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Moss wrote about it in a book: “The quay was old”.", "wrote about", "The quay was old"),
        ("Moss said in the film “Nobody Knows the Quay”, “The quay was old”.", "said", "The quay was old"),
        ("Moss shouted: “Long Live the Quay”.", "shouted", "Long Live the Quay"),
        ("Moss called a film “THE QUAY IS GONE”.", "called", "THE QUAY IS GONE"),
        ("Moss wrote it in an article titled “No Boat Is Safe”.", "wrote", "No Boat Is Safe"),
        ("Moss called it a wreck.", "called", "it a wreck"),
        ("Moss called for a fair without saying where.", "called for", "a fair"),
        ("Moss argued so, and well, that the quay was old.", "argued so, and well,", "that the quay was old"),
        ("Moss argued well that the quay was old.", "argued well", "that the quay was old"),
    ],
)
def test_what_is_said_beside_them_is(sentence: str, cue: str, content: str) -> None:
    page = Page(sentence)
    assert len(check_attributions(page.document, [page.say("Moss", cue, content)])) == 1
