"""One http(s) address fetched, within limits."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.article.model import ArticleError

MOST_WIRE_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, decompressed, the address they came from, and their media type."""

    body: bytes
    url: str
    media_type: str
    charset: str | None = None


def fetch(url: str, *, on_progress: Callable[[str, float | None], None] | None = None) -> Page:
    """The page at an http(s) address; ArticleError says in one line why there is none."""
    import httpx

    from reader import __version__

    headers = {
        "User-Agent": f"Reader/{__version__}",
        "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.5",
    }
    if on_progress:
        on_progress("connecting", None)
    try:
        response = httpx.get(url, headers=headers, follow_redirects=True, timeout=20)
    except httpx.HTTPError as problem:
        raise ArticleError(
            f"the page could not be fetched ({type(problem).__name__}); check the address"
        ) from None
    if response.status_code >= 400:
        raise ArticleError(f"the server answered {response.status_code}; check the address")
    return Page(
        response.content, str(response.url), response.headers.get("content-type", "").partition(";")[0]
    )
