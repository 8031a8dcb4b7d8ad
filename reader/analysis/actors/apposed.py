"""Who "the bank" is where the article says so elsewhere: "The bank, Norvik Savings,", "Norvik Savings, the bank,"."""

import re
from collections.abc import Collection, Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.article.model import Span

_ENDS = frozenset([",", ".", ";", ")", "—", "–"])


def name_apposed_elsewhere(
    document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]
) -> None:
    """Give whoever speaks as "the" and what they are, and for whom nobody was found, the one name in commas that stands
    right behind that phrase, or before it, anywhere in the article."""
    known: dict[str, int | None] = {}
    behind = {span[0] for draft in drafts for span in draft.source if draft.cue and draft.cue[-1][1] == span[0] - 1}
    for index, draft in enumerate(drafts):
        if voices[index].clusters or not draft.source:
            continue
        phrase = _read_phrase(document, draft.source[0])
        if phrase is None:
            continue
        if phrase not in known:
            known[phrase] = _find_named(document, clusters, phrase, behind)
        who = known[phrase]
        if who is not None:
            voices[index] = Voice((who,), SURE["description"])


def _read_phrase(document: Document, source: Span) -> str | None:
    """A source that is "the" and a noun for somebody, with what stands before the noun, in small letters."""
    words = document.list_words(source)
    core = words[: find_core_end(words)]
    if len(core) < 2 or core[0].text.lower() != "the" or any(word.tag == "POS" for word in core):
        return None
    head = core[-1].text.lower()
    if len(words) > len(core) or head.startswith("spokes") or core[-1].tag != "NN":
        return None
    somebody = head in load_words("bodies_called") or is_person_noun(head)
    return document.article.words_of((core[0].start, core[-1].end)).lower() if somebody else None


def _find_named(document: Document, clusters: Sequence[Cluster], phrase: str, behind: Collection[int]) -> int | None:
    """The one actor whom commas set beside a phrase; None where there are several, or none. Behind a cue
    the phrase itself speaks: continued the insider, Hale, 60, “has left”."""
    text = document.article.text
    told = re.finditer(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE)
    found = {match.span() for match in told if match.start() not in behind}
    named = {
        who
        for who, one in enumerate(clusters)
        for start, end in one.spans
        for low, high in found
        if (text[high:start] == ", " and text[end : end + 1] in _ENDS)
        or (text[end:low] == ", " and text[high : high + 1] in _ENDS and one.kind != "place")
    }
    return named.pop() if len(named) == 1 else None
