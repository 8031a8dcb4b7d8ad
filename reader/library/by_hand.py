"""What the reader set right in an article, laid over any later analysis of it, wherever that is made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.article.text.counted import many
from reader.library.folder import library_file
from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.library.library import Library


@contextmanager
def hold_library() -> "Iterator[Library | None]":
    """The library, for `set_right` of many articles, where there is one."""
    file = library_file()
    if not os.path.exists(file):
        yield None
        return
    from reader.library.library import Library

    with Library(file) as library:
        yield library


def set_right(article: Article, analysis: Analysis, source: str = "", library: "Library | None" = None) -> Analysis:
    """The analysis with the reader's corrections of this article in it, and a note that says so; the same one where
    there are none. Raises nothing: where the library (or the one that is held open) cannot be read, a note says
    that."""
    file = library_file()
    if not os.path.exists(file):
        return analysis
    from reader.library.corrections import apply_corrections
    from reader.library.library import Library

    try:
        with nullcontext(library) if library is not None else Library(file) as asked:
            corrections = asked.corrections_of(article, source)
    except LibraryError as problem:
        return replace(analysis, notes=(*analysis.notes, f"your corrections could not be read: {problem}"))
    if not corrections:
        return analysis
    found = apply_corrections(article, analysis, corrections)
    kept, lost = len(corrections) - len(found.lost), len(found.lost)
    notes = [f"{many(kept, 'correction')} of yours in it"] if kept else []
    notes += [f"of {many(lost, 'correction')} of yours the words are gone"] if lost else []
    return replace(found.analysis, notes=(*found.analysis.notes, *notes))
