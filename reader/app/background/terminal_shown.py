"""What stands on the terminal already is not written again: Textual paints the whole screen for each step in which a
layout changes, three times for a panel that slides in, and over a slow line that is waited for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

if TYPE_CHECKING:
    from textual.driver import Driver

_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_STYLE = re.compile(r"\x1b\[[0-9;:]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)")
"""Colours and links, each of which a piece of a painting turns off again."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

_UNSEEN = re.compile(r"(?:\x1b\[\?2026[hl]|\x07|\x1b\][0-79][^\x07\x1b]*(?:\x07|\x1b\\))*")
"""What changes no cell: the marks around a painting, the bell, titles and the clipboard."""


class Shown:
    """The pieces of lines that were written last, as far as nothing was written over them."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[int, tuple[int, str]]] = {}

    def forget(self) -> None:
        """Know of nothing that is shown: all is written again."""
        self._lines.clear()

    def spared(self, written: str) -> str:
        """What of a painting has to be written. All else is written as it is, and what it leaves is not known."""
        pieces = _MOVE.split(written)
        if pieces[0] or len(pieces) == 1:
            if not _UNSEEN.fullmatch(written):
                self.forget()
            return written
        kept: list[str] = []
        for at in range(1, len(pieces), 3):
            line, column, words = pieces[at], pieces[at + 1], pieces[at + 2].rstrip("\n")
            if not words:
                continue
            plain = _STYLE.sub("", words)
            if _CONTROL.search(plain):
                self.forget()
                return written
            if not self._stands(line, int(column), words, plain):
                kept.append(f"\x1b[{line};{column}H{words}")
        if pieces[-1] == "":  # where the cursor is left
            kept.append(f"\x1b[{pieces[-3]};{pieces[-2]}H")
        return "".join(kept)

    def _stands(self, line: str, start: int, words: str, plain: str) -> bool:
        """Whether a piece stands there; from now on it does."""
        row = self._lines.setdefault(line, {})
        end = start + cell_len(plain)
        if row.get(start) == (end, words):
            return True
        for other in [other for other, (other_end, _) in row.items() if other < end and other_end > start]:
            del row[other]
        row[start] = end, words
        return False


def sparing(driver: type[Driver]) -> type[Driver]:
    """The same driver, which writes what is not shown yet."""

    class Sparing(driver):  # type: ignore[misc, valid-type]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.shown = Shown()

        def write(self, data: str) -> None:
            if spared := self.shown.spared(data):
                super().write(spared)

    return Sparing
