"""Who speaks in an article: what tells speakers apart, what they are called, and the few who have a voice of their own.

A voice is one of the six speakers who say most: on every part of the screen it has one colour and one sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.counting import speaker_key as speaker_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.analysis.model import Actor, Analysis, Claim

VOICES = ("●", "■", "▲", "◆", "★", "○")
"""The sign of each voice, from the one who says most on."""

_STAND_INS = frozenset(["it", "he", "she", "they", "who", "which", "that", "this"])
"""Sources that name nobody where nobody was found for them."""

NO_VOICE = "·"
"""The sign of all others."""


def speaker_label(claim: Claim) -> str:
    """The speaker's name as shown; an honest word where the text names nobody, or but an "it" that stands for nobody
    found."""
    name = claim.speaker_name
    return name if name and (claim.speaker or name.casefold() not in _STAND_INS) else "speaker not named"


def speaker_keys(claim: Claim) -> tuple[str, ...]:
    """The `speaker_key` of each of those who say it together."""
    return tuple(dict.fromkeys((speaker_key(claim), *claim.speakers)))


def name_of(analysis: Analysis | None, key: str, claim: Claim) -> str:
    """What one of those who say a claim is called."""
    actor = analysis.actor(key) if analysis else None
    return actor.name if actor else speaker_label(claim)


def unnamed_sources(analysis: Analysis) -> tuple[Actor, ...]:
    """Sources that name nobody ("officials"), as actors of kind group, in the order in which they speak first.

    A bare "it" or "they" that nobody was found for is nobody to list.
    """
    from reader.analysis.document.lexicon import load_words
    from reader.analysis.model import Actor

    claims: dict[str, list[str]] = {}
    for claim in analysis.outer:
        if claim.speaker is None and claim.speaker_name and claim.speaker_name.casefold() not in load_words("pronouns"):
            claims.setdefault(claim.speaker_name, []).append(claim.id)
    return tuple(Actor(name, name, "group", role="not named", claims=tuple(ids)) for name, ids in claims.items())


def everybody(analysis: Analysis) -> list[Actor]:
    """The actors, then the sources that name nobody."""
    return [*analysis.actors, *unnamed_sources(analysis)]


def by_importance(actors: Iterable[Actor], shares: Mapping[str, float]) -> list[Actor]:
    """Those who say most first, those who say nothing last."""
    return sorted(actors, key=lambda actor: (not actor.claims, -shares.get(actor.id, 0)))


def voices_of(analysis: Analysis, actors: Iterable[Actor], shares: Mapping[str, float]) -> dict[str, int]:
    """The voices, from 0, by `speaker_key`; `actors` are `everybody`, `shares` their shares of all that is said."""
    speaking = {speaker_key(claim) for claim in analysis.outer if claim.type == "said"}
    found = [actor.id for actor in by_importance(actors, shares) if actor.id in speaking]
    return {key: voice for voice, key in enumerate(found[: len(VOICES)])}


def voice_sign(voice: int) -> str:
    """The sign of a voice, or of one who has none (-1)."""
    return VOICES[voice] if voice >= 0 else NO_VOICE


def voice_style(voice: int, otherwise: str = "") -> str:
    """The name of the style that a voice is drawn in."""
    return f"voice-{voice + 1}" if voice >= 0 else otherwise
