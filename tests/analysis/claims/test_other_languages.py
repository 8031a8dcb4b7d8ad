"""Of languages that nobody here reads, quotations are the claims, in the marks of each."""

import pytest

from tests.analysis.conftest import Read


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "Die Fähre fährt nicht mehr\n\n»Die Zahlen sind gestiegen«, erklärte Direktor Piet Halloran am Montag. "
            "»Wir sind bereit«, sagte der Bürgermeister. Das Lied »Am Kai« wurde nicht gespielt.\n",
            ["Die Zahlen sind gestiegen", "Wir sind bereit"],
        ),
        (
            "המעבורת תופסק במרץ\n\n״איננו יכולים לשלם״, אמרה ראש המועצה. המנהל אמר כי המספרים עלו מאוד השנה.\n",
            ["איננו יכולים לשלם"],
        ),
        (
            "フェリー廃止\n\n島の議会は夜間フェリーを廃止すると発表した。「誰も乗らない船に金は払えない」と議長は述べた。\n",
            ["誰も乗らない船に金は払えない"],
        ),
        (
            "Prom odwołany\n\n„Nie stać nas na statek, którego nikt nie chce”, powiedziała burmistrz we wtorek.\n",
            ["Nie stać nas na statek, którego nikt nie chce"],
        ),
        (
            "Färjan läggs ned\n\n”Vi har inte råd med en båt som ingen tar”, sade borgmästaren på tisdagen.\n",
            ["Vi har inte råd med en båt som ingen tar"],
        ),
    ],
)
def test_quotations_of_other_languages_are_claims(text: str, quoted: list[str]) -> None:
    assert [content for _, content in Read(text).said()] == quoted
