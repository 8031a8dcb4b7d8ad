"""Host names, addresses and proxies: what a fetch may speak to."""

import ipaddress
import socket
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, proxy_bypass

from reader.article.model import ArticleError
from reader.article.web.errors import Unreachable

_SAFE = "!#$%&'()*+,/:;=?@[]~"


def clean_address(url: str) -> str:
    """A typed address made ready to send: spaces and letters beyond ASCII quoted, the fragment left out.

    Raises ArticleError where it names no site.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ArticleError("this is no valid address; check it for typing errors") from None
    if not host or len(url) > 8000:
        raise ArticleError("the address names no site; give it as https://example.org/article")
    if any(ord(c) < 33 or ord(c) == 127 for c in host):
        raise ArticleError("this is no valid address; check it for typing errors")
    return parts._replace(
        scheme=parts.scheme.lower(),
        path=quote(parts.path or "/", safe=_SAFE),
        query=quote(parts.query, safe=_SAFE),
        fragment="",
    ).geturl()


def resolve(host: str) -> list[str]:
    """The numeric addresses of a host. Raises Unreachable where it has none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable("no site of this name was found; check the address and the network") from None
    return [str(entry[4][0]) for entry in found]


def is_private(address: str) -> bool:
    """Whether an address is anything but a public one: loopback, local network, link-local, reserved."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return not (mapped or ip).is_global or ip.is_multicast


def is_local_name(host: str) -> bool:
    """Whether a host names this machine or a local network by its very spelling, without a look-up."""
    host = host.lower().rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan")):
        return True
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")  # other spellings of a number
    return is_private(host)


def proxy_for(url: str) -> str | None:
    """The proxy that the environment names for an address; None to connect directly."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.hostname or "") or not proxy.startswith(("http://", "https://")):
        return None
    return proxy
