"""What is put into the queue from the home screen: addresses and paths, typed or pasted."""

import os
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from reader.app.background.beside import work_beside
from reader.app.background.desk import Desk
from reader.app.home.asked_screen import AskedScreen
from reader.app.screens.question import Question
from reader.library.problems import LibraryError


class Adding:
    """Asks on a screen for sources and puts them into the queue; `added` is done once some are in it."""

    def __init__(self, screen: AskedScreen, desk: Desk, added: Callable[[], Awaitable[None]]) -> None:
        self._screen = screen
        self._desk = desk
        self._added = added

    def ask(self) -> None:
        """Ask for addresses and paths."""

        async def take(answer: str) -> str:
            return await self._add(_sources(answer))

        def pasted(answer: Any) -> None:
            if answer is not None:
                work_beside(self._screen, partial(self._add_pasted, _sources(answer.text)))

        remark = "several may be pasted; enter adds"
        question = Question("Add:", take, placeholder="https://… or a path", remark=remark, paths=True, many=True)
        self._screen.app.push_screen(question, pasted)

    async def _add_pasted(self, sources: list[str]) -> None:
        if problem := await self._add(sources):
            self._screen.notify(problem, markup=False)

    async def _add(self, sources: list[str]) -> str:
        """Put sources into the queue; gives why some could not be, or ""."""
        problems = []
        for source in sources:
            try:
                await self._desk.ask(lambda library, source=source: library.add(source))  # type: ignore[misc]
            except LibraryError as error:
                problems.append(str(error))
        if added := len(sources) - len(problems):
            await self._added()
            self._screen.notify(f"✓ {added} added to the queue", markup=False)
        return " · ".join(problems)


def _sources(typed: str) -> list[str]:
    """The addresses and paths of what was typed or pasted: a line that is a file's path is one, blanks and all."""
    found: list[str] = []
    for line in map(str.strip, typed.splitlines()):
        found += [line] if line and os.path.exists(os.path.expanduser(line)) else line.split()
    return found
