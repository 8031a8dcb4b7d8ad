"""Clusters and claims to the list of actors: most important first, with role, aliases, mentions and claims."""

import math
from collections.abc import Mapping, Sequence

from reader.analysis.actors import sureness
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.own_words import find_own_words
from reader.analysis.actors.source_forms import find_others
from reader.analysis.actors.voice import Voice
from reader.analysis.claims.drafts import Draft, close_brackets
from reader.analysis.document.document import Document
from reader.analysis.model import Actor, Claim
from reader.article.model import Span
from reader.article.text.counted import listed

_A_CLAIM, _A_DOUBLING, _A_PERSON = 2.0, 2.0, 0.5
"""What makes an actor important, beside at most 1 for standing early: a claim as much as twice the mentions, and being
a person only between equals."""


def build_actors(
    document: Document,
    namings: Namings,
    pronouns: Mapping[Span, int],
    drafts: Sequence[Draft],
    voices: Sequence[Voice],
) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """Actors and claims that point at each other. Importance is claims, mentions and how early the first one stands."""
    clusters, roles = namings.clusters, namings.roles
    mentions: list[list[Span]] = [list(one.spans) for one in clusters]
    for span, index in pronouns.items():
        mentions[index].append(span)
    speakers = [next(iter(voice.clusters), None) for voice in voices]
    said: list[list[int]] = [[] for _ in clusters]
    for number, who in enumerate(speakers):
        if who is not None:
            said[who].append(number)
    length = max(1, len(document.article.text))
    plain = [[number for number in numbers if not drafts[number].faint] for numbers in said]
    outer = [[number for number in numbers if drafts[number].within is None] for numbers in plain]
    order = sorted(
        range(len(clusters)),
        key=lambda i: (-_weigh(clusters[i], mentions[i], outer[i], length), clusters[i].spans[0]),
    )
    title = next((block.span[1] for block in document.article.blocks if block.kind == "title"), 0)
    named = _ids(drafts)
    ids = {index: f"a{place}" for place, index in enumerate(order, 1)}
    actors = tuple(
        Actor(
            id=ids[index],
            name=clusters[index].name,
            kind=clusters[index].kind,
            role=roles[index],
            aliases=clusters[index].aliases,
            mentions=tuple(sorted(set(mentions[index]))),
            claims=tuple(named[number] for number in said[index]),
            confidence=sureness.weigh_actor(clusters[index].told, roles[index], mentions[index], plain[index], title),
        )
        for index in order
    )
    id_of = dict(zip(map(id, drafts), named, strict=True))
    sure = sureness.weigh_claims(document, namings, drafts, voices)
    text = document.article.text
    claims = tuple(
        Claim(
            id=named[number],
            kind=draft.kind,
            type=draft.type,
            content=close_brackets(text, draft.content),
            cue=draft.cue,
            source=close_brackets(text, draft.source),
            speaker=None if who is None else ids[who],
            speaker_name=_name(document, draft, namings, voice),
            confidence=sure[number][0],
            within=None if draft.within is None else id_of[id(draft.within)],
            speakers=tuple(ids[index] for index in voice.clusters) if len(voice.clusters) > 1 else (),
            others=_find_others(document, draft, namings, voice),
            speaker_confidence=sure[number][1],
        )
        for number, (draft, who, voice) in enumerate(zip(drafts, speakers, voices, strict=True))
    )
    return actors, claims


def _ids(drafts: Sequence[Draft]) -> list[str]:
    """Of outer claims "c1", "c2" … in reading order; of those inside the first "c1.1", "c1.2" …, and so on."""
    ids: dict[int, str] = {}
    inside: dict[int | None, int] = {}
    for draft in drafts:
        around = None if draft.within is None else id(draft.within)
        inside[around] = inside.get(around, 0) + 1
        ids[id(draft)] = f"c{inside[around]}" if around is None else f"{ids[around]}.{inside[around]}"
    return [ids[id(draft)] for draft in drafts]


def _weigh(cluster: Cluster, mentions: Sequence[Span], said: Sequence[int], length: int) -> float:
    early = 1.0 - cluster.spans[0][0] / length
    return (
        _A_CLAIM * len(said)
        + _A_DOUBLING * math.log2(1 + len(mentions))
        + early
        + (_A_PERSON if cluster.kind == "person" else 0.0)
    )


def _name(document: Document, draft: Draft, namings: Namings, voice: Voice) -> str | None:
    """The names of who speaks, else the article's own words for them."""
    if voice.clusters:
        return listed([namings.clusters[index].name for index in voice.clusters])
    spans = draft.source if voice.words is None else (voice.words,)
    if len(spans) != 1:
        return " ".join(_flatten(document, span) for span in spans) or None
    names = [span for span, _ in namings.inside(spans[0])]
    own = find_own_words(document, spans[0], names, _is_beside(document, draft))
    return None if own is None else _flatten(document, own) or None


def _is_beside(document: Document, draft: Draft) -> bool:
    """Whether a participle behind its source tells what is said: "crowds filled the square, shouting"."""
    if not draft.cue or draft.cue[0][0] < draft.source[0][1]:
        return False
    return document.words[document.words_in(draft.cue[0]).start].tag == "VBG"


def _find_others(document: Document, draft: Draft, namings: Namings, voice: Voice) -> str | None:
    """The words for those without a name who speak together with one person whom the source names."""
    if len(voice.clusters) != 1 or namings.clusters[voice.clusters[0]].kind != "person":
        return None
    for source in draft.source:
        ends = [span[1] for span, index in namings.inside(source) if index == voice.clusters[0]]
        if ends:
            found = find_others(document, source, ends[0])
            return None if found is None else _flatten(document, found)
    return None


def _flatten(document: Document, span: Span) -> str:
    return " ".join(document.article.words_of(span).split())
