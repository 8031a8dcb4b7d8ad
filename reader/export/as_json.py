"""An analysed article as the JSON object that other programs read (schema 1)."""

import json
import re
import time
from typing import Any

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article
from reader.export.claim_words import content_text

SCHEMA = 1

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_PAIR = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def analysis_as_dict(article: Article, analysis: Analysis) -> dict[str, Any]:
    """One analysed article: every span is `[start, end)` in code points into `["article"]["text"]`."""
    doubtful = analysis.doubtful_actors
    return {
        "schema": SCHEMA,
        "source": article.source,
        "article": {
            "title": article.title,
            "byline": list(article.byline),
            "published": article.published,
            "site": article.site,
            "url": article.url,
            "language": article.language,
            "text": article.text,
            "blocks": [
                {
                    "kind": block.kind,
                    "span": list(block.span),
                    **({"level": block.level} if block.level else {}),
                }
                for block in article.blocks
            ],
            "links": [{"span": list(link.span), "url": link.url} for link in article.links],
        },
        "sentences": [{"span": list(item.span), "block": item.block} for item in analysis.sentences],
        "actors": [actor_as_dict(actor, actor.id in doubtful) for actor in analysis.actors],
        "claims": [claim_as_dict(article, claim) for claim in analysis.claims],
        "summary": {
            "method": analysis.summary.method,
            "sentences": list(analysis.summary.sentences),
            "shortened": [
                {"sentence": index, "spans": [list(span) for span in spans]}
                for index, spans in analysis.summary.shortened
            ],
        },
        "stats": {
            "words": analysis.stats.words,
            "reading_minutes": analysis.stats.reading_minutes,
            "direct": analysis.stats.direct,
            "indirect": analysis.stats.indirect,
            "mixed": analysis.stats.mixed,
            "unattributed": analysis.stats.unattributed,
            "inner": analysis.stats.inner,
        },
        "notes": [*article.notes, *analysis.notes],
    }


def actor_as_dict(actor: Actor, doubtful: bool = False) -> dict[str, Any]:
    """One actor of the schema; the screen lists a doubtful one only where it is asked for."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "aliases": list(actor.aliases),
        "mentions": [list(span) for span in actor.mentions],
        "claims": list(actor.claims),
        "confidence": None if actor.confidence is None else round(actor.confidence, 3),
        "doubtful": doubtful,
    }


def claim_as_dict(article: Article, claim: Claim) -> dict[str, Any]:
    """One claim of the schema; `text` is its content's words, `confidence` 0 to 1 or None."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "content": [list(span) for span in claim.content],
        "cue": [list(span) for span in claim.cue],
        "source": [list(span) for span in claim.source],
        "speaker": claim.speaker,
        "speaker_name": claim.speaker_name,
        "type": claim.type,
        "text": content_text(article, claim),
        "confidence": None if claim.confidence is None else round(claim.confidence, 3),
        "within": claim.within,
        "speakers": list(claim.speakers),
        "speaker_confidence": None if claim.speaker_confidence is None else round(claim.speaker_confidence, 3),
        **({"others": claim.others} if claim.others else {}),
        **({"yours": True} if claim.yours else {}),
    }


def analysis_as_json_line(article: Article, analysis: Analysis) -> str:
    """`analysis_as_dict` as JSON on one line, without a line end: UTF-8 letters kept, invisible characters
    escaped.
    """
    return json_text(analysis_as_dict(article, analysis))


def json_text(value: Any, *, indent: int | None = None) -> str:
    """JSON that a terminal can show: control, direction and lone surrogate characters are `\\u` escapes.

    The escapes stand inside strings only, so parsing gives back the same value.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    text = _PAIR.sub(r"[\1, \2]", text)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def when(seconds: float | None) -> str | None:
    """A time as ISO 8601 in UTC."""
    if seconds is None:
        return None
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
    except (OverflowError, OSError, ValueError):
        return None
