"""Settings: read from reader.toml, problems told by line, changes on the screen remembered apart from the file."""

import errno
import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.settings import settings as desk
from reader.app.settings.settings import Settings, load, remember, settings_from_toml
from reader.app.settings.table import settings_as_toml


def test_without_a_file_everything_is_at_its_default() -> None:
    assert load() == Settings()
    assert load().measure == 72


def test_the_file_sets_what_it_says_and_nothing_else(config: Path) -> None:
    (config / "reader.toml").write_text(
        'theme = "sepia"\n[article]\nmeasure = 60\n[panels]\nhidden = ["actors"]\n', encoding="utf-8"
    )
    settings = load()
    assert (settings.theme, settings.measure, settings.hidden_panels) == ("sepia", 60, ("actors",))
    assert settings.problems == ()
    assert settings.copy_style == Settings().copy_style


def test_dotted_keys_and_tables_are_the_same() -> None:
    assert settings_from_toml("article.measure = 60\n").measure == 60


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour = 1\n", 'line 1: unknown key "colour"'),
        ("[article]\nmesure = 60\n", 'line 2: unknown key "article.mesure", did you mean "article.measure"?'),
        (
            "[article]\nmeasure = 20\n",
            "line 2: article.measure must be a whole number from 30 to 200, so it stays at 72",
        ),
        ('[article]\nmeasure = "60"\n', "line 2: article.measure must be a whole number from 30 to 200, so"),
        ("[article]\nmeasure = true\n", "line 2: article.measure must be a whole number from 30 to 200, so"),
        ("\n[article]\njustify = 1\n", "line 3: article.justify must be true or false, so it stays at false"),
        ('[claims]\norder = "loud"\n', "line 2: claims.order must be one of reading, speaker, so it stays at"),
        ('[panels]\nhidden = ["roof"]\n', "line 2: panels.hidden must be a list of: summary, card, actors, claims, so"),
        ("article = 3\n", 'line 1: "article" is a table: write it as [article] with its keys below'),
        ("keys = 3\n", '"keys" is a table'),
        ("[keys]\nclaim.next = 3\n", 'line 2: keys.claim.next must be a key such as "n", or a list of keys'),
        ('theme = "paper\n', "line 1: "),
    ],
)
def test_a_mistake_is_told_by_its_line_and_the_default_stands(text: str, problem: str) -> None:
    settings = settings_from_toml(text)
    assert len(settings.problems) == 1
    assert problem in settings.problems[0]
    assert settings.problems[0].startswith("reader.toml: ")
    assert settings.measure == 72


def test_one_mistake_does_not_cost_the_other_settings() -> None:
    settings = settings_from_toml("theme = 5\n[article]\nmeasure = 60\njustfy = true\n")
    assert settings.measure == 60
    assert len(settings.problems) == 2


@given(st.text())
def test_any_text_at_all_gives_settings_and_one_line_problems(text: str) -> None:
    settings = settings_from_toml(text)
    assert all("\n" not in problem for problem in settings.problems)


def test_a_problem_quotes_the_file_on_one_line_and_without_escapes() -> None:
    settings = settings_from_toml('"a\\nb\\u001b[31m" = 1\n')
    assert settings.problems == ('reader.toml: unknown key "a b[31m"',)


def test_a_file_that_is_no_text_is_a_problem(config: Path) -> None:
    (config / "reader.toml").write_bytes(b"\xff\xfe\x00")
    assert load().problems == ("reader.toml: cannot be read: it is not UTF-8 text",)


def test_a_byte_order_mark_is_no_problem(config: Path) -> None:
    (config / "reader.toml").write_bytes(b'\xef\xbb\xbftheme = "sepia"\n')
    assert load().theme == "sepia"


def test_keys_are_read_dotted_quoted_and_as_lists_with_their_lines() -> None:
    settings = settings_from_toml('[keys]\n"claim.next" = "n"\nclaim.previous = ["p", ","]\n')
    assert settings.keys == {"claim.next": "n", "claim.previous": "p,comma"}
    assert settings.key_lines == {"claim.next": 2, "claim.previous": 3}


def test_what_the_screen_remembers_holds_in_the_next_sitting_and_leaves_the_file_alone(config: Path) -> None:
    file = config / "reader.toml"
    file.write_text('theme = "sepia" # mine\n', encoding="utf-8")
    assert remember(theme="night", measure=66, hidden_panels=("actors",)) is None
    settings = load()
    assert (settings.theme, settings.measure, settings.hidden_panels) == ("night", 66, ("actors",))
    assert file.read_text(encoding="utf-8") == 'theme = "sepia" # mine\n'


def test_a_later_change_in_the_file_wins_over_what_was_remembered(config: Path) -> None:
    remember(theme="night", measure=66)
    (config / "reader.toml").write_text('theme = "paper"\n', encoding="utf-8")
    assert (load().theme, load().measure) == ("paper", 66)


@pytest.mark.parametrize(
    "memory",
    ["", "[]", "{", '{"theme": 3}', '{"measure": {"value": 5000, "instead_of": 72}}', '{"theme": {"value": ""}}'],
)
def test_a_broken_memory_is_forgotten(config: Path, memory: str) -> None:
    (config / "state.json").write_text(memory, encoding="utf-8")
    assert load() == Settings()


def test_only_some_settings_are_remembered() -> None:
    with pytest.raises(ValueError, match="copy_style"):
        remember(copy_style="plain")


def test_a_memory_that_cannot_be_written_is_told(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (config / "wall").write_text("", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG_DIR", str(config / "wall"))
    assert load() == Settings()
    assert "will be forgotten" in (remember(measure=66) or "")


def test_on_a_full_disk_nothing_is_left_beside_what_was_remembered(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    remember(theme="night")
    monkeypatch.setattr("reader.whole_file.os.replace", full)
    assert "will be forgotten: No space left" in (remember(theme="sepia") or "")
    assert os.listdir(config) == ["state.json"]
    assert load().theme == "night"


def test_the_first_sitting_is_known_as_such_once() -> None:
    assert desk.first_time()
    assert remember() is None
    assert not desk.first_time()


def test_the_documented_file_sets_every_key_to_its_default() -> None:
    text = settings_as_toml()
    assert replace(settings_from_toml(text), lines={}) == Settings()
    table = [item.metadata["key"] for item in fields(Settings) if item.metadata]
    assert all(f"{key.rpartition('.')[2]} = " in text for key in table)


def test_the_memory_is_readable_json(config: Path) -> None:
    remember(theme="night")
    assert json.loads((config / "state.json").read_text(encoding="utf-8")) == {
        "theme": {"value": "night", "instead_of": "auto"}
    }
