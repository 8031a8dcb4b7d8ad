"""A web page becomes an article: facts from its metadata, body from trafilatura, captions and standfirst put back."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from reader.article.assemble import Piece, Run, assemble
from reader.article.html.asides import drop_asides
from reader.article.html.body import body_pieces
from reader.article.html.clean import parse_page, wrap_loose_lines
from reader.article.html.facts import Habit, date_habit, page_facts, page_language, shown_date
from reader.article.html.head import head_of
from reader.article.html.hidden import drop_hidden, open_forms
from reader.article.html.linked_data import linked_data, written_in_data
from reader.article.html.notes import drop_note_marks
from reader.article.html.notices import excerpt_note, not_free, wall
from reader.article.html.standfirst import standfirst
from reader.article.html.visible_text import visible_pieces
from reader.article.model import Article, ArticleError
from reader.article.text.datelines import dateline_end
from reader.article.text.line_kinds import date_of_line, ends_like_a_sentence, is_credit, is_junk, is_note

MOST_ELEMENTS = 15_000
"""Of a page that extraction is tried on, whose cost grows faster than the page; real articles have up to 2,000."""


def article_from_html(text: str, *, source: str = "", url: str | None = None) -> Article:
    """The article of one web page. Raises ArticleError when the page holds none, or only a notice about itself."""
    page = parse_page(text)
    data = linked_data(page)
    facts = page_facts(page, url, data)
    closed = not_free(page)
    drop_hidden(page)
    open_forms(page)
    drop_asides(page)
    drop_note_marks(page)
    wrap_loose_lines(page)
    if _elements(page) > MOST_ELEMENTS:
        pieces = visible_pieces(_main_part(page))
        facts["notes"] = ("the page is too large to tell its article from the rest, so all its text is shown",)
    else:
        pieces = body_pieces(page)
    told = written_in_data(data, pieces)
    pieces = told or pieces
    words = sum(len(given.text.split()) for given in pieces)
    reason = None if told else wall(page, words, url)
    if reason:
        raise ArticleError(reason)
    if not pieces:
        pieces = visible_pieces(_main_part(page))
    if not pieces:
        raise ArticleError("no article was found on the page; open the article's own page or paste its text")
    note = excerpt_note(page, words, closed)
    if note:
        facts["notes"] = (*facts.get("notes", ()), note)
    above = standfirst(page, pieces)
    habit = date_habit(page, facts.get("url"))
    pieces = list(_sorted_out(pieces, habit))
    facts["language"] = page_language(page)
    head = head_of(facts, above, shown_date(page, facts.get("published"), habit), pieces, habit)
    return assemble(head + pieces, facts, source=source, base=facts.get("url") or url)


def _elements(page: HtmlElement) -> int:
    return sum(1 for _ in page.iter())


def _main_part(page: HtmlElement) -> HtmlElement:
    """The first article or main element, where it holds most of the page's words; else the whole page."""
    for tag in ("article", "main"):
        found = next(page.iter(tag), None)
        if found is not None and 2 * len(found.text_content()) > len(page.text_content()):
            return found
    return page


def _sorted_out(pieces: Sequence[Piece], habit: Habit) -> Iterator[Piece]:
    """Paragraphs that only advertise, point elsewhere or annotate become "other"; datelines are parted."""
    linked = sum(_only_a_link(given) for given in pieces)
    point_away = linked * 4 < len(pieces)  # else links are what the article is made of
    for index, given in enumerate(pieces):
        words = " ".join(given.text.split())
        if given.kind in ("paragraph", "list-item", "heading") and (
            is_junk(words)
            or (point_away and given.kind != "heading" and _only_a_link(given) and not ends_like_a_sentence(words))
            or (index >= len(pieces) - 3 and is_note(words))
        ):
            yield Piece("other", given.runs)
        elif given.kind == "paragraph" and index < 3 and date_of_line(words, **habit):
            yield Piece("date", given.runs)
        elif given.kind == "paragraph" and is_credit(words):
            yield Piece("caption", given.runs)
        elif given.kind == "paragraph" and index < 3:
            yield from _dated(given)
        else:
            yield given


def _only_a_link(given: Piece) -> bool:
    linked = sum(len(run.text.strip()) for run in given.runs if run.url)
    return linked > 20 and linked >= 0.9 * len(given.text.strip())


def _dated(given: Piece) -> Iterator[Piece]:
    end = dateline_end(given.text.lstrip())
    end += len(given.text) - len(given.text.lstrip()) if end else 0
    if not end:
        yield given
        return
    before: list[Run] = []
    after: list[Run] = []
    for run in given.runs:
        before.append(Run(run.text[:end], run.url))
        after.append(Run(run.text[end:], run.url))
        end = max(0, end - len(run.text))
    yield Piece("dateline", tuple(run for run in before if run.text), run_in=True)
    yield Piece("paragraph", tuple(run for run in after if run.text))
