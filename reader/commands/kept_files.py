"""Files of a folder that is written again and again: what the user changed in one, or wrote below it, stays."""

import hashlib
import re
from pathlib import Path

from reader.commands import streams
from reader.commands.out_file import write_file

_LINE = "<!-- Below this line is yours: it stays when Reader writes what is above it anew ({}). -->"
_MARK = re.compile("^" + re.escape(_LINE).replace(r"\{\}", "([0-9a-f]{12})") + r"[ \t]*\r?$", re.MULTILINE)


def write_note(path: Path, text: str, *, over: bool) -> bool:
    """Write a note above the line below which it is the user's, and keep what stands there; gives whether it was
    written.

    One in which the user changed what Reader wrote is left as it is and told, unless it may be written `over`.
    """
    earlier = _earlier(path)
    yours = "\n"
    if earlier is not None and earlier != text:
        mark = _MARK.search(earlier)
        if mark is not None:
            yours = earlier[mark.end() :]
            is_ours = _digest(earlier[: mark.start()]) == mark[1]
        else:  # a note of an earlier Reader, which wrote no such line
            is_ours = earlier.startswith(text)
            yours += earlier[len(text) :] if is_ours else ""
        if not (is_ours or over):
            tell_left(path)
            return False
    write_file(path, (text, "\n", _LINE.format(_digest(text)), yours))
    return True


def write_unless_changed(path: Path, text: str, *, over: bool) -> bool:
    """Write a file where none stands that says something else, which is left as it is and told, unless it may be
    written `over`; gives whether it was written."""
    earlier = _earlier(path)
    if earlier is not None and earlier != text and not over:
        tell_left(path)
        return False
    write_file(path, (text,))
    return True


def _earlier(path: Path) -> str | None:
    """What stands in a file, "" where that is no text; None where there is none (a pipe is none)."""
    if not path.is_file():
        return None
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""


def tell_left(path: Path) -> None:
    """Say of a file that it was left as it is."""
    streams.complain("says something else than what was to be written, and was left; --force writes over it", str(path))


def _digest(text: str) -> str:
    """What tells a note from every other, whatever its line ends and the blanks at its end."""
    return hashlib.sha256(text.replace("\r\n", "\n").rstrip().encode()).hexdigest()[:12]
