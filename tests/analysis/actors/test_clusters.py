"""Which names of an article are one actor's."""

import re

import pytest

from reader.analysis.actors.clusters import Cluster, cluster_names
from reader.analysis.model import ActorKind
from reader.analysis.names import Name
from tests.analysis.conftest import Page

SHARES: dict[ActorKind, tuple[float, ...]] = {
    "person": (0.02, 0.94, 0.02, 0.02),
    "organisation": (0.02, 0.02, 0.94, 0.02),
    "place": (0.02, 0.02, 0.02, 0.94),
}


def _cluster(text: str, read: bool = False, **kinds: str) -> list[Cluster]:
    """The clusters of the names listed by kind, parted by slashes; `read`: as surely as by the tagger."""
    page = Page(text)
    names: list[Name] = []
    forms = [(form, kind) for kind in SHARES for form in kinds.get(kind, "").split("/") if form]
    for form, kind in sorted(forms, key=lambda one: -len(one[0])):
        for found in re.finditer(rf"\b{re.escape(form)}\b", page.document.article.text):
            if not any(one.span[0] <= found.start() < one.span[1] for one in names):
                names.append(Name(found.span(), kind, 0.9, SHARES[kind] if read else ()))
    return list(cluster_names(page.document, sorted(names, key=lambda one: one.span)))


@pytest.mark.parametrize(
    "text", ["Ivor Tadeusz Pell sang. Tadeusz Pell left.", "Tadeusz Pell sang. Ivor Tadeusz Pell left."]
)
def test_a_name_without_its_first_word_is_the_same_person(text: str) -> None:
    (one,) = _cluster(text, person="Ivor Tadeusz Pell/Tadeusz Pell")
    assert one.name == "Ivor Tadeusz Pell"


def test_a_surname_of_two_words_is_its_person_and_another_first_name_is_another() -> None:
    clusters = _cluster(
        "Joris van Elst shot wide. Van Elst fell. Later Anna van Elst sang.",
        person="Joris van Elst/Anna van Elst/Van Elst",
    )
    assert [one.name for one in clusters] == ["Joris van Elst", "Anna van Elst"]
    assert len(clusters[0].spans) == 2


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Nurses of Aid Without Walls (AWW) left. AWW is small.", "Aid Without Walls", "AWW"),
        ("The Canal Broadcasting Corp (CBC) is old. CBC is loved.", "Canal Broadcasting Corp", "CBC"),
        ("The Regional Transport Policy Office (RTPO) is shut, said RTPO.", "Regional Transport Policy Office", "RTPO"),
        ("AWW (Aid Without Walls) left. AWW is small.", "Aid Without Walls", "AWW"),
        ("The Merrow Group has split. TMG was small.", "Merrow Group", "TMG"),
    ],
)
def test_capitals_in_brackets_are_the_name_before_or_behind(text: str, long: str, short: str) -> None:
    (one,) = _cluster(text, organisation=f"{long}/{short}")
    assert one.name == long
    assert one.aliases == (short,)


@pytest.mark.parametrize(
    ("text", "kind", "long", "short"),
    [
        (
            "The Merrow Air Transport League lost. Then Matl grew.",
            "organisation",
            "Merrow Air Transport League",
            "Matl",
        ),
        ("The Bureau of Tides met. The Bot is old.", "organisation", "Bureau of Tides", "Bot"),
        (
            "The Office for Tides and Eels (Oftide) met. Oftide left.",
            "organisation",
            "Office for Tides and Eels",
            "Oftide",
        ),
        ("Anna Maria Lopez Orr sang. Amlo left.", "person", "Anna Maria Lopez Orr", "Amlo"),
    ],
)
def test_initials_that_are_read_as_a_word_are_the_name_they_are_short_for(
    text: str, kind: str, long: str, short: str
) -> None:
    names = f"{long}/{short}"
    (one,) = _cluster(text, person=names) if kind == "person" else _cluster(text, organisation=names)
    assert (one.name, one.aliases) == (long, (short,))


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("U.S. Quays and Border Watch", "QBW"),
        ("UK Tide Safety Agency", "TSA"),
        ("U.S. Quays and Border Watch", "UQBW"),
        ("Centers for Tide Control and Prevention", "CTC"),
        ("U.S. Centers for Tide Control and Prevention", "CTC"),
    ],
)
def test_initials_may_leave_out_the_state_and_what_is_behind_the_last_and(long: str, short: str) -> None:
    found = _cluster(f"The {long} met. {short} left.", organisation=f"{long}/{short}")
    assert [(one.name, one.aliases) for one in found] == [(long, (short,))]


@pytest.mark.parametrize(("long", "short"), [("U.S. Tide Agency", "TA"), ("Harlow Tide Safety Agency", "TSA")])
def test_initials_leave_out_no_other_word_and_are_three_without_the_state(long: str, short: str) -> None:
    assert len(_cluster(f"The {long} met. {short} left.", organisation=f"{long}/{short}")) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Merrow League met. Ml left.", "Merrow League/Ml"),
        ("The Office for Tides (Otter) met. Otter left.", "Office for Tides/Otter"),
    ],
)
def test_a_word_is_no_initials_of_two_words_nor_of_other_letters(text: str, names: str) -> None:
    assert len(_cluster(text, organisation=names)) == 2


def test_a_given_name_is_nobodys_initials() -> None:
    assert len(_cluster("Tom Ian Moss sang. Tim left.", person="Tom Ian Moss/Tim")) == 2


def test_of_two_with_a_first_name_the_one_who_was_named_before_is_called_by_it() -> None:
    text = "Ida Marsh sang. Ida left. A book, Ida Swims, was sold. Ida wept."
    spans = {one.name: len(one.spans) for one in _cluster(text, person="Ida Marsh/Ida Swims/Ida")}
    assert spans == {"Ida Marsh": 3, "Ida Swims": 1}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Moran spoke. Moran’s guest was his nephew Joshua Moran. Moran left.", {"Moran": 3, "Joshua Moran": 1}),
        ("Anna Moran’s guest was Joshua Moran. Moran left.", {"Anna Moran": 2, "Joshua Moran": 1}),
        ("Anna Moran left. Her late father, Joshua Moran, sang. Moran wept.", {"Anna Moran": 2, "Joshua Moran": 1}),
        ("Anna Moran left with the singer Joshua Moran. Moran wept.", {"Anna Moran": 1, "Joshua Moran": 2}),
        ("Moran spoke. The Moran guests cheered for Joshua Moran.", {"Joshua Moran": 3}),
    ],
)
def test_a_last_name_beside_the_full_one_of_another_is_not_that_others(text: str, names: dict[str, int]) -> None:
    found = _cluster(text, person="Joshua Moran/Anna Moran/Moran")
    assert {one.name: len(one.spans) for one in found} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anna Moran led. Moran fell back. Ida Berg and Joshua Moran shared third. The rain came. Moran wept.",
            {"Anna Moran": 3, "Joshua Moran": 1},
        ),
        (
            "Anna Moran led. Moran fell back. Ida Berg and Joshua Moran shared third. Moran, a baker, smiled.",
            {"Anna Moran": 2, "Joshua Moran": 2},
        ),
        (
            "Anna Moran led. Moran fell back. Eva Maria and Joshua Moran came. Moran, a baker, smiled.",
            {"Anna Moran": 3, "Joshua Moran": 1},
        ),
        ("Anna Moran led. Joshua Moran was third. The rain came. Moran wept.", {"Anna Moran": 1, "Joshua Moran": 2}),
        ("Eve Anna Moran led. Moran fell. Anna Moran is 20. The rain came. Moran wept.", {"Eve Anna Moran": 4}),
    ],
)
def test_who_was_called_by_the_last_name_is_called_so_after_another_was_named_in_passing(
    text: str, names: dict[str, int]
) -> None:
    found = _cluster(text, person="Joshua Moran/Eve Anna Moran/Anna Moran/Moran/Ida Berg")
    assert {one.name: len(one.spans) for one in found if one.name != "Ida Berg"} == names


@pytest.mark.parametrize(
    "told",
    [
        "Moran left with her husband, former mayor Joshua Moran. Moran wept.",
        "Moran, the daughter of the baker and singer Joshua Moran, is ill. Moran wept.",
        "Moran has a son from her marriage to actor Joshua Moran. Moran wept.",
        "Moran lived as a man then, known as Joshua Moran. Moran wept.",
    ],
)
def test_the_last_name_stays_whose_it_was_where_another_is_only_told_of_as_near_to_that_one(told: str) -> None:
    text = f"Anna Moran spoke. {told} Joshua Moran left. It rained."
    found = _cluster(text, person="Anna Moran/Joshua Moran/Moran")
    assert {one.name: len(one.spans) for one in found} == {"Anna Moran": 3, "Joshua Moran": 2}


def test_other_initials_in_the_middle_are_another_persons() -> None:
    found = _cluster(
        "Ann W. Moran spoke. Ann P. Moran left. Ann Moran wept.", person="Ann W. Moran/Ann P. Moran/Ann Moran"
    )
    assert [one.name for one in found] == ["Ann W. Moran", "Ann P. Moran"]


def test_what_stands_in_brackets_with_other_letters_is_somebody_else() -> None:
    clusters = _cluster("The Canal Broadcasting Corp (ITX) is old.", organisation="Canal Broadcasting Corp/ITX")
    assert len(clusters) == 2


def test_the_first_word_of_a_body_is_the_body_unless_somebody_is_called_so() -> None:
    text = "He went to Pellow College Lowport. Pellow is old."
    (one,) = _cluster(text, read=True, organisation="Pellow College Lowport", person="Pellow")
    assert (one.name, one.kind) == ("Pellow College Lowport", "organisation")
    clusters = _cluster(
        f"Ann Pellow came. {text}", read=True, organisation="Pellow College Lowport", person="Ann Pellow/Pellow"
    )
    assert {one.name: len(one.spans) for one in clusters} == {"Ann Pellow": 2, "Pellow College Lowport": 1}


def test_the_surname_of_somebody_named_in_full_is_a_person() -> None:
    (one,) = _cluster(
        "Bryn Dickory was shot. The road to Dickory was shut.", read=True, person="Bryn Dickory", place="Dickory"
    )
    assert (one.name, len(one.spans)) == ("Bryn Dickory", 2)


@pytest.mark.parametrize(
    ("found", "kind", "name"),
    [
        ("Peter Marsh of Scotland", "person", "Peter Marsh"),
        ("Peter Marsh for Chelsea", "person", "Peter Marsh"),
        ("Merrow County of League Two", "organisation", "Merrow County"),
        ("Bank of Scotland", "organisation", "Bank of Scotland"),
        ("Peter Duke of Scotland", "person", "Peter Duke of Scotland"),
    ],
)
def test_where_somebody_is_from_is_no_part_of_a_full_name(found: str, kind: str, name: str) -> None:
    text = f"Then {found} left."
    (one,) = _cluster(text, person=found) if kind == "person" else _cluster(text, organisation=found)
    assert one.name == name


@pytest.mark.parametrize(
    ("found", "name"),
    [("Harbour Speaker Ida Marsh", "Ida Marsh"), ("Harbour Bishop Ida Hospital", "Harbour Bishop Ida Hospital")],
)
def test_an_officer_behind_a_body_is_a_person(found: str, name: str) -> None:
    (one,) = _cluster(f"Then {found} left.", organisation=found)
    assert one.name == name


def test_who_has_a_title_is_no_body() -> None:
    (one,) = _cluster("Then Dr. Ida Marsh of Weir Clinic left.", organisation="Ida Marsh of Weir Clinic")
    assert (one.name, one.kind) == ("Ida Marsh", "person")


def test_an_office_before_a_last_name_is_no_other_first_name() -> None:
    (one,) = _cluster("Virna Marsh sang. Bishop Marsh left.", person="Virna Marsh/Bishop Marsh")
    assert one.name == "Virna Marsh"


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Merrow Palace won. Palace were quick.", "Merrow Palace", "Palace"),
        ("The Merrow Times said so. The Times is old.", "Merrow Times", "Times"),
        ("Merrow City won. Mer City were quick.", "Merrow City", "Mer City"),
        ("Harrowentus drew. Harrow were slow.", "Harrowentus", "Harrow"),
        ("Merrow Mills Ltd. closed. Merrow Mills Ltd grew.", "Merrow Mills Ltd", "Merrow Mills Ltd."),
        ("Merrow University and Merrow Daily News met. Merrow is old.", "Merrow University", "Merrow"),
        ("The Treasury Department met. Treasury left.", "Treasury Department", "Treasury"),
        ("Senate Republicans met. Republican Senators left.", "Republican Senators", "Senate Republicans"),
    ],
)
def test_a_body_is_called_by_its_last_word_cut_without_stops_or_without_its_sort(
    text: str, long: str, short: str
) -> None:
    one = next(one for one in _cluster(text, organisation=f"{long}/{short}/Merrow Daily News") if one.name == long)
    assert len(one.spans) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Merrow Labour met. Labour lost.", "Merrow Labour/Labour"),
        ("Merrow Palace lost to Pell Palace. Palace were quick.", "Merrow Palace/Pell Palace/Palace"),
        ("The Merrow Rugby Union (MRU) met the Rugby Union (RU).", "Merrow Rugby Union/Rugby Union"),
        ("Merrowlife wrote so. Merrowlifers, tell us.", "Merrowlife/Merrowlifers"),
    ],
)
def test_a_last_word_that_is_known_alone_or_ends_two_names_is_another(text: str, names: str) -> None:
    found = _cluster(text, organisation=f"{names}/MRU/RU")
    assert {one.name for one in found} == set(names.split("/"))


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("New South Merrow is wet. NSM floods.", "New South Merrow", "NSM"),
        ("Samaná Bay is wet. Samana Bay floods.", "Samaná Bay", "Samana Bay"),
    ],
)
def test_a_place_is_one_by_its_initials_and_without_its_accents(text: str, long: str, short: str) -> None:
    (one,) = _cluster(text, place=f"{long}/{short}")
    assert len(one.spans) == 2


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("Karelund’s Foreign Ministry met.", "Foreign Ministry", "Karelund’s Foreign Ministry"),
        ("Karelund’s Harrow Museum met.", "Harrow Museum", "Harrow Museum"),
        ("Pell’s Merrowcorp met.", "Merrowcorp", "Merrowcorp"),
    ],
)
def test_only_what_every_country_has_is_named_with_its_owner(text: str, found: str, name: str) -> None:
    (one,) = _cluster(text, organisation=found)
    assert one.name == name


def test_what_a_body_makes_is_another_and_its_longer_name_is_not() -> None:
    text = "Norvik pays more.\n\nNorvik, the bank, said so. Norvik Atlas is its tool.\n"
    assert {one.name for one in _cluster(text, organisation="Norvik Atlas/Norvik")} == {"Norvik", "Norvik Atlas"}
    for whole in ("Norvik Group", "Norvik plc", "Norvik UK"):
        clusters = _cluster(text.replace("Norvik Atlas", whole), organisation=f"{whole}/Norvik")
        assert [one.name for one in clusters] == [whole]
    text = "Norvik Homes builds.\n\nNorvik Homes is a builder. Norvik said so.\n"
    assert [one.name for one in _cluster(text, organisation="Norvik Homes/Norvik")] == ["Norvik Homes"]


@pytest.mark.parametrize(
    ("longer", "names"),
    [
        ("Tarn Mills Board", {"Tarn Mills": 5, "Tarn Mills Board": 1}),
        ("Tarn Mills Norway", {"Tarn Mills": 5, "Tarn Mills Norway": 1}),
        ("Tarn Mills Ltd", {"Tarn Mills Ltd": 6}),
        ("Tarn Mills Group", {"Tarn Mills Group": 6}),
    ],
)
def test_a_body_that_is_named_often_is_not_what_is_named_once_behind_it(longer: str, names: dict[str, int]) -> None:
    text = (
        f"Tarn Mills grew. Tarn Mills sold flour. Tarn Mills hired. Tarn Mills fell. The {longer} met. Tarn Mills rose."
    )
    found = _cluster(text, organisation=f"Tarn Mills/{longer}")
    assert {one.name: len(one.spans) for one in found} == names


def test_a_firm_in_s_is_no_family_and_a_clubs_last_word_is_the_club() -> None:
    text = "Tom Joule built it up. The Joules founder left. Shares in Joules fell."
    assert {one.kind for one in _cluster(text, True, person="Tom Joule/Joules") if one.name == "Joules"} != {"group"}
    text = "Chelsea lead Bayer Leverkusen by a point. Leverkusen lost."
    (one,) = _cluster(text, True, organisation="Bayer Leverkusen", person="Leverkusen")
    assert one.kind == "organisation"


def test_a_knight_is_called_by_the_first_name() -> None:
    assert [
        one.name for one in _cluster("Sir Alan Lyle met Alan Poe. Sir Alan left.", person="Alan Lyle/Alan Poe/Alan")
    ] == [
        "Alan Lyle",
        "Alan Poe",
    ]
    assert [one.aliases for one in _cluster("Dame Una Orr left. Dame Una wept.", person="Una Orr/Una")] == [("Una",)]


def test_what_a_minister_is_in_charge_of_is_no_part_of_the_name() -> None:
    text = "Minister for Foreign Affairs Declan Roe spoke, and so did the Secretary of State for Health Ann Hobb."
    run = "Foreign Affairs Declan Roe/Health Ann Hobb"
    for found in (_cluster(text, person=run), _cluster(text, organisation=run)):
        assert [(one.name, one.kind) for one in found] == [("Declan Roe", "person"), ("Ann Hobb", "person")]


def test_a_name_without_a_nickname_goes_before_one_with_it() -> None:
    text = 'Ann "Annie" Lee left. Then Ann Lee came, and Bo "Bobo" Berg. Berg left.'
    found = _cluster(text, person='Ann "Annie" Lee/Ann Lee/Bo "Bobo" Berg/Berg')
    assert [one.name for one in found] == ["Ann Lee", 'Bo "Bobo" Berg']


@pytest.mark.parametrize("name", ["Chief Marketing Officer", "Marketing Officer"])
def test_a_chief_officer_is_no_name(name: str) -> None:
    assert not _cluster("Norvik’s Chief Marketing Officer, Bo Berg, left.", person=name)


def test_an_office_without_a_name_is_no_actor() -> None:
    text = "The Minister for Foreign Affairs and the Secretary of State for Health met the Department for Transport."
    found = _cluster(text, organisation="Foreign Affairs/Secretary of State for Health/Department for Transport")
    assert [one.name for one in found] == ["Department for Transport"]


def test_the_body_that_somebody_is_an_officer_of_is_no_person() -> None:
    found = _cluster(
        "Ann Lee, Chief Medical Officer of Brightwell, left.", person="Chief Medical Officer of Brightwell"
    )
    assert [(one.name, one.kind) for one in found] == [("Brightwell", "organisation")]


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("Taoiseach Niamh Corcoran left.", "Taoiseach Niamh Corcoran", "Niamh Corcoran"),
        ("SSP Rakesh Dubey left.", "SSP Rakesh Dubey", "Rakesh Dubey"),
        ("Smt Kamala Bai left.", "Smt Kamala Bai", "Kamala Bai"),
        ("Fr Declan Moyne left.", "Fr Declan Moyne", "Declan Moyne"),
    ],
)
def test_titles_of_other_countries_are_no_part_of_a_name(text: str, found: str, name: str) -> None:
    assert [one.name for one in _cluster(text, person=found)] == [name]


def test_don_is_a_given_name() -> None:
    found = _cluster("Don Ingram built it. Ingram left.", person="Don Ingram/Ingram")
    assert [one.name for one in found] == ["Don Ingram"]


def test_somebody_is_the_same_with_and_without_accents() -> None:
    found = _cluster(
        "José Mour met Michel Bublé. Buble left. Jose Mour stayed.", person="José Mour/Michel Bublé/Buble/Jose Mour"
    )
    assert [(one.name, len(one.spans)) for one in found] == [("José Mour", 2), ("Michel Bublé", 2)]


def test_strokes_and_letters_of_other_tongues_are_read_as_the_plain_ones() -> None:
    found = _cluster(
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
    (one,) = _cluster("The head, Ole Birk Jr., left. Birk is 40.", person="Ole Birk/Birk")
    assert one.name == "Ole Birk Jr."
    assert one.aliases == ("Birk",)
    (other,) = _cluster("Pope John Mark II said so. He left.", person="John Mark")
    assert other.name == "John Mark II"


@pytest.mark.parametrize(
    ("text", "father", "son"),
    [
        ("Ole Birk ran. His son, Ole Birk Jr., left. Birk is 40. Birk Jr. is 9.", ["Birk", "Ole Birk"], "Birk Jr."),
        ("Ole Birk Sr. ran. His son, Ole Birk Jr., left. Ole Jr. is 9.", ["Ole Birk Sr."], "Ole Jr."),
    ],
)
def test_a_father_is_not_the_son_of_his_name(text: str, father: list[str], son: str) -> None:
    one, other = _cluster(text, person="Ole Birk/Birk/Ole")
    assert sorted([one.name, *one.aliases]) == father
    assert sorted([other.name, *other.aliases]) == sorted(["Ole Birk Jr.", son])


def test_a_father_and_a_son_of_one_name_are_no_slip_of_the_pen() -> None:
    people = _cluster("Ole Merris Sr. ran. His son, Ole Merris Jr., left.", person="Ole Merris")
    assert [one.name for one in people] == ["Ole Merris Sr.", "Ole Merris Jr."]


def test_who_was_called_by_the_last_name_before_a_son_was_named_is_not_the_son() -> None:
    one, other = _cluster("Birk ran. His son, Ole Birk Jr., left. Birk is 40.", person="Ole Birk/Birk")
    assert (one.name, len(one.spans), other.name) == ("Birk", 2, "Ole Birk Jr.")


def test_letters_of_honour_are_no_part_of_a_name() -> None:
    (one,) = _cluster("It was Bret Stroud SC who asked. Stroud left.", person="Bret Stroud SC/Stroud")
    assert one.name == "Bret Stroud"


@pytest.mark.parametrize("last", ["Hamdi", "al-Hamdi"])
def test_an_arabic_name_is_the_same_with_and_without_its_article(last: str) -> None:
    (one,) = _cluster(f"The head is Saad al-Hamdi. {last} left.", person=f"Saad al-Hamdi/{last}")
    assert one.name == "Saad al-Hamdi"


def test_somebody_is_called_by_the_first_of_two_last_names() -> None:
    (one,) = _cluster("They met Teresa Solana Mota. Solana left.", person="Teresa Solana Mota/Solana")
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
    one = next(one for one in _cluster(text, person=people) if one.name.startswith("Teresa"))
    assert len(one.spans) == 1


def test_a_site_is_the_body_with_and_without_its_domain() -> None:
    (one,) = _cluster("It was on Quaylife.com. Quaylife said no.", organisation="Quaylife.com/Quaylife")
    assert len(one.spans) == 2


@pytest.mark.parametrize(
    ("long", "short"),
    [("California Department of Boats and Rivers", "DBR"), ("Department of Harbour Affairs", "HA")],
)
def test_initials_leave_out_whose_a_body_is_and_that_it_is_a_department(long: str, short: str) -> None:
    (one,) = _cluster(f"The {long} left. {short} said no.", organisation=f"{long}/{short}")
    assert one.name == long


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
    assert len(_cluster(text, person=people)) == actors
