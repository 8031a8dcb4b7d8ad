"""Forms that report with no verb of speech, and that the tagger passes over: what somebody rules out, is sure of or
fears, and claims that somebody rejects."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import is_retort
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import drop_end_marks, find_group_start, find_subject, skip_back

CONFIDENCE = 0.8
"""So sure are these: hardly anything else is written so."""
FAINT = 0.5
"""No surer is a faint claim."""
_REJECTS = frozenset(
    [
        *("reject", "rejects", "rejected", "rejecting", "dismiss", "dismisses", "dismissed", "dismissing"),
        *("rebuffed", "refuted", "refutes", "offered", "offers", "gave", "gives", "voiced", "repeated"),
    ]
)
CLAIMS = frozenset(
    [
        *("claim", "claims", "allegation", "allegations", "suggestion", "suggestions", "accusation", "accusations"),
        *("argument", "arguments", "criticism", "assurance", "assurances", "concern", "concerns", "fears", "rumours"),
        *("reports", "assertion", "assertions", "warnings", "complaints", "notion", "charge", "charges"),
    ]
)
"""Nouns behind which a clause tells what is rejected, or given, or voiced."""
_RULES = ("rule", "rules", "ruled")
BE = frozenset(
    ["is", "are", "was", "were", "am", "be", "been", "’s", "'s", "’re", "'re", "remain", "remains", "remained"]
)
HAVE = frozenset(["has", "have", "had", "’ve", "'ve", "’d", "'d"])
HAVE_OR_S = HAVE | {"’s", "'s"}
SHIFTED = frozenset(["was", "were", "had", "would", "could", "might"])
"""Verbs in the tense that telling gives to what is told: "said it was shut"."""
NOT = frozenset(["not", "never", "n't", "n’t"])
CONDITIONS = frozenset(["if", "unless", "whether", "until", "once"])
"""Words that open a clause of what is not told to be so."""
NO_SPEAKER = frozenset(["it", "this", "that", "these", "those", "what", "which", "there", "one", "you"])
_NOBODY = NO_SPEAKER | {"i", "we"}
SUBJECTS = ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS")
_NOMINAL = ("DT", "PRP", "NN", "JJ", "CD", "POS")
"""Tags of words that a clause's subject begins with, and that it goes on with."""
THINGS = ("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBG")
"""Tags of words that a thing, or what somebody does, begins with."""
LEADS = ("DT", "JJ", "JJR", "JJS", "PRP$", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "CD", "RB")
"""Tags of words that stand between a verb and the noun of what it does with: "has expressed some grave | doubts"."""
_MORE = ("IN", "WP", "WDT", "WRB", "VBG")
"""Tags of words that tell more behind a comma."""
_FEWEST = 3
_MEANWHILE = frozenset(["after", "amid", "as", "because", "despite", "when", "while"])
"""Words that open why or when a thing was ruled out."""


def find_forms(document: Document) -> Iterator[Attribution]:
    """What somebody rules out, is sure of, fears or answers, in no order."""
    return chain(_find_ruled_out(document), _find_sure(document), _find_retorts(document))


def _find_ruled_out(document: Document) -> Iterator[Attribution]:
    """What somebody rules out: "The union has ruled out further strikes"."""
    words = document.words
    for at, low, high in document.find_in_sentences(_RULES):
        if at + 3 > high or words[at + 1].text.lower() != "out" or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        before = {words[i].text.lower() for i in range(start, at)}
        if before & BE or "to" in before or (start > low and words[start - 1].text.lower() == "to"):
            continue
        end = find_told_end(words, at + 2, high)
        end = next((i for i in range(at + 3, end) if words[i].text.lower() in _MEANWHILE), end)
        one = make_form(document, start, at + 2, end)
        if one is not None and words[at + 2].tag not in ("IN", "TO", "CC", "RB"):
            yield one


def _find_sure(document: Document) -> Iterator[Attribution]:
    """What somebody is sure of, or fears: "Moss is adamant the plan is sound"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_doubtful", "sure")):
        if document.is_quoted(words[at].start) or at + _FEWEST >= high:
            continue
        verb = skip_back(words, at, low) - 1
        if verb <= low or words[verb].text.lower() not in BE:
            continue
        if opens_clause(words[at + 1 : high]):
            one = make_form(document, find_group_start(document, verb, low), at + 1)
            if one is not None:
                yield one


def _find_retorts(document: Document) -> Iterator[Attribution]:
    """What somebody answers: "The clerk shot back that the quay was his"."""
    words = document.words
    for at, low, high in document.find_in_sentences(("back",)):
        verb, behind = at - 1, words[at + 1 : high]
        if verb <= low or len(behind) < _FEWEST or not is_retort([words[verb].text.lower(), "back"]):
            continue
        if behind[0].text.lower() != "that" or document.is_quoted(behind[0].start):
            continue
        if any(word.is_finite for word in behind[2:]) and not behind[1].is_finite:
            one = make_form(document, find_group_start(document, verb, low), at + 1)
            if one is not None:
                yield one


def find_rejected(document: Document) -> Iterator[Attribution]:
    """A claim that somebody rejects, gives or voices: "Moss rejected claims | that the port was unsafe"."""
    words = document.words
    for at, low, high in document.find_in_sentences(_REJECTS):
        noun = next((i for i in range(at + 1, min(high, at + 4)) if words[i].text.lower() in CLAIMS), None)
        if noun is None or noun + _FEWEST >= high or document.is_quoted(words[at].start):
            continue
        if any(words[i].tag not in ("DT", "JJ", "PRP$", "NN") for i in range(at + 1, noun)):
            continue
        start = find_group_start(document, at, low)
        before = {words[i].text.lower() for i in range(start, at)}
        if words[noun + 1].text.lower() != "that" or before & BE or not (words[at].is_finite or start < at):
            continue
        one = make_form(document, start, noun + 1)
        if one is not None:
            yield one


def make_form(document: Document, start: int, stop: int, end: int | None = None) -> Attribution | None:
    """The claim whose cue is the words [start, stop), whose content goes on to `end`, or where what is told ends; its
    source stands before."""
    words = document.words
    low, high = document.first[words[start].sentence], document.first[words[start].sentence + 1]
    end = find_told_end(words, stop, high) if end is None else end
    source = find_subject(document, start, low)
    if source is None or end - stop < 1 or words[source.start].text.lower() in _NOBODY:
        return None
    if source.start > low and words[source.start - 1].tag in ("IN", "TO"):
        return None
    return lay_form(document, range(stop, end), range(start, stop), source)


def lay_form(document: Document, content: range, cue: range, source: range | None = None) -> Attribution:
    """The claim whose content, cue and source are some words; without a source nobody's."""
    who = () if source is None else (document.span_of(source),)
    return Attribution((document.span_of(content),), (document.span_of(cue),), who, CONFIDENCE)


def find_by_form(
    document: Document, finders: Iterable[Callable[[Document], Iterator[Attribution]]], confidence: float = CONFIDENCE
) -> Iterator[Attribution]:
    """What some finders find, each told by its form and so sure."""
    found = chain.from_iterable(find(document) for find in finders)
    return (one._replace(confidence=confidence, by_form=True) for one in found)


def find_told_end(words: Sequence[Word], at: int, high: int) -> int:
    """Where what is told ends: before a mark behind which the sentence goes on with something else, or with it."""
    verb = at if words[at].text.lower() != "that" else find_clause_verb(words, at, high)
    for i in range(at + 1, high - 1):
        behind = words[i + 1]
        if i < verb and words[i].text == "," and behind.tag not in ("CC", "VBG"):
            continue
        joins = behind.is_finite or behind.tag in ("WP", "WDT", "CC", "VBG") or behind.text.lower() in ("after", "as")
        opened = words[i].text == ")" and any(word.text == "(" for word in words[at:i])
        if (words[i].text in (")", ";", "—", "–", "--") and not opened) or (words[i].text == "," and joins):
            return i
    return drop_end_marks(words, at, high)


def find_more(words: Sequence[Word], at: int, end: int) -> int:
    """Where more is told behind a comma, of what is none of it: "to be sold | , with jobs at risk"; else the end."""
    return next((i for i in range(at, end - 1) if words[i].text == "," and words[i + 1].tag in _MORE), end)


def find_clause_verb(words: Sequence[Word], at: int, high: int) -> int:
    """The verb of a clause, and of nothing that tells more of its subject: "that Hale, who is ill, | has left"."""
    i = at
    while i < high:
        if words[i].text == "," and i + 1 < high and words[i + 1].tag in ("WP", "WDT"):
            i = next((k for k in range(i + 1, high) if words[k].text == ","), high)
        elif words[i].is_finite:
            return i
        i += 1
    return at


def is_bound(group: Sequence[Word]) -> bool:
    """Whether what leads up to a verb leaves open whether it is so: "may", "to"."""
    return any(word.tag == "MD" or word.text.lower() == "to" for word in group)


@cache
def load_joints(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, frozenset[str]]:
    """Of each word of some groups of faint cues, each with what may stand right behind its words, all that may."""
    found: dict[str, frozenset[str]] = {}
    for group, joints in groups:
        for text in load_group("cues_faint", group):
            found[text] = found.get(text, frozenset()) | {*joints}
    return found


@cache
def load_joined(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    """The words of which `load_joints` tells what may stand right behind them."""
    return frozenset(load_joints(groups))


def opens_clause(words: Sequence[Word]) -> bool:
    """Whether words begin with a clause that tells what is sure or felt: "that …", or a subject with its verb."""
    that = words[0].text.lower() == "that" and words[0].tag == "IN"
    return that or (words[0].tag in SUBJECTS and has_verb_early(words))


def has_verb_early(words: Sequence[Word]) -> bool:
    """Whether a verb with a tense follows the phrase that words begin with."""
    return find_verb_early(words) is not None


def find_verb_early(words: Sequence[Word]) -> int | None:
    """The verb with a tense that follows the phrase that words begin with."""
    phrase = (i for i, word in enumerate(words) if i and not word.tag.startswith(_NOMINAL) and word.text != "of")
    end = next(phrase, None)
    return end if end is not None and words[end].is_finite else None
