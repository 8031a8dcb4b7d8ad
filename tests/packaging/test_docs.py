"""The documentation is true: its code runs, its links lead somewhere, its pictures are of this app."""

import argparse
import importlib
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from textwrap import indent
from typing import Any
from xml.etree import ElementTree

import pytest

from reader.commands.arguments import COMMANDS, parser_of, tree_of_commands
from tests.program import READER

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "benchmarks"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", BENCHMARKS / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.long
@pytest.mark.parametrize("name", ["README.md", "docs/research.md", "docs/library.md", "docs/archive.md"])
def test_the_python_on_the_page_runs(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    text = (ROOT / name).read_text(encoding="utf-8")
    samples = tmp_path / "sample_articles"
    samples.mkdir()
    for sample in {"ice-hum.html", "the-call.txt", *re.findall(r"sample_articles/([\w-]+\.\w+)", text)}:
        shutil.copy(ROOT / "sample_articles" / sample, samples)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```(python|sh)(?: needs (\w+))?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {"__name__": "page"}
    assert any(kind == "python" for kind, _, _ in blocks)
    for kind, package, block in blocks:
        if kind == "python" and (not package or (package not in SLOW_TO_START and find_spec(package))):
            exec(compile(block, name, "exec"), names)
        elif kind == "sh" and name == "docs/research.md":
            for line in block.splitlines():
                command, _, out = line.partition(" > ")
                done = subprocess.run([*READER, *command.split()[1:]], capture_output=True, check=True)
                if out:
                    Path(out).write_bytes(done.stdout)


SLOW_TO_START = ("ray", "pyspark")


@pytest.mark.engines
@pytest.mark.parametrize("package", SLOW_TO_START)
def test_other_engines_do_the_same_parts(package: str, tmp_path: Path) -> None:
    """Run by `pytest -m engines` where they are installed: starting them takes longer than the other tests together."""
    pytest.importorskip(package)
    text = (ROOT / "docs" / "research.md").read_text(encoding="utf-8")
    (parts,) = re.findall(r"^```python\n(from reader.archive.inputs.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (block,) = re.findall(rf"^```python needs {package}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    shutil.copytree(ROOT / "sample_articles", tmp_path / "sample_articles")
    page = tmp_path / "page.py"
    page.write_text(f"{parts}\nif __name__ == '__main__':\n{indent(block, '    ')}", encoding="utf-8")
    subprocess.run([sys.executable, page], cwd=tmp_path, check=True, capture_output=True)
    subprocess.run([*READER, "archive", "run", "sample_articles", "--out", "here"], cwd=tmp_path, check=True)
    claims = [
        {row["claim"] + row["text"] for path in (tmp_path / out / "claims").iterdir() for row in read_rows(path)}
        for out in ("here", f"tables-{package.removeprefix('py')}")
    ]
    assert claims[0] == claims[1]
    assert claims[0]


def read_rows(path: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet as parquet

    rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return rows


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:reader|tests|training|benchmarks|docs|themes)/[\w./-]*)`", text)
    here = re.findall(r"\), `([\w]+\.py)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [name for name in here if not list((ROOT / "reader").rglob(name))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_path_of_the_machine_it_was_written_on(page: Path) -> None:
    assert re.findall(r"/(?:work|root|tmp|home)/", page.read_text(encoding="utf-8")) == []


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"`reader {command} SOURCE" in page
        for option in re.findall(
            r"(?<![\w-])--[a-z-]+", parser_of(command).format_usage() + parser_of(command).format_help()
        ):
            assert option == "--help" or f"`{option}" in page


@pytest.mark.parametrize("room", ["analysis/claims", "analysis/actors", "analysis/names", "analysis/summary"])
def test_a_room_tells_the_way_through_it_by_files_that_are_there(room: str) -> None:
    folder = ROOT / "reader" / room
    door = importlib.import_module(f"reader.{room.replace('/', '.')}")
    for name in re.findall(r"`([\w.…]+)`", door.__doc__ or ""):
        known = any(folder.glob(f"{name.removesuffix('.py').replace('…', '*')}.py"))
        assert known or hasattr(door, name) or name == "AbstractSummarizer", name


def commands_on(text: str) -> list[list[str]]:
    """The words behind each `reader` in a page's code, up to a pipe, a remark or another command."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    lines = [line for block in blocks for line in block.splitlines()]
    lines += [*re.findall(r"^    (reader .*)$", text, re.MULTILINE), *(" ".join(each.split()) for each in inline)]
    pieces = [piece for line in lines for piece in re.split(r"\\?\||&&|;|#", line)]
    return [found[1].split() for piece in pieces if (found := re.search(r"(?:^|\s)reader(?=\s)(.*)", piece))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_on_a_page_has_the_options_that_it_is_shown_with(page: Path) -> None:
    for words in commands_on(page.read_text(encoding="utf-8")):
        parser: argparse.ArgumentParser = tree_of_commands()
        for word in words:
            known = next((each for each in parser._actions if isinstance(each, argparse._SubParsersAction)), None)
            if known is None or word not in known.choices:
                break
            parser = known.choices[word]
        for option in re.findall(r"--[a-z][a-z-]*", " ".join(words)):
            assert option in parser._option_string_actions, (words, option)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_module_that_a_page_runs_is_there(page: Path) -> None:
    for name in re.findall(r"-m ((?:reader|benchmarks|training)[\w.]*)", page.read_text(encoding="utf-8")):
        path = ROOT / name.replace(".", "/").removesuffix("/NAME")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), name


def test_commands_are_read_off_a_page_up_to_where_they_end() -> None:
    code = "```sh\nmake read\nreader add A && reader text B  # --later\n```\n"
    page = f"Call `reader list A \\| cut -f1`:\n\n{code}    reader feeds\n"
    assert commands_on(page) == [["add", "A"], ["text", "B"], ["feeds"], ["list", "A"]]


@pytest.mark.parametrize(
    "file",
    [file for file in BENCHMARKS.rglob("*.py") if file.parent.name != "gate" and not file.stem.startswith("__")],
    ids=lambda file: file.stem,
)
def test_every_benchmark_is_listed(file: Path) -> None:
    name = ".".join(file.relative_to(BENCHMARKS).with_suffix("").parts).removesuffix(".speed")
    assert re.search(rf"`{re.escape(name)}\b", (BENCHMARKS / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("picture", sorted((ROOT / "docs").glob("*.svg")), ids=lambda picture: picture.stem)
def test_pictures_show_the_app_and_fetch_nothing(picture: Path) -> None:
    drawn = picture.read_text(encoding="utf-8")
    words = " ".join("".join(ElementTree.fromstring(drawn).itertext()).replace("\xa0", " ").split())
    assert "claim" in words
    assert "url(http" not in drawn
    assert 'url("http' not in drawn
