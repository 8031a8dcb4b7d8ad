"""Quotations signed with a dash: “…” — Name, on the same line or on the next; and posts with their writer's handle
behind the name: Shame on them! — Ida Moss (@idamoss) August 26, 2017. And lists of quotations, each under the line that
names who says it."""

import re
from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution, index_contents
from reader.analysis.document.document import Document
from reader.article.model import Span

_SIGNED = re.compile(r"\s*(?P<dash>--|[—–―‒-])\s*(?P<name>[^\W\d_a-z][^“”\"\n.!?]{1,80}?)\.?\s*$")
_POSTED = re.compile(
    r"(?P<dash>[—–])\s*(?P<name>[^\n—–@]{0,60}?)\s*\((?P<handle>@\w+)\)(?:\s+[A-Z][a-z]+ \d{1,2}, \d{4})?\s*$"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*$")
_HEADING = re.compile(
    r"(?:\d{1,2}[.)] )?(?P<name>(?:[A-Z][a-z]{1,4}\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})"
    r"(?:, [^.!?:;“”\"]{3,80}| \([^()]{2,60}\))\W*$"
)
_SEVERAL = 3
"""So many such lines, and no fewer, make a list of who says what."""
_LONGEST_HEADING = 120
_LONGEST_ITEM = 4
"""So many paragraphs at most are one quotation of such a list."""
_LONGEST = 12
"""So many words a signature has at most."""
_OPENING = 6
"""A verb among so many words behind the dash makes a sentence of them, not a signature."""
_FEWEST = 3
_LONGEST_POST = 600
"""So many letters a post has at most; of more, the writer's own words stand before it."""


def find_named(document: Document) -> tuple[Attribution, ...]:
    """Quotations whose speaker is named behind a dash, and those under a line that names who says them."""
    return (*find_signed(document), *find_headed(document))


def find_signed(document: Document) -> tuple[Attribution, ...]:
    """Each signed quotation with its dash for a cue and the name behind it for a source, in reading order."""
    article = document.article
    found: list[Attribution] = []
    for quotation in document.quotations:
        if quotation.depth or not quotation.closed:
            continue
        number = article.block_at(quotation.outer[1] - 1)
        end = article.blocks[number].span[1]
        start = quotation.outer[1]
        if not article.text[start:end].strip(" .,") and number + 1 < len(article.blocks):
            start, end = article.blocks[number + 1].span
            if article.blocks[number].kind == article.blocks[number + 1].kind == "list-item":
                continue  # the dash before the next item is its bullet
        match = _SIGNED.match(article.text, start, end)
        if match is None or len(match["name"].split()) > _LONGEST:
            continue
        behind = document.list_words(match.span("name"))
        if any(word.is_finite for word in behind[:_OPENING]):
            continue
        found.append(Attribution(quotation.spans, (match.span("dash"),), (match.span("name"),)))
    return tuple(found)


def find_headed(document: Document) -> tuple[Attribution, ...]:
    """Quotations, each paragraphs of its own, under a line that names who says it and tells more of them, in reading
    order; none where they are not several: “3. Ida Moss, harbour master”, “Tom Hale (Harbour Times)”."""
    blocks = document.article.blocks
    names: dict[int, Span] = {}
    for number in range(len(blocks) - 1):
        name = _match_heading(document, blocks[number].span) if _opens(document, blocks[number + 1].span) else None
        if name is not None:
            names[number] = name
    heads = list(names)
    if len(heads) < _SEVERAL:
        return ()
    found: list[Attribution] = []
    for number, following in zip(heads, [*heads[1:], len(blocks)], strict=True):
        below = _take_quoted(document, [block.span for block in blocks[number + 1 : following]])
        if below:
            found.append(Attribution(tuple(below), (), (names[number],), verbatim=True))
    return tuple(found) if len(found) >= _SEVERAL else ()


def _take_quoted(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Of some paragraphs the first, which opens with a quotation mark, and those that its quotation goes on in."""
    taken: list[Span] = []
    for span in spans[:_LONGEST_ITEM]:
        if taken and _closes(document, taken[-1]) and not _opens(document, span):
            break
        taken.append(span)
    while taken and not _closes(document, taken[-1]):
        taken.pop()
    return taken


def _match_heading(document: Document, span: Span) -> Span | None:
    """The name in a line that names somebody and tells more of them."""
    match = _HEADING.match(document.article.text, *span) if span[1] - span[0] <= _LONGEST_HEADING else None
    return None if match is None else match.span("name")


def _opens(document: Document, span: Span) -> bool:
    """Whether a paragraph opens with a quotation mark."""
    return document.article.text[span[0]] in '“"'


def _closes(document: Document, span: Span) -> bool:
    """Whether a paragraph ends with a mark that closes a quotation, or with a comma behind it."""
    return document.article.words_of(span).removesuffix(",").endswith(("”", '"'))


def set_apart(document: Document, others: Sequence[Attribution], signed: Sequence[Attribution]) -> list[Attribution]:
    """Other attributions without the signed quotations: a signature counts for more than a cue that is but a dash, or
    that stands in another block."""
    if not signed:
        return [one for one in others if one.content]
    article = document.article
    quoted = index_contents(signed)
    kept: list[Attribution] = []
    for one in others:
        words = [cue for cue in one.cue if any(letter.isalnum() for letter in article.words_of(cue))]
        blocks = {article.block_at(cue[0]) for cue in words}
        rest = tuple(
            (start, end)
            for start, end in one.content
            if article.block_at(start) in blocks or not quoted.touches([(start, end)])
        )
        if rest:
            kept.append(one.with_spans(rest))
    return kept


def find_posts(document: Document) -> tuple[Attribution, ...]:
    """What was posted by whom, in reading order: the block before the dash, without the links at its end. Who has no
    name but signs or none at all goes by the handle."""
    article = document.article
    found: list[Attribution] = []
    for block in article.blocks if "(@" in article.text else ():
        start, end = block.span
        match = _POSTED.search(article.text, start, end) if end - start <= _LONGEST_POST else None
        if match is None:
            continue
        said, links = article.text[start : match.start()], ""
        while said != links:
            links = said.rstrip(" \n>")
            said = _LINK.sub("", links)
        if len(said.split()) >= _FEWEST:
            named = any(letter.isalnum() for letter in match["name"])
            source = match.span("name" if named else "handle")
            found.append(Attribution(((start, start + len(said)),), (match.span("dash"),), (source,), verbatim=True))
    return tuple(found)


def take_posts(others: Sequence[Attribution], posts: Sequence[Attribution]) -> list[Attribution]:
    """Other attributions, and the posts; what others say or point to in these is part of them."""
    if not posts:
        return [one for one in others if one.content]
    taken = index_contents(posts)
    kept: list[Attribution] = []
    for one in others:
        rest = tuple(span for span in one.content if not taken.touches([span]))
        if rest and not taken.touches(one.cue):
            kept.append(one.with_spans(rest))
    return [*kept, *posts]
