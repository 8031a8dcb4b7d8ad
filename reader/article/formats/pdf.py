"""A PDF becomes an article: its words, as pdfium finds them, flow together into paragraphs again."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.article.assemble import MOST_CHARACTERS, Facts, Piece, assemble, piece
from reader.article.formats.pdf_flow import paragraphs_of_lines
from reader.article.formats.pdf_heads import notes_apart, opens_note, without_heads
from reader.article.formats.pdf_page import Line, Row, Word, lines_of, row_size, rows_of
from reader.article.formats.plain import body_piece
from reader.article.model import Article, ArticleError
from reader.article.text.bylines import byline_names, names_in
from reader.article.text.dates import parse_date
from reader.article.text.line_kinds import date_of_line, headline_title
from reader.article.text.safe import safe_text

_MOST_PAGES = 1000
_HEAD_PARAGRAPHS = 8
_PRINTED_WORD = re.compile("[^\\s\ufffe\x02]+[\ufffe\x02]?")
"""A word, or the part of it that stands on one line: pdfium sets a mark where a hyphen breaks it."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_RAISED_MARK = re.compile(r"(?<=[.,;:!?”\"’)\]])\d{1,3}$|(?<=[^\W\d_]{4})\d{1,3}$|(?<=\w)[*†‡§]{1,2}$")


def article_from_pdf(data: bytes, *, source: str = "") -> Article:
    """The text of a PDF, column after column, its notes at the end. Raises ArticleError."""
    pages, facts, about = _read(data)
    body = _body_size(pages)
    lines: list[Line] = []
    kept, heads = without_heads(pages, body)
    for number, rows in enumerate(kept):
        lines += lines_of(rows, number, 1 + lines[-1].column if lines else 0)
    if sum(len(line.words) for line in lines) < 20:
        raise ArticleError("the PDF holds pictures of pages and no text; run it through text recognition (OCR) first")
    facts |= _stated(about, lines)
    lines, notes = notes_apart(lines, body)
    pieces = _pieces(paragraphs_of_lines(lines, body), body, facts)
    pieces += [piece("paragraph", words) for words in _notes(notes, body)]
    if not facts.get("published"):
        facts["published"] = next((found[0] for head in heads if (found := parse_date(head))), None)
    return assemble(pieces, facts, source=source)


def _read(data: bytes) -> tuple[list[list[Row]], Facts, dict[str, str]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ArticleError("the PDF is locked with a password; save a copy without one") from None
        raise ArticleError("the PDF is damaged; get a fresh copy") from None
    pages: list[list[Row]] = []
    facts: Facts = {}
    length = 0
    about: dict[str, str] = {}
    try:
        count = len(document)
        for number in range(min(count, _MOST_PAGES)):
            page = document[number]
            words = list(_words(page.get_textpage()))
            page.close()
            pages.append(rows_of(words))
            length += sum(len(word.text) for word in words)
            if length > MOST_CHARACTERS:
                break
        if count > _MOST_PAGES:
            facts["notes"] = (f"only the first {_MOST_PAGES} of {count} pages were read",)
        about = document.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError:
        if not any(pages):
            raise ArticleError("the PDF is damaged; get a fresh copy") from None
    finally:
        document.close()
    return pages, facts, about


def _words(page: Any) -> Iterator[Word]:
    """The words of a page with their places; those that stand upright where most do, else turned to stand so."""
    text = page.get_text_range()
    if len(text) != page.count_chars():  # some characters count twice there
        text = "".join(map(_character, (_raw().FPDFText_GetUnicode(page.raw, at) for at in range(page.count_chars()))))
    found = [_word(page, match) for match in _PRINTED_WORD.finditer(text)]
    page.close()
    turns = [turn for _, turn, length in found for _ in range(length)]
    most = max(set(turns), key=turns.count, default=0)
    yield from (_turned(word, most) for word, turn, _ in found if turn == most)


def _raw() -> Any:
    from pypdfium2 import raw

    return raw


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _word(page: Any, match: re.Match[str]) -> tuple[Word, int, int]:
    """A word, by how many quarters it is turned, and how many letters say so."""
    raw = _raw()
    first, last = match.start(), match.end() - 1
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page.raw, first, x, y)
    left, bottom, right, top = page.get_charbox(first)
    if last > first:
        _, other_bottom, right, other_top = page.get_charbox(last)
        bottom, top = min(bottom, other_bottom), max(top, other_top)
    size = raw.FPDFText_GetFontSize(page.raw, first)
    quarters = round(raw.FPDFText_GetCharAngle(page.raw, first) / (math.pi / 2)) % 4
    text = match.group().translate(_LIGATURES)
    if last > first and raw.FPDFText_GetFontSize(page.raw, last) < 0.85 * size:
        end = ctypes.c_double()
        raw.FPDFText_GetCharOrigin(page.raw, last, x, end)
        text = _RAISED_MARK.sub("", text) if end.value > y.value + 0.1 * size else text
        raw.FPDFText_GetCharOrigin(page.raw, first, x, y)
    places = (left, right, y.value) if not quarters % 2 else (bottom, top, x.value)
    return Word(text, *places, round(max(size, 0.1), 1)), quarters, len(text)


def _turned(word: Word, quarters: int) -> Word:
    """A word as it stands when the page is turned back; pdfium counts the quarters clockwise."""
    match quarters:
        case 3:
            return Word(word.text, word.left, word.right, -word.base, word.size)
        case 2:
            return Word(word.text, -word.right, -word.left, -word.base, word.size)
        case 1:
            return Word(word.text, -word.right, -word.left, word.base, word.size)
    return word


def _body_size(pages: Sequence[Sequence[Row]]) -> float:
    """The font size that most letters have."""
    sizes: dict[float, int] = {}
    for rows in pages:
        for row in rows:
            size = row_size(row)
            sizes[size] = sizes.get(size, 0) + sum(len(word.text) for word in row)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _stated(about: dict[str, str], lines: Sequence[Line]) -> Facts:
    """Title and authors of the PDF's own description, where the first page shows them too."""
    shown = " ".join(" ".join(line.words for line in lines if line.page == 0).split()).casefold()
    title = safe_text(about.get("Title", ""), lines=False)
    names = tuple(
        name for name in names_in(safe_text(about.get("Author", ""), lines=False)) if name.casefold() in shown
    )
    facts: Facts = {"title": title if len(title) > 8 and title.casefold() in shown else None}
    if names:
        facts["byline"] = names
    return facts


def _pieces(paragraphs: Sequence[Line], body: float, facts: Facts) -> list[Piece]:
    texts = [paragraph.words for paragraph in paragraphs]
    pieces: list[Piece] = []
    sizes = [p.size for p in paragraphs[:_HEAD_PARAGRAPHS] if p.page == 0 and _is_large(p, body)]
    title_size = max(sizes, default=0.0)
    title_at = next((at for at, p in enumerate(paragraphs[:_HEAD_PARAGRAPHS]) if p.size >= 0.95 * title_size > 0), -1)
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.words
        in_head = index < title_at + _HEAD_PARAGRAPHS
        if index == title_at:
            facts["title"] = headline_title(words)
            pieces.append(piece("title", words))
        elif in_head and (date := date_of_line(words)):
            facts["published"] = date
            pieces.append(piece("date", words))
        elif index < title_at and len(words) < 60:
            pieces.append(piece("other", words))  # a kicker, or the name of the paper
        elif in_head and index > title_at >= 0 and (names := _byline(words, pieces)):
            facts["byline"] = names
            pieces.append(piece("byline", words))
        elif _is_large(paragraph, body):
            standfirst = index == title_at + 1 > 0 and len(words) > 60
            pieces.append(piece("standfirst", words) if standfirst else piece("heading", words, level=2))
        else:
            pieces += body_piece(texts, index, facts)
    return pieces


def _is_large(paragraph: Line, body: float) -> bool:
    return paragraph.size > body * 1.12 and len(paragraph.words) < 250


def _byline(words: str, before: Sequence[Piece]) -> tuple[str, ...]:
    """The names of a line below the title that says `By`, or holds nothing but names."""
    if any(found.kind in ("byline", "paragraph") for found in before):
        return ()
    names = byline_names(words)
    if names or len(words) > 100:
        return names
    names = names_in(words)
    whole = all(1 < len(name.split()) < 5 for name in names)
    return names if whole and sum(map(len, names)) >= 0.75 * len(words) else ()


def _notes(lines: Sequence[Line], body: float) -> Iterator[str]:
    """The notes, one by one."""
    group: list[Line] = []
    for line in lines:
        if group and opens_note(line.words):
            yield " ".join(found.words for found in paragraphs_of_lines(group, body))
            group = []
        group.append(line)
    if group:
        yield " ".join(found.words for found in paragraphs_of_lines(group, body))
