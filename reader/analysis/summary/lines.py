"""The lines of a summary: sentences of one quotation that stand together are one line, with both its marks, and those
of one turn of a transcript."""

from collections.abc import Mapping, Sequence

from reader.analysis.model import Sentence, Summary
from reader.analysis.summary.letterhead import find_letterhead
from reader.analysis.summary.readable import balance_span, find_singles
from reader.analysis.summary.turns import find_turns
from reader.article.model import Article, Span

LEFT_OUT = " … "
"""Stands for words of a sentence that are left out."""

Shortened = Sequence[tuple[int, tuple[Span, ...]]]


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


def shown_spans(sentences: Sequence[Sentence], summary: Summary) -> list[Span]:
    """What is shown of a summary's sentences, in reading order."""
    shown = dict(summary.shortened)
    return [span for index in summary.sentences for span in shown.get(index, (sentences[index].span,))]


def line_spans(
    sentences: Sequence[Sentence], lines: Sequence[Sequence[int]], shortened: Shortened = ()
) -> tuple[Span, ...]:
    """The span of each line, from the first to the last word that is shown."""
    return tuple((parts[0][0], parts[-1][1]) for parts in _list_parts(sentences, lines, dict(shortened)))


def line_words(
    article: Article, sentences: Sequence[Sentence], lines: Sequence[Sequence[int]], shortened: Shortened = ()
) -> tuple[str, ...]:
    """The words of each line as they are shown: an ellipsis stands where words of a shortened sentence are left out,
    but for a dateline before it."""
    return tuple(
        (LEFT_OUT.lstrip() if article.text[sentences[line[0]].span[0] : parts[0][0]].rstrip().endswith(",") else "")
        + LEFT_OUT.join(article.words_of(part) for part in parts)
        + (LEFT_OUT.rstrip() if parts[-1][1] < sentences[line[-1]].span[1] else "")
        for line, parts in zip(lines, _list_parts(sentences, lines, dict(shortened)), strict=True)
    )


def _list_parts(
    sentences: Sequence[Sentence], lines: Sequence[Sequence[int]], shortened: Mapping[int, tuple[Span, ...]]
) -> list[tuple[Span, ...]]:
    """For each line the spans that are shown; a shortened sentence is a line of its own."""
    return [shortened.get(line[0]) or ((sentences[line[0]].span[0], sentences[line[-1]].span[1]),) for line in lines]


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
