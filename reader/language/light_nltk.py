"""NLTK imported by the file: whoever imports one of its modules otherwise imports its parsers, corpora, logic and
translation with it, and SciPy where that is installed, which takes longer than all that Reader needs of it.

While this is imported, a package of NLTK is there without what its `__init__` brings together. That is fetched once
somebody asks the package for a name of which it has no file, so that all of NLTK works as ever.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

_NEEDED = ("nltk.data", "nltk.tag.perceptron", "nltk.tokenize.punkt", "nltk.tokenize.regexp", "nltk.stem.snowball")
_UNUSED = (
    ("nltk", "grammar"),
    ("nltk", "sem"),
    ("nltk.corpus", "stopwords"),
    ("nltk.metrics", "ConfusionMatrix"),
    ("nltk.metrics", "accuracy"),
)


class _Package(ModuleType):
    """A package whose `__init__` was not run yet."""

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        assert spec
        inside = f"{spec.name}.{name}"
        if PathFinder.find_spec(inside, spec.submodule_search_locations):
            return import_module(inside)
        _run(self)
        return getattr(self, name)


def _run(package: ModuleType) -> None:
    """Run what was left, as Python does: that of the package around it first."""
    spec = package.__spec__
    if isinstance(package, _Package) and spec and isinstance(spec.loader, _Later):
        if around := spec.name.rpartition(".")[0]:
            _run(sys.modules[around])
        package.__class__ = ModuleType  # type: ignore[assignment]  # as Python's own LazyLoader does
        SourceFileLoader.exec_module(spec.loader, package)


class _Later(SourceFileLoader):
    """Leaves a package's `__init__` to be run later."""

    def exec_module(self, module: ModuleType) -> None:
        module.__class__ = _Package


class _Finder(MetaPathFinder):
    """Finds NLTK's packages to be run later."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname.partition(".")[0] == "nltk" else None
        if spec and spec.submodule_search_locations is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = _Later(spec.loader.name, spec.loader.path)
        return spec


class _Unused:
    """What a module imports from a package and Reader has no use for: fetched once it is used after all."""

    def __init__(self, package: str, name: str) -> None:
        self._package, self._name = package, name

    def _fetch(self) -> Any:
        return getattr(import_module(self._package), self._name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._fetch(), name)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._fetch()(*arguments, **options)


def _import_needed() -> None:
    for package, name in _UNUSED:
        module = import_module(package)
        if isinstance(module, _Package):  # else all of it is there, as from a zip
            setattr(module, name, _Unused(package, name))
    for needed in _NEEDED:
        import_module(needed)
    for package, name in _UNUSED:
        module = sys.modules[package]
        if isinstance(vars(module).get(name), _Unused):
            delattr(module, name)


if "nltk" not in sys.modules:
    sys.meta_path.insert(0, finder := _Finder())
    try:
        _import_needed()
    finally:
        sys.meta_path.remove(finder)
