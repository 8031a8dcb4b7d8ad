"""What somebody denied is told with the word that denies it, wherever the library tells it."""

import sqlite3
from pathlib import Path

from reader import analyse
from reader.article import article_from_text
from reader.library import Library
from reader.library.schema import STEPS

TALKS = (
    "Boats stall\n\nCy Dow, the owner, denied that the boats were unsafe.\n\n"
    "Ann Lee, the minister, said on Monday that the boats would sail in June."
)


def kept(file: Path) -> Library:
    library = Library(file)
    article = article_from_text(TALKS)
    library.keep(article, analyse(article))
    return library


def told(library: Library) -> dict[str, str]:
    return {said.speaker: said.denial for said in library.claims(1)}


def test_a_claim_a_find_and_a_like_one_have_what_denies_them(tmp_path: Path) -> None:
    with kept(tmp_path / "library.db") as library:
        assert told(library) == {"Cy Dow": "denied", "Ann Lee": ""}
        assert [hit.denial for hit in library.search("unsafe kind:claim")] == ["denied"]
        assert library.like("the boats were unsafe")[0][1].denial == "denied"
        (person,) = library.people("Cy Dow")
        assert [said.denial for said in library.said(person)] == ["denied"]


def test_a_library_of_before_is_told_it_when_it_is_brought_forward(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    kept(file).close()
    with sqlite3.connect(file) as old:
        old.execute("ALTER TABLE claim DROP COLUMN denial")
        old.execute(f"PRAGMA user_version = {len(STEPS) - 1}")
    old.close()
    with Library(file) as library:
        assert told(library) == {"Cy Dow": "denied", "Ann Lee": ""}
