"""Quotations signed with a dash: “…” — Name, on the same line or on the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.claims.attribution import Attribution, index_contents
from reader.analysis.document.document import Document

_SIGNED = re.compile(r"\s*(?P<dash>--|[—–―‒-])\s*(?P<name>[^\W\d_a-z][^“”\"\n.!?]{1,80}?)\.?\s*$")
_LONGEST = 12
"""So many words a signature has at most."""
_OPENING = 6
"""A verb among so many words behind the dash makes a sentence of them, not a signature."""


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
        match = _SIGNED.match(article.text, start, end)
        if match is None or len(match["name"].split()) > _LONGEST:
            continue
        behind = document.list_words(match.span("name"))
        if any(word.is_finite for word in behind[:_OPENING]):
            continue
        found.append(Attribution(quotation.spans, (match.span("dash"),), (match.span("name"),)))
    return tuple(found)


def set_apart(document: Document, others: Sequence[Attribution], signed: Sequence[Attribution]) -> list[Attribution]:
    """Other attributions without the signed quotations: a signature counts for more than a cue that is but a dash, or
    that stands in another block."""
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
            kept.append(one if rest == one.content else replace(one, content=rest))
    return kept
