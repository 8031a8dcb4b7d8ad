"""What goes out: results to stdout, one-line messages to stderr, and nothing that can drive a terminal."""

import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast


class OutputClosed(Exception):
    """The reader of stdout went away (`reader analyze ... | head -1`)."""


class OutputFailed(Exception):
    """stdout took no more, a full disk for instance; the message says why."""


def prepare() -> None:
    """Make stdout and stderr write UTF-8 whatever the locale, and keep libraries' warnings off stderr.

    A lone surrogate (a file name that is no UTF-8) is written `\\udcff`, which is also its spelling in JSON.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not sys.warnoptions and not debugging():
        import warnings

        warnings.simplefilter("ignore")


def quieten_libraries() -> None:
    """Keep log lines of libraries off stderr, which carries one line for each error and nothing else."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())


def debugging() -> bool:
    """Whether the user asked for tracebacks of internal errors (`READER_DEBUG=1`)."""
    return os.environ.get("READER_DEBUG", "") not in ("", "0")


def write(text: str) -> None:
    """Write to stdout and flush. Raises OutputClosed or OutputFailed."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise OutputClosed from None
    except OSError as error:
        raise OutputFailed(error.strerror or type(error).__name__) from None


def columns() -> int:
    """Cells in a line of stdout: the terminal's, and 100 where there is none."""
    return max(40, shutil.get_terminal_size((100, 24)).columns) if sys.stdout.isatty() else 100


def abandon_stdout() -> None:
    """Point stdout at nothing, so that Python's own last flush cannot complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def drawing_where_stdout_is() -> Iterator[None]:
    """Point stderr, on which Textual draws, at stdout's terminal, and after that back at the file it was sent to.

    A terminal that is closed meanwhile takes what is drawn on it without complaint.
    """
    before = None if os.name == "nt" or os.isatty(2) else os.dup(2)
    if before is not None:
        os.dup2(1, 2)
    if sys.__stderr__ is None:
        sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    real = sys.__stderr__
    assert real is not None
    sys.__stderr__ = cast(TextIO, _Closable(real))  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        sys.__stderr__ = real  # type: ignore[misc]
        with suppress(OSError, ValueError):
            real.flush()
        if before is not None:
            os.dup2(before, 2)
            os.close(before)


class _Closable:
    """A terminal that may be closed under what is drawn on it: the thread in which Textual writes would end with an
    error, and the program wait for that thread for ever."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def complain(message: str, source: str | None = None) -> None:
    """One line on stderr: `reader: SOURCE: message`."""
    parts = ("reader", message) if source is None else ("reader", source, message)
    tell(": ".join(printable(part) for part in parts))


def tell(line: str) -> None:
    """A line on stderr; lost silently when nobody can read it."""
    with suppress(OSError, ValueError):
        print(line, file=cast(TextIO, sys.stderr), flush=True)


def printable(text: str) -> str:
    """Text on one line, with every character that does not print (controls, bidi marks) spelled out."""
    flat = " ".join(text.split())
    if flat.isprintable():
        return flat
    from reader.article.text.safe import can_be_shown

    return "".join(c if can_be_shown(flat, at) else ascii(c)[1:-1] for at, c in enumerate(flat))


def internal_error(error: BaseException) -> str:
    """What to tell the user of a fault of our own; prints its traceback under `READER_DEBUG=1`."""
    if debugging():
        tell("".join(traceback.format_exception(error)).rstrip())
    name, detail = type(error).__name__, str(error)
    what = f"{name}: {detail}" if detail else name
    return f"internal error, {what} (READER_DEBUG=1 shows more)"
