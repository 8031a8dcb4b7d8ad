"""Which kind a name has, and which names are no actors."""

import re

import pytest

from reader.analysis import analyse
from reader.analysis.actors import kinds
from reader.analysis.actors.kind_features import describe_names
from reader.analysis.actors.kinds import choose_kinds
from reader.analysis.actors.naming import clean_name
from reader.analysis.model import Analysis
from reader.analysis.names import Name
from reader.article import article_from_text
from tests.analysis.conftest import Page


def _analyse(text: str) -> Analysis:
    return analyse(article_from_text(f"Quay shut in the rain\n\n{text}\n"))


def _kinds(text: str) -> dict[str, str]:
    return {actor.name: actor.kind for actor in _analyse(text).actors}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The minister wants to repeal the Harbour Safety Act, which was passed last year.", "Harbour Safety Act"),
        ("Lowport will play in the Northern Cup on Saturday.", "Northern Cup"),
        ("She won the Merrow Prize for her second novel.", "Merrow Prize"),
        ("He had Covid-19 in March and stayed at home in London.", "Covid-19"),
    ],
)
def test_laws_cups_prizes_and_diseases_are_no_actors(text: str, thing: str) -> None:
    assert not [name for name in _kinds(text) if name in thing or thing in name]


@pytest.mark.parametrize(("nobody", "kept"), [(0.6, ["person"]), (0.85, [])])
def test_what_speaks_is_more_readily_an_actor_but_not_what_surely_is_none(
    monkeypatch: pytest.MonkeyPatch, nobody: float, kept: list[str]
) -> None:
    share = {"person": 0.9 - nobody, "organisation": 0.05, "place": 0.05, "nobody": nobody}
    monkeypatch.setattr(kinds, "weigh_kinds", lambda features: share)
    page = Page("The Pellow is on Saturday, says the Pellow.")
    naming = clean_name(page.document, Name(page.span("Pellow"), "person", 0.6, (0.5, 0.3, 0.1, 0.1)))
    assert naming is not None
    assert choose_kinds(page.document, [naming], []) == []
    speaking = choose_kinds(page.document, [naming], [page.span("The Pellow")])
    assert [one.kind for one in speaking] == kept


@pytest.mark.parametrize(
    ("text", "piece", "left"),
    [
        ("They won the FA Cup on Monday.", "FA", False),
        ("He spoke at the State of the Union address.", "Union", False),
        ("She runs Apple Music from Merrow.", "Apple", True),
        ("The FA met on Monday.", "FA", True),
    ],
)
def test_a_piece_of_what_many_know_is_nobody_but_who_makes_it_is(text: str, piece: str, left: bool) -> None:
    page = Page(text)
    naming = clean_name(page.document, Name(page.span(piece), "organisation", 0.9, (0.02, 0.02, 0.94, 0.02)))
    assert naming is not None
    assert bool(choose_kinds(page.document, [naming], [])) == left


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Merrowin tore the roofs off in Tokyo. Merrowin then turned north.",
        "The harbour braced for Hurricane Harlan. Roofs went when Harlan came.",
        "Storm Bryony closed the bridge. Bryony’s winds were the worst in years.",
    ],
)
def test_what_is_called_a_storm_anywhere_is_nobody(text: str) -> None:
    assert not set(_kinds(text)) & {"Merrowin", "Harlan", "Bryony", "Typhoon Merrowin", "Storm Bryony"}


@pytest.mark.parametrize(
    "text", ["Storm Duncan said the quay was shut.", "Storm, Kim Duncan’s boat, sank. Duncan wept."]
)
def test_who_speaks_or_has_a_full_name_is_no_storm(text: str) -> None:
    assert any(name.endswith("Duncan") for name in _kinds(text))


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("Lord", ["person"]),
        ("Gen.", ["person"]),
        ("First", []),
        ("the", []),
        ("Larry King", []),
        ("COACH", []),
    ],
)
def test_who_bears_a_title_is_somebody_whatever_else_is_thought_of_the_name(
    monkeypatch: pytest.MonkeyPatch, before: str, kept: list[str]
) -> None:
    share = {"person": 0.1, "organisation": 0.05, "place": 0.05, "nobody": 0.8}
    monkeypatch.setattr(kinds, "weigh_kinds", lambda features: share)
    page = Page(f"They asked {before} Pellow on Monday.")
    naming = clean_name(page.document, Name(page.span("Pellow"), "person", 0.6, (0.5, 0.3, 0.1, 0.1)))
    assert naming is not None
    assert [one.kind for one in choose_kinds(page.document, [naming], [])] == kept


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("It was sold by Harlow Lotteries, Inc. to Ann Lee, Jr. of Merrow.", "Inc", False),
        ("It was sold by Harlow Lotteries, Inc. to Ann Lee, Jr. of Merrow.", "Jr", False),
        ("She flew from Adelaide in SA on Monday.", "SA", True),
        ("It was sold by Harlow Inc. on Monday.", "Harlow Inc", True),
    ],
)
def test_what_but_ends_names_is_none(text: str, name: str, left: bool) -> None:
    page = Page(text)
    assert (clean_name(page.document, Name(page.span(name), "organisation", 0.9)) is not None) == left


def test_a_people_is_a_group_and_whence_somebody_is_no_actor() -> None:
    found = _kinds("Many Americans came. The Norwegian skipper Ida Berg sailed to London with two Danes.")
    assert found["Americans"] == found["Danes"] == "group"
    assert found["Ida Berg"] == "person"
    assert found["London"] == "place"
    assert "Norwegian" not in found


def test_a_person_is_named_without_an_office() -> None:
    found = _kinds("Harbour Bank COO Daniel Weir said the quay was shut. Weir left London on Monday.")
    assert found["Daniel Weir"] == "person"


def test_whoever_is_called_by_a_people_alone_is_no_actor_even_where_they_speak() -> None:
    found = _kinds(
        "Ida Berg won on Monday. “I was cold,” the Norwegian said. The Norwegian left. Dawn French said it was wet."
    )
    assert "Norwegian" not in found
    assert found["Dawn French"] == "person"


def test_an_office_that_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    found = _kinds("Glaciologist Pierre Lamont, who was not there, said the ice was thin. Dean Martin Lowe agreed.")
    assert "Pierre Lamont" in found
    assert "Dean Martin Lowe" in found


def test_a_district_that_only_says_of_which_court_a_judge_is_is_no_actor() -> None:
    found = _kinds("U.S. District Judge Harold Weems wrote on Monday that the quay was safe.")
    assert found["Harold Weems"] == "person"
    assert not [name for name in found if "District" in name]


def test_a_full_name_is_cut_from_the_office_before_it_whatever_the_first_name() -> None:
    found = _kinds("The rates will fall, said Merrow Trust Chief Investment Officer Pankaj Velluri on Monday.")
    assert found["Pankaj Velluri"] == "person"


def test_what_many_know_by_name_is_what_it_is_known_as() -> None:
    found = _kinds(
        "Staff at Burberry and Patisserie Valerie were sent home on Friday. Snow lay over Sligo and Donegal, and "
        "the Nikkei fell."
    )
    assert found["Burberry"] == found["Patisserie Valerie"] == "organisation"
    assert found["Sligo"] == found["Donegal"] == "place"
    assert "Nikkei" not in found


def test_a_doubtful_name_is_left_out_where_it_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = {"person": 0.1, "organisation": 0.1, "place": 0.25, "nobody": 0.55}
    monkeypatch.setattr(kinds, "weigh_kinds", lambda features: doubtful)
    page = Page("Pellow Chase was run in the rain. Nobody came to Pellow Chase by road.")
    shares = (0.5, 0.1, 0.2, 0.2)
    at = [found.start() for found in re.finditer("Pellow Chase", page.document.article.text)]
    namings = [clean_name(page.document, Name((a, a + 12), "place", 0.6, shares)) for a in at]
    both = [one for one in namings if one is not None]
    assert choose_kinds(page.document, both[:1], []) == []
    assert len(choose_kinds(page.document, both, [])) == 2


def test_people_of_one_last_name_together_are_a_group() -> None:
    text = "Ann Marlow and her husband Tom moved to Lowport in May. The Marlows told neighbours that they were going."
    assert _kinds(text)["Marlows"] == "group"
    assert (
        _kinds("Ann Marlow met Peter Marlows in Lowport on Monday. Marlows said he was tired.")["Peter Marlows"]
        == "person"
    )


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Norrfrakt AB cut 40 jobs on Tuesday. “We must save,” Norrfrakt said.", "Norrfrakt AB"),
        ("Ferrante SpA said on Monday that it would open a mill.", "Ferrante SpA"),
        ("Thornbury plc warned that sales would fall. Thornbury’s head, Ann Moss, said so.", "Thornbury plc"),
        ("Delmar SA de CV denied that it owed taxes.", "Delmar SA de CV"),
        ("A clerk of Sunrise Pte Ltd said that Sunrise had paid nothing.", "Sunrise Pte Ltd"),
    ],
)
def test_a_name_that_ends_in_a_legal_form_is_a_firms(text: str, firm: str) -> None:
    assert _kinds(text)[firm] == "organisation"
    assert firm.split()[0] not in _kinds(text)


@pytest.mark.parametrize("title", ["Lighthouse board rejects toll", "Man denies toll", "Teenager rows to Vessen"])
def test_a_word_that_only_a_headline_has_with_a_capital_is_no_name(title: str) -> None:
    text = "The harbour's chairwoman, Petra Vance, told the council on Monday that yachts would pay nothing."
    found = analyse(article_from_text(f"{title}\n\n{text}\n"))
    assert title.split()[0] not in {actor.name for actor in found.actors}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarn Valley Water said that it would replace 40 miles of pipe.",
        "“Our customers deserve it,” said Fiona Marr, Chief Executive of Tarn Valley Water.",
    ],
)
def test_who_speaks_or_is_led_by_somebody_and_is_nowhere_is_no_place(sentence: str) -> None:
    text = f"{sentence}\n\nTarn Valley Water has lost 40 miles of pipe in Tarn Valley."
    found = _kinds(text)
    assert found["Tarn Valley Water"] == "organisation"
    assert found.get("Tarn Valley", "place") == "place"


def test_whom_which_follows_is_no_person_unless_it_is_a_given_name() -> None:
    found = _kinds(
        "The boat's owner, Havfisk, which has lost two vessels, said that it was sorry. Its owner, Anna, wept."
    )
    assert found["Havfisk"] == "organisation"


@pytest.mark.parametrize(
    ("apposition", "kind"),
    [("the note-taking app", "organisation"), ("a small bank", "organisation"), ("the bank robber", "person")],
)
def test_whom_an_apposition_calls_a_firm_is_one(apposition: str, kind: str) -> None:
    found = _kinds(f"Quill, {apposition}, will go in May. Quill told the board that revenue had fallen 9 percent.")
    assert found["Quill"] == kind


def test_people_without_a_name_are_none_where_they_open_a_sentence() -> None:
    found = _kinds("Bruno Galli did not vote. Aides said that he was unwell. Opponents said that he was hiding.")
    assert "Aides" not in found
    assert "Opponents" not in found


def test_a_last_name_that_is_a_title_elsewhere_is_the_persons() -> None:
    text = (
        "On the first Monday of the month Bunkie King met her old friends and colleagues at the studio, among them "
        "Anna Brandt. “It was fine,” said King. Ms King said that nobody was angry."
    )
    found = _analyse(text)
    assert {"Bunkie", "King"}.isdisjoint({actor.name for actor in found.actors})
    assert [claim.speaker_name for claim in found.outer] == ["Bunkie King", "Bunkie King"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Pennon has sold its two mills. It will build another in the spring.", "Pennon"),
        ("Corrow Robotics has hired forty people. The work begins in June.", "Corrow Robotics"),
        ("A spokesman said that Banco Merrin would stay in the town.", "Banco Merrin"),
    ],
)
def test_its_and_the_company_behind_a_name_and_a_firms_last_word_tell_a_body(text: str, firm: str) -> None:
    assert _kinds(text)[firm] == "organisation"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Velm plans to add a camera to its glasses.", "before its"),
        ("Velm has sold his two mills.", "before his"),
        ("Velm met Ann Lee and her sons.", None),
        ("Velm has opened. She is glad.", "he is next"),
        ("Velm has opened. The Dutch company is glad.", "a body is next"),
        ("On Monday Velm has opened. She is glad.", None),
    ],
)
def test_what_stands_for_a_name_later_is_told_where_nobody_else_may_be_meant(text: str, told: str | None) -> None:
    page = Page(text)
    naming = clean_name(page.document, Name(page.span("Velm"), "person", 0.6))
    assert naming is not None
    features = describe_names(page.document, [naming])["velm"]
    later = {"before its", "before his", "it is next", "he is next", "a body is next"}
    assert later & features.keys() == ({told} if told else set())


def test_a_word_for_a_body_that_opens_a_headline_is_no_name_where_it_is_small_elsewhere() -> None:
    text = "Chipmaker doubles its profit\n\nNexar said its profit had doubled. The chipmaker said it would hire."
    assert "Chipmaker" not in {actor.name for actor in analyse(article_from_text(text)).actors}


def test_what_ends_as_a_firm_does_is_no_place() -> None:
    assert _kinds("The line to Karsk is run by Norvik Rail. He works in Norvik Rail.")["Norvik Rail"] == "organisation"


@pytest.mark.parametrize(
    ("name", "state", "kind"),
    [
        ("Pellow", "N.J.", "place"),
        ("Pellow", "Calif.", "place"),
        ("Pellow", "U.S.", "person"),
        ("Ann Pellow", "Mass.", "person"),
    ],
)
def test_what_stands_before_a_state_cut_short_is_a_place(
    monkeypatch: pytest.MonkeyPatch, name: str, state: str, kind: str
) -> None:
    share = {"person": 0.8, "organisation": 0.05, "place": 0.1, "nobody": 0.05}
    monkeypatch.setattr(kinds, "weigh_kinds", lambda features: share)
    page = Page(f"The officer from {name}, {state}, was there when he left.")
    naming = clean_name(page.document, Name(page.span(name), "person", 0.6, (0.1, 0.7, 0.1, 0.1)))
    assert naming is not None
    assert [one.kind for one in choose_kinds(page.document, [naming], [])] == [kind]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_who_has_a_nickname_in_marks_is_a_person_and_one_with_the_name_without_it(marks: str) -> None:
    text = f"Jarvo {marks.format('Big Dog')} Mollan beat Tom Hask in the ring. Jarvo Mollan has won nine of ten fights."
    assert _kinds(text)["Jarvo Mollan"] == "person"
    assert not [name for name in _kinds(text) if "Big Dog" in name]


@pytest.mark.parametrize(("name", "called"), [("“”", None), ("“Foss”)", "Foss")])
def test_a_name_that_is_all_marks_is_none_and_one_before_a_bracket_is_kept(name: str, called: str | None) -> None:
    page = Page("The boat (it was the “Foss”) left; “” is no name.")
    naming = clean_name(page.document, Name(page.span(name), "organisation"))
    assert (None if naming is None else " ".join(naming.tokens)) == called


def test_marks_in_the_name_of_a_foundation_are_round_no_nickname() -> None:
    page = Page("The Norvik “Open Door” Foundation owns the hall.")
    naming = clean_name(page.document, Name(page.span("Norvik “Open Door” Foundation"), "organisation"))
    assert naming is not None
    assert (naming.kind, naming.nicknamed) == ("organisation", False)
