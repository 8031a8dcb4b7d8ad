"""Nothing leaves the machine: what the libraries read to learn that they must not call home.

The package's own `__init__` calls `stop_calls_home` before anything else of Reader can be imported, so that the screen,
the command line, a notebook, each child process and a worker that unpickles one of our functions all pass it before a
library is loaded. Child processes inherit it as well.
"""

import os

_PRIVATE = "READER_PRIVATE"

NO_TELEMETRY = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime: an id below HOME, and events sent seconds later
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, which tokenizers brings along
}

NO_DOWNLOADS = {"HF_HUB_OFFLINE": "1"}
"""For our own programs alone: in a notebook, other code may fetch its models."""


def stop_calls_home() -> None:
    """Switch the libraries' telemetry off, whatever the environment says; too late for one that is imported already."""
    os.environ.update(NO_TELEMETRY)


def stop_downloads() -> None:
    """Have the libraries fetch nothing in this process and those it starts."""
    os.environ.update(NO_DOWNLOADS)


def begin_private() -> None:
    """Have this process and those it starts keep nothing of what is read."""
    os.environ[_PRIVATE] = "1"


def is_private() -> bool:
    """Whether nothing of what is read is to be kept: no copy of a page, no article, no place (`READER_PRIVATE`)."""
    return os.environ.get(_PRIVATE, "") not in ("", "0")
