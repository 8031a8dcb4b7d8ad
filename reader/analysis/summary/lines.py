"""The lines of a summary: sentences of one quotation that stand together are one line, with both its marks, and those
of one turn of a transcript."""

from collections.abc import Mapping, Sequence

from reader.analysis.model import Sentence
from reader.analysis.summary.letterhead import find_letterhead
from reader.analysis.summary.readable import balance_span, find_singles
from reader.analysis.summary.turns import find_turns
from reader.article.model import Article, Span


def join_lines(article: Article, sentences: Sequence[Sentence], picked: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The picked sentences, in reading order, by lines: where a quotation is left open within its block, the line
    goes on with the next sentence, and so it does within the paragraph of a transcript's turn and down a letter's
    head."""
    lines: list[tuple[int, ...]] = []
    singles, turns = find_singles(article), find_turns(article)
    head = find_letterhead(article, sentences)
    for index in picked:
        last = lines[-1] if lines else ()
        if last and index in head and last[-1] in head:
            lines[-1] = (*last, index)
            continue
        if last and index == last[-1] + 1 and sentences[index].block == sentences[last[0]].block:
            begun = (sentences[last[0]].span[0], sentences[last[-1]].span[1])
            if sentences[index].block in turns.by_block or balance_span(article, begun, singles)[1]:
                lines[-1] = (*last, index)
                continue
        lines.append((index,))
    return tuple(lines)


def line_spans(sentences: Sequence[Sentence], lines: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """The span of each line."""
    return tuple((sentences[line[0]].span[0], sentences[line[-1]].span[1]) for line in lines)


def name_lines(
    article: Article,
    sentences: Sequence[Sentence],
    lines: Sequence[Sequence[int]],
    known: Mapping[int, str] | None = None,
) -> tuple[str, ...]:
    """Who speaks in each line that does not tell it: as `known` of one of its sentences, else, where it goes on with
    a turn of a transcript, the label before that turn; else ""."""
    turns, names = find_turns(article), known or {}
    told = (next((names[index] for index in line if names.get(index)), "") for line in lines)
    return tuple(name or turns.name_speaker(sentences[line[0]]) for name, line in zip(told, lines, strict=True))
