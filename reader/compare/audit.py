"""What one article tells of itself: who never speaks, what rests on unnamed sources, whether its headline stands.

Everything is a span into the text and says what the words show; nothing is judged.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from reader.analysis.document.lexicon import load_words
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.audit_model import Audit, Figure, Twice, Unnamed
from reader.compare.headline import telling, trace_lines
from reader.compare.silent import find_silent, is_refusal
from reader.compare.unnamed import is_unnamed, reason_for
from reader.compare.words import SMALL_WORDS, Token, is_number, stem, tokens_of

_ALIKE = 0.6
"""The share of the shorter claim's telling words that two people's claims have in common when both say one thing."""
_FIGURE_KINDS = frozenset(("paragraph", "quote", "list-item", "title", "standfirst"))


def audit(article: Article, analysis: Analysis) -> Audit:
    """Look an analysed article through."""
    return Audit(
        silent=tuple(find_silent(article, analysis)),
        unnamed=tuple(_find_unnamed(article, analysis)),
        twice=tuple(_find_twice(article, analysis)),
        lines=tuple(trace_lines(article, analysis)),
        figures=tuple(_find_figures(article, analysis)),
    )


# Unnamed sources -----------------------------------------------------------------------------------------------


def _find_unnamed(article: Article, analysis: Analysis) -> Iterator[Unnamed]:
    """Claims of sources that nobody can look up, with the reason that is given, and whether a named source says the
    same."""
    named = [
        (claim, _stems_of(article, claim))
        for claim in analysis.claims
        if claim.speaker is not None and claim.type == "said"
    ]
    for claim in analysis.outer:
        if claim.type != "said" or is_refusal(article, claim) or not is_unnamed(article, analysis, claim):
            continue
        ours = _stems_of(article, claim)
        second = next((other for other, theirs in named if _share_most(ours, theirs)), None)
        yield Unnamed(claim, reason_for(article, analysis, claim), second)


# Two who say the same ------------------------------------------------------------------------------------------


def _find_twice(article: Article, analysis: Analysis) -> Iterator[Twice]:
    """Pairs of claims by two speakers that say the same."""
    claims = [
        (claim, _stems_of(article, claim))
        for claim in analysis.outer
        if claim.type == "said" and claim.speaker is not None
    ]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, stems) in enumerate(claims):
        for each in stems:
            holders[each].append(at)
    for at, (one, ours) in enumerate(claims):
        near = Counter(chain.from_iterable(holders[each][bisect_right(holders[each], at) :] for each in ours))
        for later in sorted(number for number, shared in near.items() if shared > 1):
            other, theirs = claims[later]
            if one.speaker != other.speaker and _share_most(ours, theirs):
                yield Twice(one, other)


def _stems_of(article: Article, claim: Claim) -> set[str]:
    """The stems of the words that say what a claim tells."""
    return telling(tokens_of(article.text, claim.content))


def _share_most(one: set[str], other: set[str]) -> bool:
    """Whether two claims, by their stems, say one thing."""
    least = min(len(one), len(other))
    return least >= 3 and len(one & other) >= _ALIKE * least


# Figures -------------------------------------------------------------------------------------------------------


def _find_figures(article: Article, analysis: Analysis) -> Iterator[Figure]:
    """Each number with what it counts and who vouches for it, and those that another figure contradicts."""
    found: list[tuple[Figure, str, set[str], str]] = []
    laid = SpanIndex((span, number) for number, claim in enumerate(analysis.claims) for span in claim.content)
    for block in article.blocks:
        if block.kind not in _FIGURE_KINDS:
            continue
        tokens = tokens_of(article.text, (block.span,))
        for at, token in enumerate(tokens):
            if not is_number(token.key) or _is_date(tokens, at) or article.words_of(token.span).casefold() == "one":
                continue
            counted = _counted(article, tokens, at)
            written = _as_written(article.text, token.span)
            span = (written[0], counted.span[1]) if counted else written
            first = min((number for _, number in laid.touching((span[0], span[0] + 1))), default=None)
            claim = None if first is None else analysis.claims[first]
            near = telling(tokens[max(0, at - 8) : at + 9])
            figure = Figure(span, claim, ())
            found.append((figure, token.key, near, stem(counted.key) if counted else ""))
    alike: defaultdict[str, list[tuple[Figure, str, set[str], str]]] = defaultdict(list)
    for each in found:
        alike[each[-1]].append(each)
    for figure, value, near, unit in found:
        others = tuple(
            other.span
            for other, its_value, its_near, _ in (alike[unit] if unit else ())
            if value != its_value and len(near & its_near - {unit}) >= 3
        )
        yield Figure(figure.span, figure.claim, others)


def _counted(article: Article, tokens: Sequence[Token], at: int) -> Token | None:
    """The word for what a number counts, where one of the next two words is one and no mark stands between."""
    for after in tokens[at + 1 : at + 3]:
        between = article.text[tokens[at].span[1] : after.span[0]]
        if any(mark in between for mark in ',.;:!?()“”"\n') or after.key in SMALL_WORDS or is_number(after.key):
            return None
        if len(after.key) > 2:
            return after
    return None


_SIGN = re.compile(r"(?:\b[A-Z]{1,3})?[$£€¥₹₽₩]\s?$")
_UNIT = re.compile(r"(?:%|[^\W\d_]+\b)")


def _as_written(text: str, number: Span) -> Span:
    """A number with what is written at it: its currency before it, `%` or letters behind it."""
    before = _SIGN.search(text, max(0, number[0] - 5), number[0])
    behind = _UNIT.match(text, number[1])
    return before.start() if before else number[0], behind.end() if behind else number[1]


_MONTHS = load_words("months") | {"am", "pm"}


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    beside = {t.key for t in tokens[max(0, at - 1) : at + 2]}
    key = tokens[at].key
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_decade = following is not None and following.key == "s" and following.span[0] == tokens[at].span[1]
    return bool(beside & _MONTHS) or bool(re.fullmatch(r"(?:19|20)\d\d", key)) or ":" in key or is_decade
