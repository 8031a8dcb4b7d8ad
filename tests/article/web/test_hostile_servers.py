"""Servers made to harm, on loopback: each fetch ends inside its limits, with a page or with one clear line."""

import gzip
import socket
import ssl
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest

from reader.article import ArticleError, open_article, safe_text
from reader.article.web.fetch import Limits

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SHORT = Limits(connect=1, read=0.6, total=1.5, wire_bytes=1 << 20, body_bytes=4 << 20, redirects=3)
STORY = (
    b"<html><title>Keeper</title><article><h1>Keeper</h1><p>" + b"The keeper has been told to leave. " * 20 + b"</p>"
)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_WIDE = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 30})
WIDE = _WIDE.compress(STORY) + _WIDE.flush()
Talk = Callable[[socket.socket], None]


@pytest.fixture(autouse=True)
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.article.web.fetch.DEFAULT_LIMITS", SHORT)


@pytest.fixture
def talk() -> Iterator[Callable[[Talk], str]]:
    """Starts a server that says exactly what a function sends; its address."""
    closing: list[socket.socket] = []

    def start(answer: Talk) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        closing.append(listener)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                closing.append(connection)
                threading.Thread(target=speak, args=(connection,), daemon=True).start()

        def speak(connection: socket.socket) -> None:
            with suppress(OSError), connection:
                connection.recv(65536)
                answer(connection)

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    for each in closing:
        with suppress(OSError):
            each.close()


def refused(address: str) -> str:
    started = time.monotonic()
    with pytest.raises(ArticleError) as caught:
        open_article(address)
    assert time.monotonic() - started < SHORT.total + 120  # far above the limit, far below for ever
    message = str(caught.value)
    assert message
    assert safe_text(message, lines=False) == message
    return message


def sends(data: bytes) -> Talk:
    return lambda connection: connection.sendall(data)


def drips(first: bytes, drop: bytes) -> Talk:
    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(3000):
            connection.sendall(drop)
            time.sleep(0.1)

    return answer


def floods(first: bytes, flood: bytes) -> Talk:
    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        for _ in range(4000):
            connection.sendall(flood)

    return answer


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def packed(how: bytes, data: bytes) -> Talk:
    return sends(OK + b"Content-Encoding: " + how + b"\r\n\r\n" + data)


def raw_bomb(size: int) -> bytes:
    """Two gigabytes of zeros and more, as a deflate stream of repeated blocks that takes no time to make."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(b"\x00" * (1 << 20))
    start = packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"\x00" * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + start + block * (size >> 20)


SLOW = {
    "a server that never answers": (lambda connection: time.sleep(5), "stopped sending"),
    "one byte of the page at a time": (drips(OK + b"\r\n<p>", b"x"), "within 1.5 seconds"),
    "one byte of the headers at a time": (drips(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"), "within 1.5 seconds"),
    "one header at a time": (drips(b"HTTP/1.1 200 OK\r\n", b"X-More: x\r\n"), "within 1.5 seconds"),
    "one chunk at a time": (drips(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"), "within 1.5 seconds"),
    "a page that stops half-way": (drips(OK + b"Content-Length: 9999\r\n\r\n<p>half", b""), "stopped sending"),
}
ZEROS = 1 << 28


@cache
def brotli_bomb() -> bytes:
    """Packed in the quickest way: the best one takes half a minute."""
    return bytes(brotli.compress(b"\x00" * ZEROS, quality=1))


# Functions, so that a bomb is packed only by the test that throws it.
LARGE: dict[str, Callable[[], Talk]] = {
    "a page without end": lambda: floods(OK + b"\r\n", b"<p>word" * 9999),
    "chunks without end": lambda: floods(OK + b"Transfer-Encoding: chunked\r\n\r\n", chunk(b"<p>word" * 9999)),
    "a length of terabytes": lambda: sends(OK + b"Content-Length: 9999999999999\r\n\r\n<p>"),
    "a gzip bomb": lambda: packed(b"gzip", raw_bomb(2 << 30)[: 1 << 20]),
    "a gzip bomb of members": lambda: packed(b"gzip", gzip.compress(b"\x00" * (1 << 20)) * 800),
    "a brotli bomb": lambda: packed(b"br", brotli_bomb()),
    "a zstd bomb": lambda: packed(b"zstd", zstd.compress(b"\x00" * ZEROS) * 8),
    "a brotli bomb in a zstd bomb": lambda: packed(b"br, zstd", zstd.compress(brotli_bomb() * 9)),
    "a gzip bomb in a gzip bomb": lambda: packed(b"gzip, gzip", gzip.compress(gzip.compress(b"\x00" * (1 << 24)) * 50)),
}
BROKEN = {
    "no HTTP at all": b"SSH-2.0-OpenSSH\r\n",
    "binary nonsense": bytes(range(256)) * 40,
    "an empty answer": b"",
    "a broken status line": b"HTTP/9.9 banana\r\n\r\n",
    "headers without a colon": b"HTTP/1.1 200 OK\r\nnonsense\r\n\r\n<p>x",
    "headers that never end": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200_000,
    "a header of a megabyte": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
    "a negative length": OK + b"Content-Length: -5\r\n\r\n<p>x",
    "a length that is none": OK + b"Content-Length: banana\r\n\r\n<p>x",
    "two lengths": OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n<p>xx",
    "broken chunks": OK + b"Transfer-Encoding: chunked\r\n\r\nzzz\r\n<p>x",
    "too short a page": OK + b"Content-Length: 5000\r\n\r\n<p>x",
    "truncated gzip": OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(STORY)[:-20],
    "gzip that is none": OK + b"Content-Encoding: gzip\r\n\r\n" + STORY,
    "truncated brotli": OK + b"Content-Encoding: br\r\n\r\n" + brotli.compress(STORY)[:-20],
    "brotli that is none": OK + b"Content-Encoding: br\r\n\r\n" + STORY,
    "truncated zstd": OK + b"Content-Encoding: zstd\r\n\r\n" + zstd.compress(STORY)[:-20],
    "zstd that is none": OK + b"Content-Encoding: zstd\r\n\r\n" + STORY,
    "zstd with a window of a gigabyte": OK + b"Content-Encoding: zstd\r\n\r\n" + WIDE,
    "a packing nobody asked for": OK + b"Content-Encoding: compress\r\n\r\n" + STORY,
    "stacked packings": OK + b"Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n\r\n" + STORY,
    "a picture": b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG",
    "an empty page": OK + b"Content-Length: 0\r\n\r\n",
    "a status with escapes": b"HTTP/1.1 404 \x1b[31mNot there\r\n\r\n",
}
REDIRECTS = {
    "to a file": (b"file:///etc/passwd", "file: address"),
    "to ftp": (b"ftp://e.example/x", "ftp: address"),
    "to a script": (b"javascript:alert(1)", "javascript: address"),
    "to data": (b"data:text/html,<p>x", "data: address"),
    "to nothing": (b"http://", "circle"),
    "to no address": (b"http://[::1", "none"),
    "to itself": (b"/", "circle"),
    "to a scheme with escapes": (b"x\x1b[31m:y", ""),
    "to a closed door": (b"http://127.0.0.1:9/", "refused the connection"),
    "to an address of a megabyte": (b"/" + b"x" * 90_000, ""),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_slow_server_is_not_waited_for(name: str, talk: Callable[[Talk], str]) -> None:
    answer, says = SLOW[name]
    assert says in refused(talk(answer))


@pytest.mark.parametrize("name", LARGE)
def test_an_endless_page_is_not_read_to_its_end(name: str, talk: Callable[[Talk], str]) -> None:
    answer = LARGE[name]()
    tracemalloc.start()
    try:
        message = refused(talk(answer))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "larger than" in message
    assert most < 40 << 20


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_is_put_into_one_line(name: str, talk: Callable[[Talk], str]) -> None:
    refused(talk(sends(BROKEN[name])))


@pytest.mark.parametrize("name", REDIRECTS)
def test_a_hostile_redirect_is_refused(name: str, talk: Callable[[Talk], str]) -> None:
    target, says = REDIRECTS[name]
    answer = b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    assert says in refused(talk(sends(answer)))


def test_redirects_that_never_end_are_not_followed_for_ever(talk: Callable[[Talk], str]) -> None:
    count = 0

    def onward(connection: socket.socket) -> None:
        nonlocal count
        count += 1
        connection.sendall(
            b"HTTP/1.1 302 Found\r\nLocation: /%d\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % count
        )

    assert "more than 3 times" in refused(talk(onward))
    assert count <= SHORT.redirects + 1


@pytest.mark.parametrize("charset", ["utf-7", "utf-16", "idna", "zlib_codec", "../../x", "\xff", "x" * 2000])
def test_a_lying_charset_does_not_spoil_the_page(charset: str, talk: Callable[[Talk], str]) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" + charset.encode("latin-1")
    assert "told to leave" in open_article(talk(sends(head + b"\r\nConnection: close\r\n\r\n" + STORY))).text


def test_escapes_from_a_server_never_come_out(talk: Callable[[Talk], str], sound: Callable[..., None]) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: \xc2\x9b31m\r\nConnection: close\r\n\r\n"
    article = open_article(talk(sends(head + STORY.replace(b"Keeper", b"Kee\x1b[2Jper&#27;[31m&#x1b;]0;x\x07"))))
    sound(article)
    assert article.title == "Keeper"


def test_a_site_that_vouches_for_itself_is_not_trusted(talk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            connection, _ = listener.accept()
            with context.wrap_socket(connection, server_side=True) as secure:
                secure.recv(65536)
                secure.sendall(OK + b"\r\n" + STORY)

    threading.Thread(target=serve, daemon=True).start()
    assert "certificate" in refused(f"https://127.0.0.1:{listener.getsockname()[1]}/")
    listener.close()


def test_a_site_without_the_secrecy_it_promises(talk: Callable[[Talk], str]) -> None:
    assert "secure connection" in refused(talk(sends(b"plain words\r\n")).replace("http:", "https:"))
