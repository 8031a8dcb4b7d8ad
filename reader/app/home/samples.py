"""The bundled articles, to try."""

import re
from html import unescape
from pathlib import Path

from reader.app.home.asked_rows import Listing
from reader.app.widgets.rows import Line
from reader.app.widgets.wrapping import shortened
from reader.article import safe_text
from reader.resources import bundled

_TITLE = re.compile(r"<h1[^>]*>([^<]+)|^title:\s*(?=\S)(.+)$|^# (.+)$", re.MULTILINE)
_FIRST_LINE = re.compile(r"^\s*(\S.*)$", re.MULTILINE)

_ENDINGS = (".txt", ".md", ".html", ".htm")


def samples() -> list[Path]:
    """The bundled sample articles, sorted by name."""
    try:
        return sorted(path for path in bundled("sample_articles").iterdir() if path.suffix in _ENDINGS)
    except FileNotFoundError:
        return []


def title_of(path: Path) -> str:
    """A sample's title, found in its first lines; its file name where there is none."""
    try:
        head = path.read_text(encoding="utf-8")[:4_000]
    except (OSError, UnicodeDecodeError):
        head = ""
    found = _TITLE.search(head) if path.suffix != ".txt" else _FIRST_LINE.search(head)
    words = next((group for group in found.groups() if group), "") if found else path.stem
    return safe_text(unescape(words).strip(" \"'"), lines=False)


def sample_listing() -> Listing:
    """The samples with their titles, all at hand."""
    rows = tuple((path, title_of(path)) for path in samples())

    async def load(offset: int, limit: int) -> tuple[tuple[Path, str], ...]:
        return rows[offset : offset + limit]

    return Listing("samples", len(rows), load, _draw_sample, nothing="No samples are installed.", first=rows)


def _draw_sample(item: tuple[Path, str], width: int) -> list[Line]:
    path, title = item
    remark = path.suffix[1:]
    title = shortened(title, width - len(remark) - 8)
    gap = " " * max(2, width - len(title) - len(remark) - 5)
    return [[("    ", ""), (title, ""), (gap + remark, "dim")]]
