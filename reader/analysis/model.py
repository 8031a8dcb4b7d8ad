"""What analysis finds: sentences, actors, claims and a summary, all spans into one article's text."""

from dataclasses import dataclass, field
from typing import Literal

from reader.article.model import Span

ActorKind = Literal["person", "organisation", "place", "group"]
ClaimKind = Literal["direct", "indirect", "mixed"]
ClaimType = Literal["said", "thought"]


DOUBTFUL = 0.55
"""Claims less sure than this are doubtful: of 2,028 claims of articles read whole and marked strictly by hand, words
and speaker of 89 in 100 are right above it, of 28 in 100 below it (a tenth of the articles weighed by a fit on the
others)."""

DOUBTFUL_ACTOR = ((6, 0.5), (3, 0.7), (0, 0.85))
"""By the number of an actor's mentions, the most first: those less sure than this are doubtful. Of 2,665 actors of 160
articles, marked by hand, 95 in 100 are right of those listed so (a fifth of the articles weighed by a fit on the
others); of the right ones 18 in 100 are not listed, 3 of those that are named three times or in the title."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span and the index of the block it stands in."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of attribution: a source said or thought (cue) a content.

    `speaker` is an actor's id or None; `speaker_name` is that actor's name, else the article's own words for who
    speaks, else None. Quotation marks stand outside the content spans. `confidence` runs from 0 to 1; None where rules
    alone decided.
    `within` is the id of the claim whose content holds this one, None for an outermost claim. `speakers` are the ids of
    all actors behind a source that names several ("both"), `speaker` the first of them. `speaker_confidence` (0 to 1)
    tells how sure the step from source to actor is; None where no actor was found. `yours` says that the reader set it
    right by hand. `others` are the source's words for those without a name who say it with the speaker ("and her
    colleagues"), else None.
    """

    id: str
    kind: ClaimKind
    type: ClaimType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_name: str | None = None
    confidence: float | None = None
    within: str | None = None
    speakers: tuple[str, ...] = ()
    speaker_confidence: float | None = None
    yours: bool = False
    others: str | None = None

    @property
    def sureness(self) -> float:
        """How sure words and speaker are together (0 to 1): both must be right for the claim to be."""
        return (1.0 if self.confidence is None else self.confidence) * (
            1.0 if self.speaker_confidence is None else self.speaker_confidence
        )

    @property
    def is_doubtful(self) -> bool:
        """Whether a claim is too unsure to be shown without a word of warning."""
        return self.sureness < DOUBTFUL

    @property
    def order(self) -> tuple[int, int]:
        """What claims are sorted by: where the content begins; of two that begin together the one that goes on longer
        comes first, so that a claim stands before those within it."""
        return self.content[0][0], -self.content[-1][1]

    @property
    def span(self) -> Span:
        """From the first to the last character of content, cue and source."""
        spans = self.content + self.cue + self.source
        return min(start for start, _ in spans), max(end for _, end in spans)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or group that the article names; `claims` are claim ids, in reading order.

    `confidence` (0 to 1) tells how sure it is that this is an actor, of this kind and under its whole name; None where
    rules alone decided, or the reader.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    claims: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether an actor is too unsure to be listed where it does not speak; one that is named often has to be less
        sure."""
        least = next(sure for times, sure in DOUBTFUL_ACTOR if len(self.mentions) >= times)
        return self.confidence is not None and self.confidence < least


@dataclass(frozen=True, slots=True)
class Summary:
    """A method's name and the picked sentences, as indices into `Analysis.sentences` in reading order.

    `shortened` holds, for a sentence that is shown without some of its words, its index and the spans that are shown.
    """

    method: str
    sentences: tuple[int, ...] = ()
    shortened: tuple[tuple[int, tuple[Span, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts: words of the text, minutes to read it, claims by kind, and claims without a named speaker.

    All of them count outermost claims alone; `inner` counts the claims that stand inside others.
    """

    words: int = 0
    reading_minutes: int = 0
    direct: int = 0
    indirect: int = 0
    mixed: int = 0
    unattributed: int = 0
    inner: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article. Actors come most important first, claims in reading order.

    `notes` are one-line remarks for the user, such as a language that is only partly supported.
    """

    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    summary: Summary = field(default_factory=lambda: Summary("lead"))
    stats: Stats = field(default_factory=Stats)
    notes: tuple[str, ...] = ()

    @property
    def outer(self) -> tuple[Claim, ...]:
        """The claims that stand in no other."""
        return tuple(claim for claim in self.claims if claim.within is None)

    @property
    def doubtful_actors(self) -> frozenset[str]:
        """The ids of the actors that are doubtful and speak in no sure claim."""
        sure = [claim for claim in self.outer if not claim.is_doubtful]
        speaking = {id for claim in sure for id in (claim.speaker, *claim.speakers)}
        return frozenset(actor.id for actor in self.actors if actor.is_doubtful and actor.id not in speaking)

    def chain(self, claim: Claim) -> tuple[Claim, ...]:
        """A claim and those around it, the outermost last."""
        links = [claim]
        while links[-1].within is not None:
            around = self.claim(links[-1].within)
            if around is None or around in links:
                break
            links.append(around)
        return tuple(links)

    def actor(self, id: str | None) -> Actor | None:
        """The actor with this id, or None."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def claim(self, id: str | None) -> Claim | None:
        """The claim with this id, or None."""
        return next((claim for claim in self.claims if claim.id == id), None)
