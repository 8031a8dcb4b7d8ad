"""An audit as text and JSON."""

from collections.abc import Iterator

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.article.text.counted import many
from reader.compare.audit_model import Audit
from reader.compare.voice import Voice, Voices
from reader.export.as_json import json_text
from reader.export.cells import count_cells, make_visible, pad, wrap
from reader.export.claim_words import account_text


def audit_as_json(article: Article, found: Audit) -> str:
    """One object: spans are `[start, end)` into the article's text, claims are given by id."""
    return json_text(
        {
            "source": article.source,
            "title": article.title,
            "silent": [
                {"actor": s.actor.id, "name": s.actor.name, "kind": s.actor.kind, "asked": _list(s.asked)}
                for s in found.silent
            ],
            "unnamed": [
                {
                    "claim": u.claim.id,
                    "source": [list(span) for span in u.claim.source],
                    "reason": _list(u.reason),
                    "seconded": u.seconded and u.seconded.id,
                }
                for u in found.unnamed
            ],
            "twice": [[t.one.id, t.other.id] for t in found.twice],
            "lines": [
                {
                    "kind": line.kind,
                    "span": list(line.span),
                    "support": line.support,
                    "sentence": _list(line.sentence),
                    "claim": line.claim and line.claim.id,
                    "lost": [list(span) for span in line.lost],
                }
                for line in found.lines
            ],
            "figures": [
                {
                    "span": list(figure.span),
                    "claim": figure.claim and figure.claim.id,
                    "speaker": figure.claim and figure.claim.speaker_name,
                    "against": [list(span) for span in figure.against],
                }
                for figure in found.figures
            ],
        }
    )


def _list(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def audit_as_text(article: Article, analysis: Analysis, found: Audit, *, columns: int = 100) -> str:
    """The audit to read, one heading for each question that has an answer."""
    blocks = [
        ("Spoken of, and never speaking", list(_silent(article, found))),
        ("Resting on unnamed sources", list(_unnamed(article, found))),
        ("Said by two", [f"{_claim(article, t.one)} — and {_claim(article, t.other)}" for t in found.twice]),
        ("What the headline stands on", list(_lines(article, found))),
        ("Figures that disagree", list(_disagreeing(article, found))),
        ("Figures, and who vouches for them", list(_vouched(article, found))),
    ]
    lines = [make_visible(article.title or article.source), ""]
    for heading, items in blocks:
        if items:
            lines.append(heading)
            for item in items:
                first, *rest = wrap(item, columns - 4)
                lines += [f"  - {first}", *(f"    {line}" for line in rest)]
            lines.append("")
    if len(lines) == 2:
        lines.append(
            "There is nothing to tell: nobody is only spoken of, no source is unnamed, and no figure stands in it."
        )
    return "\n".join(lines).rstrip()


def _silent(article: Article, found: Audit) -> Iterator[str]:
    for silent in found.silent:
        asked = f": “{_words(article, silent.asked)}”" if silent.asked else ""
        role = f", {make_visible(silent.actor.role)}" if silent.actor.role else ""
        yield f"{make_visible(silent.actor.name)}{role}{asked}"


def _unnamed(article: Article, found: Audit) -> Iterator[str]:
    for unnamed in found.unnamed:
        reason = f" (“{_words(article, unnamed.reason)}”)" if unnamed.reason else " (no reason given)"
        second = f"; also {_claim(article, unnamed.seconded)}" if unnamed.seconded else ""
        yield _claim(article, unnamed.claim) + reason + second


_SUPPORT = {
    "attributed": "somebody's claim",
    "unnamed": "an unnamed source's claim",
    "reporter": "the reporter's own words",
    "nowhere": "nothing in the body says it in like words",
}


def _lines(article: Article, found: Audit) -> Iterator[str]:
    for line in found.lines:
        rest = f": {_words(article, line.sentence)}" if line.sentence else ""
        lost = f" (left out: {', '.join(f'“{_words(article, span)}”' for span in line.lost)})" if line.lost else ""
        yield f"{line.kind} “{_words(article, line.span)}” — {_SUPPORT[line.support]}{rest}{lost}"


def _disagreeing(article: Article, found: Audit) -> Iterator[str]:
    for figure in found.figures:
        later = [span for span in figure.against if span > figure.span]
        if later:
            yield " / ".join(_words(article, span) for span in (figure.span, *later))


def _vouched(article: Article, found: Audit) -> Iterator[str]:
    for figure in found.figures:
        who = "the reporter" if figure.claim is None else make_visible(figure.claim.speaker_name or "speaker not named")
        yield f"{_words(article, figure.span)}: {who}"


def _claim(article: Article, claim: Claim) -> str:
    return make_visible(f"{claim.speaker_name or 'speaker not named'}: {account_text(article, claim)}")


def _words(article: Article, span: Span | None) -> str:
    return make_visible(article.words_of(span)) if span else ""


# Shares of voice -----------------------------------------------------------------------------------------------

_MOST_SPEAKERS = 15


def voices_as_json(found: Voices, articles: int) -> str:
    """One object: shares from 0 to 1 with the ends of their middle 95 %."""

    def listed(voices: tuple[Voice, ...]) -> list[dict[str, object]]:
        return [
            {
                "name": voice.name,
                "claims": voice.claims,
                "words": voice.words,
                "share": round(voice.share, 4),
                "low": round(voice.low, 4),
                "high": round(voice.high, 4),
            }
            for voice in voices
        ]

    return json_text(
        {
            "voices": {
                "articles": articles,
                "speakers": listed(found.speakers),
                "kinds": listed(found.kinds),
                "naming": listed(found.naming),
            }
        }
    )


def voices_as_text(found: Voices, articles: int, *, columns: int = 100) -> str:
    """The shares as tables: speaker, share of the words, the middle 95 % of it, claims, words."""
    told = many(articles, "article")
    lines = [f"Shares of voice in {told} (of all words given to somebody; middle 95 % of 1,000 draws)", ""]
    for heading, voices in (
        ("speaker", found.speakers[:_MOST_SPEAKERS]),
        ("kind of source", found.kinds),
        ("named or not", found.naming),
    ):
        names = [make_visible(voice.name) for voice in voices]
        width = min(max(map(count_cells, (*names, heading)), default=0), max(16, columns - 42))
        lines.append(f"{pad(heading, width)}  share   95 %          claims  words")
        for name, voice in zip(names, voices, strict=True):
            between = f"{voice.low:.0%} to {voice.high:.0%}"
            lines.append(
                f"{pad(name, width)}  {voice.share:>5.0%}   {between:<12}  {voice.claims:>6}  {voice.words:>5}"
            )
        lines.append("")
    if len(found.speakers) > _MOST_SPEAKERS:
        lines.append(f"and {len(found.speakers) - _MOST_SPEAKERS} speakers with less")
    return "\n".join(lines).rstrip()
