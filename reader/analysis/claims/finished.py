"""Contents that the tagger leaves unfinished: ended within a phrase, before the verb of their clause, or begun behind
the clause that they belong to."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from reader.analysis.claims.attribution import Attribution, index_parts
from reader.analysis.claims.rules import is_according
from reader.analysis.document.cues import CLAUSAL, OBJECT, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import RELATIVE_TAGS, skip_back
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_GOES_ON = ("DT", "PRP$", "WP$", "PDT", "POS")
"""Tags of words that a phrase does not end with."""
_BINDS = frozenset(["while", "and", "but", "or", "whereas", "although", "though", "as"])
_ASIDE = frozenset(["while", "whereas", "although", "though"])
_ALONE = frozenset(["this", "that", "these", "those", "all", "both", "some", "any", "each", "more", "another"])
_SHORT = 4
"""A broken part of so many words, with its comma, is cut off: "ahead by three points, using an"."""
_STOPS = frozenset(",;:()—–")
_BOUND = frozenset(["that", "which", "who", "because", "since", "as", "when", "after", "although", "while", "where"])
"""Words that go on, right behind who says it, with what that is."""
_NO_SUBJECT = frozenset([",", "and", "or"])
_PARTICIPLES = frozenset(["following", "including", "regarding"])
"""Participles that stand before their noun as prepositions do."""
_PREPOSED = _PARTICIPLES | {"given", "compared", "taken", "considering", "seen"}
"""Participles that open a clause with what it is compared to: "according to Moss, compared with May, sales fell"."""
_SPELLS = frozenset(["minutes", "hours", "days", "weeks", "months", "years"])
_ON = frozenset(["during", "in", "at", "on"])
_WANTING_CLAUSE = CLAUSAL - OBJECT


def finish_contents(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the unquoted contents among theirs finished, never over a word that plays a part in another."""
    parts = cache(lambda: index_parts(found))
    return [_finish(document, one, parts) for one in found]


def _finish(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    content = sorted(one.content)
    if not one.cue or document.is_quoted(content[-1][1] - 1):
        return one
    start, end = content[-1]
    occasion = _find_occasion(document, one, content[-1])
    if occasion is not None:
        return one.with_spans((*content[:-1], (start, occasion)))
    at = document.words_in((start, end))
    if not at:
        return one
    high = document.first[document.words[at.stop - 1].sentence + 1]
    stop = at.stop
    last = document.words[stop - 1]
    binds = last.text.lower() in _BINDS or last.tag in RELATIVE_TAGS
    if binds and stop - 2 > at.start and document.words[stop - 2].text in _STOPS:
        stop -= 2
    elif _leads_on(document, at, high):
        stop -= 2 if document.words[stop - 2].tag == "CD" else 1
    elif _waits(document, at, high):
        stop = _find_phrase_end(document, at, high)
    elif _is_joint(last) and stop - 1 > at.start and stop < high and not document.words[stop].is_verb:
        stop -= 1
    elif (last.tag in _GOES_ON and last.text.lower() not in _ALONE) or _is_more(document, at):
        comma = next((i for i in reversed(at) if document.words[i].text == ","), at.start)
        short = comma > at.start and stop - comma <= _SHORT
        stop = comma if short else _find_phrase_end(document, at, high)
    elif len(content) == 1 and _is_unfinished(document, one, at, high):
        stop = high
    begin = at.start
    relative = document.words[begin].tag in RELATIVE_TAGS and start < one.cue[0][0]
    if relative and len(content) == 1 and is_according(document, one):
        low = document.first[document.words[begin].sentence]
        begin = low if begin > low and document.words[begin - 1].text == "," else begin
    if len(content) == 1 and _begins_inside(document, one, at):
        begin = document.first[document.words[begin].sentence]
    if len(content) == 1 and is_according(document, one) and begin == at.start:
        begin = _skip_apposition(document, one, at)
    fresh = _span(document, begin, stop)
    grown = [span for span in ((fresh[0], start), (end, fresh[1])) if span[0] < span[1]]
    if grown and parts().touches(grown):
        return one
    return one.with_spans((*content[:-1], fresh))


def _find_occasion(document: Document, one: Attribution, content: Span) -> int | None:
    """Where a content ends that runs on, behind the quotation that it holds, into when and where it was said: "that the
    quay “will stay open” | during a call on Sunday that both described as frank"."""
    if content[0] < one.cue[-1][1] or document.is_quoted(content[0]):
        return None
    at = document.words_in(content)
    if not document.count_quoted(document.words[at.start : at.stop]):
        return None
    closes = next((i for i in reversed(at) if document.is_quoted(document.words[i].start)), None)
    if (
        closes is None
        or closes + 2 >= at.stop
        or document.words[closes].sentence != document.words[at.stop - 1].sentence
    ):
        return None
    opens = next((i for i in range(closes + 1, at.stop) if document.words[i].text[0].isalnum()), at.stop)
    behind = [document.words[i] for i in range(opens, at.stop)]
    if len(behind) < 3 or behind[0].text.lower() not in _ON or behind[1].tag not in ("DT", "PRP$"):
        return None
    head = next(
        (i for i in range(2, len(behind)) if not behind[i].tag.startswith(("NN", "JJ", "CD", "HYPH"))), len(behind)
    )
    if behind[head - 1].text.lower() not in load_words("settings"):
        return None
    quotation = document.quotation_at(document.words[closes].start)
    return None if quotation is None else quotation.outer[1]


def _begins_inside(document: Document, one: Attribution, at: range) -> bool:
    """Whether a content before its cue begins in the middle of a phrase: "The other reported | fire broke out in May,
    according to Moss", "The first break came | when a word was found, the court heard"."""
    first = document.words[at.start]
    low = document.first[first.sentence]
    if at.start == low or one.cue[0][0] < first.start or document.is_quoted(first.start):
        return False
    if document.words[document.words_in(one.cue[0]).start].sentence != first.sentence:
        return False
    behind = document.words[at.stop : at.stop + 2]
    if any(word.text.lower() == "as" for word in behind):
        return False
    before = document.words[low : at.start]
    loose = before[-1].text[0].isalnum() and before[-1].tag not in ("CC", "IN", "WDT", "WP", "WRB")
    return loose and not any(word.text in _STOPS for word in before) and not document.count_quoted(before)


def _span(document: Document, begin: int, stop: int) -> Span:
    """The span of words without the sentence's stop."""
    while stop > begin + 1 and document.words[stop - 1].text in ".,;":
        stop -= 1
    return document.words[begin].start, document.words[stop - 1].end


def _skip_apposition(document: Document, one: Attribution, at: range) -> int:
    """Where a content begins behind what its source is, or did: "According to the report, the latest there is, | sales
    fell", "according to the survey, held in May, | few vote", "according to an aide, who spoke because she had to, | it
    is shut"; not "According to the report, the owner, Ann Lee, left", "a man, a woman and a child left"."""
    words = document.words
    source = document.words_in(one.source[-1]) if one.source else range(0)
    if not source or at.stop <= source.stop:
        return at.start
    begin = max(at.start, source.stop) if source.start <= at.start else at.start
    first = words[begin]
    bound = begin == source.stop and first.text.lower() in _BOUND
    if not bound and (source.stop + 1 != at.start or words[source.stop].text != ","):
        return at.start
    relative = bound or first.tag in RELATIVE_TAGS
    if relative:
        begin = next((i for i in range(begin, at.stop) if words[i].is_finite), at.stop - 1) + 1
    elif first.tag in ("VBN", "VBD", "VBG") and first.text.lower() not in _PREPOSED:
        begin += 1
    elif first.tag != "DT":
        return at.start
    ends = (i for i in range(begin, at.stop) if words[i].text == "," or (words[i].is_finite and not relative))
    comma = next(ends, at.stop)
    verb = next((i for i in range(comma + 1, at.stop) if words[i].is_finite or words[i].text in _NO_SUBJECT), at.stop)
    plain = verb < at.stop and words[comma].text == "," and words[verb].text not in _NO_SUBJECT
    return comma + 1 if plain and verb > comma + 1 and words[comma + 1].tag not in RELATIVE_TAGS else at.start


def _leads_on(document: Document, at: range, high: int) -> bool:
    """Whether words end in one that belongs to a clause behind them, which is left out: "shut the quay hours |
    after", "the fares will fall even | as"; not in what tells how long it is: "for five days | after"."""
    words = document.words
    if at.stop >= high or len(at) <= _SHORT or words[at.stop].text.lower() not in ("after", "before", "as", "though"):
        return False
    last, before = words[at.stop - 1].text.lower(), words[at.stop - 2]
    if last in ("shortly", "soon", "just", "even"):
        return before.text.lower() not in ("as", "so", "too", "very")
    counted = words[at.stop - 3] if before.tag == "CD" else before
    return last in _SPELLS and counted.tag not in ("IN", "DT", "JJ", "TO", "CD")


def _waits(document: Document, at: range, high: int) -> bool:
    """Whether words end in one that the word right behind it goes on from: "lost votes in | Kent", "had begun to |
    improve", "within ten | years", "the widely | read report", "sold it and | leaving"."""
    if at.stop >= high or len(at) < 2:
        return False
    before, last, behind = (document.words[i] for i in range(at.stop - 2, at.stop + 1))
    if not behind.text[0].isalnum() or document.is_quoted(behind.start) != document.is_quoted(last.start):
        return False
    if last.tag == "CD":
        return behind.tag == "NNS"
    if last.tag == "RB":
        return before.tag == "DT" and behind.tag == "VBN"
    if _is_joint(last):
        return behind.tag == "VBG"
    return last.tag in ("IN", "TO", "WRB", "WP", "WDT") or last.text.lower() in _PARTICIPLES


def _is_joint(word: Word) -> bool:
    """Whether a word joins two clauses or phrases: "both" may be all that is told of."""
    text = word.text.lower()
    return text in _ASIDE or (word.tag == "CC" and text not in _ALONE)


def _is_more(document: Document, at: range) -> bool:
    """Whether words end in "the more", "a less"."""
    last = [document.words[i].text.lower() for i in at[-2:]]
    return len(last) == 2 and last[1] in ("more", "less", "most", "least") and last[0] in ("the", "a", "an")


def _find_phrase_end(document: Document, told: range, high: int) -> int:
    """Where a phrase ends that is broken off behind words: at the next mark, and where they are a thing before the verb
    that goes on behind it ("a place in | the final and has left")."""
    words = document.words
    thing = not any(words[i].is_finite for i in told)
    at = told.stop
    while at < high and words[at].text not in _STOPS and not document.is_quoted(words[at].start):
        joint = skip_back(words, at, told.stop) - 1
        if thing and words[at].is_finite and joint >= told.stop and words[joint].tag == "CC":
            return joint
        at += 1
    return at


def _is_unfinished(document: Document, one: Attribution, at: range, high: int) -> bool:
    """Whether a verb of speech that wants a clause has a thing alone, behind which a relative clause and then the verb
    follow: "suggested the fee | , which is guaranteed, was a tax"."""
    behind = document.words[at.stop : high]
    if len(behind) < 3 or behind[0].text != "," or behind[1].tag not in RELATIVE_TAGS:
        return False
    lemmas = {lemma_of(word.text) for word in document.gather_words(one.cue)} - {None}
    if not lemmas or not lemmas <= _WANTING_CLAUSE or at.start < document.words_in(one.cue[-1]).stop:
        return False
    return not any(document.words[i].is_verb for i in at) and _has_own_verb(behind[1:])


def _has_own_verb(words: Sequence[Word]) -> bool:
    """Whether a verb with a tense stands right behind a comma that closes a relative clause."""
    return any(word.text == "," and behind.is_finite for word, behind in pairwise(words))
