"""Markdown becomes an article, its front matter the facts."""

import re
from collections.abc import Iterator

from reader.article.assemble import Facts, Piece, assemble, byline_text, piece
from reader.article.formats.markdown_pieces import markdown_pieces
from reader.article.formats.plain import dated
from reader.article.model import Article, BlockKind
from reader.article.text.bylines import byline_names, names_in
from reader.article.text.datelines import dateline_end
from reader.article.text.dates import iso_date
from reader.article.text.line_kinds import (
    date_of_line,
    headline_title,
    is_credit,
    is_headline,
    is_junk,
    is_note,
)
from reader.article.text.safe import safe_text
from reader.article.text.same_words import are_same

_FRONT = re.compile(r"^\ufeff?---[ \t]*\n(?P<front>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_STANDFIRSTS = ("standfirst", "subtitle", "deck", "dek", "description", "excerpt", "summary")
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,40}):[ \t]*(?P<value>.*)$")


def article_from_markdown(text: str, *, source: str = "") -> Article:
    """The article of a Markdown text, HTML inside it read as such; its front matter gives title, authors and date."""
    text = safe_text(text)
    facts: Facts = {}
    standfirst = ""
    front = _FRONT.match(text)
    if front:
        fields = _fields(front.group("front"))
        facts = _front_facts(fields)
        standfirst = next((fields[name][0] for name in _STANDFIRSTS if fields.get(name)), "")
        text = text[front.end() :]
    given = dict(facts)
    pieces = list(_settle(list(markdown_pieces(text)), facts))
    if given.get("byline") and not any(found.kind == "byline" for found in pieces):
        at = sum(found.kind in ("title", "standfirst") for found in pieces[:3])
        pieces.insert(at, piece("byline", byline_text(facts["byline"])))
    if standfirst and not any(are_same(found.text, standfirst) for found in pieces[:3]):
        pieces.insert(1 if pieces and pieces[0].kind == "title" else 0, piece("standfirst", standfirst))
    if given.get("title") and not any(found.kind == "title" for found in pieces):
        pieces.insert(0, piece("title", str(given["title"])))
    return assemble(pieces, facts, source=source, base=facts.get("url"))


def _fields(front: str) -> dict[str, list[str]]:
    """The values of a front matter's fields, by their names in lower case."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in front.split("\n"):
        match = _FIELD.match(line)
        if match:
            name = match.group("name").lower().strip()
            value = match.group("value").strip()
            fields[name] = (
                [_unquote(part) for part in value.strip("[]").split(",")]
                if value.startswith("[")
                else ([_unquote(value)] if value else [])
            )
        elif name and re.match(r"\s*-\s+\S", line):
            fields[name].append(_unquote(line.strip()[1:].strip()))
    return fields


def _front_facts(fields: dict[str, list[str]]) -> Facts:
    facts: Facts = {}
    title = fields.get("title", [])
    if title:
        facts["title"] = title[0]
    names = [n for key in ("author", "authors", "byline", "by") for n in fields.get(key, [])]
    if names:
        facts["byline"] = tuple(found for n in names for found in (names_in(n.removeprefix("By ")) or (n,)))
    for key in ("date", "published", "pubdate", "created"):
        date = iso_date(fields[key][0]) if fields.get(key) else None
        if date:
            facts["published"] = date
            break
    for key in ("url", "source", "link", "canonical"):
        if fields.get(key) and fields[key][0].startswith(("http://", "https://")):
            facts["url"] = fields[key][0]
            break
    for key in ("site", "publication", "publisher"):
        if fields.get(key):
            facts["site"] = fields[key][0]
            break
    if fields.get("lang") or fields.get("language"):
        facts["language"] = (fields.get("lang") or fields["language"])[0]
    return facts


def _unquote(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _settle(pieces: list[Piece], facts: Facts) -> Iterator[Piece]:
    """Gives the first heading, byline, date and credits their kinds."""
    head = True
    for index, given in enumerate(pieces):
        words = " ".join(given.text.split())
        if not words:
            continue
        kind: BlockKind = given.kind
        if head and index < 8:
            if kind == "heading" and given.level <= 2 and (not facts.get("title") or facts.get("title") == words):
                facts["title"] = words
                yield Piece("title", given.runs)
                continue
            if index == 0 and kind == "paragraph" and not facts.get("title") and len(pieces) > 1 and is_headline(words):
                facts["title"] = headline_title(words)
                yield Piece("title", given.runs)
                continue
        names, date = byline_names(words), date_of_line(words)
        if kind != "paragraph":
            head = False
            yield given
        elif names and head:
            facts.setdefault("byline", names)
            yield Piece("byline", given.runs)
        elif date and head:
            facts.setdefault("published", date)
            yield Piece("date", given.runs)
        elif is_credit(words):
            yield Piece("caption", given.runs)
        elif is_junk(words) or is_note(words):
            yield Piece("other", given.runs)
        elif head and any(byline_names(" ".join(p.text.split())) for p in pieces[index + 1 : index + 3]):
            yield Piece("standfirst", given.runs)
        else:
            head = False
            if dateline_end(words) and len(given.runs) == 1:
                yield from dated(words, facts)
            else:
                yield given
