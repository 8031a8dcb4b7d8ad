"""Which names of people are one person's."""

import pytest

from reader.analysis import analyse
from reader.analysis.actors.clusters import cluster_names
from reader.analysis.names import Name
from reader.article import article_from_text
from tests.analysis.conftest import Page, cluster


@pytest.mark.parametrize(
    "text", ["Ivor Tadeusz Pell sang. Tadeusz Pell left.", "Tadeusz Pell sang. Ivor Tadeusz Pell left."]
)
def test_a_name_without_its_first_word_is_the_same_person(text: str) -> None:
    (one,) = cluster(text, person="Ivor Tadeusz Pell/Tadeusz Pell")
    assert one.name == "Ivor Tadeusz Pell"


def test_a_surname_of_two_words_is_its_person_and_another_first_name_is_another() -> None:
    clusters = cluster(
        "Joris van Elst shot wide. Van Elst fell. Later Anna van Elst sang.",
        person="Joris van Elst/Anna van Elst/Van Elst",
    )
    assert [one.name for one in clusters] == ["Joris van Elst", "Anna van Elst"]
    assert len(clusters[0].spans) == 2


def test_of_two_with_a_first_name_the_one_who_was_named_before_is_called_by_it() -> None:
    text = "Ida Marsh sang. Ida left. A book, Ida Swims, was sold. Ida wept."
    spans = {one.name: len(one.spans) for one in cluster(text, person="Ida Marsh/Ida Swims/Ida")}
    assert spans == {"Ida Marsh": 3, "Ida Swims": 1}


def test_other_initials_in_the_middle_are_another_persons() -> None:
    found = cluster(
        "Ann W. Moran spoke. Ann P. Moran left. Ann Moran wept.", person="Ann W. Moran/Ann P. Moran/Ann Moran"
    )
    assert [one.name for one in found] == ["Ann W. Moran", "Ann P. Moran"]


def test_an_office_before_a_last_name_is_no_other_first_name() -> None:
    (one,) = cluster("Virna Marsh sang. Bishop Marsh left.", person="Virna Marsh/Bishop Marsh")
    assert one.name == "Virna Marsh"


def test_a_knight_is_called_by_the_first_name() -> None:
    assert [
        one.name for one in cluster("Sir Alan Lyle met Alan Poe. Sir Alan left.", person="Alan Lyle/Alan Poe/Alan")
    ] == [
        "Alan Lyle",
        "Alan Poe",
    ]
    assert [one.aliases for one in cluster("Dame Una Orr left. Dame Una wept.", person="Una Orr/Una")] == [("Una",)]


def test_a_name_without_a_nickname_goes_before_one_with_it() -> None:
    text = 'Ann "Annie" Lee left. Then Ann Lee came, and Bo "Bobo" Berg. Berg left.'
    found = cluster(text, person='Ann "Annie" Lee/Ann Lee/Bo "Bobo" Berg/Berg')
    assert [one.name for one in found] == ["Ann Lee", 'Bo "Bobo" Berg']


def test_don_is_a_given_name() -> None:
    found = cluster("Don Ingram built it. Ingram left.", person="Don Ingram/Ingram")
    assert [one.name for one in found] == ["Don Ingram"]


def test_somebody_is_the_same_with_and_without_accents() -> None:
    found = cluster(
        "José Mour met Michel Bublé. Buble left. Jose Mour stayed.", person="José Mour/Michel Bublé/Buble/Jose Mour"
    )
    assert [(one.name, len(one.spans)) for one in found] == [("José Mour", 2), ("Michel Bublé", 2)]


def test_strokes_and_letters_of_other_tongues_are_read_as_the_plain_ones() -> None:
    found = cluster(
        "Jon Bjartalid met Ida Sørby. Bjartalíð sang. Sorby left.", person="Jon Bjartalid/Ida Sørby/Bjartalíð/Sorby"
    )
    assert [(one.name, len(one.spans)) for one in found] == [("Jon Bjartalid", 2), ("Ida Sørby", 2)]


def test_a_relative_who_speaks_may_be_called_by_the_last_name() -> None:
    page = Page("Anna Moran died. Her father, Joshua Moran, wept. Moran left.")
    father, alone = page.span("Joshua Moran"), page.span("Moran left")[0]
    spans = [page.span("Anna Moran"), father, (alone, alone + len("Moran"))]
    found = cluster_names(page.document, [Name(span, "person", 0.9) for span in spans], [father])
    assert {one.name: len(one.spans) for one in found} == {"Anna Moran": 1, "Joshua Moran": 2}


def test_a_name_is_shown_with_what_tells_its_bearer_from_a_parent() -> None:
    (one,) = cluster("The head, Ole Birk Jr., left. Birk is 40.", person="Ole Birk/Birk")
    assert one.name == "Ole Birk Jr."
    assert one.aliases == ("Birk",)
    (other,) = cluster("Pope John Mark II said so. He left.", person="John Mark")
    assert other.name == "John Mark II"


@pytest.mark.parametrize(
    ("text", "father", "son"),
    [
        ("Ole Birk ran. His son, Ole Birk Jr., left. Birk is 40. Birk Jr. is 9.", ["Birk", "Ole Birk"], "Birk Jr."),
        ("Ole Birk Sr. ran. His son, Ole Birk Jr., left. Ole Jr. is 9.", ["Ole Birk Sr."], "Ole Jr."),
    ],
)
def test_a_father_is_not_the_son_of_his_name(text: str, father: list[str], son: str) -> None:
    one, other = cluster(text, person="Ole Birk/Birk/Ole")
    assert sorted([one.name, *one.aliases]) == father
    assert sorted([other.name, *other.aliases]) == sorted(["Ole Birk Jr.", son])


def test_a_father_and_a_son_of_one_name_are_no_slip_of_the_pen() -> None:
    people = cluster("Ole Merris Sr. ran. His son, Ole Merris Jr., left.", person="Ole Merris")
    assert [one.name for one in people] == ["Ole Merris Sr.", "Ole Merris Jr."]


def test_who_was_called_by_the_last_name_before_a_son_was_named_is_not_the_son() -> None:
    one, other = cluster("Birk ran. His son, Ole Birk Jr., left. Birk is 40.", person="Ole Birk/Birk")
    assert (one.name, len(one.spans), other.name) == ("Birk", 2, "Ole Birk Jr.")


def test_letters_of_honour_are_no_part_of_a_name() -> None:
    (one,) = cluster("It was Bret Stroud SC who asked. Stroud left.", person="Bret Stroud SC/Stroud")
    assert one.name == "Bret Stroud"


@pytest.mark.parametrize("last", ["Hamdi", "al-Hamdi"])
def test_an_arabic_name_is_the_same_with_and_without_its_article(last: str) -> None:
    (one,) = cluster(f"The head is Saad al-Hamdi. {last} left.", person=f"Saad al-Hamdi/{last}")
    assert one.name == "Saad al-Hamdi"


def test_somebody_is_called_by_the_first_of_two_last_names() -> None:
    (one,) = cluster("They met Teresa Solana Mota. Solana left.", person="Teresa Solana Mota/Solana")
    assert one.name == "Teresa Solana Mota"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("They met Teresa Solana Mota. Carlos left.", "Teresa Solana Mota/Carlos"),
        ("They met Teresa Solana Mota and Ole Solana. Solana left.", "Teresa Solana Mota/Ole Solana/Solana"),
        ("They met Teresa Solana Mota and Ida Solana Foss. Solana left.", "Teresa Solana Mota/Ida Solana Foss/Solana"),
        ("They met Teresa Ida Mota. Ida left.", "Teresa Ida Mota/Ida"),
    ],
)
def test_a_word_in_the_middle_of_a_name_may_be_another_persons(text: str, people: str) -> None:
    one = next(one for one in cluster(text, person=people) if one.name.startswith("Teresa"))
    assert len(one.spans) == 1


@pytest.mark.parametrize(
    ("text", "people", "actors"),
    [
        ("Ann Lindqvist sang. “No,” said Lundqvist.", "Ann Lindqvist/Lundqvist", 1),
        ("Ann Lindqvist sang. “No,” said Linqdvist.", "Ann Lindqvist/Linqdvist", 1),
        ("Ann Lindqvist sang. “No,” said Lindqist.", "Ann Lindqvist/Lindqist", 1),
        ("Ann Lindqvist sang. “No,” said Ann Lindqvists.", "Ann Lindqvist/Ann Lindqvists", 2),
        ("Ann Lindqvist sang. “No,” said Ann Lindquist.", "Ann Lindqvist/Ann Lindquist", 1),
        ("Joris van Elsten shot wide. “No,” said Van Elstan.", "Joris van Elsten/Van Elstan", 1),
        ("Ann Lindqvist sang. “No,” said Bo Lindquist.", "Ann Lindqvist/Bo Lindquist", 2),
        ("Ann Lindqvist sang. “No,” said Limdquist.", "Ann Lindqvist/Limdquist", 2),
        ("“No,” said Lindquist. Ann Lindqvist sang.", "Ann Lindqvist/Lindquist", 2),
        ("Ann Lindqvist sang. Bo Lindquist left. “No,” said Lindqust.", "Ann Lindqvist/Bo Lindquist/Lindqust", 2),
        ("Ann Lindqvist sang. Bo Lindqvost left. “No,” said Lindqvust.", "Ann Lindqvist/Bo Lindqvost/Lindqvust", 3),
        ("Bo Marins sang. “No,” said Maria.", "Bo Marins/Maria", 2),
        ("Bo Moss sang. “No,” said Moos.", "Bo Moss/Moos", 2),
    ],
)
def test_a_last_name_but_for_one_letter_is_whose_it_is_who_was_named_in_full(
    text: str, people: str, actors: int
) -> None:
    assert len(cluster(text, person=people)) == actors


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Peter Lund and Karen Lund were fined. Mr Lund said the books were fine. Ms Lund said they were not.",
            ["Peter Lund", "Karen Lund"],
        ),
        ("Karen Lund and Ida Lund were fined. Mr Lund said the books were fine.", ["Lund"]),
    ],
)
def test_a_courtesy_tells_which_of_a_couple_is_meant(text: str, speakers: list[str]) -> None:
    found = analyse(article_from_text(f"Fines\n\n{text}\n")).outer
    assert [claim.speaker_name for claim in found if claim.type == "said"] == speakers


@pytest.mark.parametrize(
    "names",
    [
        "Steve Varnholt/Stephen G. Varnholt",
        "Bill Orrel/William Orrel",
        "Elizabeth Tarn/Liz Tarn",
        "Mike Oster/Michael Oster",
    ],
)
def test_a_first_name_and_what_its_bearers_are_called_for_short_are_one_persons(names: str) -> None:
    one, other = names.split("/")
    between = "The paper lay on the desk for a week before it was found, and nobody who came had read a word of it. "
    text = f"{one} signed first. {between}The other copy had the name of {other} on it."
    assert len(cluster(text, person=names)) == 1


def test_two_full_names_close_to_each_other_are_two_peoples_whatever_they_are_short_for() -> None:
    found = cluster("Bill Orrel is the son of William Orrel, who built it.", person="Bill Orrel/William Orrel")
    assert [one.name for one in found] == ["Bill Orrel", "William Orrel"]
