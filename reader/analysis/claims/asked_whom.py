"""Who is asked to do a thing is part of what is asked: "urged | ministers to wait", "called on | Moss to resign"."""

from collections.abc import Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.claims.forms import BE
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import find_phrase_after

_ASKING = frozenset(["ask", "urge", "advise", "beg", "implore", "request"])
"""Lemmas behind which somebody and what they shall do are one thing; who is told or warned only hears it."""


def take_asked(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with who shall do what somebody asks for, never over a word that plays a part in another."""
    parts = cache(lambda: index_parts(found))
    taken: list[Attribution] = []
    for one in found:
        start = _find_asked(document, one)
        if start is not None:
            first, *rest = sorted(one.content)
            if not parts().touches([(start, first[0])]):
                one = one.with_spans(((start, first[1]), *rest))
        taken.append(one)
    return taken


def _find_asked(document: Document, one: Attribution) -> int | None:
    """Where the phrase begins for whoever is asked, between a cue and an infinitive; None where none stands there."""
    if not one.cue or not one.content or one.verbatim:
        return None
    start = min(one.content)[0]
    end = one.cue[-1][1]
    if start <= end + 1 or any(end <= low < start for low, _ in one.source):
        return None
    words = document.words
    at, opens = document.words_in(one.cue[-1]).stop, document.words_in((start, start + 1)).start
    if not at < opens < len(words) or words[at - 1].sentence != words[opens].sentence:
        return None
    to = opens + 1 if words[opens].text.lower() == "not" else opens
    if to == len(words) or words[to].text.lower() != "to" or not _asks(document.list_letters(one.cue[-1])):
        return None
    phrase = find_phrase_after(document, at, opens)
    stop = opens - 1 if words[opens - 1].text == "," else opens
    return words[at].start if phrase is not None and phrase.stop >= stop else None


def _asks(cue: Sequence[Word]) -> bool:
    """Whether a cue ends in a verb of asking: "has urged", "is calling on"; not "was asked"."""
    texts = [word.text.lower() for word in cue]
    if not cue or (cue[-1].tag == "VBN" and BE.intersection(texts)):
        return False
    if texts[-1] in ("on", "upon"):
        return [lemma_of(text) for text in texts[-2:-1]] == ["call"]
    return lemma_of(texts[-1]) in _ASKING or texts[-1] in load_group("cues_meant", "ordering")
