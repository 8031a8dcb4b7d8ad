"""The documentation of settings, keys and themes says what is so."""

import tomllib
from pathlib import Path

from reader.app.app import key_owners
from reader.app.docs_page import settings_page
from reader.app.settings.keymap import keymap_for, shortcuts
from reader.app.settings.settings import settings_from_toml

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_the_page_is_as_the_tables_write_it() -> None:
    written = DOCS.read_text(encoding="utf-8")
    assert written == settings_page(), "run: python -m reader.app.docs_page > docs/settings.md"


def test_every_toml_example_of_the_page_is_free_of_mistakes() -> None:
    examples = settings_page().split("```toml\n")[1:]
    for example in examples:
        text = example.split("```")[0]
        assert tomllib.loads(text)
        if "[colours]" not in text:
            settings = settings_from_toml(text)
            assert settings.problems == ()
            assert all("no key" not in problem for problem in keymap_for(settings, key_owners()).problems)


def test_every_key_of_the_screen_can_be_remapped_by_an_id_of_its_own() -> None:
    ids = [shortcut.id for shortcut in shortcuts(key_owners())]
    assert len(ids) == len(set(ids))
    assert {"reading.next-claim", "reading.copy", "article.page-down", "app.quit"} <= set(ids)


def test_the_screens_own_keys_clash_with_none() -> None:
    assert keymap_for(settings_from_toml(""), key_owners()).problems == ()


def test_no_two_commands_of_a_screen_and_the_app_around_it_have_one_key() -> None:
    found = shortcuts(key_owners())
    around = [shortcut for shortcut in found if shortcut.owner == "ReaderApp"]
    for screen in {shortcut.owner for shortcut in found} - {"ReaderApp"}:
        owned: dict[str, str] = {}
        for shortcut in (*(each for each in found if each.owner == screen), *around):
            for key in shortcut.keys:
                other = owned.setdefault(key, shortcut.id)
                assert other == shortcut.id, f"{key}: {other} and {shortcut.id}"
