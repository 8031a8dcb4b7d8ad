"""Countries and towns that play are teams, in texts of sports alone."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text

MATCH = (
    "Norvik win the cup\n\nThe match was over before half-time, and the team had the title. The coach, Tom Hale, said"
    " the players had won every game. {}\n\nThe goalkeeper and the striker scored in the cup and the league.\n"
)
PLAIN = "Ministers meet\n\nThe minister, Tom Hale, said the harbour was full. {}\n"


def _kind(text: str, name: str) -> str | None:
    return next((actor.kind for actor in analyse(article_from_text(text)).actors if actor.name == name), None)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Australia beat New Zealand by six wickets in Perth.", "New Zealand"),
        ("Australia beat New Zealand by six wickets in Perth.", "Australia"),
        ("They flew from Kenya. Kenya had lost against Peru. They beat Kenya, and lost against Kenya.", "Kenya"),
        ("Ten of them were fit for the win over Argentina.", "Argentina"),
        ("Two of them were hurt when they lost to Portugal on Saturday.", "Portugal"),
        ("There is nothing like beating Kenya on a Saturday.", "Kenya"),
        ("The crowd sang for Kenya, who have won nothing for a year.", "Kenya"),
        ("Kenya are strong. Hale said Kenya were late. But Kenya have a new coach.", "Kenya"),
    ],
)
def test_a_country_that_plays_is_a_team(told: str, name: str) -> None:
    assert _kind(MATCH.format(told), name) == "organisation"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The team won in Portugal. They play against Portugal on Friday.", "Portugal"),
        ("Fans in Spain and Italy were ill.", "Italy"),
        ("They had lost their way to Portugal, and slept on the ferry.", "Portugal"),
        ("Nine that they lost\n\nTo Portugal it is a day by ferry.", "Portugal"),
    ],
)
def test_a_country_where_something_is_stays_a_place(told: str, name: str) -> None:
    assert _kind(MATCH.format(told), name) == "place"


def test_a_country_is_a_place_where_nobody_plays() -> None:
    assert _kind(PLAIN.format("Sweden won the vote against Denmark."), "Sweden") == "place"


def test_cricket_and_rugby_are_sports_without_a_goal_or_a_league() -> None:
    text = (
        "Bowlers in form\n\nThe batsmen had a bad day, and the bowlers none better. The captain, Tom Hale, said the"
        " bowling against Kenya had been poor. Batting against Kenya, he said, was for cricketers of another age."
    )
    assert _kind(text, "Kenya") == "organisation"
