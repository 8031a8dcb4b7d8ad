"""Short invented articles, and readable views of what analysis finds in them."""

import re
from collections.abc import Callable, Iterable

import pytest

from reader.analysis import Actor, Analysis, Claim
from reader.analysis.actors.clusters import Cluster, cluster_names
from reader.analysis.claims import Attribution
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.analysis.engine import analyse
from reader.analysis.model import ActorKind
from reader.analysis.names import Name
from reader.analysis.tagger import TaggerUnavailable
from reader.article import Article, article_from_text
from reader.article.model import Span


class Page:
    """A text below a headline, with its words tagged and nothing found in it yet; spans are of its first such words."""

    def __init__(self, text: str, headline: str = "Quay shut") -> None:
        self.article: Article = article_from_text(f"{headline}\n\n{text}\n")
        self.document = read_document(self.article, split_sentences(self.article))

    def span(self, words: str) -> Span:
        start = self.article.text.index(words, self.article.text.index("\n"))
        return start, start + len(words)

    def words(self, spans: tuple[Span, ...]) -> str:
        return " … ".join(map(self.article.words_of, spans))

    def say(self, source: str, cue: str, *contents: str, confidence: float = 0.8) -> Attribution:
        """The attribution of some words to who tells them, by a cue; who is nobody is ""."""
        said = (self.span(source),) if source else ()
        return Attribution(tuple(map(self.span, contents)), (self.span(cue),), said, confidence)

    def told(self, one: Attribution) -> tuple[str, str, str]:
        """Who tells it, the cue, and what is told."""
        return self.words(one.source), self.words(one.cue), self.words(one.content)

    def tell(self, names: Iterable[Name]) -> list[tuple[str, str]]:
        """Each name as (its words, its kind)."""
        return [(self.article.words_of(name.span), name.kind) for name in names]


class Read:
    """An article with its analysis, and the words behind its spans."""

    def __init__(self, text: str) -> None:
        self.article: Article = article_from_text(text)
        self.analysis: Analysis = analyse(self.article)

    def words(self, spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(map(self.article.words_of, spans))

    def said(self) -> list[tuple[str | None, str]]:
        """Each outermost claim as (speaker's name, content)."""
        return [(claim.speaker_name, self.words(claim.content)) for claim in self.analysis.outer]

    def speakers(self) -> list[str | None]:
        return [claim.speaker_name for claim in self.analysis.outer]

    def chains(self) -> list[tuple[list[str | None], str]]:
        """Each inner claim as (speakers' names, the outermost last, and content)."""
        return [
            ([link.speaker_name for link in self.analysis.chain(claim)], self.words(claim.content))
            for claim in self.analysis.claims
            if claim.within is not None
        ]

    def sources(self, claim: Claim) -> list[str]:
        """The sources' own words of a claim and of those around it."""
        return [self.words(link.source) for link in self.analysis.chain(claim)]

    def claim(self, content: str) -> Claim:
        """The last claim with these words."""
        found = [claim for claim in self.analysis.claims if content in self.words(claim.content)]
        assert found, self.said()
        return found[-1]

    def actor(self, name: str) -> Actor:
        return next(actor for actor in self.analysis.actors if actor.name == name)

    def names(self) -> list[str]:
        return [actor.name for actor in self.analysis.actors]


def speaker(text: str, content: str) -> str | None:
    """The name of who says the claim with these words, as it is shown."""
    return Read(text).claim(content).speaker_name


Reads = Callable[[str], Read]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Reads by the rules alone, as on a machine where the trained tagger cannot run."""

    def unavailable(*given: object, **named: object) -> None:
        raise TaggerUnavailable("switched off by a test")

    monkeypatch.setattr("reader.analysis.tagger.begin", unavailable)
    return Read


SHARES: dict[ActorKind, tuple[float, ...]] = {
    "person": (0.02, 0.94, 0.02, 0.02),
    "organisation": (0.02, 0.02, 0.94, 0.02),
    "place": (0.02, 0.02, 0.02, 0.94),
}


def cluster(text: str, read: bool = False, **kinds: str) -> list[Cluster]:
    """The clusters of the names listed by kind, parted by slashes; `read`: as surely as by the tagger."""
    page = Page(text)
    names: list[Name] = []
    forms = [(form, kind) for kind in SHARES for form in kinds.get(kind, "").split("/") if form]
    for form, kind in sorted(forms, key=lambda one: -len(one[0])):
        for found in re.finditer(rf"\b{re.escape(form)}\b", page.document.article.text):
            if not any(one.span[0] <= found.start() < one.span[1] for one in names):
                names.append(Name(found.span(), kind, 0.9, SHARES[kind] if read else ()))
    return list(cluster_names(page.document, sorted(names, key=lambda one: one.span)))
