"""Speakers without a name whom a later claim calls by the noun alone: "the ministry" behind "a Norwegian ministry"."""

from collections.abc import Sequence

from reader.analysis.actors.references import find_core_end
from reader.analysis.actors.voice import Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_OPENERS = frozenset(["the", "a", "an"])
_OTHERS = frozenset(
    ["another", "other", "others", "some", "several", "many", "most", "few", "more", "one", "two", "no", "any", "each"]
)
"""Words of a phrase that tells of others, or of one among them."""
_OF = frozenset(["of", "at", "from", "for", "in"])
_LONGEST = 14


def tell_fuller(document: Document, drafts: Sequence[Draft], voices: list[Voice]) -> None:
    """Give claims of the outermost level by "the" and a noun the words of the fuller phrase with that noun by which
    their speaker, who has no name, was last told of in another claim."""
    fuller: dict[str, Span | None] = {}
    for index, draft in enumerate(drafts):
        if draft.within is not None or not draft.source or voices[index].clusters:
            continue
        span = voices[index].words or draft.source[0]
        words = document.list_words(span)
        core = words[: find_core_end(words)]
        if not core or not core[-1].tag.startswith("NN"):
            continue
        if not (core[-1].text.islower() or (len(core) == 1 and core[-1].tag == "NNS")):
            continue
        head = core[-1].text.lower()
        if len(core) == len(words) == 2 and core[0].text.lower() == "the":
            if voices[index].words is None and (known := fuller.get(head)) is not None:
                voices[index] = Voice(words=known)
        elif not document.is_in_headline(core[0]):
            phrase = _find_fuller(words, core)
            before = fuller.get(head, phrase)
            same = phrase is not None and before is not None and _names_same(document, before, phrase)
            fuller[head] = before if same else None


def _find_fuller(words: Sequence[Word], core: Sequence[Word]) -> Span | None:
    """A phrase up to its comma or clause, where it tells whose or of what somebody is, and not only what they are like:
    "a police spokesman", "Weir's mayor", "researchers at the hospital"; not "a new study"."""
    texts = [word.text.lower() for word in core]
    if not _OTHERS.isdisjoint(texts) or any(word.tag in ("CC", "PRP$", "CD") for word in core):
        return None
    behind = words[len(core) :]
    stop = next((i for i, word in enumerate(behind) if word.text in ",(—–:" or word.tag.startswith("W")), len(behind))
    joined = stop > 1 and behind[0].text.lower() in _OF and not any(word.is_verb for word in behind[:stop])
    whole = [*core, *(behind[:stop] if joined else ())]
    more = [word for word in whole if word is not core[-1] and word.text.lower() not in _OPENERS]
    told = any(word.tag.startswith("NN") or word.text[0].isupper() for word in more)
    return (whole[0].start, whole[-1].end) if told and len(whole) <= _LONGEST else None


def _names_same(document: Document, one: Span, other: Span) -> bool:
    """Whether two phrases with one noun have a word in common that tells of whom: both are of one."""
    first, second = (
        {word.text.lower() for word in document.list_words(span) if word.text[0].isalnum()} - _OPENERS - _OF
        for span in (one, other)
    )
    return first <= second or second <= first
