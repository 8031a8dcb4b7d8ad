"""A whole reading as one Markdown document, and the summary as plain text."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import groupby

from reader.analysis.model import Analysis, Claim, Summary
from reader.analysis.summary import join_lines, line_words, name_lines
from reader.article.model import Article, Block, Link
from reader.article.text.counted import many
from reader.export.cells import make_visible
from reader.export.citation import list_origin, show_date
from reader.export.claim_formats import claim_in_markdown
from reader.export.claim_words import NOBODY, claim_numbers, find_closing_end, speaker_name, speaker_role
from reader.export.markdown_text import escape, escape_lines, write_address

_BULLET = re.compile(r"^[•●▪‣◦]\s+")
_NAMELESS = "(no title)"


def summary_as_text(
    article: Article, analysis: Analysis, *, cited: bool = False, speakers: Mapping[int, str] | None = None
) -> str:
    """The summary's lines: a sentence each, or those of one quotation; with `cited`, an empty line and the article's
    title, site, date, address.

    `speakers` are names to add in square brackets, as an editor would, to the sentences of these indices; a line that
    goes on with the turn of a transcript has its speaker's so by itself.
    """
    lines = [
        make_visible(words) + (f" [{make_visible(name)}]" if name else "")
        for words, name in _list_lines(article, analysis, speakers)
    ]
    if cited and (places := list_origin(article)):
        lines += ["", "— " + ", ".join(make_visible(place) for place in places)]
    return "\n".join(lines)


def _list_lines(article: Article, analysis: Analysis, known: Mapping[int, str] | None = None) -> list[tuple[str, str]]:
    """The words of each line of the summary, and who speaks in it where it does not tell."""
    lines = join_lines(article, analysis.sentences, analysis.summary.sentences)
    words = line_words(article, analysis.sentences, lines, analysis.summary.shortened)
    return list(zip(words, name_lines(article, analysis.sentences, lines, known), strict=True))


def report_as_markdown(article: Article, analysis: Analysis) -> str:
    """The summary, who said what, and the article with each claim's number behind its words, without a line
    end.

    Headings of the article stand one level under the report's; its characters are escaped, so that nothing
    in it becomes markup.
    """
    parts = [f"# {escape(article.title or _NAMELESS)}", _credits(article, analysis), "## Summary"]
    parts.append(_summary(article, analysis))
    parts.append("## Who said what")
    parts += _speakers(article, analysis)
    parts += ["## Article", *_article(article, analysis)]
    if analysis.outer:
        parts += [
            "---",
            "Numbers in brackets count the claims. Words in quotation marks are quoted by the article; "
            "words without are its own account of what was said. Claims were found by a program: check them "
            "against the article before you rely on them.",
        ]
    parts += [f"*Note: {escape(note)}.*" for note in (*article.notes, *analysis.notes)]
    return "\n\n".join(part for part in parts if part)


def _credits(article: Article, analysis: Analysis) -> str:
    facts = [
        ", ".join(escape(name) for name in article.byline),
        f"*{escape(article.site)}*" if article.site else "",
    ]
    facts.append(escape(show_date(article.published) or ""))
    words = analysis.stats.words
    facts.append(f"{many(words, 'word', commas=True)}, {analysis.stats.reading_minutes} min" if words else "")
    first = " · ".join(fact for fact in facts if fact)
    page = next((place for place in list_origin(article) if place == article.url), None)
    return "\\\n".join(line for line in (first, f"<{page}>" if page else "") if line)


def _summary(article: Article, analysis: Analysis) -> str:
    picked = analysis.summary.sentences
    if not picked:
        return "*Nothing to summarise.*"
    lines = _list_lines(article, analysis)
    listed = "\n".join(f"- {escape(f'{words} [{name}]' if name else words)}" for words, name in lines)
    share = f"{len(picked)} of {many(len(analysis.sentences), 'sentence')}, {_how_whole(analysis.summary)}"
    return f"{listed}\n\n*{share} (method: {escape(analysis.summary.method)}).*"


def _how_whole(summary: Summary) -> str:
    """Which of the picked sentences stand in the article as they are shown."""
    cut = len(summary.shortened)
    whole = len(summary.sentences) - cut
    if not cut:
        return f"as {'it stands' if whole == 1 else 'they stand'} in the article"
    shorter = "shortened where “…” stands"
    if not whole:
        return f"{shorter} and else as in the article"
    others = "the other as it stands" if whole == 1 else "the others as they stand"
    return f"{'one' if cut == 1 else cut} {shorter}, {others} in the article"


def _speakers(article: Article, analysis: Analysis) -> list[str]:
    """Claims under a heading for each speaker: actors in the analysis' order, then unresolved sources, then
    nobody.
    """
    if not analysis.outer:
        return ["*No claims.*"]
    numbers = claim_numbers(analysis)
    ranks = {actor.name.casefold(): rank for rank, actor in reversed(list(enumerate(analysis.actors)))}

    def place(claim: Claim) -> tuple[int, str]:
        name = speaker_name(analysis, claim)
        return ranks.get(name.casefold(), len(ranks) + (name == NOBODY)), name.casefold()

    parts = []
    for _, group in groupby(sorted(analysis.outer, key=place), key=place):
        claims = list(group)
        role = next(filter(None, (speaker_role(analysis, claim) for claim in claims)), None)
        name = speaker_name(analysis, claims[0])
        heading = escape(name[:1].upper() + name[1:]) + (f", {escape(role)}" if role else "")
        items = [
            f"- \\[{numbers[claim.id]}\\] {claim_in_markdown(article, analysis, claim, named=False)}"
            for claim in claims
        ]
        parts += [f"### {heading}", "\n".join(items)]
    return parts


def _article(article: Article, analysis: Analysis) -> list[str]:
    """The article's blocks in Markdown; list items and block quotes that follow each other stay together."""
    marks = _list_marks(article, analysis)
    links: dict[int, list[Link]] = {}
    for link in article.links:
        links.setdefault(article.block_at(link.span[0]), []).append(link)
    shown = [
        block
        for block in article.blocks
        if article.words_of(block.span).strip() and (not _is_headline(article, block) or _places(block, marks))
    ]
    top = min((block.level for block in shown if block.kind == "heading"), default=1)
    parts = []
    for kind, run in groupby(shown, key=lambda block: block.kind):
        blocks = [_block(article, block, marks, links.get(article.block_at(block.span[0]), ()), top) for block in run]
        joint = {"list-item": "\n", "quote": "\n>\n"}.get(kind, "\n\n")
        parts.append(joint.join(blocks))
    return parts


def _is_headline(article: Article, block: Block) -> bool:
    """Whether the block only repeats the title, which already heads the report."""
    return block.kind == "title" and article.words_of(block.span) == article.title


def _places(block: Block, marks: dict[int, str]) -> list[int]:
    """The positions inside the block at which numbers stand; `marks` is in the order of its positions."""
    ordered = list(marks)
    return ordered[bisect_right(ordered, block.span[0]) : bisect_right(ordered, block.span[1])]


def _list_marks(article: Article, analysis: Analysis) -> dict[int, str]:
    """Position in the text to the numbers that stand there: behind a claim's last words in each block."""
    marks: dict[int, str] = {}
    for number, claim in enumerate(analysis.outer, 1):
        ends = {article.block_at(max(start, end - 1)): end for start, end in sorted(claim.content)}
        for block, end in ends.items():
            place = min(find_closing_end(article.text, end), article.blocks[block].span[1]) if article.blocks else end
            marks[place] = f"{marks.get(place, '')}\\[{number}\\]"
    return dict(sorted(marks.items()))


def _block(article: Article, block: Block, marks: dict[int, str], links: Sequence[Link], top: int) -> str:
    words = _mark_block(article, block, marks, links)
    if block.kind == "title":
        return f"**{words}**"
    if block.kind == "heading":
        return f"{'#' * min(6, max(3, block.level - top + 3))} {words}"
    if block.kind in ("standfirst", "byline", "date", "caption"):
        return f"*{words}*"
    if block.kind == "quote":
        return "> " + words.replace("\n", "\n> ")
    if block.kind == "list-item":
        inset = "  " * min(block.level, 5)
        return f"{inset}- " + _BULLET.sub("", words).replace("\n", f"\n{inset}  ")
    return words


def _mark_block(article: Article, block: Block, marks: dict[int, str], links: Sequence[Link]) -> str:
    """The block's text, escaped, lines kept as hard breaks, with the claim numbers and the links inserted."""
    start, end = block.span
    inserted = [(place, 1, marks[place]) for place in _places(block, marks)]
    for link in links:
        if start <= link.span[0] < link.span[1] <= end and "\n" not in article.words_of(link.span):
            inserted += [(link.span[0], 2, "["), (link.span[1], 0, f"]({write_address(link.url)})")]
    pieces, last = [], start
    for index, (place, _, _) in enumerate(sorted(inserted)):
        pieces += [article.text[last:place], f"\x00{index}\x00"]
        last = place
    text = escape_lines("".join([*pieces, article.text[last:end]]))
    for index, (_, _, markup) in enumerate(sorted(inserted)):
        text = text.replace(f"\x00{index}\x00", markup)
    return text
