"""Pages as they were fetched, kept in the user's cache folder so that they open again without a network."""

import hashlib
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

from reader.article.web.fetch import Page
from reader.privacy import is_private
from reader.whole_file import OWNER, whole_file

MOST_BYTES = 200 << 20
"""Of all kept pages together; the oldest make room."""


def keep(url: str, page: Page) -> str | None:
    """Keeps a page under the address it was asked for by; what went wrong in a few words, or None.

    In private nothing is kept.
    """
    if is_private():
        return None
    head = json.dumps({"url": page.url, "media_type": page.media_type, "charset": page.charset, "at": time.time()})
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with whole_file(_file(url), OWNER) as file:
            file.write(head.encode("ascii") + b"\n" + page.body)
        _make_room(folder)
    except OSError as problem:
        return problem.strerror or "the cache folder cannot be written"
    return None


def recall(url: str, *, seconds: float | None = None) -> tuple[Page, str] | None:
    """The page kept for an address, and the day it was kept on; None where there is none, or none so recent."""
    try:
        head, _, body = _file(url).read_bytes().partition(b"\n")
        values = json.loads(head)
        if seconds is not None and not 0 <= time.time() - values["at"] <= seconds:
            return None
        day = time.strftime("%Y-%m-%d", time.localtime(values["at"]))
        return Page(body, values["url"], values["media_type"], values["charset"]), day
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget(addresses: Iterable[str]) -> None:
    """Leave no copy of these pages, whichever address they were asked for by. Raises OSError."""
    wanted = {address.partition("#")[0] for address in addresses if "://" in address}
    names = {_file(address).name for address in wanted}
    for path in _kept() if wanted else ():
        if path.name in names or _address_of(path) in wanted:
            path.unlink(missing_ok=True)


def forget_all() -> None:
    """Leave no copy of any page. Raises OSError."""
    for path in _kept():
        path.unlink(missing_ok=True)


def _kept() -> list[Path]:
    return [path for path in _folder().glob("*") if path.suffix in (".page", ".part")]


def _address_of(path: Path) -> str:
    """Where a kept page was in the end found."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.readline(1 << 16))["url"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return found if isinstance(found, str) else ""


def _folder() -> Path:
    """`READER_CACHE_DIR`, or the platform's folder for such things."""
    given = os.environ.get("READER_CACHE_DIR")
    if given:
        return Path(given) / "pages"
    from platformdirs import user_cache_path

    return user_cache_path("reader") / "pages"


def _file(url: str) -> Path:
    return _folder() / (hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:40] + ".page")


def _make_room(folder: Path) -> None:
    files = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(folder))
    total = sum(size for _, size, _ in files)
    for _, size, path in files:
        if total <= MOST_BYTES:
            return
        os.unlink(path)
        total -= size
