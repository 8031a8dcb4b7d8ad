"""CSV files of Pocket, Instapaper, Readwise, Readwise Reader and Raindrop, and any with a column of addresses."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reader.library.imports.saved import (
    NotSaved,
    Passage,
    Refused,
    Saved,
    address,
    date_remark,
    day_of,
    names_of,
    tags_of,
    time_of,
    words,
)
from reader.library.model import State

Row = Mapping[str, str]
"""A row by the names of its columns, in small letters; what it lacks is ""."""
_YES = ("true", "1", "yes")
_HIGHLIGHT = re.compile(r"^(highlight|note|color)\s*:\s*", re.IGNORECASE | re.MULTILINE)


def columns_of(text: str) -> frozenset[str]:
    """The names in a CSV's first line, in small letters; empty where there is none."""
    try:
        first = next(csv.reader(io.StringIO(text.lstrip("\ufeff")[:10_000], newline="")), [])
    except csv.Error:
        return frozenset()
    return frozenset(name.strip().casefold() for name in first)


def read_rows(text: str, form: str) -> Iterator[Saved | Refused]:
    """Each row of a CSV in one of the forms of `READ`: an article, or why it is none."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    names: list[str] | None = None
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(line, f"it is no CSV ({error})")
            line = reader.line_num + 1
            continue
        here, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if names is None:
            names = [cell.strip().casefold() for cell in cells]
            continue
        row = dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
        more = ("it has more cells than the first line names",) if len(cells) > len(names) else ()
        try:
            saved = READ[form](_Missing(row), here)
        except NotSaved as problem:
            yield Refused(here, str(problem))
        else:
            yield _with_remarks(saved, more)


class _Missing(dict[str, str]):
    """A row that has every column."""

    def __missing__(self, name: str) -> str:
        return ""


def _with_remarks(saved: Saved, remarks: tuple[str, ...]) -> Saved:
    return replace(saved, remarks=(*saved.remarks, *remarks)) if remarks else saved


def _pocket(row: Row, line: int) -> Saved:
    """`title,url,time_added,tags,status`; tags are parted by "|"."""
    added = time_of(row["time_added"])
    return Saved(
        line,
        address(row["url"]),
        title=_title(row["title"], row["url"]),
        added=added,
        state="done" if row["status"].strip().casefold() in ("archive", "archived", "read") else "to-read",
        starred=row["favorite"].strip().casefold() in _YES,
        tags=tags_of(row["tags"], "|"),
        remarks=date_remark(row["time_added"], added),
    )


def _instapaper(row: Row, line: int) -> Saved:
    """`URL,Title,Selection,Folder,Timestamp` and, since 2023, `Tags` (JSON); other folders than its own become tags."""
    folder = words(row["folder"])
    kept = folder.casefold()
    added = time_of(row["timestamp"])
    listed = row["tags"].strip()
    try:
        tags = tags_of(json.loads(listed)) if listed.startswith("[") else tags_of(listed)
    except (ValueError, RecursionError):
        tags = tags_of(listed.strip("[]"))
    own = kept in ("", "unread", "archive", "starred", "liked")
    return Saved(
        line,
        address(row["url"]),
        title=_title(row["title"], row["url"]),
        added=added,
        state="done" if kept == "archive" else "to-read",
        starred=kept in ("starred", "liked"),
        tags=tags if own else (*tags, *tags_of([folder])),
        passages=_passages(row["selection"], at=added),
        remarks=date_remark(row["timestamp"], added),
    )


def _readwise(row: Row, line: int) -> Saved:
    """A highlight a row, as Readwise exports it (`Book Title`) or as it imports it (`Title`, `URL`)."""
    passage = words(row["highlight"], lines=True)
    if not passage:
        raise NotSaved("it holds no highlight")
    title = words(row["book title"] or row["title"])
    url = row["url"] or row["source url"]
    if not title and not url.strip():
        raise NotSaved("it names neither an address nor a title")
    given = row["highlighted at"] or row["date"]
    at = time_of(given)
    note, in_note = _note_and_tags(words(row["note"], lines=True))
    return Saved(
        line,
        address(url) if url.strip() else "",
        title=title or None,
        byline=names_of(row["book author"] or row["author"]),
        added=at,
        state="done",
        tags=tags_of(row["document tags"]),
        passages=(Passage(passage, note, tuple(dict.fromkeys((*tags_of(row["tags"]), *in_note))), at),),
        remarks=date_remark(given, at),
    )


def _reader(row: Row, line: int) -> Saved:
    """What Readwise Reader exports: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`."""
    added = time_of(row["saved date"])
    place = row["location"].strip().casefold()
    try:
        share = float(row["reading progress"] or 0)
    except ValueError:
        share = 0.0
    state: State = "done" if place == "archive" or share >= 0.99 else "reading" if 0 < share < 0.99 else "to-read"
    return Saved(
        line,
        address(row["url"]),
        title=_title(row["title"], row["url"]),
        added=added,
        state=state,
        tags=_listed_tags(row["document tags"]),
        remarks=date_remark(row["saved date"], added),
    )


def _raindrop(row: Row, line: int) -> Saved:
    """`id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; the folder becomes a tag."""
    url, added = address(row["url"]), time_of(row["created"])
    title = _title(row["title"], url)
    folder = words(row["folder"])
    note = words(row["note"], lines=True)
    passages = _raindrop_highlights(row["highlights"], added)
    if note:
        passages = (*_passages(title or url, note, added), *passages)
    return Saved(
        line,
        url,
        title=title,
        added=added,
        starred=row["favorite"].strip().casefold() in _YES,
        tags=(*tags_of(row["tags"]), *(tags_of([folder]) if folder.casefold() not in ("", "unsorted") else ())),
        passages=passages,
        remarks=date_remark(row["created"], added),
    )


def _anybodys(row: Row, line: int) -> Saved:
    """Any table with a column of addresses; the names that are usual elsewhere mean what they mean there."""
    given = row["added"] or row["date"] or row["created"] or row["timestamp"] or row["time_added"]
    added = time_of(given)
    return Saved(
        line,
        address(row["url"] or row["link"] or row["address"]),
        title=_title(row["title"], ""),
        site=words(row["site"]) or None,
        byline=names_of(row["author"]),
        published=day_of(row["published"]),
        added=added,
        tags=tags_of(row["tags"]),
        passages=_passages(row["highlight"] or row["selection"], row["note"], added),
        remarks=date_remark(given, added),
    )


READ: dict[str, Callable[[Row, int], Saved]] = {
    "pocket": _pocket,
    "instapaper": _instapaper,
    "readwise": _readwise,
    "readwise-reader": _reader,
    "raindrop": _raindrop,
    "csv": _anybodys,
}


def _title(title: str, url: str) -> str | None:
    """A title; none where the program wrote the address in its place."""
    found = words(title)
    return found if found and found != url.strip() else None


def _passages(selection: str, note: str = "", at: float | None = None) -> tuple[Passage, ...]:
    chosen = words(selection, lines=True)
    return (Passage(chosen, words(note, lines=True), at=at),) if chosen else ()


def _note_and_tags(note: str) -> tuple[str, tuple[str, ...]]:
    """A note without the tags that Readwise takes from its beginning (".ferry .harbour ask him")."""
    tags = []
    while (found := re.match(r"\.([^\W\d_][\w-]*)(\s+|$)", note)) is not None:
        tags.append(found[1])
        note = note[found.end() :]
    return note, tags_of(tags)


def _listed_tags(text: str) -> tuple[str, ...]:
    """Tags as Python prints a list of them, or parted by commas."""
    return tags_of([part.strip(" '\"") for part in text.strip().strip("[]").split(",")])


def _raindrop_highlights(cell: str, at: float | None) -> tuple[Passage, ...]:
    """Highlights of one cell: "Highlight:" before each and "Note:" below, or an empty line between them."""
    text = words(cell, lines=True)
    if not _HIGHLIGHT.search(text):
        return tuple(Passage(part.strip(), at=at) for part in re.split(r"\n\s*\n", text) if part.strip())
    found: list[list[str]] = []
    pieces = _HIGHLIGHT.split(text)
    for name, said in zip(pieces[1::2], pieces[2::2], strict=True):
        if name.casefold() == "highlight":
            found.append([said.strip(), ""])
        elif name.casefold() == "note" and found:
            found[-1][1] = said.strip()
    return tuple(Passage(chosen, note, at=at) for chosen, note in found if chosen)
