"""What a reader sets right by hand, laid over what the engine found: pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from reader.analysis.model import Actor, ActorKind, Analysis, Claim, ClaimKind, ClaimType
from reader.article.model import Article, Span
from reader.article.text.safe import safe_text
from reader.library.anchors import Anchor, find_anchor
from reader.library.model import Agreement
from reader.library.words import folded

_OPENING = frozenset('“„«‘"')
_ANCHORED = {"speaker": ("claim",), "words": ("claim", "content"), "none": ("claim",), "missed": ("content",)}
_NAMED = {"same": ("one", "other"), "apart": ("actor", "name"), "name": ("actor", "name"), "role": ("actor",)}
_TYPED = ("name", "role", "actor", "one", "other")
KINDS = (*_ANCHORED, *_NAMED)


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing set right. `data` holds names and anchors (as dicts, lists of them for several spans):

    speaker: claim, name (None: nobody named) · words: claim, content · none: claim · missed: content, cue, source,
    name, kind, type · same: one, other (the second is the first) · apart: actor, mentions, name · name: actor, name ·
    role: actor, role.
    """

    uid: str
    kind: str
    data: Mapping[str, Any]
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with corrections in it: the ids of claims and actors that are yours, and the corrections whose
    words are gone from this edition."""

    analysis: Analysis
    yours: frozenset[str] = frozenset()
    lost: tuple[str, ...] = ()


def check_correction(kind: str, data: object) -> None:
    """Raises ValueError, in words for the user, for a correction that says too little."""
    if kind not in KINDS:
        raise ValueError(f"there is no correction {kind!r}: choose one of {', '.join(KINDS)}")
    if not isinstance(data, Mapping):
        raise ValueError(f"a correction of kind {kind} without anything in it")
    for name in ("claim", "content", "cue", "source", "mentions"):
        for each in _list(data.get(name, [])):
            Anchor.from_dict(each)
    for name in _ANCHORED.get(kind, ()):
        if not data.get(name):
            raise ValueError(f"a correction of kind {kind} names the {name} that it means")
    for name in _NAMED.get(kind, ()):
        if not isinstance(data.get(name), str) or not data[name].strip():
            raise ValueError(f"a correction of kind {kind} gives {name} as a name")
    for name in (*_TYPED, "kind", "type"):
        if not isinstance(data.get(name), str | None):
            raise ValueError(f"{name} of a correction is a text")
    if data.get("kind") not in (None, *get_args(ClaimKind)) or data.get("type") not in (None, *get_args(ClaimType)):
        raise ValueError("a claim is direct, indirect or mixed, and said or thought")


def _list(value: object) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise ValueError("a list of anchors that is none")
    return list(value)


def _typed(data: Mapping[str, Any]) -> dict[str, str]:
    """The names and roles that somebody typed, with nothing in them that a terminal would obey."""
    return {key: safe_text(value, lines=False) for key in _TYPED if isinstance(value := data.get(key), str)}


def apply_corrections(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Corrected:
    """The analysis as the reader would have it: corrections in the order they were made, each winning over the
    engine."""
    work = _Work(article, analysis)
    lost = [each.uid for each in corrections if not work.take(each)]
    return Corrected(work.finished(), frozenset(work.yours), tuple(lost))


class _Work:
    """An analysis while it is corrected."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.analysis = analysis
        self.claims = {claim.id: claim for claim in analysis.claims}
        self.actors = {actor.id: actor for actor in analysis.actors}
        self.yours: set[str] = set()
        self._made = 0

    def take(self, correction: Correction) -> bool:
        """Lay one correction over the rest; False where what it speaks of is not there."""
        data = {**correction.data, **_typed(correction.data)}
        if not all(data[name] for name in _NAMED.get(correction.kind, ())):
            return False
        if correction.kind in _NAMED:
            return getattr(self, f"_{correction.kind}")(data)  # type: ignore[no-any-return]
        if correction.kind == "missed":
            return self._missed(data)
        claim = self._claim_at(self._spans(data.get("claim")))
        if claim is None:
            return False
        if correction.kind == "none":
            del self.claims[claim.id]
            for each in list(self.claims.values()):
                if each.within == claim.id:
                    self.claims[each.id] = replace(each, within=claim.within)
            self.yours.add(claim.id)
            return True
        if correction.kind == "words":
            content = self._spans(data.get("content"))
            if not content:
                return False
            claim = replace(claim, content=content, confidence=None)
        else:
            claim = self._said_by(claim, data.get("name"))
        self.claims[claim.id] = claim
        self.yours.add(claim.id)
        return True

    def finished(self) -> Analysis:
        """The analysis with all that belongs together told again: each actor's claims, the counts."""
        from reader.analysis.engine import count_stats

        if not self.yours:
            return self.analysis
        claims = sorted(self.claims.values(), key=lambda claim: claim.order)
        known = {claim.id for claim in claims}
        claims = [claim if claim.within in known else replace(claim, within=None) for claim in claims]
        claims = [replace(claim, yours=claim.id in self.yours) for claim in claims]
        actors = tuple(
            replace(
                actor,
                claims=tuple(each.id for each in claims if actor.id == each.speaker or actor.id in each.speakers),
            )
            for actor in self.actors.values()
        )
        return replace(self.analysis, claims=tuple(claims), actors=actors, stats=count_stats(self.article, claims))

    def _missed(self, data: Mapping[str, Any]) -> bool:
        content = self._spans(data.get("content"))
        if not content:
            return False
        claim = Claim(
            self._fresh_id(),
            data.get("kind") or kind_of(self.article.text, content),
            data.get("type") or "said",
            content,
            cue=self._spans(data.get("cue")),
            source=self._spans(data.get("source")),
        )
        claim = self._said_by(claim, data.get("name"))
        self.claims[claim.id] = claim
        self.yours.add(claim.id)
        return True

    def _same(self, data: Mapping[str, Any]) -> bool:
        one, other = self._actor(data["one"]), self._actor(data["other"])
        if one is None or other is None:
            return False
        if one.id == other.id:
            return True
        aliases = dict.fromkeys((*one.aliases, other.name, *other.aliases))
        aliases.pop(one.name, None)
        mentions = tuple(sorted({*one.mentions, *other.mentions}))
        role = one.role or other.role
        self.actors[one.id] = replace(one, aliases=tuple(aliases), mentions=mentions, role=role, confidence=None)
        del self.actors[other.id]
        for claim in list(self.claims.values()):
            if claim.speaker == other.id or other.id in claim.speakers:
                speakers = tuple(dict.fromkeys(one.id if each == other.id else each for each in claim.speakers))
                speaker = one.id if claim.speaker == other.id else claim.speaker
                self.claims[claim.id] = replace(claim, speaker=speaker, speakers=speakers, speaker_name=one.name)
        self.yours.add(one.id)
        return True

    def _apart(self, data: Mapping[str, Any]) -> bool:
        actor = self._actor(data["actor"])
        spans = set(self._spans(data.get("mentions")))
        if actor is None or not spans:
            return False
        other = self._actor(data["name"])
        if other is None or other.id == actor.id:
            other = Actor(self._fresh_id(), data["name"], actor.kind)
        self.actors[actor.id] = replace(actor, mentions=tuple(each for each in actor.mentions if each not in spans))
        self.actors[other.id] = replace(other, mentions=tuple(sorted({*other.mentions, *spans})))
        for claim in list(self.claims.values()):
            if claim.speaker == actor.id and any(_overlap(source, each) for source in claim.source for each in spans):
                self.claims[claim.id] = replace(claim, speaker=other.id, speakers=(other.id,), speaker_name=other.name)
                self.yours.add(claim.id)
        self.yours.update((actor.id, other.id))
        return True

    def _name(self, data: Mapping[str, Any]) -> bool:
        actor = self._actor(data["actor"])
        if actor is None:
            return False
        name = data["name"]
        aliases = dict.fromkeys((*actor.aliases, actor.name))
        aliases.pop(name, None)
        self.actors[actor.id] = replace(actor, name=name, aliases=tuple(aliases), confidence=None)
        for claim in list(self.claims.values()):
            if claim.speaker == actor.id:
                self.claims[claim.id] = replace(claim, speaker_name=name)
        self.yours.add(actor.id)
        return True

    def _role(self, data: Mapping[str, Any]) -> bool:
        actor = self._actor(data["actor"])
        if actor is None:
            return False
        self.actors[actor.id] = replace(actor, role=data.get("role") or None, confidence=None)
        self.yours.add(actor.id)
        return True

    def _said_by(self, claim: Claim, name: str | None) -> Claim:
        claim = replace(claim, speaker_confidence=None, others=None)
        if not name:
            return replace(claim, speaker=None, speakers=(), speaker_name=None)
        actor = self._actor(name)
        if actor is None:
            kind: ActorKind = "person" if len(name.split()) > 1 else "organisation"
            actor = Actor(self._fresh_id(), name, kind, mentions=claim.source)
            self.actors[actor.id] = actor
            self.yours.add(actor.id)
        return replace(claim, speaker=actor.id, speakers=(actor.id,), speaker_name=actor.name)

    def _actor(self, name: str) -> Actor | None:
        return find_actor(self.actors.values(), name)

    def _claim_at(self, spans: Sequence[Span]) -> Claim | None:
        """The claim with these words: just these, else the one that shares most with them, and at least half."""
        if not spans:
            return None
        best, shared = None, 0.5
        for claim in self.claims.values():
            if claim.content == tuple(spans):
                return claim
            common = sum(_overlap(one, other) for one in claim.content for other in spans)
            longer = max(sum(end - start for start, end in claim.content), sum(end - start for start, end in spans))
            if longer and common / longer >= shared:
                best, shared = claim, common / longer
        return best

    def _spans(self, anchors: object) -> tuple[Span, ...]:
        """Where anchors stand in this edition; empty where one of them is gone."""
        found = []
        for each in anchors if isinstance(anchors, list | tuple) else ():
            span = find_anchor(self.article.text, Anchor.from_dict(each))
            if span is None:
                return ()
            found.append(span)
        return tuple(found)

    def _fresh_id(self) -> str:
        while True:
            self._made += 1
            name = f"h{self._made}"
            if name not in self.claims and name not in self.actors:
                return name


def find_actor(actors: Iterable[Actor], name: str) -> Actor | None:
    """Whom a name means: who is called so, else who is also known by it."""
    wanted, there = folded(name), tuple(actors)
    named = (each for each in there if folded(each.name) == wanted)
    return next(named, None) or next((each for each in there if wanted in map(folded, each.aliases)), None)


def kind_of(text: str, content: Sequence[Span]) -> ClaimKind:
    """Whether words are quoted, quoted in part or only reported, by the quotation marks around and in them."""
    if all(text[max(0, start - 1) : start] in _OPENING and text[start - 1 : start] for start, _ in content):
        return "direct"
    return "mixed" if any(sign in _OPENING for start, end in content for sign in text[start:end]) else "indirect"


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def compare_with(found: Analysis, yours: Analysis) -> Agreement:
    """How the engine's outermost claims agree with yours in one article; a claim is right where its words are."""
    mine = {claim.content: claim for claim in yours.outer}
    right = [(claim, mine[claim.content]) for claim in found.outer if claim.content in mine]
    named = [pair for pair in right if pair[1].speaker_name]
    same = sum(folded(one.speaker_name or "") == folded(other.speaker_name or "") for one, other in named)
    return Agreement(1, len(found.outer), len(yours.outer), len(right), len(named), same)


def add_up(parts: Iterable[Agreement]) -> Agreement:
    """Agreement over several articles."""
    total = Agreement()
    for part in parts:
        total = Agreement(
            total.articles + part.articles,
            total.found + part.found,
            total.yours + part.yours,
            total.right + part.right,
            total.speakers + part.speakers,
            total.speakers_right + part.speakers_right,
        )
    return total
