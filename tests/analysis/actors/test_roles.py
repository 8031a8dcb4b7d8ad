"""What the article calls a person beside the name."""

import re

import pytest

from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.roles import find_roles
from reader.analysis.names import Name
from tests.analysis.conftest import Page


def _role(text: str, *people: str) -> str | None:
    """The role of the first of the people."""
    page = Page(text)
    names = [
        Name(found.span(), "person", 0.9)
        for form in people
        for found in re.finditer(re.escape(form), page.document.article.text)
    ]
    clusters = cluster_names(page.document, sorted(names, key=lambda one: one.span))
    roles = dict(zip((one.name for one in clusters), find_roles(page.document, clusters), strict=True))
    role = roles[people[0]]
    return None if role is None else page.document.article.words_of(role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Lowport president, Ida Berg, said the quay was shut.", "Lowport president"),
        ("The club's vice-chair, Ida Berg, went home.", "club's vice-chair"),
        ("It is all over, said their captain, Ida Berg.", "captain"),
        ("He came with his wife, Ida Berg.", "his wife"),
        ("On Monday, the harbour chair, Ida Berg, came.", "harbour chair"),
        ("The harbour chair, Ida Berg, and the manager, Tom Lee, came.", "harbour chair"),
        ("Ida Berg, a harbour safety expert at the university, came.", "harbour safety expert at the university"),
        ("Ida Berg, the head of the harbour board said the quay was shut.", "head of the harbour board"),
        ("CFO Ida Berg said the quay was shut.", "CFO"),
        ("Asked about it, press secretary Ida Berg said no.", "press secretary"),
        ("The al Qaeda leader Ida Berg fled.", "al Qaeda leader"),
        ("Health and Harbour Services Secretary Ida Berg said no.", "Harbour Services Secretary"),
        ("Health and Human Services Secretary Ida Berg said no.", "Health and Human Services Secretary"),
        ("Trade and Industry Minister Ida Berg was away.", "Trade and Industry Minister"),
        ("Harbour health officer Dr Ida Berg said the quay was shut.", "Harbour health officer"),
        ("Minister for fisheries Ida Berg said the quay was shut.", "Minister for fisheries"),
        ("Head of digital services Ida Berg said the quay was shut.", "Head of digital services"),
        ("The barmaid, Ida Berg, said the quay was shut.", "barmaid"),
        ("His understudy, Ida Berg, said the quay was shut.", "His understudy"),
        ("She told the harbour coroner, Dr Ida Berg, that the quay was shut.", "harbour coroner"),
        ("The board's chair, Coun Ida Berg, went home.", "board's chair"),
        (
            "It is shut, said Ida Berg, a spokesman for the Army's I Corps that is based at the quay.",
            "spokesman for the Army's I Corps",
        ),
        ("It is shut, said Ida Berg, a teacher at the school where the boats lie.", "teacher at the school"),
        ("It is shut, said Ida Berg, a lawyer for the pilot whose boat sank.", "lawyer for the pilot"),
        ("Ida Berg, an adviser to Tom Lee, came.", "adviser to Tom Lee"),
        ("In May, the Bishop of North Harlow, Ida Berg, went home.", "Bishop of North Harlow"),
        ("Beside the welcome for Tom Lee, the mayor, Ida Berg, was booed.", "mayor"),
    ],
)
def test_a_role_stands_before_or_behind_a_name(text: str, role: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "It is shut, said Ida Berg, director of tidal health research at the Adam Weir Health System in Harlow.",
            "director of tidal health research at the Adam Weir Health System",
        ),
        (
            "“Shut,” said Ida Berg, chairman of tides at Weir Medical Center and senior author of the study, out now.",
            "chairman of tides at Weir Medical Center",
        ),
        (
            "It is shut, said Ida Berg, the director of global tide markets at the Weir-based Center on Tide Policy.",
            "director of global tide markets",
        ),
        (
            "Ida Berg, vice chair of tides and eels at Weir College of Boats and Harlow Eel School, came.",
            "vice chair of tides and eels",
        ),
        (
            "Ida Berg, the Weir drummer credited with finding the sound alongside her old friend Tom Lee, came.",
            "Weir drummer",
        ),
    ],
)
def test_a_role_longer_than_what_is_shown_ends_before_what_tells_more(text: str, role: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It is shut, said Ida Berg, a member of the harbour crew.", "member of the harbour crew"),
        ("Ida Berg, headteacher at Weir School, near Harlow, said it was shut.", "headteacher at Weir School"),
        ("Ida Berg, a University of Weir professor of tides, came.", "University of Weir professor of tides"),
        ("Ida Berg, board member responsible for the quay, came.", "board member responsible for the quay"),
        ("Ida Berg, a venture capitalist serving as quay tsar, came.", "venture capitalist serving as quay tsar"),
        ("Harlow’s deputy treasurer, Ida Berg, blasted the plan.", "Harlow’s deputy treasurer"),
        ("The chair of the Harbour Strategy Council, Ida Berg, came.", "chair of the Harbour Strategy Council"),
        ("One harbour official, Ida Berg, said it was shut.", "harbour official"),
        ("WHO director Ida Berg said it was shut.", "WHO director"),
        ("Norvik managing director Ida Berg said it was shut.", "Norvik managing director"),
    ],
)
def test_a_role_is_told_with_what_it_is_of(text: str, role: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The study is by Tom Lee, a pilot, and Ida Berg, of Harlow General Hospital.", None),
        ("It won a prize for Tom Lee, Best Actress for Ida Berg and Best Song.", None),
        ("Nobody, nor the whip, Ida Berg, urged any member to vote.", "whip"),
        ("He wrote of racist Berg supporters. Ida Berg went home.", None),
    ],
)
def test_what_is_somebody_elses_or_told_behind_it_is_no_role(text: str, role: str | None) -> None:
    assert _role(text, "Ida Berg", "Tom Lee", "Berg") == role


@pytest.mark.parametrize(
    "text",
    [
        "First Ida Berg and then the others fell.",
        "They accused Ida Berg of fraud.",
        "The captain, Ida Berg and Tom Lee came home.",
        "She never liked the rapper, Ida Berg once again told the court.",
        "The artist on the remaster, Ida Berg, came home.",
        "They thanked Ida Berg, and the manager, Tom Lee, went home.",
        "As for Ida Berg, the judge said that she was guilty.",
        "According to Tom Lee, the mayor's adviser, Ida Berg opened the meeting.",
        "Once it was closed by Tom Lee, the harbour master, Ida Berg of the union went home.",
        "For all that was said by the captain, Ida Berg left.",
    ],
)
def test_what_is_somebody_elses_or_nobodys_is_no_role(text: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") is None


def test_what_leads_to_the_subject_is_not_the_role_of_the_name_before_it() -> None:
    assert _role("Beside the welcome for Tom Lee, the mayor, Ida Berg, was booed.", "Tom Lee", "Ida Berg") is None


def test_who_is_named_next_in_a_list_is_no_role() -> None:
    assert _role("They met Ida Berg, President Tom Lee and the host, and left.", "Ida Berg", "Tom Lee") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Bank of Norvik governor Ida Berg said the quay was shut.", "Bank of Norvik governor"),
        (
            "A letter to Department of Harbour Works spokeswoman Ida Berg came back.",
            "Department of Harbour Works spokeswoman",
        ),
        ("It was said by neuroscientist Ida Berg.", "neuroscientist"),
        ("Objector Ida Berg said the quay was shut.", "Objector"),
        ("Ida Berg, 26, a volunteer who dug, came.", "volunteer"),
        ("Ida Berg, M.D., Ph.D., chief medical officer of Brightwell, came.", "chief medical officer of Brightwell"),
        ("Ida Berg, a GP in Weir, came.", "GP in Weir"),
        ("Ida Berg, now a partner at Ventnor, came.", "partner at Ventnor"),
        ("Ida Berg, also a professor at Ventnor, came.", "professor at Ventnor"),
        ("“It works,” note study author Ida Berg and colleagues.", "study author"),
        ("It is the same place Una’s sister Ida Berg went to.", "Una’s sister"),
        ("Ida Berg, who was recently a bride herself, came.", "bride"),
    ],
)
def test_a_role_holds_the_whole_name_of_a_body_and_any_noun_for_somebody(text: str, role: str) -> None:
    assert _role(text, "Ida Berg") == role


@pytest.mark.parametrize(
    "text",
    [
        "He is survived by Ida Berg, a daughter, Una, and five grandchildren.",
        "They heard Ida Berg, not the mayor, speak.",
        "Enter Ida Berg with the teapot.",
        "His wife saw that Ida Berg, accused judge of them all, came.",
        "The tweet angered Hillary spokesman, Ida Berg.",
    ],
)
def test_the_next_of_kin_and_who_somebody_is_not_are_no_role(text: str) -> None:
    assert _role(text, "Ida Berg") is None


@pytest.mark.parametrize("end", ["Ida Berg, however", "Ida Berg, now", "Ida Berg, a", "Ida Berg,", "Ida Berg, who is"])
def test_an_article_may_end_right_behind_a_name(end: str) -> None:
    assert _role(f"The quay is shut, said {end}", "Ida Berg") is None


@pytest.mark.parametrize(
    "text",
    [
        "Fans of singer Ida Berg said the quay was shut.",
        "Months of talks Ida Berg held went by.",
        "Lawyer for dockers and drivers Tom Lee, Ida Berg said the quay was shut.",
    ],
)
def test_what_leads_to_somebody_else_or_is_no_office_is_no_charge(text: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") in (None, "singer")


@pytest.mark.parametrize("led", ["Waxman earlier accused", "The accused", "Accused"])
def test_what_somebody_is_accused_of_is_no_role(led: str) -> None:
    assert _role(f"{led} Ida Berg of a cover-up of the losses.", "Ida Berg") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("At the same time prime minister Ida Berg was warning of a storm.", "prime minister"),
        ("Last week transport secretary Ida Berg shut the road.", "transport secretary"),
        ("At this point council leader Ida Berg left the room.", "council leader"),
        ("In the meantime deputy mayor Ida Berg waited.", "deputy mayor"),
        ("Three times before this summer Norvik coach Ida Berg had won.", "Norvik coach"),
        ("On Friday Times editor Ida Berg resigned.", "Times editor"),
        ("In May council leader Ida Berg resigned.", "council leader"),
        ("In July 2012 council leader Ida Berg resigned.", "council leader"),
        ("The Sunday Times editor Ida Berg resigned.", "Sunday Times editor"),
        ("The summer school head Ida Berg resigned.", "summer school head"),
    ],
)
def test_when_something_was_is_no_part_of_a_role(text: str, role: str) -> None:
    assert _role(text, "Ida Berg") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chairman Sir Tom Berg said the quay was shut.", "Chairman"),
        ("Harbour Minister Dr Tom Berg said the quay was shut.", "Harbour Minister"),
        ("The Rt Rev Tom Berg, bishop of Weir, said the quay was shut.", "bishop of Weir"),
        ("The Rt Hon Tom Berg said the quay was shut.", None),
        ("The Hon Tom Berg said the quay was shut.", None),
        ("Sir Tom Berg said the quay was shut.", None),
    ],
)
def test_courtesy_is_no_role_and_hides_none(text: str, role: str | None) -> None:
    assert _role(text, "Tom Berg") == role


@pytest.mark.parametrize(
    "text",
    [
        "It is for singers such as Ida Berg, Tom Lee and the loud drummer, Una Orr.",
        "They asked Ida Berg, harbour president Tom Lee et al about it.",
    ],
)
def test_who_follows_in_a_list_is_no_role_of_who_stands_before(text: str) -> None:
    assert _role(text, "Ida Berg", "Tom Lee") is None


@pytest.mark.parametrize(
    "text",
    [
        "A strike from Ida Berg, making her first appearance in the top league, put Norvik in second place.",
        "The elder Ida Berg wept.",
    ],
)
def test_what_somebody_does_or_which_of_two_it_is_tells_no_role(text: str) -> None:
    assert _role(text, "Ida Berg") is None
