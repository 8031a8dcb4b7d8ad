"""One http(s) address fetched: redirects followed by hand, everything counted, nothing waited for without end."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.article.addresses import clean_address, is_private, proxy_for, resolve
from reader.article.compression import inflate
from reader.article.model import ArticleError
from reader.article.safe import safe_text
from reader.article.status import Unreachable, explain_failure, status_error

if TYPE_CHECKING:
    import ssl

    import httpx

__all__ = ["Limits", "Page", "Unreachable", "fetch"]

Progress = Callable[[str, float | None], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take: seconds, bytes on the wire, bytes once decompressed, and redirects."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    wire_bytes: int = 24 << 20
    body_bytes: int = 64 << 20
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, decompressed, the address they came from, media type and declared charset."""

    body: bytes
    url: str
    media_type: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    what: str
    share: float | None


DEFAULT_LIMITS = Limits()


def fetch(url: str, *, limits: Limits | None = None, on_progress: Progress | None = None) -> Page:
    """The page at an http(s) address, inside the limits (`DEFAULT_LIMITS` when none are given).

    The request runs in a thread of its own, so that the deadline holds however slowly a server drips; what
    `on_progress` raises passes through and gives the fetch up at once. ArticleError says in one line why there is
    no page.
    """
    address = clean_address(url)
    limits = limits or DEFAULT_LIMITS
    answers: queue.SimpleQueue[Page | Exception | _Told] = queue.SimpleQueue()
    stop = threading.Event()

    def work() -> None:
        try:
            answers.put(_follow(address, limits, stop, lambda what, share: answers.put(_Told(what, share))))
        except Exception as problem:
            answers.put(problem)

    threading.Thread(target=work, name="reader-fetch", daemon=True).start()
    end = time.monotonic() + limits.total
    try:
        while True:
            try:
                answer = answers.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise Unreachable(
                    f"the server did not send the page within {limits.total:g} seconds; try again later"
                ) from None
            if isinstance(answer, Page):
                return answer
            if isinstance(answer, ArticleError):
                raise answer
            if isinstance(answer, Exception):
                raise Unreachable(explain_failure(answer)) from None
            if on_progress:
                on_progress(answer.what, answer.share)
    finally:
        stop.set()


def _follow(url: str, limits: Limits, stop: threading.Event, tell: Progress) -> Page:
    """The page at the end of the redirects."""
    import httpx

    cookies = httpx.Cookies()
    seen: dict[str, int] = {}
    started_public = False
    for hop in range(limits.redirects + 1):
        host = urlsplit(url).hostname or ""
        proxy = proxy_for(url)
        if not proxy:
            tell(f"looking up {safe_text(host, lines=False)}", None)
            private = any(is_private(address) for address in resolve(host))
            if hop == 0:
                started_public = not private
            elif private and started_public:
                raise ArticleError("the page redirects into the local network, which was refused; check the address")
        seen[url] = seen.get(url, 0) + 1
        if seen[url] > 2:
            raise ArticleError("the address redirects in a circle; open the article's own address")
        guard = started_public and hop > 0 and not proxy
        found = _request(url, limits, stop, tell, cookies, proxy, guard)
        if isinstance(found, Page):
            return found
        url = _next_address(url, found)
    raise ArticleError(f"the address redirects more than {limits.redirects} times; open the article's own address")


def _next_address(url: str, location: str) -> str:
    try:
        target = urljoin(url, location.strip())
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        raise ArticleError("the page redirects to an address that is none; check the address") from None
    if parts.scheme not in ("http", "https") or not host:
        kind = safe_text(parts.scheme, lines=False)[:20] or "unknown"
        raise ArticleError(f"the page redirects to a {kind}: address, which was refused; check the address")
    return parts._replace(fragment="").geturl()


def _request(
    url: str,
    limits: Limits,
    stop: threading.Event,
    tell: Progress,
    cookies: "httpx.Cookies",
    proxy: str | None,
    guard: bool,
) -> Page | str:
    """The page, or the address that it redirects to."""
    import httpx

    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    request = httpx.Request("GET", url, headers=_headers(), extensions={"timeout": timeout.as_dict()})
    cookies.set_cookie_header(request)
    # The transport is used without httpx's client, which would make a request of any redirect by itself.
    with httpx.HTTPTransport(verify=_trust(), trust_env=False, proxy=proxy) as transport:
        tell("connecting", None)
        response = transport.handle_request(request)
        response.request = request
        with closing(response):
            if guard:
                _refuse_private_peer(response)
            cookies.extract_cookies(response)
            location = response.headers.get("location")
            if response.status_code in (301, 302, 303, 307, 308) and location:
                return str(location)
            if response.status_code != 200:
                raise status_error(response.status_code)
            media_type = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
            if media_type.startswith(("image/", "video/", "audio/", "font/")):
                kind = media_type.partition("/")[0]
                raise ArticleError(f"the address leads to {kind} data, not to an article; open the page it is on")
            body = b"".join(_body(response, limits, stop, tell))
    return Page(body, url, media_type, response.charset_encoding)


def _body(response: "httpx.Response", limits: Limits, stop: threading.Event, tell: Progress) -> Iterator[bytes]:
    """The decompressed body, chunk by chunk, counted on the wire and after."""
    length = response.headers.get("content-length", "")
    expected = int(length) if length.isdigit() else 0
    if expected > limits.wire_bytes:
        raise _too_large(limits)
    received = 0

    def wire() -> Iterator[bytes]:
        nonlocal received
        for chunk in response.iter_raw():
            received += len(chunk)
            if stop.is_set():
                raise ArticleError("loading was given up")
            if received > limits.wire_bytes:
                raise _too_large(limits)
            tell("loading", min(1.0, received / expected) if expected else None)
            yield chunk

    encodings = response.headers.get("content-encoding", "").lower()
    inflated = 0
    for part in inflate(wire(), [name.strip() for name in encodings.split(",") if name.strip()]):
        inflated += len(part)
        if inflated > limits.body_bytes:
            raise _too_large(limits)
        yield part


def _too_large(limits: Limits) -> ArticleError:
    return ArticleError(f"the page is larger than {limits.wire_bytes >> 20} MB, too large for an article")


def _refuse_private_peer(response: "httpx.Response") -> None:
    """A name may answer with one address when it is checked and another when it is used."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer and is_private(str(peer[0])):
        raise ArticleError("the page redirects into the local network, which was refused; check the address")


def _headers() -> dict[str, str]:
    from reader import __version__

    return {
        "User-Agent": f"Reader/{__version__} (terminal news reader)",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/rss+xml;q=0.8,*/*;q=0.5",
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }


@cache
def _trust() -> "ssl.SSLContext":
    """Mozilla's certificate authorities and the system's own, loaded once."""
    import ssl

    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context
