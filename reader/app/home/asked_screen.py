"""A screen of rows that are asked for: filled anew beside the keys, changed by them, and told when that is done."""

from collections.abc import Awaitable, Callable
from functools import partial

from reader.app.background.beside import work_beside
from reader.app.screens.scene import Scene
from reader.library.problems import LibraryError


class AskedScreen(Scene[None]):
    """What the home screen and the feeds have in common."""

    async def load(self) -> None:
        """Ask for what is shown, and show it."""
        raise NotImplementedError

    def begin_load(self) -> None:
        """Load beside the keys; a load that is on its way is given up."""
        work_beside(self, self.load, group="load", exclusive=True)

    def change(self, make: Callable[[], Awaitable[str]]) -> None:
        """Make a change, which gives what to say of it; that is said when it is on the disk."""
        work_beside(self, partial(self._changed, make))

    async def _changed(self, make: Callable[[], Awaitable[str]]) -> None:
        try:
            words = await make()
        except LibraryError as error:
            self.tell_problem(str(error))
            return
        await self.load()
        if words:
            self.notify(words, markup=False)

    def tell_problem(self, words: str) -> None:
        """Say why something could not be had or done."""
        self.notify(words, severity="warning", markup=False)
