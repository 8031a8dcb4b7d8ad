"""What a court hears of somebody goes on with what they said: "The court heard that Moss had sold the boat | and told
the crew that it sank" is no word of the court's."""

from collections import defaultdict
from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_group_start
from reader.article.model import Span

_HEARD = frozenset(["heard", "hears", "hear"])
_HEARING = frozenset(["court", "jury", "inquest", "tribunal", "trial", "hearing", "inquiry", "enquiry"])
"""What only hears; a committee may hear that, and say this."""
_TOLD_OF = frozenset(
    [
        *("say", "tell", "claim", "admit", "insist", "threaten", "shout", "deny"),
        *("boast", "complain", "write", "beg", "promise", "brag", "yell"),
    ]
)
"""Lemmas for what is told of somebody in court; what courts and inquiries do themselves, as rule, ask and warn, is none
of it."""


def join_heard(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with what courts heard whole, and without those that give them what was said of somebody there."""
    by_source: dict[tuple[Span, ...], list[Attribution]] = defaultdict(list)
    for one in found:
        by_source[one.source].append(one)
    gone: set[int] = set()
    whole: dict[int, Attribution] = {}
    for one in found:
        if id(one) in gone or not _is_hearing(document, one):
            continue
        heard = one
        for other in by_source[one.source]:
            if other is not one and id(other) not in gone and _goes_on(document, one, other):
                gone.add(id(other))
                start, _ = max(heard.content)
                heard = heard.with_spans((*sorted(heard.content)[:-1], (start, max(other.content)[1])))
        whole[id(one)] = heard
    return [whole.get(id(one), one) for one in found if id(one) not in gone]


def _is_hearing(document: Document, one: Attribution) -> bool:
    cue = document.article.words_of(one.cue[-1]).lower() if one.cue and one.content else ""
    if cue.rpartition(" ")[2] not in _HEARD or not one.source or one.source[0][0] > one.cue[0][0]:
        return False
    who = {word.text.lower() for word in document.list_words(one.source[0])[-3:]}
    return not who.isdisjoint(_HEARING) and one.cue[-1][1] < min(one.content)[0]


def _goes_on(document: Document, one: Attribution, other: Attribution) -> bool:
    """Whether the verb of another claim of the same source stands right behind what was heard and "and"."""
    if not other.cue or not other.content:
        return False
    words = document.words
    end = document.words_in(max(one.content)).stop
    cue = document.words_in(other.cue[0])
    if not cue or cue.start < end or min(other.content)[0] < other.cue[0][0]:
        return False
    if words[cue.start].sentence != words[end - 1].sentence:
        return False
    verb = next((i for i in cue if lemma_of(words[i].text) in _TOLD_OF), None)
    start = end if verb is None else find_group_start(document, verb, end)
    return end < start <= cue.start and words[start - 1].text.lower() == "and" and start - end <= 2
