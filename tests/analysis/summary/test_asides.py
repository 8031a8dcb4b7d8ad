"""Asides between commas, dashes or brackets: a long first sentence is shown without them and goes on behind them."""

import pytest

from reader.analysis.summary.asides import find_asides
from tests.analysis.summary.conftest import shown, tag


def asides(text: str, begins: int = 0) -> list[str]:
    """The asides of a sentence, with the marks around them."""
    words = [(span, tagged, text[span[0] : span[1]].lower()) for span, tagged in tag(text)]
    return [text[start:end].strip() for start, end in find_asides(text, words, begins)]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "The ferry Halda – the last of five that were built in Port Wenna – will be sold for scrap in spring.",
            "The ferry Halda … will be sold for scrap in spring.",
        ),
        (
            "Ida Lund, the harbour master of Port Wenna since the great flood, has left her post after nine years.",
            "Ida Lund … has left her post after nine years.",
        ),
        (
            "The county's plan (drawn up in a week by two clerks and a student) would close every second school.",
            "The county's plan … would close every second school.",
        ),
        (
            "The ferry Halda, best known for its red funnel, was sold for scrap, the Post writes.",
            "The ferry Halda … was sold for scrap, the Post writes.",
        ),
    ],
)
def test_an_aside_is_left_out(sentence: str, kept: str) -> None:
    assert shown(sentence, 11) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "The town needs a bridge that carries lorries of forty tonnes, a school for two hundred pupils, and a doctor.",
        "The prospects of racing here are poor both on Saturday, with snow over Harlow since noon, and on Monday.",
        "A bridge of oak, combined with a coat of tar on every beam, will carry carts for ninety years and more.",
        "Perched on a stool in the cabin, as a pilot combed her long, flowing hair, the captain waited for the tide.",
        "The clerk was so worried that she told the mayor, saying it might burn, the Post reported, citing pilots.",
    ],
)
def test_what_is_listed_paired_a_condition_or_told_by_somebody_is_no_aside(sentence: str) -> None:
    assert asides(sentence) == []
    assert shown(sentence, 14) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge, which the mayor said was safe, fell into the river.",
        "The mill (not the one at Harlow) has burnt down.",
        "The lamp – “a gift of the town – was sold” – has gone out.",
    ],
)
def test_who_said_it_denials_and_half_a_quotation_are_no_asides(sentence: str) -> None:
    assert asides(sentence) == []


def test_an_aside_comes_with_its_marks_and_several_are_found() -> None:
    sentence = "The ferry Halda (built in 1901) and her crew – nine men from Skarn – have left the harbour."
    assert asides(sentence) == ["– nine men from Skarn –", "(built in 1901)"]


def test_what_stands_before_the_sentence_begins_is_not_looked_through() -> None:
    sentence = "HARLOW (Post News) – The mill (built in 1901) has burnt down."
    assert asides(sentence) == ["(Post News)", "(built in 1901)"]
    assert asides(sentence, sentence.index("The mill")) == ["(built in 1901)"]
