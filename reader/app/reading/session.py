"""One article's sitting: what is read, and where the reader stands, kept while other articles are looked at."""

from dataclasses import dataclass, field
from typing import Any

from reader.app.page.layout import Anchor
from reader.app.settings.settings import Settings
from reader.app.state.ages import ago
from reader.app.state.reading import Filter, Reading, at_claim
from reader.article.model import Article, Span
from reader.library import Shelf, found_again


@dataclass(slots=True)
class Sitting:
    """Outlives the screen that shows it.

    `source` is what was opened and `copy` its bytes where it cannot be opened again (piped, pasted). `rankings` are
    the summarisers' verdicts by method, from which any length is cut; `place_in_list` is "2 of 5" where several
    articles are walked. `share` is how much has been read, `left` says in words where the last sitting ended, and
    `left_at` is the span that its current claim began with.
    """

    reading: Reading
    source: str = ""
    copy: bytes | None = None
    place: Anchor = (0, 0)
    share: float = 0.0
    left: str = ""
    left_at: Span | None = None
    settings: Settings = field(default_factory=Settings)
    rankings: dict[str, Any] = field(default_factory=dict)
    place_in_list: str = ""


def usual_filter(settings: Settings) -> Filter:
    """The filter that shows what the settings ask for, and that clearing goes back to."""
    return Filter(thoughts=settings.thoughts, least_confidence=settings.least_confidence)


def seated(article: Article, settings: Settings, *, source: str = "", copy: bytes | None = None) -> Sitting:
    """A new sitting at the head of an article."""
    reading = Reading(
        article,
        filter=usual_filter(settings),
        usual=usual_filter(settings),
        claim_order="speaker" if settings.claim_order == "speaker" else "reading",
        actor_order="name" if settings.actor_order == "name" else "importance",
    )
    return Sitting(reading, source=source, copy=copy, settings=settings)


def resume(sitting: Sitting, shelf: Shelf) -> None:
    """Go back to where the article was left, however it was changed since."""
    article = sitting.reading.article
    bookmark = shelf.recall(sitting.source, article)
    if bookmark is None or not article.blocks:
        return
    sitting.left_at = bookmark.claim
    position = found_again(article, bookmark)
    if position:
        block = article.block_at(position)
        sitting.place = block, position - article.blocks[block].span[0]
        sitting.left = f"where you left it {ago(bookmark.at, shelf.clock())}"


def put_away(sitting: Sitting, shelf: Shelf) -> str | None:
    """Remember where the reader stands; a problem in one line, or None."""
    article, claim = sitting.reading.article, sitting.reading.current_claim
    if not article.blocks:
        return None
    block, character = sitting.place
    start, end = article.blocks[min(block, len(article.blocks) - 1)].span
    begun = claim.content[0] if claim else sitting.left_at
    position = min(start + character, end)
    return shelf.keep(sitting.source, article, position, share=sitting.share, claim=begun, copy=sitting.copy)


def at_left_claim(sitting: Sitting, reading: Reading) -> Reading:
    """The reading at the claim that was current when the article was left, where nothing else is current yet."""
    if sitting.left_at is None or reading.current is not None:
        return reading
    claim = next((claim for claim in reading.claims if claim.content[0] == sitting.left_at), None)
    return at_claim(reading, claim.id) if claim else reading
