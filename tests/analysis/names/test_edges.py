"""Names mended at their edges."""

import pytest

from reader.analysis.model import ActorKind
from reader.analysis.names import Name, mend_edges
from tests.analysis.conftest import Page


def _mend(text: str, *names: tuple[str, ActorKind]) -> list[tuple[str, str]]:
    page = Page(text)
    return page.tell(mend_edges(page.document, [Name(page.span(name), kind) for name, kind in names]))


@pytest.mark.parametrize(
    ("text", "name", "kind", "whole"),
    [
        ("The mill in Stoke-on-Weir is shut.", "Stoke", "place", "Stoke-on-Weir"),
        ("They met in Garmisch-Ostheim on Monday.", "Ostheim", "place", "Garmisch-Ostheim"),
        ("The novels of J.R.R. Penhale are long.", "Penhale", "person", "J.R.R. Penhale"),
        ("The boats of St Mawgan are old.", "Mawgan", "place", "St Mawgan"),
        ("It was shown on Channel 4 last night.", "Channel", "organisation", "Channel 4"),
        (
            "The Ministry of Harbours, Fishing and Trade is new.",
            "Ministry of Harbours",
            "organisation",
            "Ministry of Harbours, Fishing and Trade",
        ),
        (
            "A Ministry of Housing, Communities and Local Government spokesman left.",
            "Ministry of Housing",
            "organisation",
            "Ministry of Housing, Communities and Local Government",
        ),
        (
            "The Weir Office on Harbours and Boats is new.",
            "Weir Office on Harbours",
            "organisation",
            "Weir Office on Harbours and Boats",
        ),
        (
            "A study by the Centre on Fishing and the Lake is new.",
            "Centre on Fishing",
            "organisation",
            "Centre on Fishing and the Lake",
        ),
        ("Standard & Poor's downgraded Harlow in May.", "Standard & Poor", "organisation", "Standard & Poor's"),
        ("Dutton & Vane's said no.", "Dutton & Vane", "organisation", "Dutton & Vane's"),
        ("It is a Gulf-owned Harbour Bank branch.", "Gulf-owned Harbour Bank", "organisation", "Harbour Bank"),
        ("Moody’s cut the rating.", "Moody", "person", "Moody’s"),
        ("Norvik’s said no.", "Norvik", "organisation", "Norvik’s"),
        ("Pilar’s says it is sorry.", "Pilar", "person", "Pilar’s"),
        ("Ida's of Weir is closed.", "Ida", "person", "Ida's"),
        ("It was built by Dutton & Sons in May.", "Dutton", "person", "Dutton & Sons"),
        ("It was built by Dutton & Vane in May.", "Vane", "person", "Dutton & Vane"),
        ("The pipes of Weir & District Water leak.", "Weir", "place", "Weir & District Water"),
        ("It was read on Harbourlife.com in May.", "Harbourlife", "organisation", "Harbourlife.com"),
        ("It was read on Quay.co.uk.", "Quay", "place", "Quay.co.uk"),
        ("They met Han Seo-yun on Monday.", "Han Seo", "person", "Han Seo-yun"),
        ("They met Peter Ng'ang'a on Monday.", "Peter Ng'ang", "person", "Peter Ng'ang'a"),
        ("The boats of Ichung’wah are old.", "Ichung", "person", "Ichung’wah"),
        ("It was Leonard “Lenny” Foss who left.", "Leonard “", "person", "Leonard “Lenny” Foss"),
        ("Research by Queen’s College Merrow was new.", "College Merrow", "organisation", "Queen’s College Merrow"),
        (
            "It is the Merrow People's Republic of Foss.",
            "Republic of Foss",
            "place",
            "Merrow People's Republic of Foss",
        ),
        ("The Women's Hospital is shut.", "Hospital", "organisation", "Women's Hospital"),
        ("The king's College Street is shut.", "College Street", "place", "College Street"),
        ("It sold boats, according to Garron’s. The mayor left.", "Garron", "person", "Garron’s"),
        ("It sold boats, according to Garron’s Tom Penn.", "Garron", "organisation", "Garron"),
        ("It sold boats, according to Norland’s Harbour Board.", "Norland", "place", "Norland"),
        ("Marla “La Bola” Penn left.", "Marla “La Bola", "person", "Marla “La Bola” Penn"),
        ('Marla "La Bola" Penn left.', 'Marla "La Bola', "person", 'Marla "La Bola" Penn'),
        ('It was Peter "Pete" Foss who left.', "Foss", "person", 'Peter "Pete" Foss'),
        ("It was read in Gazzetta dello Sport in May.", "Gazzetta", "organisation", "Gazzetta dello Sport"),
        ("They said Ida'd left by then.", "Ida", "person", "Ida"),
        ("It was read on Quay.com/boats in May.", "Quay", "organisation", "Quay"),
        ("They met Ida Foss.com people in May.", "Ida Foss", "person", "Ida Foss"),
        ("They met the Moon Ha-run board.", "Moon Ha", "person", "Moon Ha"),
        ("They met the Moon Bay-based board.", "Moon Bay", "person", "Moon Bay"),
        ("The “Old Town” Foss left is gone.", "Foss", "person", "Foss"),
        ("It was Dutton & Vane Chairman Ole Birk.", "Dutton", "person", "Dutton & Vane"),
        (
            "The Norvik College of Surgeons and Nurses is new.",
            "Norvik College of Surgeons",
            "organisation",
            "Norvik College of Surgeons and Nurses",
        ),
        (
            "The Norvik Division of Seals and Health is new.",
            "Norvik Division of Seals",
            "organisation",
            "Norvik Division of Seals and Health",
        ),
        ("They march. | Getty Foss calls for calm.", "Getty Foss", "person", "Foss"),
        ("They march. | AP Photo Foss calls for calm.", "AP Photo Foss", "person", "Foss"),
    ],
)
def test_a_name_is_whole(text: str, name: str, kind: ActorKind, whole: str) -> None:
    assert [found for found, _ in _mend(text, (name, kind))] == [whole]


def test_a_body_beside_an_association_is_none_of_its_fields() -> None:
    found = _mend(
        "The Association of Piers and Norvik met.", ("Association of Piers", "organisation"), ("Norvik", "place")
    )
    assert found[0] == ("Association of Piers", "organisation")


def test_a_site_is_a_body() -> None:
    assert _mend("It was read on Harbour.com in May.", ("Harbour", "place")) == [("Harbour.com", "organisation")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norvik’s ships are old.", "Norvik", "organisation"),
        ("Dutton & Vane's ships are old.", "Dutton & Vane", "organisation"),
        ("The Ministry of Harbours, which is new, said so.", "Ministry of Harbours", "organisation"),
        ("The Ministry of Harbours and the Senate are new.", "Ministry of Harbours", "organisation"),
        ("The channel is 4 metres deep, says Harbour Bank.", "Harbour Bank", "organisation"),
        ("The Non-Aligned Front is old.", "Non-Aligned Front", "organisation"),
        ("The Department of Weirs and MCC paid.", "Department of Weirs", "organisation"),
        ("The Getty Foss prize is old.", "Getty Foss", "person"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, name: str, kind: ActorKind) -> None:
    assert _mend(text, (name, kind)) == [(name, kind)]


def test_somebody_beside_a_department_is_none_of_its_fields() -> None:
    both: list[tuple[str, ActorKind]] = [("Department of Weirs", "organisation"), ("Bill Foss", "person")]
    assert _mend("The Department of Weirs and Bill Foss paid.", *both) == both


def test_two_bodies_that_an_ampersand_ties_once_stay_two() -> None:
    page = Page("Aqwat & Enwat refused. Aqwat is new. Enwat is old.")
    text, starts = page.article.text, []
    for word in ("Aqwat", "Enwat"):
        starts += [text.index(word), text.rindex(word)]
    found = mend_edges(page.document, [Name((at, at + 5), "organisation") for at in sorted(starts)])
    assert [page.article.words_of(name.span) for name in found] == ["Aqwat", "Enwat", "Aqwat", "Enwat"]


def test_two_names_that_a_hyphen_ties_stay_two() -> None:
    both: list[tuple[str, ActorKind]] = [("Everdon", "organisation"), ("Lowport", "organisation")]
    assert _mend("Everdon-Lowport is a derby.", *both) == both


def test_a_full_name_goes_on_behind_a_hyphen_though_its_end_was_found_beside_it() -> None:
    parts: list[tuple[str, ActorKind]] = [("Lili Tarbeck", "person"), ("Reinholt", "person")]
    assert _mend("Then Lili Tarbeck-Reinholt sang.", *parts) == [("Lili Tarbeck-Reinholt", "person")]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("They met at the 5th Avenue Playhouse.", "Avenue Playhouse", "5th Avenue Playhouse"),
        ("The 2nd Infantry Division left.", "Infantry Division", "2nd Infantry Division"),
        ("It was his 5th Merrow League title.", "Merrow League", "Merrow League"),
        ("The Merrow Foreign Office is shut.", "Foreign Office", "Foreign Office"),
    ],
)
def test_a_number_belongs_to_what_is_told_apart_by_numbers(text: str, found: str, whole: str) -> None:
    assert _mend(text, (found, "organisation")) == [(whole, "organisation")]


def test_a_word_before_belongs_to_a_name_whose_initials_have_its_letter() -> None:
    parts: list[tuple[str, ActorKind]] = [("Film Institute", "organisation"), ("KFI", "organisation")]
    assert _mend("The Karelish Film Institute and the KFI shop.", *parts)[0][0] == "Karelish Film Institute"


def test_no_name_ends_or_begins_in_a_hyphen() -> None:
    assert _mend("They met in Merrow-in-Pell.", ("Merrow-", "place")) == [("Merrow-in-Pell", "place")]
    assert _mend("They met in Merrow- today.", ("Merrow-", "place")) == [("Merrow", "place")]
    assert _mend("They met at Pell-Merrow.", ("-Merrow", "place")) == [("Pell-Merrow", "place")]


def test_two_people_without_a_comma_between_are_two() -> None:
    page = Page("Ann Lee sang. Bo Berg danced. Ann Lee Berg stayed. Ann Lee Cole left.")
    text, people = page.article.text, ("Ann Lee sang", "Bo Berg danced", "Ann Lee Berg stayed", "Ann Lee Cole left")
    starts = [(text.index(words), len(words.rpartition(" ")[0])) for words in people]
    found = mend_edges(page.document, [Name((at, at + long), "person") for at, long in starts])
    names = [page.article.words_of(name.span) for name in found]
    assert names == ["Ann Lee", "Bo Berg", "Ann Lee", "Berg", "Ann Lee Cole"]


def test_what_somebody_does_in_a_headline_is_no_part_of_the_name() -> None:
    text = "Ida Foss left on Monday.\n\nEmotional Ida Foss Talks About Regrets In First Interview"
    page = Page(text)
    names = [Name(page.span("Ida Foss"), "person"), Name(page.span("Ida Foss Talks"), "person")]
    assert page.tell(mend_edges(page.document, names)) == [("Ida Foss", "person")] * 2


def test_names_that_overlap_are_parted() -> None:
    found = _mend(
        "Ann Bell for Food Standards is here.", ("Ann Bell for Food", "person"), ("Food Standards", "organisation")
    )
    assert sorted(found) in (
        [("Ann Bell", "person"), ("Food Standards", "organisation")],
        [("Ann Bell for Food", "person"), ("Standards", "organisation")],
    )


def test_a_firm_with_an_apostrophe_is_no_person() -> None:
    assert _mend("Moody’s cut the rating.", ("Moody", "person")) == [("Moody’s", "organisation")]


def test_a_given_name_is_a_firms_wherever_it_has_its_ending_once_it_owned_nothing_with_that() -> None:
    text = "Pilar’s says it is sorry. Soups at Pilar’s were cold. Pilar’s soups are good."
    page = Page(text)
    whole = page.article.text
    starts = [at for at in range(len(whole)) if whole.startswith("Pilar", at)]
    found = mend_edges(page.document, [Name((at, at + 5), "person") for at in starts])
    assert page.tell(found) == [("Pilar’s", "organisation")] * 3


@pytest.mark.parametrize("text", ["A friend of Pilar’s has said so.", "Pilar’s soups say it all.", "Pilar’s is cold."])
def test_a_given_name_that_owns_something_or_is_something_is_somebodys(text: str) -> None:
    assert _mend(text, ("Pilar", "person")) == [("Pilar", "person")]


def test_media_are_a_departments_field_too() -> None:
    text = "The Department for Digital, Culture, Media and Sport shut it."
    whole = [("Department for Digital, Culture, Media and Sport", "organisation")]
    assert _mend(text, ("Department for Digital", "organisation"), ("Media and Sport", "organisation")) == whole


@pytest.mark.parametrize(
    ("text", "first", "rest", "whole"),
    [
        ("The National Kelp, Tide and Reef Institute shut.", "National Kelp", "Tide and Reef Institute", True),
        ("The Norwegian Kelp, Tide and Reef Council shut.", "Norwegian Kelp", "Tide and Reef Council", True),
        ("Norvik Kelp, Tide and Reef Council shut.", "Norvik Kelp", "Tide and Reef Council", False),
        ("The National Guard, Tide and Fire Department shut.", "National Guard", "Tide and Fire Department", False),
        ("The Norwegian Kelp, Weir and Reef Council shut.", "Norwegian Kelp", "Weir", False),
        ("The Norwegian Kelp, Weir and Reef Council shut.", "Norwegian Kelp", "Reef Council", False),
    ],
)
def test_a_wide_bodys_name_may_list_its_fields(text: str, first: str, rest: str, whole: bool) -> None:
    mended = _mend(text, (first, "organisation"), (rest, "organisation"))
    assert (len(mended) == 1) == whole


def test_an_ending_is_no_part_of_a_word_that_ends_a_longer_name() -> None:
    text = "United’s said it was late. Tarnby United won."
    assert _mend(text, ("United", "organisation"), ("Tarnby United", "organisation"))[0][0] == "United"
