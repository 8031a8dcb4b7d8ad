"""Articles side by side: the same event in several papers, two editions of one page, quotations against their record.

Pure functions over articles and what was found in them; knows no screen and no library. Every result is a span into
one of the texts compared, and says what the words show, never which of them is true.
"""

from reader.compare.editions import compare_editions, is_byline_changed
from reader.compare.model import Change, Comparison, Difference, Event, Match, Place, Quote, Side
from reader.compare.record import check_record
from reader.compare.side_by_side import compare

__all__ = [
    "Change",
    "Comparison",
    "Difference",
    "Event",
    "Match",
    "Place",
    "Quote",
    "Side",
    "check_record",
    "compare",
    "compare_editions",
    "is_byline_changed",
]
