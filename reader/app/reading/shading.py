"""How much each sentence is worth to the summary, as the styles that are laid over the article."""

from collections.abc import Sequence

from reader.analysis.model import Sentence
from reader.app.state.reading import Shade
from reader.article.model import PROSE_KINDS, Article

_BEST, _GOOD, _PLAIN = 0.15, 0.35, 0.65
"""Shares of the ranked sentences: the best stand out, the good have a ground, from the last on they fade."""


def shades(article: Article, sentences: Sequence[Sentence], order: Sequence[int]) -> tuple[Shade, ...]:
    """The shades of an article's prose by a ranking's order (indices of sentences, best first).

    Sentences of the middle have none; what the order leaves out (a repeat, a credit, what a question is not about)
    fades like the last.
    """
    places = {index: place / len(order) for place, index in enumerate(order)}
    found: list[Shade] = []
    for index, sentence in enumerate(sentences):
        if article.blocks[sentence.block].kind not in PROSE_KINDS:
            continue
        share = places.get(index, 1.0)
        if share < _BEST or places.get(index) == 0:
            found.append((sentence.span, "shade-best"))
        elif share < _GOOD:
            found.append((sentence.span, "shade-good"))
        elif share >= _PLAIN:
            found.append((sentence.span, "shade-rest"))
    return tuple(sorted(found))
