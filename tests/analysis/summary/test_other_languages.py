"""Summaries of articles in other languages, with or without stop words and a stemmer for them."""

import pytest

from reader.analysis.summary import METHODS, cut, note_language, rank
from reader.analysis.summary.wording import count_words, list_words
from tests.analysis.summary.conftest import Make

TEXTS = {
    "fr": "Le pont de Varn restera fermé jusqu'en mars. La mairie cherche deux millions. Les habitants attendent.",
    "ru": "Мост закрыт до марта. Город ищет деньги на ремонт. Жители ждут решения.",
    "ja": "橋は三月まで閉鎖される。市は修理の費用を探している。住民は決定を待っている。",
    "pl": "Most jest zamknięty do marca. Miasto szuka pieniędzy na naprawę. Mieszkańcy czekają na decyzję.",
    "el": "Η γέφυρα μένει κλειστή ως τον Μάρτιο. Ο δήμος ψάχνει χρήματα. Οι κάτοικοι περιμένουν.",
    "fi": "Silta on suljettu maaliskuuhun asti. Kaupunki etsii rahaa. Asukkaat odottavat päätöstä.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_every_method_summarises(make: Make, code: str) -> None:
    made = make([("paragraph", TEXTS[code])], language=code)
    for method in METHODS:
        assert len(cut(rank(*made, method), count=2).sentences) == 2


def test_what_a_language_lacks_is_told(make: Make) -> None:
    def notes(code: str) -> tuple[str, ...]:
        return note_language(make([("paragraph", "A. B.")], language=code)[0])

    assert notes("en") == notes("en-GB") == notes("fr") == ()
    assert "without stop words" in notes("fi")[0]
    assert "a stemmer" in notes("xx")[0]


def test_words_without_spaces_are_pairs_of_letters() -> None:
    assert list_words("橋は三 2026") == ("橋は", "は三", "2026")
    assert count_words("橋は三月まで") == 3
    assert count_words("two words") == 2
