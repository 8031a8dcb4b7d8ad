"""What went wrong on the way to a page, in words that say what to do."""

import ssl
from collections.abc import Mapping
from types import MappingProxyType

from reader.article.model import ArticleError

_STATUS = {
    400: "the server did not understand the address (400); check it for typing errors",
    401: "the page asks for a login (401); open it in a browser and save it as a file",
    402: "the page asks to be paid for (402); open it in a browser and save it as a file",
    403: "the server refuses to show the page to programs (403); open it in a browser and save it as a file",
    404: "there is no page at this address (404); check it for typing errors",
    405: "the server does not hand this page out (405); check the address",
    406: "the server has the page in no form that can be read (406); save it in a browser as a file",
    410: "the page was taken down (410); look for a copy in a web archive",
    429: "the server asks to wait, because of too many requests (429); try again in some minutes",
    451: "the page is withheld for legal reasons (451); it cannot be read from here",
    500: "the server failed (500); try again later",
    502: "the server failed (502); try again later",
    503: "the server is not available (503); try again later",
    504: "the server failed (504); try again later",
}


class NoPage(ArticleError):
    """There is no page; `status` and `headers` (names in small letters) are the server's answer, 0 without one."""

    def __init__(self, words: str, status: int = 0, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__(words)
        self.status = status
        self.headers = headers


class Unreachable(NoPage):
    """The page may well exist, but cannot be had now: a copy kept from before will do."""


def status_error(code: int, headers: Mapping[str, str] = MappingProxyType({})) -> NoPage:
    """The error for an HTTP status that brings no page."""
    kind = Unreachable if code in (408, 425, 429) or code >= 500 else NoPage
    return kind(_explain(code), code, headers)


def _explain(code: int) -> str:
    if code in _STATUS:
        return _STATUS[code]
    if code >= 500:
        return f"the server failed ({code}); try again later"
    if code in (204, 205):
        return f"the server answered without a page ({code}); check the address"
    return f"the server answered with status {code} and no page; check the address"


def explain_failure(problem: BaseException) -> str:
    """One line for an exception that ended a fetch."""
    import httpx

    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "the site's certificate is not valid, so nothing it sends can be trusted; check the address"
        if isinstance(cause, ssl.SSLError):
            return "no secure connection could be made; check the address"
        cause = cause.__cause__ or cause.__context__
    match problem:
        case httpx.ConnectTimeout():
            return "the site did not answer; check the address and the network"
        case httpx.TimeoutException():
            return "the server stopped sending; try again later"
        case httpx.ConnectError():
            return "the site refused the connection; check the address and the network"
        case httpx.ProxyError():
            return "the proxy refused the connection; check the proxy settings"
        case httpx.RemoteProtocolError():
            return "the server broke off in the middle of the page; try again"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | UnicodeError():
            return "this is no valid address; check it for typing errors"
        case httpx.HTTPError() | OSError():
            return "the connection was lost; try again"
    return "the page could not be loaded; save it in a browser and open the file"
