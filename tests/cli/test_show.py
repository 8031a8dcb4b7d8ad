"""`reader summary`, `claims` and `text`."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from reader.export import ClaimsFormat
from tests.cli.conftest import Run
from tests.terminal import PATIENCE, READER


def test_text_is_the_clean_article(reader: Run, article: Path) -> None:
    done = reader("text", article)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == article.read_text(encoding="utf-8")


def test_text_body_leaves_out_title_and_byline(reader: Run, article: Path) -> None:
    done = reader("text", "--body", article)
    assert done.stdout.startswith("Councillors voted on Tuesday")
    assert "Dana Whitfield" not in done.stdout
    assert done.stdout.endswith("over the river.\n")


def test_summary_is_one_sentence_of_the_article_a_line(reader: Run, article: Path) -> None:
    done = reader("summary", "--sentences", "2", article)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(line in article.read_text(encoding="utf-8") for line in lines)


def test_summary_and_analyze_agree(reader: Run, article: Path) -> None:
    found = json.loads(reader("analyze", article).stdout)
    spans = [found["sentences"][index]["span"] for index in found["summary"]["sentences"]]
    picked = [found["article"]["text"][start:end] for start, end in spans]
    assert reader("summary", article).stdout.splitlines() == picked


def test_summary_by_words_and_method(reader: Run, article: Path) -> None:
    done = reader("summary", "--words", "25", "--method", "lexrank", article)
    assert done.returncode == 0
    assert 0 < len(done.stdout.split()) <= 25


@pytest.mark.parametrize("name", ["Ruth Adeyemi", "adeyemi", "ADEYEMI"])
def test_claims_by_one_speaker(reader: Run, article: Path, name: str) -> None:
    done = reader("claims", "--speaker", name, "--format", "json", article)
    assert done.returncode == 0
    claims = json.loads(done.stdout)
    assert [claim["speaker_name"] for claim in claims] == ["Ruth Adeyemi"]


def test_an_unknown_speaker_is_told_who_speaks(reader: Run, article: Path) -> None:
    done = reader("claims", "--speaker", "Nobody Known", "--format", "json", article)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "no claim by 'Nobody Known'" in done.stderr
    assert "Ruth Adeyemi" in done.stderr


def test_claims_in_json_are_the_outermost_of_analyze(reader: Run, article: Path) -> None:
    claims = json.loads(reader("claims", "--format", "json", article).stdout)
    found = json.loads(reader("analyze", article).stdout)
    outer = [claim["text"] for claim in found["claims"] if claim["within"] is None]
    assert [claim["text"] for claim in claims] == outer


def test_inner_claims_are_given_where_they_are_asked_for(reader: Run, article: Path) -> None:
    claims = json.loads(reader("claims", "--inner", "--format", "json", article).stdout)
    found = json.loads(reader("analyze", article).stdout)
    assert [claim["id"] for claim in claims] == [claim["id"] for claim in found["claims"]]
    assert found["stats"]["inner"] == sum(claim["within"] is not None for claim in claims) > 0
    inner = next(claim for claim in claims if claim["within"])
    assert ", as told by " in inner["chain"]
    assert ", as told by " in reader("claims", "--inner", "--format", "markdown", article).stdout


def test_claims_of_one_type(reader: Run, article: Path) -> None:
    claims = json.loads(reader("claims", "--type", "said", "--format", "json", article).stdout)
    assert {claim["type"] for claim in claims} == {"said"}


def test_claims_as_csv_has_a_row_for_each(reader: Run, article: Path) -> None:
    done = reader("claims", "--format", "csv", article)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert any("Ruth Adeyemi" in row.values() for row in rows)
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_claims_for_the_eye_name_speaker_and_words(reader: Run, article: Path, format: str) -> None:
    done = reader("claims", "--format", format, article)
    assert done.returncode == 0
    assert "Ruth Adeyemi" in done.stdout
    assert "We were told it was safe" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("command", ["summary", "claims", "text"])
def test_a_bad_source_is_one_line_and_status_1(reader: Run, tmp_path: Path, command: str) -> None:
    for source in ("missing.txt", str(tmp_path), "ftp://example.org/a", "http://127.0.0.1:9/a"):
        done = reader(command, source)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"reader: {source}: ")
        assert done.stderr.count("\n") == 1
        assert "internal error" not in done.stderr


def test_a_method_that_refuses_an_article_says_so(reader: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.analysis import summary

    def refuse(*given: object, **options: object) -> None:
        raise summary.MethodRefused("it is too long for this method; use another")

    monkeypatch.setattr(summary, "rank", refuse)
    done = reader("summary", article)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"reader: {article}: it is too long for this method; use another\n"


@pytest.mark.skipif(shutil.which("yes") is None, reason="there is no endless pipe here")
@pytest.mark.parametrize("command", ["text -", "analyze -", "claims -#2", "--plain -"])
def test_a_pipe_that_never_ends_is_too_large_and_read_no_further(command: str) -> None:
    endless = subprocess.Popen(["yes", "“We had no choice,” said the mayor."], stdout=subprocess.PIPE)
    done = subprocess.run(
        [*READER, *command.split()], stdin=endless.stdout, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert endless.stdout is not None
    endless.stdout.close()
    endless.wait(PATIENCE)
    source = command.split()[1]
    assert done.returncode == 1
    assert done.stderr == f"reader: {source}: it is larger than 64 MB; split it or open a part of it\n"


@pytest.mark.parametrize("command", ["summary", "claims", "text"])
def test_standard_input(reader: Run, article: Path, command: str) -> None:
    from_file, from_stdin = reader(command, article), reader(command, "-", stdin=article.read_bytes())
    assert from_stdin.returncode == 0
    assert from_stdin.stdout == from_file.stdout


def test_the_report_is_markdown_with_summary_speakers_and_article(reader: Run, article: Path) -> None:
    done = reader("report", article)
    assert done.returncode == 0
    headings = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    assert headings == ["## Summary", "## Who said what", "## Article"]
    assert done.stdout.startswith("# ")


def test_report_is_markdown_with_summary_claims_and_article(reader: Run, article: Path) -> None:
    done = reader("report", article)
    assert done.returncode == 0
    assert done.stdout.startswith("# Council votes to close the old bridge")
    assert "Ruth Adeyemi" in done.stdout
    assert "carries eleven thousand vehicles a day" in done.stdout


def test_only_what_is_sure_where_that_is_asked_for(reader: Run, article: Path) -> None:
    every = json.loads(reader("claims", "--format", "json", article).stdout)
    sure = json.loads(reader("claims", "--sure", "90%", "--format", "json", article).stdout)
    assert [claim["id"] for claim in sure] == [
        claim["id"]
        for claim in every
        if (1 if claim["confidence"] is None else claim["confidence"])
        * (1 if claim["speaker_confidence"] is None else claim["speaker_confidence"])
        >= 0.9
    ]


JOINT = """Dam warnings were ignored, inquiry hears

By Lena Moss

Boone Hart, the dam keeper, and Iris Stroud, a surveyor, gave evidence on Monday.

“We warned them in March and again in June,” Hart and Stroud said.

“I slept badly,” Hart said.
"""


@pytest.mark.parametrize("format", get_args(ClaimsFormat))
def test_who_speak_together_are_both_shown_and_found(reader: Run, format: str) -> None:
    found = {
        name: reader("claims", "-", "--speaker", name, "--format", format, stdin=JOINT.encode()).stdout
        for name in ("Hart", "stroud")
    }
    for printed in found.values():
        assert "We warned them" in printed
        assert "Boone Hart and Iris" in printed
    assert "slept badly" in found["Hart"]
    assert "slept badly" not in found["stroud"]
    assert "dam keeper" not in found["stroud"] or format == "json"


def test_the_last_column_of_csv_names_each_speaker_by_himself(reader: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(reader("claims", "-", "--format", "csv", stdin=JOINT.encode()).stdout)))
    assert [row["speakers"] for row in rows][-2:] == ["Boone Hart; Iris Stroud", "Boone Hart"]


TURNS = """Hearing of the Committee on Weirs, 4 February 2026

THE CHAIR: Order. Dr. Marsh, you wrote in May that the sluice was sound.

DR. MARSH: I did, Madam Chair. I said then what I knew then.

MR. TARN: That is not true. I told him they were under way.
"""


def test_a_mark_behind_a_label_is_no_word_that_reports(reader: Run) -> None:
    assert "*:*" not in reader("report", "-", stdin=TURNS.encode()).stdout
    claims = json.loads(reader("claims", "-", "--format", "json", stdin=TURNS.encode()).stdout)
    assert any(claim["text"].startswith("That is not true") for claim in claims)
    assert {claim["cue_text"] for claim in claims} & {":", "."} == set()


@pytest.mark.parametrize(("text", "told"), [("Fire!", "1 word,"), ("Fire here!", "2 words,")])
def test_a_report_counts_words_in_words(reader: Run, text: str, told: str) -> None:
    assert told in reader("report", "-", stdin=text.encode()).stdout
