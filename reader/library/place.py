"""Where the library lies."""

import os
from pathlib import Path


def library_file() -> Path:
    """`library.db` in the state folder; it need not exist. `READER_CONFIG_DIR` moves it (tests use it)."""
    named = os.environ.get("READER_CONFIG_DIR")
    if named:
        return Path(os.path.expanduser(named)) / "library.db"
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False) / "library.db"
