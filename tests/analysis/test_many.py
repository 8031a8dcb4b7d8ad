"""Many articles in a row are found to say what each says alone, whatever is read ahead of them."""

from collections.abc import Iterator

import pytest

from reader.analysis import analyse
from reader.analysis.many import analyse_many
from reader.analysis.model import Analysis
from reader.analysis.tagger import use_threads
from reader.article import Article, article_from_text

SAID = "“The gate of lock {n} had not been looked at,” said Ines Falkner, the keeper. She said it would be mended.\n\n"


def articles() -> list[Article]:
    texts = [SAID.format(n=n) * (n + 1) for n in range(10)]
    return [
        article_from_text(text)
        for text in (*texts, "Der Bürgermeister sagte, die Brücke werde heute nicht mehr öffnen.", "Rain.")
    ]


@pytest.fixture(params=[1, 2])
def threads(request: pytest.FixtureRequest) -> Iterator[int]:
    use_threads(request.param)
    yield request.param
    use_threads(2)


def test_the_same_is_found_as_in_each_alone(threads: int) -> None:
    given = articles()
    found = list(analyse_many(given))
    assert [article for article, _ in found] == given
    assert [analysis for _, analysis in found] == [analyse(article) for article in given]


def test_what_one_raises_does_not_end_the_others() -> None:
    given = articles()[:3]
    found = [what for _, what in analyse_many(given, method="nonsense")]
    assert [isinstance(what, ValueError) for what in found] == [True] * 3


def test_no_more_is_asked_for_than_is_read_ahead() -> None:
    asked = 0

    def endless() -> Iterator[Article]:
        nonlocal asked
        while True:
            asked += 1
            yield article_from_text(SAID.format(n=asked))

    several = analyse_many(endless())
    assert all(isinstance(next(several)[1], Analysis) for _ in range(3))
    several.close()
    assert asked < 20
