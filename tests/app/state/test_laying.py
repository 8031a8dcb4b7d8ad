"""What several articles carry, laid out as a table."""

from reader import analyse
from reader.app.state.laying import lay_articles, tabulate
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


def test_of_three_articles_two_of_one_event_are_told_what_they_share() -> None:
    sides = [(article, analyse(article)) for article in map(article_from_text, (SAID, "Bread is dear\n\nIt is.", SAID))]
    found = compare(sides)
    names = ("one", "two", "three")
    assert lay_articles(sides, names, found, (0, 2)).words.startswith("1 shared")
    assert lay_articles(sides, names, found, (0, 1)).words.startswith("not about one event, it seems: 2 has")
    assert tabulate(sides, names, found).words == "1 statement shared · 2 has little in common with the others"
