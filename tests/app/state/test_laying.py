"""What several articles carry, laid out as a table."""

from reader import analyse
from reader.app.state.laying import tabulate
from reader.article import article_from_text
from reader.compare import compare

SAID = "Boats stall\n\nAnn Lee, the minister, said on Monday that the boats would sail in June."


def test_a_row_of_what_somebody_denied_has_the_word_that_denies_it() -> None:
    texts = (SAID, SAID, f"{SAID}\n\nCy Dow, the owner, denied that the boats were unsafe.")
    sides = [(article, analyse(article)) for article in map(article_from_text, texts)]
    table = tabulate(sides, ("one", "two", "three"), compare(sides))
    assert {(row.speaker, row.words) for row in table.rows} == {
        ("Ann Lee", "that the boats would sail in June"),
        ("Cy Dow", "[denied] that the boats were unsafe"),
    }
