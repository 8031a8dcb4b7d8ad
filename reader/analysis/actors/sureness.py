"""How sure a claim's words are, how sure its speaker, and how sure an actor: logistic models over named features,
fitted on claims and actors of articles of many papers that were marked by hand."""

import math
from collections.abc import Mapping, Sequence

from reader.analysis.actors.actor_features import describe_actor
from reader.analysis.actors.actor_weights import ACTOR
from reader.analysis.actors.claim_features import Reading, tell_words
from reader.analysis.actors.claim_weights import SPEAKER, WORDS
from reader.analysis.actors.features import Features, weigh
from reader.analysis.actors.guess_features import describe_guess
from reader.analysis.actors.guess_weights import GUESS
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.voice import Voice
from reader.analysis.actors.voice_features import tell_source, tell_voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.claims.faint import LEAST_FAINT
from reader.analysis.claims.forms import FAINT
from reader.analysis.claims.unsaid import SILENT
from reader.analysis.document.document import Document
from reader.article.model import Span

_LEAST_GUESS = 0.55
"""A claim that the tagger hardly sees is kept where it is as likely as this."""
Sureness = tuple[float | None, float | None]
"""How sure the words are (None where rules alone decided), and the speaker (None where no actor was found)."""


def weigh_claims(
    document: Document,
    namings: Namings,
    drafts: Sequence[Draft],
    voices: Sequence[Voice],
) -> list[Sureness]:
    """How sure each claim's words and speaker are. Where the words of a source are all that is known of who speaks,
    how likely they are enough counts with the claim's own words. Claims within others, and those that rules alone
    decided, keep what they had."""
    told = list_features(document, namings, drafts, voices)
    weighed: list[Sureness] = []
    for draft, voice, features in zip(drafts, voices, told, strict=True):
        if features is None:
            weighed.append((draft.confidence, voice.confidence))
            continue
        words, speaker = _weigh(features, WORDS), _weigh(features, SPEAKER)
        if "silence" in features:
            words = min(words, SILENT)
        if draft.faint:
            words = min(words, FAINT)
        weighed.append((words, speaker) if voice.clusters else (words * speaker, None))
    return weighed


def weigh_actor(
    told: Features, role: str | None, mentions: Sequence[Span], said: Sequence[int], title: int
) -> float | None:
    """How sure it is that a cluster is an actor, of its kind and under its whole name (logistic regression over named
    features, fitted by training/coreference/fit_actors.py); None where the tagger did not read."""
    if not told:
        return None
    return _weigh(describe_actor(told, role, mentions, bool(said), title), ACTOR)


def list_features(
    document: Document,
    namings: Namings,
    drafts: Sequence[Draft],
    voices: Sequence[Voice],
) -> list[Features | None]:
    """What is told of each claim; None of one within another, and of one that rules alone decided."""
    reading = Reading(document, namings)
    before: tuple[Draft, Voice] | None = None
    told: list[Features | None] = []
    for draft, voice in zip(drafts, voices, strict=True):
        if draft.within is not None:
            told.append(None)
            continue
        told.append(None if draft.confidence is None else _describe(reading, draft, voice, before))
        before = before if draft.faint else (draft, voice)
    return told


def choose_guesses(document: Document, namings: Namings, faint: Sequence[Draft]) -> tuple[Draft, ...]:
    """Faint drafts with those of the guesses among them that are likely enough."""
    reading = Reading(document, namings)
    return tuple(one for one in faint if not one.guess or weigh_guess(reading, one) >= _LEAST_GUESS)


def weigh_guess(reading: Reading, draft: Draft) -> float:
    """How likely a guess is a claim (logistic regression over named features, fitted on marked ones)."""
    return _weigh(describe_guess(reading, draft), GUESS)


def add_likely(
    document: Document,
    namings: Namings,
    known: tuple[Sequence[Draft], Sequence[Voice]],
    faint: tuple[Sequence[Draft], Sequence[Voice]],
) -> tuple[tuple[Draft, ...], list[Voice]]:
    """Drafts and their voices with the faint ones that are likely enough to be kept, in reading order."""
    drafts, voices = faint
    sure = [(words or 0.0) * (1.0 if who is None else who) for words, who in weigh_claims(document, namings, *faint)]
    kept = [i for i, draft in enumerate(drafts) if draft.by_form or draft.guess or sure[i] >= LEAST_FAINT]
    both = [*zip(*known, strict=True), *((drafts[i], voices[i]) for i in kept)]
    both.sort(key=lambda pair: pair[0].order)
    return tuple(draft for draft, _ in both), [voice for _, voice in both]


def _describe(reading: Reading, draft: Draft, voice: Voice, before: tuple[Draft, Voice] | None) -> Features:
    features = {"always": 1.0}
    tell_words(features, reading, draft)
    tell_source(features, reading, draft)
    tell_voice(features, reading, draft, voice, before)
    return features


def _weigh(features: Features, weights: Mapping[str, float]) -> float:
    return 1.0 / (1.0 + math.exp(-weigh(weights, features)))
