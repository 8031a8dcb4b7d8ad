"""Where the bundled themes and sample articles lie: inside an installed package, or beside it in a source tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The folder of bundled files called `name` ("themes" or "sample_articles").

    Raises FileNotFoundError when neither the package nor the source tree around it holds that folder.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the bundled folder {name!r} is missing: reinstall reader")
