"""Summaries: an article's own sentences, ranked once by a method of the user's choice and cut to any length at once.

Importing this room is cheap; sumy and numpy are imported by the first ranking. A method is a sumy
`AbstractSummarizer`, so adding one means adding a class, its line in `registry.py`, and what it is in `methods.py`.

From an article to what is shown: `pickable` says which sentences may be taken, and a method rates them: `news` is ours,
over `news_features` and `trees`, `classic` has sumy's, over `graph` and `greedy`. `ranking` keeps their order, with
what each needs beside it (`readable`, `strangers`) and the shorter forms of the first one (`shortening`; what may go:
`asides`, `details`, `affiliations`, `tails`, `openings`; what may not: `held_back`). `cutting` takes as many as are
asked for, by `budget` where that is a number of words, and none that is not `worthwhile`; `lines` puts those together
that stand together. `views` are summaries of another kind, `voices` those in which every main speaker is heard,
`several` those of several articles.
"""

from reader.analysis.summary.cutting import choose_count, cut, cut_suiting, is_too_short, note_length, summarise
from reader.analysis.summary.language_notes import name_language, note_language
from reader.analysis.summary.lines import join_lines, line_spans, line_words, name_lines, shown_spans
from reader.analysis.summary.methods import DEFAULT_METHOD, METHODS, MethodRefused, describe, rank_methods
from reader.analysis.summary.ranking import Ranking, rank
from reader.analysis.summary.reasons import explain
from reader.analysis.summary.several import Pick, summarise_several
from reader.analysis.summary.views import rank_query, rank_sides, rank_speaker, unnamed_speaker
from reader.analysis.summary.voices import WITH_VOICES, add_voices, count_voices, list_unheard

__all__ = [
    "DEFAULT_METHOD",
    "METHODS",
    "WITH_VOICES",
    "MethodRefused",
    "Pick",
    "Ranking",
    "add_voices",
    "choose_count",
    "count_voices",
    "cut",
    "cut_suiting",
    "describe",
    "explain",
    "is_too_short",
    "join_lines",
    "line_spans",
    "line_words",
    "list_unheard",
    "name_language",
    "name_lines",
    "note_language",
    "note_length",
    "rank",
    "rank_methods",
    "rank_query",
    "rank_sides",
    "rank_speaker",
    "shown_spans",
    "summarise",
    "summarise_several",
    "unnamed_speaker",
]
