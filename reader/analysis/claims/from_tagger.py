"""What the trained tagger reads in a document, as attributions and names: spans by the tagger, pairs by its links."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.confidence_weights import WEIGHTS
from reader.analysis.claims.hearers import drop_hearer, part_whose
from reader.analysis.claims.rules import find_beside, finish_source
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import PICTURE, Document, Pointed, Word
from reader.analysis.document.lexicon import load_words as listed
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.model import ActorKind
from reader.analysis.names.by_rule import Name, holds_names, is_name, trim_small_words
from reader.article.model import Article, Span

if TYPE_CHECKING:
    from reader.analysis.tagger import Begun, Tagging

Kinds = NDArray[np.float32]

_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "place": "place",
}
_APART = 6
"""A content further than this many blocks from its cue is taken for a mistake of the link."""


_INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.)+[A-Z]$")
_WEAK = 0.7
"""A cue less sure than this breaks no content: "the film, which had readied a campaign, was late"."""
_FEWEST_LETTERS = 3
"""Words of fewer letters may be shortened ones, with a stop that ends no sentence."""
_GAP = 3
"""So many words between two parts of one content are the tagger's oversight."""
_LEAST_SHARE = 0.005
"""Nothing is surer, or less sure, than this: one number alone must not decide a claim's confidence."""


@dataclass(frozen=True, slots=True)
class Found:
    """Attributions with a cue, contents that point to no cue or to one that has others beside it, and names; each in
    reading order. `words` are the tagger's own, `kinds` what it thinks of each."""

    attributions: tuple[Attribution, ...]
    loose: tuple[Attribution, ...]
    names: tuple[Name, ...]
    words: tuple[Span, ...] = ()
    kinds: Kinds | None = None
    tagging: "Tagging | None" = None

    def look_back(self, position: int) -> Pointed:
        """For which words before it the word at a position stands, and how likely that is."""
        if self.tagging is None:
            return ()
        at = bisect_left(self.words, (position + 1,)) - 1
        if at < 0:
            return ()
        words = self.words
        return [(None if to is None else words[to], share) for to, share in self.tagging.look_back(at)]

    def weigh_names(self, names: Sequence[Name]) -> list[Name]:
        """Names with what the tagger thinks of their words, in the mean."""
        if self.kinds is None or not self.words or not names:
            return list(names)
        at = np.array([self._find_words(*name.span) for name in names])
        rows = np.concatenate((self.kinds, np.zeros((1, self.kinds.shape[1]), np.float32)))
        sums = np.add.reduceat(rows, at.ravel())[::2]
        means = (sums / (at[:, 1] - at[:, 0]).astype(np.float32)[:, np.newaxis]).tolist()
        return [Name(name.span, name.kind, name.confidence, (*mean,)) for name, mean in zip(names, means, strict=True)]

    def _find_words(self, start: int, end: int) -> Span:
        """Which words, first and last + 1, touch a span; at least one."""
        words = self.words
        first = bisect_left(words, (start,))
        if first and words[first - 1][1] > start:
            first -= 1
        last = first + 1
        while last < len(words) and words[last][0] < end:
            last += 1
        return first, last


def begin_tagging(article: Article, *, urgent: bool = False) -> "Begun":
    """Start the tagger on an article, an `urgent` one before all that wait. Raises `tagger.TaggerUnavailable` where it
    cannot run."""
    from reader.analysis import tagger

    blocks = [block.span for block in article.blocks]
    return tagger.begin(article.text, tagger.split_words(article.text, blocks), blocks, urgent=urgent)


def find_tagged(
    document: Document, begun: "Begun", on_window: Callable[[float], None] = lambda done: None, *, named: bool = True
) -> Found:
    """What the tagger found in a document, its names too where it is to be `named`, as soon as it is done; `on_window`
    is told the share that it has read."""
    text = document.article.text
    tagging, words = begun.finish(on_window, named=named), begun.words

    def span(first: int, last: int) -> Span:
        return words[first][0], words[last - 1][1]

    barred = SpanIndex(
        (sentence.span, i)
        for i, sentence in enumerate(document.sentences if named else ())
        if not holds_names(document, i)
    )
    trimmed = [
        _make_name(
            text,
            _trim_name(text, _trim_pictures(document, span(name.first, name.last))),
            _KINDS[name.kind],
            name.confidence,
        )
        for name in tagging.names
        if name.kind in _KINDS and not barred.touches([words[name.first]])
    ]
    names = tuple(
        name
        for name in _join_halves(text, trimmed)
        if is_name(text[name.span[0] : name.span[1]]) and any(map(may_name, document.list_words(name.span)))
    )
    cues = [span(cue.first, cue.last) for cue in tagging.cues]
    sources = [_trim_pictures(document, span(source.first, source.last)) for source in tagging.sources]
    others = cache(lambda: SpanIndex(_list_barriers(document, tagging, cues, sources)))
    cue_of = {link.of: link for link in reversed(tagging.content_cue) if link.to is not None}
    source_of = {link.of: link for link in reversed(tagging.cue_source)}
    parts: dict[int, list[tuple[Span, float, float]]] = defaultdict(list)
    loose: list[Attribution] = []
    for index, content in enumerate(tagging.contents):
        at = span(content.first, content.last)
        tie = cue_of.get(index)
        if tie is None or tie.to is None or not _reaches(document, cues[tie.to], at):
            loose.append(Attribution((at,), (), (), content.confidence))
        else:
            parts[tie.to].append((at, content.confidence, tie.score))
    attributions: list[Attribution] = []
    for cue, contents in parts.items():
        tie = source_of.get(cue)
        to = None if tie is None else tie.to
        if to is not None and may_be_source(document, cues[cue], sources[to]):
            whole = finish_source(document, _keep_in_sentence(document, cues[cue], sources[to]))
            source: tuple[Span, ...] = (part_whose(document, drop_hearer(document, whole), cues[cue]),)
        else:
            source = find_beside(document, cues[cue])
        joined = _bridge_gaps(document, sorted(at for at, _, _ in contents), others, cues[cue])
        source, joined = _take_apposition(document, source, joined)
        source, joined = _give_clause_back(document, source, joined, cues[cue])
        own, later, earlier = _split_continued(document, joined, cues[cue])
        tied = (0.0, 0.0, 1.0)
        if tie is not None and to is not None:
            tied = to_log_odds(tagging.sources[to].confidence), to_log_odds(tie.score), 0.0
        weigh = partial(_weigh, document, contents, to_log_odds(tagging.cues[cue].confidence), tied)
        attributions.append(Attribution(tuple(sorted(own)), (cues[cue],), source, weigh(own)))
        attributions += [Attribution((at,), (), source, weigh([at])) for at in later]
        loose += [Attribution((at,), (), source, weigh([at])) for at in earlier]
    attributions.sort(key=_first)
    loose.sort(key=_first)
    return Found(tuple(attributions), tuple(loose), names, words, tagging.kinds, tagging)


def may_name(word: Word) -> bool:
    """Whether a word of a name is no adjective, which has no capital but its first: "OpenAI" is none."""
    return word.tag != "JJ" or (word.text.isalpha() and not word.text[1:].islower())


def _keep_in_sentence(document: Document, cue: Span, source: Span) -> Span:
    """A source that runs over a sentence's end, ended or begun there: "Tom Vance. The clerk, Ida Moss", who said."""
    at, verb = document.words_in(source), document.words_in(cue)
    if not at or not verb or document.words[at.start].sentence == document.words[at[-1]].sentence:
        return source
    here = document.words[verb.start].sentence
    own = [i for i in at if document.words[i].sentence == here]
    ended = [document.words[i].text.rstrip(".!?") for i in at if document.words[i].sentence != here]
    if not own or _is_shortening(ended):
        return source
    last = own[-1] if document.words[own[-1]].text[0].isalnum() or len(own) == 1 else own[-2]
    return document.words[own[0]].start, document.words[last].end


def _is_shortening(texts: Sequence[str]) -> bool:
    """Whether the last of some words with a stop may be an initial, or the like ("U.S.", "E!"), and end no sentence."""
    last = next((text for text in reversed(texts) if text), "")
    return len(last) < _FEWEST_LETTERS or "." in last


def _list_barriers(
    document: Document, tagging: "Tagging", cues: Sequence[Span], sources: Sequence[Span]
) -> Iterator[tuple[Span, None]]:
    """The cues, and the sources, that part two contents of another cue: all but the weak ones and theirs. A word of
    speech is never weak, but in the passive."""
    weak = {i for i, cue in enumerate(tagging.cues) if cue.confidence < _WEAK and not _speaks(document, cues[i])}
    theirs = {link.to for link in tagging.cue_source if link.of in weak}
    kept = {link.to for link in tagging.cue_source if link.of not in weak}
    yield from ((at, None) for index, at in enumerate(cues) if index not in weak)
    yield from ((at, None) for index, at in enumerate(sources) if index not in theirs - kept)


def _speaks(document: Document, cue: Span) -> bool:
    words = document.list_words(cue)
    said = any(lemma_of(word.text) in SAID_LEMMAS for word in words)
    return said and words[0].text.lower() not in ("is", "are", "was", "were")


def _join_halves(text: str, named: Sequence[Name]) -> list[Name]:
    """Names with the two halves of a person's name, told apart by mistake, as one."""
    whole: list[Name] = []
    for name in named:
        last = whole[-1] if whole else None
        if last and last.kind == name.kind == "person" and text[last.span[1] : name.span[0]] == " ":
            whole[-1] = Name((last.span[0], name.span[1]), "person", max(last.confidence, name.confidence))
        else:
            whole.append(name)
    return whole


def _make_name(text: str, span: Span, kind: ActorKind, sure: float) -> Name:
    """A name of its kind; one word that organisations are called by ("Senate") is never a person."""
    if kind == "person" and text[span[0] : span[1]].lower() in listed("organisations"):
        kind = "organisation"
    return Name(span, kind, sure)


def _trim_pictures(document: Document, span: Span) -> Span:
    """A span without the emoji that it ends in."""
    if document.article.text[span[1] - 1].isascii():
        return span
    end = span[1]
    for word in reversed(document.list_words(span)):
        if word.tag != PICTURE or word.start <= span[0]:
            return span[0], min(span[1], word.end)
        end = word.start
    return span[0], end


def _trim_name(text: str, span: Span) -> Span:
    """A name's span without words in small letters at its ends, and with the last stop of "U.S."."""
    start, end = trim_small_words(text, span)
    if text[end : end + 1] == "." and _INITIALS.search(text[start:end]):
        end += 1
    return start, end


def estimate_confidence(evidence: Sequence[float]) -> float:
    """How likely a claim is right, content and source together: a logistic model over what the tagger is sure of.

    Fitted on dev by training/confidence. The evidence is 1, then log odds: of the least sure content, the cue, the
    least sure tie of a content to the cue, the source, the cue's tie to the source; then whether no source was found,
    and whether the content opens in quotation marks.
    """
    return 1.0 / (1.0 + math.exp(-sum([weight * value for weight, value in zip(WEIGHTS, evidence, strict=True)])))


def to_log_odds(share: float) -> float:
    """The log odds of a share, which is never taken for quite sure."""
    kept = min(max(share, _LEAST_SHARE), 1.0 - _LEAST_SHARE)
    return math.log(kept / (1.0 - kept))


def _weigh(
    document: Document,
    contents: Sequence[tuple[Span, float, float]],
    cue: float,
    tied: tuple[float, float, float],
    spans: Sequence[Span],
) -> float:
    """How sure the tagger is of so many spans of what it gave to a cue. `contents` come with how sure each and its link
    are; `cue`, and `tied` of the source, are evidence as `estimate_confidence` takes it."""
    if len(contents) > 1:
        contents = [one for one in contents if any(a < one[0][1] and one[0][0] < b for a, b in spans)] or contents
    content, link = min([sure for _, sure, _ in contents]), min([sure for _, _, sure in contents])
    quoted = float(document.is_quoted(spans[0][0]))
    return estimate_confidence((1.0, to_log_odds(content), cue, to_log_odds(link), *tied, quoted))


def _take_apposition(
    document: Document, source: tuple[Span, ...], contents: list[Span]
) -> tuple[tuple[Span, ...], list[Span]]:
    """A source whose name in apposition was taken for the content's first words: "according to its chairman, Lord
    Penhale, the union …"."""
    if not source or not contents:
        return source, contents
    (start, end), (first, last) = source[-1], contents[0]
    if document.article.text[end:first].strip() != ",":
        return source, contents
    words = document.list_words((first, last))
    name = next((k for k, word in enumerate(words) if word.tag not in ("NNP", "NNPS")), len(words))
    before = document.list_words(source[-1])
    if (
        0 < name < min(5, len(words) - 1)
        and words[name].text == ","
        and before
        and not before[-1].is_proper
        and before[-1].text.lower() not in listed("documents")
    ):
        return (*source[:-1], (start, words[name - 1].end)), [(words[name + 1].start, last), *contents[1:]]
    return source, contents


def _give_clause_back(
    document: Document, source: tuple[Span, ...], contents: list[Span], cue: Span
) -> tuple[tuple[Span, ...], list[Span]]:
    """A source behind its cue without a participle's clause, which goes on with what was said: "ten towns burnt,
    according to the radio | , driving people to the coast"."""
    told = document.article.words_of(cue).lower().startswith("according")
    if not told or len(source) != 1 or not contents or source[0][0] < cue[1] or contents[-1][1] > cue[0]:
        return source, contents
    words = document.list_words(source[0])
    at = next((i for i in range(1, len(words) - 1) if words[i].text == "," and _opens_clause(words, i + 1)), None)
    if at is None or len(words) - at <= _GAP:
        return source, contents
    return ((source[0][0], words[at - 1].end),), [*contents, (words[at + 1].start, source[0][1])]


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a participle opens a clause at a word: "driving people", not "managing director"."""
    return words[at].tag == "VBG" and not (at + 1 < len(words) and words[at + 1].tag == "NN")


def may_be_source(document: Document, cue: Span, source: Span) -> bool:
    """Whether a cue can have a source: one of its own block, and of a colon or a dash alone none that a quotation parts
    from it."""
    article = document.article
    if article.block_at(cue[0]) != article.block_at(source[0]):
        return False
    alone = not any(letter.isalnum() for letter in article.words_of(cue))
    return not (alone and source[1] < cue[0] and document.quotations_in((source[1], cue[0])))


def _reaches(document: Document, cue: Span, content: Span) -> bool:
    """Whether a cue can have a content: in its own block, or in quotation marks or behind a colon in one nearby."""
    article = document.article
    here, there = article.block_at(cue[0]), article.block_at(content[0])
    if here == there:
        return True
    announced = there > here and article.words_of(article.blocks[here].span).rstrip().endswith(":")
    return abs(here - there) <= _APART and (announced or document.is_quoted(content[0]))


def _bridge_gaps(
    document: Document, contents: Sequence[Span], others: Callable[[], SpanIndex[None]], cue: Span
) -> list[Span]:
    """Contents of one cue with the few words between two of them taken in, where those play no other part."""
    joined: list[Span] = []
    for start, end in contents:
        if joined:
            gap = (joined[-1][1], start)
            at = document.words_in((joined[-1][0], end))
            same = bool(at) and document.words[at[0]].sentence == document.words[at[-1]].sentence
            if same and len(document.words_in(gap)) <= _GAP and not others().touches([gap]) and not _meet(gap, cue):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _first(one: Attribution) -> Span:
    return min(one.content)


def _split_continued(
    document: Document, contents: Sequence[Span], cue: Span
) -> tuple[list[Span], list[Span], list[Span]]:
    """The contents of a cue's own quotation, those of later paragraphs that open a quotation of their own, and those of
    paragraphs before, which are left to whoever speaks there where the cue has a content beside it."""
    block = document.article.block_at(cue[0])
    own: list[Span] = []
    later: list[Span] = []
    earlier: list[Span] = []
    for start, end in contents:
        quotation = document.quotation_at(start)
        there = None if quotation is None else document.article.block_at(quotation.outer[0])
        closed = quotation is not None and document.article.block_at(quotation.outer[1] - 1) < block
        part = later if there is not None and there > block else earlier if closed else own
        part.append((start, end))
    if own:
        return own, later, earlier
    return (earlier, later, []) if earlier else (later, [], [])
