"""One article's sitting: what is read, and where the reader stands, kept while other articles are looked at."""

from dataclasses import dataclass, field
from typing import Any

from reader.app.page import Anchor
from reader.app.settings import Settings
from reader.app.state import Filter, Reading
from reader.article.model import Article


@dataclass(slots=True)
class Sitting:
    """Outlives the screen that shows it.

    `rankings` are the summarisers' verdicts by method, from which any length is cut; `place_in_list` is "2 of 5"
    where several articles are walked.
    """

    reading: Reading
    place: Anchor = (0, 0)
    settings: Settings = field(default_factory=Settings)
    rankings: dict[str, Any] = field(default_factory=dict)
    place_in_list: str = ""


def usual_filter(settings: Settings) -> Filter:
    """The filter that shows what the settings ask for, and that clearing goes back to."""
    return Filter(thoughts=settings.thoughts, least_confidence=settings.least_confidence)


def seated(article: Article, settings: Settings) -> Sitting:
    """A new sitting at the head of an article."""
    reading = Reading(
        article,
        filter=usual_filter(settings),
        usual=usual_filter(settings),
        claim_order="speaker" if settings.claim_order == "speaker" else "reading",
        actor_order="name" if settings.actor_order == "name" else "importance",
    )
    return Sitting(reading, settings=settings)
