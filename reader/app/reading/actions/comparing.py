"""Laying the article beside another: one that is open, one still to be opened, an earlier edition, a record."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.messages import Compare
from reader.app.reading.room import Command, Room
from reader.app.screens.dialogs import Choice
from reader.app.screens.question import Question
from reader.app.state.laid import How, Subject

Way = tuple[Choice, Callable[[], object]]


class CompareActions(Room):
    """Side by side with another text."""

    SECTION = "Page and program"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "compare", "Compare with …", False, id="reading.compare"),
    ]

    def action_compare(self) -> None:
        """Choose what to lay beside the article."""
        ways = list(self._ways())
        self.ask("Compare this article with …", [choice for choice, _ in ways], lambda index: ways[index][1]())

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
