"""Whether summaries can be read without the article: judged by their words alone, with rules of the gate's own.

A line dangles when it opens with a word that points back (he, this, but…) and the sentence before it in the article
is not shown just before it. Marks are balanced when, over sentences shown together that stand together, each
quotation mark and bracket that opens also closes. The length is right from 60 to 100 per cent of the words asked for.
"""

import re
from collections.abc import Sequence

from benchmarks.gate.figures import Share
from reader.analysis import Analysis
from reader.analysis.summary import shown_spans, summarise
from reader.article import Article

LENGTHS = (40, 60, 100)
"""Words asked for."""

SHORTEST = 0.6
"""Of the words asked for, how many a summary should at least fill."""

_BACK = re.compile(
    r"\W*(?:he|she|they|it|him|her|them|his|hers|their|its|this|that|these|those|but|and|or|so|yet|however|meanwhile"
    r"|instead|also|then|there|both|neither|another|nor|still|such)\b(?!['’]s? \d)",
    re.IGNORECASE,
)


def runs(sentences: Sequence[int]) -> list[list[int]]:
    """Indices in runs that stand together in the article."""
    together: list[list[int]] = []
    for index in sentences:
        if together and together[-1][-1] == index - 1:
            together[-1].append(index)
        else:
            together.append([index])
    return together


def dangles(text: str) -> bool:
    """Whether a text opens with a word that points to what stood before it."""
    return _BACK.match(text) is not None


def balanced(text: str) -> bool:
    """Whether quotation marks and brackets that open also close; an apostrophe is no mark."""
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("«") == text.count("»")
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
    )


def figures(article: Article, analysis: Analysis, lengths: Sequence[int] = LENGTHS) -> dict[str, Share]:
    """The shares of one article: its summary as it comes, and in so many words."""
    every = [analysis.summary, *(summarise(article, analysis.sentences, words=words) for words in lengths)]
    alone = lines = whole = together = 0
    for summary in every:
        for run in runs(summary.sentences):
            spans = [analysis.sentences[index].span for index in run]
            alone += len(run) - dangles(article.words_of(spans[0]))
            lines += len(run)
            whole += balanced(article.words_of((spans[0][0], spans[-1][1])))
            together += 1
    filled = [
        sum(len(article.words_of(span).split()) for span in shown_spans(analysis.sentences, summary))
        for summary in every[1:]
    ]
    fitting = sum(SHORTEST * asked <= words <= asked for asked, words in zip(lengths, filled, strict=True))
    return {
        "summary: lines that stand alone": Share(alone, lines),
        "summary: marks that open and close": Share(whole, together),
        "summary: length as asked for": Share(fitting, len(lengths)),
    }
