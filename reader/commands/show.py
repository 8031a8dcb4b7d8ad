"""`reader summary`, `claims`, `report` and `text`: one article as plain text, without the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.commands import streams
from reader.commands.sources import analyse_told, open_told

if TYPE_CHECKING:
    from reader.analysis import Analysis, Claim, Sentence
    from reader.article import Article
    from reader.export import ClaimsFormat


def summary(
    source: str, *, method: str | None, sentences: int | None, words: int | None, share: float | None, cited: bool
) -> int:
    """Print the summary, one sentence a line. Nothing but the summary is computed. Raises ArticleError."""
    from reader.analysis import Analysis
    from reader.analysis.document import split_sentences
    from reader.analysis.summary import DEFAULT_METHOD, cut_suiting, note_length, rank
    from reader.export import summary_as_text

    article = open_told(source)
    found = split_sentences(article)
    ranking = rank(article, found, method or DEFAULT_METHOD)
    picked = cut_suiting(ranking, count=sentences, words=words, share=share)
    remarks = _remarks(article, found, sentences or words or share)
    for note in (*remarks, *note_length(ranking, picked, sentences, words)):
        streams.complain(note, source)
    _print(summary_as_text(article, Analysis(sentences=found, summary=picked), cited=cited and bool(picked.sentences)))
    return 0


def _remarks(article: "Article", sentences: "Sequence[Sentence]", length: float | None) -> tuple[str, ...]:
    """What a summary's reader should know: a language that is not English, what it lacks, and, unless they ask for a
    length, that the text is hardly longer."""
    from reader.analysis.summary import is_too_short, name_language, note_language

    name = name_language(article.language)
    found = [f"the text is taken for {name}"] if name not in ("", "English") else []
    found += note_language(article)
    if length is None and is_too_short(article, sentences):
        found.append("the text is too short to need a summary")
    return tuple(found)


def claims(
    source: str, *, speaker: str | None, type: str, format: "ClaimsFormat", inner: bool = False, sure: float = 0.0
) -> int:
    """Print who said what, the whole of it or one speaker's part; claims inside claims where `inner` asks for them, and
    only those of which words and speaker together are at least `sure`. Raises ArticleError."""
    from reader.export import format_claims

    article, analysis = analyse_told(source)
    picked = [
        claim
        for claim in (analysis.claims if inner else analysis.outer)
        if claim.sureness >= sure
        and type in ("all", claim.type)
        and (speaker is None or is_by(analysis, claim, speaker))
    ]
    if speaker is not None and not picked:
        streams.complain(f"no claim by {speaker!r}; {_speakers(analysis)}", source)
    _print(format_claims(format, article, analysis, picked, columns=streams.columns()))
    return 0


def report(source: str) -> int:
    """Print summary, claims by speaker and the article with numbered claims, as Markdown. Raises ArticleError."""
    from reader.export import report_as_markdown

    article, analysis = analyse_told(source)
    _print(report_as_markdown(article, analysis))
    return 0


def text(source: str, *, body: bool) -> int:
    """Print the clean article, or its body alone. Raises ArticleError."""
    from reader.article import text_of

    article = open_told(source)
    _print(text_of(article) if body else article.text)
    return 0


def is_by(analysis: "Analysis", claim: "Claim", wanted: str) -> bool:
    """Whether one of a claim's speakers goes by a name: all its words, in any case, stand in one of their names."""
    from reader.export.claim_words import speaker_actors

    names = {claim.speaker_name or ""} if claim.speaker is None else set()
    names.update(name for actor in speaker_actors(analysis, claim) for name in (actor.name, *actor.aliases))
    words = set(wanted.casefold().split())
    return bool(words) and any(words <= set(name.casefold().split()) for name in names)


def _speakers(analysis: "Analysis") -> str:
    from reader.export.claim_words import speaker_names

    names = dict.fromkeys(name for claim in analysis.outer for name in speaker_names(analysis, claim))
    return f"who is quoted: {', '.join(names)}" if names else "nobody is quoted by name"


def _print(printed: str) -> None:
    """Write what is not empty, ended by one line end (CSV keeps its own)."""
    if printed:
        streams.write(printed if printed.endswith("\n") else printed + "\n")
