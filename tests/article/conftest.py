"""What the tests of the ground floor share: a cache of their own, a web server on loopback, makers of book and PDF."""

import http.server
import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, ArticleError, open_article, safe_text
from reader.article.process.client import child

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are kept in a folder of the test, and no proxy of this machine comes between."""
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_worker_left() -> Iterator[None]:
    yield
    child.stop()


@dataclass
class Site:
    """A web server whose every path is a function of the test."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(self, path: str, body: bytes, *, status: int = 200, **headers: str) -> str:
        """Serves bytes at a path; header names are given with underscores. Its whole address."""

        def answer(request: http.server.BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in (
                {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))} | given
            ).items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(body)

        return self.serve(path, answer)

    def serve(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.address + path

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        return self.page(path, b"", status=status, Location=target)


def _start(host: str) -> tuple[http.server.ThreadingHTTPServer, Site]:
    site = Site("")

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.seen.append((self.path, dict(self.headers)))
            answer = site.answers.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:
                self.close_connection = True  # the client hung up, as it should on hostile answers

        def log_message(self, format: str, *args: object) -> None:
            return

    server = http.server.ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    site.address = f"http://{host}:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server, site


@pytest.fixture
def site() -> Iterator[Site]:
    server, site = _start("127.0.0.1")
    yield site
    server.shutdown()
    server.server_close()


def kinds_and_words(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.words_of(block.span)) for block in article.blocks]


@pytest.fixture
def blocks() -> Callable[[Article], list[tuple[str, str]]]:
    """Kind and words of each block of an article."""
    return kinds_and_words


def assert_sound(article: Article) -> None:
    """What holds for every article: blocks in order over the whole text, links inside it, nothing unsafe anywhere."""
    end = 0
    for block in article.blocks:
        between = article.text[end : block.span[0]]
        assert between in ((" ", "\n\n") if end else ("",))
        assert block.span[0] < block.span[1] <= len(article.text)
        end = block.span[1]
    assert end == len(article.text)
    for link in article.links:
        assert 0 <= link.span[0] < link.span[1] <= len(article.text)
        assert link.url.startswith(("http://", "https://", "mailto:"))
    assert safe_text(article.text) == article.text
    given = [article.title, article.published, article.site, article.url, article.language, *article.byline]
    for value in [*given, *article.notes, *(link.url for link in article.links)]:
        assert value is None or safe_text(value, lines=False) == value


@pytest.fixture
def sound() -> Callable[[Article], None]:
    return assert_sound


@pytest.fixture
def refusal() -> Callable[..., str]:
    """The one line with which a source is refused."""

    def refusal_of(source: str, **given: Any) -> str:
        with pytest.raises(ArticleError) as caught:
            open_article(source, **given)
        message = str(caught.value)
        assert message
        assert safe_text(message, lines=False) == message
        return message

    return refusal_of


@pytest.fixture
def make_epub() -> Callable[..., bytes]:
    def make(chapters: dict[str, str], extra: dict[str, bytes] | None = None, title: str = "The Salt Road") -> bytes:
        items = "".join(
            f'<item id="c{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(chapters)
        )
        spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
        package = (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{title}</dc:title><dc:creator>Mira Olsen</dc:creator><dc:date>2026-02-03</dc:date>"
            f"<dc:language>en-GB</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
        )
        container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            archive.writestr("META-INF/container.xml", container)
            archive.writestr("OPS/book.opf", package)
            for name, content in chapters.items():
                archive.writestr(f"OPS/{name}", content)
            for name, data in (extra or {}).items():
                archive.writestr(name, data)
        return output.getvalue()

    return make


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """A PDF of lines, each (x, y, size, words), on pages."""

    def make(*pages: list[tuple[int, int, int, str]]) -> bytes:
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        kids = []
        for lines in pages:
            drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in lines).encode(
                "latin-1"
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
            )
            kids.append(len(objects))
        objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
        data = b"%PDF-1.4\n"
        offsets = []
        for number, content in enumerate(objects, start=1):
            offsets.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        start = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)

    return make
