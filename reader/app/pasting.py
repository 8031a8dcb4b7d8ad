"""What is on the clipboard, asked of the platform's own tools; a terminal itself hands it over only by its own key."""

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress

from reader.app.clipboard import TIMEOUT, Tool, is_remote

MOST_BYTES = 8 << 20
NOTHING = "No clipboard can be read from here: paste with your terminal's own key (often ctrl+shift+v)."


def tools(environ: Mapping[str, str], platform: str) -> tuple[Tool, ...]:
    """The tools that print the clipboard here, best first; over SSH only tmux knows what the reader copied."""
    found: list[Tool] = []
    if not is_remote(environ):
        if platform == "darwin":
            found.append(Tool("pbpaste"))
        if environ.get("TERMUX_VERSION"):
            found.append(Tool("termux-clipboard-get"))
        if environ.get("WAYLAND_DISPLAY"):
            found.append(Tool("wl-paste", ("--no-newline",)))
        if environ.get("DISPLAY"):
            found += [Tool("xclip", ("-selection", "clipboard", "-out")), Tool("xsel", ("--clipboard", "--output"))]
        if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
            found.append(Tool("powershell.exe", ("-NoProfile", "-Command", "Get-Clipboard -Raw")))
    if environ.get("TMUX"):
        found.append(Tool("tmux", ("save-buffer", "-")))
    return tuple(found)


async def pasted() -> str:
    """The text on the clipboard, "" where there is none or no tool can tell; raises nothing."""
    for tool in tools(os.environ, sys.platform):
        if text := await _printed(tool):
            return text
    return ""


async def _printed(tool: Tool) -> str:
    path = shutil.which(tool.name)
    if path is None or not os.path.isabs(path):
        return ""
    try:
        process = await asyncio.create_subprocess_exec(
            path,
            *tool.arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return ""
    try:
        out, _ = await asyncio.wait_for(process.communicate(), TIMEOUT)
    except (TimeoutError, OSError):
        return ""
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return out[:MOST_BYTES].decode(tool.encoding, "replace") if process.returncode == 0 else ""
