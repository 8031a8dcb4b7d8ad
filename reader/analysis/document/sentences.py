"""An article's blocks cut into sentences."""

from reader.analysis.model import Sentence
from reader.article.model import Article, BlockKind

_WHOLE: frozenset[BlockKind] = frozenset(("title", "byline", "date", "heading"))


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Every block's sentences in reading order; titles, headings, bylines and dates are one each."""
    from reader.language import sentence_spans

    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        start, end = block.span
        if block.kind in _WHOLE:
            if article.text[start:end].strip():
                found.append(Sentence(block.span, index))
            continue
        spans = sentence_spans(article.text[start:end], article.language)
        found += [Sentence((start + a, start + b), index) for a, b in spans if a < b]
    return tuple(found)
