"""What a study, a survey or those who made it found, told by the thing alone, where the tagger sees no claim: "The
trial showed no clear benefit"; and what stands before who says it: "Salt eats quays, suggests a study"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import CONDITIONS, THINGS, lay_form, opens_clause
from reader.analysis.claims.meant import find_meant_end, find_verbs
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import drop_end_marks, find_phrase_after, find_phrase_before, is_time, skip_back

_MORE = (*THINGS, "RB", "RBR", "VBN", "$")
"""Tags of words that a thing that was found begins with."""
_NEAR = 7
"""So many words behind the verb tell whether something was found out."""
_ENDS_HEAD = ("IN", "TO", "VBN", "VBG", "WDT", "WP", ",")
_OPENS = frozenset(["while", "although", "though", "because", "but"])
_NO_FINDING = frozenset(["that", "this", "these", "those", "out", "up"])
_OBJECTS = frozenset(["me", "us", "him", "them", "it"])
_ASIDE = ("WDT", "WP", "VBG", "VBN", "JJ")
_FEWEST = 4


def find_findings(document: Document) -> Iterator[Attribution]:
    """What studies and their authors found, in no order."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_stated", "finding")):
        low, opens = document.first[words[at].sentence], at + 1
        if opens + 1 >= high or document.is_in_headline(words[at]) or document.is_quoted(words[opens].start):
            continue
        first = words[opens]
        if first.tag not in _MORE or first.text.lower() in _NO_FINDING or is_time(first) or words[at].text[0].isupper():
            continue
        who = _find_inquiry(document, skip_back(words, start, low), low)
        if who is None or {"time", "that"} & {words[i].text.lower() for i in who} or _is_within(words, who.start, low):
            continue
        end = find_meant_end(document, opens, high)
        marks = (i for i in range(opens, end) if words[i].text in (",", ":"))
        end = next((i for i in marks if words[i].text == ":" or _goes_on(words[i + 1 : high])), end)
        near = {words[i].text.lower() for i in range(opens, min(opens + _NEAR, end))}
        inquiry, found = load_group("cues_stated", "inquiry"), load_group("cues_stated", "found")
        if _tell_head(words, who) in inquiry or not near.isdisjoint(found):
            yield lay_form(document, range(opens, end), range(start, opens), who)


def _is_within(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether a clause that begins at a word only tells more: "boats of which | tests showed cracks", "if studies"."""
    return at > low and (words[at - 1].tag in ("WRB", "WDT", "WP") or words[at - 1].text.lower() in CONDITIONS)


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether another clause follows a comma: "While one trial found a benefit, | the others did not"."""
    return len(words) >= _FEWEST and opens_clause(words)


def _tell_head(words: Sequence[Word], who: range) -> str:
    """The noun of a phrase that all else in it tells more of: "studies" of "earlier studies of salt"."""
    stop = next((i for i in who if i > who.start and words[i].tag in _ENDS_HEAD), who.stop)
    return words[stop - 1].text.lower()


def _find_inquiry(document: Document, stop: int, low: int) -> range | None:
    """The phrase for a study or those who made it that ends at a word, with all that tells more of it behind it."""
    words = document.words
    heads = load_group("cues_stated", "inquiry") | load_group("cues_stated", "inquirers")
    who = find_phrase_before(document, stop, low)
    if who is not None and _tell_head(words, who) in heads:
        return who
    if stop == low or words[stop - 1].tag in ("WDT", "WP", "IN"):
        return None
    comma = next((i + 1 for i in range(low, stop) if words[i].text == ","), low)
    for first in dict.fromkeys((low, comma)):
        while first < stop and (words[first].tag in ("RB", "CC") or words[first].text.lower() in _OPENS):
            first += 1
        phrase = find_phrase_after(document, first, stop)
        if phrase is None or phrase.start != first or _tell_head(words, phrase) not in heads:
            continue
        if any(words[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in range(first, stop)):
            continue
        aside = words[phrase.stop].text == "," and words[phrase.stop + 1].tag not in _ASIDE
        return phrase if aside else range(first, stop - 1 if words[stop - 1].text == "," else stop)
    return None


def find_said_last(document: Document) -> Iterator[Attribution]:
    """What stands before who says it in the present, at the end of a sentence: "Salt eats quays, suggests a study of
    the port", in no order; of a headline it may be quoted in part, and whoever stands last says it."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_stated", "last")):
        if at - _FEWEST < low or words[at - 1].text != "," or document.is_quoted(words[at].start):
            continue
        who = find_phrase_after(document, at + 1, high)
        if (
            who is None
            or who.start != at + 1
            or is_time(words[at + 1])
            or words[at + 1].text.lower() in _OBJECTS
            or document.is_quoted(words[low].start)
        ):
            continue
        headline = document.is_in_headline(words[at])
        if document.is_quoted(words[at - 2].start) and not headline:
            continue
        ends = drop_end_marks(words, who.stop, high) == who.stop
        if not ends and words[who.stop].tag not in _ASIDE and words[who.stop].text.lower() != "that":
            continue
        told = any(words[i].is_verb for i in range(low, at - 1))
        if told and ((headline and ends) or not cannot_ask([words[i] for i in who])):
            yield lay_form(document, range(low, at - 1), range(at, at + 1), who)
