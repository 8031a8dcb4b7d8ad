"""Many articles in a row are found to say what each says alone, whatever is read ahead of them."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import suppress

import pytest

from reader.analysis import analyse, analyse_many
from reader.analysis.many import begin_ahead
from reader.analysis.model import Analysis
from reader.analysis.tagger import Begun, use_threads
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


def test_what_was_begun_and_is_not_asked_for_any_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Begun] = []

    def begin(article: Article) -> Begun | None:
        started = begin_ahead(article)
        if started is not None:
            begun.append(started)
        return started

    monkeypatch.setattr("reader.analysis.many.begin_ahead", begin)
    several = analyse_many(articles())
    next(several)
    several.close()
    assert len(begun) > 2
    for one in begun:
        for window in one.reading:
            with suppress(CancelledError):
                window.result()
    assert all(window.done for one in begun for window in one.reading)


def test_lengths_and_voices_are_as_in_each_alone() -> None:
    given = articles()[3:6]
    found = [what for _, what in analyse_many(given, sentences=2, voices=True)]
    assert found == [analyse(article, sentences=2, voices=True) for article in given]
    assert [what for _, what in analyse_many(given, words=20)] == [analyse(article, words=20) for article in given]


def test_what_keeps_the_network_from_beginning_shows_where_the_article_is_analysed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> Begun:
        raise MemoryError("too long")

    monkeypatch.setattr("reader.analysis.claims.begin_tagging", fail)
    assert begin_ahead(articles()[0]) is None
    ((_, what),) = analyse_many(articles()[:1])
    assert isinstance(what, MemoryError)
