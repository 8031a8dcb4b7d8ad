"""People who are called by a title and a place."""

from reader.analysis.names import Name, add_peers
from tests.analysis.conftest import Page


def _add(text: str, *names: Name) -> list[tuple[str, str]]:
    page = Page(text)
    return page.tell(add_peers(page.document, names))


def test_a_title_and_its_place_are_one_person() -> None:
    text = "On Monday the Duchess of Weir opened a hospital in the town."
    page = Page(text)
    assert _add(text, Name(page.span("Weir"), "place")) == [("Duchess of Weir", "person")]


def test_what_is_called_after_a_duke_is_no_person() -> None:
    assert _add("On Monday they drank all night in the Duke of Weir hotel in the town.") == []


def test_whose_title_it_is_goes_by_the_name() -> None:
    text = "On Monday Ann Lee, the Duchess of Weir, came to the town. Later on the Duchess of Weir went home again."
    page = Page(text)
    assert _add(text, Name(page.span("Ann Lee"), "person")) == [("Ann Lee", "person")]
    text = text.replace("the Duchess of Weir,", "2nd Countess of Weir,").replace("Duchess", "Countess")
    page = Page(text)
    assert _add(text, Name(page.span("Ann Lee"), "person")) == [("Ann Lee", "person")]
