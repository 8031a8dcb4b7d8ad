"""What lies outside the library's file of what was read: pages as they were fetched, copies of what was pasted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.article.web import page_cache
from reader.library.folder import library_file
from reader.library.model import Entry
from reader.library.problems import LibraryError


def forget(file: Path, entries: Iterable[Entry]) -> None:
    """Leave no copy of these articles beside the library's file or among the fetched pages. Raises LibraryError."""
    with _told():
        addresses = []
        for entry in entries:
            addresses += [entry.source, entry.url or ""]
            (file.with_suffix("") / f"{entry.key}.copy").unlink(missing_ok=True)
        if file == library_file():  # the pages are the user's own, whichever other library is open
            page_cache.forget(addresses)


def forget_all(file: Path) -> None:
    """Leave no copy of anything, the files that were put aside as damaged or old among them. Raises LibraryError."""
    with _told():
        for path in file.with_suffix("").glob("*"):
            if path.suffix in (".copy", ".json", ".part"):
                path.unlink(missing_ok=True)
        for kind in ("damaged-*.db*", "version-*.db"):
            for path in file.parent.glob(f"{file.stem}.{kind}"):
                path.unlink(missing_ok=True)
        if file == library_file():
            page_cache.forget_all()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryError(f"{error.filename}: it could not be removed: {error.strerror or error}") from None
