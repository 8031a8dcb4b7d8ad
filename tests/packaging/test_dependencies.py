"""What the package imports is what it declares: a machine of its own has nothing else."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


providers = cache(packages_distributions)
"""Of each importable name the distributions that bring it."""


def plain(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()  # type: ignore[index]


def imported(folder: str) -> set[str]:
    """The outside modules that a folder's files import, wherever in the file."""
    found: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"reader", "benchmarks", "compression"}  # Python 3.14's own


def test_every_import_of_the_package_is_a_declared_dependency() -> None:
    declared = {plain(name) for name in PROJECT["dependencies"]}
    undeclared = {
        module
        for module in imported("reader")
        if not declared & {plain(name) for name in providers().get(module, [module])}
    }
    assert undeclared == set()


def test_the_tests_need_only_what_the_development_tools_bring() -> None:
    extras = PROJECT["optional-dependencies"]  # a test of what an extra brings is skipped where it is not installed
    wanted = [name for extra, names in extras.items() if extra != "training" for name in names]
    declared = {plain(name) for name in [*PROJECT["dependencies"], *wanted]}
    own = {path.stem for path in (ROOT / "tests").rglob("*.py")} | {"tests", "training", "docs"}
    undeclared = {
        module
        for module in imported("tests") - own
        if not declared & {plain(name) for name in providers().get(module, [module])}
    }
    assert undeclared == set()
