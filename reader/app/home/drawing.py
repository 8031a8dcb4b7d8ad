"""Rows of the home screen as lines: articles, highlights, people, what one said, what a search found."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from rich.cells import cell_len, set_cell_size

from reader.app.state.ages import ago, on_day
from reader.app.state.key_names import with_keys
from reader.app.widgets.rows import Line
from reader.app.widgets.wrapping import shortened
from reader.article import safe_text
from reader.article.model import Span
from reader.article.text.counted import many
from reader.export.claim_words import with_denial
from reader.library.front import Row
from reader.library.model import Entry, Hit, Mark, Person, Said

ONE_LINE = 110
"""Cells from which an article takes one line."""

WORDS_A_MINUTE = 230


def flat(text: str) -> str:
    """Text on one line, safe for a terminal."""
    return " ".join(safe_text(text, lines=False).split())


def title_of(entry: Entry) -> str:
    """What an article is called: its title, else its address or file."""
    if entry.title:
        return flat(entry.title)
    return flat(entry.source if "://" in entry.source else Path(entry.source).name)


def outlet_of(entry: Entry) -> str:
    """Where an article appeared, or ""."""
    return flat(entry.site or "")


def age_of(entry: Entry, now: float) -> str:
    """When an article appeared, else when it was added, in words."""
    published = entry.published or ""
    try:
        if len(published) > 10:
            return ago(datetime.fromisoformat(published).timestamp(), now)
        return on_day(date.fromisoformat(published), now)
    except (ValueError, OverflowError, OSError):
        return ago(entry.added, now)


def article_height(width: int) -> int:
    """Lines that an article takes."""
    return 1 if width >= ONE_LINE else 2


def draw_article(row: Row, width: int, *, now: float, doing: Mapping[int, str]) -> list[Line]:
    """Title, outlet, age, minutes, and who says most; of what has no text yet, how far it is."""
    entry = row.entry
    title = title_of(entry)
    sign = ("★ ", "mark") if entry.starred else ("  ", "")
    read = f"{row.read:.0%}" if entry.state == "reading" and row.read else ""
    minutes = f"{-(-entry.words // WORDS_A_MINUTE)} min" if entry.words else ""
    tags = " ".join(f"#{flat(tag)}" for tag in entry.tags)
    age = age_of(entry, now)
    told = _told(row, doing, width - 5 if width < ONE_LINE else width * 3 // 5)
    if width < ONE_LINE:
        facts = [told] if told else [outlet_of(entry), age, minutes, read, claims_words(row), tags]
        below = " · ".join(filter(None, facts))
        return [
            [("  ", ""), sign, (shortened(title, width - 5), "name")],
            [("    ", ""), (shortened(below, width - 5), "" if told else "dim")],
        ]
    if told:
        return [[("  ", ""), sign, *_parted(title, told, width - 4, ""), (told, "")]]
    outlet = set_cell_size(shortened(outlet_of(entry), 20), 22)
    right = f"{outlet}{age:<13}{minutes:>7}  {read:<5}" + set_cell_size(shortened(claims_words(row), 30), 30)
    if tags:
        title = f"{title}  {tags}"
    return [[("  ", ""), sign, *_parted(title, right, width - 4, "name"), (right, "dim")]]


def _told(row: Row, doing: Mapping[int, str], room: int) -> str:
    """How far an article without a text is, in at most `room` cells; "" for one that is there."""
    if told := doing.get(row.entry.number, ""):
        return shortened(told, room)
    if row.problem:
        again = with_keys(" · ‹home.retry› tries again")
        return shortened(f"✗ {flat(row.problem)}", room - cell_len(again)) + again
    return "" if row.problem is None else "waits for its text"


def _parted(left: str, right: str, width: int, style: str) -> Line:
    left = shortened(left, width - cell_len(right) - 2)
    return [(left, style), (" " * max(2, width - cell_len(left) - cell_len(right)), "")]


def claims_words(row: Row) -> str:
    """ "25 claims · Reuter 26%", as far as it is known."""
    claims = row.claims
    if not claims:
        return ""
    told = many(claims, "claim")
    return f"{told} · {flat(row.voice)} {row.voice_share:.0%}" if row.voice else told


def draw_mark(item: tuple[Mark, Entry], width: int, *, now: float) -> list[Line]:
    """The words, then the note with its tags, the article and when it was marked."""
    mark, entry = item
    words = shortened(f"“{flat(mark.anchor.exact)}”", width - 5)
    gone = "" if mark.span else "its words are gone · "
    where = f"{gone}{title_of(entry)} · {ago(mark.at, now)}"
    tags = shortened(" ".join(f"#{flat(tag)}" for tag in mark.tags_behind), (width - 8) // 3)
    note = shortened(flat(mark.note), (width - 8) * 2 // 3 - cell_len(tags))
    note = f"{note} {tags}".strip()
    below: Line = [("    ", "")]
    if note:
        below += [(note, "name"), (" · ", "dim")]
    below.append((shortened(where, width - 6 - (cell_len(note) + 3 if note else 0)), "dim"))
    return [[("  ▎ ", "mark"), (words, "")], below]


def draw_person(person: Person, width: int) -> list[Line]:
    """Who it is, and how often, where and when they are quoted."""
    name = flat(person.name)
    role = flat(person.roles[-1]) if person.roles else ""
    days = person.first if person.first == person.last else f"{person.first} – {person.last}".strip(" –")
    told = many(person.claims, "claim")
    told += f" in {many(person.articles, 'article')}"
    right = f"{told:<28}{days:>24}" if width >= ONE_LINE else told
    left = shortened(name, width - cell_len(right) - 8)
    room = width - 6 - cell_len(left) - cell_len(right) - 2
    role = shortened(role, room) if room > 4 else ""
    gap = " " * max(2, width - 4 - cell_len(left) - cell_len(right) - (cell_len(role) + 2 if role else 0))
    return [[("  ", ""), (left, "name"), (f"  {role}" if role else "", ""), (gap, ""), (right, "dim")]]


def draw_said(said: Said, width: int, *, named: bool = False) -> list[Line]:
    """What was said, then by whom it is told, where and when."""
    words = shortened(with_denial(flat(said.denial), flat(said.words)), width - 5)
    tellers = flat(said.chain).removeprefix(flat(said.speaker)).removeprefix(", as told by ")
    chain = f"by way of {tellers}" if tellers and tellers != flat(said.speaker) else ""
    who = flat(said.speaker) if named else ""
    yours = "set right by you" if said.yours else ""
    facts = " · ".join(filter(None, (who, chain, said.day, flat(said.site or ""), flat(said.title or ""), yours)))
    sign = "│" if said.kind == "direct" else "┆" if said.kind == "indirect" else "╎"
    return [[(f"  {sign} ", "dim"), (words, "")], [("    ", ""), (shortened(facts, width - 6), "dim")]]


def draw_hit(hit: Hit, width: int) -> list[Line]:
    """The words around what was found, with that lit, then who, where and when."""
    denial = with_denial(flat(hit.denial), "")
    words, found = around(hit.words, hit.found, width - 5 - cell_len(denial))
    line: Line = [("  ▎ " if hit.kind == "mark" else "    ", "mark")]
    line += [(denial, "dim")] if denial else []
    at = 0
    for start, end in found:
        line += [(words[at:start], ""), (words[start:end], "mark")]
        at = end
    line.append((words[at:], ""))
    speaker = flat(hit.speaker) if hit.kind == "claim" else ""
    facts = " · ".join(filter(None, (speaker, flat(hit.title or ""), flat(hit.site or ""), hit.day)))
    return [line, [("    ", ""), (shortened(facts, width - 6), "dim")]]


def around(words: str, found: tuple[Span, ...], width: int) -> tuple[str, tuple[Span, ...]]:
    """The stretch of words that fits a width and holds the first of what was found, and where that stands in it."""
    words = "".join(" " if letter.isspace() else letter for letter in words)
    first = found[0][0] if found else 0
    start = 0 if cell_len(words) <= width or first < width * 2 // 3 else first - width // 3
    lead = "…" if start else ""
    shown = shortened(lead + words[start:], width)
    moved = [(a - start + len(lead), b - start + len(lead)) for a, b in found if a >= start]
    return shown, tuple((a, min(b, len(shown))) for a, b in moved if a < len(shown))
