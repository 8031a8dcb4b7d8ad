"""What is on the clipboard, asked of the platform's own tools; a terminal itself hands it over only by its own key."""

import os
import sys
from collections.abc import Mapping

from reader.app.clipboard.copy import Tool, ToolFailed, is_remote, ran

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
        try:
            printed = await ran(tool)
        except ToolFailed:
            continue
        if text := printed[:MOST_BYTES].decode(tool.encoding, "replace"):
            return text
    return ""
