"""What the library's commands print: the same values as lines for people and as objects for programs."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.article.text.counted import many
from reader.commands import streams
from reader.commands.streams import printable
from reader.export.as_json import when
from reader.export.cells import count_cells
from reader.export.claim_words import with_denial
from reader.library.model import Entry, Hit, Mark, Person, Question, Said, Taken

_COUNTED = {
    "person": ("person", "people"),
    "known": ("article that was there", "articles that were there"),
    "text": ("text", "texts"),
}


def entry_line(entry: Entry, *, is_analysed: bool = True) -> str:
    """An article on one line: its number, when it was published, its title, where, and how many claims were found."""
    day = (entry.published or "")[:10] or "-"
    signs = "*" * entry.starred + "+" * (entry.queued is not None)
    found = "no text yet"
    if entry.words:
        found = many(entry.claims, "claim") if is_analysed or entry.claims else "not analysed yet"
    facts = [entry.site or "", entry.state, found, *(f"#{tag}" for tag in entry.tags)]
    title = entry.title or entry.source
    cells = str(entry.number), signs or "-", day, title, " · ".join(fact for fact in facts if fact)
    return "\t".join(printable(cell) for cell in cells)


def entry_as_dict(entry: Entry) -> dict[str, Any]:
    """An article as JSON has it; times are ISO 8601 in UTC."""
    return {
        "number": entry.number,
        "key": entry.key,
        "source": entry.source,
        "url": entry.url,
        "title": entry.title,
        "site": entry.site,
        "byline": list(entry.byline),
        "published": entry.published,
        "language": entry.language,
        "words": entry.words,
        "claims": entry.claims,
        "state": entry.state,
        "starred": entry.starred,
        "tags": list(entry.tags),
        "added": when(entry.added),
        "opened": when(entry.opened),
        "queued": when(entry.queued),
        "removed": when(entry.removed),
    }


def hit_lines(hit: Hit) -> list[str]:
    """A place that was found: where on one line, the words below it with what was sought in [brackets]."""
    where = ", ".join(part for part in (hit.title or "(no title)", hit.site or "", hit.day) if part)
    who = f"{hit.speaker}: " if hit.kind == "claim" and hit.speaker else ""
    kind = {"mark": "your mark: ", "claim": "", "article": ""}[hit.kind]
    who += with_denial(hit.denial, "")
    shown, last = "", 0
    for start, end in hit.found:
        shown += f"{hit.words[last:start]}[{hit.words[start:end]}]"
        last = end
    return [printable(f"{hit.entry}  {where}"), f"    {printable(kind + who + shown + hit.words[last:])}"]


def hit_as_dict(hit: Hit) -> dict[str, Any]:
    """A place that was found; `span` is into the edition's text, `found` into `words`."""
    return {
        "kind": hit.kind,
        "article": hit.entry,
        "edition": hit.edition,
        "title": hit.title,
        "site": hit.site,
        "day": hit.day or None,
        "speaker": hit.speaker or None,
        "words": hit.words,
        "found": [list(span) for span in hit.found],
        "span": None if hit.span is None else list(hit.span),
        "denial": hit.denial or None,
    }


def said_line(said: Said, *, named: bool) -> str:
    """A claim on one line."""
    who = (said.chain or said.speaker or "speaker not named") + ": " if named or said.chain else ""
    words = with_denial(said.denial, f"“{said.words}”" if said.kind == "direct" else said.words)
    where = ", ".join(part for part in (said.title or "", said.site or "") if part)
    yours = "  (yours)" * said.yours
    return printable(f"{said.day or '-'}  {who}{words}  [{said.entry}: {where}]{yours}")


def said_as_dict(said: Said) -> dict[str, Any]:
    """A claim with the article it stands in."""
    return {
        "claim": said.claim,
        "article": said.entry,
        "edition": said.edition,
        "title": said.title,
        "site": said.site,
        "day": said.day or None,
        "speaker": said.speaker or None,
        "chain": said.chain or None,
        "kind": said.kind,
        "type": said.type,
        "text": said.words,
        "span": list(said.span),
        "yours": said.yours,
        "denial": said.denial or None,
    }


def person_line(person: Person) -> str:
    """A person on one line."""
    role = f", {person.roles[0]}" if person.roles else ""
    days = f"{person.first} to {person.last}" if person.first != person.last else person.first
    count = f"{many(person.claims, 'claim')} in {many(person.articles, 'article')}"
    return printable(f"{person.number}  {person.name}{role}  ({', '.join(part for part in (count, days) if part)})")


def person_as_dict(person: Person) -> dict[str, Any]:
    """A person as JSON has it."""
    return {
        "number": person.number,
        "name": person.name,
        "kind": person.kind,
        "roles": list(person.roles),
        "claims": person.claims,
        "articles": person.articles,
        "first": person.first or None,
        "last": person.last or None,
    }


def question_line(question: Question) -> str:
    """Two who may be one, and how to answer."""
    one, other = question.one, question.other
    roles = [f"{each.number} ({'; '.join(each.roles) or 'no role'})" for each in (one, other)]
    return printable(
        f"{one.name}: are {roles[0]} and {roles[1]} one person? "
        f"reader library people --same {one.number} {other.number}, or --apart"
    )


def mark_lines(mark: Mark, title: str) -> list[str]:
    """A highlight, the note below it."""
    gone = "" if mark.span else "  (its words are gone from the newest edition)"
    tags = "".join(f" #{tag}" for tag in mark.tags)
    lines = [printable(f"{mark.number}  “{mark.anchor.exact}”{tags}  [{mark.entry}: {title}]{gone}")]
    return lines + [f"    {printable(mark.note)}"] * bool(mark.note)


def mark_as_dict(mark: Mark, entry: Entry) -> dict[str, Any]:
    """A highlight with where it stands now."""
    return {
        "number": mark.number,
        "article": mark.entry,
        "title": entry.title,
        "url": entry.url,
        **mark.anchor.as_dict(),
        "note": mark.note,
        "tags": list(mark.tags),
        "at": when(mark.at),
        "changed": when(mark.changed),
        "span": None if mark.span is None else list(mark.span),
    }


def aligned(lines: Sequence[str]) -> str:
    """Lines of cells that tabs part, the cells below each other."""
    rows = [line.split("\t") for line in lines]
    if not rows:
        return ""
    widths = [max(count_cells(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    return "".join(
        "  ".join(
            [cell + " " * (width - count_cells(cell)) for cell, width in zip(row, widths, strict=False)] + row[-1:]
        )
        + "\n"
        for row in rows
    )


def counted(counts: Mapping[str, int]) -> str:
    """ "2 articles, 1 place"."""
    parts = []
    for kind, number in counts.items():
        if kind != "library":
            one, several = _COUNTED.get(kind, (kind, f"{kind}s"))
            parts.append(f"{number} {one if number == 1 else several}")
    return ", ".join(parts) or "nothing"


def taken_as_dict(taken: Taken) -> dict[str, Any]:
    """What an import came to."""
    return {
        "form": taken.form or None,
        "taken": dict(taken.counts),
        "not_taken": [{"line": line, "why": why} for line, why in taken.problems],
        "remarks": [{"line": line, "remark": remark} for line, remark in taken.remarks],
    }


def show_found(options: argparse.Namespace, lines: Iterable[str], objects: Iterable[dict[str, Any]]) -> None:
    """Lines for people, or one JSON object a line."""
    from reader.export.as_json import json_text

    if options.format == "json":
        streams.write("".join(json_text(each) + "\n" for each in objects))
    else:
        streams.write("".join(line + "\n" for line in lines))


def add_article(parser: argparse.ArgumentParser, nargs: str | None = None) -> None:
    """The argument that names an article."""
    parser.add_argument("article", metavar="ARTICLE", nargs=nargs, help="its number, address or path")
