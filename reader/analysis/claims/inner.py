"""Finding the attributions of contents that are read as texts of their own: by the tagger, and by the rules."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from reader.analysis.claims import from_tagger, rules
from reader.analysis.claims.asked import find_asked
from reader.analysis.claims.attribution import Attribution, add_apart
from reader.analysis.claims.bidden import find_bidden
from reader.analysis.claims.checks import check_attributions
from reader.analysis.claims.denied_cues import take_denials
from reader.analysis.claims.endings import cut_endings
from reader.analysis.claims.faint_stances import find_faint_stances
from reader.analysis.claims.finished import finish_contents
from reader.analysis.claims.held import find_held
from reader.analysis.claims.meant import find_ordered
from reader.analysis.claims.own_sentence import keep_own_sentence
from reader.analysis.claims.passed_over import add_certain, add_forms, find_heard
from reader.analysis.document.cues import SAID_LEMMAS, THOUGHT_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.article.model import Span

_NOBODY = frozenset(["nobody", "none", "neither", "nothing"])
_AS_SAYING = re.compile(r" (?P<cue>(?:as )?(?P<verb>\w+ing))(?: in [\w ]+:)? ")
_SAYING_LAST = re.compile(r"  (?P<source>\S+(?: \S+)*?) (?P<cue>as (?P<verb>\w+ing))\W*$")
_SAYING = frozenset(["say", "tell", "ask"])
_FURTHEST = 90
"""So many letters at a content's end may tell who is quoted "as saying" what stands before."""
_LONGEST = 14
_ENDS = frozenset(",.!?…")


def find_inner(document: Document, meanwhile: Callable[[], None] = lambda: None) -> Sequence[Attribution]:
    """What the tagger finds in a document of contents, completed by the rules where it found nothing; `meanwhile` is
    done while it reads."""
    from reader.analysis.tagger import TaggerUnavailable

    begun = None
    with suppress(TaggerUnavailable):
        begun = from_tagger.begin_tagging(document.article, urgent=True)
    try:
        ruled = [one for one in rules.find_by_rules(document) if one.cue and not _by_nobody(document, one)]
        meanwhile()
        found: Sequence[Attribution] = (
            () if begun is None else from_tagger.find_tagged(document, begun, named=False).attributions
        )
    finally:
        if begun is not None:
            begun.cancel()
    found = keep_own_sentence(document, cut_endings(document, finish_contents(document, found)))
    found = add_certain(found, find_heard(document, agents=False))
    forms = (find_held, find_asked, find_ordered, find_bidden)
    found = add_forms(document, found, [one for find in forms for one in find(document)])
    found = add_apart(found, find_faint_stances(document))
    found = add_apart(add_apart(found, _quoted_as(document)), ruled)
    found = [one.with_spans(_to_the_mark(document, one.content)) for one in found]
    return check_attributions(document, take_denials(document, found))


def _quoted_as(document: Document) -> list[Attribution]:
    """Contents that are somebody "as saying" something: what "the paper quoted Ann Lee as saying it rained" holds."""
    found: list[Attribution] = []
    for number, block in enumerate(document.article.blocks):
        last = _SAYING_LAST.search(document.article.text, max(block.span[0], block.span[1] - _FURTHEST), block.span[1])
        if last is not None and lemma_of(last["verb"]) is not None:
            said = (block.span[0], block.span[0] + len(document.article.text[block.span[0] : last.start()].rstrip()))
            found.append(Attribution((said,), (last.span("cue"),), (last.span("source"),), 0.8))
            continue
        match = _AS_SAYING.search(document.article.text, block.span[0], block.span[1])
        if (
            match is None
            or lemma_of(match["verb"]) not in _list_quoting(match["cue"])
            or document.article.block_at(match.start()) != number
        ):
            continue
        source = (block.span[0], match.start())
        if document.article.text[slice(*source)].rstrip().endswith(","):
            source = (source[0], source[0] + len(document.article.text[slice(*source)].rstrip(" ,")))
        if 0 < len(document.words_in(source)) <= _LONGEST:
            found.append(Attribution(((match.end(), block.span[1]),), (match.span("cue"),), (source,), 0.8))
    return found


def _list_quoting(cue: str) -> frozenset[str]:
    """The lemmas of what somebody is quoted as doing; without the "as" it is saying, no other deed of theirs: "Norvik
    is adding a fee"."""
    return SAID_LEMMAS | THOUGHT_LEMMAS if cue.startswith("as ") else _SAYING


def _by_nobody(document: Document, one: Attribution) -> bool:
    """Whether a source is no one, and the claim none: "nobody could say how"."""
    return not one.source or document.article.words_of(one.source[0]).lower().split()[0] in _NOBODY | {"no"}


def _to_the_mark(document: Document, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content that opens with a quotation which is closed, its own stop inside, ended there: ‘It is full,’ and it
    was not."""
    kept: list[Span] = []
    for start, end in content:
        quotation = document.quotation_opening(start)
        inside = quotation is not None and quotation.closed and quotation.span[1] < end
        if inside and quotation is not None and document.article.text[quotation.span[1] - 1] in _ENDS:
            end = quotation.span[1]
        kept.append((start, end))
    return tuple(kept)
