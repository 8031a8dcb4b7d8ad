"""The file: what is acknowledged is on the disk, whatever becomes of the process, the disk or the file."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import Library, LibraryDamagedError, LibraryError, schema
from tests.library.conftest import BRIDGE, analysed, make_article


def filled(path: Path, many: int = 20) -> Library:
    """A library of articles, each with a mark."""
    library = Library(path)
    for number in range(many):
        article = make_article(source=f"https://packet.example/{number}", published=f"2026-01-{number % 28 + 1:02}")
        kept = library.keep(article, analysed(article, *BRIDGE))
        library.highlight(kept.entry, (0, 37), note=f"note {number}")
    return library


def test_the_file_is_the_users_alone_even_where_it_was_not(file: Path) -> None:
    filled(file, 1).close()
    file.chmod(0o644)
    Library(file).count()
    assert {path.stat().st_mode & 0o077 for path in file.parent.iterdir()} == {0}


def test_reading_makes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "state" / "library.db"
    with Library(file) as library, Library(file) as other:
        assert (library.count(), library.entries(), library.search("bridge"), library.counts().articles) == (
            0,
            [],
            [],
            0,
        )
        assert len(list(library.export_lines())) == 1
        assert list(tmp_path.iterdir()) == []
        kept = other.keep(make_article())
        assert [entry.number for entry in library.entries()] == [kept.entry]
        assert library.search("bridge")
        library.star(kept.entry)
        assert other.entry(kept.entry).starred


def test_a_file_of_a_newer_reader_is_left_as_it_is(file: Path) -> None:
    filled(file, 1).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    for attempt in (lambda: Library(file).count(), lambda: Library(file).keep(make_article())):
        with pytest.raises(LibraryError, match="written by a newer Reader"):
            attempt()
    assert file.read_bytes() == before


def test_an_older_file_is_copied_then_brought_forward(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, 3).close()
    before = len(schema.STEPS)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, "ALTER TABLE article ADD COLUMN mood TEXT"))
    monkeypatch.setattr("reader.library.store.STEPS", schema.STEPS)
    assert Library(file).count() == 3
    copy = file.with_name(f"library.version-{before}.db")
    monkeypatch.undo()
    assert copy.stat().st_mode & 0o077 == 0
    assert Library(copy).count() == 3
    with pytest.raises(LibraryError, match="newer"):
        Library(file).count()


def test_a_step_that_fails_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, 2).close()
    steps = (*schema.STEPS, "CREATE TABLE mood (x);\nCREATE TABLE mood (x)")
    monkeypatch.setattr(schema, "STEPS", steps)
    monkeypatch.setattr("reader.library.store.STEPS", steps)
    with pytest.raises(LibraryError):
        Library(file).count()
    monkeypatch.undo()
    assert Library(file).count() == 2


@pytest.mark.parametrize("place", ["first page", "middle", "end", "cut short", "nonsense", "emptied pages"])
def test_a_damaged_file_is_put_aside_and_what_can_be_read_is_saved(file: Path, place: str) -> None:
    filled(file).close()
    data = bytearray(file.read_bytes())
    size = len(data)
    damage = os.urandom(3000)
    if place == "first page":
        data[:3000] = damage
    elif place == "middle":
        data[size // 2 : size // 2 + 3000] = damage
    elif place == "end":
        data[-3000:] = damage
    elif place == "cut short":
        del data[size * 2 // 3 :]
    elif place == "nonsense":
        data = bytearray(b"not a library at all" * 50)
    else:
        for page in range(5, size // 4096, 7):
            data[page * 4096 : page * 4096 + 4096] = bytes(4096)
    file.write_bytes(data)
    library = Library(file)
    told = ""
    try:
        found = library.check()
        told = " ".join(library.remarks)
    except LibraryDamagedError as error:
        told, found = str(error), library.check()
    assert found == []
    if place == "end" and not told:  # it hit what no table reads
        assert (library.count(), len(library.marks())) == (20, 20)
        return
    assert "the file was damaged; it lies aside as library.damaged-" in told
    assert "\n" not in told
    assert not list(file.parent.glob("*.mending"))
    (aside,) = file.parent.glob("library.damaged-*.db")
    assert aside.read_bytes() == bytes(data)
    if place != "nonsense":
        assert library.count() >= 10
    if place in ("first page", "middle", "end"):
        assert len(library.marks()) >= 10
    assert library.keep(make_article(source="https://packet.example/new")).fresh
    library.search("bridge")
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_another_sitting_goes_on_in_the_new_file(file: Path) -> None:
    one, two = filled(file, 5), Library(file)
    assert two.count() == 5
    two.close()
    one.close()
    with open(file, "r+b") as handle:
        handle.write(b"\0" * 100)
    assert isinstance(one._store.mend(), LibraryDamagedError)
    one.keep(make_article(source="https://packet.example/one"))
    two.keep(make_article(source="https://packet.example/two"))
    assert one.count() == two.count() == 7


def test_a_full_disk_is_told_and_nothing_is_lost(file: Path) -> None:
    library = filled(file, 3)
    with library._store.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    kept = []
    told = ""
    for number in range(500):
        article = make_article(f"Number {number}\n\n{os.urandom(4000).hex()}", f"https://packet.example/full{number}")
        try:
            kept.append(library.keep(article).entry)
        except LibraryError as error:
            told = str(error)
            break
    assert "the disk is full" in told
    library.close()
    again = Library(file)
    assert again.check() == []
    assert {each.number for each in again.entries()} >= {1, 2, 3, *kept}
    assert again.count() == 3 + len(kept)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from reader.library import Library, LibraryError
from tests.library.conftest import make_article
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
library = Library(Path(sys.argv[1]))
for number in range(1000):
    if number == 5:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        kept = library.keep(make_article(f"{number} " * 5000, f"https://packet.example/{number}"))
    except LibraryError as error:
        print("told", error)
        break
    print("kept", kept.entry, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits on files are POSIX")
def test_a_file_that_may_not_grow_is_told_and_nothing_is_lost(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1].startswith("told"), lines[-1]
    kept = {int(line.split()[1]) for line in lines if line.startswith("kept")}
    again = Library(file)
    assert again.check() == []
    assert {each.number for each in again.entries()} >= kept


def test_a_file_that_cannot_be_written_to_can_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, 3).close()
    monkeypatch.setattr("reader.library.store._is_writable", lambda path: False)
    library = Library(file)
    assert library.count() == 3
    assert library.search("bridge")
    with pytest.raises(LibraryError, match="it cannot be written to"):
        library.keep(make_article(source="https://packet.example/new"))
    assert library.count() == 3


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="it cannot be made: File exists"):
        Library(tmp_path / "file" / "library.db").count()


def test_a_backup_is_a_whole_library(file: Path, tmp_path: Path) -> None:
    library = filled(file, 3)
    library.backup(tmp_path / "copy.db")
    assert list(Library(tmp_path / "copy.db").export_lines()) == list(library.export_lines())
    with pytest.raises(LibraryError, match="could not be written"):
        library.backup(tmp_path / "nowhere" / "copy.db")


def test_what_failed_halfway_is_not_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = filled(file, 1)
    before = list(library.export_lines())

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("reader.library.articles.derive", fail)
    with pytest.raises(LibraryError):
        library.keep(make_article(source="https://packet.example/new"))
    assert list(library.export_lines()) == before


def test_what_is_forgotten_is_not_even_in_the_files_bytes(file: Path) -> None:
    library = filled(file, 2)
    secret = make_article("Zyxwvut\n\nQuarrelsome zyxwvut said nothing.", "https://secret.example/zyxwvut")
    number = library.keep(secret, analysed(secret, ("Quarrelsome zyxwvut", "said nothing"))).entry
    library.highlight(number, (0, 7), note="zyxwvut again")
    library.forget(number)
    library.close()
    for path in file.parent.iterdir():
        assert b"zyxwvut" not in path.read_bytes().lower()
    assert Library(file).count() == 2


def test_everything_can_be_forgotten(file: Path) -> None:
    library = filled(file, 2)
    library.forget_everything()
    library.close()
    assert b"packet" not in file.read_bytes()
    assert (library.count(), library.people(), library.marks(), library.search("bridge")) == (0, [], [], [])
    assert library.keep(make_article()).entry == 1


def test_what_is_left_half_read_is_given_up_quietly_even_once_the_file_is_closed(file: Path) -> None:
    library = filled(file, 3)
    lines = library.export_lines()
    next(lines)
    library.close()
    lines.close()
    assert library.count() == 3
