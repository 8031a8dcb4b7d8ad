"""Claims that the tagger passes over by habit: what encloses another claim of the same sentence, and what a court or a
jury at the sentence's end was told."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.analysis.claims.attribution import Attribution, find_overlapping, index_contents
from reader.analysis.document.cues import CLAUSAL, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.span_index import SpanIndex

CONFIDENCE = 0.6
"""So sure are these: about as often right on chains/dev."""
_COURTS = load_words("courts")
_TOLD = re.compile(
    r",[”\"’]? (?P<source>(?:(?:an?|the|its|their) )?(?:[\w’'-]+ ){1,6}?)"
    r"(?P<cue>(?:was|were|has been|have been) (?:told|warned|informed)|heard|hears|told|suggests?|finds?|shows?|says?)"
    r"(?P<when> (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| yesterday| today)?[.]?$"
)
_FEWEST = 4
_CERTAIN = frozenset(
    ["say", "add", "tell", "warn", "insist", "announce", "claim", "argue", "disclose", "explain", "state"]
)
"""Lemmas of which "X added that …" is a claim whatever else."""
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


def add_passed_over(
    document: Document, found: Sequence[Attribution], ruled: Callable[[], Sequence[Attribution]]
) -> list[Attribution]:
    """The attributions with those passed over, in any order. `ruled` gives what the rules find, where it is asked."""
    widened = [_lift(document, _widen(document, one)) for one in found]
    added = [*widened, *_find_told(document, widened)]
    return [*added, *_find_around(document, added, ruled)]


def _find_told(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Sentences and headlines that end in who was told, heard or found all that stands before: "…, a jury was told"."""
    made: list[Attribution] = []
    text = document.article.text
    cues = SpanIndex((span, one) for one in found for span in one.cue)
    for sentence in document.sentences:
        start, end = sentence.span
        match = _TOLD.search(text, start, end)
        if match is None or len(text[start : match.start()].split()) < _FEWEST:
            continue
        cue, headline = match["cue"], document.article.blocks[sentence.block].kind in ("title", "heading")
        passive = " " in cue
        if not passive and not headline and cue not in ("heard", "hears"):
            continue
        last = match["source"].split()[-1].lower()
        if cue in ("heard", "hears") and last not in _COURTS:
            continue
        at = match.span("cue")
        if cues.touches([at]):
            continue
        if any(document.is_quoted(place) for place in at):
            continue
        content = (start, match.start() + (1 if text[match.start() + 1] in '”"’' else 0))
        source = (match.start("source"), match.end("source") - 1)
        hearer = passive or cue in ("heard", "hears", "told")
        made.append(Attribution((content,), (at,), () if hearer else (source,)))
    return made


def _lift(document: Document, one: Attribution) -> Attribution:
    """An attribution that its form makes surer than the tagger is: "It added that …"."""
    if not one.cue or not one.source or one.confidence is None or one.confidence >= CONFIDENCE:
        return one
    last = document.words[document.words_in(one.cue[-1]).stop - 1]
    start = min(one.content)[0]
    that = document.article.text[last.end : start + 5].lower() == " that "
    return replace(one, confidence=CONFIDENCE) if that and lemma_of(last.text) in _CERTAIN else one


def _widen(document: Document, one: Attribution) -> Attribution:
    """An attribution whose content begins only behind the verb of another one inside it: "Lund said a patient had told
    nurses | that he drank". All behind her cue is what she said."""
    if not one.cue or not one.source:
        return one
    verbs = [i for i in document.words_in(one.cue[-1]) if lemma_of(document.words[i].text) in SAID_LEMMAS]
    content = document.words_in(min(one.content))
    if not verbs or not content or document.is_quoted(document.words[verbs[-1]].start):
        return one
    gap = range(verbs[-1] + 1, content.start)
    if len(gap) < _FEWEST or document.words[verbs[-1]].sentence != document.words[content.start].sentence:
        return one
    inner = [
        i
        for i in gap
        if lemma_of(document.words[i].text) in SAID_LEMMAS
        and document.words[i].tag in ("VBD", "VBZ", "VBP", "VBN")
        and content.start - i <= _FEWEST
        and i - gap.start >= 2
    ]
    if any(document.words[i].tag in ("WP", "WDT", "CC") for i in gap):
        return one
    if not inner or any(gap.start <= i < gap.stop for span in one.source for i in document.words_in(span)):
        return one
    start = document.words[gap.start]
    first = start.start if start.text not in (",", ":") else document.words[gap.start + 1].start
    return replace(one, content=((first, min(one.content)[1]), *sorted(one.content)[1:]))


def _find_around(
    document: Document, found: Sequence[Attribution], by_rule: Callable[[], Sequence[Attribution]]
) -> list[Attribution]:
    """What encloses another claim of its sentence: "Lund said that the yard had told her that it was late" of which
    only what the yard told was found."""
    taken = {i for one in found for span in one.cue for i in document.words_in(span)}
    doubtful = {index for index in range(len(document.sentences)) if _has_free_cue(document, index, taken)}
    if not doubtful:
        return []
    made: list[Attribution] = []
    contents = index_contents(found)
    for ruled in by_rule():
        words = [i for span in ruled.cue for i in document.words_in(span)]
        if not words or taken & set(words) or document.words[words[0]].sentence not in doubtful:
            continue
        start, end = ruled.content[0][0], ruled.content[-1][1]
        touched = find_overlapping(ruled, contents)
        inside = [one for one in touched if one.cue and start < one.cue[0][0] < end and min(one.content)[0] >= start]
        others = [one for one in touched if one not in inside]
        inside = [one for one in inside if one.cue[0][0] < min(one.content)[0]]
        finite = any(document.words[i].tag in _FINITE for one in inside for i in document.words_in(one.cue[-1]))
        lemma = lemma_of(document.words[words[-1]].text)
        opens = document.words_in(ruled.content[0]).start - words[-1] <= (_FEWEST if lemma == "tell" else 1)
        alone = lemma in _CERTAIN and document.article.words_of(ruled.content[0]).lower().startswith("that ")
        encloses = finite and opens and lemma in CLAUSAL
        plain = alone and not touched
        if (encloses or plain) and not others and ruled.source and ruled.cue[0][0] < start:
            made.append(Attribution(ruled.content, ruled.cue, ruled.source, CONFIDENCE))
    return made


def _has_free_cue(document: Document, sentence: int, taken: set[int]) -> bool:
    return any(
        i not in taken
        and document.words[i].tag in ("VBD", "VBZ", "VBP")
        and lemma_of(document.words[i].text) in SAID_LEMMAS
        and not document.is_quoted(document.words[i].start)
        for i in document.sentence_words(sentence)
    )
