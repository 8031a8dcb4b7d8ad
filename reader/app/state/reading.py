"""What the reading screen knows: one frozen value, and the few ways in which it changes. Widgets only render it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from reader.app.state.speakers import everybody, name_of, speaker_key, speaker_keys, voices_of
from reader.article.model import Article, Span

if TYPE_CHECKING:
    from reader.analysis.model import Actor, Analysis, Claim, ClaimKind, Summary
    from reader.app.state.search import Search

ClaimOrder = Literal["reading", "speaker"]
ActorOrder = Literal["importance", "name"]
Shade = tuple[Span, str]
"""A sentence and how much it is worth to the summary: the name of the style laid over it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the sentences were ranked by: a `method` (`of` is its name), what they are `about` (words or a question),
    what one `speaker` says (an actor's id), or all `sides`.
    """

    by: Literal["method", "about", "speaker", "sides"]
    of: str = ""


ALL_KINDS: frozenset[ClaimKind] = frozenset(("direct", "indirect", "mixed"))


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are shown and walked. `speaker` is a `speaker_key`; `least_confidence` is the least
    sureness of words and speaker together, from 0 to 1; `inner` admits claims that stand inside others."""

    speaker: str | None = None
    kinds: frozenset[ClaimKind] = ALL_KINDS
    thoughts: bool = False
    least_confidence: float = 0.0
    inner: bool = False

    def admits(self, claim: Claim) -> bool:
        """Whether a claim passes."""
        return (
            (self.thoughts or claim.type == "said")
            and (self.inner or claim.within is None)
            and claim.kind in self.kinds
            and (self.speaker is None or self.speaker in speaker_keys(claim))
            and claim.sureness >= self.least_confidence
        )


@dataclass(frozen=True)
class Reading:
    """One article being read.

    `early` are the claims of a long article's beginning, while the rest is still being read.
    `doing` says what the analysis is at, or the summary behind it; `problem` why nothing was found; both are empty when
    all is well. `current` is a claim's id, `lit` a sentence jumped to from the summary, `highlights` are the reader's
    own, `followed` the actor whose mentions are walked and `mention` the index of the one stood at.
    `usual` is the filter that hides nothing by the
    reader's will. `shading` shows the sentences' worth to the summary, in reading order, empty while it is off;
    `reasons` tell why each line of the summary was picked, None while nobody asks. `view` is what is shown in place
    of the plain summary ("what X says"), `plain_summary` the summary that it took the place of; `said_by` is the
    speaker of each line of a view that names none, "" where it does. `short` says that the article hardly needs a
    summary, `language` is the English name of its language.
    """

    article: Article
    analysis: Analysis | None = None
    early: tuple[Claim, ...] = ()
    doing: str = ""
    problem: str = ""
    current: str | None = None
    filter: Filter = field(default_factory=Filter)
    usual: Filter = field(default_factory=Filter)
    search: Search | None = None
    lit: Span | None = None
    highlights: tuple[Span, ...] = ()
    shading: tuple[Shade, ...] = ()
    reasons: tuple[str, ...] | None = None
    view: Ranked | None = None
    plain_summary: Summary | None = None
    said_by: tuple[str, ...] = ()
    short: bool = False
    language: str = ""
    followed: str | None = None
    mention: int = -1
    focus: bool = False
    claim_order: ClaimOrder = "reading"
    actor_order: ActorOrder = "importance"

    def but(self, **changes: Any) -> Reading:
        """The same reading with these fields changed; what was worked out of the others is kept."""
        changed = replace(self, **changes)
        names = set() if _WORKED_OUT_OF & changes.keys() else set(_WORKED_OUT)
        if self.analysis and changed.analysis and changed.analysis.claims is self.analysis.claims:
            names |= _OF_ALL_CLAIMS
        changed.__dict__.update({name: self.__dict__[name] for name in names & self.__dict__.keys()})
        return changed

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that pass the filter, in reading order."""
        found = self.early if self.analysis is None else self.analysis.claims
        return tuple(claim for claim in found if self.filter.admits(claim))

    @property
    def has_claims(self) -> bool:
        """Whether anything was found, shown or not."""
        return self.analysis is not None and bool(self.analysis.claims)

    @cached_property
    def hidden(self) -> int:
        """How many claims are left out for nothing but doubt."""
        if self.analysis is None or not self.filter.least_confidence:
            return 0
        surely = replace(self.filter, least_confidence=0.0)
        return sum(surely.admits(claim) for claim in self.analysis.claims) - len(self.claims)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers of claims, from 1, by their ids: a filter that leaves claims out leaves the others their numbers."""
        found = self.early if self.analysis is None else self.analysis.claims
        least = min(self.filter.least_confidence, self.usual.least_confidence)
        every = replace(self.filter, speaker=None, kinds=ALL_KINDS, least_confidence=least)
        return {claim.id: number for number, claim in enumerate(filter(every.admits, found), start=1)}

    @cached_property
    def numbered(self) -> tuple[Claim, ...]:
        """The claims that have a number, in reading order."""
        found = self.early if self.analysis is None else self.analysis.claims
        return tuple(claim for claim in found if claim.id in self.numbers)

    @cached_property
    def turns(self) -> dict[str, tuple[int, int]]:
        """Which of its speaker's numbered claims each is, from 1, and how many those are, by the claim's id."""
        of_speaker: dict[str, list[str]] = {}
        for claim in self.numbered:
            of_speaker.setdefault(speaker_key(claim), []).append(claim.id)
        return {id: (turn, len(ids)) for ids in of_speaker.values() for turn, id in enumerate(ids, start=1)}

    @cached_property
    def shown_of(self) -> dict[str, tuple[int, ...]]:
        """Where each speaker's shown claims stand among those shown, by `speaker_key`."""
        found: dict[str, list[int]] = {}
        for place, claim in enumerate(self.claims):
            found.setdefault(speaker_key(claim), []).append(place)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def inside(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that stand right inside another, by its id."""
        found: dict[str, tuple[Claim, ...]] = {}
        for claim in self.analysis.claims if self.analysis else ():
            if claim.within:
                found[claim.within] = (*found.get(claim.within, ()), claim)
        return found

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each shown claim stands among those shown, from 0, by its id."""
        return {claim.id: place for place, claim in enumerate(self.claims)}

    @cached_property
    def shares(self) -> dict[str, float]:
        """Each speaker's share of all that is quoted, by `speaker_key`."""
        if self.analysis is None:
            return {}
        from reader.analysis.counting import share_voices

        return share_voices(self.article, self.analysis)

    @cached_property
    def everybody(self) -> tuple[Actor, ...]:
        """The actors, then the sources that name nobody."""
        return tuple(everybody(self.analysis)) if self.analysis else ()

    @cached_property
    def listed(self) -> tuple[Actor, ...]:
        """Everybody but the doubtful who speak in no claim that has a number; all of them where doubt hides nothing."""
        if not self.filter.least_confidence:
            return self.everybody
        speaking = {id for claim in self.numbered for id in (claim.speaker, *claim.speakers)}
        return tuple(actor for actor in self.everybody if not actor.is_doubtful or actor.id in speaking)

    @property
    def unlisted(self) -> int:
        """How many of everybody are left out for doubt."""
        return len(self.everybody) - len(self.listed)

    @cached_property
    def voices(self) -> dict[str, int]:
        """The voices, from 0 for the one who says most, by `speaker_key`."""
        return voices_of(self.analysis, self.everybody, self.shares) if self.analysis else {}

    def voice(self, claim: Claim) -> int:
        """The voice that a claim is said in; -1 for none of those who say most."""
        return self.voices.get(speaker_key(claim), -1)

    @cached_property
    def current_claim(self) -> Claim | None:
        """The claim stood at, where the filter still shows it."""
        place = self.places.get(self.current or "")
        return self.claims[place] if place is not None else None

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """Where the article's links stand, in reading order."""
        return tuple(sorted(link.span for link in self.article.links))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each shown claim begins in the text."""
        return tuple(claim.span[0] for claim in self.claims)

    @property
    def filter_words(self) -> str:
        """The filter in words ("only Ruth Adeyemi, direct"), or "" while it hides nothing of what is usually shown."""
        words: list[str] = []
        if self.filter.speaker is not None:
            named = (
                c for c in (self.analysis.claims if self.analysis else ()) if self.filter.speaker in speaker_keys(c)
            )
            claim = next(named, None)
            name = name_of(self.analysis, self.filter.speaker, claim) if claim else "one speaker"
            words.append(f"only {name}")
        if self.filter == self.usual:
            return ""
        if self.filter.kinds != ALL_KINDS:
            words.append(" and ".join(sorted(self.filter.kinds)))
        if self.filter.thoughts != self.usual.thoughts:
            words.append("thoughts too" if self.filter.thoughts else "no thoughts")
        if self.filter.inner != self.usual.inner:
            words.append("claims inside claims too" if self.filter.inner else "no claims inside claims")
        if self.filter.least_confidence != self.usual.least_confidence:
            sure = self.filter.least_confidence
            words.append(f"at least {sure:.0%} sure" if sure else "doubtful ones too")
        return ", ".join(words)


_WORKED_OUT = frozenset(
    ("claims", "hidden", "numbers", "numbered", "turns", "places", "shown_of", "starts", "links", "listed")
)
_OF_ALL_CLAIMS = frozenset(("shares", "everybody", "voices", "inside"))
_WORKED_OUT_OF = frozenset(("article", "analysis", "early", "filter"))


def at_claim(reading: Reading, claim_id: str | None) -> Reading:
    """Stand at a claim; the sentence and mentions lit before go out."""
    return reading.but(current=claim_id, lit=None, mention=-1)


def with_early(reading: Reading, claims: tuple[Claim, ...]) -> Reading:
    """The claims of the beginning, as far as they are found; the one stood at stays so where it is among them."""
    return _stay(reading, reading.but(early=claims))


def with_all(reading: Reading, analysis: Analysis, **changes: Any) -> Reading:
    """All that was found, in place of the claims of the beginning; the one stood at stays so where it is among them."""
    return _stay(reading, reading.but(analysis=analysis, early=(), **changes))


def _stay(before: Reading, after: Reading) -> Reading:
    """Stand where the reader stood: a claim may be called otherwise once more of the article is read."""
    if (claim := before.current_claim) is None:
        return after
    same = next((each for each in after.claims if each.content[0] == claim.content[0]), None)
    return after.but(current=same.id if same else None)


def stepped(reading: Reading, direction: int, position: int | None = None) -> Reading:
    """Go to the next (1) or previous (-1) shown claim, without wrapping round.

    `position`, a character offset, is where to step from when the reader has scrolled away from the current claim.
    """
    if not reading.claims:
        return reading
    place = reading.places.get(reading.current or "")
    if place is not None and position is None:
        index = min(max(0, place + direction), len(reading.claims) - 1)
    else:
        index = _from_position(reading.starts, position or 0, direction)
    return at_claim(reading, reading.claims[index].id)


def by_the_same(reading: Reading, direction: int) -> Claim | None:
    """The next (1) or previous (-1) shown claim of the one whose claim is stood at."""
    claim = reading.current_claim
    if claim is None or not speaker_key(claim):
        return None
    theirs = reading.shown_of[speaker_key(claim)]
    at = bisect_left(theirs, reading.places[claim.id]) + direction
    return reading.claims[theirs[at]] if 0 <= at < len(theirs) else None


def _from_position(starts: Sequence[int], position: int, direction: int) -> int:
    after = next((i for i, start in enumerate(starts) if start >= position), len(starts))
    return min(max(0, after if direction > 0 else after - 1), len(starts) - 1)


def filtered(reading: Reading, to: Filter) -> Reading:
    """Show only the claims that pass; the current claim is let go when it does not."""
    changed = reading.but(filter=to)
    return changed if changed.current_claim else changed.but(current=None)
