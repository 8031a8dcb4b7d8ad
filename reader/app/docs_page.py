"""`docs/settings.md`, written from the very tables that the screen uses: `python -m reader.app.docs_page`."""

from collections.abc import Iterable

from textual.theme import BUILTIN_THEMES

from reader.app.app import key_owners
from reader.app.settings.keymap import keys_as_markdown
from reader.app.settings.table import settings_as_markdown, settings_as_toml
from reader.app.themes.theme_variables import BASE_COLOURS, COLOUR_VARIABLES, STYLE_VARIABLES
from reader.app.themes.themes import load_themes

_PAGE = """\
# Settings, keys and themes

<!-- Written by `python -m reader.app.docs_page`; a test keeps it true. -->

Everything works without settings. What you change on the screen (theme, width of the column, panels, order, summary
method) is remembered by itself, in a state file that you need not know; `reader.toml` is for what you want to decide
once and for all.

## Where the file lies

| system | `reader.toml` and `themes/` | what is remembered |
|---|---|---|
| Linux, BSD | `~/.config/reader/` | `~/.local/state/reader/state.json` |
| macOS | `~/Library/Application Support/reader/` | the same folder |
| Windows | `%LOCALAPPDATA%\\reader\\` | the same folder |

Beside `state.json`, `library.db` holds where you left each article that you opened, and a folder `library` a copy of
what was piped or pasted. That is how an article opens where you left it and how the home screen knows what you read
lately. `x` forgets one; `library.places = false` keeps no places. `docs/library.md` tells of the rest of that file.

`READER_CONFIG_DIR` names another folder for all of it. A change that you make on the screen wins over the file until
you change the same key in the file. A key that Reader does not know, or a value that it cannot use, is told by its
line when the screen opens; the default stands in its place, and all the rest works.

## Every setting

{settings}

A file that says all of this, each key at its default:

```toml
{file}```

## Keys

`[keys]` gives other keys to what the screen can do, by its id. Several keys are a list or stand behind commas; `ctrl+`,
`alt+` and `shift+` go before a key; signs may be written as they are (`"?"`) or by name (`"question_mark"`).

```toml
[keys]
"reading.next-claim" = ["n", "ctrl+n"]
"article.page-down" = "f"
```

Two actions on one key are told when the screen opens, and which of them gets it.

A number before a key is typed with `alt`, as in a shell: `alt+1` `alt+2` `n` goes twelve claims on, `alt+3` `J` three
articles. In any list, `/` and words leave the rows that hold them.

{keys}

## Themes

Bundled: {bundled}; and Textual's own ({others}), moved a little where they could not be read.

`theme = "auto"` takes `paper` where the terminal says that its background is light, else `night`.
`terminal` keeps to your terminal's own sixteen colours. With `NO_COLOR` set there is no colour at all, and `plain`
tells things apart by bold, italic, underline and reverse.

A theme of your own is a file in the `themes` folder beside `reader.toml`, named after the theme (`ocean.toml`). Three
colours are enough; every other follows from them so that it can be read:

```toml
[colours]
background = "#0e1a24"
foreground = "#d5dde2"
accent = "#f0b35a"
```

While the screen is open, a theme file that you save is shown at once, with its mistakes told by line and each pair of
colours that is too close to be read (below 4.5 : 1, as WCAG 2.2 AA has it).

`dark = true` or `false` may stand at the top (else the background decides), and `ansi = true` for a theme of the
terminal's own colours (`ansi_red`, `ansi_bright_blue`, `ansi_default` …). `[colours]` takes Textual's own {base},
and ours:

| colour | what it is for |
|---|---|
{colours}

`[styles]` takes text styles made of `none`, `bold`, `dim`, `italic`, `underline`, `reverse`, `strike`, `overline`:
{styles}.
"""


def settings_page() -> str:
    """The page as Markdown."""
    return _PAGE.format(
        settings=settings_as_markdown(),
        file=settings_as_toml(),
        keys=keys_as_markdown(key_owners()),
        bundled=_listed(theme.name for theme in load_themes().themes if theme.name not in BUILTIN_THEMES),
        others=_listed(BUILTIN_THEMES),
        base=_listed(BASE_COLOURS),
        colours="\n".join(f"| `{name}` | {meaning} |" for name, meaning in COLOUR_VARIABLES.items()),
        styles=_listed(STYLE_VARIABLES),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    print(settings_page(), end="")
