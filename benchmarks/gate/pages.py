"""Pages, mails and feeds of our own against the text that they should become.

Each page weighs the same. Paragraphs and words of the body are compared as F1 (a paragraph counts when all its words
are the same), their order by neighbours, authors as F1 of whole names, the title by its words, the date by its day.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.gate.figures import Share
from benchmarks.gate.marks import GOLD
from reader.article import Article, ArticleError, open_article
from reader.article.model import BODY_KINDS

PAGES = GOLD / "pages"


@dataclass(frozen=True)
class Page:
    """A page's file (and the number of its item), and what a reader should see of it; what is None is not asked for."""

    name: str
    source: str
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    body: tuple[str, ...]
    language: str | None = None
    site: str | None = None
    standfirst: str | None = None
    captions: tuple[str, ...] = ()


def every() -> list[Page]:
    """All pages, by the names of their files."""
    return [read(path) for path in sorted(PAGES.glob("*.json"))]


def read(path: Path) -> Page:
    """What is expected of one page. Raises KeyError for a field left out."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    source = str(path.parent / data["page"]) + data.get("item", "")
    return Page(
        path.stem,
        source,
        data["title"],
        tuple(data["byline"]),
        data["published"],
        tuple(data["body"]),
        data.get("language"),
        data.get("site"),
        data.get("standfirst"),
        tuple(data.get("captions", ())),
    )


def words(text: str | None) -> str:
    """A text's words alone, lower-case."""
    return " ".join(re.findall(r"\w+", (text or "").casefold()))


def paragraphs(article: Article) -> list[str]:
    """The body's paragraphs; a date line opens the one that it stands in."""
    found: list[str] = []
    opening = ""
    for block in article.blocks:
        if block.kind in BODY_KINDS:
            text = f"{opening} {article.words_of(block.span)}".strip()
            opening = text if block.kind == "dateline" else ""
            if not opening:
                found.append(text)
    return [*found, opening] if opening else found


def in_order(wanted: Sequence[str], found: Sequence[str]) -> Share:
    """Of the neighbours among the wanted paragraphs that were found, those that still stand in their order."""
    places = [found.index(text) for text in dict.fromkeys(wanted) if text in found]
    return Share(sum(one < other for one, other in pairwise(places)), max(len(places) - 1, 0))


def f1(wanted: Counter[str], found: Counter[str]) -> Share:
    """F1 of two bags, as a share of one; nothing wanted and nothing found is right."""
    both = wanted.total() + found.total()
    return Share(2 * (wanted & found).total() / both if both else 1.0, 1)


def opened(page: Page) -> Article | None:
    """The page as an article; None where it could not be read."""
    try:
        return open_article(page.source)
    except ArticleError:
        return None


def figures(page: Page, article: Article | None) -> dict[str, Share]:
    """The shares of one page; a page that could not be read has everything wrong."""
    if article is None:
        return {name: Share(0, share.of) for name, share in figures(page, Article("", ())).items()}
    body = paragraphs(article)
    return {
        "pages: paragraphs": f1(Counter(map(words, page.body)), Counter(map(words, body))),
        "pages: paragraphs in order": in_order(list(map(words, page.body)), list(map(words, body))),
        "pages: words": f1(Counter(words(" ".join(page.body)).split()), Counter(words(" ".join(body)).split())),
        "pages: title": Share(words(page.title) == words(article.title), 1),
        "pages: authors": f1(Counter(map(words, page.byline)), Counter(map(words, article.byline))),
        "pages: date": Share((page.published or "")[:10] == (article.published or "")[:10], 1),
        "pages: language": asked(page.language, [article.language.split("-")[0]]),
        "pages: site, standfirst, captions": sum(
            (
                asked(page.site, [article.site or ""]),
                asked(page.standfirst, article.texts(frozenset(("standfirst",)))),
                *(asked(caption, article.texts(frozenset(("caption",)))) for caption in page.captions),
            ),
            Share(),
        ),
    }


def asked(wanted: str | None, found: Iterable[str]) -> Share:
    """Whether what is asked for is among the found, by its words; nothing of nothing where it is not."""
    return Share() if wanted is None else Share(words(wanted) in map(words, found), 1)
