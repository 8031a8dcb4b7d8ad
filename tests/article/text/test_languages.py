"""The language of a text whose source does not tell it."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import article_from_text
from reader.article.text.languages import likely_language, told_language

SENTENCES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
]
"""Four to eight sentences of news in each of 37 languages, written for this test."""

TEXTS = {
    "en": "The council met on Monday and the mayor said that it was not for them to say what would pass.",
    "fr": "Le conseil s'est réuni lundi et la maire a dit que ce n'est pas pour eux de choisir dans les plans.",
    "de": "Der Rat kam am Montag zusammen und die Bürgermeisterin sagte, dass es nicht an ihnen ist.",
    "es": "El consejo se reunió el lunes y la alcaldesa dijo que no es para ellos elegir entre los planes.",
    "it": "Il consiglio si è riunito lunedì e la sindaca ha detto che non è per loro scegliere tra i piani.",
    "pt": "O conselho reuniu na segunda e a presidente disse que não é para eles a escolha dos planos.",
    "nl": "De raad kwam maandag bijeen en de burgemeester zei dat het niet aan hen is om te kiezen.",
    "ru": "Совет собрался в понедельник, и мэр сказала, что выбирать из этих планов не им, а жителям города.",
    "uk": "Рада зібралася в понеділок, і мерка сказала, що обирати між цими планами мають мешканці міста.",
    "el": "Το συμβούλιο συνεδρίασε τη Δευτέρα και η δήμαρχος είπε ότι δεν θα διαλέξουν εκείνοι το σχέδιο.",
    "ja": "市議会は月曜日に開かれ、市長は計画を選ぶのは市民だと述べた。反対の声も多かったという。",
    "zh": "市议会星期一开会，市长说选择哪一个方案应当由市民来决定，反对的声音也很多，最后的决定要等到下个星期。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_tells_its_language(code: str) -> None:
    assert likely_language(TEXTS[code]) == code


def test_what_a_page_declares_holds() -> None:
    assert likely_language(TEXTS["fr"], "oc") == "oc"


def test_english_declared_by_a_template_gives_way_to_the_text() -> None:
    assert likely_language(TEXTS["de"], "en") == "de"


def test_short_texts_and_foreign_names_stay_english() -> None:
    assert likely_language("La Scala") == "en"
    assert likely_language("Pedro de la Cruz and Maria del Mar met the mayor of La Paz in the hall on Monday.") == "en"


def test_a_pasted_article_carries_its_language() -> None:
    assert article_from_text(f"Un titre\n\n{TEXTS['fr']}\n").language == "fr"


@pytest.mark.parametrize("code", sorted({code for code, _ in SENTENCES}))
def test_a_few_sentences_tell_their_language(code: str) -> None:
    assert told_language(" ".join(words for given, words in SENTENCES if given == code)) == code


def test_a_single_sentence_is_right_or_not_sure_and_hardly_ever_wrong() -> None:
    told = [(code, told_language(words)) for code, words in SENTENCES if sum(map(str.isalpha, words)) >= 40]
    found = Counter("right" if code == answer else "unsure" if answer is None else "wrong" for code, answer in told)
    assert found["right"] >= 0.95 * len(told)
    assert found["wrong"] <= 0.02 * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "Qwrt zxcv bnmp lkjh gfds poiu ytre wqas zxcd vfgt bnhy mjuk " * 4,
        "1950 | 12 | 30.5 km | 44 % | 2024-01-02 | 17:30 | EUR 12,00 | " * 20,
        "Anna Weiss, Juan de la Peña, Max von Born, Ines Calloway, Tobias Renn, Oda Finch",
        "GDP CPI NATO UNESCO FIFA UEFA IMF OPEC WHO OECD WTO ILO IAEA ASEAN",
    ],
)
def test_what_is_no_language_is_not_told(text: str) -> None:
    assert told_language(text) is None
    assert likely_language(text) == "en"


def test_a_pasted_text_in_no_certain_language_says_so() -> None:
    article = article_from_text("Qwrt zxcv bnmp lkjh gfds poiu ytre wqas zxcd vfgt bnhy mjuk. " * 6)
    assert article.notes == ("its language could not be told for certain; it is read as English",)
    assert article_from_text("A short one").notes == ()


def test_a_long_text_is_believed_against_what_its_page_declares_but_not_against_a_neighbour() -> None:
    long = {code: " ".join(words for given, words in SENTENCES if given == code) * 2 for code, _ in SENTENCES}
    assert likely_language(long["fr"], "de") == "fr"
    assert likely_language(long["ca"], "es") == "ca"
    assert likely_language(long["da"], "nb") == "nb"
    assert likely_language(long["hr"], "sr") == "sr"
    assert likely_language(long["de"], "nds") == "nds"


@given(st.text(min_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_language(text: str) -> None:
    assert likely_language(text).isalpha()
