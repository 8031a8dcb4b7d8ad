"""An article of the library, as the screen opens it again."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.app.settings.settings import Settings
from reader.article.model import Article
from reader.library.model import Entry

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """The article, its newest text (None while that is still to be got), and what was found in it.

    `analysis` has your corrections; it is None where the settings ask for another summary than was made.
    """

    entry: Entry
    article: Article | None
    analysis: Analysis | None
    is_file: bool

    @property
    def source(self) -> str:
        """What opens it."""
        return self.entry.source


def load(library: "Library", *, entry: int, settings: Settings) -> KeptArticle:
    """An article by its number. Raises LibraryError."""
    found = library.entry(entry)
    is_file = "://" not in found.source and os.path.isfile(found.source.partition("#")[0])
    if not found.words and not library.editions(entry):
        return KeptArticle(found, None, None, is_file)
    edition = library.newest(entry)
    usual = settings.summary_method == "default" and not settings.summary_sentences
    analysis = library.corrected(entry).analysis if edition.analysis is not None and usual else None
    return KeptArticle(found, edition.article, analysis, is_file)
