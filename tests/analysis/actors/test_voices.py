"""Who speaks where a claim's source is no name and no he or she."""

import pytest

from tests.analysis.conftest import Read, speaker

FIRM = "Lindholm Energy cuts jobs\n\nLindholm Energy said on Monday that it would close two plants in Sweden.\n\n"


@pytest.mark.parametrize(
    "text", ["It added that no more cuts were planned.", "The company said that no more cuts were planned."]
)
def test_it_and_the_company_are_the_firm_just_named(text: str) -> None:
    assert speaker(FIRM + text + "\n", "no more cuts were planned") == "Lindholm Energy"


def test_it_is_no_actor() -> None:
    got = Read("Weather turns\n\nThe sky was grey. It said in the paper that it would rain.\n")
    assert all(actor.name.lower() != "it" for actor in got.analysis.actors)
    assert all(claim.speaker is None for claim in got.analysis.claims)


def test_it_is_nobody_whom_it_is_reported_to_name() -> None:
    text = "The trust welcomed the plan. It said that Lindholm Energy should end its talks with the town.\n"
    assert speaker(FIRM + text, "should end its talks") != "Lindholm Energy"


def test_an_age_is_who_is_so_old() -> None:
    text = (
        "Race won\n\nCarla Dorn beat Ivy Platt at the line.\n\nDorn, 27, trained in Bergen all winter with Platt.\n\n"
        "The 27-year-old said that the course was slow.\n"
    )
    assert speaker(text, "the course was slow") == "Carla Dorn"


def test_i_in_what_somebody_says_is_that_somebody() -> None:
    got = Read("Bridge shut\n\n“I told him it was not safe,” said Helga Sturm. “He went anyway.”\n")
    assert got.chains() == [(["Helga Sturm", "Helga Sturm"], "it was not safe")]
    inner = got.analysis.claims[-1]
    assert inner.speaker_confidence is not None
    assert 0 < inner.speaker_confidence <= 1


def test_another_countrys_president_is_not_meant() -> None:
    text = (
        "Leaders talk\n\nIvo Marek spoke to US president Paul Dane about gas on Friday.\n\n"
        "The Czech president said that the pipes would stay open.\n"
    )
    assert speaker(text, "the pipes would stay open") != "Paul Dane"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the Harlow Farm Committee", "Harlow Farm Committee"),
        ("the Bureau of Health", "Bureau of Health"),
        ("Secretary of Health and Farming Helga Sturm", "Helga Sturm"),
        ("Secretary of Education Helga Sturm", "Helga Sturm"),
        ("Norvik founder and CEO Helga Sturm", "Helga Sturm"),
        ("councillor Helga Sturm when she opened the session", "Helga Sturm"),
    ],
)
def test_whoever_a_source_names_is_nobody_else(source: str, name: str) -> None:
    text = f"Quay shut\n\nLindholm Energy owns the quay. Owen Gray runs it.\n\n“We had no choice,” said {source}.\n"
    assert speaker(text, "We had no choice") == name


def test_how_sure_he_and_she_are_is_told() -> None:
    by_pronoun, by_name = (
        Read(f"Quay shut\n\nHelga Sturm runs the quay. {who} said that it was lost.\n").analysis.outer[-1]
        for who in ("She", "Helga Sturm")
    )
    assert by_pronoun.speaker_name == by_name.speaker_name == "Helga Sturm"
    assert by_pronoun.speaker_confidence is not None
    assert by_name.speaker_confidence is not None
    assert 0.5 < by_pronoun.speaker_confidence < by_name.speaker_confidence


@pytest.mark.parametrize("source", ["The police", "The Swedish government", "The Harbour teachers’ board"])
def test_a_public_body_is_not_the_firm_just_named(source: str) -> None:
    text = f"Quay shut\n\nLindholm Energy owns the quay. {source} said that it was lost.\n"
    assert speaker(text, "it was lost") != "Lindholm Energy"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Norvik vice-president for mobile Helga Sturm", "Helga Sturm"),
        ("The GMB dockers’ union", "GMB"),
        ("The Irish company, Lindholm Energy,", "Lindholm Energy"),
        ("The AiGroup", "AiGroup"),
        ("Security giant NordStrike", "NordStrike"),
    ],
)
def test_a_name_with_words_for_what_it_is_has_an_actor(source: str, name: str) -> None:
    got = Read(f"Quay shut\n\nOwen Gray runs the quay with the Harbour Union.\n\n{source} said that it was lost.\n")
    claim = got.analysis.outer[-1]
    assert (claim.speaker_name, claim.speaker is not None) == (name, True)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("The head of the Coast Board", None), ("The head of the Harlow council", "Ada Moss"), ("The head", "Ada Moss")],
)
def test_the_head_of_one_body_is_not_the_head_of_another(phrase: str, name: str | None) -> None:
    text = (
        f"Quay shut\n\nAda Moss, the head of Harlow’s council, shut the quay in May.\n\n{phrase} said that it sank.\n"
    )
    assert [claim.speaker for claim in Read(text).analysis.claims] == ([None] if name is None else ["a1"])


RAID = "Tape aired\n\nA new tape by rebel leader Omar Sadiq was aired on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("brought_in", "said"),
    [
        ("One customs official called the tape a bluff.", "However, the official said that nothing was clear."),
        ("A 17-year-old girl saw Sadiq limp.", "“Nothing was clear,” the teenager said."),
        ("A judge sentenced Sadiq to ten years last spring.", "The judge said that nothing was clear."),
    ],
)
def test_somebody_brought_in_without_a_name_is_not_whoever_was_named_last(brought_in: str, said: str) -> None:
    got = speaker(f"{RAID}{brought_in} {said}\n", "clear")
    assert got is not None
    assert got.lower() in said.lower()


WARD = "Wards full\n\nGreta Voss, a ward nurse in Harlow, wrote to the board in May."


@pytest.mark.parametrize(
    ("brought_in", "said", "source"),
    [
        ("A nurse at the Weir clinic saw two boys.", "The nurse said that both were ill.", "The nurse"),
        ("An unnamed nurse spoke to the board.", "“Both were ill,” the nurse said.", "the nurse"),
        ("A nurse came late.", "Voss was there at noon. The nurse said that both were ill.", "Greta Voss"),
        ("A theatre nurse came late.", "The ward nurse said that both were ill.", "Greta Voss"),
        ("She was once a nurse at sea.", "The nurse said that both were ill.", "Greta Voss"),
    ],
)
@pytest.mark.parametrize("between", ["", "The board met.\n\nIt was long.\n\nIt was loud.\n\nIt was late.\n\n"])
def test_who_was_brought_in_last_is_meant_and_not_who_is_one_too(
    between: str, brought_in: str, said: str, source: str
) -> None:
    assert Read(f"{WARD} {between}{brought_in} {said}\n").speakers()[-1] == source


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the director of public works, Dr Mark Veidt,", "Mark Veidt"),
        ("the actor, director and theatre board trustee Kofi Ansah", "Kofi Ansah"),
        ("the joint secretaries of the Norvik union, Mary Boust and Kevin Courtley,", "Mary Boust and Kevin Courtley"),
        ("Boust and Transport Secretary Ray Lahoud", "Mary Boust and Ray Lahoud"),
    ],
)
def test_who_is_named_at_the_end_of_a_source_speaks(source: str, name: str) -> None:
    start = "Bridge shut\n\nScott Morlan, the actor and director, was angry, and so was Mary Boust.\n\n"
    assert speaker(f"{start}But {source} said that there was no danger.\n", "no danger") == name


@pytest.mark.parametrize(
    ("described", "behind", "name"),
    [
        ("A mum-of-four", "Carla Dunn, 36, had gone to the Copper Pot on Friday with her twins.", "Carla Dunn"),
        ("A power company", "Lindholm Energy, which has ninety plants, has waited for years.", "Lindholm Energy"),
        ("A chess player", "Carla Dunn’s tenth cup was won at the Copper Pot in May.", "Carla Dunn"),
        ("A judge", "Carla Dunn, 36, had gone to court over the Copper Pot.", "A judge"),
        ("A mum-of-four", "The queue was long. Later Carla Dunn, 36, came with her twins.", "A mum-of-four"),
    ],
)
def test_whom_a_first_paragraph_describes_is_whose_name_begins_the_next(described: str, behind: str, name: str) -> None:
    text = f"Anger over closing\n\n{described} says that the pier was shut too early.\n\n{behind}\n"
    assert speaker(text, "the pier was shut") == name


@pytest.mark.parametrize(
    ("described", "behind", "name"),
    [
        ("A congresswoman", "The pier had stood for years, Rep. Carla Dunn of Weir said.", "Carla Dunn"),
        ("A doctor", "The pier had stood for years, as physician Carla Dunn said.", "Carla Dunn"),
        ("A congresswoman", "The pier had stood for years, Prof. Carla Dunn of Weir said.", "A congresswoman"),
    ],
)
def test_an_office_is_also_told_by_the_title_before_a_name(described: str, behind: str, name: str) -> None:
    text = f"Anger over closing\n\n{described} says that the pier was shut too early.\n\nIt rained.\n\n{behind}\n"
    assert speaker(text, "the pier was shut") == name


def test_an_office_that_ends_in_a_name_of_its_own_is_no_part_of_the_persons() -> None:
    text = "Trial slammed\n\nIt is a sign of weakness, Secretary of State Hillary Clint told reporters on Thursday.\n"
    assert speaker(text, "a sign of weakness") == "Hillary Clint"


def test_a_teenager_is_who_is_so_old() -> None:
    text = (
        "Street art grows\n\nArt teacher Joan Lowe sat in the road. “I like it,” Lowe said.\n\n"
        "Not far away, 17-year-old Timothy Hall was drawing posters.\n\n“I want a voice,” the teenager said.\n"
    )
    assert Read(text).speakers() == ["Joan Lowe", "Timothy Hall"]


def test_they_in_what_several_report_are_these() -> None:
    text = "Shops stop sales\n\nLawton Japan was first. The companies said they hoped the move would be welcomed.\n"
    assert Read(text).chains() == [(["The companies", "The companies"], "the move would be welcomed")]


def test_whoever_is_named_in_it_does_not_say_it_and_who_speaks_of_the_president_is_another() -> None:
    text = (
        "Rovers win\n\nMikkel Brandt praised Tunde Ojo after the match.\n\n“Tunde is a monster,” the Rovers manager "
        "said. “He trains well.”\n"
    )
    assert speaker(text, "is a monster") != "Tunde Ojo"
    text = (
        "Hosts on the parade\n\nHosts talked about Martin Stroud's plan.\n\n“The president likes the noise,” said the "
        "host Milo Reyes. Reyes said that it was loud.\n\nThe president had said that the tanks would be clean.\n"
    )
    assert speaker(text, "would be clean") != "Milo Reyes"


def test_a_member_of_a_party_is_no_name() -> None:
    got = Read(
        "Senator sorry\n\nSen. Dale Hutchins apologized on Monday. “It was wrong,” the Nebraska Republican said.\n"
    )
    assert [claim.speaker_name for claim in got.analysis.claims if claim.kind == "direct"] == ["Dale Hutchins"]
    assert "Nebraska Republican" not in {actor.name for actor in got.analysis.actors}


def test_what_a_firm_makes_does_not_speak_for_it() -> None:
    text = (
        "Orbit reads your mail\n\nOrbit, the software firm, on Wednesday unveiled Orbit Mail. Orbit Mail will answer "
        "letters by itself, the company said. It said that users could switch it off.\n"
    )
    assert [speaker(text, words) for words in ("by itself", "could switch")] == ["Orbit", "Orbit"]


def test_who_says_i_is_no_firm_where_the_noun_may_mean_a_person() -> None:
    text = (
        "Sorry\n\nSouthern Media, which owns the station, was silent.\n\n“I went too far and my words were wrong,” the "
        "broadcaster said.\n"
    )
    assert speaker(text, "went too far") != "Southern Media"
    text = text.replace("I went too far and my words", "They went too far and their words")
    assert speaker(text, "went too far") == "Southern Media"


def test_the_force_is_a_body_whose_name_says_so() -> None:
    text = "Man held\n\nThe Norvik Herald named the man.\n\nThe force said that he had been released.\n"
    assert speaker(text, "had been released") != "Norvik Herald"


def test_a_noun_beside_a_name_tells_what_sort_of_body_it_is() -> None:
    text = (
        "Shooting in Rome\n\nThe minister spoke to the daily Il Corriere. He was sworn in then, state-run news agency "
        "ANSA said.\n\nThe agency also reported that two men were hurt.\n"
    )
    assert speaker(text, "two men were hurt") == "ANSA"


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Hinway said it had delivered what was ordered.", "Hinway", "organisation"),
        ("The daily Al Bahr said that the envoy had left.", "Al Bahr", "organisation"),
        ("Forecaster Lin Akeroyd said that it would rain.", "Lin Akeroyd", "person"),
        (
            "The popular newspaper, Etemad-e Melli, was shut, and it said that the judge was wrong.",
            "Etemad-e Melli",
            "organisation",
        ),
        ("The director of the committee Jiang Langsheng said that it would rain.", "Jiang Langsheng", "person"),
        ("Hanoi claimed that the firm had given in.", "Hanoi", "place"),
        ("U.S. Secretary of State John Kerry said that it would rain.", "John Kerry", "person"),
    ],
)
def test_what_stands_around_a_name_tells_what_it_is(sentence: str, name: str, kind: str) -> None:
    got = Read(f"It rains\n\nThe hinge was late again on Monday.\n\n{sentence}\n")
    assert (name, kind) in {(actor.name, actor.kind) for actor in got.analysis.actors}


def test_an_office_with_whose_it_is_and_its_field_leads_to_its_bearer_and_a_spokesman_to_nobody() -> None:
    text = "Probe\n\nThe probe is about Bo May.\n\n{} said that it was over.\n"
    assert (
        speaker(text.format("U.S. Attorney for the District of Columbia Jeanine Pirro"), "was over") == "Jeanine Pirro"
    )
    assert speaker(text.format("A spokesman for May"), "was over") == "A spokesman for May"


def test_a_duchess_is_she() -> None:
    text = "Visit ends\n\nThe Duchess of Harlow opened the hospital on Monday. She said it was a good place.\n"
    assert speaker(text, "it was a good place") == "Duchess of Harlow"


def test_the_council_is_the_town_s_that_was_named() -> None:
    text = "Road shut\n\nHarlow city council shut the road on Monday.\n\nThe council said that it was not safe.\n"
    assert speaker(text, "it was not safe") == "Harlow city council"


def test_the_army_is_no_cartel() -> None:
    text = "Four held\n\nFour men of the Gulf cartel were held on Friday.\n\nThe army said that one had died.\n"
    assert speaker(text, "one had died") == "The army"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Aide Ivan Petrov said President Tom Brask urged an end to the strike, but the Norvik premier, Rolf Dahl, "
            "repeated that the mill would address what he called the strike's “real causes”.",
            "real causes",
            "Rolf Dahl",
        ),
        (
            "Carl Moss has met Tom Brask. The mayor, Rolf Dahl, said the deal would end what he described as “a war”.",
            "a war",
            "Rolf Dahl",
        ),
    ],
)
def test_what_he_called_is_called_so_by_whoever_is_reported_to_say_it(text: str, words: str, who: str) -> None:
    got = Read(f"Talks held\n\nThe talks went on.\n\n{text}\n")
    inner = [one for one in got.analysis.claims if one.within and words in got.words(one.content)]
    assert inner[-1].speaker_name == who


def test_a_new_spokesman_is_not_the_one_named_before() -> None:
    text = (
        "Guards held\n\nNine guards were held, Omar Sattar, a spokesman for the council, told reporters.\n\n"
        "But a spokesman for the minister’s office said that the guards were free.\n"
    )
    assert speaker(text, "the guards were free") == "a spokesman for the minister’s office"


def test_an_age_is_who_alone_is_so_old_however_many_were_named_since() -> None:
    text = (
        "Clerk told friend theft ‘would fix it’, jury hears\n\n"
        "Flora Dunn, 52, denies theft and lying to police.\n\n"
        "Opening the case, prosecutor Karl Moss said the clerk had rung the friend, Greta Voss, before the theft. "
        "“She said: ‘I joke, but do I?’” he told jurors.\n\n"
        "Asked by Mr Moss why she had come, she answered: “My husband said I should.”\n\n"
        "Cross-examined by Hana Reed KC, for the defence, she accepted that her friend had a dark sense of humour.\n\n"
        "In a tape played to the court, the 52-year-old said she had been asleep.\n"
    )
    assert speaker(text, "she had been asleep") == "Flora Dunn"


@pytest.mark.parametrize("told", ["At 47 she still practises for six hours.", "She is 47, and still practises."])
def test_an_age_is_whom_he_or_she_tells_to_be_so_old(told: str) -> None:
    text = (
        f"The cellist\n\nHelga Sturm lives by the sea. {told} Her pupil, Bodil Krag, joined her band in June.\n\n"
        "“We never rest,” says the 47-year-old.\n"
    )
    assert speaker(text, "We never rest") == "Helga Sturm"


@pytest.mark.parametrize(
    "told", ["A pal had rung the neighbour, Jon Hale, at noon.", "Lund had rung her friend Jon Hale."]
)
def test_a_friend_is_who_was_called_so(told: str) -> None:
    noun = "friend" if "friend" in told else "neighbour"
    text = f"Fire in Harlow\n\n{told} Then the roof fell in.\n\nThe {noun} said that the line was bad.\n"
    assert speaker(text, "the line was bad") == "Jon Hale"


def test_a_friend_is_nobody_whom_a_friend_is_told_of() -> None:
    text = "Split\n\nMara Lund, a former friend of Jo Hale’s, moved out.\n\n“He flirts,” the friend said.\n"
    assert speaker(text, "He flirts") == "the friend"


def test_he_and_his_are_he() -> None:
    text = "Study\n\nHelga Sturm led the work. In the paper, she and her students argue that the reef is loud.\n"
    assert speaker(text, "the reef is loud") == "Helga Sturm"


def test_both_she_and_somebody_are_two() -> None:
    text = (
        "Music\n\nHelga Sturm met Jon Hale in Bergen. Both she and her pupil, Bo Berg, believe that the hall is "
        "too small.\n"
    )
    assert speaker(text, "the hall is too small") == "Helga Sturm and Bo Berg"


def test_a_is_the_one_whose_full_name_is_told() -> None:
    text = (
        "Bees\n\nFlora Dunn has kept bees since Moss left. She answers letters.\n\n"
        "Q: Do they sting?\n\nA: They sting fools.\n\nQ: Have you been stung?\n\nA: Only on Sundays.\n"
    )
    assert speaker(text, "They sting fools") == "Flora Dunn"


@pytest.mark.parametrize("told", ["Her coach, Jon Hale, is 57.", "Jon Hale turned 57.", "Jon Hale was 57 and tired."])
def test_an_age_behind_a_verb_is_the_subjects(told: str) -> None:
    text = f"Run\n\nHelga Sturm, 23, won. {told} Sturm said she was glad. The 57-year-old said she would win again.\n"
    assert speaker(text, "win again") == "Jon Hale"


def test_how_old_somebody_was_long_ago_is_no_age_of_now() -> None:
    text = (
        "Youth\n\nHelga Sturm is a singer. Jon Hale, 19, met her in May. At 19 she left home. She sings of it.\n\n"
        "“It was cold,” the 19-year-old said.\n"
    )
    assert speaker(text, "It was cold") == "Jon Hale"
