"""What was missed and what was found beside it, for `-v`."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.gate.actors import paired, same_role
from benchmarks.gate.claims import Compared, same_source, same_speaker
from benchmarks.gate.marks import MarkedActor
from benchmarks.gate.pages import Page, paragraphs, words
from reader.analysis import Actor, Claim
from reader.article import Article
from reader.article.model import Span

_CUT = 90


def print_claims(compared: Compared) -> None:
    """A line for each marked claim that is not found whole and right, and for each found one that nobody marked."""
    article = compared.marked.article

    def told(spans: Sequence[Span]) -> str:
        return " … ".join(article.words_of(span) for span in spans)

    def line(word: str, speaker: str | None, claim: Claim | None) -> None:
        if claim is not None:
            print(
                f"  {word:8}", speaker, "|", told(claim.source), "|", told(claim.cue), "|", told(claim.content)[:_CUT]
            )

    for index, want in enumerate(compared.marked.claims):
        if not want.asked_for:
            continue
        claim = compared.partner(index)
        if not want.content:
            fault = f"{want.id} is lost on the way to the text"
        elif claim is None:
            fault = "missed"
        elif not same_speaker(claim, want.speakers):
            fault = "speaker"
        elif not same_source(article, claim, want):
            fault = "source"
        elif claim.kind != want.kind or claim.type != want.type:
            fault = f"{claim.kind}, {claim.type} for {want.kind}, {want.type}"
        else:
            continue
        names = " or ".join(str(name) for name in want.speakers)
        print(f"  {fault:8}", names, "|", told(want.source), "|", told(want.cue), "|", told(want.content)[:_CUT])
        line("  found", claim.speaker_name if claim else None, claim)
    for claim in compared.extra:
        line("extra", claim.speaker_name, claim)
    for index, want in enumerate(compared.marked.claims):
        if want.within is not None and not want.optional and index not in compared.inner_pairs:
            print(
                "  no inner",
                *want.speakers,
                "|",
                told(want.source),
                "|",
                told(want.cue),
                "|",
                told(want.content)[:_CUT],
            )
    for claim in compared.inner_extra:
        line("inner +", claim.speaker_name, claim)


def print_actors(found: Sequence[Actor], marked: Sequence[MarkedActor]) -> None:
    """A line for each actor missed, found besides, or found with another kind or role."""
    partner = paired(found, marked)
    for index, want in enumerate(marked):
        if want.optional:
            continue
        if index not in partner:
            print("  no actor", want.name, want.kind)
            continue
        actor = found[partner[index]]
        if actor.kind != want.kind:
            print("  kind    ", want.name, "is a", want.kind, "not a", actor.kind)
        if (want.roles or actor.role) and not same_role(actor.role, want.roles):
            print("  role    ", want.name, "is", " or ".join(want.roles) or "nothing", "not", actor.role)
    for j, actor in enumerate(found):
        if j not in partner.values():
            print("  no mark ", actor.name, actor.kind)


def print_page(page: Page, article: Article | None) -> None:
    """A line for each paragraph lost or found besides, and each fact that differs."""
    if article is None:
        print(f"\n{page.name}: not read")
        return
    wanted = Counter(map(words, page.body))
    found = Counter(map(words, paragraphs(article)))
    facts = [
        (name, want, have)
        for name, want, have in (
            ("title", page.title, article.title),
            ("byline", page.byline, article.byline),
            ("published", (page.published or "")[:10], (article.published or "")[:10]),
            ("language", page.language, article.language),
            ("site", page.site, article.site),
            ("standfirst", page.standfirst, next(article.texts(frozenset(("standfirst",))), None)),
            ("captions", page.captions, tuple(article.texts(frozenset(("caption",))))),
        )
        if want not in (have, None, ())
    ]
    if wanted == found and not facts:
        return
    print(f"\n{page.name}")
    for name, want, have in facts:
        print(f"  {name}: {want!r} expected, {have!r} found")
    for text in wanted - found:
        print("  lost ", text[:_CUT])
    for text in found - wanted:
        print("  extra", text[:_CUT])
