"""The documentation is true: its code runs, its links lead somewhere, its pictures are of this app."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from reader.commands.arguments import COMMANDS, parser_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", ["README.md", "docs/research.md", "docs/library.md"])
def test_the_python_on_the_page_runs(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {"__name__": "page"}
    assert blocks
    for block in blocks:
        exec(compile(block, name, "exec"), names)


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


@pytest.mark.parametrize("picture", sorted((ROOT / "docs").glob("*.svg")), ids=lambda picture: picture.stem)
def test_pictures_show_the_app_and_fetch_nothing(picture: Path) -> None:
    drawn = picture.read_text(encoding="utf-8")
    words = " ".join("".join(ElementTree.fromstring(drawn).itertext()).replace("\xa0", " ").split())
    assert "claim" in words
    assert "url(http" not in drawn
    assert 'url("http' not in drawn
