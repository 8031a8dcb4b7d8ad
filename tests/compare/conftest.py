"""Invented articles about one event, analysed once."""

from functools import cache
from pathlib import Path

import pytest

from reader import analyse
from reader.analysis import Analysis
from reader.article import Article, article_from_text

TEXTS = Path(__file__).parent / "texts"
FIRST = (TEXTS / "first.txt").read_text(encoding="utf-8")
SECOND = (TEXTS / "second.txt").read_text(encoding="utf-8")
OTHER = (TEXTS / "other.txt").read_text(encoding="utf-8")

Pair = tuple[Article, Analysis]


@cache
def analysed(text: str) -> Pair:
    """The article of a text and what was found in it."""
    article = article_from_text(text)
    return article, analyse(article)


@pytest.fixture(scope="session")
def first() -> Pair:
    return analysed(FIRST)


@pytest.fixture(scope="session")
def second() -> Pair:
    return analysed(SECOND)


@pytest.fixture(scope="session")
def other() -> Pair:
    return analysed(OTHER)
