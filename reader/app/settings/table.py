"""The table of settings written out: as a `reader.toml` to begin with, and for the documentation."""

from dataclasses import fields
from textwrap import fill
from typing import Any

from reader.app.settings.settings import Settings
from reader.app.settings.toml_lines import shown


def settings_as_toml() -> str:
    """A `reader.toml` with every setting at its default, each under the words that say what it does."""
    parts: list[str] = []
    group = ""
    for item in fields(Settings):
        if not item.metadata:
            continue
        table, _, key = item.metadata["key"].rpartition(".")
        if table != group:
            parts.append(f"\n[{table}]")
            group = table
        words = f"{item.metadata['meaning']}{_range(item.metadata)}"
        parts.append(fill(words, 88, initial_indent="# ", subsequent_indent="# "))
        parts.append(f"{key} = {shown(item.default)}")
    return "\n".join(parts).strip() + "\n"


def settings_as_markdown() -> str:
    """The table of settings for the documentation: key, default, meaning."""
    rows = ["| key | default | what it does |", "|---|---|---|"]
    for item in fields(Settings):
        if item.metadata:
            meaning = f"{item.metadata['meaning']}{_range(item.metadata)}"
            rows.append(f"| `{item.metadata['key']}` | `{shown(item.default)}` | {meaning} |")
    return "\n".join(rows)


def _range(rules: Any) -> str:
    if rules["among"]:
        return f" One of: {', '.join(rules['among'])}."
    return f" From {rules['least']} to {rules['most']}." if rules["most"] is not None else ""
