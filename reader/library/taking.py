"""What other programs kept, put into the tables beside what is there: an address waits to be fetched, a page that the
program kept is the article's text, and what was highlighted is marked."""

import json
import sqlite3
from dataclasses import dataclass, field, replace

from reader.article.model import Article, ArticleError
from reader.library import marks, waiting
from reader.library.anchors import Anchor, anchor_to, find_anchor
from reader.library.articles import keep_edition
from reader.library.digest import digest_of
from reader.library.imports import Passage, Saved
from reader.library.keys import canonical_address
from reader.library.words import folded


def page_of(saved: Saved) -> tuple[Article | None, str]:
    """The article that a program kept of a page, and a remark where it cannot be read."""
    if not saved.html.strip():
        return None, ""
    from reader.article.opening import article_from_bytes

    page = f"<!DOCTYPE html><meta charset=utf-8><article>{saved.html}</article>"
    try:
        found = article_from_bytes(
            page.encode("utf-8", "replace"), source=saved.url, name="page.html", url=saved.url or None, charset="utf-8"
        )
    except ArticleError as problem:
        return None, f"its text could not be read ({problem})"
    if not found.text.strip() or found.items:
        return None, "its text could not be read (there are no words in it)"
    known = {name: value for name in ("title", "site", "published", "language") if (value := getattr(saved, name))}
    return replace(found, source=saved.url, url=saved.url, byline=saved.byline or found.byline, **known), ""


@dataclass(slots=True)
class Taking:
    """One import, while it goes on: what was taken, and which titles there are. With `fetch` the texts of what is to
    be read are asked for."""

    connection: sqlite3.Connection
    now: float
    full_text: bool
    fetch: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    _titles: dict[str, list[int]] | None = None

    def take(self, saved: Saved, page: Article | None) -> None:
        """Put one article in; what is there already gets the tags, the star, the text and the marks that it lacks."""
        entry = self._there(saved)
        if entry is None:
            entry = self._begin(saved, page)
            self._count("article")
        else:
            self._count("known")
            if page is not None and not self._has_text(entry) and not self._is_removed(entry):
                self._give_text(entry, page)
        if saved.starred:
            self.connection.execute("UPDATE article SET starred = 1 WHERE id = ?", (entry,))
        self.connection.executemany(
            "INSERT OR IGNORE INTO article_tag VALUES (?, ?)", [(entry, tag) for tag in saved.tags]
        )
        for passage in saved.passages:
            self._mark(entry, passage, page, saved.added)

    def _there(self, saved: Saved) -> int | None:
        row = self.connection.execute("SELECT id FROM article WHERE key = ?", (_key(saved),)).fetchone()
        if row is not None:
            return int(row[0])
        if saved.url:
            return None
        if self._titles is None:
            self._titles = {}
            for number, title in self.connection.execute("SELECT id, title FROM article WHERE title IS NOT NULL"):
                self._titles.setdefault(folded(title), []).append(number)
        same = self._titles.get(folded(saved.title or ""), [])
        return same[0] if len(same) == 1 else None

    def _begin(self, saved: Saved, page: Article | None) -> int:
        added = self.now if saved.added is None else min(saved.added, self.now)
        cursor = self.connection.execute(
            "INSERT INTO article (key, source, url, title, site, byline, published, language, added, state, queued) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _key(saved),
                saved.url or saved.title,
                saved.url or None,
                saved.title,
                saved.site,
                json.dumps(list(saved.byline)),
                saved.published,
                saved.language or "en",
                added,
                saved.state,
                None if saved.state == "done" or not saved.url else added,
            ),
        )
        entry = int(cursor.lastrowid or 0)
        if page is not None:
            self._give_text(entry, page)
        elif self.fetch and saved.url and saved.state != "done":
            waiting.ask_for(self.connection, entry)
        if self._titles is not None and saved.title:
            self._titles.setdefault(folded(saved.title), []).append(entry)
        return entry

    def _give_text(self, entry: int, page: Article) -> None:
        keep_edition(self.connection, page, None, source=page.source, now=self.now, full_text=self.full_text)
        self._count("text")

    def _has_text(self, entry: int) -> bool:
        return self.connection.execute("SELECT 1 FROM edition WHERE article = ?", (entry,)).fetchone() is not None

    def _is_removed(self, entry: int) -> bool:
        row = self.connection.execute("SELECT removed FROM article WHERE id = ?", (entry,)).fetchone()
        return row is not None and row[0] is not None

    def _mark(self, entry: int, passage: Passage, page: Article | None, added: float | None) -> None:
        key = self.connection.execute("SELECT key FROM article WHERE id = ?", (entry,)).fetchone()[0]
        uid = digest_of(f"{key}\n{' '.join(passage.words.split())}")[:32]  # the same in whatever file it comes again
        row = self.connection.execute("SELECT id, note FROM mark WHERE uid = ?", (uid,)).fetchone()
        if row is not None:
            if passage.note and not row[1]:
                found = marks.list_marks(self.connection, "mark.id = ?", (row[0],), placed=False)[0]
                marks.change_note(self.connection, found, passage.note, self.now, self.full_text)
            return
        anchor = Anchor(passage.words)
        span = find_anchor(page.text, anchor) if page is not None else None
        if page is not None and span is not None:
            anchor = anchor_to(page.text, span)
        at = next((time for time in (passage.at, added) if time is not None), self.now)
        marks.put_mark(
            self.connection, entry, anchor,
            uid=uid, note=passage.note, tags=passage.tags, at=at, changed=at, full_text=self.full_text,
        )  # fmt: skip
        self._count("mark")

    def _count(self, kind: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1


def _key(saved: Saved) -> str:
    if saved.url:
        return digest_of(canonical_address(saved.url, saved.url) or saved.url)[:32]
    return digest_of("\n".join((saved.title or "", *saved.byline)))[:32]
