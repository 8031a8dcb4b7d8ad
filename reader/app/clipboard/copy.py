"""Copying out of a terminal, by every road that may lead to a clipboard, and an honest word on which was taken.

The roads: the platform's own tool (pbcopy, wl-copy, xclip, xsel, clip.exe, Termux), tmux's buffer (which tmux sends
on to the terminal), OSC 52 through the terminal (wrapped for tmux and GNU screen), and a file as the last resort.
Only a tool's exit status proves anything, so words sent by OSC 52 are said to be sent, never to have arrived.
"""

import asyncio
import base64
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.app import App

from reader.app.settings.settings import state_file

OSC_LIMIT = 74_994
"""Bytes of text in one OSC 52: terminals take 100,000 characters with the escape and the base64, hterm for one."""

TIMEOUT = 3.0
"""Seconds that a tool gets before it is stopped and taken for failed."""

_SCREEN_CHUNK = 240
"""Characters in one DCS string under GNU screen, whose buffer for them is 256."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes the text on its standard input: its name, its arguments, the encoding it expects."""

    name: str
    arguments: tuple[str, ...] = ()
    encoding: str = "utf-8"


_TMUX = Tool("tmux", ("load-buffer", "-w", "-"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a copy: `words` tell all of it in one line; `short` is its size and the road where that has a
    name worth telling ("655 characters"), "" where the text reached no clipboard."""

    words: str
    short: str = ""


async def copy(text: str, *, app: App[Any], by: str = "auto") -> Outcome:
    """Copy the text and tell what was done; raises nothing.

    `by` is the setting `copy.by`: "terminal", "tool" or "file" for one road alone. "auto" takes the platform's tool
    where the screen is on this machine and tmux's buffer where tmux runs; where neither took the text, or the
    session is a remote one, it goes through the terminal; and what is too long for that is written to a file.
    """
    size = f"{len(text):,} character{'' if len(text) == 1 else 's'}"
    if not text:
        return Outcome("There is nothing to copy here.")
    if by == "file":
        return _to_file(text, size, "")
    done: list[str] = []
    failed: list[str] = []
    if by in ("auto", "tool"):
        remote = is_remote(os.environ) and by == "auto"
        for tool in [] if remote else tools(os.environ, sys.platform):
            problem = await _run(tool, text)
            if problem is None:
                done.append(f"with {tool.name}")
                break
            failed.append(problem)
        if os.environ.get("TMUX"):
            problem = await _run(_TMUX, text)
            if problem is None:
                done.append("to tmux's buffer (and on to the terminal where tmux may)")
            else:
                failed.append(problem)
    if done and not (by == "auto" and is_remote(os.environ)):
        return Outcome(f"Copied {size} {' and '.join(done)}.", size)
    if by in ("auto", "terminal"):
        problem = _through_terminal(text, app)
        if problem is None:
            copied = f"Copied {size} {' and '.join(done)}, and sent" if done else f"Sent {size}"
            words = f"{copied} to the terminal's clipboard (OSC 52; some terminals must be told to allow it)."
            return Outcome(words, f"{size} · sent to the terminal (OSC 52)")
        failed.append(problem)
    if done:
        return Outcome(f"Copied {size} {' and '.join(done)}; {'; '.join(failed)}.", size)
    if not failed:
        failed.append("no clipboard tool was found")
    return _to_file(text, size, "; ".join(failed))


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is somewhere else, so that this machine's clipboard is not the reader's."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def tools(environ: Mapping[str, str], platform: str) -> tuple[Tool, ...]:
    """The clipboard tools that fit this platform and display, best first; whether they are installed is not asked."""
    found: list[Tool] = []
    if platform == "darwin":
        found.append(Tool("pbcopy"))
    if environ.get("TERMUX_VERSION"):
        found.append(Tool("termux-clipboard-set"))
    if environ.get("WAYLAND_DISPLAY"):
        found.append(Tool("wl-copy"))
    if environ.get("DISPLAY"):
        found += [Tool("xclip", ("-selection", "clipboard", "-in")), Tool("xsel", ("--clipboard", "--input"))]
    if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        found.append(Tool("clip.exe", encoding="utf-16"))
    return tuple(found)


def osc52(text: str, environ: Mapping[str, str]) -> str:
    """The escape that asks the terminal to take the text, in what tmux and GNU screen need around it.

    Under tmux it comes twice: bare, which tmux takes into its buffer where `set-clipboard` is on, and wrapped, which
    it passes to the terminal where `allow-passthrough` is on. Raises ValueError where the text exceeds `OSC_LIMIT`.
    """
    data = text.encode("utf-8", errors="replace")
    if len(data) > OSC_LIMIT:
        raise ValueError(f"{len(data):,} bytes are more than the {OSC_LIMIT:,} that go through a terminal")
    escape = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if environ.get("TMUX"):
        doubled = escape.replace("\x1b", "\x1b\x1b")
        return f"{escape}\x1bPtmux;{doubled}\x1b\\"
    if environ.get("STY"):
        chunks = [escape[start : start + _SCREEN_CHUNK] for start in range(0, len(escape), _SCREEN_CHUNK)]
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return escape


def _through_terminal(text: str, app: App[Any]) -> str | None:
    """Send the text by OSC 52; why not, where it cannot be sent."""
    if os.environ.get("TERM", "") in ("linux", "dumb"):
        return "this terminal has no clipboard"
    # Textual offers no public way to write an escape but copy_to_clipboard, which wraps nothing for tmux.
    driver = app._driver
    if driver is None or app.is_headless:
        return "there is no terminal to send it to"
    try:
        driver.write(osc52(text, os.environ))
    except ValueError as error:
        return str(error)
    except OSError as error:
        return f"the terminal took nothing: {error.strerror or error}"
    return None


class ToolFailed(Exception):
    """Why a clipboard tool did nothing, in a few words."""


async def ran(tool: Tool, given: bytes | None = None) -> bytes:
    """Give bytes to a tool, or, where none are given, take what it prints. No shell, an absolute path, a time-out.

    Raises ToolFailed.
    """
    path = shutil.which(tool.name)
    if path is None or not os.path.isabs(path):
        raise ToolFailed(f"{tool.name} is not installed")
    try:
        process = await asyncio.create_subprocess_exec(
            path,
            *tool.arguments,
            stdin=asyncio.subprocess.DEVNULL if given is None else asyncio.subprocess.PIPE,
            # xclip and wl-copy leave a child behind that would hold a pipe open for ever.
            stdout=asyncio.subprocess.PIPE if given is None else asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError as error:
        raise ToolFailed(f"{tool.name} could not be started: {error.strerror or error}") from error
    try:
        printed, _ = await asyncio.wait_for(process.communicate(given), TIMEOUT)
    except TimeoutError as error:
        raise ToolFailed(f"{tool.name} did not answer") from error
    except OSError as error:
        raise ToolFailed(f"{tool.name} took nothing: {error.strerror or error}") from error
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        raise ToolFailed(f"{tool.name} failed (status {process.returncode})")
    return printed or b""


async def _run(tool: Tool, text: str) -> str | None:
    """Give the text to a tool; why that failed, where it did."""
    try:
        await ran(tool, text.encode(tool.encoding, errors="replace"))
    except ToolFailed as problem:
        return str(problem)
    return None


def _to_file(text: str, size: str, why: str) -> Outcome:
    path = copied_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="utf-8", errors="replace", newline="", opener=_private) as handle:
            handle.write(text)
    except OSError as error:
        lead = f"Not copied: {why}; and" if why else "Not copied:"
        return Outcome(f"{lead} {path} could not be written: {error.strerror or error}.")
    reason = f" (no clipboard: {why})" if why else ""
    return Outcome(f"Wrote {size} to {path}{reason}.")


def copied_file() -> Path:
    """The file that takes the text where no clipboard does."""
    return state_file().with_name("copied.txt")


def _private(path: str, flags: int) -> int:
    """Open for the user alone: what is copied may be private."""
    return os.open(path, flags, 0o600)
