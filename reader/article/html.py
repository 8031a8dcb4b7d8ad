"""A web page becomes an article: facts from its metadata, body from trafilatura, captions and standfirst put back."""

import re
from collections.abc import Iterator, Sequence

import lxml.html
from lxml.html import HtmlElement

from reader.article.assemble import Facts, Piece, Run, assemble, piece
from reader.article.html_body import body_pieces
from reader.article.html_facts import page_facts, page_language
from reader.article.html_figures import captions, place_captions, standfirst
from reader.article.lines import dateline_end, ends_like_a_sentence, is_credit, is_junk, is_note
from reader.article.model import Article, ArticleError

_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def article_from_html(text: str, *, source: str = "", url: str | None = None) -> Article:
    """The article of one web page. Raises ArticleError when the page holds none, or only a notice about itself."""
    page = parse_page(text)
    facts = page_facts(page, url)
    drop_hidden(page)
    found = captions(page)
    pieces = body_pieces(page)
    if not pieces:
        raise ArticleError(_nothing_in(page))
    above = standfirst(page, pieces)
    pieces = place_captions(list(_sorted_out(pieces)), found)
    facts["language"] = page_language(page)
    return assemble(_head(facts, above, pieces) + pieces, facts, source=source, base=facts.get("url") or url)


def parse_page(text: str) -> HtmlElement:
    """The element tree of a page; of an empty one when nothing can be parsed."""
    text = _DECLARATION.sub("", _UNPARSABLE.sub("", text))
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return lxml.html.document_fromstring("<html><body></body></html>")
    return page


def drop_hidden(page: HtmlElement) -> None:
    """Takes out what a browser would not show or read out, unless that is most of the page's words."""
    hidden = [
        element
        for element in page.iterdescendants()
        if isinstance(element.tag, str)
        and (
            "hidden" in element.attrib
            or element.get("aria-hidden") == "true"
            or _HIDDEN_STYLE.search(element.get("style", ""))
        )
        and element.tag not in ("html", "body")
    ]
    for element in hidden:
        parent = element.getparent()
        if parent is not None and len(element.findall(".//p")) < 4:
            element.drop_tree()


def _sorted_out(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Paragraphs that only advertise, point elsewhere or annotate become "other"; datelines are parted."""
    for index, given in enumerate(pieces):
        words = " ".join(given.text.split())
        if given.kind in ("paragraph", "list-item", "heading") and (
            is_junk(words)
            or (given.kind != "heading" and _only_a_link(given) and not ends_like_a_sentence(words))
            or (index >= len(pieces) - 3 and is_note(words))
        ):
            yield Piece("other", given.runs)
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


def _head(facts: Facts, above: str | None, pieces: list[Piece]) -> list[Piece]:
    head: list[Piece] = []
    title = facts.get("title")
    if title:
        head.append(piece("title", title))
        if pieces and pieces[0].kind == "heading" and _same(pieces[0].text, title):
            del pieces[0]
    if above and not (title and _same(above, title)) and not any(_same(above, p.text) for p in pieces[:3]):
        head.append(piece("standfirst", above))
    names = facts.get("byline", ())
    if names:
        head.append(piece("byline", "By " + " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))))
    return head


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def _nothing_in(page: HtmlElement) -> str:
    return "no article was found on the page; open the article's own page or paste its text"
