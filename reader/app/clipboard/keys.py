"""What the terminal sends, read so that nothing inside a paste is taken for keys."""

import re
from collections.abc import Iterable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~])?")


class TerminalParser(XTermParser):
    """Textual's, without the escape sequences of pasted text: up to 32 characters behind each would be keys to it.

    Most terminals leave them out of a paste, tmux does not.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._last = ""
        self._pasted: list[str] = []
        self._is_pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """The messages of what was read; "" is the end of all."""
        told = self._without_escapes(data) if data else ""
        if not told and data:
            return ()
        return super().feed(told)

    def _without_escapes(self, data: str) -> str:
        """What was read, less a paste that has not ended yet."""
        told: list[str] = []
        while data:
            mark = _END if self._is_pasting else _BEGIN
            known = len(self._last)
            at = (self._last + data).find(mark)
            stop = len(data) if at < 0 else at + len(mark) - known
            (self._pasted if self._is_pasting else told).append(data[:stop])
            self._last = (self._last + data)[1 - len(mark) :] if at < 0 else ""
            data = data[stop:]
            if at >= 0:
                if self._is_pasting:
                    told += _ESCAPE.sub("", "".join(self._pasted)[: -len(_END)]), _END
                    self._pasted = []
                self._is_pasting = not self._is_pasting
        return "".join(told)


def read_by(driver: type[Any]) -> None:
    """Have a driver of Textual's read by this parser, where it reads a terminal."""
    read = getattr(driver, "run_input_thread", None)
    if read is not None and "XTermParser" in read.__globals__:
        read.__globals__["XTermParser"] = TerminalParser
