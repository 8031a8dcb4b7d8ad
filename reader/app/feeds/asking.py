"""The feeds asked for what is new, beside the screen: told as it goes, and given up when it is not wanted any more."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.library.problems import LibraryError

if TYPE_CHECKING:
    from reader.analysis.model import Analysis
    from reader.article.model import Article
    from reader.feeds import Feed, Feeds, Outcome


class Asking:
    """One refresh at a time, in a thread of its own. `tell` is called in that thread whenever it has gone on, and
    `analyse` where a text names somebody who is watched for."""

    def __init__(self, analyse: "Callable[[Article], Analysis]", tell: Callable[[], None]) -> None:
        self.analyse = analyse
        self.tell = tell
        self.asked = self.of = self.fresh = 0
        self.problems: list[str] = []
        self.is_on = False
        self.ended = 0
        """How many refreshes came to their end."""

        self._stop = threading.Event()

    def begin(self, feeds: "Callable[[], Feeds]", chosen: "Sequence[Feed] | None") -> bool:
        """Ask these feeds, or all that are due; False while others are asked."""
        if self.is_on:
            return False
        self.is_on, self.asked, self.of, self.fresh, self.problems = True, 0, 0, 0, []
        self._stop.clear()
        threading.Thread(target=self._run, args=(feeds, chosen), name="reader-asking", daemon=True).start()
        return True

    def stop(self) -> None:
        """Ask no more; what has come stays."""
        self._stop.set()

    def _run(self, make: "Callable[[], Feeds]", chosen: "Sequence[Feed] | None") -> None:
        from reader.feeds.refresh import Stopped

        try:
            feeds = make()
            ready, _ = feeds.due(chosen, soon=chosen is not None)
            self.of = len(ready)
            self.tell()
            feeds.refresh(ready, on_outcome=self._came, wanted=self._is_wanted, analysing=self.analyse)
        except Stopped:
            pass
        except LibraryError as error:
            self.problems.append(str(error))
        except Exception as error:
            self.problems.append(f"the feeds could not be asked ({type(error).__name__}: {error})".splitlines()[0])
        self.is_on = False
        self.ended += 1
        self.tell()

    def _is_wanted(self) -> bool:
        return not self._stop.is_set()

    def _came(self, outcome: "Outcome") -> None:
        self.asked += 1
        self.fresh += len(outcome.items)
        if outcome.problem:
            self.problems.append(f"{outcome.title}: {outcome.problem}")
        self.tell()

    @property
    def words(self) -> str:
        """What is done, for the foot."""
        new = f" · {self.fresh} new" if self.fresh else ""
        return f"asking {self.asked} of {self.of}{new}" if self.of else "asking …"
