"""Bodies that the tagger passed over and an office tells."""

import pytest

from reader.analysis.names import Name, add_employers, find_names
from tests.analysis.conftest import Page


def _employers(text: str, *known: str) -> list[tuple[str, str]]:
    page = Page(text)
    names = [Name(page.span(one), "person", 0.9) for one in known]
    return page.tell(add_employers(page.document, names, find_names(page.document)))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("“It is over,” said Ann Lee, chief security officer at Obsian Guard.", "Obsian Guard"),
        ("Ann Lee, vice-president of sales and growth at Agifort, a firm in Merrow, left.", "Agifort"),
        ("Ann Lee is an analyst with Whitmer Hollin in London.", "Whitmer Hollin"),
        ("She was a reporter for Corrantide until May.", "Corrantide"),
    ],
)
def test_where_somebody_has_an_office_is_a_body(text: str, body: str) -> None:
    assert (body, "organisation") in _employers(text)


@pytest.mark.parametrize(
    "text",
    [
        "The analyst looked at Whitmer and left.",
        "The analyst is at London today.",
        "She was a reporter for James Hollin until May.",
        "A quay at Corrantide was shut.",
    ],
)
def test_what_no_office_tells_is_none_nor_is_a_person_or_a_known_place(text: str) -> None:
    assert _employers(text) == []


def test_what_another_name_covers_is_no_body() -> None:
    text = "She was a lawyer for Corrantide Hollin until May."
    assert _employers(text, "Corrantide Hollin") == [("Corrantide Hollin", "person")]
