"""What is to be set right, as the corrections that the library keeps: pure functions of the text and what is meant."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Span
from reader.library.anchors import anchor_to
from reader.library.corrections import Correction, find_actor
from reader.library.problems import LibraryError
from reader.library.query import Term, places_of
from reader.library.words import words_of

Wish = tuple[str, dict[str, Any]]
"""A correction's kind and what it says, as `Library.correct` takes them."""

_SIGNS = ("Sc", "Sm", "So")
"""Unicode's categories of signs of currencies, of mathematics, and others."""


def other_speaker(text: str, claim: Claim, name: str) -> Wish:
    """Somebody else said it; "" for nobody named."""
    return "speaker", {"claim": _anchored(text, claim.content), "name": name.strip() or None}


def other_words(text: str, claim: Claim, content: Span) -> Wish:
    """What was said are these words."""
    return "words", {"claim": _anchored(text, claim.content), "content": _anchored(text, [content])}


def no_claim(text: str, claim: Claim) -> Wish:
    """It is no claim at all."""
    return "none", {"claim": _anchored(text, claim.content)}


def missed(text: str, content: Span, name: str, *, cue: Span | None = None, source: Span | None = None) -> Wish:
    """These words are a claim of somebody of this name; "" for nobody named."""
    data: dict[str, Any] = {"content": _anchored(text, [content]), "name": name.strip() or None}
    for part, span in (("cue", cue), ("source", source)):
        if span is not None:
            data[part] = _anchored(text, [span])
    return "missed", data


def one_actor(name: str, other: str) -> Wish:
    """These two names are one, who goes by the first."""
    return "same", {"one": name, "other": other}


def another_actor(text: str, actor: Actor, inside: Span, name: str) -> Wish:
    """Where an actor is meant in this stretch of the text, it is somebody else. Raises LibraryError."""
    mentions = [span for span in actor.mentions if inside[0] <= span[0] and span[1] <= inside[1]]
    if not mentions:
        raise LibraryError(f"{actor.name!r} is not meant in these words")
    return "apart", {"actor": actor.name, "mentions": _anchored(text, mentions), "name": name.strip()}


def other_name(actor: str, name: str) -> Wish:
    """An actor is called otherwise."""
    return "name", {"actor": actor, "name": name.strip()}


def other_role(actor: str, role: str) -> Wish:
    """What an actor is; "" for nothing."""
    return "role", {"actor": actor, "role": role.strip() or None}


def _anchored(text: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [anchor_to(text, span).as_dict() for span in spans]


def actor_of(analysis: Analysis, name: str) -> Actor:
    """The actor who goes by a name. Raises LibraryError."""
    actor = find_actor(analysis.actors, name)
    if actor is None:
        raise LibraryError(f"this article names nobody {name!r}; `show --format json` names them")
    return actor


def place_of(text: str, said: str, near: Span | None = None) -> Span:
    """Where words stand in the text, whatever the white space, case and marks (signs of figures and words, as in “-5%”
    and “#quay”, are taken along where they are given); of several places the one with these signs, or nearest to a
    span. Raises LibraryError for words that stand nowhere, and for several places where none is nearest."""
    there, asked = words_of(text), words_of(said)
    term = Term(tuple(word.key for word in asked))
    bare = [(there[at].span[0], there[to - 1].span[1]) for at, to in places_of([term], there)] if asked else []
    if not bare:
        raise LibraryError(f"these words do not stand in the text: {said!r}")
    signed = [_with_signs(text, span, said[: asked[0].span[0]], said[asked[-1].span[1] :]) for span in bare]
    if near is not None:
        return min(signed, key=lambda span: max(near[0] - span[1], span[0] - near[1], 0))
    signs = [old[0] - span[0] + span[1] - old[1] for span, old in zip(signed, bare, strict=True)]
    found = [span for span, taken in zip(signed, signs, strict=True) if taken == max(signs)]
    if len(found) > 1:
        raise LibraryError(f"these words stand {len(found)} times in the text: give words that stand there once")
    return found[0]


def _with_signs(text: str, span: Span, before: str, behind: str) -> Span:
    """A span with the signs beside it that were given before and behind its words."""
    start, end = span
    for sign in reversed(before):
        if text[max(start - 1, 0) : start] != sign or not _is_sign(sign, text[start]):
            break
        start -= 1
    for sign in behind:
        if text[end : end + 1] != sign or not _is_sign(sign):
            break
        end += 1
    return start, end


def _is_sign(mark: str, behind: str = "") -> bool:
    """Whether a mark is part of the word or figure beside it: £, %, +, #, °, and a minus or a point before a figure."""
    return unicodedata.category(mark) in _SIGNS or mark in "#@%‰§" or (mark in "-–." and behind.isdigit())


def told(correction: Correction) -> str:
    """A correction in words."""
    data = correction.data

    def said(name: str) -> str:
        parts = [each["exact"] for each in data.get(name, ()) if isinstance(each, Mapping)]
        return "“" + " … ".join(parts) + "”"

    name = data.get("name") or "nobody named"
    words_of_kind = {
        "speaker": lambda: f"{said('claim')} was said by {name}",
        "words": lambda: f"what was said is {said('content')}, not {said('claim')}",
        "none": lambda: f"{said('claim')} is no claim",
        "missed": lambda: f"{said('content')} was said by {name}",
        "same": lambda: f"{data['other']} is {data['one']}",
        "apart": lambda: f"{data['actor']} is {name} where the text says {said('mentions')}",
        "name": lambda: f"{data['actor']} is called {name}",
        "role": lambda: f"{data['actor']} is {data.get('role') or 'called nothing'}",
    }
    return words_of_kind[correction.kind]()
