"""`reader add` and `reader library` as commands: what they print, and how they end."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.analysis import Analysis
from reader.article import article_from_text
from tests.cli.conftest import Done, Run


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own."""
    folder = tmp_path / "state"
    monkeypatch.setenv("READER_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture
def kept(reader: Run, article: Path) -> Run:
    """A library that holds one article."""
    assert reader("add", article, "--tag", "bridges").returncode == 0
    return reader


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_what_is_added_is_listed_shown_and_found(kept: Run) -> None:
    (entry,) = objects(kept("library", "list", "--format", "json").stdout)
    assert (entry["number"], entry["title"], entry["tags"]) == (1, "Council votes to close the old bridge", ["bridges"])
    assert entry["queued"] is not None
    assert "Council votes to close the old bridge" in kept("library", "list", "--queue").stdout
    shown = kept("library", "show", "1").stdout
    assert "Ruth Adeyemi: “We were told it was safe in January" in shown
    assert "[January]" in kept("library", "search", "january", "speaker:adeyemi").stdout
    (hit, *_) = objects(kept("library", "search", "january", "--format", "json").stdout)
    whole = objects(kept("library", "show", "1", "--format", "json").stdout)[0]
    assert "January" in str(whole["text"])[slice(*hit["span"])]


def test_what_one_said_is_told_by_a_part_of_the_name(kept: Run) -> None:
    done = kept("library", "said", "adeyemi")
    assert "“We were told it was safe in January, and it was not. We will not wait.”" in done.stdout
    assert kept("library", "said", "nobody").returncode == 1
    assert "Ruth Adeyemi" in kept("library", "people").stdout


def test_who_carries_a_quotation_is_told_with_how_much_of_it(kept: Run) -> None:
    whole = kept("library", "like", "We were told it was safe in January", "--format", "json")
    said = objects(whole.stdout)[0]
    assert (said["share"], said["speaker"]) == (1.0, "Ruth Adeyemi")
    part = kept("library", "like", "We were told it was sound in January, and it was not")
    assert part.stdout.split()[0] in ("91%", "92%")
    assert "Ruth Adeyemi: “We were told it was safe" in part.stdout
    nobody = kept("library", "like", "Nobody has ever quoted these words")
    assert (nobody.returncode, nobody.stdout) == (0, "")
    assert nobody.stderr.count("\n") == 1


def test_a_source_that_fails_is_told_and_the_rest_is_kept(reader: Run, article: Path) -> None:
    done = reader("add", "nowhere.txt", article)
    assert done.returncode == 1
    assert done.stderr == "reader: nowhere.txt: no such file; check the path\n"
    assert len(reader("library", "list").stdout.splitlines()) == 1


def test_marks_tags_and_states_are_kept(kept: Run) -> None:
    assert kept("library", "mark", "1", "bicycle shop", "--note", "ask him", "--tag", "people").returncode == 0
    assert kept("library", "marks").stdout.splitlines()[1].strip() == "ask him"
    assert kept("library", "mark", "1", "the").returncode == 1
    assert "[ask] him" in kept("library", "search", "ask", "kind:mark").stdout
    kept("library", "tag", "1", "river")
    assert kept("library", "tag", "1").stdout.split() == ["bridges", "river"]
    kept("library", "state", "1", "done", "--star")
    (entry,) = objects(kept("library", "list", "--starred", "--format", "json").stdout)
    assert (entry["state"], entry["queued"]) == ("done", None)


def test_what_is_removed_comes_back_and_what_is_forgotten_does_not(kept: Run) -> None:
    kept("library", "remove", "1")
    listed = kept("library", "list")
    assert (listed.returncode, listed.stdout) == (0, "")
    assert "reader add" in listed.stderr
    assert kept("library", "search", "january").stdout == ""
    kept("library", "remove", "1", "--undo")
    assert kept("library", "search", "january").stdout
    kept("library", "forget", "1")
    assert kept("library", "show", "1").returncode == 1
    assert kept("library", "forget").returncode == 2


def test_corrections_win_and_are_counted(kept: Run) -> None:
    said = objects(kept("library", "show", "1", "--format", "json").stdout)[0]["said"]
    first = next(each["claim"] for each in said if each["speaker"] == "Ruth Adeyemi")
    assert kept("library", "correct", "1", "--speaker", first, "Dana Whitfield").returncode == 0
    assert "January" in kept("library", "said", "Dana", "Whitfield").stdout
    kept("library", "correct", "1", "--missed", "The bridge was built in 1871", "Dana Whitfield")
    counts = objects(kept("library", "agreement", "--format", "json").stdout)[0]
    assert counts["yours"] == counts["found"] + 1
    assert counts["precision"] == 1.0
    kept("library", "correct", "1", "--undo")
    kept("library", "correct", "1", "--undo")
    assert "January" in kept("library", "said", "adeyemi").stdout
    assert kept("library", "correct", "1", "--undo").returncode == 1


def test_a_correction_prints_the_claims_that_it_changes_and_no_others(kept: Run) -> None:
    said = objects(kept("library", "show", "1", "--format", "json").stdout)[0]["said"]
    first = next(each for each in said if each["speaker"] == "Ruth Adeyemi")
    changed = kept("library", "correct", "1", "--speaker", first["claim"], "Dana Whitfield").stdout.splitlines()
    assert 0 < len(changed) < len(said)
    assert all("Dana Whitfield" in line for line in changed)
    done = kept("library", "correct", "1", "--no-claim", first["claim"])
    assert first["text"] not in done.stdout
    assert done.stderr.endswith("less\n")
    assert kept("library", "correct", "1", "--undo").stdout.splitlines() == changed


def test_a_claim_goes_by_the_number_that_the_table_shows(kept: Run, article: Path) -> None:
    rows = objects(kept("library", "show", "1", "--format", "json").stdout)[0]["said"]
    table = kept("claims", article).stdout.splitlines()
    (number,) = (line.split()[0] for line in table if "safe in January" in line)
    assert kept("library", "correct", "1", "--speaker", number, "Dana Whitfield").returncode == 0
    after = objects(kept("library", "show", "1", "--format", "json").stdout)[0]["said"]
    changed = [new["text"] for old, new in zip(rows, after, strict=True) if old["speaker"] != new["speaker"]]
    assert ["safe in January" in text for text in changed] == [True]
    done = kept("library", "correct", "1", "--no-claim", "99")
    assert done.returncode == 1
    assert "1 to" in done.stderr


def test_what_is_no_filter_is_sought_as_words_and_told(kept: Run) -> None:
    done = kept("library", "search", "bicycle:shop")
    assert "bicycle: is no filter, so 'bicycle shop' was sought as words" in done.stderr
    assert "[bicycle shop]" in done.stdout
    assert kept("library", "search", "10:30", "-no:goat").stderr.count("no filter") == 0


def test_an_article_that_nobody_looked_for_claims_in_is_not_listed_with_none(reader: Run) -> None:
    from reader.library import Library

    with Library() as library:
        library.keep(article_from_text("The ferry\n\nIt sank at noon, Ada Poll said.\n"), source="ferry.txt")
        library.keep(article_from_text("The gate\n\nIt is shut.\n"), Analysis(), source="gate.txt")
    listed = reader("library", "list").stdout.splitlines()
    assert ["not analysed yet" in line for line in listed] == ["ferry" in line for line in listed]
    as_json = objects(reader("library", "list", "--format", "json").stdout)
    assert {each["source"]: each["analysed"] for each in as_json} == {"ferry.txt": False, "gate.txt": True}


def test_all_of_it_goes_out_and_comes_back_equal(kept: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("library", "mark", "1", "bicycle shop", "--note", "ask him")
    lines = kept("library", "export", "--all").stdout
    (tmp_path / "all.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path / "other"))
    done = kept("library", "import", "all.jsonl")
    assert done.returncode == 0
    assert "1 article" in done.stderr
    assert kept("library", "export", "--all").stdout == lines


def test_a_line_that_cannot_be_taken_is_told_by_its_number(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"type":"library","format":1}\nnonsense\n', encoding="utf-8")
    done = reader("library", "import", "bad.jsonl")
    assert done.returncode == 1
    assert "bad.jsonl: line 2 was not taken: it is no JSON" in done.stderr


def test_the_file_is_checked_and_copied(kept: Run, tmp_path: Path) -> None:
    assert "1 article, all sound" in kept("library", "check").stdout
    assert kept("library", "backup", "copy.db").returncode == 0
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "typed", ["(((", '"', "AND OR NOT", "speaker:", "kind:x", "a* OR*", "-", "x:y", "NEAR(a b)", "*"]
)
def test_no_search_is_a_mistake(kept: Run, typed: str) -> None:
    done = kept("library", "search", "--", typed)
    assert done.returncode == 0
    assert "error" not in done.stderr


@pytest.mark.parametrize("words", [(), ("walk",), ("show",), ("people", "--same", "1", "x"), ("list", "--limit", "0")])
def test_wrong_usage_is_one_line_and_status_2(reader: Run, words: tuple[str, ...]) -> None:
    done = reader("library", *words)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_highlights_go_out_in_open_forms(kept: Run, tmp_path: Path) -> None:
    import csv
    import io

    kept("library", "mark", "1", "bicycle shop", "--note", "=ask", "--tag", "people")
    (row,) = csv.DictReader(io.StringIO(kept("library", "export", "--format", "readwise").stdout))
    assert (row["Highlight"], row["Note"]) == ("bicycle shop", ".people =ask")
    (note,) = objects(kept("library", "export", "--format", "w3c").stdout)
    assert note["target"]["selector"][0]["exact"] == "bicycle shop"
    assert kept("library", "export", "--format", "markdown").returncode == 2
    assert kept("library", "export", "--format", "markdown", "--out", "notes").returncode == 0
    (file,) = (tmp_path / "notes").iterdir()
    text = file.read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "Council votes to close the old bridge"\n')
    assert kept("library", "export", "--format", "csv", "--tag", "bridges").stdout.count("Ruth Adeyemi") >= 1
    assert kept("library", "export", "--format", "bibtex", "--tag", "none").stdout == ""
    assert (
        kept("library", "export", "1", "--format", "gold", "--out", "gold").stderr == "reader: gold: 2 files written\n"
    )
    assert kept("library", "export", "1").returncode == 2
    assert kept("library", "export", "--all", "--format", "csv").returncode == 2
    assert "> bicycle shop\n\n=ask #people" in text


def notes(kept: Run, *more: str) -> Done:
    return kept("library", "export", "1", "--format", "markdown", "--out", "notes", *more)


def test_what_you_write_below_a_note_stays_when_it_is_written_again(kept: Run, tmp_path: Path) -> None:
    notes(kept)
    (file,) = (tmp_path / "notes").iterdir()
    first = file.read_text(encoding="utf-8")
    assert notes(kept).returncode == 0
    assert file.read_text(encoding="utf-8") == first
    file.write_bytes((first + "ask the mayor\n").replace("\n", "\r\n").encode())  # as another editor saves it
    kept("library", "mark", "1", "bicycle shop", "--note", "a new mark")
    assert notes(kept).returncode == 0
    again = file.read_bytes().decode()
    assert "a new mark" in again
    assert again.endswith("ask the mayor\r\n")


def test_a_note_in_which_you_changed_something_is_left_and_told(kept: Run, tmp_path: Path) -> None:
    notes(kept)
    (file,) = (tmp_path / "notes").iterdir()
    mine = file.read_text(encoding="utf-8").replace("# Council", "# My council") + "and below\n"
    file.write_text(mine, encoding="utf-8")
    done = notes(kept)
    assert done.returncode == 1
    assert f"{file.name}: says something else" in done.stderr
    assert done.stderr.count("\n") == 2
    assert file.read_text(encoding="utf-8") == mine
    assert notes(kept, "--force").returncode == 0
    written = file.read_text(encoding="utf-8")
    assert "# Council" in written
    assert written.endswith("and below\n")


def test_what_was_written_below_a_note_without_a_line_is_put_below_the_line(kept: Run, tmp_path: Path) -> None:
    notes(kept)
    (file,) = (tmp_path / "notes").iterdir()
    ours = file.read_text(encoding="utf-8").partition("\n<!--")[0]
    file.write_text(ours + "ask the mayor\n", encoding="utf-8")
    assert notes(kept).returncode == 0
    written = file.read_text(encoding="utf-8")
    assert written.startswith(ours + "\n<!--")
    assert written.endswith("-->\nask the mayor\n")


@pytest.mark.parametrize("content", [b"a shopping list", b"", b"\xff\xfe\x00"])
def test_a_file_that_was_there_before_any_note_is_left(kept: Run, tmp_path: Path, content: bytes) -> None:
    notes(kept)
    (file,) = (tmp_path / "notes").iterdir()
    file.write_bytes(content)
    assert notes(kept).returncode == 1
    assert file.read_bytes() == content


@pytest.mark.parametrize("form", ["brat", "gold"])
def test_gold_that_you_changed_is_left(kept: Run, tmp_path: Path, form: str) -> None:
    write = ("library", "export", "1", "--format", form, "--out", form)
    kept(*write)
    file = sorted(each for each in (tmp_path / form).iterdir() if each.stem.startswith("1-"))[0]
    file.write_text("mine", encoding="utf-8")
    assert kept(*write).returncode == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert kept(*write, "--force").returncode == 0
    assert file.read_text(encoding="utf-8") != "mine"


def test_a_backup_takes_the_place_of_an_earlier_one_alone(
    kept: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    assert kept("library", "backup", "diary.txt").returncode == 1
    assert (tmp_path / "diary.txt").read_text(encoding="utf-8") == "mine"
    assert kept("library", "backup", "copy.db").returncode == 0
    assert "the copy that stood there had 1 article" in kept("library", "backup", "copy.db").stderr
    refused = kept("library", "export", "--all", "--out", "copy.db")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    whole = (tmp_path / "copy.db").read_bytes()
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path / "other"))
    done = kept("library", "backup", "copy.db")
    assert (done.returncode, (tmp_path / "copy.db").read_bytes()) == (1, whole)
    assert "holds 1 article" in done.stderr
    assert kept("library", "backup", "copy.db", "--force").returncode == 0


def test_an_export_that_fails_leaves_the_earlier_file(
    kept: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept("library", "export", "--all", "--out", "all.jsonl").returncode == 0
    whole = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert kept("library", "export", "--all").stdout == whole

    def lines(library: object) -> Any:
        yield whole.splitlines()[0]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.library.Library.export_lines", lines)
    done = kept("library", "export", "--all", "--out", "all.jsonl")
    assert (done.returncode, done.stderr) == (1, "reader: the file: no space left on device\n")
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == whole
    assert not list(tmp_path.glob(".all*"))
    for wrong in ("nowhere.csv", "."):
        assert len(kept("library", "import", wrong).stderr.splitlines()) == 1


def test_what_another_program_exported_is_taken_in_with_a_report(reader: Run, tmp_path: Path) -> None:
    from benchmarks.import_seeds import POCKET, WALLABAG

    (tmp_path / "pocket.csv").write_text(POCKET, encoding="utf-8")
    done = reader("library", "import", "pocket.csv")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "reader: pocket.csv: line 6 was not taken: it names no address",
        "reader: pocket.csv: line 5 was taken, but its date 'soon' could not be read",
        "reader: taken in: 3 articles",
    ]
    assert "The ferry" in reader("library", "list", "--tag", "sea").stdout
    (report,) = objects(reader("library", "import", "-", "--format", "json", stdin=WALLABAG.encode()).stdout)
    assert report["taken"] == {"known": 1, "text": 1, "mark": 1}
    assert report["not_taken"] == [{"line": 1, "why": "entry 2: it is no object"}]
    assert "Ann Lee" in reader("library", "said", "lee").stdout
    assert reader("library", "import", "pocket.csv", "--from", "nobody").returncode == 2


def test_every_kind_of_correction_is_told_listed_and_taken_back(kept: Run, article: Path) -> None:
    def claims() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(kept("claims", article, "--format", "json").stdout)
        return found

    quoted = next(each for each in claims() if "January" in each["text"])
    assert kept("library", "correct", "1", "--words", quoted["id"], "we will not wait").returncode == 0
    kept("library", "correct", "1", "--missed", "had moved", "engineers", "--cue", "found", "--source", "engineers")
    kept("library", "correct", "1", "--apart", "Ruth Adeyemi", "council leader Ruth Adeyemi", "Ruth Adams")
    kept("library", "correct", "1", "--role", "Tom Pryce", "")
    kept("library", "correct", "1", "--name", "Tom Pryce", "Thomas Pryce")
    listed = kept("library", "correct", "1", "--list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["1", "2", "3", "4", "5"]
    assert listed[4] == "5  Tom Pryce is called Thomas Pryce"
    assert listed[1] == "2  “had moved” was said by engineers"
    yours = [each for each in claims() if each.get("yours")]
    assert ("We will not wait", "Ruth Adams") in [(each["text"].rstrip("."), each["speaker_name"]) for each in yours]
    assert "had moved" in [each["text"] for each in yours]
    assert "5 corrections of yours in it" in kept("claims", article).stderr
    assert '"yours": true' in kept("analyze", article).stdout
    kept("library", "correct", "1", "--undo", "2")
    assert "had moved" not in [each["text"] for each in claims() if each.get("yours")]
    for wrong in (("--undo", "9"), ("--apart", "Tom Pryce", "council leader", "X"), ("--same", "Tom Pryce", "Nobody"),
                  ("--words", quoted["id"], "no such words"), ("--no-claim", "c99")):  # fmt: skip
        done = kept("library", "correct", "1", *wrong)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    for _ in range(4):
        kept("library", "correct", "1", "--undo")
    assert not any(each.get("yours") for each in claims())


def test_a_file_that_cannot_be_written_is_named_as_it_was_asked_for(reader: Run, article: Path, tmp_path: Path) -> None:
    assert reader("add", article).returncode == 0
    for out in (tmp_path / "nowhere" / "claims.csv", tmp_path):
        done = reader("library", "export", "--format", "csv", "--out", out)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert done.stderr.startswith(f"reader: {out}: ")
