"""An article as analysis reads it: sentences, tagged words and quotations, each a span into the one text."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, partial
from heapq import merge
from itertools import chain, pairwise, repeat
from operator import add
from typing import NamedTuple
from unicodedata import category

from reader.analysis.document.cues import REPORTING, lemma_of
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.quotes import Quotation, find_quotations
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.model import Sentence
from reader.article.model import HEADLINE_KINDS, Article, Span

Pointed = Sequence[tuple[Span | None, float]]
"""The words for which a word stands, or None for none of them, with how likely each is (0 to 1)."""
PICTURE = "SYM"
"""The tag of an emoji, or a part of one, which is no noun."""
_LAST_LETTERLIKE = "\u200c"
FINITE = ("VBD", "VBZ", "VBP", "MD")
"""The tags of verbs that carry a clause."""


class Word(NamedTuple):
    """A word or punctuation mark: its span, characters, Penn Treebank tag and sentence index. There are so many of them
    that it counts how soon one is made: a tuple in two fifths of the time of a frozen dataclass."""

    start: int
    end: int
    text: str
    tag: str
    sentence: int

    @property
    def is_verb(self) -> bool:
        """Whether its tag is a verb's, in any form."""
        return self.tag.startswith(("VB", "MD"))

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb that carries a clause: "says", "would"; not "saying", nor "said" behind "was"."""
        return self.tag in FINITE

    @property
    def is_proper(self) -> bool:
        """Whether its tag is a proper noun's."""
        return self.tag.startswith("NNP")

    @property
    def is_initials(self) -> bool:
        """Whether it is of capitals alone, two at least, and so no pronoun: "WHO", "US"."""
        return len(self.text) > 1 and self.text.isupper()


make_word = partial(tuple.__new__, Word)
"""A `Word` of a row of what it holds, without a step in Python between."""


class _Touching(dict[Span, range]):
    """The indices of the words that touch each span that was asked for. That is asked so often that a dictionary
    answers, without a step in Python between."""

    __slots__ = ("_starts", "_words")

    def __init__(self, words: Sequence[Word], starts: Sequence[int]) -> None:
        super().__init__()
        self._words, self._starts = words, starts

    def __missing__(self, span: Span) -> range:
        start, end = span
        starts = self._starts
        low = bisect_left(starts, start)
        if low and self._words[low - 1].end > start:
            low -= 1
        found = self[span] = range(low, bisect_left(starts, end, low))
        return found


class _Held(dict[Span, Sequence[Word]]):
    """The words of spans that were asked for: names and claims are by many, one after the other."""

    __slots__ = ("_words", "_words_in")

    def __init__(self, words: Sequence[Word], words_in: Callable[[Span], range]) -> None:
        super().__init__()
        self._words, self._words_in = words, words_in

    def __missing__(self, span: Span) -> Sequence[Word]:
        at = self._words_in(span)
        found = self[span] = self._words[at.start : at.stop]
        return found


class _Letters(dict[Span, Sequence[Word]]):
    """The same without marks."""

    __slots__ = ("_list_words",)

    def __init__(self, list_words: Callable[[Span], Sequence[Word]]) -> None:
        super().__init__()
        self._list_words = list_words

    def __missing__(self, span: Span) -> Sequence[Word]:
        found = self[span] = tuple([word for word in self._list_words(span) if word.text[0].isalnum()])
        return found


def _points_nowhere(position: int) -> Pointed:
    return ()


@dataclass(frozen=True)
class Document:
    """Words in reading order; `first[i]` is the index of sentence i's first word (one more entry ends the last)."""

    article: Article
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    tags: Sequence[str]
    """Of each word its tag: many are looked through for some tag, for which no word need be touched."""
    first: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    look_back: Callable[[int], Pointed] = field(repr=False, compare=False, default=_points_nowhere)
    """For which words before it the one at a position stands, as far as the tagger says."""
    _starts: list[int] = field(repr=False, default_factory=list)
    _quoted: bytes = field(repr=False, default=b"")
    """Of each character, and of the end, whether it stands inside an outermost quotation."""
    _laid: SpanIndex[Quotation] = field(repr=False, compare=False, default_factory=SpanIndex)

    def sentence_words(self, index: int) -> range:
        """Indices of a sentence's words."""
        return range(self.first[index], self.first[index + 1])

    def list_tags(self, index: int) -> list[str]:
        """The tags of a sentence's words."""
        return [*self.tags[self.first[index] : self.first[index + 1]]]

    @cached_property
    def words_in(self) -> Callable[[Span], range]:
        """Indices of the words that touch a span."""
        return _Touching(self.words, self._starts).__getitem__

    def span_of(self, at: range) -> Span:
        """The characters of some words, one at least."""
        return self.words[at.start].start, self.words[at.stop - 1].end

    @cached_property
    def list_words(self) -> Callable[[Span], Sequence[Word]]:
        """The words that touch a span."""
        return _Held(self.words, self.words_in).__getitem__

    def list_ending(self, span: Span) -> list[Word]:
        """The words that touch a span and end in it: what stands before a name, which may begin within a word."""
        return [word for word in self.list_words(span) if word.end <= span[1]]

    @cached_property
    def list_letters(self) -> Callable[[Span], Sequence[Word]]:
        """The words that touch a span, without marks."""
        return _Letters(self.list_words).__getitem__

    def gather_words(self, spans: Sequence[Span]) -> Sequence[Word]:
        """The words that touch each of some spans, one after the other."""
        if len(spans) == 1:
            return self.list_words(spans[0])
        return [word for span in spans for word in self.list_words(span)]

    def gather_letters(self, spans: Sequence[Span]) -> Sequence[Word]:
        """The words that touch each of some spans, one after the other, without marks."""
        if len(spans) == 1:
            return self.list_letters(spans[0])
        return [word for span in spans for word in self.list_letters(span)]

    def is_in_headline(self, word: Word) -> bool:
        """Whether a word stands in a title or a heading."""
        return self.article.blocks[self.sentences[word.sentence].block].kind in HEADLINE_KINDS

    def is_quoted(self, position: int) -> bool:
        """Whether a character stands inside an outermost quotation, its marks included."""
        try:
            return self._quoted[position] == 1
        except IndexError:  # behind the end
            return False

    def count_quoted(self, words: Sequence[Word]) -> int:
        """How many of some words, in reading order, begin inside an outermost quotation: mostly none or all of them."""
        if not words:
            return 0
        low, high = words[0].start, words[-1].start + 1
        if self._quoted.find(1, low, high) == -1:
            return 0
        if self._quoted.find(0, low, high) == -1:
            return len(words)
        return sum(map(self._quoted.__getitem__, [word.start for word in words]))

    @cached_property
    def unquoted(self) -> int:
        """How many words begin outside all quotations."""
        return len(self.words) - sum(map(self._quoted.__getitem__, self._starts))

    def quotation_at(self, position: int) -> Quotation | None:
        """The outermost quotation around a character, marks included."""
        opening, outermost = self._outermost
        at = bisect_right(opening, position) - 1
        return outermost[at] if at >= 0 and position < outermost[at].outer[1] else None

    def quotations_in(self, span: Span) -> list[Quotation]:
        """The outermost quotations of which a word, or what stands between two of their paragraphs, is in a span."""
        start, end = span
        return [
            one
            for _, one in self._laid.touching(span)
            if one.depth == 0 and one.spans[0][0] < end and start < one.spans[-1][1]
        ]

    def holds_inner_quotation(self, span: Span) -> bool:
        """Whether a quotation within another one shares a character with a span."""
        return any(quotation.depth > 0 for _, quotation in self._laid.touching(span))

    def quotation_opening(self, position: int) -> Quotation | None:
        """The quotation of any depth whose first mark or word stands at a position, or that opens between the two."""
        for _, quotation in self._laid.touching((position, position + 1)):
            if quotation.outer[0] <= position <= quotation.spans[0][0]:
                return quotation
        return None

    def find_words(self, texts: Iterable[str], before: int) -> Iterator[int]:
        """Indices of the words with one of these texts in small letters before a word, the latest first."""
        places = map(self._same_words.__getitem__, self._same_words.keys() & texts)
        known = [found[: bisect_left(found, before)] for found in places]
        return merge(*map(reversed, known), reverse=True)

    def find_all_words(self, texts: Iterable[str]) -> list[int]:
        """Indices of all words with one of these texts in small letters, in reading order."""
        known = self._texts.intersection(texts)  # of two sets Python goes through the smaller
        if not known:
            return []
        return sorted(chain.from_iterable(map(self._same_words.__getitem__, known)))

    def find_between(self, at: range, *texts: str) -> list[int]:
        """Indices of those among some words that have one of these texts in small letters, in reading order."""
        places = [found for text in texts if (found := self._same_words.get(text))]
        found = [i for every in places for i in every[bisect_left(every, at.start) : bisect_left(every, at.stop)]]
        return found if len(places) < 2 else sorted(found)

    def find_in_sentences(self, texts: Iterable[str]) -> Iterator[tuple[int, int, int]]:
        """All words with one of these texts in small letters: the index of each, and where its sentence begins and
        ends."""
        for at in self.find_all_words(texts):
            sentence = self.words[at].sentence
            yield at, self.first[sentence], self.first[sentence + 1]

    @cached_property
    def _outermost(self) -> tuple[Sequence[int], Sequence[Quotation]]:
        """The outermost quotations, of which no two share a character, and where each opens."""
        found = [quotation for quotation in self.quotations if quotation.depth == 0]
        return [quotation.outer[0] for quotation in found], found

    @cached_property
    def capitals(self) -> Sequence[int]:
        """Indices of the words that begin with a capital letter."""
        return [at for at, word in enumerate(self.words) if word.text[0].isupper()]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the article writes without a capital letter somewhere."""
        return frozenset(text for text in {word.text for word in self.words} if text.islower())

    def cues_in(self, words: range) -> Sequence[int]:
        """Indices of those among some words that are forms of cue verbs or "according"."""
        at = self._cues
        return at[bisect_left(at, words.start) : bisect_left(at, words.stop)]

    def may_report(self, words: range) -> bool:
        """Whether one of some words may report speech or thought, or tell what somebody has others do."""
        at = bisect_left(self._reporting, words.start)
        return at < len(self._reporting) and self._reporting[at] < words.stop

    @cached_property
    def _reporting(self) -> Sequence[int]:
        """Indices of the words that may: verbs of what somebody has others do, "according", and cue verbs' forms that
        are not tagged as nouns."""
        ordering = self.find_all_words(load_group("cues_meant", "ordering"))
        return sorted({*ordering, *(at for at in self._cues if _is_verbal(self.words[at]))})

    @cached_property
    def _cues(self) -> Sequence[int]:
        return self.find_all_words(REPORTING)

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(self._same_words)

    @cached_property
    def _same_words(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate([word.text.lower() for word in self.words]):
            found[text].append(at)
        return found

    def point_back(self, look_back: Callable[[int], Pointed]) -> "Document":
        """The document with what the tagger says of its words; all that was looked up in it is kept."""
        pointing = copy(self)
        object.__setattr__(pointing, "look_back", look_back)
        return pointing


def _is_verbal(word: Word) -> bool:
    """Whether a word is "according", or a form of a cue verb that is not tagged as a noun."""
    return not word.tag.startswith(("NN", "JJ")) or lemma_of(word.text) is None


def read_document(article: Article, sentences: Sequence[Sentence]) -> Document:
    """Split an article's sentences into tagged words and find its quotations."""
    from reader.language import cut_words, tag_words

    cut = [cut_words(article.text, *sentence.span) for sentence in sentences]
    words: list[Word] = []
    first = [0]
    tagged = tag_words([written for written, _ in cut])
    for index, ((written, begins), tags) in enumerate(zip(cut, tagged, strict=True)):
        if max(written, default="") > _LAST_LETTERLIKE:
            tags = [
                PICTURE if text[0] > _LAST_LETTERLIKE and _is_picture(text) else tag
                for text, tag in zip(written, tags, strict=True)
            ]
        ends = map(add, begins, map(len, written))
        words += map(make_word, zip(begins, ends, written, tags, repeat(index)))
        first.append(len(words))
    return build_document(article, sentences, words, first)


def _is_picture(text: str) -> bool:
    return all(category(letter) in ("So", "Sk") or letter in "\u200d\ufe0f" for letter in text)


def build_document(
    article: Article, sentences: Sequence[Sentence], words: Sequence[Word], first: Sequence[int]
) -> Document:
    """A document of words that are tagged already; `first` are where sentences begin and the last ends."""
    quotes = find_quotations(article)
    return Document(
        article=article,
        sentences=tuple(sentences),
        words=tuple(words),
        tags=[word.tag for word in words],
        first=tuple(first),
        quotations=quotes,
        _starts=[word.start for word in words],
        _quoted=_mark_quoted(quotes, len(article.text)),
        _laid=SpanIndex((quote.outer, quote) for quote in quotes),
    )


def _mark_quoted(quotes: Sequence[Quotation], length: int) -> bytes:
    """Of each character of a text, and of its end, whether it stands inside an outermost quotation."""
    outermost = (span for quote in quotes if quote.depth == 0 for span in quote.spans)
    parts = sorted((start - 1, end + 1) for start, end in outermost)
    inside = bytearray(length + 1)
    for (start, end), (following, _) in pairwise([*parts, (len(inside), 0)]):
        low, high = max(0, start), max(0, min(end, following))
        inside[low:high] = b"\x01" * (high - low)
    return bytes(inside)
