"""The panels beside the article: summary, actors and claims, each a list of rows under a heading."""

from reader.app.panels.actors import ActorsPanel
from reader.app.panels.claims import ClaimsPanel
from reader.app.panels.summary import SummaryPanel

__all__ = ["ActorsPanel", "ClaimsPanel", "SummaryPanel"]
