"""Transcripts: paragraphs with their speaker's name and a colon in front are turns."""

from tests.analysis.conftest import Reads

HEARING = """Who drained the lake?

A committee questioned the regulator on Wednesday.

THE CHAIR (Dame Olu Whitcombe): We have you until noon, Mr Stallard.

AUBREY STALLARD: Thank you, Chair. I signed nothing.

THE CHAIR: The email says, “Aubrey is content.” Are you?

(Laughter.)

STALLARD: I was not discontented.
"""


def test_each_turn_is_a_claim_of_its_speaker(read: Reads) -> None:
    got = read(HEARING)
    turns = [said for said in got.said() if said[1][0].isupper() and "committee" not in said[1]]
    assert ("Olu Whitcombe", "We have you until noon, Mr Stallard.") in turns
    assert ("Olu Whitcombe", "The email says, “Aubrey is content.” Are you?") in turns
    assert [text for name, text in turns if name and name.lower() == "aubrey stallard"] == [
        "Thank you, Chair. I signed nothing.",
        "I was not discontented.",
    ]


def test_turns_are_word_for_word(read: Reads) -> None:
    got = read(HEARING)
    assert {claim.kind for claim in got.analysis.claims if got.words(claim.cue) == ":"} == {"direct"}


def test_questions_and_answers_are_turns_of_nobody_named(read: Reads) -> None:
    got = read("An interview\n\nQ: Is it safe?\n\nA: It is not.\n\nQ: Who knew?\n\nA: Everybody.\n")
    assert [(name, text) for name, text in got.said()] == [
        ("Q", "Is it safe?"),
        ("A", "It is not."),
        ("Q", "Who knew?"),
        ("A", "Everybody."),
    ]
    assert all(claim.speaker is None for claim in got.analysis.claims)


def test_a_single_colon_makes_no_transcript(read: Reads) -> None:
    got = read("A list\n\nUpdate: The bridge is open again.\n\nThe town was quiet.\n")
    assert got.analysis.claims == ()


def test_a_party_in_brackets_does_not_speak(read: Reads) -> None:
    got = read(
        "Commons sketch\n\nHARLOW (Lab): Where is the money?\n\nPRIME MINISTER (Ada Moss): In the budget.\n\n"
        "DEAN (Lib Dem): I cannot find it.\n\nPRIME MINISTER: Look again.\n\nSTOKES (D-Maine): I shall.\n"
    )
    assert [name and name.lower() for name in got.speakers()] == ["harlow", "ada moss", "dean", "ada moss", "stokes"]


def test_initials_are_whose_full_name_has_them(read: Reads) -> None:
    got = read(
        "A conversation\n\nRosa Adeyinka: Thank you for having me.\n\nTom Farr: Where did it begin?\n\n"
        "RA: In a kitchen.\n\nTF: And then?\n\nRA: In a shop.\n"
    )
    assert got.speakers() == ["Rosa Adeyinka", "Tom Farr", "Rosa Adeyinka", "Tom Farr", "Rosa Adeyinka"]
    assert {actor.name for actor in got.analysis.actors} == {"Rosa Adeyinka", "Tom Farr"}


def test_initials_of_who_is_named_in_the_introduction(read: Reads) -> None:
    got = read(
        "Crabs and lies\n\nDr Lena Ort runs the harbour lab. Ida Moss met her in Weir.\n\nIM: Why crabs?\n\n"
        "LO: Because they lie.\n\nIM: All of them?\n\nLO: Most.\n"
    )
    assert got.speakers() == ["Ida Moss", "Lena Ort", "Ida Moss", "Lena Ort"]


def test_initials_that_two_have_are_nobodys(read: Reads) -> None:
    got = read(
        "Two sisters\n\nAnn Berg and Ada Bell met in Weir.\n\nAB: Why crabs?\n\nJM: Because they lie.\n\n"
        "AB: All of them?\n\nJM: Most.\n"
    )
    assert got.speakers() == ["AB", "JM", "AB", "JM"]


def test_who_is_unknown_has_a_turn_and_no_name(read: Reads) -> None:
    got = read(
        "The ferry\n\nHALE: Who was on the quay?\n\nMOSS: I was there.\n\n(UNKNOWN): The quay was shut.\n\n"
        "HALE: Then nobody saw it.\n\nUNIDENTIFIED MALE: I saw it.\n\nMOSS: So did I.\n"
    )
    turns = [(name and name.lower(), text) for name, text in got.said()]
    assert ("moss", "I was there.") in turns
    assert [text for name, text in turns if name is None or name.startswith("un")] == [
        "The quay was shut.",
        "I saw it.",
    ]
    assert not [actor.name for actor in got.analysis.actors if actor.name.lower().startswith("un")]


def test_lines_that_lead_to_other_articles_are_no_turns(read: Reads) -> None:
    got = read(
        "The quay\n\nThe council shut the old quay on Monday.\n\nOpinion: Why the quay must stay\n\n"
        "Nobody asked the fishermen.\n\nMoss: How to save a harbor\n\nThe lake is low.\n\n"
        "Opinion: Should the ferry sail?\n\nThe boats lie on the sand.\n\nOpinion: Ten boats to love\n"
    )
    assert got.said() == []


def test_such_a_line_within_an_interview_is_no_turn(read: Reads) -> None:
    got = read(
        "A conversation\n\nTom Farr: Where did it begin?\n\nRosa Adeyinka: In a kitchen.\n\n"
        "Eats: Inside the harbor kitchen\n\nFarr: And then?\n\nAdeyinka: In a shop\n\nFarr: When?\n\n"
        "Adeyinka: In May.\n"
    )
    assert got.speakers() == ["Tom Farr", "Rosa Adeyinka", "Tom Farr", "Rosa Adeyinka", "Tom Farr", "Rosa Adeyinka"]


def test_a_rubric_is_nobodys_name(read: Reads) -> None:
    got = read(
        "Three ferries\n\nWe sailed on all of them.\n\nVerdict: A fine ship.\n\nThe second was late.\n\n"
        "Verdict: Too slow by half.\n\nThe third sank.\n\nVerdict: Avoid.\n"
    )
    assert got.said() == []


def test_one_alone_has_turns_where_the_text_names_them(read: Reads) -> None:
    got = read(
        "At the lectern\n\nThis is what President Adeyinka told the harbor council.\n\nADEYINKA: The quay stays.\n\n"
        "(Applause.)\n\nADEYINKA: The ferry sails on Monday.\n\n(Laughter.)\n\nADEYINKA: Good night.\n"
    )
    assert [text for _, text in got.said()][-3:] == ["The quay stays.", "The ferry sails on Monday.", "Good night."]


def test_answers_without_a_label_are_not_whose_question_they_answer(read: Reads) -> None:
    got = read(
        "Mia Moss sat down with the mayor\n\nMia Moss and Moss asked what everybody asks.\n\n"
        "Moss: Is the quay safe?\n\nIt was never safe, and it never will be.\n\nMoss: Who knew?\n\nEverybody did.\n\n"
        "Moss: And the boats?\n\nThey are old.\n"
    )
    assert not [text for name, text in got.said() if "never safe" in text or "old" in text]
