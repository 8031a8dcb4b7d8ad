"""One http(s) address fetched: redirects followed by hand, everything counted, nothing waited for without end."""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.article.model import ArticleError
from reader.article.text.safe import safe_text
from reader.article.web.addresses import clean_address, is_local_name, is_private, proxy_for, resolve
from reader.article.web.compression import ENCODINGS, inflate
from reader.article.web.errors import NoPage, Unreachable, explain_failure, status_error

if TYPE_CHECKING:
    import ssl

    import httpx

__all__ = ["Limits", "NoPage", "Page", "Unreachable", "fetch"]

Progress = Callable[[str, float | None], None]
Gate = Callable[[str], AbstractContextManager[object]]
_NOTHING: Mapping[str, str] = MappingProxyType({})


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
    """What a server sent: the bytes, decompressed, the address they came from, media type and declared charset.

    `status` is 304 where the server was told which page is known, and it has no other. `headers` are its answer's, in
    small letters; `moved` the address that the page has moved to for good.
    """

    body: bytes
    url: str
    media_type: str = ""
    charset: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    what: str
    share: float | None


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    address: str
    for_good: bool


DEFAULT_LIMITS = Limits()
_TICK = 0.1
"""Seconds between two looks at whether the page is still wanted."""


def fetch(
    url: str,
    *,
    limits: Limits | None = None,
    typed: bool = True,
    known: Mapping[str, str] = _NOTHING,
    gate: Gate | None = None,
    on_progress: Progress | None = None,
) -> Page:
    """The page at an http(s) address, inside the limits (`DEFAULT_LIMITS` when none are given).

    The request runs in a thread of its own, so that the deadline holds however slowly a server drips; what
    `on_progress` raises passes through and gives the fetch up at once, for it is asked ten times a second. An address
    that the user did not type (`typed` is false) may not lead into the local network. `known` are the headers that say
    which page is known already (If-None-Match, If-Modified-Since). `gate` is entered with the host's name for as long
    as it is asked. Raises ArticleError, which says in one line why there is no page; it is an `Unreachable` where the
    page may be had another time.
    """
    address = clean_address(url)
    limits = limits or DEFAULT_LIMITS
    answers: queue.SimpleQueue[Page | Exception | _Told] = queue.SimpleQueue()
    stop = threading.Event()

    def work() -> None:
        try:
            tell = lambda what, share: answers.put(_Told(what, share))  # noqa: E731
            answers.put(_follow(address, limits, typed, known, gate or nullcontext, stop, tell))
        except Exception as problem:
            answers.put(problem)

    threading.Thread(target=work, name="reader-fetch", daemon=True).start()
    end = time.monotonic() + limits.total
    told = _Told("connecting", None)
    try:
        while True:
            left = end - time.monotonic()
            try:
                answer = answers.get(timeout=min(_TICK, max(0.0, left)))
            except queue.Empty:
                if left <= _TICK:
                    raise Unreachable(
                        f"the server did not send the page within {limits.total:g} seconds; try again later"
                    ) from None
                answer = told
            if isinstance(answer, Page):
                return answer
            if isinstance(answer, ArticleError):
                raise answer
            if isinstance(answer, Exception):
                raise Unreachable(explain_failure(answer)) from None
            told = answer
            if on_progress:
                on_progress(told.what, told.share)
    finally:
        stop.set()


def _follow(
    url: str,
    limits: Limits,
    typed: bool,
    known: Mapping[str, str],
    gate: Gate,
    stop: threading.Event,
    tell: Progress,
) -> Page:
    """The page at the end of the redirects."""
    import httpx

    cookies = httpx.Cookies()
    seen: dict[str, int] = {}
    guarded = not typed
    asked, moved, for_good = url, url, True
    for hop in range(limits.redirects + 1):
        host = urlsplit(url).hostname or ""
        proxy = proxy_for(url)
        guard = guarded and not proxy
        if proxy:  # which looks names up itself, so only the plainest of local addresses can be told here
            private = is_local_name(host)
        else:
            tell(f"looking up {safe_text(host, lines=False)}", None)
            private = any(is_private(address) for address in resolve(host))
        if private and guarded:
            raise _local(hop)
        guarded = guarded or not private
        seen[url] = seen.get(url, 0) + 1
        if seen[url] > 2:
            raise ArticleError("the address redirects in a circle; open the article's own address")
        with gate(host):
            if stop.is_set():
                raise ArticleError("loading was given up")
            found = _request(url, limits, known, stop, tell, cookies, proxy, _local(hop) if guard else None)
        if isinstance(found, Page):
            return replace(found, moved=None if moved == asked else moved)
        url = _next_address(url, found.address)
        for_good = for_good and found.for_good
        moved = url if for_good else moved
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
    known: Mapping[str, str],
    stop: threading.Event,
    tell: Progress,
    cookies: "httpx.Cookies",
    proxy: str | None,
    if_local: ArticleError | None,
) -> Page | _Elsewhere:
    """The page, or where it redirects to; `if_local` is raised where it comes from the local network."""
    import httpx

    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    request = httpx.Request("GET", url, headers=_headers() | dict(known), extensions={"timeout": timeout.as_dict()})
    cookies.set_cookie_header(request)
    # The transport is used without httpx's client, which would make a request of any redirect by itself.
    with httpx.HTTPTransport(verify=_trust(), trust_env=False, proxy=proxy) as transport:
        tell("connecting", None)
        response = transport.handle_request(request)
        response.request = request
        with closing(response):
            if if_local is not None and _is_private_peer(response):
                raise if_local
            cookies.extract_cookies(response)
            location = response.headers.get("location")
            if response.status_code in (301, 302, 303, 307, 308) and location:
                return _Elsewhere(str(location), response.status_code in (301, 308))
            answer = {name.lower(): str(value) for name, value in response.headers.items()}
            if response.status_code == 304 and known:
                return Page(b"", url, status=304, headers=answer)
            if response.status_code != 200:
                raise status_error(response.status_code, answer)
            media_type = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
            if media_type.startswith(("image/", "video/", "audio/", "font/")):
                kind = media_type.partition("/")[0]
                raise ArticleError(f"the address leads to {kind} data, not to an article; open the page it is on")
            body = b"".join(_body(response, limits, stop, tell))
    return Page(body, url, media_type, response.charset_encoding, headers=answer)


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


def _local(hop: int) -> ArticleError:
    if hop:
        return ArticleError("the page redirects into the local network, which was refused; check the address")
    return ArticleError("the link leads into the local network, which was refused; type its address to open it")


def _is_private_peer(response: "httpx.Response") -> bool:
    """A name may answer with one address when it is checked and another when it is used."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return peer is not None and is_private(str(peer[0]))


def _headers() -> dict[str, str]:
    from reader import __version__

    return {
        "User-Agent": f"Reader/{__version__} (terminal news reader)",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/rss+xml;q=0.8,*/*;q=0.5",
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": ENCODINGS,
    }


@cache
def _trust() -> "ssl.SSLContext":
    """Mozilla's certificate authorities and the system's own, loaded once."""
    import ssl

    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context
