"""Every form that articles come in gives the same articles, cut wherever it is cut; what is no input is one line."""

import base64
import bz2
import datetime
import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet as parquet
import pytest

from reader.archive import ArchiveError, Settings, inputs
from reader.archive.inputs import find_places
from reader.archive.plan import cut_parts
from reader.archive.raw import Raw, Unread, build_articles, raw_of_row
from reader.archive.rows import read_place
from reader.article import Article
from reader.article.process import client
from reader.article.process.server import work
from reader.child_process import OnStep
from tests.archive.conftest import write_text

TEXTS = [write_text(number) for number in range(12)]
PLAIN = Settings()


def raws(given: Sequence[str], settings: Settings = PLAIN, part_bytes: int = 10**9) -> list[Raw]:
    parts = cut_parts(find_places(given, settings), part_bytes)
    return [raw for part in parts for place in part.places for raw in read_place(place, settings)]


def texts(given: Path, part_bytes: int) -> list[str]:
    found = [raw.text or (raw.data or b"").decode() for raw in raws([str(given)], part_bytes=part_bytes)]
    assert all(found)
    return found


def write_warc(path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for number, text in enumerate(TEXTS):
            for status, kind, data in (
                ("200 OK", "image/png", b"\x89PNG"),
                ("404 Not Found", "text/plain", b"It is gone, said the server."),
                ("200 OK", "text/plain; charset=utf-8", text.encode()),
            ):
                head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
                address = f"https://holme.example/{number}"
                writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(data), http_headers=head))


def write_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for number, text in enumerate(TEXTS):
            packed.writestr(f"texts/{number:02}.txt", text)
            packed.writestr(f"pictures/{number:02}.png", b"\x89PNG")


def write_tar(path: Path) -> None:
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w:") as packed:
        for number, text in enumerate(TEXTS):
            for name, data in ((f"{'deep/' * 40}{number:02}.txt", text.encode()), (f"{number:02}.png", b"\x89PNG")):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                packed.addfile(info, io.BytesIO(data))


def lines() -> bytes:
    return "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()


def write_all(path: Path) -> None:
    """All texts in one file of the kind that its name says."""
    if "warc" in path.name:
        write_warc(path)
    elif "zip" in path.name:
        write_zip(path)
    elif "tar" in path.name:
        write_tar(path)
    elif "parquet" in path.name:
        parquet.write_table(pyarrow.Table.from_pylist([{"text": text} for text in TEXTS]), path, row_group_size=7)
    else:
        packed = {".gz": gzip.compress(lines()), ".bz2": bz2.compress(lines())}
        path.write_bytes(packed.get(path.suffix, lines()))


@pytest.mark.parametrize(
    "name", ["a.warc", "a.warc.gz", "a.zip", "a.tar", "a.tar.gz", "a.jsonl", "a.jsonl.gz", "a.jsonl.bz2", "a.parquet"]
)
def test_a_file_of_many_articles_is_cut_between_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "CHUNK", 700)
    path = tmp_path / name
    write_all(path)
    assert len(list(find_places([str(path)]))) >= 3
    for part_bytes in (1, 1500, 10**9):  # in places by themselves, some together, and all
        assert texts(path, part_bytes) == TEXTS
    parts = list(cut_parts(find_places([str(path)]), 10**9))
    assert [len(part.places) for part in parts] == [2 if name == "a.parquet" else 1]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive_that_was_packed_as_a_whole_is_read_like_one_packed_by_records(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "CHUNK", 700)
    write_all(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(gzip.compress(gzip.decompress(data) if name.endswith(".gz") else data))
    assert len(list(find_places([str(path)]))) >= 3
    for part_bytes in (1, 1500, 10**9):
        assert texts(path, part_bytes) == TEXTS
    path.write_bytes(path.read_bytes()[:-40])
    cut = raws([str(path)])
    assert cut[-1].problem
    read = [(raw.data or b"").decode() for raw in cut if not raw.problem]
    assert read
    assert read == TEXTS[: len(read)]


def test_a_rows_title_goes_before_the_first_line_of_its_text() -> None:
    first = "The harbour board said it would close the quay."
    row = {"text": f"{first}\n\nNobody, said the clerk, had been asked about it.", "title": "Quay to close"}
    (built,) = build_articles(raw_of_row(row, "here", Settings()))
    assert isinstance(built, Article)
    assert built.title == "Quay to close"
    assert [(block.kind, built.words_of(block.span)) for block in built.blocks][:1] == [("paragraph", first)]
    (same,) = build_articles(raw_of_row({**row, "text": "Quay to close\n\n" + row["text"]}, "here", Settings()))
    assert isinstance(same, Article)
    assert [block.kind for block in same.blocks][:2] == ["title", "paragraph"]


def test_a_feed_is_its_items_and_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs: list[bytes] = []

    def do(job: bytes, on_step: OnStep, *, seconds: float | None = None) -> bytes:
        jobs.append(job)
        return work(job, lambda step: None)

    monkeypatch.setattr(client.child, "do", do)
    items = "".join(
        f"<item><title>Pump {n}</title><link>https://holme.example/{n}</link>"
        f"<description>{TEXTS[n] * 3}</description></item>"
        for n in range(3)
    )
    items += "<item><title>…</title></item>"
    path = tmp_path / "feed.rss"
    path.write_text(f"<?xml version='1.0'?><rss version='2.0'><channel><title>Holme</title>{items}</channel></rss>")
    (raw,) = raws([str(path)])
    *built, bad = build_articles(raw)
    assert [article.source for article in built] == [f"{path}#{n}" for n in (1, 2, 3)]
    assert [article.title for article in built if isinstance(article, Article)] == ["Pump 0", "Pump 1", "Pump 2"]
    assert isinstance(bad, Unread)
    assert (bad.source, bad.problem[:24]) == (f"{path}#4", "no article text was foun")
    assert len(jobs) == 1


ODD: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"text": ["One.", "Two."]}, {"text": "One.\n\nTwo."}),
    ({"text": b"caf\xc3\xa9"}, {"text": "café"}),
    ({"text": None, "html": "<p>x</p>"}, {"data": b"<p>x</p>", "name": "page.html"}),
    ({"text": "x", "bytes": base64.b64encode(b"held").decode()}, {"data": b"held"}),
    ({"bytes": "no base64!"}, {"problem": "its bytes is no base64"}),
    ({"text": 7}, {"problem": "it has none of the columns text, html, bytes"}),
    ({"text": "x", "id": 12, "title": {"a": 1}, "url": True}, {"source": "12", "title": None, "url": None}),
    ({"text": "x", "published": datetime.date(2026, 3, 1)}, {"published": "2026-03-01"}),
    ({"text": "x", "published": datetime.datetime(2026, 3, 1, 8, 30)}, {"published": "2026-03-01T08:30:00"}),
    ({"text": "x", "title": float("nan"), "site": "a\nb"}, {"title": None, "site": "a b"}),
    ({"text": "x", "title": "A \x1b[31mquay\x07", "site": "\u202e\ud800"}, {"title": "A quay", "site": "?"}),
    (
        {"text": "x", "url": "http://e.example/\x1b[2Ja", "id": "n\u0061\u0308"},
        {"url": "http://e.example/a", "source": "na\u0308"},
    ),
    ({"text": "x", "title": ""}, {"title": None, "source": "here"}),
]


@pytest.mark.parametrize(("row", "wanted"), ODD)
def test_odd_columns(row: dict[str, Any], wanted: dict[str, Any]) -> None:
    raw = inputs_raw(row)
    assert {name: getattr(raw, name) for name in wanted} == wanted


def inputs_raw(row: dict[str, Any], settings: Settings = PLAIN) -> Raw:
    from reader.archive.raw import raw_of_row

    return raw_of_row(row, "here", settings)


def test_a_column_inside_another() -> None:
    settings = replace(PLAIN, text_column="doc.body", date_column="doc.meta.day")
    raw = inputs_raw({"doc": {"body": "Words.", "meta": {"day": "2026-03-01"}}}, settings)
    assert (raw.text, raw.published) == ("Words.", "2026-03-01")
    assert inputs_raw({"doc.body": "Flat."}, settings).text == "Flat."


def test_your_library_is_an_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.article import article_from_text
    from reader.library.library import Library

    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArchiveError, match="your library is empty"):
        raws(["library"])
    with Library() as library:
        for number in range(3):
            library.keep(article_from_text(TEXTS[number]), None, source=f"{number}.txt")
    built = [article for raw in raws(["library"], part_bytes=1) for article in build_articles(raw)]
    assert [article.source for article in built] == ["0.txt", "1.txt", "2.txt"]
    assert all(isinstance(article, Article) and "Nobody had looked" in article.text for article in built)


def test_folders_of_runs_and_hidden_files_are_passed_over(folder: Path) -> None:
    (folder / ".hidden.txt").write_text("x")
    (folder / "out" / "done").mkdir(parents=True)
    (folder / "out" / "plan.jsonl").write_text("{}")
    (folder / "out" / "articles.parquet").write_text("x")
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("x")
    (folder / "sub" / "b.html.gz").write_bytes(gzip.compress(b"x"))
    (folder / "sub" / "c.png.gz").write_bytes(gzip.compress(b"x"))
    (folder / "data.bin").write_text("x")
    names = [Path(place.path).name for place, _ in find_places([str(folder)])]
    assert names == [*(f"{number:02}.txt" for number in range(12)), "a.txt", "b.html.gz"]


BAD: dict[str, bytes] = {
    "a.zip": b"no zip",
    "a.tar": b"no tar" * 200,
    "a.tar.gz": b"no gzip",
    "a.parquet": b"PAR1 no",
    "a.warc": b"no archive\r\n",
    "a.jsonl.gz": b"no gzip",
    "a.jsonl": b'{"body": "x"}\n',
    "a.json": b"[]",
    "/no/such/file": b"",
    "nothing-*.txt": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_input_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if BAD[name]:
        path.write_bytes(BAD[name])
    with pytest.raises(ArchiveError) as told:
        raws([str(path)])
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.warc.gz", "a.warc", "a.zip", "a.tar", "a.tar.gz", "a.parquet"])
def test_a_file_that_ends_too_early_is_a_row_and_what_stands_before_is_read(name: str, tmp_path: Path) -> None:
    whole, path = tmp_path / name, tmp_path / "cut" / name
    path.parent.mkdir()
    write_all(whole)
    data = whole.read_bytes()
    path.write_bytes(data[: -60 if "warc" in name else len(data) * 2 // 3])
    (path.parent / "good.txt").write_text(TEXTS[0], encoding="utf-8")
    found = raws([str(path.parent)])
    assert found[-1].source == str(path.parent / "good.txt")
    problems = [raw.source for raw in found if raw.problem]
    assert problems
    assert problems[-1].partition("!")[0] in (str(path), "https://holme.example/11")  # a page that breaks off
    read = [raw.text or (raw.data or b"").decode() for raw in found[:-1] if not raw.problem]
    assert read == TEXTS[: len(read)]
    assert read or name in ("a.zip", "a.parquet"), "these have their list at the end"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
def test_what_cannot_be_opened_in_a_folder_is_a_row_and_a_pipe_is_no_article(folder: Path, tmp_path: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    found = raws([str(folder)])
    assert [Path(raw.source).name for raw in found if raw.problem] == ["gone.txt"]
    assert len(found) == 13
    listed = tmp_path / "list"
    listed.write_text(f"{folder / '00.txt'}\n{folder / 'never.txt'}\n", encoding="utf-8")
    problems = [place.kind for place, _ in find_places([str(listed)], listed=True)]
    assert problems == ["file", "damaged"]
    with pytest.raises(ArchiveError, match="no file, which can be read more than once"):
        raws([str(folder / "pipe.txt")])


def test_what_is_broken_in_the_middle_is_one_row_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    deep = b"[" * 100_000
    path.write_bytes(lines() + b"\xff\xfe\n" + deep + b"\n[1]\n\n" + lines())
    found = raws([str(path)])
    assert [raw.problem for raw in found if raw.problem] == ["the line is no JSON"] * 2 + ["no JSON object"]
    assert len([raw for raw in found if raw.text]) == 24
    packed = tmp_path / "a.zip"
    write_zip(packed)
    data = bytearray(packed.read_bytes())
    data[60] ^= 0xFF
    packed.write_bytes(bytes(data))
    problems = [raw.problem for raw in raws([str(packed)])]
    assert problems == ["it cannot be read (BadZipFile)", *[None] * 11]


@pytest.mark.parametrize("name", ["rows.csv", "rows.TSV", "rows.csv.gz"])
def test_rows_of_a_spreadsheet_are_not_read_as_one_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("title,text\nThe pump,“It stopped,” said Ines Falkner.\n", encoding="utf-8")
    with pytest.raises(ArchiveError, match="its rows would be read as one text; give them as Parquet or JSON Lines"):
        list(find_places([str(tmp_path / name)], PLAIN))
