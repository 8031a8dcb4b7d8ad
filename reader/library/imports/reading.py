"""Which program wrote a file, told by its content, and all that can be read of it."""

from collections.abc import Iterator

from reader.article.text.decode import decode
from reader.library.imports import FORMS, columns, entries, links
from reader.library.imports.saved import Refused, Saved


def form_of(data: bytes) -> str:
    """The form that a file is in, one of FORMS; "" where its content tells none."""
    if data.startswith(b"PK\x03\x04"):
        return "omnivore"
    text = decode(data[: 1 << 20])
    head = text.lstrip("\ufeff \t\r\n")[:4000]
    small = head.casefold()
    if head.startswith(("[", "{")):
        return entries.form_of_entries(text)
    if head.startswith("<"):
        if "<opml" in small:
            return "opml"
        return "bookmarks" if "<a " in text.casefold() or "netscape-bookmark" in small else ""
    names = columns.columns_of(head)
    if "highlight" in names and names & {"book title", "title", "url"}:
        return "readwise"
    if names >= {"url", "selection", "folder"}:
        return "instapaper"
    if names >= {"url", "time_added"}:
        return "pocket"
    if names >= {"url", "folder", "created"} or names >= {"url", "excerpt", "tags"}:
        return "raindrop"
    if "url" in names and names & {"saved date", "reading progress"}:
        return "readwise-reader"
    if "url" in names:
        return "csv"
    return "addresses" if "://" in text else ""


def read_saved(data: bytes, form: str = "") -> Iterator[Saved | Refused]:
    """Everything in a file, in its order: articles, and what could not be taken. Nothing is raised for what it holds.

    `form` is one of FORMS; "" asks the content.
    """
    form = form or form_of(data)
    if form == "omnivore" and data.startswith(b"PK\x03\x04"):
        yield from entries.read_zip(data)
        return
    text = decode(data)
    if form == "pocket" and text.lstrip("\ufeff \t\r\n").startswith("<"):
        form = "bookmarks"
    if form in columns.READ:
        yield from columns.read_rows(text, form)
    elif form in entries.READ:
        yield from entries.read_entries(text, form)
    elif form == "bookmarks":
        yield from links.read_bookmarks(text)
    elif form == "opml":
        yield from links.read_outline(text)
    elif form == "addresses":
        yield from links.read_addresses(text)
    else:
        yield Refused(1, f"it is in none of the forms that are read: {', '.join(FORMS)}, or the library's own")
