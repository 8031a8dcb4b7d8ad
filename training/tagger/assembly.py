"""Tags to claims in the thinnest way, to see what the tagger gives by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from reader.analysis.tagger import Link, Tagging
from reader.analysis.tagger.features import Span


def best(links: Sequence[Link]) -> dict[int, int | None]:
    """Of each span the one it is tied to most."""
    top: dict[int, Link] = {}
    for link in links:
        if link.of not in top or link.score > top[link.of].score:
            top[link.of] = link
    return {of: link.to for of, link in top.items()}


def claims(tagging: Tagging, words: Sequence[Span]) -> list[dict[str, Any]]:
    """One cue, one claim: every content that points to it, and the source it points to."""

    def chars(first: int, last: int) -> list[int]:
        return [words[first][0], words[last - 1][1]]

    to_cue, to_source = best(tagging.content_cue), best(tagging.cue_source)
    by_cue: dict[int | None, list[int]] = defaultdict(list)
    for i in range(len(tagging.contents)):
        by_cue[to_cue.get(i)].append(i)
    out = []
    for cue, contents in by_cue.items():
        for group in [contents] if cue is not None else [[i] for i in contents]:
            source = to_source.get(cue) if cue is not None else None
            cue_span = [] if cue is None else [chars(tagging.cues[cue].first, tagging.cues[cue].last)]
            source_span = [] if source is None else [chars(tagging.sources[source].first, tagging.sources[source].last)]
            out.append(
                {
                    "kind": "indirect",
                    "speaker": None,
                    "cue": cue_span,
                    "source": source_span,
                    "content": [chars(tagging.contents[i].first, tagging.contents[i].last) for i in group],
                    "confidence": [tagging.contents[i].confidence for i in group],
                }
            )
    return out
