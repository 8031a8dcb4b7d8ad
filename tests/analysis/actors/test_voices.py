"""Who speaks where a claim's source is no name and no he or she."""

import pytest

from tests.analysis.conftest import Read

FIRM = "Lindholm Energy cuts jobs\n\nLindholm Energy said on Monday that it would close two plants in Sweden.\n\n"


def speaker(text: str, content: str) -> str | None:
    """The speaker of the claim with these words."""
    got = Read(text)
    found = [claim for claim in got.analysis.claims if content in got.words(claim.content)]
    assert found, got.said()
    return found[-1].speaker_name


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


def test_which_is_the_name_before_it() -> None:
    text = "Store sold\n\nThe shop was bought by Lindholm Energy, which said that it would stay open.\n"
    assert speaker(text, "it would stay open") == "Lindholm Energy"


def test_who_after_people_without_a_name_is_nobody() -> None:
    got = Read("Store sold\n\nHelga Sturm met neighbours who said that the shop was too loud.\n")
    assert [claim.speaker for claim in got.analysis.claims if "too loud" in got.words(claim.content)] == [None]


def test_both_are_the_two_named_together() -> None:
    got = Read("Talks go on\n\nHelga Sturm and Owen Gray met in Bergen. Both said that talks would go on.\n")
    claim = next(claim for claim in got.analysis.claims if "talks would go on" in got.words(claim.content))
    assert claim.speaker_name == "Helga Sturm and Owen Gray"
    assert [got.analysis.actor(id).name for id in claim.speakers] == ["Helga Sturm", "Owen Gray"]
    assert claim.speaker == claim.speakers[0]


def test_a_report_speaks_for_who_issued_it() -> None:
    text = (
        "Bats fly less\n\nThe study was published by the Corvo Institute in May. The study found that bats fly less.\n"
    )
    assert speaker(text, "bats fly less") == "Corvo Institute"


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


def test_the_letter_is_by_whoever_wrote_it() -> None:
    text = "Quay shut\n\nHelga Sturm wrote to the board that the quay was lost. The letter said that it was late.\n"
    assert speaker(text, "it was late") == "Helga Sturm"


def test_a_document_is_not_by_whoever_showed_it() -> None:
    text = "Quay shut\n\nThe document, presented by Owen Gray on Monday, says that the quay is lost.\n"
    assert speaker(text, "the quay is lost") != "Owen Gray"


def test_how_sure_he_and_she_are_is_told() -> None:
    by_pronoun, by_name = (
        Read(f"Quay shut\n\nHelga Sturm runs the quay. {who} said that it was lost.\n").analysis.outer[-1]
        for who in ("She", "Helga Sturm")
    )
    assert by_pronoun.speaker_name == by_name.speaker_name == "Helga Sturm"
    assert by_pronoun.speaker_confidence is not None
    assert by_name.speaker_confidence is not None
    assert 0.5 < by_pronoun.speaker_confidence < by_name.speaker_confidence


def test_who_after_people_without_a_name_is_shown_in_the_articles_words_for_them() -> None:
    text = "Quay shut\n\nThe plan was met with anger by employers, who warned that wages would fall.\n"
    assert speaker(text, "wages would fall") == "employers"


def test_a_woman_without_a_name_goes_on_speaking_though_another_was_named_before() -> None:
    text = (
        "Quay shut\n\nHelga Sturm sells fish. “Of course I am worried,” she says.\n\n"
        "One shop assistant says that the doors stay open. “I try not to think of it,” she says.\n"
    )
    assert Read(text).speakers() == ["Helga Sturm", "One shop assistant", "One shop assistant"]


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


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Data from the Lindholm Foundation", "Lindholm Foundation"),
        ("The company’s short announcement", "Lindholm Energy"),
        ("A tweet from Sturm’s sailing team", "A tweet from Sturm’s sailing team"),
    ],
)
def test_data_and_announcements_are_by_whoever_gives_them_out(source: str, name: str) -> None:
    text = f"{FIRM}Helga Sturm has sailed there.\n\n{source} said that the plants lost money.\n"
    assert speaker(text, "the plants lost money") == name


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


def test_a_lawsuit_against_a_firm_is_not_the_firms() -> None:
    text = "Lindholm sued\n\nA lawsuit against Lindholm Energy was filed on Monday. The lawsuit alleges it cheated.\n"
    assert speaker(text, "cheated") == "The lawsuit"


def test_he_behind_a_spokesman_who_said_nothing_yet_is_that_spokesman() -> None:
    text = (
        "Refunds late\n\nPartners Vaughan Strand, John Greel and Richard Hulme were spared by the court.\n\n"
        "A Norvik spokesman declined to give a number. “They have been busy,” he said.\n"
    )
    assert speaker(text, "They have been busy") == "A Norvik spokesman"


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
        ("A judge", "Carla Dunn, 36, had gone to court over the Copper Pot.", "A judge"),
        ("A mum-of-four", "The queue was long. Later Carla Dunn, 36, came with her twins.", "A mum-of-four"),
    ],
)
def test_whom_a_first_paragraph_describes_is_whose_name_begins_the_next(described: str, behind: str, name: str) -> None:
    text = f"Anger over closing\n\n{described} says that the pier was shut too early.\n\n{behind}\n"
    assert speaker(text, "the pier was shut") == name


def test_he_behind_what_somebody_called_another_is_who_called_him_so() -> None:
    text = (
        "Envoy leaves\n\nViktor Bonde left his post on Monday. “It is over,” he said. Bonde would not say more.\n\n"
        "Henrik Neumark, who leads Envoy Watch, called Bonde a “hero”.\n\n“We ask them all to go,” he said.\n"
    )
    assert speaker(text, "We ask them all") == "Henrik Neumark"


def test_an_office_that_ends_in_a_name_of_its_own_is_no_part_of_the_persons() -> None:
    text = "Trial slammed\n\nIt is a sign of weakness, Secretary of State Hillary Clint told reporters on Thursday.\n"
    assert speaker(text, "a sign of weakness") == "Hillary Clint"


def test_a_teenager_is_who_is_so_old() -> None:
    text = (
        "Street art grows\n\nArt teacher Joan Lowe sat in the road. “I like it,” Lowe said.\n\n"
        "Not far away, 17-year-old Timothy Hall was drawing posters.\n\n“I want a voice,” the teenager said.\n"
    )
    assert Read(text).speakers() == ["Joan Lowe", "Timothy Hall"]


def test_who_behind_an_apposition_is_the_person_before_it() -> None:
    text = (
        "Lawyers hit back\n\nThe worries were taken up by Joanna Harper, a barrister working on crime cases at "
        "Blue Lion Chambers in London, who said that the courts had failed.\n"
    )
    assert Read(text).speakers() == ["Joanna Harper"]


@pytest.mark.parametrize("pronoun", ["They", "they"])
def test_they_whom_nobody_names_are_told_in_the_articles_words(pronoun: str) -> None:
    said = "They said that two of 28 had fallen ill." if pronoun == "They" else "Two of 28 had fallen ill, they said."
    text = (
        "Trial ends\n\nFor their study, the researchers followed nearly 2,800 adults in Norvik, all of whom had "
        f"asked to take part. {said}\n"
    )
    got = Read(text).analysis.outer[-1]
    assert (got.speaker, got.speaker_name) == (None, "the researchers")


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


def test_who_in_an_apposition_without_a_comma_is_the_person_before_it() -> None:
    text = "Teacher dies\n\nNell Varga, the swimming teacher who said that water was slow air, has died.\n"
    assert speaker(text, "was slow air") == "Nell Varga"


def test_who_answers_is_not_who_asked() -> None:
    text = (
        "Inquest hears\n\nThe court heard that Lionel Grice had looked at the bridge.\n\n“What is it, Mr Grice?” a "
        "juror asked.\n\n“It was put in an order,” he replied.\n"
    )
    assert speaker(text, "put in an order") == "Lionel Grice"


def test_a_statement_is_by_whoever_is_named_in_apposition_behind_from() -> None:
    text = "Inquest hears\n\nA statement from the inspector, Bo Renshawe, who is abroad, said that rain fell.\n"
    assert speaker(text, "rain fell") == "Bo Renshawe"


def test_it_is_not_who_only_had_the_suit_and_is_who_the_subject_before_is() -> None:
    text = (
        "Golfer sues\n\nPatrick Reed has sued a channel.\n\nThe civil suit, a copy of which has been obtained "
        "by the Norvik Guardian, was filed on Tuesday in a court. It alleges that the channel lied.\n"
    )
    assert speaker(text, "the channel lied") == "The civil suit"
    text = (
        "Alliance warns\n\nThe Coast Health Alliance said borders mattered to the EU. The alliance has also called for "
        "trade with the EU. It said that there was a role for the UK.\n"
    )
    assert [speaker(text, words) for words in ("borders mattered", "a role for")] == ["Coast Health Alliance"] * 2


def test_a_noun_beside_a_name_tells_what_sort_of_body_it_is() -> None:
    text = (
        "Shooting in Rome\n\nThe minister spoke to the daily Il Corriere. He was sworn in then, state-run news agency "
        "ANSA said.\n\nThe agency also reported that two men were hurt.\n"
    )
    assert speaker(text, "two men were hurt") == "ANSA"


def test_they_are_no_country_and_two_bodies_only_where_they_did_something() -> None:
    text = (
        "Maduro\n\nThe shadow ministers backed it, as France, Germany and Venezuela had.\n\n“We backed the statement "
        "last year,” they said on Monday.\n"
    )
    assert speaker(text, "backed the statement") not in ("Venezuela", "Germany", "France")


def test_two_countries_speak_together() -> None:
    for beside in ("", ", which are not members,"):
        got = Read(f"Plot\n\nLast year, France and Denmark{beside} said that Iran had planned attacks.\n")
        (claim,) = got.analysis.claims
        assert claim.speaker_name == "France and Denmark"
        assert len(claim.speakers) == 2


def test_who_behind_a_bodys_apposition_is_the_body() -> None:
    text = (
        "Rent\n\nThe letter is backed by Open Labour, a pressure group, who said that deferring rent was not enough.\n"
    )
    assert speaker(text, "was not enough") == "Open Labour"


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


def test_she_and_somebody_named_are_two() -> None:
    text = (
        "Damp\n\nRuth Carver, who left in 2021, told of mould. She and her successor, Amit Rao, said that the roof had "
        "leaked for years.\n"
    )
    assert speaker(text, "had leaked for years") == "Ruth Carver and Amit Rao"


def test_it_behind_its_rival_is_that_rival() -> None:
    text = (
        "Ferries\n\nBlue Funnel said that a ship was late. Its rival said that the berth was full. It added that it "
        "had waited for hours.\n"
    )
    assert speaker(text, "had waited for hours") == "Its rival"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("Kaka was to earn a lot with Manchester City, who said that the deal was done.", "Manchester City"),
        ("Ann Lee of Lidl, who said that the deal was done, left.", "Ann Lee"),
        ("Google's latest research, which said that the deal was done, is out.", "Google"),
    ],
)
def test_who_and_which_are_the_body_before_them_or_whose_it_is(clause: str, name: str) -> None:
    assert speaker(f"A deal\n\n{clause}\n", "the deal was done") == name


@pytest.mark.parametrize("who", ["The companies", "Both companies", "The two firms"])
def test_the_companies_are_the_two_just_named(who: str) -> None:
    text = f"Deal made\n\nLindholm Energy and Norvik Gas will merge in May.\n\n{who} said that no jobs would go.\n"
    assert speaker(text, "no jobs would go") == "Lindholm Energy and Norvik Gas"


def test_the_companies_of_three_are_nobody() -> None:
    text = "Deal made\n\nBlue Line, Lindholm Energy and Norvik Gas were fined.\n\nThe companies said they would pay.\n"
    assert speaker(text, "they would pay") == "The companies"


def test_who_with_a_plural_behind_two_people_is_both() -> None:
    text = "March ends\n\nHelga Sturm and Bo Lind, who say that they were beaten, want an inquiry.\n"
    assert speaker(text, "they were beaten") == "Helga Sturm and Bo Lind"
    assert speaker(text.replace("who say", "who says"), "they were beaten") == "Bo Lind"
    assert speaker(text.replace("Bo Lind", "her cousin Bo Lind"), "they were beaten") == "Helga Sturm and Bo Lind"


def test_chiefs_of_two_bodies_speak_together() -> None:
    text = "Talks end\n\nLindholm CEO Helga Sturm and Norvik COO Bo Lind told the board that they had no plans.\n"
    assert speaker(text, "they had no plans") == "Helga Sturm and Bo Lind"


def test_a_duchess_is_she() -> None:
    text = "Visit ends\n\nThe Duchess of Harlow opened the hospital on Monday. She said it was a good place.\n"
    assert speaker(text, "it was a good place") == "Duchess of Harlow"


def test_a_statement_is_nobody_s_of_whom_it_tells() -> None:
    text = (
        "Visit ends\n\nA statement on a website on Monday said that Helga Sturm was better.\n\n"
        "“She will stay here for a week,” the statement said.\n"
    )
    assert speaker(text, "She will stay here") == "the statement"


def test_the_council_is_the_town_s_that_was_named() -> None:
    text = "Road shut\n\nHarlow city council shut the road on Monday.\n\nThe council said that it was not safe.\n"
    assert speaker(text, "it was not safe") == "Harlow city council"


def test_the_army_is_no_cartel() -> None:
    text = "Four held\n\nFour men of the Gulf cartel were held on Friday.\n\nThe army said that one had died.\n"
    assert speaker(text, "one had died") == "The army"


@pytest.mark.parametrize(
    "told",
    [
        "Helga Sturm sued the actor Bo Lind last year.",
        "Bo Lind is being sued by Helga Sturm.",
        "A suit was filed by Helga Sturm against Bo Lind.",
    ],
)
def test_a_suit_speaks_for_who_sued(told: str) -> None:
    assert speaker(f"Row goes on\n\n{told} The suit says that he owed her money.\n", "owed her money") == "Helga Sturm"


def test_a_suit_with_both_sides_named_is_of_who_brought_it() -> None:
    text = "Row goes on\n\nThe suit, brought by Helga Sturm against Bo Lind, claims that he took her boat.\n"
    assert speaker(text, "he took her boat") == "Helga Sturm"


def test_a_complaint_by_somebody_without_a_name_is_not_of_who_was_held_for_it() -> None:
    text = "Man held\n\nBo Lind was held after a complaint by a neighbour. The complaint said that he stole a boat.\n"
    assert speaker(text, "he stole a boat") == "The complaint"


def test_both_men_are_the_two_just_named_and_both_men_and_women_nobody() -> None:
    text = "Two held\n\nOle Lee and Bo Lind were held in May.\n\nBoth men say that they were beaten.\n"
    assert speaker(text, "they were beaten") == "Ole Lee and Bo Lind"
    assert speaker(text.replace("Both men", "Both women"), "they were beaten") == "Both women"
    assert speaker(text.replace("Both men", "Both men and women"), "they were beaten") == "Both men and women"
