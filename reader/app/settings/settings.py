"""The user's settings: `reader.toml`, and beside it what the screen remembers between sittings.

`load()` never fails: a file that cannot be read, an unknown key or a bad value becomes a line in
`problems`, and the default stands. What the reader changes on the screen (theme, width …) is remembered
in a state file of its own, so that nobody's hand-written file is ever rewritten; an entry there holds
until the same key changes in `reader.toml`. `READER_CONFIG_DIR` moves both files (tests use it), else
they lie in the platform's own folders.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from reader.analysis.model import DOUBTFUL
from reader.app.settings.toml_lines import TomlError, one_line, read_toml, shown, suggestion
from reader.library.folder import state_folder
from reader.whole_file import whole_file

FILE = "reader.toml"
REMEMBERED = frozenset(
    (
        "theme",
        "measure",
        "justify",
        "summary_method",
        "summary_voices",
        "hidden_panels",
        "side_width",
        "claim_order",
        "actor_order",
    )
)
"""The settings that the screen may remember between sittings."""


def _setting(
    default: Any,
    key: str,
    meaning: str,
    *,
    least: float | None = None,
    most: float | None = None,
    among: tuple[str, ...] = (),
) -> Any:
    """A field of `Settings`: its key in the file, what it means, and the values it takes."""
    return field(
        default=default, metadata={"key": key, "meaning": meaning, "least": least, "most": most, "among": among}
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default, its key in `reader.toml` and what it means: the one table of them."""

    theme: str = _setting(
        "auto",
        "theme",
        "The theme's name: one of the bundled themes or a file of your own in the `themes` folder. `auto` takes "
        "`paper` where the terminal says that its background is light, else `night`.",
    )
    measure: int = _setting(
        72, "article.measure", "The width of the article's column, in characters.", least=30, most=200
    )
    justify: bool = _setting(False, "article.justify", "Justified text: lines filled up to an even right edge.")
    context: int = _setting(
        3, "article.context", "Lines kept above a claim when the screen goes to it.", least=0, most=20
    )
    minimap: bool = _setting(
        True, "article.minimap", "Marks beside the article that show where claims and search hits lie."
    )
    summary_sentences: int = _setting(
        0, "summary.sentences", "How many sentences a summary has; 0 suits it to the article.", least=0, most=100
    )
    summary_method: str = _setting(
        "default", "summary.method", "How a summary is made: a name that `reader summary --help` lists, or `default`."
    )
    summary_voices: bool = _setting(
        False, "summary.voices", "Every main speaker is heard in the summary, as far as there is room."
    )
    hidden_panels: tuple[str, ...] = _setting(
        (), "panels.hidden", "Panels left out at the start.", among=("summary", "card", "actors", "claims")
    )
    side_width: int = _setting(
        0, "panels.width", "The width of the side panels, in characters; 0 suits it to the screen.", least=0, most=120
    )
    claim_order: str = _setting(
        "reading", "claims.order", "Claims in the order of the article or by speaker.", among=("reading", "speaker")
    )
    thoughts: bool = _setting(False, "claims.thoughts", "Beliefs, hopes and plans too, beside what was said.")
    least_confidence: float = _setting(
        DOUBTFUL, "claims.confidence", "Hide claims whose words and speaker are less sure than this.", least=0, most=1
    )
    actor_order: str = _setting(
        "importance", "actors.order", "Actors by importance or by name.", among=("importance", "name")
    )
    copy_style: str = _setting(
        "quote",
        "copy.style",
        "What `y` copies of a claim.",
        among=("quote", "markdown", "plain", "bibtex", "json", "link"),
    )
    copy_by: str = _setting(
        "auto",
        "copy.by",
        "How text reaches the clipboard: through the terminal (OSC 52), the platform's own tool, a file, or `auto`.",
        among=("auto", "terminal", "tool", "file"),
    )
    places: bool = _setting(
        True,
        "library.places",
        "Remember where you were in each article, and list what you read lately on the home screen.",
    )
    keep: str = _setting(
        "all",
        "library.keep",
        "What goes into the library by itself: `all` that is opened or fetched ahead, only what is "
        "`opened-by-hand`, or `nothing`: no article, no place, no copy of a page.",
        among=("all", "opened-by-hand", "nothing"),
    )
    feeds_refresh: str = _setting(
        "asked",
        "feeds.refresh",
        "When the feeds are asked for what is new: only when you ask, or also when their screen is first opened.",
        among=("asked", "opened"),
    )
    feeds_ahead: int = _setting(
        0,
        "feeds.ahead",
        "How many articles of the queue `reader feeds refresh` gets the text of, after it has asked the feeds; the "
        "screen gets all of them.",
        least=0,
        most=100,
    )
    keys: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    key_lines: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def config_folder() -> Path:
    """Where `reader.toml` and the user's themes lie; the folder need not exist."""
    named = os.environ.get("READER_CONFIG_DIR")
    return Path(os.path.expanduser(named)) if named else user_config_path("reader", appauthor=False)


def themes_folder() -> Path:
    """Where the user's own theme files lie; the folder need not exist."""
    return config_folder() / "themes"


def state_file() -> Path:
    """Where the screen's memory between sittings lies; the file need not exist."""
    return state_folder() / "state.json"


def library_folder() -> Path:
    """Where the places in articles are kept, beside the state file; the folder need not exist."""
    return state_file().with_name("library")


def keeps_nothing() -> bool:
    """Whether `reader.toml` asks that nothing of what is read be kept."""
    return _written_settings().keep == "nothing"


def load() -> Settings:
    """The settings: defaults, then `reader.toml`, then what the screen remembers; problems listed,
    never raised.
    """
    path = config_folder() / FILE
    try:
        settings = settings_from_toml(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        settings = Settings()
    except UnicodeDecodeError:
        settings = Settings(problems=(f"{FILE}: cannot be read: it is not UTF-8 text",))
    except OSError as error:
        settings = Settings(problems=(f"{FILE}: cannot be read: {error.strerror or error}",))
    return _with_memory(settings)


def settings_from_toml(text: str) -> Settings:
    """The settings that a file's text gives; what it does not say, or says wrongly, stays at its default."""
    try:
        values, lines = read_toml(text)
    except TomlError as error:
        return Settings(problems=(f"{FILE}: {error}; the settings are at their defaults",))
    problems: list[str] = []

    def complain(path: tuple[str, ...], words: str) -> None:
        place = f"line {lines[path]}: " if path in lines else ""
        problems.append(one_line(f"{FILE}: {place}{words}"))

    table = {item.metadata["key"]: item for item in fields(Settings) if item.metadata}
    groups = {key.partition(".")[0] for key in table if "." in key}
    given: dict[str, Any] = {}
    given_lines: dict[str, int] = {}
    for path, value in _leaves(values, groups):
        key = ".".join(path)
        if item := table.get(key):
            read, wrong = _read(value, item.default, item.metadata)
            if wrong:
                complain(path, f"{key} must be {wrong}, so it stays at {shown(item.default)}")
            else:
                given[item.name] = read
                given_lines[item.name] = lines.get(path, 0)
        elif path[0] in groups and isinstance(value, dict):
            continue
        elif path[0] in groups and len(path) == 1:
            complain(path, f'"{key}" is a table: write it as [{key}] with its keys below')
        else:
            complain(path, f'unknown key "{key}"{suggestion(key, table)}')
    keys, key_lines = _keys(values.get("keys", {}), lines, complain)
    return replace(Settings(), **given, keys=keys, key_lines=key_lines, lines=given_lines, problems=tuple(problems))


def unknown_names(settings: Settings, themes: Iterable[str]) -> tuple[str, ...]:
    """Problems with names that only the rest of the program knows: the theme's and the summary method's."""
    problems = []
    if settings.theme != "auto":
        problems += _unknown(settings, "theme", "theme", tuple(themes))
    if settings.summary_method != "default":
        from reader.analysis.summary import METHODS

        problems += _unknown(settings, "summary_method", "summary method", METHODS)
    return tuple(problems)


def _unknown(settings: Settings, name: str, what: str, known: tuple[str, ...]) -> list[str]:
    wanted: str = getattr(settings, name)
    if wanted in known:
        return []
    place = f"line {settings.lines[name]}: " if settings.lines.get(name) else ""
    return [one_line(f'{FILE}: {place}no {what} is called "{wanted}"{suggestion(wanted, known)}')]


def remember(**changes: Any) -> str | None:
    """Keep these settings (names of `REMEMBERED`) for the next sitting; a one-line problem where that failed.

    Raises ValueError for a setting that is not remembered.
    """
    if unknown := set(changes) - REMEMBERED:
        raise ValueError(f"not remembered between sittings: {', '.join(sorted(unknown))}")
    path = state_file()
    written = _written_settings()
    memory = _memory()
    for name, value in changes.items():
        memory[name] = {"value": value, "instead_of": getattr(written, name)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path, wait=False) as file:
            file.write((json.dumps(memory, indent=2, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        return f"{path.name} could not be written, so this will be forgotten: {error.strerror or error}"
    return None


def first_time() -> bool:
    """Whether this is the first sitting: nothing has been remembered yet. `welcomed()` makes it the
    last such.
    """
    return not os.path.exists(state_file())


def _written_settings() -> Settings:
    try:
        return settings_from_toml((config_folder() / FILE).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return Settings()


def _memory() -> dict[str, Any]:
    """What the state file holds; a file that is missing or broken is an empty memory, since nobody
    wrote it by hand.
    """
    try:
        memory = json.loads(state_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return memory if isinstance(memory, dict) else {}


def _with_memory(settings: Settings) -> Settings:
    remembered: dict[str, Any] = {}
    memory = _memory()
    for item in fields(Settings):
        entry = memory.get(item.name) if item.name in REMEMBERED else None
        if not isinstance(entry, dict) or "value" not in entry:
            continue
        before, wrong_before = _read(entry.get("instead_of"), item.default, item.metadata)
        value, wrong = _read(entry["value"], item.default, item.metadata)
        if not wrong and not wrong_before and before == getattr(settings, item.name):
            remembered[item.name] = value
    return replace(settings, **remembered)


def _leaves(values: dict[str, Any], groups: set[str]) -> list[tuple[tuple[str, ...], Any]]:
    """Each key's path and value, two levels deep; `keys` has a reader of its own."""
    leaves: list[tuple[tuple[str, ...], Any]] = []
    for key, value in values.items():
        if key == "keys":
            continue
        if key in groups and isinstance(value, dict):
            leaves += [((key, inner), item) for inner, item in value.items()]
        else:
            leaves.append(((key,), value))
    return leaves


def _read(value: Any, default: Any, rules: Any) -> tuple[Any, str]:
    """The value as the setting's type, and what it should have been where it is not."""
    among, least, most = rules["among"], rules["least"], rules["most"]
    choice = f"one of {', '.join(among)}" if among else "text in quotation marks"
    if isinstance(default, bool):
        return (value, "") if isinstance(value, bool) else (None, "true or false")
    if isinstance(default, int | float):
        whole = isinstance(default, int)
        right = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        limits = f"a {'whole ' if whole else ''}number from {least} to {most}"
        return (value if whole else float(value), "") if right and least <= value <= most else (None, limits)
    if isinstance(default, tuple):
        listed = isinstance(value, list | tuple) and all(isinstance(item, str) and item in among for item in value)
        return (tuple(value), "") if listed else (None, f"a list of: {', '.join(among)}")
    right = isinstance(value, str) and bool(value.strip()) and (not among or value in among)
    return (value, "") if right else (None, choice)


def _keys(
    table: Any, lines: dict[tuple[str, ...], int], complain: Callable[[tuple[str, ...], str], None]
) -> tuple[dict[str, str], dict[str, int]]:
    """Binding ids to keys ("n,ctrl+n") as the file writes them, and their lines; whether they exist is
    for keymap.
    """
    if not isinstance(table, dict):
        complain(("keys",), '"keys" is a table: write it as [keys] with binding ids below')
        return {}, {}
    found: dict[str, str] = {}
    places: dict[str, int] = {}

    def walk(part: dict[str, Any], path: tuple[str, ...]) -> None:
        for key, value in part.items():
            here = (*path, key)
            name = ".".join(here[1:])
            if isinstance(value, dict):
                walk(value, here)
            elif isinstance(value, str) and value.strip():
                found[name] = value.strip()
            elif isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value):
                found[name] = ",".join("comma" if item.strip() == "," else item.strip() for item in value)
            else:
                complain(here, f'keys.{name} must be a key such as "n", or a list of keys')
            if name in found and here in lines:
                places[name] = lines[here]

    walk(table, ("keys",))
    return found, places
