"""Where contents begin and end by the grammar of their sentence: with the relative that is their subject, with both
halves that a cue between commas parts, behind the phrase that they break off in, before what the speaker says or
refuses to say next."""

from collections.abc import Callable, Sequence
from functools import cache

from reader.analysis.claims.attribution import Attribution, index_parts, overlaps, subtract_spans
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import RELATIVES, SPELLS, drop_end_marks, is_time, skip_time
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

_RELATIVE_TAGS = ("WDT", "WP", "WP$", "WRB", "IN")
_MARKS = frozenset(",;:()—–-.")
_SUBORDINATE = frozenset(["if", "when", "unless", "although", "though", "while", "because", "since", "once", "until"])
_CONDITIONS = frozenset(["if", "unless", "when", "once", "until", "because", "since", "after", "before"])
_COMPARING = frozenset(["as", "like", "unlike", "while", "though", "although"])
_DASHES = frozenset(["–", "—", "--"])
_CLOSING = frozenset([",", "”", '"', "’", "''"])
_TELLERS = 8
"""So many words at most name who says something in a source's words, and that he says it."""
_LONGEST = 14
"""So many words at most open a sentence before what its cue between commas parts off."""
_LONGEST_SUBJECT = 25
_OPEN = ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "NN", "JJ", "CD")
"""Tags of words that a subject opens with."""
_FEWEST = 4
_ADDING = frozenset(["adding", "saying", "noting", "warning", "insisting", "arguing"])
_ON = ("JJ", "CD", "NN", "POS", "VBZ", "VBD", "VBP", "VBG")
"""Tags of words behind which a noun without an article goes on with their phrase."""


def mend_edges(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the edges of their contents set right, never over a word that plays a part in another."""
    parts = cache(lambda: index_parts(found))
    mended = [_mend(document, one, parts) for one in found]
    mended = [_tell_who_is_quoted(document, one, mended, parts) for one in mended]
    return [one for old, fresh in zip(found, mended, strict=True) for one in (fresh, *_add_next(document, old, fresh))]


def _add_next(document: Document, old: Attribution, fresh: Attribution) -> list[Attribution]:
    """What the speaker adds, of which a content was cut off."""
    end, whole = max(fresh.content)[1], max(old.content)[1]
    behind = [] if end >= whole else document.list_letters((end, whole))
    if len(behind) < _FEWEST or behind[0].text.lower() not in _ADDING or max(old.cue)[1] > end:
        return []
    return [old.with_spans(((behind[1].start, whole),), ((behind[0].start, behind[0].end),))]


def _mend(document: Document, one: Attribution, parts: Callable[[], SpanIndex[None]]) -> Attribution:
    if not one.cue or not one.content or not document.words_in(one.content[0]):
        return one
    cue = document.gather_words(one.cue)
    according = any(word.text.lower() == "according" for word in cue)
    if not according and not any(word.is_finite for word in cue) and not _tells_along(document, cue):
        return one
    for step in (
        _take_relative,
        _take_subject,
        _take_beginning,
        _take_other_half,
        _end_phrase,
        _end_quotation,
        _cut_next,
    ):
        always = step in (_take_beginning, _take_other_half)
        fresh = step(document, one) if always or not according else None
        if fresh is None:
            continue
        grown = subtract_spans(fresh, one.content)
        if not parts().touches(grown):
            one = one.with_spans(fresh)
    return one


def _tell_who_is_quoted(
    document: Document, one: Attribution, found: Sequence[Attribution], parts: Callable[[], SpanIndex[None]]
) -> Attribution:
    """An attribution with the cue of whoever says its content in its source's words, where nobody else has them."""
    fresh = _take_inner_cue(document, one) if one.source and one.cue and one.content else None
    if fresh is None or parts().touches(subtract_spans(fresh, one.content)):
        return one
    grown = one.with_spans(fresh)
    return one if any(overlaps(grown, other) for other in found if other is not one) else grown


def _take_relative(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content with the relative pronoun that its verb has for a subject: "the yard, which Lund said was safe"."""
    if not one.source:
        return None
    at = document.words_in(one.source[0]).start
    cue = document.words_in(one.cue[-1])
    if at == 0 or cue.stop != document.words_in(one.content[0]).start:
        return None
    first = document.list_letters(one.content[0])
    word = document.words[at - 1]
    if not first or word.text.lower() not in RELATIVES or word.sentence != first[0].sentence or at > cue.start:
        return None
    if not first[0].is_finite and (first[0].tag != "VBN" or word.text.lower() != "which"):
        return None
    return ((word.start, word.end), *one.content)


def _take_subject(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content behind its cue with the subject that was left out between them: "said | Hale, who built it, | would
    come"."""
    start, end = min(one.content)
    at, cue = document.words_in((start, end)), document.words_in(one.cue[-1])
    words = document.words
    if (
        not at
        or not 0 < at.start - cue.stop <= _LONGEST_SUBJECT
        or words[at.start].sentence != words[cue.start].sentence
    ):
        return None
    gap = words[cue.stop : at.start]
    if not words[at.start].is_finite or gap[0].tag not in _OPEN or document.count_quoted(gap):
        return None
    letters = [word for word in gap if word.text[0].isalnum()]
    if any(lemma_of(word.text) == "tell" for word in document.list_words(one.cue[-1])) and (
        len(letters) < _FEWEST or len(letters) < len(gap)
    ):
        return None
    if not any(word.tag.startswith(("NN", "PRP")) for word in letters) or letters[-1].tag in ("CC", "WDT", "WP", "TO"):
        return None
    return ((gap[0].start, end), *sorted(one.content)[1:])


def _take_beginning(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content before its cue that begins behind the subject of its clause, from the sentence's beginning: "The quay
    floods | and is closed, Lund said", "Lore holds | that it floats, Lund said"."""
    start = one.content[0][0]
    at = document.words_in(one.content[0]).start
    words = document.words
    low = document.first[words[at].sentence]
    if (
        start >= one.cue[0][0]
        or at == low
        or document.words_in(one.cue[0]).start >= document.first[words[at].sentence + 1]
    ):
        return None
    before = words[low:at]
    joined = before[-1].tag == "CC" and words[at].is_finite
    within = before[-1].tag.startswith("NN") and words[at].tag == "IN" and words[at].text.lower() == "as"
    broken = _breaks_off(before, words[at]) or _lacks_beginning(document, one, before)
    broken = broken or (before[-1].is_verb and words[at].text.lower() == "that")
    if not (joined or within or broken) or document.count_quoted(before) or any(word.text in ";:" for word in before):
        return None
    return ((words[low].start, one.content[0][1]), *one.content[1:])


def _lacks_beginning(document: Document, one: Attribution, before: Sequence[Word]) -> bool:
    """Whether words that open a sentence belong to what its cue behind a comma reports: a verb that takes it, a phrase
    or a condition between commas ("For years, | the quay has been shut, Lund said")."""
    words = document.words
    stop = document.words_in(one.content[0]).stop
    if len(one.content) > 1 or words[stop].text != "," or words[stop].sentence != before[0].sentence:
        return False
    if any(lemma_of(word.text) in SAID_LEMMAS or word.text.lower() == "according" for word in before):
        return False
    if before[-1].text != ",":
        return before[-1].text[0].isalnum() and (before[-1].is_verb or before[-1].tag in ("IN", "TO"))
    head = before[1:-1] if before[0].tag == "CC" else before[:-1]
    if not head or _names_occasion(head):
        return False
    if any(word.is_finite for word in head):
        return head[0].text.lower() in _CONDITIONS or head[0].tag == "MD"
    given = len(head) > 1 and head[1].text.lower() in ("example", "instance")
    return head[0].tag == "IN" and not given and head[0].text.lower() not in _COMPARING


def _breaks_off(before: Sequence[Word], first: Word) -> bool:
    """Whether what a verb that is no cue takes begins with a word: "Lund built | a quay", "known as | Lund"; "seems |
    like"."""
    last = before[-1]
    called = last.text.lower() == "as" and len(before) > 1 and before[-2].tag == "VBN"
    verb = last.is_verb and lemma_of(last.text) is None
    return (called or verb) and (first.tag in _OPEN or (verb and first.text.lower() == "like"))


def _take_other_half(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content with the half of its sentence on the other side of a cue between commas: "If it rains, Lund said, the
    path will close"."""
    if not one.source or len(one.content) > 1 or len(one.source) > 1 or len(one.cue) > 1:
        return None
    words = document.words
    low, high = min(one.source[0][0], one.cue[0][0]), max(one.source[0][1], one.cue[0][1])
    inside = document.words_in((low, high))
    sentence = words[inside.start].sentence
    begin, stop = document.first[sentence], document.first[sentence + 1]
    if inside.start - 1 <= begin or inside.stop + 1 >= stop or words[inside.start - 1].text != ",":
        return None
    closed = skip_time(words, inside.stop, stop)
    if words[closed].text != ",":
        return _take_condition(document, one, range(begin, inside.start - 1), inside.stop)
    content = document.words_in(one.content[0])
    before, behind = range(begin, inside.start - 1), range(closed + 1, stop)
    if document.count_quoted(words[begin:stop]):
        return None
    if not any(lemma_of(words[i].text) or words[i].text.lower() == "according" for i in document.words_in(one.cue[0])):
        return None
    if content.start >= begin and content.stop <= inside.start:
        if content.stop < inside.start - 1 or not _lacks_clause([words[i] for i in content]):
            return None
        if not any(words[i].is_finite for i in behind):
            return None
        end = drop_end_marks(words, behind.start, stop)
        return (*one.content, (words[behind.start].start, words[end - 1].end))
    opens = content.start == behind.start
    waits = bool(before) and words[before[-1]].text.lower() in load_words("auxiliaries")
    if opens and 1 < len(before) <= _LONGEST and (waits or _is_circumstance([words[i] for i in before])):
        return (document.span_of(before), *one.content)
    return None


def _take_condition(document: Document, one: Attribution, before: range, cue: int) -> tuple[Span, ...] | None:
    """A content with the condition that opens its sentence, on which what may or will be hangs: "Unless it rains, Lund
    warned | the crop could fail"."""
    words = document.words
    content = document.words_in(one.content[0])
    first = next((i for i in before if words[i].text.lower() not in ("and", "but")), before.stop)
    if content.start < cue or content.start - cue > _FEWEST or before.stop - first < _FEWEST:
        return None
    if words[first].text.lower() not in ("if", "unless") or words[first + 1].text.lower() in ("that", "this"):
        return None
    if not any(words[i].is_finite for i in before):
        return None
    if any(document.is_quoted(words[i].start) or lemma_of(words[i].text) in SAID_LEMMAS for i in before):
        return None
    verb = next((words[i] for i in content if words[i].is_finite), None)
    if verb is None or verb.tag != "MD":
        return None
    return (document.span_of(range(first, before.stop)), *one.content)


def _take_inner_cue(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content with the cue of whoever says it in its source's words: "The quay is shut, | the ministry added |,
    according to Belt"."""
    words = document.words
    start, end = max(one.content)
    at = document.words_in((start, end)).stop
    if not at or document.is_quoted(start):
        return None
    low, high = min(one.source[0][0], one.cue[0][0]), document.first[words[at - 1].sentence + 1]
    while at < high and words[at].text in _CLOSING:
        at += 1
    stop = next((i for i in range(at, high) if words[i].text in ",.;:“"), high)
    told = words[at:stop]
    if not 1 < len(told) <= _TELLERS or words[at - 1].text not in _CLOSING:
        return None
    according = any(word.text.lower() == "according" for word in document.gather_words(one.cue))
    behind = stop + 1 < high and words[stop + 1].start == low
    ends = according and stop >= high - 1 if low < start else behind and (according or told[0].tag != "PRP")
    verbs = [word for word in told if word.is_finite]
    if not ends or len(verbs) != 1:
        return None
    lemma = lemma_of(verbs[0].text)
    said = lemma in SAID_LEMMAS and (lemma == "tell" or verbs[0] in (told[0], told[-1]))
    if not said or not any(word.tag.startswith(("NN", "PRP")) for word in told) or document.is_quoted(told[0].start):
        return None
    if any(word.tag.startswith(("IN", "W", "TO", "VBG")) for word in told):
        return None
    return (*sorted(one.content)[:-1], (start, told[-1].end))


def _lacks_clause(words: Sequence[Word]) -> bool:
    """Whether words are no whole clause: a condition, or a subject that waits for its verb."""
    return words[0].text.lower() in _SUBORDINATE or not any(word.is_verb for word in words)


def _is_circumstance(words: Sequence[Word]) -> bool:
    """Whether words are a condition or a phrase that tells of what is said, and not when or where it was said."""
    if words[0].text.lower() in _SUBORDINATE:
        return True
    if words[0].tag != "IN" or any(map(is_time, words)):
        return False
    return not _names_occasion(words) and not any(lemma_of(word.text) in SAID_LEMMAS for word in words)


def _names_occasion(words: Sequence[Word]) -> bool:
    """Whether words name what something is said in or at: a document, a meeting."""
    documents, settings = load_words("documents"), load_words("settings")
    return any(text in documents or text in settings for text in (word.text.lower() for word in words))


def _end_phrase(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content behind its cue that breaks off within a phrase or before its verb, whole: "the second | half"."""
    start, end = max(one.content)
    at = document.words_in((start, end))
    if start < one.cue[-1][1] or document.is_quoted(end - 1) or len(at) < 2:
        return None
    words = document.words
    last, high = words[at.stop - 1], document.first[words[at.stop - 1].sentence + 1]
    bracket = document.article.text.find("(", start, end)
    if (
        bracket > start
        and ")" not in document.article.text[bracket:end]
        and len(document.words_in((start, bracket))) > 3
    ):
        return (*sorted(one.content)[:-1], (start, bracket))
    if last.tag == "IN" and words[at.stop - 2].text == "," and len(at) > 3:
        return (*sorted(one.content)[:-1], (start, words[at.stop - 3].end))
    if at.stop >= high or words[at.stop].start - end > 1 or not words[at.stop].text[0].isalnum():
        return None
    behind = words[at.stop]
    if is_time(behind) or document.is_quoted(behind.start):
        return None
    spell = words[at.stop + 1] if behind.tag == "CD" and at.stop + 1 < high else behind
    if spell.text.lower().rstrip("s") in SPELLS:
        return None
    opening = words[document.first[last.sentence]].text.lower()
    if behind.is_finite and opening in ("whether", "what", "that", "how", "why"):
        return None
    noun = behind.tag.startswith(("NN", "CD")) and last.tag.startswith(_ON)
    if not (behind.is_finite or noun or last.text.lower() == "than" or _waits(words[at.start : at.stop], behind)):
        return None
    stop = at.stop
    thing = not behind.is_finite and last.tag in ("IN", "TO")
    thing = thing and last.text.lower() not in _SUBORDINATE | _CONDITIONS | {"than", "as"}
    while stop < high and words[stop].text not in _MARKS and not document.is_quoted(words[stop].start):
        if thing and words[stop].is_finite:
            break
        thing = thing and words[stop].tag not in _RELATIVE_TAGS
        stop += 1
    return (*sorted(one.content)[:-1], (start, words[stop - 1].end))


def _tells_along(document: Document, cue: Sequence[Word]) -> bool:
    """Whether a cue is a participle that tells what somebody says in doing a thing: "Moss sued the yard, alleging"."""
    if len(cue) != 1 or cue[0].tag != "VBG" or lemma_of(cue[0].text) not in SAID_LEMMAS:
        return False
    at = document.words_in((cue[0].start, cue[0].end)).start
    return at > 0 and document.words[at - 1].text == ","


def _waits(words: Sequence[Word], behind: Word) -> bool:
    """Whether words end in a preposition that waits for its noun: "paid for | large stores", "as early | as"."""
    if behind.text.lower() == "as":
        return words[-2].text.lower() == "as" and words[-1].tag.startswith(("JJ", "RB"))
    last, text = words[-1], words[-1].text.lower()
    if last.tag in ("IN", "TO"):
        return behind.tag in _OPEN and text != "that"
    if text in load_words("auxiliaries"):
        return behind.tag.startswith(("VB", "JJ", "RB"))
    return last.tag == "VBG" and behind.tag in ("DT", "PRP$")


def _end_quotation(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content that is a quotation, and runs on behind its closing mark into when, how or why it was said: "“We are
    shut,” followed by a shrug"."""
    start, end = max(one.content)
    quotation = document.quotation_opening(start)
    if quotation is None or quotation.depth or not quotation.closed or quotation.outer[1] >= end:
        return None
    behind = document.list_words((quotation.outer[1], end))
    marks = [word for word in behind[:2] if not word.text[0].isalnum()]
    behind = behind[len(marks) :]
    if not behind or (document.article.text[quotation.span[1] - 1] not in ",.!?" and not marks):
        return None
    dashed = any(word.text in _DASHES for word in marks)
    if (not dashed and behind[0].tag not in ("IN", "VBN", "WRB")) or behind[0].text.lower() in ("that", "of", "to"):
        return None
    if any(document.is_quoted(word.start) for word in behind):
        return None
    return (*sorted(one.content)[:-1], (start, quotation.span[1]))


def _cut_next(document: Document, one: Attribution) -> tuple[Span, ...] | None:
    """A content behind its cue without what the speaker says next, or does not say: "…, adding that", "…, but would not
    name them"."""
    start, end = max(one.content)
    at = document.words_in((start, end))
    if start < one.cue[-1][1] or not at:
        return None
    words = document.words
    for i in range(at.start + 3, at.stop - 2):
        if words[i].text != "," or document.is_quoted(words[i].start):
            continue
        first, second = words[i + 1], words[i + 2]
        adds = first.tag == "VBG" and first.text.lower() in _ADDING and not document.is_quoted(first.start)
        if adds or (first.text.lower() == "but" and _refuses(words[i + 2 : i + 6]) and not second.is_proper):
            return (*sorted(one.content)[:-1], (start, words[i - 1].end))
    return None


def _refuses(words: Sequence[Word]) -> bool:
    """Whether words begin with a verb that keeps something back."""
    texts = [word.text.lower() for word in words]
    if not texts:
        return False
    silent = load_group("cues_unsaid", "declining") | load_group("cues_unsaid", "dodging")
    if texts[0] in ("was", "were") and texts[1:2] == ["careful"]:
        return True
    denied = texts[0] in ("would", "did", "could") and texts[1:2] == ["not"]
    return texts[0] in silent or (denied and any(lemma_of(text) or text == "name" for text in texts[2:3]))
