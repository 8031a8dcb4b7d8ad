"""Web servers on loopback addresses of their own, whose every path is a function: feeds to be refreshed from."""

import http.server
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

Answer = Callable[["Request"], None]


@dataclass
class Request:
    """A question of a client, and how it is answered."""

    handler: http.server.BaseHTTPRequestHandler

    @property
    def headers(self) -> dict[str, str]:
        """The client's headers, names in small letters."""
        return {name.lower(): value for name, value in self.handler.headers.items()}

    def send(self, body: bytes, status: int = 200, /, **headers: str) -> None:
        """Answer; header names are given with underscores."""
        self.handler.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(body)), "Content-Type": "application/rss+xml"} | given).items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(body)


@dataclass
class Servers:
    """The servers, what each path answers, and what was asked of them."""

    addresses: list[str] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    ended: threading.Event = field(default_factory=threading.Event)
    _inside: dict[str, list[socket.socket]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, number: int, path: str, answer: Answer) -> str:
        """Answer a path on one of the servers; its whole address."""
        address = self.addresses[number % len(self.addresses)] + path
        self.answers[address] = answer
        return address

    def feed(self, number: int, path: str, body: Callable[[], bytes], **headers: str) -> str:
        """A feed that says what it is known by, and answers 304 to those who know it."""

        def answer(request: Request) -> None:
            words = body()
            tag = f'"{hash(words)}"'
            if request.headers.get("if-none-match") == tag:
                request.send(b"", 304, ETag=tag)
            else:
                request.send(words, ETag=tag, **headers)

        return self.serve(number, path, answer)

    def answer(self, host: str, handler: http.server.BaseHTTPRequestHandler) -> None:
        """Answer one question, and count it."""
        address = f"http://{host}{handler.path}"
        with self._lock:
            self.asked[address] += 1
            inside = self._inside.setdefault(host, [])
            inside.append(handler.connection)
            self.most_at_once[host] = max(self.most_at_once[host], sum(map(_is_open, inside)))
            self.agents.add(handler.headers.get("User-Agent", ""))
        try:
            answer = self.answers.get(address)
            if answer is None:
                handler.send_error(404)
            else:
                answer(Request(handler))
        finally:
            with self._lock:
                inside.remove(handler.connection)


def _is_open(connection: socket.socket) -> bool:
    """Whether the client still waits for an answer; one that hung up has sent an end already."""
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


@contextmanager
def running(many: int) -> Iterator[Servers]:
    """So many servers, on 127.0.0.1, 127.0.0.2 and so on, as far as the system has such addresses."""
    servers = Servers()
    started = []
    for number in range(1, many + 1):
        try:
            server = http.server.ThreadingHTTPServer((f"127.0.0.{number}", 0), _handler(servers))
        except OSError:
            break
        server.daemon_threads = True
        started.append(server)
        servers.addresses.append(f"http://127.0.0.{number}:{server.server_port}")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield servers
    finally:
        servers.ended.set()
        for server in started:
            server.shutdown()
            server.server_close()


def _handler(servers: Servers) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def setup(self) -> None:
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            super().setup()

        def do_GET(self) -> None:
            host, port = self.connection.getsockname()[:2]
            with suppress(OSError):  # the client hung up
                servers.answer(f"{host}:{port}", self)

        def log_message(self, format: str, *args: object) -> None:
            return

    return Handler


def rss(title: str, *items: str) -> bytes:
    """A feed of these items."""
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(title)}</title>'
        f"<link>https://{title.casefold().replace(' ', '-')}.example/</link>"
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


def item(
    name: str,
    words: str = "Nothing more is known.",
    *,
    guid: str | None = None,
    day: int = 5,
    date: str = "",
    site: str = "",
) -> str:
    """An item of a feed, its address and guid made of its name; of a day in November 2026, or another date."""
    address = name.casefold().replace(" ", "-")
    site = site or "https://paper.example"
    known = f"<guid isPermaLink='false'>{guid if guid is not None else address}</guid>" if guid != "" else ""
    return (
        f"<title>{escape(name)}</title><link>{site}/{address}</link>{known}"
        f"<pubDate>{date or f'{day:02} Nov 2026 08:00:00 GMT'}</pubDate><description>{escape(words)}</description>"
    )
