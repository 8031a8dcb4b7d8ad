"""Pages fetched from a server: redirects, packings, encodings, failures, and the copy for a day without network."""

import gzip
import ssl
import sys
import threading
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import brotli
import pytest

from reader.article import ArticleError, open_article
from reader.article.web.addresses import clean_address, is_private
from reader.article.web.errors import explain_failure
from reader.article.web.fetch import Limits, fetch

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Refusal = Callable[..., str]
WORDS = "The lighthouse keeper has been told to leave by Easter, said the café’s owner, and nobody knows why. " * 4
HTML = (
    "<!doctype html><html><head><title>Keeper told to leave</title></head><body><article>"
    f"<h1>Keeper told to leave</h1><p>{WORDS}</p></article></body></html>"
)
SHORT = Limits(connect=20, read=5, total=20, wire_bytes=1 << 20, body_bytes=4 << 20, redirects=3)


@pytest.fixture(autouse=True)
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.article.web.fetch.DEFAULT_LIMITS", SHORT)


def test_a_page_opens_and_progress_is_told(site: Any) -> None:
    told: list[tuple[str, float | None]] = []
    article = open_article(
        site.page("/keeper", HTML.encode()), on_progress=lambda what, share: told.append((what, share))
    )
    assert article.title == "Keeper told to leave"
    assert article.url == article.source == site.address + "/keeper"
    assert article.site == "127.0.0.1"
    assert list(dict.fromkeys(what for what, _ in told))[-2:] == ["loading", "reading the page"]
    assert ("loading", 1.0) in told


def test_the_reader_says_who_it_is_and_asks_for_what_it_can_unpack(site: Any) -> None:
    fetch(site.page("/keeper", HTML.encode()))
    headers = site.seen[0][1]
    assert headers["User-Agent"].startswith("Reader/")
    assert headers["Accept-Encoding"] == "gzip, deflate, br, zstd"
    assert "Cookie" not in headers
    assert "Authorization" not in headers


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
        ("br", brotli.compress),
        ("zstd", zstd.compress),
        ("zstd", lambda data: zstd.compress(data[:99]) + zstd.compress(data[99:])),
        ("zstd, br", lambda data: brotli.compress(zstd.compress(data))),
        ("identity", lambda data: data),
    ],
)
def test_packed_pages_are_unpacked(packing: str, pack: Callable[[bytes], bytes], site: Any) -> None:
    assert fetch(site.page("/keeper", pack(HTML.encode()), Content_Encoding=packing)).body == HTML.encode()


def test_the_servers_charset_is_used_where_utf_8_fails(site: Any) -> None:
    address = site.page(
        "/keeper", HTML.replace("’", "'").encode("latin-1"), Content_Type="text/html; charset=iso-8859-1"
    )
    assert "café" in open_article(address).text


def test_plain_text_and_markdown_are_told_from_pages(site: Any) -> None:
    assert (
        open_article(site.page("/a.txt", b"Pier goes\n\nThe pier goes.", Content_Type="text/plain")).title
        == "Pier goes"
    )
    markdown = b"Pier goes\n=========\n\nThe **pier** goes.\n"
    assert open_article(site.page("/a.md", markdown, Content_Type="text/markdown")).title == "Pier goes"


def test_redirects_are_followed_to_where_the_page_is(site: Any) -> None:
    site.page("/keeper?a=1", HTML.encode())
    site.redirect("/old", "/older", 301)
    site.redirect("/older", "/keeper?a=1", 308)
    assert open_article(site.address + "/old").url == site.address + "/keeper?a=1"


def test_a_cookie_set_on_the_way_comes_along(site: Any) -> None:
    def set_cookie(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Set-Cookie", "seen=1; Path=/")
        request.send_header("Location", "/keeper")
        request.end_headers()

    site.page("/keeper", HTML.encode())
    open_article(site.serve("/start", set_cookie))
    assert site.seen[-1][1]["Cookie"] == "seen=1"


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "login"),
        (403, "refuses"),
        (404, "no page"),
        (410, "taken down"),
        (429, "wait"),
        (451, "legal"),
        (500, "failed"),
        (503, "not available"),
        (418, "status 418"),
        (204, "without a page"),
        (599, "failed"),
    ],
)
def test_each_refusal_of_a_server_is_put_into_words(status: int, says: str, site: Any, refusal: Refusal) -> None:
    assert says in refusal(site.page("/keeper", b"", status=status))


def test_addresses_are_made_ready_to_send(site: Any) -> None:
    site.page("/caf%C3%A9%20news?q=%22x%22", HTML.encode())
    assert open_article(f'{site.address}/café news?q="x"#part').title == "Keeper told to leave"
    assert clean_address("HTTPS://example.org#x") == "https://example.org/"


@pytest.mark.parametrize(
    "address", ["http://", "https:///path", "http://[::1", "http://a b/", "http://x:99999999/", "http://" + "a" * 9000]
)
def test_addresses_that_are_none_are_refused(address: str, refusal: Refusal) -> None:
    assert "address" in refusal(address)


def test_a_name_that_nobody_has(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", nobody)
    assert "no site of this name" in refusal("http://nobody.invalid/")


def test_a_closed_door(site: Any, refusal: Refusal) -> None:
    assert "refused the connection" in refusal("http://127.0.0.1:9/")


def test_a_certificate_that_proves_nothing_is_not_accepted() -> None:
    problem = RuntimeError("tls")
    problem.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    assert "certificate is not valid" in explain_failure(problem)


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("2002:7f00:1::", True),
        ("nonsense", True),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
    ],
)
def test_private_addresses_are_known(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_a_public_page_cannot_send_the_reader_into_the_local_network(
    site: Any, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((False, True))  # the first name is a public one, the second is not
    monkeypatch.setattr("reader.article.web.fetch.is_private", lambda address: next(answers))
    site.page("/inside", HTML.encode())
    site.redirect("/start", site.address + "/inside")
    assert "local network" in refusal(site.address + "/start")
    assert [path for path, _ in site.seen] == ["/start"]


def test_a_name_that_changes_its_address_after_the_check_is_caught(
    site: Any, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((False, False, True))  # public when looked up, private when connected
    monkeypatch.setattr("reader.article.web.fetch.is_private", lambda address: next(answers))
    site.page("/inside", HTML.encode())
    site.redirect("/start", site.address + "/inside")
    assert "local network" in refusal(site.address + "/start")


def test_loading_can_be_given_up_at_once(site: Any) -> None:
    class GivenUp(Exception):
        pass

    def stall(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"<p>")
        request.wfile.flush()
        threading.Event().wait(3)

    def escape(what: str, share: float | None) -> None:
        if what == "loading":
            raise GivenUp

    started = time.monotonic()
    with pytest.raises(GivenUp):
        fetch(site.serve("/stall", stall), limits=Limits(read=3, total=3), on_progress=escape)
    assert time.monotonic() - started < 3


# The kept copy


def test_a_page_once_read_opens_again_without_network(site: Any) -> None:
    address = site.page("/keeper", HTML.encode())
    first = open_article(address)
    site.page("/keeper", b"", status=503)
    again = open_article(address)
    assert again.text == first.text
    assert first.notes == ()
    assert again.notes[0].startswith("this is the copy kept on 20")
    assert "not available" in again.notes[0]


def test_a_page_that_was_taken_down_is_not_shown_from_the_copy(site: Any, refusal: Refusal) -> None:
    address = site.page("/keeper", HTML.encode())
    open_article(address)
    assert "taken down" in refusal(site.page("/keeper", b"", status=410))


def test_a_full_disk_only_costs_the_copy(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    article = open_article(site.page("/keeper", HTML.encode()))
    assert article.title == "Keeper told to leave"
    assert article.notes == ("it was not kept for reading offline (No space left on device)",)


def test_old_copies_make_room(site: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("reader.article.web.page_cache.MOST_BYTES", 3000)
    for number in range(6):
        open_article(site.page(f"/{number}", HTML.encode()))
    kept = list((tmp_path / "cache" / "pages").iterdir())
    assert 0 < sum(path.stat().st_size for path in kept) <= 3000


def test_a_damaged_copy_is_as_good_as_none(site: Any, tmp_path: Any) -> None:
    address = site.page("/keeper", HTML.encode())
    open_article(address)
    for path in (tmp_path / "cache" / "pages").iterdir():
        path.write_bytes(b"{}\nnothing")
    site.page("/keeper", b"", status=503)
    with pytest.raises(ArticleError, match="not available"):
        open_article(address)


def test_kept_pages_live_in_the_platforms_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_path

    from reader.article.web import page_cache as kept

    monkeypatch.delenv("READER_CACHE_DIR")
    assert kept._folder() == user_cache_path("reader") / "pages"
