"""Who goes on speaking: it, they and she behind another claim."""

import pytest

from tests.analysis.conftest import Read, speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presentation says the Harbour Union holds. It adds that costs would rise.", "The presentation"),
        ("“The quay is lost,” the residents said. They said that nobody had asked them.", "the residents"),
    ],
)
def test_it_and_they_go_on_for_the_source_before_them(text: str, name: str) -> None:
    found = Read(f"Quay shut\n\nLindholm Energy met the Harbour Union in Bergen.\n\n{text}\n").analysis.outer
    assert found[-1].speaker_name == name
    assert found[-1].speaker is None


def test_a_woman_without_a_name_goes_on_speaking_though_another_was_named_before() -> None:
    text = (
        "Quay shut\n\nHelga Sturm sells fish. “Of course I am worried,” she says.\n\n"
        "One shop assistant says that the doors stay open. “I try not to think of it,” she says.\n"
    )
    assert Read(text).speakers() == ["Helga Sturm", "One shop assistant", "One shop assistant"]


def test_who_is_asked_by_somebody_without_a_name_answers() -> None:
    text = (
        "Quay shut\n\nSome are glad of it, starting with Helga Sturm.\n\n"
        "When a reporter asked if she had seen it, she said: “Oh yes, I have.”\n"
    )
    assert Read(text).speakers() == ["a reporter", "Helga Sturm"]


def test_it_behind_a_spokesman_is_whom_he_speaks_for_and_behind_an_office_that_office() -> None:
    text = (
        "Quay shut\n\nLindholm Energy owns the quay. A spokesman for the Corvo harbour trust said that it was lost. "
        "“We are sorry,” it said.\n\n"
        "Sturm’s office gave a cooler account. In a letter it said that nobody had asked.\n"
    )
    assert Read(text).speakers()[1:] == ["the Corvo harbour trust", "Sturm’s office"]


def test_who_is_just_named_as_a_subject_speaks_before_who_spoke_last() -> None:
    text = (
        "Quay shut\n\n“It is lost,” said Owen Gray. “All of it,” he said.\n\n"
        "Gray’s friend David Platt had another view. “I have no idea,” he said.\n"
    )
    assert Read(text).speakers()[-1] == "David Platt"


def test_who_is_named_in_what_another_says_does_not_speak_next() -> None:
    text = (
        "Quay shut\n\nIvy Platt died on the quay.\n\n"
        "Platt’s mother, Helga Sturm, said: “Ivy was my dear daughter.”\n\n"
        "In a letter she said that it had taken six years.\n"
    )
    assert Read(text).speakers()[-1] == "Helga Sturm"


def test_they_behind_two_who_spoke_are_those_two() -> None:
    text = (
        "Quay shut\n\nWriting for the paper, Helga Sturm and Owen Gray said that the quay was lost.\n\n"
        "“We are three years on. Nobody knows what to do. It is a blunt tool,” they wrote.\n"
    )
    assert Read(text).speakers()[-1] == "Helga Sturm and Owen Gray"


def test_he_behind_a_spokesman_who_said_nothing_yet_is_that_spokesman() -> None:
    text = (
        "Refunds late\n\nPartners Vaughan Strand, John Greel and Richard Hulme were spared by the court.\n\n"
        "A Norvik spokesman declined to give a number. “They have been busy,” he said.\n"
    )
    assert speaker(text, "They have been busy") == "A Norvik spokesman"


def test_he_behind_what_somebody_called_another_is_who_called_him_so() -> None:
    text = (
        "Envoy leaves\n\nViktor Bonde left his post on Monday. “It is over,” he said. Bonde would not say more.\n\n"
        "Henrik Neumark, who leads Envoy Watch, called Bonde a “hero”.\n\n“We ask them all to go,” he said.\n"
    )
    assert speaker(text, "We ask them all") == "Henrik Neumark"


@pytest.mark.parametrize("pronoun", ["They", "they"])
def test_they_whom_nobody_names_are_told_in_the_articles_words(pronoun: str) -> None:
    said = "They said that two of 28 had fallen ill." if pronoun == "They" else "Two of 28 had fallen ill, they said."
    text = (
        "Trial ends\n\nFor their study, the researchers followed nearly 2,800 adults in Norvik, all of whom had "
        f"asked to take part. {said}\n"
    )
    got = Read(text).analysis.outer[-1]
    assert (got.speaker, got.speaker_name) == (None, "the researchers")


def test_who_answers_is_not_who_asked() -> None:
    text = (
        "Inquest hears\n\nThe court heard that Lionel Grice had looked at the bridge.\n\n“What is it, Mr Grice?” a "
        "juror asked.\n\n“It was put in an order,” he replied.\n"
    )
    assert speaker(text, "put in an order") == "Lionel Grice"


def test_it_behind_its_rival_is_that_rival() -> None:
    text = (
        "Ferries\n\nBlue Funnel said that a ship was late. Its rival said that the berth was full. It added that it "
        "had waited for hours.\n"
    )
    assert speaker(text, "had waited for hours") == "Its rival"


@pytest.mark.parametrize(
    "text",
    [
        "Owen Gray said: “We disagree with the decision.”\n\n"
        "In a veiled reference to David Platt’s firm, he added: “Incredibly, the board believed one rival.”",
        "Deputy harbour master Owen Gray (harbour master David Platt is at sea) said that cases were rising.\n\n"
        "He added that this meant a thousand by July.",
    ],
)
def test_he_behind_what_somebody_said_is_that_one_where_nothing_is_told_of_another(text: str) -> None:
    before = "David Platt owns the quay. Platt has a firm in Bergen. Platt bought the ferry in May."
    assert Read(f"Quay shut\n\n{before}\n\n{text}\n").speakers()[-1] == "Owen Gray"


def test_he_behind_a_sentence_about_another_is_that_other() -> None:
    text = "Owen Gray said that it would reopen.\n\nDavid Platt waved at the crowd. “We made it,” he said."
    assert Read(f"Quay shut\n\n{text}\n").speakers()[-1] == "David Platt"


@pytest.mark.parametrize(
    "other", ["The fish industry said", "Leaked audio confirms", "Disappointment in the plan says"]
)
def test_he_is_no_industry_recording_or_feeling(other: str) -> None:
    text = f"Owen Gray spoke in Bergen.\n\nGray said that it was lost. {other} that rain would fall."
    assert Read(f"Quay shut\n\n{text}\n\n“It will be a wet year,” he added.\n").speakers()[-1] == "Owen Gray"


@pytest.mark.parametrize("other", ["A party member", "A civil servant in the health department", "Her neighbour"])
def test_he_behind_somebody_without_a_name_is_that_one(other: str) -> None:
    text = f"Owen Gray spoke in Bergen.\n\n{other} said that it was lost. It was old, he said."
    assert Read(f"Quay shut\n\n{text}\n").speakers()[-1] == other


def test_she_behind_nobody_is_not_nobody() -> None:
    text = (
        "Quay shut\n\nThe harbour chart was drawn by Helga Sturm. “I don’t think they read it,” said no one. She "
        "recalled that it was changed once.\n"
    )
    assert Read(text).speakers()[-1] == "Helga Sturm"


def test_who_adds_to_what_somebody_without_a_name_said_is_not_whom_he_named() -> None:
    text = (
        "Bo Marsh was charged in May. Bo Marsh pleaded.\n\n"
        "The city’s fire chief said officers have no sign that Marsh had help.\n\nHe added: “There were no flags.”\n"
    )
    assert Read(f"The fire\n\n{text}").speakers()[-1] == "The city’s fire chief"


def test_they_behind_a_spokesperson_is_that_spokesperson() -> None:
    text = "Ada Dick died. A spokesperson for the Harlow trust said: “We are sad.” They added: “Ada was a nurse.”"
    assert Read(f"A nurse\n\n{text}\n").speakers()[-1] == "A spokesperson for the Harlow trust"
