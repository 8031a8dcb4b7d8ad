"""A page shown in the reader's own browser: beside the screen, which no browser may draw on."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

from reader.article.text.safe import safe_link

_PATIENCE = 20.0
"""Seconds after which a browser that is still at it is taken for open."""

_NONE = 3
_CODE = f"""
import sys, webbrowser
try:
    browser = webbrowser.get()
except webbrowser.Error:
    sys.exit({_NONE})
if type(browser) is webbrowser.GenericBrowser:
    sys.exit({_NONE})
sys.exit(0 if browser.open(sys.argv[1]) else 1)
"""
"""A plain GenericBrowser is one that would want this terminal (lynx, w3m)."""


def refused(address: str) -> str:
    """Why an address is not handed to a browser, or "": only http and https are, without a character that hides."""
    if urlsplit(address).scheme not in ("http", "https") or safe_link(address) != address:
        return "Only http and https addresses are opened in the browser."
    return ""


def open_in_browser(address: str) -> str:
    """Open an address in the platform's browser, which may take seconds; gives why that failed, or ""."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CODE, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    except OSError as error:
        return f"The browser could not be started: {error.strerror or error}."
    if done.returncode == _NONE:
        return "No browser can be opened from here: copy the address (Y) and open it elsewhere."
    return "" if done.returncode == 0 else "The browser did not open the page."
