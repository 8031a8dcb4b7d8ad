"""Who stands behind a source: the name at its head."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text
from tests.analysis.conftest import Read, speaker


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ohio Secretary of State Jon Hale", "Jon Hale"),
        ("Attorney General Jon Hale", "Jon Hale"),
        ("council leader Jon Hale", "Jon Hale"),
        ("Jon Hale himself", "Jon Hale"),
        ("Interior Minister Jon Hale today", "Jon Hale"),
        ("Harlow founder and editor Jon Hale (pictured above)", "Jon Hale"),
        ("Norvik driver and Harlow Radio analyst Jon Hale", "Jon Hale"),
        ("The county's Business and Energy Minister Jon Hale", "Jon Hale"),
        ("council leader Jon Hale QC", "Jon Hale"),
        ("Dr Jon Hale and his colleagues", "Jon Hale"),
        ("Jon Hale and other county officials", "Jon Hale"),
        ("one clerk who took part in the count, Dr Jon Hale of the Harlow Institute", "Jon Hale"),
        ("the local newspaper, the Harlow Sentinel", "Harlow Sentinel"),
        ("the noted climate scientist Jon Hale and his co-authors", "Jon Hale"),
        ("Jon Hale - a leading champion of the count -", "Jon Hale"),
        ("officers Jon Hale and Ida Brandt", "Jon Hale and Ida Brandt"),
        ("London, Jon Hale, the director of the count there,", "Jon Hale"),
        ("Jon Hale and Ida Brandt from the Harlow Institute", "Jon Hale and Ida Brandt"),
        ("Dr Jon Hale and his colleague Professor Ida Brandt", "Jon Hale and Ida Brandt"),
        ("justice secretary Jon Hale and international trade secretary Ida Brandt", "Jon Hale and Ida Brandt"),
        ("Ohio's Jon Hale and Oregon's Ida Brandt", "Jon Hale and Ida Brandt"),
        ("The wife of the accused clerk Jon Hale (above)", "The wife of the accused clerk Jon Hale (above)"),
        ("One of the clerks, the barrister Jon Hale", "Jon Hale"),
        ("One of them, Jon Hale, 97", "Jon Hale"),
        ("Her envoy to the county, the former prime minister Jon Hale", "Jon Hale"),
        ("The chair of the board, the Rev Jon Hale", "Jon Hale"),
        ("Jon Hale -- a former clerk of the council --", "Jon Hale"),
        ("new Norvik Games CEO (and former clerk of the count) Jon Hale", "Jon Hale"),
        ("Harlow, Ohio, Fire Chief Jon Hale", "Jon Hale"),
        ("Harlow, Ohio, sleep specialist Jon Hale", "Jon Hale"),
        ("FBI Special Agent in Charge Jon Hale", "Jon Hale"),
        ("Ohio, Utah and Iowa", "Ohio, Utah and Iowa"),
        ("Norvik University and Harlow University researchers", "Norvik University and Harlow University researchers"),
        ("A clerk acting on behalf of the mayor, Jon Hale,", "A clerk acting on behalf of the mayor, Jon Hale"),
        ("nine states including Ohio, Utah and Iowa", "nine states including Ohio, Utah and Iowa"),
        ("a spokesman from the Harlow, Kent and Norvik trust", "a spokesman from the Harlow, Kent and Norvik trust"),
        ("that Mr Jon Hale", "Jon Hale"),
        ("Norvik Games’ Claud Code", "Norvik Games’ Claud Code"),
        ("a spokesman for Secretary of State Jon Hale", "a spokesman for Secretary of State Jon Hale"),
        ("Jon Hale backstage", "Jon Hale"),
        ("the Harlow clerk Jon Hale “unequivocally”", "Jon Hale"),
    ],
)
def test_a_title_of_several_words_leads_to_its_bearer(source: str, speaker: str) -> None:
    text = f"Harlow counts again\n\nThe county of Harlow votes again.\n\n“We counted them twice,” said {source}.\n"
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.claims] == [speaker]


@pytest.mark.parametrize(
    "source",
    [
        "a spokesman for U.N. Secretary-General Jon Hale",
        "an aide to Governor Jon Hale",
        "friends of the singer Jon Hale",
        "critics of the pastor Jon Hale",
        "lawyers for former President Jon Hale",
        "the office of Mayor Jon Hale",
        "the family of the missing student, Jon Hale,",
        "the family of the missing student, Jon Hale, of Weir,",
        "supporters of the pastor Jon Hale, a farmer,",
        "a spokeswoman for Jon Hale, MD, of Harlow Hospital,",
        "a spokesman for Norvik United Jon Hale",
        "Sweden's envoy to President Jon Hale",
    ],
)
def test_whoever_speaks_for_somebody_or_is_near_him_is_not_that_one(source: str) -> None:
    analysis = analyse(article_from_text(f"The count\n\nThe county votes.\n\nOn Monday {source} said it was over.\n"))
    assert [claim.speaker for claim in analysis.claims] == [None]


@pytest.mark.parametrize(
    "source",
    [
        "the mother of the student, Jon Hale,",
        "a spokesman for the board, Jon Hale,",
        "the secretary of state for health Jon Hale",
        "the director of the film Jon Hale",
        "the Bishop of Weir, the Most Rev Jon Hale,",
        "the Dean of Weir, the Very Rev Dr Jon Hale,",
        "the author of the count, Dr. Jon Hale, an associate at the Harlow School of Counting,",
        "one of the count's authors, Jon Hale, MD, of Harlow Hospital,",
        "senior vice president of marketing Jon Hale",
        "Harlow Counting Society Director of Votes and Ballots Jon Hale, Ph.D.,",
        "actor, comedian and writer Jon Hale, a friend of the clerk,",
        "Lindholm co-founder and COO Jon Hale",
        "Lindholm's CTO and co-founder Jon Hale",
        "US ambassador to the EU Jon Hale",
        "Sweden's envoy to the United Nations Jon Hale",
        "Jon Hale director of counting at Lindholm",
        "Jon Hale last week",
    ],
)
def test_a_name_behind_what_its_bearer_is_speaks(source: str) -> None:
    analysis = analyse(article_from_text(f"The count\n\nThe county votes.\n\nOn Monday {source} said it was over.\n"))
    assert [claim.speaker_name for claim in analysis.claims] == ["Jon Hale"]


@pytest.mark.parametrize(
    "source",
    [
        "those behind a Lindholm Energy refund group",
        "other marchers outside the Lindholm Museum, who had come by train,",
        "the Escape of the Owls director",
        "the Harlow County, Oregon, medical examiner",
        "The Harlow Nights host, who is seeing chef and model Ida Brandt,",
    ],
)
def test_what_tells_where_somebody_is_or_of_what_he_is_something_does_not_speak(source: str) -> None:
    text = (
        "Harlow counts again\n\nLindholm Energy has its Lindholm Museum in Harlow County, Oregon. Escape of the Owls "
        f"was shot there.\n\nOn Monday {source} said that the quay was shut.\n"
    )
    analysis = analyse(article_from_text(text))
    assert [claim.speaker for claim in analysis.claims if claim.within is None] == [None]


def test_a_long_name_is_no_other_body() -> None:
    text = (
        "Harlow eats\n\nThe Harlow Foundation fed the town in May.\n\n"
        "The Department for the Coast, Harbours and Ferries said that the quay was shut.\n"
    )
    names = [claim.speaker_name for claim in analyse(article_from_text(text)).claims]
    assert names == ["Department for the Coast, Harbours and Ferries"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The company that runs the ferries, Blue Line,", "Blue Line"),
        ("The bank that lends to the airline, Blue Line,", "The bank that lends to the airline, Blue Line"),
    ],
)
def test_a_body_behind_a_comma_is_what_the_source_begins_with_unless_another_stands_nearer(
    source: str, speaker: str
) -> None:
    text = f"Harlow sails on\n\nThe quay is shut.\n\n{source} said that it would wait. Blue Line was founded in May.\n"
    assert [claim.speaker_name for claim in analyse(article_from_text(text)).outer] == [speaker]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The two were flown to Bodhavn. The hospital said that both were stable.", "The hospital"),
        ("Police closed a road near Thurrock. The force said that it would open at noon.", "The force"),
        ("Tom Eide leads the rescue. The younger man told nurses that the wave was tall.", "The younger man"),
        ("Tom Eide leads the rescue. The unnamed officer told nurses that the wave was tall.", "The unnamed officer"),
        ("Sofia Renn met Scott Dane in May, an insider told the paper. The insider said that it was over.", "insider"),
        ("The couple bought it from Tom Eide. The couple said that the roof had been sound.", "The couple"),
    ],
)
def test_a_body_is_no_place_near_by_and_who_is_not_told_by_name_is_nobody_named(text: str, source: str) -> None:
    analysis = analyse(article_from_text(f"Trawler sinks in storm\n\n{text}\n"))
    last = analysis.outer[-1]
    assert last.speaker is None
    assert source in (last.speaker_name or "")


@pytest.mark.parametrize(
    ("role", "phrase"),
    [("Det Insp", "The detective"), ("Mrs Justice", "The judge"), ("Prof", "The academic")],
)
def test_an_office_is_known_by_its_short_form_and_by_another_word(role: str, phrase: str) -> None:
    text = f"Case opens\n\nThe case was put to {role} Ann Weems.\n\n{phrase} said that it was a poor one.\n"
    assert [claim.speaker_name for claim in analyse(article_from_text(text)).outer] == ["Ann Weems"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the barrister Helga Brand KC", "Helga Brand"),
        ("Lords of Avalon creator Jonas Merker", "Jonas Merker"),
        ("The House of Sparrows author Anna Lind", "Anna Lind"),
    ],
)
def test_letters_behind_a_name_and_a_work_before_its_maker_hide_no_name(source: str, speaker: str) -> None:
    text = f"Rules may change\n\nThe rules are old, according to {source}. Nobody else was asked.\n"
    assert [claim.speaker_name for claim in analyse(article_from_text(text)).outer] == [speaker]


def test_whoever_has_anothers_name_before_his_part_is_not_that_other() -> None:
    text = (
        "Jury decides\n\nCarla Peterson and her brother Tim Peterson were in court. Tim Peterson smiled.\n\n"
        "The Petersons lawyer said that the firm should pay.\n"
    )
    assert [claim.speaker for claim in analyse(article_from_text(text)).outer] == [None]


def test_the_pm_is_the_prime_minister_and_no_actor() -> None:
    text = (
        "Ferry plan\n\nTheresa Hart, the prime minister, faced questions. Jeremy Cole sat down.\n\n"
        "The PM said that it had been a small contract.\n"
    )
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.outer] == ["Theresa Hart"]
    assert "PM" not in [actor.name for actor in analysis.actors]
    analysis = analyse(article_from_text(text.replace("prime", "chief").replace("PM", "CM")))
    assert [claim.speaker_name for claim in analysis.outer] == ["Theresa Hart"]


@pytest.mark.parametrize("source", ["A Labour MP", "A Labour councillor", "The Labour MP"])
def test_a_party_is_not_whoever_is_in_it(source: str) -> None:
    text = f"Vote lost\n\nLabour lost the vote in Norvik. {source} said that the quay was shut.\n"
    assert [claim.speaker for claim in analyse(article_from_text(text)).outer] == [None]


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("The regulator", "Gambling Board"),
        ("The newspaper", "Norvik Herald"),
    ],
)
def test_a_body_is_of_the_sort_that_its_noun_says(phrase: str, speaker: str) -> None:
    text = (
        "Firm fined\n\nThe Gambling Board fined a betting firm in Harlow last week, the Norvik Herald has learned.\n\n"
        f"{phrase} said that it had acted within weeks.\n"
    )
    assert [claim.speaker_name for claim in analyse(article_from_text(text)).outer][-1:] == [speaker]


def test_a_phrase_stands_for_whom_it_stood_before_and_a_prime_minister_is_not_the_leader_of_a_party() -> None:
    text = (
        "Cole attacks ferry plan\n\nJeremy Cole has used questions in the chamber to attack the ferry plan. Cole leads "
        "Labour.\n\nThe Labour leader said that the firm had no ships.\n\n"
        "Theresa Hart, the prime minister, said that the plan was right. Asked by Cole if she would repay the town, "
        "Hart said only that talks went on.\n\nThe Labour leader replied: “It cannot be right.”\n"
    )
    spoken = [claim.speaker_name for claim in analyse(article_from_text(text)).outer]
    assert (spoken[0], spoken[-1]) == ("Jeremy Cole", "Jeremy Cole")


def test_the_police_are_nobody_whom_the_next_paragraph_names() -> None:
    text = (
        "Tickets for the games\n\nThe police said that a witness was heard.\n\nOfficers have found letters from Mr "
        "Bach to a friend.\n\nMr Bach has not come back.\n"
    )
    assert [claim.speaker for claim in analyse(article_from_text(text)).outer] == [None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The World Health Organisation (WHO) warns. It kills children, WHO said. The WHO added that it spreads.",
            ["World Health Organisation", "World Health Organisation"],
        ),
        ("The US will not pay. “We are ready,” US told reporters.", ["US"]),
    ],
)
def test_initials_are_no_pronoun(text: str, speakers: list[str]) -> None:
    found = analyse(article_from_text(f"Talks on measles\n\n{text}\n")).outer
    assert [claim.speaker_name for claim in found if claim.type == "said"][-len(speakers) :] == speakers


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("The Interior Department opened a review of leases.", "Interior", "Interior Department"),
        ("Senate Republicans met on Monday to discuss the budget.", "Republican senators", "Senate Republicans"),
        ("The Interior Department opened a review of leases.", "Defense", "Defense"),
    ],
)
def test_a_department_is_called_by_its_field_and_a_party_by_its_senators(before: str, source: str, name: str) -> None:
    text = f"Drilling stops\n\n{before} {source} said drilling would stop in June.\n"
    (claim,) = analyse(article_from_text(text)).outer
    assert claim.speaker_name == name


def test_an_office_beside_a_name_is_not_whoever_speaks_next() -> None:
    text = "The film\n\n“It moved us,” said actress, comedian and writer Ann Hale.\n\n“It did,” said Ida Brandt.\n"
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.claims] == ["Ann Hale", "Ida Brandt"]


@pytest.mark.parametrize("name", ["June M. Tolliver", "Roman Petrak", "April Sand"])
def test_a_given_name_that_is_another_word_too_is_a_name_behind_an_office(name: str) -> None:
    text = f"The pill\n\n“It works,” said lead researcher {name}, head of the Weir Institute.\n"
    analysis = analyse(article_from_text(text))
    assert [claim.speaker_name for claim in analysis.claims] == [name]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The buyer, Montaraz Holdings,", "Montaraz Holdings"),
        ("The buyer, Grenville Estates,", "Grenville Estates"),
        ("The winner, Norvik United,", "Norvik United"),
    ],
)
def test_whom_a_name_behind_a_phrase_tells_is_not_who_was_named_before(source: str, speaker: str) -> None:
    told = "Sven Aaltonen said the quay was unsafe. His neighbour Pirjo Lahti said it was not."
    text = f"The quay\n\n{told}\n\n{source} said it was fine.\n"
    assert analyse(article_from_text(text)).outer[-1].speaker_name == speaker


def test_a_body_is_named_before_what_it_is() -> None:
    text = "Roads\n\nRadio Tarnby, the state broadcaster, said that the road was shut.\n"
    assert Read(text).speakers() == ["Radio Tarnby"]


@pytest.mark.parametrize("what", ["Landlady", "Publican", "Cabbie"])
def test_what_somebody_is_before_a_name_is_no_part_of_it(what: str) -> None:
    assert speaker(f"Flood\n\n{what} Ida Moss said the wall had held.\n", "the wall had held") == "Ida Moss"
