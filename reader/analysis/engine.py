"""The engine: everything that is found in one article, in order, with progress and a way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.collecting import without_collecting
from reader.analysis.model import Analysis, Claim, Stats
from reader.analysis.turns import short_turns
from reader.article.model import Article
from reader.article.text.unspaced import spaced

if TYPE_CHECKING:
    from reader.analysis.actors import Namings, Resolved
    from reader.analysis.claims import Attribution, Draft
    from reader.analysis.document import Document
    from reader.analysis.names import Name
    from reader.analysis.tagger import Begun

Progress = Callable[[str], None]
"""Called before each step, and during long ones, with what is being done ("finding claims", "finding claims: 40%").

An exception raised in it ends the analysis.
"""

_WORDS_A_MINUTE = 230


@without_collecting
@short_turns()
def analyse(
    article: Article,
    *,
    method: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
    voices: bool = False,
    on_progress: Progress | None = None,
    begun: Begun | None = None,
) -> Analysis:
    """Find sentences, actors, claims and a summary in an article.

    `method` names the summariser (None: the default); `sentences` or `words` its length (None: by the article's
    length); with `voices` every main speaker is heard in it, as far as there is room. `begun` is the tagger at work on
    this very article, where `begin_tagging` set it going before. Raises ValueError for an unknown method.
    """
    import_rooms(article)
    from reader.analysis import summary
    from reader.analysis.actors import (
        add_likely,
        build_actors,
        choose_guesses,
        find_voices,
        list_pronouns,
        match_labels,
    )
    from reader.analysis.claims import (
        add_inner,
        add_told_inside,
        add_turns,
        check_attributions,
        draft_claims,
        draft_faint,
        find_faint_forms,
        find_inner,
        find_turns,
        list_said,
        name_speakers,
        tell_initials,
    )

    report = on_progress or (lambda step: None)
    rankings: list[summary.Ranking] = []

    def rank(document: Document) -> None:
        report("summarising")
        chosen = method or summary.DEFAULT_METHOD
        ranking = summary.rank(article, document.sentences, chosen, explained=False, tags=document.list_tags)
        rankings.append(ranking)

    document, attributions, names, notes = find_attributions(article, report, meanwhile=rank, begun=begun)
    turns = find_turns(document)
    if turns:
        attributions = add_turns(document, turns, attributions)
        turns = tell_initials(document, turns, names)
        names = name_speakers(document, turns, names)
    report("checking claims")
    checked = check_attributions(document, attributions)
    drafts = draft_claims(document, checked)
    people: list[tuple[Namings, Resolved]] = []
    outermost = drafts

    def find_people() -> None:
        people.append(_find_people(document, names, outermost, report))

    if is_english(article):
        report("finding claims within claims")
        drafts = add_inner(document, drafts, find_inner, find_people)
        forms = find_faint_forms(document)
        drafts = add_told_inside(document, drafts, forms)
    else:
        find_people()
    namings, resolved = people[0]
    labels = match_labels(namings, {turn.label: turn.inner for turn in turns if turn.inner is not None})
    behind, referents = find_voices(document, drafts, namings, resolved, labels)
    if is_english(article):
        faint = choose_guesses(document, namings, draft_faint(document, drafts, checked, forms))
        if faint:
            theirs, _ = find_voices(document, faint, namings, resolved, labels, referents)
            drafts, behind = add_likely(document, namings, (drafts, behind), (faint, theirs))
    said = list_said(document, drafts)
    drafts, behind = tuple(drafts[i] for i in said), [behind[i] for i in said]
    pronouns = {**resolved.pronouns, **list_pronouns(document, referents)}
    actors, claims = build_actors(document, namings, pronouns, drafts, behind)
    found = Analysis(document.sentences, actors, claims, stats=count_stats(article, claims))
    ranking, least = rankings[0], 0
    if voices:
        ranking = summary.add_voices(article, found, ranking)
        least = summary.count_voices(found, ranking)
    picked = summary.cut_suiting(ranking, count=sentences, words=words, least=least)
    notes = (*notes, *summary.note_language(article), *summary.note_length(ranking, picked, sentences, words))
    return replace(found, summary=picked, notes=notes)


def _find_people(
    document: Document, names: Sequence[Name], drafts: Sequence[Draft], report: Progress
) -> tuple[Namings, Resolved]:
    """Who is named, in what role, and whom he and she stand for; `drafts` are the outermost claims."""
    from reader.analysis.actors import cluster_names, find_described, find_roles, lay_namings, resolve_pronouns

    report("finding actors")
    clusters = cluster_names(document, names, (span for draft in drafts for span in draft.source))
    spans = find_roles(document, clusters)
    roles = [None if span is None else " ".join(document.article.words_of(span).split()) for span in spans]
    report("finding who he and she are")
    sayings = [(source, draft.content) for draft in drafts for source in draft.source]
    resolved = resolve_pronouns(document, clusters, sayings)
    namings = lay_namings(clusters, roles)
    described = find_described(document, sayings, namings, resolved)
    if described:
        resolved = resolve_pronouns(document, clusters, sayings, described=described)
    return namings, resolved


def import_rooms(article: Article) -> None:
    """Import what the analysis of an article needs, while the tagger's network is loaded in a thread of its own."""
    if is_english(article):
        from reader.analysis.tagger import load_beside

        load_beside()
    from reader.analysis import actors, claims, names, summary  # noqa: F401


def is_english(article: Article) -> bool:
    """Whether an article is in the language that the tagger and the rules for claims read."""
    return _language_of(article) == "en"


def _language_of(article: Article) -> str:
    return article.language.split("-")[0]


def find_attributions(
    article: Article,
    report: Progress = lambda step: None,
    meanwhile: Callable[[Document], None] = lambda document: None,
    begun: Begun | None = None,
) -> tuple[Document, Sequence[Attribution], Sequence[Name], tuple[str, ...]]:
    """The document with its attributions and names: by the trained tagger, checked by the rules; by the rules alone
    where it cannot run.

    The tagger's network reads in threads of its own while sentences are split, words tagged and names looked for here;
    and `meanwhile` does what else needs the document alone.
    """
    from reader.analysis.claims import (
        begin_tagging,
        choose_vouched,
        complete_sources,
        find_by_rules,
        find_quoted,
        find_tagged,
        merge_attributions,
    )
    from reader.analysis.document import read_document, split_sentences
    from reader.analysis.names import (
        add_employers,
        add_peers,
        add_peoples,
        add_short_forms,
        add_speaking,
        complete_names,
        cut_at_titles,
        find_names,
        join_forces,
        join_inserted,
        join_names,
        join_over_and,
        mend_edges,
        settle_headlines,
        spell_out,
    )
    from reader.analysis.tagger import TaggerUnavailable

    def tell_windows(done: float) -> None:
        report(f"finding claims: {done:.0%}")

    report("splitting sentences")
    english = is_english(article)
    note = f"claims in this language ({_language_of(article)}) are its quotations alone; their speakers are not told"
    if english:
        try:
            begun = begun or begin_tagging(article)
        except TaggerUnavailable:
            note = "claims were found by rules alone: the trained tagger is not installed"
    try:
        sentences = split_sentences(article)
        report("looking at words")
        document = read_document(article, sentences)
        ruled = find_names(document)
        meanwhile(document)
        report("finding claims")
        if begun is None:
            names = settle_headlines(document, ruled)
            if english:
                return document, find_by_rules(document), names, (note,)
            return document, find_quoted(document), choose_vouched(names), (note,)
        found = find_tagged(document, begun, tell_windows)
    finally:
        if begun is not None:
            begun.cancel()
    document = document.point_back(cache(found.look_back))
    report("sorting names")
    joined = cut_at_titles(document, join_names(document, found.names, ruled))
    whole = join_over_and(document, complete_names(document, joined, ruled))
    names = settle_headlines(document, mend_edges(document, join_inserted(document, whole)))
    report("matching claims with quotation marks")
    attributions = merge_attributions(document, found.attributions, found.loose)
    sources = (span for one in attributions for span in one.source)
    certain = add_short_forms(document, add_peoples(document, add_employers(document, names, ruled)))
    certain = spell_out(document, certain)
    named = add_speaking(document, add_peers(document, join_forces(document, certain)), sources)
    attributions = complete_sources(attributions, [name.span for name in named])
    return document, attributions, found.weigh_names(named), ()


def count_stats(article: Article, claims: Sequence[Claim]) -> Stats:
    """Counts for the JSON and the status line; an empty text takes no time to read."""
    words = spaced(article.text).split()
    marks = [word for word in words if not word[0].isalnum() and not any(map(str.isalnum, word))]
    outer = [claim for claim in claims if claim.within is None]
    kinds = [claim.kind for claim in outer]
    return Stats(
        words=len(words) - len(marks),
        reading_minutes=-(-(len(words) - len(marks)) // _WORDS_A_MINUTE),
        direct=kinds.count("direct"),
        indirect=kinds.count("indirect"),
        mixed=kinds.count("mixed"),
        unattributed=sum(claim.speaker is None for claim in outer),
        inner=len(claims) - len(outer),
    )
