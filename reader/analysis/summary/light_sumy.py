"""sumy imported without requests, which it has for fetching pages alone, and which takes as long to import as NumPy;
and without pycountry, which it has for the names of languages, and which asks all that is installed for its version.

They are stood in for while sumy is imported, and fetched when somebody asks sumy for a page or a language after all.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


class _Languages:
    def __getattr__(self, name: str) -> Any:
        return getattr(import_module("pycountry").languages, name)


def _stand_ins() -> dict[str, ModuleType]:
    countries = ModuleType("pycountry")
    countries.languages = _Languages()  # type: ignore[attr-defined]
    found = {"requests": _Later("requests"), "pycountry": countries}
    return {name: module for name, module in found.items() if name not in sys.modules}


if "sumy.utils" not in sys.modules:
    sys.modules.update(_standing := _stand_ins())
    try:
        import sumy.utils as _utils  # noqa: F401
    finally:
        for _name in _standing:
            del sys.modules[_name]
