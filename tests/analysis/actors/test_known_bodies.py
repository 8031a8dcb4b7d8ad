"""Bodies that anybody knows by what they are."""

import pytest

from tests.analysis.conftest import speaker


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the US space agency", "NASA"),
        ("the American space agency", "NASA"),
        ("the UN's nuclear watchdog", "International Atomic Energy Agency"),
        ("the United Nations’ nuclear watchdog", "International Atomic Energy Agency"),
        ("Britain's independent advertising watchdog", "Advertising Standards Authority"),
        ("the ad watchdog", "Advertising Standards Authority"),
        ("Facebook's owner", "Meta"),
        ("the owner of Facebook", "Meta"),
    ],
)
def test_who_is_described_is_the_one_whom_the_article_names(phrase: str, name: str) -> None:
    text = (
        f"Antennas fall\n\nAntennas fell in a storm on Monday, {phrase} has said.\n\n"
        f"The {name} said on Tuesday that it would look into it.\n"
    )
    assert speaker(text, "Antennas fell") == name


@pytest.mark.parametrize("phrase", ["the Norvish space agency", "the US space forum", "a US space agency"])
def test_another_body_is_not_meant(phrase: str) -> None:
    text = (
        f"Antennas fall\n\nAntennas fell in a storm on Monday, {phrase} has said.\n\n"
        "NASA was not there when it happened, and nor was ESA.\n"
    )
    assert speaker(text, "Antennas fell") not in ("NASA", "ESA")


def test_a_described_body_that_the_article_does_not_name_stays_described() -> None:
    text = "Antennas fall\n\nThe US Senate met on Monday. Antennas fell in a storm, the US space agency has said.\n"
    assert speaker(text, "Antennas fell") == "the US space agency"
