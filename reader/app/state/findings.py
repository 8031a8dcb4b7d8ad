"""What an audit tells of an article, row by row, each with the words it leads to. It runs beside the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.model import Claim
from reader.article.model import Article, Span
from reader.article.text.safe import safe_text
from reader.export.claim_words import account_text

if TYPE_CHECKING:
    from reader.compare.audit_model import Audit


@dataclass(frozen=True, slots=True)
class Finding:
    """One row: the heading it stands under, its words, a quiet remark, and the span it leads to."""

    heading: str
    words: str
    remark: str
    span: Span


def findings_of(article: Article, found: "Audit") -> tuple[Finding, ...]:
    """All rows, one heading after the other; what has no answer has no row."""
    return (
        *_silent(article, found),
        *_unnamed(article, found),
        *_twice(article, found),
        *_lines(article, found),
        *_figures(article, found),
    )


def _silent(article: Article, found: "Audit") -> Iterator[Finding]:
    for silent in found.silent:
        actor = silent.actor
        remark = "spoken of, never speaks"
        if silent.asked:
            remark = f"“{_words(article, silent.asked)}”"
        elif actor.role:
            remark = safe_text(actor.role, lines=False)
        span = silent.asked or min(actor.mentions)
        yield Finding("Never speaks", safe_text(actor.name, lines=False), remark, span)


def _unnamed(article: Article, found: "Audit") -> Iterator[Finding]:
    for unnamed in found.unnamed:
        reason = f"“{_words(article, unnamed.reason)}”" if unnamed.reason else "no reason given"
        if unnamed.seconded:
            reason += f" · also said by {_speaker(unnamed.seconded)}"
        yield Finding("Rests on unnamed sources", _claim(article, unnamed.claim), reason, unnamed.claim.span)


def _twice(article: Article, found: "Audit") -> Iterator[Finding]:
    for twice in found.twice:
        yield Finding("Said by two", _claim(article, twice.one), "", twice.one.span)
        yield Finding("Said by two", _claim(article, twice.other), "says the same", twice.other.span)


_SUPPORT = {
    "attributed": "stands on {speaker}",
    "unnamed": "stands on an unnamed source",
    "reporter": "stands on the reporter's own words",
    "nowhere": "nothing in the body says it in like words",
}


def _lines(article: Article, found: "Audit") -> Iterator[Finding]:
    heading = "What the headline stands on"
    for line in found.lines:
        support = _SUPPORT[line.support].format(speaker=_speaker(line.claim))
        yield Finding(heading, _words(article, line.span), support, line.span)
        if line.sentence is not None:
            lost = ", ".join(f"“{_words(article, span)}”" for span in line.lost)
            yield Finding(
                heading, _words(article, line.sentence), f"left out above: {lost}" if lost else "", line.sentence
            )


def _figures(article: Article, found: "Audit") -> Iterator[Finding]:
    told: set[Span] = set()
    for figure in found.figures:
        if figure.against and figure.span not in told:
            for span in (figure.span, *figure.against):
                told.add(span)
                yield Finding("Figures that disagree", _words(article, span), _voucher(found, span), span)
    for figure in found.figures:
        yield Finding(
            "Who vouches for a figure", _words(article, figure.span), _voucher(found, figure.span), figure.span
        )


def _voucher(found: "Audit", span: Span) -> str:
    figure = next((each for each in found.figures if each.span == span), None)
    return _speaker(figure.claim) if figure and figure.claim else "the reporter"


def _claim(article: Article, claim: Claim) -> str:
    return f"{_speaker(claim)}: {account_text(article, claim)}"


def _speaker(claim: Claim | None) -> str:
    return safe_text((claim.speaker_name if claim else None) or "a speaker not named", lines=False)


def _words(article: Article, span: Span) -> str:
    return " ".join(article.words_of(span).split())
