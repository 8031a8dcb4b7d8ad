"""The screen: Textual app, screens, widgets, commands, themes, clipboard.

`run` is the only way in. Nothing here imports nltk, sumy, numpy or trafilatura before the article is painted.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.background.early_open import OpenedAhead
    from reader.app.state.laid import How

__all__ = ["run"]


def run(
    sources: Sequence[str],
    *,
    stdin: bytes | None = None,
    ahead: "OpenedAhead | None" = None,
    compare: "How | None" = None,
) -> int:
    """Open sources on the screen, or the home screen when there are none, and give the exit status.

    `ahead` is the first source where it is being opened already; `compare` lays the sources side by side. `stdin` holds
    the bytes for the source "-"; keys are read from the terminal, which the caller has put back as standard input. A
    fault of our own is raised once the terminal is as it was, for the caller to tell in one line.
    """
    from rich.console import Console

    from reader.app.app import ReaderApp
    from reader.app.background.work import Work
    from reader.app.start import starting_point

    work = Work()
    if ahead is not None:
        work = Work(open=ahead.open, beginning=ahead.beginning, at_once=ahead.at_once, at_hand=ahead.at_hand)
    app = ReaderApp(sources, stdin=stdin, work=work, start=starting_point(), compare=compare, ahead=True)
    app.error_console = Console(quiet=True)
    app.run()
    if app.desk is not None:
        app.desk.finish()  # what was changed last is on the disk before the program ends
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
