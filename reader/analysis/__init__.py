"""From an `Article` to an `Analysis`: sentences, actors, claims and summary, as pure functions.

This room knows no screen, no file and no network. `analyse`, and `analyse_many` for articles in a row, are imported
on first use, so that the screen can import the model without importing nltk.
"""

from typing import TYPE_CHECKING

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.first_use import import_on_first_use

if TYPE_CHECKING:
    from reader.analysis.engine import analyse
    from reader.analysis.many import analyse_many

__all__ = ["Actor", "Analysis", "Claim", "Sentence", "Stats", "Summary", "analyse", "analyse_many"]

__getattr__ = import_on_first_use(__name__, {"analyse": "engine", "analyse_many": "many"})
