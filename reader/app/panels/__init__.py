"""The panels beside the article: summary, claim, actors and claims, each a list of rows under a heading."""

from reader.app.panels.actors import ActorsPanel
from reader.app.panels.card import ClaimCard
from reader.app.panels.claims import ClaimsPanel
from reader.app.panels.marks import MarksPanel
from reader.app.panels.strip import VoiceStrip
from reader.app.panels.summary import SummaryPanel

__all__ = ["ActorsPanel", "ClaimCard", "ClaimsPanel", "MarksPanel", "SummaryPanel", "VoiceStrip"]
