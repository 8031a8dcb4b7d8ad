"""Clusters and claims to the list of actors: most important first, with role, aliases, mentions and claims."""

import math
from collections.abc import Mapping, Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document
from reader.analysis.model import Actor, Claim
from reader.article.model import Span


def build_actors(
    document: Document,
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    pronouns: Mapping[Span, int],
    drafts: Sequence[Draft],
    speakers: Sequence[int | None],
) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """Actors and claims that point at each other. Importance is claims, mentions and how early the first one stands."""
    mentions: list[list[Span]] = [list(one.spans) for one in clusters]
    for span, index in pronouns.items():
        mentions[index].append(span)
    said: list[list[int]] = [[] for _ in clusters]
    for number, who in enumerate(speakers):
        if who is not None:
            said[who].append(number)
    length = max(1, len(document.article.text))
    order = sorted(
        range(len(clusters)),
        key=lambda i: (-_weight(clusters[i], mentions[i], said[i], length), clusters[i].spans[0]),
    )
    ids = {index: f"a{place}" for place, index in enumerate(order, 1)}
    actors = tuple(
        Actor(
            id=ids[index],
            name=clusters[index].name,
            kind=clusters[index].kind,
            role=roles[index],
            aliases=clusters[index].aliases,
            mentions=tuple(sorted(set(mentions[index]))),
            claims=tuple(f"c{number + 1}" for number in said[index]),
        )
        for index in order
    )
    claims = tuple(
        Claim(
            id=f"c{number}",
            kind=draft.kind,
            type=draft.type,
            content=draft.content,
            cue=draft.cue,
            source=draft.source,
            speaker=None if who is None else ids[who],
            speaker_name=_own_words(document, draft) if who is None else clusters[who].name,
            confidence=draft.confidence,
        )
        for number, (draft, who) in enumerate(zip(drafts, speakers, strict=True), 1)
    )
    return actors, claims


def _weight(cluster: Cluster, mentions: Sequence[Span], said: Sequence[int], length: int) -> float:
    early = 1.0 - cluster.spans[0][0] / length
    return 2.0 * len(said) + math.log2(1 + len(mentions)) * 2 + early + (0.5 if cluster.kind == "person" else 0.0)


def _own_words(document: Document, draft: Draft) -> str | None:
    words = " ".join(" ".join(document.article.words_of(span).split()) for span in draft.source)
    return words or None
