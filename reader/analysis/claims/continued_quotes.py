"""Quotations without a cue of their own: those that continue the speaker before them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence, Set

from reader.analysis.claims.attribution import Attribution, index_contents
from reader.analysis.claims.far_parts import calls_by_name
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.quotes import Quotation

_ENDS = frozenset(".!?")
_FEWEST = 3
"""Fewer words are a title, a nickname or a scare quote."""
_SELVES = load_words("pronouns_first") | {"you"}
_LEAST = 0.3
"""What is less sure than this, nothing goes on for."""


def continue_quotations(
    document: Document, found: list[Attribution], among: Set[int] | None = None
) -> list[Attribution]:
    """Every quotation (`among` some blocks, where they are given) is whole in its claim, and one that no cue reaches
    follows the speaker before it where the text says so: later in the same paragraph, or as a paragraph of its own
    right behind a quoted one."""
    found = sorted(found, key=lambda one: min(one.content))
    if not document.quotations:
        return found
    contents = index_contents(found)
    ends = sorted((find_end(one), number) for number, one in enumerate(found))
    for quotation in document.quotations:
        block = document.article.block_at(quotation.outer[0])
        if quotation.depth or (among is not None and block not in among) or contents.touches([quotation.span]):
            continue
        before = bisect_right(ends, (quotation.outer[0], len(found)))
        if not before or not (is_clause(document, quotation) or _is_ended(document, quotation)):
            continue
        number = ends[bisect_left(ends, (ends[before - 1][0], -1))][1]
        last = found[number]
        if not last.is_likely(_LEAST) or calls_by_name(document, quotation.span, last.source):
            continue
        if not _stands_alone(document, quotation):
            continue
        behind = document.article.block_at(max(last.content)[0])
        if behind == block:
            found[number] = last._replace(content=(*last.content, *quotation.spans))
            ends.remove((find_end(last), number))
            insort(ends, (find_end(found[number]), number))
        elif (
            behind == block - 1
            and is_clause(document, quotation)
            and _fills_block(document, quotation)
            and all(document.is_quoted(start) and document.is_quoted(end - 1) for start, end in last.content)
            and document.article.blocks[block].kind in ("paragraph", "quote", "list-item")
        ):
            found.append(Attribution(quotation.spans, (), last.source))
            insort(ends, (find_end(found[-1]), len(found) - 1))
    return sorted(found, key=lambda one: min(one.content))


def follow_told(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Paragraphs that are a quotation without a cue, given to whom the paragraph right before tells of in words that
    are no quotation, where they were given to a source further away: Ann Lee said the road was safe. “We looked.”"""
    if all(one.cue or not one.source for one in found):
        return list(found)
    block_at = document.article.block_at
    told = {block_at(find_end(one) - 1): one for one in sorted(found, key=find_end) if one.is_likely(_LEAST)}
    return [
        one._replace(source=last.source)
        if not one.cue
        and (last := told.get(block_at(min(one.content)[0]) - 1)) is not None
        and _goes_on(document, last, one)
        else one
        for one in found
    ]


def _goes_on(document: Document, last: Attribution, one: Attribution) -> bool:
    """Whether a claim is a paragraph that goes on with what the paragraph before it tells without quotation marks."""
    quotation = document.quotation_at(one.content[0][0])
    if not one.source or quotation is None or not last.cue or not last.source:
        return False
    block_at = document.article.block_at
    blocks = {block_at(start) for start, _ in (*last.content, *last.cue, *last.source)}
    quoted = any(document.is_quoted(at) for at in (last.content[0][0], find_end(last) - 1))
    whose = document.article.words_of(last.source[0]).lower()
    away = block_at(one.source[0][0]) not in (*blocks, block_at(one.content[0][0]))
    return away and len(blocks) == 1 and not quoted and whose not in _SELVES and _fills_block(document, quotation)


def find_end(one: Attribution) -> int:
    """Where a content ends."""
    return max(end for _, end in one.content)


def is_clause(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is something said, and no title, nickname or scare quote."""
    letters, has_verb, last = 0, False, ""
    for word in (document.words[i] for span in quotation.spans for i in document.words_in(span)):
        last = word.text
        if last[0].isalnum():
            letters += 1
            has_verb = has_verb or word.is_verb
            if has_verb and letters >= _FEWEST:
                return True
    return letters >= _FEWEST and last in _ENDS


def _is_ended(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation ends as a sentence does, within its marks: “Again.”"""
    return document.article.text[quotation.span[1] - 1] in ".!?"


def _stands_alone(document: Document, quotation: Quotation) -> bool:
    """Whether nothing but quotations stands in the sentences that a quotation begins in."""
    at = document.words_in(quotation.spans[0])
    return bool(at) and are_quoted(document, document.sentence_words(document.words[at.start].sentence))


def _fills_block(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is all there is in the paragraph it opens in."""
    block = document.article.blocks[document.article.block_at(quotation.outer[0])]
    return are_quoted(document, document.words_in(block.span))


def are_quoted(document: Document, at: range) -> bool:
    """Whether nothing but quotations stands among some words, marks aside."""
    return all(document.is_quoted(document.words[i].start) or not document.words[i].text[0].isalnum() for i in at)
