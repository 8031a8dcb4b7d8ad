"""How likely a claim within another one is a claim, whole and no more: what somebody says tells of acts, wishes and
views as much as of words ("we continue to support", "you know", "it feels great"), and only some of it is a report."""

import math
from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.doubt import is_clause, list_doubts
from reader.analysis.claims.drafts import Draft, list_before
from reader.analysis.claims.from_tagger import to_log_odds
from reader.analysis.claims.inner_weights import WEIGHTS
from reader.analysis.claims.possible import is_shortened, is_source
from reader.analysis.document.cues import CLAUSAL, NEGATIONS, OBJECT, SAID_LEMMAS, THOUGHT_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import list_group

Told = Iterator[tuple[str, float]]

_PLAIN = frozenset(["say", "tell", "add", "write"])
_SURE = frozenset(["think", "believe", "hope"])
_OPENERS = frozenset(["that", "to", "whether", "if", "how", "why", "what", "who", "when", "where", "as", "of", "about"])
_FIRST = load_words("pronouns_first")
_CONDITIONS = frozenset(["if", "unless", "when", "until", "once"])
_DUMB = frozenset(["it", "this", "that", "what", "which", "there", "these", "those"])
_LEADS = frozenset(
    [
        *("if", "until", "unless", "when", "while", "because", "before", "after", "as", "so", "than", "to"),
        *("what", "who", "that", "which", "how", "and", "but", "or"),
    ]
)
_OFTEN = frozenset(
    [
        *("think", "know", "believe", "want", "hope", "say", "tell", "expect", "feel", "find", "show", "ask", "call"),
        *("agree", "plan", "consider", "report", "understand", "realize", "realise", "decide", "wish"),
        *("suggest", "claim", "remember", "discuss", "read", "talk", "speak", "learn", "explain"),
        *("guess", "fear", "warn", "demand", "imagine", "describe", "question", "add"),
        *("doubt", "thank"),
    ]
)
"""Lemmas that are common enough for each to be told of by itself."""
_SORTS = (
    ("clausal", SAID_LEMMAS & CLAUSAL),
    ("object", OBJECT),
    ("said", SAID_LEMMAS),
    ("thought, clausal", THOUGHT_LEMMAS & CLAUSAL),
)
"""Sorts of lemmas, the first that has one counts; any other is of thought."""
_NOMINAL = ("DT", "PRP", "NN", "JJ", "CD", "POS", "WDT", "WP", "IN", "VBG")
_DENYING = frozenset(["deny", "doubt", "dispute", "refute", "reject", "dismiss"])
_DENIED = 0.5
"""No surer is a claim that denies its content, which would be shown as if it were held: "we do not think that"."""
_EARLY = 8
"""So many words behind a content's first the verb of its clause is looked for."""


def weigh_inner(document: Document, draft: Draft) -> float:
    """How likely the words of a claim are right that was found in the content of another; `document` is that content,
    all around it blanked out."""
    told = dict(describe_inner(document, draft))
    sure = 1.0 / (1.0 + math.exp(-sum([WEIGHTS.get(name, 0.0) * value for name, value in told.items()])))
    return min(sure, _DENIED) if "negated" in told else sure


def weigh_denied(document: Document, draft: Draft) -> float | None:
    """How likely such a claim is, not very where the one around it denies what it tells: "Hale denied that Orr had said
    so"; `document` is all of the text."""
    around, sure = draft.within, draft.confidence
    if around is None or sure is None or document.is_quoted(draft.cue[0][0]):
        return sure
    cue = " ".join(document.article.words_of(span) for span in around.cue).lower().split()
    denied = any(lemma_of(word) in _DENYING or word in NEGATIONS for word in cue)
    return min(sure, _DENIED) if denied else sure


def describe_inner(document: Document, draft: Draft) -> Told:
    """What is told of such a claim; what is not named is 0."""
    yield "always", 1.0
    if draft.confidence is None:
        yield "by rule", 1.0
    else:
        yield "network", to_log_odds(draft.confidence)
    yield f"kind: {draft.kind}", 1.0
    words = document.gather_words(draft.content)
    letters = [word for word in words if word.text[0].isalnum() or word.is_verb]
    cue = document.gather_letters(draft.cue)
    lemmas = [lemma for word in cue if (lemma := lemma_of(word.text)) is not None]
    for name in list_doubts(document, Attribution(draft.content, draft.cue, draft.source), written=False):
        yield f"doubt: {name}", 1.0
    yield from _describe_cue(document, draft, cue, lemmas)
    yield from _describe_content(document, draft, letters, lemmas)
    yield from _describe_source(document, draft)


def _describe_cue(document: Document, draft: Draft, cue: Sequence[Word], lemmas: list[str]) -> Told:
    yield f"cue: {_sort_cue(cue, lemmas)}", 1.0
    if lemmas and lemmas[-1] in _OFTEN:
        yield f"verb: {lemmas[-1]}", 1.0
        if draft.source and document.article.words_of(draft.source[0]).lower() in _FIRST:
            yield f"first person, verb: {lemmas[-1]}", 1.0
    lead = _find_lead(document, draft)
    if lead is not None:
        sort = lead.text.lower() if lead.text.lower() in _LEADS else lead.tag[:2] if lead.text[0].isalnum() else "mark"
        yield f"behind: {sort}", 1.0
    yield "cue length", float(max(0, min(len(cue) - 1, 4)))
    verbs = [word for word in cue if word.is_verb]
    if not verbs:
        yield "cue tag: none", 1.0
        return
    yield f"cue tag: {verbs[-1].tag}", 1.0
    group = list_group(document, verbs[-1])
    if any(word.text.lower() in NEGATIONS for word in (*group, *cue)):
        yield "negated", 1.0
    if any(word.tag == "MD" for word in group):
        yield "modal", 1.0
    if any(word.text.lower() in _CONDITIONS for word in list_before(document, draft)):
        yield "condition", 1.0


def _find_lead(document: Document, draft: Draft) -> Word | None:
    """The word of its sentence that stands before who says a claim, or before its cue where that comes first."""
    at = min(document.words_in(span).start for span in (*draft.source, *draft.cue))
    inside = 0 < at < len(document.words) and at > document.first[document.words[at].sentence]
    return document.words[at - 1] if inside else None


def _sort_cue(cue: Sequence[Word], lemmas: list[str]) -> str:
    """What sort of word a cue is, by the last of its verbs that is listed."""
    if not lemmas:
        return "according" if cue and cue[0].text.lower() == "according" else "no lemma"
    last = lemmas[-1]
    if last in _PLAIN or last in _SURE:
        return "plain" if last in _PLAIN else "sure"
    return next((name for name, words in _SORTS if last in words), "thought")


def _describe_content(document: Document, draft: Draft, letters: list[Word], lemmas: list[str]) -> Told:
    if not letters:
        return
    yield "length", math.log(1 + len(letters))
    yield "parts", float(min(len(draft.content) - 1, 2))
    content, cue = document.words_in(draft.content[0]), document.words_in(draft.cue[-1])
    if content.start < cue.start:
        yield "before cue", 1.0
    gap = [word for word in document.words[cue.stop : content.start] if word.text[0].isalnum()]
    yield "gap", float(min(len(gap), 5))
    quoted = document.is_quoted(letters[0].start)
    text = letters[0].text.lower()
    opens = next((word.text.lower() for word in reversed(gap)), "")
    if quoted:
        yield "opens: quotation", 1.0
    elif text in _OPENERS:
        yield f"opens: {text}", 1.0
    elif opens in ("that", "whether", "if"):
        yield "opens: that", 1.0
    else:
        tag = letters[0].tag
        bare = "name" if letters[0].is_proper else tag if tag in ("DT", "PRP", "VBG", "JJ", "NN", "NNS") else "other"
        yield f"opens: {bare}", 1.0
        finite = _has_verb_early(letters)
        yield "clause early" if finite else "no clause early", 1.0
        if finite and lemmas and lemmas[-1] in CLAUSAL:
            yield "clause early, clausal", 1.0
        if not finite and lemmas and lemmas[-1] in OBJECT:
            yield "thing, object", 1.0
    if not quoted and not is_clause(letters):
        yield "no clause", 1.0
    last = document.words_in(draft.content[-1]).stop
    if last < len(document.words) and document.words[last].sentence == document.words[last - 1].sentence:
        behind = document.words[last]
        if behind.text[0].isalnum():
            yield "goes on", 1.0


def _has_verb_early(letters: list[Word]) -> bool:
    """Whether a verb with a tense follows the phrase that words begin with."""
    for at, word in enumerate(letters[:_EARLY]):
        if at and (word.is_finite or is_shortened(word)):
            return True
        if is_shortened(word):
            return True
        if not word.tag.startswith(_NOMINAL) and word.tag not in ("RB", "EX"):
            return False
    return False


def _describe_source(document: Document, draft: Draft) -> Told:
    if not draft.source:
        yield "source: none", 1.0
        return
    words = document.list_words(draft.source[0])
    text = words[0].text.lower() if len(words) == 1 else ""
    if not is_source(document, draft.source):
        yield "source: no phrase", 1.0
    if text in _FIRST:
        yield "source: first", 1.0
    elif text == "you" or text in _DUMB:
        yield f"source: {'you' if text == 'you' else 'it'}", 1.0
    elif len(words) == 1 and words[0].tag in ("PRP", "WP"):
        yield "source: pronoun", 1.0
    elif any(word.is_proper for word in words):
        yield "source: name", 1.0
    else:
        yield "source: phrase", 1.0
    source, cue = document.words_in(draft.source[0]), document.words_in(draft.cue[0])
    behind = source.start >= cue.stop
    gap = range(cue.stop, source.start) if behind else range(source.stop, cue.start)
    if behind:
        yield "source behind", 1.0
    yield "source gap", math.log(1 + len(gap))
    if any(document.words[i].is_finite and document.words[i].tag != "MD" for i in gap):
        yield "verb in gap", 1.0
