"""The lines of a summary: sentences of one quotation that stand together are one line, with both its marks."""

from collections.abc import Sequence

from reader.analysis.model import Sentence
from reader.analysis.summary.readable import balance_span, find_singles
from reader.article.model import Article, Span


def join_lines(article: Article, sentences: Sequence[Sentence], picked: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The picked sentences, in reading order, by lines: where a quotation is left open within its block, the line
    goes on with the next sentence."""
    lines: list[tuple[int, ...]] = []
    singles = find_singles(article)
    for index in picked:
        last = lines[-1] if lines else ()
        if last and index == last[-1] + 1 and sentences[index].block == sentences[last[0]].block:
            begun = (sentences[last[0]].span[0], sentences[last[-1]].span[1])
            if balance_span(article, begun, singles)[1]:
                lines[-1] = (*last, index)
                continue
        lines.append((index,))
    return tuple(lines)


def line_spans(article: Article, sentences: Sequence[Sentence], picked: Sequence[int]) -> tuple[Span, ...]:
    """The span of each line."""
    return tuple(
        (sentences[line[0]].span[0], sentences[line[-1]].span[1]) for line in join_lines(article, sentences, picked)
    )
