"""The folder of all that is kept between sittings, and the library's file in it."""

import os
from pathlib import Path


def state_folder() -> Path:
    """Of all that is kept between sittings; the folder need not exist. `READER_CONFIG_DIR` moves it (tests use it)."""
    named = os.environ.get("READER_CONFIG_DIR")
    if named:
        return Path(os.path.expanduser(named))
    from platformdirs import user_state_path

    return user_state_path("reader", appauthor=False)


def library_file() -> Path:
    """`library.db` in the state folder; it need not exist."""
    return state_folder() / "library.db"
