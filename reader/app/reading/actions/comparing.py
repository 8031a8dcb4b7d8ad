"""Laying the article beside another: one that is open, one still to be opened, an earlier edition, a record; and who
else in the library carries a quotation."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.background.beside import work_beside
from reader.app.messages import Compare, OpenKept
from reader.app.reading.room import Command, Room
from reader.app.screens.dialogs import Choice, Way, offer
from reader.app.screens.question import Question
from reader.app.state.laid import How, Subject
from reader.app.widgets.wrapping import shortened
from reader.export.claim_words import with_denial
from reader.library.model import Said
from reader.library.problems import LibraryError

_MOST_ELSEWHERE = 20
_SHOWN_WORDS = 44


class CompareActions(Room):
    """Side by side with another text."""

    SECTION = "Page and program"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "compare", "Compare with …", False, id="reading.compare"),
        Binding("T", "elsewhere", "Who else carries this claim", False, id="reading.elsewhere"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "elsewhere":
            return self.desk is not None
        return super().check_action(action, parameters)

    def action_elsewhere(self) -> None:
        """Look in the library for who else carries the words selected, else those of the current claim."""
        claim = self.now.current_claim
        spans = (self.article_view.selected_span,) if self.article_view.selected_span else claim and claim.content
        if not spans:
            self.say("Stand at a claim (n) or select words (v) first.")
            return
        words = " ".join(self.now.article.words_of(span) for span in spans if span)
        work_beside(self, partial(self._look_elsewhere, words), group="elsewhere", exclusive=True)

    async def _look_elsewhere(self, words: str) -> None:
        if self.desk is None:
            return
        own = self.session.entry.number if self.session.entry else None
        try:
            like = await self.desk.ask(lambda library: library.like(words, limit=_MOST_ELSEWHERE))
        except LibraryError as error:
            self.say(str(error))
            return
        if not (self.is_there and self.app.screen is self):
            return
        found = [(share, said) for share, said in like if said.entry != own]
        if not found:
            self.say("Nobody else in the library carries these words.")
            return

        def told(share: float, said: Said) -> Choice:
            quoted = shortened(with_denial(said.denial, " ".join(said.words.split())), _SHOWN_WORDS)
            facts = (said.site or said.title or "", said.day, said.speaker, "" if share == 1 else f"{share:.0%} of it")
            return Choice(quoted, " · ".join(" ".join(fact.split()) for fact in facts if fact))

        rows = [told(share, said) for share, said in found]
        self.ask(
            "Who else carries this",
            rows,
            lambda index: self.post_message(OpenKept(found[index][1].entry, found[index][1].span)),
            remark="enter opens it there",
        )

    def action_compare(self) -> None:
        """Choose what to lay beside the article."""
        offer(self.app, "Compare this article with …", list(self._ways()))

    def _ways(self) -> Iterator[Way]:
        if (before := self.session.before) is not None:
            kept = Subject(self.session.source, before.article, before.analysis, name="the kept edition")
            words = "what changed since it was kept"
            yield (
                Choice("the edition kept before", words),
                lambda: self.post_message(Compare((kept, self._own()), "editions")),
            )
        others = [item for item in self.session.others() if item.source != self.session.source]
        for item in others[:12]:
            yield Choice(item.title, "open"), partial(self._compare, item.source, "articles")
        if len(others) > 1:
            words = f"all {len(others) + 1} that are open"
            yield Choice(words, "who carries what"), partial(self._compare_all, [item.source for item in others])
        yield Choice("another article", "a file or an address"), partial(self._ask, "Compare with:", "articles")
        yield Choice("an earlier edition", "of the same page"), partial(self._ask, "Earlier edition:", "editions")
        yield Choice("a record", "transcript, speech, letter, release"), partial(self._ask, "Record:", "record")

    def _ask(self, title: str, how: How) -> None:
        def take(answer: str) -> str:
            if problem := self.work.missing(answer):
                return problem
            self._compare(answer, how)
            return ""

        self.app.push_screen(Question(title, take, placeholder="path or https://…", paths=True))

    def _own(self) -> Subject:
        return Subject(self.session.source, self.now.article, self.now.analysis)

    def _compare(self, source: str, how: How) -> None:
        pair = (Subject(source), self._own()) if how == "editions" else (self._own(), Subject(source))
        self.post_message(Compare(pair, how))

    def _compare_all(self, sources: list[str]) -> None:
        self.post_message(Compare([self._own(), *map(Subject, sources)]))

    def commands(self) -> Iterator[Command]:
        yield Command("Check quotations against a record", "side by side", partial(self._ask, "Record:", "record"))
        yield Command("Compare with an earlier edition", "as one text", partial(self._ask, "Earlier:", "editions"))
        yield from super().commands()
