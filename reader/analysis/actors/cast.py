"""Characters and who plays them: "Marnie Coyle (Ida Reade)", "Rob (Berg)"."""

import re
from collections.abc import Collection, Sequence

from reader.analysis.actors.naming import Naming
from reader.analysis.document.document import Document
from reader.article.model import Span

_PLAYER = re.compile(r" \([A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*\)")


def list_characters(document: Document, people: Sequence[Naming]) -> set[str]:
    """The names of one word behind which another name stands in brackets: "Rob (Berg)" is not the Rob Berg who plays
    him."""
    text = document.article.text
    return {naming.key for naming in people if len(naming.tokens) == 1 and _PLAYER.match(text, naming.span[1])}


def is_player(text: str, name: Span, ends: Collection[int]) -> bool:
    """Whether a name stands alone in brackets right behind somebody's: of the two that one goes on being spoken of.
    `ends` are where people's names end."""
    start, end = name
    return text.startswith(" (", start - 2) and text.startswith(")", end) and start - 2 in ends
