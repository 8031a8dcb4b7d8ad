"""`reader compare` as a command: formats, kinds of comparison, exit statuses, usage."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXTS = Path(__file__).parents[1] / "compare" / "texts"
SAMPLES = Path(__file__).parents[2] / "sample_articles" / "one-event"
FIRST, SECOND, OTHER, RECORD = (str(TEXTS / f"{name}.txt") for name in ("first", "second", "other", "record"))


def test_text_shows_both_sides_with_the_words_that_differ_marked() -> None:
    command = [sys.executable, "-m", "reader", "compare", FIRST, SECOND]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].startswith("1  Swimming lake")
    assert "one event: " in done.stdout
    assert "‹dangerous›" in done.stdout
    assert "only in 2" in done.stdout


def test_json_has_the_fields_that_scripts_rely_on(reader: Run) -> None:
    found = json.loads(reader("compare", FIRST, SECOND, "--format", "json").stdout)
    assert found["articles"][0]["title"].startswith("Swimming lake")
    assert found["same_event"] is True
    match = found["matches"][0]
    number, claim, spans = match["claims"][1]
    assert number == 1
    assert claim.startswith("c")
    assert all(len(span) == 2 for span in spans)
    assert {"relation", "speakers", "differences"} <= match.keys()
    assert all(len(place) == 3 for place in found["only"])


def test_what_may_be_one_statement_is_told_as_no_more_than_that(reader: Run) -> None:
    papers = [str(SAMPLES / f"{name}") for name in ("wire.txt", "ledger.md")]
    read = reader("compare", *papers).stdout
    last_sure = max(read.index(f"\n{relation}\n") for relation in ("paraphrase", "shortened"))
    assert last_sure < read.index("perhaps one statement") < read.index("only in 1")
    matches = json.loads(reader("compare", *papers, "--format", "json").stdout)["matches"]
    assert {match["sure"] for match in matches} == {True, False}
    assert all(0 < match["sureness"] <= 1 for match in matches)
    rows = list(csv.reader(io.StringIO(reader("compare", *papers, "--format", "csv").stdout)))
    assert sum(row[0] == "perhaps" for row in rows) == sum(not match["sure"] for match in matches)


def test_other_events_are_told_apart_in_every_format(reader: Run) -> None:
    assert json.loads(reader("compare", FIRST, OTHER, "--format", "json").stdout)["same_event"] is False
    assert "do not seem to be about one event" in reader("compare", FIRST, OTHER).stdout
    assert "do not seem to be about one event" in reader("compare", FIRST, OTHER, "--format", "csv").stderr


def test_editions_and_record(reader: Run) -> None:
    changes = json.loads(reader("compare", FIRST, SECOND, "--editions", "--format", "json").stdout)["changes"]
    assert changes[0]["kind"] == "title-changed"
    quotes = json.loads(reader("compare", SECOND, "--record", RECORD, "--format", "json").stdout)["quotes"]
    assert {quote["verdict"] for quote in quotes} <= {"verbatim", "elided", "altered", "not-found"}
    assert reader("compare", FIRST, FIRST, "--editions").stdout == "no changes\n"


@pytest.mark.parametrize("kind", [(FIRST, SECOND), (FIRST, SECOND, "--editions"), (SECOND, "--record", RECORD)])
def test_tables_for_spreadsheets_and_notes(reader: Run, kind: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(reader("compare", *kind, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    lines = reader("compare", *kind, "--format", "markdown").stdout.splitlines()
    assert lines[1].startswith("| ---")
    assert len(lines) == len(rows) + 1


def test_exit_code_as_diff_has_it(reader: Run) -> None:
    assert reader("compare", FIRST, FIRST, "--editions", "--exit-code").returncode == 0
    assert reader("compare", FIRST, SECOND, "--editions", "--exit-code").returncode == 1
    assert reader("compare", FIRST, SECOND, "--editions").returncode == 0


@pytest.mark.parametrize(
    "words",
    [(FIRST,), (FIRST, "--editions"), (FIRST, SECOND, OTHER, "--editions"), (FIRST, SECOND, "--record", RECORD)],
)
def test_as_many_sources_as_the_kind_takes(reader: Run, words: tuple[str, ...]) -> None:
    done = reader("compare", *words)
    assert done.returncode == 2
    assert done.stderr.startswith("reader compare: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_quotation_that_runs_over_cues_of_subtitles_is_found(reader: Run, tmp_path: Path) -> None:
    said = "1\n00:00:01,000 --> 00:00:02,000\nI managed it\n\n2\n00:00:02,000 --> 00:00:03,000\nby myself.\n"
    (tmp_path / "said.srt").write_text(said, encoding="utf-8")
    printed = reader("compare", str(SAMPLES / "ledger.md"), "--record", str(tmp_path / "said.srt")).stdout
    assert "verbatim\n  Isaura Tennick\n  I managed it by myself\n  I managed it by myself\n" in printed


def test_what_an_altered_quotation_lacks_of_its_record_is_shown(reader: Run, tmp_path: Path) -> None:
    quoted = 'Pier stays\n\n"We have paid for twenty winters and we will never pay for another pier," said Ann Lee.\n'
    (tmp_path / "quoted.txt").write_text(quoted, encoding="utf-8")
    meant = "We have paid for two winters. We said so in May. And perhaps we will pay for another pier"
    (tmp_path / "record.txt").write_text(f"Thank you.\n\n{meant}, in time.\n", encoding="utf-8")
    files = [str(tmp_path / "quoted.txt"), "--record", str(tmp_path / "record.txt")]
    shown = meant.replace("two", "‹two›").replace("We said", "‹We said").replace("we will", "we will›")
    assert shown in " ".join(reader("compare", *files).stdout.split())
    assert meant in reader("compare", *files, "--format", "csv").stdout


@pytest.mark.parametrize(
    ("said", "recorded", "shown"),
    [
        ("We were told in May", "Well, we were told in March, I think.", "we were told in ‹March›"),
        ("Nobody was told in May", "Yes. Everybody was told in May.", "‹Everybody› was told in May"),
        ("We were told in May", "We were told in. March came.", "We were told in"),
        ("The old pier is not for sale today", "The pier is not for sale today.", "The pier is not for sale today"),
        ("They were never told in May", "We were never told in June.", "‹We› were never told in ‹June›"),
    ],
)
def test_what_a_record_has_in_the_place_of_the_first_and_last_words_is_shown(
    reader: Run, tmp_path: Path, said: str, recorded: str, shown: str
) -> None:
    (tmp_path / "quoted.txt").write_text(f'Pier stays\n\n"{said}," said Ann Lee.\n', encoding="utf-8")
    (tmp_path / "record.txt").write_text(f"The minutes\n\n{recorded}\n", encoding="utf-8")
    printed = reader("compare", str(tmp_path / "quoted.txt"), "--record", str(tmp_path / "record.txt")).stdout
    assert printed.splitlines() == ["altered", "  Ann Lee", f"  {said}", f"  {shown}"]


def test_who_says_what_came_or_went_is_told(reader: Run, tmp_path: Path) -> None:
    kept = 'Pier stays\n\n"The pier stays where it is," said Ann Lee.\n\n'
    (tmp_path / "old.txt").write_text(kept + "Bo Berg, a fisherman, said the pier was rotten.\n", encoding="utf-8")
    (tmp_path / "new.txt").write_text(kept + "A spokesman for the port said painting would begin.\n", encoding="utf-8")
    printed = reader("compare", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "--editions").stdout
    assert "claim-removed\n  Bo Berg: the pier was rotten\n" in printed
    assert "claim-added\n  A spokesman for the port: painting would begin\n" in printed


def test_a_source_that_cannot_be_read(reader: Run) -> None:
    done = reader("compare", FIRST, "/no/such/file")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "options", [(FIRST, "gone.txt"), ("gone.txt", FIRST, "--editions"), (FIRST, "--record", "gone.txt")]
)
def test_a_source_that_fails_is_named(reader: Run, options: tuple[str, ...]) -> None:
    done = reader("compare", *options)
    assert (done.returncode, done.stderr) == (1, "reader: gone.txt: no such file; check the path\n")
    asked = reader("compare", *options, "--exit-code")
    assert (asked.returncode, asked.stderr) == (2, done.stderr)


def test_another_byline_is_no_change_and_told(reader: Run, tmp_path: Path) -> None:
    text = Path(FIRST).read_text(encoding="utf-8")
    (tmp_path / "later.txt").write_text(text.replace("By Lotta Grimm", "By Nora Pym"), encoding="utf-8")
    (tmp_path / "dated.txt").write_text(text.replace("3 June", "4 June"), encoding="utf-8")
    done = reader("compare", FIRST, "later.txt", "--editions", "--exit-code")
    assert (done.returncode, done.stdout) == (0, "no changes\n")
    assert done.stderr.startswith("reader: later.txt: the byline is another")
    assert reader("compare", FIRST, "dated.txt", "--editions").stderr == ""


DENIED = "Cy Dow, the owner, denied that the boats were unsafe."


@pytest.mark.parametrize("kind", [(), ("--format", "csv"), ("--format", "markdown"), ("--editions",)])
def test_what_is_denied_is_not_told_as_if_it_had_been_said(reader: Run, tmp_path: Path, kind: tuple[str, ...]) -> None:
    said = "Boats stall\n\nAnn Lee, the minister, said on Monday that the boats would sail in June."
    (tmp_path / "one.txt").write_text(f"{said}\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text(f"{said}\n\n{DENIED}\n", encoding="utf-8")
    told = reader("compare", "one.txt", "two.txt", *kind).stdout.replace("\\[", "[").replace("\\]", "]")
    assert "[denied] that the boats were unsafe" in told


def test_the_words_that_differ_are_bold_in_markdown_and_none_is_glued_to_the_next(reader: Run, tmp_path: Path) -> None:
    rest = "Ann Lee, the minister, in Harlow on Monday, and Bo Berg of the Norvik boatmen nodded.\n"
    for name, word in (("one", "boats"), ("two", "ferries")):
        said = f'"We will sail all the {word} of Norvik on Friday, a ** b, whatever the weather," said {rest}'
        (tmp_path / f"{name}.txt").write_text(f"Row in Harlow\n\n{said}", encoding="utf-8")
    same = '\n"It was 41,306 crowns in May, and nobody asked the crews of Harlow," said Bo Berg.\n'
    for name in ("one", "two"):
        with (tmp_path / f"{name}.txt").open("a", encoding="utf-8") as file:
            file.write(same)
    told = reader("compare", "one.txt", "two.txt", "--format", "markdown").stdout
    assert "sail all the **boats** of Norvik on Friday, a \\*\\* b, whatever" in told
    assert "sail all the **ferries** of Norvik on Friday, a \\*\\* b, whatever" in told


def test_two_articles_of_one_outlet_are_told_apart_by_their_titles(reader: Run, tmp_path: Path) -> None:
    for name in ("Morning boats", "Evening boats"):
        head = f'<title>{name}</title><meta property="og:site_name" content="Harlow Post">'
        said = "<p>“We will sail on Friday,” said Ann Lee, the minister.</p>"
        page = f"<html><head>{head}</head><body><article><h1>{name}</h1>{said}</article></body></html>"
        (tmp_path / f"{name[:4]}.html").write_text(page, encoding="utf-8")
    told = reader("compare", "Morn.html", "Even.html").stdout.splitlines()
    assert told[:2] == ["1  Morning boats", "2  Evening boats"]
    rows = list(csv.reader(io.StringIO(reader("compare", "Morn.html", "Even.html", "--format", "csv").stdout)))
    assert {row[1] for row in rows[1:]} <= {"Morning boats", "Evening boats"}
