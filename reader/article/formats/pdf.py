"""A PDF becomes an article: its lines, as pdfium finds them, flow together into paragraphs again."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from reader.article.assemble import MOST_CHARACTERS, Facts, Piece, assemble, piece
from reader.article.formats.plain import body_piece
from reader.article.model import Article, ArticleError
from reader.article.text.bylines import byline_names, word_set
from reader.article.text.line_kinds import date_of_line, ends_like_a_sentence, headline_title
from reader.article.text.safe import safe_text

_MOST_PAGES = 1000
_KEEPS_HYPHEN = word_set("non self ex well anti co semi half cross vice so all long high low short mid pre post")
_SOFT_HYPHEN = re.compile("[\u00ad\ufffe\x02]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, its edges and font size in points, and its page."""

    words: str
    left: float
    right: float
    bottom: float
    size: float
    page: int


def article_from_pdf(data: bytes, *, source: str = "") -> Article:
    """The text of a PDF, columns in the order they are stored. Raises ArticleError, also without pypdfium2."""
    lines, facts = _read(data)
    lines = _without_running_heads(lines)
    if sum(len(line.words) for line in lines) < 20:
        raise ArticleError("the PDF holds pictures of pages and no text; run it through text recognition (OCR) first")
    return assemble(_pieces(lines, facts), facts, source=source)


def _read(data: bytes) -> tuple[list[Line], Facts]:
    try:
        import pypdfium2
    except ImportError:
        raise ArticleError("PDF files need one more package: pip install 'reader-who-said-what[pdf]'") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ArticleError("the PDF is locked with a password; save a copy without one") from None
        raise ArticleError("the PDF is damaged; get a fresh copy") from None
    lines: list[Line] = []
    notes: tuple[str, ...] = ()
    length = 0
    try:
        pages = len(document)
        for number in range(min(pages, _MOST_PAGES)):
            page = document[number]
            found = _page_lines(page.get_textpage(), number)
            page.close()
            lines += found
            length += sum(len(line.words) for line in found)
            if length > MOST_CHARACTERS:
                break
        if pages > _MOST_PAGES:
            notes = (f"only the first {_MOST_PAGES} of {pages} pages were read",)
        about = document.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError:
        if not lines:
            raise ArticleError("the PDF is damaged; get a fresh copy") from None
        about = {}
    finally:
        document.close()
    return lines, {"title": _stated_title(about.get("Title", ""), lines), "notes": notes}


def _stated_title(title: str, lines: Sequence[Line]) -> str | None:
    """The title in the PDF's own description, where the first page shows it too."""
    title = safe_text(title, lines=False)
    first = " ".join(line.words for line in lines if line.page == 0)
    return title if len(title) > 8 and title.casefold() in " ".join(first.split()).casefold() else None


def _page_lines(page: Any, number: int) -> list[Line]:
    from pypdfium2 import raw

    text = page.get_text_range()
    lines: list[Line] = []
    start = 0
    for given in text.split("\n"):
        words = given.rstrip("\r ")
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            left, bottom, _, _ = page.get_charbox(first)
            _, _, right, _ = page.get_charbox(start + len(words) - 1)
            size = raw.FPDFText_GetFontSize(page.raw, first)
            lines.append(Line(words.strip(), left, right, bottom, round(size, 1), number))
        start += len(given) + 1
    page.close()
    return lines


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Leaves out page numbers, and lines that stand at the edge of three or more pages."""
    edges: dict[str, set[int]] = {}
    edge_lines: set[int] = set()
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    for page, indices in pages.items():
        for index in {*indices[:2], *indices[-2:]}:
            edge_lines.add(index)
            edges.setdefault(re.sub(r"\d+", "#", lines[index].words), set()).add(page)
    kept = []
    for index, line in enumerate(lines):
        pattern = re.sub(r"\d+", "#", line.words)
        number = index in edge_lines and re.fullmatch(r"(?:page )?#(?: of #| / #)?", pattern, re.IGNORECASE)
        if not number and not (index in edge_lines and len(edges[pattern]) >= 3):
            kept.append(line)
    return kept


def _pieces(lines: Sequence[Line], facts: Facts) -> list[Piece]:
    body = statistics.median_low([line.size for line in lines for _ in range(1 + len(line.words) // 20)])
    paragraphs = list(_paragraphs(lines))
    texts = [paragraph.words for paragraph in paragraphs]
    pieces: list[Piece] = []
    largest = max((p.size for p in paragraphs if p.page == 0), default=body)
    for index, paragraph in enumerate(paragraphs):
        words, large = paragraph.words, paragraph.size > body * 1.12 and len(paragraph.words) < 250
        titled = any(found.kind == "title" for found in pieces)
        if not titled and large and index < 6 and paragraph.size >= largest * 0.95:
            facts["title"] = headline_title(words)
            pieces.append(piece("title", words))
        elif titled and index < 8 and (names := byline_names(words)) and not facts.get("byline"):
            facts["byline"] = names
            pieces.append(piece("byline", words))
        elif index < 8 and (date := date_of_line(words)):
            facts["published"] = date
            pieces.append(piece("date", words))
        elif large:
            standfirst = titled and len(pieces) == 1 and len(words) > 60
            pieces.append(piece("standfirst", words) if standfirst else piece("heading", words, level=2))
        else:
            pieces += body_piece(texts, index, facts)
    return pieces


def _paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines joined into paragraphs; each keeps the size and page of its first line."""
    if not lines:
        return
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and 0 < a.bottom - b.bottom < 40]
    step = statistics.median(steps) if steps else 12.0
    current = lines[0]
    margin = lines[0].left
    width = 0.0
    for previous, line in pairwise(lines):
        moved = line.page != previous.page or line.bottom > previous.bottom + step or line.left > previous.right
        if moved:
            margin, width = line.left, 0.0
        width = max(width, previous.right - margin)
        if _starts(previous, line, moved, step, margin, width):
            yield current
            current, margin = line, line.left if moved else margin
        else:
            current = replace(current, words=_joined(current.words, line.words))
        margin = min(margin, line.left)
    yield current


def _starts(previous: Line, line: Line, moved: bool, step: float, margin: float, width: float) -> bool:
    """Whether a line opens a paragraph."""
    if abs(line.size - previous.size) > 0.1 * previous.size:
        return True
    ended = ends_like_a_sentence(previous.words)
    if moved:
        return ended and not line.words[0].islower()
    if previous.bottom - line.bottom > 1.45 * step:
        return True
    indented = line.left > margin + 0.6 * line.size and previous.left <= margin + 0.6 * line.size
    short = width > 0 and previous.right < margin + 0.8 * width
    return (indented and not line.words[0].islower()) or (short and (ended or len(previous.words) < 40))


def _joined(left: str, right: str) -> str:
    if _SOFT_HYPHEN.search(left):
        return left[:-1] + right
    if left.endswith("-") and left[-2:-1].isalpha() and right[:1].islower():
        stem = re.split(r"[^\w]", left[:-1])[-1].lower()
        return left + right if stem in _KEEPS_HYPHEN else left[:-1] + right
    return f"{left} {right}"
