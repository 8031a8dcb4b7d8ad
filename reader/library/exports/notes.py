"""Markdown with front matter, one file an article: your marks and who said what, each with a link to its words.

As Obsidian and Logseq read it: speakers are [[wiki links]], tags are #tags.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.article.model import Article, Span
from reader.article.text.counted import listed
from reader.export.as_json import json_text
from reader.export.citation import cite_passage, link_to_words
from reader.export.claim_words import (
    NOBODY,
    cue_text,
    quoted_text,
    quotes_speaker,
    reported_words,
    speaker_name,
    speaker_names,
    speaker_role,
    told_by,
)
from reader.export.markdown_text import escape, escape_lines, write_address
from reader.library.exports.chosen import entries_of
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.analysis.model import Analysis, Claim
    from reader.library.library import Library


def markdown_files(library: "Library", chosen: Sequence[Entry] | None = None) -> Iterator[tuple[str, str]]:
    """A file for each article, its name and its text."""
    for entry in entries_of(library, chosen):
        yield f"{file_name(entry)}.md", _markdown(library, entry)


def file_name(entry: Entry) -> str:
    """What an article's file is called, without its ending: its number, and words of its title."""
    address = re.sub(r"^\w+://|\.\w{2,5}$", "", entry.source)
    words = re.findall(r"[^\W_]+", (entry.title or address).casefold())[:8]
    return f"{entry.number}-{'-'.join(words)[:80].strip('-') or 'article'}"


def _markdown(library: "Library", entry: Entry) -> str:
    facts = {
        "title": entry.title,
        "author": list(entry.byline),
        "site": entry.site,
        "published": entry.published,
        "url": entry.url or entry.source,
        "tags": [_tag(tag) for tag in entry.tags],
        "state": entry.state,
        "starred": entry.starred,
    }
    front = [f"{name}: {json_text(value)}" for name, value in facts.items() if value]  # JSON is YAML
    parts = ["---\n" + "\n".join(front) + "\n---", f"# {escape(entry.title or entry.source)}"]
    editions = library.editions(entry.number)
    article = editions[-1].article if editions else None
    marks = library.marks(entry.number)
    if marks:
        parts.append("## Marks")
        for mark in sorted(marks, key=lambda mark: mark.span or (1 << 60, 0)):
            below = [escape_lines(mark.note), *(f"#{_tag(tag)}" for tag in mark.tags)]
            below.append(_link(article, mark.span) if article and mark.span else "")
            parts += [_quoted(mark.anchor.exact), " ".join(filter(None, below))]
    if editions and article:
        corrected = library.corrected(entry.number)
        said = [_said(article, corrected.analysis, each, corrected.yours) for each in corrected.analysis.claims]
        older = [each for each in library.claims(entry.number) if each.edition != editions[-1].number]
        said += [f"{_quoted(each.words)}\n>\n> — {_wiki(each.speaker)}, in an older edition" for each in older]
        parts += ["## Who said what", *said] if said else []
    return "\n\n".join(filter(None, parts)) + "\n"


def _said(article: Article, analysis: "Analysis", claim: "Claim", yours: frozenset[str]) -> str:
    """A claim as a block quote: the speaker's own words, or the article's account of them, and where they stand."""
    name, role, cue = speaker_name(analysis, claim), speaker_role(analysis, claim), cue_text(article, claim)
    own = quotes_speaker(article, claim)
    account = None if own else reported_words(article, claim)
    actor = analysis.actor(claim.speaker)
    is_one = actor is not None and actor.kind in ("person", "organisation")
    linked = listed([_wiki(each) for each in speaker_names(analysis, claim)]) if is_one else ""
    who = (linked or escape(name)) + (f", {escape(role)}" if role else "")
    facts = [who + escape(told_by(analysis, claim)), f"*{escape(cue)}*" if cue and not account and not own else ""]
    facts += [_link(article, claim.content[0], claim), "yours" if claim.id in yours else ""]
    return f"{_quoted(account or quoted_text(article, claim))}\n>\n> — {' · '.join(filter(None, facts))}"


def _quoted(words: str) -> str:
    return "\n>\n".join(f"> {escape(part)}" for part in words.split("\n\n") if part.strip())


def _link(article: Article, span: Span, claim: "Claim | None" = None) -> str:
    """A link that has a browser scroll to the words; "" for what has no address of the web."""
    if not (article.url or "").startswith(("http://", "https://")):
        return ""
    address = link_to_words(article, claim) if claim else cite_passage(article, span, "link")
    return f"[in the text]({write_address(address)})"


def _wiki(name: str) -> str:
    """A name as a link to its own note."""
    plain = " ".join(re.sub(r"[\[\]|#^\\]", " ", name).split())
    return f"[[{plain}]]" if plain else NOBODY


def _tag(tag: str) -> str:
    """A tag as Obsidian takes it: no spaces, and not only digits."""
    found = re.sub(r"[^\w/-]+", "-", tag).strip("-") or "tag"
    return f"t-{found}" if found.isdigit() else found
