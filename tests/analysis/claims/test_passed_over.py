"""Forms of reporting that the tagger passes over are found by rule, where nothing else of their sentence was."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.passed_over import add_forms, add_passed_over
from reader.analysis.claims.rules import find_by_rules
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Profits fell by a tenth, it added.", "it", "added", "Profits fell by a tenth"),
        ("Moss has signalled the vote will be in May.", "Moss", "has signalled", "the vote will be in May"),
        (
            "The board made it clear the fee of May will stay.",
            "The board",
            "made it clear",
            "the fee of May will stay",
        ),
        ("The firm was clear that nobody should drink it.", "The firm", "was clear", "that nobody should drink it"),
        (
            "The men were refused entry and ordered by a judge to fly home.",
            "",
            "ordered",
            "to fly home",
        ),
        ("As the mayor put it, the quay is a ruin.", "the mayor", "put it", "the quay is a ruin"),
    ],
)
def test_a_form_that_reports_is_found(sentence: str, source: str, cue: str, content: str) -> None:
    page = Page(sentence)
    (one,) = add_passed_over(page.document, [], lambda blocks: find_by_rules(page.document, blocks))
    told = page.told(one)
    assert told[0].strip() == source
    assert told[1] == cue
    assert content in told[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was clear that the quay would stay.",
        "The sky was clear over the quay.",
        "The board would not make clear the path.",
        "Ada Moss put it on the table, as she did every day.",
        "The board signalled the end of the quay.",
    ],
)
def test_what_only_looks_like_one_is_none(sentence: str) -> None:
    page = Page(sentence)
    assert add_passed_over(page.document, [], lambda blocks: find_by_rules(page.document, blocks)) == []


def test_a_form_stands_in_no_other_content_and_holds_others_whole() -> None:
    page = Page("Lund said her fear was that Moss had told the clerk that the quay leaked.")
    text = page.article.text

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    form = Attribution((at("that Moss had told the clerk that the quay leaked"),), (at("fear was"),), (at("her"),), 0.8)
    inner = Attribution((at("that the quay leaked"),), (at("had told"),), (at("Moss"),), 0.9)
    outer = Attribution((at("her fear was that Moss had told the clerk that the quay leaked"),), (at("said"),), (), 0.7)
    weak = Attribution((at("Moss had told"),), (at("clerk"),), (), 0.1)
    assert [one.cue for one in add_forms(page.document, [inner, weak], [form])] == [inner.cue, form.cue]
    assert add_forms(page.document, [outer], [form]) == [outer]


def test_what_was_found_of_a_form_is_as_sure_as_it_is() -> None:
    page = Page("The view of the board is that the quay leaks.")
    text = page.article.text
    content = ((text.index("that the"), len(text.rstrip()) - 1),)
    cue = ((text.index("view"), text.index("view") + 4), (text.index("is that"), text.index("is that") + 2))
    source = ((text.index("the board"), text.index("the board") + 9),)
    form = Attribution(content, cue, source, 0.8)
    found = Attribution(content, ((text.index("The view"), text.index(" the board")),), (), 0.4)
    (one,) = add_forms(page.document, [found], [form])
    assert (one.cue, one.source, one.confidence, one.by_form) == (cue, source, 0.8, True)


def test_a_preposition_may_be_of_the_cue_or_of_the_content() -> None:
    page = Page("Residents have raised concerns about the noise.")
    form = page.say("Residents", "have raised concerns", "about the noise", confidence=0.8)
    found = page.say("Residents", "have raised concerns about", "the noise", confidence=0.6)
    (one,) = add_forms(page.document, [found], [form])
    assert (page.told(one), one.confidence) == (("Residents", "have raised concerns about", "the noise"), 0.8)


def test_a_form_holds_no_quotation_with_a_cue_of_its_own() -> None:
    page = Page("It is understood that Moss left and she told him: “The quay is yours.”")
    text = page.article.text
    start, stop = text.index("that Moss"), text.index("”")
    form = Attribution(((start, stop),), ((text.index("is under"), start - 1),), (), 0.9)
    told = text.index("told")
    quoted = Attribution(((text.index("The quay is"), stop),), ((told, told + 4),), (), 0.9)
    assert add_forms(page.document, [quoted], [form]) == [quoted]


@pytest.mark.parametrize(
    ("sentence", "content", "whole"),
    [
        ("Moss told the Harbour Radio show that the quay was shut.", "that the quay was shut", None),
        ("Moss told the Tribune in a talk published Friday that the quay was shut.", "that the quay was shut", None),
        (
            "Moss said the board had told the yard that the quay was shut.",
            "that the quay was shut",
            "the board had told the yard that the quay was shut",
        ),
    ],
)
def test_who_is_told_is_taken_in_only_where_another_tells_it(sentence: str, content: str, whole: str | None) -> None:
    page = Page(sentence)
    one = page.say("Moss", "told" if "Moss told" in sentence else "said", content)
    found = add_passed_over(page.document, [one], lambda blocks: ())
    assert (whole or content) in [page.words(each.content) for each in found]
