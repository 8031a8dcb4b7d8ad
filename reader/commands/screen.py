"""`reader SOURCE`: the article on the screen, after the mistakes that need no screen have been told."""

import gc
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

from reader.commands import streams
from reader.commands.problems import told
from reader.commands.sources import stdin_bytes, take_keys_from_terminal

if TYPE_CHECKING:
    from reader.app.state.laid import How

_DUMB = ("dumb", "")
"""What TERM says of a terminal on which no screen can be drawn."""
_WATCH = "terminal"
"""The thread that waits for the terminal to be closed; it holds nothing that must not be left."""
_LONGEST_END = 30.0
"""Seconds after which a reader that was told to end does so in the middle of whatever holds it up: what was noted is
on the disk, and nobody sees it any more."""


def run(sources: Sequence[str], commands: Sequence[str], *, plain: bool = False, compare: "How | None" = None) -> int:
    """Open sources on the screen, or the home screen when there are none; gives the exit status.

    `commands` are the command names, to recognise a mistyped one; `compare` lays the sources side by side. With
    `plain`, and on a terminal that cannot be drawn on, they are read out line by line; into a file or a pipe they are
    printed whole, and what standard input brings is left to whom it is for.
    """
    dumb = _is_terminal(sys.stdout) and os.name == "posix" and os.environ.get("TERM", "") in _DUMB
    given = bool(sources) or not _is_terminal(sys.stdin)
    printed = not plain and compare is None and given and not _is_terminal(sys.stdout)
    plain = plain or dumb or printed
    problem = None if plain else _terminal_problem()
    if problem is not None:
        streams.complain(problem, sources[0] if sources else None)
        return 1
    for source in sources:
        missing = _missing(source, commands)
        if missing is not None:
            streams.complain(missing, source)
            return 1
    if plain:
        from reader.commands.plain import run as read_out

        return read_out(sources, hears=not printed)
    piped_in = any(source.partition("#")[0] == "-" for source in sources) or not (sources or _is_terminal(sys.stdin))
    piped = stdin_bytes() if piped_in else None
    if not _is_terminal(sys.stdin):
        try:
            take_keys_from_terminal()
        except OSError:
            source = "-" if piped is not None else sources[0]
            streams.complain(
                f"there is no terminal to read keys from; `reader text {source}` prints the article", source
            )
            return 1
    if not sources and piped:
        sources = ["-"]
    gc.disable()  # until the first screen, where nothing is garbage yet: a tenth of the time until it is painted
    from reader.app import run as show
    from reader.app.background.early_open import OpenedAhead

    is_one = bool(sources) and compare is None and not os.path.isdir(sources[0])
    ahead = OpenedAhead(sources[0], piped) if is_one else None
    ended_by: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        ended_by.append(number)
        if len(ended_by) == 1:  # a closed terminal is told by many; a second interrupt would break off the ending
            last = threading.Timer(_LONGEST_END, os._exit, (128 + number,))
            last.daemon = True
            last.start()
            signal.raise_signal(signal.SIGINT)  # which Textual answers by putting the terminal back

    signal.signal(signal.SIGTERM, end)
    if (hang_up := getattr(signal, "SIGHUP", None)) is not None:
        signal.signal(hang_up, end)  # also where a shell had it ignored: without its terminal the screen is nothing
        _watch_terminal(hang_up)
    try:
        with streams.drawing_where_stdout_is():
            status = show(list(sources), stdin=piped, ahead=ahead, compare=compare)
    except Exception as error:
        streams.complain(told(error))
        status = 1
    return _left(128 + ended_by[0], at_once=True) if ended_by else _left(status)


def _watch_terminal(hang_up: int) -> None:
    """Tell this process of a closed terminal where nobody does: what stands between them, as `make`, keeps it to itself
    and waits for the reader to end. One that does not answer, whatever holds it up, is ended from here."""
    poll = getattr(select, "poll", None)
    if poll is None:
        return
    terminal = poll()
    terminal.register(sys.stdin.fileno(), 0)

    def watch() -> None:
        if any(event & select.POLLHUP for _, event in terminal.poll()):
            os.kill(os.getpid(), hang_up)
            time.sleep(2 * _LONGEST_END)
            os._exit(128 + hang_up)

    threading.Thread(target=watch, name=_WATCH, daemon=True).start()


def _left(status: int, *, at_once: bool = False) -> int:
    """The exit status; where an analysis still runs, or `at_once`, the process ends here with it.

    Python would take a running model's libraries apart under its feet, which ends in a crash or a long wait; and told
    to end, it would be killed by a signal that comes again, or fail to write to a terminal that is closed.
    """
    if (children := sys.modules.get("reader.child_process")) is not None:
        children.stop_all()
    if at_once or any(thread.daemon and thread.name != _WATCH for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(status)
    return status


def _terminal_problem() -> str | None:
    if _is_terminal(sys.stdout):
        return None
    return "the screen needs a terminal; without one use `reader text`, `summary`, `claims` or `analyze` SOURCE"


def _missing(source: str, commands: Sequence[str]) -> str | None:
    """Why a path cannot be opened, when that can be told at once; None for a URL, "-" and what is there."""
    from reader.article import split_item

    source = split_item(source)[0]
    if source == "-" or "://" in source or os.path.lexists(os.path.expanduser(source)):
        return None
    from difflib import get_close_matches

    close = get_close_matches(source, commands, n=1)
    if close:
        return f"no such file, and no such command: did you mean `reader {close[0]}`?"
    return "no such file or directory; check the path, or give an http(s):// address"


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
