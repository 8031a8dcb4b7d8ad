"""Which articles are open, from which lists, and which of them is shown: one frozen value, and how it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.article.model import Article, Item
from reader.article.text.safe import safe_text

if TYPE_CHECKING:
    from reader.app.reading.session import Session
    from reader.app.state.laid import Subject


@dataclass(frozen=True, slots=True)
class OpenArticles:
    """`sources` are walked in this order, `at` is the index of the one shown.

    `sessions` holds what was read of a source, `lists` the feeds and books that were opened, and `listed_by` the list
    that an article was picked from.
    """

    sources: tuple[str, ...] = ()
    at: int = 0
    sessions: Mapping[str, Session] = field(default_factory=dict)
    lists: Mapping[str, Article] = field(default_factory=dict)
    listed_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The source that is shown, or "" while nothing is open."""
        return self.sources[self.at] if self.sources else ""

    @property
    def place(self) -> str:
        """ "2 of 5", or "" where there is nothing to walk to."""
        return f"{self.at + 1} of {len(self.sources)}" if len(self.sources) > 1 else ""

    @property
    def list_shown(self) -> str:
        """The list that is shown or that the shown article was picked from, or ""."""
        return self.shown if self.shown in self.lists else self.listed_by.get(self.shown, "")

    def title_of(self, source: str) -> str:
        """A source's title where it was opened and has one, else its own name."""
        article = self.sessions[source].reading.article if source in self.sessions else self.lists.get(source)
        return (article.title if article else None) or safe_text(source, lines=False)

    def items_of(self, listed_by: str) -> tuple[Item, ...]:
        """What a list holds; for "", all that is open."""
        if listed_by in self.lists:
            return self.lists[listed_by].items
        return tuple(Item(source, self.title_of(source)) for source in self.sources)

    def at_hand(self, subjects: Sequence[Subject]) -> tuple[Subject, ...]:
        """Subjects of a comparison, those that are open with their article and what was found in it."""
        found = []
        for subject in subjects:
            session = self.sessions.get(subject.source)
            if subject.article is None and session is not None:
                subject = replace(subject, article=session.reading.article, analysis=session.reading.analysis)
            found.append(subject)
        return tuple(found)

    def show(self, source: str) -> OpenArticles:
        """Stand at a source, which goes to the end where it is not open."""
        if source not in self.sources:
            return replace(self, sources=(*self.sources, source), at=len(self.sources))
        return replace(self, at=self.sources.index(source))

    def step(self, direction: int) -> OpenArticles:
        """Stand at the next (1) or previous (-1) source, round and round."""
        return replace(self, at=(self.at + direction) % len(self.sources)) if self.sources else self

    @property
    def next_unopened(self) -> str:
        """The source that the walk comes to next, "" where it is open already or would have to be fetched or piped."""
        source = self.step(1).shown
        listed = self.lists.get(self.listed_by.get(source, ""))
        item = next((item for item in listed.items if item.source == source), None) if listed else None
        is_here = "://" not in source and source.partition("#")[0] != "-" and (item is None or item.url is None)
        return source if is_here and source not in self.sessions and source not in self.lists else ""

    def insert(self, sources: Sequence[str]) -> OpenArticles:
        """Put sources behind the one that is shown, and stand at the first of them."""
        fresh = tuple(source for source in sources if source not in self.sources)
        place = self.at + 1 if self.sources else 0
        return replace(self, sources=(*self.sources[:place], *fresh, *self.sources[place:])).show(sources[0])

    def hold(self, source: str, session: Session) -> OpenArticles:
        """Remember what is read of a source."""
        return replace(self, sessions={**self.sessions, source: session})

    def hold_list(self, source: str, article: Article) -> OpenArticles:
        """Remember what a feed or a book holds."""
        return replace(self, lists={**self.lists, source: article})

    def pick(self, listed_by: str, source: str) -> OpenArticles:
        """Stand at an article of a list; the list's place among the sources is taken by its articles."""
        if listed_by not in self.lists or source in self.sources:
            return self.show(source)
        items = tuple(item.source for item in self.lists[listed_by].items if item.source not in self.sources)
        at = self.sources.index(listed_by) if listed_by in self.sources else len(self.sources)
        sources = (*self.sources[:at], *items, *self.sources[at + 1 :])
        return replace(self, sources=sources, listed_by={**self.listed_by, **dict.fromkeys(items, listed_by)}).show(
            source
        )

    def drop(self, source: str) -> OpenArticles:
        """Leave out a source that did not open, and stand where it stood."""
        if source in self.sessions or source not in self.sources:
            return self
        sources = tuple(each for each in self.sources if each != source)
        return replace(self, sources=sources, at=min(self.at, max(0, len(sources) - 1)))
