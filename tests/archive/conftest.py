"""Small archives of invented articles, in every form that a run takes."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="the archive extra is not installed")

NAMES = ("Ines Falkner", "Bram Osei", "Edda Roth", "Henrik Sand", "Marlon Teague", "Lotta Grimm")


def write_text(number: int) -> str:
    """An article of its own for each number."""
    name = NAMES[number % len(NAMES)]
    return (
        f"Pump {number} of Nether Holme fails\n\nThe pump stopped on Monday after {number + 2} years.\n\n"
        f"“Nobody had looked at number {number} since it came,” said {name}, the keeper. She said it would be mended.\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve text files."""
    place = tmp_path / "texts"
    place.mkdir()
    for number in range(12):
        (place / f"{number:02}.txt").write_text(write_text(number), encoding="utf-8")
    return place


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """The same as JSON Lines, with a line that is no JSON and one without a text."""
    path = tmp_path / "articles.jsonl"
    rows = [json.dumps({"id": f"n{n}", "text": write_text(n), "site": "holme.example"}) for n in range(12)]
    path.write_text("\n".join([*rows, "{not json", json.dumps({"id": "empty"})]) + "\n", encoding="utf-8")
    return path
