"""Keys that are told of by name: which there are, and that the reader's own stand in their place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.keys import format_key

import reader.app
from reader.app.app import key_owners
from reader.app.settings.keymap import shortcuts
from reader.app.state.key_names import USUAL, call_keys, with_keys
from reader.app.state.place_words import where
from reader.app.state.reading import Reading
from reader.article.model import Article

_TOLD = re.compile("‹([a-z]+[.][a-z-]+)›")


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    yield
    call_keys({})


def test_the_usual_keys_are_those_of_the_bindings() -> None:
    declared = {each.id: tuple(map(format_key, each.keys)) for each in shortcuts(key_owners())}
    assert {id: declared.get(id, ())[:1] for id in USUAL} == {id: (key,) for id, key in USUAL.items()}


def test_every_key_that_is_told_of_is_known_and_no_other() -> None:
    files = Path(reader.app.__file__).parent.rglob("*.py")
    told = {id for file in files for id in _TOLD.findall(file.read_text(encoding="utf-8"))}
    assert told == set(USUAL)


def test_keys_are_told_as_they_are_changed() -> None:
    words = "‹reading.next-claim› goes on, ‹reading.select› selects"
    assert with_keys(words) == "n goes on, v selects"
    call_keys({"reading.next-claim": "^n"})
    assert with_keys(words) == "^n goes on, v selects"
    call_keys({})
    assert with_keys(words) == "n goes on, v selects"


@pytest.mark.parametrize("words", ["", "‹mer informasjon›", "he said ‹no.way›", "{reading.select}", "‹reading.select"])
def test_words_that_name_no_key_stay(words: str) -> None:
    assert with_keys(words) == words


def test_the_foot_tells_the_keys_that_walk_a_list_as_they_are_changed(article: Article) -> None:
    reading = Reading(article)
    assert where(reading, place_in_list="1 of 2").endswith("article 1 of 2 (J, K)")
    call_keys({"reading.next-article": "ctrl+j"})
    assert where(reading, place_in_list="1 of 2").endswith("article 1 of 2 (ctrl+j, K)")
