"""Paths, folders and standard input: what opens, and the one line that says why something does not."""

import gzip
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.article import Article, ArticleError, article_from_bytes, expand_sources, open_article

Refusal = Callable[..., str]
Blocks = Callable[[Article], list[tuple[str, str]]]
TEXT = "Pier to be taken down\n\nThe mayor said on Monday that the old pier of Harrowgate would go before the winter.\n"
HTML = f"<!doctype html><title>Pier</title><article><h1>Pier</h1><p>{TEXT}</p></article>"


def test_a_path_opens(tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = open_article(str(path))
    assert article.title == "Pier to be taken down"
    assert article.source == str(path)


def test_standard_input_opens() -> None:
    assert open_article("-", stdin=TEXT.encode()).title == "Pier to be taken down"


@pytest.mark.parametrize("name", ["pier.html", "pier.txt", "pier", "pier.pdf", "pier.md"])
def test_the_content_tells_the_format_and_not_the_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(HTML, encoding="utf-8")
    article = open_article(str(path))
    assert "<" not in article.text
    assert article.title == "Pier"


def test_a_gzipped_page_opens(tmp_path: Path) -> None:
    path = tmp_path / "pier.html.gz"
    path.write_bytes(gzip.compress(HTML.encode()))
    assert open_article(str(path)).title == "Pier"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = "Café closes\n\n“The café of Harrowgate will close,” said its owner, Zoë Lund, on Monday evening, in tears."
    assert article_from_bytes(text.encode(encoding)).text == text


def test_a_declared_encoding_is_believed_where_utf_8_fails() -> None:
    html = '<html><head><meta charset="koi8-r"><title>x</title></head><body><p>Новости дня из города.</p></body></html>'
    assert "Новости дня" in article_from_bytes(html.encode("koi8-r")).text
    assert (
        "Новости дня"
        in article_from_bytes(html.replace(' charset="koi8-r"', "").encode("koi8-r"), charset="koi8-r").text
    )


def test_a_lying_encoding_does_not_spoil_utf_8() -> None:
    html = '<html><head><meta charset="iso-8859-1"><title>x</title></head><body><p>Café news today.</p></body></html>'
    assert "Café" in article_from_bytes(html.encode(), charset="utf-16").text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x00" * 400, "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "picture"),
        (b"\x7fELF" + b"\x00" * 99, "program"),
        (b"\x00\x01\x02\x03" * 999, "binary"),
        (b"words" + b"\x00" * 999, "binary"),
        (b"PK\x03\x04" + b"\x00" * 99, "archive"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"word/document.xml", "Word"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"%PDF-1.4 and nothing more", "PDF is damaged"),
        (gzip.compress(HTML.encode(), mtime=0)[:-30], "ends before"),
        (b"\x1f\x8b\x08garbage that is no gzip at all", "damaged"),
        (b"... --- ...", "no article text"),
        (b"<rss><channel></channel></rss>", "no items"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(content: bytes, says: str, tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "given.html"
    path.write_bytes(content)
    assert says in refusal(str(path))
    assert says in refusal("-", stdin=content)


def test_missing_files_folders_devices_and_odd_addresses(tmp_path: Path, refusal: Refusal) -> None:
    assert "no such file" in refusal(str(tmp_path / "missing.txt"))
    assert "no such file" in refusal(str(tmp_path / "missing\x1b[31m\n.txt"))
    assert "folder" in refusal(str(tmp_path))
    assert "ftp: addresses are not opened" in refusal("ftp://example.org/x")
    assert refusal("bad\x00path")
    assert refusal("x" * 5000)
    assert "standard input" in refusal("-")


def test_devices_and_unreadable_files(tmp_path: Path, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("device" if os.name == "posix" else "no such file") in refusal("/dev/zero")
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)  # root may read what it likes, so the refusal is the test's own
    assert "no permission" in refusal(str(path))


def test_a_file_past_the_limit_is_refused(tmp_path: Path, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.article.opening.MOST_BYTES", 1 << 20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 300_000)
    assert "larger than 1 MB" in refusal(str(path))
    with pytest.raises(ArticleError, match="larger than 1 MB"):
        open_article("-", stdin=b"word " * 300_000)
    path.write_bytes(gzip.compress(b"word " * 300_000))
    assert "unpacks to more than 1 MB" in refusal(str(path))


def test_a_folder_becomes_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.MD", "picture.png", ".hidden.txt", "notes.docx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "sub.txt").mkdir()
    found = expand_sources(["first.txt", str(tmp_path), "-", "https://example.org/"])
    inside = [str(tmp_path / name) for name in ("a.html", "b.txt", "c.MD")]
    assert found == ["first.txt", *inside, "-", "https://example.org/"]


def test_what_gzip_packed_is_an_article_of_its_folder_where_its_own_name_is_an_article_s(tmp_path: Path) -> None:
    text = "The quay is dry, said the mayor."
    for name in ("a.txt.gz", "b.html.GZ", "c.txt", "rows.jsonl.gz", "picture.png.gz", "notes.gz", ".hidden.txt.gz"):
        (tmp_path / name).write_bytes(gzip.compress(text.encode()) if name[-2:].lower() == "gz" else text.encode())
    found = expand_sources([str(tmp_path)])
    assert found == [str(tmp_path / name) for name in ("a.txt.gz", "b.html.GZ", "c.txt")]
    assert open_article(found[0]).text == open_article(found[2]).text == text


def test_a_link_that_leads_nowhere_fails_alone_and_not_its_folder(
    tmp_path: Path, refusal: Callable[[str], str]
) -> None:
    names = ["gone.txt", "itself.txt", "there.txt", "through.md"]
    try:
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nobody")
        (tmp_path / "itself.txt").symlink_to("itself.txt")
        (tmp_path / "through.md").symlink_to("itself.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    (tmp_path / "there.txt").write_text("The quay is dry.", encoding="utf-8")
    assert expand_sources([str(tmp_path)]) == [str(tmp_path / name) for name in names]
    assert "no such file" in refusal(str(tmp_path / "gone.txt"))
    assert "cannot be read" in refusal(str(tmp_path / "itself.txt"))
    assert open_article(str(tmp_path / "there.txt")).text == "The quay is dry."


def test_rows_are_no_article_and_who_reads_them_is_told(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "The quay is dry."}\n{"text": "It is wet."}\n', encoding="utf-8")
    assert "reader archive run" in refusal(str(path))
    path.write_text("{sic} is what editors write.\n\nIt means that they know.", encoding="utf-8")
    assert "editors" in open_article(str(path)).text


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no article files"):
        expand_sources([str(tmp_path)])


def test_plain_text_needs_no_heavy_module() -> None:
    code = (
        "import sys, reader.article as a; a.open_article('-', stdin=b'Pier goes\\n\\nThe pier goes.');"
        "heavy = {'lxml', 'trafilatura', 'httpx', 'markdown_it', 'subprocess', 'ssl', 'nltk', 'numpy', 'textual'};"
        "print(*(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("\n", "")


def test_reading_leaves_files_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "pier.html"
    path.write_text(HTML, encoding="utf-8")
    before = path.stat()
    open_article(str(path))
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(before.st_mode)
    assert os.listdir(tmp_path) == ["pier.html"]
