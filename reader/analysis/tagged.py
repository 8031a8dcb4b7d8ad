"""What the trained tagger reads in a document, as attributions and names: spans by the tagger, pairs by its links."""

from collections import defaultdict
from collections.abc import Sequence

from reader.analysis.attribution import Attribution
from reader.analysis.document import Document
from reader.analysis.model import ActorKind
from reader.analysis.names import Name, holds_names
from reader.article.model import Span

_KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "place": "place",
}
_APART = 6
"""A content further than this many blocks from its cue is taken for a mistake of the link."""


def find(document: Document) -> tuple[tuple[Attribution, ...], tuple[Name, ...]]:
    """Attributions and names in reading order. Raises `tagger.TaggerUnavailable` where the tagger cannot run."""
    from reader.analysis import tagger

    text = document.article.text
    words = tagger.words(text)
    tagging = tagger.tag(text, words, [block.span for block in document.article.blocks])

    def span(first: int, last: int) -> Span:
        return words[first][0], words[last - 1][1]

    barred = [document.sentences[i].span for i in range(len(document.sentences)) if not holds_names(document, i)]
    names = tuple(
        Name(span(name.first, name.last), _KINDS[name.kind], name.confidence)
        for name in tagging.names
        if name.kind in _KINDS and not any(a <= words[name.first][0] < b for a, b in barred)
    )
    cue_of: dict[int, int] = {}
    for link in tagging.content_cue:
        if link.of not in cue_of and link.to is not None:
            cue_of[link.of] = link.to
    source_of: dict[int, int] = {}
    for link in tagging.cue_source:
        if link.of not in source_of:
            source_of[link.of] = -1 if link.to is None else link.to
    contents: dict[int, list[int]] = defaultdict(list)
    attributions: list[Attribution] = []
    for index, content in enumerate(tagging.contents):
        cue = cue_of.get(index)
        if (
            cue is not None
            and abs(_block(document, words, tagging.cues[cue].first) - _block(document, words, content.first)) <= _APART
        ):
            contents[cue].append(index)
        else:
            attributions.append(Attribution((span(content.first, content.last),), (), (), content.confidence))
    for cue, parts in contents.items():
        source = source_of.get(cue, -1)
        sure = min(tagging.contents[i].confidence for i in parts)
        attributions.append(
            Attribution(
                tuple(sorted(span(tagging.contents[i].first, tagging.contents[i].last) for i in parts)),
                (span(tagging.cues[cue].first, tagging.cues[cue].last),),
                () if source < 0 else (span(tagging.sources[source].first, tagging.sources[source].last),),
                sure,
            )
        )
    return tuple(sorted(attributions, key=lambda one: min(one.content))), names


def _block(document: Document, words: Sequence[Span], word: int) -> int:
    return document.article.block_at(words[word][0])
