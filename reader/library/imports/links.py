"""Bookmarks of browsers (Netscape's HTML), outlines (OPML), and plain lists of addresses."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from reader.library.imports.saved import (
    NotSaved,
    Passage,
    Refused,
    Saved,
    address,
    date_remark,
    tags_of,
    time_of,
    words,
)

_TAG = re.compile(r"<(/?)([A-Za-z][\w:]*+)([^<>]*+)>")
_VALUE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?[^()]*\)")
_SHOWN = ("a", "h1", "h3", "dd")
_PARTING = ("a", "dl", "dt", "dd", "h1", "h2", "h3", "p", "li", "ul", "hr", "body", "html")
_MOST_SHOWN = 20_000
_OWN_FOLDERS = frozenset(
    (
        *("bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "mobile bookmarks"),
        *("favorites", "favourites", "favorites bar", "unsorted", "unsorted bookmarks", "unread", "read archive"),
    )
)
"""Names that browsers and Pocket give themselves, which say nothing of what is in them."""


class _Lines:
    """The number of the line in which a place of a text lies, asked for in rising order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line = 1
        self.at = 0

    def of(self, place: int) -> int:
        self.line += self.text.count("\n", self.at, place)
        self.at = max(self.at, place)
        return self.line


def read_bookmarks(text: str) -> Iterator[Saved | Refused]:
    """Each link of a file of bookmarks; the folders around it are tags, what is written below it (DD) a note."""
    lines = _Lines(text)
    folders: list[str] = []
    folder, archived = "", False
    tags = list(_TAG.finditer(text))
    pending: Saved | None = None
    for at, tag in enumerate(tags):
        name = tag[2].casefold()
        shown = _words_behind(text, tags, at) if name in _SHOWN and not tag[1] else ""
        if name == "dd" and not tag[1] and pending is not None and shown:
            note = Passage(pending.title or pending.url, shown, at=pending.added)
            pending = replace(pending, passages=(note,))
        if name not in ("a", "h1", "h3", "dl") or (tag[1] and name != "dl"):
            continue
        if pending is not None:
            yield pending
            pending = None
        if name in ("h1", "h3"):
            folder = shown
            archived = name == "h1" and shown.casefold() == "read archive"
        elif name == "dl":
            if not tag[1]:
                folders.append(folder)
                folder = ""
            elif folders:
                folders.pop()
        else:
            values = _values(tag[3])
            line = lines.of(tag.start())
            if values.get("href", "").startswith(("place:", "javascript:", "about:", "chrome:", "data:", "file:")):
                yield Refused(line, "it leads to no page of the web")
                continue
            try:
                pending = _bookmark(values, shown, folders, archived, line)
            except NotSaved as problem:
                yield Refused(line, str(problem))
    if pending is not None:
        yield pending


def _words_behind(text: str, tags: list[re.Match[str]], at: int) -> str:
    """What is shown from a tag to the next one that is more than bold or italic."""
    start = tags[at].end()
    end = min(len(text), start + _MOST_SHOWN)
    for tag in tags[at + 1 : at + 20]:
        if tag[2].casefold() in _PARTING:
            end = min(end, tag.start())
            break
    return words(html.unescape(_TAG.sub("", text[start:end])))


def _bookmark(values: dict[str, str], shown: str, folders: list[str], archived: bool, line: int) -> Saved:
    url = address(values.get("href"))
    given = values.get("add_date") or values.get("time_added") or ""
    added = time_of(given) if given != "0" else None
    around = [each for each in folders if each and each.casefold() not in _OWN_FOLDERS]
    return Saved(
        line,
        url,
        title=shown if shown and shown != url else None,
        added=added,
        state="done" if archived else "to-read",
        tags=tuple(dict.fromkeys((*tags_of(values.get("tags", "")), *tags_of(around)))),
        remarks=date_remark(given, added) if given != "0" else (),
    )


def read_outline(text: str) -> Iterator[Saved | Refused]:
    """Each outline of an OPML that has an address; those around it are tags. What leads to a feed is told."""
    lines = _Lines(text)
    around: list[str] = []
    for tag in _TAG.finditer(text):
        if tag[2].casefold() != "outline":
            continue
        if tag[1]:
            around = around[:-1]
            continue
        values = _values(tag[3].rstrip("/ "))
        title = words(values.get("title") or values.get("text"))
        is_open = not tag[3].rstrip().endswith("/")
        line = lines.of(tag.start())
        feed, given = values.get("xmlurl", ""), values.get("url") or values.get("htmlurl", "")
        if feed:
            yield Refused(line, f"{words(feed)[:80]!r} is a feed, no article: `reader feeds import` takes it")
        elif given:
            try:
                yield Saved(line, address(given), title=title or None, tags=tags_of(around))
            except NotSaved as problem:
                yield Refused(line, str(problem))
        if is_open:
            around.append("" if given or feed else title)


def read_addresses(text: str) -> Iterator[Saved | Refused]:
    """An address a line, whatever else stands there being its title; Markdown's links too. `#` begins a remark."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        line = line.strip("\ufeff \t")
        if not line or (line.startswith("#") and not _ADDRESS.search(line)):
            continue
        linked = _MARKDOWN.search(line[:20_000])
        found = _ADDRESS.search(line)
        given = linked[2] if linked else found[0].strip("<>\"'").rstrip(",;") if found else ""
        if not given:
            yield Refused(number, "it holds no web address")
            continue
        rest = linked[1] if linked else re.sub(r"^[-*+]\s|[\t|;,<>]", " ", line.replace(found[0] if found else "", " "))
        try:
            yield Saved(number, address(given), title=words(rest) or None)
        except NotSaved as problem:
            yield Refused(number, str(problem))


def _values(text: str) -> dict[str, str]:
    """A tag's attributes, their names in small letters."""
    return {
        found[1].casefold(): html.unescape(found[2] or found[3] or found[4] or "") for found in _VALUE.finditer(text)
    }
