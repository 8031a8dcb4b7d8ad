"""Plain text the way people paste it: hard-wrapped or not, with or without a title, bylines and datelines."""

from collections.abc import Iterator, Sequence

from reader.article.assemble import Facts, Piece, assemble, piece
from reader.article.formats.plain_head import HEAD_LINES, take_head
from reader.article.formats.plain_wrapped import is_item, items_of, paragraphs_of
from reader.article.model import Article
from reader.article.text.bylines import byline_before_place, byline_names
from reader.article.text.datelines import dateline_end, day_end
from reader.article.text.dates import parse_date
from reader.article.text.line_kinds import date_of_line, is_credit, is_junk, is_note
from reader.article.text.page_words import is_button
from reader.article.text.patterns import compile_later
from reader.article.text.safe import safe_text

_SPEAKER = compile_later(
    r"^(?:[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+)*(?: \([^)]*\))?|Q|A|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?):\s"
)
_SIGN_OFF = compile_later(r"^[-–—]+\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\.?$")


def article_from_text(text: str, *, source: str = "") -> Article:
    """The article of pasted plain text. Every word stays: lines of no interest become blocks of kind "other"."""
    paragraphs = list(paragraphs_of(safe_text(text)))
    facts: Facts = {}
    pieces, start = take_head(paragraphs, facts)
    for index in range(start, len(paragraphs)):
        pieces += body_piece(paragraphs, index, facts)
    return assemble(pieces, facts, source=source)


def body_piece(paragraphs: Sequence[str], index: int, facts: Facts) -> Iterator[Piece]:
    """The piece, the dateline and the paragraph, or the items of a list, that one paragraph below the head of an
    article is."""
    line = paragraphs[index]
    last = index >= len(paragraphs) - 2
    if is_junk(line) or (index < HEAD_LINES and is_button(line)) or (last and _SIGN_OFF.match(line)) or is_note(line):
        yield piece("other", line)
    elif is_credit(line):
        yield piece("caption", line)
    elif index < HEAD_LINES and (date := date_of_line(line)):
        facts.setdefault("published", date)
        yield piece("date", line)
    elif byline_names(line) and (last or not facts.get("byline")) and len(line.split()) <= 12:
        facts.setdefault("byline", byline_names(line))
        yield piece("byline", line)
    elif line.startswith(">"):
        yield piece("quote", line.lstrip("> "))
    elif is_item(line):
        yield piece("list-item", line)
    elif items := items_of(line):
        yield from (piece("list-item", item) for item in items)
    elif _is_heading(line, paragraphs[index + 1 : index + 2]):
        yield piece("heading", line, level=2)
    elif not facts.get("byline") and dateline_end(line) and (at := byline_before_place(line)):
        facts["byline"] = byline_names(line[:at])
        yield piece("byline", line[:at], run_in=True)
        yield from dated(line[at:], facts)
    else:
        yield from dated(line, facts, _lone_day_end(paragraphs, index))


def dated(line: str, facts: Facts, opening: int = 0) -> Iterator[Piece]:
    """A paragraph, its dateline as a piece of its own that runs in; its day is the article's where none was told.
    `opening` is the length of a day that is one by itself."""
    end = dateline_end(line) or opening
    if end:
        if "published" not in facts and (day := parse_date(line[:end])):
            facts["published"] = day[0]
        yield piece("dateline", line[:end], run_in=True)
    yield piece("paragraph", line[end:])


def _lone_day_end(paragraphs: Sequence[str], index: int) -> int:
    """Length of the day that opens a paragraph near the top and no other one, as days do in a list of what happened
    when; 0 if none does."""
    end = day_end(paragraphs[index]) if index < HEAD_LINES else 0
    return end if end and sum(day_end(line) > 0 for line in paragraphs) == 1 else 0


def _is_heading(line: str, following: Sequence[str]) -> bool:
    """A short line without a stop above a longer paragraph."""
    if (
        not following
        or len(line) > 80
        or len(following[0]) < 60
        or _SPEAKER.match(line)
        or not (line[0].isupper() or line[0].isdigit())
    ):
        return False
    return not (line[-1] in ".,;:…—-\"”’')!" or dateline_end(line) or line[0] in "\"“‘'") and len(line.split()) <= 10
