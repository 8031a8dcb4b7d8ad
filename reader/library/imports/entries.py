"""JSON of Omnivore (its `metadata` files, or the whole export as a zip) and of wallabag."""

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from reader.article.text.counted import many
from reader.article.text.decode import decode
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

MOST_UNPACKED = 64 << 20
"""Bytes of one file in a zip."""
MOST_FILES = 200_000
MOST_BROKEN = 100
"""Entries that are no JSON, after which the rest of a file is left alone."""
_SPACE = re.compile(r"[\s,]*")
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")
_WALLABAG = ("is_archived", "is_starred", "hashed_url", "domain_name", "given_url", "archived_at", "starred_at")
_OMNIVORE = ("savedAt", "slug", "labels", "readingProgress", "publishedAt", "highlights")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def entries_in(text: str) -> Iterator[tuple[int, int, object]]:
    """The line, the number and the value of each entry of a list, or of the one object that there is.

    An entry that is no JSON is a Refused; what comes after it is read on where another entry begins.
    """
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    inside = text[at : at + 1] == "["
    at += inside
    line, counted, number, broken = 1, 0, 0, 0
    while True:
        found = _SPACE.match(text, at)
        at = found.end() if found else at
        if at >= len(text) or (inside and text[at] == "]"):
            return
        number += 1
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            broken += 1
            behind = _NEXT.search(text, at) if broken < MOST_BROKEN else None
            yield line, number, Refused(line, "it is no JSON" + ", nor is what follows" * (behind is None))
            if behind is None:
                return
            at = behind.end()
            continue
        yield line, number, value


def form_of_entries(text: str) -> str:
    """ "wallabag" or "omnivore", by the first entry that tells; "" for neither."""
    for _, number, value in entries_in(text):
        if isinstance(value, Mapping):
            if any(name in value for name in _WALLABAG):
                return "wallabag"
            if any(name in value for name in _OMNIVORE):
                return "omnivore"
        if number >= 20:
            break
    return ""


def read_entries(text: str, form: str) -> Iterator[Saved | Refused]:
    """Each entry of a JSON export: an article, or why it is none."""
    for line, number, value in entries_in(text):
        where = f"entry {number}"
        if isinstance(value, Refused):
            yield replace(value, where=where)
            continue
        try:
            if not isinstance(value, Mapping):
                raise NotSaved("it is no object")
            yield replace(READ[form](value, line), where=where)
        except NotSaved as problem:
            yield Refused(line, str(problem), where)


def _omnivore(values: Mapping[str, Any], line: int) -> Saved:
    names = [each.get("name") if isinstance(each, Mapping) else each for each in _listed(values.get("labels"))]
    progress = values.get("readingProgress", values.get("readingProgressPercent", 0))
    share = progress if isinstance(progress, int | float) and not isinstance(progress, bool) else 0
    archived = words(values.get("state")).casefold() == "archived" or values.get("isArchived") is True
    state: State = "done" if archived or share >= 98 else "reading" if share > 0 else "to-read"
    added = time_of(values.get("savedAt"))
    passages = []
    for each in _listed(values.get("highlights")):
        if isinstance(each, Mapping) and (quote := words(each.get("quote"), lines=True)):
            note = words(each.get("annotation"), lines=True)
            passages.append(Passage(quote, note, at=time_of(each.get("createdAt"))))
    return Saved(
        line,
        address(values.get("url") or values.get("originalArticleUrl")),
        title=words(values.get("title")) or None,
        site=words(values.get("siteName")) or None,
        byline=names_of(values.get("author")),
        published=day_of(values.get("publishedAt")),
        added=added,
        state=state,
        tags=tags_of(names),
        passages=tuple(passages),
        html=values["content"] if isinstance(values.get("content"), str) else "",
        remarks=date_remark(values.get("savedAt"), added),
    )


def _wallabag(values: Mapping[str, Any], line: int) -> Saved:
    names = [each.get("label") if isinstance(each, Mapping) else each for each in _listed(values.get("tags"))]
    added = time_of(values.get("created_at"))
    passages, lost = [], 0
    for each in _listed(values.get("annotations")):
        quote = words(each.get("quote"), lines=True) if isinstance(each, Mapping) else ""
        if quote:
            passages.append(Passage(quote, words(each.get("text"), lines=True), at=time_of(each.get("created_at"))))
        else:
            lost += 1
    remarks = date_remark(values.get("created_at"), added)
    if lost:
        remarks = (*remarks, f"{many(lost, 'annotation')} without words of the text")
    writers = values.get("published_by")
    return Saved(
        line,
        address(values.get("url") or values.get("given_url")),
        title=words(values.get("title")) or None,
        site=words(values.get("domain_name")) or None,
        byline=tuple(name for each in _listed(writers)[:20] if (name := words(each))) or names_of(writers),
        published=day_of(values.get("published_at")),
        language=words(values.get("language")).replace("_", "-") or None,
        added=added,
        state="done" if values.get("is_archived") in (1, True, "1") else "to-read",
        starred=values.get("is_starred") in (1, True, "1"),
        tags=tags_of(names),
        passages=tuple(passages),
        html=values["content"] if isinstance(values.get("content"), str) else "",
        remarks=remarks,
    )


READ: dict[str, Callable[[Mapping[str, Any], int], Saved]] = {"omnivore": _omnivore, "wallabag": _wallabag}


def read_zip(data: bytes) -> Iterator[Saved | Refused]:
    """The articles of Omnivore's whole export: `metadata_*.json`, `content/SLUG.html` and `highlights/SLUG.md`."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        names = archive.namelist()
    except _DAMAGED:
        yield Refused(1, "it is a damaged zip")
        return
    lists = sorted(name for name in names[:MOST_FILES] if re.search(r"(^|/)metadata[^/]*\.json$", name))
    if not lists:
        yield Refused(1, "it is a zip without Omnivore's metadata files")
        return
    there = set(names[:MOST_FILES])
    for listed in lists:
        try:
            text = decode(_unpacked(archive, listed))
        except _DAMAGED as error:
            yield Refused(1, f"it cannot be unpacked ({words(str(error))})", listed)
            continue
        folder = listed.rpartition("/")[0]
        slugs = {
            number: words(value.get("slug"))
            for _, number, value in entries_in(text)
            if isinstance(value, Mapping) and words(value.get("slug"))
        }
        for found in read_entries(text, "omnivore"):
            number = int(found.where.removeprefix("entry "))
            where = f"{words(listed)}, {found.where}"
            if isinstance(found, Saved) and number in slugs:
                found = _completed(archive, there, f"{folder}/" * bool(folder), slugs[number], found)
            yield replace(found, where=where)


def _completed(archive: zipfile.ZipFile, there: set[str], folder: str, slug: str, saved: Saved) -> Saved:
    """An article with its page and its highlights, which lie in files of their own."""
    html, passages, remarks = saved.html, saved.passages, saved.remarks
    page, marked = f"{folder}content/{slug}.html", f"{folder}highlights/{slug}.md"
    try:
        if page in there:
            html = decode(_unpacked(archive, page))
        if marked in there:
            passages = (*passages, *highlights_in(decode(_unpacked(archive, marked))))
    except _DAMAGED:
        remarks = (*remarks, "its page or its highlights could not be unpacked")
    return replace(saved, html=html, passages=passages, remarks=remarks)


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(MOST_UNPACKED + 1)
    if len(data) > MOST_UNPACKED:
        raise ValueError(f"it is larger than {MOST_UNPACKED >> 20} MB")
    return data


def highlights_in(markdown: str) -> tuple[Passage, ...]:
    """Quotations ("> …"), the lines of tags ("#a #b") and the note below each."""
    found: list[tuple[list[str], list[str], list[str]]] = []
    quoting = False
    for line in markdown.splitlines():
        if line.startswith(">"):
            if not quoting:
                found.append(([], [], []))
            found[-1][0].append(line[1:].strip())
            quoting = True
            continue
        quoting = quoting and not line.strip()
        if not line.strip() or not found:
            continue
        if re.fullmatch(r"(#[\w-]+\s*)+", line.strip()):
            found[-1][2].extend(line.split())
        else:
            found[-1][1].append(line.strip())
    made = (
        (words("\n".join(quote), lines=True), words("\n".join(note), lines=True), tags_of(tags))
        for quote, note, tags in found
    )
    return tuple(Passage(quote, note, tags) for quote, note, tags in made if quote)


def _listed(value: object) -> list[Any]:
    """The list that a value is; of anything else, none."""
    return value if isinstance(value, list) else []
