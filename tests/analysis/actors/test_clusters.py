"""Which names of an article are one actor's."""

import pytest

from tests.analysis.conftest import cluster


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
    (one,) = cluster(text, organisation=f"{long}/{short}")
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
    (one,) = cluster(text, person=names) if kind == "person" else cluster(text, organisation=names)
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
    found = cluster(f"The {long} met. {short} left.", organisation=f"{long}/{short}")
    assert [(one.name, one.aliases) for one in found] == [(long, (short,))]


@pytest.mark.parametrize(("long", "short"), [("U.S. Tide Agency", "TA"), ("Harlow Tide Safety Agency", "TSA")])
def test_initials_leave_out_no_other_word_and_are_three_without_the_state(long: str, short: str) -> None:
    assert len(cluster(f"The {long} met. {short} left.", organisation=f"{long}/{short}")) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Merrow League met. Ml left.", "Merrow League/Ml"),
        ("The Office for Tides (Otter) met. Otter left.", "Office for Tides/Otter"),
    ],
)
def test_a_word_is_no_initials_of_two_words_nor_of_other_letters(text: str, names: str) -> None:
    assert len(cluster(text, organisation=names)) == 2


def test_a_given_name_is_nobodys_initials() -> None:
    assert len(cluster("Tom Ian Moss sang. Tim left.", person="Tom Ian Moss/Tim")) == 2


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
    found = cluster(text, person="Joshua Moran/Anna Moran/Moran")
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
    found = cluster(text, person="Joshua Moran/Eve Anna Moran/Anna Moran/Moran/Ida Berg")
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
    found = cluster(text, person="Anna Moran/Joshua Moran/Moran")
    assert {one.name: len(one.spans) for one in found} == {"Anna Moran": 3, "Joshua Moran": 2}


def test_what_stands_in_brackets_with_other_letters_is_somebody_else() -> None:
    clusters = cluster("The Canal Broadcasting Corp (ITX) is old.", organisation="Canal Broadcasting Corp/ITX")
    assert len(clusters) == 2


def test_the_first_word_of_a_body_is_the_body_unless_somebody_is_called_so() -> None:
    text = "He went to Pellow College Lowport. Pellow is old."
    (one,) = cluster(text, read=True, organisation="Pellow College Lowport", person="Pellow")
    assert (one.name, one.kind) == ("Pellow College Lowport", "organisation")
    clusters = cluster(
        f"Ann Pellow came. {text}", read=True, organisation="Pellow College Lowport", person="Ann Pellow/Pellow"
    )
    assert {one.name: len(one.spans) for one in clusters} == {"Ann Pellow": 2, "Pellow College Lowport": 1}


def test_the_surname_of_somebody_named_in_full_is_a_person() -> None:
    (one,) = cluster(
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
    (one,) = cluster(text, person=found) if kind == "person" else cluster(text, organisation=found)
    assert one.name == name


@pytest.mark.parametrize(
    ("found", "name"),
    [("Harbour Speaker Ida Marsh", "Ida Marsh"), ("Harbour Bishop Ida Hospital", "Harbour Bishop Ida Hospital")],
)
def test_an_officer_behind_a_body_is_a_person(found: str, name: str) -> None:
    (one,) = cluster(f"Then {found} left.", organisation=found)
    assert one.name == name


def test_who_has_a_title_is_no_body() -> None:
    (one,) = cluster("Then Dr. Ida Marsh of Weir Clinic left.", organisation="Ida Marsh of Weir Clinic")
    assert (one.name, one.kind) == ("Ida Marsh", "person")


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
    one = next(one for one in cluster(text, organisation=f"{long}/{short}/Merrow Daily News") if one.name == long)
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
    found = cluster(text, organisation=f"{names}/MRU/RU")
    assert {one.name for one in found} == set(names.split("/"))


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("New South Merrow is wet. NSM floods.", "New South Merrow", "NSM"),
        ("Samaná Bay is wet. Samana Bay floods.", "Samaná Bay", "Samana Bay"),
    ],
)
def test_a_place_is_one_by_its_initials_and_without_its_accents(text: str, long: str, short: str) -> None:
    (one,) = cluster(text, place=f"{long}/{short}")
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
    (one,) = cluster(text, organisation=found)
    assert one.name == name


def test_what_a_body_makes_is_another_and_its_longer_name_is_not() -> None:
    text = "Norvik pays more.\n\nNorvik, the bank, said so. Norvik Atlas is its tool.\n"
    assert {one.name for one in cluster(text, organisation="Norvik Atlas/Norvik")} == {"Norvik", "Norvik Atlas"}
    for whole in ("Norvik Group", "Norvik plc", "Norvik UK"):
        clusters = cluster(text.replace("Norvik Atlas", whole), organisation=f"{whole}/Norvik")
        assert [one.name for one in clusters] == [whole]
    text = "Norvik Homes builds.\n\nNorvik Homes is a builder. Norvik said so.\n"
    assert [one.name for one in cluster(text, organisation="Norvik Homes/Norvik")] == ["Norvik Homes"]


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
    found = cluster(text, organisation=f"Tarn Mills/{longer}")
    assert {one.name: len(one.spans) for one in found} == names


def test_a_firm_in_s_is_no_family_and_a_clubs_last_word_is_the_club() -> None:
    text = "Tom Joule built it up. The Joules founder left. Shares in Joules fell."
    assert {one.kind for one in cluster(text, True, person="Tom Joule/Joules") if one.name == "Joules"} != {"group"}
    text = "Chelsea lead Bayer Leverkusen by a point. Leverkusen lost."
    (one,) = cluster(text, True, organisation="Bayer Leverkusen", person="Leverkusen")
    assert one.kind == "organisation"


def test_what_a_minister_is_in_charge_of_is_no_part_of_the_name() -> None:
    text = "Minister for Foreign Affairs Declan Roe spoke, and so did the Secretary of State for Health Ann Hobb."
    run = "Foreign Affairs Declan Roe/Health Ann Hobb"
    for found in (cluster(text, person=run), cluster(text, organisation=run)):
        assert [(one.name, one.kind) for one in found] == [("Declan Roe", "person"), ("Ann Hobb", "person")]


@pytest.mark.parametrize("name", ["Chief Marketing Officer", "Marketing Officer"])
def test_a_chief_officer_is_no_name(name: str) -> None:
    assert not cluster("Norvik’s Chief Marketing Officer, Bo Berg, left.", person=name)


def test_an_office_without_a_name_is_no_actor() -> None:
    text = "The Minister for Foreign Affairs and the Secretary of State for Health met the Department for Transport."
    found = cluster(text, organisation="Foreign Affairs/Secretary of State for Health/Department for Transport")
    assert [one.name for one in found] == ["Department for Transport"]


def test_the_body_that_somebody_is_an_officer_of_is_no_person() -> None:
    found = cluster("Ann Lee, Chief Medical Officer of Brightwell, left.", person="Chief Medical Officer of Brightwell")
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
    assert [one.name for one in cluster(text, person=found)] == [name]


def test_a_site_is_the_body_with_and_without_its_domain() -> None:
    (one,) = cluster("It was on Quaylife.com. Quaylife said no.", organisation="Quaylife.com/Quaylife")
    assert len(one.spans) == 2


@pytest.mark.parametrize(
    ("long", "short"),
    [("California Department of Boats and Rivers", "DBR"), ("Department of Harbour Affairs", "HA")],
)
def test_initials_leave_out_whose_a_body_is_and_that_it_is_a_department(long: str, short: str) -> None:
    (one,) = cluster(f"The {long} left. {short} said no.", organisation=f"{long}/{short}")
    assert one.name == long


def test_the_day_on_which_a_body_did_something_is_no_part_of_its_name() -> None:
    found = cluster(
        "Marn called Tuesday's Supreme Court ruling a shame. The Supreme Court had sat long.",
        organisation="Tuesday's Supreme Court/Supreme Court",
    )
    assert [one.name for one in found] == ["Supreme Court"]


@pytest.mark.parametrize(
    ("text", "names", "called"),
    [
        (
            "The Lib Dems met. Lib Dem plans, the Liberal Democrats say, are new.",
            "Lib Dems/Lib Dem/Liberal Democrats",
            "Liberal Democrats",
        ),
        (
            "Spurs won, and Tottenham Hotspur, or Tottenham, are glad.",
            "Spurs/Tottenham Hotspur/Tottenham",
            "Tottenham Hotspur",
        ),
        (
            "The Fed met. The US Federal Reserve said so, and the Fed left.",
            "Fed/US Federal Reserve",
            "US Federal Reserve",
        ),
        (
            "Doctors Without Borders met. Médecins Sans Frontières is its name in French.",
            "Doctors Without Borders/Médecins Sans Frontières",
            "Médecins Sans Frontières",
        ),
    ],
)
def test_other_names_of_a_body_that_many_know_are_one_body_s(text: str, names: str, called: str) -> None:
    assert [one.name for one in cluster(text, organisation=names)] == [called]


def test_a_town_s_club_is_not_its_council() -> None:
    found = cluster(
        "Norvik City lost again. Norvik city council owns the ground of Norvik City.",
        organisation="Norvik City/Norvik city council",
    )
    assert [one.name for one in found] == ["Norvik City", "Norvik city council"]


def test_the_people_whose_ngo_a_body_is_are_no_part_of_its_name() -> None:
    found = cluster("The Japanese NGO Open Water Watch sued.", organisation="Japanese NGO Open Water Watch")
    assert [one.name for one in found] == ["Open Water Watch"]


@pytest.mark.parametrize("name", ["HTI) Harbour Tide Network", "Harbour Tide Network (the"])
def test_a_name_has_no_half_of_a_bracket(name: str) -> None:
    (one,) = cluster(f"The Harbour Tide Institute ({name} HTN) met.", organisation=name)
    assert one.name == "Harbour Tide Network"


def test_a_name_keeps_a_whole_bracket() -> None:
    (one,) = cluster("The Harbour (Lowport) Trust met.", organisation="Harbour (Lowport) Trust")
    assert one.name == "Harbour (Lowport) Trust"
