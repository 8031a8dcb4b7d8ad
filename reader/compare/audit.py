"""What one article tells of itself: who never speaks, what rests on unnamed sources, whether its headline stands.

Everything is a span into the text and says what the words show; nothing is judged.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from reader.analysis.document.lexicon import load_words
from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.audit_model import Audit, Figure, Line, Silent, Support, Twice, Unnamed
from reader.compare.words import SMALL_WORDS, Token, is_number, stem, tokens_of

_REFUSAL = re.compile(
    r"(?:declin|refus)(?:ed|es|ing) (?:to (?:comment|be interviewed|speak|answer|say more|discuss)|comment|requests?)"
    r"|(?:did|has|have|had|does|do)(?: not|n['’]t) (?:immediately |yet )?(?:respond|repl(?:y|ied)|answer|return)"
    r"(?:ed)?\b(?: to)?(?: \w+){0,3}? ?(?:requests?|questions?|calls?|messages?|e-?mails?|inquir(?:y|ies)|comment)?"
    r"|(?:could|can) not be (?:reached|contacted)"
    r"|(?:was|were) (?:not|un)(?: |-)?available (?:for|to) comment"
    r"|(?:had|has|have|offered|gave|made) no (?:immediate )?(?:comment|reply|response|answer)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:who |which )?(?:(?:asked|wished|wanted|requested|preferred|did) not to be (?:named|identified|quoted)"
    r"|(?:did|do|does) not (?:wish|want) to be (?:named|identified)"
    r"|(?:spoke|speaking|talked|talking)? ?on (?:the )?condition (?:of anonymity|that (?:he|she|they) [^,.;]*)"
    r"|(?:spoke|speaking) anonymously"
    r"|(?:was|were|is|are) not (?:author|author?)i[sz]ed to (?:speak|talk|discuss|comment)[^,.;”]*)"
    r"(?:[^,.;”]*?\b(?:because|as|since|for fear|in order to)\b[^.;”]*)?",
    re.IGNORECASE,
)
_HEDGES = frozenset(
    [
        "may",
        "might",
        "could",
        "would",
        "possibly",
        "perhaps",
        "allegedly",
        "alleged",
        "reportedly",
        "suspected",
        "apparently",
        "likely",
    ]
)
_ATTRIBUTED = frozenset(
    [
        "say",
        "says",
        "said",
        "claim",
        "claims",
        "claimed",
        "tell",
        "tells",
        "told",
        "warn",
        "warns",
        "warned",
        "accuse",
        "accuses",
        "accused",
    ]
)
_COVERED = 0.5
"""The share of a line's telling words that a sentence must have to be what the line stands on."""
_ALIKE = 0.6
"""The share of the shorter claim's telling words that two people's claims have in common when both say one thing."""
_FIGURE_KINDS = frozenset(("paragraph", "quote", "list-item", "title", "standfirst"))


def audit(article: Article, analysis: Analysis) -> Audit:
    """Look an analysed article through."""
    return Audit(
        silent=tuple(_find_silent(article, analysis)),
        unnamed=tuple(_find_unnamed(article, analysis)),
        twice=tuple(_find_twice(article, analysis)),
        lines=tuple(_trace_lines(article, analysis)),
        figures=tuple(_find_figures(article, analysis)),
    )


# Who never speaks ----------------------------------------------------------------------------------------------


def _find_silent(article: Article, analysis: Analysis) -> Iterator[Silent]:
    """People and bodies that are named and to whom no claim is given, with what the article says of asking them."""
    speaking = {id for claim in analysis.claims if claim.type == "said" for id in (claim.speaker, *claim.speakers)}
    refusals = _refusals(article, analysis)
    for actor in analysis.actors:
        if actor.kind not in ("person", "organisation") or not actor.mentions or _signs(article, actor):
            continue
        if actor.id not in speaking:
            yield Silent(actor, next((span for sentence, span in refusals if _stands_in(actor, sentence, span)), None))


def _signs(article: Article, actor: Actor) -> bool:
    """Whether an actor is named in the byline alone: who writes is not spoken of."""
    headers = [block.span for block in article.blocks if block.kind in ("byline", "dateline", "date")]
    return all(any(a <= start < b for a, b in headers) for start, _ in actor.mentions)


def _refusals(article: Article, analysis: Analysis) -> list[tuple[Span, Span]]:
    return [
        (sentence.span, (match.start(), match.end()))
        for sentence in analysis.sentences
        for match in _REFUSAL.finditer(article.text, *sentence.span)
    ]


def _stands_in(actor: Actor, sentence: Span, refusal: Span) -> bool:
    """Whether an actor is named before a refusal in its sentence."""
    return any(sentence[0] <= start and end <= refusal[0] for start, end in actor.mentions)


# Unnamed sources -----------------------------------------------------------------------------------------------


def _find_unnamed(article: Article, analysis: Analysis) -> Iterator[Unnamed]:
    """Claims of sources that nobody can look up, with the reason that is given, and whether a named source says the
    same."""
    named = [claim for claim in analysis.claims if claim.speaker is not None and claim.type == "said"]
    for claim in analysis.claims:
        if claim.type != "said" or not _is_unnamed(article, claim):
            continue
        sentence = next((s.span for s in analysis.sentences if _holds(s.span, claim.source[0])), claim.span)
        reason = _REASON.search(article.text, *sentence)
        second = next((other for other in named if _says_the_same(article, claim, other)), None)
        yield Unnamed(claim, (reason.start(), reason.end()) if reason else None, second)


@cache
def _unnamed_words() -> frozenset[str]:
    return frozenset((files(__package__) / "unnamed.txt").read_text(encoding="utf-8").split())


def _is_unnamed(article: Article, claim: Claim) -> bool:
    """Whether a source is a description that names neither a person nor a body ("officials", "a former colleague")."""
    if claim.speaker is not None or claim.speakers or not claim.source:
        return False
    words = " ".join(article.words_of(span) for span in claim.source)
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", words)
    named = any(word[:1].isupper() for word in tokens[1:])
    return bool(tokens) and not named and bool({word.casefold() for word in tokens} & _unnamed_words())


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] < outer[1]


# Two who say the same ------------------------------------------------------------------------------------------


def _find_twice(article: Article, analysis: Analysis) -> Iterator[Twice]:
    """Pairs of claims by two speakers that say the same."""
    claims = [c for c in analysis.claims if c.type == "said" and c.within is None and c.speaker is not None]
    for at, one in enumerate(claims):
        for other in claims[at + 1 :]:
            if one.speaker != other.speaker and _says_the_same(article, one, other):
                yield Twice(one, other)


def _says_the_same(article: Article, one: Claim, other: Claim) -> bool:
    stems = [_telling(tokens_of(article.text, claim.content)) for claim in (one, other)]
    least = min(map(len, stems))
    return least >= 3 and len(stems[0] & stems[1]) >= _ALIKE * least


def _telling(words: Sequence[Token]) -> set[str]:
    return {stem(token.key) for token in words if token.key not in SMALL_WORDS}


# Whether the headline stands -----------------------------------------------------------------------------------


def _trace_lines(article: Article, analysis: Analysis) -> Iterator[Line]:
    """The title and the standfirst, each traced to the sentence of the body that it stands on."""
    heads = [block for block in article.blocks if block.kind in ("title", "standfirst")]
    body = [
        sentence.span
        for sentence in analysis.sentences
        if article.blocks[sentence.block].kind not in ("title", "standfirst", "byline", "date", "dateline", "heading")
    ]
    for head in heads:
        spans = [s.span for s in analysis.sentences if _holds(head.span, s.span)] or [head.span]
        for span in spans:
            yield _trace(article, analysis, head.kind == "title", span, body)


def _trace(article: Article, analysis: Analysis, is_title: bool, line: Span, body: Sequence[Span]) -> Line:
    wanted = _telling(tokens_of(article.text, (line,)))
    best, share = None, 0.0
    for sentence in body:
        has = _telling(tokens_of(article.text, (sentence,)))
        covered = len(wanted & has) / max(1, len(wanted))
        if covered > share:
            best, share = sentence, covered
    kind: Literal["title", "standfirst"] = "title" if is_title else "standfirst"
    if best is None or share < _COVERED:
        return Line(kind, line, "nowhere", None, None, ())
    claim = _claim_for(article, analysis, wanted, best)
    support: Support = "reporter"
    if claim is not None:
        support = "unnamed" if _is_unnamed(article, claim) else "attributed"
    lost = _lost(article, line, best, claim)
    return Line(kind, line, support, best, claim, lost)


def _claim_for(article: Article, analysis: Analysis, wanted: set[str], sentence: Span) -> Claim | None:
    """The claim of a sentence whose content holds most of the wanted words that the sentence has."""
    has = wanted & _telling(tokens_of(article.text, (sentence,)))
    for claim in analysis.claims:
        stands_here = claim.within is None and any(_holds(sentence, span) for span in claim.content)
        if stands_here and len(has & _telling(tokens_of(article.text, claim.content))) * 2 > len(has):
            return claim
    return None


def _lost(article: Article, line: Span, sentence: Span, claim: Claim | None) -> tuple[Span, ...]:
    """The hedges of the sentence, and the cue of its claim, that the line leaves out."""
    words = {token.key for token in tokens_of(article.text, (line,))}
    spans = [
        token.span for token in tokens_of(article.text, (sentence,)) if token.key in _HEDGES and not words & _HEDGES
    ]
    quoted = any(mark in article.words_of(line) for mark in "‘’“”\"'")
    if claim is not None and not words & _ATTRIBUTED and not quoted:
        spans += claim.cue
    return tuple(sorted(spans))


# Figures -------------------------------------------------------------------------------------------------------


def _find_figures(article: Article, analysis: Analysis) -> Iterator[Figure]:
    """Each number with what it counts and who vouches for it, and those that another figure contradicts."""
    found: list[tuple[Figure, str, set[str], str]] = []
    for block in article.blocks:
        if block.kind not in _FIGURE_KINDS:
            continue
        tokens = tokens_of(article.text, (block.span,))
        for at, token in enumerate(tokens):
            if not is_number(token.key) or _is_date(tokens, at) or article.words_of(token.span).casefold() == "one":
                continue
            counted = _counted(article, tokens, at)
            span = (token.span[0], counted.span[1]) if counted else token.span
            claim = next((c for c in analysis.claims if any(a <= span[0] < b for a, b in c.content)), None)
            near = _telling(tokens[max(0, at - 8) : at + 9])
            figure = Figure(span, claim, ())
            found.append((figure, token.key, near, stem(counted.key) if counted else ""))
    for at, (figure, value, near, unit) in enumerate(found):
        others = tuple(
            other.span
            for nth, (other, its_value, its_near, its_unit) in enumerate(found)
            if nth != at and unit and unit == its_unit and value != its_value and len(near & its_near - {unit}) >= 3
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


_MONTHS = load_words("months") | {"am", "pm"}


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    beside = {t.key for t in tokens[max(0, at - 1) : at + 2]}
    key = tokens[at].key
    return bool(beside & _MONTHS) or bool(re.fullmatch(r"(?:19|20)\d\d", key)) or ":" in key
