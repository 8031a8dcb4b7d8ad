"""`reader analyze`: one line of JSON for each source, in order, whatever fails."""

import json
import os
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def objects(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_an_article_becomes_the_object_of_the_contract(reader: Run, article: Path) -> None:
    done = reader("analyze", article)
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = objects(done.stdout)
    assert found["schema"] == 1
    assert found["source"] == str(article)
    assert found["article"]["title"] == "Council votes to close the old bridge"
    assert found["article"]["byline"] == ["Dana Whitfield"]
    assert "Ruth Adeyemi" in [actor["name"] for actor in found["actors"]]
    assert {"article", "sentences", "actors", "claims", "summary", "stats"} <= set(found)


def test_every_span_is_inside_the_text_and_says_what_it_should(reader: Run, article: Path) -> None:
    (found,) = objects(reader("analyze", article).stdout)
    text = found["article"]["text"]
    spans = [block["span"] for block in found["article"]["blocks"]]
    spans += [sentence["span"] for sentence in found["sentences"]]
    spans += [mention for actor in found["actors"] for mention in actor["mentions"]]
    spans += [span for claim in found["claims"] for key in ("content", "cue", "source") for span in claim[key]]
    assert spans
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    contents = [[text[start:end].strip(" ,") for start, end in claim["content"]] for claim in found["claims"]]
    assert ["We were told it was safe in January, and it was not", "We will not wait."] in contents


def test_blocks_cover_the_text_but_for_the_separators(reader: Run, article: Path) -> None:
    (found,) = objects(reader("analyze", article).stdout)
    text, last, between = found["article"]["text"], 0, ""
    for block in found["article"]["blocks"]:
        start, end = block["span"]
        assert start >= last
        between += text[last:start]
        last = end
    assert between.strip("\n") == ""
    assert last == len(text)


def test_a_source_that_fails_does_not_stop_the_others(reader: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = reader("analyze", article, "missing.txt", "empty.txt", article)
    assert done.returncode == 1
    first, missing, empty, last = objects(done.stdout)
    assert first == last
    assert set(missing) == {"source", "error"}
    assert missing["source"] == "missing.txt"
    assert empty["source"] == "empty.txt"
    lines = done.stderr.splitlines()
    assert lines == [f"reader: missing.txt: {missing['error']}", f"reader: empty.txt: {empty['error']}"]


def test_a_directory_stands_for_its_article_files_sorted(reader: Run, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b.txt", "a.txt", "c.md"):
        (folder / name).write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    done = reader("analyze", "folder")
    assert [found["source"] for found in objects(done.stdout)] == [
        os.path.join("folder", name) for name in ("a.txt", "b.txt", "c.md")
    ]
    assert done.returncode == 0


def test_a_directory_without_articles_is_an_error_of_its_own(reader: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = reader("analyze", "bare", article)
    bare, found = objects(done.stdout)
    assert set(bare) == {"source", "error"}
    assert found["source"] == str(article)
    assert done.returncode == 1


def test_standard_input_is_a_source(reader: Run, article: Path) -> None:
    done = reader("analyze", "-", stdin=article.read_bytes())
    (found,) = objects(done.stdout)
    assert found["source"] == "-"
    assert found["article"]["title"] == "Council votes to close the old bridge"


def test_empty_standard_input_is_an_error(reader: Run) -> None:
    done = reader("analyze", "-")
    assert done.returncode == 1
    assert objects(done.stdout)[0]["source"] == "-"
    assert done.stderr.startswith("reader: -: ")


def test_several_processes_print_what_one_prints(reader: Run, article: Path, tmp_path: Path) -> None:
    names = []
    for number in range(5):
        path = tmp_path / f"{number}.txt"
        path.write_text(article.read_text(encoding="utf-8") + f"\nNumber {number}.\n", encoding="utf-8")
        names.append(path.name)
    names.insert(2, "missing.txt")
    one, several = reader("analyze", *names), reader("analyze", "--jobs", "2", *names)
    assert several.stdout == one.stdout
    assert several.stderr == one.stderr
    assert several.returncode == one.returncode == 1


def test_options_may_stand_between_the_sources(reader: Run, article: Path) -> None:
    done = reader("analyze", article, "--summary-sentences", "1", article)
    assert [len(found["summary"]["sentences"]) for found in objects(done.stdout)] == [1, 1]


def test_the_summary_has_the_length_and_method_asked_for(reader: Run, article: Path) -> None:
    (found,) = objects(reader("analyze", "--summary-sentences", "2", "--method", "lexrank", article).stdout)
    assert found["summary"]["method"] == "lexrank"
    assert len(found["summary"]["sentences"]) == 2
    assert found["summary"]["sentences"] == sorted(found["summary"]["sentences"])


def test_a_summary_by_words_stays_within_them(reader: Run, article: Path) -> None:
    (found,) = objects(reader("analyze", "--summary-words", "25", article).stdout)
    spans = [found["sentences"][index]["span"] for index in found["summary"]["sentences"]]
    words = " ".join(found["article"]["text"][start:end] for start, end in spans).split()
    assert 0 < len(words) <= 25


def test_two_dashes_end_the_options(reader: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "--jobs").write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    done = reader("analyze", "--", "--jobs")
    assert [found["source"] for found in objects(done.stdout)] == ["--jobs"]
    assert done.returncode == 0


def test_a_source_that_is_no_utf8_keeps_the_output_valid(reader: Run) -> None:
    done = reader("analyze", os.fsdecode(b"gone\xe9.txt"))
    (gone,) = objects(done.stdout)
    assert os.fsencode(gone["source"]) == b"gone\xe9.txt"
    assert done.stderr.startswith("reader: gone\\udce9.txt: ")


def test_any_bytes_give_an_object_or_an_error(reader: Run, tmp_path: Path) -> None:
    nasty = {
        "binary.txt": bytes(range(256)) * 20,
        "escape.txt": b"\x1b]0;owned\x07Title\n\n\x1b[2JThe mayor said he would go. \xc2\x9b31m\n",
        "latin.txt": "Caf\xe9 owner said no.\n\nThe r\xe9sum\xe9 was long.".encode("latin-1"),
        "deep.html": b"<html><body>" + b"<div>" * 3000 + b"The mayor said he would go." + b"</div>" * 3000,
        "one-line.txt": b"word " * 20000,
        "quotes.txt": b'"' * 3000 + b"\n\n" + "“‘".encode() * 500 + b" said Ann Lee.",
    }
    for name, data in nasty.items():
        (tmp_path / name).write_bytes(data)
    done = reader("analyze", *nasty)
    found = objects(done.stdout)
    assert [line["source"] for line in found] == list(nasty)
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert not any(c in done.stdout for c in "\x1b\x07\x9b")
