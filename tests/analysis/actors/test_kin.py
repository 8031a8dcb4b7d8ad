"""Somebody's relative is the one whom the article names as that, and nobody where it names two or another's."""

import pytest

from reader.analysis import analyse
from reader.article import article_from_text


def speakers(told: str, source: str) -> list[str | None]:
    text = f"The race\n\n{told}\n\n“It was a long winter,” {source} said.\n"
    return [claim.speaker_name for claim in analyse(article_from_text(text)).claims]


@pytest.mark.parametrize(
    ("told", "source", "name"),
    [
        ("Ida Brandt won on Sunday. Brandt’s sister, Lena, watched her.", "Brandt’s sister", "Lena"),
        ("Ida Brandt turned 100. Jon Hale, her grandson, baked a cake.", "her grandson", "Jon Hale"),
        ("Jon Hale won on Sunday. His wife, Ida Brandt, watched him.", "his wife", "Ida Brandt"),
        ("Ida Brandt won on Sunday. Her older brother Jon watched her.", "her brother", "Jon"),
        ("Ida Brandt won on Sunday. Her father, Jon Hale, watched her.", "her dad", "Jon Hale"),
        ("Ida Brandt won on Sunday. Jon Hale Jr., her son, watched her.", "her only son", "Jon Hale Jr."),
        ("Ida Brandt won on Sunday. Jon Hale, her son, watched her.", "her son, who is a cook", "Jon Hale"),
        ("Jon Hale was held on Sunday. His lawyer, Ida Brandt, came to see him.", "his attorney", "Ida Brandt"),
    ],
)
def test_a_relative_who_is_named_has_the_name(told: str, source: str, name: str) -> None:
    assert speakers(told, source) == [name]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Ida Brandt won. Her brother, Jon Hale, and Peter Hale, her brother, watched her.", "her brother"),
        ("Jon Hale won. His sister, Ida Brandt, watched him. Lena Moss lost.", "Moss’s brother"),
        ("Jon Hale won. Moss’s sister, Ida Brandt, watched. Moss, Peter Moss, lost.", "Hale’s sister"),
        ("Ida Brandt won. Her friend, Jon Hale, watched her. So did others.", "her friend"),
        ("Jon Hale was held. After a talk with his lawyer, Hale was calm. It rained.", "his lawyer"),
        ("Ida Brandt won on Sunday. Jon Hale’s mother is ill, and his wife, Lena, watched.", "her wife"),
    ],
)
def test_a_relative_of_whom_two_or_only_others_are_named_has_none(told: str, source: str) -> None:
    assert speakers(told, source) == [source]


def test_how_far_back_a_relative_was_named_makes_them_no_less_sure() -> None:
    between = "\n\n".join(f"Lena Moss sang the {nth} song with Eva Storm." for nth in ("first", "second", "third"))
    text = f"The race\n\nIda Brandt won. Her sister, Olga, watched.\n\n{between}\n\n“It was long,” her sister said.\n"
    (claim,) = analyse(article_from_text(text)).claims
    assert (claim.speaker_name, claim.is_doubtful) == ("Olga", False)
