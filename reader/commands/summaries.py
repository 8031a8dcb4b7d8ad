"""`reader summary` beyond one plain summary: several articles in one, words asked about, one speaker, all sides."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.commands import streams
from reader.commands.sources import analyse_told, open_told

if TYPE_CHECKING:
    from reader.analysis import Actor, Analysis, Summary
    from reader.analysis.summary import Ranking
    from reader.article import Article


def several(
    sources: Sequence[str],
    *,
    method: str | None,
    sentences: int | None,
    words: int | None,
    share: float | None,
    cited: bool,
) -> int:
    """Print one summary over all sources, each line with its article's number, and the articles below.

    Of an article its title and source are told, or, cited, its title, site, date and address where they are known.

    A source that cannot be opened is told and left out, and the exit status is 1.
    """
    from reader.analysis.document import split_sentences
    from reader.analysis.summary import name_lines, summarise_several
    from reader.article import ArticleError
    from reader.export.cells import make_visible
    from reader.export.citation import list_origin

    parts, names, status = [], [], 0
    for source in sources:
        try:
            article = open_told(source)
        except ArticleError as error:
            streams.complain(str(error), source)
            status = 1
            continue
        parts.append((article, split_sentences(article)))
        names.append(source)
    picks = summarise_several(parts, method=method, count=sentences, words=words, share=share)
    lines: list[str] = []
    for pick in picks:
        article, found = parts[pick.article]
        (who,) = name_lines(article, found, [[pick.sentence]])
        line = make_visible(article.words_of(found[pick.sentence].span))
        lines.append(f"[{pick.article + 1}] {line}" + (f" [{make_visible(who)}]" if who else ""))
    plain = [[article.title or "untitled", name] for (article, _), name in zip(parts, names, strict=True)]
    told = [(cited and list_origin(article)) or known for (article, _), known in zip(parts, plain, strict=True)]
    listed = [f"[{number}] " + ", ".join(map(make_visible, known)) for number, known in enumerate(told, 1)]
    if parts:
        streams.write("\n".join([*lines, "", *listed]) + "\n")
    return status


def about(
    source: str, query: str, *, sentences: int | None, words: int | None, share: float | None, cited: bool
) -> int:
    """Print the sentences that bear on a question or on words. Raises ArticleError."""
    from reader.analysis.summary import rank_query

    article, analysis = analyse_told(source)
    ranking = rank_query(article, analysis.sentences, query, actors=analysis.actors)
    if not ranking.order:
        streams.complain(f"no sentence speaks of {query!r}", source)
    _print(article, analysis, ranking, sentences, words, share, cited)
    return 0


def speaker(
    source: str, name: str, *, sentences: int | None, words: int | None, share: float | None, cited: bool
) -> int:
    """Print the sentences that hold what a speaker says, all of them without a length. Raises ArticleError."""
    from reader.analysis.summary import rank_speaker

    article, analysis = analyse_told(source)
    speaking = {claim.speaker for claim in analysis.outer}
    found = [actor for actor in analysis.actors if actor.id in speaking and _is_named(actor, name)]
    if not found:
        quoted = ", ".join(actor.name for actor in analysis.actors if actor.id in speaking)
        streams.complain(f"no claim by {name!r}; " + (f"who is quoted: {quoted}" if quoted else "nobody is"), source)
        return 0
    ranking = rank_speaker(article, analysis, found[0].id)
    count = sentences if sentences or words or share else len(ranking.order)
    _print(article, analysis, ranking, count, words, share, cited)
    return 0


def sides(source: str, *, sentences: int | None, words: int | None, share: float | None, cited: bool) -> int:
    """Print one sentence for each of the main speakers, four without a length. Raises ArticleError.

    Who speaks in a line that does not name them stands in square brackets behind it.
    """
    from reader.analysis.summary import rank_sides, unnamed_speaker

    article, analysis = analyse_told(source)
    ranking = rank_sides(article, analysis)
    if not ranking.order:
        streams.complain("nobody is quoted by name", source)
    unnamed = {index: unnamed_speaker(article, analysis, index) for index in ranking.order}
    speakers = {index: name for index, name in unnamed.items() if name}
    _print(article, analysis, ranking, sentences if sentences or words or share else 4, words, share, cited, speakers)
    return 0


def voices(
    source: str,
    *,
    method: str | None,
    sentences: int | None,
    words: int | None,
    share: float | None,
    cited: bool,
) -> int:
    """Print a summary in which every main speaker is heard, as far as there is room. Raises ArticleError.

    Who is left out for want of room is told beside it.
    """
    from reader.analysis import analyse
    from reader.analysis.summary import DEFAULT_METHOD, add_voices, count_voices, cut_suiting, list_unheard, rank

    article = open_told(source)
    analysis = analyse(article)
    ranking = add_voices(article, analysis, rank(article, analysis.sentences, method or DEFAULT_METHOD))
    least = count_voices(analysis, ranking)
    picked = cut_suiting(ranking, count=sentences, words=words, share=share, least=least)
    if unheard := list_unheard(article, analysis, picked):
        streams.complain(f"not heard: {', '.join(unheard)}", source)
    _print(article, analysis, ranking, len(picked.sentences), None, None, cited, chosen=picked)
    return 0


def _print(
    article: "Article",
    analysis: "Analysis",
    ranking: "Ranking",
    sentences: int | None,
    words: int | None,
    share: float | None,
    cited: bool,
    speakers: Mapping[int, str] | None = None,
    chosen: "Summary | None" = None,
) -> None:
    """Print a ranking cut to a length, or what was chosen from it."""
    from dataclasses import replace

    from reader.analysis.summary import cut
    from reader.export import summary_as_text

    picked = chosen or cut(ranking, count=sentences, words=words, share=share)
    text = summary_as_text(article, replace(analysis, summary=picked), cited=cited, speakers=speakers)
    if picked.sentences:
        streams.write(text + "\n")


def _is_named(actor: "Actor", wanted: str) -> bool:
    """Whether all words of a name, in any case, stand in one of the actor's names."""
    words = set(wanted.casefold().split())
    return bool(words) and any(words <= set(name.casefold().split()) for name in (actor.name, *actor.aliases))
