"""The language of a text whose source does not tell it."""

import pytest

from reader.article import article_from_text
from reader.article.text.languages import likely_language

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
