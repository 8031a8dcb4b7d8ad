"""Names of people, organisations and places, by rule: runs of capitalised words and what stands around them.

`Name` is the seam: a trained tagger yields the same objects, and clustering does not know who found them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import REMEMBERED, load_phrases, load_words
from reader.analysis.document.phrases import TIMES
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_given, is_office, load_titles
from reader.analysis.model import ActorKind
from reader.analysis.names import sureness
from reader.article.model import Span

_INSIDE = load_words("names_joined")
_NOT_NAMES = TIMES | load_words("not_names")
_PRONOUNS = load_words("pronouns")
_MOST_INSIDE = 2
"""So many small words in a row a name holds ("Bank of the West")."""
_LONGEST_INITIALS = 6
"""A longer word all in capitals is shouted and no initials."""
_LONGEST_CREDIT = 8
"""So many words a picture credit has at most."""
_FEWEST_IN_TITLE = 5
"""Of fewer words it cannot be told whether they are written like a headline."""
_OPENINGS = ("“", '"', "‘", ":", "—")
"""Behind such a mark a word has its capital because it opens something."""
_PARTING = (" of ", " of the ", " and ", " and the ")
"""Behind such words another name begins than the person's before them."""
_FULL = 2
"""So many words a full name has at least."""
_MOSTLY = 0.65
"""A larger share of words with a capital letter is a headline's, which leaves only its small words small."""


class Name(NamedTuple):
    """One naming of an actor: the name's span without titles, its kind, and how sure its finder is (0 to 1).

    `shares` are what the tagger thinks of its words: how likely they are no name, a person's, an organisation's and a
    place's; empty where it did not read them. A tuple, as is `Word`, for many are made.
    """

    span: Span
    kind: ActorKind
    confidence: float = sureness.UNKNOWN
    shares: tuple[float, ...] = ()


def find_names(document: Document) -> tuple[Name, ...]:
    """Names found by rule, in reading order; one spelling has one kind throughout unless its context is plain."""
    found: list[tuple[str, Span, ActorKind, float]] = []
    strong: dict[str, Counter[ActorKind]] = {}
    common = document.small_words
    for index in range(len(document.sentences)):
        if not holds_names(document, index):
            continue
        for run in _find_runs(document, document.sentence_words(index), common):
            for part in _split_run(document, run):
                if len(part) > _LONGEST_NAME:
                    continue
                words_ = [document.words[i] for i in part]
                kind, confidence = _tell_kind(document, part, words_)
                span = (words_[0].start, words_[-1].end)
                found.append((key := _spell(document, span), span, kind, confidence))
                if confidence >= sureness.SETTLED:
                    strong.setdefault(key, Counter())[kind] += 1
    people = {key.split()[-1] for key, kinds in strong.items() if "person" in kinds}
    settled: list[Name] = []
    for key, span, kind, confidence in found:
        if confidence < sureness.SETTLED:
            if key in strong:
                kind, confidence = strong[key].most_common(1)[0][0], sureness.SETTLED
            elif key in people:
                kind, confidence = "person", sureness.SETTLED
        if confidence >= sureness.SHOWN:
            settled.append(Name(span, kind, confidence))
    return tuple(settled)


_LONGEST_NAME = 40
"""Words beyond which a run of them is a list, or no language at all, and names nobody."""
_LIKE_PRONOUNS = frozenset(["WHO", "US"])
"""Initials that the tagger, which reads small letters, takes for pronouns."""


def join_names(document: Document, tagged: Sequence[Name], ruled: Sequence[Name]) -> tuple[Name, ...]:
    """A tagger's names made whole, with those of the rules that a list of names, or its own other finds, vouch for.

    A full name by rule takes in the half of it that the tagger found, and a place on the list is a place unless the
    tagger is sure that it is not.
    """
    found = _widen_names(document.article.text, tagged, ruled)
    known = {_spell(document, name.span): name.kind for name in found if name.confidence >= sureness.SETTLED}
    known |= {key.split()[-1]: kind for key, kind in list(known.items()) if kind == "person"}
    covered = sorted(name.span for name in found)
    starts = [start for start, _ in covered]
    reached = [0, *accumulate((end for _, end in covered), max)]
    for name in ruled:
        end = reached[bisect_left(starts, name.span[1])]
        if end > name.span[0]:
            if end < name.span[1]:
                found.extend(_find_holder(document, name.span, end))
            continue
        kind = known.get(_spell(document, name.span))
        if kind is not None:
            found.append(name._replace(kind=kind, confidence=sureness.SETTLED))
        elif name.confidence >= sureness.VOUCHED or document.article.words_of(name.span) in _LIKE_PRONOUNS:
            found.append(name)
    text = document.article.text
    trimmed = [(name, trim_small_words(text, name.span)) for name in found]
    found = [name if name.span == span else name._replace(span=span) for name, span in trimmed]
    lasting = (name for name in found if sum(map(str.isalnum, text[slice(*name.span)])) > 1)
    return tuple(sorted(lasting, key=lambda name: name.span))


def _find_holder(document: Document, span: Span, end: int) -> Iterator[Name]:
    """The full name behind a body and somebody's office in it, where all is one run of capitals and the tagger, up to
    `end`, found the body alone: "CNN Senior International Correspondent | Adam Reed"."""
    words = [word for word in document.list_words(span) if word.start >= end]
    if len(words) > _FULL and is_office(words[-_FULL - 1].text.lower()) and is_given(words[-_FULL].text.lower()):
        yield Name((words[-_FULL].start, words[-1].end), "person", sureness.VOUCHED)


def trim_small_words(text: str, span: Span) -> Span:
    """A name without the words in small letters at its ends: "Rick Perry", not "Rick Perry of"."""
    whole = text[span[0] : span[1]]
    words = whole.split()
    if words and not words[0].islower() and not words[-1].islower() and " ".join(words) == whole:
        return span
    found = [match.span() for match in re.finditer(r"\S+", whole)]
    while len(found) > 1 and text[span[0] + found[-1][0] : span[0] + found[-1][1]].islower():
        found.pop()
    while len(found) > 1 and text[span[0] + found[0][0] : span[0] + found[0][1]].islower():
        found.pop(0)
    return (span[0] + found[0][0], span[0] + found[-1][1]) if found else span


def _widen_names(text: str, tagged: Sequence[Name], ruled: Sequence[Name]) -> list[Name]:
    """A tagger's names, each the rules' own where that is longer and surer; those of the rules do not overlap."""
    found: list[Name] = []
    starts = [rule.span[0] for rule in ruled]
    for name in tagged:
        start, end = name.span
        before = bisect_right(starts, start)
        around = ruled[before - 1] if before and end <= ruled[before - 1].span[1] else None
        if around is not None and around.confidence >= sureness.VOUCHED:
            # "Ilse Marquand of Vessen" is a person and a place, and both were found.
            parted = text.startswith((" of ", " and "), end) or text.endswith(_PARTING, 0, start)
            if around.kind == "person" and around.span != name.span and not parted:
                name = Name(around.span, "person", max(name.confidence, sureness.HOLDS_BODY))
            elif around.kind == "place" and around.span == name.span and name.confidence < sureness.HOLDS_BODY:
                name = name._replace(kind="place")
        if not found or found[-1].span != name.span:
            found.append(name)
    return found


def add_apart(names: Sequence[Name], more: Iterable[Name]) -> list[Name]:
    """Names with those further ones that share no character with any before them."""
    found, others = list(names), list(more)
    laid = SpanIndex((name.span, None) for name in names if others)
    for name in others:
        if not laid.touches([name.span]):
            laid.add(name.span, None)
            found.append(name)
    return sorted(found, key=lambda name: name.span)


def is_name(words_: str) -> bool:
    """Whether words can name an actor at all: some capital letter or sign, no pronoun, and not a whole list."""
    if words_.count(" ") >= _LONGEST_NAME:
        return False
    if not words_.isascii() or words_ in _LIKE_PRONOUNS:
        return True
    return words_ != words_.lower() and words_.lower() not in _PRONOUNS


def holds_names(document: Document, sentence: int) -> bool:
    """Whether a sentence's block may name actors: not a byline or date, nor a picture credit of a few words."""
    block = document.article.blocks[document.sentences[sentence].block]
    if block.kind != "caption":
        return block.kind not in ("byline", "date")
    words_ = document.article.words_of(block.span).split()
    signed = any(":" in word for word in words_[:1]) or any("/" in word for word in words_)
    return len(words_) > _LONGEST_CREDIT or not signed


def _spell(document: Document, span: Span) -> str:
    return " ".join(document.article.text[span[0] : span[1]].lower().split())


def _find_runs(document: Document, sentence: range, common: frozenset[str]) -> list[range]:
    """Maximal runs of capitalised words in a sentence, with the small words that names hold inside; of a table each
    within its row."""
    runs: list[range] = []
    words = document.words
    ordered = _list_capitals(document, sentence, common)
    capitals = frozenset(ordered)
    text = document.article.text
    block = document.sentences[words[sentence.start].sentence].block if ordered else 0
    in_table = document.article.blocks[block].kind == "table"
    end = sentence.start
    for at in ordered:
        if at < end:
            continue
        end = at + 1
        while end < sentence.stop and not (in_table and "\n" in text[words[end - 1].end : words[end].start]):
            if end in capitals:
                end += 1
                continue
            inner = _list_inside(words, end, capitals)
            if inner in ([], ["and"], ["the"]) or "’s" in inner or "'s" in inner:
                break
            end += len(inner) + 1
        runs.append(range(at, end))
    return runs


def _list_inside(words: Sequence[Word], at: int, capitals: frozenset[int]) -> list[str]:
    """The small words that a name holds between two of its capitalised ones; `at` is the first of them."""
    if capitals.isdisjoint(range(at + 1, at + _MOST_INSIDE + 1)):
        return []
    inside: list[str] = []
    while len(inside) < _MOST_INSIDE and (text := words[at + len(inside)].text.lower()) in _INSIDE:
        inside.append(text)
    return inside if at + len(inside) in capitals else []


def is_title_case(document: Document, sentence: range) -> bool:
    """Whether a sentence is written like a headline, each word with a capital letter."""
    every = document.capitals
    if bisect_left(every, sentence.stop) - bisect_left(every, sentence.start) <= _MOSTLY * _FEWEST_IN_TITLE:
        return False
    letters = [word.text for word in document.words[sentence.start : sentence.stop] if word.text[0].isalpha()]
    return len(letters) >= _FEWEST_IN_TITLE and mostly_capitalised(letters)


def tells_by_capitals(document: Document, sentence: int) -> bool:
    """Whether a capital letter tells a name in a sentence: its block may name actors, and it is no headline."""
    return holds_names(document, sentence) and not is_title_case(document, document.sentence_words(sentence))


def mostly_capitalised(words: Sequence[str]) -> bool:
    """Whether nearly every word begins with a capital letter."""
    return sum([word[0].isupper() for word in words]) > _MOSTLY * len(words)


def _list_capitals(document: Document, sentence: range, common: frozenset[str]) -> list[int]:
    """Where words stand that a name may begin with; one that the article also writes small is none where a capital
    tells nothing: at an opening, and in a sentence that is written like a headline."""
    words, every = document.words, document.capitals
    here = every[bisect_left(every, sentence.start) : bisect_left(every, sentence.stop)]
    capitals = [at for at in here if _may_be_named(words[at].text, words[at].tag)]
    doubtful = [at for at in capitals if words[at].text.lower() in common]
    if not doubtful:
        return capitals
    if is_title_case(document, sentence):
        gone = frozenset(doubtful)
    else:
        gone = frozenset(at for at in doubtful if at == sentence.start or words[at - 1].text in _OPENINGS)
    return [at for at in capitals if at not in gone]


@lru_cache(REMEMBERED)
def _may_be_named(text: str, tag: str) -> bool:
    """Whether a word with a capital letter can be part of a name, by its tag or by the lists."""
    low = text.lower()
    if low in _NOT_NAMES:
        return False
    if tag in ("NNP", "NNPS", "JJ") or (len(text) > 1 and text.isupper() and tag in ("NN", "NNS")):
        return True
    return is_given(low) or low in load_phrases("places")


def _split_run(document: Document, run: range) -> list[range]:
    """A run without leading titles and offices, cut in two where a place leads an organisation or a person."""
    start, stop = run.start, run.stop
    tail = document.words[stop - 1].text.lower().rstrip(".")
    body = tail in load_words("organisations")
    while start < stop - 1 and (not body or stop - start > 3):
        text = document.words[start].text.lower().rstrip(".")
        given = stop - start == _FULL and is_given(text) and text not in load_titles("before")  # "Prof Dean Whitlock"
        if not given and (_is_titling(text) or text.split("-")[-1] in load_titles("before")):
            start += 1
        else:
            break
    if not body:
        while start < stop and document.words[start].tag == "JJ":
            start += 1
    elif stop - start > 1 and all(document.words[i].tag == "JJ" for i in range(start, stop)):
        return []
    while start < stop and document.words[start].text.lower() in _INSIDE:
        start += 1
    if stop - start == 1 and _is_titling(tail):
        return []
    if stop - start >= 3 and tail in load_phrases("places") and is_given(document.words[start].text.lower()):
        return [range(start, stop - 1), range(stop - 1, stop)]
    return [range(start, stop)] if start < stop else []


def _is_titling(word: str) -> bool:
    """Whether a word in small letters and without a stop is a title or an office."""
    return word in load_titles("before") or word in load_titles("office")


def _tell_kind(document: Document, part: range, run: list[Word]) -> tuple[ActorKind, float]:
    texts = tuple([word.text for word in run])
    told = _tell_by_words(texts)
    if told is not None:
        return told
    before = document.words[part.start - 1].text.lower().rstrip(".") if part.start else ""
    after = document.words[part.stop].text.lower() if part.stop < len(document.words) else ""
    if _is_titling(before):
        return "person", sureness.VOUCHED
    if len(texts) in (2, 3) and all(text[0].isupper() and text.isalpha() for text in texts):
        if after == "," or lemma_of(after) or before in ("said", "says"):
            return "person", sureness.BESIDE_CUE
        return "person", sureness.SHAPED
    if lemma_of(after) and len(texts) == 1:
        return "person", sureness.LEANING
    if before in ("in", "at", "near", "from", "to") and len(texts) == 1:
        return "place", sureness.LEANING
    if len(texts) > 3:
        return "organisation", sureness.LONG
    return "person", sureness.SHOWN


@lru_cache(REMEMBERED)
def _tell_by_words(texts: tuple[str, ...]) -> tuple[ActorKind, float] | None:
    """What a name's own words say that it names, wherever it stands, and how surely."""
    lower = [text.lower() for text in texts]
    organisations = load_words("organisations")
    if " ".join(lower) in load_phrases("places"):
        return "place", sureness.VOUCHED
    if lower[-1] in organisations or lower[0] in organisations:
        return "organisation", sureness.VOUCHED
    if any(word in organisations for word in lower) and len(lower) > 2:
        return "organisation", sureness.HOLDS_BODY
    if len(texts) == 1 and texts[0].isupper() and 1 < len(texts[0]) <= _LONGEST_INITIALS:
        return "organisation", sureness.SETTLED
    if is_given(lower[0]):
        return "person", sureness.VOUCHED if len(lower) > 1 else sureness.LEANING
    return None
