"""From an `Article` to an `Analysis`: sentences, actors, claims and summary, as pure functions.

This room knows no screen, no file and no network. `analyse`, and `analyse_many` for articles in a row, are imported
on first use, so that the screen can import the model without importing nltk.
"""

from typing import TYPE_CHECKING, Any

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary

if TYPE_CHECKING:
    from reader.analysis.engine import analyse
    from reader.analysis.many import analyse_many

__all__ = ["Actor", "Analysis", "Claim", "Sentence", "Stats", "Summary", "analyse", "analyse_many"]


def __getattr__(name: str) -> Any:
    if name == "analyse":
        from reader.analysis.engine import analyse

        return analyse
    if name == "analyse_many":
        from reader.analysis.many import analyse_many

        return analyse_many
    raise AttributeError(f"module 'reader.analysis' has no attribute {name!r}")
