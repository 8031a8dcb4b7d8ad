"""What somebody said who is only told of: "a man who says the police broke his arm",
"Moss, who claimed the fee was a tax, left", "a letter in which she said she was ill"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, NOT, SUBJECTS, find_told_end, has_verb_early, is_bound, lay_form
from reader.analysis.claims.ruled import CERTAIN
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.phrases import find_group_start, find_subject

_WHO = ("WP", "WDT")
_FEWEST = 4
_CERTAIN = CERTAIN - {"tell"}


def find_told_of(document: Document) -> Iterator[Attribution]:
    """What somebody said whom the sentence tells of, or said in what it tells of, in no order."""
    words = document.words
    for at in document.cues_in(range(len(words))):
        if words[at].tag not in ("VBD", "VBZ", "VBP", "VBN") or lemma_of(words[at].text) not in _CERTAIN:
            continue
        low, high = (document.first[words[at].sentence + k] for k in (0, 1))
        told = words[at + 1 : high]
        if len(told) < _FEWEST or document.is_quoted(words[at].start) or not _opens(told):
            continue
        start = find_group_start(document, at, low)
        group = words[start:at]
        passive = words[at].tag == "VBN" and any(word.text.lower() in BE for word in group)
        if passive or is_bound(group) or any(word.text.lower() in NOT for word in group):
            continue
        who = find_subject(document, start, low)
        end = None if who is None else _find_end(document, at + 1, high, who)
        if who is not None and end is not None and end - at > _FEWEST:
            yield lay_form(document, range(at + 1, end), range(start, at + 1), who)


def _opens(told: Sequence[Word]) -> bool:
    """Whether a clause of its own follows a verb, with a subject."""
    subject = told[0].is_proper or (told[0].tag in SUBJECTS and told[0].text.lower() not in ("this", "that", "which"))
    return subject and has_verb_early(told)


def _find_end(document: Document, opens: int, high: int, who: range) -> int | None:
    """Where what is told ends behind a relative clause's verb; None of a sentence's own clause, and of a clause that
    tells more of what the sentence is about and that no comma parts from the rest."""
    words = document.words
    low = document.first[words[opens].sentence]
    before = words[who.start - 1] if who.start > low else None
    if before is None:
        return None
    end = find_told_end(words, opens, high)
    if words[who.start].tag not in _WHO:
        return (
            end
            if before.text.lower() == "which" and who.start - 2 >= low and words[who.start - 2].tag == "IN"
            else None
        )
    if before.text == ",":
        return next((i for i in range(opens, end) if words[i].text in (",", "—", "–")), end)
    named = before.tag.startswith("NN") or before.text.lower() == "those"
    return end if named and any(words[i].is_finite for i in range(low, who.start - 1)) else None
