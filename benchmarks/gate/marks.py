"""What a careful reader marked in an article: claims and actors, as words that are found in its text.

The files are described in `tests/gold/README.md`. Words are found whole, never inside a longer word: a content from
where the content before it began, in reading order; a cue and a source at the place nearest to their content and
outside of it. A content that stands in the file but was lost on the way to the text is a claim without a place, which
nothing can find.
"""

import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.article import Article, open_article
from reader.article.model import Span
from reader.resources import bundled

GOLD = Path(__file__).resolve().parents[2] / "tests" / "gold"


class NotInText(ValueError):
    """Marked words that do not stand in the article."""


@dataclass(frozen=True)
class MarkedClaim:
    """One claim; any of `speakers` is right, None among them where nobody is named.

    `within` is the id of the claim that holds this one. An `optional` claim is neither missed nor wrong. `content` is
    empty where the article's text has lost it.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speakers: tuple[str | None, ...]
    kind: str
    type: str
    within: str | None = None
    optional: bool = False

    @property
    def asked_for(self) -> bool:
        """Whether the gate counts it: neither nested nor doubtful."""
        return self.within is None and not self.optional


@dataclass(frozen=True)
class MarkedActor:
    """Somebody or something named: the fullest name, other names used, any of the roles is right.

    An `optional` actor, a ship or a prize, is neither missed nor wrong.
    """

    name: str
    kind: str
    roles: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Marked:
    """One article with its marks; `actors` is None where they have not been marked. `words` are those of the file."""

    name: str
    path: Path
    claims: tuple[MarkedClaim, ...]
    actors: tuple[MarkedActor, ...] | None
    article: Article
    words: str = ""


@dataclass(frozen=True)
class Words:
    """A text as the positions of its words, for comparing spans without their punctuation."""

    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return tuple(found.start() for found in re.finditer(r"\w+", self.text))

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The words, by their positions, that begin in these spans."""
        return frozenset(at for start, end in spans for at in self.starts if start <= at < end)


def places(text: str, words: str) -> list[Span]:
    """Where words stand in a text, not inside longer words."""
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def plain_words(page: str) -> str:
    """The words of a page's or an article's source, its tags left out, between single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^<>]+>", " ", page)).split())


def in_order(text: str, parts: Sequence[str], after: int) -> tuple[Span, ...]:
    """The parts one after another, the first at or behind `after`; from the beginning where they are not all there."""
    for begin in (after, 0):
        spans: list[Span] = []
        for part in parts:
            at = spans[-1][1] if spans else begin
            spans += [span for span in places(text, part) if span[0] >= at][:1]
        if len(spans) == len(parts):
            return tuple(spans)
    raise NotInText(" … ".join(parts))


def nearest(text: str, parts: Sequence[str], content: Sequence[Span]) -> tuple[Span, ...]:
    """Each part at its place nearest to the content, outside of it where it stands there at all."""
    spans = []
    for part in parts:
        every = places(text, part)
        if not every:
            raise NotInText(part)
        outside = [span for span in every if not any(span[0] < end and start < span[1] for start, end in content)]
        spans.append(min(outside or every, key=lambda span: _distance(span, content)))
    return tuple(sorted(spans))


def _distance(span: Span, content: Sequence[Span]) -> int:
    return min(max(start - span[1], span[0] - end, 0) for start, end in content)


def read(path: Path) -> Marked:
    """An article's marks from their file, found in its text. Raises NotInText, or KeyError for a field left out."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    source = bundled("sample_articles") / data["sample"] if "sample" in data else path.parent / data["article"]
    article = open_article(str(source))
    everything = plain_words(Path(str(source)).read_text(encoding="utf-8"))
    claims: list[MarkedClaim] = []
    after = 0
    for claim in data["claims"]:
        try:
            content = in_order(article.text, claim["content"], after)
        except NotInText:
            if not all(plain_words(part) in everything for part in claim["content"]):
                raise
            content = ()
        after = content[0][0] if content else after
        claims.append(
            MarkedClaim(
                claim["id"],
                content,
                nearest(article.text, claim["cue"], content) if content else (),
                nearest(article.text, claim["source"], content) if content else (),
                tuple(claim["speaker"] if isinstance(claim["speaker"], list) else [claim["speaker"]]),
                claim["kind"],
                claim["type"],
                claim.get("within"),
                claim.get("optional", False),
            )
        )
    actors = tuple(_actor(actor) for actor in data["actors"]) if "actors" in data else None
    return Marked(Path(str(source)).name, path, tuple(claims), actors, article, everything)


def _actor(data: dict[str, Any]) -> MarkedActor:
    role = data.get("role") or []
    roles = tuple(role) if isinstance(role, list) else (role,)
    return MarkedActor(data["name"], data["kind"], roles, tuple(data.get("also", ())), data.get("optional", False))


def every() -> list[Marked]:
    """All marked articles, by the names of their files."""
    return [read(path) for path in sorted(GOLD.glob("*.json"))]
