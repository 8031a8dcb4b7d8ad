"""Summaries: an article's own sentences, ranked once by a method of the user's choice and cut to any length at once.

Importing this room is cheap; sumy and numpy are imported by the first ranking. A method is a sumy
`AbstractSummarizer`, so adding one means adding a class and one line in `methods.py`.
"""

from reader.analysis.summary.cutting import cut, default_count, summarise, too_short
from reader.analysis.summary.language_notes import language_name, language_notes
from reader.analysis.summary.methods import DEFAULT_METHOD, METHODS, MethodRefused, describe
from reader.analysis.summary.ranking import Ranking, rank
from reader.analysis.summary.reasons import why
from reader.analysis.summary.several import Pick, summarise_several
from reader.analysis.summary.views import rank_query, rank_sides, rank_speaker, unnamed_speaker

__all__ = [
    "DEFAULT_METHOD",
    "METHODS",
    "MethodRefused",
    "Pick",
    "Ranking",
    "cut",
    "default_count",
    "describe",
    "language_name",
    "language_notes",
    "rank",
    "rank_query",
    "rank_sides",
    "rank_speaker",
    "summarise",
    "summarise_several",
    "too_short",
    "unnamed_speaker",
    "why",
]
