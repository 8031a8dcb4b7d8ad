"""An article and its claims as sentences to be heard: one claim reads "Ann Lee, mayor, said: “…”"."""

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article, Block
from reader.article.text.counted import many
from reader.export.cells import make_visible
from reader.export.citation import show_date
from reader.export.claim_words import (
    cue_text,
    is_denied,
    quoted_text,
    reported_sentence,
    reported_words,
    speaker_name,
    speaker_role,
    told_by,
)

_BEFORE_THE_NAME = ("according to", "in the words of", "in the view of", "as per", "per")
"""Cues that stand before who says it."""

_ANNOUNCED = {"heading": "Heading: ", "caption": "Caption: ", "table": "Table: "}
"""What a listener is told of a block that is no running text."""


def facts(article: Article) -> str:
    """Outlet, authors and date on one line, each only where it is known."""
    by = f"By {', '.join(article.byline)}" if article.byline else ""
    known = (article.site or "", by, show_date(article.published) or "")
    return ". ".join(make_visible(each) for each in known if each)


def paragraph(article: Article, block: Block) -> list[str]:
    """The words of a block, a line for each of its own; what is no running text is announced."""
    lines = [make_visible(line) for line in article.words_of(block.span).split("\n")]
    lines = [line for line in lines if line]
    return [_ANNOUNCED.get(block.kind, "") + lines[0], *lines[1:]] if lines else []


def claim(article: Article, analysis: Analysis, said: Claim) -> str:
    """Who says it, in which role and by way of whom, the cue, and the words.

    Of what was denied the article's own words are given, since the cue alone may turn them into their opposite.
    """
    role, cue = speaker_role(analysis, said), cue_text(article, said)
    who = speaker_name(analysis, said) + (f", {role}" if role else "") + told_by(analysis, said)
    if is_denied(article, said):
        account = reported_words(article, said) or reported_sentence(article, analysis, said, limit=2_000)
        return make_visible(f"{who}: {account or article.words_of(said.span)}")
    words = quoted_text(article, said)
    bare = cue.strip(" :,")
    if bare.casefold().startswith(_BEFORE_THE_NAME):
        return make_visible(f"{bare[:1].upper()}{bare[1:]} {who}: {words}")
    between = (", " if role or said.within else " ") + bare if bare else ""
    return make_visible(f"{who}{between}: {words}")


def actor(found: Actor, claims: int) -> str:
    """An actor's name and role, and how many claims are theirs."""
    count = many(claims, "claim")
    return make_visible(", ".join(filter(None, (found.name, found.role, count))))
