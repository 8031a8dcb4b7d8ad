"""The engine: everything that is found in one article, in order, with progress and a way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis, Claim, Stats
from reader.article.model import Article

if TYPE_CHECKING:
    from reader.analysis.claims.attribution import Attribution
    from reader.analysis.document.document import Document
    from reader.analysis.names.by_rule import Name

Progress = Callable[[str], None]
"""Called before each step, and during long ones, with what is being done ("finding claims", "finding claims: 40%").

An exception raised in it ends the analysis.
"""

_WORDS_A_MINUTE = 230


def analyse(
    article: Article,
    *,
    method: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
    on_progress: Progress | None = None,
) -> Analysis:
    """Find sentences, actors, claims and a summary in an article.

    `method` names the summariser (None: the default); `sentences` or `words` its length (None: by the article's
    length). Raises ValueError for an unknown method.
    """
    from reader.analysis import summary
    from reader.analysis.actors import build as actors
    from reader.analysis.actors import clusters, roles, speakers
    from reader.analysis.actors import pronouns as coreference
    from reader.analysis.claims import assemble as claims
    from reader.analysis.claims import transcripts

    tell = on_progress or (lambda step: None)
    document, attributions, names, notes = attributed(article, tell)
    found = document.sentences
    said = transcripts.turns(document)
    if said:
        attributions = transcripts.attributions(document, said, attributions)
        names = transcripts.names(document, said, names)
    drafts = claims.assemble(document, attributions)
    tell("finding actors")
    groups = clusters.cluster(document, names)
    spans = roles.role_spans(document, groups)
    called = [None if span is None else " ".join(article.words_of(span).split()) for span in spans]
    sayings = [(source, draft.content) for draft in drafts for source in draft.source]
    resolved = coreference.resolve(document, groups, sayings)
    labels = speakers.labels(groups, {turn.label: turn.inner for turn in said if turn.inner is not None})
    who = [speakers.speaker(document, draft.source, groups, called, resolved, labels) for draft in drafts]
    people, made = actors.build(document, groups, called, resolved.pronouns, drafts, who)
    tell("summarising")
    short = summary.summarise(article, found, method=method, count=sentences, words=words)
    notes = (*notes, *summary.language_notes(article))
    return Analysis(found, people, made, short, stats(article, made), notes)


def attributed(
    article: Article, tell: Progress = lambda step: None
) -> tuple[Document, Sequence[Attribution], Sequence[Name], tuple[str, ...]]:
    """The document with its attributions and names: by the trained tagger, checked by the rules; by the rules alone
    where it cannot run.

    The tagger's network reads in threads of its own while sentences are split and words tagged here.
    """
    from reader.analysis.claims import from_tagger as tagged
    from reader.analysis.claims import merge as checked
    from reader.analysis.claims import other_languages as unread
    from reader.analysis.claims import rules
    from reader.analysis.document.document import read
    from reader.analysis.document.sentences import split
    from reader.analysis.names import by_rule as names
    from reader.analysis.names import headlines
    from reader.analysis.names import titles as titled
    from reader.analysis.tagger import TaggerUnavailable

    tell("splitting sentences")
    language = article.language.split("-")[0]
    begun, note = None, f"claims in this language ({language}) are its quotations alone; their speakers are not told"
    if language == "en":
        try:
            begun = tagged.begin(article)
        except TaggerUnavailable:
            note = "claims were found by rules alone: the trained tagger is not installed"
    try:
        document = read(article, split(article))
        tell("finding claims")
        if begun is None:
            named = headlines.settled(document, names.names(document))
            if language == "en":
                return document, rules.attributions(document), named, (note,)
            return document, unread.attributions(document), unread.names(named), (note,)
        found = tagged.find(document, begun, lambda done: tell(f"finding claims: {done:.0%}"))
    finally:
        if begun is not None:
            begun.cancel()
    named = headlines.settled(document, titled.with_titled(document, names.joined(document, found.names)))
    return document, checked.completed(document, found.attributions, found.loose), named, ()


def stats(article: Article, claims: Sequence[Claim]) -> Stats:
    """Counts for the JSON and the status line; an empty text takes no time to read."""
    words = sum(1 for word in article.text.split() if any(letter.isalnum() for letter in word))
    kinds = [claim.kind for claim in claims]
    return Stats(
        words=words,
        reading_minutes=-(-words // _WORDS_A_MINUTE),
        direct=kinds.count("direct"),
        indirect=kinds.count("indirect"),
        mixed=kinds.count("mixed"),
        unattributed=sum(claim.speaker is None for claim in claims),
    )
