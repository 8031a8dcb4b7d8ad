"""One article's session: what is read, and where the reader stands, held while other articles are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.app.settings.settings import Settings
from reader.app.state.reading import Filter, Ranked, Reading, at_claim
from reader.article.model import Article, Item, Span

if TYPE_CHECKING:
    from reader.analysis.summary import Ranking
    from reader.app.page.layout import Anchor
    from reader.library import Edition, Entry, Library, Mark, Shelf
    from reader.library.corrections import Correction


@dataclass(slots=True)
class Session:
    """Outlives the screen that shows it.

    `source` is what was opened and `copy` its bytes where it cannot be opened again (piped, pasted). `rankings` are
    the summarisers' verdicts, from which any length is cut; `place_in_list` is "2 of 5" where several
    articles are walked, and `others` gives all that is open. `share` is how much has been read, `left` says in words
    where the last session ended, and `left_at` is the span that its current claim began with.
    `entry` is the article in the library, once it is there, with its `highlights` and `corrections`; `before` is the
    edition kept before this text.
    """

    reading: Reading
    source: str = ""
    copy: bytes | None = None
    place: Anchor = (0, 0)
    share: float = 0.0
    left: str = ""
    left_at: Span | None = None
    settings: Settings = field(default_factory=Settings)
    rankings: dict[Ranked, Ranking] = field(default_factory=dict)
    place_in_list: str = ""
    letters: dict[str, Anchor] = field(default_factory=dict)
    """Places that were given a letter in this sitting."""
    entry: Entry | None = None
    highlights: tuple[Mark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    undoes: list[tuple[str, Callable[[Library], object]]] = field(default_factory=list)
    """How what was changed in this sitting is taken back, the last change last, and what is said then."""
    before: Edition | None = None
    others: Callable[[], tuple[Item, ...]] = tuple
    from_comparison: bool = False
    """Whether it was opened from a comparison, to which Esc then goes back."""


def usual_filter(settings: Settings) -> Filter:
    """The filter that shows what the settings ask for, and that clearing goes back to."""
    return Filter(thoughts=settings.thoughts, least_confidence=settings.least_confidence)


def begin(article: Article, settings: Settings, *, source: str = "", copy: bytes | None = None) -> Session:
    """A new session at the head of an article."""
    reading = Reading(
        article,
        filter=usual_filter(settings),
        usual=usual_filter(settings),
        claim_order="speaker" if settings.claim_order == "speaker" else "reading",
        actor_order="name" if settings.actor_order == "name" else "importance",
    )
    return Session(reading, source=source, copy=copy, settings=settings)


def resume(session: Session, shelf: Shelf) -> None:
    """Go back to where the article was left, however it was changed since."""
    article = session.reading.article
    left = shelf.recall(session.source, article)
    if left is None or not article.blocks:
        return
    from reader.app.state.ages import ago
    from reader.library import found_again

    session.left_at = left.claim
    position = found_again(article, left)
    if position:
        block = article.block_at(position)
        session.place = block, position - article.blocks[block].span[0]
        session.left = f"where you left it {ago(left.at, shelf.clock())}"


def bookmark(session: Session, shelf: Shelf) -> str | None:
    """Remember where the reader stands; a problem in one line, or None."""
    article, claim = session.reading.article, session.reading.current_claim
    if not article.blocks:
        return None
    block, character = session.place
    start, end = article.blocks[min(block, len(article.blocks) - 1)].span
    begun = claim.content[0] if claim else session.left_at
    position = min(start + character, end)
    return shelf.keep(session.source, article, position, share=session.share, claim=begun, copy=session.copy)


def return_to_claim(session: Session, reading: Reading) -> Reading:
    """The reading at the claim that was current when the article was left, where nothing else is current yet."""
    if session.left_at is None or reading.current is not None:
        return reading
    claim = next((claim for claim in reading.claims if claim.content[0] == session.left_at), None)
    return at_claim(reading, claim.id) if claim else reading


def stand_at(session: Session, article: Article, span: Span) -> None:
    """Begin at a span of an article, at the claim that it is or with it lit, where it is the text that is read."""
    own = session.reading.article
    if own.text == article.text and own.blocks:
        block = own.block_at(span[0])
        session.place = block, max(0, span[0] - own.blocks[block].span[0])
        claims = session.reading.claims
        claim = next((each for each in claims if (each.content[0][0], each.content[-1][1]) == span), None)
        session.reading = at_claim(session.reading, claim.id) if claim else session.reading.but(lit=span)
