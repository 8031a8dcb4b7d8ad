"""What a place in the text is part of, for a click on it."""

from collections.abc import Sequence

from reader.app.page.marks import Mark
from reader.app.state.reading import Reading
from reader.article.model import Span


def claim_at(marks: Sequence[Mark], position: int) -> str | None:
    """The id of the claim with the shortest mark that holds a character, among a block's marks."""
    held = (mark for mark in marks if mark.start <= position < mark.end)
    shortest = min(held, key=lambda mark: mark.end - mark.start, default=None)
    return shortest.claim.id if shortest is not None else None


def sentence_at(reading: Reading, position: int) -> Span:
    """The sentence that a character is part of; its block, where no sentences are known."""
    if reading.analysis:
        for sentence in reading.analysis.sentences:
            if sentence.span[0] <= position < sentence.span[1]:
                return sentence.span
    return reading.article.blocks[reading.article.block_at(position)].span
