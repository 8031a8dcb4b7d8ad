"""sumy imported without requests, which it has for fetching pages alone, and which takes as long to import as NumPy.

It stands in for requests while sumy is imported, and fetches it when somebody asks sumy for a page after all.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


if "sumy.utils" not in sys.modules and "requests" not in sys.modules:
    sys.modules["requests"] = _Later("requests")
    try:
        import sumy.utils as _utils  # noqa: F401
    finally:
        del sys.modules["requests"]
