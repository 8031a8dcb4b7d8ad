"""What tells whether a claim's words are right: how sure the network is, its form, its content and its cue."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.actors.namings import Namings
from reader.analysis.claims.doubt import is_dumb, leave_antecedent, makes_clause
from reader.analysis.claims.drafts import Draft, list_before
from reader.analysis.claims.from_tagger import to_log_odds
from reader.analysis.claims.unsaid import is_silence
from reader.analysis.document.cues import NEGATIONS, QUOTING, SAID_LEMMAS, THOUGHT_LEMMAS, lemma_of
from reader.analysis.document.document import FINITE, Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import list_group
from reader.article.model import Span

Told = dict[str, float]
"""Features by their names, as they are told one after the other; what is not named is 0."""

FIRST_PERSON = load_words("pronouns_first")
_PERSONAL = FIRST_PERSON | {"you"}
ENDS_NOWHERE = ("DT", "IN", "CC", "TO", "WDT", "PRP$", "WP", "WRB", "MD", "WP$")
"""Tags of words that no phrase ends with."""
_OPENINGS = frozenset(
    [
        *("DT", "PRP", "PRP$", "IN", "VBG", "TO", "NNS", "NN", "JJ", "WP", "WRB", "EX", "CD", "VB", "VBN", "CC"),
        "RB",
    ]
)
_PLAIN = frozenset(["say", "tell", "add"])
_WRITTEN = frozenset(["write", "explain"])
_JOINTS = frozenset(["but", "although", "though", "as", "while", "and", "after", "when", "because", "which", "with"])
_BEFORE_QUOTATION = frozenset(["that", "to", "as", "it", "him", "her", "them"])
_SHORT = 3
_DEEDS = ("judging", "wanted", "acting", "of-whom", "knowing")
_EVENTS = (
    "ion",
    "ions",
    "ment",
    "ments",
    "ance",
    "ence",
    "ure",
    "al",
    "ing",
    "death",
    "deaths",
    "loss",
    "losses",
    "launch",
)
"""Endings of nouns that mostly stand for what happens."""
_HEAD = 4
_LEAD = 3
"""So many words before a cue may say that it is not done."""
_BEING = frozenset(["is", "are", "was", "were", "been", "'s", "’s", "be", "am"])
_DID = frozenset(["did", "do", "does"])
_THROUGH = frozenset(["about", "of", "on", "to", "for", "at", "over", "against", "into", "as", "with", "in"])
"""Words that a verb deals with a thing through: "talked about"."""
_CONDITIONS = frozenset(["if", "unless", "when", "whether", "once", "would"])
_AHEAD = 5
"""So many words behind a conjunction the verb of its clause is looked for."""
_TITLE = 5
"""So many words the title of a show or paper has at most."""


class Reading:
    """One article's actors as the features ask for them."""

    def __init__(self, document: Document, namings: Namings) -> None:
        self.document = document
        self.clusters = namings.clusters
        self.roles = namings.roles
        self.named_in = namings.inside
        self.called = namings.called
        self._places = namings.in_order

    def named_before(self, position: int) -> Iterator[tuple[Span, int]]:
        """The namings that end at a position or before it, the last first; looked up no further than they are asked."""
        begun = bisect_left(self._places, ((position, 0), 0))
        return (self._places[i] for i in range(begun - 1, -1, -1) if self._places[i][0][1] <= position)

    @cached_property
    def personal(self) -> float:
        """How often the writer says I or you, outside quotation marks: 1 is often."""
        words = self.document.words
        spoken = [words[at] for at in self.document.find_all_words(_PERSONAL)]
        personal = len(spoken) - self.document.count_quoted(spoken)
        return min(20 * personal / max(1, self.document.unquoted), 1.5) if personal else 0.0


def tell_words(told: Told, reading: Reading, draft: Draft) -> None:
    """What is told of a claim but for its source and its speaker."""
    document = reading.document
    content = leave_antecedent(document, draft.content)
    draft = draft if content is draft.content else draft._replace(content=content)
    if draft.confidence is not None:
        told["network"] = to_log_odds(draft.confidence)
    for name in draft.doubts:
        told[f"doubt: {name}"] = 1.0
    parts = [document.list_letters(span) for span in draft.content]
    letters = parts[0] if len(parts) == 1 else [word for part in parts for word in part]
    cue = _read_cue(document, draft)
    clause = makes_clause(letters)
    if letters:
        _tell_content(told, reading, draft, parts, letters, clause)
    _tell_edges(told, document, draft)
    _tell_cue(told, document, draft, cue)
    if draft.cue:
        _tell_deed(told, document, draft, letters, cue, clause)
    told["personal"] = reading.personal
    told["early"] = 1.0 - draft.content[0][0] / max(1, len(document.article.text))
    block = document.article.blocks[document.article.block_at(draft.content[0][0])]
    if block.kind != "paragraph":
        told["headline" if block.kind == "title" else "no paragraph"] = 1.0
    if block.kind != "title" and document.article.words_of(block.span).rstrip()[-1:].isalnum():
        told["line without end"] = 1.0


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words of a cue without marks: their texts in small letters, those that are verbs, and the lemmas of those
    that are forms of cue verbs, in their order."""

    words: Sequence[Word]
    texts: Sequence[str]
    verbs: Sequence[Word]
    lemmas: Sequence[str]


def _read_cue(document: Document, draft: Draft) -> _Cue:
    words = [word for span in draft.cue for word in document.list_letters(span)]
    texts = [word.text.lower() for word in words]
    lemmas = [lemma for text in texts if (lemma := lemma_of(text)) is not None]
    return _Cue(words, texts, [word for word in words if word.is_verb], lemmas)


def _tell_content(
    told: Told, reading: Reading, draft: Draft, parts: Sequence[Sequence[Word]], letters: Sequence[Word], clause: bool
) -> None:
    document = reading.document
    quoted = document.count_quoted(letters)
    bare = letters
    if quoted:
        bare = [word for word in letters if not document.is_quoted(word.start)] if quoted < len(letters) else []
    told[f"kind: {draft.kind}"] = 1.0
    if draft.type == "thought":
        told["thought"] = 1.0
    told["length"] = math.log(1 + len(letters))
    if len(letters) <= _SHORT:
        told["short"] = 1.0
    told["parts"] = float(min(len(parts) - 1, 3))
    if not clause:
        told[f"no clause: {draft.kind}"] = 1.0
    told["clauses"] = float(min(len([word for word in bare if word.tag in FINITE]), 5))
    _tell_joints(told, bare)
    if draft.kind != "direct":
        tag = letters[0].tag
        told[f"begins: {tag if tag in _OPENINGS else 'name' if letters[0].is_proper else 'other'}"] = 1.0
    if draft.kind == "mixed":
        inside = [document.is_quoted(word.start) for word in letters]
        told[f"mixed: {'in' if inside[0] else 'out'} to {'in' if inside[-1] else 'out'}"] = 1.0
        head = letters[: inside.index(True)]
        if head and not any(word.is_finite for word in head) and head[0].text.lower() not in _BEFORE_QUOTATION:
            told["noun before quotation"] = 1.0
    if len(parts) > 1 and any(
        0 < len(part) <= _TITLE and all(word.text[0].isupper() or len(word.text) < 4 for word in part)
        for part in parts[1:]
    ):
        told["title as part"] = 1.0
    named = reading.named_in((draft.content[0][0], draft.content[-1][1]))
    told["names inside"] = math.log(1 + len({index for _, index in named}))


def _tell_joints(told: Told, bare: Sequence[Word]) -> None:
    """Where a clause of its own follows a conjunction outside quotation marks: what it tells may be the writer's."""
    found: set[str] = set()
    for at, word in enumerate(bare[_SHORT:-2], _SHORT):
        text = word.text.lower()
        if text in _JOINTS:
            ahead = bare[at + 1 : at + 1 + _AHEAD]
            finite = next((i for i, one in enumerate(ahead) if one.is_finite), None)
            if finite or text in ("which", "with"):
                found.add(f"joint: {text}")
            elif finite == 0:
                found.add(f"joint: {text}, verb")
    for name in sorted(found):
        told[name] = 1.0


def _tell_edges(told: Told, document: Document, draft: Draft) -> None:
    """Whether the sentence goes on where the content ends, and what stands before it."""
    others = [*draft.cue, *draft.source]
    start, end = draft.content[0][0], draft.content[-1][1]
    letters = document.list_letters(draft.content[-1])
    if letters and letters[-1].tag in ENDS_NOWHERE and not document.is_quoted(letters[-1].start):
        told["ends badly"] = 1.0
    words, at = document.words, document.words_in((start, end))
    behind = at.stop
    while behind < len(words) and words[behind].text[0] in "’”\"'":
        behind += 1
    if behind < len(words):
        word = words[behind]
        if word.sentence == words[at.stop - 1].sentence and not any(a <= word.start < b for a, b in others):
            if word.text[0].isalnum():
                told["goes on"] = 1.0
                if word.tag in ("CC", "IN", "TO", "WRB", "WDT"):
                    told["goes on: joined"] = 1.0
            elif word.text == ",":
                told["goes on: comma"] = 1.0
    back = at.start - 1
    while back >= 0 and not words[back].text[0].isalnum():
        back -= 1
    if back >= 0 and words[back].sentence == words[at.start].sentence:
        word = words[back]
        if word.text.lower() != "that" and not any(a < word.end and word.start < b for a, b in others):
            told["stranger before"] = 1.0
            if not draft.cue or draft.cue[0][0] >= start:
                told["stranger before: far"] = 1.0


def _tell_cue(told: Told, document: Document, draft: Draft, cue: _Cue) -> None:
    if not draft.cue:
        told["no cue"] = 1.0
        return
    told[f"cue: {_sort_cue(cue)}"] = 1.0
    for lemma in sorted(set(cue.lemmas)):
        told[f"verb: {lemma}"] = 1.0
    if cue.verbs:
        tag = cue.verbs[-1].tag
        told[f"cue tag: {tag}"] = 1.0
        if tag == "VBN" and not any(word.is_finite for word in cue.verbs):
            told["cue: bare participle"] = 1.0
    if cue.words:
        _tell_form(told, document, draft, cue)
    told["cue length"] = float(max(0, min(len(cue.words) - 1, 4)))
    first, last = document.words_in(draft.cue[0]).start, document.words_in(draft.cue[-1]).stop - 1
    told["between"] = math.log(1 + len(_list_between(document, last, document.words_in(draft.content[0]).start)))
    if draft.source:
        source = document.words_in(draft.source[0])
        before = source.stop <= first
        gap = _list_between(document, source.stop - 1, first) or _list_between(document, last, source.start)
        told["source gap"] = math.log(1 + len(gap))
        if before:
            told["source before cue"] = 1.0
            if any(word.is_finite and word.tag != "MD" for word in gap):
                told["verb in gap"] = 1.0
        elif any(word.text.lower() == "by" for word in gap):
            told["by"] = 1.0


def _tell_form(told: Told, document: Document, draft: Draft, cue: _Cue) -> None:
    """Whether it is told that somebody says it, or that he may or does not: "may say", "refused to say"."""
    at, sentence = document.words_in(draft.cue[0]).start, cue.words[0].sentence
    before = [word for word in document.words[max(0, at - _LEAD) : at] if word.sentence == sentence]
    texts, lead = cue.texts, [word.text.lower() for word in before]
    tag = cue.verbs[-1].tag if cue.verbs else ""
    if tag == "VBG":
        told[f"cue: {'beside' if _BEING.isdisjoint(lead[-2:]) and _BEING.isdisjoint(texts) else 'lasting'}"] = 1.0
    elif tag == "VB":
        told[f"cue: {_sort_infinitive([*before, *cue.words], [*lead[-1:], *texts])}"] = 1.0
    short = load_group("cues_unsaid", "short")
    if not (short.isdisjoint(lead) and short.isdisjoint(texts)):
        told["cue: stops short"] = 1.0
    if texts[-1] in _THROUGH:
        told[f"cue ends: {texts[-1]}"] = 1.0


def _sort_infinitive(words: Sequence[Word], texts: Sequence[str]) -> str:
    """What stands before a verb in its bare form: "will", "to", "did"."""
    if any(word.tag == "MD" for word in words):
        return "modal"
    if "to" in texts:
        return "to"
    return "did" if _DID.intersection(word.text.lower() for word in words) else "bare"


def _is_judged_so(letters: Sequence[Word]) -> bool:
    """Whether it is told what a thing is judged to be: "hailed the deal | as a new dawn", and no "as well as"."""
    for before, word, behind in zip(letters, letters[1:], letters[2:], strict=False):
        opens = behind.tag in ("JJ", "VBG") or behind.text.lower() in ("a", "an")
        joins = before.text.lower() in ("such", "as", "well") or behind.text.lower() == "well"
        if word.text.lower() == "as" and opens and not joins:
            return True
    return False


def _tell_deed(told: Told, document: Document, draft: Draft, letters: Sequence[Word], cue: _Cue, clause: bool) -> None:
    """What is done to a thing of which neither a clause nor a quotation is said; what a source knows or shows; whether
    the cue denies or supposes it."""
    lemmas = {*cue.lemmas, *cue.texts}
    if draft.kind == "indirect" and letters and not clause:
        sorts = [name for name in _DEEDS if not lemmas.isdisjoint(load_group("cues_doubtful", name))]
        sort = sorts[0] if sorts else "other"
        told[f"thing: {'judged so' if sort == 'judging' and _is_judged_so(letters) else sort}"] = 1.0
        if any(word.text.lower() == "as" for word in letters[1:-1]):
            told["thing as"] = 1.0
        if any(word.text.lower().endswith(_EVENTS) for word in letters[:_HEAD]):
            told["thing: event"] = 1.0
    if is_silence(document, draft):
        told["silence"] = 1.0
    for name in ("knowing", "showing"):
        if not lemmas.isdisjoint(load_group("cues_doubtful", name)):
            told[f"cue: {name}"] = 1.0
    if letters and letters[0].is_finite and not document.is_quoted(letters[0].start):
        told["begins: finite"] = 1.0
    if cue.verbs:
        led = [word.text.lower() for word in list_group(document, cue.verbs[-1])]
        if not (NEGATIONS.isdisjoint(led) and NEGATIONS.isdisjoint(cue.texts)):
            told["denied"] = 1.0
        if any(word.text.lower() in _CONDITIONS for word in list_before(document, draft)):
            told["supposed"] = 1.0
    if draft.source and is_dumb(document.list_words(draft.source[0])):
        told["dumb source"] = 1.0
        if "cue: showing" in told:
            told["shown by a thing"] = 1.0


def _list_between(document: Document, low: int, high: int) -> list[Word]:
    """The words without marks behind one word and before another, both by their places."""
    return [word for word in document.words[low + 1 : high] if word.text[0].isalnum()]


def _sort_cue(cue: _Cue) -> str:
    """What sort of word a cue is: a verb of its own, or a verb by its list."""
    if not cue.words:
        return "mark"
    if not cue.lemmas:
        return "according" if cue.texts[0] == "according" else "no lemma"
    last = cue.lemmas[-1]
    if last in _PLAIN:
        return last
    lists = (("plain", _WRITTEN), ("quoting", QUOTING), ("said", SAID_LEMMAS), ("thought", THOUGHT_LEMMAS))
    return next((name for name, words in lists if last in words), "other")
