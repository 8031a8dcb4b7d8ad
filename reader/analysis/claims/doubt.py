"""What makes a claim more doubtful than the tagger thinks: its form says that something was done, meant, asked or
spoken of, and not that anybody said it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.possible import is_shortened, is_source
from reader.analysis.document.cues import NEGATIONS, OBJECT, is_cue_noun, lemma_of
from reader.analysis.document.document import FINITE, Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import RELATIVES, find_group_start
from reader.analysis.document.titles import is_office
from reader.article.model import Span

WEIGHTS: Mapping[str, float] = {
    "question": 1.9,  # "Asked whether …", by nobody
    "hole": 0.6,  # a "which" stands for what is spoken of
    "story": 0.6,  # a cue of many words
    "thing": 1.5,  # "announced the launch": neither a clause nor a quotation
    "object": 0.4,  # the same of verbs that take a thing: "denied the charges", "forecast a loss"
    "topic": 2.3,  # the same of verbs and cues that tell what it was about: "spoke about", "details the plan"
    "act": 1.2,  # no word of speech or thought in the cue, and no clause: "released the album"
    "act clause": 1.0,  # the same with a clause: "ruled that"
    "intent": 1.6,  # "agreed to sell", "decided to"
    "unreal": 2.0,  # "can ask", "is set to announce", "would not comment on"
    "author thing": 2.4,  # "I described", "you imagine", outside quotation marks
    "author": 1.6,  # the same with a clause: "I asked whether"
    "writer": 1.2,  # either of them outside all quotation marks: the writer's own
    "noun": 1.4,  # a cue without a verb
    "no phrase": 1.2,  # a source that is no noun phrase
    "no person": 1.3,  # "the scan shows a blockage": what can neither speak nor was written
    "passive": 1.2,  # "is estimated": whoever stands before it says nothing
}
"""How much log odds each takes off. Fitted, and rounded, on 421 claims of 42 articles of other papers, marked by hand
(question and story on 467 of 44 others); of kinds with fewer than five among them, by judgement."""
_AUTHORS = ("author", "author thing")
_LONGEST_CUE = 3
_MOST = 0.995
_STANDS_FOR = RELATIVES | {"whom"}
_OPENERS = frozenset(["that", "to", "whether", "if", "how", "why", "what", "who", "when", "where", "as", "of"])
_BE = frozenset(["is", "was", "are", "were", "been", "be", "being"])
_RELATIVES = frozenset(["WP", "WDT", "WP$", "WRB"])
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "ent")
"""Endings of nouns that mostly stand for people."""


def add_doubt(confidence: float, doubts: Iterable[str]) -> float:
    """A confidence with the doubts that an attribution's form casts on it."""
    doubt = sum(WEIGHTS[name] for name in doubts)
    if not doubt:
        return confidence
    sure = min(confidence, _MOST)
    return 1.0 / (1.0 + math.exp(doubt) * (1.0 - sure) / max(sure, 1e-9))


def list_doubts(document: Document, one: Attribution, *, written: bool = True) -> tuple[str, ...]:
    """The names (of `WEIGHTS`) of what is doubtful about an attribution's form, sorted; `written` is whether the writer
    has the word in the document, outside quotation marks."""
    found = set(_find_doubts(document, one))
    if written and not found.isdisjoint(_AUTHORS) and not document.is_quoted(one.source[0][0]):
        found.add("writer")
    return tuple(sorted(found))


def _find_doubts(document: Document, one: Attribution) -> Iterator[str]:
    cue = document.gather_words(one.cue)
    lemmas = {lemma for word in cue if (lemma := lemma_of(word.text)) is not None}
    spans = leave_antecedent(document, one.content)
    content = document.gather_words(spans)
    letters = document.gather_letters(spans)
    quoted = document.count_quoted(letters) > 0
    thing = not quoted and not makes_clause(letters)
    if not one.source and lemmas & _listed("asking"):
        yield "question"
    alone = len(document.words_in(one.content[0])) == 1
    if alone and document.article.words_of(one.content[0]).lower() in _STANDS_FOR:
        yield "hole"
    spoken = sum([word.text[0].isalnum() for word in cue])
    if spoken > _LONGEST_CUE:
        yield "story"
    if thing:
        yield _name_thing(one, cue, lemmas)
    if spoken:
        if not lemmas and not one.by_form:
            said = quoted and any(word.is_verb for word in content)
            known = any(is_cue_noun(word.text.lower()) for word in cue) or cue[-1].text.lower() in _listed("sure")
            if not said and not known:
                yield "act" if thing or quoted else "act clause"
            if not any(word.is_verb for word in cue) and any(word.tag.startswith("NN") for word in cue):
                yield "noun"
        if content[0].text.lower() == "to" and not one.by_form and not lemmas & _listed("committing") and not quoted:
            yield "intent"
        if not quoted:
            yield from _doubt_verb(document, one, lemmas, content)
    yield from _doubt_source(document, one, quoted, thing)


def _name_thing(one: Attribution, cue: Sequence[Word], lemmas: Set[str]) -> str:
    """The doubt that a content is a mere thing, by what its cue is."""
    if one.by_form or not lemmas.isdisjoint(OBJECT) or not lemmas.isdisjoint(_listed("foretelling")):
        return "object"
    topic = not lemmas.isdisjoint(_listed("of-whom")) or (cue and cue[-1].text.lower() in _listed("of"))
    return "topic" if topic else "thing"


def leave_antecedent(document: Document, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without what its relative stands for: "a vote, which | would come in June"."""
    if len(content) == 1:
        return content
    first = document.list_words(content[0])
    told = len(first) > 1 and first[-1].text in _STANDS_FOR and not document.count_quoted(first)
    return content[1:] if told and any(document.list_letters(span) for span in content[1:]) else content


def _listed(group: str) -> frozenset[str]:
    return load_group("cues_doubtful", group)


def is_clause(words: Sequence[Word]) -> bool:
    """Whether words are a clause or an infinitive, and no thing that a relative clause tells more of."""
    return makes_clause([word for word in words if word.text[0].isalnum()])


def makes_clause(letters: Sequence[Word]) -> bool:
    """Whether words without marks are a clause or an infinitive, and no thing that a relative clause tells more of."""
    if not letters:
        return False
    if letters[0].text.lower() in _OPENERS:
        return len(letters) > 1
    if letters[0].tag == "VBG":
        return True
    tags = [word.tag for word in letters]
    verbs, relatives = sum(map(tags.count, FINITE)), sum(map(tags.count, _RELATIVES))
    if "IN" in tags:
        relatives += sum([word.text.lower() == "that" for word in letters if word.tag == "IN"])
    if verbs > relatives or verbs + any(map(is_shortened, letters)) > relatives:
        return True
    if relatives or "VB" not in tags:
        return False
    return any(tag == "VB" and letters[i - 1].text.lower() == "to" for i, tag in enumerate(tags) if i)


def _doubt_verb(document: Document, one: Attribution, lemmas: set[str], content: Sequence[Word]) -> Iterator[str]:
    """Doubts that the last verb of a cue casts, with its auxiliaries: what is not, not yet, or only meant."""
    at = [i for span in one.cue for i in document.words_in(span)]
    verbs = [i for i in at if document.words[i].is_verb and lemma_of(document.words[i].text)]
    if not verbs:
        return
    word = document.words[verbs[-1]]
    start = min(at[0], find_group_start(document, verbs[-1], document.first[word.sentence]))
    group = document.words[start : verbs[-1]]
    before = {one.text.lower() for one in group}
    if not any(document.words[i].is_finite and document.words[i].tag != "MD" for i in verbs[:-1]):
        unreal = any(one.tag == "MD" for one in group) or not before.isdisjoint(_listed("yet"))
        to = start > 0 and word.tag == "VB" and document.words[start - 1].text.lower() == "to"
        silent = before & NEGATIONS and (lemmas & _listed("silent") or not is_clause(content))
        if unreal or to or silent:
            yield "unreal"
    if one.source and max(one.source)[1] <= word.start and word.tag in ("VBN", "VBD") and before & _BE:
        yield "passive"


def _doubt_source(document: Document, one: Attribution, quoted: bool, thing: bool) -> Iterator[str]:
    if not one.source:
        return
    words = document.list_words(one.source[0])
    if not is_source(document, one.source):
        yield "no phrase"
    if not quoted and document.article.words_of(one.source[0]).lower() in _listed("author"):
        yield "author thing" if thing else "author"
    if thing and words and is_dumb(words):
        yield "no person"


def is_dumb(words: Sequence[Word]) -> bool:
    """Whether a phrase's head is one thing in small letters that neither speaks nor is written."""
    ends = ("IN", "TO", "WP", "WDT", "VBN", "VBG")
    low = 2 if len(words) > 1 and words[0].tag == "DT" and words[1].tag == "VBG" else 1
    stop = next(
        (i for i, word in enumerate(words) if i >= low and (word.tag in ends or word.text in ",(—–")), len(words)
    )
    head = words[stop - 1]
    if head.tag not in ("NN", "VBG") or not head.text.islower() or any(word.is_proper for word in words[:stop]):
        return False
    speaks = any(head.text in load_words(name) for name in ("documents", "bodies_called", "people_called"))
    return not (speaks or is_office(head.text) or head.text.endswith(_PEOPLE))
